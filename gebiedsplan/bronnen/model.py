"""What bronnen.toml says about published tables, and the figures that come out of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from gebiedsplan.gebied.model import Reden

# The words of ``Reden``, as bronnen.toml writes them.
Redenwoord: TypeAlias = Literal[
    "onbekend",
    "geheim",
    "nihil",
    "niet van toepassing",
    "verschijnt later",
    "niet meer gepubliceerd",
    "niet gemeten",
]
# Indicator, age group, region and year: a table has each figure once.
Sleutel: TypeAlias = tuple[str, str, str, int]
Status: TypeAlias = Literal["definitief", "voorlopig", "schatting"]


@dataclass(frozen=True, slots=True)
class Marges:
    """On which rows of a table the figure and its bounds stand: what ``kolom`` holds there."""

    kolom: str
    waarde: tuple[str, ...]
    ondergrens: tuple[str, ...] = ()
    bovengrens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cijferbron:
    """How an indicator comes out of the columns of a table. Columns go by their own name in ``Tabel.kolommen``.

    Without ``waarde`` the figure is ``teller`` as a part of the sum of ``noemer``. ``kies``: what a column holds on the
    rows that count.
    """

    indicator: str
    waarde: str = ""
    teller: str = ""
    noemer: tuple[str, ...] = ()
    factor: float = 1.0
    kies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    peildatum: str = "{jaar}"
    opmerking: str = ""

    @property
    def kolommen(self) -> tuple[str, ...]:
        """Every column with numbers that this figure needs."""
        return tuple(dict.fromkeys(naam for naam in (self.waarde, self.teller, *self.noemer) if naam))


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table of a publisher, in all its editions.

    ``edities``: the year of each table number; 0 when it has more years, in the column ``periode``. ``kolommen``: the
    ways each column is called. ``bevolking``: the column of each age group. ``leeg``: what an empty cell means.
    ``adressen``: where it is fetched, with ``selectie`` as its dimension of regions.
    """

    id: str
    naam: str
    bron: str
    status: Status
    regio: tuple[str, ...]
    edities: dict[str, int]
    kolommen: dict[str, tuple[str, ...]]
    cijfers: tuple[Cijferbron, ...]
    leeg: Redenwoord = "niet gemeten"
    land: tuple[str, ...] = ()
    periode: tuple[str, ...] = ()
    bevolking: dict[str, str] = field(default_factory=dict)
    marges: Marges | None = None
    voorlopig: tuple[str, ...] = ()
    bestandsnaam: str = ""
    adressen: tuple[str, ...] = ()
    selectie: str = ""


@dataclass(frozen=True, slots=True)
class Bronnen:
    """Everything in bronnen.toml."""

    tekens: dict[str, Redenwoord]
    tabellen: tuple[Tabel, ...]


@dataclass(frozen=True, slots=True)
class Editie:
    """One edition of a table: its number, and its year (0: the rows say it)."""

    tabel: Tabel
    nummer: str
    jaar: int

    @property
    def status(self) -> Status:
        """How certain the figures of this edition are."""
        return "voorlopig" if self.nummer in self.tabel.voorlopig else self.tabel.status

    @property
    def adressen(self) -> tuple[str, ...]:
        """Where this edition is fetched."""
        return tuple(adres.replace("{tabel}", self.nummer) for adres in self.tabel.adressen)

    def bron(self, jaar: int) -> str:
        """What a figure of this edition has for its source."""
        return self.tabel.bron.replace("{jaar}", str(jaar)).replace("{tabel}", self.nummer)


@dataclass(frozen=True, slots=True)
class Bronwaarde:
    """A figure as its publisher gives it: of a region (CBS code) and a year, or the reason there is none.

    ``indicator`` is an id of the kader; for the number of inhabitants it is "" and ``groep`` is the age group.
    """

    indicator: str
    groep: str
    regio: str
    jaar: int
    waarde: float | None
    reden: Reden | None
    bron: str
    peildatum: str
    status: str
    teller: float | None = None
    noemer: float | None = None
    ondergrens: float | None = None
    bovengrens: float | None = None
    opmerking: str = ""

    @property
    def sleutel(self) -> Sleutel:
        """What this figure is."""
        return (self.indicator, self.groep, self.regio, self.jaar)

    @property
    def gegeven(self) -> bool:
        """Whether the publisher says anything here: a number, or a sign that is not simply an empty cell."""
        return self.reden is not Reden.NIET_GEMETEN


# The number of inhabitants of a region, by age group.
Inwoners: TypeAlias = Mapping[str, Mapping[str, float]]
