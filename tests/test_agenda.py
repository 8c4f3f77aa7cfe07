"""The uitvoeringsagenda: a planning in words becomes days or nothing, and both files hold every action rightly."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import WORTEL
from icalendar import Calendar
from openpyxl import load_workbook

from gebiedsplan.agenda.planning import lees
from gebiedsplan.cli import main

HEEL_2027 = ["2027-01-01/2027-12-31"]


@pytest.mark.parametrize(
    ("planning", "perioden"),
    [
        ("Hele jaar 2027", HEEL_2027),
        ("het hele jaar door", HEEL_2027),
        ("2027", HEEL_2027),
        ("Elk kwartaal van 2027", HEEL_2027),
        ("doorlopend", HEEL_2027),
        ("twee keer per jaar", HEEL_2027),
        ("1e kwartaal 2027", ["2027-01-01/2027-03-31"]),
        ("Q2", ["2027-04-01/2027-06-30"]),
        ("derde kwartaal", ["2027-07-01/2027-09-30"]),
        ("1e en 2e kwartaal 2027", ["2027-01-01/2027-06-30"]),
        ("1e, 2e en 4e kwartaal 2027", ["2027-01-01/2027-06-30", "2027-10-01/2027-12-31"]),
        ("2e t/m 4e kwartaal", ["2027-04-01/2027-12-31"]),
        ("Q4 2026 en Q1 2027", ["2026-10-01/2027-03-31"]),
        ("voorjaar 2028", ["2028-03-01/2028-05-31"]),
        ("Voorjaar en najaar 2027", ["2027-03-01/2027-05-31", "2027-09-01/2027-11-30"]),
        ("februari 2028", ["2028-02-01/2028-02-29"]),
        ("Vanaf maart 2027", ["2027-03-01/2027-12-31"]),
        ("vanaf 2028", ["2028-01-01/2028-12-31"]),
        ("Om de week, vanaf 1 februari 2027", ["2027-02-01/2027-12-31"]),
        ("Voor 1 juni 2027", ["! 2027-05-31"]),
        ("uiterlijk juni 2027", ["! 2027-06-30"]),
        ("3-11-2027", ["2027-11-03/2027-11-03"]),
        ("eerste helft 2027", ["2027-01-01/2027-06-30"]),
        ("Schooljaar 2027-2028", ["2027-08-01/2028-07-31"]),
        ("September 2027 tot en met mei 2028", ["2027-09-01/2028-05-31"]),
        ("Elke week in maart t/m mei en in juli 2027", ["2027-03-01/2027-05-31", "2027-07-01/2027-07-31"]),
        # Not understood whole, so not at all.
        ("", []),
        ("nader te bepalen", []),
        ("eind 2027", []),
        ("winter 2027", []),
        ("voorjaar 2027, na de verbouwing", []),
        ("maart tot juni 2027", []),
        ("31 februari 2027", []),
        ("december t/m januari 2027", []),
        ("voor maart t/m mei", []),
        ("vanaf", []),
        ("maart april", []),
        ("week 12", []),
    ],
)  # fmt: skip
def test_a_planning_is_days_or_nothing(planning: str, perioden: list[str]) -> None:
    gelezen = lees(planning, 2027)
    assert [f"! {p.tot}" if p.uiterlijk else f"{p.van}/{p.tot}" for p in gelezen] == perioden


def test_every_planning_of_the_examples_is_read() -> None:
    for pad in sorted((WORTEL / "gebieden").glob("*/2027.xlsx")):
        if "Acties" in load_workbook(pad).sheetnames:
            plannen = [actie["Planning"] for actie in acties_in(pad)]
            assert [planning for planning in plannen if planning and not lees(planning, 2027)] == []


def acties_in(pad: Path) -> list[dict[str, Any]]:
    """The rows of the sheet Acties, by the names of the columns."""
    inhoud: Any = load_workbook(pad)["Acties"]
    kop, *rijen = inhoud.iter_rows(values_only=True)
    return [dict(zip(kop, rij, strict=True)) for rij in rijen]


def afspraken_in(pad: Path) -> list[Any]:
    return list(Calendar.from_ical(pad.read_bytes()).walk("VEVENT"))


def typ(gebieden: Path, uit: Path, *woorden: str) -> tuple[int, str]:
    uitkomst = CliRunner().invoke(main, ["--gebieden", str(gebieden), "--uit", str(uit), "agenda", *woorden])
    return uitkomst.exit_code, uitkomst.output


def test_one_plan_as_list_and_calendar(gebieden: Path, tmp_path: Path) -> None:
    """What begins with = stays words; what cannot be read is in the list and said, and not in the calendar."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    blad: Any = boek["Acties"]
    kolom = {cel.value: cel.column for cel in blad[1]}
    eerste = blad.cell(2, kolom["Actie"])
    eerste.value, eerste.data_type = "=1+1; samen koken, \\ en “eten” " + "met alle buren uit de wijk " * 4, "s"
    blad.cell(3, kolom["Planning"]).value = "als de zaal klaar is"
    boek.save(pad)
    code, uitvoer = typ(gebieden, tmp_path / "a", "heiloo")
    assert code == 0
    assert "[planning-onleesbaar]" in uitvoer
    assert "“als de zaal klaar is” staat in de lijst met acties, maar niet in de kalender." in uitvoer

    lijst: Any = load_workbook(tmp_path / "a" / "heiloo" / "uitvoeringsagenda-heiloo-2027.xlsx")
    acties = acties_in(tmp_path / "a" / "heiloo" / "uitvoeringsagenda-heiloo-2027.xlsx")
    assert len(acties) == blad.max_row - 1
    assert acties[0]["Actie"].startswith("=1+1; samen koken")
    assert lijst["Acties"]["D2"].data_type == "s"
    assert (acties[0]["Wie"], acties[0]["Rol gemeente"]) == ("Welzijnsorganisatie", "Opdrachtgever")
    assert (acties[0]["Van"].date(), acties[0]["Tot en met"].date()) == (dt.date(2027, 1, 1), dt.date(2027, 3, 31))
    assert (acties[1]["Van"], acties[1]["In de kalender"]) == (None, "Niet in de kalender")
    woorden = [cel for rij in lijst["Lees mij"].iter_rows(values_only=True) for cel in rij]
    assert any("(als de zaal klaar is)" in str(woord) for woord in woorden)

    ics = tmp_path / "a" / "heiloo" / "uitvoeringsagenda-heiloo-2027.ics"
    assert all(regel.endswith(b"\r\n") and len(regel) <= 77 for regel in ics.read_bytes().splitlines(keepends=True))
    afspraken = afspraken_in(ics)
    assert len({str(a["uid"]) for a in afspraken}) == len(afspraken)
    assert str(afspraken[0]["summary"]) == f"{acties[0]['Actie'].strip()} (Heiloo)"
    assert (afspraken[0]["dtstart"].dt, afspraken[0]["dtend"].dt) == (dt.date(2027, 1, 1), dt.date(2027, 4, 1))
    assert "Wie: Welzijnsorganisatie\nRol van de gemeente: Opdrachtgever\n" in str(afspraken[0]["description"])
    assert not any(acties[1]["Actie"] in str(a["summary"]) for a in afspraken)

    typ(gebieden, tmp_path / "b", "heiloo")
    for naam in ("xlsx", "ics"):
        bestand = Path("heiloo") / f"uitvoeringsagenda-heiloo-2027.{naam}"
        assert (tmp_path / "a" / bestand).read_bytes() == (tmp_path / "b" / bestand).read_bytes()


