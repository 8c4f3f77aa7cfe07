"""Which figures have an interval, and what the chance is that two of them differ by chance alone.

An interval of the source comes first. Else it is calculated from counts, when the figure is what those give: a
model or a weighted estimate is not. What can be tested follows from that; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from gebiedsplan.cijfers import interval
from gebiedsplan.cijfers.interval import Interval
from gebiedsplan.cijfers.model import Gebrek, Meting
from gebiedsplan.geheim.regels import FACTOR
from gebiedsplan.kader.model import Indicator, Kader

_SCHATTING = "schatting"


class _Telling(NamedTuple):
    """A count, what it is a count of, and how far rounding may have moved it."""

    teller: float
    noemer: float
    speling: float


def met_intervallen(
    metingen: Mapping[tuple[str, str], tuple[Meting, ...]], kader: Kader
) -> dict[tuple[str, str], tuple[Meting, ...]]:
    """Every figure with the interval of its source, or else the one that its counts give."""
    return {
        sleutel: tuple(_met_interval(meting, _speling(meting, metingen, kader), kader) for meting in reeks)
        for sleutel, reeks in metingen.items()
    }


def kans(eigen: Meting, referentie: Meting, indicator: Indicator, *, erin: bool = True) -> float | None:
    """The chance of a difference this large or larger when an area is like what it is set beside.

    ``erin``: the reference holds the area. Where both are counted, the area is then taken out of it; where there are
    only intervals, taking the two as independent makes the chance too large rather than too small: with a share f of
    the area in it their difference varies by (1-f)²(v1 + v2), and not by v1 + f²v1 + (1-f)²v2, where v2 is the rest.
    None: nothing can be said, and ``gebreken`` tells why.
    """
    if eigen.geteld and referentie.geteld:
        rest = _rest(eigen, referentie) if erin else _telling(referentie)
        return None if rest is None else _kans_van_tellingen(_telling(eigen), rest, indicator)
    return _kans_van_intervallen(eigen, referentie)


def gebreken(eigen: Meting, referentie: Meting) -> tuple[Gebrek, Gebrek]:
    """For want of what two figures had no ``kans``, the own one and its reference."""
    van_eigen, van_referentie = _mist(eigen), _mist(referentie)
    return van_eigen, "rest" if not van_eigen and not van_referentie else van_referentie


def kans_van_verandering(eerste: Meting, laatste: Meting, indicator: Indicator) -> float | None:
    """The chance of a change this large or larger when nothing changed; the years are taken as independent.

    Many of the people are the same in both, which makes the chance too large rather than too small.
    """
    if eerste.geteld and laatste.geteld:
        return _kans_van_tellingen(_telling(laatste), _telling(eerste), indicator)
    return _kans_van_intervallen(laatste, eerste)


# -- intervals


def _met_interval(meting: Meting, speling: float, kader: Kader) -> Meting:
    waarde, indicator = meting.waarde, kader.indicator(meting.indicator)
    if waarde is None or (meting.onder is not None and meting.boven is not None):
        return meting
    if indicator.eenheid == "aantal":
        meting = replace(meting, teller=waarde, noemer=1.0)
    geteld = replace(meting, speling=speling, geteld=True)
    if not _is_geteld(geteld, indicator):
        return meting
    onder, boven = _grenzen(_telling(geteld), indicator)
    return replace(geteld, onder=min(onder, waarde), boven=max(boven, waarde))


def _speling(meting: Meting, metingen: Mapping[tuple[str, str], tuple[Meting, ...]], kader: Kader) -> float:
    """How far rounding, by the source or by us, may have moved a count; an estimate is made of wijken, each rounded."""
    half = max(kader.indicator(meting.indicator).afgerond_op, meting.afgerond_op if meting.afgerond_op > 1 else 0) / 2
    if half and meting.regio == kader.instellingen.samenwerking:
        delen = [m for g in kader.bladeren() for m in metingen.get((meting.indicator, g.slug), ())]
        return sum(_speling(m, metingen, kader) for m in delen if m.jaar == meting.jaar)
    gebied = next((g for g in kader.gebieden if g.slug == meting.regio), None)
    return half * max(1, len(gebied.wijken) if gebied and meting.status == _SCHATTING else 1)


def _is_geteld(meting: Meting, indicator: Indicator) -> bool:
    """Whether a figure is what its teller and noemer give, as it is written; a weighted figure is another."""
    if meting.waarde is None or meting.teller is None or not meting.noemer or meting.teller < 0:
        return False
    if indicator.eenheid == "aantal":
        return meting.status != _SCHATTING
    factor = FACTOR.get(indicator.eenheid)
    if factor is None or (indicator.telt == "mensen" and meting.teller > meting.noemer):
        return False
    uit_telling = factor * meting.teller / meting.noemer
    ruimte = 0.5 * 10.0**-indicator.decimalen + factor * meting.speling / meting.noemer
    return abs(meting.waarde - uit_telling) <= ruimte + 1e-9


def _grenzen(telling: _Telling, indicator: Indicator) -> Interval:
    """The interval in the unit of the indicator, as wide as rounding of the count may make it."""
    laag, hoog = max(0.0, telling.teller - telling.speling), telling.teller + telling.speling
    factor = FACTOR.get(indicator.eenheid, 1.0)
    if _zijn_gebeurtenissen(indicator):
        factor /= telling.noemer
        return Interval(interval.byar(laag).onder * factor, interval.byar(hoog).boven * factor)
    hoog = min(hoog, telling.noemer)
    return Interval(
        interval.wilson(laag, telling.noemer).onder * factor, interval.wilson(hoog, telling.noemer).boven * factor
    )


def _zijn_gebeurtenissen(indicator: Indicator) -> bool:
    """A bare number has no base of people that could all have been counted, so it is one of events too."""
    return indicator.telt == "gebeurtenissen" or indicator.eenheid == "aantal"


# -- tests


def _telling(meting: Meting) -> _Telling:
    return _Telling(meting.teller or 0.0, meting.noemer or 0.0, meting.speling)


def _rest(eigen: Meting, referentie: Meting) -> _Telling | None:
    """The reference without the area; None when nothing remains."""
    geheel, deel = _telling(referentie), _telling(eigen)
    # What was added up of the area itself holds the same rounding; two publications each have their own.
    samen = set(eigen.plekken) <= set(referentie.plekken) and eigen.plekken
    speling = geheel.speling - deel.speling if samen else geheel.speling + deel.speling
    rest = _Telling(geheel.teller - deel.teller, geheel.noemer - deel.noemer, max(0.0, speling))
    return rest if rest.noemer > 0 and rest.teller >= 0 else None


def _kans_van_tellingen(een: _Telling, ander: _Telling, indicator: Indicator) -> float:
    """As if rounding had moved both counts apart: what then remains of the difference is tested."""
    richting = 1 if een.teller / een.noemer > ander.teller / ander.noemer else -1
    teller_1 = _binnen(een.teller - richting * een.speling, een.noemer, indicator)
    teller_2 = _binnen(ander.teller + richting * ander.speling, ander.noemer, indicator)
    if richting * (teller_1 / een.noemer - teller_2 / ander.noemer) <= 0:
        return 1.0
    toets = interval.z_van_aantallen if _zijn_gebeurtenissen(indicator) else interval.z_van_aandelen
    return interval.p_waarde(toets(teller_1, een.noemer, teller_2, ander.noemer))


def _binnen(teller: float, noemer: float, indicator: Indicator) -> float:
    hoogste = float("inf") if _zijn_gebeurtenissen(indicator) else noemer
    return min(max(teller, 0.0), hoogste)


def _kans_van_intervallen(een: Meting, ander: Meting) -> float | None:
    """From the standard errors behind two intervals. A figure without one may be exact or a guess: nobody knows."""
    fout, andere_fout = _fout(een), _fout(ander)
    if fout is None or andere_fout is None or een.waarde is None or ander.waarde is None:
        return None
    return interval.p_waarde(interval.z_van_schattingen(een.waarde, fout, ander.waarde, andere_fout))


def _fout(meting: Meting) -> float | None:
    if meting.onder is None or meting.boven is None:
        return None
    return interval.standaardfout(Interval(meting.onder, meting.boven))


def _mist(meting: Meting) -> Gebrek:
    if _fout(meting) is not None:
        return ""
    return "schatting" if meting.status == _SCHATTING else "telling"
