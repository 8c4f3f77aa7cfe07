"""The Word writer: what a reader, a screen reader and Word itself find in the file."""

from __future__ import annotations

import io
import re
import struct
import subprocess
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from conftest import soffice
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph
from lxml import etree

from gebiedsplan import huisstijl
from gebiedsplan.document import (
    Block,
    Column,
    Columns,
    Contents,
    Document,
    Emph,
    Entry,
    Field,
    Fields,
    Figure,
    Grid,
    Heading,
    Inlines,
    Link,
    List,
    Meta,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Ref,
    Strong,
    Table,
    Text,
    Thumbnail,
)
from gebiedsplan.huisstijl.model import Huisstijl, Stijldocument
from gebiedsplan.writers.docx import StyleDocumentError, write
from gebiedsplan.writers.docx.bookmarks import bookmark_names
from gebiedsplan.writers.docx.measures import column_widths

STIJLMAP = Path(__file__).parents[1] / "templates" / "huisstijl"
STIJL = STIJLMAP / "gebiedsplan.docx"
HUISSTIJL = huisstijl.read((STIJLMAP,), "bergen").huisstijl
TEKSTBREEDTE = 9071
META = Meta(
    title="Gebiedsplan Egmond 2027",
    subtitle="Samen gezond, samen sterk",
    author="Werkorganisatie BUCH",
    date="2026-11-22",
    status="concept",
    version="0.3",
    subject="Sociaal domein",
    keywords=("gebiedsplan", "Egmond"),
    front=(("Gebied", "Egmond"), ("Datum", "22 november 2026"), ("Zaaknummer", "voorbeeld-1")),
)


def t(words: str) -> Inlines:
    return (Text(words),)


def p(words: str) -> Paragraph:
    return Paragraph(t(words))


