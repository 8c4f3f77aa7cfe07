"""All arithmetic on figures: what is hidden, what is calculated, and what may be said about a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL
from openpyxl import Workbook, load_workbook

from gebiedsplan import inlezen, kader
from gebiedsplan.bevinding import Plek
from gebiedsplan.cijfers.model import Cijfers, Meting, Opbouw, Verschil
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.cijfers.verschil import Paar, gericht, verschillen
from gebiedsplan.gebied.model import Bevolkingsgroep, Cijfer, Cijferbladen, Reden
from gebiedsplan.kader.model import Eenheid, Indicator, Kader, Richting

KADER = kader.read(WORTEL / "gebieden" / "kader.toml", "kader.toml")
LEEFTIJDEN = ("0-15", "15-25", "25-45", "45-65", "65+")
PLEK = {"Waarde": Plek("voorbeeld.xlsx")}


# -- figures from the real workbooks


def gelezen(gebieden: Path) -> inlezen.Ingelezen:
    return inlezen.Lezer(gebieden).lees("heiloo", 2027)


@pytest.fixture(scope="module")
def invoer() -> inlezen.Ingelezen:
    """What the real workbooks say."""
    return gelezen(WORTEL / "gebieden")


@pytest.fixture(scope="module")
def bladen(invoer: inlezen.Ingelezen) -> Mapping[str, Cijferbladen]:
    return invoer.cijfers


@pytest.fixture(scope="module")
def echt(invoer: inlezen.Ingelezen) -> Cijfers:
    return bereken(invoer.kader, invoer.cijfers, invoer.referentie)


def cijfers_uit(gebieden: Path) -> Cijfers:
    invoer = gelezen(gebieden)
    return bereken(invoer.kader, invoer.cijfers, invoer.referentie)


def in_egmond(bladen: Mapping[str, Cijferbladen], **velden: Any) -> Cijfers:
    """The figures of all areas, where ``eenzaam`` of 2020 in Egmond is another."""

    def anders(cijfer: Cijfer) -> Cijfer:
        sleutel = (cijfer.indicator, cijfer.regio, cijfer.jaar)
        return replace(cijfer, **velden) if sleutel == ("eenzaam", "egmond", 2020) else cijfer

    veranderd = replace(bladen["egmond"], cijfers=tuple(map(anders, bladen["egmond"].cijfers)))
    assert veranderd != bladen["egmond"]
    return bereken(KADER, {**bladen, "egmond": veranderd}, Cijferbladen((), ()))


@cache
def werkmap(slug: str) -> Workbook:
    return load_workbook(WORTEL / "gebieden" / slug / "2027.xlsx")


def rijen(slug: str, blad: str) -> list[dict[str, Any]]:
    """The rows of a real sheet as they stand in the file, read without the program."""
    kop, *rest = werkmap(slug)[blad].iter_rows(values_only=True)
    return [dict(zip(map(str, kop), rij, strict=True)) for rij in rest]


def vul_in(gebieden: Path, slug: str, indicator: str, jaar: int, **cellen: Any) -> None:
    """Change cells in the row of an area's own figure."""
    soort, pad = KADER.indicator(indicator), gebieden / slug / "2027.xlsx"
    boek = load_workbook(pad)
    blad = boek[next(blok.blad for blok in KADER.blokken if blok.id == soort.blok)]
    kop = [cel.value for cel in blad[1]]
    sleutel = [soort.naam, KADER.gebied(slug).naam, jaar]
    nummer = next(r for r in range(2, blad.max_row + 1) if [blad.cell(r, k).value for k in (1, 2, 3)] == sleutel)
    for kolom, waarde in cellen.items():
        blad.cell(nummer, kop.index(kolom) + 1).value = waarde
    boek.save(pad)


def enige(cijfers: Cijfers, indicator: str, regio: str, jaar: int) -> Meting:
    meting = cijfers.in_jaar(indicator, regio, jaar)
    assert meting is not None
    return meting


# -- figures made for one test


