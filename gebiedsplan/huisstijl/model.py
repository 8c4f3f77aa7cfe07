"""The house style of a gemeente: what charts, Word and the web page look like."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

PAPIER: Final = "#ffffff"
"""The colour of paper: on a printer and in Word always white, so no choice of a style."""


@dataclass(frozen=True, slots=True)
class Kleuren:
    """Colours by what they do, each as "#rrggbb" in small letters. neutraal.toml explains them."""

    inkt: str
    gedempt: str
    accent: str
    lijn: str
    vlak: str
    rustig_vlak: str
    waarschuwing: str
    waarschuwing_vlak: str
    gunstiger: str
    minder_gunstig: str
    anderen: str
    bereik: str


@dataclass(frozen=True, slots=True)
class Lettertype:
    """The typeface: its name in Word, and names for a browser in the order to try them."""

    word: str
    web: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grafieken:
    """How charts are drawn: sizes of letters in points, dots per inch, and the two font files."""

    letters: float
    kleine_letters: float
    punten_per_inch: int
    gewoon: Path
    vet: Path


@dataclass(frozen=True, slots=True)
class Stijldocument:
    """The Word file whose styles are used, and what findings call it."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """An image file and what it is ("image/svg+xml")."""

    inhoud: bytes
    soort: str


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo as the web page shows it and, as dots, as Word does; with its words and its size on paper."""

    alt: str
    breedte_mm: float
    hoogte_mm: float
    web: Afbeelding
    word: Afbeelding


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Everything that differs from gemeente to gemeente in how a document looks.

    ``stijlblad`` is the style sheet of the web page.
    """

    naam: str
    kleuren: Kleuren
    lettertype: Lettertype
    grafieken: Grafieken
    stijldocument: Stijldocument
    stijlblad: str
    contactregel: str = ""
    logo: Logo | None = None
