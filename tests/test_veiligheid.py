"""What a cell holds is text: on the page, in Word and in Markdown it runs nothing, fetches nothing, leads nowhere."""

from __future__ import annotations

import re
import socket
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from conftest import WORTEL
from lxml import etree, html
from openpyxl import load_workbook
from playwright.sync_api import Browser
from pypdf import PdfReader
from test_build import VERWIJZINGEN, WOORDEN, woorden_in_docx, woorden_in_html

from gebiedsplan import build
from gebiedsplan.build import Mappen, Opties
from gebiedsplan.gebied.bladen import BLADEN


class Luisteraar:
    """A socket on this machine that counts who knocks."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.adres = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def bezoeken(self) -> int:
        aantal = 0
        while True:
            try:
                verbinding, _ = self._socket.accept()
            except BlockingIOError:
                return aantal
            verbinding.close()
            aantal += 1

    def sluit(self) -> None:
        self._socket.close()


@pytest.fixture(scope="module")
def luisteraar() -> Iterator[Luisteraar]:
    opgezet = Luisteraar()
    yield opgezet
    opgezet.sluit()


def kwaad(adres: str) -> tuple[str, ...]:
    """What somebody might put in a cell."""
    return (
        f"<script>fetch('{adres}/script')</script>",
        f'<img src="{adres}/beeld" onerror="alert(1)">',
        f"![plaatje]({adres}/markdown)",
        f"<style>@import '{adres}/stijl'; *{{background:url({adres}/css)}}</style>",
        f'<iframe src="{adres}/kader"></iframe>',
        "[lees meer](javascript:alert(1))",
        "[bestand](file:///etc/passwd)",
        "file:///etc/passwd",
        "{{ 7*7 }} {% include '/etc/passwd' %}",
        "</textarea></title></style></script> ]]> --> &lt;b&gt;",
    )


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory, luisteraar: Luisteraar) -> dict[str, bytes]:
    """The plan of Heiloo with one of those in the first row of every column with words; every file by its suffix."""
    naar = tmp_path_factory.mktemp("veilig")
    gebieden = naar / "gebieden"
    gebieden.mkdir()
    for bron in (WORTEL / "gebieden").rglob("*.*"):
        doel = gebieden / bron.relative_to(WORTEL / "gebieden")
        doel.parent.mkdir(exist_ok=True)
        doel.write_bytes(bron.read_bytes())
    assert vergiftig(gebieden / "heiloo" / "2027.xlsx", kwaad(luisteraar.adres)) >= 30
    gemaakt = build.maak(Mappen(gebieden, (WORTEL / "templates",), naar / "build", naar / "figures"), "heiloo", 2027)
    figuren = b"".join(pad.read_bytes() for pad in sorted((naar / "figures").rglob("*.svg")))
    plan = (pad for pad in gemaakt.paden if "in-het-kort" not in pad.name)
    return {"".join(pad.suffixes): pad.read_bytes() for pad in plan} | {".svg": figuren}


def vergiftig(pad: Path, soorten: tuple[str, ...]) -> int:
    """Add one after the words in the first filled row of each column with words, and to its own fields; how many."""
    boek = load_workbook(pad)
    aantal = 0
    for spec in BLADEN:
        kop = [cel.value for cel in boek[spec.naam][1]] if spec.naam in boek.sheetnames else []
        for kolom in spec.kolommen:
            if kolom.soort not in WOORDEN or (spec.naam, kolom.naam) in VERWIJZINGEN or kolom.naam not in kop:
                continue
            cel = boek[spec.naam].cell(2, kop.index(kolom.naam) + 1)
            if cel.value is not None:
                cel.value = f"{cel.value} {soorten[aantal % len(soorten)]}"
                aantal += 1
    for rij in boek["Gebied"].iter_rows(min_row=2):
        if rij[0].value in {"Opsteller", "Portefeuillehouder", "Zaaknummer", "Typering"}:
            rij[1].value = f"{rij[1].value} {' '.join(soorten)}"
            aantal += 1
        if rij[0].value == "Status":
            rij[1].value = "vastgesteld"
    boek.save(pad)
    return aantal


# The files that a plan leads to, in the order of its text.
ERNAAST = ["gebiedsplan-heiloo-2027-in-het-kort.html", "gebiedsplan-heiloo-2027-cijfers.xlsx"]


def test_page_shows_it_as_text(plan: dict[str, bytes], luisteraar: Luisteraar) -> None:
    pagina = html.fromstring(plan[".html"])
    tekst = " ".join(woorden_in_html(plan[".html"]).split())
    assert [soort for soort in kwaad(luisteraar.adres) if soort not in tekst] == []
    assert [len(list(pagina.iter(naam))) for naam in ("script", "style", "img", "iframe", "image")] == [1, 1, 0, 0, 0]
    assert not pagina.xpath("//@*[starts-with(name(), 'on')] | //@src")
    wegen = [str(koppeling.get("href")) for koppeling in pagina.iter("a")]
    assert [weg for weg in wegen if not weg.startswith(("#", "https://"))] == ERNAAST


def test_word_shows_it_as_text(plan: dict[str, bytes], luisteraar: Luisteraar) -> None:
    tekst = " ".join(woorden_in_docx(plan[".docx"]).split())
    assert [soort for soort in kwaad(luisteraar.adres) if soort not in tekst] == []
    pakket = zipfile.ZipFile(BytesIO(plan[".docx"]))
    buiten = [
        str(relatie.get("Target"))
        for naam in pakket.namelist()
        if naam.endswith(".rels")
        for relatie in etree.fromstring(pakket.read(naam))
        if relatie.get("TargetMode") == "External"
    ]
    assert [doel for doel in buiten if not doel.startswith(("https://", "mailto:"))] == ERNAAST
    velden = b" ".join(pakket.read(naam) for naam in pakket.namelist() if naam.endswith(".xml"))
    assert not re.search(rb"instrText[^<]*>[^<]*(?:INCLUDE|DDE|passwd|127\.0\.0\.1)", velden)


def test_markdown_holds_no_html_and_no_link_that_works(plan: dict[str, bytes]) -> None:
    tekst = plan[".md"].decode().split("\n---\n", 1)[1]
    assert not re.search(r"<(?:script|img|style|iframe)", tekst)
    assert re.findall(r"(?<!\\)\]\((?!#)([^)]*)", tekst) == ERNAAST
    assert not re.search(r"(?<!\\)\{\{|root:", tekst)
    assert r"7\*7" in tekst


@pytest.mark.pango
@pytest.mark.libreoffice
def test_pdf_and_odt_show_it_as_text(gebieden: Path, luisteraar: Luisteraar, tmp_path: Path) -> None:
    """Making them opens a page and a Word file; neither asks for anything, and no link leads to something else."""
    vergiftig(gebieden / "heiloo" / "2027.xlsx", kwaad(luisteraar.adres))
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    paden = build.maak(mappen, "heiloo", 2027, Opties(formaten=frozenset({"pdf", "odt"}))).paden
    pdf, odt = (next(pad for pad in paden if pad.suffix == soort) for soort in (".pdf", ".odt"))
    teken = re.compile(r"[\s\-‐]")
    op_papier = teken.sub("", "".join(bladzijde.extract_text() for bladzijde in PdfReader(pdf).pages))
    inhoud = etree.fromstring(zipfile.ZipFile(odt).read("content.xml"))
    in_odt = teken.sub("", "".join(map(str, inhoud.itertext())))
    for soort in kwaad(luisteraar.adres):
        assert teken.sub("", soort) in in_odt, soort
        assert teken.sub("", soort) in op_papier, soort
    wegen = [str(waarde) for e in inhoud.iter() for naam, waarde in e.items() if str(naam).endswith("}href")]
    assert [weg for weg in wegen if not weg.startswith(("#", "https://", "Pictures/", "./Object"))] == [
        f"../{naam}" for naam in ERNAAST
    ]
    acties = [
        str(notitie.get_object()["/A"].get("/URI"))
        for bladzijde in PdfReader(pdf).pages
        for notitie in bladzijde.get("/Annots", [])
        if "/A" in notitie.get_object()
    ]
    assert [weg for weg in acties if not weg.startswith("https://")] == ERNAAST
    assert luisteraar.bezoeken() == 0


def test_record_and_charts_hold_it_as_text(plan: dict[str, bytes], luisteraar: Luisteraar) -> None:
    record = etree.fromstring(plan[".diwoo.xml"])
    assert luisteraar.adres in str(record.findtext(".//{*}identifier"))
    assert all("diwoo" in str(element.tag) for element in record.iter())
    assert luisteraar.adres.encode() not in plan[".svg"]


@pytest.mark.browser
def test_nothing_is_fetched(browser: Browser, plan: dict[str, bytes], luisteraar: Luisteraar, tmp_path: Path) -> None:
    """First a page that does fetch: the ear must be able to hear it."""
    luid, stil = tmp_path / "luid.html", tmp_path / "stil.html"
    luid.write_text(f'<img src="{luisteraar.adres}/beeld" alt="">', "utf-8")
    stil.write_bytes(plan[".html"])
    gehoord = []
    for bestand in (luid, stil):
        pagina = browser.new_page()
        pagina.goto(bestand.as_uri(), wait_until="domcontentloaded")
        pagina.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        pagina.emulate_media(media="print")
        pagina.wait_for_timeout(500)
        pagina.close()
        gehoord.append(luisteraar.bezoeken())
    assert gehoord[0] >= 1
    assert gehoord[1] == 0
