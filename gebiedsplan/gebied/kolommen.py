"""What a sheet and a column of a workbook are; ``bladen`` says which there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

# The list of how sure a figure is; what is made up says so there.
STATUS_CIJFER = "status cijfer"


class Soort(Enum):
    """What belongs in the cells of a column."""

    TEKST = auto()  # words; data, never markup
    MARKDOWN = auto()  # words with emphasis, lists and paragraphs
    GETAL = auto()  # a number
    CIJFER = auto()  # a number, or a sign that says why there is none
    JAAR = auto()  # a year of four digits
    DATUM = auto()  # a date
    KEUZE = auto()  # one name from a list
    KEUZES = auto()  # one or more names from a list, with ; between them
    CODE = auto()  # the code of a speerpunt
    CODES = auto()  # codes of speerpunten, with ; between them
    BEDRAG = auto()  # an amount in euros, or "nog niet vastgesteld"
    VRIJ = auto()  # depends on the row


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its header, what belongs in it and what it means.

    ``verplicht``: the column must be there and its cells filled. ``nodig``: the column must be there, a cell
    may be empty. ``lijst`` names the list a KEUZE comes from (see ``gebied.keuzes``); words from it may also be
    offered for a TEKST. ``sleutel``: says what the row is about. A row with nothing but those is a place to fill in.
    ``heet``: its header, where the kader has another word for it than ``naam``, by which the program knows it.
    """

    naam: str
    soort: Soort
    uitleg: str
    verplicht: bool = False
    lijst: str = ""
    nodig: bool = False
    sleutel: bool = False
    heet: str = ""

    @property
    def kop(self) -> str:
        """What stands in row 1."""
        return self.heet or self.naam


@dataclass(frozen=True, slots=True)
class BladSpec:
    """A sheet: its name, what one row is, its columns, and whether a workbook of an area must have it.

    ``van_delen``: where an area has parts, it stands in the workbooks of those and not in its own; there it may stand
    as well when the area has speerpunten itself, unless it is ``van_cijfers``. ``uitleg``: what who fills in must know,
    where that is more than whether it may stay empty.
    """

    naam: str
    rij_is: str
    kolommen: tuple[Kolom, ...]
    verplicht: bool = False
    van_delen: bool = False
    uitleg: str = ""
    van_cijfers: bool = False
