"""Does every text of a document know its cell, and does nothing else of it change?"""

from __future__ import annotations

import re
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import WORTEL, Producten
from lxml import etree
from openpyxl import load_workbook

from gebiedsplan import build, herkomst, templates
from gebiedsplan.bevinding import Plek
from gebiedsplan.build import Mappen
from gebiedsplan.document import FROM, OF, TILL
from gebiedsplan.herkomst import Celtekst
from gebiedsplan.opmerkingen.lezen import lees
from gebiedsplan.plan.model import Opmaak

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CEL = Plek("gebieden/heiloo/2027.xlsx", blad="Speerpunten", cel="B3")


@pytest.fixture(scope="module")
def plannen(producten: Producten) -> dict[str, Path]:
    """The Word files of a plain area and of a gemeente with parts."""
    return {slug: producten[slug][0] for slug in ("heiloo", "bergen")}


# -- the name of a cell


def test_words_of_a_cell_are_words() -> None:
    tekst = herkomst.uit("Samen eten", CEL)
    assert tekst == "Samen eten"
    assert hash(tekst) == hash("Samen eten")
    assert herkomst.plek_van(tekst) == CEL
    assert herkomst.plek_van(herkomst.naar("Samen eten.", ["los", tekst])) == CEL
    assert herkomst.plek_van(tekst.upper()) is None
    assert not isinstance(herkomst.uit("", CEL), Celtekst)


def test_a_cell_has_one_name_wherever_the_folder_is() -> None:
    hier, daar = (Plek(f"{map_}/heiloo/2027.xlsx", blad="Speerpunten", cel="B3") for map_ in ("gebieden", "C:\\werk"))
    assert herkomst.kenmerk(hier) == herkomst.kenmerk(daar)
    anders = {
        herkomst.kenmerk(Plek(f"gebieden/{slug}/{jaar}.xlsx", blad=blad, cel=cel))
        for slug in ("heiloo", "bergen")
        for jaar in (2026, 2027)
        for blad in ("Acties", "Doelen")
        for cel in ("B3", "B33")
    }
    assert len(anders) == 16


def test_a_name_is_found_back_among_the_sheets() -> None:
    bladen = herkomst.bladen({CEL.bestand: ["Acties", "speerpunten"]})
    gevonden = bladen.plek(herkomst.kenmerk(CEL))
    assert gevonden == Plek(CEL.bestand, blad="speerpunten", cel="B3")
    assert bladen.plek(herkomst.kenmerk(Plek(CEL.bestand, blad="Doelen", cel="B3"))) is None
    assert bladen.plek("Hoofdtekst") is None


# -- in a document


def bladwijzers(word: Path) -> list[tuple[str, str]]:
    xml = etree.fromstring(zipfile.ZipFile(word).read("word/document.xml"))
    return [(str(b.get(f"{W}id")), str(b.get(f"{W}name"))) for b in xml.iter(f"{W}bookmarkStart")]


def test_bookmarks_are_as_word_wants_them(plannen: dict[str, Path]) -> None:
    for word in plannen.values():
        gevonden = bladwijzers(word)
        namen, ids = [naam for _, naam in gevonden], [id_ for id_, _ in gevonden]
        assert len(set(map(str.casefold, namen))) == len(namen)
        assert len(set(ids)) == len(ids)
        assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", naam) for naam in namen)
        assert sum(naam.startswith("_cel") for naam in namen) > 400


# The columns whose words a plan shows, by sheet.
GETOOND = {
    "Speerpunten": ("Titel", "Opgave", "Doel", "Aanpak", "Doelgroep", "Thema", "Bouwsteen", "Pijlers"),
    "Doelen": ("Indicator", "Instrument", "Nulmeting", "Streefwaarde"),
    "Acties": ("Actie", "Partner", "Rol gemeente", "Planning", "Resultaat", "Middelen"),
    "Gesprekken": ("Met wie", "Wat is meegegeven", "Wat is ermee gedaan"),
    "Terugblik": ("Speerpunt", "Status", "Resultaat", "Wat leerden we"),
    "Partners": ("Naam", "Soort", "Wat zij doen"),
    "Aanbod": ("Activiteit", "Aanbieder", "Bouwsteen"),
    "Middelen": ("Post", "Jaar", "Bedrag", "Dekking"),
    "Risico's": ("Risico", "Maatregel"),
    "Casus": ("Titel", "Tekst"),
    "Teksten": ("Tekst",),
    "Duiding": ("Tekst",),
    "Veerkracht": ("Waarde",),
}


