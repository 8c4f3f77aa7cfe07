"""How Dutch looks on paper: numbers, money, dates, lists of words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gebiedsplan import taal


@pytest.mark.parametrize(
    ("waarde", "decimalen", "tekst"),
    [
        (12.5, 0, "13"),
        (13.5, 0, "14"),
        (0.5, 0, "1"),
        (12.49, 0, "12"),
        (-0.5, 0, "-1"),
        (-0.4, 0, "0"),
        (0.125, 2, "0,13"),
        (0.35, 1, "0,4"),
        # In binary 1.005 is a hair less; on paper it is not.
        (1.005, 2, "1,01"),
        (999.5, 0, "1.000"),
        (1290, 0, "1.290"),
        (1290.0, 0, "1.290"),
        (17407585, 0, "17.407.585"),
        (12.5, 1, "12,5"),
        (12, 1, "12,0"),
        (0, 0, "0"),
        (1e-7, 1, "0,0"),
    ],
)
def test_numbers(waarde: float, decimalen: int, tekst: str) -> None:
    assert taal.getal(waarde, decimalen) == tekst


@given(st.integers(-(10**9), 10**9), st.integers(0, 3))
def test_half_goes_away_from_zero(tienden: int, decimalen: int) -> None:
    kleinste = Decimal(1).scaleb(-decimalen)

    gevonden = taal.afgerond(float(Decimal(tienden) * kleinste / 10), decimalen)

    heel, rest = divmod(abs(tienden), 10)
    assert abs(gevonden) == (heel + (rest >= 5)) * kleinste
    assert gevonden * tienden >= 0


@pytest.mark.parametrize(
    ("gevonden", "tekst"),
    [
        (taal.procent(53.5), "54%"),
        (taal.procent(1.25, 1), "1,3%"),
        (taal.per_duizend(70.8), "71 per 1.000"),
        (taal.per_duizend(1290.25, 1), "1.290,3 per 1.000"),
        (taal.euro(12500), "€\u00a012.500"),
        (taal.euro(12499.5), "€\u00a012.500"),
        (taal.euro(0.4), "€\u00a00"),
        (taal.euro(1_250_000), "€\u00a01.250.000"),
        (taal.datum(dt.date(2026, 11, 16)), "16 november 2026"),
        (taal.datum(dt.date(2027, 3, 1)), "1 maart 2027"),
    ],
)
def test_units_money_and_dates(gevonden: str, tekst: str) -> None:
    assert gevonden == tekst


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        ([], ""),
        (["Egmond"], "Egmond"),
        (["Egmond", "Schoorl"], "Egmond en Schoorl"),
        (["Bergen", "Egmond", "Schoorl"], "Bergen, Egmond en Schoorl"),
        (("a", "b", "c", "d"), "a, b, c en d"),
    ],
)
def test_words_in_a_row(woorden: list[str], tekst: str) -> None:
    assert taal.opsomming(woorden) == tekst


@pytest.mark.parametrize(
    ("reeks", "tekst"),
    [([2020], "2020"), ([2020, 2012, 2016, 2012], "2012, 2016 en 2020"), ([], "")],
)
def test_years_are_in_order_and_once(reeks: list[int], tekst: str) -> None:
    assert taal.jaren(reeks) == tekst


@pytest.mark.parametrize(
    ("aantal", "woord", "vorm"),
    [
        (0, "nul", "gesprekken"),
        (1, "één", "gesprek"),
        (2, "twee", "gesprekken"),
        (12, "twaalf", "gesprekken"),
        (13, "13", "gesprekken"),
        (1290, "1.290", "gesprekken"),
    ],
)
def test_counts_in_words(aantal: int, woord: str, vorm: str) -> None:
    assert (taal.telwoord(aantal), taal.meervoud(aantal, "gesprek", "gesprekken")) == (woord, vorm)


@pytest.mark.parametrize(
    ("tekst", "groot"),
    [("ijs", "IJs"), ("ijmond", "IJmond"), ("IJmond", "IJmond"), ("één", "Eén"), ("", ""), ("65 jaar", "65 jaar")],
)
def test_a_capital_in_front(tekst: str, groot: str) -> None:
    assert taal.hoofdletter(tekst) == groot


@pytest.mark.parametrize(
    ("tekst", "klein"),
    [
        ("Heeft werk", "heeft werk"),
        ("CBS-cijfers", "CBS-cijfers"),
        ("IJmond telt mee", "IJmond telt mee"),
        ("Een CBS-cijfer", "een CBS-cijfer"),
        ("", ""),
    ],
)
def test_a_small_letter_in_front_except_of_an_abbreviation(tekst: str, klein: str) -> None:
    assert taal.kleine_letter(tekst) == klein


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("  meer ontmoeting ", "Meer ontmoeting."),
        ("Meer ontmoeting.", "Meer ontmoeting."),
        ("wie helpt?", "Wie helpt?"),
        ("ijs voor iedereen!", "IJs voor iedereen!"),
        ("Zij zei: “Kom maar.”", "Zij zei: “Kom maar.”"),
        ("  ", ""),
    ],
)
def test_a_text_as_a_sentence(tekst: str, zin: str) -> None:
    assert taal.zin(tekst) == zin
