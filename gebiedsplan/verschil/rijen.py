"""Rows and tables of what came and went, the same for everything that can be said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from gebiedsplan import taal
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.verschil.model import Paar, Reeks, Tekstverschil

_T = TypeVar("_T")

Rij: TypeAlias = tuple[str, ...]

STOND_ER_NIET = "Stond er niet in."
STAAT_ER_NIET = "Staat er niet meer in."
_NIETS = "–"
NIETS_WEG = _NIETS


def tabel(id_: str, bijschrift: str, kop: Sequence[str | Kolomkop], rijen: Iterable[Rij]) -> tuple[Tabel, ...]:
    """One table, or none without rows."""
    inhoud = tuple(rijen)
    koppen = tuple(k if isinstance(k, Kolomkop) else Kolomkop(k) for k in kop)
    return (Tabel(id_, bijschrift, koppen, inhoud),) if inhoud else ()


def van_tekst(t: Tekstverschil) -> Rij:
    """A text: its name, the sentences that went, those that came."""
    weg = " ".join(t.weg) or (_NIETS if t.oud else STOND_ER_NIET)
    erbij = " ".join(t.erbij) or (_NIETS if t.nieuw else STAAT_ER_NIET)
    return (t.naam, weg, erbij)


def van_reeks(
    reeks: Reeks[_T], naam: Callable[[_T], str], zinnen: Callable[[_T], Sequence[str]]
) -> Iterator[tuple[_T, Rij]]:
    """Every row that came, went or changed: its record, and its name with what it said and says.

    Of what changed only the sentences that did.
    """
    for nieuw in reeks.erbij:
        yield nieuw, (naam(nieuw), STOND_ER_NIET, " ".join(zinnen(nieuw)))
    for paar in reeks.anders:
        yield paar.nieuw, (_namen(paar, naam), *_alleen_verschil(zinnen(paar.oud), zinnen(paar.nieuw)))
    for oud in reeks.weg:
        yield oud, (naam(oud), " ".join(zinnen(oud)), STAAT_ER_NIET)


def gelijk(aantal: int, enkel: str, veel: str) -> str:
    """How many are as they were: "Twee acties zijn gelijk gebleven."; "" for none."""
    if not aantal:
        return ""
    is_zijn = taal.meervoud(aantal, "is", "zijn")
    return f"{taal.hoofdletter(taal.telwoord(aantal))} {taal.meervoud(aantal, enkel, veel)} {is_zijn} gelijk gebleven."


def _namen(paar: Paar[_T], naam: Callable[[_T], str]) -> str:
    was, is_nu = naam(paar.oud), naam(paar.nieuw)
    return is_nu if was == is_nu else f"{is_nu} (was: {was})"


def _alleen_verschil(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[str, str]:
    weg = " ".join(zin for zin in oud if zin not in nieuw)
    erbij = " ".join(zin for zin in nieuw if zin not in oud)
    return weg or _NIETS, erbij or _NIETS
