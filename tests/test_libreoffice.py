"""Page numbers: those in the contents lists are those on paper, and without LibreOffice there are none."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import WORTEL, soffice
from docx import Document
from lxml import etree
from test_docx import p, schrijf

from gebiedsplan import build, libreoffice
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import Mappen, Opties
from gebiedsplan.cli import main

MET_NUMMERS = Opties(paginanummers=True)


def mappen(naar: Path) -> Mappen:
    return Mappen(WORTEL / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")


def nep(map_: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called soffice, the only one on the search path."""
    map_.mkdir(exist_ok=True)
    programma = map_ / "soffice"
    programma.write_text(f"#!/bin/sh\n{script}\n")
    programma.chmod(0o755)
    monkeypatch.setenv("PATH", f"{map_}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return programma


# -- on paper


@pytest.fixture(scope="module")
def heiloo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    naar = tmp_path_factory.mktemp("nummers")
    return build.maak(mappen(naar), "heiloo", 2027, MET_NUMMERS).paden[0]


@pytest.fixture(scope="module")
def bladzijden(heiloo: Path) -> list[str]:
    """The words of each page, laid out apart from the program and read by another tool."""
    soffice(heiloo.parent, "pdf", heiloo)
    pdf = str(heiloo.with_suffix(".pdf"))
    tekst = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True, timeout=60)
    return [" ".join(bladzijde.split()) for bladzijde in tekst.stdout.split("\f")[:-1]]


@pytest.fixture(scope="module")
def pdf(heiloo: Path) -> bytes:
    return libreoffice.to_pdf(heiloo.read_bytes())


def regels(pad: Path) -> list[tuple[str, int]]:
    """Every line of the contents lists in the file: its words and its page number."""
    gevonden = []
    for alinea in Document(str(pad)).element.body.iter("{*}p"):
        stijl = next((str(s.get(s.keys()[0])) for s in alinea.iter("{*}pStyle")), "")
        if stijl in {"TOC1", "TOC2", "TableOfFigures"}:
            *woorden, nummer = [str(t.text) for t in alinea.iter("{*}t")]
            gevonden.append((" ".join(woorden), int(nummer)))
    return gevonden


@pytest.mark.libreoffice
def test_every_page_number_is_that_of_the_page_it_stands_on(heiloo: Path, bladzijden: list[str]) -> None:
    lijst = regels(heiloo)
    inhoud = {nummer for nummer, tekst in enumerate(bladzijden, start=1) if re.search(r"\.{20}", tekst)}
    assert len(lijst) > 50
    for woorden, nummer in lijst:
        kaal = " ".join(woorden.split())
        op = [n for n, tekst in enumerate(bladzijden, start=1) if n not in inhoud and zonder(kaal) in zonder(tekst)]
        assert nummer in op, (kaal, nummer, op)
        assert nummer == 1 or f"Pagina {nummer} van {len(bladzijden)}" in bladzijden[nummer - 1]


def zonder(tekst: str) -> str:
    """Letters and digits alone: where lines break and dots stand is the layout's."""
    return re.sub(r"[\W_]", "", tekst)


@pytest.mark.libreoffice
def test_the_same_numbers_twice(heiloo: Path, tmp_path: Path) -> None:
    assert build.maak(mappen(tmp_path), "heiloo", 2027, MET_NUMMERS).paden[0].read_bytes() == heiloo.read_bytes()


@pytest.mark.libreoffice
def test_a_document_becomes_pages_and_says_where_its_bookmarks_are(heiloo: Path, pdf: bytes) -> None:
    xml = etree.fromstring(zipfile.ZipFile(heiloo).read("word/document.xml"))
    namen = [str(naam) for b in xml.iter("{*}bookmarkStart") for k, naam in b.items() if str(k).endswith("}name")]

    assert pdf.startswith(b"%PDF-")
    paginas = libreoffice.pages_of(pdf, namen)
    assert set(paginas) == set(namen)
    van_cellen = {naam for naam in namen if naam.startswith("_cel")}
    assert min(paginas[naam] for naam in van_cellen) == 1
    assert min(paginas[naam] for naam in set(namen) - van_cellen) == 2
    assert libreoffice.pages_of(pdf, ["bestaat_niet"]) == {}


@pytest.mark.libreoffice
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    libreoffice.to_pdf(schrijf(p("een")))
    assert list(tmp_path.iterdir()) == []


# -- without LibreOffice


def test_without_libreoffice_nothing_is_made_and_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.chdir(WORTEL)

    uitkomst = CliRunner().invoke(main, ["--uit", str(tmp_path / "build"), "maak", "heiloo", "--paginanummers"])

    assert uitkomst.exit_code == 2
    assert "[libreoffice-ontbreekt]" in uitkomst.output
    assert "www.libreoffice.org" in uitkomst.output
    assert not (tmp_path / "build").exists()


def test_all_plans_without_libreoffice_say_so_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.chdir(WORTEL)

    uitkomst = CliRunner().invoke(main, ["--uit", str(tmp_path / "build"), "alles", "--paginanummers"])

    assert uitkomst.exit_code == 2
    assert uitkomst.output.count("libreoffice-ontbreekt") == 1


def test_libreoffice_is_found_where_windows_puts_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    programma = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    programma.parent.mkdir(parents=True)
    programma.touch()
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setenv("ProgramFiles", str(tmp_path))

    assert libreoffice.soffice() == programma


@pytest.mark.parametrize(
    ("script", "melding"),
    [
        ("exit 1", "gaf geen bestand terug"),
        ("echo 'het lukt niet' >&2", "het lukt niet"),
    ],
)
def test_a_libreoffice_that_fails_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, melding: str
) -> None:
    nep(tmp_path / "bin", script, monkeypatch)

    with pytest.raises(GebiedsplanFout) as fout:
        libreoffice.to_pdf(b"")

    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "libreoffice-mislukt"
    assert melding in bevinding.tekst
    assert fout.value.exit_code == 2


def test_a_program_that_cannot_start_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nep(tmp_path / "bin", "", monkeypatch).write_bytes(b"\x7fELF geen programma")

    with pytest.raises(GebiedsplanFout, match="start niet"):
        libreoffice.to_pdf(b"")


def test_a_libreoffice_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = tmp_path / "kind"
    nep(tmp_path / "bin", f"sleep 300 &\necho $! > {kind}\nwait", monkeypatch)

    with pytest.raises(GebiedsplanFout, match="nog niet klaar"):
        libreoffice.to_pdf(b"", wacht=1)

    assert not leeft(int(kind.read_text()))


def leeft(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, signal.SIG_DFL)
        except ProcessLookupError:
            return False
        if (stand := Path(f"/proc/{pid}/stat")).exists() and stand.read_text().rpartition(")")[2].split()[0] == "Z":
            return False
        time.sleep(0.1)
    return True


@pytest.mark.libreoffice
def test_numbers_that_do_not_settle_are_not_written(
    pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages that come out one later every time, as no layout should."""
    echt, keren = libreoffice.pages_of, iter(range(1, 99))

    def schuift(pdf: bytes, namen: object) -> dict[str, int]:
        later = next(keren)
        return {naam: pagina + later for naam, pagina in echt(pdf, namen).items()}  # type: ignore[arg-type]

    monkeypatch.setattr(libreoffice, "to_pdf", lambda _: pdf)
    monkeypatch.setattr(libreoffice, "pages_of", schuift)

    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen(tmp_path), "heiloo", 2027, MET_NUMMERS)

    assert [b.code for b in fout.value.bevindingen] == ["paginanummer-onzeker"]
    assert not (tmp_path / "build").exists()
