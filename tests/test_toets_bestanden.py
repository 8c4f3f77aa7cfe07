"""The checker and files as they come: damaged, of another kind, hostile, and made by other programs."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import WORTEL, Producten, eigen_bevindingen, soffice
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from PIL import Image
from woordxml import BEGIN, NAAMRUIMTEN, docx, link, p, rij, tabel, tekening

from gebiedsplan import build
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, fouten
from gebiedsplan.build import Mappen
from gebiedsplan.cli import main
from gebiedsplan.toets import NIET_GETOETST, check, check_bestand
from gebiedsplan.wordbestand.pakket import MEEST_DEEL

GOED = docx()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zip_met(**delen: bytes) -> bytes:
    bestand = io.BytesIO()
    with zipfile.ZipFile(bestand, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    return bestand.getvalue()


def met_deel(inhoud: bytes) -> bytes:
    """A document whose text is these bytes."""
    return docx(vervang={"word/document.xml": inhoud})


def op_slot(inhoud: bytes) -> bytes:
    """The flag of a password on every part."""
    begin, midden = b"PK\x03\x04", b"PK\x01\x02"
    delen = bytearray(inhoud)
    for teken, plaats in ((begin, 6), (midden, 8)):
        plek = delen.find(teken)
        while plek >= 0:
            delen[plek + plaats] |= 1
            plek = delen.find(teken, plek + 4)
    return bytes(delen)


def met_lengte(inhoud: bytes, lengte: int) -> bytes:
    """The zip says that every part is this long when it is unpacked."""
    delen = bytearray(inhoud)
    plek = delen.find(b"PK\x01\x02")
    while plek >= 0:
        struct.pack_into("<I", delen, plek + 24, lengte)
        plek = delen.find(b"PK\x01\x02", plek + 4)
    return bytes(delen)


DOCTYPE = '<!DOCTYPE w:document [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
TEKST = f"<w:document {NAAMRUIMTEN}><w:body>{BEGIN}</w:body></w:document>"
WEES = f'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd">{TEKST}'


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"Beste lezer,", "geen Word-document"),
        (b"%PDF-1.7", "geen Word-document"),
        (OLE, "oud Word-bestand"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (op_slot(GOED), "wachtwoord"),
        (GOED[: len(GOED) // 2], "beschadigd"),
        (GOED[:-10], "beschadigd"),
        (b"PK\x03\x04 en verder niets", "beschadigd"),
        (zip_met(mimetype=b"application/vnd.oasis.opendocument.text"), "geen Word-document"),
        (met_deel(f"<x:workbook xmlns:x='x' {NAAMRUIMTEN}/>".encode()), "geen Word-document"),
        (met_deel(b"<w:document"), "beschadigd"),
        (met_deel(b""), "beschadigd"),
        (met_deel((DOCTYPE + TEKST).encode()), "beschadigd"),
        (met_deel(WEES.encode()), "beschadigd"),
        (met_deel(WEES.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")), "beschadigd"),
        (met_deel(b"<a>" * 400 + b"</a>" * 400), "beschadigd"),
        (met_lengte(GOED, 40), "beschadigd"),
        (met_deel(b"<a>" + b" " * (MEEST_DEEL + 1) + b"</a>"), "te groot"),
    ],
)
def test_what_cannot_be_read_is_one_clear_message(inhoud: bytes, woorden: str) -> None:
    (bevinding,) = check(inhoud, "proef.docx")
    assert bevinding.code == "docx-onleesbaar"
    assert woorden in bevinding.tekst
    assert bevinding.hulp.endswith(".")


def test_a_zip_bomb_takes_little_time_and_memory() -> None:
    """Two hundred megabytes of nothing in one."""
    bom = io.BytesIO()
    with zipfile.ZipFile(bom, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pakket:
        for naam in zipfile.ZipFile(io.BytesIO(GOED)).namelist():
            if naam != "word/document.xml":
                pakket.writestr(naam, zipfile.ZipFile(io.BytesIO(GOED)).read(naam))
        with pakket.open("word/document.xml", "w", force_zip64=True) as deel:
            for _ in range(50):
                deel.write(b" " * (4 * 1024 * 1024))
    assert len(bom.getvalue()) < 1024 * 1024
    tracemalloc.start()
    begin = time.perf_counter()
    (bevinding,) = check(bom.getvalue(), "bom.docx")
    duur, (_, meeste) = time.perf_counter() - begin, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "te groot" in bevinding.tekst
    assert duur < 10
    assert meeste < 4 * MEEST_DEEL


VELD_OPEN = '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t></w:r>'
STIJL = '<w:style w:type="paragraph" w:styleId="s{}"><w:name w:val="x"/><w:basedOn w:val="s{}"/></w:style>'.format
MEREN = "<pic:cNvPr/>" * 20_000


@pytest.mark.parametrize(
    "inhoud",
    [
        docx(BEGIN + p(VELD_OPEN * 20_000)),
        docx(BEGIN + p("tekst " * 3) * 20_000),
        docx(
            BEGIN + "".join(p("a", f"s{n}") for n in range(4000)), stijlen="".join(STIJL(n, n + 1) for n in range(4000))
        ),
        docx(BEGIN + p(tekening('name="x">', "wordprocessingGroup", f"<wpg:wgp><pic:x>{MEREN}</pic:x></wpg:wgp>"))),
        docx(BEGIN + p(link("www." + "/" * 200_000 + " x"))),
        docx(BEGIN + p("<w:r/>" * 700_000)),
    ],
    ids=["open velden", "alinea's", "stijlen", "delen", "adres", "te veel"],
)
def test_time_grows_no_faster_than_the_document(inhoud: bytes) -> None:
    begin = time.process_time()
    check(inhoud, "groot.docx")
    assert time.process_time() - begin < 15


def test_deep_nesting_is_read_or_refused() -> None:
    diep = p("Tekst.")
    for _ in range(60):
        diep = f"<w:sdt><w:sdtContent>{diep}</w:sdtContent></w:sdt>"
    assert check(docx(BEGIN + diep), "diep.docx") == ()


def uitgepakt(inhoud: bytes) -> bytes:
    """The same parts, not compressed: damage then reaches the XML, and not only the zip."""
    met, zonder = zipfile.ZipFile(io.BytesIO(inhoud)), io.BytesIO()
    with zipfile.ZipFile(zonder, "w") as pakket:
        for naam in met.namelist():
            pakket.writestr(naam, met.read(naam))
    return zonder.getvalue()


LOS = uitgepakt(docx(BEGIN + p(link("Lees meer over Heiloo")) + tabel(rij("a", "b"), rij("1", "2"))))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_random_damage_gives_findings_and_never_a_traceback(data: st.DataObject) -> None:
    inhoud = bytearray(data.draw(st.sampled_from((LOS, GOED))))
    for _ in range(data.draw(st.integers(1, 8))):
        plek = data.draw(st.integers(0, len(inhoud) - 1))
        soort = data.draw(st.sampled_from(("vervang", "knip", "voeg toe")))
        stuk = data.draw(st.binary(min_size=1, max_size=12))
        einde = {"vervang": plek + len(stuk), "knip": plek + 40, "voeg toe": plek}[soort]
        inhoud[plek:einde] = b"" if soort == "knip" else stuk
        if not inhoud:
            break
    assert all(isinstance(bevinding, Bevinding) for bevinding in check(bytes(inhoud), "kapot.docx"))


NAMEN = (
    *("w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:hyperlink", "w:sdt", "w:drawing", "w:pict", "w:fldSimple"),
    *("w:pPr", "w:rPr", "w:tcPr", "w:ins", "w:del", "w:txbxContent", "w:fldChar", "mc:AlternateContent"),
)
BOMEN = st.recursive(
    st.sampled_from((*(f"<{naam}/>" for naam in NAMEN), "tekst", '<w:fldChar w:fldCharType="end"/>', "&amp;")),
    lambda onder: st.tuples(st.sampled_from(NAMEN), st.lists(onder, max_size=4)).map(
        lambda deel: f"<{deel[0]}>{''.join(deel[1])}</{deel[0]}>"
    ),
    max_leaves=25,
)


@settings(max_examples=150, deadline=None)
@given(BOMEN)
@example("<w:tbl/>")
@example("<w:tbl><w:tr/></w:tbl>")
@example("<w:p><w:r><mc:AlternateContent/></w:r></w:p>")
@example('<w:p><w:fldSimple><w:r><w:fldChar w:fldCharType="end"/></w:r></w:fldSimple></w:p>')
@example('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
def test_elements_in_any_order_never_give_a_traceback(boom: str) -> None:
    assert "docx-onleesbaar" not in {bevinding.code for bevinding in check(docx(BEGIN + boom), "vreemd.docx")}


# -- the command


def typ(*woorden: str | Path) -> Result:
    return CliRunner().invoke(main, ["toets", *map(str, woorden)])


def zet(pad: Path, inhoud: bytes) -> Path:
    pad.write_bytes(inhoud)
    return pad


def test_a_good_document_passes_and_nothing_more_is_claimed(tmp_path: Path) -> None:
    uitkomst = typ(zet(tmp_path / "goed.docx", GOED))
    assert uitkomst.exit_code == 0
    telling, goed, voorbehoud = uitkomst.output.splitlines()
    assert telling == "0 fouten, 0 keer ‘let op’."
    assert goed.endswith("goed.docx voldoet aan de 19 regels van deze toets.")
    assert voorbehoud.startswith("Dit is geen volledige toets op toegankelijkheid")


def test_several_documents_are_one_report(tmp_path: Path) -> None:
    slecht = zet(tmp_path / "slecht.docx", docx(BEGIN + p(link("hier")), titel=""))
    uitkomst = typ(zet(tmp_path / "goed.docx", GOED), slecht)
    assert uitkomst.exit_code == 1
    assert "FOUT · onder de kop ‘Een kop’ [docx-e006]" in uitkomst.output
    assert "FOUT · het bestand [docx-e004]" in uitkomst.output
    assert "2 fouten, 0 keer ‘let op’." in uitkomst.output
    assert "goed.docx voldoet" in uitkomst.output
    assert "slecht.docx voldoet" not in uitkomst.output


def test_a_tip_stops_nothing(tmp_path: Path) -> None:
    uitkomst = typ(zet(tmp_path / "tip.docx", docx(BEGIN + p("a     b"))))
    assert uitkomst.exit_code == 0
    assert "TIP" in uitkomst.output
    assert "0 fouten, 0 keer ‘let op’, 1 tip." in uitkomst.output
    assert "voldoet" not in uitkomst.output


@pytest.mark.parametrize("naam", ["weg.docx", "map", "kapot.docx"])
def test_what_is_not_there_or_not_readable_ends_with_2(tmp_path: Path, naam: str) -> None:
    (tmp_path / "map").mkdir()
    zet(tmp_path / "kapot.docx", GOED[:300])
    uitkomst = typ(tmp_path / naam, zet(tmp_path / "goed.docx", GOED))
    assert uitkomst.exit_code == 2
    assert any(f"[{code}]" in uitkomst.output for code in NIET_GETOETST)
    assert "goed.docx voldoet" in uitkomst.output
    assert "Traceback" not in uitkomst.output


# -- made by other programs

HTML = """<html lang="nl"><head><meta charset="utf-8"><title>Verslag</title></head><body>
<h1>Verslag</h1><h3>Te diep</h3>
<p>Tekst.</p><p><b>Wat we zagen</b></p><p>Meer tekst met een <a href="https://www.heiloo.nl/x">link</a>.</p>
<ul><li>een</li><li>twee</li></ul><p>- drie</p><p>- vier</p><img src="plaat.png" width="20" height="20">
<img src="plaat.png" alt="Een grijs vlak" width="20" height="20">
<table border="1"><tr><td>a</td><td>b</td></tr><tr><td colspan="2">c</td></tr></table></body></html>"""
MARKDOWN = """---
title: Verslag
lang: nl-NL
---

