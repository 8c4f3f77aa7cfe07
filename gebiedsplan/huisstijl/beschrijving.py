"""What stands in the TOML file of a style, before its files are opened."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.huisstijl.model import Kleuren


@dataclass(frozen=True, slots=True)
class Letters:
    """The typeface for Word and the web page, and the font files that charts are drawn with."""

    word: str
    web: tuple[str, ...]
    gewoon: str
    vet: str


@dataclass(frozen=True, slots=True)
class Grafiekmaten:
    """Sizes in charts."""

    letters: float
    kleine_letters: float
    punten_per_inch: int


@dataclass(frozen=True, slots=True)
class Logobeschrijving:
    """The file of the logo, what it says, and how wide it is on paper."""

    bestand: str
    alt: str
    breedte_mm: float


@dataclass(frozen=True, slots=True)
class Beschrijving:
    """A whole TOML file, completed with that of the neutral style."""

    naam: str
    stijldocument: str
    stijlblad: str
    kleuren: Kleuren
    lettertype: Letters
    grafieken: Grafiekmaten
    contactregel: str = ""
    logo: Logobeschrijving | None = None
