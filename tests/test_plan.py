"""What a plan tells, on the real workbooks: every sentence and every cell recounted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL
from openpyxl import load_workbook

from gebiedsplan import inlezen
from gebiedsplan.cijfers.model import Cijfers, Meting
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.gebied.model import Doel, Gesprek
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan import doelwaarden, gesprekken, opbouw, schrijfwijze, tabellen, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.grafiek import (
    Bandbreedtes,
    Doelenkaart,
    Kernbeeld,
    KernbeeldGroep,
    Leeftijdsopbouw,
    Trend,
    Vergelijking,
)
from gebiedsplan.plan.model import Plan, Tabel

SLUGS = (
    "heiloo",
    "uitgeest",
    "castricum",
    "castricum-kern",
    "limmen-akersloot-de-woude",
    "bergen",
    "bergen-kern",
    "egmond",
    "schoorl",
)
DELEN = {"castricum": SLUGS[3:5], "bergen": SLUGS[6:]}


@dataclass(frozen=True)
class Gemaakt:
    """A plan with the figures and the workbooks it was made from."""

    plan: Plan
    bronnen: Bronnen

    @property
    def cijfers(self) -> Cijfers:
        return self.bronnen.cijfers

    @property
    def beeld(self) -> Beeld:
        return Beeld(self.bronnen.kader, self.cijfers, self.bronnen.gebied)

    def regios(self) -> dict[str, str]:
        """Every region that can be a column of a table: name to key."""
        return {r.naam: r.sleutel for r in self.beeld.naast_elkaar()}


Maker = Callable[[str], Gemaakt]


def maker(gebieden: Path) -> Maker:
    """Makes plans from the workbooks in a folder; the figures, of all areas, are read and calculated once."""
    lezer = inlezen.Lezer(gebieden)
    berekend: list[Cijfers] = []

    def maak(slug: str) -> Gemaakt:
        g = lezer.lees(slug, 2027)
        if not berekend:
            berekend.append(bereken(g.kader, g.cijfers, g.referentie))
        bronnen = Bronnen(g.kader, g.gebied, g.eigen, g.delen, g.vorige, berekend[0])
        return Gemaakt(opbouw.plan(bronnen), bronnen)

    return maak


@pytest.fixture(scope="module")
def alle() -> Mapping[str, Gemaakt]:
    maak = maker(WORTEL / "gebieden")
    return {slug: maak(slug) for slug in SLUGS}


@pytest.fixture(params=SLUGS)
def gemaakt(alle: Mapping[str, Gemaakt], request: pytest.FixtureRequest) -> Gemaakt:
    return alle[request.param]


def vul_in(gebieden: Path, slug: str, blad: str, rij: tuple[object, ...], **cellen: Any) -> None:
    """Change cells in every row that begins with ``rij``."""
    boek = load_workbook(gebieden / slug / "2027.xlsx")
    kop = [cel.value for cel in boek[blad][1]]
    rijen = [r for r in boek[blad].iter_rows(min_row=2) if tuple(c.value for c in r[: len(rij)]) == rij]
    assert rijen
    for gevonden in rijen:
        for kolom, waarde in cellen.items():
            boek[blad].cell(gevonden[0].row or 0, kop.index(kolom) + 1).value = waarde
    boek.save(gebieden / slug / "2027.xlsx")


def tabellen_van(plan: Plan) -> Iterator[Tabel]:
    """Every table with figures."""
    mogelijk = [plan.kernbeeldtabel, plan.bevolking.tabel, *(t for b in plan.blokken for t in (b.tabel, b.wijken))]
    yield from (tabel for tabel in mogelijk if tabel)


def kaal(kop: str) -> str:
    """A header without the unit behind it."""
    return re.sub(r" \((%|per 1\.000)\)$", "", kop)


def kernbeelden(plan: Plan) -> list[Kernbeeld]:
    return [g for g in plan.grafieken() if isinstance(g, Kernbeeld)]


def heel(waarde: float) -> int:
    return int(Decimal(repr(waarde)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def getal_in(tekst: str) -> int:
    gevonden = re.match(r"\d+", tekst)
    assert gevonden, tekst
    return int(gevonden[0])


# -- the same parts for every area


def test_every_plan_has_the_same_parts(gemaakt: Gemaakt, alle: Mapping[str, Gemaakt]) -> None:
    def vorm(plan: Plan) -> object:
        return (
            [(blok.id, [rij[0] for rij in blok.tabel.rijen] if blok.tabel else None) for blok in plan.blokken],
            [rij[0] for rij in plan.kernbeeldtabel.rijen] if plan.kernbeeldtabel else None,
            [rij[0] for rij in plan.bevolking.tabel.rijen] if plan.bevolking.tabel else None,
            [[groep.naam for groep in k.groepen] for k in kernbeelden(plan)][:1],
            {label for label, _ in plan.voorblad.regels} - {"Let op"},
        )

    assert vorm(gemaakt.plan) == vorm(alle["uitgeest"].plan)


def test_every_area_has_every_chapter(gemaakt: Gemaakt) -> None:
    plan, slug = gemaakt.plan, gemaakt.plan.slug
    namen = tuple(gemaakt.bronnen.kader.gebied(deel).naam for deel in DELEN.get(slug, (slug,)))

    assert plan.gebiedsnamen == namen
    assert tuple(g.naam for g in plan.gebieden) == namen
    assert tuple(g.naam for g in plan.samenvatting.gebieden) == namen
    assert tuple(t.gebied for t in plan.terugblik) == tuple(g.gebied for g in plan.gesprekken) == namen
    assert all(2 <= len(g.speerpunten) <= 3 for g in plan.gebieden)
    assert plan.meerdere_gebieden == (slug in DELEN)


@pytest.mark.parametrize("slug", DELEN)
def test_the_plan_of_a_gemeente_holds_those_of_its_parts(alle: Mapping[str, Gemaakt], slug: str) -> None:
    geheel, delen = alle[slug].plan, [alle[deel].plan for deel in DELEN[slug]]

    assert [g.speerpunten for g in geheel.gebieden] == [deel.gebieden[0].speerpunten for deel in delen]
    assert geheel.samenvatting.gebieden == tuple(deel.samenvatting.gebieden[0] for deel in delen)
    assert geheel.gesprekken == tuple(deel.gesprekken[0] for deel in delen)
    assert [g.kernbeeld for g in geheel.gebieden] == [deel.samenvatting.kernbeeld for deel in delen]


def test_every_id_is_there_once_and_every_reference_arrives(gemaakt: Gemaakt) -> None:
    plan = gemaakt.plan
    speerpunten = [s for g in plan.gebieden for s in g.speerpunten]
    ids = [
        *(s.id for s in speerpunten),
        *(t.id for s in speerpunten for t in (s.doelen, s.acties) if t),
        *(t.id for t in tabellen_van(plan)),
        *(g.basis.id for g in plan.grafieken()),
    ]

    assert len(ids) == len(set(ids))
    assert {s.id for g in plan.samenvatting.gebieden for s in g.speerpunten} == {s.id for s in speerpunten}
    genoemd = {wijzer for g in plan.gesprekken for rij in g.rijen for wijzer in rij.speerpunten}
    assert genoemd <= {(s.titel, s.id) for s in speerpunten}


# -- charts say what is true


def test_alt_texts_are_short_and_about_this_area(gemaakt: Gemaakt) -> None:
    plan = gemaakt.plan
    for grafiek in plan.grafieken():
        alt = grafiek.basis.alt
        assert 20 < len(alt) <= 150
        assert alt[-1] in ".…"
        assert any(naam in alt for naam in (plan.naam, *plan.gebiedsnamen)), alt


def test_alt_texts_of_bars_and_lines_give_the_own_figure(gemaakt: Gemaakt) -> None:
    for grafiek in gemaakt.plan.grafieken():
        match grafiek:
            case Vergelijking(staven=staven):
                eigen = [staaf.tekst for staaf in staven if staaf.rol == "eigen"]
            case Trend(lijnen=lijnen):
                eigen = [punt.tekst for lijn in lijnen if lijn.rol == "eigen" for punt in lijn.punten]
            case Leeftijdsopbouw(groepen=groepen):
                eigen = [groep.teksten[0] for groep in groepen]
            case Kernbeeld(groepen=blokken):
                eigen = [rij.eigen_tekst for blok in blokken for rij in blok.rijen if rij.oordeel.endswith("gunstig")]
                eigen = eigen or [grafiek.eigen_naam]
            case Doelenkaart(groepen=speerpunten):
                eigen = [rij.woord for groep in speerpunten for rij in groep.rijen]
            case Bandbreedtes(rijen=rijen):
                eigen = [rij.hoog_tekst.lstrip("-") for rij in rijen if rij.hoog is not None]
        assert any(tekst in grafiek.basis.alt for tekst in eigen), grafiek.basis.alt


def test_the_alt_text_of_a_kernbeeld_gives_the_two_largest_differences(gemaakt: Gemaakt) -> None:
    for kernbeeld in kernbeelden(gemaakt.plan):
        rijen = [rij for groep in kernbeeld.groepen for rij in groep.rijen]
        for oordeel, patroon in (("minder gunstig", r"[Mm]inder gunstig: "), ("gunstiger", r"[Gg]unstiger: ")):
            opvallend = [rij for rij in rijen if rij.oordeel == oordeel]
            opvallend.sort(key=lambda rij: abs(rij.eigen or 0), reverse=True)
            gevonden = re.search(patroon + r"([^;…]*)", kernbeeld.basis.alt)
            assert bool(gevonden) == bool(opvallend)
            genoemd = re.findall(r"\d+%", gevonden[1]) if gevonden else []
            assert genoemd == [rij.eigen_tekst for rij in opvallend[:2]][: len(genoemd)]


def hertelling(gemaakt: Gemaakt, kernbeeld: Kernbeeld) -> tuple[int, int, int]:
    """On how many figures an area is less favourable, on how many more, and how many there are."""
    sleutel = next(g.slug for g in gemaakt.bronnen.kader.gebieden if g.naam == kernbeeld.eigen_naam)
    minder = meer = totaal = 0
    for indicator in (i for i in gemaakt.bronnen.kader.indicatoren if i.kernbeeld):
        eigen = [m for m in gemaakt.cijfers.reeks(indicator.id, sleutel) if m.waarde is not None][-1]
        samen = next(m for m in gemaakt.cijfers.reeks(indicator.id, "BUCH") if m.jaar == eigen.jaar)
        beter = {"hoger": 1, "lager": -1, "geen": 0}[indicator.gunstig]
        punten = beter * ((eigen.waarde or 0) - (samen.waarde or 0))
        minder, meer, totaal = minder + (punten <= -1.5), meer + (punten >= 1.5), totaal + 1
    return minder, meer, totaal


def test_the_title_of_a_kernbeeld_is_true(gemaakt: Gemaakt) -> None:
    for kernbeeld in kernbeelden(gemaakt.plan):
        minder, meer, totaal = hertelling(gemaakt, kernbeeld)
        titel = kernbeeld.basis.titel.removeprefix(f"{kernbeeld.eigen_naam}: ")
        if minder:
            rest = f", {meer} gunstiger" if meer else ""
            assert titel == f"{minder} van de {totaal} cijfers duidelijk minder gunstig dan in de BUCH{rest}"
        else:
            hoeveel = meer or "geen"
            assert titel.startswith(f"{hoeveel} van de {totaal} cijfers duidelijk gunstiger")


def test_an_area_like_the_others_is_not_said_to_look_like_them_on_every_figure(alle: Mapping[str, Gemaakt]) -> None:
    heiloo = alle["heiloo"]
    (kernbeeld,) = kernbeelden(heiloo.plan)
    rijen = [
        replace(rij, oordeel="geen richting" if rij.label == "Geeft mantelzorg" else "geen duidelijk verschil")
        for groep in kernbeeld.groepen
        for rij in groep.rijen
    ]

    titel = zinnen.kernbeeld_titel(heiloo.beeld, heiloo.beeld.eigen, rijen)
    alt = zinnen.kernbeeld_alt(heiloo.beeld.eigen, [KernbeeldGroep("Alles", tuple(rijen))])

    assert alt == "Kernbeeld Heiloo. Geen cijfer duidelijk gunstiger of minder gunstig."
    assert titel == "Heiloo: geen van de 12 cijfers duidelijk gunstiger of minder gunstig dan in de BUCH"


def test_a_mark_in_a_kernbeeld_lies_on_the_side_of_its_verdict(gemaakt: Gemaakt) -> None:
    for kernbeeld in kernbeelden(gemaakt.plan):
        for rij in (rij for groep in kernbeeld.groepen for rij in groep.rijen):
            afstand = rij.eigen or 0
            assert (rij.oordeel == "gunstiger") == (afstand >= 1.5 and rij.label != "Geeft mantelzorg")
            assert (rij.oordeel == "minder gunstig") == (afstand <= -1.5 and rij.label != "Geeft mantelzorg")


def vergelijkingen(plan: Plan) -> list[Vergelijking]:
    return [g for g in plan.grafieken() if isinstance(g, Vergelijking)]


def test_highest_and_lowest_are_said_when_they_are_true_as_written(gemaakt: Gemaakt) -> None:
    for vergelijking in vergelijkingen(gemaakt.plan):
        eigen = [s for s in vergelijking.staven if s.rol == "eigen" and s.waarde is not None]
        if len(eigen) > 1:
            continue
        mijn = getal_in(eigen[0].tekst)
        anderen = [getal_in(s.tekst) for s in vergelijking.staven if s.waarde is not None and s != eigen[0]]
        titel = vergelijking.basis.titel
        assert ("het hoogste cijfer van de zeven" in titel) == all(mijn > ander for ander in anderen), titel
        assert ("het laagste cijfer van de zeven" in titel) == all(mijn < ander for ander in anderen), titel


@pytest.mark.parametrize("slug", DELEN)
def test_a_gemeente_says_how_far_its_parts_lie_apart(alle: Mapping[str, Gemaakt], slug: str) -> None:
    for vergelijking in vergelijkingen(alle[slug].plan):
        eigen = {s.label: s.waarde for s in vergelijking.staven if s.rol == "eigen" and s.waarde is not None}
        laagste, hoogste = min(eigen, key=lambda n: eigen[n] or 0), max(eigen, key=lambda n: eigen[n] or 0)

        van_tot = f"van {heel(eigen[laagste] or 0)}% in {laagste} tot {heel(eigen[hoogste] or 0)}% in {hoogste}"
        assert van_tot in vergelijking.basis.titel


def test_a_tie_as_written_has_no_highest(gebieden: Path, alle: Mapping[str, Gemaakt]) -> None:
    rij = ("Voldoet aan de beweegrichtlijn", "Heiloo", 2020)
    vul_in(gebieden, "heiloo", "Kwetsbaarheid", rij, Waarde=58.6)

    gelijk = {g.basis.id: g.basis.titel for g in maker(gebieden)("uitgeest").plan.grafieken()}
    alleen = {g.basis.id: g.basis.titel for g in alle["uitgeest"].plan.grafieken()}

    assert "het hoogste" in alleen["vergelijking-beweegrichtlijn"]
    assert "hoogste" not in gelijk["vergelijking-beweegrichtlijn"]


def test_a_line_says_its_first_and_its_last_year(gemaakt: Gemaakt) -> None:
    for trend in (g for g in gemaakt.plan.grafieken() if isinstance(g, Trend)):
        (eigen,) = [lijn for lijn in trend.lijnen if lijn.rol == "eigen"]
        gemeten = [punt for punt in eigen.punten if punt.waarde is not None]

        assert f" {gemeten[-1].tekst} " in trend.basis.titel
        slot = f"in {gemeten[-1].jaar}; in {gemeten[0].jaar} was dat {gemeten[0].tekst}"
        assert trend.basis.titel.endswith(slot)


def test_the_age_group_that_is_named_differs_most(gemaakt: Gemaakt) -> None:
    grafiek = gemaakt.plan.bevolking.grafiek
    assert isinstance(grafiek, Leeftijdsopbouw)
    samen = grafiek.regios.index("BUCH")
    verschillen = {g.label: abs((g.aandelen[0] or 0) - (g.aandelen[samen] or 0)) for g in grafiek.groepen}
    grootste = next(g for g in grafiek.groepen if verschillen[g.label] == max(verschillen.values()))

    assert f"{grootste.teksten[0]} van de inwoners {grootste.label}" in grafiek.basis.titel
    assert grafiek.basis.titel.endswith(f"in de BUCH is dat {grootste.teksten[samen]}")


# -- sentences


def test_the_difference_in_a_sentence_is_that_of_the_figures_shown(gemaakt: Gemaakt) -> None:
    regels = [" ".join(g.zinnen) for blok in gemaakt.plan.blokken for g in blok.grafieken if g.zinnen]
    regels += [regel for g in gemaakt.plan.gebieden for s in g.speerpunten for regel in s.cijfers]
    gezien = 0
    for regel in regels:
        if gevonden := re.search(r"(\d+)%.*? de BUCH is dat (\d+)%.* Het verschil is (\d+) procentpunt", regel):
            eigen, samen, verschil = map(int, gevonden.groups())
            gezien += 1
            assert abs(eigen - samen) == verschil > 0
        # Of the real figures only those about bijstand are counted, and they are in no chart or goal.
        assert not re.search(r"Dat is (hoger|lager)", regel)

    assert regels
    assert gezien <= len(regels)


def meting(waarde: float | None, onder: float | None = None, boven: float | None = None, **anders: Any) -> Meting:
    velden = {"reden": None, "bron": "B", "peildatum": "", "status": "definitief", "opmerking": ""}
    return Meting("eenzaam", "x", 2024, waarde, onder=onder, boven=boven, **{**velden, **anders})


@pytest.mark.parametrize(
    ("eigen", "samen", "slot"),
    [
        (meting(46.0, 45.0, 47.0), meting(41.0, 41.0, 41.0), "In de BUCH is dat 41%. Dat is hoger dan in de BUCH."),
        (meting(36.0, 35.0, 37.0), meting(41.0, 41.0, 41.0), "In de BUCH is dat 41%. Dat is lager dan in de BUCH."),
        (meting(42.0, 40.0, 44.0), meting(41.0, 41.0, 41.0), "In de BUCH is dat 41%. Dat is niet aantoonbaar anders."),
        (meting(46.0, 45.0, 47.0), meting(41.0), "Het verschil is 5 procentpunt. Dat is niet getoetst."),
        (meting(46.0), meting(41.0), "Het verschil is 5 procentpunt. Dat is niet getoetst."),
        (meting(42.0), meting(41.0), "Het verschil is klein. Het is niet getoetst."),
        # 43,4 and 41,6 are written 43% and 42%: a reader who subtracts finds 1.
        (meting(43.4), meting(41.6), "Het verschil is 1 procentpunt. Dat is niet getoetst."),
        (meting(46.0), None, "Een gemiddelde van de BUCH is er niet, want niet elk gebied heeft dit cijfer."),
    ],
)
def test_what_is_said_of_a_difference(
    alle: Mapping[str, Gemaakt], eigen: Meting, samen: Meting | None, slot: str
) -> None:
    reeksen = {("eenzaam", "egmond"): (eigen,), ("eenzaam", "BUCH"): (samen,) if samen else ()}
    beeld = replace(alle["egmond"].beeld, cijfers=Cijfers(reeksen, {}))

    regels = zinnen.tegen_referentie(beeld, beeld.kader.indicator("eenzaam"), Regio("egmond", "Egmond"))

    if eigen.onder is not None and eigen.boven is not None:
        tussen = f"tussen {heel(eigen.onder)}% en {heel(eigen.boven)}%"
        slot += f" Het echte cijfer ligt waarschijnlijk {tussen}."
    assert " ".join(regels).endswith(slot)
    assert regels[0].startswith(f"In Egmond voelt {heel(eigen.waarde or 0)}% van de inwoners")


@pytest.mark.parametrize(
    ("aantallen", "slot"),
    [
        ([], "zijn dit jaar nog geen gesprekken vastgelegd."),
        ([12.0], "was er één gesprek met samen 12 deelnemers."),
        ([12.0, 30.0], "waren er twee gesprekken met samen 42 deelnemers."),
        ([12.0, None], "waren er twee gesprekken met samen ten minste 12 deelnemers."),
        ([None, None], "waren er twee gesprekken."),
    ],
)
def test_participants_that_were_not_counted_are_not_nobody(
    alle: Mapping[str, Gemaakt], aantallen: list[float | None], slot: str
) -> None:
    bronnen = alle["egmond"].bronnen
    een: Gesprek = bronnen.eigen.gesprekken[0]
    gevoerd = tuple(replace(een, aantal=aantal) for aantal in aantallen)

    assert gesprekken.gesprekken(bronnen, replace(bronnen.eigen, gesprekken=gevoerd)).zin.endswith(slot)
    assert "1 deelnemer)" in gesprekken.wie(replace(een, aantal=1.0))
    assert "deelnemer" not in gesprekken.wie(replace(een, aantal=None))


def test_a_first_plan_says_so_and_a_second_looks_back(alle: Mapping[str, Gemaakt]) -> None:
    eerste, tweede = alle["schoorl"].plan.terugblik[0], alle["heiloo"].plan.terugblik[0]

    assert eerste.tabel is None
    assert eerste.leeg.startswith("Dit is het eerste gebiedsplan voor Schoorl.")
    assert tweede.tabel is not None
    titels = {s.titel for s in alle["heiloo"].bronnen.vorige["heiloo"].speerpunten}
    assert {rij[0] for rij in tweede.tabel.rijen} <= titels


@pytest.mark.parametrize(
    ("velden", "nu", "doel"),
    [
        ({"nulmeting": 42.8, "nulmeting_jaar": 2020}, "43% (2020)", "40% of lager in 2029"),
        ({"richting": ""}, "nog niet gemeten", "40% in 2029"),
        ({"eenheid": "deelnemers", "richting": "hoger"}, "nog niet gemeten", "40 deelnemers of meer in 2029"),
        ({"streefwaarde": None}, "nog niet gemeten", "nog niet vastgesteld"),
        ({"streefwaarde": None, "eerst_nulmeting": True}, "eerst nulmeting", "eerst nulmeting in 2029"),
        ({"nulmeting": 0.0, "eenheid": "deelnemers", "richting": ""}, "0 deelnemers", "40 deelnemers in 2029"),
    ],
)
def test_where_a_goal_starts_and_ends(alle: Mapping[str, Gemaakt], velden: dict[str, Any], nu: str, doel: str) -> None:
    leeg = {"nulmeting": None, "nulmeting_jaar": None, "tussenmetingen": ()}
    vast = {"eenheid": "procent", "richting": "lager", "streefwaarde": 40.0, "streefwaarde_jaar": 2029}
    een: Doel = alle["egmond"].bronnen.eigen.doelen[0]
    gesteld = replace(een, **{**leeg, **vast, "eerst_nulmeting": False, **velden})

    assert (doelwaarden.nulmeting(gesteld, 0), doelwaarden.streefwaarde(gesteld, 0)) == (nu, doel)


# -- units stand once, in a header


def test_a_cell_is_a_bare_number_below_or_beside_its_unit(gemaakt: Gemaakt) -> None:
    per_naam = {i.naam: i for i in gemaakt.bronnen.kader.indicatoren}
    bekeken = 0
    for tabel in (blok.tabel for blok in gemaakt.plan.blokken if blok.tabel):
        koppen = {kop.tekst for kop in tabel.kop[1:-1]}
        for naam, *cellen, _ in tabel.rijen:
            procent = per_naam[kaal(naam)].eenheid == "procent"
            assert procent == (naam.endswith(" (%)") or all(kop.endswith(" (%)") for kop in koppen)), naam
            assert not naam.endswith("(%)") or not any("(%)" in kop for kop in koppen), "said twice"
            assert not any("%" in cel or "per 1.000" in cel for cel in cellen), cellen
            bekeken += len(cellen)
    assert bekeken > 60


def test_the_data_behind_a_chart_have_their_unit_in_the_header(gemaakt: Gemaakt) -> None:
    for grafiek in gemaakt.plan.grafieken():
        raster = grafiek.basis.raster
        # Goals have units of their own, and keep them in the cell.
        if not isinstance(grafiek, Doelenkaart):
            eenheid = "€" if isinstance(grafiek, Bandbreedtes) else "%"
            assert all(eenheid in kop for kop in raster.kop[1:]), raster.kop
            assert not any("%" in cel for rij in raster.rijen for cel in rij)


def test_a_rate_says_what_it_is_a_part_of_and_a_count_does_not() -> None:
    assert schrijfwijze.met_eenheid("Hulp uit de Wmo", "per_1000") == "Hulp uit de Wmo (per 1.000)"
    assert schrijfwijze.met_eenheid("Heiloo", "procent", "2020") == "Heiloo (%, 2020)"
    assert schrijfwijze.met_eenheid("Inwoners", "aantal", "2022") == "Inwoners (2022)"
    assert schrijfwijze.met_eenheid("Inwoners", "cijfer") == "Inwoners"


# -- figures that are not there


def test_a_cell_has_a_number_exactly_where_there_is_a_figure(gemaakt: Gemaakt) -> None:
    regios = gemaakt.regios()
    per_naam = {i.naam: i for i in gemaakt.bronnen.kader.indicatoren}
    bekeken = 0
    for tabel in (blok.tabel for blok in gemaakt.plan.blokken if blok.tabel):
        for naam, *cellen, jaar in tabel.rijen:
            for kop, cel in zip(tabel.kop[1:-1], cellen, strict=True):
                meting = gemaakt.cijfers.in_jaar(per_naam[kaal(naam)].id, regios[kaal(kop.tekst)], int(jaar))
                assert bool(re.search(r"\d", cel)) == (meting is not None and meting.waarde is not None), (naam, cel)
                bekeken += 1

    assert bekeken > 60


def test_a_missing_figure_is_a_word_that_is_explained(gebieden: Path) -> None:
    gevallen = {"Heeft betaald werk": "onbekend", "Heeft een hbo- of wo-opleiding": "geheim"}
    gevallen["Beperkt door gezondheid"] = "niet gemeten"
    for naam, teken in zip(gevallen, (".", "x", None), strict=True):
        jaar = 2020 if teken is None else 2022
        vul_in(gebieden, "egmond", "Kwetsbaarheid", (naam, "Egmond", jaar), Waarde=teken)

    plan = maker(gebieden)("egmond").plan

    tabel, (kernbeeld,) = plan.blokken[1].tabel, kernbeelden(plan)
    assert tabel is not None
    rijen = {kaal(rij[0]): rij for rij in tabel.rijen}
    strepen = {rij.label: rij for groep in kernbeeld.groepen for rij in groep.rijen}
    uitgelegd = {teken for teken, _ in plan.bijlagen.tekens}
    for naam, woord in gevallen.items():
        assert (rijen[naam][1], rijen[naam][3]) == (woord, "geen cijfer")
        assert (strepen[naam].eigen, strepen[naam].eigen_tekst) == (None, woord)
        assert strepen[naam].referentie_tekst == "geen cijfer"
        assert {woord, "geen cijfer"} <= uitgelegd
    assert "van de 9 cijfers" in kernbeeld.basis.titel


def test_a_bar_and_a_point_that_are_missing_have_no_height(gebieden: Path) -> None:
    vul_in(gebieden, "egmond", "Kwetsbaarheid", ("Voldoet aan de beweegrichtlijn", "Egmond", 2020), Waarde="x")
    vul_in(gebieden, "egmond", "Veerkracht", ("Voelt zich eenzaam", "Egmond", 2016), Waarde=".")
    maak = maker(gebieden)

    heiloo = {g.basis.id: g for g in maak("heiloo").plan.grafieken()}
    egmond = {g.basis.id: g for g in maak("egmond").plan.grafieken()}

    vergelijking, trend = heiloo["vergelijking-beweegrichtlijn"], egmond["trend-eenzaam"]
    assert isinstance(vergelijking, Vergelijking)
    # With the figures of Bergen and its other parts anybody could calculate that of Egmond: one of them goes along.
    assert [(s.label, s.waarde, s.tekst) for s in vergelijking.staven[-2:]] == [
        ("Egmond", None, "geheim"),
        ("Schoorl", None, "geheim"),
    ]
    assert vergelijking.referentie is None
    assert isinstance(trend, Trend)
    assert [(p.waarde, p.tekst) for p in trend.lijnen[0].punten][1] == (None, "onbekend")


def test_a_region_without_a_figure_in_that_year_says_why_it_has_none(alle: Mapping[str, Gemaakt]) -> None:
    tabel = alle["bergen"].plan.blokken[0].tabel
    assert tabel is not None
    (rij,) = [rij for rij in tabel.rijen if kaal(rij[0]) == "Jongeren met jeugdzorg"]

    cellen = dict(zip((kaal(kop.tekst) for kop in tabel.kop), rij, strict=True))

    # Egmond has 2024; of the two beside it there is only a row of 2021, that says why it is empty.
    assert (cellen["Jaar"], cellen["Egmond"]) == ("2024", "9 (voorbeeld)")
    assert cellen["Bergen (kern)"] == cellen["Schoorl"] == "onbekend"
    assert cellen["BUCH"] == "geen cijfer"


def test_every_word_for_a_missing_figure_is_explained(gemaakt: Gemaakt) -> None:
    uitgelegd = {teken for teken, _ in gemaakt.plan.bijlagen.tekens}
    cellen = {cel for tabel in tabellen_van(gemaakt.plan) for rij in tabel.rijen for cel in rij[1:]}
    van_cijfers = (g for g in gemaakt.plan.grafieken() if not isinstance(g, Doelenkaart))
    cellen |= {cel for g in van_cijfers for rij in g.basis.raster.rijen for cel in rij[1:]}

    woorden = {cel for cel in cellen if not re.search(r"\d", cel)} - {"–"}

    assert woorden <= uitgelegd
    assert uitgelegd <= set(schrijfwijze.UITLEG)


def test_a_block_without_figures_says_why(gebieden: Path, alle: Mapping[str, Gemaakt]) -> None:
    boek = load_workbook(gebieden / "schoorl" / "2027.xlsx")
    boek["Veerkracht"].delete_rows(2, 100)
    boek.save(gebieden / "schoorl" / "2027.xlsx")

    zorg, _, veerkracht = maker(gebieden)("schoorl").plan.blokken

    assert zorg.leeg == "Voor Schoorl als geheel zijn er nog geen cijfers gepubliceerd. In de tabel staat waarom."
    assert (veerkracht.tabel, veerkracht.grafieken) == (None, ())
    assert veerkracht.leeg == alle["schoorl"].bronnen.kader.blokken[2].uitleg_leeg != ""


# -- figures that are made up


def verzonnen(gemaakt: Gemaakt) -> set[str]:
    """The indicators of which this area, or a part of it, has only a made-up figure."""
    sleutels = [r.sleutel for r in (gemaakt.beeld.eigen, *gemaakt.beeld.delen)]
    return {m.indicator for s in sleutels for i in ids(gemaakt) if (m := gemaakt.cijfers.laatste(i, s)) and m.voorbeeld}


def ids(gemaakt: Gemaakt) -> list[str]:
    return [i.id for i in gemaakt.bronnen.kader.indicatoren]


def test_the_front_page_names_every_made_up_figure_and_no_other(gemaakt: Gemaakt) -> None:
    plan = gemaakt.plan
    verwacht = {gemaakt.bronnen.kader.indicator(i).naam for i in verzonnen(gemaakt)}
    if any(vraag.status == "voorbeeld" for data in gemaakt.bronnen.delen for vraag in data.hulpvragen):
        verwacht.add("Wat levert preventie op?")

    assert set(re.findall("‘(.*?)’", plan.voorbeeld)) == verwacht
    assert dict(plan.voorblad.regels).get("Let op", "") == plan.voorbeeld
    assert ("voorbeeld" in dict(plan.bijlagen.tekens)) == bool(verwacht)


def test_a_made_up_figure_is_marked_in_every_table(gemaakt: Gemaakt) -> None:
    regios, per_naam = gemaakt.regios(), {i.naam: i for i in gemaakt.bronnen.kader.indicatoren}
    for tabel in (blok.tabel for blok in gemaakt.plan.blokken if blok.tabel):
        gemerkt = False
        for naam, *cellen, jaar in tabel.rijen:
            for kop, cel in zip(tabel.kop[1:-1], cellen, strict=True):
                meting = gemaakt.cijfers.in_jaar(per_naam[kaal(naam)].id, regios[kaal(kop.tekst)], int(jaar))
                assert cel.endswith(" (voorbeeld)") == (meting is not None and meting.voorbeeld), (naam, cel)
                gemerkt |= "(voorbeeld)" in cel
        assert ("cijfers met ‘voorbeeld’ zijn verzonnen" in tabel.bron) == gemerkt


def test_a_made_up_figure_is_marked_in_sentences_and_charts(gebieden: Path) -> None:
    rij = ("Voelt zich eenzaam", "Uitgeest", 2020)
    vul_in(gebieden, "uitgeest", "Veerkracht", rij, Status="voorbeeld")

    plan = maker(gebieden)("uitgeest").plan

    assert plan.voorbeeld == "Dit plan bevat verzonnen cijfers: ‘Voelt zich eenzaam’."
    assert dict(plan.voorblad.regels)["Let op"] == plan.voorbeeld
    zin = plan.gebieden[0].speerpunten[0].cijfers[0]
    assert zin.startswith("In Uitgeest voelt 42% van de inwoners van 18 jaar en ouder zich eenzaam (voorbeeld) (2020).")
    # The average rests on it, so it is made up as well.
    assert "In de BUCH is dat 42% (voorbeeld)" in zin
    assert "42% (voorbeeld) (BUCH 42% (voorbeeld))" in plan.samenvatting.gebieden[0].speerpunten[0].nu
    grafieken = {g.basis.id: g for g in plan.grafieken()}
    assert "(voorbeeld)" in grafieken["trend-eenzaam"].basis.titel
    assert ("Uitgeest", "42 (voorbeeld)") in grafieken["vergelijking-eenzaam"].basis.raster.rijen


def test_the_front_page_also_names_what_only_a_chart_or_a_wijk_shows(
    gebieden: Path, alle: Mapping[str, Gemaakt]
) -> None:
    in_een_lijn, in_een_wijk, in_een_staaf = (
        ("heiloo", "Veerkracht", ("Voelt zich eenzaam", "Heiloo", 2012)),
        ("egmond", "Kwetsbaarheid", ("Heeft moeite met rondkomen", "Egmond-Binnen", 2020)),
        ("schoorl", "Kwetsbaarheid", ("Voldoet aan de beweegrichtlijn", "Schoorl", 2020)),
    )
    for slug, blad, rij in (in_een_lijn, in_een_wijk, in_een_staaf):
        vul_in(gebieden, slug, blad, rij, Status="voorbeeld")
    # No table or chart shows this year.
    vul_in(gebieden, "heiloo", "Veerkracht", ("Voelt zich ernstig eenzaam", "Heiloo", 2016), Status="voorbeeld")
    # Without an average of the samenwerking only the bar of Schoorl is made up.
    vul_in(gebieden, "uitgeest", "Kwetsbaarheid", ("Voldoet aan de beweegrichtlijn", "Uitgeest", 2020), Waarde="x")
    maak = maker(gebieden)

    for slug, gezien in (("heiloo", in_een_lijn), ("egmond", in_een_wijk), ("heiloo", in_een_staaf)):
        naam = gezien[2][0]
        assert f"‘{naam}’" in maak(slug).plan.voorbeeld
        assert f"‘{naam}’" not in alle[slug].plan.voorbeeld
    assert not re.search("‘(Heeft moeite met rondkomen|Voelt zich ernstig eenzaam)’", maak("heiloo").plan.voorbeeld)


def test_uitgeest_has_nothing_made_up(alle: Mapping[str, Gemaakt]) -> None:
    plan = alle["uitgeest"].plan

    assert verzonnen(alle["uitgeest"]) == set()
    assert verzonnen(alle["egmond"])
    assert plan.voorbeeld == ""
    # What advisers write about themselves is theirs; these are the parts with figures.
    met_cijfers = (plan.samenvatting.signalen, plan.samenvatting.gebieden, plan.blokken, plan.bevolking, plan.gebieden)
    assert not re.search(r"\bvoorbeeld\b(?!=False)|verzonnen", repr((met_cijfers, plan.kernbeeldtabel, plan.bijlagen)))
    assert not re.search(r"\bvoorbeeld\b(?!=False)|verzonnen", repr(plan.grafieken()))


# -- sources


def test_the_table_of_sources_names_every_figure(gemaakt: Gemaakt) -> None:
    bronnen = gemaakt.plan.bijlagen.bronnen
    assert bronnen is not None
    genoemd = {(rij[0], rij[2][:4]) for rij in bronnen.rijen}
    delen = [gemaakt.beeld.eigen, *gemaakt.beeld.delen]
    for indicator in gemaakt.bronnen.kader.indicatoren:
        for regio in delen:
            if laatste := gemaakt.cijfers.laatste(indicator.id, regio.sleutel):
                naam = f"{indicator.naam} ({regio.naam})" if len(delen) > 1 else indicator.naam
                assert (naam, str(laatste.jaar)) in genoemd
    namen = {naam_zonder_gebied(naam, gemaakt) for naam, _ in genoemd}
    assert namen == {i.naam for i in indicatoren_in(gemaakt)} | {"Inwoners naar leeftijd"}


def naam_zonder_gebied(naam: str, gemaakt: Gemaakt) -> str:
    for regio in gemaakt.beeld.delen and (gemaakt.beeld.eigen, *gemaakt.beeld.delen):
        naam = naam.removesuffix(f" ({regio.naam})")
    return naam


def indicatoren_in(gemaakt: Gemaakt) -> tuple[Indicator, ...]:
    """Every indicator that a table of this plan has a row for."""
    namen = {kaal(rij[0]) for blok in gemaakt.plan.blokken if blok.tabel for rij in blok.tabel.rijen}
    return tuple(i for i in gemaakt.bronnen.kader.indicatoren if i.naam in namen)


def test_every_source_line_names_the_years_it_is_about(gemaakt: Gemaakt) -> None:
    for grafiek in gemaakt.plan.grafieken():
        assert re.fullmatch(r"Bron: .*20\d\d.*\.", grafiek.basis.bron)
    for tabel in tabellen_van(gemaakt.plan):
        assert re.match(r"Bron: .*20\d\d", tabel.bron) or tabel.bron == "Bron: geen cijfers gepubliceerd."


def test_an_amount_that_is_not_known_is_not_zero(alle: Mapping[str, Gemaakt]) -> None:
    assert tabellen.bedrag(None) == "nog niet vastgesteld"
    assert tabellen.bedrag(0) == "0"
    assert tabellen.bedrag(12_500) == "12.500"
    middelen = [m.middelen for m in alle["egmond"].bronnen.eigen.acties]
    kolom = [rij[-1] for s in alle["egmond"].plan.gebieden[0].speerpunten if s.acties for rij in s.acties.rijen]
    assert [cel == "nog niet vastgesteld" for cel in kolom] == [bedrag is None for bedrag in middelen]
