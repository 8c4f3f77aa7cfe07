"""What a samenwerking adds in kader.toml: words, lists, fields, texts and sheets, from workbook to paper."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL
from openpyxl import load_workbook

from gebiedsplan import build, kader
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.build import Mappen
from gebiedsplan.gebied.bladen import BLADEN
from gebiedsplan.kader.toevoegingen import VASTE_KOLOMMEN

TOEVOEGING = """
[[lijsten]]
id = "wetten"
keuzes = ["Wmo", "Jeugdwet"]

[[velden]]
id = "inspraak_tot"
naam = "Inspraak tot"
soort = "datum"
uitleg = "De laatste dag om te reageren."

[[teksten]]
id = "perspectief"
naam = "Perspectief"
uitleg = "Waar we over een paar jaar willen zijn."

[[bladen]]
id = "geld_per_wet"
naam = "Geld per wet"
rij_is = "een wet"

[[bladen.kolommen]]
id = "wet"
naam = "Wet"
soort = "tekst"
uitleg = "Welke wet, of: Totaal."
verplicht = true

[[bladen.kolommen]]
id = "jaar_1"
naam = "2027"
soort = "bedrag"
uitleg = "Hoeveel geld er is."
totaal = true

[[bladen]]
id = "prioriteiten"
naam = "Prioriteiten"
rij_is = "een onderwerp van een groep"

[[bladen.kolommen]]
id = "onderwerp"
naam = "Onderwerp"
soort = "tekst"
uitleg = "Waar het over gaat."
verplicht = true

[[bladen.kolommen]]
id = "volgens"
naam = "Wet"
soort = "keuze"
lijst = "wetten"
uitleg = "Bij welke wet het hoort."

[[bladen.kolommen]]
id = "score"
naam = "Score"
soort = "getal"
uitleg = "Hoe belangrijk."

[[bladen.kolommen]]
id = "deelnemers"
naam = "Deelnemers"
soort = "mensen"
uitleg = "Hoeveel mensen meededen."

[[bladen.kolommen]]
id = "punten"
naam = "Speerpunten"
soort = "speerpunten"
uitleg = "Welke speerpunten erbij horen."

[[bladen.optellingen]]
id = "samen"
naam = "De lijst van alle groepen samen"
per = "onderwerp"
som = "score"

[woorden.bouwsteen]
enkelvoud = "onderdeel"
meervoud = "onderdelen"
lidwoord = "het"
"""
SJABLOON = """\
---
titel: {{ plan.naam | citaat }}
ondertitel: "Een eigen sjabloon"
onderwerp: "Sociaal domein"
trefwoorden: ["gebiedsplan"]
voorblad:
  - ["Kader", "eigen"]
opsteller: "wij"
datum: {{ plan.voorblad.datum | citaat }}
status: "concept"
versie: "1"
---
{% import "_delen.md.j2" as d %}
# Inspraak {: #inspraak}

U kunt reageren tot {{ plan.velden.inspraak_tot }}.

{{ d.teksten(plan.eigen_teksten.perspectief) }}

{{ d.tabel(plan.eigen.geld_per_wet.tabel) }}

{{ d.tabel(plan.eigen.prioriteiten.tabel) }}

{{ d.tabel(plan.eigen.prioriteiten.optellingen.samen.tabel) }}

