"""Goals that are followed: what is measured since, what may be said of it, and how that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL
from openpyxl import load_workbook
from test_figures import HUISSTIJL

from gebiedsplan import inlezen
from gebiedsplan.cijfers.koers import Koers, Stand, Traject, koers
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.figures import draw
from gebiedsplan.plan import opbouw
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.grafiek import Doelenkaart
from gebiedsplan.plan.model import Plan, Tabel

LAGER = Traject(Stand(42.5, 2020), (), 41.0, 2028, "lager", 0)
HOGER = Traject(Stand(4, 2025), (), 25.0, 2027, "hoger", 0)


def gemeten(traject: Traject, *standen: Stand) -> Koers:
    return koers(replace(traject, metingen=standen))


@pytest.mark.parametrize(
    ("traject", "standen", "woord"),
    [
        # the line of LAGER goes from 43 to 41, as they are written: 42 in 2024
        (LAGER, [Stand(42.4, 2024)], "op koers"),
        (LAGER, [Stand(42.6, 2024)], "niet op koers"),
        (LAGER, [Stand(41.4, 2024)], "bereikt"),
        (LAGER, [Stand(30.0, 2022), Stand(44.0, 2024)], "niet op koers"),
        (LAGER, [Stand(43.0, 2024, onder=41.0, boven=45.0)], "onzeker"),
        (LAGER, [Stand(43.0, 2024, onder=42.6, boven=45.0)], "niet op koers"),
        (LAGER, [Stand(42.0, 2028)], "niet bereikt"),
        (LAGER, [], "nog niet opnieuw gemeten"),
        # the line of HOGER is at 14,5 in 2026
        (HOGER, [Stand(14, 2026)], "niet op koers"),
        (HOGER, [Stand(15, 2026)], "op koers"),
        (HOGER, [Stand(25, 2026)], "bereikt"),
        # what is not known
        (replace(HOGER, streefwaarde=None), [Stand(15, 2026)], "nog niet vastgesteld"),
        (replace(HOGER, eerst_nulmeting=True, begin=None, streefwaarde=None), [], "eerst nulmeting"),
        (replace(HOGER, begin=None), [], "nog niet gemeten"),
        (replace(HOGER, begin=None), [Stand(15, 2026)], "niet te zeggen"),
        (replace(HOGER, richting=""), [Stand(15, 2026)], "niet te zeggen"),
        (HOGER, [Stand(15, None)], "niet te zeggen"),
        # what may not be shown
        (replace(HOGER, begin=Stand(None, 2025)), [Stand(25, 2026)], "geheim"),
        (HOGER, [Stand(None, 2026)], "geheim"),
        (HOGER, [Stand(15, 2026), Stand(None, 2027)], "op koers"),
    ],
)
def test_what_may_be_said_of_a_goal(traject: Traject, standen: list[Stand], woord: str) -> None:
    assert gemeten(traject, *standen).woord == woord


def test_a_course_passes_on_what_a_reader_must_know() -> None:
    assert gemeten(HOGER, Stand(15, 2026, status="schatting")) == Koers("op koers", 2026, "schatting")
    begin = replace(HOGER, begin=Stand(4, 2025, status="voorbeeld"))
    assert gemeten(begin, Stand(15, 2026, status="schatting")).status == "voorbeeld"


# -- in a plan, from real workbooks

Maker = Callable[[str], Plan]


def maak(gebieden: Path, slug: str) -> Plan:
    g = inlezen.Lezer(gebieden).lees(slug, 2027)
    cijfers = bereken(g.kader, g.cijfers, g.referentie)
    return opbouw.plan(Bronnen(g.kader, g.gebied, g.eigen, g.delen, g.vorige, cijfers))


def vul(gebieden: Path, cellen: Mapping[str, object], *rijen: tuple[str, list[object]]) -> None:
    """Change cells of Heiloo, and add rows to its sheets."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for plaats, waarde in cellen.items():
        blad, cel = plaats.split("!")
        boek[blad][cel].value = waarde
    for blad, rij in rijen:
        boek[blad].append(rij)
    boek.save(pad)


def rij(tabel: Tabel | None, naam: str) -> tuple[str, ...]:
    assert tabel is not None
    return next(rij for rij in tabel.rijen if rij[0] == naam)


