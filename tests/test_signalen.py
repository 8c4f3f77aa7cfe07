"""What stands out, what got worse and what is strong: recounted, and by rules that can be seen to work."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import WORTEL
from hertelling import Hertelling
from openpyxl import load_workbook

from gebiedsplan import inlezen
from gebiedsplan.cijfers.interval import p_waarde, z_van_aandelen
from gebiedsplan.cijfers.model import Cijfers, Meting
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.cijfers.toetsen import kans, met_intervallen
from gebiedsplan.cli import main
from gebiedsplan.kader import read as lees_kader
from gebiedsplan.kader.model import Trendbreuk
from gebiedsplan.plan import opbouw, signalen, toetsing, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.grafiek import Trend
from gebiedsplan.plan.model import Plan

SLUGS = [g["slug"] for g in Hertelling(WORTEL / "gebieden", 2027).kader["gebieden"]]


@pytest.fixture(scope="module")
def hertelling() -> Hertelling:
    return Hertelling(WORTEL / "gebieden", 2027)


def bronnen_van(gebieden: Path, slug: str) -> Bronnen:
    gelezen = inlezen.Lezer(gebieden).lees_plan(slug, 2027)
    cijfers = bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    return Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers)


def plan_van(gebieden: Path, slug: str) -> Plan:
    return opbouw.plan(bronnen_van(gebieden, slug))


@pytest.fixture(scope="module")
def plannen() -> Mapping[str, Plan]:
    return {slug: plan_van(WORTEL / "gebieden", slug) for slug in SLUGS}


def kort(plek: object) -> str:
    """A place as the recount names it: "heiloo/2027.xlsx!Veerkracht!D4"."""
    bestand, blad, cel = str(plek).split(", ")
    return f"{'/'.join(bestand.split('/')[-2:])}!{blad.removeprefix('blad ')}!{cel.removeprefix('cel ')}"


@pytest.mark.parametrize("slug", SLUGS)
def test_every_line_of_every_area_is_what_a_second_calculation_finds(
    plannen: Mapping[str, Plan], hertelling: Hertelling, slug: str
) -> None:
    samenvatting = plannen[slug].samenvatting
    assert sum(map(len, samenvatting.signalen.alle())) >= 4

    for lijst, verwacht in zip(samenvatting.signalen.alle(), hertelling.lijsten(slug), strict=True):
        assert len(lijst) == len(verwacht) <= 5
        for regel, her in zip(lijst, verwacht, strict=True):
            naam = hertelling.indicatoren[her.indicator]["naam"]
            tegen = f"{her.woord} dan {her.tegen.replace(' ', ': ', 1)}" if her.woord else her.tegen
            assert (regel.label.casefold(), regel.cijfer) == (naam.casefold(), f"{her.nu} ({tegen})")
            assert frozenset(map(kort, regel.plekken)) == her.cellen
            assert regel.getoetst == bool(her.woord)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_word_of_every_comparison_is_what_a_second_calculation_finds(
    plannen: Mapping[str, Plan], hertelling: Hertelling, slug: str
) -> None:
    tabel, verwacht = plannen[slug].bijlagen.toetsen, hertelling.toetsen(slug)
    assert tabel
    namen = {g["slug"]: g["naam"] for g in hertelling.kader["gebieden"]}
    regios = [namen.get(regio, regio) for regio in hertelling.eromheen(slug)]
    assert [kop.tekst for kop in tabel.kop] == ["Cijfer", "Jaar", *regios, "Waarom niet?"]

    ids = {i["naam"]: id_ for id_, i in hertelling.indicatoren.items()}
    gevonden = {}
    for naam, jaar, *woorden, waarom in tabel.rijen:
        assert int(jaar) == max(hertelling.cijfers[ids[naam], slug])
        for regio, woord in zip(hertelling.eromheen(slug), woorden, strict=True):
            if woord != "geen cijfer":
                gevonden[ids[naam], regio] = (woord, waarom if woord == "niet getoetst" else "")
    assert gevonden == verwacht
    getoetst = sum(woord != "niet getoetst" for woord, _ in verwacht.values())
    assert getoetst >= 2
    zin = f"Samen zijn dat {len(verwacht)} vergelijkingen. Daarvan zijn er {getoetst} getoetst."
    assert any(zin in regel for regel in plannen[slug].bijlagen.toetsing)


def test_the_real_figures_hold_a_tested_word(plannen: Mapping[str, Plan]) -> None:
    sterk = plannen["limmen-akersloot-de-woude"].samenvatting.signalen.sterk

    assert (sterk[0].label, sterk[0].cijfer) == ("heeft een bijstandsuitkering", "0,6% (lager dan BUCH: 1,0%)")
    assert "Getoetst is alleen waar" in plannen["limmen-akersloot-de-woude"].samenvatting.over_toetsen
    assert "niet getoetst" in plannen["heiloo"].samenvatting.over_toetsen


def test_every_line_leads_to_a_table_that_holds_its_numbers(plannen: Mapping[str, Plan]) -> None:
    for plan in plannen.values():
        tabellen = {t.id: t for t in (plan.veranderingen, *(b.tabel for b in plan.blokken)) if t}
        for lijst in plan.samenvatting.signalen.alle():
            for regel in lijst:
                per_naam = {re.sub(r" \((%|per 1\.000)\)$", "", r[0]).casefold(): r for r in tabellen[regel.naar].rijen}
                rij = per_naam[regel.label.casefold()]
                getallen = re.findall(r"\d+(?:,\d+)?(?=%| per)", regel.cijfer)
                assert len(getallen) == 2
                assert set(getallen) <= set(rij)


# -- the rules, on figures made for them


def meting(indicator: str, regio: str, waarde: float, jaar: int = 2020, **velden: Any) -> Meting:
    return Meting(indicator, regio, jaar, waarde, None, None, None, "B", "", "definitief", "", **velden)


@pytest.fixture(scope="module")
def leeg() -> Beeld:
    bronnen = bronnen_van(WORTEL / "gebieden", "heiloo")
    return Beeld(bronnen.kader, Cijfers({}, {}), bronnen.gebied)


def met(beeld: Beeld, *metingen: Meting) -> Beeld:
    reeksen: dict[tuple[str, str], tuple[Meting, ...]] = {}
    for m in metingen:
        reeksen[m.indicator, m.regio] = (*reeksen.get((m.indicator, m.regio), ()), m)
    return replace(beeld, cijfers=Cijfers(reeksen, {}))


def naast(indicator: str, eigen: float, samen: float = 50.0, marge: float | None = None) -> tuple[Meting, Meting]:
    een, ander = meting(indicator, "heiloo", eigen), meting(indicator, "BUCH", samen)
    if marge is None:
        return een, ander
    # Of the samenwerking the source gives a figure without any doubt, so that only ``marge`` decides.
    return replace(een, onder=eigen - marge, boven=eigen + marge), replace(ander, onder=samen, boven=samen)


def namen(beeld: Beeld) -> tuple[list[str], ...]:
    lijsten = signalen.signalen(beeld, beeld.eigen).alle()
    ids = {i.naam.casefold(): i.id for i in beeld.kader.indicatoren}
    return tuple([ids[regel.label.casefold()] for regel in lijst] for lijst in lijsten)


def test_tested_comes_before_larger_and_the_kader_breaks_ties(leeg: Beeld) -> None:
    beeld = met(
        leeg,
        *naast("goede-gezondheid", 44.0),
        *naast("eenzaam", 58.0),
        *naast("arbeidsparticipatie", 44.0),
        *naast("ernstig-eenzaam", 52.0, marge=0.5),
        *naast("vrijwilligerswerk", 40.0, marge=30.0),
    )

    # Vrijwilligerswerk differs most, and a test says that it may be nothing.
    assert namen(beeld)[0] == ["ernstig-eenzaam", "eenzaam", "arbeidsparticipatie", "goede-gezondheid"]


def test_what_has_no_good_or_bad_only_stands_out(leeg: Beeld) -> None:
    beeld = met(
        leeg, *naast("mantelzorg", 60.0), meting("jeugdzorg", "heiloo", 5.0, 2016), meting("jeugdzorg", "heiloo", 9.0)
    )

    assert namen(beeld) == (["mantelzorg"], [], [])


def test_a_list_has_five_lines_and_an_empty_one_none(leeg: Beeld) -> None:
    alle = [i.id for i in leeg.kader.indicatoren if i.gunstig == "hoger" and i.eenheid == "procent"]
    assert len(alle) > 5

    vol = met(leeg, *(m for id_ in alle for m in naast(id_, 60.0)))
    assert tuple(map(len, namen(vol))) == (0, 0, 5)
    assert signalen.over_toetsen(signalen.signalen(leeg, leeg.eigen)) == ""


def test_looking_at_many_figures_finds_nothing_by_itself(leeg: Beeld) -> None:
    """A figure that stands out alone may not stand out among many: the correction of Holm."""
    # z = 2,2: p = 0,028.
    alleen = met(leeg, *naast("eenzaam", 52.2, marge=1.96))
    anderen = [i.id for i in leeg.kader.indicatoren if i.eenheid == "procent" and i.id != "eenzaam"][:5]
    samen = met(
        leeg, *naast("eenzaam", 52.2, marge=1.96), *(m for id_ in anderen for m in naast(id_, 50.1, marge=1.96))
    )

    assert alleen.verschillen(alleen.eigen)["eenzaam"].woord == "hoger"
    assert samen.verschillen(samen.eigen)["eenzaam"].woord == "niet aantoonbaar anders"
    assert samen.verschillen(samen.eigen)["eenzaam"].oordeel == "geen duidelijk verschil"


# -- through the years


def test_a_change_over_a_break_is_never_said(leeg: Beeld) -> None:
    reeks = [meting("eenzaam", "heiloo", w, j) for w, j in ((30.0, 2012), (31.0, 2016), (45.0, 2020))]
    kader = replace(
        leeg.kader,
        indicatoren=tuple(
            replace(i, trendbreuken=(Trendbreuk(2018, "De vraag is anders gesteld."),)) if i.id == "eenzaam" else i
            for i in leeg.kader.indicatoren
        ),
    )
    zonder, met_breuk = met(leeg, *reeks), met(replace(leeg, kader=kader), *reeks)
    indicator = kader.indicator("eenzaam")

    assert namen(zonder)[1] == ["eenzaam"]
    assert namen(met_breuk)[1] == []
    assert zinnen.verandering(met_breuk, indicator, leeg.eigen) == ()
    assert zinnen.door_de_jaren(met_breuk, indicator, leeg.eigen).endswith("eerdere jaren zijn niet te vergelijken")
    assert zinnen.breuken(met_breuk, indicator, (leeg.eigen,)) == (
        "Heiloo: vanaf 2020 zijn de cijfers niet te vergelijken met die van eerder. De vraag is anders gesteld. "
        "Daarom loopt de lijn daar niet door.",
    )


def test_a_break_in_a_row_or_in_the_borders_cuts_the_line(gebieden: Path) -> None:
    kader_toml = gebieden / "kader.toml"
    tekst = kader_toml.read_text("utf-8")
    herindeling = 'slug = "egmond"\nherindelingen = [{ jaar = 2014, uitleg = "In 2014 kwam er een dorp bij." }]\n'
    kader_toml.write_text(tekst.replace('slug = "egmond"\n', herindeling), "utf-8")
    pad = gebieden / "egmond" / "2027.xlsx"
    boek = load_workbook(pad)
    blad = boek["Veerkracht"]
    blad.cell(1, blad.max_column + 1, "Trendbreuk")
    for rij in blad.iter_rows(min_row=2):
        if [cel.value for cel in rij[:3]] == ["Geeft mantelzorg", "Egmond", 2020]:
            rij[-1].value = "Het CBS telt nu anders."
    boek.save(pad)

    plan = plan_van(gebieden, "egmond")

    trends = {g.grafiek.basis.id: g for blok in plan.blokken for g in blok.grafieken if isinstance(g.grafiek, Trend)}
    eenzaam, mantelzorg = trends["trend-eenzaam"], trends["trend-mantelzorg"]
    assert [p.breuk for p in eenzaam.grafiek.lijnen[0].punten] == [False, True, False]  # type: ignore[union-attr]
    assert [p.breuk for p in mantelzorg.grafiek.lijnen[0].punten] == [False, True, True]  # type: ignore[union-attr]
    assert "In 2014 kwam er een dorp bij." in eenzaam.onder[0]
    assert any("Het CBS telt nu anders." in regel for regel in mantelzorg.onder)
    veranderd = {rij[0]: rij for rij in plan.veranderingen.rijen} if plan.veranderingen else {}
    assert veranderd["Voelt zich eenzaam (%)"][2] == "2016"
    assert "Geeft mantelzorg (%)" not in veranderd
    # Only Egmond has other borders: the lines beside it run on.
    assert not any(p.breuk for lijn in eenzaam.grafiek.lijnen[1:] for p in lijn.punten)  # type: ignore[union-attr]


# -- beside more regions; every figure here is made up


def geteld(regio: str, teller: float, noemer: float, indicator: str = "eenzaam") -> Meting:
    return meting(indicator, regio, 100 * teller / noemer, teller=teller, noemer=noemer)


def in_egmond(leeg: Beeld, *metingen: Meting) -> Beeld:
    beeld = met(replace(leeg, gebied=leeg.kader.gebied("egmond")), *metingen)
    return replace(beeld, cijfers=Cijfers(met_intervallen(beeld.cijfers.metingen, leeg.kader), {}))


GGD, LAND = "GGD Hollands Noorden", "Nederland"


def test_a_deelgebied_is_tested_against_all_that_lies_around_it(leeg: Beeld) -> None:
    beeld = in_egmond(
        leeg,
        # 40% in Egmond, 39% in the rest of Bergen, 30% in the samenwerking and the region, 45% in the country.
        *(geteld("egmond", 400, 1000), geteld("bergen", 1570, 4000), geteld("BUCH", 3100, 10000)),
        *(geteld(GGD, 30000, 100000), geteld(LAND, 450000, 1000000)),
        # No interval in the region, no count in the country, no row at all in the gemeente.
        *(geteld("egmond", 400, 1000, "mantelzorg"), geteld("BUCH", 3100, 10000, "mantelzorg")),
        *(replace(meting("mantelzorg", GGD, 30.0), status="schatting"), meting("mantelzorg", LAND, 31.0)),
        # The area itself is an estimate.
        *(replace(meting("eenzaam-65", "egmond", 40.0), status="schatting"), geteld(LAND, 300, 1000, "eenzaam-65")),
        # Nobody lives elsewhere in the gemeente.
        *(geteld("egmond", 400, 1000, "goede-gezondheid"), geteld("bergen", 400, 1000, "goede-gezondheid")),
    )
    tabel = toetsing.van_toetsen(beeld)

    assert tabel
    assert [kop.tekst for kop in tabel.kop[2:-1]] == ["Bergen", "BUCH", GGD, LAND]
    assert {rij[0]: rij[2:] for rij in tabel.rijen} == {
        "Voelt zich eenzaam": ("niet aantoonbaar anders", "hoger", "hoger", "lager", "–"),
        "Geeft mantelzorg": (
            *("geen cijfer", "hoger", "niet getoetst", "niet getoetst"),
            f"{GGD}: schatting; {LAND}: geen aantal",
        ),
        "Voelt zich eenzaam (65 jaar en ouder)": (
            *("geen cijfer", "geen cijfer", "geen cijfer", "niet getoetst", "schatting"),
        ),
        "Ervaart goede gezondheid": (
            *("niet getoetst", "geen cijfer", "geen cijfer", "geen cijfer"),
            "Bergen: geen rest",
        ),
    }
    assert tabel.bron.startswith("Waarom niet getoetst? Schatting betekent: het cijfer is een schatting, en")
    assert "; geen aantal betekent: " in tabel.bron
    assert "; geen rest betekent: " in tabel.bron
    gezegd = " ".join(zinnen.tegen_referentie(beeld, leeg.kader.indicator("eenzaam"), beeld.eigen))
    assert "Dat is hoger dan in de BUCH. Het is niet aantoonbaar anders dan in Bergen." in gezegd
    assert f"Het is hoger dan in {GGD}. Het is lager dan in {LAND}." in gezegd
    # Page one is about the samenwerking alone.
    assert LAND not in str(signalen.signalen(beeld, beeld.eigen))


def test_an_area_is_tested_against_the_rest_of_what_holds_it(leeg: Beeld) -> None:
    # Q, "How To Compare A Sub-Group Against The Total": 50 of 100 young people in 120 of 300 are set beside 70 of 200.
    # Cross Validated, question 359426: 200 of 1000 in 500 of 5000; χ² with a correction for continuity is 137.5.
    indicator, (deel, geheel) = leeg.kader.indicator("eenzaam"), (geteld("x", 50, 100), geteld("y", 120, 300))
    deel, geheel = (replace(m, geteld=True) for m in (deel, geheel))
    assert kans(deel, geheel, indicator) == p_waarde(z_van_aandelen(50, 100, 70, 200))
    # Gemeenten that are like it do not hold it.
    assert kans(deel, geheel, indicator, erin=False) == p_waarde(z_van_aandelen(50, 100, 120, 300))
    assert round(z_van_aandelen(200, 1000, 300, 4000) ** 2, 1) == 138.9


def test_all_regions_around_are_one_family(leeg: Beeld) -> None:
    """A difference that a test finds beside one region may be lost among four: the correction of Holm."""
    # z = 2,2, p = 0,028, which is more than 0,05 / 2.
    eigen, samen = (replace(m, regio=m.regio.replace("heiloo", "egmond")) for m in naast("eenzaam", 52.2, marge=1.96))
    alleen = in_egmond(leeg, eigen, samen)
    anderen = [replace(samen, regio=regio, waarde=52.0, onder=52.0, boven=52.0) for regio in ("bergen", GGD, LAND)]
    tezamen = in_egmond(leeg, eigen, samen, *anderen)

    assert alleen.verschillen(alleen.eigen)["eenzaam"].woord == "hoger"
    assert tezamen.verschillen(tezamen.eigen)["eenzaam"].woord == "niet aantoonbaar anders"


def test_a_kader_says_whether_the_gemeente_is_in_the_region_it_is_set_beside(leeg: Beeld) -> None:
    meppel = lees_kader(WORTEL / "voorbeelden" / "meppel" / "gebieden" / "kader.toml").gebied("meppel")
    assert not meppel.in_vergelijkingsregio
    metingen = (geteld("egmond", 400, 1000), geteld(GGD, 420, 1100))
    erin = in_egmond(leeg, *metingen)
    gebieden = tuple(replace(g, in_vergelijkingsregio=False) for g in leeg.kader.gebieden)
    ernaast = replace(erin, kader=replace(leeg.kader, gebieden=gebieden))

    zegt = f"Egmond hoort zelf bij {GGD}."
    assert [any(zegt in regel for regel in toetsing.regels(b, b.eigen)) for b in (erin, ernaast)] == [True, False]
    # Of the hundred others 20% is lonely, which is less; of all eleven hundred 38%, which is about the same as 40%.
    regio = Regio(GGD, GGD)
    assert erin.vergelijkingen(erin.eigen)["eenzaam", regio].woord == "hoger"
    assert ernaast.vergelijkingen(erin.eigen)["eenzaam", regio].woord == "niet aantoonbaar anders"


def test_the_region_around_a_gemeente_is_its_own(gebieden: Path) -> None:
    pad = gebieden / "referentie.xlsx"
    boek = load_workbook(pad)
    for regio, cijfer in (("GGD Kennemerland", 46.4), ("GGD Hollands Noorden", 44.4)):
        bron = ["Gezondheidsmonitor", "2020", "schatting", None]
        boek["Veerkracht"].append(["Voelt zich eenzaam", regio, 2020, cijfer, None, None, None, None, *bron])
    boek.save(pad)

    uitgeest, schoorl = plan_van(gebieden, "uitgeest"), plan_van(gebieden, "schoorl")

    for plan, hier, daar, waarde in (
        (uitgeest, "GGD Kennemerland", "GGD Hollands Noorden", "46%"),
        (schoorl, "GGD Hollands Noorden", "GGD Kennemerland", "44%"),
    ):
        koppen = [kop.tekst for blok in plan.blokken if blok.tabel for kop in blok.tabel.kop]
        assert any(hier in kop for kop in koppen)
        assert not any(daar in kop for kop in koppen)
        zin = " ".join(z for blok in plan.blokken for g in blok.grafieken for z in g.zinnen)
        assert f"in {hier} {waarde}, in Nederland 47%" in zin


def test_a_region_without_figures_is_left_out(plannen: Mapping[str, Plan]) -> None:
    assert "GGD" not in str([blok.tabel.kop for blok in plannen["uitgeest"].blokken if blok.tabel])


# -- how new


def test_a_plan_says_which_figures_are_stale_and_which_only_wait(plannen: Mapping[str, Plan]) -> None:
    bronnen = plannen["heiloo"].bijlagen.bronnen
    assert bronnen is not None
    wanneer = {rij[0]: rij[2] for rij in bronnen.rijen}

    assert wanneer["Voelt zich eenzaam"] == "2020; de bron meet elke vier jaar"
    assert wanneer["Heeft een bijstandsuitkering"] == "2020 (verouderd)"
    assert "verouderd" in dict(plannen["heiloo"].bijlagen.tekens)


# -- every stage


def test_every_stage_can_be_looked_at_and_is_the_same_twice() -> None:
    def toon(stap: str) -> str:
        args = ["--gebieden", str(WORTEL / "gebieden"), "--templates", str(WORTEL / "templates"), "toon", "heiloo"]
        uitkomst = CliRunner().invoke(main, [*args, "--stap", stap])
        assert uitkomst.exit_code == 0, uitkomst.output
        return uitkomst.stdout

    plan = json.loads(toon("plan"))
    regel = plan["samenvatting"]["signalen"]["minder"][0]
    assert regel["plekken"][0].endswith("heiloo/2027.xlsx, blad Veerkracht, cel D2")
    cijfers = json.loads(toon("cijfers"))
    assert cijfers["verschillen"]["heiloo"]["bijstand"]["woord"] == "niet aantoonbaar anders"
    assert toon("markdown").startswith("---\n")
    assert "Heiloo in één pagina" in toon("document") == toon("document")


def test_a_stage_is_not_shown_of_what_is_hidden(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for rij in boek["Kwetsbaarheid"].iter_rows(min_row=2):
        if rij[0].value == "Heeft een bijstandsuitkering":
            rij[4].value = 7
    boek.save(pad)

    args = [
        "--gebieden",
        str(gebieden),
        "--templates",
        str(WORTEL / "templates"),
        "toon",
        "heiloo",
        "--stap",
        "cijfers",
    ]
    (getoond,) = json.loads(CliRunner().invoke(main, args).stdout)["metingen"]["bijstand"]["heiloo"]

    assert getoond["reden"] == "geheim"
    assert [getoond[k] for k in ("waarde", "teller", "noemer", "onder", "boven")] == [None] * 5


def test_a_part_is_judged_the_same_in_its_own_plan_and_in_that_of_the_gemeente() -> None:
    deel, geheel = (bronnen_van(WORTEL / "gebieden", slug) for slug in ("egmond", "bergen"))
    regio = Regio("egmond", "Egmond")
    een, ander = (Beeld(b.kader, b.cijfers, b.gebied).verschillen(regio) for b in (deel, geheel))

    assert een == ander