# Verslag

Een alinea met een [klik hier](https://example.org/).

![Een grijs vlak](plaat.png)

![](plaat.png)

| Naam   | Aantal |
|--------|--------|
| Heiloo | 12     |

1. een
2. twee

Tekst.[^1]

[^1]: Een noot.
"""


def plaatje(naar: Path) -> None:
    Image.new("RGB", (20, 20), "grey").save(naar / "plaat.png")


def door_libreoffice(bestand: Path, *opties: str) -> Path:
    """The file, opened by LibreOffice and saved as a Word document in a folder of its own."""
    naar = bestand.parent / "libreoffice"
    soffice(naar, "docx:MS Word 2007 XML", bestand, opties=opties)
    return naar / f"{bestand.stem}.docx"


@pytest.mark.libreoffice
def test_a_document_of_libreoffice(tmp_path: Path) -> None:
    plaatje(tmp_path)
    (tmp_path / "verslag.html").write_text(HTML, "utf-8")
    word = door_libreoffice(tmp_path / "verslag.html", "--infilter=HTML (StarWriter)")
    gevonden = {bevinding.code for bevinding in check_bestand(word)}
    fouten = {f"docx-e00{nummer}" for nummer in (1, 2, 3, 5, 6)}
    tips = {code for code in gevonden if code.startswith("docx-t")}
    assert gevonden - tips == fouten | {"docx-w003", "docx-w007"}


@pytest.mark.libreoffice
def test_a_plan_that_libreoffice_saved_still_passes(producten: Producten, tmp_path: Path) -> None:
    eigen = shutil.copy(producten["uitgeest"][0], tmp_path / "plan.docx")
    word = door_libreoffice(Path(eigen))
    assert word.read_bytes() != Path(eigen).read_bytes()
    assert check_bestand(word) == ()


@pytest.mark.pandoc
def test_a_document_of_pandoc(tmp_path: Path) -> None:
    plaatje(tmp_path)
    (tmp_path / "verslag.md").write_text(MARKDOWN, "utf-8")
    subprocess.run(["pandoc", "verslag.md", "-o", "verslag.docx"], cwd=tmp_path, check=True, timeout=60)
    bevindingen = check_bestand(tmp_path / "verslag.docx")
    assert sorted(bevinding.code for bevinding in bevindingen) == ["docx-e001", "docx-e006"]


# -- as part of a build


@pytest.fixture
def sjablonen(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORTEL / "templates", tmp_path / "templates"))


def test_a_plan_with_an_error_in_its_word_file_is_not_written(sjablonen: Path, tmp_path: Path) -> None:
    with (sjablonen / "_bijlage_begrippen.md.j2").open("a", encoding="utf-8") as sjabloon:
        sjabloon.write("\n\nMeer weten? Kijk [hier](https://example.org/).\n")
    mappen = Mappen(WORTEL / "gebieden", (sjablonen,), tmp_path / "build", tmp_path / "figures")
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen, "heiloo", 2027)
    (bevinding,) = fouten(fout.value.bevindingen)
    assert bevinding.code == "docx-e006"
    assert fout.value.exit_code == 1
    assert bevinding.plek.bestand.endswith("gebiedsplan-heiloo-2027.docx")
    assert "het sjabloon" in bevinding.hulp
    assert not (tmp_path / "build").exists()


def test_a_plan_that_could_be_better_is_written_and_it_is_said(gebieden: Path, tmp_path: Path) -> None:
    """An adviser who makes a line bold to have a heading."""
    boek = load_workbook(gebieden / "uitgeest" / "2027.xlsx")
    boek["Teksten"].append(["Inleiding", "**Wat er speelt**\n\nVeel."])
    boek.save(gebieden / "uitgeest" / "2027.xlsx")
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    gemaakt = build.maak(mappen, "uitgeest", 2027)
    (bevinding,) = eigen_bevindingen(gemaakt.bevindingen)
    assert (bevinding.code, bevinding.ernst) == ("docx-w007", Ernst.LET_OP)
    assert "“Wat er speelt”" in bevinding.tekst
    assert all(pad.exists() for pad in gemaakt.paden)
