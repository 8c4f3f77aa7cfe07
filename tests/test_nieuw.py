"""A new workbook: for every area, with and without last year, read back, filled in, and built into a plan."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import WORTEL, eigen_bevindingen, soffice
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from gebiedsplan import build, kader
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, fouten
from gebiedsplan.build import Mappen
from gebiedsplan.cli import main
from gebiedsplan.gebied import voorbeelden
from gebiedsplan.gebied.bladen import BLADEN, CIJFERKOLOMMEN, IN_VOORBEREIDING, TEKENS
from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van
from gebiedsplan.gebied.kolommen import BladSpec, Soort
from gebiedsplan.gebied.model import Cijfer, Gebiedsdata, Reden
from gebiedsplan.gebied.voorbeelden import voorbeeld
from gebiedsplan.gebied.vorm import bladen_van, vorm
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Kader

KADER = kader.read(WORTEL / "gebieden" / "kader.toml")
SLUGS = tuple(gebied.slug for gebied in KADER.gebieden)
MET_DELEN = ("bergen", "castricum")
VOLGEND, ZONDER_VORIG = 2028, 2030


def mappen(gebieden: Path) -> Mappen:
    return Mappen(gebieden, (WORTEL / "templates",), gebieden.parent / "build", gebieden.parent / "figures")


def nieuw(gebieden: Path, slug: str, jaar: int = VOLGEND) -> Path:
    (pad,) = build.nieuw(mappen(gebieden), slug, jaar).paden
    return pad


def specs(slug: str, van: Kader = KADER) -> tuple[BladSpec, ...]:
    return bladen_van(van, van.gebied(slug))


def rijen(boek: Workbook, blad: str) -> list[dict[str, Any]]:
    """The rows of a sheet that hold anything, by the names of its columns."""
    kop, *rest = boek[blad].iter_rows(values_only=True)
    records = [{str(k): w for k, w in zip(kop, rij, strict=True) if w is not None} for rij in rest]
    return [record for record in records if record]


def zet(pad: Path, blad: str, *wijzigingen: Mapping[str, object], vanaf: int | None = None) -> None:
    """Write rows by column name below what stands on a sheet, or over it from row ``vanaf`` on."""
    boek = load_workbook(pad)
    vel = boek[blad]
    kop = [cel.value for cel in vel[1]]
    eerste = vanaf or len(rijen(boek, blad)) + 2
    for rij, wijziging in enumerate(wijzigingen, start=eerste):
        for naam, waarde in wijziging.items():
            vel.cell(rij, kop.index(naam) + 1).value = waarde  # type: ignore[assignment]
    boek.save(pad)


def zet_velden(pad: Path, **velden: object) -> None:
    boek = load_workbook(pad)
    for rij in boek["Gebied"].iter_rows(min_row=2):
        if rij[0].value in velden:
            rij[1].value = velden[str(rij[0].value)]  # type: ignore[assignment]
    boek.save(pad)


def vul_aan(pad: Path) -> None:
    """All that an adviser must still do in the new workbook of Heiloo before there can be a plan."""
    zet_velden(pad, Status="concept", Datum="16-11-2027")
    zet(pad, "Terugblik", *({"Status": "op koers", "Resultaat": f"Resultaat {n}."} for n in range(3)), vanaf=2)
    zet(pad, "Businesscase", {"Jaar": 2028}, {"Jaar": 2028}, vanaf=2)
    actie = {"Partner": "Bibliotheek", "Rol gemeente": "Regisseur", "Planning": "2028", "Resultaat": "Veertig weken"}
    zet(pad, "Acties", *({"Speerpunt": code, "Actie": f"Iets nieuws voor {code}", **actie} for code in ("H1", "H2")))


def letter(cel: Cell | MergedCell) -> str:
    return get_column_letter(cel.column or 1)


def zonder_plekken(cijfer: Cijfer) -> Cijfer:
    return replace(cijfer, plekken={})


@pytest.fixture(scope="module")
def alle(tmp_path_factory: pytest.TempPathFactory) -> Lezer:
    """Every area with a new workbook for the year after its newest, and for a year that has none before it."""
    gebieden = tmp_path_factory.mktemp("nieuw") / "gebieden"
    shutil.copytree(WORTEL / "gebieden", gebieden)
    for slug in SLUGS:
        nieuw(gebieden, slug)
        nieuw(gebieden, slug, ZONDER_VORIG)
    return Lezer(gebieden)


@pytest.fixture(scope="module")
def heiloo(alle: Lezer) -> Workbook:
    return load_workbook(alle.pad(KADER.gebied("heiloo"), VOLGEND))


# -- every area


@pytest.mark.parametrize("jaar", [VOLGEND, ZONDER_VORIG])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_new_workbook_only_says_what_is_still_to_be_filled_in(alle: Lezer, slug: str, jaar: int) -> None:
    gelezen = alle.lees(slug, jaar)
    over_nieuwe = [b for b in gelezen.bevindingen if f"{jaar}.xlsx" in b.plek.bestand]
    assert fouten(gelezen.bevindingen) == ()
    assert {(b.code, b.ernst) for b in over_nieuwe} == {("nog-invullen", Ernst.LET_OP)}
    assert gelezen.eigen.kop.planjaar == jaar
    assert gelezen.eigen.kop.status == IN_VOORBEREIDING
    assert gelezen.eigen.kop.versie == "0.1"


@pytest.mark.parametrize("slug", SLUGS)
def test_it_has_every_sheet_and_column(alle: Lezer, slug: str) -> None:
    boek = load_workbook(alle.pad(KADER.gebied(slug), VOLGEND))
    namen = [spec.naam for spec in specs(slug)]
    assert boek.sheetnames == ["Lees mij", *namen, "Lijsten"]
    for spec in specs(slug):
        kop = [cel.value for cel in boek[spec.naam][1]]
        assert kop[: len(spec.kolommen)] == [kolom.naam for kolom in spec.kolommen], spec.naam


def test_an_area_with_parts_has_only_what_is_about_the_whole(alle: Lezer) -> None:
    bladen = load_workbook(alle.pad(KADER.gebied("bergen"), VOLGEND)).sheetnames
    assert not {"Speerpunten", "Doelen", "Acties", "Bevolking", "Veerkracht", "Terugblik"} & set(bladen)
    assert {"Gebied", "Middelen", "Risico's", "Teksten", "Besluit"} <= set(bladen)


def test_sheets_of_parts_are_those_that_are_not_used_in_the_plan_of_the_whole(gebieden: Path) -> None:
    """``van_delen`` says the same as the rule blad-ongebruikt."""
    heel = {spec.naam for spec in specs("heiloo")} - {spec.naam for spec in specs("bergen")}
    (gebieden / "bergen" / "2027.xlsx").write_bytes((gebieden / "heiloo" / "2027.xlsx").read_bytes())
    gevonden = build.controleer(mappen(gebieden), "bergen", 2027)
    assert {b.plek.blad for b in gevonden if b.code == "blad-ongebruikt"} == heel


# -- what Excel is told


@pytest.mark.parametrize("slug", SLUGS)
def test_every_choice_has_the_list_of_the_kader(alle: Lezer, slug: str) -> None:
    boek = load_workbook(alle.pad(KADER.gebied(slug), VOLGEND))
    lijsten = keuzelijsten(KADER, regios_van(KADER.gebied(slug)))
    bekeken = 0
    for spec in specs(slug):
        regels = {str(regel.sqref): regel for regel in boek[spec.naam].data_validations.dataValidation}
        for cel, kolom in zip(boek[spec.naam][1], spec.kolommen, strict=False):
            if kolom.soort not in (Soort.KEUZE, Soort.KEUZES):
                continue
            regel = regels[f"{letter(cel)}2:{letter(cel)}2000"]
            assert woorden_van(boek, str(regel.formula1)) == list(lijsten[kolom.lijst].namen), (spec.naam, kolom.naam)
            assert regel.errorStyle == ("warning" if kolom.soort is Soort.KEUZES else "stop")
            assert regel.errorTitle == kolom.naam
            assert regel.error
            bekeken += 1
    assert bekeken > 1


def woorden_van(boek: Workbook, naam: str) -> list[object]:
    """The words in a named range."""
    ((blad, bereik),) = boek.defined_names[naam].destinations
    return [rij[0].value for rij in boek[blad][bereik]]


def test_every_number_year_and_date_is_checked(heiloo: Workbook) -> None:
    soorten = {Soort.JAAR: "whole", Soort.DATUM: "date", Soort.GETAL: "decimal", Soort.CIJFER: "custom",
               Soort.BEDRAG: "custom", Soort.CODE: "list", Soort.CODES: "list"}  # fmt: skip
    for spec in specs("heiloo"):
        regels = {str(regel.sqref): regel for regel in heiloo[spec.naam].data_validations.dataValidation}
        for cel, kolom in zip(heiloo[spec.naam][1], spec.kolommen, strict=False):
            if kolom.soort in soorten:
                regel = regels[f"{letter(cel)}2:{letter(cel)}2000"]
                assert regel.type == soorten[kolom.soort], (spec.naam, kolom.naam)


def test_fields_of_the_sheet_gebied_are_checked_one_by_one(heiloo: Workbook) -> None:
    regels = {str(regel.sqref): regel for regel in heiloo["Gebied"].data_validations.dataValidation}
    velden = {rij["Veld"]: nummer for nummer, rij in enumerate(rijen(heiloo, "Gebied"), start=2)}
    assert regels[f"B{velden['Planjaar']}"].type == "whole"
    assert regels[f"B{velden['Datum']}"].type == "date"
    assert woorden_van(heiloo, str(regels[f"B{velden['Status']}"].formula1))[:2] == [IN_VOORBEREIDING, "concept"]


def test_codes_come_from_the_sheet_speerpunten(heiloo: Workbook) -> None:
    assert heiloo.defined_names["Speerpuntcodes"].attr_text == (
        "OFFSET('Speerpunten'!$A$2,0,0,MAX(1,COUNTA('Speerpunten'!$A$2:$A$2000)),1)"
    )


def test_nothing_is_longer_than_excel_shows(heiloo: Workbook) -> None:
    for vel in heiloo.worksheets:
        for regel in vel.data_validations.dataValidation:
            assert len(regel.errorTitle or "") <= 32
            assert len(regel.error or "") <= 225
            assert len(regel.prompt or "") <= 255
            assert len(str(regel.formula1)) <= 255
            assert not (regel.error or "").endswith((" ", ","))


def test_every_header_has_a_note_with_meaning_and_whether_it_must_be_filled(heiloo: Workbook) -> None:
    for spec in specs("heiloo"):
        for cel, kolom in zip(heiloo[spec.naam][1], spec.kolommen, strict=False):
            assert cel.comment is not None
            assert kolom.uitleg in cel.comment.text
            if spec.naam != "Gebied":
                assert ("Verplicht" in cel.comment.text) is kolom.verplicht, (spec.naam, kolom.naam)
                assert voorbeeld(spec.naam, kolom.naam) in cel.comment.text


def test_every_example_belongs_to_a_column() -> None:
    kolommen = {spec.naam: {kolom.naam for kolom in spec.kolommen} for spec in BLADEN}
    assert all(set(per_kolom) <= kolommen[blad] for blad, per_kolom in voorbeelden._BLADEN.items())
    assert set(voorbeelden.CIJFERS) <= {kolom.naam for kolom in CIJFERKOLOMMEN}


def test_only_headers_are_locked_and_rows_stay_free(heiloo: Workbook) -> None:
    for spec in specs("heiloo"):
        vel = heiloo[spec.naam]
        slot = vel.protection
        breed = vel.max_column
        assert slot.sheet
        assert slot.password is None
        assert {slot.insertRows, slot.deleteRows, slot.sort, slot.autoFilter, slot.formatCells} == {False}
        assert all(cel.protection.locked for cel in vel[1]), spec.naam
        assert not any(cel.protection.locked for rij in vel.iter_rows(min_row=2) for cel in rij), spec.naam
        # Rows that nobody has used yet take over the style of their column; Excel deletes a row only when all is open.
        rest = vel.column_dimensions[get_column_letter(breed + 1)]
        assert (rest.min, rest.max) == (breed + 1, 16384)
        maten = [vel.column_dimensions[letter(cel)] for cel in vel[1]]
        assert not any(maat.protection.locked for maat in (*maten, rest)), spec.naam


def test_headers_are_frozen_filterable_and_repeated_on_paper(heiloo: Workbook) -> None:
    for spec in specs("heiloo"):
        vel = heiloo[spec.naam]
        assert vel.freeze_panes in {"A2", "B2"}
        assert str(vel.auto_filter.ref).startswith("A1:")
        assert vel.print_title_rows == "$1:$1"
        assert vel.page_setup.orientation == "landscape"
        assert vel.page_setup.fitToHeight == 0
        assert not vel.merged_cells.ranges
        assert all(vel.column_dimensions[letter(cel)].width >= 9 for cel in vel[1])


def test_what_waits_is_yellow_until_it_is_filled(heiloo: Workbook) -> None:
    """The formulas of the colours, as Excel gets them; that they work was seen in LibreOffice."""
    per_cel = {
        str(bereik.sqref): [str(regel.formula[0]) for regel in bereik.rules]
        for bereik in heiloo["Zorgconsumptie"].conditional_formatting
    }
    in_gebruik = "COUNTA($A2,$B2,$C2,$D2,$E2,$F2,$G2,$H2,$I2,$J2,$K2,$L2,$M2)>0"
    assert per_cel["C2:C2000"] == [f'AND(C2="",{in_gebruik})', '$K2="voorbeeld"']
    assert per_cel["D2:D2000"] == [f"AND(COUNTA($D2,$E2,$F2,$G2,$H2,$I2,$J2,$K2,$L2,$M2)=0,{in_gebruik})",
                                   '$K2="voorbeeld"']  # fmt: skip
    partners = heiloo["Partners"].conditional_formatting
    assert any('LEFT($D2,8)="Voorstel"' in regel.formula for regels in partners for regel in regels.rules)


def test_lees_mij_leads_to_every_sheet(heiloo: Workbook) -> None:
    links = {cel.value: cel.hyperlink.location for cel in heiloo["Lees mij"]["A"] if cel.hyperlink}
    assert list(links) == heiloo.sheetnames[1:]
    assert links["Risico's"] == "'Risico''s'!A1"
    woorden = " ".join(str(cel.value) for cel in heiloo["Lees mij"]["B"])
    assert "make controleer GEBIED=heiloo JAAR=2028." in woorden
    assert all(uitleg in woorden for uitleg in TEKENS.values())
    assert heiloo.properties.title == "Werkmap Heiloo 2028"
    assert heiloo.properties.language == "nl-NL"


# -- what comes from last year


def test_every_figure_of_last_year_is_still_there(alle: Lezer) -> None:
    for slug in set(SLUGS) - set(MET_DELEN):
        oud, nieuwe = (alle.lees(slug, jaar).eigen.bladen for jaar in (2027, VOLGEND))
        van_oud, van_nieuw = (
            {(c.indicator, c.regio, c.jaar): zonder_plekken(c) for c in bladen.cijfers} for bladen in (oud, nieuwe)
        )
        assert van_oud == van_nieuw
        assert len(oud.bevolking) == len(nieuwe.bevolking)


def test_a_row_waits_for_every_figure_that_can_be_newer(heiloo: Workbook) -> None:
    for blok in KADER.blokken:
        wacht = [rij for rij in rijen(heiloo, blok.blad) if not rij.keys() - {"Indicator", "Regio", "Jaar", "Eenheid"}]
        van_gebied = [rij["Indicator"] for rij in wacht if rij["Regio"] == "Heiloo"]
        assert len(van_gebied) == len(set(van_gebied))
        for indicator in (i for i in KADER.indicatoren if i.blok == blok.id):
            jaren = [r["Jaar"] for r in rijen(heiloo, blok.blad)
                     if r["Indicator"] == indicator.naam and r["Regio"] == "Heiloo" and "Status" in r]  # fmt: skip
            kan_nieuwer = not jaren or max(jaren) + indicator.ververst < VOLGEND
            assert (indicator.naam in van_gebied) is kan_nieuwer, indicator.naam
    eenzaam = [r for r in rijen(heiloo, "Veerkracht") if r["Indicator"] == "Voelt zich eenzaam" and "Waarde" not in r]
    assert {r["Jaar"] for r in eenzaam} == {2024}  # every four years, last in 2020: it can only be 2024
    assert len(eenzaam) == 9  # Heiloo and its eight wijken, which had it
    assert {r["Eenheid"] for r in eenzaam} == {"% van de inwoners van 18 jaar en ouder"}


def test_without_last_year_every_indicator_waits(alle: Lezer) -> None:
    boek = load_workbook(alle.pad(KADER.gebied("schoorl"), ZONDER_VORIG))
    for blok in KADER.blokken:
        verwacht = [i.naam for i in KADER.indicatoren if i.blok == blok.id]
        assert [rij["Indicator"] for rij in rijen(boek, blok.blad)] == verwacht
    groepen = [rij["Leeftijdsgroep"] for rij in rijen(boek, "Bevolking")]
    assert groepen == ["0-15", "15-25", "25-45", "45-65", "65+", "Totaal"]
    assert not any("Herkomst" in rij for blad in ("Gebied", "Teksten") for rij in rijen(boek, blad))


def test_speerpunten_of_last_year_stand_on_terugblik_with_what_was_aimed_at(heiloo: Workbook) -> None:
    terugblik = rijen(heiloo, "Terugblik")
    assert [rij["Speerpunt"] for rij in terugblik] == ["H1", "H2", "H3"]
    assert not any({"Status", "Resultaat"} & rij.keys() for rij in terugblik)
    assert terugblik[0]["Doelen van vorig jaar"].startswith("Voelt zich eenzaam: van 42,5 (2020) naar 41 (2028)\n")
    assert terugblik[2]["Doelen van vorig jaar"].endswith(": eerst een nulmeting")
    assert "→ 120 gesprekken in 2027" in terugblik[2]["Acties van vorig jaar"]


def test_what_runs_on_is_proposed_and_the_rest_is_not(gebieden: Path) -> None:
    """H1 and H2 have a target in 2028. H3 runs on once one of its actions is planned for then."""
    vorig = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(vorig)
    planning = letter(next(cel for cel in boek["Acties"][1] if cel.value == "Planning"))
    boek["Acties"][f"{planning}7"] = "Vanaf 2e kwartaal 2027 tot en met 2029"
    boek.save(vorig)
    werk = load_workbook(nieuw(gebieden, "heiloo"))
    assert [(rij["Code"], rij["Herkomst"]) for rij in rijen(werk, "Speerpunten")] == [
        ("H1", "Voorstel uit 2027: een doel loopt tot 2028"),
        ("H2", "Voorstel uit 2027: een doel loopt tot 2028"),
        ("H3", "Voorstel uit 2027: een actie loopt door"),
    ]
    assert [(rij["Speerpunt"], rij.get("Streefwaarde jaar")) for rij in rijen(werk, "Doelen")] == [
        ("H1", 2028),
        ("H2", 2028),
        ("H3", None),
    ]
    assert [rij["Actie"] for rij in rijen(werk, "Acties")] == ["Gesprekken thuis met inwoners die 75 worden"]


def test_texts_that_name_last_year_are_left_out_and_it_says_so(gebieden: Path) -> None:
    vorig = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(vorig)
    boek["Teksten"]["B2"] = "Wat hier staat, klopt nog steeds."
    boek["Teksten"]["B3"] = "In het najaar van 2026 spraken we met inwoners."
    boek["Duiding"]["B2"] = "In 2027 gaat het beter."
    boek.save(vorig)
    oude_duidingen = len(rijen(boek, "Duiding"))
    werk = load_workbook(nieuw(gebieden, "heiloo"))
    teksten = {rij["Onderdeel"]: rij for rij in rijen(werk, "Teksten")}
    assert list(teksten) == list(vorm(KADER).teksten)
    assert teksten["Inleiding"]["Tekst"] == "Wat hier staat, klopt nog steeds."
    assert "Tekst" not in teksten["Totstandkoming"]
    assert "noemt een jaar" in teksten["Totstandkoming"]["Herkomst"]
    assert len(rijen(werk, "Duiding")) < oude_duidingen
    assert all(rij["Herkomst"].startswith("Voorstel") for rij in rijen(werk, "Duiding"))


def test_partners_and_aanbod_come_along_and_what_is_of_its_own_year_does_not(heiloo: Workbook, alle: Lezer) -> None:
    vorig = alle.lees("heiloo", 2027).eigen
    assert [rij["Naam"] for rij in rijen(heiloo, "Partners")] == [p.naam for p in vorig.partners]
    assert [rij["Activiteit"] for rij in rijen(heiloo, "Aanbod")] == [a.activiteit for a in vorig.aanbod]
    assert [rij["Jaar"] for rij in rijen(heiloo, "Middelen")] == [2028]
    for blad in ("Gesprekken", "Casus", "Besluit"):
        assert rijen(heiloo, blad) == []
    velden = {rij["Veld"]: rij.get("Waarde") for rij in rijen(heiloo, "Gebied")}
    assert velden["Opsteller"] == vorig.kop.opsteller
    assert velden["Datum"] is None
    assert velden["Zaaknummer"] is None


def test_a_choice_that_left_the_kader_is_said_and_left_out(gebieden: Path) -> None:
    pad = gebieden / "kader.toml"
    tekst = pad.read_text("utf-8").replace('naam = "(Jonge) mantelzorgers"', 'naam = "Wie zorgt"')
    pad.write_text(tekst.replace('naam = "Geeft mantelzorg"\naliassen = ["Mantelzorger"]', 'naam = "Zorgt"'), "utf-8")
    gemaakt = build.nieuw(mappen(gebieden), "heiloo", VOLGEND)
    werk = load_workbook(gemaakt.paden[0])
    assert {b.code for b in gemaakt.bevindingen} == {"niet-overgenomen"}
    woorden = " ".join(b.tekst for b in gemaakt.bevindingen)
    assert (
        "“(Jonge) mantelzorgers” staat niet meer in de lijst met doelgroepen. Deze keuze is niet overgenomen."
        in woorden
    )
    assert "“Geeft mantelzorg” staat niet meer in de lijst met indicatoren. Deze rij is niet overgenomen." in woorden
    assert all(b.ernst is Ernst.LET_OP and "2027.xlsx" in b.plek.bestand for b in gemaakt.bevindingen)
    assert [len(rij) for rij in rijen(werk, "Veerkracht") if rij["Indicator"] == "Zorgt"] == [3]
    # The reference workbook still has the old name; the new workbook has not.
    blijft = fouten(build.controleer(mappen(gebieden), "heiloo", VOLGEND))
    assert {b.plek.bestand for b in blijft} == {(gebieden / "referentie.xlsx").as_posix()}


def test_words_never_become_a_formula(gebieden: Path) -> None:
    vorig = gebieden / "heiloo" / "2027.xlsx"
    gevaarlijk = ["=1+1", "+31 72 000", "-streepje", "@iemand", '=HYPERLINK("http://x")']
    boek = load_workbook(vorig)
    for rij, naam in enumerate(gevaarlijk, start=2):
        cel = boek["Partners"].cell(rij, 1)
        cel.value = naam
        cel.data_type = "s"
    boek.save(vorig)
    vel = load_workbook(nieuw(gebieden, "heiloo"))["Partners"]
    cellen = [vel.cell(rij, 1) for rij in range(2, 7)]
    assert [cel.value for cel in cellen] == gevaarlijk
    assert {cel.data_type for cel in cellen} == {"s"}
    assert all(cel.quotePrefix for cel in cellen)


# -- in preparation, and after


def test_no_plan_is_made_of_a_workbook_in_preparation(gebieden: Path) -> None:
    nieuw(gebieden, "heiloo")
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen(gebieden), "heiloo", VOLGEND)
    assert [b.code for b in fouten(fout.value.bevindingen)] == ["in-voorbereiding"]
    assert {b.code for b in fout.value.bevindingen} == {"in-voorbereiding", "nog-invullen"}
    assert fout.value.exit_code == 1
    assert not mappen(gebieden).uit.exists()


def test_without_a_year_the_newest_plan_that_can_be_made_is_made(gebieden: Path) -> None:
    nieuw(gebieden, "heiloo")
    assert build.maak(mappen(gebieden), "heiloo", None).paden[0].stem == "gebiedsplan-heiloo-2027"
    # What is looked at without a year is the newest workbook, ready or not.
    assert {b.code for b in build.controleer(mappen(gebieden), "heiloo", None)} == {"nog-invullen"}


def test_a_mistake_in_a_workbook_in_preparation_stays_a_mistake(gebieden: Path) -> None:
    pad = nieuw(gebieden, "heiloo")
    zet(pad, "Acties", {"Speerpunt": "H9", "Actie": "Iets"})
    gevonden = build.controleer(mappen(gebieden), "heiloo", VOLGEND)
    assert [b.code for b in fouten(gevonden)] == ["onbekend-speerpunt"]
    op_acties = [b for b in gevonden if b.plek.blad == "Acties" and b.code == "nog-invullen"]
    assert [b.tekst for b in op_acties] == ["Op dit blad zijn nog 4 cellen leeg: C2, D2, E2, F2."]


def test_too_many_speerpunten_is_a_mistake_too_few_is_work(gebieden: Path) -> None:
    pad = nieuw(gebieden, "schoorl", ZONDER_VORIG)
    te_weinig = build.controleer(mappen(gebieden), "schoorl", ZONDER_VORIG)
    assert [b.tekst for b in te_weinig if b.plek.blad == "Speerpunten"] == [
        "Er staan 0 speerpunten op dit blad. Het kader vraagt er 2 tot 3."
    ]
    zet(pad, "Speerpunten", *({"Code": f"S{n}"} for n in range(4)))
    assert "aantal-speerpunten" in {b.code for b in fouten(build.controleer(mappen(gebieden), "schoorl", ZONDER_VORIG))}


def test_what_is_empty_in_a_concept_is_a_mistake(gebieden: Path) -> None:
    pad = nieuw(gebieden, "heiloo")
    zet_velden(pad, Status="concept")
    codes = [b.code for b in fouten(build.controleer(mappen(gebieden), "heiloo", VOLGEND))]
    assert set(codes) == {"verplicht-leeg"}
    assert len(codes) == 9  # the date, status and result of three speerpunten, and the year of two hulpvragen


def test_filled_in_it_becomes_a_plan(gebieden: Path) -> None:
    pad = nieuw(gebieden, "heiloo")
    vul_aan(pad)
    gemaakt = build.maak(mappen(gebieden), "heiloo", VOLGEND)
    assert {b.code for b in eigen_bevindingen(gemaakt.bevindingen)} == {"nog-invullen", "besluit-leeg"}
    tekst = next(p for p in gemaakt.paden if p.suffix == ".md").read_text("utf-8")
    assert "Iets nieuws voor H1" in tekst
    assert "Resultaat 2" in tekst
    # A row that still waits hides no figure that was there, and is not called ‘niet gemeten’.
    assert "42%" in tekst or "43%" in tekst
    oud = Lezer(gebieden).lees("heiloo", 2027)
    assert len(Lezer(gebieden).lees("heiloo", VOLGEND).eigen.bladen.cijfers) == len(oud.eigen.bladen.cijfers)


def test_a_row_counts_from_the_first_thing_that_is_said_of_it(gebieden: Path) -> None:
    pad = nieuw(gebieden, "heiloo")
    boek = load_workbook(pad)
    vel = boek["Veerkracht"]
    kop = [cel.value for cel in vel[1]]
    wacht = next(r for r in vel.iter_rows(min_row=2) if r[2].value == 2024 and r[kop.index("Status")].value is None)
    wacht[kop.index("Status")].value = "definitief"
    boek.save(pad)
    cijfers = Lezer(gebieden).lees("heiloo", VOLGEND).eigen.bladen.cijfers
    assert [c.reden for c in cijfers if c.jaar == 2024 and c.indicator == "eenzaam"] == [Reden.NIET_GEMETEN]


def test_extra_columns_are_left_alone(alle: Lezer, gebieden: Path) -> None:
    """Without the columns that are only there for the eye, the program reads the same."""
    pad = nieuw(gebieden, "heiloo")
    boek = load_workbook(pad)
    for spec in specs("heiloo"):
        boek[spec.naam].delete_cols(len(spec.kolommen) + 1, 10)
    boek.save(pad)
    zonder, met = Lezer(gebieden).lees("heiloo", VOLGEND), alle.lees("heiloo", VOLGEND)
    assert inhoud(zonder.eigen) == inhoud(met.eigen)


def inhoud(data: Gebiedsdata) -> dict[str, object]:
    """All that a workbook says, without the name of its file."""
    naam = data.bestand
    return {v.name: repr(getattr(data, v.name)).replace(naam, "") for v in fields(data) if v.name != "bestand"}


# -- asking for one


def test_it_never_replaces_a_workbook(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    voor = pad.read_bytes()
    with pytest.raises(GebiedsplanFout) as fout:
        nieuw(gebieden, "heiloo", 2027)
    assert [b.code for b in fout.value.bevindingen] == ["werkmap-bestaat"]
    assert fout.value.exit_code == 2
    assert pad.read_bytes() == voor


@pytest.mark.parametrize(
    ("slug", "jaar", "code", "hulp"),
    [
        ("heilo", 2028, "onbekend-gebied", "Bedoelt u “heiloo”?"),
        ("heiloo", 2208 - 10, "planjaar-onlogisch", "Kies een jaar vanaf 2010 tot en met 2032."),
        ("heiloo", 1999, "planjaar-onlogisch", "Kies een jaar vanaf 2010"),
    ],
)
def test_a_question_without_sense_gets_an_answer(gebieden: Path, slug: str, jaar: int, code: str, hulp: str) -> None:
    with pytest.raises(GebiedsplanFout) as fout:
        nieuw(gebieden, slug, jaar)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, fout.value.exit_code) == (code, 2)
    assert hulp in bevinding.hulp


def test_without_a_year_it_is_the_next(gebieden: Path) -> None:
    assert build.nieuw(mappen(gebieden), "egmond", None).paden == (gebieden / "egmond" / "2028.xlsx",)
    for pad in (gebieden / "schoorl").iterdir():
        pad.unlink()
    with pytest.raises(GebiedsplanFout) as fout:
        build.nieuw(mappen(gebieden), "schoorl", None)
    assert "JAAR=2028" in fout.value.bevindingen[0].hulp


def test_the_parts_that_have_no_workbook_yet_are_named(gebieden: Path) -> None:
    nieuw(gebieden, "schoorl")
    gemaakt = build.nieuw(mappen(gebieden), "bergen", VOLGEND)
    assert [b.hulp for b in gemaakt.bevindingen] == [
        "Maak die ook: make nieuw GEBIED=bergen-kern JAAR=2028.",
        "Maak die ook: make nieuw GEBIED=egmond JAAR=2028.",
    ]


def test_same_question_same_bytes(gebieden: Path) -> None:
    pad = nieuw(gebieden, "limmen-akersloot-de-woude")
    eerste = pad.read_bytes()
    pad.unlink()
    assert nieuw(gebieden, "limmen-akersloot-de-woude").read_bytes() == eerste


def test_the_command_says_where_it_is_and_what_is_next(gebieden: Path) -> None:
    uitkomst = CliRunner().invoke(main, ["--gebieden", str(gebieden), "nieuw", "heiloo", "--jaar", "2028"])
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout == f"{gebieden / 'heiloo' / '2028.xlsx'}\n"
    assert "Begin op het blad Lees mij." in uitkomst.stderr
    assert "make controleer GEBIED=heiloo JAAR=2028" in uitkomst.stderr
    nog_eens = CliRunner().invoke(main, ["--gebieden", str(gebieden), "nieuw", "heiloo", "--jaar", "2028"])
    assert nog_eens.exit_code == 2
    assert "Deze werkmap is er al." in nog_eens.stderr


# -- opened and saved again by another program


@pytest.fixture
def heropend(gebieden: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A folder with a filled-in workbook, and a second one where LibreOffice opened and saved it."""
    vul_aan(nieuw(gebieden, "heiloo"))
    na = Path(shutil.copytree(gebieden, tmp_path / "na" / "gebieden"))
    soffice(na / "heiloo", "xlsx", gebieden / "heiloo" / "2028.xlsx")
    return gebieden, na


