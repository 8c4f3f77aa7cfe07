"""A workbook to write, as plain values: what stands on it, not how Excel stores it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

Celwaarde: TypeAlias = str | float | int | dt.date | None


class Rol(Enum):
    """What a column, cell or line means to who fills it in; each has its own colour."""

    VERPLICHT = auto()  # a column that is always filled in
    VRIJ = auto()  # a column that may stay empty
    TER_INFO = auto()  # filled by the program, not read back
    INVULLEN = auto()  # an empty cell that waits
    VOORSTEL = auto()  # taken from elsewhere, to be looked at
    VOORBEELD = auto()  # made up


class Formaat(Enum):
    """How the cells of a column show what is typed in them."""

    TEKST = auto()  # as it is typed: 1-2 is not a date, - is not a formula
    GETAL = auto()
    GEHEEL = auto()  # without a dot between thousands: a year
    BEDRAG = auto()
    DATUM = auto()


@dataclass(frozen=True, slots=True)
class UitLijst:
    """A word from a list: the name of a range of the workbook (see ``Werkboek.namen``)."""

    naam: str


@dataclass(frozen=True, slots=True)
class Tussen:
    """A number or date from ``van`` to ``tot``, both included; ``geheel``: a whole number."""

    van: float | dt.date
    tot: float | dt.date
    geheel: bool = False


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """Whatever makes this Excel formula true; ``{cel}`` in it is the cell itself."""

    formule: str


@dataclass(frozen=True, slots=True)
class Invoer:
    """What may be typed in a cell, with words for who types. Not ``streng``: Excel warns, and lets it be."""

    regel: UitLijst | Tussen | Voorwaarde
    titel: str
    fout: str
    uitleg: str = ""
    streng: bool = True


@dataclass(frozen=True, slots=True)
class Kolomkop:
    """A column: its header with the note on it, its width in characters, and what belongs in its cells."""

    naam: str
    rol: Rol
    breedte: float
    notitie: str = ""
    formaat: Formaat = Formaat.TEKST
    invoer: Invoer | None = None


@dataclass(frozen=True, slots=True)
class Markering:
    """A colour for the cells of ``kolommen`` (none named: all) where a formula is true.

    In the formula ``{cel}`` is the cell itself, and ``{Titel}`` the cell of that column in its row.
    """

    rol: Rol
    formule: str
    kolommen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabelblad:
    """A sheet with one record a row below a header. ``invoer`` of single cells, by row (0: the first) and column.

    ``gesloten``: nothing on it can be changed while the sheet is protected. ``tabel``: its rows, of which there is at
    least one, are a table of Excel with this name, on a sheet without protection; not one to fill in.
    """

    naam: str
    kolommen: tuple[Kolomkop, ...]
    rijen: tuple[tuple[Celwaarde, ...], ...]
    markeringen: tuple[Markering, ...] = ()
    invoer: Mapping[tuple[int, str], Invoer] | None = None
    formaten: Mapping[tuple[int, str], Formaat] | None = None
    gesloten: bool = False
    tabel: str = ""


class Leessoort(Enum):
    """What a line of a sheet to read is."""

    TITEL = auto()
    KOP = auto()
    TEKST = auto()


@dataclass(frozen=True, slots=True)
class Leesregel:
    """A line: a word and what is said of it. ``naar``: the sheet it leads to. ``rol``: shown in its colour."""

    woord: str
    tekst: str = ""
    soort: Leessoort = Leessoort.TEKST
    naar: str = ""
    rol: Rol | None = None


@dataclass(frozen=True, slots=True)
class Leesblad:
    """A sheet to read: lines of two columns."""

    naam: str
    regels: tuple[Leesregel, ...]


@dataclass(frozen=True, slots=True)
class Getal:
    """A number to show with so many decimals."""

    waarde: float
    decimalen: int = 0


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Words that lead to a sheet."""

    tekst: str
    naar: str


Gegeven: TypeAlias = str | int | Getal | Koppeling
"""What stands in a cell of a Gegevenstabel: never nothing. A whole number without dots is a year."""


@dataclass(frozen=True, slots=True)
class Gegevenstabel:
    """A table of Excel itself, with a name: the header of each column with its width in characters, and the rows."""

    naam: str
    kolommen: tuple[tuple[str, float], ...]
    rijen: tuple[tuple[Gegeven, ...], ...]


@dataclass(frozen=True, slots=True)
class Gegevensblad:
    """A sheet to publish: its title, lines about what stands on it, and at most one table, all from column A on."""

    naam: str
    titel: str
    regels: tuple[str, ...]
    tabel: Gegevenstabel | None = None


@dataclass(frozen=True, slots=True)
class Werkboek:
    """A workbook: its properties, its sheets in order, and ranges by name (as an Excel formula).

    ``datum`` is the day that is given as the one it was made on: nothing here knows today.
    """

    titel: str
    onderwerp: str
    maker: str
    datum: dt.date
    bladen: tuple[Tabelblad | Leesblad | Gegevensblad, ...]
    namen: Mapping[str, str]
