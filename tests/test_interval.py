"""Every interval and test on the examples that were published with it, to the digit that is printed there."""

from __future__ import annotations

from math import exp, log

import pytest

from gebiedsplan.cijfers.interval import (
    Interval,
    byar,
    holm,
    p_waarde,
    standaardfout,
    wilson,
    z_van_aandelen,
    z_van_aantallen,
    z_van_schattingen,
)


@pytest.mark.parametrize(
    ("teller", "noemer", "onder", "boven"),
    # Newcombe RG. Two-sided confidence intervals for the single proportion: comparison of seven methods. Stat Med
    # 1998;17:857-72, table I, method 3: the score method without continuity correction. The article itself was not at
    # hand. Two programs by others print the same four rows as that table, each checking itself by it: propagon
    # (github.com/Refefer/propagon, clients/python/tests/test_reference_vectors.py) and errorbars
    # (github.com/antonsoo/errorbars). The documentation of the R package propint has the first two as its examples.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson(teller: int, noemer: int, onder: float, boven: float) -> None:
    gevonden = wilson(teller, noemer)

    assert (round(gevonden.onder, 4), round(gevonden.boven, 4)) == (onder, boven)
    # What is not in the group mirrors what is.
    spiegel = wilson(noemer - teller, noemer)
    assert (1 - spiegel.boven, 1 - spiegel.onder) == pytest.approx(gevonden)


def test_byar() -> None:
    # Documentation and tests of the Ruby gem byar (github.com/florish/byar, z = 1,96): 100 observed, both bounds; and
    # 100 observed of 90 expected, lower.
    assert byar(100, z=1.96).boven == pytest.approx(121.628347271806, abs=1e-12)
    assert round(byar(100, z=1.96).onder, 10) == 81.3617916060
    assert byar(100, z=1.96).onder / 90 == pytest.approx(0.9040199067337297, abs=1e-15)
    # The tests of the Python edition of PHEindicatormethods: the lower bound of 100, with the exact z. Its upper bound,
    # 121,6246, is neither that of the formula (121,6279) nor that of the gem (121,6283), so it is not used here.
    assert byar(100).onder == pytest.approx(81.36210549052788, abs=1e-13)
    # OpenEpi, module SMR: 4 observed of 3.3 expected gives a ratio of 1.212, by Byar from 0.3261 to 3.103. The example
    # is that of epi.smr in the R package epiR too; the bounds as OpenEpi prints them were not found back elsewhere.
    assert [round(grens / 3.3, 4) for grens in byar(4)] == [0.3261, 3.1033]


def test_nothing_counted_still_has_an_upper_bound() -> None:
    # The exact bound of a Poisson count of 0 is 3,69.
    assert byar(0).onder == 0.0
    assert byar(0).boven == pytest.approx(3.69, abs=0.03)
    assert wilson(0, 5).onder == 0.0
    assert wilson(5, 5).boven == 1.0


@pytest.mark.parametrize(("teller", "noemer"), [(-1, 5), (6, 5), (0, 0)])
def test_what_is_no_share_is_refused(teller: int, noemer: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        wilson(teller, noemer)
    with pytest.raises(ValueError, match="no count"):
        byar(-1)


def test_two_shares() -> None:
    # Penn State STAT 415, lesson 9.4: 351 of 605 non-smokers and 41 of 195 smokers were in favour; Z = 8.99.
    assert round(z_van_aandelen(351, 605, 41, 195), 2) == 8.99
    # The same formula, worked out for 140 of 200 and 255 of 340: z = -1.266015, one-sided p = 0.1028 (printed .1030).
    z = z_van_aandelen(140, 200, 255, 340)
    assert round(z, 6) == -1.266015
    assert p_waarde(z) / 2 == pytest.approx(0.103, abs=0.0005)


@pytest.mark.parametrize(
    ("tellingen", "z", "p"),
    # Sullivan KM, OpenEpi, "Comparing 2 person-time rates": two strata and both together, z-score and two-tailed p.
    [
        ((17, 100025, 3, 122268), 3.596, 0.0003231),
        ((8, 78531, 1, 77932), 2.322, 0.02024),
        ((25, 178556, 4, 200200), 4.214, 0.00002506),
    ],
)
def test_two_rates(tellingen: tuple[int, int, int, int], z: float, p: float) -> None:
    gevonden = z_van_aantallen(*tellingen)

    assert round(gevonden, 3) == z
    assert p_waarde(gevonden) == pytest.approx(p, rel=0.0003)


def test_two_estimates() -> None:
    # Altman DG, Bland JM. Interaction revisited: the difference between two estimates. BMJ 2003;326:219. Relative
    # risks 0.67 (0.46 to 0.98) and 0.88 (0.71 to 1.08): SE 0.1929 and 0.1070 (on the log scale), z = -1.24, P = 0.2.
    een, ander = Interval(log(0.46), log(0.98)), Interval(log(0.71), log(1.08))
    fouten = standaardfout(een), standaardfout(ander)
    assert [round(fout, 4) for fout in fouten] == [0.1929, 0.1070]
    z = z_van_schattingen(log(0.67), fouten[0], log(0.88), fouten[1])
    assert (round(z, 2), round(p_waarde(z), 1)) == (-1.24, 0.2)


def test_a_standard_error_from_an_interval() -> None:
    # Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ 2011;343:d2304: risk ratio 0.81
    # (0.70 to 0.94) gives P = 0.005. Their formula for P is an approximation; both are checked.
    z = log(0.81) / standaardfout(Interval(log(0.70), log(0.94)))
    assert round(p_waarde(z), 3) == 0.005
    assert round(exp(-0.717 * abs(z) - 0.416 * z**2), 3) == 0.005


def test_without_spread_any_difference_is_one() -> None:
    assert p_waarde(z_van_schattingen(3.0, 0.0, 3.0, 0.0)) == 1.0
    assert p_waarde(z_van_schattingen(3.0, 0.0, 2.0, 0.0)) == 0.0
    assert p_waarde(z_van_aandelen(0, 5, 0, 9)) == 1.0


def test_holm() -> None:
    # The four hypotheses of the article on the method in Wikipedia: the first and the fourth are rejected.
    assert holm({"H1": 0.01, "H2": 0.04, "H3": 0.03, "H4": 0.005}) == {"H4", "H1"}
    # Benjamini & Hochberg, J R Stat Soc B 1995;57:289-300, § 4.1: fifteen comparisons, of which the methods that
    # guard against a single mistake (Bonferroni, and so Holm) reject three.
    kansen = (
        *(0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459),
        *(0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0),
    )
    assert holm(dict(enumerate(kansen))) == {0, 1, 2}
    assert holm({}) == frozenset()
