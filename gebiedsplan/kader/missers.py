"""Mistakes that many checks of kader.toml find."""

from __future__ import annotations

from collections.abc import Iterable

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.toml import Misser, Pad, Rij


def verkeerd(pad: Pad, tekst: str, hulp: str) -> Misser:
    """A value that cannot be."""
    return Misser("kader-waarde-verkeerd", pad, tekst, hulp)


def verwijzing(rij: Rij, sleutel: str, keuzes: Iterable[str], wat: str) -> Misser:
    """A reference to ``wat`` that is not among ``keuzes``."""
    namen = tuple(keuze for keuze in keuzes if keuze)
    tekst = f"“{sleutel}” is “{rij.tekst(sleutel)}”. Er is geen {wat} met die naam."
    hulp = f"Kies uit: {', '.join(namen)}. {bedoelde_u(rij.tekst(sleutel), namen)}".strip()
    return Misser("kader-verwijzing", (*rij.pad, sleutel), tekst, hulp)
