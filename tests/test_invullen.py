"""Cells of a workbook get other values, and nothing else of the workbook changes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL, soffice
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from PIL import Image as Plaatje

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.invullen import Celwaarde, formulecellen, heeft_formules, vul_in

HEILOO = WORTEL / "gebieden" / "heiloo" / "2027.xlsx"


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        return {naam: zip_.read(naam) for naam in zip_.namelist()}


def ingepakt(delen_: dict[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen_.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def invullen(inhoud: bytes, *waarden: tuple[str, str, str | float | int | None]) -> bytes:
    return vul_in(inhoud, [Celwaarde(*w) for w in waarden], "2027.xlsx")


def open_(inhoud: bytes, waarden: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(inhoud), data_only=waarden)


def plaatje() -> Plaatje.Image:
    uit = io.BytesIO()
    Plaatje.new("RGB", (4, 4), "red").save(uit, "PNG")
    return Plaatje.open(uit)


def rijk() -> bytes:
    """A workbook with what a library would lose or break: a chart, a picture, notes, lists, colours, formulas."""
    boek = Workbook()
    blad: Any = boek.active
    blad.title = "Cijfers & meer"
    blad.append(["Naam", "Waarde", "Deel"])
    for n in range(1, 4):
        blad.append([f"rij {n}", n, n / 10])
        blad.cell(n + 1, 3).number_format = "0.0%"
        blad.row_dimensions[n + 1].height = 30
    blad["E1"], blad["E2"] = "=SUM(B2:B4)", "=B2*2"
    lijst = DataValidation("list", '"a,b"', sqref="A2:A99")
    blad.add_data_validation(lijst)
    regel: Any = CellIsRule
    blad.conditional_formatting.add("B2:B9", regel("greaterThan", ["2"], fill=PatternFill("solid", bgColor="FF0000")))
    grafiek = BarChart()
    grafiek.add_data(Reference(blad, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    blad.add_chart(grafiek, "G2")
    blad.add_image(Image(plaatje()), "G20")
    blad.add_table(Table(displayName="Tabel1", ref="A1:C4"))
    ander = boek.create_sheet("Ander")
    ander["A1"] = "='Cijfers & meer'!B2"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_only_the_sheet_that_changes_changes() -> None:
    oud = HEILOO.read_bytes()
    nieuw = invullen(oud, ("Kwetsbaarheid", "D2", 66.5))
    anders = [naam for naam, inhoud in delen(oud).items() if delen(nieuw)[naam] != inhoud]
    assert list(delen(nieuw)) == list(delen(oud))
    assert anders == ["xl/worksheets/sheet5.xml"]
    a, b = delen(oud)[anders[0]], delen(nieuw)[anders[0]]
    # Of that sheet only the one cell.
    assert re.sub(rb'(<c r="D2" s="\d+") t="n"><v>65</v>', rb"\1><v>66.5</v>", a) == b


def test_a_chart_picture_notes_lists_and_colours_stay() -> None:
    oud = rijk()
    nieuw = invullen(oud, ("Cijfers & meer", "B2", 12), ("Cijfers & meer", "A5", "rij 4"), ("Cijfers & meer", "B5", 7))
    a, b = delen(oud), delen(nieuw)
    for soort in ("drawings/", "charts/", "media/", "styles", "theme", "sheet2", "_rels"):
        zelfde = [naam for naam in a if soort in naam]
        assert zelfde
        assert all(a[naam] == b[naam] for naam in zelfde)
    blad = open_(nieuw)["Cijfers & meer"]
    assert [rij[0].value for rij in blad["A2:A5"]] == ["rij 1", "rij 2", "rij 3", "rij 4"]
    assert (blad["B2"].value, blad["E1"].value) == (12, "=SUM(B2:B4)")
    assert (
        blad.data_validations.dataValidation[0].sqref
        == open_(oud)["Cijfers & meer"].data_validations.dataValidation[0].sqref
    )
    assert len(blad.conditional_formatting) == 1


def test_a_new_row_looks_like_the_row_above_it() -> None:
    blad = open_(invullen(rijk(), ("Cijfers & meer", "A5", "nieuw"), ("Cijfers & meer", "C5", 12.5)))["Cijfers & meer"]
    assert blad.row_dimensions[5].height == 30
    assert (blad["C5"].number_format, blad["C5"].value) == ("0.0%", 0.125)
    assert blad.dimensions == "A1:E5"


def test_the_first_row_does_not_look_like_the_header() -> None:
    boek = open_(HEILOO.read_bytes())
    boek["Kwetsbaarheid"].delete_rows(2, 30)
    uit = io.BytesIO()
    boek.save(uit)
    blad = open_(invullen(uit.getvalue(), ("Kwetsbaarheid", "A2", "eerste")))["Kwetsbaarheid"]
    assert blad["A1"].font.b
    assert not blad["A2"].font.b


def test_the_table_of_excel_grows_along() -> None:
    blad = open_(invullen(rijk(), ("Cijfers & meer", "A5", "nieuw"), ("Cijfers & meer", "A6", "nog een")))[
        "Cijfers & meer"
    ]
    assert blad.tables["Tabel1"].ref == "A1:C6"
    assert blad.tables["Tabel1"].autoFilter.ref == "A1:C6"


def test_a_filter_grows_along_and_one_that_was_longer_stays() -> None:
    blad = open_(invullen(HEILOO.read_bytes(), ("Kwetsbaarheid", "D26", 1)))["Kwetsbaarheid"]
    assert blad.auto_filter.ref == "A1:L26"
    blad = open_(invullen(HEILOO.read_bytes(), ("Kwetsbaarheid", "D25", 1)))["Kwetsbaarheid"]
    assert blad.auto_filter.ref == "A1:L25"


def test_a_percentage_cell_keeps_what_excel_keeps() -> None:
    nieuw = invullen(rijk(), ("Cijfers & meer", "C2", 42.5))
    assert open_(nieuw)["Cijfers & meer"]["C2"].value == 0.425


def test_words_with_signs_and_lines_stay_words() -> None:
    woorden = 'a < b & c > "d"\n  =1+1 é ’'
    nieuw = invullen(HEILOO.read_bytes(), ("Kwetsbaarheid", "L2", woorden), ("Kwetsbaarheid", "D2", None))
    blad = open_(nieuw)["Kwetsbaarheid"]
    assert (blad["L2"].value, blad["L2"].data_type, blad["D2"].value) == (woorden, "s", None)


def test_formulas_are_found_kept_and_calculated_again() -> None:
    oud = rijk()
    assert heeft_formules(oud)
    assert not heeft_formules(HEILOO.read_bytes())
    assert formulecellen(oud, "", ["Cijfers & meer"]) == {("Cijfers & meer", "E1"), ("Cijfers & meer", "E2")}
    werkmap = delen(invullen(oud, ("Cijfers & meer", "B2", 1)))["xl/workbook.xml"]
    assert werkmap.count(b'fullCalcOnLoad="1"') == 1


def zonder_namen(xml: bytes) -> bytes:
    """Rows and cells that do not say which they are: allowed, and some programs write them so."""
    return re.sub(rb'(<(?:row|c)) r="[A-Z]*\d+"', rb"\1", xml)


def met_voorvoegsel(xml: bytes) -> bytes:
    xml = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml)
    return xml.replace(b"xmlns=", b"xmlns:x=", 1)


@pytest.mark.parametrize("verander", [zonder_namen, met_voorvoegsel])
def test_other_ways_to_write_the_same_sheet(verander: Callable[[bytes], bytes]) -> None:
    stukken = delen(HEILOO.read_bytes())
    stukken["xl/worksheets/sheet5.xml"] = verander(stukken["xl/worksheets/sheet5.xml"])
    nieuw = invullen(ingepakt(stukken), ("Kwetsbaarheid", "D2", 66), ("Kwetsbaarheid", "A26", "Bijstand"))
    blad = open_(nieuw)["Kwetsbaarheid"]
    assert (blad["D2"].value, blad["A2"].value, blad["D3"].value, blad["A26"].value) == (
        66,
        "Heeft betaald werk",
        None,
        "Bijstand",
    )


def test_rows_that_are_only_formatted_are_filled_in_place() -> None:
    stukken = delen(HEILOO.read_bytes())
    naam = "xl/worksheets/sheet5.xml"
    leeg = b'<row r="26" ht="50"><c r="A26" s="5"/></row><row r="27"/></sheetData>'
    stukken[naam] = stukken[naam].replace(b"</sheetData>", leeg)
    nieuw = invullen(ingepakt(stukken), *(("Kwetsbaarheid", f"D{r}", r) for r in (26, 27, 28)))
    blad = open_(nieuw)["Kwetsbaarheid"]
    assert [blad[f"D{r}"].value for r in range(26, 29)] == [26, 27, 28]
    assert blad.row_dimensions[26].height == 50
    assert delen(nieuw)[naam].count(b"<row ") == 28


@pytest.mark.parametrize(
    ("waarde", "woord"),
    [(("Cijfers & meer", "E1", 1), "formule"), (("Weg", "A1", 1), "Weg"), (("Cijfers & meer", "5A", 1), "geen cel")],
)
def test_what_cannot_be_filled_without_harm_is_refused(waarde: tuple[str, str, int], woord: str) -> None:
    with pytest.raises(GebiedsplanFout) as fout:
        invullen(rijk(), waarde)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "invullen-mislukt"
    assert woord in bevinding.tekst


def test_a_table_with_totals_below_it_is_refused() -> None:
    stukken = delen(rijk())
    stukken["xl/tables/table1.xml"] = stukken["xl/tables/table1.xml"].replace(b"<table ", b'<table totalsRowCount="1" ')
    with pytest.raises(GebiedsplanFout) as fout:
        invullen(ingepakt(stukken), ("Cijfers & meer", "A5", "nieuw"))
    assert "totalen" in fout.value.bevindingen[0].tekst


def test_the_same_values_give_the_same_bytes() -> None:
    waarden = (("Kwetsbaarheid", "D26", 1), ("Kwetsbaarheid", "A26", "a"))
    assert invullen(HEILOO.read_bytes(), *waarden) == invullen(HEILOO.read_bytes(), *reversed(waarden))


@pytest.mark.libreoffice
def test_libreoffice_opens_it_and_sees_the_values(tmp_path: Path) -> None:
    pad = tmp_path / "rijk.xlsx"
    pad.write_bytes(invullen(rijk(), ("Cijfers & meer", "B2", 40), ("Cijfers & meer", "A5", "é & <é>")))
    soffice(tmp_path, "csv:Text - txt - csv (StarCalc):44,34,76", pad)
    regels = (tmp_path / "rijk.csv").read_text("utf-8").splitlines()
    # The sum is calculated anew: 40 + 2 + 3.
    assert regels[0].endswith(",45")
    assert regels[1].startswith("rij 1,40,10")
    assert regels[4].startswith("é & <é>")