{% for rij in plan.eigen.prioriteiten.rijen | selectattr("volgens", "equalto", "Wmo") %}
- {{ rij.onderwerp }} ({{ rij.gebied }})
{% endfor %}
{% for s in plan.gebieden[0].speerpunten %}
- {{ s.code }}: {{ s.bouwsteen }}
{% endfor %}
"""
PRIORITEITEN = (
    ("Vervoer", "Wmo", 3, 40, "H1"),
    ("Eenzaamheid", "Jeugdwet", 5, 9, "H1; H2"),
    ("Vervoer", "Wmo", 4, 12, ""),
)


@pytest.fixture
def mappen(tmp_path: Path) -> Mappen:
    """Heiloo with all that the kader adds, and a template of its own."""
    gebieden = Path(shutil.copytree(WORTEL / "gebieden", tmp_path / "gebieden"))
    with (gebieden / "kader.toml").open("a", encoding="utf-8") as bestand:
        bestand.write(TOEVOEGING)
    vul(gebieden, {"Geld per wet": [("Wmo", 5363955), ("Jeugdwet", 8293514)], "Prioriteiten": PRIORITEITEN})
    eigen = tmp_path / "templates"
    eigen.mkdir()
    (eigen / "gebiedsplan.md.j2").write_text(SJABLOON, "utf-8")
    return Mappen(gebieden, (eigen, WORTEL / "templates"), tmp_path / "build", tmp_path / "figures")


def vul(gebieden: Path, bladen: Mapping[str, Iterable[tuple[Any, ...]]]) -> None:
    """Rows of the sheets of one's own in the workbook of heiloo; what the words of the kader ask of the others too."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    koppen = {b.naam: [k.naam for k in b.kolommen] for b in kader.read(gebieden / "kader.toml").bladen}
    boek = load_workbook(pad)
    for naam, rijen in bladen.items():
        if naam in boek.sheetnames:
            del boek[naam]
        blad = boek.create_sheet(naam)
        for rij in (koppen[naam], *rijen):
            blad.append(list(rij))
    for naam in ("Speerpunten", "Aanbod"):
        for cel in boek[naam][1]:
            cel.value = "Onderdeel" if cel.value == "Bouwsteen" else cel.value
    if not any(rij[0].value == "Inspraak tot" for rij in boek["Gebied"].iter_rows()):
        boek["Gebied"].append(["Inspraak tot", dt.date(2026, 12, 31)])
        boek["Teksten"].append(["Perspectief", "Over *tien* jaar kent iedereen zijn buren."])
    boek.save(pad)


def bevindingen(mappen: Mappen) -> dict[str, Bevinding]:
    return {b.code: b for b in build.controleer(mappen, "heiloo", 2027) if b.plek.bestand.endswith("heiloo/2027.xlsx")}


def test_what_a_kader_adds_comes_through_its_own_template(mappen: Mappen) -> None:
    paden = build.maak(mappen, "heiloo", 2027).paden
    tekst = next(pad for pad in paden if pad.suffix == ".md").read_text("utf-8")
    assert "tot 31 december 2026." in tekst
    assert "Over *tien* jaar" in tekst
    # That it is in euros is said once, above the column.
    assert "| Wet | 2027 (€) |" in tekst
    assert "| Totaal | 13.657.469 |" in tekst
    # Nine people are too few to be told.
    assert "| Eenzaamheid | Jeugdwet | 5 | geheim | H1; H2 |" in tekst
    assert "| Vervoer | 1 | 7 |" in tekst
    assert "| Eenzaamheid | 2 | 5 |" in tekst
    assert "- Vervoer (Heiloo)" in tekst
    assert "- H2: Samenredzaamheid" in tekst
    assert {pad.suffix for pad in paden} >= {".docx", ".html", ".md"}


def test_a_total_that_is_not_the_sum_is_a_finding_with_its_cell(mappen: Mappen) -> None:
    assert "eigen-totaal" not in bevindingen(mappen)
    vul(mappen.gebieden, {"Geld per wet": [("Wmo", 100), ("Jeugdwet", 200), ("Totaal", 250)]})
    fout = bevindingen(mappen)["eigen-totaal"]
    assert (fout.plek.blad, fout.plek.cel) == ("Geld per wet", "B4")
    assert "250" in fout.tekst
    assert "300" in fout.tekst
    vul(mappen.gebieden, {"Geld per wet": [("Wmo", 100), ("Jeugdwet", "nog niet vastgesteld"), ("Totaal", 250)]})
    assert "eigen-totaal" not in bevindingen(mappen)