@pytest.mark.parametrize(("slug", "werkmap"), [("heiloo", "heiloo"), ("bergen", "egmond"), ("bergen", "schoorl")])
def test_every_cell_that_is_shown_has_its_bookmark(plannen: dict[str, Path], slug: str, werkmap: str) -> None:
    teksten = lees(plannen[slug].read_bytes()).teksten
    pad = WORTEL / "gebieden" / werkmap / "2027.xlsx"
    boek = load_workbook(pad, data_only=True)
    gezien = 0
    for naam, kolommen in GETOOND.items():
        # Of a part the plan of its gemeente has no introduction.
        if naam not in boek.sheetnames or (naam == "Teksten" and slug != werkmap):
            continue
        rijen = list(boek[naam].iter_rows())
        koppen = {str(cel.value): nummer for nummer, cel in enumerate(rijen[0])}
        for rij in rijen[1:]:
            for kolom in kolommen:
                cel = rij[koppen[kolom]]
                # Of a figure the plan shows the newest years, of the area itself.
                if cel.value is None or (naam == "Veerkracht" and rij[koppen["Jaar"]].value != 2020):
                    continue
                plek = Plek(pad.as_posix(), blad=naam, cel=cel.coordinate)
                assert herkomst.kenmerk(plek) in teksten, (plek, cel.value)
                gezien += 1
    assert gezien > 100


def test_the_front_page_and_a_speerpunt_point_at_their_cells(plannen: dict[str, Path]) -> None:
    teksten = lees(plannen["heiloo"].read_bytes()).teksten
    boek = load_workbook(WORTEL / "gebieden/heiloo/2027.xlsx")
    for blad, cel in (("Gebied", "B6"), ("Gebied", "B7"), ("Gebied", "B8"), ("Speerpunten", "B2")):
        gevonden = teksten[herkomst.kenmerk(Plek("gebieden/heiloo/2027.xlsx", blad=blad, cel=cel))]
        assert boek[blad][cel].value in gevonden


def test_the_same_cell_has_the_same_name_in_another_render(plannen: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(WORTEL / "gebieden", tmp_path / "elders")
    mappen = Mappen(tmp_path / "elders", (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    assert bladwijzers(build.maak(mappen, "heiloo", 2027).paden[0]) == bladwijzers(plannen["heiloo"])


def test_the_document_says_of_which_plan_it_is(plannen: dict[str, Path]) -> None:
    for slug, word in plannen.items():
        assert herkomst.plan_met_naam(lees(word.read_bytes()).plan) == (slug, 2027)
    assert herkomst.plan_met_naam("limmen-akersloot-de-woude 2027") == ("limmen-akersloot-de-woude", 2027)
    assert herkomst.plan_met_naam("Eigen naam") is None


def test_the_web_page_and_the_markdown_know_nothing_of_cells(plannen: dict[str, Path]) -> None:
    for word in plannen.values():
        for pad in (word.with_suffix(".html"), word.with_suffix(".md")):
            tekst = pad.read_text("utf-8")
            assert not re.search(r"cel[0-9a-f]{8}[A-Z]", tekst), pad
            assert not set(tekst) & {FROM, OF, TILL}, pad


# -- in Markdown


def test_marks_are_only_made_when_asked_for_and_come_off_again(tmp_path: Path) -> None:
    (tmp_path / "s.md.j2").write_text("| {{ t }} |\n{{ o }}\n{{ [t, 'en'] | join(' ') }}", "utf-8")
    tekst, opmaak = herkomst.uit("Samen *eten*", CEL), Opmaak(herkomst.uit("Eén.\n\n- twee\n- drie", CEL))
    zonder = templates.render("s.md.j2", (tmp_path,), t=tekst, o=opmaak)
    met = templates.render("s.md.j2", (tmp_path,), met_herkomst=True, t=tekst, o=opmaak)
    assert templates.zonder_herkomst(met) == zonder
    assert met.count(FROM + herkomst.kenmerk(CEL) + OF) == met.count(TILL) == 5
    assert f"\n- {FROM}" in met


def test_nobody_can_forge_a_mark(tmp_path: Path) -> None:
    (tmp_path / "s.md.j2").write_text("{{ t }}", "utf-8")
    vals = f"{FROM}cel00000000A1{OF}niet waar{TILL}"
    assert templates.render("s.md.j2", (tmp_path,), t=vals, met_herkomst=True) == "cel00000000A1niet waar\n"
