"""The copy of a workbook with findings in it: what it adds, and that nothing else changes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL, soffice
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Plaatje

from gebiedsplan import annotatie
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek

NAAM = "heiloo/2027.xlsx"
# What a pivot table and a form control leave in a package: parts that nobody here knows.
VREEMD = {
    "xl/pivotCache/pivotCacheDefinition1.xml": b"<pivotCacheDefinition/>",
    "xl/ctrlProps/ctrlProp1.xml": b"<formControlPr/>",
    "customXml/item1.xml": b"<eigen/>",
    "xl/vbaProject.bin": bytes(range(256)),
}


def bevinding(
    blad: str, cel: str, ernst: Ernst = Ernst.FOUT, bestand: str = NAAM, tekst: str = "Dat is fout."
) -> Bevinding:
    return Bevinding("geen-getal", Plek(bestand, blad=blad, cel=cel), tekst, "Maak het goed.", ernst)


BEVINDINGEN = [
    bevinding("Cijfers", "B2"),
    bevinding("Cijfers", "B3", Ernst.LET_OP, tekst="Er staat “<x> & y”."),
    bevinding("Cijfers", "B3", tekst="En nog iets."),
    bevinding("Cijfers", "Z99", Ernst.TIP),
    bevinding("Risico's", "A1"),
    bevinding("Risico's", ""),
    bevinding("Bestaat niet", ""),
    bevinding("Cijfers", "B4", bestand="egmond/2027.xlsx"),
]


@pytest.fixture
def rijk() -> bytes:
    """A workbook with all that people and Excel put in one."""
    boek: Any = Workbook()
    blad = boek.active
    blad.title = "Cijfers"
    for rij in (["Wijk", "Waarde", "Dubbel"], ["Noord", 12.5, "=B2*2"], ["Zuid", "ca. 9", "=B3*2"], ["West", 3, None]):
        blad.append(rij)
    blad["B2"].number_format = "0.00%"
    blad["B2"].comment = Comment("Van de GGD.", "Ambassadeur")
    groen = PatternFill(bgColor="00FF00")
    blad.conditional_formatting.add(
        "B2:B4", Rule("cellIs", operator="lessThan", formula=["5"], dxf=DifferentialStyle(fill=groen))
    )
    keuze = DataValidation("list", formula1='"Noord,Zuid,West"')
    keuze.add("A2:A9")
    blad.add_data_validation(keuze)
    grafiek = BarChart()
    grafiek.add_data(Reference(blad, min_col=2, min_row=1, max_row=4), titles_from_data=True)
    blad.add_chart(grafiek, "E2")
    Plaatje.new("RGB", (20, 20), "red").save(png := io.BytesIO(), "png")
    blad.add_image(Image(png), "E20")
    blad.auto_filter.ref = "A1:C4"
    blad.merge_cells("A6:B6")
    boek.create_sheet("Risico's").append(["Risico"])
    boek.create_sheet("Verborgen").sheet_state = "hidden"
    boek.defined_names["waarden"] = DefinedName("waarden", attr_text="Cijfers!$B$2:$B$4")
    boek.save(uit := io.BytesIO())
    with zipfile.ZipFile(uit, "a") as pakket:
        for naam, inhoud in VREEMD.items():
            pakket.writestr(naam, inhoud)
    return uit.getvalue()


def geopend(inhoud: bytes, **opties: bool) -> Any:
    return load_workbook(io.BytesIO(inhoud), **opties)


def delen(inhoud: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        assert pakket.testzip() is None
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def test_wat_er_was_blijft_er_byte_voor_byte(rijk: bytes) -> None:
    """Only the parts that must say something new change, and those only grow."""
    voor, na = delen(rijk), delen(annotatie.annoteer(rijk, NAAM, BEVINDINGEN))
    assert list(na)[: len(voor)] == list(voor)
    veranderd = {naam for naam in voor if voor[naam] != na[naam]}
    assert veranderd == {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/comments/comment1.xml",
        "xl/drawings/commentsDrawing1.vml",
    }
    assert {"xl/charts/chart1.xml", "xl/media/image1.png", *VREEMD} <= set(voor) - veranderd
    # The cells, the merged ones and the drop-downs: all of the sheet but the priority of its conditional format.
    cellen = re.search(rb"<sheetData>.*</sheetData>", voor["xl/worksheets/sheet1.xml"], re.DOTALL)
    keuzes = re.search(rb"<dataValidations.*</dataValidations>", voor["xl/worksheets/sheet1.xml"])
    assert cellen is not None
    assert keuzes is not None
    assert cellen[0] in na["xl/worksheets/sheet1.xml"]
    assert keuzes[0] in na["xl/worksheets/sheet1.xml"]


def test_de_kopie_toont_de_bevindingen(rijk: bytes) -> None:
    boek = geopend(annotatie.annoteer(rijk, NAAM, BEVINDINGEN))
    assert boek.sheetnames == ["Cijfers", "Risico's", "Verborgen", "Bevindingen"]
    assert boek.active.title == "Bevindingen"
    assert [blad.sheet_view.tabSelected for blad in boek] == [None, None, None, True]
    cijfers = boek["Cijfers"]
    assert cijfers["B2"].comment.text == "Van de GGD.\n\nFOUT: Dat is fout.\nWat u kunt doen: Maak het goed."
    assert cijfers["B3"].comment.text.startswith("LET OP: Er staat “<x> & y”.")
    assert "\n\nFOUT: En nog iets." in cijfers["B3"].comment.text
    assert cijfers["B4"].comment is None
    formaten = {str(f.sqref): f.rules[0] for f in cijfers.conditional_formatting}
    assert {cellen: regel.dxf.fill.bgColor.rgb for cellen, regel in formaten.items() if cellen != "B2:B4"} == {
        "B2 B3": "FFFFC7CE",
        "Z99": "FFDDEBF7",
    }
    # Ours count first; the one that was there still gives the colour it gave.
    assert formaten["B2:B4"].priority > max(formaten["B2 B3"].priority, formaten["Z99"].priority)
    assert formaten["B2:B4"].dxf.fill.bgColor.rgb == "0000FF00"
    overzicht = boek["Bevindingen"]
    rijen = [[cel.value for cel in rij[:4]] for rij in overzicht.iter_rows(min_row=2)]
    assert rijen[1] == ["LET OP", "Cijfers", "B3", "Er staat “<x> & y”."]
    assert [rij[2] for rij in rijen] == ["B2", "B3", "B3", "Z99", "A1", "A1", ""]
    links = [overzicht[cel].hyperlink for cel in ("C2", "C6", "C8")]
    assert [link and link.location for link in links] == ["'Cijfers'!B2", "'Risico''s'!A1", None]


def test_wat_in_de_werkmap_staat_blijft_werken(rijk: bytes) -> None:
    boek = geopend(annotatie.annoteer(rijk, NAAM, BEVINDINGEN))
    cijfers = boek["Cijfers"]
    assert (cijfers["B2"].value, cijfers["B2"].number_format, cijfers["C2"].value) == (12.5, "0.00%", "=B2*2")
    assert cijfers.data_validations.dataValidation[0].formula1 == '"Noord,Zuid,West"'
    assert (len(cijfers._charts), len(cijfers._images), boek["Verborgen"].sheet_state) == (1, 1, "hidden")
    assert boek.defined_names["waarden"].attr_text == "Cijfers!$B$2:$B$4"


def test_hetzelfde_geeft_hetzelfde(rijk: bytes) -> None:
    assert annotatie.annoteer(rijk, NAAM, BEVINDINGEN) == annotatie.annoteer(rijk, NAAM, BEVINDINGEN)


def test_een_kopie_van_een_kopie(rijk: bytes) -> None:
    """Somebody goes on in the copy: the next one has a sheet with another name, and both comments."""
    eerste = annotatie.annoteer(rijk, NAAM, BEVINDINGEN)
    boek = geopend(annotatie.annoteer(eerste, NAAM, [bevinding("Cijfers", "B3", tekst="Derde.")]))
    assert boek.sheetnames[-2:] == ["Bevindingen", "Bevindingen 2"]
    assert boek.active.title == "Bevindingen 2"
    assert [regel in boek["Cijfers"]["B3"].comment.text for regel in ("En nog iets.", "FOUT: Derde.")] == [True, True]


def met(inhoud: bytes, **anders: object) -> bytes:
    """The package with parts changed; the keys are the last words of their names."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for naam, deel in delen(inhoud).items():
            verander: Any = anders.get(naam.rsplit("/", 1)[-1].split(".")[0], lambda deel: deel)
            if (nieuw := verander(deel)) is not None:
                pakket.writestr(naam, nieuw)
    return uit.getvalue()


