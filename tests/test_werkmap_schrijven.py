"""Workbooks written from plain values, opened again as files."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from gebiedsplan import werkmap
from gebiedsplan.werkmap.boek import (
    Formaat,
    Invoer,
    Kolomkop,
    Leesblad,
    Leesregel,
    Markering,
    Rol,
    Tabelblad,
    Tussen,
    UitLijst,
    Voorwaarde,
    Werkboek,
)
from gebiedsplan.werkmap.schrijven import write
from gebiedsplan.werkmap.verwijzing import begin, bereiknaam, gevuld_bereik, kolombereik

DAG = dt.date(2027, 1, 1)


def boek(*bladen: Tabelblad | Leesblad, namen: dict[str, str] | None = None) -> Werkboek:
    return Werkboek("Titel & meer", "Onderwerp", "Maker", DAG, bladen, namen or {})


def tabel(*rijen: tuple[Any, ...], kolommen: tuple[Kolomkop, ...] | None = None, **rest: Any) -> Tabelblad:
    breedte = len(rijen[0]) if rijen else 1
    koppen = kolommen or tuple(Kolomkop(f"Kolom {n}", Rol.VERPLICHT, 20) for n in range(breedte))
    return Tabelblad("Risico's", koppen, rijen, **rest)


def gelezen(beschrijving: Werkboek) -> Workbook:
    return load_workbook(io.BytesIO(write(beschrijving)))


def test_values_come_back_as_they_were(tmp_path: Path) -> None:
    waarden = ("Tekst", "1-2", "=A1", 12.5, 3, dt.date(2027, 3, 1), None, "regel 1\nregel 2")
    pad = tmp_path / "boek.xlsx"
    pad.write_bytes(write(boek(tabel(waarden))))
    blad = werkmap.read(pad, "boek.xlsx", ["Risico's"]).blad("Risico's")
    assert blad is not None
    terug = [cel.waarde for cel in blad.rijen[0]]
    assert terug[:5] == ["Tekst", "1-2", "=A1", 12.5, 3]
    assert terug[5] == dt.datetime(2027, 3, 1)
    assert terug[6:] == [None, "regel 1\nregel 2"]


@pytest.mark.parametrize("tekst", ["=1+1", "+31", "-x", "@x", "#REF!", "=", "12%"])
def test_words_stay_words(tekst: str) -> None:
    cel = gelezen(boek(tabel((tekst,))))["Risico's"]["A2"]
    assert (cel.value, cel.data_type) == (tekst, "s")
    assert cel.quotePrefix is (tekst[0] in "=+-@")


def test_what_a_file_cannot_hold_is_left_out() -> None:
    assert gelezen(boek(tabel(("a\x00b\x0bc\r\nd",))))["Risico's"]["A2"].value == "abc\nd"


def test_nothing_says_when_or_where_it_was_made() -> None:
    inhoud = write(boek(tabel(("a",))))
    assert inhoud == write(boek(tabel(("a",))))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert pakket.namelist()[0] == "[Content_Types].xml"
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        kern = pakket.read("docProps/core.xml").decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", kern)) == {"2027-01-01T00:00:00Z"}
    assert "openpyxl" not in kern


def test_rules_reach_below_the_rows_and_single_cells_have_their_own() -> None:
    kolommen = (
        Kolomkop("Keuze", Rol.VRIJ, 20, invoer=Invoer(UitLijst("Lijst_x"), "Keuze", "Kies.", streng=False)),
        Kolomkop("Getal", Rol.VRIJ, 20, invoer=Invoer(Tussen(1, 9, geheel=True), "T" * 40, "F" * 300, "U" * 300)),
        Kolomkop("Dag", Rol.VRIJ, 20, formaat=Formaat.DATUM, invoer=Invoer(Tussen(DAG, DAG), "Dag", "Een dag.")),
    )
    los = {(0, "Keuze"): Invoer(Voorwaarde('{cel}="a"'), "Los", "Los.")}
    vel = gelezen(boek(tabel(("a", 1, DAG), kolommen=kolommen, invoer=los)))["Risico's"]
    regels = {str(r.sqref): r for r in vel.data_validations.dataValidation}
    assert (regels["A2:A2000"].formula1, regels["A2:A2000"].errorStyle) == ("Lijst_x", "warning")
    getal = regels["B2:B2000"]
    assert (getal.type, getal.formula1, getal.formula2, getal.errorStyle) == ("whole", "1", "9", "stop")
    assert (len(getal.errorTitle or ""), len(getal.error or ""), len(getal.prompt or "")) == (32, 225, 255)
    assert (regels["C2:C2000"].type, regels["C2:C2000"].formula1) == ("date", "46388")
    assert regels["A2"].formula1 == 'A2="a"'


def test_a_colour_speaks_of_its_own_cell_and_its_row() -> None:
    geel = Markering(Rol.INVULLEN, 'AND({cel}="",{Kolom 1}<>"")', ("Kolom 0",))
    ((bereik),) = gelezen(boek(tabel(("a", "b"), markeringen=(geel,))))["Risico's"].conditional_formatting
    assert str(bereik.sqref) == "A2:A2000"
    assert bereik.rules[0].formula == ['AND(A2="",$B2<>"")']
    # Where a formula is true, Excel takes the background from the second colour.
    assert bereik.rules[0].dxf.fill.bgColor.rgb == "00FFF0B3"


def test_rows_are_as_high_as_their_words_and_may_grow() -> None:
    inhoud = write(boek(tabel(("kort", "x"), ("woord " * 60, "x"))))
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        rijen = re.findall(r"<row [^>]*>", pakket.read("xl/worksheets/sheet1.xml").decode())
    hoogtes = [float(re.findall(r'ht="([\d.]+)"', rij)[0]) for rij in rijen]
    assert hoogtes[1] < 20 < 200 < hoogtes[2]
    assert all('customHeight="1"' not in rij for rij in rijen)


def test_a_closed_sheet_cannot_be_changed() -> None:
    vel = gelezen(boek(tabel(("a",), gesloten=True)))["Risico's"]
    assert vel["A2"].protection.locked
    assert vel.protection.sheet
    assert list(vel.column_dimensions) == ["A"]


def test_a_wide_table_keeps_its_first_column_in_sight_and_is_printed_on_more_sheets() -> None:
    smal, breed = (
        gelezen(boek(tabel(("x",) * n, kolommen=tuple(Kolomkop(str(i), Rol.VRIJ, 50) for i in range(n)))))["Risico's"]
        for n in (2, 9)
    )
    assert (smal.freeze_panes, smal.page_setup.fitToWidth) == ("A2", 1)
    assert (breed.freeze_panes, breed.page_setup.fitToWidth) == ("B2", 3)


def test_a_sheet_to_read_links_to_a_name_with_an_apostrophe() -> None:
    lees = Leesblad("Lees mij", (Leesregel("Risico's", "Eén rij is een risico.", naar="Risico's"),))
    werk = gelezen(boek(lees, tabel(("a",))))
    assert werk["Lees mij"]["A1"].hyperlink.location == "'Risico''s'!A1"
    voet = werk["Lees mij"].oddFooter
    assert voet is not None
    assert voet.left.text == "Titel && meer"


def test_names_as_formulas_know_them() -> None:
    assert begin("Risico's") == "'Risico''s'!A1"
    assert kolombereik("Lijsten", 28, laatste=9) == "'Lijsten'!$AB$2:$AB$9"
    assert gevuld_bereik("Speerpunten", 1).startswith("OFFSET('Speerpunten'!$A$2,0,0,")
    assert [bereiknaam(naam) for naam in ("thema's", "status plan", "regio’s")] == [
        "Lijst_themas",
        "Lijst_status_plan",
        "Lijst_regios",
    ]
