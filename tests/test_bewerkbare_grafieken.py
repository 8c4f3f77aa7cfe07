"""Charts that Word draws itself: what is in the file, that it says what the plan says, and nothing more."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from conftest import WORTEL, gemaakt_in, soffice
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from test_build import alt_in_docx, mappen, woorden_in_docx, zet
from test_figures import RIJ, STAAF, kernbeeld, lijn, opbouw, trend, vergelijking
from test_plan import SLUGS, Maker, maker

from gebiedsplan import build, huisstijl
from gebiedsplan.build import Opties
from gebiedsplan.chart import Chart
from gebiedsplan.document import Document, Figure, Meta, Picture, Ref, Text
from gebiedsplan.figures import draw
from gebiedsplan.figures.bewerkbaar import describe
from gebiedsplan.figures.stijl import stijl_van
from gebiedsplan.plan.grafiek import Grafiek, Kernbeeld, Leeftijdsopbouw, Notatie, Trend, Vergelijking
from gebiedsplan.writers.docx import write

HUISSTIJL = huisstijl.read((WORTEL / "templates" / "huisstijl",), "heiloo").huisstijl
STIJL = stijl_van(HUISSTIJL)
BEWERKBAAR = Opties(bewerkbare_grafieken=True)
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


def maak(gebieden: Path, naar: Path, slug: str, opties: Opties = BEWERKBAAR) -> dict[str, bytes]:
    """Build a plan and read back every file, by its name under the output folders."""
    build.maak(mappen(gebieden, naar), slug, 2027, opties)
    return gemaakt_in(naar)


def word(bestanden: Mapping[str, bytes], slug: str = "heiloo") -> bytes:
    return bestanden[f"build/{slug}/gebiedsplan-{slug}-2027.docx"]


@pytest.fixture(scope="module")
def bewerkbaar(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return maak(WORTEL / "gebieden", tmp_path_factory.mktemp("bewerkbaar"), "heiloo")


@pytest.fixture(scope="module")
def plaatjes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return maak(WORTEL / "gebieden", tmp_path_factory.mktemp("plaatjes"), "heiloo", Opties())


@pytest.fixture(scope="module")
def plannen() -> Maker:
    return maker(WORTEL / "gebieden")


@dataclass(frozen=True)
class InWord:
    """A chart as it is in a Word file: its alt text, its XML and the sheet of its workbook."""

    alt: str
    xml: etree._Element
    blad: Worksheet
    uitkomsten: Worksheet

    def vind(self, path: str) -> list[str]:
        gevonden = self.xml.xpath(path, namespaces=NS)
        assert isinstance(gevonden, list)
        return [str(waarde) for waarde in gevonden]

    def cellen(self, verwijzing: str) -> list[object]:
        """What stands in the cells that a reference in the chart points at."""
        blad, gebied = verwijzing.split("!")
        assert blad == self.blad.title
        gekozen = self.uitkomsten[gebied.replace("$", "")]
        return [rij[0].value for rij in gekozen] if isinstance(gekozen, tuple) else [gekozen.value]

    def reeksen(self) -> dict[str, list[object]]:
        """Every series by its name, from the workbook."""
        waarden = self.vind("//c:val/c:numRef/c:f/text() | //c:yVal/c:numRef/c:f/text()")
        namen = self.vind("//c:ser/c:tx/c:strRef/c:f/text()")
        return {str(self.cellen(n)[0]): self.cellen(w) for n, w in zip(namen, waarden, strict=True)}


def grafieken(inhoud: bytes) -> Iterator[InWord]:
    """The charts of a Word file in the order of the text."""
    document = docx.Document(io.BytesIO(inhoud))
    for inline in document.element.body.iter("{*}inline"):
        wijzer = next(iter(inline.iter(f"{{{NS['c']}}}chart")), None)
        if wijzer is None:
            continue  # goals of which nothing was measured yet stay a picture
        deel = document.part.related_parts[str(wijzer.get(f"{{{NS['r']}}}id"))]
        xml = etree.fromstring(deel.blob)
        data = next(iter(xml.iter(f"{{{NS['c']}}}externalData")))
        werkmap = deel.related_parts[str(data.get(f"{{{NS['r']}}}id"))]
        assert deel.content_type.endswith("drawingml.chart+xml")
        assert werkmap.content_type.endswith("spreadsheetml.sheet")
        boek, uitkomsten = (openpyxl.load_workbook(io.BytesIO(werkmap.blob), data_only=w) for w in (False, True))
        yield InWord(str(inline.find("{*}docPr").get("descr")), xml, boek.worksheets[0], uitkomsten.worksheets[0])


def beschreven(grafiek: Grafiek) -> Chart:
    """A chart that holds a number, as data."""
    chart = describe(grafiek, STIJL)
    assert chart is not None
    return chart


def in_word(grafiek: Grafiek, **anders: object) -> InWord:
    """One chart, written in a Word file of its own and read back."""
    chart = beschreven(grafiek)
    return een(replace(chart, **anders))  # type: ignore[arg-type]


def een(chart: Chart) -> InWord:
    (gelezen,) = grafieken(schrijf(chart))
    return gelezen


def schrijf(chart: Chart) -> bytes:
    picture = Picture(b"<svg/>", b"", 160, 90, chart)
    figure = Figure("f", "een", (Text("Zin"),), "alt", (), Ref("f", (Text("figuur 1"),)))
    meta = Meta("Plan", "", "", "2026-11-22", "", "", "", (), ())
    return write(Document(meta, (figure,)), {"een": picture}, HUISSTIJL, native_charts=True)


# -- the file


def test_every_figure_is_a_chart_with_its_data(bewerkbaar: dict[str, bytes]) -> None:
    namen = zipfile.ZipFile(io.BytesIO(word(bewerkbaar))).namelist()
    aantal = len(list(grafieken(word(bewerkbaar))))
    assert aantal >= 9
    # The goals stay a picture, in two forms: nothing was measured yet.
    assert [naam for naam in namen if naam.startswith("word/media/")] == [
        "word/media/figuur1.png",
        "word/media/figuur1.svg",
    ]
    for map_, soort in (("charts", "xml"), ("embeddings", "xlsx")):
        assert len([n for n in namen if n.startswith(f"word/{map_}/") and n.endswith(soort)]) == aantal


def test_without_the_option_every_figure_is_a_picture(plaatjes: dict[str, bytes]) -> None:
    namen = zipfile.ZipFile(io.BytesIO(word(plaatjes))).namelist()
    assert not [naam for naam in namen if "chart" in naam or "embeddings" in naam]
    assert len([naam for naam in namen if naam.startswith("word/media/")]) >= 18


def test_alt_text_and_wording_stay_and_so_does_everything_else(
    bewerkbaar: dict[str, bytes], plaatjes: dict[str, bytes]
) -> None:
    assert alt_in_docx(word(bewerkbaar)) == alt_in_docx(word(plaatjes))
    zonder_getal = [alt for alt in alt_in_docx(word(plaatjes)) if alt.startswith("Elk doel op weg")]
    assert len(zonder_getal) == 1, "of no goal of Heiloo anything was measured since"
    in_grafiek = [grafiek.alt for grafiek in grafieken(word(bewerkbaar))]
    assert [*in_grafiek, *zonder_getal] == alt_in_docx(word(plaatjes))
    assert woorden_in_docx(word(bewerkbaar)) == woorden_in_docx(word(plaatjes))
    assert {naam for naam in bewerkbaar if bewerkbaar[naam] != plaatjes[naam]} == {
        "build/heiloo/gebiedsplan-heiloo-2027.docx"
    }


def test_same_bytes_on_another_day_and_in_another_place(
    bewerkbaar: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert maak(WORTEL / "gebieden", tmp_path, "heiloo") == bewerkbaar


def test_only_who_asks_waits_for_the_libraries() -> None:
    script = (
        "import sys\nfrom gebiedsplan.build import documenten\n"
        "print([naam for naam in ('pptx', 'xlsxwriter') if naam in sys.modules])"
    )
    uitvoer = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout
    assert uitvoer.strip() == "[]"


def test_the_workbook_is_as_old_as_the_document() -> None:
    bestand = zipfile.ZipFile(io.BytesIO(schrijf(beschreven(vergelijking(STAAF)))))
    werkmap = openpyxl.load_workbook(io.BytesIO(bestand.read("word/embeddings/gegevens1.xlsx")))
    assert werkmap.properties.created is not None
    assert werkmap.properties.created.date().isoformat() == "2026-11-22"
    assert not werkmap.properties.creator


def test_a_chart_has_the_font_of_the_style_document_and_no_small_letters(bewerkbaar: dict[str, bytes]) -> None:
    for grafiek in grafieken(word(bewerkbaar)):
        assert set(grafiek.vind("//a:latin/@typeface")) == {"Arial"}
        assert min(int(size) for size in grafiek.vind("//@sz")) >= 800
        assert grafiek.vind("//c:autoTitleDeleted/@val") == ["1"]


# -- the data


def test_every_reference_points_at_the_cells_that_say_the_same(bewerkbaar: dict[str, bytes]) -> None:
    for grafiek in grafieken(word(bewerkbaar)):
        for verwijzing in grafiek.xml.iter(f"{{{NS['c']}}}f"):
            bron = verwijzing.getparent()
            assert bron is not None
            soort = str if bron.tag.endswith("strRef") else float
            punten = {int(p.get("idx", "")): soort(p[0].text or "") for p in bron.iter(f"{{{NS['c']}}}pt")}
            cellen = grafiek.cellen(verwijzing.text or "")
            assert punten
            assert punten == {nummer: cel for nummer, cel in enumerate(cellen) if cel is not None}


def test_every_kind_of_chart_is_a_table_with_a_header(bewerkbaar: dict[str, bytes]) -> None:
    koppen = [[cel.value for cel in grafiek.blad[1]] for grafiek in grafieken(word(bewerkbaar))]
    # Of the country not every figure is known.
    waarom = "Nederland: waarom er geen getal is"
    assert koppen[0] == ["Verschil met BUCH in procentpunten (plus is gunstiger)", "Heiloo", "Nederland", waarom]
    assert koppen[1] == ["Leeftijd (% van de inwoners)", "Heiloo", "BUCH"]
    assert ["Gebied", "% van de inwoners van 18 jaar en ouder"] in koppen
    assert ["Jaar", "Heiloo", "BUCH", "Nederland"] in koppen


def als_tekst(notatie: Notatie, waarde: float | None) -> str | None:
    """A value of the data as its number format writes it in Dutch."""
    if waarde is None:
        return None
    heel, _, rest = f"{afgerond(waarde, notatie.decimalen)}".partition(".")
    return f"{int(heel):,}".replace(",", ".") + (f",{rest}" if rest else "") + notatie.achter


def afgerond(waarde: float, decimalen: int) -> str:
    """Rounded as Excel does it: the decimal that is written, half away from zero."""
    return str(Decimal(repr(waarde)).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP))


@pytest.mark.parametrize("slug", SLUGS)
def test_the_data_read_as_the_table_behind_the_drawing(plannen: Maker, slug: str) -> None:
    gezien = set()
    for grafiek in plannen(slug).plan.grafieken():
        gezien.add(type(grafiek))
        chart = describe(grafiek, STIJL)
        if chart is None:
            continue  # goals of which nothing was measured yet
        rijen = grafiek.basis.raster.rijen
        match grafiek:
            case Vergelijking(notatie=notatie):
                (reeks,) = chart.series
                kaal = replace(notatie, achter="")  # the table says its unit once, above the column
                staven = [(naam, als_tekst(kaal, w)) for naam, w in zip(chart.categories, reeks.values, strict=True)]
                assert staven == [
                    (naam, tekst) if tekst[0].isdigit() else (f"{naam}: {tekst}", None) for naam, tekst in rijen
                ]
            case Trend(notatie=notatie):
                kaal = replace(notatie, achter="")
                for reeks, (naam, *teksten) in zip(chart.series, rijen, strict=True):
                    geschreven = [als_tekst(kaal, w) for w in reeks.values]
                    assert (reeks.name, geschreven) == (naam, [t if t[0].isdigit() else None for t in teksten])
            case Leeftijdsopbouw():
                kolommen = zip(*(als_tekst_rij(reeks.values) for reeks in chart.series), strict=True)
                assert [(n, *k) for n, k in zip(chart.categories, kolommen, strict=True)] == list(rijen)
            case Kernbeeld(groepen=groepen):
                verschillen = [rij.eigen for groep in groepen for rij in groep.rijen]
                assert chart.series[0].values == pytest.approx(verschillen, abs=0.01)
    assert Kernbeeld in gezien


def als_tekst_rij(waarden: Sequence[float | None]) -> list[str | None]:
    return [None if w is None else (als_tekst(Notatie(), w) or "").removesuffix("%") for w in waarden]


@pytest.mark.parametrize(
    ("waarde", "data"), [(42.46, 42.4), (42.44, 42.4), (42.5, 42.5), (42.96, 43.0), (-42.46, -42.4), (0.04, 0.0)]
)
def test_the_data_never_round_to_something_else_than_is_written(waarde: float, data: float) -> None:
    assert Notatie().getal(waarde) == data


def test_a_rate_is_written_as_the_plan_writes_it() -> None:
    grafiek = in_word(replace(vergelijking(replace(STAAF, waarde=1234.0)), notatie=Notatie(1, " per 1.000")))
    assert set(grafiek.vind("//c:dLbls//c:numFmt/@formatCode")) == {'#,##0.0" per 1.000"'}
    assert grafiek.blad["B2"].number_format == "#,##0.00"


# -- what is not there


def test_a_hidden_value_is_nowhere_in_the_file(gebieden: Path, tmp_path: Path) -> None:
    """Seven people of eleven in Heiloo: not in the text of a neighbour, and not in a chart or its workbook either."""
    for jaar in (2016, 2020):
        cijfer = {"Indicator": "Voelt zich eenzaam", "Regio": "Heiloo", "Jaar": jaar}
        for kolom, waarde in (("Teller", 7), ("Noemer", 11), ("Waarde", 63.6364)):
            zet(gebieden / "heiloo" / "2027.xlsx", "Veerkracht", cijfer, kolom, waarde)
    doel = {"Speerpunt": "H1", "Indicator": "Voelt zich eenzaam"}
    zet(gebieden / "heiloo" / "2027.xlsx", "Doelen", doel, "Nulmeting", 63.6364)
    egmond = word(maak(gebieden, tmp_path, "egmond"), "egmond")
    for naam, tekst in alle_xml(egmond):
        assert not re.search(r"63[.,]6|(?<!\d)64%", tekst), naam
    met_heiloo = [g for g in grafieken(egmond) if "Heiloo: geheim" in [cel.value for cel in g.blad["A"]]]
    assert [grafiek.alt.split(" (")[0] for grafiek in met_heiloo] == ["Staafgrafiek. Voelt zich eenzaam"]
    namen = [cel.value for cel in met_heiloo[0].blad["A"]][1:]
    (waarden,) = met_heiloo[0].reeksen().values()
    assert [naam for naam, waarde in zip(namen, waarden, strict=True) if waarde is None] == ["Heiloo: geheim"]
    assert str(namen.index("Heiloo: geheim")) not in met_heiloo[0].vind("//c:val//c:pt/@idx")
    # Without Heiloo there is no average, so that nobody can calculate it back.
    (jaren,) = [g for g in grafieken(egmond) if g.alt.startswith("Lijngrafiek. Voelt zich eenzaam")]
    assert jaren.reeksen()["BUCH"][1:] == [None, None]


def alle_xml(inhoud: bytes) -> Iterator[tuple[str, str]]:
    """Every part of a Word file and of the workbooks in it, as text."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bestand:
        for naam in bestand.namelist():
            if naam.endswith(".xlsx"):
                yield from ((f"{naam}/{deel}", tekst) for deel, tekst in alle_xml(bestand.read(naam)))
            elif naam.startswith(("word/charts", "word/document", "xl/")):
                yield naam, re.sub(r"<[^>]*>", " ", bestand.read(naam).decode("utf-8"))


