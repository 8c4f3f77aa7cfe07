"""ODT: everything that stands in the Word file, for every product, with the same bytes each time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import WORTEL, soffice
from lxml import etree, html
from test_build import alt_in_docx, mappen, woorden_in_docx

from gebiedsplan import build, libreoffice
from gebiedsplan.build import Opties
from gebiedsplan.cli import main

ODT_SOORT = b"application/vnd.oasis.opendocument.text"


@pytest.fixture(scope="module")
def voorstel(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A voorstel with its letter and plan, with charts that can be changed, as a person asks for it."""
    naar = tmp_path_factory.mktemp("voorstel")
    opdracht = ["--gebieden", str(WORTEL / "gebieden"), "--templates", str(WORTEL / "templates")]
    keuzes = ["--formaat", "odt", "--grafieken", "bewerkbaar"]
    uitkomst = CliRunner().invoke(main, [*opdracht, "--uit", str(naar / "build"), "voorstel", "uitgeest", *keuzes])
    assert uitkomst.exit_code == 0, uitkomst.output
    return {Path(regel).name: Path(regel) for regel in uitkomst.stdout.splitlines()}


def deel(odt: bytes, naam: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(odt)).read(naam))


def letters(tekst: str) -> str:
    return re.sub(r"[\W_]", "", tekst)


def woorden_in_odt(odt: bytes) -> str:
    """What a reader sees: without alt texts, and without the title an index keeps for when it is made anew."""
    inhoud = deel(odt, "content.xml")
    for onzichtbaar in [*inhoud.iter("{*}desc"), *inhoud.iter("{*}index-title-template")]:
        onzichtbaar.text = None
    return "".join(str(stuk) for body in inhoud.iter("{*}body") for stuk in body.itertext())


def alt_in_odt(odt: bytes) -> list[str]:
    return [str(alt.text) for alt in deel(odt, "content.xml").iter("{*}desc")]


def attribuut(element: etree._Element, naam: str) -> str:
    return next((str(waarde) for sleutel, waarde in element.items() if str(sleutel).endswith(f"}}{naam}")), "")


def koppen_in_odt(odt: bytes) -> list[tuple[int, str]]:
    return [
        (int(attribuut(kop, "outline-level")), letters("".join(map(str, kop.itertext()))))
        for kop in deel(odt, "content.xml").iter("{*}h")
    ]


def is_plan(word: Path) -> bool:
    return word.name.startswith("gebiedsplan") and not word.stem.endswith("-in-het-kort")


def koppen_in_html(pagina: Path) -> list[tuple[int, str, str]]:
    """Of every heading its level, its number ("" when it has none) and its words."""
    boom = html.fromstring(pagina.read_bytes())
    boven = 0 if boom.xpath("//body/@class") else 1  # a letter and a single page have their title in the text
    koppen = [kop for kop in boom.iter("h1", "h2", "h3", "h4", "h5") if int(str(kop.tag)[1]) > boven]
    return [(int(str(kop.tag)[1]) - boven, *_zonder_nummer(kop)) for kop in koppen]


def _zonder_nummer(kop: html.HtmlElement) -> tuple[str, str]:
    nummer = next((str(deel_.text) for deel_ in kop.iter("span") if deel_.get("class") == "number"), "")
    return nummer, " ".join("".join(map(str, kop.itertext())).split()).removeprefix(nummer).strip()


@pytest.mark.libreoffice
def test_every_product_has_the_same_words_as_in_word(odts: Mapping[Path, bytes]) -> None:
    assert len(odts) >= 12
    for pad, odt in odts.items():
        assert letters(woorden_in_odt(odt)) == letters(woorden_in_docx(pad.read_bytes())), pad.name


@pytest.mark.libreoffice
def test_every_product_has_the_same_alt_texts_as_in_word(odts: Mapping[Path, bytes]) -> None:
    for pad, odt in odts.items():
        assert alt_in_odt(odt) == alt_in_docx(pad.read_bytes()), pad.name
        assert len(alt_in_odt(odt)) >= 5 or not is_plan(pad)


@pytest.mark.libreoffice
def test_every_product_has_the_same_headings_as_the_web_page(odts: Mapping[Path, bytes]) -> None:
    for pad, odt in odts.items():
        in_odt = [(niveau, re.sub(r"^Bijlage[A-Z]", "", kop)) for niveau, kop in koppen_in_odt(odt)]
        in_html = [(niveau, letters(kop)) for niveau, _, kop in koppen_in_html(pad.with_suffix(".html"))]
        assert in_odt == in_html, pad.name


@pytest.mark.libreoffice
def test_every_table_has_a_header_row_and_every_file_a_title_and_a_language(odts: Mapping[Path, bytes]) -> None:
    for pad, odt in odts.items():
        tabellen = list(deel(odt, "content.xml").iter("{*}table"))
        assert len(tabellen) > 20 or not is_plan(pad)
        assert all(tabel.find("{*}table-header-rows") is not None for tabel in tabellen), pad.name
        meta = deel(odt, "meta.xml")
        titel = html.fromstring(pad.with_suffix(".html").read_bytes()).findtext(".//title")
        assert meta.findtext(".//{*}title") == titel
        assert meta.findtext(".//{*}language") == "nl-NL"
        assert "sociaal domein" in [str(woord.text) for woord in meta.iter("{*}keyword")]
        talen = {attribuut(e, "language") for naam in ("styles.xml", "content.xml") for e in deel(odt, naam).iter()}
        assert talen - {""} == {"nl"}


