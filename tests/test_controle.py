"""Does a workbook hang together? Each rule on a real workbook that breaks it, and only it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openpyxl import load_workbook

from gebiedsplan import build, controle, kader, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle import REGELS_VAN_SAMENHANG, Onderzoek
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.kader.model import Kader
from gebiedsplan.werkmap import Cel, Waarde, Werkmap

GEBIEDEN = Path(__file__).parent.parent / "gebieden"
NAAM = "heiloo/2027.xlsx"

# The parameters of a rule.
SOORT = ["o", "return"]
# What to put in which cells: {"Doelen!E2": 43}.
Cellen: TypeAlias = Mapping[str, Waarde | None]
Na: TypeAlias = Callable[..., tuple[Bevinding, ...]]


# Rules about more cells at once have tests of their own.
VERBANDEN = {
    "speerpunt-zonder-cijfer",
    "speerpunt-zonder-indicator",
    "speerpunt-zonder-gesprek",
    "speerpunt-zonder-partner",
    "cijfer-verouderd",
    "cijfer-sprong",
    "som-klopt-niet",
    "middelen-totaal",
    "middelen-anders",
    "aanbod-onvolledig",
}


def check(onderzoek: Onderzoek) -> tuple[Bevinding, ...]:
    """What is found by the rules that are tested here."""
    return tuple(b for b in controle.check(onderzoek) if b.code not in VERBANDEN)


@contextmanager
def geopend(pad: Path) -> Iterator[Any]:
    """The workbook to change; saved at the end."""
    boek = load_workbook(pad)
    yield boek
    boek.save(pad)


def vul(boek: Any, cellen: Cellen) -> None:
    for plaats, inhoud in cellen.items():
        blad, cel = plaats.split("!")
        boek[blad][cel].value = inhoud


def open_heiloo(pad: Path, kader_: Kader) -> Werkmap:
    return werkmap.read(pad, f"heiloo/{pad.name}", lezen.bladnamen(kader_))


def lees(boek: Werkmap, kader_: Kader) -> Gebiedsdata:
    """Heiloo as it stands in a workbook in which every cell can be read."""
    gelezen = lezen.read(boek, kader_, kader_.gebied("heiloo"))
    assert gelezen.bevindingen == ()
    return gelezen.data


def met(boek: Werkmap, cellen: Cellen) -> Werkmap:
    """The workbook with this in these cells, without the time it takes to write and open it."""
    te_doen = dict(cellen)

    def anders(cel: Cel) -> Cel:
        return replace(cel, waarde=te_doen.pop(f"{cel.plek.blad}!{cel.plek.cel}", cel.waarde))

    bladen = tuple(
        replace(blad, rijen=tuple(tuple(anders(cel) for cel in rij_) for rij_ in blad.rijen)) for blad in boek.bladen
    )
    assert not te_doen
    return replace(boek, bladen=bladen)


@pytest.fixture(scope="module")
def het_kader() -> Kader:
    return kader.read(GEBIEDEN / "kader.toml")


@pytest.fixture(scope="module")
def boek(het_kader: Kader) -> Werkmap:
    return open_heiloo(GEBIEDEN / NAAM, het_kader)


@pytest.fixture(scope="module")
def heiloo(boek: Werkmap, het_kader: Kader) -> Onderzoek:
    """Heiloo in 2027 after Heiloo in 2026, as it really is."""
    vorige = lees(open_heiloo(GEBIEDEN / "heiloo" / "2026.xlsx", het_kader), het_kader)
    return Onderzoek(lees(boek, het_kader), het_kader, 2027, met_speerpunten=True, vorige=vorige)


@pytest.fixture(scope="module")
def na(boek: Werkmap, heiloo: Onderzoek) -> Na:
    """What is found in the workbook of Heiloo when these cells are changed."""

    def bevindingen(cellen: Cellen, vorige: Gebiedsdata | None = heiloo.vorige) -> tuple[Bevinding, ...]:
        data = lees(met(boek, cellen), heiloo.kader)
        return check(replace(heiloo, data=data, vorige=vorige))

    return bevindingen


def rij(bevinding: Bevinding) -> str:
    """The sheet and row it points at: "Doelen 2"."""
    nummer = "".join(teken for teken in bevinding.plek.cel if teken.isdigit())
    return f"{bevinding.plek.blad} {nummer}".strip()


def test_in_het_echte_gebiedsplan_is_niets_mis(heiloo: Onderzoek, na: Na) -> None:
    assert check(heiloo) == ()
    assert na({}) == ()


# -- one mistake, one finding

BEREIK = "van 2010 tot en met 2027"
H2_IS_H3 = {"Speerpunten!A4": "h2", "Doelen!A6": "h2", "Businesscase!B4": "h2"} | dict.fromkeys(
    ("Acties!A7", "Acties!A8", "Acties!A9"), "h2"
)
H3_IS_WEG = dict.fromkeys(("Gesprekken!G5", "Gesprekken!G6", "Gesprekken!G7"), "H1")

FOUTEN: list[tuple[Cellen, str, str, str, str]] = [
    ({"Gebied!B2": 2026}, "planjaar-anders", "Gebied", "is 2026, maar het bestand heet 2027.xlsx", "andere naam"),
    ({**H2_IS_H3, **H3_IS_WEG}, "dubbele-code", "Speerpunten 4", "De code h2 staat al eerder", "S1, S2 en S3"),
    # what prevention yields
    (
        {"Businesscase!K2": 40},
        "businesscase-bandbreedte",
        "Businesscase 2",
        "De lage schatting (40%) is hoger dan de hoge (35%)",
        "Wissel de twee om",
    ),
    (
        {"Businesscase!L3": 120},
        "waarde-buiten-bereik",
        "Businesscase 3",
        "Bij Vermeden hoog staat 120",
        "tot en met 100",
    ),
    ({"Businesscase!D4": -5}, "waarde-buiten-bereik", "Businesscase 4", "Bij Inwoners staat -5", "niet onder nul"),
    ({"Businesscase!B2": "H9"}, "onbekend-speerpunt", "Businesscase 2", "H9 bestaat niet", "Kies uit: H1, H2, H3"),
    # a code that is no speerpunt
    ({"Acties!A2": "h1"}, "onbekend-speerpunt", "Acties 2", "speerpunt h1 bestaat niet", "Bedoelt u “H1”?"),
    ({"Doelen!A3": "S9"}, "onbekend-speerpunt", "Doelen 3", "speerpunt S9 bestaat niet", "Kies uit: H1, H2, H3."),
    ({"Gesprekken!G5": "H1; H4"}, "onbekend-speerpunt", "Gesprekken 5", "speerpunt H4", "Kies uit: H1, H2, H3."),
    ({"Terugblik!A3": "H3"}, "onbekend-speerpunt", "Terugblik 3", "speerpunt H3", "Kies uit: H1, H2."),
    ({"Speerpunten!I2": "Volwassenen"}, "bouwsteen-anders", "Speerpunten 2", "H1 hoort bij", "ook leeg laten"),
    # bounds
    (
        {"Veerkracht!G4": 43},
        "grenzen-verkeerd",
        "Veerkracht 4",
        "De ondergrens is 43, maar het cijfer is 42,5",
        "Waarde",
    ),
    ({"Veerkracht!H4": 42.4}, "grenzen-verkeerd", "Veerkracht 4", "De bovengrens is 42,4", "Kijk de kolommen"),
    # years
    ({"Veerkracht!C2": 2009}, "jaar-buiten-bereik", "Veerkracht 2", "staat het jaar 2009", BEREIK),
    ({"Veerkracht!C2": 2028}, "jaar-buiten-bereik", "Veerkracht 2", "staat het jaar 2028", BEREIK),
    ({"Bevolking!C2": 2028}, "jaar-buiten-bereik", "Bevolking 2", "staat het jaar 2028", BEREIK),
    ({"Doelen!F3": 2030}, "jaar-buiten-bereik", "Doelen 3", "staat het jaar 2030", BEREIK),
    ({"Doelen!G3": 5, "Doelen!H3": 1999}, "jaar-buiten-bereik", "Doelen 3", "staat het jaar 1999", BEREIK),
    ({"Doelen!J2": 2026}, "jaar-buiten-bereik", "Doelen 2", "van de streefwaarde is 2026", "vanaf 2027"),
    ({"Doelen!J2": 2048}, "jaar-buiten-bereik", "Doelen 2", "van de streefwaarde is 2048", "vanaf 2027"),
    # one figure, one value
    (
        {"Veerkracht!C3": 2012},
        "cijfer-dubbel",
        "Veerkracht 3",
        "over 2012 staat ook op blad Veerkracht, cel D2",
        "Haal",
    ),
    (
        {"Veerkracht!A2": "Heeft betaald werk", "Veerkracht!C2": 2022},
        "cijfer-dubbel",
        "Veerkracht 2",
        "over 2022 staat ook op blad Kwetsbaarheid, cel D2",
        "Haal een van de twee rijen weg",
    ),
    ({"Bevolking!A6": "TOTAAL"}, "cijfer-dubbel", "Bevolking 7", "staat ook op blad Bevolking, cel D6", "Haal een"),
    ({"Bevolking!A3": "0–15"}, "cijfer-dubbel", "Bevolking 3", "over 2020 staat ook op blad Bevolking, cel D2", "Haal"),
    (
        {"Doelen!E2": 41.9},
        "nulmeting-anders",
        "Doelen 2",
        "De nulmeting van H1 is 41,9. Het cijfer op blad Veerkracht, cel D4 is 42,5.",
        "Maak de twee gelijk",
    ),
    # what a value can be
    (
        {"Veerkracht!D2": 100.01},
        "waarde-buiten-bereik",
        "Veerkracht 2",
        "De waarde is 100,01.",
        "0 tot en met 100 zijn",
    ),
    ({"Veerkracht!D2": -0.5}, "waarde-buiten-bereik", "Veerkracht 2", "De waarde is -0,5.", "0 tot en met 100 zijn"),
    (
        {"Zorgconsumptie!D2": 1000.01},
        "waarde-buiten-bereik",
        "Zorgconsumptie 2",
        "is 1000,01.",
        "0 tot en met 1000 zijn",
    ),
    ({"Veerkracht!D23": -4}, "waarde-buiten-bereik", "Veerkracht 23", "De waarde is -4.", "alleen 0 of hoger zijn"),
    ({"Bevolking!D2": -3573}, "waarde-buiten-bereik", "Bevolking 2", "inwoners is -3573.", "0 of hoger"),
    (
        {"Kwetsbaarheid!E3": 1239685, "Kwetsbaarheid!F3": 250},
        "teller-groter",
        "Kwetsbaarheid 3",
        "De teller (1239685) is groter dan de noemer (250)",
        "omgedraaid",
    ),
    # what goals are followed with
    (
        {"Doelen!G2": 41, "Doelen!H2": 2021, "Veerkracht!C3": 2021},
        "tussenmeting-anders",
        "Doelen 2",
        "De tussenmeting van H1 is 41. Het cijfer op blad Veerkracht, cel D3 is 39,5.",
        "Maak de twee gelijk",
    ),
]


@pytest.mark.parametrize(("cellen", "code", "plaats", "tekst", "hulp"), FOUTEN)
def test_een_fout_geeft_een_bevinding(na: Na, cellen: Cellen, code: str, plaats: str, tekst: str, hulp: str) -> None:
    (bevinding,) = na(cellen)
    assert (bevinding.code, bevinding.ernst, rij(bevinding)) == (code, Ernst.FOUT, plaats)
    assert tekst in bevinding.tekst
    assert hulp in bevinding.hulp
    assert bevinding.plek.bestand == NAAM


H2_ZONDER_ACTIE = {"Acties!A5": "H1", "Acties!A6": "H1"}

LET_OP: list[tuple[Cellen, str, str, str, str]] = [
    ({"Businesscase!K2": 35}, "businesscase-bandbreedte", "Businesscase 2", "allebei 35%", "ten minste"),
    (
        {"Businesscase!F2": "nog niet vastgesteld", "Businesscase!D2": "x"},
        "businesscase-onvolledig",
        "Businesscase 2",
        "Nog niet bekend: Maatwerk per inwoner.",
        "Vul in wat er mist",
    ),
    ({"Businesscase!M4": None}, "businesscase-zonder-bron", "Businesscase 4", "Bron vermeden", "wie schatte"),
    ({"Doelen!A6": "H1"}, "speerpunt-zonder-doel", "Speerpunten 4", "Bij H3 staat niets", "eerst nulmeting"),
    (H2_ZONDER_ACTIE, "speerpunt-zonder-actie", "Speerpunten 3", "Bij H2 staat niets", "wie dat doet"),
    ({"Veerkracht!I4": None}, "cijfer-zonder-bron", "Veerkracht 4", "geen bron", "tabelnummer"),
    ({"Kwetsbaarheid!I3": None}, "cijfer-zonder-bron", "Kwetsbaarheid 3", "geen bron", "kolom Bron"),
    ({"Bevolking!E2": " "}, "cijfer-zonder-bron", "Bevolking 2", "geen bron", "kolom Bron"),
    ({"Gesprekken!F3": None}, "gesprek-zonder-antwoord", "Gesprekken 3", "wat ermee is gedaan", "zeg dan waarom"),
    (
        {"Doelen!G3": 70},
        "doel-zonder-jaar",
        "Doelen 3",
        "Bij de tussenmeting van H1 staat geen jaar.",
        "Vul het jaar in",
    ),
    (
        {"Doelen!J3": None},
        "doel-zonder-jaar",
        "Doelen 3",
        "Bij de streefwaarde van H1 staat geen jaar.",
        "Vul het jaar",
    ),
    (
        {"Doelen!G3": 70, "Doelen!H3": 2026},
        "tussenmeting-te-vroeg",
        "Doelen 3",
        "De tussenmeting is van 2026. De nulmeting is van 2026.",
        "staat niet in het plan",
    ),
    (
        {"Doelen!K2": "hoger"},
        "doel-richting",
        "Doelen 2",
        "Bij Richting staat hoger. De streefwaarde (41) is lager dan de nulmeting (42,5).",
        "andere richting",
    ),
]


@pytest.mark.parametrize(("cellen", "code", "plaats", "tekst", "hulp"), LET_OP)
def test_wat_beter_kan_houdt_het_plan_niet_tegen(
    na: Na, cellen: Cellen, code: str, plaats: str, tekst: str, hulp: str
) -> None:
    (bevinding,) = na(cellen)
    assert (bevinding.code, bevinding.ernst, rij(bevinding)) == (code, Ernst.LET_OP, plaats)
    assert tekst in bevinding.tekst
    assert hulp in bevinding.hulp


GOED: dict[str, Cellen] = {
    "de randen van de jaren": {"Bevolking!C2": 2010, "Bevolking!C3": 2027, "Doelen!J2": 2027, "Doelen!J3": 2047},
    "de randen van de eenheden": {"Veerkracht!D2": 0, "Veerkracht!D3": 100, "Zorgconsumptie!D2": 1000},
    "een groot aantal en geen inwoners": {"Veerkracht!D23": 5000, "Bevolking!D2": 0},
    "teller gelijk aan noemer": {"Kwetsbaarheid!E3": 23968},
    "een nulmeting in hele procenten": {"Doelen!E2": 43},
    "een nulmeting van een ander jaar": {"Doelen!E2": 50, "Doelen!F2": 2019},
    "een nulmeting bij een eigen indicator": {"Doelen!E3": 99, "Doelen!F3": 2020},
    "een nulmeting van een geheim cijfer": {"Veerkracht!D4": "x"},
    "een nulmeting is geen cijfer van een wijk": {"Veerkracht!D5": 99},
    "een speerpunt zonder hoofdopgave": {"Speerpunten!H2": None, "Speerpunten!I2": "Volwassenen"},
    "een cijfer dat er niet is heeft geen bron": {"Veerkracht!D5": ".", "Veerkracht!I5": None},
}


@pytest.mark.parametrize("cellen", GOED.values(), ids=GOED)
def test_wat_mag_geeft_geen_bevinding(na: Na, cellen: Cellen) -> None:
    assert na(cellen) == ()


# -- the number of speerpunten


def met_aantal(map_: Path, aantal: int) -> Path:
    """Heiloo with this many speerpunten, each with a doel and an actie, and nothing else that refers to them."""
    boek = load_workbook(GEBIEDEN / NAAM)
    boek["Gesprekken"].delete_cols(7)
    del boek["Businesscase"]
    for blad in (boek["Speerpunten"], boek["Doelen"], boek["Acties"]):
        _, *voorbeeld = (cel.value for cel in blad[2])
        blad.delete_rows(2, 20)
        for nummer in range(1, aantal + 1):
            blad.append([f"H{nummer}", *voorbeeld])
    boek.save(map_ / "2027.xlsx")
    return map_ / "2027.xlsx"


@pytest.mark.parametrize(
    ("aantal", "tekst"),
    [
        (0, "Er staan 0 speerpunten op dit blad. Het kader vraagt er 2 tot 3."),
        (1, "Er staat 1 speerpunt op dit blad."),
        (4, "Er staan 4 speerpunten op dit blad."),
    ],
)
def test_te_weinig_of_te_veel_speerpunten(tmp_path: Path, heiloo: Onderzoek, aantal: int, tekst: str) -> None:
    geteld = replace(heiloo, data=lees(open_heiloo(met_aantal(tmp_path, aantal), heiloo.kader), heiloo.kader))
    (bevinding,) = check(geteld)
    assert (bevinding.code, bevinding.ernst, rij(bevinding)) == ("aantal-speerpunten", Ernst.FOUT, "Speerpunten")
    assert tekst in bevinding.tekst
    # The plan of a gemeente with parts has its speerpunten in the workbooks of those parts.
    assert {b.code for b in check(replace(geteld, met_speerpunten=False))} == {"blad-ongebruikt"}


@pytest.mark.parametrize("aantal", [2, 3])
def test_twee_of_drie_speerpunten_is_goed(tmp_path: Path, heiloo: Onderzoek, aantal: int) -> None:
    assert (
        check(replace(heiloo, data=lees(open_heiloo(met_aantal(tmp_path, aantal), heiloo.kader), heiloo.kader))) == ()
    )


# -- last year


def test_zonder_werkmap_van_vorig_jaar_heeft_een_terugblik_een_titel(na: Na) -> None:
    (bevinding,) = na({"Terugblik!B3": "Meer vrijwilligers"}, vorige=None)
    assert (bevinding.code, rij(bevinding)) == ("verplicht-leeg", "Terugblik 2")
    assert "Er is geen werkmap van vorig jaar, en de kolom Titel is hier leeg" in bevinding.tekst


def test_zonder_werkmap_van_vorig_jaar_mag_elke_code(na: Na) -> None:
    cellen = {"Terugblik!A2": "OUD1", "Terugblik!B2": "Een inloop", "Terugblik!B3": "Meer vrijwilligers"}
    assert na(cellen, vorige=None) == ()


def test_de_terugblik_gaat_over_de_werkmap_van_het_jaar_ervoor(gebieden: Path) -> None:
    with geopend(gebieden / "heiloo" / "2026.xlsx") as boek:
        vul(boek, {"Speerpunten!A2": "OUD1"})
    assert [(b.code, rij(b), b.hulp) for b in controleer(gebieden, "heiloo")] == [
        ("onbekend-speerpunt", "Terugblik 2", "Kies uit: OUD1, H2."),
    ]
    (gebieden / "heiloo" / "2026.xlsx").unlink()
    assert [(b.code, rij(b)) for b in controleer(gebieden, "heiloo")] == [
        ("verplicht-leeg", "Terugblik 2"),
        ("verplicht-leeg", "Terugblik 3"),
    ]


# -- more than one workbook


def controleer(gebieden: Path, slug: str) -> tuple[Bevinding, ...]:
    """What the real command finds, from the workbooks of all areas."""
    alle = build.controleer(build.Mappen(gebieden, (gebieden,), gebieden / "uit", gebieden / "uit"), slug, 2027)
    return tuple(b for b in alle if b.code not in VERBANDEN)


def test_twee_werkmappen_spreken_elkaar_tegen(gebieden: Path) -> None:
    """The figures of Heiloo are in its own workbook; the reference may repeat them, not contradict them."""
    referentie = gebieden / "referentie.xlsx"
    with geopend(referentie) as boek:
        vul(boek, {"Veerkracht!B2": "Heiloo", "Veerkracht!D2": 36.5})
    assert controleer(gebieden, "heiloo") == ()
    with geopend(referentie) as boek:
        vul(boek, {"Veerkracht!D2": 36.6})
    (bevinding,) = controleer(gebieden, "heiloo")
    assert (bevinding.code, bevinding.ernst, rij(bevinding)) == ("cijfer-dubbel", Ernst.FOUT, "Veerkracht 2")
    assert bevinding.plek.bestand == str(gebieden / NAAM)
    assert f"over 2012 heeft een andere waarde dan in {referentie}, blad Veerkracht, cel D2" in bevinding.tekst


def test_wat_niet_te_lezen_is_spreekt_niets_tegen(gebieden: Path) -> None:
    """Two figures with an unknown indicator are two mistakes, not one figure with two values."""
    for naam in (NAAM, "referentie.xlsx"):
        with geopend(gebieden / naam) as boek:
            vul(boek, {"Veerkracht!A2": "Bestaat niet", "Veerkracht!A3": "Bestaat niet"})
            vul(boek, {"Veerkracht!A4": "Bestaat niet", "Veerkracht!B4": boek["Veerkracht"]["B2"].value})
    # A goal of its own in the year of an unreadable figure.
    with geopend(gebieden / NAAM) as boek:
        vul(boek, {"Doelen!F3": 2020})
    assert {b.code for b in controleer(gebieden, "heiloo")} == {"onbekende-keuze"}


def test_het_plan_van_een_gemeente_controleert_haar_delen(gebieden: Path) -> None:
    for naam in ("bergen", "schoorl", "castricum-kern"):
        with geopend(gebieden / naam / "2027.xlsx") as boek:
            vul(boek, {"Gebied!B2": 2026})
    gevonden = [(Path(b.plek.bestand).parent.name, b.code) for b in controleer(gebieden, "bergen")]
    assert gevonden == [("bergen", "planjaar-anders"), ("schoorl", "planjaar-anders")]


# -- all rules


def test_alle_fouten_staan_bij_elkaar(na: Na) -> None:
    """No rule stops another: mistakes in one workbook are all found."""
    samen = [
        fout for fout in FOUTEN if fout[2] in {"Gebied", "Doelen 3", "Terugblik 3", "Bevolking 2", "Veerkracht 23"}
    ]
    cellen = {plaats: waarde for wijziging, *_ in samen for plaats, waarde in wijziging.items()}
    gevonden = [(b.code, rij(b)) for b in na(cellen)]
    assert len(gevonden) == 8
    assert sorted(gevonden) == sorted((code, plaats) for _, code, plaats, *_ in samen)


# A double figure is shown at its value, a wrong plan year at its sheet.
EEN_CEL = [
    (cellen, code)
    for cellen, code, *_ in FOUTEN
    if len(cellen) == 1 and code not in {"cijfer-dubbel", "planjaar-anders"}
]


@pytest.mark.parametrize(("cellen", "code"), EEN_CEL)
def test_een_bevinding_wijst_naar_de_cel_die_fout_is(na: Na, cellen: Cellen, code: str) -> None:
    (bevinding,) = na(cellen)
    assert (bevinding.code, f"{bevinding.plek.blad}!{bevinding.plek.cel}") == (code, *cellen)


def test_wat_een_gemeente_met_delen_niet_gebruikt_wordt_gezegd(heiloo: Onderzoek) -> None:
    gemeente = replace(heiloo, data=replace(heiloo.data, slug="bergen"), met_speerpunten=False)
    gevonden = [b for b in check(gemeente) if b.code == "blad-ongebruikt"]
    assert {"Speerpunten", "Gesprekken", "Bevolking", "Veerkracht"} <= {b.plek.blad for b in gevonden}
    assert all(b.ernst is Ernst.LET_OP for b in gevonden)


def test_elke_regel_doet_mee() -> None:
    """Every function that takes an Onderzoek and gives findings is on the list of rules."""
    rooms = (
        controle.speerpunten,
        controle.cijfers,
        controle.doelen,
        controle.eigen,
        controle.besluit,
        controle.voorbereiding,
        controle.onderbouwing,
        controle.reeksen,
        controle.optelling,
        controle.geld,
        controle.aanbod,
        controle.opmerkingen,
        controle.businesscase,
        controle.geheim,
    )
    kamers = {naam: waarde for room in rooms for naam, waarde in vars(room).items()}
    regels = {
        naam
        for naam, waarde in kamers.items()
        if list(getattr(waarde, "__annotations__", {})) == SOORT and naam[0] != "_"
    }
    assert {regel.__name__ for regel in REGELS_VAN_SAMENHANG} == regels
    assert len(REGELS_VAN_SAMENHANG) == len(regels) > 10


def test_een_leeg_cijferblad_wordt_gezegd_tenzij_het_kader_het_toestaat(heiloo: Onderzoek) -> None:
    zonder = replace(heiloo.data, bladen=replace(heiloo.data.bladen, cijfers=()))
    leeg = [b for b in check(replace(heiloo, data=zonder)) if b.code == "blok-leeg"]
    assert [(b.plek.blad, b.ernst) for b in leeg] == [("Zorgconsumptie", Ernst.LET_OP), ("Kwetsbaarheid", Ernst.LET_OP)]
