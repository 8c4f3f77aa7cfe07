"""What people and programs do to a workbook: each kind of damage gets its code, at its cell, and nothing crashes.

All mistakes in cells are made in one copy of a real workbook, so that none may hide another.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from conftest import WORTEL, soffice
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from gebiedsplan import build, controle, kader, pakket, werkmap
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.controle import Onderzoek
from gebiedsplan.gebied import lezen

HEILOO = WORTEL / "gebieden" / "heiloo" / "2027.xlsx"
HET_KADER = kader.read(WORTEL / "gebieden" / "kader.toml")

Bederf: TypeAlias = Callable[[dict[str, bytes]], object]


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def ingepakt(inhoud: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in inhoud.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()


def kijk_na(inhoud: bytes, naam: str = "2027.xlsx") -> tuple[Bevinding, ...]:
    """What is found in a workbook in memory: by the reader, and by the rules where it could be read."""
    try:
        boek = werkmap.read_bytes(inhoud, naam, lezen.bladnamen(HET_KADER))
    except GebiedsplanFout as fout:
        return fout.bevindingen
    gelezen = lezen.read(boek, HET_KADER, HET_KADER.gebied("heiloo"))
    onderzoek = Onderzoek(gelezen.data, HET_KADER, 2027, met_speerpunten=True, vorige=None)
    return (*gelezen.bevindingen, *controle.check(onderzoek))


# -- in cells

SCHADE: tuple[tuple[str, str, object, str], ...] = (
    # numbers that are none
    ("Veerkracht", "D2", "ca. 37", "geen-getal"),
    ("Veerkracht", "D3", "39,5 (2016)", "geen-getal"),
    ("Veerkracht", "D5", "36,4;41,2", "geen-getal"),
    ("Veerkracht", "D6", "1,2,3", "geen-getal"),
    ("Veerkracht", "D7", "vier", "geen-getal"),
    ("Veerkracht", "D8", "> 40", "geen-getal"),
    ("Veerkracht", "D9", dt.datetime(2026, 5, 1), "geen-getal"),
    ("Veerkracht", "D10", True, "geen-getal"),
    ("Veerkracht", "D11", 1e300, "geen-getal"),
    ("Veerkracht", "D12", "9" * 400, "geen-getal"),
    ("Veerkracht", "D13", "½", "geen-getal"),
    ("Veerkracht", "D15", "12 500 000 000 000", "geen-getal"),
    ("Zorgconsumptie", "D2", "12%", "geen-getal"),
    ("Bevolking", "D2", "15%", "geen-getal"),
    ("Gesprekken", "D2", "tien", "geen-getal"),
    ("Acties", "G2", "€ 5.000 per jaar", "geen-getal"),
    ("Middelen", "C2", "30k", "geen-getal"),
    # numbers that can be two things
    ("Veerkracht", "D17", "46.700", "getal-dubbelzinnig"),
    ("Bevolking", "D3", "2,665", "getal-dubbelzinnig"),
    ("Middelen", "C3", "1,500", "getal-dubbelzinnig"),
    ("Kwetsbaarheid", "D20", "0,299", "procent-als-deel"),
    ("Kwetsbaarheid", "D2", 0.65, "procent-als-deel"),
    # years and dates
    ("Veerkracht", "C14", "'20", "geen-jaar"),
    ("Veerkracht", "C16", "2020/21", "geen-jaar"),
    ("Veerkracht", "C18", dt.datetime(2020, 1, 1), "geen-jaar"),
    ("Veerkracht", "C19", 2009, "jaar-buiten-bereik"),
    ("Doelen", "J2", 2020, "jaar-buiten-bereik"),
    ("Gesprekken", "A2", 46063, "geen-datum"),
    ("Gesprekken", "A3", "32-1-2026", "geen-datum"),
    ("Gesprekken", "A4", "maart", "geen-datum"),
    ("Gesprekken", "A5", "3-11-26", "geen-datum"),
    ("Gesprekken", "A6", "11/16/2026", "geen-datum"),
    ("Gebied", "B5", "16 novemer 2026", "geen-datum"),
    # choices
    ("Veerkracht", "A21", "Vrijwilligerswerk doen", "onbekende-keuze"),
    ("Veerkracht", "B22", "Alkmaar", "onbekende-keuze"),
    ("Veerkracht", "K24", "def.", "onbekende-keuze"),
    ("Speerpunten", "F2", "Ouderen, Jongeren", "onbekende-keuze"),
    ("Speerpunten", "G3", 7, "onbekende-keuze"),
    ("Acties", "D3", "Opdrachtnemer", "onbekende-keuze"),
    ("Doelen", "B4", "Vrijwillig", "onbekende-keuze"),
    ("Gebied", "B3", "klaar", "onbekende-keuze"),
    # codes
    ("Acties", "A4", "H 1", "onbekend-speerpunt"),
    ("Gesprekken", "G7", "H1/H3", "onbekend-speerpunt"),
    ("Doelen", "A6", "h3", "onbekend-speerpunt"),
    # what Excel leaves behind
    ("Kwetsbaarheid", "D5", "#REF!", "foutwaarde"),
    ("Kwetsbaarheid", "D6", "#VERW!", "foutwaarde"),
    ("Kwetsbaarheid", "D7", " #N/B ", "foutwaarde"),
    ("Kwetsbaarheid", "D8", "#DEEL/0!", "foutwaarde"),
    ("Speerpunten", "C2", "#NAAM?", "foutwaarde"),
    ("Kwetsbaarheid", "D9", "=SOM(1;2)", "formule-zonder-waarde"),
    ("Aanbod", "B2", "=A2", "formule-zonder-waarde"),
    # empty, or as good as empty
    ("Speerpunten", "B3", "\u00a0", "verplicht-leeg"),
    ("Speerpunten", "E4", "\u200b\ufeff", "verplicht-leeg"),
    ("Acties", "C5", "", "verplicht-leeg"),
    ("Gebied", "B6", None, "verplicht-leeg"),
    ("Gesprekken", "F8", None, "gesprek-zonder-antwoord"),
    ("Kwetsbaarheid", "I10", None, "cijfer-zonder-bron"),
    # values that cannot be true
    ("Kwetsbaarheid", "D11", 420, "waarde-buiten-bereik"),
    ("Kwetsbaarheid", "D12", -9, "waarde-buiten-bereik"),
    ("Kwetsbaarheid", "G13", 99, "grenzen-verkeerd"),
    ("Kwetsbaarheid", "E3", 99999, "teller-groter"),
    ("Kwetsbaarheid", "D19", 20, "cijfer-sprong"),
    ("Bevolking", "D13", 99999, "som-klopt-niet"),
)


@pytest.fixture(scope="module")
def gevonden() -> set[tuple[str, str, str]]:
    boek: Any = load_workbook(HEILOO)
    for blad, cel, inhoud, _ in SCHADE:
        boek[blad][cel].value = inhoud
        # A date shows as one; everything else as it was typed.
        boek[blad][cel].number_format = "d-m-yyyy" if isinstance(inhoud, dt.datetime) else "General"
    boek.save(uit := io.BytesIO())
    return {(b.code, b.plek.blad, b.plek.cel) for b in kijk_na(uit.getvalue())}


@pytest.mark.parametrize(("blad", "cel", "inhoud", "code"), SCHADE, ids=lambda waarde: str(waarde)[:20])
def test_schade_aan_een_cel(
    gevonden: set[tuple[str, str, str]], blad: str, cel: str, inhoud: object, code: str
) -> None:
    van_cel = {gemeld for gemeld, in_blad, in_cel in gevonden if (in_blad, in_cel) == (blad, cel)}
    assert van_cel == {code}, inhoud


# -- to sheets and columns


def hernoem(boek: Any, blad: str, naam: str) -> None:
    boek[blad].title = "tijdelijk"
    boek["tijdelijk"].title = naam


VER_WEG = {("verplicht-leeg", "Middelen", "B90000"), ("verplicht-leeg", "Middelen", "C90000")}
VERBOUWD: tuple[tuple[str, Callable[[Any], None], set[tuple[str, str, str]]], ...] = (
    ("blad weg", lambda b: b.remove(b["Acties"]), {("blad-ontbreekt", "Acties", "")}),
    ("blad met een tikfout", lambda b: hernoem(b, "Doelen", "Doel"), {("blad-ontbreekt", "Doelen", "")}),
    ("blad met een kromme apostrof", lambda b: hernoem(b, "Risico's", "RISICO’S "), set()),
    ("blad leeg", lambda b: b["Gesprekken"].delete_rows(1, 99), {("kolom-ontbreekt", "Gesprekken", "")}),
    ("kolom weg", lambda b: b["Bevolking"].delete_cols(4), {("kolom-ontbreekt", "Bevolking", "")}),
    ("kolom dubbel", lambda b: b["Doelen"].__setitem__("P1", "INDICATOR"), {("kolom-dubbel", "Doelen", "P1")}),
    ("koppen samengevoegd", lambda b: b["Acties"].merge_cells("A1:B1"), {("kolom-ontbreekt", "Acties", "")}),
    ("kop in een fout", lambda b: b["Acties"].__setitem__("B1", "#REF!"), {("kolom-ontbreekt", "Acties", "")}),
    ("titel boven de koppen", lambda b: b["Partners"].insert_rows(1), {("kolom-ontbreekt", "Partners", "")}),
    ("kolommen verplaatst", lambda b: b["Acties"].move_range("A1:A9", cols=20), set()),
    ("kop in hoofdletters met harde spatie", lambda b: b["Acties"].__setitem__("D1", "ROL\u00a0GEMEENTE"), set()),
    ("lege rij ertussen", lambda b: b["Acties"].insert_rows(4, 3), set()),
    ("rijen verborgen", lambda b: setattr(b["Acties"].row_dimensions[3], "hidden", True), set()),
    ("gefilterd", lambda b: b["Acties"].auto_filter.add_filter_column(0, ["H1"]), set()),
    ("alleen opmaak eronder", lambda b: setattr(b["Acties"].cell(1048576, 3), "number_format", "0%"), set()),
    ("ver naar beneden", lambda b: b["Middelen"].__setitem__("A90000", "Los"), VER_WEG),
)  # fmt: skip


@pytest.mark.parametrize(("verbouw", "verwacht"), [rij[1:] for rij in VERBOUWD], ids=[rij[0] for rij in VERBOUWD])
def test_een_verbouwde_werkmap(verbouw: Callable[[Any], None], verwacht: set[tuple[str, str, str]]) -> None:
    boek: Any = load_workbook(HEILOO)
    verbouw(boek)
    boek.save(uit := io.BytesIO())
    soorten = {"blad-ontbreekt", "kolom-ontbreekt", "kolom-dubbel", "verplicht-leeg", "onbekende-keuze"}
    van_nu = {(b.code, b.plek.blad, b.plek.cel) for b in kijk_na(uit.getvalue()) if b.code in soorten}
    # Without last year's workbook the two rows of Terugblik miss their title.
    assert van_nu - {("verplicht-leeg", "Terugblik", "B2"), ("verplicht-leeg", "Terugblik", "B3")} == verwacht


# -- to the file


def zet(naam: str, inhoud: bytes) -> Bederf:
    return lambda d: d.__setitem__(naam, inhoud)


def vervang(naam: str, oud: bytes, nieuw: bytes) -> Bederf:
    return lambda d: d.__setitem__(naam, d[naam].replace(oud, nieuw))


def half(naam: str) -> Bederf:
    return lambda d: d.__setitem__(naam, d[naam][: len(d[naam]) // 2])


VEERKRACHT, RISICOS = "xl/worksheets/sheet6.xml", "xl/worksheets/sheet16.xml"
UITDIJEND = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
STUK, GROOT = "werkmap-onleesbaar", "werkmap-te-groot"

BESTAND: tuple[tuple[str, Bederf, str, str], ...] = (
    ("geen lijst van onderdelen", lambda d: d.pop("[Content_Types].xml"), STUK, "ingepakte map"),
    ("geen werkmap erin", lambda d: d.pop("xl/workbook.xml"), STUK, "beschadigd"),
    ("een blad weg uit het pakket", lambda d: d.pop(VEERKRACHT), "blad-ontbreekt", "Veerkracht"),
    ("opmaak weg", lambda d: d.pop("xl/styles.xml"), STUK, "beschadigd"),
    ("half blad", half(VEERKRACHT), STUK, "beschadigd"),
    ("geen xml", zet("xl/workbook.xml", b"niets"), STUK, "beschadigd"),
    ("nulbytes", zet(VEERKRACHT, bytes(5000)), STUK, "beschadigd"),
    ("word", zet("word/document.xml", b"<w/>"), STUK, "Word-document"),
    ("powerpoint", zet("ppt/presentation.xml", b"<p/>"), STUK, "PowerPoint"),
    ("opendocument", zet("content.xml", b"<o/>"), STUK, "OpenDocument"),
    ("binair", zet("xl/workbook.bin", b"\0"), STUK, ".xlsb"),
    ("uitdijende tekst", zet("xl/workbook.xml", UITDIJEND), STUK, "beschadigd"),
    ("veel stukjes", lambda d: d.update({f"x/{i}": b"" for i in range(6000)}), GROOT, "te groot"),
    ("veel tags", vervang("xl/styles.xml", b"</cellXfs>", b"<xf/>" * 400_000 + b"</cellXfs>"), GROOT, "te veel"),
    ("lange tekst", vervang(VEERKRACHT, b"<t>Voelt", b"<t>" + b"x" * 40_000), STUK, "beschadigd"),
    ("oneindig", vervang(VEERKRACHT, b"<v>36.5</v>", b"<v>1e999</v>"), "geen-getal", "“inf”"),
    ("regeleinde van Excel", vervang(VEERKRACHT, b"<t>Voelt zich", b"<t>Voelt_x000D_\nzich"), "cijfer-verouderd", ""),
    ("half teken", vervang(RISICOS, b"<t>We", b"<t>_xD800__x0007_We"), "cijfer-verouderd", ""),
)


@pytest.mark.parametrize(("bederf", "code", "tekst"), [rij[1:] for rij in BESTAND], ids=[rij[0] for rij in BESTAND])
def test_schade_aan_het_bestand(bederf: Bederf, code: str, tekst: str) -> None:
    inhoud = delen(HEILOO.read_bytes())
    bederf(inhoud)
    bevindingen = kijk_na(ingepakt(inhoud))
    assert [b for b in bevindingen if b.code == code and tekst in b.tekst]
    if code.startswith("werkmap-"):
        assert len(bevindingen) == 1
    else:
        assert not {b.code for b in bevindingen} & {"werkmap-onleesbaar", "onbekende-keuze"}


@pytest.mark.parametrize(
    "deel",
    [UITDIJEND.decode().encode("utf-16"), b" " * ((1 << 20) - 4) + UITDIJEND],
    ids=["utf-16", "over de rand"],
)
def test_uitdijende_tekst_komt_niet_bij_wie_xml_leest(deel: bytes) -> None:
    """In another encoding, and over the edge of the pieces in which a part is looked at."""
    inhoud = delen(HEILOO.read_bytes())
    inhoud["xl/workbook.xml"] = deel
    with pytest.raises(GebiedsplanFout, match="beschadigd"):
        pakket.keur(ingepakt(inhoud), "2027.xlsx")


def test_er_zijn_genoeg_soorten_schade() -> None:
    assert len(SCHADE) + len(VERBOUWD) + len(BESTAND) >= 90


def test_wat_niemand_ziet_komt_niet_in_het_plan() -> None:
    inhoud = delen(HEILOO.read_bytes())
    nummer = load_workbook(HEILOO, read_only=True).sheetnames.index("Risico's") + 1
    vervang(f"xl/worksheets/sheet{nummer}.xml", b"<t>We", b"<t>_xD800__x0007_We\xe2\x80\x8b_x000D_\n")(inhoud)
    boek = werkmap.read_bytes(ingepakt(inhoud), "2027.xlsx", ["Risico's"])
    teksten = [str(cel.waarde) for rij in boek.bladen[0].rijen for cel in rij]
    assert [tekst for tekst in teksten if tekst.startswith("We\n")]
    "".join(teksten).encode()


def test_een_bestand_dat_iemand_niet_mag_lezen(tmp_path: Path) -> None:
    pad = tmp_path / "2027.xlsx"
    pad.write_bytes(HEILOO.read_bytes())
    pad.chmod(0)
    wie = os.geteuid()
    try:
        # Root may read anything, so be somebody else for a moment.
        if wie == 0:
            os.seteuid(65534)
        with pytest.raises(GebiedsplanFout) as fout:
            werkmap.read(pad, "2027.xlsx", ["Gebied"])
    finally:
        if wie == 0:
            os.seteuid(0)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, "laat zich niet lezen" in bevinding.tekst) == ("werkmap-onleesbaar", True)


# -- at random: whatever is done, no traceback

ECHT = delen(HEILOO.read_bytes())
BLADEN = sorted(naam for naam in ECHT if naam.startswith("xl/worksheets/sheet"))
RAAR = (
    "",
    "#REF!",
    "=A1",
    "x",
    "-",
    "n.v.t.",
    "1.290",
    "1,290",
    "12%",
    "31-12-2026",
    "\ud83d\ude00",
    "_xD800_",
    "H1; H2",
    "]]>",
)
waarden = st.one_of(st.sampled_from(RAAR), st.text(max_size=12), st.integers(), st.floats(), st.booleans(), st.none())


@cache
def gelezen_boek() -> werkmap.Werkmap:
    return werkmap.read(HEILOO, "2027.xlsx", lezen.bladnamen(HET_KADER))


# Most of the work is reading the other cells, so more cells a time, fewer times.
@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.integers(0, 10**6), waarden, st.booleans()), min_size=4, max_size=16))
def test_willekeurige_cellen(ingrepen: list[tuple[int, Any, bool]]) -> None:
    """Cells hold anything: values as openpyxl may hand them over, headers too."""
    bladen = [[list(rij) for rij in (blad.kop, *blad.rijen)] for blad in gelezen_boek().bladen]
    for plaats, waarde, als_procent in ingrepen:
        rijen = bladen[plaats % len(bladen)]
        rij = rijen[plaats // 7 % len(rijen)]
        kolom = plaats // 11 % len(rij)
        rij[kolom] = werkmap.Cel(waarde, rij[kolom].plek, als_procent and isinstance(waarde, int | float))
    nieuw = [
        werkmap.Blad(blad.naam, blad.plek, tuple(rijen[0]), tuple(map(tuple, rijen[1:])))
        for blad, rijen in zip(gelezen_boek().bladen, bladen, strict=True)
    ]
    boek = werkmap.Werkmap("2027.xlsx", tuple(nieuw), gelezen_boek().bladnamen)
    gelezen = lezen.read(boek, HET_KADER, HET_KADER.gebied("heiloo"))
    controle.check(Onderzoek(gelezen.data, HET_KADER, 2027, met_speerpunten=True, vorige=None))


@settings(max_examples=500, deadline=None, derandomize=True)
@given(st.data())
def test_willekeurige_bytes_van_het_bestand(data: st.DataObject) -> None:
    """Bytes of the zip change, go or come; most are then no workbook any more, and all get a message."""
    inhoud = bytearray(HEILOO.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        plaats = data.draw(st.integers(0, len(inhoud) - 1))
        inhoud[plaats : plaats + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    assert all(b.tekst and b.hulp for b in kijk_na(bytes(inhoud)))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.data())
def test_willekeurige_bytes_van_een_onderdeel(data: st.DataObject) -> None:
    """The zip is whole and the XML in it is not as it should be: that is for openpyxl, which may say anything."""
    naam = data.draw(st.sampled_from([*BLADEN, "xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"]))
    deel = bytearray(ECHT[naam])
    woorden = sorted({bytes(deel[i : i + 5]) for i in range(0, len(deel), max(len(deel) // 40, 1))})
    for _ in range(data.draw(st.integers(1, 3))):
        plaats = data.draw(st.integers(0, len(deel) - 1))
        deel[plaats : plaats + data.draw(st.integers(0, 12))] = data.draw(st.sampled_from(woorden))
    klein = {
        n: d for n, d in ECHT.items() if not n.startswith("xl/worksheets/") or n == naam or n.endswith("sheet2.xml")
    }
    assert all(b.tekst and b.hulp for b in kijk_na(ingepakt({**klein, naam: bytes(deel)})))


# -- in bounded time and memory

METEN = textwrap.dedent(
    """
    import resource, sys, time
    from pathlib import Path
    from gebiedsplan import werkmap
    from gebiedsplan.bevinding import GebiedsplanFout
    begin, eerst = time.monotonic(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        boek = werkmap.read(Path(sys.argv[1]), "2027.xlsx", ["Gesprekken", "Veerkracht"])
        uitkomst = str(sum(len(blad.rijen) for blad in boek.bladen))
    except GebiedsplanFout as fout:
        uitkomst = fout.bevindingen[0].code
    meer = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - eerst) // 1024
    print(uitkomst, round(time.monotonic() - begin), meer)
    """
)
ROW = b'<row r="%d" s="1" customFormat="1"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="2"/></row>'


def miljoen_rijen() -> bytes:
    return b"".join(ROW % ((nummer,) * 4) for nummer in range(40, 1_048_577))


@pytest.mark.parametrize(
    ("bederf", "uitkomst"),
    [
        pytest.param(
            lambda d: vervang(VEERKRACHT, b"</sheetData>", miljoen_rijen() + b"</sheetData>")(d),
            "32",
            id="een miljoen lege rijen met opmaak",
        ),
        pytest.param(
            lambda d: vervang(VEERKRACHT, b"</sheetData>", b" " * 550_000_000 + b"</sheetData>")(d),
            "werkmap-te-groot",
            id="een zip-bom in een blad",
        ),
        pytest.param(
            lambda d: d.update({"xl/sharedStrings.xml": b"<sst>" + b"<si/>" * 2_500_000 + b"</sst>"}),
            "werkmap-te-groot",
            id="een zip-bom in de teksten",
        ),
    ],
)  # fmt: skip
def test_tijd_en_geheugen_zijn_begrensd(tmp_path: Path, bederf: Bederf, uitkomst: str) -> None:
    inhoud = delen(HEILOO.read_bytes())
    bederf(inhoud)
    (tmp_path / "2027.xlsx").write_bytes(ingepakt(inhoud))
    gemeten = subprocess.run(
        [sys.executable, "-c", METEN, str(tmp_path / "2027.xlsx")],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    gelezen, seconden, megabytes = gemeten.stdout.split()
    assert gelezen == uitkomst
    assert int(megabytes) < 150
    assert int(seconden) < 60


def test_een_zip_die_liegt_over_zijn_grootte() -> None:
    """Its list says 100 bytes; what is packed is 50 MB. No more is unpacked than it takes to see that."""
    inhoud = bytearray(ingepakt({**ECHT, "xl/worksheets/sheet6.xml": b" " * 50_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(inhoud))) as pakket:
        info = pakket.getinfo("xl/worksheets/sheet6.xml")
    echt = info.file_size.to_bytes(4, "little")
    for plaats in (
        info.header_offset + 22,
        inhoud.rfind(b"PK\x01\x02", 0, inhoud.rfind(b"xl/worksheets/sheet6.xml")) + 24,
    ):
        assert inhoud[plaats : plaats + 4] == echt
        inhoud[plaats : plaats + 4] = (100).to_bytes(4, "little")
    (bevinding,) = kijk_na(bytes(inhoud))
    assert (bevinding.code, "beschadigd" in bevinding.tekst) == ("werkmap-onleesbaar", True)


# -- saved by another program


def plan_van(gebieden: Path, uit: Path) -> dict[str, bytes]:
    """Every file of the plan of Uitgeest, by name."""
    gemaakt = build.maak(build.Mappen(gebieden, (WORTEL / "templates",), uit, uit / "figures"), "uitgeest", 2027)
    return {pad.name: pad.read_bytes() for pad in gemaakt.paden}


def test_opgeslagen_door_openpyxl_is_hetzelfde_plan(gebieden: Path, tmp_path: Path) -> None:
    voor = plan_van(gebieden, tmp_path / "voor")
    for pad in gebieden.rglob("*.xlsx"):
        load_workbook(pad).save(pad)
    assert plan_van(gebieden, tmp_path / "na") == voor


@pytest.mark.libreoffice
def test_opgeslagen_door_libreoffice_is_hetzelfde_plan(gebieden: Path, tmp_path: Path) -> None:
    voor = plan_van(gebieden, tmp_path / "voor")
    # In one run, so under a name of their own: all of them come out in one folder.
    namen = {pad: tmp_path / "in" / "-".join(pad.relative_to(gebieden).parts) for pad in gebieden.rglob("*.xlsx")}
    (tmp_path / "in").mkdir()
    for pad, naam in namen.items():
        naam.write_bytes(pad.read_bytes())
    soffice(tmp_path / "om", "xlsx", *namen.values())
    for pad, naam in namen.items():
        (tmp_path / "om" / naam.name).replace(pad)
    assert plan_van(gebieden, tmp_path / "na") == voor