def test_a_year_without_a_value_is_an_empty_cell_and_a_gap() -> None:
    grafiek = in_word(trend(lijn("Egmond", 40, None, 44)))
    assert grafiek.reeksen() == {"Egmond": [40, None, 44]}
    assert grafiek.vind("//c:yVal//c:pt/@idx") == ["0", "2"]
    assert grafiek.vind("//c:dispBlanksAs/@val") == ["gap"]


def test_a_missing_bar_says_why_and_is_no_zero() -> None:
    grafiek = in_word(vergelijking(STAAF, replace(STAAF, label="Schoorl", waarde=None, tekst="geheim")))
    assert [cel.value for cel in grafiek.blad["A"]][1:] == ["Egmond", "Schoorl: geheim", "BUCH"]
    assert list(grafiek.reeksen().values()) == [[43, None, 42]]


def test_a_missing_share_is_an_empty_cell() -> None:
    grafiek = in_word(opbouw((11, 14, 15), (32, None, 20)))
    assert grafiek.reeksen() == {"Egmond": [11, 32], "BUCH": [14, None], "Nederland": [15, 20]}


# -- the looks


def kleur(grafiek: InWord, punt: int) -> list[str]:
    return grafiek.vind(f"//c:dPt[c:idx/@val='{punt}']/c:spPr/*[1]//a:srgbClr/@val")