def cijfer(indicator: str, regio: str = "heiloo", **velden: Any) -> Cijfer:
    leeg = Cijfer(indicator, regio, 2024, None, None, None, None, None, None, "Bron", "2024", "definitief", "", PLEK)
    return replace(leeg, **velden)


def groep(naam: str, aantal: float | None, regio: str = "heiloo", jaar: int = 2024) -> Bevolkingsgroep:
    reden = Reden.ONBEKEND if aantal is None else None
    return Bevolkingsgroep(naam, regio, jaar, aantal, reden, "Bron", "1 januari", "definitief", "", PLEK)


def bereken_met(
    cijfers: Iterable[Cijfer] = (), bevolking: Iterable[Bevolkingsgroep] = (), volgens: Kader = KADER
) -> Cijfers:
    return bereken(volgens, {"heiloo": Cijferbladen(tuple(bevolking), tuple(cijfers))}, Cijferbladen((), ()))


def van(cijfers: Cijfers, indicator: str) -> tuple[float | None, Reden | None]:
    meting = enige(cijfers, indicator, "heiloo", 2024)
    return meting.waarde, meting.reden


def met_indicator(indicator: str, **velden: Any) -> Kader:
    anders = tuple(replace(i, **velden) if i.id == indicator else i for i in KADER.indicatoren)
    return replace(KADER, indicatoren=anders)


# -- hidden


def test_a_small_count_takes_everything_made_of_it_away(gebieden: Path) -> None:
    vul_in(gebieden, "schoorl", "bijstand", 2020, Teller=9, Waarde=0.1, Ondergrens=0.05, Bovengrens=0.2)

    cijfers = cijfers_uit(gebieden)

    meting = enige(cijfers, "bijstand", "schoorl", 2020)
    assert (meting.waarde, meting.onder, meting.boven, meting.reden) == (None, None, None, Reden.GEHEIM)
    assert cijfers.reeks("bijstand", "BUCH") == ()


def test_a_count_of_the_threshold_is_shown_and_counts(gebieden: Path) -> None:
    vul_in(gebieden, "schoorl", "bijstand", 2020, Teller=10)

    cijfers = cijfers_uit(gebieden)

    assert enige(cijfers, "bijstand", "schoorl", 2020).waarde == pytest.approx(100 * 10 / 6115)
    assert enige(cijfers, "bijstand", "BUCH", 2020).waarde is not None


@pytest.mark.parametrize(
    ("velden", "geheim"),
    [
        ({"teller": 0, "noemer": 900}, True),
        ({"teller": 9, "noemer": 900}, True),
        ({"teller": 10, "noemer": 900}, False),
        ({"waarde": 1.0}, False),
        ({"waarde": 1.0, "noemer": 900}, True),
        ({"waarde": 2.0, "noemer": 900}, False),
        ({"waarde": 2.0, "teller": 9, "noemer": 900}, True),
    ],
)
def test_which_shares_are_hidden(velden: dict[str, Any], geheim: bool) -> None:
    waarde, reden = van(bereken_met([cijfer("bijstand", **velden)]), "bijstand")

    assert (waarde is None, reden) == (geheim, Reden.GEHEIM if geheim else None)


def test_a_rate_per_thousand_gives_its_count_away_by_a_thousand() -> None:
    rate = cijfer("wmo-clienten", waarde=20.0, noemer=499)

    assert van(bereken_met([rate]), "wmo-clienten") == (None, Reden.GEHEIM)
    assert van(bereken_met([replace(rate, noemer=500)]), "wmo-clienten") == (20.0, None)


@pytest.mark.parametrize(
    ("velden", "geheim"),
    [
        ({"teller": 492, "noemer": 500}, True),
        ({"teller": 490, "noemer": 500}, False),
        ({"teller": 500, "noemer": 500}, True),
        ({"teller": 20, "noemer": 99}, True),
        ({"teller": 20, "noemer": 100}, False),
        ({"teller": 20, "waarde": 20.5}, True),
        ({"teller": 20, "waarde": 19.5}, False),
    ],
)
def test_nearly_everybody_and_a_share_of_few_are_hidden(velden: dict[str, Any], geheim: bool) -> None:
    assert (van(bereken_met([cijfer("bijstand", **velden)]), "bijstand")[1] is Reden.GEHEIM) == geheim


