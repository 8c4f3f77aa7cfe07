"""Rules about more cells at once: what a speerpunt rests on, figures through the years, sums and money.

A value that is fine by itself is wrong beside another. Each rule on a copy of a real workbook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest
from conftest import WORTEL
from openpyxl import load_workbook

from gebiedsplan import build, controle, kader, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, fouten
from gebiedsplan.controle import Onderzoek
from gebiedsplan.gebied import lezen

# What to put in which cells: {"Doelen!E2": 43}; a list is a row to add.
Cellen: TypeAlias = Mapping[str, object]
Zoek: TypeAlias = Callable[..., list[Bevinding]]

HET_KADER = kader.read(WORTEL / "gebieden" / "kader.toml")
WERKMAPPEN = sorted((WORTEL / "gebieden").glob("*/*.xlsx"))


def verander(pad: Path, cellen: Cellen) -> None:
    boek = load_workbook(pad)
    for plaats, inhoud in cellen.items():
        blad, cel = plaats.split("!")
        if isinstance(inhoud, list):
            boek[blad].append(inhoud)
        else:
            boek[blad][cel].value = inhoud
    boek.save(pad)


@pytest.fixture
def zoek(gebieden: Path) -> Zoek:
    """What is found with this code about an area, after cells of its workbook were changed."""

    def gevonden(code: str, cellen: Cellen, slug: str = "heiloo", plan: str = "") -> list[Bevinding]:
        pad = gebieden / f"{slug}.xlsx" if slug == "referentie" else gebieden / slug / "2027.xlsx"
        verander(pad, cellen)
        if slug == "heiloo":
            boek = werkmap.read(pad, pad.name, lezen.bladnamen(HET_KADER))
            data = lezen.read(boek, HET_KADER, HET_KADER.gebied(slug)).data
            alle = controle.check(Onderzoek(data, HET_KADER, 2027, met_speerpunten=True, vorige=None))
        else:
            alle = build.controleer(build.Mappen(gebieden, (gebieden,), gebieden, gebieden), plan or slug, 2027)
        return [b for b in alle if b.code == code]

    return gevonden


def plaatsen(bevindingen: Iterable[Bevinding]) -> list[str]:
    return [f"{b.plek.blad}!{b.plek.cel}" for b in bevindingen]


# -- the real workbooks


@pytest.mark.parametrize("pad", WERKMAPPEN, ids=lambda pad: f"{pad.parent.name}-{pad.stem}")
def test_de_echte_werkmappen_hebben_geen_fout(pad: Path) -> None:
    """What is said of them is true: figures of the CBS of 2020 to 2022, speerpunten with goals of their own, and here
    and there an aanbod without what the preventiekaart shows of it."""
    gebieden = WORTEL / "gebieden"
    mappen = build.Mappen(gebieden, (gebieden,), gebieden, gebieden)
    bevindingen = build.controleer(mappen, pad.parent.name, int(pad.stem))
    assert fouten(bevindingen) == ()
    assert {b.code for b in bevindingen} <= {
        "cijfer-verouderd",
        "speerpunt-zonder-cijfer",
        "speerpunt-zonder-indicator",
        "aanbod-onvolledig",
    }


# -- what a speerpunt rests on


def test_een_speerpunt_zonder_cijfer(zoek: Zoek) -> None:
    """H3 of Heiloo begins with a nulmeting; with an indicator of the kader beside it, it rests on a figure."""
    (bevinding,) = zoek("speerpunt-zonder-cijfer", {})
    assert (plaatsen([bevinding]), bevinding.ernst) == (["Speerpunten!A4"], Ernst.LET_OP)
    assert "Bij H3 staat nog geen enkel cijfer" in bevinding.tekst
    doel = ["H3", "Beperkt door gezondheid", None, "Gezondheidsmonitor", 29.9, 2020, None, None, 28, 2028, "lager"]
    assert zoek("speerpunt-zonder-cijfer", {"Doelen!": doel}) == []


def test_een_speerpunt_met_alleen_eigen_indicatoren(zoek: Zoek) -> None:
    assert zoek("speerpunt-zonder-indicator", {}) == []
    (tip,) = zoek("speerpunt-zonder-indicator", {"Doelen!B2": "Bezoekers", "Doelen!C2": "bezoekers"})
    assert (plaatsen([tip]), tip.ernst) == (["Speerpunten!A2"], Ernst.TIP)


def test_een_speerpunt_zonder_gesprek(zoek: Zoek) -> None:
    bevindingen = zoek("speerpunt-zonder-gesprek", {f"Gesprekken!G{rij}": "H1; H3" for rij in range(2, 9)})
    assert plaatsen(bevindingen) == ["Speerpunten!A3"]
    assert "hoort bij H2" in bevindingen[0].tekst


@pytest.mark.parametrize("partner", ["Gemeente", "gemeente heiloo", "De gemeente "])
def test_een_speerpunt_waar_alleen_de_gemeente_iets_doet(zoek: Zoek, partner: str) -> None:
    assert zoek("speerpunt-zonder-partner", {"Acties!C5": partner}) == []
    assert plaatsen(zoek("speerpunt-zonder-partner", {"Acties!C6": partner})) == ["Speerpunten!A3"]


# -- figures through the years


def test_oude_cijfers_staan_per_blad_bij_elkaar(zoek: Zoek) -> None:
    zorg, kwetsbaar = zoek("cijfer-verouderd", {})
    assert plaatsen([zorg, kwetsbaar]) == ["Zorgconsumptie!C2", "Kwetsbaarheid!C2"]
    assert "Inwoners met ondersteuning uit de Wmo (2021)" in zorg.tekst
    # Every four years a new edition: 2020 may still stand in the plan of 2027, and no longer in that of 2028.
    assert "gezondheid" not in kwetsbaar.tekst


def test_wie_zegt_waarom_er_geen_nieuw_cijfer_is_heeft_gekeken(zoek: Zoek) -> None:
    later = ["Heeft betaald werk", "Heiloo", 2025, "later", *[None] * 6, "voorlopig"]
    (_, kwetsbaar) = zoek("cijfer-verouderd", {"Kwetsbaarheid!": later})
    assert "Heeft betaald werk" not in kwetsbaar.tekst


@pytest.mark.parametrize(
    ("cellen", "gevonden"),
    [
        ({"Veerkracht!D4": 80}, ["Veerkracht!D4"]),
        ({"Veerkracht!D4": 79}, []),
        ({"Veerkracht!D4": 4.25}, ["Veerkracht!D4"]),
        # Ten times too high in the middle: from there it is half of it again.
        ({"Veerkracht!D3": 99}, ["Veerkracht!D3", "Veerkracht!D4"]),
        # From 0,6 to 1,4 percent is more than double, and nothing that stands out.
        ({"Veerkracht!D13": 0.6, "Veerkracht!D14": 1.4, "Veerkracht!D15": 1.3}, []),
        ({"Veerkracht!D4": "x"}, []),
    ],
)
def test_een_sprong(zoek: Zoek, cellen: Cellen, gevonden: list[str]) -> None:
    assert plaatsen(zoek("cijfer-sprong", cellen)) == gevonden


# -- sums


@pytest.mark.parametrize(
    ("cellen", "gevonden"),
    [
        ({"Bevolking!D7": 24968}, ["Bevolking!D7"]),
        # Eight wijken, each count rounded to five: 2,5 x 8 x 6 = 120.
        ({"Bevolking!D7": 23968 + 120}, []),
        ({"Bevolking!D7": 23968 + 121}, ["Bevolking!D7"]),
        # An estimate from whole percentages may be off by more: half a percent of 24.417, six times.
        ({"Bevolking!D13": 24417 + 700}, []),
        ({"Bevolking!D13": 24417 + 800}, ["Bevolking!D13"]),
        # Groups that do not hold everybody once say nothing about the total.
        ({"Bevolking!D7": 99999, "Bevolking!A6": "75+"}, []),
        ({"Bevolking!D7": 99999, "Bevolking!D6": "x"}, []),
    ],
)
def test_leeftijden_zijn_samen_het_totaal(zoek: Zoek, cellen: Cellen, gevonden: list[str]) -> None:
    assert plaatsen(zoek("som-klopt-niet", cellen)) == gevonden


def test_wijken_zijn_samen_het_gebied(zoek: Zoek) -> None:
    """Eight wijken with 10 initiatieven each are 80, not 200; as long as one is not known nothing can be said."""
    wijken = ["Blockhovepark", "Heiloo Noord-West", "Heiloo-Midden", "Heiloo-West"]
    wijken += ["Stationsomgeving", "Ypestein", "Heiloo-Oost", "Heiloo Zuid-West"]
    rijen: dict[str, object] = {
        f"Veerkracht!{nummer}": ["Bewonersinitiatieven", wijk, 2026, 10, *[None] * 4, "Gemeente", None, "definitief"]
        for nummer, wijk in enumerate(wijken)
    }
    geheel = {"Veerkracht!C23": 2026, "Veerkracht!D23": 200}
    laatste = rijen.pop("Veerkracht!7")
    assert zoek("som-klopt-niet", {**geheel, **rijen}) == []
    (bevinding,) = zoek("som-klopt-niet", {"Veerkracht!": laatste})
    assert plaatsen([bevinding]) == ["Veerkracht!D23"]
    assert "Hier staat 200, maar de wijken zijn samen 80" in bevinding.tekst


def test_delen_zijn_samen_de_gemeente(zoek: Zoek) -> None:
    assert zoek("som-klopt-niet", {}, "referentie", plan="bergen") == []
    boek = load_workbook(WORTEL / "gebieden" / "referentie.xlsx")
    rij = next(r for r in boek["Bevolking"].iter_rows() if r[1].value == "Bergen" and r[0].value == "Totaal")
    (bevinding,) = zoek("som-klopt-niet", {f"Bevolking!D{rij[0].row}": 35000}, "referentie", plan="bergen")
    assert plaatsen([bevinding]) == [f"Bevolking!D{rij[0].row}"]
    assert bevinding.plek.bestand.endswith("referentie.xlsx")
    assert "de delen zijn samen" in bevinding.tekst


# -- money


@pytest.mark.parametrize(
    ("rij", "ernst"),
    [
        (["Totaal", 2027, 30000], None),
        (["TOTAAL:", 2027, 45000], None),  # two posts are not known yet: the total may be more
        (["Totaal 2027", 2027, 29000], Ernst.FOUT),
        (["Totaal", 2028, 30000], None),
        (["Totaal", 2027, "nog niet vastgesteld"], None),
    ],
)
def test_een_post_totaal_is_de_som(zoek: Zoek, rij: list[object], ernst: Ernst | None) -> None:
    bevindingen = zoek("middelen-totaal", {"Middelen!": rij})
    assert [b.ernst for b in bevindingen] == ([ernst] if ernst else [])
    assert plaatsen(bevindingen) == (["Middelen!C6"] if ernst else [])


def test_een_totaal_van_alles_wat_bekend_is_klopt_precies(zoek: Zoek) -> None:
    bekend = {"Middelen!C3": 1000, "Middelen!C4": 500}
    assert zoek("middelen-totaal", {**bekend, "Middelen!": ["Totaal", 2027, 31500]}) == []
    assert plaatsen(zoek("middelen-totaal", {"Middelen!C6": 31502})) == ["Middelen!C6"]


def test_de_post_voor_de_acties_is_wat_zij_kosten(zoek: Zoek) -> None:
    assert zoek("middelen-anders", {}) == []
    (bevinding,) = zoek("middelen-anders", {"Middelen!C2": 25000})
    assert (plaatsen([bevinding]), bevinding.ernst) == (["Middelen!C2"], Ernst.LET_OP)
    assert "Deze post is 25000, maar de acties kosten samen 30000" in bevinding.tekst


def test_een_gemeente_betaalt_de_acties_van_haar_delen(zoek: Zoek) -> None:
    assert zoek("middelen-anders", {}, "bergen") == []
    assert plaatsen(zoek("middelen-anders", {"Middelen!C3": 20000}, "bergen")) == ["Middelen!C3"]


def test_er_is_niet_minder_geld_dan_de_acties_kosten(zoek: Zoek) -> None:
    """Only where every post has an amount; a post with another name says nothing about the acties by itself."""
    posten = {"Middelen!A2": "Subsidies", "Middelen!C2": 20000}
    assert zoek("middelen-anders", posten) == []
    (bevinding,) = zoek("middelen-anders", {"Middelen!C3": 1000, "Middelen!C4": 500})
    assert "De acties kosten samen 30000. Op dit blad staat voor 2027 samen 21500." in bevinding.tekst
