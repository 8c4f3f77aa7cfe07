"""Frameworks that nobody prepared the program for: begun with ``start``, filled in, and made into every product."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from conftest import WORTEL, Bouwer, Voorraad
from docx import Document
from invulling import vul_alles
from openpyxl import load_workbook

from gebiedsplan import build, kader
from gebiedsplan.bevinding import fouten
from gebiedsplan.build import Gemaakt, Mappen, leesbaarheid, preventiekaart, starten, tonen, uitvoering, vergelijken
from gebiedsplan.start import lezen

JAAR = 2027
# The files of every product; the page of all plans is the last.
Gemaakten: TypeAlias = tuple[Path, ...]
# Two gemeenten, one with parts; two levels with words of their own; one to five speerpunten; nothing else.
NOORDERLAND: dict[str, Any] = {
    "samenwerking": "Noorderland",
    "in_zin": "het Noorderland",
    "jaar": JAAR,
    "speerpunten_min": 1,
    "speerpunten_max": 5,
    "niveaus": [
        {"enkelvoud": "ambitie", "meervoud": "ambities", "namen": ["Iedereen telt mee", "Dicht bij huis"]},
        {"enkelvoud": "spoor", "meervoud": "sporen", "lidwoord": "het"},
    ],
    "gemeenten": [
        {
            "naam": "Veldrijk",
            "code": "GM9001",
            "bestuur": "raad",
            "gebieden": [
                {"naam": "Dorp aan Zee", "wijken": ["WK900101 Dorp", "WK900102 Haven"]},
                {"naam": "Het Binnenland", "wijken": ["WK900103"]},
            ],
        },
        {"naam": "Eiland", "code": "GM9002"},
    ],
}
# One gemeente that is one area; no levels, only themas; two speerpunten, no more and no less.
WATERSTAD: dict[str, Any] = {
    "samenwerking": "Waterstad",
    "jaar": JAAR,
    "speerpunten_min": 2,
    "speerpunten_max": 2,
    "themas": ["Gezond opgroeien", "Bestaanszekerheid"],
    "gemeenten": [{"naam": "Waterstad", "code": "GM9003"}],
}
# One gemeente with two areas; one level without anything below it.
HEUVELLAND: dict[str, Any] = {
    "samenwerking": "Heuvelland",
    "jaar": JAAR,
    "speerpunten_min": 1,
    "speerpunten_max": 1,
    "niveaus": [{"enkelvoud": "koers", "meervoud": "koersen", "namen": ["Meedoen"]}],
    "gemeenten": [{"naam": "Heuvelland", "code": "GM9004", "gebieden": [{"naam": "Noord"}, {"naam": "Zuid"}]}],
}
# What none of these has, and what only some of them have not.
VREEMD = r"BUCH|hoofdopgave|bouwste|pijler|dimensie|doelgroep|castricum|heiloo"
OOK_VREEMD = {"Noorderland": "thema", "Waterstad": "ambitie", "Heuvelland": "thema"}
NIETS = re.compile(r"\bnul \w+:|\b(\w+) tot \1\b|(\b\w+), in \2 ")


def mappen_in(map_: Path) -> Mappen:
    return Mappen(map_ / "gebieden", (WORTEL / "templates",), map_ / "build", map_ / "figures")


def begin(naar: Path, antwoorden: dict[str, Any], speerpunten: dict[str, int]) -> Mappen:
    """A folder that was begun, found in order as it is, and filled in."""
    map_ = naar / "map"
    starten.start(map_, lezen.uit(antwoorden), (WORTEL / "templates",))
    mappen = mappen_in(map_)
    for gebied in kader.read(mappen.gebieden / "kader.toml").gebieden:
        assert fouten(build.controleer(mappen, gebied.slug, JAAR)) == ()
    vul_alles(mappen.gebieden, JAAR, speerpunten)
    return mappen


def _noorderland(naar: Path) -> Gemaakten:
    mappen = begin(naar, NOORDERLAND, {"dorp-aan-zee": 5, "eiland": 1})
    gemaakt = [u for _, u in build.alles(mappen, JAAR, tegelijk=1) if isinstance(u, Gemaakt)]
    gemaakt += [
        build.voorstel(mappen, "veldrijk", JAAR),
        preventiekaart.maak(mappen),
        uitvoering.van_alle(mappen, None),
    ]
    for slug in ("dorp-aan-zee", "veldrijk", "het-binnenland", "eiland"):
        build.nieuw(mappen, slug, JAAR + 1)
    vul_alles(mappen.gebieden, JAAR + 1, {"dorp-aan-zee": 4, "eiland": 1})
    verschil = vergelijken.jaren(mappen, "veldrijk", JAAR, JAAR + 1).paden
    return tuple(dict.fromkeys((*(pad for uitkomst in gemaakt for pad in uitkomst.paden), *verschil, mappen.index)))


def _bouwer(antwoorden: dict[str, Any], slug: str, aantal: dict[str, int]) -> Bouwer:
    def bouw(naar: Path) -> Gemaakten:
        mappen = begin(naar, antwoorden, aantal)
        voorstel, kaart = build.voorstel(mappen, slug, JAAR), preventiekaart.maak(mappen)
        agenda = uitvoering.van_gebied(mappen, slug, JAAR)
        return (*voorstel.paden, *kaart.paden, *agenda.paden, mappen.index)

    return bouw


@pytest.fixture(scope="session")
def noorderland(voorraad: Voorraad) -> Gemaakten:
    return voorraad.een("noorderland", _noorderland)


@pytest.fixture(scope="session")
def waterstad(voorraad: Voorraad) -> Gemaakten:
    return voorraad.een("waterstad", _bouwer(WATERSTAD, "waterstad", {}))


@pytest.fixture(scope="session")
def heuvelland(voorraad: Voorraad) -> Gemaakten:
    return voorraad.een("heuvelland", _bouwer(HEUVELLAND, "heuvelland", {"noord": 1, "zuid": 1}))


@pytest.fixture(params=["noorderland", "waterstad", "heuvelland"])
def producten_van(request: pytest.FixtureRequest) -> Gemaakten:
    gemaakt: Gemaakten = request.getfixturevalue(request.param)
    return gemaakt


def paden(producten: Gemaakten, *uitgangen: str) -> list[Path]:
    return [pad for pad in producten if pad.suffix in uitgangen]


def tekst_van(producten: Gemaakten, naam: str) -> str:
    (tekst,) = {pad.read_text("utf-8") for pad in paden(producten, ".md", ".html") if pad.name == naam}
    return tekst


def zichtbaar(html: str) -> str:
    """The words of a page, without its style, script and tags."""
    return re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]+>", " ", html, flags=re.S)


def test_no_product_has_a_word_of_another_framework_or_an_empty_sentence(producten_van: Gemaakten) -> None:
    woorden = {pad.name: pad.read_text("utf-8") for pad in paden(producten_van, ".md", ".txt", ".ics")}
    # An id may say what a thing is in the program; a reader does not see it.
    woorden = {
        naam: re.sub(r"\{: [^}]*\}|^/// .*$|\(#[^)]*\)", "", tekst, flags=re.M) for naam, tekst in woorden.items()
    }
    woorden |= {pad.name: zichtbaar(pad.read_text("utf-8")) for pad in paden(producten_van, ".html")}
    for pad in paden(producten_van, ".docx"):
        woorden[pad.name] = "\n".join(alinea.text for alinea in Document(str(pad)).paragraphs)
    for pad in paden(producten_van, ".xlsx"):
        cellen = (cel for blad in load_workbook(pad) for rij in blad.iter_rows(values_only=True) for cel in rij if cel)
        woorden[pad.name] = "\n".join(map(str, cellen))
    eigen = next(naam for naam in OOK_VREEMD if naam in woorden["index.html"])
    vreemd = re.compile(f"{VREEMD}|{OOK_VREEMD[eigen]}", re.IGNORECASE)
    gevonden = {
        (naam, raak[0])
        for naam, tekst in woorden.items()
        for patroon in (vreemd, NIETS)
        for raak in [patroon.search(tekst)]
        if raak
    }
    assert gevonden == set()


def test_no_heading_stands_above_nothing(producten_van: Gemaakten) -> None:
    for pad in paden(producten_van, ".md"):
        regels = [regel for regel in pad.read_text("utf-8").split("\n") if regel.strip() and not regel.startswith("{:")]
        for regel, volgende in pairwise(regels):
            diepte, dieper = (len(r) - len(r.lstrip("#")) for r in (regel, volgende))
            assert not (diepte and dieper and dieper <= diepte), (pad.name, regel, volgende)


def test_no_table_has_a_column_or_a_cell_with_nothing_to_say(producten_van: Gemaakten) -> None:
    for pad in paden(producten_van, ".md"):
        tabellen = re.findall(r"(?:^\|.*\n+)+", pad.read_text("utf-8"), re.M)
        assert "gebiedsplan" not in pad.name or tabellen
        for tabel in tabellen:
            kop, streep, *rijen = [[cel.strip() for cel in r.strip("|").split("|")] for r in tabel.split("\n") if r]
            assert rijen, (pad.name, kop)
            assert len(kop) == len(set(kop)), (pad.name, kop)
            leeg = [naam for naam, *cellen in zip(kop, *rijen, strict=True) if not any(cellen)]
            assert leeg == [], (pad.name, streep)


def test_the_levels_have_the_words_of_the_kader(noorderland: Gemaakten) -> None:
    plan = tekst_van(noorderland, "gebiedsplan-dorp-aan-zee-2027.md")
    assert "We werken aan twee ambities:" in plan
    assert "Spoor\n:   Spoor 1 van Iedereen telt mee (Iedereen telt mee)." in plan
    assert "één tot vijf speerpunten per gebied" in plan
    assert "In het Noorderland is dat" in plan
    verschil = tekst_van(noorderland, "verschil-veldrijk-2027-2028.md")
    assert "Samen aan tafel 5" in verschil


def test_the_only_area_is_not_set_beside_itself(waterstad: Gemaakten) -> None:
    plan = tekst_van(waterstad, "gebiedsplan-waterstad-2027.md")
    assert "| Cijfer | Waterstad (%) | Nederland (%) | Jaar |" in plan
    assert "Samen leidt dat tot twee speerpunten." in plan
    assert "gebieden met elkaar" not in plan
    assert "Ter vergelijking: in Nederland 36,0%" in plan
    assert "geen cijfer van Waterstad vergeleken" in plan
    index = zichtbaar(tekst_van(waterstad, "index.html"))
    assert "Er is één plan. Status: concept." in index


def test_the_areas_of_the_only_gemeente_are_set_beside_each_other(heuvelland: Gemaakten) -> None:
    plan = tekst_van(heuvelland, "gebiedsplan-heuvelland-2027.md")
    assert "We werken aan één koers:" in plan
    assert "| Cijfer | Heuvelland (%) | Noord (%) | Zuid (%) | Nederland (%) | Jaar |" in plan
    assert re.search(r"Noord: .* cijfers duidelijk .* dan in Heuvelland", plan)
    assert "Koers\n:   Meedoen." in plan


def test_a_workbook_has_no_column_for_what_the_kader_has_not(heuvelland: Gemaakten) -> None:
    gebieden = heuvelland[-1].parent.parent / "gebieden"
    koppen = {cel.value for cel in load_workbook(gebieden / "noord" / "2027.xlsx")["Speerpunten"][1] if cel.value}
    assert "Koers" in koppen
    assert not {"Bouwsteen", "Hoofdopgave", "Thema", "Pijlers", "Dimensie", "Doelgroep"} & koppen


def test_the_other_commands_work_too(noorderland: Gemaakten) -> None:
    mappen = mappen_in(noorderland[-1].parent.parent)
    for stap in ("cijfers", "plan", "markdown", "document"):
        assert tonen.toon(mappen, "dorp-aan-zee", JAAR, stap)[0]
    assert "<h1" in leesbaarheid.maak(mappen, "eiland", JAAR).paden[0].read_text("utf-8")
    assert fouten(build.controleer(mappen, "veldrijk", JAAR + 1, taal=True)) == ()
