"""What a chart shows, in values that are already calculated, rounded for reading and suppressed.

The room ``figures`` draws these and decides nothing: which indicator, in what order, how a value is
written and whether a difference is worth a colour was settled before. A missing value is ``None`` with
its reason in words; it is never drawn as zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from gebiedsplan import taal
from gebiedsplan.cijfers.koers import Woord as Woord
from gebiedsplan.cijfers.model import Oordeel as Oordeel

Rol: TypeAlias = Literal["eigen", "ander", "referentie"]


@dataclass(frozen=True, slots=True)
class Raster:
    """The table behind a chart, as text: header, rows; the first column names the row, the others are numbers."""

    kop: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Notatie:
    """How the figures of a chart are written: with so many decimals, and ``achter`` behind the number."""

    decimalen: int = 0
    achter: str = "%"

    def getal(self, waarde: float) -> float:
        """``waarde`` with one decimal more than is written, such that rounding it gives what is written.

        42,46 is written as 42; as 42,5 it would become 43, so it is 42,4.
        """
        fijner = taal.afgerond(waarde, self.decimalen + 1)
        if taal.afgerond(float(fijner), self.decimalen) != taal.afgerond(waarde, self.decimalen):
            fijner -= Decimal(1).scaleb(-self.decimalen - 1).copy_sign(fijner)
        return float(fijner + 0)  # so that a zero has no sign


@dataclass(frozen=True, slots=True)
class Basis:
    """What every chart has: a stable id, the finding as a sentence, alt text (at most 150 characters), source, data."""

    id: str
    titel: str
    alt: str
    bron: str
    raster: Raster


@dataclass(frozen=True, slots=True)
class KernbeeldRij:
    """One indicator against the reference.

    ``eigen``, ``land``, ``gemeente`` and ``anderen`` are distances to the reference in percentage points. Positive
    is favourable (or simply higher, where ``oordeel`` is "geen richting"). ``None``: not known.
    The ``*_tekst`` fields are what stands in the columns ("80%", or a reason in words).
    """

    label: str
    eigen_tekst: str
    referentie_tekst: str
    land_tekst: str
    eigen: float | None
    land: float | None
    anderen: tuple[float, ...]
    oordeel: Oordeel
    voorbeeld: bool
    gemeente: float | None = None
    gemeente_tekst: str = ""


@dataclass(frozen=True, slots=True)
class KernbeeldGroep:
    """Rows under one heading: "Gezondheid"."""

    naam: str
    rijen: tuple[KernbeeldRij, ...]


@dataclass(frozen=True, slots=True)
class Kernbeeld:
    """The spine chart: every chosen indicator of one area against a reference.

    ``grens`` is the difference in percentage points from which a mark gets a colour and a triangle.
    ``gemeente_naam`` is the gemeente that the area is a part of, "" when it is one itself. ``getoetst``: of some rows a
    test says whether they may differ by chance.
    """

    basis: Basis
    eigen_naam: str
    referentie_naam: str
    land_naam: str
    groepen: tuple[KernbeeldGroep, ...]
    grens: float
    gemeente_naam: str = ""
    getoetst: bool = False


@dataclass(frozen=True, slots=True)
class Teken:
    """One indicator in a small kernbeeld: ``afstand``, ``oordeel`` and ``voorbeeld`` as in a KernbeeldRij."""

    afstand: float
    oordeel: Oordeel
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class KleinKernbeeld:
    """The marks of a kernbeeld without its words, to set beside those of other areas.

    A group holds a place for every row, ``None`` where the figure is not known. ``bereik`` is how far the
    scale goes at both sides: the same for all that stand beside each other.
    """

    id: str
    alt: str
    groepen: tuple[tuple[Teken | None, ...], ...]
    bereik: int

    def tekens(self) -> tuple[Teken, ...]:
        """Every mark, in order."""
        return tuple(teken for groep in self.groepen for teken in groep if teken is not None)


@dataclass(frozen=True, slots=True)
class Staaf:
    """One area in a comparison. ``tekst`` is the value as written, or the reason it is missing.

    ``onder`` and ``boven`` are the bounds of its interval where known. ``oordeel`` is what is said of it against the
    reference, where the chart shows that.
    """

    label: str
    waarde: float | None
    tekst: str
    rol: Rol
    onder: float | None
    boven: float | None
    voorbeeld: bool
    oordeel: Oordeel | None = None


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """One indicator over all areas, in the order to draw, own area(s) marked.

    ``referentie`` (value, name) is drawn as a line; ``eenheid`` ("% van de inwoners van 18 jaar en ouder") stands
    at the axis. ``punten``: dots that say how far areas lie apart, on a scale that need not begin at zero.
    ``minstens``: how much such a scale shows at least. ``legenda``: what the signs for an ``oordeel`` mean here.
    """

    basis: Basis
    eenheid: str
    staven: tuple[Staaf, ...]
    referentie: tuple[float, str] | None
    notatie: Notatie = Notatie()
    punten: bool = False
    minstens: float = 0.0
    legenda: tuple[tuple[Oordeel, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Punt:
    """A measured year; ``waarde`` None leaves a gap in the line, ``breuk`` cuts it before this year."""

    jaar: int
    waarde: float | None
    tekst: str
    breuk: bool = False


@dataclass(frozen=True, slots=True)
class Lijn:
    """One region over the years. ``rol`` "eigen" is drawn in colour, the others are context in grey."""

    label: str
    rol: Rol
    punten: tuple[Punt, ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """One indicator over the measured years."""

    basis: Basis
    eenheid: str
    jaren: tuple[int, ...]
    lijnen: tuple[Lijn, ...]
    notatie: Notatie = Notatie()


@dataclass(frozen=True, slots=True)
class Leeftijdsgroep:
    """Share of one age group, in percent of all inhabitants, in each of the regions."""

    label: str
    aandelen: tuple[float | None, ...]
    teksten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leeftijdsopbouw:
    """How old the inhabitants are: a bar for the own area, which is the first region, and marks for the others."""

    basis: Basis
    regios: tuple[str, ...]
    groepen: tuple[Leeftijdsgroep, ...]


@dataclass(frozen=True, slots=True)
class Stap:
    """A measurement on the way of a goal: how much of the way it is (0 the nulmeting, 1 the goal), and in words."""

    deel: float
    tekst: str


@dataclass(frozen=True, slots=True)
class DoelRij:
    """One goal on its way. ``begin`` and ``streef`` are the nulmeting and the streefwaarde in words.

    ``weg``: it has both, so that it can be drawn. ``stappen`` are its measurements since, oldest first. ``lijn`` is
    how much of the way it should be at the last of them. ``oordeel`` is ``woord`` with what a reader must know of it.
    """

    label: str
    begin: str
    streef: str
    weg: bool
    stappen: tuple[Stap, ...]
    lijn: float | None
    woord: Woord
    oordeel: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class DoelenGroep:
    """The goals of one speerpunt."""

    naam: str
    rijen: tuple[DoelRij, ...]


@dataclass(frozen=True, slots=True)
class Doelenkaart:
    """Every goal of an area on its way from nulmeting to goal, all as long: a bullet chart with a row for each."""

    basis: Basis
    groepen: tuple[DoelenGroep, ...]

    @property
    def rijen(self) -> tuple[DoelRij, ...]:
        """Every row, in order."""
        return tuple(rij for groep in self.groepen for rij in groep.rijen)


@dataclass(frozen=True, slots=True)
class Bandbreedterij:
    """What one kind of question saves, from low to high, in euros a year; below zero it costs more than it saves.

    ``laag_tekst`` and ``hoog_tekst`` are those as written, or the reason why they are None. ``omslag``: from which
    share the help pays for itself ("31%").
    """

    label: str
    laag: float | None
    hoog: float | None
    laag_tekst: str
    hoog_tekst: str
    omslag: str
    voorbeeld: bool


@dataclass(frozen=True, slots=True)
class Bandbreedtes:
    """Ranges around zero: what prevention may cost or save."""

    basis: Basis
    rijen: tuple[Bandbreedterij, ...]


@dataclass(frozen=True, slots=True)
class Staven:
    """One indicator in a few bars and large letters: the area over the years, and what lies around it.

    Half as wide as a page, so that two stand beside each other and one fills the screen of a phone. Every bar has a
    value.
    """

    basis: Basis
    eenheid: str
    staven: tuple[Staaf, ...]
    notatie: Notatie = Notatie()


@dataclass(frozen=True, slots=True)
class Bogen:
    """What a kader is built of, as arches around each other: the first is inside. A drawing without numbers."""

    basis: Basis
    namen: tuple[str, ...]


Grafiek: TypeAlias = Kernbeeld | Vergelijking | Trend | Leeftijdsopbouw | Doelenkaart | Bandbreedtes | Staven | Bogen