def test_bars_start_at_zero_lie_in_the_order_of_the_drawing_and_show_the_own_area() -> None:
    grafiek = in_word(vergelijking(replace(STAAF, label="Heiloo", rol="ander"), STAAF))
    assert grafiek.vind("//c:barDir/@val") == ["bar"]
    assert grafiek.vind("//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert grafiek.vind("//c:valAx/c:scaling/c:min/@val") == ["0.0"]
    assert [cel.value for cel in grafiek.blad["A"]][1:] == ["Heiloo", "Egmond", "BUCH"]
    assert [kleur(grafiek, punt) for punt in range(3)] == [["767F8A"], ["0B5FA5"], ["E4E7EB"]]
    assert grafiek.vind("//c:dLbl[c:idx/@val='1']//@b") == ["1"]
    assert grafiek.vind("//c:dLbl[c:idx/@val='0']//@b") == ["0"]


def test_an_example_is_striped_and_says_so_in_its_label() -> None:
    grafiek = in_word(vergelijking(STAAF, replace(STAAF, voorbeeld=True)))
    assert grafiek.vind("//c:dPt[c:idx/@val='1']//a:pattFill/@prst") == ["wdUpDiag"]
    assert not grafiek.vind("//c:dPt[c:idx/@val='0']//a:pattFill/@prst")
    assert grafiek.vind("//c:dLbl[c:idx/@val='1']/c:numFmt/@formatCode") == ['#,##0"% (voorbeeld)"']


def test_whiskers_follow_the_bounds_in_the_workbook() -> None:
    zonder = replace(STAAF, label="Heiloo", onder=None, boven=None)
    grafiek = in_word(vergelijking(STAAF, zonder, referentie=None))
    kop, egmond, heiloo = ([cel.value for cel in rij] for rij in grafiek.blad.iter_rows())
    assert kop[2:] == ["ondergrens", "bovengrens", "van ondergrens tot waarde", "van waarde tot bovengrens"]
    assert egmond == ["Egmond", 43, 39, 47, "=B2-C2", "=D2-B2"]
    assert heiloo == ["Heiloo", 43, None, None, None, None]
    for kant, ref in (("minus", "E"), ("plus", "F")):
        assert grafiek.vind(f"//c:errBars/c:{kant}//c:f/text()") == [f"Gegevens!${ref}$2:${ref}$3"]
        assert grafiek.vind(f"//c:errBars/c:{kant}//c:pt[@idx='0']/c:v/text()") == ["4.0"]
        assert grafiek.cellen(f"Gegevens!${ref}$2:${ref}$3") == [4, None]


def test_a_label_stands_clear_of_a_whisker_that_is_explained() -> None:
    grafiek = in_word(vergelijking(STAAF))
    assert set(grafiek.vind("//c:dLbl/c:dLblPos/@val")) == {"inBase"}
    assert set(grafiek.vind("//c:dLbl/c:spPr//a:srgbClr/@val")) == {"FFFFFF", "E4E7EB"}
    assert "tussen de streepjes" in grafiek.vind("//c:valAx/c:title//a:t/text()")[-1]
    zonder = in_word(vergelijking(replace(STAAF, onder=None)))
    assert set(zonder.vind("//c:dLbl/c:dLblPos/@val")) == {"outEnd"}


def test_without_bounds_there_are_no_whiskers() -> None:
    grafiek = in_word(vergelijking(replace(STAAF, onder=None, boven=None)))
    assert not grafiek.vind("//c:errBars")
    assert grafiek.blad.max_column == 2


def test_years_lie_as_far_apart_as_they_were() -> None:
    jaren = replace(trend(lijn("Egmond", 40, 41)), jaren=(2012, 2020))
    grafiek = in_word(jaren)
    assert grafiek.vind("//c:xVal//c:v/text()") == ["2012", "2020"]
    assert [cel.value for cel in grafiek.blad["A"]] == ["Jaar", 2012, 2020]


def test_lines_differ_by_more_than_colour() -> None:
    anderen = [lijn(naam, 41, 42, rol="ander") for naam in ("BUCH", "Bergen", "Nederland")]
    grafiek = in_word(trend(lijn("Egmond", 40, 41), *anderen))
    strepen = grafiek.vind("//c:ser/c:spPr/a:ln/a:prstDash/@val")
    tekens = grafiek.vind("//c:ser/c:marker/c:symbol/@val")
    assert len(set(zip(strepen, tekens, strict=True))) == 4
    assert grafiek.vind("//c:ser[1]/c:spPr/a:ln//a:srgbClr/@val") == ["0B5FA5"]
    assert grafiek.vind("//c:ser[1]//c:dLbl/c:dLblPos/@val") == ["l", "r"]
    assert not grafiek.vind("//c:ser[position() > 1]//c:dLbl")
    assert grafiek.vind("//c:legendPos/@val") == ["b"]


def test_regions_differ_by_more_than_colour() -> None:
    grafiek = in_word(opbouw((11, 14, 15)))
    vullingen = [grafiek.vind(f"//c:ser[{n}]/c:spPr/*[1]//a:srgbClr/@val") for n in (1, 2, 3)]
    assert vullingen == [["0B5FA5"], [HUISSTIJL.kleuren.lijn.removeprefix("#").upper()], ["FFFFFF"]]
    assert len(grafiek.vind("//c:ser/c:spPr/a:ln//a:srgbClr/@val")) == 2


def test_a_difference_has_the_colour_and_the_sign_of_its_verdict() -> None:
    rijen = (
        replace(RIJ, eigen=3.0, oordeel="gunstiger"),
        replace(RIJ, eigen=-3.0, oordeel="minder gunstig"),
        RIJ,
        replace(RIJ, eigen=2.0, oordeel="geen richting", voorbeeld=True),
    )
    grafiek = in_word(kernbeeld(*rijen))
    assert [kleur(grafiek, punt) for punt in range(4)] == [["1E7B4F"], ["B3261E"], ["0B5FA5"], ["1F2933", "FFFFFF"]]
    formaten = grafiek.vind("//c:dLbl/c:numFmt/@formatCode")
    assert [formaat[1] for formaat in formaten] == ["▲", "▼", "●", "■"]
    assert formaten[0] == '"▲ "#,##0.0;"▲ "#,##0.0'
    assert "(voorbeeld)" in formaten[3]
    uitleg = " ".join(grafiek.vind("//c:valAx/c:title//a:t/text()"))
    assert all(teken in uitleg for teken in "▲▼●■")
    assert float(grafiek.vind("//c:valAx/c:scaling/c:min/@val")[0]) == -float(
        grafiek.vind("//c:valAx/c:scaling/c:max/@val")[0]
    )
    assert set(grafiek.vind("//c:invertIfNegative/@val")) == {"0"}


def test_the_country_and_the_gemeente_are_series_of_their_own_and_stay_away_when_unknown() -> None:
    alles = kernbeeld(replace(RIJ, gemeente=0.5))
    grafiek = in_word(replace(alles, gemeente_naam="Bergen"))
    assert grafiek.reeksen() == {"Egmond": [-1], "Bergen": [0.5], "Nederland": [-3]}
    assert list(in_word(kernbeeld(replace(RIJ, land=None))).reeksen()) == ["Egmond"]


# -- any name


@pytest.mark.parametrize("naam", ["Dijk & Waard <Noord>", '"t Zand"', "=1+1", "a\x01b\nc", "日本 🙂", ""])
@pytest.mark.parametrize("soort", ["vergelijking", "trend", "kernbeeld"])
def test_any_name_comes_out_whole(soort: str, naam: str) -> None:
    als_geschreven = naam.replace("\x01", "").replace("\n", " ")
    alle: dict[str, Grafiek] = {
        "vergelijking": replace(vergelijking(replace(STAAF, label=naam, onder=None)), eenheid=naam),
        "trend": trend(lijn(naam, 40, 41)),
        "kernbeeld": replace(kernbeeld(replace(RIJ, label=naam)), eigen_naam=naam),
    }
    grafiek = in_word(alle[soort])
    cellen = [str(cel.value or "") for rij in grafiek.blad.iter_rows() for cel in rij]
    assert als_geschreven in cellen
    assert als_geschreven in grafiek.vind("//c:tx//c:v/text()") or not naam
    assert all(cel.data_type != "f" for rij in grafiek.blad.iter_rows() for cel in rij)


def test_a_chart_shown_in_a_narrow_place_keeps_its_shape() -> None:
    breed = replace(beschreven(vergelijking(STAAF)), width_mm=320.0, height_mm=100.0)
    xml = etree.fromstring(zipfile.ZipFile(io.BytesIO(schrijf(breed))).read("word/document.xml"))
    extent = next(iter(xml.iter(f"{{{NS['wp']}}}extent")))
    breedte, hoogte = int(extent.get("cx", "")), int(extent.get("cy", ""))
    assert breedte == 9071 * 635
    assert breedte / hoogte == pytest.approx(3.2, abs=0.001)


def test_more_rows_make_a_higher_chart() -> None:
    laag, hoog = (beschreven(vergelijking(*[STAAF] * aantal)).height_mm for aantal in (3, 12))
    assert hoog - laag == pytest.approx(9 * 6.4)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_kernbeeld_is_as_low_as_the_drawing_so_that_the_summary_stays_one_page(plannen: Maker, slug: str) -> None:
    beeld = next(g for g in plannen(slug).plan.grafieken() if isinstance(g, Kernbeeld))
    plaat = draw(beeld, HUISSTIJL)
    assert plaat.chart is not None
    assert plaat.chart.height_mm <= plaat.height_mm
    assert plaat.chart.plot_mm is not None
    deel = [float(waarde) for waarde in een(plaat.chart).vind("//c:plotArea/c:layout/c:manualLayout/*[@val <= 1]/@val")]
    left, top, width, height = deel
    assert left + width < 1
    assert top + height < 1
    assert height * plaat.chart.height_mm == pytest.approx(4.8 * len(plaat.chart.categories), abs=0.1)


@pytest.mark.libreoffice
def test_libreoffice_draws_every_chart(bewerkbaar: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(word(bewerkbaar))
    soffice(tmp_path, "pdf", tmp_path / "plan.docx")
    tekst = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "plan.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    samenvatting = tekst.split("\f")[1]
    assert "in één pagina" in samenvatting
    assert "Wat we het college vragen" in samenvatting
    assert "links minder gunstig, rechts gunstiger" in tekst
    for grafiek in grafieken(word(bewerkbaar)):
        namen = [str(cel.value) for cel in grafiek.blad["A"]][1:]
        assert all(naam in tekst for naam in namen)
        assert all(name in tekst for name in grafiek.reeksen() if len(grafiek.reeksen()) > 1)