def png(width: int, height: int) -> bytes:
    """A plain grey PNG."""
    rows = b"".join(b"\0" + b"\xd0" * width for _ in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (struct.pack(">I", len(b)) + k + b + struct.pack(">I", zlib.crc32(k + b)) for k, b in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PLAATJES = {
    "kernbeeld": Picture(svg=b"<svg/>", png=png(64, 36), width_mm=160, height_mm=90),
    "breed": Picture(svg=b"<svg/>", png=png(60, 20), width_mm=240, height_mm=80),
}
RASTER = Grid(
    columns=(Column(t("Indicator")), Column(t("Egmond"), "right"), Column(t("BUCH"), "right")),
    rows=(
        (t("Ervaart goede gezondheid"), t("80%"), t("81%")),
        (t("Voldoet aan de beweegrichtlijn"), t("55%"), t("58%")),
        (t("Voelt zich eenzaam"), t("43%"), t("te weinig gegevens")),
    ),
)


def blokken() -> tuple[Block, ...]:
    """Every node there is, in every place that asked for thought."""
    stappen = List(((p("Stel het plan vast."),), (p("Informeer de raad."),)), ordered=True)
    figuur = Figure(
        "fig-kernbeeld",
        "kernbeeld",
        t("Egmond beweegt minder dan de rest van de BUCH"),
        "Staafgrafiek: 55% van Egmond beweegt genoeg, in de BUCH is dat 58%.",
        t("Bron: voorbeeldcijfers"),
        RASTER,
        "Figuur 1",
    )
    return (
        Contents(
            "Inhoud",
            (
                Entry(1, "1", "Wat we zien", "h-zien"),
                Entry(2, "1.1", "Gezondheid", "h-zien-gezondheid"),
                Entry(1, "2", "Wat we doen", "h-doen"),
            ),
        ),
        PageBreak(),
        Heading(1, t("Egmond in één pagina"), "samenvatting", plain=True),
        Paragraph(t("Egmond is gezond & hecht."), "lead"),
        Note("warning", t("Voorbeeldcijfers"), (p("De cijfers zijn verzonnen."), p("Ze laten zien hoe het werkt."))),
        Note(
            "request", t("Wat we het college vragen"), (p("Het college besluit:"), stappen, p("Dat kan in één keer."))
        ),
        Note("notice", t("Goed om te weten"), (p("Een korte uitleg."),)),
        Heading(1, t("Wat we zien"), "h-zien", "1"),
        Heading(2, t("Gezondheid"), "h-zien-gezondheid", "1.1"),
        Paragraph(
            (
                Text("Zie "),
                Ref("fig-kernbeeld", t("figuur 1")),
                Text(" en "),
                Link((Strong(t("de site")),), "https://example.org/?a=1&b=2"),
                Text(", met "),
                Strong((Text("veel "), Emph(t("nadruk")))),
                Text("."),
            )
        ),
        figuur,
        Heading(2, t("Cijfers"), "h-cijfers", "1.2"),
        Table("tab-cijfers", t("Hoe het gaat in Egmond"), RASTER, t("Bron: voorbeeldcijfers"), "Tabel 1"),
        Table("tab-bronloos", t("Zonder bron"), RASTER, label="Tabel 2"),
        p("Deze alinea volgt op een tabel."),
        Figure("fig-breed", "breed", t("Breed"), "Lijn.", t("Bron: x"), Ref("tab-cijfers", t("tabel 1")), "Figuur 2"),
        Heading(1, t("Wat we doen"), "h-doen", "2"),
        List(
            (
                (p("Samen koken"), p("Elke dinsdag.")),
                (p("Bewegen"), List(((p("wandelen"),), (p("fietsen"),))), stappen),
            )
        ),
        stappen,
        Fields(
            (
                Field(t("Doelgroep"), (p("Mantelzorgers"),)),
                Field(t("Accent in aanbod en subsidie van het gebied"), (p("Respijtzorg"),)),
                Field(t("Pijlers"), (List(((p("Leefwereld"),), (p("Preventie"),))),)),
            )
        ),
        Columns(((p("Links"),), (p("Rechts"),))),
        PageBreak(),
        Paragraph(t("Bron: einde"), "source"),
    )


def schrijf(*blocks: Block, meta: Meta = META) -> bytes:
    return write(Document(meta, blocks), PLAATJES, HUISSTIJL)


def met_stijldocument(inhoud: bytes) -> Huisstijl:
    return replace(HUISSTIJL, stijldocument=Stijldocument("stijl.docx", inhoud))


def woord(*blocks: Block) -> WordDocument:
    return docx.Document(io.BytesIO(schrijf(*blocks)))


def deel(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def waarden(root: etree._Element, path: str) -> list[str]:
    found = etree.XPath(path, namespaces=NS)(root)
    assert isinstance(found, list)
    return [str(value) for value in found]


NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


@pytest.fixture(scope="module")
def alles() -> bytes:
    return schrijf(*blokken())


@pytest.fixture(scope="module")
def xml(alles: bytes) -> etree._Element:
    return deel(alles, "word/document.xml")


def stijlen(document: WordDocument) -> list[tuple[str, str]]:
    return [(paragraph.style.name or "", paragraph.text) for paragraph in document.paragraphs if paragraph.style]


class TestBestand:
    def test_same_input_same_bytes(self, alles: bytes) -> None:
        assert schrijf(*blokken()) == alles

    def test_zip_holds_no_time(self, alles: bytes) -> None:
        entries = zipfile.ZipFile(io.BytesIO(alles)).infolist()
        assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
        assert entries[0].filename == "[Content_Types].xml"

    def test_core_properties_come_from_meta(self, alles: bytes) -> None:
        core = docx.Document(io.BytesIO(alles)).core_properties
        assert (core.title, core.subject, core.author) == (META.title, META.subject, META.author)
        assert (core.keywords, core.category, core.version) == ("gebiedsplan; Egmond", "concept", "0.3")
        assert core.language == "nl-NL"
        stored = deel(alles, "docProps/core.xml")
        assert (
            waarden(stored, "//*[local-name()='created' or local-name()='modified']/text()")
            == ["2026-11-22T00:00:00Z"] * 2
        )

    def test_no_trace_of_the_library(self, alles: bytes) -> None:
        archive = zipfile.ZipFile(io.BytesIO(alles))
        assert not [name for name in archive.namelist() if b"python-docx" in archive.read(name)]

    def test_long_properties_fit(self) -> None:
        meta = Meta("T" * 300, "", "A", "2026-01-01", "concept", "1", "", ("k" * 200, "l" * 200), ())
        core = docx.Document(io.BytesIO(schrijf(p("x"), meta=meta))).core_properties
        assert len(core.title) == len(core.keywords) == 255

    def test_missing_style_is_named(self) -> None:
        source = zipfile.ZipFile(STIJL)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as changed:
            for name in source.namelist():
                changed.writestr(name, source.read(name).replace(b'w:name w:val="Bron"', b'w:name w:val="Anders"'))
        with pytest.raises(StyleDocumentError, match="Bron"):
            write(Document(META, ()), {}, met_stijldocument(target.getvalue()))

    def test_missing_picture_is_named(self) -> None:
        with pytest.raises(KeyError, match="weg"):
            schrijf(Figure("f", "weg", t("c"), "a", t("b"), RASTER))

    def test_style_document_holds_no_text(self) -> None:
        assert not "".join(paragraph.text for paragraph in docx.Document(str(STIJL)).paragraphs)


class TestBladzijde:
    def test_a4_with_room(self, alles: bytes) -> None:
        section = docx.Document(io.BytesIO(alles)).sections[0]
        assert section.page_width is not None
        assert section.page_height is not None
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)

    def test_dutch_everywhere(self, alles: bytes) -> None:
        assert waarden(deel(alles, "word/styles.xml"), "//w:rPrDefault//w:lang/@w:val") == ["nl-NL"]
        assert waarden(deel(alles, "word/settings.xml"), "//w:themeFontLang/@w:val") == ["nl-NL"]
        assert not waarden(deel(alles, "word/settings.xml"), "//w:updateFields")

    def test_front_page(self, alles: bytes) -> None:
        lines = stijlen(docx.Document(io.BytesIO(alles)))
        assert lines[:4] == [
            ("Omslag concept", "Concept, versie 0.3"),
            ("Title", "Gebiedsplan Egmond 2027"),
            ("Subtitle", "Samen gezond, samen sterk"),
            ("Omslag regel", "Gebied\tEgmond"),
        ]

    def test_header_and_footer_skip_the_front_page(self, alles: bytes) -> None:
        section = docx.Document(io.BytesIO(alles)).sections[0]
        assert section.different_first_page_header_footer
        assert section.header.paragraphs[0].text == "Gebiedsplan Egmond 2027\tConcept, versie 0.3"
        assert re.fullmatch(r"Pagina \d+ van \d+", section.footer.paragraphs[0].text)
        assert not section.first_page_header.paragraphs[0].text

    def test_logo_of_the_style_document_stays(self) -> None:
        stijl = docx.Document(str(STIJL))
        stijl.sections[0].header.paragraphs[0].text = "Logo"
        stijl.sections[0].first_page_header.paragraphs[0].text = "Groot logo"
        changed = io.BytesIO()
        stijl.save(changed)
        section = docx.Document(
            io.BytesIO(write(Document(META, ()), {}, met_stijldocument(changed.getvalue())))
        ).sections[0]
        assert [x.text for x in section.header.paragraphs] == ["Logo", "Gebiedsplan Egmond 2027\tConcept, versie 0.3"]
        assert section.first_page_header.paragraphs[0].text == "Groot logo"

    def test_text_of_the_style_document_goes(self) -> None:
        stijl = docx.Document(str(STIJL))
        stijl.add_paragraph("Voorbeeldtekst")
        changed = io.BytesIO()
        stijl.save(changed)
        assert b"Voorbeeldtekst" not in zipfile.ZipFile(
            io.BytesIO(write(Document(META, (p("x"),)), {}, met_stijldocument(changed.getvalue())))
        ).read("word/document.xml")

    def test_nothing_to_say_is_no_paragraph(self) -> None:
        assert woord(Paragraph(()), p(" "), p("x")).paragraphs[-1].text == "x"
        assert len(woord(Paragraph(()), p(" "), p("x")).paragraphs) == len(woord(p("x")).paragraphs)

    def test_no_empty_paragraphs(self, xml: etree._Element) -> None:
        for paragraph in xml.iter(qn("w:p")):
            assert list(paragraph.iter(qn("w:t"), qn("w:drawing"))), etree.tostring(paragraph)

    def test_page_break_belongs_to_what_follows(self) -> None:
        document = woord(p("een"), PageBreak(), PageBreak(), p("twee"), PageBreak())
        breaks = [x.text for x in document.paragraphs if x.paragraph_format.page_break_before]
        assert breaks == ["een", "twee"]

    def test_order_is_kept(self, alles: bytes) -> None:
        text = [words for _, words in stijlen(docx.Document(io.BytesIO(alles)))]
        assert text.index("Links") + 1 == text.index("Rechts")
        assert text.index("Wat we zien") < text.index("Wat we doen")


class TestBrief:
    BRIEF = replace(META, title_page=False)

    def brief(self) -> WordDocument:
        blocks = (Heading(1, t("Aanleiding"), "a", plain=True), p("Tekst."), Heading(2, t("Onder"), "o", plain=True))
        return docx.Document(io.BytesIO(schrijf(*blocks, meta=self.BRIEF)))

    def test_the_title_is_the_first_heading_and_no_level_is_skipped(self) -> None:
        begin, *regels, hoofdstuk, tekst, onder = stijlen(self.brief())
        assert begin == ("Heading 1", META.title)
        assert regels == [("Omslag regel", f"{label}\t{value}") for label, value in META.front]
        assert (hoofdstuk, onder) == (("Heading 2", "Aanleiding"), ("Heading 3", "Onder"))
        assert tekst == ("Normal", "Tekst.")

    def test_the_text_begins_on_the_first_page_and_that_page_has_its_number(self) -> None:
        brief = self.brief()
        assert not any(paragraph.paragraph_format.page_break_before for paragraph in brief.paragraphs)
        assert "Pagina 1 van" in brief.sections[0].first_page_footer.paragraphs[0].text
        assert not any(paragraph.text for paragraph in brief.sections[0].first_page_header.paragraphs)

    def test_every_style_stands_closer_and_none_is_too_small_to_read(self) -> None:
        rapport, brief = woord(p("x")).styles, self.brief().styles
        for naam in ("Title", "Heading 1", "Heading 2", "Tabeltekst", "Bron"):
            voor, na = (bladen[naam].font.size for bladen in (rapport, brief))
            assert 9 <= na.pt <= voor.pt
        assert brief["Heading 2"].paragraph_format.space_before < rapport["Heading 2"].paragraph_format.space_before


class TestVerwijzingen:
    def test_a_number_that_word_would_count_otherwise_is_typed(self) -> None:
        document = woord(
            Heading(1, t("Doen"), "a", "2"), Heading(4, t("Diep"), "b", "2.1.1.1"), Heading(2, t("Los"), "c")
        )
        headings = [(style, words) for style, words in stijlen(document) if style.startswith("Heading")]
        assert headings == [("Heading 1", "2\tDoen"), ("Heading 4", "2.1.1.1\tDiep"), ("Heading 2", "Los")]

    def test_every_anchor_has_its_bookmark(self, xml: etree._Element) -> None:
        names = [name for name in waarden(xml, "//w:bookmarkStart/@w:name") if not name.startswith("_")]
        anchors = waarden(xml, "//w:hyperlink/@w:anchor")
        assert len(names) == len({name.casefold() for name in names}) == 9
        assert set(anchors) <= set(names)
        assert len(anchors) == 5
        ids = waarden(xml, "//w:bookmarkStart/@w:id")
        assert len(ids) == len(set(ids))
        assert sorted(ids) == sorted(waarden(xml, "//w:bookmarkEnd/@w:id"))

    def test_bookmark_names_are_valid_and_unique(self) -> None:
        ids = ["a-b", "a_b", "A-B", "1-café", "é", "x" * 60, "x" * 61, ""]
        names = bookmark_names(ids)
        assert list(names) == ids
        assert len({name.casefold() for name in names.values()}) == len(ids)
        assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names.values())

    def test_reference_to_nothing_is_plain_words(self) -> None:
        root = deel(schrijf(Paragraph((Ref("bestaat-niet", t("hoofdstuk 9")),))), "word/document.xml")
        assert not waarden(root, "//w:hyperlink")
        assert "hoofdstuk 9" in waarden(root, "//w:t/text()")

    def test_id_used_twice_is_marked_once(self) -> None:
        root = deel(schrijf(Heading(1, t("a"), "x"), Heading(1, t("b"), "x")), "word/document.xml")
        assert len(waarden(root, "//w:bookmarkStart/@w:name")) == 1

    def test_outside_link(self, alles: bytes) -> None:
        rels = zipfile.ZipFile(io.BytesIO(alles)).read("word/_rels/document.xml.rels").decode()
        assert 'Target="https://example.org/?a=1&amp;b=2" TargetMode="External"' in rels

    def test_contents_is_a_filled_field(self, xml: etree._Element) -> None:
        instructions = [code.strip() for code in waarden(xml, "//w:sdt//w:instrText/text()")]
        assert instructions == [r'TOC \o "1-2" \b _Hoofdtekst \h \z \u']
        assert waarden(xml, "//w:sdt//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
        assert waarden(xml, "//w:sdt//w:pStyle/@w:val") == ["TOCHeading", "TOC1", "TOC2", "TOC1"]
        assert "".join(waarden(xml, "//w:sdt//w:t/text()")) == "Inhoud1Wat we zien1.1Gezondheid2Wat we doen"

    def test_contents_without_entries_is_not_there(self) -> None:
        assert not waarden(deel(schrijf(Contents("Inhoud"), p("x")), "word/document.xml"), "//w:sdt")


class TestTabellen:
    def test_header_repeats_and_rows_stay_whole(self, xml: etree._Element) -> None:
        for table in xml.iter(qn("w:tbl")):
            rows = table.findall(qn("w:tr"))
            assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
                True,
                False,
                False,
                False,
            ]
            assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)

    def test_no_merged_or_nested_cells(self, xml: etree._Element) -> None:
        assert not waarden(xml, "//w:gridSpan | //w:vMerge | //w:tc//w:tbl")

    def test_first_row_and_column_are_headers(self, xml: etree._Element) -> None:
        assert set(waarden(xml, "//w:tblLook/@w:firstRow")) == set(waarden(xml, "//w:tblLook/@w:firstColumn")) == {"1"}

    def test_name_and_description(self, xml: etree._Element) -> None:
        assert waarden(xml, "//w:tblCaption/@w:val") == [
            "Cijfers bij figuur 1: Egmond beweegt minder dan de rest van de BUCH",
            "Tabel 1. Hoe het gaat in Egmond",
            "Tabel 2. Zonder bron",
        ]
        assert waarden(xml, "//w:tblDescription/@w:val")[0] == "Tabel met de kolommen: Indicator; Egmond; BUCH."

    def test_caption_counts_with_a_field(self, xml: etree._Element) -> None:
        codes = [code.strip() for code in waarden(xml, "//w:body/w:p//w:instrText/text()")]
        assert codes == [
            r"SEQ Figuur \* ARABIC",
            r"SEQ Tabel \* ARABIC",
            r"SEQ Tabel \* ARABIC",
            r"SEQ Figuur \* ARABIC",
        ]

    def test_caption_above_source_below(self) -> None:
        body = woord(Table("t", t("Zin"), RASTER, t("Bron: x"), "Tabel 1")).element.body
        caption, table, source = list(body)[-4:-1]
        assert WordParagraph(caption, None).text == "Tabel 1. Zin"  # type: ignore[arg-type]  # text needs no parent
        assert table.tag == qn("w:tbl")
        assert WordParagraph(source, None).text == "Bron: x"  # type: ignore[arg-type]  # text needs no parent

    def test_widths_add_up_to_the_width_of_the_table(self, xml: etree._Element) -> None:
        for table in xml.iter(qn("w:tbl")):
            columns = sum(int(width) for width in waarden(table, "w:tblGrid/w:gridCol/@w:w"))
            assert [str(columns)] == waarden(table, "w:tblPr/w:tblW/@w:w")
            assert TEKSTBREEDTE // 2 <= columns <= TEKSTBREEDTE

    def test_a_table_with_text_is_as_wide_as_the_text(self) -> None:
        grid = Grid((Column(t("Actie")), Column(t("Wie"))), ((t("Koffie"), t("De bibliotheek")),))
        assert sum(column_widths(grid, TEKSTBREEDTE)) == TEKSTBREEDTE

    def test_numbers_stay_near_the_name_they_belong_to(self) -> None:
        label, own, other = column_widths(RASTER, TEKSTBREEDTE)
        assert label > own
        assert label + own + other < TEKSTBREEDTE

    def test_long_text_leaves_numbers_whole(self) -> None:
        grid = Grid(
            (Column(t("Actie")), Column(t("Bedrag"), "right")),
            ((t("woord " * 100), t("€\N{NO-BREAK SPACE}1.234.567")),),
        )
        _, amount = column_widths(grid, TEKSTBREEDTE)
        assert 900 < amount < 1600

    def test_more_than_fits_still_fits(self) -> None:
        grid = Grid(tuple(Column(t("x" * 60)) for _ in range(6)), ())
        assert sum(column_widths(grid, TEKSTBREEDTE)) == TEKSTBREEDTE

    def test_one_very_long_word_leaves_the_others_whole(self) -> None:
        columns = (Column(t("Cijfer")), Column(t("gemeenschap" * 8), "right"), Column(t("Nederland"), "right"))
        widths = column_widths(Grid(columns, ()), TEKSTBREEDTE)
        alone = column_widths(Grid((Column(t("a" * 200)), Column(t("Nederland"), "right")), ()), TEKSTBREEDTE)
        assert sum(widths) == TEKSTBREEDTE
        assert widths[2] == alone[1]
        assert widths[1] > 3 * widths[2]

    def test_numbers_lean_right(self, xml: etree._Element) -> None:
        row = next(xml.iter(qn("w:tbl"))).findall(qn("w:tr"))[1]
        assert waarden(row, ".//w:pStyle/@w:val") == ["Tabeltekst", "Tabelgetal", "Tabelgetal"]

    @pytest.mark.parametrize(("rows", "kept"), [(3, [True, True, False]), (14, [True] + [False] * 11 + [True, False])])
    def test_short_tables_stay_on_one_page(self, rows: int, kept: list[bool]) -> None:
        grid = Grid((Column(t("a")),), tuple((t(str(row)),) for row in range(rows)))
        cells = woord(Table("x", t("x"), grid)).tables[0].columns[0].cells[1:]
        assert [bool(cell.paragraphs[0].paragraph_format.keep_with_next) for cell in cells] == kept

    def test_table_style_has_no_weight(self) -> None:
        """Word takes bold in a table style and bold in a paragraph style together for not bold."""
        styles = deel(STIJL.read_bytes(), "word/styles.xml")
        assert not waarden(styles, "//w:style[@w:type='table']//w:b")

    def test_room_below_a_table_without_source(self, alles: bytes) -> None:
        document = docx.Document(io.BytesIO(alles))
        below = next(x for x in document.paragraphs if x.text.startswith("Deze alinea"))
        assert below.paragraph_format.space_before is not None


