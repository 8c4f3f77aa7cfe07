"""All areas side by side: what is shown of whom, what is said after which test, and by which rules lists are made."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import WORTEL, Producten
from lxml import html
from openpyxl import load_workbook

from gebiedsplan.build.samen import Samen, lees
from gebiedsplan.cijfers import tabel
from gebiedsplan.cijfers.model import Cijfers, Meting
from gebiedsplan.cli import main
from gebiedsplan.figures.bewerkbaar import describe
from gebiedsplan.figures.stijl import stijl_van
from gebiedsplan.gebied.model import Doel, Gebiedsdata
from gebiedsplan.huisstijl import read as huisstijl
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.eigen import Woord
from gebiedsplan.plan.beeld import Beeld, Omgeving, Regio
from gebiedsplan.plan.grafiek import Vergelijking as Grafiek
from gebiedsplan.templates import render
from gebiedsplan.vergelijking.model import Bron, Vergelijking
from gebiedsplan.vergelijking.naast import Naast, naast_elkaar
from gebiedsplan.vergelijking.opbouw import vergelijking

GEBIEDEN = WORTEL / "gebieden"
LIMMEN = "Limmen, Akersloot en De Woude"


def bron_van(samen: Samen) -> Bron:
    cijfers = tabel.bereken(samen.kader, samen.cijfers, samen.referentie, samen.patroon)
    return Bron(samen.kader, samen.jaar, samen.data, samen.redenen, cijfers)


@pytest.fixture(scope="module")
def bron() -> Bron:
    samen = lees(Lezer(GEBIEDEN), None)
    assert samen is not None
    assert samen.bevindingen == ()
    return bron_van(samen)


@pytest.fixture(scope="module")
def stuk(bron: Bron) -> Vergelijking:
    return vergelijking(bron)


def met(bron: Bron, slug: str, **delen: object) -> Bron:
    """The same with other rows in one workbook."""
    return replace(bron, data={**bron.data, slug: replace(bron.data[slug], **delen)})  # type: ignore[arg-type]


def tekst_van(stuk: Vergelijking, lijst: str) -> list[str]:
    return [f"{r.label}: {r.tekst}" for een in stuk.lijsten if een.id == lijst for r in een.regels]


# -- figures


def test_every_area_is_in_every_table_in_one_order_and_in_every_chart_by_value(stuk: Vergelijking, bron: Bron) -> None:
    namen = [*(g.naam for g in bron.kader.bladeren()), "BUCH"]
    for blok in stuk.blokken:
        assert blok.delen
        assert {deel.tabel for deel in blok.delen} == {tabel_.id for tabel_ in blok.tabellen}
        for tabel_ in blok.tabellen:
            assert [rij[0] for rij in tabel_.rijen] == namen
            assert len(tabel_.kop) <= 6
        for deel in blok.delen:
            assert isinstance(deel.grafiek, Grafiek)
            waarden = [staaf.waarde or 0.0 for staaf in deel.grafiek.staven]
            assert waarden == sorted(waarden, reverse=True)
    getekend = {g.basis.id.removeprefix("gebieden-") for g in stuk.grafieken()}
    verteld = {naam.rsplit(" (", 1)[0] for blok in stuk.blokken for naam, _ in blok.weinig}
    genoemd = {naam for blok in stuk.blokken for naam in blok.zonder}
    for indicator in bron.kader.indicatoren:
        plekken = (indicator.id in getekend, indicator.naam in verteld, indicator.naam in genoemd)
        assert sum(plekken) == 1, indicator.id
    assert genoemd == {"Bewonersinitiatieven"}


def test_who_has_no_figure_is_named_with_the_reason(stuk: Vergelijking) -> None:
    zorg = stuk.blokken[0]
    (jeugd,) = zorg.delen
    assert jeugd.onder[-1] == (f"Geen cijfer over 2024: Uitgeest, {LIMMEN}, Bergen (kern) en Schoorl (onbekend).")
    weinig = dict(zorg.weinig)["Inwoners met ondersteuning uit de Wmo (2024)"]
    assert "Heiloo (wel over 2021: 54 per 1.000)" in weinig
    assert "Castricum (kern) 57 per 1.000 (voorbeeld)" in weinig


def test_signs_are_explained_when_used_and_only_then(stuk: Vergelijking) -> None:
    assert {teken for teken, _ in stuk.tekens} == {"onbekend", "geen cijfer", "voorbeeld", "schatting", "afgerond"}


def test_the_chart_of_word_has_the_same_numbers_signs_and_reference(stuk: Vergelijking) -> None:
    stijl = stijl_van(huisstijl((WORTEL / "templates" / "huisstijl",), "neutraal").huisstijl)
    grafiek = next(g for g in stuk.grafieken() if g.basis.id == "gebieden-bijstand")
    assert isinstance(grafiek, Grafiek)
    chart = describe(grafiek, stijl)
    assert chart is not None
    assert chart.categories == (*(staaf.label for staaf in grafiek.staven), "BUCH")
    (reeks,) = chart.series
    laatste = reeks.points[len(grafiek.staven) - 1]
    assert (chart.categories[laatste.index], laatste.labels[:3]) == (LIMMEN, '"▲ ')
    assert "▲ duidelijk gunstiger dan BUCH (getoetst)" in chart.along.title


# -- tests


def meting(regio: str, teller: float, jaar: int = 2020) -> Meting:
    waarde = 100 * teller / 1000
    return Meting("eenzaam", regio, jaar, waarde, None, None, None, "Telling", "", "definitief", "", teller, 1000, True)


def omgeving(bron: Bron, tellers: dict[str, float], jaar: int = 2020) -> Omgeving:
    metingen = {("eenzaam", slug): (meting(slug, teller, jaar),) for slug, teller in tellers.items()}
    samen = replace(meting("BUCH", sum(tellers.values()), jaar), noemer=1000.0 * len(tellers))
    samen = replace(samen, waarde=100 * (samen.teller or 0) / (samen.noemer or 1))
    return Omgeving(bron.kader, Cijfers({**metingen, ("eenzaam", "BUCH"): (samen,)}, {}))


def van_eenzaam(om: Omgeving) -> Naast:
    return next(naast for naast in naast_elkaar(om) if naast.indicator.id == "eenzaam")


def test_who_looks_at_all_areas_at_once_needs_more_to_say_higher(bron: Bron) -> None:
    """A plan says it of one area; among seven it may be chance."""
    tellers = {g.slug: 400.0 for g in bron.kader.bladeren()} | {"heiloo": 435.0}
    om, heiloo = omgeving(bron, tellers), Regio("heiloo", "Heiloo")
    alleen = Beeld(bron.kader, om.cijfers, bron.kader.gebied("heiloo")).verschillen(heiloo)["eenzaam"]
    assert alleen.woord == "hoger"
    naast = van_eenzaam(om)
    assert naast.anders[heiloo].woord == "niet aantoonbaar anders"
    assert naast.getoetst
    assert van_eenzaam(omgeving(bron, tellers | {"heiloo": 480.0})).anders[heiloo].woord == "hoger"


def test_the_words_of_tests_are_those_of_the_page(stuk: Vergelijking) -> None:
    deel = next(d for blok in stuk.blokken for d in blok.delen if d.grafiek.basis.id == "gebieden-bijstand")
    assert deel.onder == (
        f"Getoetst: lager in {LIMMEN}; niet aantoonbaar anders in Heiloo, Uitgeest, Castricum (kern), Bergen (kern), "
        "Egmond en Schoorl.",
    )
    assert any("105 verschillen. Daarvan zijn er 7 getoetst." in zin for zin in stuk.toetsing)


def test_the_newest_year_that_half_of_the_areas_have(bron: Bron) -> None:
    slugs = [g.slug for g in bron.kader.bladeren()]
    metingen = {("eenzaam", slug): (meting(slug, 400),) for slug in slugs}

    def nieuwer(aantal: int) -> int:
        erbij = {("eenzaam", s): (meting(s, 400), meting(s, 410, 2024)) for s in slugs[:aantal]}
        return van_eenzaam(Omgeving(bron.kader, Cijfers({**metingen, **erbij}, {}))).jaar

    assert [nieuwer(aantal) for aantal in (0, 3, 4)] == [2020, 2020, 2024]


# -- the first page


def test_no_list_is_longer_than_five_and_every_line_leads_somewhere(
    stuk: Vergelijking, andere_producten: Producten
) -> None:
    pagina = html.fromstring(
        next(p for p in andere_producten["vergelijking"] if p.suffix == ".html").read_text("utf-8")
    )
    plekken = {str(element.get("id")) for element in pagina.iter() if element.get("id")}
    for lijst in stuk.lijsten:
        assert 0 < len(lijst.regels) <= 5
        assert {regel.naar for regel in lijst.regels} <= plekken
    # What was tested comes first, though others lie farther apart.
    assert tekst_van(stuk, "verschillen")[0] == (
        f"Heeft een bijstandsuitkering: van 0,6% in {LIMMEN} tot 1,2% in Uitgeest; getoetst: lager in {LIMMEN}."
    )


def test_an_area_that_does_better_and_works_on_it_is_set_beside_those_that_want_to(
    stuk: Vergelijking, bron: Bron
) -> None:
    (regel,) = (r for r in tekst_van(stuk, "leren") if r.startswith("Doet vrijwilligerswerk"))
    assert regel == (
        "Doet vrijwilligerswerk: Schoorl is gunstiger (30%) en werkt eraan met ‘Wie neemt het over?’ (2 acties). "
        f"Interessant voor: Heiloo (26%); Castricum (kern) (25%); {LIMMEN} (27%)."
    )
    zonder_acties = vergelijking(met(bron, "schoorl", acties=()))
    assert not [r for r in tekst_van(zonder_acties, "leren") if "Schoorl is gunstiger" in r]


def test_an_area_that_does_not_work_on_what_stands_out_sees_who_does(stuk: Vergelijking, bron: Bron) -> None:
    (regel,) = (r for r in tekst_van(stuk, "leren") if r.startswith("Voldoet aan de beweegrichtlijn"))
    assert "Schoorl is minder gunstig (56%) en werkt hier niet aan. Er al mee bezig: " in regel
    assert "Egmond met ‘Samen bewegen in elk dorp’ (3 acties)" in regel
    # Egmond stands out too, and has a goal on it.
    assert "Egmond is minder gunstig" not in regel
    thema = bron.data["egmond"].speerpunten[0].themas[:1]
    schoorl = tuple(replace(s, themas=(*s.themas, *thema)) for s in bron.data["schoorl"].speerpunten)
    assert not [r for r in tekst_van(vergelijking(met(bron, "schoorl", speerpunten=schoorl)), "leren") if "beweeg" in r]


def op_eenzaam(data: Gebiedsdata, nulmeting: float, streefwaarde: float) -> tuple[Doel, ...]:
    """The goals of an area, that on being lonely with another way to go."""
    return tuple(
        replace(d, nulmeting=nulmeting, nulmeting_jaar=2016, streefwaarde=streefwaarde, streefwaarde_jaar=2028)
        if d.indicator == "eenzaam"
        else d
        for d in data.doelen
    )


def test_a_goal_on_course_is_set_beside_one_that_is_not(bron: Bron) -> None:
    anders = met(bron, "heiloo", doelen=op_eenzaam(bron.data["heiloo"], 50, 40))
    anders = met(anders, "uitgeest", doelen=op_eenzaam(bron.data["uitgeest"], 42, 20))
    stuk = vergelijking(anders)
    (regel,) = (r for r in tekst_van(stuk, "leren") if "op koers met" in r)
    assert regel.startswith("Voelt zich eenzaam: het doel is in Heiloo op koers met ‘Buren leren elkaar kennen")
    assert regel.endswith("Het is in Uitgeest niet op koers.")
    rijen = {rij[0]: dict(zip((k.tekst for k in stuk.stand.kop), rij, strict=True)) for rij in stuk.stand.rijen}
    assert (rijen["Heiloo"]["Op koers of bereikt"], rijen["Uitgeest"]["Niet op koers"]) == ("1", "1")
    assert {woord for woord, _ in stuk.koersen} >= {"op koers", "niet op koers"}


def test_what_a_goal_may_not_show_is_only_counted_as_secret(bron: Bron) -> None:
    doelen = tuple(
        replace(d, verborgen=True, nulmeting=None) for d in bron.data["heiloo"].doelen if not d.eerst_nulmeting
    )
    stuk = vergelijking(met(bron, "heiloo", doelen=doelen))
    rij = dict(zip((k.tekst for k in stuk.stand.kop), stuk.stand.rijen[0], strict=True))
    assert rij["Geheim"] == str(len(doelen))


# -- what they work on


def test_every_thema_and_doelgroep_says_who_works_on_it(stuk: Vergelijking, bron: Bron) -> None:
    alle = [(g.naam, s) for g in bron.kader.bladeren() for s in bron.data[g.slug].speerpunten]
    themas = [(t.id, t.naam) for t in bron.kader.themas]
    doelgroepen = [(d.id, d.naam) for d in bron.kader.doelgroepen]
    for tabel_, keuzes in ((stuk.themas, themas), (stuk.doelgroepen, doelgroepen)):
        assert tabel_ is not None
        for (id_, naam), rij in zip(keuzes, tabel_.rijen, strict=True):
            eigen = [(gebied, s) for gebied, s in alle if id_ in (*s.themas, *s.doelgroepen)]
            assert rij[0] == naam
            assert rij[1] == ("; ".join(dict.fromkeys(gebied for gebied, _ in eigen)) or "geen enkel gebied")
            assert rij[2] == str(len(eigen))
    genoemd = {(gebied, titel) for groep in stuk.speerpunten for gebied, titel, _ in groep.regels}
    assert genoemd == {(gebied, s.titel) for gebied, s in alle}
    assert stuk.stand.rijen[-1][:4] == ("Alle gebieden", "18", "48", "33")


def test_a_kader_without_themas_or_with_other_words(bron: Bron) -> None:
    """Lists that it leaves out are left out here; the speerpunten stand by area then."""
    zonder = replace(bron.kader, themas=(), doelgroepen=(), kpis=())
    tekst = render("vergelijking.md.j2", (WORTEL / "templates",), stuk=vergelijking(replace(bron, kader=zonder)))
    assert "Bestuurlijke KPI" not in tekst
    assert "### Heiloo {: #inzet-heiloo }" in tekst
    boog = replace(bron.kader.woorden, thema=Woord("boog", "bogen"))
    eigen = vergelijking(replace(bron, kader=replace(bron.kader, woorden=boog)))
    assert eigen.themas is not None
    assert eigen.themas.kop[0].tekst == "Boog"
    assert "hema" not in " ".join(eigen.toetsing)


def test_kpis_of_every_area_and_what_was_agreed(bron: Bron, stuk: Vergelijking) -> None:
    (tabel_,) = stuk.kpis
    assert [kop.tekst for kop in tabel_.kop] == ["Gebied", *(kpi.naam for kpi in bron.kader.kpis)]
    assert tabel_.rijen[0] == ("Heiloo", "54 per 1.000 (2021)", "9% (2024, voorbeeld)", "43% (2020)")
    afgesproken = tuple(
        replace(kpi, nulmeting_jaar=2016, richting="lager", streefwaarde=30.0, streefwaarde_jaar=2028)
        if kpi.indicator == "eenzaam"
        else kpi
        for kpi in bron.kader.kpis
    )
    stuk = vergelijking(replace(bron, kader=replace(bron.kader, kpis=afgesproken)))
    heiloo, doel = stuk.kpis[0].rijen[0], stuk.kpis[0].rijen[-1]
    assert re.fullmatch(r"43% \(2020\); niet op koers \(schatting\)", heiloo[-1])
    assert doel == ("Streefwaarde", "nog niet vastgesteld", "nog niet vastgesteld", "30% of lager in 2028")
    veel = tuple(replace(kpi, id=f"{kpi.id}-{n}") for n in range(2) for kpi in bron.kader.kpis)
    assert [len(t.kop) for t in vergelijking(replace(bron, kader=replace(bron.kader, kpis=veel))).kpis] == [5, 3]


# -- areas that are not like the others


def zet_status(gebieden: Path, slug: str, status: str) -> None:
    pad = gebieden / slug / "2027.xlsx"
    boek = load_workbook(pad)
    (cel,) = (rij[1] for rij in boek["Gebied"].iter_rows(min_row=2, max_col=2) if rij[0].value == "Status")
    cel.value = status
    boek.save(pad)


def test_an_area_without_a_plan_does_not_stop_the_others_and_is_named(gebieden: Path) -> None:
    (gebieden / "uitgeest" / "2027.xlsx").write_bytes(b"geen werkmap")
    zet_status(gebieden, "egmond", "in voorbereiding")
    shutil.rmtree(gebieden / "schoorl")
    samen = lees(Lezer(gebieden), 2027)
    assert samen is not None
    assert [b.code for b in samen.bevindingen] == ["vergelijking-zonder-gebied"] * 3
    stuk = vergelijking(bron_van(samen))
    assert stuk.over == (
        "Waar Uitgeest aan werkt, staat hier niet: in de werkmap staat een fout.",
        "Waar Egmond aan werkt, staat hier niet: de werkmap is nog in voorbereiding.",
        "Waar Schoorl aan werkt, staat hier niet: er is geen werkmap.",
    )
    leeg = [rij[0] for rij in stuk.stand.rijen if set(rij[1:]) == {"–"}]
    assert leeg == ["Uitgeest", "Egmond", "Schoorl"]
    # In preparation it still takes part with its figures, as in the plans of others.
    getekend = {s.label for g in stuk.grafieken() if isinstance(g, Grafiek) for s in g.staven}
    assert getekend & set(leeg) == {"Egmond"}


def test_an_area_without_a_plan_of_that_year_takes_part_with_its_newest() -> None:
    samen = lees(Lezer(GEBIEDEN), 2026)
    assert samen is not None
    assert samen.data["egmond"].kop.planjaar == 2026
    assert (
        "Schoorl heeft geen plan voor 2026. Hier staat het nieuwste: dat van 2027."
        in vergelijking(bron_van(samen)).over
    )


def test_with_one_area_there_is_nothing_to_compare(gebieden: Path, tmp_path: Path) -> None:
    for slug in ("uitgeest", "castricum-kern", "limmen-akersloot-de-woude", "bergen-kern", "egmond", "schoorl"):
        shutil.rmtree(gebieden / slug)
    opties = ["--gebieden", str(gebieden), "--templates", str(WORTEL / "templates"), "--uit", str(tmp_path / "build")]
    gezegd = CliRunner().invoke(main, [*opties, "vergelijk"])
    assert gezegd.exit_code == 1
    assert "[vergelijking-te-weinig]" in gezegd.output
    assert not (tmp_path / "build").exists()


# -- the files


def test_the_command_makes_it_with_charts_that_can_be_changed_and_says_where_it_is(tmp_path: Path) -> None:
    opties = ["--gebieden", str(GEBIEDEN), "--templates", str(WORTEL / "templates"), "--uit", str(tmp_path / "build")]
    gezegd = CliRunner().invoke(main, [*opties, "vergelijk", "--grafieken", "bewerkbaar"])
    word, *andere = (tmp_path / "build" / f"vergelijking-2027{soort}" for soort in (".docx", ".html", ".md"))
    assert (gezegd.exit_code, gezegd.output.split()) == (0, list(map(str, (word, *andere))))
    in_word = zipfile.ZipFile(word).namelist()
    getekend = list((tmp_path / "figures" / "vergelijking-2027").glob("*.svg"))
    assert sum(naam.startswith("word/charts/chart") for naam in in_word) == len(getekend) == 16