@pytest.mark.parametrize(
    ("velden", "waarde"),
    [
        ({"teller": 13, "noemer": 1000}, 15.0),
        ({"teller": 12, "noemer": 1000, "waarde": 12.0}, 10.0),
        ({"teller": 13, "waarde": 26.0}, 30.0),
        ({"teller": 15, "waarde": 29.0}, 29.0),
        ({"waarde": 13.0, "noemer": 1000}, 15.0),
        ({"waarde": 13.0}, 13.0),
    ],
)
def test_counts_of_care_are_rounded_to_fives_before_a_rate_is_made(velden: dict[str, Any], waarde: float) -> None:
    meting = enige(bereken_met([cijfer("wmo-clienten", **velden)]), "wmo-clienten", "heiloo", 2024)

    assert meting.waarde == pytest.approx(waarde)
    assert meting.afgerond_op == (5 if len(velden) > 1 else 1)


@pytest.mark.parametrize("waarde", [12.0, 10.0])
def test_bounds_of_a_rounded_figure_are_rounded_outwards(waarde: float) -> None:
    """Also where the count is round already: bounds that are not would say that it is."""
    rate = cijfer("wmo-clienten", waarde=waarde, noemer=1000, ondergrens=6.0, bovengrens=18.0)

    meting = enige(bereken_met([rate]), "wmo-clienten", "heiloo", 2024)

    assert [meting.waarde, meting.onder, meting.boven] == pytest.approx([10.0, 5.0, 20.0])


def test_a_mark_of_few_people_is_hidden() -> None:
    volgens = met_indicator("eenzaam", eenheid="cijfer")

    for noemer, uitkomst in ((99, (None, Reden.GEHEIM)), (100, (7.4, None)), (None, (7.4, None))):
        assert van(bereken_met([cijfer("eenzaam", waarde=7.4, noemer=noemer)], (), volgens), "eenzaam") == uitkomst


def test_a_share_of_a_hidden_number_of_people_has_no_interval() -> None:
    """From an interval and a share follows of how many people it is a share."""
    aandeel = cijfer("bijstand", teller=30, noemer=1200, ondergrens=1.7, bovengrens=3.6)
    groep = Bevolkingsgroep("15-25", "heiloo", 2024, 7, None, "Bron", "", "definitief", "", {})

    for groepen, heeft in (((), True), ((groep,), False)):
        meting = enige(bereken_met([aandeel], groepen), "bijstand", "heiloo", 2024)
        assert meting.waarde == pytest.approx(2.5)
        assert (meting.onder is not None, meting.noemer is not None) == (heeft, heeft)


@pytest.mark.parametrize(("bron", "uitkomst"), [("", (None, Reden.GEHEIM)), ("geen-personen", (7.0, None))])
def test_a_number_is_its_own_count(bron: str, uitkomst: tuple[float | None, Reden | None]) -> None:
    volgens = met_indicator("bewonersinitiatieven", bron=bron)

    assert van(bereken_met([cijfer("bewonersinitiatieven", waarde=7.0)], (), volgens), "bewonersinitiatieven") == (
        uitkomst
    )


def test_a_rule_without_threshold_hides_nothing() -> None:
    volgens = met_indicator("eenzaam", bron="geen-personen")

    assert van(bereken_met([cijfer("eenzaam", teller=1, noemer=4)], (), volgens), "eenzaam") == (25.0, None)
    assert van(bereken_met([cijfer("eenzaam", teller=1, noemer=4)]), "eenzaam") == (None, Reden.GEHEIM)


@pytest.mark.parametrize("opmerking", ["Het gaat om 8 inwoners.", "Acht inwoners.", "In 2023 nog minder."])
def test_a_remark_about_a_hidden_figure_holds_no_number(opmerking: str) -> None:
    rijen = [cijfer("bijstand", teller=8, noemer=900, opmerking=tekst) for tekst in (opmerking,)]

    assert enige(bereken_met(rijen), "bijstand", "heiloo", 2024).opmerking == ""