def test_all_plans_in_one_agenda(tmp_path: Path) -> None:
    code, uitvoer = typ(WORTEL / "gebieden", tmp_path)
    assert (code, len(uitvoer.splitlines())) == (0, 2)
    acties = acties_in(tmp_path / "uitvoeringsagenda-2027.xlsx")
    gebieden = {actie["Gebied"] for actie in acties}
    assert len(gebieden) == 7
    afspraken = afspraken_in(tmp_path / "uitvoeringsagenda-2027.ics")
    assert len(afspraken) >= len(acties)
    assert {str(naam) for afspraak in afspraken for naam in afspraak["categories"].cats} == gebieden


def test_a_gemeente_with_parts_has_the_actions_of_its_parts(tmp_path: Path) -> None:
    assert typ(WORTEL / "gebieden", tmp_path, "bergen")[0] == 0
    acties = acties_in(tmp_path / "bergen" / "uitvoeringsagenda-bergen-2027.xlsx")
    assert {actie["Gebied"] for actie in acties} == {"Bergen (kern)", "Egmond", "Schoorl"}


def test_a_fault_makes_no_agenda(gebieden: Path, tmp_path: Path) -> None:
    pad = gebieden / "schoorl" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Acties"]["C2"] = None
    boek.save(pad)
    for woorden in ((), ("schoorl",)):
        code, uitvoer = typ(gebieden, tmp_path, *woorden)
        assert code == 1
        assert "[verplicht-leeg]" in uitvoer
    assert typ(gebieden, tmp_path, "--jaar", "2031")[0] == 1
    assert not list(tmp_path.glob("uitvoering*"))
