"""The PDF of a plan: tagged, in letters of its own, with true page numbers, and nothing fetched to make it."""

from __future__ import annotations

import os
import pickle
import re
import socket
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from conftest import WORTEL
from keuring import pdf
from lxml import html
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from test_html import PICTURES, RICH

from gebiedsplan import build, huisstijl, writers
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import Mappen, Opties
from gebiedsplan.document import Document, Figure, Link, Meta, Paragraph, Picture, Ref, Text

MET_PDF = Opties(formaten=frozenset({"pdf"}))
HUISSTIJL = huisstijl.read((WORTEL / "templates" / "huisstijl",), "heiloo").huisstijl
META = Meta("Plan", "", "", "2026-11-22", "concept", "0.1", "", (), ())

pytestmark = pytest.mark.pango


def mappen(naar: Path) -> Mappen:
    return Mappen(WORTEL / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")


@pytest.fixture(scope="module")
def stukken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """The voorstel of Heiloo with its letter and its plan."""
    return build.voorstel(mappen(tmp_path_factory.mktemp("pdf")), "heiloo", 2027, MET_PDF).paden


@pytest.fixture(scope="module")
def heiloo(stukken: tuple[Path, ...]) -> dict[str, bytes]:
    """The plan, and the page for inhabitants, by what their names end in."""
    plan = "gebiedsplan-heiloo-2027"
    return {pad.name.removeprefix(plan): pad.read_bytes() for pad in stukken if pad.name.startswith(plan)}


@pytest.fixture(scope="module")
def lezer(heiloo: dict[str, bytes]) -> PdfReader:
    return PdfReader(BytesIO(heiloo[".pdf"]))


@pytest.fixture(scope="module")
def bladzijden(lezer: PdfReader) -> list[str]:
    """The words of each page."""
    return [bladzijde.extract_text() for bladzijde in lezer.pages]


def elementen(knoop: Any) -> Iterator[DictionaryObject]:
    """Every structure element below a knot of the tag tree, in order."""
    knoop = knoop.get_object()
    if isinstance(knoop, ArrayObject):
        for deel in knoop:
            yield from elementen(deel)
    elif isinstance(knoop, DictionaryObject):
        if "/S" in knoop:
            yield knoop
        if "/K" in knoop:
            yield from elementen(knoop["/K"])


def tags(lezer: PdfReader) -> list[DictionaryObject]:
    wortel: Any = lezer.trailer["/Root"]
    return list(elementen(wortel["/StructTreeRoot"]["/K"]))


def vind(pagina: bytes, pad: str) -> list[Any]:
    """What an XPath finds on a page."""
    return cast(list[Any], html.fromstring(pagina).xpath(pad))


def woorden(tekst: str) -> str:
    """The letters and digits of a text: white space, hyphens at a line's end and leaders are the layout's."""
    return re.sub(r"[\s.\-‐•◂▸▾]+", "", tekst)


def test_says_what_it_is_to_who_cannot_see_it(lezer: PdfReader) -> None:
    wortel: Any = lezer.trailer["/Root"]
    assert wortel["/Lang"] == "nl"
    assert wortel["/MarkInfo"]["/Marked"]
    assert wortel["/ViewerPreferences"]["/DisplayDocTitle"]
    assert lezer.metadata is not None
    assert lezer.metadata.title == "Gebiedsplan Heiloo 2027"
    assert b'pdfuaid:part="1"' in wortel["/Metadata"].get_object().get_data()


def test_every_drawing_has_the_alt_text_of_the_page(lezer: PdfReader, heiloo: dict[str, bytes]) -> None:
    verwacht = [svg.get("aria-label") for svg in vind(heiloo[".html"], "//*[local-name()='svg'][@aria-label]")]
    gevonden = [str(tag.get("/Alt")) for tag in tags(lezer) if str(tag["/S"]) == "/Figure"]
    assert len(gevonden) > 5
    assert gevonden == verwacht


def test_tables_have_headers_and_headings_have_levels(lezer: PdfReader, heiloo: dict[str, bytes]) -> None:
    soorten = [str(tag["/S"]) for tag in tags(lezer)]
    for niveau in range(1, 5):
        assert soorten.count(f"/H{niveau}") == len(vind(heiloo[".html"], f"//h{niveau}")), niveau
    assert soorten.count("/TH") >= len(vind(heiloo[".html"], "//th"))  # a header row that repeats counts again
    cellen = [tag for tag in tags(lezer) if str(tag["/S"]) == "/TD"]
    assert all(tag["/A"]["/Headers"] for tag in cellen)  # type: ignore[index]


def test_the_rules_that_can_be_checked_find_nothing_wrong(heiloo: dict[str, bytes], tmp_path: Path) -> None:
    """A part of PDF/UA-1: what pdfua knows. That is no proof of the whole standard."""
    bestand = tmp_path / "heiloo.pdf"
    bestand.write_bytes(heiloo[".pdf"])
    assert pdf.keur([bestand]) == {bestand: []}


def test_letters_are_embedded_and_ours(lezer: PdfReader) -> None:
    letters: dict[str, DictionaryObject] = {}
    for bladzijde in lezer.pages:
        bronnen: Any = bladzijde["/Resources"].get_object()
        for letter in bronnen.get("/Font", {}).values():
            afgeleid = letter.get_object()["/DescendantFonts"][0].get_object()
            letters[str(afgeleid["/BaseFont"])] = afgeleid["/FontDescriptor"].get_object()
    assert letters
    assert all("Meegeleverd" in naam for naam in letters)
    assert all("/FontFile2" in beschrijving or "/FontFile3" in beschrijving for beschrijving in letters.values())


def test_bookmarks_are_the_headings(lezer: PdfReader, heiloo: dict[str, bytes]) -> None:
    def titels(takken: Any) -> Iterator[str]:
        for tak in takken:
            if isinstance(tak, list):
                yield from titels(tak)
            else:
                yield str(tak.title)

    koppen = vind(heiloo[".html"], "//h1|//h2|//h3|//h4")
    assert [woorden(t) for t in titels(lezer.outline)] == [woorden(kop.text_content()) for kop in koppen]


def test_page_numbers_in_the_contents_are_true(bladzijden: list[str], heiloo: dict[str, bytes]) -> None:
    """Every line of the contents names the page on which its heading stands."""
    regels = vind(heiloo[".html"], "//nav[contains(@class, 'contents')]//a")
    voor = woorden("".join(bladzijden[:2]))
    assert len(regels) > 15
    for regel in regels:
        naam = woorden(regel.text_content())
        nummer = re.search(re.escape(naam) + r"(\d+?)(?=\D|\d+\D|$)", voor)
        assert nummer, naam
        begin = voor[nummer.start(1) :]
        genoemd = [n for n in range(1, len(bladzijden) + 1) if begin.startswith(str(n))]
        assert any(naam in woorden(bladzijden[n - 1]) for n in genoemd), (naam, genoemd)


def test_every_word_of_the_page_is_on_paper_in_order(bladzijden: list[str], heiloo: dict[str, bytes]) -> None:
    op_papier = woorden("".join(bladzijden))
    plek, gemist = 0, []
    for stuk in vind(heiloo[".html"], "//main//p|//main//li|//main//h2|//main//h3|//main//h4"):
        tekst = woorden(stuk.text_content())[:60]
        waar = op_papier.find(tekst, plek)
        if waar < 0:
            gemist.append(stuk.text_content()[:80])
        else:
            plek = waar
    # A line that a page break cuts has the furniture of the page in it.
    assert len(gemist) < 8, gemist


@pytest.mark.libreoffice  # for pdftotext
def test_every_text_of_the_page_is_whole_on_paper(
    stukken: tuple[Path, ...], zonder_cijfers: tuple[Path, ...], tmp_path: Path
) -> None:
    """Each paragraph, item, heading, caption and cell of awkward plans and of all papers of a voorstel."""
    lastig = build.maak(mappen(tmp_path), "limmen-akersloot-de-woude", 2027, MET_PDF)
    bladen = [pad for pad in (*stukken, *zonder_cijfers, *lastig.paden) if pad.suffix == ".pdf"]
    assert len(bladen) == 5 + 3
    for blad in bladen:
        op_papier, teksten = gedrukt(blad), blokken(blad.with_suffix(".html"))
        assert len(teksten) > (500 if blad.stem.startswith("gebiedsplan") and blad.stem.endswith("2027") else 10), (
            blad.name
        )
        assert [tekst for tekst in teksten if letters(tekst) not in op_papier] == [], blad.name


def gedrukt(blad: Path) -> str:
    """The letters on paper, without list marks and without the running header and page number."""
    tekst = subprocess.run(
        ["pdftotext", "-raw", str(blad), "-"], check=True, capture_output=True, text=True, timeout=60
    )
    bladzijden = [[regel.strip() for regel in b.strip().split("\n")] for b in tekst.stdout.split("\f")[:-1]]
    (boven, _), *_ = Counter(regel for regels in bladzijden[1:] for regel in regels[-2:]).most_common(1) or [("", 0)]
    van_papier = re.compile(rf"[•◦▪]|\d{{1,2}}\.|{re.escape(boven)}|[Pp]agina \d+ van \d+")
    return letters("".join(r for regels in bladzijden for r in regels if not van_papier.fullmatch(r)))


def letters(tekst: str) -> str:
    return re.sub(r"[\s\-‐]", "", tekst).casefold()


def blokken(web: Path) -> list[str]:
    """What stands on the page besides what there is only on a screen."""
    boom = html.fromstring(web.read_bytes())
    alleen_op_scherm = ("//nav", "//script", "//button", "//body/footer", "//a[@class='skip']")
    # The page for inhabitants has its numbers beside the bars; as a table they would not fit on it.
    getekend = ("//*[local-name()='svg']", "//body[contains(@class, 'large')]//figure//details")
    for pad in (*alleen_op_scherm, *getekend):
        for weg in cast(list[html.HtmlElement], boom.xpath(pad)):
            weg.drop_tree()
    soorten = ["p", "li", "h1", "h2", "h3", "h4", "td", "th", "figcaption", "caption", "dt", "dd"]
    alle = [blok for blok in boom.iter(*soorten) if not blok.xpath(".//p|.//li|.//td|.//dt")]
    return ["".join(map(str, blok.itertext())) for blok in alle]


def test_summary_is_one_page(bladzijden: list[str]) -> None:
    (eerste, *_) = [b for b in bladzijden if "in één pagina" in b]
    assert "Wat we het college vragen" in eerste


def test_in_het_kort_is_one_page(heiloo: dict[str, bytes]) -> None:
    kort = PdfReader(BytesIO(heiloo["-in-het-kort.pdf"]))
    assert len(kort.pages) == 1
    assert "Waar u terechtkunt" in kort.pages[0].extract_text()


def test_same_input_same_bytes(tmp_path: Path) -> None:
    """A document with all there is, on another day and where sets and texts are in another order: another process."""
    from gebiedsplan.writers.pdf import write

    wat, elders = tmp_path / "wat", tmp_path / "elders.pdf"
    wat.write_bytes(pickle.dumps((RICH, PICTURES, HUISSTIJL)))
    code = (
        "import pickle, sys; from pathlib import Path; from gebiedsplan.writers.pdf import write;"
        "Path(sys.argv[2]).write_bytes(write(*pickle.loads(Path(sys.argv[1]).read_bytes())))"
    )
    anders = {"PYTHONHASHSEED": "27", "SOURCE_DATE_EPOCH": "0", "TZ": "Pacific/Auckland", "PYTHONPATH": str(WORTEL)}
    subprocess.run([sys.executable, "-c", code, wat, elders], env={**os.environ, **anders}, check=True, timeout=120)
    gemaakt = elders.read_bytes()
    assert len(PdfReader(elders).pages) > 2
    assert gemaakt == write(RICH, PICTURES, HUISSTIJL)


def test_nothing_is_fetched_and_no_file_is_read(tmp_path: Path) -> None:
    """Whatever a style sheet asks for: no connection is made, and what stands in a file does not get in."""
    from gebiedsplan.writers.pdf import write

    geheim = tmp_path / "geheim.css"
    geheim.write_text("body::before { content: 'GEHEIM' }", "utf-8")
    bezoek: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as oor:
        adres = f"http://127.0.0.1:{oor.getsockname()[1]}"

        def luister() -> None:
            oor.settimeout(15)
            try:
                verbinding, _ = oor.accept()
            except OSError:
                return
            bezoek.append(verbinding.recv(100))

        draad = threading.Thread(target=luister, daemon=True)
        draad.start()
        vraagt = (
            f"@import url({adres}/a.css); @import url({geheim.as_uri()}); body {{ background: url({adres}/b.png) }}"
        )
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="{adres}/c.png"/></svg>'.encode()
        figuur = Figure("f", "f", (Text("Zin"),), "alt", (), Ref("f", (Text("figuur 1"),)))
        link = Paragraph((Link((Text("weg"),), adres),))
        gemaakt = write(
            Document(META, (link, figuur)),
            {"f": Picture(svg, b"", 90, 90)},
            replace(HUISSTIJL, stijlblad=vraagt + HUISSTIJL.stijlblad),
        )
    assert bezoek == []
    assert "GEHEIM" not in "".join(bladzijde.extract_text() for bladzijde in PdfReader(BytesIO(gemaakt)).pages)


def test_without_the_extra_a_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "gebiedsplan.writers.pdf", raising=False)
    monkeypatch.delattr(writers, "pdf", raising=False)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen(tmp_path), "heiloo", 2027, MET_PDF)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "pdf-ontbreekt"
    assert "FORMAAT=pdf" in bevinding.hulp
    assert not list(tmp_path.iterdir())