# -- calculated from teller and noemer


@pytest.mark.parametrize(
    ("indicator", "velden", "uitkomst"),
    [
        ("bijstand", {"teller": 30, "noemer": 1200}, (2.5, None)),
        ("wmo-clienten", {"teller": 30, "noemer": 1200}, (25.0, None)),
        ("bijstand", {"teller": 30, "noemer": 1200, "waarde": 2.4}, (2.4, None)),
        ("bijstand", {"teller": 30, "noemer": 0}, (None, Reden.ONBEKEND)),
        ("bijstand", {"teller": 30}, (None, Reden.ONBEKEND)),
        ("bijstand", {"teller": 30, "noemer": 1200, "reden": Reden.VERVALLEN}, (None, Reden.VERVALLEN)),
        ("bijstand", {"reden": Reden.NIHIL}, (None, Reden.NIHIL)),
    ],
)
def test_a_blank_value_comes_from_its_parts(
    indicator: str, velden: dict[str, Any], uitkomst: tuple[float | None, Reden | None]
) -> None:
    assert van(bereken_met([cijfer(indicator, **velden)]), indicator) == uitkomst


def test_a_real_rate(echt: Cijfers) -> None:
    assert enige(echt, "bijstand", "uitgeest", 2020).waarde == pytest.approx(100 * 170 / 13666)
    assert enige(echt, "bijstand", "Nederland", 2020).waarde == pytest.approx(100 * 421110 / 17407585)


# -- the average of the samenwerking


def gewogen_met_de_hand(indicator: str, jaar: int, geteld_in: int, groepen: tuple[str, ...]) -> float:
    """The average straight from the cells of the seven workbooks, with nothing of the program but the names."""
    soort = KADER.indicator(indicator)
    blad = {"kwetsbaarheid": "Kwetsbaarheid", "veerkracht": "Veerkracht"}[soort.blok]
    som = inwoners = 0.0
    for slug, naam in ((g.slug, g.naam) for g in KADER.gebieden if g.slug not in ("bergen", "castricum")):
        gewicht = sum(
            rij["Aantal"]
            for rij in rijen(slug, "Bevolking")
            if rij["Regio"] == naam and rij["Jaar"] == geteld_in and rij["Leeftijdsgroep"] in groepen
        )
        (waarde,) = [
            rij["Waarde"]
            for rij in rijen(slug, blad)
            if (rij["Indicator"], rij["Regio"], rij["Jaar"]) == (soort.naam, naam, jaar)
        ]
        som, inwoners = som + waarde * gewicht, inwoners + gewicht
    return som / inwoners


@pytest.mark.parametrize(
    ("indicator", "jaar", "geteld_in", "groepen"),
    [
        ("eenzaam", 2020, 2020, LEEFTIJDEN[1:]),
        ("eenzaam-65", 2016, 2020, ("65+",)),
        ("hbo-of-wo", 2022, 2022, LEEFTIJDEN[1:]),
    ],
)
def test_the_average_is_weighed_by_the_inhabitants_it_is_about(
    echt: Cijfers, indicator: str, jaar: int, geteld_in: int, groepen: tuple[str, ...]
) -> None:
    gemiddelde = enige(echt, indicator, "BUCH", jaar)

    assert gemiddelde.waarde == pytest.approx(gewogen_met_de_hand(indicator, jaar, geteld_in, groepen), abs=1e-9)
    assert (gemiddelde.onder, gemiddelde.boven, gemiddelde.status) == (None, None, "berekend")


def test_the_average_of_shares_of_all_inhabitants_is_the_share_of_all(echt: Cijfers) -> None:
    eigen = [
        next(rij for rij in rijen(g.slug, "Kwetsbaarheid") if "bijstand" in rij["Indicator"]) for g in KADER.bladeren()
    ]

    samen = 100 * sum(rij["Teller"] for rij in eigen) / sum(rij["Noemer"] for rij in eigen)

    # The areas are rounded to five inhabitants, so their groups and totals differ a little.
    assert enige(echt, "bijstand", "BUCH", 2020).waarde == pytest.approx(samen, rel=1e-3)


