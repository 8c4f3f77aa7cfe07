"""Wide tables on pages that lie, and numbers with their commas in line, in Word and on the web page."""

from __future__ import annotations

import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from conftest import soffice
from lxml import etree, html
from test_docx import HUISSTIJL, META, PLAATJES, RASTER, deel, p, schrijf, style, t, waarden

from gebiedsplan.document import (
    Block,
    Column,
    Document,
    Figure,
    Grid,
    Heading,
    PageBreak,
    Table,
    decimals,
)
from gebiedsplan.markdown.transforms import align_decimals
from gebiedsplan.writers.docx import write
from gebiedsplan.writers.docx.measures import column_widths, fits
from gebiedsplan.writers.html import write as html_write

STAAND, LIGGEND = ("11906", "16838", ""), ("16838", "11906", "landscape")


def breed(id_: str, rijen: int = 3, bron: str = "Bron: eigen telling", kolommen: int = 12) -> Table:
    koppen = (Column(t("Wijk of buurt")), *(Column(t(f"Bezoekers {i}"), "right") for i in range(1, kolommen)))
    cellen = tuple((t(f"Buurt {rij}"), *(t(str(rij * i)) for i in range(1, kolommen))) for rij in range(rijen))
    return Table(id_, t(f"Brede tabel {id_}"), Grid(koppen, cellen), t(bron) if bron else (), "Tabel 1")


SMAL = Table("smal", t("Smal"), RASTER, (), "Tabel 2")


def bladen(*blokken: Block) -> list[tuple[str, str, str]]:
    """The page of every section: its width, height and which way it lies."""
    root = deel(schrijf(*blokken), "word/document.xml")
    return [
        (waarden(s, "w:pgSz/@w:w")[0], waarden(s, "w:pgSz/@w:h")[0], "".join(waarden(s, "w:pgSz/@w:orient")))
        for s in root.iter("{*}sectPr")
    ]


# -- pages that lie


def test_a_table_too_wide_to_stand_lies() -> None:
    assert bladen(p("a"), breed("b"), p("c")) == [STAAND, LIGGEND, STAAND]


def test_a_table_that_fits_stands() -> None:
    assert bladen(p("a"), SMAL, breed("b", kolommen=4), p("c")) == [STAAND]


def test_wide_tables_after_each_other_share_their_pages_with_the_headings_between() -> None:
    blokken = (
        p("a"),
        Heading(1, t("K"), "k"),
        breed("b"),
        Heading(2, t("L"), "l"),
        breed("c", bron=""),
        p("d"),
        breed("e"),
    )
    assert bladen(*blokken) == [STAAND, LIGGEND, STAAND, LIGGEND]
    root = deel(schrijf(*blokken), "word/document.xml")
    (eerste, *_) = [alinea for alinea in root.iter("{*}p") if list(alinea.iter("{*}sectPr"))]
    assert waarden(eerste, ".//w:t/text()") == ["a"]


def test_a_page_break_where_the_pages_turn_makes_no_empty_page() -> None:
    blokken = (p("a"), PageBreak(), breed("b"), PageBreak(), p("c"))
    assert bladen(*blokken) == [STAAND, LIGGEND, STAAND]
    assert not waarden(
        deel(schrijf(*blokken), "word/document.xml"), "//w:p[.//w:t='c' or .//w:t='b']//w:pageBreakBefore"
    )


def test_only_the_first_section_has_a_first_page_of_its_own_and_counting_goes_on() -> None:
    root = deel(schrijf(p("a"), breed("b"), p("c")), "word/document.xml")
    assert [bool(waarden(s, "w:titlePg")) or s.find("{*}titlePg") is not None for s in root.iter("{*}sectPr")] == [
        True,
        False,
        False,
    ]
    assert not list(root.iter("{*}pgNumType"))


