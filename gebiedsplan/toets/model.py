"""What the rules look at: a Word document as a reader meets it, every part with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from gebiedsplan.bevinding import Plek


class Verhaal(Enum):
    """Which run of text something stands in; the value says so in a message."""

    TEKST = ""
    TEKSTVAK = "in een tekstvak"
    KOPTEKST = "in een koptekst"
    VOETTEKST = "in een voettekst"
    NOOT = "in een noot"


class Rol(Enum):
    """What a paragraph is for, as far as its style or its place says it."""

    GEWOON = "gewoon"
    TITEL = "titel"
    BIJSCHRIFT = "bijschrift"
    INHOUDSOPGAVE = "inhoudsopgave"


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; ``kop`` is its heading level, 0 for none.

    Paragraphs with the same ``reeks`` stand below each other with nothing between them. ``apart`` is what
    stands in from the margin or in a frame; ``leeg`` holds neither text nor anything else.
    """

    tekst: str
    plek: Plek
    verhaal: Verhaal
    reeks: int
    in_tabel: bool
    kop: int
    rol: Rol
    lijst: bool
    vet: bool
    apart: bool
    leeg: bool

    @property
    def is_kop(self) -> bool:
        """Whether it is a heading of the text itself: one that the navigation of Word shows."""
        return bool(self.kop and self.tekst.strip()) and self.verhaal is Verhaal.TEKST


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell: its first words, whether nothing at all is in it, and whether it is more than one cell."""

    tekst: str
    leeg: bool
    samengevoegd: bool


@dataclass(frozen=True, slots=True)
class Rij:
    """A row; ``kop`` when it is flagged as a header row."""

    kop: bool
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; ``in_cel`` when it stands inside another one."""

    plek: Plek
    rijen: tuple[Rij, ...]
    in_cel: bool

    @property
    def heeft_koprij(self) -> bool:
        """Whether its top row is flagged; Word does not look at a flag further down."""
        return bool(self.rijen) and self.rijen[0].kop

    @property
    def is_opmaak(self) -> bool:
        """Whether it has one row or one column: then it frames text, and there is nothing to name."""
        return len(self.rijen) <= 1 or max(len(rij.cellen) for rij in self.rijen) <= 1


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """A picture, chart or shape without words, and how it is described."""

    soort: str
    beschrijving: str
    titel: str
    decoratief: bool
    plek: Plek


@dataclass(frozen=True, slots=True)
class Koppeling:
    """A link: its words and where it goes."""

    tekst: str
    doel: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Watermerk:
    """A watermark; ``tekst`` is empty for a picture."""

    tekst: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Worddocument:
    """All that the rules may look at. ``talen`` are the languages with the number of characters in each, most first.

    Text without a language counts as language "".
    """

    plek: Plek
    titel: str
    velden_bijwerken: bool
    talen: tuple[tuple[str, int], ...]
    alineas: tuple[Alinea, ...]
    tabellen: tuple[Tabel, ...]
    afbeeldingen: tuple[Afbeelding, ...]
    koppelingen: tuple[Koppeling, ...]
    watermerken: tuple[Watermerk, ...]

    @property
    def koppen(self) -> tuple[Alinea, ...]:
        """The headings in reading order."""
        return tuple(alinea for alinea in self.alineas if alinea.is_kop)
