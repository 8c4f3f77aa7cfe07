"""What changed between two workbooks: each kind of change is said and nothing else, and what is hidden never is."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import WORTEL
from lxml import html
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gebiedsplan import build, templates
from gebiedsplan.bevinding import fouten
from gebiedsplan.build import Mappen, vergelijken
from gebiedsplan.cijfers import tabel
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.cli import main
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.inlezen import Lezer
from gebiedsplan.verschil import koppelen, zinsverschil
from gebiedsplan.verschil.cijferwoorden import NIET_GETOETST
from gebiedsplan.verschil.geheim import WEGGELATEN
from gebiedsplan.verschil.model import Paar, Verschil
from gebiedsplan.verschil.opbouw import NIETS, verschil

GEBIEDEN = WORTEL / "gebieden"
SJABLONEN = WORTEL / "templates"
HEILOO = GEBIEDEN / "heiloo" / "2027.xlsx"

Wijziging = Callable[[Workbook], None]


@cache
def lezer() -> Lezer:
    return Lezer(GEBIEDEN)


@cache
def heiloo() -> Gebiedsdata:
    return lees(HEILOO)


def lees(pad: Path) -> Gebiedsdata:
    gelezen = lezer().lees_bestand(pad, lezer().gebied("heiloo"))
    assert not fouten(gelezen.bevindingen)
    return gelezen.werkmappen[0]


def vergelijk(oud: Gebiedsdata, nieuw: Gebiedsdata) -> Verschil:
    def cijfers(data: Gebiedsdata) -> Cijfers:
        return tabel.bereken(lezer().kader, {data.slug: data.bladen}, Cijferbladen((), ()))

    paar = Paar(cijfers(oud), cijfers(nieuw))
    return verschil(lezer().kader, lezer().gebied(nieuw.slug), [Paar(oud, nieuw)], [paar])


def in_woorden(v: Verschil) -> str:
    return templates.render("verschil.md.j2", (SJABLONEN,), verschil=v)


def anders(naar: Path, *wijzigingen: Wijziging, van: Path = HEILOO) -> Path:
    """A copy of a workbook with other cells."""
    boek = load_workbook(van)
    for wijzig in wijzigingen:
        wijzig(boek)
    boek.save(naar)
    return naar


def kolom(blad: Worksheet, naam: str) -> int:
    return next(cel.column for cel in blad[1] if cel.value == naam)


def rijen(blad: Worksheet, **gezocht: Any) -> list[int]:
    kolommen = {kolom(blad, naam): waarde for naam, waarde in gezocht.items()}
    gevonden = [r for r in range(2, blad.max_row + 1) if all(blad.cell(r, k).value == w for k, w in kolommen.items())]
    assert gevonden, gezocht
    return gevonden


def zet(blad: str, wat: dict[str, Any], **gezocht: Any) -> Wijziging:
    """Other values in the first row that holds what is looked for."""

    def wijzig(boek: Workbook) -> None:
        rij = rijen(boek[blad], **gezocht)[0]
        for naam, waarde in wat.items():
            boek[blad].cell(rij, kolom(boek[blad], naam)).value = waarde

    return wijzig


def erbij(blad: str, **cellen: Any) -> Wijziging:
    def wijzig(boek: Workbook) -> None:
        rij = boek[blad].max_row + 1
        for naam, waarde in cellen.items():
            boek[blad].cell(rij, kolom(boek[blad], naam.replace("_", " "))).value = waarde

    return wijzig


def weg(blad: str, **gezocht: Any) -> Wijziging:
    def wijzig(boek: Workbook) -> None:
        for rij in reversed(rijen(boek[blad], **gezocht)):
            boek[blad].delete_rows(rij)

    return wijzig


def cijfer(jaar: int, waarde: Any, **extra: Any) -> dict[str, Any]:
    vast = {"Indicator": "Voelt zich eenzaam", "Regio": "Heiloo", "Bron": "RIVM", "Status": "definitief"}
    return {**vast, "Jaar": jaar, "Waarde": waarde, **extra}


EENZAAM = {"Indicator": "Voelt zich eenzaam", "Regio": "Heiloo"}
# A figure that no goal starts at.
MANTELZORG = {"Indicator": "Geeft mantelzorg", "Regio": "Heiloo"}
WMO = {"Indicator": "Inwoners met ondersteuning uit de Wmo"}
INLOOP = "Twee vaste inlopen openen, één in Heiloo-West en één in de Stationsomgeving"

# What is changed in the workbook; the part that says so; what it says; what the top says, or nothing.
GEVALLEN: list[tuple[Wijziging, str, str, str]] = [
    (
        erbij("Veerkracht", **cijfer(2024, 41)),
        "Cijfers",
        "| Voelt zich eenzaam | 43% (2020) | 41% (2024) | 2 procentpunt lager |",
        "Cijfer dat opvalt: ‘Voelt zich eenzaam’ 41% (2024), was 43% (2020).",
    ),
    (
        zet("Veerkracht", {"Waarde": 15}, **MANTELZORG, Jaar=2020),
        "Cijfers",
        "- Geeft mantelzorg: het cijfer over 2020 is bijgesteld van 13% naar 15%.",
        "Cijfer dat opvalt: ‘Geeft mantelzorg’ over 2020 bijgesteld van 13% naar 15%.",
    ),
    (
        zet("Veerkracht", {"Status": "voorlopig"}, **EENZAAM, Jaar=2016),
        "Cijfers",
        "het cijfer over 2016 (40%) is gelijk gebleven. De status is nu ‘voorlopig’, die was ‘schatting’.",
        "",
    ),
    (
        weg("Veerkracht", **EENZAAM, Jaar=2016),
        "Cijfers",
        "- Voelt zich eenzaam: het cijfer over 2016 staat er niet meer in.",
        "",
    ),
    (
        zet("Doelen", {"Streefwaarde": 40, "Streefwaarde jaar": 2029}, Indicator="Voelt zich eenzaam"),
        "Doelen",
        "| Doel: 41% of lager in 2028. | Doel: 40% of lager in 2029. |",
        "Verschoven doel: ‘Voelt zich eenzaam’ is nu 40% of lager in 2029, was 41% of lager in 2028.",
    ),
    (
        weg("Doelen", Indicator="Bezoekers die voor het eerst komen, per jaar"),
        "Doelen",
        "- Bezoekers die voor het eerst komen, per jaar",
        "",
    ),
    (
        zet("Acties", {"Planning": "2e kwartaal 2027"}, Actie=INLOOP),
        "Acties",
        "| Wanneer: 1e kwartaal 2027. | Wanneer: 2e kwartaal 2027. |",
        "",
    ),
    (
        zet("Acties", {"Actie": INLOOP.replace("vaste ", "")}, Actie=INLOOP),
        "Acties",
        f"(was: {INLOOP})",
        "",
    ),
    (
        erbij(
            "Acties",
            Speerpunt="H1",
            Actie="Een buurtfeest",
            Partner="Bewoners",
            Rol_gemeente="Netwerkpartner",
            Planning="Juni 2027",
            Resultaat="Een feest",
            Middelen=500,
        ),
        "Acties",
        "- Een buurtfeest (Bewoners; juni 2027; € 500)",
        "",
    ),
    (
        zet("Middelen", {"Bedrag": 35000}, Jaar=2027, Post="Acties uit dit gebiedsplan (voorbeeld)"),
        "Geld",
        "| Acties uit dit gebiedsplan (voorbeeld) | 2027 | 30.000 | 35.000 |",
        "Geld: voor 2027 € 35.000 (1 van de 3 posten is bekend), voor 2027 € 30.000",
    ),
    (
        erbij("Middelen", Jaar=2027, Post="Totaalplan groen", Bedrag=1000, Dekking="Begroting"),
        "Geld",
        "Totaalplan groen",
        "Geld: voor 2027 € 31.000 (2 van de 4 posten is bekend), voor 2027 € 30.000",
    ),
    (
        zet("Middelen", {"Dekking": "De algemene reserve"}, Jaar=2028),
        "Geld",
        "(2028) is nu: De algemene reserve. Het was: Begroting 2028.",
        "",
    ),
    (
        weg("Gesprekken", **{"Met wie": "Basisscholen"}),
        "Gesprekken",
        "- Basisscholen (overleg, 6 oktober 2026, 4 deelnemers)",
        "",
    ),
    (
        zet("Gesprekken", {"Wat is ermee gedaan": "We komen terug."}, **{"Met wie": "Basisscholen"}),
        "Gesprekken",
        "Geen actie nodig. We spreken elkaar in het voorjaar van 2027 weer. | We komen terug. |",
        "",
    ),
    (erbij("Partners", Naam="Kerken", Wat_zij_doen="Geven ruimte."), "Partners", "- Kerken. Geven ruimte.", ""),
    (weg("Aanbod", Activiteit="Taalcafé"), "Partners", "- Taalcafé (Bibliotheek, Bibliotheek)", ""),
    (
        zet("Duiding", {"Tekst": "In 2016 deed 30% mee."}, Indicator="Doet vrijwilligerswerk"),
        "Teksten",
        "| In 2016 deed 30% mee. |",
        "",
    ),
    (
        zet("Besluit", {"Tekst": "De gebiedstafel koos drie onderwerpen."}, Onderdeel="Participatie"),
        "Besluit",
        "| De gebiedstafel koos de onderwerpen. | De gebiedstafel koos drie onderwerpen. |",
        "",
    ),
]


def _samen() -> list[list[tuple[Wijziging, str, str, str]]]:
    """The cases in few workbooks: in each of them no part changes twice."""
    lichtingen: list[list[tuple[Wijziging, str, str, str]]] = []
    for geval in GEVALLEN:
        passend = (lichting for lichting in lichtingen if geval[1] not in [kop for _, kop, _, _ in lichting])
        lichting = next(passend, None)
        if lichting is None:
            lichtingen.append(lichting := [])
        lichting.append(geval)
    return lichtingen


@pytest.mark.parametrize("gevallen", _samen())
def test_a_change_is_said_in_its_own_part_and_nowhere_else(
    tmp_path: Path, gevallen: list[tuple[Wijziging, str, str, str]]
) -> None:
    pad = anders(tmp_path / "2027.xlsx", *(wijziging for wijziging, *_ in gevallen))
    v = vergelijk(heiloo(), lees(pad))
    delen = {o.kop.split(",")[0]: o for o in v.delen[0].onderdelen}
    assert {kop for kop, o in delen.items() if not o.onveranderd} == {kop for _, kop, _, _ in gevallen}
    tekst = in_woorden(v)
    for _, kop, zin, _ in gevallen:
        o = delen[kop]
        assert sum(len(g.zinnen) for g in o.groepen) + sum(len(t.rijen) for t in o.tabellen) == 1
        assert zin in plat(tekst.split(f"# {o.kop} ")[1].split("\n# ")[0])
    assert tekst.count("Niets veranderd.") == len(delen) - len(gevallen)
    bovenaan = [zin for *_, zin in gevallen if zin]
    assert len(v.kort) == max(len(bovenaan), 1)
    assert all(any(zin in plat(regel) for regel in v.kort) for zin in bovenaan)


def plat(tekst: str) -> str:
    """Without what makes words harmless as Markdown, and with plain spaces."""
    return tekst.replace("\\", "").replace("\xa0", " ")


def test_the_same_workbook_twice() -> None:
    v = vergelijk(heiloo(), heiloo())
    assert v.niets
    assert v.kort == (NIETS,)
    assert in_woorden(v).rstrip().endswith(NIETS)


def test_a_speerpunt_follows_its_title_to_another_code(tmp_path: Path) -> None:
    """Also when codes were traded; its goals, acties and conversations come along and are not new."""

    def ruil(boek: Workbook) -> None:
        nieuw = {"H1": "H2", "H2": "H1"}
        for blad in ("Speerpunten", "Doelen", "Acties"):
            k = kolom(boek[blad], "Code" if blad == "Speerpunten" else "Speerpunt")
            for rij in range(2, boek[blad].max_row + 1):
                cel = boek[blad].cell(rij, k)
                cel.value = nieuw.get(str(cel.value), cel.value)

    v = vergelijk(heiloo(), lees(anders(tmp_path / "2027.xlsx", ruil)))
    assert [o.kop for o in v.delen[0].onderdelen if not o.onveranderd] == ["Speerpunten"]
    assert "- ‘Vrijwilligerswerk in kleine klussen’ (H1). De code was H2." in in_woorden(v)


def test_the_words_of_a_speerpunt_under_a_code_that_another_had(tmp_path: Path) -> None:
    """A dropped speerpunt keeps its own goals, although its code goes on with another."""
    pad = anders(
        tmp_path / "2027.xlsx",
        weg("Speerpunten", Code="H1"),
        weg("Doelen", Speerpunt="H1"),
        weg("Acties", Speerpunt="H1"),
        *[zet("Gesprekken", {"Speerpunt": None}, Speerpunt=s) for s in ("H1", "H1", "H1; H3", "H1; H3")],
        zet("Speerpunten", {"Code": "H1"}, Code="H3"),
        *[zet("Doelen", {"Speerpunt": "H1"}, Speerpunt="H3")],
        *[zet("Acties", {"Speerpunt": "H1"}, Speerpunt="H3") for _ in range(3)],
        zet("Gesprekken", {"Speerpunt": "H1"}, Speerpunt="H3"),
        zet("Businesscase", {"Speerpunt": "H1"}, Speerpunt="H3"),
    )
    tekst = in_woorden(vergelijk(heiloo(), lees(pad)))
    assert "- ‘Op tijd praten over wonen en hulp’ (H1). De code was H3." in tekst
    assert "Vervallen speerpunt: ‘Buren leren elkaar kennen in Heiloo-West en de Stationsomgeving’." in tekst
    acties = tekst.split("# Acties")[1].split("# Cijfers")[0]
    assert "Nieuw" not in acties
    assert "Vervallen bij ‘Buren leren elkaar kennen in Heiloo-West en de Stationsomgeving’:" in acties
    assert "Vijf acties zijn gelijk gebleven." in acties


# -- figures


def test_a_newer_figure_is_set_beside_the_corrected_one(tmp_path: Path) -> None:
    pad = anders(
        tmp_path / "2027.xlsx",
        zet("Veerkracht", {"Waarde": 15}, **MANTELZORG, Jaar=2020),
        erbij("Veerkracht", **cijfer(2024, 12, **MANTELZORG)),
    )
    tekst = in_woorden(vergelijk(heiloo(), lees(pad)))
    assert "| Geeft mantelzorg | 15% (2020) | 12% (2024) | 3 procentpunt lager |" in tekst
    assert "het cijfer over 2020 is bijgesteld van 13% naar 15%" in tekst
    assert tekst.count(NIET_GETOETST) == 1


def test_a_difference_that_nobody_sees_is_none(tmp_path: Path) -> None:
    """42,5 and 42,6 are both 43% in a plan."""
    pad = anders(tmp_path / "2027.xlsx", zet("Veerkracht", {"Waarde": 42.6}, **EENZAAM, Jaar=2020))
    assert vergelijk(heiloo(), lees(pad)).niets


def test_a_small_difference_is_in_its_part_and_not_at_the_top(tmp_path: Path) -> None:
    pad = anders(tmp_path / "2027.xlsx", erbij("Veerkracht", **cijfer(2024, 43.9)))
    v = vergelijk(heiloo(), lees(pad))
    assert "| Voelt zich eenzaam | 43% (2020) | 44% (2024) | 1 procentpunt hoger |" in in_woorden(v)
    assert "in hoofdlijn gelijk gebleven" in v.kort[0]


def test_a_figure_that_is_made_up_says_so(tmp_path: Path) -> None:
    pad = anders(tmp_path / "2027.xlsx", erbij("Veerkracht", **cijfer(2024, 39, Status="voorbeeld")))
    tekst = in_woorden(vergelijk(heiloo(), lees(pad)))
    assert "39% (2024, voorbeeld)" in tekst
    assert "Cijfers met ‘voorbeeld’ zijn verzonnen." in tekst


def test_never_that_a_difference_means_something(tmp_path: Path) -> None:
    pad = anders(tmp_path / "2027.xlsx", erbij("Veerkracht", **cijfer(2024, 20)))
    tekst = in_woorden(vergelijk(heiloo(), lees(pad)))
    assert not re.search("signific|aantoonbaar|toename|afname|gestegen|gedaald|trend", tekst)


# -- what is hidden


def test_a_figure_that_one_workbook_hides_is_in_neither_column(tmp_path: Path) -> None:
    """Not the figure, not the goal that starts at it, not the sentence that names it; either way around."""
    open_ = lees(
        anders(
            tmp_path / "open.xlsx",
            erbij("Veerkracht", **cijfer(2024, 37.7)),
            zet(
                "Doelen",
                {"Nulmeting": 37.7, "Nulmeting jaar": 2024, "Instrument": "Monitor"},
                Indicator="Voelt zich eenzaam",
            ),
            zet("Duiding", {"Tekst": "Het is nu 38%. Dat is precies 37,7 procent."}, Indicator="Voelt zich eenzaam"),
        )
    )
    dicht = lees(
        anders(
            tmp_path / "dicht.xlsx",
            erbij("Veerkracht", **cijfer(2024, "x")),
            zet("Doelen", {"Nulmeting jaar": 2024, "Instrument": "Een telling"}, Indicator="Voelt zich eenzaam"),
        )
    )
    for oud, nieuw in ((open_, dicht), (dicht, open_)):
        tekst = in_woorden(vergelijk(oud, nieuw))
        assert not re.search(r"\b38\b|37,7", tekst)
        assert "Voelt zich eenzaam: het cijfer over 2024 tonen we niet." in tekst
        assert WEGGELATEN in plat(tekst)
        assert "Gemeten met: Een telling." in tekst
        assert "Begin:" not in tekst.split("# Doelen")[1].split("# Acties")[0]
    uitkomst = typ(GEBIEDEN, tmp_path, tmp_path / "open.xlsx", tmp_path / "dicht.xlsx")
    assert uitkomst.exit_code == 0, uitkomst.output
    geschreven = [pad.read_text("utf-8").split("</style>")[-1] for pad in (tmp_path / "build").rglob("*.*")]
    assert len(geschreven) == 2
    for tekst in (uitkomst.stdout, *geschreven):
        assert not re.search(r"\b38\b|37,7", tekst)


def test_too_few_people_is_hidden_without_a_sign(tmp_path: Path) -> None:
    """A figure below the drempel of the kader, in the other workbook above it."""
    rij = {**WMO, "Regio": "Heiloo", "Jaar": 2023, "Bron": "CBS", "Status": "definitief"}
    boven = lees(anders(tmp_path / "a.xlsx", erbij("Zorgconsumptie", **rij, Teller=17, Noemer=2000)))
    onder = lees(anders(tmp_path / "b.xlsx", erbij("Zorgconsumptie", **rij, Teller=9, Noemer=2000)))
    tekst = in_woorden(vergelijk(boven, onder))
    cijfers = tekst.split("# Cijfers")[1].split("# Geld")[0]
    assert "over 2023 tonen we niet" in cijfers
    assert not re.search(r"\b(17|9|8,5|4,5|5)\b", cijfers)


def test_wijken_do_not_give_away_the_one_that_is_hidden(tmp_path: Path) -> None:
    """With the area and all other wijken corrected, the hidden one is what remains."""
    heeft = rijen(load_workbook(HEILOO)["Zorgconsumptie"], **WMO)
    blad = load_workbook(HEILOO)["Zorgconsumptie"]
    wijken = [
        r
        for r in heeft
        if blad.cell(r, kolom(blad, "Regio")).value != "Heiloo"
        and isinstance(blad.cell(r, kolom(blad, "Waarde")).value, int | float)
    ]

    def hoger(boek: Workbook) -> None:
        k = kolom(boek["Zorgconsumptie"], "Waarde")
        for rij in wijken[1:]:
            cel = boek["Zorgconsumptie"].cell(rij, k)
            cel.value = float(str(cel.value)) + 7

    def dicht(boek: Workbook) -> None:
        boek["Zorgconsumptie"].cell(wijken[0], kolom(boek["Zorgconsumptie"], "Waarde")).value = "x"

    assert "bijgesteld" in in_woorden(vergelijk(heiloo(), lees(anders(tmp_path / "a.xlsx", hoger))))
    tekst = in_woorden(vergelijk(heiloo(), lees(anders(tmp_path / "b.xlsx", hoger, dicht))))
    assert "bijgesteld" not in tekst
    assert "tonen we niet" in tekst


def test_an_age_group_that_is_hidden_takes_the_others_along(tmp_path: Path) -> None:
    blad = load_workbook(HEILOO)["Bevolking"]
    k = kolom(blad, "Aantal")
    van_heiloo = rijen(blad, Regio="Heiloo")
    jaar = max(int(str(blad.cell(r, kolom(blad, "Jaar")).value)) for r in van_heiloo)
    groepen = [r for r in van_heiloo if blad.cell(r, kolom(blad, "Jaar")).value == jaar]
    groepen = [r for r in groepen if blad.cell(r, 1).value != "Totaal"]

    def wijzig(boek: Workbook) -> None:
        boek["Bevolking"].cell(groepen[0], k).value = "x"
        for rij in groepen[1:]:
            cel = boek["Bevolking"].cell(rij, k)
            cel.value = int(str(cel.value)) + 11

    tekst = in_woorden(vergelijk(heiloo(), lees(anders(tmp_path / "2027.xlsx", wijzig))))
    cijfers = tekst.split("# Cijfers")[1].split("# Geld")[0]
    assert "bijgesteld" not in cijfers
    assert cijfers.count("tonen we niet") == len(groepen)


# -- sentences and pairs


@pytest.mark.parametrize(
    ("oud", "nieuw", "weg", "erbij"),
    [
        ("Een. Twee. Drie.", "Een. Vier. Drie.", ("Twee.",), ("Vier.",)),
        ("Een. Twee.", "Twee. Een.", (), (zinsverschil.ANDERE_VOLGORDE,)),
        ("Het is 1,5 km. Nu.", "Het is 1,5 km.", ("Nu.",), ()),
        ("**Een.**\n\n- Twee\n- Drie", "Een. Twee\nVier", ("Drie",), ("Vier",)),
        ("Zij zei: ‘Ja.’ Dus.", "Dus.", ("Zij zei: ‘Ja.",), ()),
    ],
)
def test_sentences_that_came_and_went(oud: str, nieuw: str, weg: tuple[str, ...], erbij: tuple[str, ...]) -> None:
    uitkomst = zinsverschil.verschil("Tekst", oud, nieuw)
    assert uitkomst is not None
    assert (uitkomst.weg, uitkomst.erbij) == (weg, erbij)


def test_the_most_alike_belong_together() -> None:
    oud = ["Een inloop in het dorp openen", "Een inloop in de wijk openen"]
    nieuw = ["Een inloop in de wijk West openen", "Een feest"]
    reeks = koppelen.vergelijk(oud, nieuw, str, koppelen.gelijkenis)
    assert reeks.anders == (Paar(oud[1], nieuw[0]),)
    assert (reeks.weg, reeks.erbij, reeks.gelijk) == ((oud[0],), (nieuw[1],), 0)


# -- as a person types it


def typ(gebieden: Path, uit: Path, *woorden: str | Path) -> Result:
    opties = ("--gebieden", gebieden, "--templates", SJABLONEN, "--uit", uit / "build")
    return CliRunner().invoke(main, [str(woord) for woord in (*opties, "verschil", *woorden)])


def test_two_years_of_an_area(tmp_path: Path) -> None:
    eerste = typ(GEBIEDEN, tmp_path / "a", "heiloo", "2026", "2027")
    assert eerste.exit_code == 0
    regels = eerste.stdout.splitlines()
    assert regels[0] == "Wat is er veranderd in Heiloo?"
    assert "- Nieuw speerpunt: ‘Op tijd praten over wonen en hulp’." in regels
    assert len([regel for regel in regels if regel.startswith("- ")]) <= 5
    paden = [Path(regel) for regel in regels[-2:]]
    assert [pad.name for pad in paden] == [f"verschil-heiloo-2026-2027.{soort}" for soort in ("html", "md")]
    pagina = html.fromstring(paden[0].read_text("utf-8"))
    koppen = ["".join(map(str, kop.itertext())) for kop in pagina.iter("h2")]
    assert koppen[:6] == ["In het kort", "Speerpunten", "Doelen", "Acties", "Cijfers", "Geld"]
    assert "Niets veranderd." in "".join(map(str, pagina.itertext()))
    typ(GEBIEDEN, tmp_path / "b", "heiloo", "2026", "2027")
    for pad in paden:
        assert pad.read_bytes() == (tmp_path / "b" / "build" / "heiloo" / pad.name).read_bytes()


def test_a_year_without_a_workbook(tmp_path: Path) -> None:
    uitkomst = typ(GEBIEDEN, tmp_path, "heiloo", "2025", "2027")
    assert uitkomst.exit_code == 1
    assert "[werkmap-ontbreekt]" in uitkomst.stderr
    assert not (tmp_path / "build").exists()


def test_a_fout_in_either_stops_and_a_let_op_is_not_repeated(gebieden: Path, tmp_path: Path) -> None:
    anders(gebieden / "heiloo" / "2026.xlsx", zet("Gebied", {"Waarde": None}, Veld="Typering"))
    uitkomst = typ(gebieden, tmp_path, "heiloo", "2026", "2027")
    assert uitkomst.exit_code == 1
    assert "[planjaar-anders]" in uitkomst.stderr
    assert "LET OP" not in uitkomst.stderr


def test_a_workbook_in_preparation_is_not_compared(gebieden: Path, tmp_path: Path) -> None:
    """What is not filled in yet was not dropped."""
    build.nieuw(Mappen(gebieden, (SJABLONEN,), tmp_path / "build", tmp_path / "figures"), "heiloo", 2028)
    uitkomst = typ(gebieden, tmp_path, "heiloo", "2027", "2028")
    assert uitkomst.exit_code == 1
    assert "[in-voorbereiding]" in uitkomst.stderr


@pytest.mark.parametrize("woorden", [(), ("heiloo",), ("heiloo", "2026"), ("heiloo", "2026", "straks")])
def test_what_it_cannot_make_sense_of(tmp_path: Path, woorden: tuple[str, ...]) -> None:
    uitkomst = typ(GEBIEDEN, tmp_path, *woorden)
    assert uitkomst.exit_code == 2
    assert "gebiedsplan verschil heiloo 2026 2027" in uitkomst.stderr


def test_two_files_that_lie_anywhere(tmp_path: Path) -> None:
    """The area is that of the figures; two versions of one year are called by their version."""
    oud = Path(shutil.copy(HEILOO, tmp_path / "Concept 1.xlsx"))
    nieuw = anders(
        tmp_path / "Concept 2.xlsx",
        zet("Gebied", {"Waarde": "0.4"}, Veld="Versie"),
        zet("Middelen", {"Bedrag": 35000}, Jaar=2027),
    )
    uitkomst = typ(GEBIEDEN, tmp_path, oud, nieuw)
    assert uitkomst.exit_code == 0, uitkomst.output
    tekst = (tmp_path / "build" / "heiloo" / "verschil-heiloo-concept-1-concept-2.md").read_text("utf-8")
    assert "Versie 0.4 vergeleken met versie 0.3" in tekst
    assert "| Versie 0.3 (€) | Versie 0.4 (€) |" in tekst


def test_two_files_of_different_areas(tmp_path: Path) -> None:
    uitkomst = typ(GEBIEDEN, tmp_path, HEILOO, GEBIEDEN / "egmond" / "2027.xlsx")
    assert uitkomst.exit_code == 2
    assert "Deze werkmap is van Egmond. De andere is van Heiloo." in uitkomst.stderr


def test_a_file_that_does_not_say_of_which_area_it_is(tmp_path: Path) -> None:
    los = Path(shutil.copy(GEBIEDEN / "bergen" / "2027.xlsx", tmp_path / "a.xlsx"))
    assert "--gebied" in typ(GEBIEDEN, tmp_path, los, los).stderr
    uitkomst = typ(GEBIEDEN, tmp_path, los, los, "--gebied", "bergen")
    assert NIETS in uitkomst.stdout


def test_an_area_with_parts_has_them_one_after_the_other(gebieden: Path, tmp_path: Path) -> None:
    for slug in ("bergen", "bergen-kern", "schoorl"):
        boek = load_workbook(gebieden / slug / "2027.xlsx")
        zet("Gebied", {"Waarde": 2026}, Veld="Planjaar")(boek)
        if slug != "bergen":
            zet("Veerkracht", {"Jaar": 2026}, Jaar=2027)(boek)
        if slug == "schoorl":
            zet("Speerpunten", {"Titel": "Iets heel anders"}, Code="S1")(boek)
        boek.save(gebieden / slug / "2026.xlsx")
    mappen = Mappen(gebieden, (SJABLONEN,), tmp_path / "build", tmp_path / "figures")
    gemaakt = vergelijken.jaren(mappen, "bergen", 2026, 2027)
    pagina = html.fromstring(gemaakt.paden[0].read_text("utf-8"))
    koppen = ["".join(map(str, kop.itertext())) for kop in pagina.iter("h2")]
    assert koppen == ["In het kort", "Bergen", "Bergen (kern)", "Egmond", "Schoorl"]
    assert len(gemaakt.kort) <= 5
    assert "Nieuw speerpunt: ‘Geldzorgen eerder op tafel’ (Egmond)." in gemaakt.kort
    voor, na = gemaakt.paden[1].read_text("utf-8").split("# Schoorl")
    assert "Iets heel anders" not in voor
    assert "Het heette ‘Iets heel anders’." in na
    van_bergen = voor.split("# Bergen ")[1].split("\n# ")[0]
    assert "## Geld" in van_bergen
    assert "## Speerpunten" not in van_bergen


def test_a_workbook_of_another_year_keeps_its_own_conversations(tmp_path: Path) -> None:
    """A conversation on another day is another one, also with the same people."""
    pad = anders(
        tmp_path / "2027.xlsx", zet("Gesprekken", {"Datum": dt.datetime(2026, 10, 7)}, **{"Met wie": "Basisscholen"})
    )
    tekst = in_woorden(vergelijk(heiloo(), lees(pad)))
    assert "(was: Basisscholen (overleg, 6 oktober 2026, 4 deelnemers))" in plat(tekst)