@pytest.mark.libreoffice
def test_libreoffice_keeps_what_was_set_and_the_plan_stays_the_same(heropend: tuple[Path, Path]) -> None:
    voor, na = heropend
    oud, nieuwe = (load_workbook(m / "heiloo" / "2028.xlsx") for m in (voor, na))
    assert oud.sheetnames == nieuwe.sheetnames
    for spec in specs("heiloo"):
        vel, ander = oud[spec.naam], nieuwe[spec.naam]
        assert ander.protection.sheet
        assert {ander.protection.insertRows, ander.protection.autoFilter, ander.protection.sort} == {False}
        assert ander["A1"].protection.locked
        assert not ander.column_dimensions["A"].protection.locked
        assert [c.comment.text if c.comment else "" for c in ander[1]] == [c.comment.text if c.comment else ""
                                                                           for c in vel[1]]  # fmt: skip
        assert keuzeregels(ander) == keuzeregels(vel)
        assert str(ander.auto_filter.ref) == str(vel.auto_filter.ref)
        assert len(ander.conditional_formatting) == len(vel.conditional_formatting)
    assert woorden_van(nieuwe, "Lijst_doelgroepen") == woorden_van(oud, "Lijst_doelgroepen")
    gevonden = [build.controleer(mappen(m), "heiloo", VOLGEND) for m in heropend]
    assert list(map(kort, gevonden[0])) == list(map(kort, gevonden[1]))
    plannen = [build.maak(mappen(m), "heiloo", VOLGEND).paden for m in heropend]
    teksten = [next(p for p in paden if p.suffix == ".md").read_text("utf-8") for paden in plannen]
    assert teksten[0] == teksten[1]


def keuzeregels(vel: Any) -> set[tuple[str, str, str, str, str]]:
    """The rules of a sheet: where they begin, what they ask, and what they say."""
    return {
        (str(r.sqref).split(":")[0], r.type, r.errorStyle, str(r.formula1).replace("1e+12", "1000000000000"), r.error)
        for r in vel.data_validations.dataValidation
    }


def kort(bevinding: Bevinding) -> tuple[str, str, str]:
    return bevinding.code, bevinding.plek.in_bestand(), bevinding.tekst
