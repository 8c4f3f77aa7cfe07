"""How sure a figure is: intervals of counts, and the chance that a difference is nothing but chance.

Everything here is about plain numbers; what may be tested is for ``toetsen`` to say. Two-sided, at 95% unless told
otherwise. A register that counts everybody is taken as one draw of what could have happened, as in public health.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple, TypeVar

_NORMAAL = NormalDist()
Z95 = _NORMAAL.inv_cdf(0.975)
"""How many standard errors lie between a figure and each of its 95% bounds: 1,959964."""

ONBETROUWBAARHEID = 0.05
"""The chance that is accepted of calling something different that is not."""

_Naam = TypeVar("_Naam", bound=Hashable)


class Interval(NamedTuple):
    """The bounds between which the true figure probably lies."""

    onder: float
    boven: float


def wilson(teller: float, noemer: float, z: float = Z95) -> Interval:
    """The interval of a share, by the score method of Wilson: ``teller`` of ``noemer`` people; bounds from 0 to 1.

    (2x + z² ± z √(z² + 4x(1 - x/n))) / (2(n + z²)). Wilson, JASA 1927;22:209-12; method 3 of Newcombe, Stat Med
    1998;17:857-72; preferred in APHO Technical Briefing 3 (2008). Raises ValueError when 0 <= x <= n, n > 0 fails.
    """
    if not 0 <= teller <= noemer or noemer <= 0:
        raise ValueError(f"no share: {teller} of {noemer}")
    midden = 2 * teller + z**2
    marge = z * sqrt(z**2 + 4 * teller * (1 - teller / noemer))
    deler = 2 * (noemer + z**2)
    return Interval(max(0.0, (midden - marge) / deler), min(1.0, (midden + marge) / deler))


def byar(aantal: float, z: float = Z95) -> Interval:
    """The interval of a number of events, by Byar's approximation to the Poisson distribution.

    x(1 - 1/9x - z/3√x)³ and (x+1)(1 - 1/9(x+1) + z/3√(x+1))³. Breslow & Day, Statistical methods in cancer research
    II (IARC 1987), p. 69; preferred in APHO Technical Briefing 3 (2008). Raises ValueError for less than nothing.
    """
    if aantal < 0:
        raise ValueError(f"no count: {aantal}")
    een_meer = aantal + 1
    onder = aantal * (1 - 1 / (9 * aantal) - z / (3 * sqrt(aantal))) ** 3 if aantal else 0.0
    boven = een_meer * (1 - 1 / (9 * een_meer) + z / (3 * sqrt(een_meer))) ** 3
    return Interval(max(0.0, onder), boven)


def standaardfout(interval: Interval) -> float:
    """The standard error behind a 95% interval: its width / (2 · 1,96). Altman & Bland, BMJ 2011;343:d2304."""
    return (interval.boven - interval.onder) / (2 * Z95)


def z_van_aandelen(teller_1: float, noemer_1: float, teller_2: float, noemer_2: float) -> float:
    """The z of two independent shares, with the pooled share in the standard error; 0 when nothing varies.

    (p1 - p2) / √(p(1-p)(1/n1 + 1/n2)), its square is Pearson's chi-squared. Altman, Practical statistics for medical
    research (1991), § 10.3.
    """
    samen = (teller_1 + teller_2) / (noemer_1 + noemer_2)
    spreiding = samen * (1 - samen) * (1 / noemer_1 + 1 / noemer_2)
    return _z(teller_1 / noemer_1 - teller_2 / noemer_2, spreiding)


def z_van_aantallen(aantal_1: float, basis_1: float, aantal_2: float, basis_2: float) -> float:
    """The z of two independent rates of events, ``aantal`` over ``basis``, with the pooled rate; 0 without events.

    (r1 - r2) / √(r(1/b1 + 1/b2)), the person-time test of Rothman & Boice, Epidemiologic analysis (NIH 1979).
    """
    samen = (aantal_1 + aantal_2) / (basis_1 + basis_2)
    return _z(aantal_1 / basis_1 - aantal_2 / basis_2, samen * (1 / basis_1 + 1 / basis_2))


def z_van_schattingen(een: float, fout_1: float, ander: float, fout_2: float) -> float:
    """The z of two independent estimates with their standard errors: d / √(se1² + se2²).

    Altman & Bland, BMJ 2003;326:219. A value that is exact has a standard error of 0.
    """
    return _z(een - ander, fout_1**2 + fout_2**2)


def p_waarde(z: float) -> float:
    """The two-sided chance of a ``z`` this far from 0 when there is no difference."""
    return 2 * _NORMAAL.cdf(-abs(z))


def holm(kansen: Mapping[_Naam, float], grens: float = ONBETROUWBAARHEID) -> frozenset[_Naam]:
    """Which of many tests still show a difference: the chance of even one mistake among them stays below ``grens``.

    From the smallest p on, each is held against ``grens`` divided by the number of tests not yet passed; the first
    that fails ends it. Holm, Scand J Stat 1979;6:65-70. Holds for figures that depend on each other too.
    """
    gevonden: set[_Naam] = set()
    for nog, naam in zip(range(len(kansen), 0, -1), sorted(kansen, key=lambda n: kansen[n]), strict=True):
        if kansen[naam] > grens / nog:
            break
        gevonden.add(naam)
    return frozenset(gevonden)


def _z(verschil: float, variantie: float) -> float:
    """A difference in standard errors. Without any spread a difference is certain, and no difference is none."""
    if variantie > 0:
        return verschil / sqrt(variantie)
    return float("inf") * verschil if verschil else 0.0
