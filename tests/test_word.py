"""Are our Word documents right? As Microsoft's library sees them, our checker, another reader, and beside the HTML.

Every test looks at every product of every area, and at areas that ask much of a document.
"""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any, TypeAlias

import mammoth  # type: ignore[import-untyped]  # published without types
import pytest
from conftest import WORTEL, Producten
from keuring import ooxml
from lxml import etree, html

from gebiedsplan import build, toets
from gebiedsplan.build import Mappen, Opties

Knoop: TypeAlias = Any  # an lxml element, of XML or of HTML
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def paren(alle_producten: Producten) -> list[tuple[Path, Path]]:
    """Every Word file with the HTML of the same text."""
    return [
        (pad, pad.with_suffix(".html"))
        for paden in alle_producten.values()
        for pad in paden
        if pad.suffix == ".docx" and pad.with_suffix(".html") in paden
    ]


# -- as Microsoft's Open XML SDK sees them


def bedorven(word: Path, naar: Path) -> Path:
    """A copy with properties in an order that the standard does not allow, which LibreOffice would not mind."""
    with zipfile.ZipFile(word) as bron, zipfile.ZipFile(naar, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam == "word/document.xml":
                inhoud = inhoud.replace(b"<w:cantSplit/><w:tblHeader/>", b"<w:tblHeader/><w:onbekend/>", 1)
            doel.writestr(naam, inhoud)
    return naar


@pytest.mark.node
def test_microsofts_validator_finds_no_error(alle_producten: Producten, tmp_path: Path) -> None:
    word = [pad for paden in alle_producten.values() for pad in paden if pad.suffix == ".docx"]
    fout = bedorven(word[0], tmp_path / "bedorven.docx")
    oordelen = ooxml.keur([fout, *word])
    assert any("onbekend" in oordeel for oordeel in oordelen[fout])
    assert len(word) >= 12
    assert {pad: errors for pad, errors in oordelen.items() if errors and pad != fout} == {}


@pytest.mark.node
@pytest.mark.libreoffice
def test_nor_does_it_with_every_option(tmp_path: Path) -> None:
    """A plain area and an awkward one, with charts that Word draws and with page numbers; and our checker agrees."""
    mappen = Mappen(WORTEL / "gebieden", (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    opties = Opties(paginanummers=True, bewerkbare_grafieken=True)
    word = [build.maak(mappen, slug, 2027, opties).paden[0] for slug in ("heiloo", "limmen-akersloot-de-woude")]
    assert all("word/charts/chart1.xml" in zipfile.ZipFile(pad).namelist() for pad in word)
    assert all(b"PAGEREF" in zipfile.ZipFile(pad).read("word/document.xml") for pad in word)
    assert ooxml.keur(word) == {pad: [] for pad in word}
    assert [bevinding for pad in word for bevinding in toets.check_bestand(pad)] == []


# -- as our own checker sees them


def test_our_checker_finds_nothing(alle_producten: Producten) -> None:
    word = [pad for paden in alle_producten.values() for pad in paden if pad.suffix == ".docx"]
    assert [bevinding for pad in word for bevinding in toets.check_bestand(pad)] == []


# -- as another reader sees them

BIJLAGEKOPPEN = "\n".join(f"p[style-name='Bijlagekop {n}'] => h{n}:fresh" for n in (1, 2))


@pytest.fixture(scope="module")
def door_mammoth(paren: list[tuple[Path, Path]]) -> Mapping[Path, html.HtmlElement]:
    """It knows headings by name only, not by their level, so it is told the name of those of appendices."""
    gelezen = {}
    for word, _ in paren:
        with word.open("rb") as bestand:
            gelezen[word] = html.fromstring(mammoth.convert_to_html(bestand, style_map=BIJLAGEKOPPEN).value)
    return gelezen


# On one page of large print Word says the numbers of a chart in the chart and in its alternative text.
GETALLEN_IN_DE_TEKENING = "//body[@class='large']//figure/details"


def in_de_tekening(pagina: Knoop) -> Knoop:
    """The page without the tables that Word has only in its drawings."""
    for knoop in pagina.xpath(GETALLEN_IN_DE_TEKENING):
        knoop.drop_tree()
    return pagina


def koppen(pagina: Knoop, eerste_niveau: int) -> list[tuple[int, str]]:
    """The headings with their level, counted from 1, without the numbers that Word counts itself."""
    niveaus = {f"h{eerste_niveau + diepte}": diepte + 1 for diepte in range(4)}
    return [(niveaus[kop.tag], " ".join(_zonder_nummer(kop).split())) for kop in pagina.iter(*niveaus)]


def _zonder_nummer(kop: Knoop) -> str:
    nummers = "".join(nummer.text_content() for nummer in kop.find_class("number"))
    return str(kop.text_content()).removeprefix(nummers)


def eerste_kop(pagina: Knoop) -> int:
    """The level of the first heading of the text: in a letter that is the title itself."""
    return 1 if pagina.find("body").get("class") in ("letter", "large") else 2


def test_another_reader_sees_the_headings_tables_and_alt_texts_of_the_html(
    paren: list[tuple[Path, Path]], door_mammoth: Mapping[Path, html.HtmlElement]
) -> None:
    for word, web in paren:
        ander, pagina = door_mammoth[word], in_de_tekening(html.fromstring(web.read_bytes()))
        assert koppen(ander, 1) == koppen(pagina, eerste_kop(pagina)), word
        assert len(koppen(ander, 1)) > 2, word
        assert len(list(ander.iter("table"))) == len(list(pagina.iter("table"))), word
        alt = [plaat.get("alt") for plaat in ander.iter("img")]
        assert alt == [svg.get("aria-label") for svg in pagina.iter("svg")], word


def beelden(knoop: Any) -> Iterator[str]:
    """The alt texts in the JSON of pandoc."""
    if isinstance(knoop, dict) and knoop.get("t") == "Image":
        yield "".join(deel.get("c", " ") for deel in knoop["c"][1])
    elif isinstance(knoop, dict | list):
        for kind in knoop.values() if isinstance(knoop, dict) else knoop:
            yield from beelden(kind)


@pytest.mark.pandoc
def test_pandoc_finds_the_alt_texts(paren: list[tuple[Path, Path]]) -> None:
    """It looks up the names of drawings at the top of the text, where the style document has to declare them."""
    for word, web in paren[:3]:
        opdracht = ["pandoc", "-f", "docx", "-t", "json", str(word)]
        gelezen = subprocess.run(opdracht, check=True, capture_output=True, timeout=60)
        alt = [" ".join(tekst.split()) for tekst in beelden(json.loads(gelezen.stdout)["blocks"])]
        # To pandoc a hard space is a space.
        in_html = [str(svg.get("aria-label")) for svg in html.fromstring(web.read_bytes()).iter("svg")]
        assert alt == [" ".join(tekst.split()) for tekst in in_html], word


# -- the same words as the HTML


def alineas_in_word(word: Path) -> Iterator[str]:
    """The paragraphs in reading order, without the contents lists that Word keeps itself."""
    with zipfile.ZipFile(word) as pakket:
        body = etree.fromstring(pakket.read("word/document.xml")).find(f"{W}body")
        stijlen = etree.fromstring(pakket.read("word/styles.xml"))
    assert body is not None
    for inhoudsopgave in body.findall(f"{W}sdt"):
        body.remove(inhoudsopgave)
    van_lijsten = {
        stijl.get(f"{W}styleId")
        for stijl in stijlen.iter(f"{W}style")
        if (naam := stijl.find(f"{W}name")) is not None and naam.get(f"{W}val") in {"Lijstkop", "table of figures"}
    }
    for alinea in body.iter(f"{W}p"):
        stijl = alinea.find(f"{W}pPr/{W}pStyle")
        if stijl is None or stijl.get(f"{W}val") not in van_lijsten:
            yield "".join(_teken(teken) for teken in alinea.iter(f"{W}t", f"{W}tab", f"{W}br"))


def _teken(teken: Knoop) -> str:
    return str(teken.text) if teken.tag == f"{W}t" else " "


# What the web page has besides the text: where to go in it, and names that a table repeats for who cannot see it.
ALLEEN_OP_HET_WEB = (
    "//a[@class='skip']",
    "//nav",
    "//body/footer",
    "//svg",
    "//script",
    "//caption[@class='visually-hidden']",
    "//figure//button",
    GETALLEN_IN_DE_TEKENING,
    "//*[self::h2 or self::h3]/span[@class='number']",  # Word counts these itself
)
BLOKKEN = {"p", "h1", "h2", "h3", "h4", "h5", "li", "dt", "dd", "th", "td", "figcaption", "caption", "summary", "div"}


def tekst_in_html(web: Path) -> str:
    body: Knoop = html.fromstring(web.read_bytes()).find("body")
    for pad in ALLEEN_OP_HET_WEB:
        for knoop in body.xpath(pad):
            knoop.drop_tree()
    for blok in body.iter(*BLOKKEN):
        blok.text = f" {blok.text or ''}"
        blok.tail = f" {blok.tail or ''}"
    return str(body.text_content())


def test_word_and_html_say_the_same_words_in_the_same_order(paren: list[tuple[Path, Path]]) -> None:
    assert len(paren) >= 12
    for word, web in paren:
        in_word, in_html = " ".join(alineas_in_word(word)).split(), tekst_in_html(web).split()
        assert len(in_word) > 150, word
        for nummer, (een, ander) in enumerate(zip_longest(in_word, in_html)):
            assert een == ander, (word, in_word[max(nummer - 8, 0) : nummer + 2])


def test_word_and_html_have_the_same_cells(paren: list[tuple[Path, Path]]) -> None:
    for word, web in paren:
        with zipfile.ZipFile(word) as pakket:
            xml = etree.fromstring(pakket.read("word/document.xml"))
        in_word = [
            [
                ["".join(str(t.text) for t in cel.iter(f"{W}t")) for cel in rij.iter(f"{W}tc")]
                for rij in tabel.iter(f"{W}tr")
            ]
            for tabel in xml.iter(f"{W}tbl")
        ]
        pagina = in_de_tekening(html.fromstring(web.read_bytes()))
        in_html = [
            [["".join(map(str, cel.itertext())) for cel in rij.iter("th", "td")] for rij in tabel.iter("tr")]
            for tabel in pagina.iter("table")
        ]
        assert in_word == in_html, word


def test_lists_are_lists_in_both(paren: list[tuple[Path, Path]]) -> None:
    """As many items in Word as in HTML, bulleted and numbered each."""
    for word, web in paren:
        with zipfile.ZipFile(word) as pakket:
            xml = etree.fromstring(pakket.read("word/document.xml"))
        in_word = len([num for num in xml.iter(f"{W}numId") if num.get(f"{W}val") != "0"])
        body = html.fromstring(web.read_bytes())
        in_html = [punt for punt in body.iter("li") if not list(punt.iterancestors("nav"))]
        assert in_word == len(in_html), word


def test_both_say_what_they_are(paren: list[tuple[Path, Path]]) -> None:
    for word, web in paren:
        with zipfile.ZipFile(word) as pakket:
            kern = etree.fromstring(pakket.read("docProps/core.xml"))
            stijlen = pakket.read("word/styles.xml").decode()
        pagina = html.fromstring(web.read_bytes())
        assert kern.findtext("{http://purl.org/dc/elements/1.1/}title") == pagina.findtext(".//title"), word
        assert {taal.split("-")[0] for taal in re.findall(r'<w:lang w:val="([^"]+)"', stijlen)} == {pagina.get("lang")}