def klein() -> bytes:
    boek: Any = Workbook()
    boek.active.title = "Cijfers"
    boek.save(uit := io.BytesIO())
    return uit.getvalue()


def voorvoegsel(deel: bytes) -> bytes:
    """The same XML as some libraries write it: with a prefix on each name."""
    return re.sub(rb"<(/?)(\w+)", rb"<\1x:\2", deel.replace(b"xmlns=", b"xmlns:x="))


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(lambda: klein(), id="een leeg blad"),
        pytest.param(
            lambda: met(klein(), sheet1=voorvoegsel, styles=voorvoegsel, workbook=voorvoegsel), id="voorvoegsels"
        ),
        pytest.param(
            lambda: met(klein(), styles=lambda d: d.replace(b"<dxfs", b"<niets").replace(b"</dxfs", b"</niets")),
            id="geen dxfs",
        ),
        pytest.param(lambda: (WORTEL / "gebieden" / "schoorl" / "2027.xlsx").read_bytes(), id="een echte werkmap"),
    ],
)
def test_het_lukt_ook_als_het_anders_is_opgeschreven(inhoud: Any) -> None:
    bron = inhoud()
    blad = "Cijfers" if b"Cijfers" in delen(bron)["xl/workbook.xml"] else "Veerkracht"
    boek = geopend(annotatie.annoteer(bron, NAAM, [bevinding(blad, "B7")]))
    assert boek[blad]["B7"].comment.text.startswith("FOUT: Dat is fout.")
    assert [str(f.sqref) for f in boek[blad].conditional_formatting] == ["B7"]


