"""The plan on one page for inhabitants: what is on it, in which letters, and what it leaves out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL, Producten
from docx import Document
from lxml import html
from openpyxl import load_workbook
from test_eigen_taal import KADER, stukken

from gebiedsplan import templates
from gebiedsplan.build.documenten import bronnen
from gebiedsplan.inlezen import Lezer
from gebiedsplan.leesbaar import score
from gebiedsplan.plan.in_het_kort import in_het_kort
from gebiedsplan.plan.kortmodel import InHetKort
from gebiedsplan.plan.opbouw import plan

KLEINSTE_LETTERS = 12


def kort(gebieden: Path, slug: str = "heiloo") -> InHetKort:
    b = bronnen(Lezer(gebieden).lees_plan(slug, 2027))
    return in_het_kort(plan(b), b)


def tekst(gebieden: Path, slug: str = "heiloo") -> str:
    return templates.render("in_het_kort.md.j2", (WORTEL / "templates",), kort=kort(gebieden, slug))


def wijzig(gebieden: Path, blad: str, rij: int, **cellen: str | None) -> None:
    """Change cells of a row of Heiloo, by their column letter."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for kolom, waarde in cellen.items():
        boek[blad][f"{kolom}{rij}"] = waarde
    boek.save(pad)


def pagina(producten: Producten, slug: str, soort: str) -> Path:
    return next(pad for pad in producten[slug] if pad.name == f"gebiedsplan-{slug}-2027-in-het-kort.{soort}")


def test_every_area_has_two_charts_voices_and_what_will_be_done(producten: Producten) -> None:
    for slug in producten:
        web: Any = html.fromstring(pagina(producten, slug, "html").read_bytes())
        assert [kop.text_content() for kop in web.iter("h2")] == [
            "Wat we zagen",
            "Wat we hoorden",
            "Wat we in 2027 gaan doen",
            "Waar u terechtkunt",
        ], slug
        assert len(web.xpath("//figure")) == 2, slug
        assert len(web.xpath("//section[@aria-labelledby='gehoord']//dt")) >= 2, slug
        assert len(web.xpath("//section[@aria-labelledby='doen']//dt")) >= 2, slug
        assert "verzonnen" in web.xpath("string(//*[@role='note'])"), slug
        status = web.xpath("string(//p[@class='status'])").strip()
        assert re.fullmatch(r"(Concept|Voorstel), versie [\d.]+", status), slug


def test_no_letter_in_word_is_smaller_than_twelve_points(producten: Producten) -> None:
    word: Any = Document(str(pagina(producten, "heiloo", "docx")))
    maten = {
        stijl.font.size.pt
        for alinea in word.paragraphs
        for stijl in (alinea.style, *(deel.style for deel in alinea.runs))
        if stijl is not None and stijl.font.size is not None
    }
    assert maten
    assert min(maten) >= KLEINSTE_LETTERS
    standaard = word.styles.element.xpath("w:docDefaults//w:sz/@w:val")
    assert int(standaard[0]) / 2 >= KLEINSTE_LETTERS
    assert word.tables == []


def test_reads_easier_than_the_plan() -> None:
    scores = {titel: score.flesch_douma(stuk.zinnen) or 0 for titel, stuk in stukken().items()}
    paren = {g.naam: (scores[f"{g.naam} in het kort"], scores[f"Gebiedsplan {g.naam} 2027"]) for g in KADER.gebieden}
    verschillen = {naam: van_kort - van_plan for naam, (van_kort, van_plan) in paren.items()}
    assert sum(verschillen.values()) / len(verschillen) > 5
    # A page is so short that one long name counts: an area may lose what that costs, and no more.
    assert min(verschillen.values()) > -1, verschillen
    assert min(van_kort for van_kort, _ in paren.values()) > 70


def test_nowhere_it_says_which_level_it_has(producten: Producten) -> None:
    assert not re.search(r"\bB1\b", pagina(producten, "heiloo", "md").read_text("utf-8"))


