"""How a figure differs from a reference, and what may be said about it."""

from __future__ import annotations

from gebiedsplan.cijfers.model import Meting, Oordeel, Verschil, Woord
from gebiedsplan.kader.model import Indicator, Kader


def verschil(eigen: Meting | None, referentie: Meting | None, indicator: Indicator, kader: Kader) -> Verschil | None:
    """How an own figure differs from a reference; None when one of them has no value or they are of other years."""
    if eigen is None or referentie is None or eigen.waarde is None or referentie.waarde is None:
        return None
    if eigen.jaar != referentie.jaar:
        return None
    punten = eigen.waarde - referentie.waarde
    grens = kader.instellingen.duidelijk_verschil.get(indicator.eenheid, 0.0)
    return Verschil(punten, _oordeel(punten, grens, indicator), _woord(eigen, referentie, punten))


def gericht(punten: float, indicator: Indicator) -> float:
    """A difference turned so that positive is favourable; as it is where no direction is favourable."""
    return -punten if indicator.gunstig == "lager" else punten


def _oordeel(punten: float, grens: float, indicator: Indicator) -> Oordeel:
    if indicator.gunstig == "geen":
        return "geen richting"
    # Rounded, because 42.8 - 41.3 is just below 1.5 for a computer.
    if not punten or round(abs(punten), 9) < grens:
        return "geen duidelijk verschil"
    return "gunstiger" if gericht(punten, indicator) > 0 else "minder gunstig"


def _woord(eigen: Meting, referentie: Meting, punten: float) -> Woord:
    """Only an interval allows a word: it must leave out the reference, or the interval of the reference."""
    if eigen.onder is None or eigen.boven is None or referentie.waarde is None:
        return "niet getoetst"
    laagste = referentie.onder if referentie.onder is not None else referentie.waarde
    hoogste = referentie.boven if referentie.boven is not None else referentie.waarde
    if eigen.onder <= hoogste and laagste <= eigen.boven:
        return "niet aantoonbaar anders"
    return "hoger" if punten > 0 else "lager"