@pytest.mark.parametrize(
    "velden",
    [
        {"waarde": None, "reden": Reden.ONBEKEND},
        {"waarde": None, "reden": Reden.NIHIL},
        {"jaar": 2019},
        {"regio": "WK0"},
    ],
)
def test_there_is_no_average_when_an_area_misses(bladen: Mapping[str, Cijferbladen], velden: dict[str, Any]) -> None:
    cijfers = in_egmond(bladen, **velden)

    assert cijfers.in_jaar("eenzaam", "BUCH", 2020) is None
    assert cijfers.in_jaar("eenzaam", "BUCH", 2016) is not None


def test_there_is_no_average_without_the_inhabitants_of_an_area(bladen: Mapping[str, Cijferbladen]) -> None:
    egmond = bladen["egmond"]
    zonder = replace(egmond, bevolking=tuple(g for g in egmond.bevolking if g.groep != "65+"))

    cijfers = bereken(KADER, {**bladen, "egmond": zonder}, Cijferbladen((), ()))

    assert cijfers.reeks("eenzaam", "BUCH") == cijfers.reeks("eenzaam-65", "BUCH") == ()
    assert cijfers.reeks("jeugdzorg", "egmond")


def test_numbers_are_not_averaged() -> None:
    per_gebied = {
        g.slug: Cijferbladen(
            tuple(groep(leeftijd, 100, g.slug) for leeftijd in LEEFTIJDEN),
            (cijfer("bewonersinitiatieven", g.slug, waarde=12.0), cijfer("eenzaam", g.slug, waarde=40.0)),
        )
        for g in KADER.bladeren()
    }

    volgens = met_indicator("bewonersinitiatieven", weging=LEEFTIJDEN)

    cijfers = bereken(volgens, per_gebied, Cijferbladen((), ()))

    assert cijfers.reeks("bewonersinitiatieven", "BUCH") == ()
    assert enige(cijfers, "eenzaam", "BUCH", 2024).waarde == pytest.approx(40.0)


def test_an_average_with_one_made_up_figure_is_made_up(bladen: Mapping[str, Cijferbladen]) -> None:
    cijfers = in_egmond(bladen, status="voorbeeld")

    assert {m.jaar: m.voorbeeld for m in cijfers.reeks("eenzaam", "BUCH")} == {2012: False, 2016: False, 2020: True}


# -- what may be said about a difference


def meting(waarde: float | None, onder: float | None = None, boven: float | None = None, jaar: int = 2024) -> Meting:
    return Meting("i", "r", jaar, waarde, None, onder, boven, "Bron", "2024", "definitief", "")


def indicator(gunstig: Richting, eenheid: Eenheid = "procent") -> Indicator:
    return replace(KADER.indicator("eenzaam"), gunstig=gunstig, eenheid=eenheid)


def verschil(eigen: Meting | None, referentie: Meting | None, over: Indicator) -> Verschil | None:
    """One difference, and no others beside it."""
    return verschillen({over.id: Paar(over, eigen, referentie)}, KADER).get(over.id)


@pytest.mark.parametrize(
    ("gunstig", "eigen", "referentie", "oordeel"),
    [
        ("hoger", 60.0, 50.0, "gunstiger"),
        ("hoger", 40.0, 50.0, "minder gunstig"),
        ("lager", 60.0, 50.0, "minder gunstig"),
        ("lager", 40.0, 50.0, "gunstiger"),
        ("geen", 40.0, 50.0, "geen richting"),
        ("geen", 50.0, 50.0, "geen richting"),
        ("hoger", 51.4, 50.0, "geen duidelijk verschil"),
        ("hoger", 51.5, 50.0, "gunstiger"),
        ("lager", 48.6, 50.0, "geen duidelijk verschil"),
        # For a computer the difference of these two is a hair less than 1,5.
        ("hoger", 42.8, 41.3, "gunstiger"),
        ("lager", 41.3, 42.8, "gunstiger"),
    ],
)
def test_when_a_difference_stands_out(gunstig: Richting, eigen: float, referentie: float, oordeel: str) -> None:
    gevonden = verschil(meting(eigen), meting(referentie), indicator(gunstig))

    assert gevonden is not None
    assert gevonden.oordeel == oordeel
    assert gevonden.punten == pytest.approx(eigen - referentie)


