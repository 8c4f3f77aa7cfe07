"""The figures behind a plan as a workbook: complete, for everyone to use, and without what may not be shown."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from gebiedsplan import cijferwerkmap
from gebiedsplan.build import documenten
from gebiedsplan.inlezen import Lezer
from gebiedsplan.plan.opbouw import plan
from gebiedsplan.werkmap import schrijven

SLUGS = ("heiloo", "bergen", "limmen-akersloot-de-woude")
VOORWERK = ("Voorblad", "Inhoud", "Noten")
# A number as the plan writes it.
GETAL = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?")


def bestand(plannen: Mapping[str, Path], slug: str) -> Path:
    return plannen[slug] / f"gebiedsplan-{slug}-2027-cijfers.xlsx"


@pytest.fixture(scope="module")
def boeken(alle_plannen: Mapping[str, Path]) -> Mapping[str, Workbook]:
    return {slug: load_workbook(bestand(alle_plannen, slug)) for slug in SLUGS}


def tabel(vel: Any) -> tuple[list[str], list[list[Any]]]:
    """The header and rows of the one table on a sheet."""
    (excel,) = vel.tables.values()
    kop, *rijen = [[cel.value for cel in rij] for rij in vel[excel.ref]]
    return kop, rijen


def gemaakt(gebieden: Path, slug: str = "heiloo") -> bytes:
    b = documenten.bronnen(Lezer(gebieden).lees_plan(slug, 2027))
    return schrijven.write(cijferwerkmap.werkboek(plan(b), b))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_sheet_has_a_title_and_one_named_table_and_no_empty_cell(boeken: Mapping[str, Workbook], slug: str) -> None:
    boek = boeken[slug]
    assert tuple(boek.sheetnames[:3]) == VOORWERK
    assert len({naam for vel in boek.worksheets for naam in vel.tables}) == len(boek.sheetnames) - 1
    for vel in boek.worksheets:
        assert vel["A1"].value
        assert not vel.merged_cells.ranges
        assert vel.freeze_panes is None
        assert not vel.auto_filter.ref
        assert not vel.protection.sheet
        assert vel.sheet_state == "visible"
        if vel.title == "Voorblad":
            assert all(cel.value for cel in vel["A"])
            assert vel.max_column == 1
            continue
        (excel,) = vel.tables.values()
        boven, onder = (int(n) for n in re.findall(r"\d+", excel.ref))
        assert onder == vel.max_row
        assert all(vel.cell(rij, 1).value for rij in range(1, boven))
        kop, rijen = tabel(vel)
        assert [kolom.name for kolom in excel.tableColumns] == kop
        assert len(set(kop)) == len(kop)
        assert all(waarde is not None and waarde != "" for rij in rijen for waarde in rij)
        assert excel.autoFilter is None


def test_the_contents_lead_to_every_sheet_and_notes_explain_every_word(boeken: Mapping[str, Workbook]) -> None:
    for boek in boeken.values():
        verwezen = [cel.hyperlink.location for cel in boek["Inhoud"]["A"] if cel.hyperlink]
        assert [doel.split("!")[0].strip("'") for doel in verwezen] == ["Noten", *boek.sheetnames[3:]]
        uitgelegd = {rij[0] for rij in tabel(boek["Noten"])[1]}
        for vel in boek.worksheets[3:]:
            kop, rijen = tabel(vel)
            assert {noot for naam in kop for noot in re.findall(r"\[(noot \d)\]", naam)} <= uitgelegd
            getallen = [i for i, naam in enumerate(kop) if "[noot" in naam]
            woorden = {rij[i] for rij in rijen for i in getallen if isinstance(rij[i], str)}
            assert woorden <= uitgelegd | {"niet", "n.v.t."}


def test_the_file_says_what_it_is(alle_plannen: Mapping[str, Path], boeken: Mapping[str, Workbook]) -> None:
    eigenschappen = boeken["heiloo"].properties
    assert (eigenschappen.title, eigenschappen.language) == ("Cijfers bij het gebiedsplan Heiloo 2027", "nl-NL")
    assert boeken["heiloo"]["Voorblad"]["A1"].value == eigenschappen.title
    assert boeken["heiloo"].active == boeken["heiloo"]["Voorblad"]
    with zipfile.ZipFile(bestand(alle_plannen, "heiloo")) as pakket:
        assert not [naam for naam in pakket.namelist() if b"<oddFooter>" in pakket.read(naam)]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_in_a_table_of_figures_is_in_the_workbook(
    alle_plannen: Mapping[str, Path], boeken: Mapping[str, Workbook], slug: str
) -> None:
    """What the Word file shows as a number is there, rounded as it is shown."""
    boek = boeken[slug]
    per_decimalen = {n: {_geschreven(w, n) for w in _getallen(boek)} for n in (0, 1)}
    gezocht = list(_getallen_op_papier(alle_plannen[slug] / f"gebiedsplan-{slug}-2027.docx"))
    assert len(gezocht) > 100
    assert [g for g in gezocht if g not in per_decimalen[1 if "," in g else 0]] == []


def _getallen(boek: Workbook) -> Iterator[float]:
    for vel in boek.worksheets[3:]:
        for rij in tabel(vel)[1]:
            yield from (waarde for waarde in rij if isinstance(waarde, int | float))


def _geschreven(waarde: float, decimalen: int) -> str:
    from gebiedsplan import taal

    return taal.getal(waarde, decimalen)


def _getallen_op_papier(pad: Path) -> Iterator[str]:
    """The numbers in cells of tables with figures and money; years stand in columns of their own."""
    for tabel_ in docx.Document(str(pad)).tables:
        kop = [cel.text for cel in tabel_.rows[0].cells]
        if kop[0] not in {"Cijfer", "Wijk", "Leeftijd", "Post", "Hulpvraag", "Gebied"}:
            continue
        for rij in tabel_.rows[1:]:
            for naam, cel in zip(kop[1:], rij.cells[1:], strict=True):
                kaal = cel.text.removesuffix(" (voorbeeld)")
                if "Jaar" not in naam and GETAL.fullmatch(kaal):
                    yield kaal


def test_a_number_is_a_number_and_a_missing_one_its_reason(boeken: Mapping[str, Workbook]) -> None:
    kop, rijen = tabel(boeken["bergen"]["Preventie"])
    laag = kop.index("Lage schatting (€) [noot 1] [noot 4]")
    assert [rij[laag] for rij in rijen] == [-300, "geheim"]
    aannames = [
        rij for rij in tabel(boeken["bergen"]["Aannames preventie"])[1] if rij[2] == "Inwoners die hulp krijgen"
    ]
    assert [rij[3] for rij in aannames] == [30, "geheim"]
    kop, rijen = tabel(boeken["heiloo"]["Middelen"])
    assert {rij[kop.index("Bedrag (€) [noot 1]")] for rij in rijen} == {30000, "nog niet vastgesteld"}
    kop, rijen = tabel(boeken["heiloo"]["Zorgconsumptie"])
    assert {"Waarde [noot 1] [noot 2]", "Bron", "Peildatum", "Status"} <= set(kop)


def test_what_is_hidden_is_in_no_part_of_the_file(gebieden: Path) -> None:
    """A share of seven people, with bounds that would tell as much."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    blad = boek["Zorgconsumptie"]
    rij: dict[str, Any] = {
        "Indicator": "Jongeren met jeugdzorg",
        "Regio": "Heiloo",
        "Jaar": 2023,
        "Waarde": 0.7319,
        "Teller": 7,
        "Noemer": 956.4321,
        "Ondergrens": 0.3187,
        "Bovengrens": 1.4673,
        "Bron": "Eigen telling",
        "Status": "definitief",
    }
    blad.append([rij.get(str(cel.value)) for cel in blad[1]])
    boek.save(pad)
    los = gemaakt(gebieden)
    (gebieden / "uit.xlsx").write_bytes(los)
    kop, rijen = tabel(load_workbook(gebieden / "uit.xlsx")["Zorgconsumptie"])
    (gevonden,) = [r for r in rijen if r[0] == "Jongeren met jeugdzorg" and r[1] == "Heiloo" and r[3] == 2023]
    assert gevonden[kop.index("Waarde [noot 1] [noot 2]")] == "geheim"
    with zipfile.ZipFile(gebieden / "uit.xlsx") as pakket:
        alles = b"".join(pakket.read(naam) for naam in pakket.namelist())
    assert not [deel for deel in (b"0.73", b"0,73", b"956.4", b"0.31", b"1.46") if deel in alles]


