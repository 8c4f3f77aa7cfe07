"""Figures that may be shown. Nothing here is too small to publish: suppression came before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from gebiedsplan.bevinding import Plek
from gebiedsplan.gebied.model import Bevolkingsgroep, Reden
from gebiedsplan.geheim.model import Sleutel

VOORBEELD = "voorbeeld"
BEREKEND = "berekend"

Oordeel: TypeAlias = Literal["gunstiger", "minder gunstig", "geen duidelijk verschil", "geen richting"]
Woord: TypeAlias = Literal["hoger", "lager", "niet aantoonbaar anders", "niet getoetst"]
Gebrek: TypeAlias = Literal["", "schatting", "telling", "rest"]
Verloop: TypeAlias = Literal["beter", "minder", "geen duidelijke verandering", "geen richting"]
Veranderwoord: TypeAlias = Literal["gestegen", "gedaald", "niet aantoonbaar veranderd", "niet getoetst"]


@dataclass(frozen=True, slots=True)
class Meting:
    """A figure that may be shown: ``waarde`` in the unit of its indicator, or None with its ``reden``.

    ``status`` is that of the workbook, or "berekend" for an average of the samenwerking; "voorbeeld" is
    passed on by every calculation. ``onder`` and ``boven`` are its 95% interval: that of the source, or calculated from
    ``teller`` and ``noemer`` (then ``geteld``), which may be off by ``speling`` because the source rounds.
    ``afgerond_op``: the count behind it was rounded to a multiple of this, by us. ``breuk`` says why it cannot be
    compared with earlier years. ``plekken``: the cells it rests on.
    """

    indicator: str
    regio: str
    jaar: int
    waarde: float | None
    reden: Reden | None
    onder: float | None
    boven: float | None
    bron: str
    peildatum: str
    status: str
    opmerking: str
    teller: float | None = None
    noemer: float | None = None
    geteld: bool = False
    speling: float = 0.0
    breuk: str = ""
    afgerond_op: int = 1
    plekken: tuple[Plek, ...] = field(default=(), compare=False)

    @property
    def plek(self) -> Plek | None:
        """Its cell, for a figure that stands in one."""
        return self.plekken[0] if len(self.plekken) == 1 else None

    @property
    def voorbeeld(self) -> bool:
        """Whether this figure is made up to show how a plan looks."""
        return self.status == VOORBEELD


@dataclass(frozen=True, slots=True)
class Verschil:
    """An own figure against a reference of the same year, in the unit of the indicator.

    ``woord`` says what a test allows to say; ``oordeel`` whether the difference is large enough to stand out
    by the setting of the kader, and which way. ``maat``: how many times that setting the difference is.
    ``eigen_mist`` and ``referentie_mist`` say for want of what there was no test: an interval of an estimate
    ("schatting"), the count or what it is a count of ("telling"), or anybody outside the area ("rest"); "" for nothing.
    """

    punten: float
    oordeel: Oordeel
    woord: Woord
    maat: float
    eigen_mist: Gebrek = ""
    referentie_mist: Gebrek = ""

    @property
    def getoetst(self) -> bool:
        """Whether a test stands behind the word."""
        return self.woord != "niet getoetst"

    @property
    def valt_op(self) -> bool:
        """Whether it is large enough to matter, and no test says that it may be nothing."""
        return self.maat >= 1 and self.woord != "niet aantoonbaar anders"


@dataclass(frozen=True, slots=True)
class Verandering:
    """The newest figure of a region against the first it can be compared with; the rest as in a Verschil."""

    eerste: Meting
    laatste: Meting
    verloop: Verloop
    woord: Veranderwoord
    maat: float

    @property
    def getoetst(self) -> bool:
        """Whether a test stands behind the word."""
        return self.woord != "niet getoetst"


@dataclass(frozen=True, slots=True)
class Opbouw:
    """The inhabitants of a region in one year: per age group the number, or None with the reason.

    ``plek`` is the cell of the total.
    ``reden`` says why there is no ``totaal``; None when nobody said.
    """

    regio: str
    jaar: int
    totaal: float | None
    groepen: tuple[Bevolkingsgroep, ...]
    plek: Plek | None = field(default=None, compare=False)
    reden: Reden | None = None

    def groep(self, naam: str) -> Bevolkingsgroep | None:
        """The count of an age group; None when there is no row for it."""
        return next((g for g in self.groepen if g.groep == naam), None)

    def aandeel(self, groep: str) -> float | None:
        """Share of an age group in percent of the sum of all groups; None when any of them is missing.

        A group that is nihil holds nobody: the shares of the others are known.
        """
        aantallen = {g.groep: g.aantal for g in self.groepen if g.reden is not Reden.NIHIL}
        bekend = [aantal for aantal in aantallen.values() if aantal is not None]
        eigen = aantallen.get(groep)
        if eigen is None or len(bekend) < len(aantallen) or not sum(bekend):
            return None
        return 100 * eigen / sum(bekend)


@dataclass(frozen=True, slots=True)
class Cijfers:
    """Every figure of every region, after suppression and calculation, in order of year.

    ``verborgen`` are the figures that may be shown nowhere, also those that no row here is about.
    """

    metingen: Mapping[tuple[str, str], tuple[Meting, ...]]
    bevolking: Mapping[str, tuple[Opbouw, ...]]
    verborgen: frozenset[Sleutel] = frozenset()

    def reeks(self, indicator: str, regio: str) -> tuple[Meting, ...]:
        """All years of a figure, oldest first."""
        return self.metingen.get((indicator, regio), ())

    def laatste(self, indicator: str, regio: str) -> Meting | None:
        """The newest year of a figure that has a value; else the newest; None when there is no row at all."""
        reeks = self.reeks(indicator, regio)
        met_waarde = [m for m in reeks if m.waarde is not None]
        bruikbaar = met_waarde or list(reeks)
        return bruikbaar[-1] if bruikbaar else None

    def in_jaar(self, indicator: str, regio: str, jaar: int) -> Meting | None:
        """The figure of one year."""
        return next((m for m in self.reeks(indicator, regio) if m.jaar == jaar), None)

    def is_geheim(self, indicator: str, regio: str, jaar: int) -> bool:
        """Whether a figure may be shown nowhere."""
        meting = self.in_jaar(indicator, regio, jaar)
        return (indicator, regio, jaar) in self.verborgen or (meting is not None and meting.reden is Reden.GEHEIM)

    def opbouw(self, regio: str, jaar: int | None = None) -> Opbouw | None:
        """How old the inhabitants are, in ``jaar`` or the newest year."""
        jaren = [o for o in self.bevolking.get(regio, ()) if jaar in (None, o.jaar)]
        return jaren[-1] if jaren else None