class TestFiguren:
    def test_alt_text(self, xml: etree._Element) -> None:
        assert waarden(xml, "//wp:docPr/@descr") == [
            "Staafgrafiek: 55% van Egmond beweegt genoeg, in de BUCH is dat 58%.",
            "Lijn.",
        ]
        assert waarden(xml, "//wp:docPr/@id") == ["1", "2"]

    def test_size_on_paper(self, xml: etree._Element) -> None:
        sizes = [
            (int(x), int(y)) for x, y in zip(*(waarden(xml, f"//wp:extent/@{a}") for a in ("cx", "cy")), strict=True)
        ]
        assert sizes == [(5_760_000, 3_240_000), (TEKSTBREEDTE * 635, round(TEKSTBREEDTE * 635 / 3))]

    def test_figure_is_followed_by_its_data(self) -> None:
        body = woord(Figure("f", "kernbeeld", t("Zin"), "alt", t("Bron: x"), RASTER, "Figuur 1")).element.body
        kinds = [style(child) if child.tag == qn("w:p") else "tabel" for child in list(body)[-6:-1]]
        assert kinds == ["Caption", "Figuur", "Bron", "Gegevensbijschrift", "tabel"]

    def test_a_thumbnail_is_only_its_picture(self) -> None:
        body = woord(Thumbnail("kernbeeld", "Egmond beweegt minder.")).element.body
        (drawn,) = [child for child in body if child.xpath(".//w:drawing")]
        assert style(drawn) == "Figuur"
        assert [str(picture.get("descr")) for picture in drawn.iter("{*}docPr")] == ["Egmond beweegt minder."]

    def test_data_elsewhere_is_a_link(self, xml: etree._Element) -> None:
        link = xml.xpath("//w:hyperlink[@w:anchor='tab_cijfers']", namespaces=NS)
        assert isinstance(link, list)
        assert isinstance(link[0], etree._Element)
        line = link[0].getparent()
        assert line is not None
        assert "".join(waarden(line, ".//w:t/text()")).endswith(" De gegevens staan in tabel 1.")

    def test_picture_shown_twice_is_stored_once(self) -> None:
        figure = Figure("f", "kernbeeld", t("Zin"), "alt", (), RASTER)
        names = zipfile.ZipFile(io.BytesIO(schrijf(figure, figure))).namelist()
        assert [name for name in names if name.startswith("word/media/")] == [
            "word/media/figuur1.png",
            "word/media/figuur1.svg",
        ]

    def test_every_picture_is_there_as_svg_and_as_png_for_what_does_not_know_svg(self, alles: bytes) -> None:
        xml = deel(alles, "word/document.xml")
        word = docx.Document(io.BytesIO(alles))
        pngs, svgs = (waarden(xml, f"//{tag}/@r:embed") for tag in ("a:blip", "asvg:svgBlip"))
        assert len(pngs) == len(svgs) == len(waarden(xml, "//wp:docPr/@descr")) > 0
        for place, kind in ((pngs, "image/png"), (svgs, "image/svg+xml")):
            assert {word.part.related_parts[rid].content_type for rid in place} == {kind}

    def test_svg_is_a_file_of_its_own(self) -> None:
        picture = Picture(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"/>', png(64, 36), 160, 90)
        figure = Figure("f", "een", t("Zin"), "alt", (), RASTER)
        written = write(Document(META, (figure,)), {"een": picture}, HUISSTIJL)
        svg = zipfile.ZipFile(io.BytesIO(written)).read("word/media/figuur1.svg")
        assert svg.startswith(b"<?xml version='1.0' encoding='UTF-8'")
        root = etree.fromstring(svg)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert dict(root.attrib.items()) == {"viewBox": "0 0 16 9", "width": "160mm", "height": "90mm"}


def style(element: etree._Element) -> str:
    return waarden(element, "w:pPr/w:pStyle/@w:val")[0]


class TestLijstenEnKaders:
    def test_a_field_without_words_is_a_line_to_sign_on(self) -> None:
        """Empty, or only a hard space, which a template needs to keep its line."""
        velden = Fields((Field(t("Griffier"), ()), Field(t("Voorzitter"), (p("\u00a0"),)), Field(t("Naam"), (p("A"),))))
        griffier, voorzitter, naam = woord(p("x"), velden).paragraphs[-3:]
        for alinea in (griffier, voorzitter):
            assert [tab.leader for tab in alinea.paragraph_format.tab_stops] == [WD_TAB_LEADER.LINES]
            assert alinea.paragraph_format.space_before == Pt(24)
        assert (griffier.text, voorzitter.text, naam.text) == ("Griffier\t\t", "Voorzitter\t\t", "Naam\tA")

    def test_every_numbered_list_starts_at_one(self, alles: bytes, xml: etree._Element) -> None:
        numbering = deel(alles, "word/numbering.xml")
        restarted = waarden(numbering, "//w:num[.//w:startOverride/@w:val='1']/@w:numId")
        used = waarden(xml, "//w:numPr/w:numId/@w:val")
        assert len(restarted) == len(set(restarted)) == 3
        assert set(restarted) <= set(used)

    def test_nested_list_is_a_level_deeper(self) -> None:
        inner = List(((p("binnen"),),))
        root = deel(schrijf(List(((p("buiten"), inner),))), "word/document.xml")
        assert waarden(root, "//w:numPr/w:ilvl/@w:val") == ["0", "1"]

    def test_lists_can_be_deeper_than_word_can(self) -> None:
        block: Block = p("diep")
        for _ in range(12):
            block = List(((p("x"), block),))
        assert max(waarden(deel(schrijf(block), "word/document.xml"), "//w:numPr/w:ilvl/@w:val"), key=int) == "8"

    def test_second_paragraph_of_an_item_has_no_bullet(self) -> None:
        lines = stijlen(woord(List(((p("een"), p("meer over een")), (p("twee"),)))))
        assert lines[-3:] == [("List Bullet", "een"), ("List Continue", "meer over een"), ("List Bullet", "twee")]

    def test_note_is_kept_together(self) -> None:
        document = woord(Note("request", t("Vraag"), (p("Besluit:"), List(((p("een"),), (p("twee"),)), ordered=True))))
        lines = document.paragraphs[-4:]
        assert {x.style.name for x in lines if x.style} == {"Kader vraag"}
        assert [x.paragraph_format.keep_with_next for x in lines] == [True, True, True, None]

    def test_note_has_no_white_seam(self) -> None:
        """Where the indent changes Word would leave the space between two paragraphs white."""
        document = woord(Note("request", t("Vraag"), (List(((p("een"),), (p("twee"),)), ordered=True),)))
        title, first, _ = document.paragraphs[-3:]
        assert title.paragraph_format.space_after == 0
        assert first.paragraph_format.space_after is None

    def test_label_beside_its_value(self, alles: bytes) -> None:
        text = [words for _, words in stijlen(docx.Document(io.BytesIO(alles)))]
        assert "Doelgroep\tMantelzorgers" in text
        assert "Accent in aanbod en subsidie van het gebied\nRespijtzorg" in text


class TestTekens:
    @pytest.mark.parametrize(
        ("raw", "kept"),
        [
            ("a\x00b\x08c", "abc"),
            ("regel een\nregel\ttwee\x0bdrie", "regel een regel twee drie"),
            ("half \ud800 teken \uffff", "half  teken "),
            ("R&D <b> a/b 'q' \"r\"", "R&D <b> a/b 'q' \"r\""),
            ("  ruimte ", "  ruimte "),
            ("🌷 één", "🌷 één"),
            ("Meervoudigecomplexeproblematiekondersteuningsvoorzieningennaam", None),
        ],
    )
    def test_text_survives(self, raw: str, kept: str | None) -> None:
        meta = Meta(raw, raw, raw, "2026-01-01", raw, raw, raw, (raw,), ((raw, raw),))
        table = Table("x", t(raw), Grid((Column(t(raw)),), ((t(raw),),)), t(raw), raw)
        figure = Figure("y", "kernbeeld", t(raw), raw, t(raw), RASTER, raw)
        data = schrijf(p(raw), Heading(1, t(raw), raw, "1"), table, figure, meta=meta)
        document = docx.Document(io.BytesIO(data))
        expected = raw if kept is None else kept
        assert expected in [x.text for x in document.paragraphs]
        assert document.tables[0].cell(1, 0).text == expected
        assert waarden(document.element, "//wp:docPr/@descr") == [expected]


@pytest.mark.libreoffice
def test_opens_and_prints(alles: bytes, tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(alles)
    soffice(tmp_path, "pdf", tmp_path / "plan.docx")
    pages = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    ).stdout.split("\f")[:-1]
    assert "Pagina" not in pages[0]
    assert f"Pagina 2 van {len(pages)}" in pages[1]
    assert all(page.strip() for page in pages)