def test_charts_are_of_the_first_speerpunten_that_have_a_figure(gebieden: Path) -> None:
    assert [g.basis.id for g in kort(gebieden).grafieken] == ["kort-eenzaam", "kort-vrijwilligerswerk"]
    assert [g.basis.id for g in kort(gebieden, "bergen").grafieken] == ["kort-ernstig-eenzaam", "kort-beweegrichtlijn"]


def test_without_goals_the_lines_of_the_summary_decide(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Doelen"].delete_rows(2, boek["Doelen"].max_row)
    boek.save(pad)
    b = bronnen(Lezer(gebieden).lees("heiloo", 2027))
    het_plan = plan(b)
    signalen = [s.indicator for lijst in het_plan.samenvatting.signalen.alle() for s in lijst]
    assert [g.basis.id for g in in_het_kort(het_plan, b).grafieken] == [f"kort-{i}" for i in signalen[:2]]


def test_a_hidden_figure_is_not_drawn_and_another_is(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for rij in boek["Veerkracht"].iter_rows(min_row=2):
        if rij[0].value == "Voelt zich eenzaam" and rij[1].value == "Heiloo":
            rij[3].value = "x"
    boek.save(pad)
    b = bronnen(Lezer(gebieden).lees("heiloo", 2027))
    ids = [g.basis.id for g in in_het_kort(plan(b), b).grafieken]
    assert len(ids) == 2
    assert "kort-eenzaam" not in ids


def test_the_largest_conversation_about_a_speerpunt_is_heard_and_each_once(gebieden: Path) -> None:
    stemmen = kort(gebieden).stemmen
    assert [s.wie for s in stemmen] == [
        "Bewoners van Heiloo-West en de Stationsomgeving",
        "Vrijwilligers van sportverenigingen, de speeltuin en het dorpshuis",
        "Huisartsen en praktijkondersteuners",
    ]
    assert stemmen[0].zin == "We kennen de mensen in ons eigen blok niet meer."


def test_a_gemeente_with_many_speerpunten_names_them_all_and_says_where_the_rest_is(gebieden: Path) -> None:
    bergen = kort(gebieden, "bergen")
    assert [i.naam for i in bergen.inzet] == ["Bergen (kern)", "Egmond", "Schoorl"]
    assert (
        bergen.inzet[0].zin
        == "Iemand die belt en blijft bellen. Kleiner wonen in je eigen dorp. Samen iets moois maken."
    )
    assert "Er staat meer in het [Gebiedsplan Bergen 2027](gebiedsplan-bergen-2027.html)" in tekst(gebieden, "bergen")


def test_where_to_go_is_only_what_the_workbook_and_the_kader_know(gebieden: Path) -> None:
    assert "Ga naar het sociaal team: sociaalteam@heiloo.example" in tekst(gebieden)
    zonder = tekst(gebieden, "egmond")
    assert "sociaal team" not in zonder.split("# Waar u terechtkunt")[1]
    assert "Vraag de gemeente Bergen naar de preventiekaart." in zonder
    kader_toml = gebieden / "kader.toml"
    adres = 'preventiekaart = "https://kaart.example/"\noudste_jaar = 2010'
    kader_toml.write_text(kader_toml.read_text("utf-8").replace("oudste_jaar = 2010", adres), "utf-8")
    assert "[preventiekaart](https://kaart.example/)" in tekst(gebieden, "egmond")


@pytest.mark.parametrize("rij", [10, 11])
def test_a_workbook_without_the_new_fields_keeps_working(gebieden: Path, rij: int) -> None:
    wijzig(gebieden, "Gebied", rij, A=None, B=None, C=None)
    pagina_ = kort(gebieden)
    assert (pagina_.waarheen.contact, pagina_.let_op)[rij - 10] in ("", ())
    assert "None" not in tekst(gebieden)


def test_the_plan_and_the_front_page_lead_to_it(producten: Producten) -> None:
    plan_: Any = html.fromstring(producten["heiloo"][0].with_suffix(".html").read_bytes())
    naam = "gebiedsplan-heiloo-2027-in-het-kort.html"
    assert plan_.xpath(f"//a[@href='{naam}']")
    voorpagina: Any = html.fromstring((producten["heiloo"][0].parent.parent / "index.html").read_bytes())
    assert voorpagina.xpath(f"//a[@href='heiloo/{naam}']")