@pytest.mark.parametrize(
    ("eenheid", "punten", "oordeel"),
    [
        ("per_1000", 4.9, "geen duidelijk verschil"),
        ("per_1000", 5.0, "gunstiger"),
        ("cijfer", 0.1, "gunstiger"),
        ("cijfer", 0.0, "geen duidelijk verschil"),
    ],
)
def test_every_unit_has_its_own_threshold(eenheid: Eenheid, punten: float, oordeel: str) -> None:
    gevonden = verschil(meting(7.0 + punten), meting(7.0), indicator("hoger", eenheid))

    assert gevonden is not None
    assert gevonden.oordeel == oordeel


@pytest.mark.parametrize(
    ("eigen", "referentie", "woord"),
    [
        (meting(60.0), meting(50.0), "niet getoetst"),
        (meting(60.0, onder=58.0), meting(50.0), "niet getoetst"),
        (meting(60.0, boven=62.0), meting(50.0), "niet getoetst"),
        (meting(60.0), meting(50.0, 49.0, 51.0), "niet getoetst"),
        (meting(60.0, 58.0, 62.0), meting(50.0, 50.0, 50.0), "hoger"),
        (meting(40.0, 38.0, 42.0), meting(50.0, 50.0, 50.0), "lager"),
        (meting(51.0, 49.0, 53.0), meting(50.0, 50.0, 50.0), "niet aantoonbaar anders"),
        (meting(51.0, 49.9, 52.1), meting(50.0, 50.0, 50.0), "niet aantoonbaar anders"),
        # Two intervals that overlap may still be of figures that differ: the test is on the difference itself.
        (meting(54.0, 52.0, 56.0), meting(50.0, 47.0, 53.0), "hoger"),
        (meting(53.0, 51.0, 55.0), meting(50.0, 47.0, 53.0), "niet aantoonbaar anders"),
        (meting(46.0, 44.0, 48.0), meting(50.0, 47.0, 53.0), "lager"),
        # Without a count or an interval nobody knows how sure these are.
        (meting(60.0, 58.0, 62.0), meting(50.0), "niet getoetst"),
        (meting(60.0, 58.0, 62.0), replace(meting(50.0), status="schatting"), "niet getoetst"),
        (meting(60.0, 58.0, 62.0), replace(meting(50.0), status="berekend"), "niet getoetst"),
        (meting(56.0, 54.0, 58.0), meting(50.0, 47.0, 53.0), "hoger"),
    ],
)
def test_only_an_interval_allows_a_word(eigen: Meting, referentie: Meting, woord: str) -> None:
    gevonden = verschil(eigen, referentie, indicator("lager"))

    assert gevonden is not None
    assert gevonden.woord == woord


@pytest.mark.parametrize(
    ("eigen", "referentie"),
    [
        (None, meting(50.0)),
        (meting(60.0), None),
        (meting(None), meting(50.0)),
        (meting(60.0), meting(None)),
        (meting(60.0, jaar=2020), meting(50.0, jaar=2024)),
    ],
)
def test_what_is_not_compared(eigen: Meting | None, referentie: Meting | None) -> None:
    assert verschil(eigen, referentie, indicator("hoger")) is None


@pytest.mark.parametrize(("gunstig", "uitkomst"), [("hoger", 3.0), ("lager", -3.0), ("geen", 3.0)])
def test_a_difference_is_turned_to_what_is_favourable(gunstig: Richting, uitkomst: float) -> None:
    assert gericht(3.0, indicator(gunstig)) == uitkomst


# -- how old the inhabitants are


def opbouw(aantallen: Mapping[str, float | None]) -> Opbouw:
    gevonden = bereken_met((), [groep(naam, aantal) for naam, aantal in aantallen.items()]).opbouw("heiloo")
    assert gevonden is not None
    return gevonden