def eenzaam(waarde: object, jaar: int, *, status: str = "definitief", **anders: object) -> tuple[str, list[object]]:
    """A row of the sheet Veerkracht."""
    kop = {"ondergrens": None, "bovengrens": None, **anders}
    cellen = ["Voelt zich eenzaam", "Heiloo", jaar, waarde, None, None, kop["ondergrens"], kop["bovengrens"]]
    return "Veerkracht", [*cellen, "Monitor", None, status, None]


def test_later_figures_of_the_area_are_what_was_measured(gebieden: Path) -> None:
    vul(gebieden, {"Doelen!G2": 42, "Doelen!H2": 2024}, eenzaam(41.9, 2024, status="schatting"), eenzaam(43.1, 2026))

    plan = maak(gebieden, "heiloo")

    (gebied,) = plan.gebieden
    assert rij(gebied.speerpunten[0].doelen, "Voelt zich eenzaam")[1:5] == (
        "43% (2020)",
        "42% (2024); 43% (2026)",
        "41% of lager in 2028",
        "niet op koers (schatting)",
    )
    assert gebied.doelen is not None
    assert gebied.doelen.basis.titel.startswith("Heiloo: van de 5 doelen 1 niet op koers")
    assert {woord for woord, _ in plan.bijlagen.koersen} >= {"niet op koers", "nog niet opnieuw gemeten"}


def test_a_goal_of_ones_own_keeps_every_measurement(gebieden: Path) -> None:
    """More measurements stand in columns of their own, which a workbook need not have."""
    extra = {"Doelen!L1": "Tussenmeting 2", "Doelen!M1": "Tussenmeting 2 jaar", "Doelen!L3": 100.5, "Doelen!M3": 2026}
    vul(gebieden, {"Doelen!F3": 2024, "Doelen!G3": 110, "Doelen!H3": 2027, "Doelen!J3": 2028, **extra})

    (gebied,) = maak(gebieden, "heiloo").gebieden

    cellen = rij(gebied.speerpunten[0].doelen, "Bezoekers die voor het eerst komen, per jaar")
    assert cellen[2] == "100,5 bezoekers (2026); 110 bezoekers (2027)"
    assert cellen[4] == "niet op koers"
    assert gebied.doelen is not None
    stappen = gebied.doelen.rijen[1].stappen
    assert [round(stap.deel, 3) for stap in stappen] == [round((v - 64) / 86, 3) for v in (100.5, 110)]
    assert gebied.doelen.rijen[1].lijn == pytest.approx(0.75)


@pytest.mark.parametrize("geheim", [2020, 2026])
def test_a_hidden_figure_gives_no_course_away(gebieden: Path, geheim: int) -> None:
    nul = {"Veerkracht!D4": "x"} if geheim == 2020 else {}
    vul(gebieden, nul, eenzaam("x" if geheim == 2026 else 30.0, 2026))

    (gebied,) = maak(gebieden, "heiloo").gebieden

    assert rij(gebied.speerpunten[0].doelen, "Voelt zich eenzaam")[4] == "geheim"
    assert gebied.doelen is not None
    getekend = gebied.doelen.rijen[0]
    assert (getekend.stappen, getekend.lijn, getekend.woord) == ((), None, "geheim")
    assert getekend.weg == (geheim == 2026)


def test_the_drawing_sets_measurements_the_line_and_the_goal_apart() -> None:
    basis = maak(WORTEL / "gebieden", "egmond").gebieden[0].doelen
    assert isinstance(basis, Doelenkaart)
    svg = draw(basis, HUISSTIJL).svg.decode()

    nummers = [n for n, doel in enumerate(basis.rijen) if doel.stappen]
    assert nummers == [2]
    assert {f"doelen-egmond-{wat}-2" for wat in ("band", "lijn", "balk", "laatste", "doel")} <= ids(svg)
    assert not any(f"balk-{n}" in naam for naam in ids(svg) for n in (0, 1, 3, 4))
    assert "doelen-egmond-weg-3" not in ids(svg), "a goal without a nulmeting has no way yet"


def ids(svg: str) -> set[str]:
    return {stuk.split('"')[0] for stuk in svg.split(' id="')[1:]}


