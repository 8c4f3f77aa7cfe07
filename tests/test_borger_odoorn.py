"""A third framework as a folder: the Regenboog, from its workbook to everything that is made of it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from conftest import WORTEL, Producten, van_voorbeeld
from docx import Document
from docx.table import Table
from openpyxl import load_workbook

from gebiedsplan import build, kader, toets
from gebiedsplan.bevinding import Ernst
from gebiedsplan.build import Mappen

MAP = WORTEL / "voorbeelden" / "borger-odoorn"
SLUG, JAAR = "borger-odoorn", 2017
BOGEN = ("Gezin en sociaal netwerk", "Algemene voorzieningen", "Collectieve en individuele voorzieningen")
INSPRAAK_TOT, INSPRAAK_BIJ = "15 november 2016", "het college van burgemeester en wethouders van Borger-Odoorn"

Rijen: TypeAlias = list[dict[str, Any]]
# What stands below a heading of the first level, in order: headings ("2 Actiepunten"), words, and tables.
Hoofdstukken: TypeAlias = Mapping[str, list[tuple[str, str | Table]]]


@pytest.fixture(scope="session")
def gemaakt(borger_odoorn: Producten) -> dict[str, Path]:
    """Every file that is made of the folder, by its name."""
    return {pad.name: pad for paden in borger_odoorn.values() for pad in paden}


@pytest.fixture(scope="session")
def hoofdstukken(gemaakt: Mapping[str, Path]) -> Hoofdstukken:
    """The plan in Word, by the words of its chapters."""
    gevonden: dict[str, list[tuple[str, str | Table]]] = {}
    hier: list[tuple[str, str | Table]] = []
    for deel in Document(str(gemaakt[f"gebiedsplan-{SLUG}-{JAAR}.docx"])).iter_inner_content():
        if isinstance(deel, Table):
            hier.append(("tabel", deel))
        elif deel.style is not None and deel.style.style_id in {"Heading1", "Bijlagekop1"}:
            hier = gevonden.setdefault(deel.text, [])
        else:
            hier.append((deel.style.style_id if deel.style is not None else "", deel.text))
    return gevonden


@pytest.fixture(scope="session")
def werkmap() -> Mapping[str, Rijen]:
    """The rows of every sheet, by their headers."""
    bladen = load_workbook(MAP / "gebieden" / SLUG / f"{JAAR}.xlsx", read_only=True, data_only=True)
    gelezen: dict[str, Rijen] = {}
    for blad in bladen:
        koppen, *rijen = blad.iter_rows(values_only=True)
        gelezen[blad.title] = [
            {str(kop): cel for kop, cel in zip(koppen, rij, strict=True) if kop} for rij in rijen if any(rij)
        ]
    return gelezen


def cellen(tabel: Table) -> list[list[str]]:
    return [[cel.text.replace("\u00a0", " ") for cel in rij.cells] for rij in tabel.rows]


def woorden(hoofdstuk: list[tuple[str, str | Table]]) -> str:
    """All words of a chapter, also those in tables."""
    return "\n".join(
        deel if isinstance(deel, str) else "\n".join(cel for rij in cellen(deel) for cel in rij)
        for _, deel in hoofdstuk
    )


def tabellen_met(hoofdstuk: list[tuple[str, str | Table]], bijschrift: str) -> Iterator[Table]:
    """The tables below a caption with these words."""
    onder = ""
    for _, deel in hoofdstuk:
        if isinstance(deel, str):
            onder = deel or onder
        elif bijschrift in onder:
            yield deel


def zichtbaar(html: Path) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.read_text("utf-8")).replace("\u00a0", " ").split())


def test_every_product_of_the_folder_is_made_without_a_mistake(gemaakt: Mapping[str, Path], tmp_path: Path) -> None:
    plan, voorstel = f"gebiedsplan-{SLUG}-{JAAR}", f"raadsvoorstel-{SLUG}-{JAAR}"
    assert {f"{stuk}{soort}" for stuk in (plan, voorstel) for soort in (".docx", ".html", ".md")} <= set(gemaakt)
    assert {f"{plan}-cijfers.xlsx", "index.html", "preventiekaart.html", "preventiekaart.xlsx"} <= set(gemaakt)
    assert {f"uitvoeringsagenda-{SLUG}-{JAAR}{soort}" for soort in (".xlsx", ".ics")} <= set(gemaakt)
    gevonden = build.controleer(van_voorbeeld(MAP, tmp_path), SLUG, JAAR)
    # Where nothing was measured yet, the plan says so; of the aanbod the source does not say when it is.
    assert {b.code for b in gevonden} == {"speerpunt-zonder-cijfer", "aanbod-onvolledig"}
    assert Ernst.FOUT not in {b.ernst for b in gevonden}


def test_every_word_file_passes_the_test_of_the_program(gemaakt: Mapping[str, Path]) -> None:
    word = [pad for naam, pad in gemaakt.items() if naam.endswith(".docx")]
    assert {pad.stem.removesuffix(f"-{SLUG}-{JAAR}") for pad in word} == {
        "gebiedsplan",
        "raadsvoorstel",
        f"gebiedsplan-{SLUG}-{JAAR}-in-het-kort",
    }
    assert [bevinding for pad in word for bevinding in toets.check(pad.read_bytes(), pad.name)] == []


def test_every_boog_is_a_chapter_that_ends_with_all_of_its_actiepunten(
    hoofdstukken: Hoofdstukken, werkmap: Mapping[str, Rijen]
) -> None:
    assert [kop for kop in hoofdstukken if kop in BOGEN] == list(BOGEN)
    van_boog = {rij["Code"]: rij["Boog"] for rij in werkmap["Speerpunten"]}
    for boog in BOGEN:
        hoofdstuk = hoofdstukken[boog]
        koppen = [plaats for plaats, (stijl, _) in enumerate(hoofdstuk) if stijl == "Heading2"]
        assert hoofdstuk[koppen[-1]][1] == "Actiepunten 2017 en 2018"
        slot = [deel for _, deel in hoofdstuk[koppen[-1] :] if isinstance(deel, Table)]
        gevraagd = [rij["Actie"] for rij in werkmap["Acties"] if van_boog[rij["Speerpunt"]] == boog]
        assert [rij[0] for tabel in slot for rij in cellen(tabel)[1:]] == gevraagd
        assert len(gevraagd) > 10


def test_the_list_of_all_groups_is_the_sum_of_their_scores(
    hoofdstukken: Hoofdstukken, werkmap: Mapping[str, Rijen]
) -> None:
    som: dict[str, int] = defaultdict(int)
    for rij in werkmap["Prioritering"]:
        som[rij["Onderwerp"]] += rij["Score"]
    (tabel,) = tabellen_met(hoofdstukken["Wat de raad het belangrijkst vindt"], "De lijst van alle groepen samen")
    kop, *rijen = cellen(tabel)
    assert kop == ["Onderwerp", "Plaats", "Score"]
    assert {onderwerp: int(score) for onderwerp, _, score in rijen} == som
    assert [int(score) for *_, score in rijen] == sorted(som.values())
    assert [int(plaats) for _, plaats, _ in rijen] == [1 + sum(s < som[o] for s in som.values()) for o, *_ in rijen]
    # The source names these five, in this order.
    eerste = [onderwerp for onderwerp, *_ in rijen[:5]]
    assert eerste == [thema.naam for thema in kader.read(MAP / "gebieden" / "kader.toml").themas if thema.prioriteit]


def test_the_family_is_said_to_be_made_up_and_is_met_in_every_boog(
    hoofdstukken: Hoofdstukken, werkmap: Mapping[str, Rijen]
) -> None:
    naam = next(rij["Waarde"] for rij in werkmap["Gebied"] if rij["Veld"] == "Familie in het verhaal")
    assert f"De familie {naam} bestaat niet echt: wij hebben haar verzonnen." in woorden(hoofdstukken["De Regenboog"])
    for rij in werkmap["Verhaal"]:
        hoofdstuk = hoofdstukken[rij["Boog"] or "De Regenboog"]
        assert re.search(rf"{re.escape(rij['Titel'])}\s*\(verzonnen verhaal\)", woorden(hoofdstuk))
    assert {rij["Boog"] for rij in werkmap["Verhaal"]} == {None, *BOGEN}


def test_until_when_and_where_to_react_stands_in_word_and_on_the_web(
    hoofdstukken: Hoofdstukken, gemaakt: Mapping[str, Path]
) -> None:
    inspraak = woorden(hoofdstukken["Inspraak en vervolg"])
    pagina = zichtbaar(gemaakt[f"gebiedsplan-{SLUG}-{JAAR}.html"])
    for tekst in (f"tot en met {INSPRAAK_TOT}", INSPRAAK_BIJ, "Wat gebeurt er daarna?", "Daarna gaat het plan naar"):
        assert tekst in inspraak
        assert tekst in pagina


def test_what_was_given_along_has_an_answer_that_leads_to_where_it_landed(
    hoofdstukken: Hoofdstukken, werkmap: Mapping[str, Rijen]
) -> None:
    (tabel,) = tabellen_met(hoofdstukken["Interactieve beleidsvorming"], "wat elke organisatie meegaf")
    kop, *rijen = cellen(tabel)
    assert kop == ["Naam/organisatie", "Welke punten zijn meegegeven?", "Wat is ermee gedaan?"]
    titels = {rij["Code"]: rij["Titel"] for rij in werkmap["Speerpunten"]}
    zonder_punten = 0
    for rij, (naam, punten, antwoord) in zip(werkmap["Beleidsvorming"], rijen, strict=True):
        assert naam == rij["Naam/organisatie"]
        assert punten == " ".join(filter(None, (rij["Vraag"], rij["Welke punten zijn meegegeven?"])))
        if rij["Uitkomst"] == "geen punten":
            assert antwoord == "Geen punten."
            zonder_punten += 1
        else:
            # The third chapter is the first boog.
            assert f"Zie hoofdstuk {3 + BOGEN.index(rij['Hoofdstuk'])}, bij {titels[rij['Speerpunt']]}." in antwoord
    assert zonder_punten


def test_concept_and_baat_are_marked(hoofdstukken: Hoofdstukken, werkmap: Mapping[str, Rijen]) -> None:
    model = woorden(hoofdstukken["De Regenboog"])
    assert "De bogen, van binnen naar buiten (conceptversie)" in model
    assert "Let op: dit is nog de conceptversie" in model
    for boog in BOGEN:
        (tabel,) = tabellen_met(hoofdstukken[boog], "BAAT-toets")
        verwacht = [[r["BAAT"], r["Oordeel"], r["Toelichting"]] for r in werkmap["BAAT-toets"] if r["Boog"] == boog]
        assert cellen(tabel)[1:] == verwacht
        assert [rij[0] for rij in verwacht] == ["Beschikbaar", "Aanvaardbaar", "Aanpasbaar", "Toegankelijk"]


def test_one_area_is_compared_with_nothing(hoofdstukken: Hoofdstukken, gemaakt: Mapping[str, Path]) -> None:
    (tabel,) = tabellen_met(hoofdstukken["Meten en bijstellen"], "Cliëntervaringsonderzoek (CEO) in Borger-Odoorn")
    assert cellen(tabel)[0] == ["Cijfer", "Borger-Odoorn (%)", "Jaar"]
    assert [rij[1] for rij in cellen(tabel)[1:]] == ["84", "80"]
    tekst = woorden(hoofdstukken["Bronnen en tekenverklaring"])
    assert "geen cijfer vergeleken" in tekst
    assert "hoort zelf bij" not in tekst
    voorpagina = zichtbaar(gemaakt["index.html"])
    assert "Er is één plan. Status: concept." in voorpagina
    assert "Waar elk gebied aan werkt, met het onderwerp erachter" in voorpagina


def test_what_the_kader_has_not_is_asked_nowhere(gemaakt: Mapping[str, Path], werkmap: Mapping[str, Rijen]) -> None:
    assert {"Boog", "Onderwerp"} <= set(werkmap["Speerpunten"][0])
    assert not {"Doelgroep", "Bouwsteen", "Pijlers", "Dimensie", "Thema"} & set(werkmap["Speerpunten"][0])
    assert "Rol gemeente" not in werkmap["Acties"][0]
    kaart = gemaakt["preventiekaart.html"].read_text("utf-8")
    assert re.findall(r'<details data-groep="(\w+)">', kaart) == ["dorp", "thema", "toegang"]
    assert "<dt>Onderwerp</dt>" in kaart
    assert "<dt>Voor wie</dt>" not in kaart


def test_a_new_year_keeps_the_sheets_and_their_lists(tmp_path: Path) -> None:
    gebieden = Path(shutil.copytree(MAP / "gebieden", tmp_path / "gebieden"))
    (pad,) = build.nieuw(Mappen(gebieden, (), tmp_path / "build", tmp_path / "figures"), SLUG, JAAR + 1).paden
    boek = load_workbook(pad)
    assert [rij[0] for rij in boek["Prioritering"].iter_rows(min_row=2, max_row=31, values_only=True)].count(
        "Groep 1"
    ) == 10
    assert "lijst vragen" in [cel.value for cel in boek["Lijsten"][1]]