@pytest.mark.libreoffice
def test_headings_are_numbered_in_order(odts: Mapping[Path, bytes], tmp_path: Path) -> None:
    """LibreOffice counts them itself; what it then shows are the numbers of the web page."""
    pad = next(pad for pad in odts if pad.name == "gebiedsplan-heiloo-2027.docx")
    (tmp_path / "plan.odt").write_bytes(odts[pad])
    soffice(tmp_path, "txt:Text", tmp_path / "plan.odt")
    regels = {" ".join(regel.split()) for regel in (tmp_path / "plan.txt").read_text("utf-8-sig").splitlines()}
    koppen = koppen_in_html(pad.with_suffix(".html"))
    tellend = [f"{nummer} {kop}" for _, nummer, kop in koppen if nummer[:1].isdigit()]
    assert len(tellend) > 20
    assert [kop for kop in tellend if kop not in regels] == []


@pytest.mark.libreoffice
def test_the_same_document_gives_the_same_bytes(odts: Mapping[Path, bytes]) -> None:
    """In another run, and not beside the same documents."""
    pad = next(pad for pad in odts if pad.name == "gebiedsplan-heiloo-2027.docx")
    assert libreoffice.to_odt([pad.read_bytes()]) == (odts[pad],)


@pytest.mark.libreoffice
def test_nothing_in_it_tells_when_or_by_what_it_was_made(odts: Mapping[Path, bytes]) -> None:
    for odt in odts.values():
        pakket = zipfile.ZipFile(BytesIO(odt))
        eerste, *rest = pakket.infolist()
        assert (eerste.filename, eerste.compress_type, pakket.read(eerste)) == ("mimetype", 0, ODT_SOORT)
        assert {deel_.date_time for deel_ in (eerste, *rest)} == {(1980, 1, 1, 0, 0, 0)}
        assert b"generator" not in pakket.read("meta.xml")
        assert b"Rsid" not in pakket.read("settings.xml")
        beloofd = {attribuut(e, "full-path") for e in deel(odt, "META-INF/manifest.xml").iter("{*}file-entry")}
        # The folder of an object that is inside, such as a chart, is promised too.
        assert {naam for naam in beloofd if not naam.endswith("/")} <= set(pakket.namelist())


@pytest.mark.libreoffice
def test_a_voorstel_has_all_its_papers_as_odt(voorstel: Mapping[str, Path]) -> None:
    brieven, plan = ("collegevoorstel", "raadsinformatiebrief"), "gebiedsplan-uitgeest-2027"
    stukken = (*(f"{brief}-uitgeest-2027" for brief in brieven), plan, f"{plan}-in-het-kort")
    assert [naam for naam in voorstel if naam.endswith(".odt")] == [f"{stuk}.odt" for stuk in stukken]
    for stuk in stukken:
        odt, docx = (voorstel[f"{stuk}.{soort}"].read_bytes() for soort in ("odt", "docx"))
        assert letters(woorden_in_odt(odt)) == letters(woorden_in_docx(docx))
    index = voorstel["index.html"].read_text("utf-8")
    assert 'href="uitgeest/gebiedsplan-uitgeest-2027.odt"' in index


@pytest.mark.libreoffice
def test_a_chart_that_can_be_changed_keeps_its_alt_text(voorstel: Mapping[str, Path]) -> None:
    odt, docx = (voorstel[f"gebiedsplan-uitgeest-2027.{soort}"].read_bytes() for soort in ("odt", "docx"))
    assert [naam for naam in zipfile.ZipFile(BytesIO(odt)).namelist() if re.fullmatch(r"Object \d+/content.xml", naam)]
    assert alt_in_odt(odt) == alt_in_docx(docx) != []


def test_without_libreoffice_nothing_is_made_and_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.chdir(WORTEL)
    opdracht = ["--uit", str(tmp_path / "build"), "maak", "heiloo", "--formaat", "odt"]
    uitkomst = CliRunner().invoke(main, opdracht)
    assert uitkomst.exit_code == 2
    assert "[libreoffice-ontbreekt]" in uitkomst.output
    assert "www.libreoffice.org" in uitkomst.output
    assert not (tmp_path / "build").exists()


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    uitkomst = CliRunner().invoke(main, ["--uit", str(tmp_path), "maak", "heiloo", "--formaat", "doc"])
    assert uitkomst.exit_code == 2
    assert "odt" in uitkomst.output


def test_no_odt_is_made_unless_asked_for(tmp_path: Path) -> None:
    build.maak(mappen(WORTEL / "gebieden", tmp_path), "uitgeest", 2027, Opties())
    assert list(tmp_path.rglob("*.odt")) == []
