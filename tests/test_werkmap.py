"""Workbooks as people leave them: what is read from their cells, and which files are refused."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from gebiedsplan import werkmap
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.werkmap import Blad, Cel, Formule, Foutwaarde

NAAM = "heiloo/2027.xlsx"


@pytest.fixture
def pad(gebieden: Path) -> Path:
    return gebieden / "heiloo" / "2027.xlsx"


@contextmanager
def geopend(pad: Path) -> Iterator[Any]:
    """The workbook to change; saved at the end."""
    boek = load_workbook(pad)
    yield boek
    boek.save(pad)


def herschrijf(pad: Path, deel: str, verander: Callable[[bytes], bytes]) -> None:
    """Change one part inside the file, where openpyxl has no words for it."""
    with zipfile.ZipFile(pad) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    nieuw = verander(delen[deel])
    assert nieuw != delen[deel]
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, inhoud in {**delen, deel: nieuw}.items():
            pakket.writestr(naam, inhoud)


def blad(pad: Path, naam: str) -> Blad:
    gelezen = werkmap.read(pad, NAAM, [naam]).blad(naam)
    assert gelezen is not None
    return gelezen


def cel(pad: Path, naam: str, plaats: str) -> Cel:
    """The cell at this place of the sheet, found by the Plek it carries."""
    gelezen = blad(pad, naam)
    gevonden = [c for rij in (gelezen.kop, *gelezen.rijen) for c in rij if c.plek.cel == plaats]
    assert len(gevonden) == 1
    return gevonden[0]


@pytest.fixture
def klein(tmp_path: Path) -> Path:
    """A workbook of one sheet and two rows, of which the XML is short enough to change by hand."""
    boek: Any = Workbook()
    boek.active.title = "Risico's"
    boek.active.append(["Risico", "Maatregel"])
    boek.active.append(["te weinig mensen", 1])
    boek.save(tmp_path / "2027.xlsx")
    return tmp_path / "2027.xlsx"


# -- what is read


def test_elke_cel_weet_waar_zij_staat(pad: Path) -> None:
    speerpunten = blad(pad, "Speerpunten")
    assert [c.waarde for c in speerpunten.kop[:3]] == ["Code", "Titel", "Opgave"]
    assert [(rij[0].waarde, str(rij[0].plek)) for rij in speerpunten.rijen] == [
        ("H1", "heiloo/2027.xlsx, blad Speerpunten, cel A2"),
        ("H2", "heiloo/2027.xlsx, blad Speerpunten, cel A3"),
        ("H3", "heiloo/2027.xlsx, blad Speerpunten, cel A4"),
    ]
    assert speerpunten.plek == Plek(NAAM, blad="Speerpunten")


@pytest.mark.parametrize(
    ("inhoud", "waarde"),
    [
        (12, 12),
        (12.5, 12.5),
        ("ca. 12", "ca. 12"),
        (True, True),
        (dt.datetime(2026, 11, 16), dt.datetime(2026, 11, 16)),
        ("=1+1", Formule("=1+1")),
        (ArrayFormula("B2", "=SUM(A1:A2)"), Formule("=SUM(A1:A2)")),
        ("#REF!", Foutwaarde("#REF!")),
        ("#N/A", Foutwaarde("#N/A")),
    ],
)
def test_wat_er_in_een_cel_staat(klein: Path, inhoud: object, waarde: object) -> None:
    with geopend(klein) as boek:
        boek["Risico's"]["B2"] = inhoud
        boek["Risico's"]["B2"].number_format = "yyyy-mm-dd" if isinstance(inhoud, dt.datetime) else "General"
    assert cel(klein, "Risico's", "B2").waarde == waarde


@pytest.mark.parametrize(
    ("formaat", "waarde", "als_procent"),
    [
        ("0%", 0.54, True),
        ("0.0%", 0.54, True),
        ("0.0", 54, False),
        ('0"%"', 54, False),
        (r"0\%", 54, False),
        ("0%", "54%", False),
    ],
)
def test_een_percentage_is_wat_excel_als_percentage_bewaart(
    klein: Path, formaat: str, waarde: object, als_procent: bool
) -> None:
    with geopend(klein) as boek:
        boek["Risico's"]["B2"] = waarde
        boek["Risico's"]["B2"].number_format = formaat
    gelezen = cel(klein, "Risico's", "B2")
    assert (gelezen.waarde, gelezen.als_procent) == (waarde, als_procent)


@pytest.mark.parametrize(
    ("uitkomst", "waarde", "leeg"),
    [
        (b"<c r='B2'><f>6*7</f><v>42</v></c>", 42, False),
        (b"<c r='B2' t='str'><f>A2</f><v>tekst</v></c>", "tekst", False),
        (b"<c r='B2' t='str'><f>A2</f><v></v></c>", None, True),
        (b"<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>", Foutwaarde("#DIV/0!"), False),
        (b"<c r='B2'><f>A2</f></c>", Formule("=A2"), False),
    ],
)
def test_van_een_formule_telt_de_bewaarde_uitkomst(klein: Path, uitkomst: bytes, waarde: object, leeg: bool) -> None:
    herschrijf(klein, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'<c r="B2" t="n"><v>1</v></c>', uitkomst))
    gelezen = cel(klein, "Risico's", "B2")
    assert (gelezen.waarde, gelezen.leeg) == (waarde, leeg)


def test_opmaak_om_de_tabel_heen_telt_niet_als_inhoud(pad: Path) -> None:
    with geopend(pad) as boek:
        for rij in (40, 1048576):
            boek["Veerkracht"].cell(rij, 2).number_format = "0%"
        boek["Veerkracht"].cell(900, 1).value = "  "
        boek["Veerkracht"].cell(1, 16384).number_format = "0%"
    gelezen = blad(pad, "Veerkracht")
    assert len(gelezen.rijen) == 25
    assert {len(rij) for rij in (gelezen.kop, *gelezen.rijen)} == {12}


def test_een_rij_onder_lege_rijen_telt_mee(pad: Path) -> None:
    with geopend(pad) as boek:
        boek["Risico's"].cell(500, 1).value = "Een risico ver naar beneden"
    assert str(blad(pad, "Risico's").rijen[-1][0].plek) == "heiloo/2027.xlsx, blad Risico's, cel A500"


def test_een_cel_die_niet_in_het_bestand_staat_is_leeg_en_heeft_een_plek(pad: Path) -> None:
    with geopend(pad) as boek:
        boek["Risico's"].append(["Alleen een risico"])
    maatregel = blad(pad, "Risico's").rijen[-1][1]
    assert maatregel == Cel(None, Plek(NAAM, blad="Risico's", cel="B5"))


def test_een_samengevoegde_kop_hoort_bij_zijn_eerste_kolom(pad: Path) -> None:
    with geopend(pad) as boek:
        boek["Risico's"].merge_cells("A1:B1")
        boek["Risico's"]["C1"] = "Maatregel"
    assert [c.waarde for c in blad(pad, "Risico's").kop] == ["Risico", None, "Maatregel"]


def test_een_blad_zonder_kop_heeft_geen_rijen(pad: Path) -> None:
    with geopend(pad) as boek:
        boek["Risico's"].delete_rows(1, 10)
        boek["Risico's"]["A3"] = "Een risico zonder kop"
    assert (blad(pad, "Risico's").kop, blad(pad, "Risico's").rijen) == ((), ())


# -- which sheets are read


@pytest.mark.parametrize("titel", ["RISICO'S", "risico's", " Risico's "])
def test_een_blad_heet_zo_in_elke_schrijfwijze(pad: Path, titel: str) -> None:
    with geopend(pad) as boek:
        # openpyxl refuses a title that another sheet has in another case, even when it is the same sheet.
        boek["Risico's"].title = "tijdelijk"
        boek["tijdelijk"].title = titel
    gelezen = blad(pad, "Risico's")
    assert gelezen.rijen
    # A message names the sheet as the user sees it.
    assert gelezen.plek.blad == titel


def test_bladen_die_niemand_vroeg_blijven_dicht(pad: Path) -> None:
    with geopend(pad) as boek:
        boek.create_sheet("Eigen rekenblad", 1)["A1"] = "#REF!"
        boek["Eigen rekenblad"].sheet_state = "hidden"
        boek["Lijsten"].sheet_state = "veryHidden"
    boek = werkmap.read(pad, NAAM, ["Speerpunten", "Gebied", "Bestaat niet"])
    assert [b.naam for b in boek.bladen] == ["Gebied", "Speerpunten"]
    assert {"Eigen rekenblad", "Lijsten", "Lees mij"} < set(boek.bladnamen)
    assert boek.blad("Bestaat niet") is None


def test_keuzelijsten_van_excel_geven_geen_waarschuwing(pad: Path, recwarn: pytest.WarningsRecorder) -> None:
    """A list on another sheet is kept by Excel in a way that openpyxl warns about, in English."""
    extra = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    herschrijf(pad, "xl/worksheets/sheet2.xml", lambda xml: xml.replace(b"</worksheet>", extra))
    assert blad(pad, "Gebied").rijen
    assert not recwarn.list


# -- which files are refused


def fout_bij(pad: Path) -> Bevinding:
    with pytest.raises(GebiedsplanFout) as gevangen:
        werkmap.read(pad, NAAM, ["Gebied", "Speerpunten"])
    assert gevangen.value.exit_code == 1
    (bevinding,) = gevangen.value.bevindingen
    return bevinding


def test_een_werkmap_die_er_niet_is(tmp_path: Path) -> None:
    bevinding = fout_bij(tmp_path / "2027.xlsx")
    assert (bevinding.code, bevinding.plek) == ("werkmap-ontbreekt", Plek(NAAM))
    assert "JAAR=" in bevinding.hulp


def beschadigd(inhoud: bytes) -> bytes:
    """The file with the inside of one sheet damaged; its list of contents is whole."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        begin = pakket.getinfo("xl/worksheets/sheet2.xml").header_offset + 100
    return inhoud[:begin] + bytes(byte ^ 0x5A for byte in inhoud[begin : begin + 200]) + inhoud[begin + 200 :]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("bederf", "code", "tekst"),
    [
        pytest.param(lambda _: b"", "werkmap-onleesbaar", "is leeg", id="leeg bestand"),
        pytest.param(lambda _: b"Code;Titel\nH1;Buren\n", "werkmap-onleesbaar", "geen werkmap", id="csv"),
        pytest.param(
            lambda _: OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le"),
            "werkmap-wachtwoord",
            "beveiligd met een wachtwoord",
            id="wachtwoord",
        ),
        pytest.param(
            lambda _: OLE + bytes(2000) + "Workbook".encode("utf-16-le"),
            "werkmap-onleesbaar",
            "oude Excel (.xls)",
            id="oude xls",
        ),
        pytest.param(lambda _: OLE + bytes(2000), "werkmap-onleesbaar", "oud Office-bestand", id="oude doc"),
        pytest.param(
            lambda inhoud: inhoud[: len(inhoud) // 2], "werkmap-onleesbaar", "beschadigd", id="half gekopieerd"
        ),
        pytest.param(beschadigd, "werkmap-onleesbaar", "beschadigd", id="beschadigd"),
    ],
)
def test_een_bestand_dat_geen_werkmap_is(pad: Path, bederf: Callable[[bytes], bytes], code: str, tekst: str) -> None:
    pad.write_bytes(bederf(pad.read_bytes()))
    bevinding = fout_bij(pad)
    assert (bevinding.code, bevinding.plek) == (code, Plek(NAAM))
    assert tekst in bevinding.tekst
    assert "Opslaan als" in bevinding.hulp or "wachtwoord" in bevinding.hulp


@pytest.mark.parametrize(
    ("deel", "verander"),
    [
        ("xl/worksheets/sheet2.xml", lambda xml: xml[: len(xml) // 2]),
        ("xl/styles.xml", lambda _: b"<a/>"),
        ("[Content_Types].xml", lambda _: b"geen xml"),
    ],
)
def test_een_werkmap_met_een_stuk_onderdeel(pad: Path, deel: str, verander: Callable[[bytes], bytes]) -> None:
    herschrijf(pad, deel, verander)
    assert fout_bij(pad).code == "werkmap-onleesbaar"


def test_een_word_document_is_geen_werkmap(pad: Path) -> None:
    huisstijl = Path(__file__).parent.parent / "templates" / "huisstijl" / "gebiedsplan.docx"
    pad.write_bytes(huisstijl.read_bytes())
    assert fout_bij(pad).code == "werkmap-onleesbaar"


def test_een_map_met_de_naam_van_een_werkmap(tmp_path: Path) -> None:
    (tmp_path / "2027.xlsx").mkdir()
    assert fout_bij(tmp_path / "2027.xlsx").code == "werkmap-ontbreekt"