def test_word_can_edit_goals_that_were_measured() -> None:
    egmond, schoorl = (maak(WORTEL / "gebieden", slug).gebieden[0].doelen for slug in ("egmond", "schoorl"))
    assert egmond is not None
    assert schoorl is not None
    chart = draw(egmond, HUISSTIJL).chart
    assert chart is not None
    # from 4 to 25: 9 is 5 of 21, halfway in time is half
    assert [reeks.values[2] for reeks in chart.series] == [23.8, 50.0]
    assert chart.categories[3].endswith(": eerst nulmeting")  # type: ignore[union-attr]
    assert draw(schoorl, HUISSTIJL).chart is None


# -- KPI's


def test_kpis_say_what_is_not_agreed(gebieden: Path) -> None:
    kpis = maak(gebieden, "bergen").kpis
    assert kpis is not None
    assert [kop.tekst for kop in kpis.tabel.kop] == ["KPI", "Nu", "Streefwaarde"]
    assert {rij[2] for rij in kpis.tabel.rijen} == {"nog niet vastgesteld"}
    assert [rij[0] for rij in kpis.tabel.rijen[-5:]] == [
        f"Eenzaamheid in {naam}" for naam in ("Bergen", "Bergen (kern)", "Egmond", "Schoorl", "de BUCH")
    ]


def test_a_kpi_that_is_agreed_has_a_course_in_every_area(gebieden: Path) -> None:
    pad = gebieden / "kader.toml"
    afspraak = 'richting = "lager"\nnulmeting_jaar = 2016\nstreefwaarde = 38.0\nstreefwaarde_jaar = 2027\n'
    eind = 'naam = "Eenzaamheid"\nindicator = "eenzaam"\n'
    pad.write_text(pad.read_text("utf-8").replace(eind, eind + afspraak), "utf-8")

    kpis = maak(gebieden, "heiloo").kpis

    assert kpis is not None
    assert rij(kpis.tabel, "Eenzaamheid in Heiloo") == (
        "Eenzaamheid in Heiloo",
        "40% (2016)",
        "43% (2020)",
        "38% of lager in 2027",
        "niet op koers (schatting)",
    )
    assert rij(kpis.tabel, "Beroep op de Wmo in Heiloo")[3:] == ("nog niet vastgesteld", "nog niet vastgesteld")


# -- the thread


def test_the_thread_names_every_link_once(gebieden: Path) -> None:
    (gebied,) = maak(gebieden, "egmond").gebieden
    draad = gebied.rode_draad.draden[1]
    assert draad.titel == "Een dagdeel vrij voor mantelzorgers"
    assert [s.tekst.count(";") for s in draad.schakels] == [1, 1, 1, 1, 0]
    assert draad.schakels[-1].tekst == "ten minste €\N{NO-BREAK SPACE}6.000"
    assert draad.schakels[-1].gat == "voor 1 van de 2 acties nog niet vastgesteld"


def test_what_was_heard_and_led_nowhere_is_not_lost(gebieden: Path) -> None:
    draden = maak(gebieden, "heiloo").gebieden[0].rode_draad.draden
    assert (draden[-1].titel, draden[-1].id) == ("Geen speerpunt", "")
    assert draden[-1].schakels[0].tekst == "Basisscholen (6 oktober 2026)"


@pytest.mark.parametrize(
    ("blad", "schakel", "gat"),
    [
        ("Gesprekken", 0, "geen gesprek"),
        ("Doelen", 1, "geen indicator"),
        ("Acties", 2, "geen actie"),
        ("Acties", 3, "geen partner"),
        ("Acties", 4, "nog niet vastgesteld"),
    ],
)
def test_a_gap_is_said_in_words(gebieden: Path, blad: str, schakel: int, gat: str) -> None:
    pad = gebieden / "schoorl" / "2027.xlsx"
    boek: Any = load_workbook(pad)
    boek[blad].delete_rows(2, 100)
    boek.save(pad)

    draad = maak(gebieden, "schoorl").gebieden[0].rode_draad

    assert all(d.schakels[schakel].gat == gat and not d.schakels[schakel].tekst for d in draad.draden[:2])
    assert "gaten. Die staan vet in de tabel." in draad.zin


def test_only_the_gemeente_is_no_partner(gebieden: Path) -> None:
    vul(gebieden, {f"Acties!C{regel}": "Gemeente  heiloo" for regel in (2, 3, 4)})
    draad = maak(gebieden, "heiloo").gebieden[0].rode_draad.draden[0]
    assert (draad.schakels[3].tekst, draad.schakels[3].gat) == ("", "alleen de gemeente")