def test_a_page_that_lies_has_its_header_at_its_own_margin() -> None:
    data = schrijf(p("a"), breed("b"), breed("c"), p("d"), breed("e"), p("f"))
    root = deel(data, "word/document.xml")
    rels = {str(r.get("Id")): str(r.get("Target")) for r in deel(data, "word/_rels/document.xml.rels")}
    koppen = [rels[waarden_r(s, "headerReference")] for s in root.iter("{*}sectPr")]
    voeten = [rels[waarden_r(s, "footerReference")] for s in root.iter("{*}sectPr")]
    assert koppen == ["header1.xml", "header1-liggend.xml"] * 2 + ["header1.xml"]
    assert set(voeten) == {"footer1.xml"}
    staand, liggend = (deel(data, f"word/{naam}") for naam in ("header1.xml", "header1-liggend.xml"))
    assert waarden(staand, "//w:t/text()") == waarden(liggend, "//w:t/text()")
    stops = zip(waarden(liggend, "//w:tabs/w:tab/@w:val"), waarden(liggend, "//w:tabs/w:tab/@w:pos"), strict=True)
    assert list(stops) == [("clear", "9071"), ("right", "14003")]


def waarden_r(sectie: etree._Element, tag: str) -> str:
    return next(
        str(value) for node in sectie.iter(f"{{*}}{tag}") for key, value in node.items() if str(key).endswith("}id")
    )


def test_same_bytes_twice_and_no_part_twice() -> None:
    blokken = (p("a"), breed("b"), p("c"))
    assert schrijf(*blokken) == schrijf(*blokken)
    namen = zipfile.ZipFile(BytesIO(schrijf(*blokken))).namelist()
    assert len(namen) == len(set(namen))


def test_a_table_ends_a_section_with_a_paragraph_of_no_height() -> None:
    root = deel(schrijf(p("a"), breed("b", bron=""), p("c")), "word/document.xml")
    leeg = [a for a in root.iter("{*}p") if not list(a.iter("{*}t", "{*}drawing"))]
    assert [waarden(a, "w:pPr/w:spacing/@w:line") for a in leeg] == [["20"]]


def test_a_table_wider_than_any_page_breaks_a_header_before_a_row() -> None:
    koppen = (Column(t("Wijk")), *(Column(t("Ondersteuningsvoorzieningen"), "right") for _ in range(9)))
    grid = Grid(koppen, ((t("Buurtschap"), *(t("1.234.567") for _ in range(9))),))
    widths = column_widths(grid, 14003)
    assert sum(widths) == 14003
    assert not fits(grid, 14003)
    assert widths[0] > 1000
    assert min(widths) > 850


@pytest.mark.libreoffice
def test_forty_rows_of_twelve_columns_on_paper(tmp_path: Path) -> None:
    """No empty page, the header on every page, pages counted on, and the other pages upright."""
    blokken = (p("Ervoor"), Heading(1, t("Breed"), "k", "1"), breed("b", rijen=40), PageBreak(), p("Erna " * 12))
    (tmp_path / "plan.docx").write_bytes(schrijf(*blokken))
    soffice(tmp_path, "pdf", tmp_path / "plan.docx")

    def uit(programma: str, *opties: str) -> str:
        return subprocess.run([programma, *opties], check=True, capture_output=True, text=True, timeout=60).stdout

    pdf = str(tmp_path / "plan.pdf")
    bladzijden = uit("pdftotext", "-layout", pdf, "-").split("\f")[:-1]
    maten = [
        re.findall(r"[\d.]+", regel.split(":")[1])[:2]
        for regel in uit("pdfinfo", "-l", "99", pdf).splitlines()
        if re.match(r"Page +\d+ size:", regel)
    ]
    liggend = [float(breedte) > float(hoogte) for breedte, hoogte in maten]
    assert liggend == [False, False, *([True] * (len(maten) - 3)), False]
    assert len(maten) > 4
    for nummer, bladzijde in enumerate(bladzijden[1:], start=2):
        woorden = " ".join(bladzijde.split())
        assert f"Pagina {nummer} van {len(bladzijden)}" in woorden
        assert META.title in woorden
        assert ("Bezoekers" in woorden) == liggend[nummer - 1]
    assert "1 Breed" in " ".join(bladzijden[2].split())


# -- numbers in line


@pytest.mark.parametrize(
    ("cel", "aantal"),
    [
        ("43", 0),
        ("1.290", 0),
        ("12,5", 1),
        ("1.290,25", 2),
        ("−2,1", 1),
        ("-3", 0),
        ("geen cijfer", None),
        ("9 (voorbeeld)", None),
        ("43%", None),
        ("2020, 2024", None),
        ("", None),
    ],
)
def test_decimals_of_a_number(cel: str, aantal: int | None) -> None:
    assert decimals(t(cel)) == aantal


