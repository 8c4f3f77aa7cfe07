"""Numbers in a Word document that follow when it changes: headings, captions, references and contents lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import soffice
from lxml import etree
from test_docx import HUISSTIJL, META, PLAATJES, deel, met_stijldocument, schrijf, style, t, waarden

from gebiedsplan.document import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Ref,
    Strong,
    Table,
    walk,
)
from gebiedsplan.markdown import fill_pages, parse
from gebiedsplan.writers.docx import bookmarks_of, write

VOORAF = """---
titel: "Plan"
ondertitel: ""
opsteller: "Team"
datum: "2026-11-03"
status: "concept"
versie: "0.1"
onderwerp: ""
trefwoorden: []
voorblad: []
---
"""
TEKST = (
    VOORAF
    + """
# Vooraf {#vooraf .ongenummerd}

Zie [](#een), [](#een-een), [](#twee), [](#bronnen), [](#lijst), [](#f1), [](#f2), [](#t1), [](#vooraf) en [wat we
doen](#twee).

/// inhoud | Inhoud
///

/// inhoud | Figuren
    soort: figuren
///

/// inhoud | Tabellen
    soort: tabellen
///

# Eén {#een}

## Deel {#een-een}

### Diep {#diep}

/// figuur | f1
    alt: "Een"
    bron: "Bron"

Eerste

| A | B |
|---|--:|
| a | 1 |
///

/// tabel | t1

Zie [](#f2) en **[](#f1)**

| A | B |
|---|--:|
| a | 1 |
///

# Twee {#twee}

/// figuur | f2
    alt: "Twee"
    bron: "Bron"
    gegevens: "#t1"

Tweede
///

# Bronnen {#bronnen .bijlage}

## Lijst {#lijst}

# Begrippen {.bijlage}
"""
)


def gelezen() -> Document:
    return parse(TEKST, "plan.md")


def platen(document: Document) -> dict[str, Picture]:
    return {blok.picture: PLAATJES["kernbeeld"] for blok in walk(document.blocks) if isinstance(blok, Figure)}


def geschreven(document: Document) -> bytes:
    return write(document, platen(document), HUISSTIJL)


@pytest.fixture(scope="module")
def xml() -> etree._Element:
    return deel(geschreven(gelezen()), "word/document.xml")


def velden(root: etree._Element) -> list[tuple[str, str]]:
    """Every field in reading order: its code and its result; of a field around paragraphs the first words."""
    gevonden: list[tuple[str, str]] = []
    diepte: list[tuple[str, str, bool]] = []
    for run in root.iter("{*}r"):
        soort = waarden(run, "w:fldChar/@w:fldCharType")
        code, tekst = "".join(waarden(run, "w:instrText/text()")), "".join(waarden(run, "w:t/text()"))
        if soort == ["begin"]:
            diepte.append(("", "", False))
        elif soort == ["separate"]:
            diepte[-1] = (*diepte[-1][:2], True)
        elif soort == ["end"]:
            gevonden.append((diepte[-1][0].strip(), diepte.pop()[1]))
        elif diepte:
            diepte[-1] = (diepte[-1][0] + code, diepte[-1][1] + tekst, diepte[-1][2])
    assert diepte == []
    return gevonden


def doel(code: str) -> str:
    return code.split()[1]


# -- bookmarks and fields belong together


def test_every_field_points_at_a_bookmark_that_is_there_once(xml: etree._Element) -> None:
    namen = waarden(xml, "//w:bookmarkStart/@w:name")
    ids = waarden(xml, "//w:bookmarkStart/@w:id")
    assert len({naam.casefold() for naam in namen}) == len(namen)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(waarden(xml, "//w:bookmarkEnd/@w:id"))
    codes = [code for code, _ in velden(xml)]
    assert {doel(code) for code in codes if code.startswith(("REF", "PAGEREF"))} <= set(namen)
    assert {code.split("\\b ")[1].split()[0] for code in codes if "\\b " in code} <= set(namen)
    assert set(waarden(xml, "//w:hyperlink/@w:anchor")) <= set(namen)


def test_a_reference_without_words_is_a_field_with_the_number_the_transforms_gave(xml: etree._Element) -> None:
    document = gelezen()
    bladwijzer = {naam: id_ for id_, naam in bookmarks_of(document).items()}
    verwacht = [ref.number for ref in verwijzingen(document) if ref.number]

    refs = [(code, uitkomst) for code, uitkomst in velden(xml) if code.startswith("REF")]

    assert sorted(uitkomst for _, uitkomst in refs) == sorted(verwacht)
    assert len(verwacht) == 11
    for code, uitkomst in refs:
        if r"\n" in code:
            kop = next(b for b in walk(document.blocks) if isinstance(b, Heading) and b.id == bladwijzer[doel(code)])
            assert uitkomst == kop.number.replace(" ", "\N{NO-BREAK SPACE}")
        else:
            assert binnen(xml, doel(code)) == uitkomst
            soort, _, nummer = binnen(xml, bookmarks_of(document)[ids_van_nummers(xml)[doel(code)]]).partition(" ")
            assert (soort in {"Figuur", "Tabel"}, nummer) == (True, uitkomst)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def binnen(root: etree._Element, naam: str) -> str:
    """The words between the start and the end of a bookmark."""
    woorden, open_ = "", ""
    for knoop in root.iter("{*}bookmarkStart", "{*}bookmarkEnd", "{*}t"):
        if knoop.get(f"{{{W}}}name") == naam:
            open_ = str(knoop.get(f"{{{W}}}id"))
        elif open_ and str(knoop.tag).endswith("bookmarkEnd") and knoop.get(f"{{{W}}}id") == open_:
            return woorden
        elif open_ and str(knoop.tag).endswith("}t"):
            woorden += knoop.text or ""
    raise AssertionError(f"no bookmark {naam}")


def ids_van_nummers(root: etree._Element) -> dict[str, str]:
    """The bookmark around the number of each table and figure, and the id of what it is in."""
    namen = {naam: id_ for id_, naam in bookmarks_of(gelezen()).items()}
    alles = waarden(root, "//w:bookmarkStart/@w:name")
    return {naam: namen[alles[i - 1]] for i, naam in enumerate(alles) if naam.startswith("_Nummer")}


def verwijzingen(document: Document) -> list[Ref]:
    """Every reference in the words of TEKST: in its first paragraph, a caption, and the data of a figure."""
    refs: list[Ref] = []
    for blok in walk(document.blocks):
        match blok:
            case Paragraph(children=woorden) | Table(caption=woorden):
                vlak = [n for woord in woorden for n in (woord.children if isinstance(woord, Strong) else (woord,))]
                refs += [woord for woord in vlak if isinstance(woord, Ref)]
            case Figure(data=Ref() as ref):
                refs.append(ref)
            case _:
                pass
    return refs


def test_a_reference_with_words_of_its_own_stays_a_link() -> None:
    root = deel(schrijf(Heading(1, t("Doen"), "a", "1"), Paragraph((Ref("a", t("dit")),))), "word/document.xml")
    assert velden(root) == []
    assert waarden(root, "//w:hyperlink/@w:anchor") == ["a"]


def test_a_reference_to_a_number_that_word_does_not_count_is_plain_words() -> None:
    root = deel(
        schrijf(Heading(1, t("Doen"), "a", "7"), Paragraph((Ref("a", t("hoofdstuk 7"), "7"),))), "word/document.xml"
    )
    assert velden(root) == []
    assert "hoofdstuk 7" in waarden(root, "//w:hyperlink//w:t/text()")


def test_the_words_of_a_reference_read_on_around_its_field(xml: etree._Element) -> None:
    alinea = next(a for a in xml.iter("{*}p") if "Zie " in "".join(waarden(a, ".//w:t/text()")))
    assert "".join(waarden(alinea, ".//w:t/text()")).replace("\N{NO-BREAK SPACE}", " ") == (
        "Zie hoofdstuk 1, paragraaf 1.1, hoofdstuk 2, Bijlage A, paragraaf A.1, figuur 1, figuur 2, tabel 1, "
        "“Vooraf” en wat we doen."
    )


# -- headings


def test_word_counts_chapters_sections_and_appendices(xml: etree._Element) -> None:
    koppen = {"".join(waarden(a, ".//w:t/text()")): a for a in xml.iter("{*}p") if kop(style(a))}

    assert {woorden: style(a) for woorden, a in koppen.items()} == {
        "Vooraf": "Heading1",
        "Eén": "Heading1",
        "Deel": "Heading2",
        "Diep": "Heading3",
        "Twee": "Heading1",
        "Bronnen": "Bijlagekop1",
        "Lijst": "Bijlagekop2",
        "Begrippen": "Bijlagekop1",
    }
    # Only the heading without a number steps out of the list.
    assert {w: waarden(a, "w:pPr/w:numPr/w:numId/@w:val") for w, a in koppen.items() if w == "Vooraf"} == {
        "Vooraf": ["0"]
    }
    assert not [w for w, a in koppen.items() if w != "Vooraf" and waarden(a, "w:pPr/w:numPr")]


def kop(stijl: str) -> bool:
    return stijl.startswith(("Heading", "Bijlagekop"))


def test_each_numbered_style_is_linked_to_its_level_and_back() -> None:
    data = geschreven(gelezen())
    stijlen, nummering = deel(data, "word/styles.xml"), deel(data, "word/numbering.xml")
    for stijl, niveau, tekst in (
        ("Heading1", "0", "%1"),
        ("Heading2", "1", "%1.%2"),
        ("Bijlagekop1", "0", "Bijlage\N{NO-BREAK SPACE}%1."),
        ("Bijlagekop2", "1", "%1.%2"),
    ):
        (nummer,) = waarden(stijlen, f"//w:style[@w:styleId='{stijl}']/w:pPr/w:numPr/w:numId/@w:val")
        assert waarden(stijlen, f"//w:style[@w:styleId='{stijl}']/w:pPr/w:numPr/w:ilvl/@w:val") == [niveau]
        (lijst,) = waarden(nummering, f"//w:num[@w:numId='{nummer}']/w:abstractNumId/@w:val")
        laag = f"//w:abstractNum[@w:abstractNumId='{lijst}']/w:lvl[@w:ilvl='{niveau}']"
        assert waarden(nummering, f"{laag}/w:pStyle/@w:val") == [stijl]
        assert waarden(nummering, f"{laag}/w:lvlText/@w:val") == [tekst]


def test_a_style_of_the_house_with_such_a_name_is_used_as_it_is() -> None:
    leeg = write(Document(META, ()), {}, HUISSTIJL)
    eerst = deel(leeg, "word/styles.xml")
    nog_eens = deel(write(Document(META, ()), {}, met_stijldocument(leeg)), "word/styles.xml")
    for naam in ("Bijlagekop 1", "Bijlagekop 2", "Lijstkop", "table of figures"):
        assert len(waarden(eerst, f"//w:style[w:name/@w:val='{naam}']/@w:styleId")) == 1
        assert len(waarden(nog_eens, f"//w:style[w:name/@w:val='{naam}']/@w:styleId")) == 1


# -- contents lists


def test_the_contents_list_is_about_what_stands_in_its_bookmark(xml: etree._Element) -> None:
    body = xml[0]
    alles = list(body.iter("{*}p", "{*}bookmarkStart", "{*}bookmarkEnd"))
    (begin,) = [i for i, n in enumerate(alles) if n.get(f"{{{W}}}name") == "_Hoofdtekst"]
    (einde,) = [i for i, n in enumerate(alles) if n.tag.endswith("bookmarkEnd") and n.get(f"{{{W}}}id") == "0"]
    erin = [n for n in alles[begin - 1 : einde] if n.tag.endswith("}p") and kop(style(n))]
    assert ["".join(waarden(n, ".//w:t/text()")) for n in erin if style(n)[-1] in "12"] == [
        "Eén",
        "Deel",
        "Twee",
        "Bronnen",
        "Lijst",
        "Begrippen",
    ]


def test_lists_of_figures_and_tables_are_filled_fields(xml: etree._Element) -> None:
    codes = [code for code, _ in velden(xml) if code.startswith("TOC")]
    assert codes == [r'TOC \o "1-2" \b _Hoofdtekst \h \z \u', r'TOC \h \z \c "Figuur"', r'TOC \h \z \c "Tabel"']
    regels = [a for a in xml.iter("{*}p") if style(a) == "TableOfFigures"]
    assert ["".join(waarden(a, ".//w:t/text()")) for a in regels] == [
        "Figuur 1. Eerste",
        "Figuur 2. Tweede",
        "Tabel 1. Zie figuur\N{NO-BREAK SPACE}2 en figuur\N{NO-BREAK SPACE}1",
    ]
    assert [waarden(a, "w:hyperlink/@w:anchor") for a in regels] == [["f1"], ["f2"], ["t1"]]
    koppen = [a for a in xml.iter("{*}p") if style(a) == "Lijstkop"]
    assert ["".join(waarden(a, ".//w:t/text()")) for a in koppen] == ["Figuren", "Tabellen"]


def test_a_list_without_figures_is_not_there() -> None:
    document = parse(VOORAF + "/// inhoud | Figuren\n    soort: figuren\n///\n\nTekst\n", "plan.md")
    assert "Figuren" not in waarden(deel(write(document, {}, HUISSTIJL), "word/document.xml"), "//w:t/text()")


def test_without_pages_there_is_no_page_number(xml: etree._Element) -> None:
    assert not [code for code, _ in velden(xml) if code.startswith("PAGEREF")]


def test_pages_stand_in_fields_behind_a_tab() -> None:
    document = gelezen()
    paginas = {id_: nummer for nummer, id_ in enumerate(bookmarks_of(document), start=3)}

    root = deel(geschreven(fill_pages(document, paginas)), "word/document.xml")

    namen = {naam: id_ for id_, naam in bookmarks_of(document).items()}
    gevonden = [(code, uitkomst) for code, uitkomst in velden(root) if code.startswith("PAGEREF")]
    assert len(gevonden) == 9
    assert all(code.endswith(r"\h") and paginas[namen[doel(code)]] == int(uitkomst) for code, uitkomst in gevonden)
    regel = next(a for a in root.iter("{*}p") if style(a) == "TOC1")
    assert len(waarden_van_tabs(regel)) == 2
    assert waarden(regel, "w:pPr/w:ind/@w:right") == ["0"]


def waarden_van_tabs(alinea: etree._Element) -> list[etree._Element]:
    return [tab for run in alinea.iter("{*}r") for tab in run.iter("{*}tab")]


def test_nothing_asks_to_be_updated_on_opening() -> None:
    data = geschreven(gelezen())
    assert not waarden(deel(data, "word/settings.xml"), "//w:updateFields")
    assert not waarden(deel(data, "word/document.xml"), "//@w:dirty")


def test_same_bytes_twice() -> None:
    met = fill_pages(gelezen(), dict.fromkeys(bookmarks_of(gelezen()), 4))
    assert geschreven(gelezen()) == geschreven(gelezen())
    assert geschreven(met) == geschreven(met)


# -- what LibreOffice makes of it, that counts as Word does


@pytest.mark.libreoffice
def test_another_program_counts_the_same_numbers(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(geschreven(gelezen()))
    soffice(tmp_path, "txt:Text", tmp_path / "plan.docx")
    tekst = (tmp_path / "plan.txt").read_text("utf-8-sig").replace("\N{NO-BREAK SPACE}", " ").replace("\t", " ")
    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    assert any(
        regel.startswith(
            "Zie hoofdstuk 1, paragraaf 1.1, hoofdstuk 2, Bijlage A, paragraaf A.1, figuur 1, figuur 2, tabel 1,"
        )
        for regel in regels
    ), tekst
    for kop_met_nummer in ("1 Eén", "1.1 Deel", "2 Twee", "Bijlage A. Bronnen", "A.1 Lijst", "Bijlage B. Begrippen"):
        assert kop_met_nummer in regels, tekst
