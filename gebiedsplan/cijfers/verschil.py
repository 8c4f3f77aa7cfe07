"""How figures differ from a reference and from themselves in earlier years, and what may be said about it.

A word like "hoger" is only said when a test allows it. All that is compared at once is one family of tests, so
that looking at many figures does not by itself find something (Holm, see ``interval.holm``).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from gebiedsplan.cijfers.interval import holm
from gebiedsplan.cijfers.model import Meting, Oordeel, Verandering, Veranderwoord, Verloop, Verschil, Woord
from gebiedsplan.cijfers.toetsen import gebreken, kans, kans_van_verandering
from gebiedsplan.kader.model import Indicator, Kader

_W = TypeVar("_W", bound=str)
_Naam = TypeVar("_Naam", bound=Hashable)
_ANDERS: tuple[Woord, Woord, Woord] = ("hoger", "lager", "niet aantoonbaar anders")
_VERANDERD: tuple[Veranderwoord, Veranderwoord, Veranderwoord] = ("gestegen", "gedaald", "niet aantoonbaar veranderd")


class Paar(NamedTuple):
    """A figure and what it is set beside; ``erin``: the area is a part of that."""

    indicator: Indicator
    eigen: Meting | None
    referentie: Meting | None
    erin: bool = True


def afstand(eigen: Meting | None, referentie: Meting | None) -> float | None:
    """How far a figure lies above a reference of the same year; None when one of them has no value."""
    if eigen is None or referentie is None or eigen.waarde is None or referentie.waarde is None:
        return None
    return eigen.waarde - referentie.waarde if eigen.jaar == referentie.jaar else None


def gericht(punten: float, indicator: Indicator) -> float:
    """A difference turned so that positive is favourable; as it is where no direction is favourable."""
    return -punten if indicator.gunstig == "lager" else punten


def verschillen(paren: Mapping[_Naam, Paar], kader: Kader) -> dict[_Naam, Verschil]:
    """How figures differ from their reference, by the name they are given; left out what cannot be compared.

    All of them are one family of tests: what is looked at together goes in together.
    """
    vergeleken = {
        naam: (indicator, eigen, referentie, punten)
        for naam, (indicator, eigen, referentie, _) in paren.items()
        if eigen and referentie and (punten := afstand(eigen, referentie)) is not None
    }
    kansen = {
        naam: kans(eigen, referentie, indicator, erin=paren[naam].erin)
        for naam, (indicator, eigen, referentie, _) in vergeleken.items()
    }
    anders = _aangetoond(kansen)
    gevonden = {}
    for naam, (indicator, eigen, referentie, punten) in vergeleken.items():
        woord: Woord = _woord(kansen[naam], naam in anders, punten, _ANDERS) or "niet getoetst"
        maat = _maat(punten, indicator, kader)
        mist = gebreken(eigen, referentie) if kansen[naam] is None else ("", "")
        gevonden[naam] = Verschil(punten, _oordeel(punten, maat, woord, indicator), woord, maat, *mist)
    return gevonden


def veranderingen(reeksen: Iterable[tuple[Indicator, Sequence[Meting]]], kader: Kader) -> dict[str, Verandering]:
    """By indicator how the figures of one area changed from the first of years that can be compared to the last."""
    vergeleken = {indicator.id: (indicator, reeks[0], reeks[-1]) for indicator, reeks in reeksen if len(reeks) > 1}
    kansen = {id_: kans_van_verandering(a, b, indicator) for id_, (indicator, a, b) in vergeleken.items()}
    anders = _aangetoond(kansen)
    gevonden = {}
    for id_, (indicator, eerste, laatste) in vergeleken.items():
        punten = (laatste.waarde or 0.0) - (eerste.waarde or 0.0)
        woord: Veranderwoord = _woord(kansen[id_], id_ in anders, punten, _VERANDERD) or "niet getoetst"
        maat = _maat(punten, indicator, kader)
        gevonden[id_] = Verandering(eerste, laatste, _verloop(punten, maat, woord, indicator), woord, maat)
    return gevonden


def _aangetoond(kansen: Mapping[_Naam, float | None]) -> frozenset[_Naam]:
    return holm({naam: p for naam, p in kansen.items() if p is not None})


def _woord(p: float | None, aangetoond: bool, punten: float, woorden: tuple[_W, _W, _W]) -> _W | None:
    if p is None:
        return None
    meer, minder, gelijk = woorden
    return gelijk if not aangetoond else meer if punten > 0 else minder


def _maat(punten: float, indicator: Indicator, kader: Kader) -> float:
    """How many times a difference is what stands out; where anything does, any difference is one."""
    grens = kader.valt_op_vanaf(indicator)
    # Rounded, because 42.8 - 41.3 is just below 1.5 for a computer.
    verschil = round(abs(punten), 9)
    return verschil / grens if grens else float(bool(verschil))


def _oordeel(punten: float, maat: float, woord: Woord, indicator: Indicator) -> Oordeel:
    if indicator.gunstig == "geen":
        return "geen richting"
    if maat < 1 or woord == "niet aantoonbaar anders":
        return "geen duidelijk verschil"
    return "gunstiger" if gericht(punten, indicator) > 0 else "minder gunstig"


def _verloop(punten: float, maat: float, woord: Veranderwoord, indicator: Indicator) -> Verloop:
    if indicator.gunstig == "geen":
        return "geen richting"
    if maat < 1 or woord == "niet aantoonbaar veranderd":
        return "geen duidelijke verandering"
    return "beter" if gericht(punten, indicator) > 0 else "minder"