def test_shares_are_of_all_groups_together() -> None:
    geteld = opbouw({"0-15": 150, "15-25": 50, "65+": 300, "Totaal": 501})

    assert [geteld.aandeel(g) for g in ("0-15", "15-25", "65+", "80+")] == [30.0, 10.0, 60.0, None]
    assert (geteld.totaal, [g.groep for g in geteld.groepen]) == (501, ["0-15", "15-25", "65+"])


@pytest.mark.parametrize("aantallen", [{"0-15": 150, "65+": None}, {"0-15": 0, "65+": 0}])
def test_there_are_no_shares_of_what_is_not_known(aantallen: dict[str, float | None]) -> None:
    assert opbouw(aantallen).aandeel("0-15") is None


def test_the_real_shares_of_every_area_make_a_hundred(echt: Cijfers) -> None:
    tellingen = [telling for jaren in echt.bevolking.values() for telling in jaren]

    volledig = [t for t in tellingen if len(t.groepen) == len(LEEFTIJDEN)]

    assert len(volledig) > len(KADER.bladeren())
    for telling in volledig:
        assert sum(telling.aandeel(g) or 0 for g in LEEFTIJDEN) == pytest.approx(100)


def test_the_samenwerking_has_the_inhabitants_of_its_areas(echt: Cijfers) -> None:
    samen = echt.opbouw("BUCH", 2020)
    met_de_hand = sum(
        rij["Aantal"]
        for g in KADER.bladeren()
        for rij in rijen(g.slug, "Bevolking")
        if (rij["Leeftijdsgroep"], rij["Regio"], rij["Jaar"]) == ("65+", g.naam, 2020)
    )

    assert samen is not None
    assert {g.groep: g.aantal for g in samen.groepen}["65+"] == met_de_hand
    assert echt.opbouw("BUCH", 2019) is None


def test_a_count_that_misses_in_one_area_misses_in_the_samenwerking() -> None:
    per_gebied = {
        g.slug: Cijferbladen((groep("0-15", 10, g.slug), groep("65+", None if g.slug == "egmond" else 50, g.slug)), ())
        for g in KADER.bladeren()
    }

    samen = bereken(KADER, per_gebied, Cijferbladen((), ())).opbouw("BUCH")

    assert samen is not None
    assert {g.groep: (g.aantal, g.reden) for g in samen.groepen} == {"0-15": (70, None), "65+": (None, Reden.ONBEKEND)}


def test_a_count_that_stands_in_two_workbooks_counts_once() -> None:
    eigen = {g.slug: Cijferbladen((groep("0-15", 10, g.slug), groep("65+", 50, g.slug)), ()) for g in KADER.bladeren()}

    cijfers = bereken(KADER, eigen, Cijferbladen((groep("0-15", 10), groep("65+", 50)), ()))

    heiloo, samen = cijfers.opbouw("heiloo"), cijfers.opbouw("BUCH")
    assert heiloo is not None
    assert samen is not None
    assert [g.aantal for g in heiloo.groepen] == [10, 50]
    assert [g.aantal for g in samen.groepen] == [70, 350]


# -- which year


def test_the_newest_year_with_a_value_is_the_last() -> None:
    reeks = [
        cijfer("eenzaam", jaar=2024, reden=Reden.LATER),
        cijfer("eenzaam", jaar=2016, waarde=30.0),
        cijfer("eenzaam", jaar=2020, waarde=35.0),
        cijfer("mantelzorg", jaar=2020, reden=Reden.GEHEIM),
        cijfer("mantelzorg", jaar=2024, reden=Reden.LATER),
    ]
    cijfers = bereken_met(reeks)
    eenzaam, mantelzorg = (cijfers.laatste(i, "heiloo") for i in ("eenzaam", "mantelzorg"))

    assert [m.jaar for m in cijfers.reeks("eenzaam", "heiloo")] == [2016, 2020, 2024]
    assert eenzaam is not None
    assert mantelzorg is not None
    assert (eenzaam.jaar, mantelzorg.jaar, mantelzorg.reden) == (2020, 2024, Reden.LATER)
    assert cijfers.laatste("jeugdzorg", "heiloo") is None
