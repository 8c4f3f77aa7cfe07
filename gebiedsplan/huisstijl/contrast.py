"""Can everybody see it? Text and marks against the surfaces they stand on (WCAG 2.1, criteria 1.4.3 and 1.4.11)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from gebiedsplan.huisstijl.model import PAPIER
from gebiedsplan.toml import Misser, Rij

_TEKST, _TEKEN = 4.5, 3.0
_IN_WOORDEN = {_TEKST: "want het is de kleur van tekst", _TEKEN: "want het is de kleur van tekens die iets betekenen"}
_VLAKKEN = ("papier", "vlak", "rustig_vlak", "waarschuwing_vlak")

# What must be seen, how well, and on which surfaces it can stand.
_EISEN = (
    ("inkt", _TEKST, _VLAKKEN),
    ("gedempt", _TEKST, _VLAKKEN),
    ("accent", _TEKST, _VLAKKEN),
    ("gunstiger", _TEKST, ("papier",)),
    ("minder_gunstig", _TEKST, ("papier",)),
    ("waarschuwing", _TEKEN, ("papier", "waarschuwing_vlak")),
    ("anderen", _TEKEN, ("papier", "bereik")),
    ("gedempt", _TEKEN, ("bereik",)),
    ("accent", _TEKEN, ("bereik",)),
    ("gunstiger", _TEKEN, ("bereik",)),
    ("minder_gunstig", _TEKEN, ("bereik",)),
)


@dataclass(frozen=True, slots=True)
class Paar:
    """Two colours by their names, and how much they must differ."""

    kleur: str
    grond: str
    nodig: float


PAREN = tuple(Paar(kleur, grond, nodig) for kleur, nodig, gronden in _EISEN for grond in gronden)


def te_laag(kleuren: Rij, zelf_gekozen: Collection[str]) -> Iterator[Misser]:
    """A mistake for every pair that differs too little; it stands at the colour that is ``zelf_gekozen``.

    Pairs with a colour that is missing or no colour are left out: others report those.
    """
    for paar in PAREN:
        kleur, grond = _helderheid(kleuren, paar.kleur), _helderheid(kleuren, paar.grond)
        if kleur is None or grond is None:
            continue
        gevonden = verhouding(kleur, grond)
        if gevonden < paar.nodig:
            yield _misser(paar, kleuren, gevonden, zelf_gekozen)


def verhouding(een: float, ander: float) -> float:
    """The contrast ratio of two relative luminances, from 1 to 21 (WCAG 2.1, "contrast ratio")."""
    return (max(een, ander) + 0.05) / (min(een, ander) + 0.05)


def helderheid(kleur: str) -> float:
    """The relative luminance of "#rrggbb", from 0 to 1 (WCAG 2.1). Raises ValueError when it is no such colour."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", kleur):
        raise ValueError(kleur)
    rood, groen, blauw = map(_lineair, bytes.fromhex(kleur[1:]))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _lineair(deel: int) -> float:
    """A part of a colour in sRGB, 0 to 255, as an amount of light."""
    waarde = deel / 255
    return waarde / 12.92 if waarde <= 0.04045 else ((waarde + 0.055) / 1.055) ** 2.4


def _helderheid(kleuren: Rij, naam: str) -> float | None:
    try:
        return helderheid(PAPIER if naam == "papier" else kleuren.tekst(naam))
    except ValueError:
        return None


def _misser(paar: Paar, kleuren: Rij, gevonden: float, zelf_gekozen: Collection[str]) -> Misser:
    bij = paar.grond if paar.grond in zelf_gekozen and paar.kleur not in zelf_gekozen else paar.kleur
    wit = paar.grond == "papier"
    grond = "wit papier" if wit else f"“{paar.grond}” ({kleuren.tekst(paar.grond)})"
    tekst = (
        f"“{paar.kleur}” ({kleuren.tekst(paar.kleur)}) op {grond} heeft een contrast van {_getal(gevonden)} : 1. "
        f"Nodig is {_getal(paar.nodig)} : 1, {_IN_WOORDEN[paar.nodig]}."
    )
    hulp = f"Maak “{paar.kleur}” donkerder." if wit else f"Maak “{paar.kleur}” donkerder of “{paar.grond}” lichter."
    return Misser("huisstijl-contrast", (*kleuren.pad, bij), tekst, hulp)


def _getal(getal: float) -> str:
    """The ratio rounded down: what is too low must not look high enough."""
    return f"{math.floor(getal * 100) / 100:.2f}".rstrip("0").rstrip(".").replace(".", ",")
