"""Is a goal on course: does its last measurement lie at or beyond the straight line to what is aimed at?

Everything is compared as it is written, so that a reader who draws the line himself finds the same. Nothing here sees
a figure that may not be shown: a goal that starts at one, or was only measured in one, has no course but "geheim".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from gebiedsplan import taal
from gebiedsplan.bevinding import Plek
from gebiedsplan.cijfers.model import VOORBEELD, Cijfers
from gebiedsplan.gebied.model import Doel, Reden
from gebiedsplan.kader.model import Indicator, Kpi

Woord: TypeAlias = Literal[
    "bereikt",
    "op koers",
    "onzeker",
    "niet op koers",
    "niet bereikt",
    "niet te zeggen",
    "nog niet opnieuw gemeten",
    "nog niet gemeten",
    "eerst nulmeting",
    "nog niet vastgesteld",
    "geheim",
]

SCHATTING = "schatting"

# What says that a goal was measured since it began, in the order from good to bad.
GEMETEN: tuple[Woord, ...] = ("bereikt", "op koers", "onzeker", "niet op koers", "niet bereikt")


@dataclass(frozen=True, slots=True)
class Stand:
    """What a goal was in a year. ``waarde`` None: it may not be shown. ``jaar`` None: nobody filled it in.

    ``plek``: the cell that says so.
    """

    waarde: float | None
    jaar: int | None
    onder: float | None = None
    boven: float | None = None
    status: str = ""
    plek: Plek | None = None


@dataclass(frozen=True, slots=True)
class Traject:
    """The way of a goal: where it began, what was measured since (oldest first), and what it aims at.

    ``decimalen``: with how many its values are written. ``eerst_nulmeting``: it cannot begin yet.
    """

    begin: Stand | None
    metingen: tuple[Stand, ...]
    streefwaarde: float | None
    streefjaar: int | None
    richting: str
    decimalen: int
    eerst_nulmeting: bool = False

    @property
    def laatste(self) -> Stand | None:
        """The newest measurement that may be shown."""
        return next((stand for stand in reversed(self.metingen) if stand.waarde is not None), None)

    def geschreven(self, waarde: float) -> Fraction:
        """A value as it is written."""
        return Fraction(taal.afgerond(waarde, self.decimalen))

    def lijn(self, jaar: int | None) -> Fraction | None:
        """Where the straight line from the begin to the streefwaarde is in a year; at its end it stays."""
        begin = self.begin
        if begin is None or begin.waarde is None or self.streefwaarde is None:
            return None
        if jaar is None or begin.jaar is None or self.streefjaar is None:
            return None
        van, naar = self.geschreven(begin.waarde), self.geschreven(self.streefwaarde)
        if jaar >= self.streefjaar:
            return naar
        return van + (naar - van) * Fraction(jaar - begin.jaar, self.streefjaar - begin.jaar)

    def deel(self, waarde: Fraction) -> Fraction | None:
        """How much of the way a value is: 0 at the begin, 1 at the streefwaarde; None when there is no way to go."""
        begin = self.begin
        if begin is None or begin.waarde is None or self.streefwaarde is None:
            return None
        van, naar = self.geschreven(begin.waarde), self.geschreven(self.streefwaarde)
        vooruit = naar > van if self.richting == "hoger" else naar < van
        return (waarde - van) / (naar - van) if vooruit else None


@dataclass(frozen=True, slots=True)
class Koers:
    """What may be said of a goal. ``jaar`` and ``status`` are those of the measurement it is said of."""

    woord: Woord
    jaar: int | None = None
    status: str = ""


def van_doel(doel: Doel, cijfers: Cijfers, slug: str, decimalen: int) -> Traject:
    """The way of a goal of an area, of which what may not be shown was hidden before (see ``doelen.zichtbaar``).

    One figure has one value: where the figure sheets have the indicator in a later year, that is what was measured.
    """
    begin = None
    if doel.verborgen or doel.nulmeting is not None:
        meting = cijfers.in_jaar(doel.indicator, slug, doel.nulmeting_jaar or 0)
        status = meting.status if meting else ""
        begin = Stand(doel.nulmeting, doel.nulmeting_jaar, status=status, plek=doel.plekken.get("Nulmeting"))
    gemeten = {m.jaar: Stand(m.waarde, m.jaar, plek=doel.plekken.get(m.kolom)) for m in doel.tussenmetingen}
    if begin is not None and begin.jaar is not None:
        gemeten |= {stand.jaar: stand for stand in _uit_cijfers(cijfers, doel.indicator, slug)}
    return Traject(
        begin=begin,
        metingen=_na(begin, gemeten.values()),
        streefwaarde=doel.streefwaarde,
        streefjaar=doel.streefwaarde_jaar,
        richting=doel.richting or _richting(doel.nulmeting, doel.streefwaarde),
        decimalen=decimalen,
        eerst_nulmeting=doel.eerst_nulmeting,
    )


def van_kpi(kpi: Kpi, indicator: Indicator, cijfers: Cijfers, regio: str) -> Traject:
    """The way of a KPI in a region, from the figure of its nulmeting on."""
    standen = tuple(_uit_cijfers(cijfers, kpi.indicator, regio))
    begin = next((stand for stand in standen if stand.jaar == kpi.nulmeting_jaar), None)
    return Traject(
        begin=begin,
        metingen=_na(begin, standen) if begin else standen[-1:],
        streefwaarde=kpi.streefwaarde,
        streefjaar=kpi.streefwaarde_jaar or None,
        richting=kpi.richting,
        decimalen=indicator.decimalen,
    )


def koers(traject: Traject) -> Koers:
    """What the last measurement says of a goal."""
    laatste, streefwaarde = traject.laatste, traject.streefwaarde
    kan_niet = traject.eerst_nulmeting or _is_geheim(traject)
    if kan_niet or laatste is None or laatste.waarde is None or streefwaarde is None:
        return Koers(_waarom_geen_koers(traject))
    woord = _vergeleken(traject, laatste, laatste.waarde, streefwaarde) if traject.richting else "niet te zeggen"
    merken = {laatste.status, traject.begin.status if traject.begin else ""}
    return Koers(woord, laatste.jaar, next((merk for merk in (VOORBEELD, SCHATTING) if merk in merken), ""))


def _is_geheim(traject: Traject) -> bool:
    """Whether a course would tell something of a figure that may not be shown."""
    begin_geheim = traject.begin is not None and traject.begin.waarde is None
    return begin_geheim or bool(traject.metingen and traject.laatste is None)


def _waarom_geen_koers(traject: Traject) -> Woord:
    if traject.eerst_nulmeting:
        return "eerst nulmeting"
    if _is_geheim(traject):
        return "geheim"
    if traject.streefwaarde is None:
        return "nog niet vastgesteld"
    return "nog niet opnieuw gemeten" if traject.begin else "nog niet gemeten"


def _vergeleken(traject: Traject, laatste: Stand, waarde: float, streefwaarde: float) -> Woord:
    verwacht = traject.lijn(laatste.jaar)
    if _haalt(traject, waarde, traject.geschreven(streefwaarde)):
        return "bereikt"
    if verwacht is None:
        return "niet te zeggen"
    if _haalt(traject, waarde, verwacht):
        return "op koers"
    beste = laatste.boven if traject.richting == "hoger" else laatste.onder
    if beste is not None and _haalt(traject, beste, verwacht):
        return "onzeker"
    te_laat = traject.streefjaar is not None and laatste.jaar is not None and laatste.jaar >= traject.streefjaar
    return "niet bereikt" if te_laat else "niet op koers"


def _haalt(traject: Traject, waarde: float, grens: Fraction) -> bool:
    geschreven = traject.geschreven(waarde)
    return geschreven >= grens if traject.richting == "hoger" else geschreven <= grens


def _uit_cijfers(cijfers: Cijfers, indicator: str, regio: str) -> Iterator[Stand]:
    """Every year in which there is a figure, also one that may not be shown."""
    for meting in cijfers.reeks(indicator, regio):
        if meting.waarde is not None or meting.reden is Reden.GEHEIM:
            yield Stand(meting.waarde, meting.jaar, meting.onder, meting.boven, meting.status, meting.plek)


def _na(begin: Stand | None, standen: Iterable[Stand]) -> tuple[Stand, ...]:
    """What was measured after the begin, oldest first; what has no year comes last."""
    vanaf = begin.jaar if begin and begin.jaar else 0
    later = [stand for stand in standen if stand.jaar is None or stand.jaar > vanaf]
    return tuple(sorted(later, key=lambda stand: (stand.jaar is None, stand.jaar or 0)))


def _richting(van: float | None, naar: float | None) -> str:
    """Which way a goal goes when nobody said so."""
    if van is None or naar is None or van == naar:
        return ""
    return "hoger" if naar > van else "lager"