def test_words_that_look_like_a_formula_stay_words(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for nummer, begin in enumerate("=+-@", start=2):
        cel = boek["Middelen"].cell(nummer, 1)
        cel.value = f"{begin}1+1"
        cel.data_type = "s"
    boek.save(pad)
    (gebieden / "uit.xlsx").write_bytes(gemaakt(gebieden))
    vel = load_workbook(gebieden / "uit.xlsx")["Middelen"]
    cellen = [cel for cel in vel["A"] if str(cel.value).endswith("1+1")]
    assert [(str(cel.value)[0], cel.data_type, cel.quotePrefix) for cel in cellen] == [
        (teken, "s", True) for teken in "=+-@"
    ]
    # Beside them a style is not shared.
    assert not vel["B6"].quotePrefix


def test_the_same_plan_gives_the_same_bytes(alle_plannen: Mapping[str, Path], gebieden: Path) -> None:
    assert gemaakt(gebieden) == bestand(alle_plannen, "heiloo").read_bytes()


def test_the_plan_and_the_front_page_lead_to_it(alle_plannen: Mapping[str, Path]) -> None:
    naam = "gebiedsplan-heiloo-2027-cijfers.xlsx"
    pagina = (alle_plannen["heiloo"] / "gebiedsplan-heiloo-2027.html").read_text("utf-8")
    assert re.search(rf'<a href="{naam}"[^>]*>Cijfers bij dit plan \(Excel\)</a>', pagina)
    assert f"Het bestand heet {naam}" in pagina
    word = docx.Document(str(alle_plannen["heiloo"] / "gebiedsplan-heiloo-2027.docx"))
    assert naam in {relatie.target_ref for relatie in word.part.rels.values() if relatie.is_external}
    assert any(f"Het bestand heet {naam}" in alinea.text for alinea in word.paragraphs)
    index = (alle_plannen["heiloo"].parent / "index.html").read_text("utf-8")
    assert f'href="heiloo/{naam}"' in index


def test_regions_around_come_in_the_order_of_the_plan(boeken: Mapping[str, Workbook]) -> None:
    """Of each figure the own area first, then its parts, then the rest; each region in one block."""
    kop, rijen = tabel(boeken["bergen"]["Kwetsbaarheid"])
    soorten = [rij[kop.index("Soort gebied")] for rij in rijen if rij[0] == rijen[0][0]]
    volgorde = ["dit plan", "deel van dit plan", "alle gebieden samen", "land", "wijk", "ander gebied"]
    assert all(volgorde.index(een) <= volgorde.index(ander) for een, ander in pairwise(soorten))