def test_what_is_wrong_on_such_a_sheet_is_found_by_cell(mappen: Mappen) -> None:
    vul(mappen.gebieden, {"Prioriteiten": [("", "Wmo", 3, 40, "H9"), ("Vervoer", "Wet op de buren", "veel", 1, "")]})
    gevonden = bevindingen(mappen)
    cellen = {code: gevonden[code].plek.cel for code in ("verplicht-leeg", "onbekend-speerpunt", "onbekende-keuze")}
    assert cellen == {"verplicht-leeg": "A2", "onbekend-speerpunt": "E2", "onbekende-keuze": "B3"}
    assert gevonden["geen-getal"].plek.cel == "C3"
    assert "Kies uit: Wmo; Jeugdwet." in gevonden["onbekende-keuze"].hulp


def test_a_column_is_called_by_the_word_of_the_kader(mappen: Mappen) -> None:
    pad = mappen.gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for cel in boek["Speerpunten"][1]:
        if cel.value == "Onderdeel":
            boek["Speerpunten"].cell(2, cel.column).value = "Bouwwerk"
    boek.save(pad)
    fout = bevindingen(mappen)["onbekende-keuze"]
    assert fout.tekst == "In de kolom Onderdeel staat “Bouwwerk”. Dat staat niet in de lijst met onderdelen."


def test_a_new_workbook_has_the_sheets_with_their_lists(mappen: Mappen) -> None:
    (pad,) = build.nieuw(mappen, "heiloo", 2028).paden
    boek = load_workbook(pad)
    assert [cel.value for cel in boek["Prioriteiten"][1]][:5] == [
        "Onderwerp",
        "Wet",
        "Score",
        "Deelnemers",
        "Speerpunten",
    ]
    assert "Onderdeel" in [cel.value for cel in boek["Speerpunten"][1]]
    assert [rij[0].value for rij in boek["Prioriteiten"].iter_rows(min_row=2, max_row=4)] == [
        "Vervoer",
        "Eenzaamheid",
        "Vervoer",
    ]
    assert "Inspraak tot" in [rij[0].value for rij in boek["Gebied"].iter_rows()]
    assert "Perspectief" in [rij[0].value for rij in boek["Teksten"].iter_rows()]
    lijsten = {kolom[0].value: [cel.value for cel in kolom[1:] if cel.value] for kolom in boek["Lijsten"].columns}
    assert lijsten["lijst wetten"] == ["Wmo", "Jeugdwet"]


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "woorden"),
    [
        ('id = "geld_per_wet"', 'id = "items"', "kader-waarde-verkeerd", "betekent items al iets anders"),
        ('naam = "Geld per wet"', 'naam = "Acties"', "kader-waarde-verkeerd", "Kies een andere naam"),
        ('lijst = "wetten"', 'lijst = "weten"', "kader-verwijzing", "Bedoelt u “wetten”?"),
        ('soort = "bedrag"', 'soort = "tekst"', "kader-waarde-verkeerd", "kan een totaal hebben"),
        ('som = "score"', 'som = "scores"', "kader-verwijzing", "Bedoelt u “score”?"),
        ('soort = "getal"', 'soort = "cijfer"', "kader-waarde-verkeerd", "getal"),
        ('enkelvoud = "onderdeel"', 'enkelvoud = "opgave"', "kader-waarde-verkeerd", "Kies een ander woord"),
        ('enkelvoud = "onderdeel"', 'enkelvoud = "thema"', "kader-waarde-verkeerd", "Kies een ander woord"),
    ],
)
def test_what_does_not_hang_together_is_said(mappen: Mappen, oud: str, nieuw: str, code: str, woorden: str) -> None:
    pad = mappen.gebieden / "kader.toml"
    pad.write_text(pad.read_text("utf-8").replace(oud, nieuw, 1), "utf-8")
    with pytest.raises(GebiedsplanFout) as fout:
        kader.read(pad)
    assert any(b.code == code and woorden in b.hulp for b in fout.value.bevindingen), fout.value.bevindingen


def test_a_word_of_the_kader_is_not_one_of_the_other_columns() -> None:
    van_kader = {"doelgroepen", "thema's", "hoofdopgaven", "bouwstenen", "pijlers", "dimensies"}
    namen = {
        k.naam
        for spec in BLADEN
        if spec.naam in ("Speerpunten", "Aanbod")
        for k in spec.kolommen
        if k.lijst not in van_kader
    }
    assert namen == set(VASTE_KOLOMMEN)