CELLEN = ("1,5", "12", "1.290,25", "geen cijfer", "9 (voorbeeld)")


def uitgelijnd(*cellen: str) -> Table:
    grid = Grid((Column(t("Naam")), Column(t("Waarde"), "right")), tuple((t("n"), t(cel)) for cel in cellen))
    (tabel,) = align_decimals(Document(META, (Table("x", t("x"), grid),))).blocks
    assert isinstance(tabel, Table)
    return tabel


def test_a_column_is_set_on_its_commas_only_when_it_must() -> None:
    assert uitgelijnd(*CELLEN).grid.columns[1].align == "decimal"
    assert uitgelijnd("1", "2", "geen cijfer").grid.columns[1].align == "right"
    assert uitgelijnd("1,5", "2,5").grid.columns[1].align == "right"
    assert uitgelijnd("geheim").grid.columns[1].align == "right"
    assert uitgelijnd(*CELLEN).grid.columns[0].align == "left"


def test_the_data_of_a_figure_are_set_in_line_too() -> None:
    grid = Grid((Column(t("N")), Column(t("W"), "right")), ((t("a"), t("1")), (t("b"), t("1,5"))))
    document = Document(META, (Figure("f", "kernbeeld", t("c"), "alt", t("b"), grid),))
    (figuur,) = align_decimals(document).blocks
    assert isinstance(figuur, Figure)
    assert isinstance(figuur.data, Grid)
    assert figuur.data.columns[1].align == "decimal"


def test_a_number_keeps_room_for_the_decimals_of_others_and_words_need_none() -> None:
    root = deel(schrijf(uitgelijnd(*CELLEN)), "word/document.xml")
    kop, *rijen = [list(rij.iter("{*}p"))[1] for rij in root.iter("{*}tr")]
    digit, comma = 9.5 * 20 * 0.556, 9.5 * 20 * 0.278
    assert [waarden(a, "w:pPr/w:ind/@w:right") for a in rijen] == [
        [str(round(digit))],
        [str(round(2 * digit + comma))],
        [],
        [],
        [],
    ]
    assert {style(a) for a in rijen} == {"Tabelgetal"}
    assert waarden(kop, "w:pPr/w:jc/@w:val") == ["right"]


@pytest.mark.libreoffice
def test_commas_stand_under_each_other_on_paper(tmp_path: Path) -> None:
    """Where a number ends, less the width of its decimals, is the same for all; words end where the decimals end."""
    data = write(Document(META, (uitgelijnd(*CELLEN),)), PLAATJES, HUISSTIJL)
    (tmp_path / "plan.docx").write_bytes(data)
    soffice(tmp_path, "pdf", tmp_path / "plan.docx")
    subprocess.run(
        ["pdftotext", "-bbox", str(tmp_path / "plan.pdf"), str(tmp_path / "woorden.html")], check=True, timeout=60
    )
    woorden = {str(w.text): w for w in html.fromstring((tmp_path / "woorden.html").read_bytes()).iter("word")}
    eind = {
        woord: float(str(woorden[woord].get("xmax"))) for woord in ("1,5", "12", "1.290,25", "cijfer", "(voorbeeld)")
    }
    cijfer = 9.5 * 0.556
    komma = 9.5 * 0.278
    op_de_komma = [eind["12"], eind["1,5"] - komma - cijfer, eind["1.290,25"] - komma - 2 * cijfer]
    assert max(op_de_komma) - min(op_de_komma) < 0.6
    assert abs(eind["cijfer"] - eind["(voorbeeld)"]) < 0.6
    assert abs(eind["cijfer"] - eind["1.290,25"]) < 1.5


def test_the_web_page_keeps_room_for_decimals_that_are_not_there() -> None:
    pagina = html.fromstring(html_write(Document(META, (uitgelijnd(*CELLEN),)), {}, HUISSTIJL))
    cellen = list(pagina.iter("td"))
    assert ["".join(map(str, td.itertext())) for td in cellen] == list(CELLEN)
    ruimte = [str(td[0].get("style")) if len(td) else "" for td in cellen]
    assert ruimte == [
        "padding-inline-end: calc(1ch)",
        "padding-inline-end: calc(2ch + var(--comma))",
        "",
        "",
        "",
    ]
    assert {td.get("class") for td in cellen} == {"number"}