def test_wat_niet_lukt_wordt_gezegd(rijk: bytes) -> None:
    kapot = met(rijk, sheet1=lambda deel: deel[: len(deel) // 2])
    with pytest.raises(GebiedsplanFout) as fout:
        annotatie.annoteer(kapot, NAAM, BEVINDINGEN)
    (gemeld,) = fout.value.bevindingen
    assert (gemeld.code, gemeld.plek) == ("annoteren-mislukt", Plek(NAAM))


@pytest.fixture
def omgezet(rijk: bytes, tmp_path: Path) -> tuple[bytes, bytes]:
    """The copy as LibreOffice reads it, saved again as xlsx and as ods."""
    (tmp_path / "kopie.xlsx").write_bytes(annotatie.annoteer(rijk, NAAM, BEVINDINGEN))
    for soort in ("xlsx", "ods"):
        soffice(tmp_path / "uit", soort, tmp_path / "kopie.xlsx")
    return (tmp_path / "uit" / "kopie.xlsx").read_bytes(), (tmp_path / "uit" / "kopie.ods").read_bytes()


@pytest.mark.libreoffice
def test_libreoffice_opent_de_kopie_met_alles_erin(omgezet: tuple[bytes, bytes]) -> None:
    als_xlsx, als_ods = omgezet
    boek = geopend(als_xlsx)
    cijfers = boek["Cijfers"]
    assert cijfers["C2"].value == "=B2*2"
    assert geopend(als_xlsx, data_only=True)["Cijfers"]["C2"].value == 25
    assert "Van de GGD." in cijfers["B2"].comment.text
    assert "FOUT: Dat is fout." in cijfers["B2"].comment.text
    assert "Er staat “<x> & y”." in cijfers["B3"].comment.text
    assert "Noord" in cijfers.data_validations.dataValidation[0].formula1
    assert (len(cijfers._charts), len(cijfers._images)) == (1, 1)
    inhoud = delen(als_ods)["content.xml"].decode()
    assert inhoud.count("<office:annotation ") == 4
    assert 'table:content-validation-name="val1"' in inhoud
    assert "'Risico''s'" in inhoud.replace("&apos;", "'")
