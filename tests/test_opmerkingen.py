"""Do the remarks of reviewers come back at the right cell, once, and without harm to the workbook?"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from beoordeeld import Beoordeling
from click.testing import CliRunner, Result
from conftest import WORTEL, Producten
from openpyxl import load_workbook

from gebiedsplan import build
from gebiedsplan.bevinding import Ernst, GebiedsplanFout
from gebiedsplan.build import Mappen
from gebiedsplan.build.werkmappen import opmerkingen
from gebiedsplan.build.werkmappen.wijzigen import Voorstel
from gebiedsplan.cli import main
from gebiedsplan.gebied.leesopmerkingen import OPMERKINGKOLOMMEN

PARTNERS = "Partners in het gebied"


@pytest.fixture(scope="module")
def plannen(producten: Producten) -> dict[str, Path]:
    """The Word files of a plain area and of a gemeente with parts."""
    return {slug: producten[slug][0] for slug in ("heiloo", "bergen")}


@pytest.fixture
def mappen(gebieden: Path, tmp_path: Path) -> Mappen:
    return Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")


@pytest.fixture
def heiloo(plannen: dict[str, Path], tmp_path: Path) -> Beoordeling:
    """The plan of Heiloo, to review; renamed, as files of others are."""
    return Beoordeling(Path(shutil.copy(plannen["heiloo"], tmp_path / "van de wethouder (2).docx")))


def cel(gebieden: Path, slug: str, blad: str, naam: str) -> str:
    return str(load_workbook(gebieden / slug / "2027.xlsx")[blad][naam].value)


def rijen(gebieden: Path, slug: str = "heiloo") -> list[dict[str, str]]:
    """The sheet Opmerkingen, row by row and by the names of its columns."""
    boek = load_workbook(gebieden / slug / "2027.xlsx")
    if "Opmerkingen" not in boek.sheetnames:
        return []
    kop, *rest = boek["Opmerkingen"].iter_rows(values_only=True)
    return [{str(k): str(w or "") for k, w in zip(kop, rij, strict=True)} for rij in rest if any(rij)]


def neem_over(mappen: Mappen, *documenten: Path) -> Voorstel:
    voorstel = opmerkingen.stel_voor(mappen, documenten)
    opmerkingen.voer_uit(voorstel)
    return voorstel


# -- at the right cell


def test_a_comment_and_a_tracked_change_come_back_at_their_cells(mappen: Mappen, heiloo: Beoordeling) -> None:
    titel = cel(mappen.gebieden, "heiloo", "Speerpunten", "B2")
    actie = cel(mappen.gebieden, "heiloo", "Acties", "B3")
    opgave = cel(mappen.gebieden, "heiloo", "Speerpunten", "C2")
    heiloo.zeg(heiloo.alinea(actie), "Wie betaalt dit?", "Wethouder")
    heiloo.zeg(next(a for a in heiloo.alineas() if a.text == titel and a.runs), "Mooie titel", "Wethouder")
    heiloo.vervang(heiloo.alinea(opgave), opgave.split()[0], "Anders", "Jurist")
    heiloo.zeg(heiloo.alinea("Elk jaar maken we een gebiedsplan."), "Te lang", "")

    assert neem_over(mappen, heiloo.bewaar()).aantal == 4
    gevonden = {rij["Opmerking"]: rij for rij in rijen(mappen.gebieden)}
    betaalt = gevonden["Wie betaalt dit?"]
    assert (betaalt["Blad"], betaalt["Cel"], betaalt["Over deze tekst"]) == ("Acties", "B3", actie)
    assert (betaalt["Wie"], betaalt["Soort"], betaalt["Status"]) == ("Wethouder", "opmerking", "open")
    assert re.fullmatch(r"\d\d-\d\d-20\d\d \d\d:\d\d", betaalt["Wanneer"])
    assert (gevonden["Mooie titel"]["Blad"], gevonden["Mooie titel"]["Cel"]) == ("Speerpunten", "B2")
    wijziging = gevonden[f"Vervang “{opgave.split()[0]}” door “Anders”."]
    assert (wijziging["Blad"], wijziging["Cel"], wijziging["Soort"]) == ("Speerpunten", "C2", "wijziging")
    assert (wijziging["Wie"], wijziging["Wanneer"]) == ("Jurist", "20-11-2026 10:15")
    vast = gevonden["Te lang"]
    assert (vast["Wie"], vast["Blad"], vast["Cel"], vast["Onder de kop"]) == ("onbekend", "", "", "Waarom dit plan?")


def test_a_figure_and_what_is_composed_point_at_their_row(mappen: Mappen, heiloo: Beoordeling) -> None:
    heiloo.zeg(heiloo.alinea("zich eenzaam (2020)"), "Klopt dit?")
    heiloo.zeg(heiloo.alinea("Wethouder sociaal domein"), "Wie is dat?")
    neem_over(mappen, heiloo.bewaar())
    cijfer, voorkant = rijen(mappen.gebieden)
    blad = load_workbook(mappen.gebieden / "heiloo" / "2027.xlsx")["Veerkracht"]
    rij = [c.value for c in blad[cijfer["Cel"][1:]]]
    assert cijfer["Blad"] == "Veerkracht"
    assert "Voelt zich eenzaam" in rij
    assert 2020 in rij
    assert (voorkant["Blad"], voorkant["Cel"]) == ("Gebied", "B7")


def test_of_a_gemeente_each_remark_goes_into_the_workbook_of_its_part(
    mappen: Mappen, plannen: dict[str, Path], tmp_path: Path
) -> None:
    bergen = Beoordeling(Path(shutil.copy(plannen["bergen"], tmp_path / "bergen.docx")))
    egmond, schoorl = (cel(mappen.gebieden, slug, "Acties", "B2") for slug in ("egmond", "schoorl"))
    typering = cel(mappen.gebieden, "bergen", "Gebied", "B9")
    bergen.zeg(bergen.alinea(egmond), "Van Egmond")
    bergen.vervang(bergen.alinea(schoorl), schoorl.split()[0], "Anders")
    bergen.zeg(bergen.alinea(typering), "Van Bergen")
    bergen.zeg(bergen.alinea("Leeswijzer"), "Van niemand")
    neem_over(mappen, bergen.bewaar())
    assert [(r["Opmerking"], r["Blad"], r["Cel"]) for r in rijen(mappen.gebieden, "egmond")] == [
        ("Van Egmond", "Acties", "B2")
    ]
    assert [(r["Blad"], r["Cel"]) for r in rijen(mappen.gebieden, "schoorl")] == [("Acties", "B2")]
    assert {(r["Opmerking"], r["Blad"]) for r in rijen(mappen.gebieden, "bergen")} == {
        ("Van Bergen", "Gebied"),
        ("Van niemand", ""),
    }
    assert rijen(mappen.gebieden, "bergen-kern") == []
    assert opmerkingen.stel_voor(mappen, [tmp_path / "bergen.docx"]).aantal == 0


def test_a_figure_of_others_goes_into_the_own_workbook(mappen: Mappen, heiloo: Beoordeling) -> None:
    """The workbook of another area is not of this plan: it is named, and not touched."""
    tabel = next(t for t in heiloo.tabellen() if t.rows[0].cells[0].text == "Gebied")
    ander = next(r for r in tabel.rows[1:] if "Heiloo" not in r.cells[0].text and r.cells[1].text.strip().isdigit())
    heiloo.zeg(ander.cells[1].paragraphs[0], "Waarom zo hoog?")
    voor = {pad: pad.read_bytes() for pad in mappen.gebieden.glob("*/*.xlsx") if pad.parent.name != "heiloo"}
    neem_over(mappen, heiloo.bewaar())
    hoog = next(r for r in rijen(mappen.gebieden) if r["Opmerking"] == "Waarom zo hoog?")
    assert re.fullmatch(r"\w+ \([\w-]+/2027.xlsx\)", hoog["Blad"]), hoog
    assert {pad: pad.read_bytes() for pad in voor} == voor


# -- once


def test_twice_adds_nothing_and_what_a_person_wrote_stays(mappen: Mappen, heiloo: Beoordeling, tmp_path: Path) -> None:
    heiloo.zeg(heiloo.alinea(PARTNERS), "Eén")
    heiloo.zeg(heiloo.alinea("Leeswijzer"), "Twee")
    word = heiloo.bewaar()
    neem_over(mappen, word)
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Opmerkingen"]["I2"], boek["Opmerkingen"]["J2"] = "niet overgenomen", "Dit blijft zo."
    boek["Opmerkingen"]["M3"] = None
    boek.save(pad)
    assert opmerkingen.stel_voor(mappen, [word, word]).aantal == 0

    verder = Beoordeling(word)
    verder.zeg(verder.alinea("Leeswijzer"), "Drie")
    hernummerd = _met_andere_nummers(verder.bewaar(tmp_path / "kopie.docx"))
    assert neem_over(mappen, hernummerd).aantal == 1
    gevonden = rijen(mappen.gebieden)
    assert [(r["Opmerking"], r["Status"], r["Antwoord"]) for r in gevonden] == [
        ("Eén", "niet overgenomen", "Dit blijft zo."),
        ("Twee", "open", ""),
        ("Drie", "open", ""),
    ]


def _met_andere_nummers(pad: Path) -> Path:
    """As Word does on every save."""
    uit = io.BytesIO()
    with zipfile.ZipFile(pad) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam in ("word/document.xml", "word/comments.xml"):
                inhoud = re.sub(rb'(<w:comment\w*\s[^>]*?w:id=")(\d+)"', rb'\g<1>7\2"', inhoud)
            doel.writestr(naam, inhoud)
    pad.write_bytes(uit.getvalue())
    return pad


# -- rows that moved meanwhile


def test_a_row_that_moved_is_followed_and_a_text_that_went_is_said(mappen: Mappen, heiloo: Beoordeling) -> None:
    eerste, tweede, derde = (cel(mappen.gebieden, "heiloo", "Acties", f"B{n}") for n in (2, 3, 4))
    for actie in (eerste, tweede, derde):
        heiloo.zeg(heiloo.alinea(actie), f"Over {actie}")
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Acties"].insert_rows(3, 2)
    for kolom, waarde in enumerate(["H1", "Nieuw", "Iemand", "Regisseur", "2027", "Iets"], start=1):
        boek["Acties"].cell(3, kolom).value = waarde
    boek["Acties"]["B5"] = "Iets heel anders"
    boek["Acties"].delete_rows(6)
    boek.save(pad)
    neem_over(mappen, heiloo.bewaar())
    een, twee, drie = rijen(mappen.gebieden)
    assert (een["Cel"], een["Toelichting"]) == ("B2", "")
    assert (twee["Cel"], twee["Toelichting"]) == ("B5", "De tekst in deze cel is nu anders dan in het document.")
    assert (drie["Cel"], drie["Toelichting"][:37]) == ("B4", "Deze tekst staat niet meer op dit bla")


# -- the workbook


def test_nothing_else_in_the_workbook_changes(mappen: Mappen, heiloo: Beoordeling) -> None:
    heiloo.zeg(heiloo.alinea("Leeswijzer"), '=HYPERLINK("http://voorbeeld.nl";"klik")\nen een tweede regel')
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    voor = {naam: zipfile.ZipFile(pad).read(naam) for naam in zipfile.ZipFile(pad).namelist()}
    was = pad.read_bytes()
    neem_over(mappen, heiloo.bewaar())
    na = {naam: zipfile.ZipFile(pad).read(naam) for naam in zipfile.ZipFile(pad).namelist()}
    assert {naam for naam in voor if voor[naam] != na[naam]} <= {
        "[Content_Types].xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
    }
    assert len(set(na) - set(voor)) == 1
    assert pad.with_name("2027.xlsx.bak").read_bytes() == was
    blad = load_workbook(pad)["Opmerkingen"]
    assert [c.value for c in blad[1]] == list(OPMERKINGKOLOMMEN)
    assert blad["D2"].data_type in "s"
    assert blad["D2"].quotePrefix
    assert blad["D2"].alignment.wrap_text
    assert blad.data_validations.dataValidation[0].formula1 == '"open,verwerkt,niet overgenomen"'


def test_a_new_workbook_has_the_sheet_and_it_is_filled_like_any_other(mappen: Mappen, heiloo: Beoordeling) -> None:
    """The sheet of a new workbook, put in the place of the workbook of the plan."""
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    nieuw = build.nieuw(mappen, "heiloo", 2028).paden[0]
    blad = load_workbook(nieuw)["Opmerkingen"]
    assert [c.value for c in blad[1]][: len(OPMERKINGKOLOMMEN)] == list(OPMERKINGKOLOMMEN)
    assert any("opmerking" in (v.formula1 or "") for v in blad.data_validations.dataValidation)
    shutil.move(nieuw, pad)
    heiloo.zeg(heiloo.alinea("Leeswijzer"), "Een opmerking van meer dan één regel. " * 5)
    neem_over(mappen, heiloo.bewaar())
    boek = load_workbook(pad)
    assert boek["Opmerkingen"]["D2"].alignment.wrap_text
    assert (boek["Opmerkingen"].row_dimensions[2].height or 0) > 30
    assert rijen(mappen.gebieden)[0]["Status"] == "open"


def test_a_sheet_of_the_user_and_an_open_workbook_are_left_alone(mappen: Mappen, heiloo: Beoordeling) -> None:
    heiloo.zeg(heiloo.alinea("Leeswijzer"), "Een")
    word = heiloo.bewaar()
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    slot = pad.with_name("~$2027.xlsx")
    slot.touch()
    with pytest.raises(GebiedsplanFout) as fout:
        opmerkingen.stel_voor(mappen, [word])
    assert [b.code for b in fout.value.bevindingen] == ["werkmap-open"]
    slot.unlink()
    boek = load_workbook(pad)
    boek.create_sheet("Opmerkingen").append(["Mijn lijstje"])
    boek.save(pad)
    with pytest.raises(GebiedsplanFout) as fout:
        opmerkingen.stel_voor(mappen, [word])
    assert [b.code for b in fout.value.bevindingen] == ["kolom-ontbreekt"]


@pytest.mark.parametrize(("status", "ernst"), [("concept", Ernst.TIP), ("voorstel", Ernst.LET_OP)])
def test_what_is_open_is_counted(mappen: Mappen, heiloo: Beoordeling, status: str, ernst: Ernst) -> None:
    for tekst in ("Een", "Twee"):
        heiloo.zeg(heiloo.alinea("Leeswijzer"), tekst)
    neem_over(mappen, heiloo.bewaar())
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Opmerkingen"]["I3"] = "Verwerkt"
    boek["Gebied"]["B3"] = status
    boek.save(pad)
    [open_] = [b for b in build.controleer(mappen, "heiloo", 2027) if b.code == "opmerking-open"]
    assert (open_.ernst, open_.plek.cel) == (ernst, "I2")
    assert "1 opmerking nog open" in open_.tekst.replace("staat 1 opmerking nog", "1 opmerking nog")
    boek["Opmerkingen"]["I2"] = "niet overgenomen"
    boek.save(pad)
    assert "opmerking-open" not in {b.code for b in build.controleer(mappen, "heiloo", 2027)}


# -- not lost at the next render


def test_a_document_with_remarks_that_were_not_read_is_not_replaced(mappen: Mappen) -> None:
    word = build.maak(mappen, "heiloo", 2027).paden[0]
    build.maak(mappen, "heiloo", 2027)
    beoordeling = Beoordeling(word)
    beoordeling.zeg(beoordeling.alinea("Leeswijzer"), "Een")
    actie = cel(mappen.gebieden, "heiloo", "Acties", "B2")
    beoordeling.vervang(beoordeling.alinea(actie), actie.split()[0], "Anders")
    was = beoordeling.bewaar().read_bytes()
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen, "heiloo", 2027)
    [bevinding] = fout.value.bevindingen
    assert (bevinding.code, fout.value.exit_code) == ("opmerkingen-ongelezen", 2)
    assert "2 opmerkingen of wijzigingen staan" in bevinding.tekst
    assert word.read_bytes() == was
    neem_over(mappen, word)
    build.maak(mappen, "heiloo", 2027)
    assert opmerkingen.ongelezen(word, ()) == 0


# -- other programs


@pytest.mark.libreoffice
def test_what_libreoffice_saves_is_read_the_same(mappen: Mappen, heiloo: Beoordeling, tmp_path: Path) -> None:
    """Comments, changes, bookmarks and the name of the plan all come through another program."""
    actie = cel(mappen.gebieden, "heiloo", "Acties", "B3")
    heiloo.zeg(heiloo.alinea(actie), "Wie betaalt dit?", "Wethouder")
    heiloo.vervang(heiloo.alinea("Wethouder sociaal domein"), "Wethouder", "Wethouders", "Jurist")
    word = heiloo.bewaar(tmp_path / "uit.docx")
    (tmp_path / "lo").mkdir()
    profiel = f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}"
    subprocess.run(
        ["soffice", profiel, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "lo"), str(word)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    bewaard = tmp_path / "lo" / "uit.docx"
    assert zipfile.ZipFile(bewaard).read("word/document.xml") != zipfile.ZipFile(word).read("word/document.xml")
    assert neem_over(mappen, bewaard).aantal == 2
    gevonden = [(r["Wie"], r["Opmerking"], r["Blad"], r["Cel"]) for r in rijen(mappen.gebieden)]
    assert gevonden == [
        ("Wethouder", "Wie betaalt dit?", "Acties", "B3"),
        ("Jurist", "Vervang “Wethouder” door “Wethouders”.", "Gebied", "B7"),
    ]
    assert opmerkingen.stel_voor(mappen, [word]).aantal == 0


# -- documents that cannot be read


def test_what_cannot_be_read_is_said_all_at_once(mappen: Mappen, heiloo: Beoordeling, tmp_path: Path) -> None:
    (tmp_path / "kapot.docx").write_bytes(heiloo.bewaar().read_bytes()[:5000])
    (tmp_path / "oud.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    vreemd = Beoordeling.leeg(tmp_path / "vreemd.docx")
    namen = ["kapot.docx", "oud.docx", vreemd.name, "weg.docx"]
    with pytest.raises(GebiedsplanFout) as fout:
        opmerkingen.stel_voor(mappen, [tmp_path / naam for naam in namen])
    codes = [b.code for b in fout.value.bevindingen]
    assert codes == ["docx-onleesbaar", "docx-onleesbaar", "opmerkingen-onbekend", "docx-ontbreekt"]
    assert fout.value.exit_code == 2


def test_a_document_without_properties_is_known_by_its_cells(mappen: Mappen, heiloo: Beoordeling) -> None:
    heiloo.zeg(heiloo.alinea("Leeswijzer"), "Een")
    word = heiloo.bewaar()
    uit = io.BytesIO()
    with zipfile.ZipFile(word) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            doel.writestr(naam, inhoud.replace(b"heiloo 2027", b"") if naam == "docProps/custom.xml" else inhoud)
    word.write_bytes(uit.getvalue())
    assert opmerkingen.stel_voor(mappen, [word]).aantal == 1


# -- the command


def roep(mappen: Mappen, *woorden: str) -> Result:
    return CliRunner().invoke(main, ["--gebieden", str(mappen.gebieden), "opmerkingen", *woorden])


def test_the_command_shows_first_and_asks(mappen: Mappen, heiloo: Beoordeling) -> None:
    heiloo.zeg(heiloo.alinea(cel(mappen.gebieden, "heiloo", "Acties", "B3")), "Wie betaalt dit?", "Wethouder")
    word = str(heiloo.bewaar())
    proef = roep(mappen, word, "--proef")
    assert proef.exit_code == 0
    assert "blad Acties, cel B3 · opmerking van Wethouder" in proef.stdout
    assert "1 opmerking komt erbij." in proef.stdout
    vraag = roep(mappen, word)
    assert (vraag.exit_code, "bevestiging-nodig" in vraag.stderr) == (2, True)
    assert rijen(mappen.gebieden) == []
    ja = roep(mappen, word, "--ja")
    assert (ja.exit_code, len(rijen(mappen.gebieden))) == (0, 1)
    assert ja.stdout.splitlines()[-1].endswith("2027.xlsx")
    assert "Er komt niets bij" in roep(mappen, word, "--ja").stdout
