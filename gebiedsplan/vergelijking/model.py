"""What the comparison of all areas is made from, and all that its template may see: words, charts and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.kader.eigen import Woorden
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.grafiek import Grafiek
from gebiedsplan.plan.model import Tabel, Voorblad


@dataclass(frozen=True, slots=True)
class Bron:
    """What a comparison is made from.

    ``data`` are the workbooks that count, by slug; ``redenen`` says of the other areas why theirs does not.
    """

    kader: Kader
    jaar: int
    data: Mapping[str, Gebiedsdata]
    redenen: Mapping[str, str]
    cijfers: Cijfers


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the first page: what it is about, what it says, and the id of where that comes from."""

    label: str
    tekst: str
    naar: str


@dataclass(frozen=True, slots=True)
class Lijst:
    """A few lines under a heading; ``leeg`` is what to say when there are none."""

    kop: str
    id: str
    uitleg: str
    regels: tuple[Regel, ...]
    leeg: str


@dataclass(frozen=True, slots=True)
class Cijferdeel:
    """One indicator over all areas. ``tabel`` is the id of the table with its numbers.

    ``onder`` are sentences: what was tested, and who has no figure and why.
    """

    grafiek: Grafiek
    tabel: str
    onder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of figures. ``weinig``: name and values of what too few areas have; ``zonder``: what nobody has."""

    id: str
    naam: str
    uitleg: str
    delen: tuple[Cijferdeel, ...]
    tabellen: tuple[Tabel, ...]
    weinig: tuple[tuple[str, str], ...]
    zonder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speerpunten:
    """The speerpunten of one thema, or of one area: area, title and what is done for it."""

    id: str
    naam: str
    regels: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All areas side by side. ``over``: what to know of the areas that take part; ``slug`` names its files."""

    slug: str
    voorblad: Voorblad
    zin: str
    lijsten: tuple[Lijst, ...]
    stand: Tabel
    over: tuple[str, ...]
    voorbeeld: str
    de_samenwerking: str
    woorden: Woorden
    blokken: tuple[Blok, ...]
    themas: Tabel | None
    speerpunten: tuple[Speerpunten, ...]
    doelgroepen: Tabel | None
    kpizinnen: tuple[str, ...]
    kpis: tuple[Tabel, ...]
    toetsing: tuple[str, ...]
    koersen: tuple[tuple[str, str], ...]
    tekens: tuple[tuple[str, str], ...]

    def grafieken(self) -> tuple[Grafiek, ...]:
        """Every chart."""
        return tuple(deel.grafiek for blok in self.blokken for deel in blok.delen)

    def cijfertabellen(self) -> tuple[Tabel, ...]:
        """Every table with figures."""
        return (*(tabel for blok in self.blokken for tabel in blok.tabellen), *self.kpis)
