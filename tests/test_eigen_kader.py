"""The walk in docs/eigen-kader.md, done as it stands there: every file, every change and every command."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import WORTEL
from invulling import vul
from openpyxl import load_workbook

from gebiedsplan.cli import main

UITLEG = WORTEL / "docs" / "eigen-kader.md"
# What to do is said above a block of text; what it is about stands between back ticks.
OPDRACHT = re.compile(r"^(Bestand|Zoek in|Zet onderaan in|Gooi weg:) `([^`]+)`:?$")
ERVAN = "en maak ervan:"
INVULLEN = "Nu vult u de werkmap in."


def stappen() -> Iterator[tuple[str, str, str]]:
    """What to do, with which file, and the text below it, in their order. A command is done as it is."""
    regels = iter(UITLEG.read_text("utf-8").split("\n"))
    wat, waar = "", ""
    for regel in regels:
        if opdracht := OPDRACHT.match(regel):
            wat, waar = opdracht[1], opdracht[2]
            if wat == "Gooi weg:":
                yield wat, waar, ""
                wat = ""
        elif regel == ERVAN:
            wat = ERVAN
        elif regel.startswith(INVULLEN):
            yield INVULLEN, "", ""
        elif regel.startswith("```"):
            blok = "".join(f"{r}\n" for r in iter(lambda: next(regels), "```"))
            yield wat or "Typ", waar, blok
            wat = ""


def vul_in(gebieden: Path) -> None:
    """What an adviser fills in, also on what is of their own."""
    vul(gebieden, "eiland", 2027)
    pad = gebieden / "eiland" / "2027.xlsx"
    boek = load_workbook(pad)
    waarden: dict[tuple[str, str], Any] = {
        ("Gebied", "Inspraak tot"): dt.date(2026, 12, 31),
        ("Teksten", "Perspectief"): "Over *tien* jaar kent iedereen zijn buren.",
    }
    for (blad, woord), waarde in waarden.items():
        (nummer,) = (rij[0].row for rij in boek[blad].iter_rows() if rij[0].value == woord)
        boek[blad].cell(nummer, 2).value = waarde
    toezeggingen: list[tuple[Any, ...]] = [("Een buurthuis", "Wmo", 240), ("Een meldpunt", "Jeugdwet", 12)]
    for nummer, toezegging in enumerate(toezeggingen, start=2):
        for plaats, gegeven in enumerate(toezegging, start=1):
            boek["Toezeggingen"].cell(nummer, plaats).value = gegeven
    boek.save(pad)


@pytest.fixture(scope="module")
def gelopen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder after the whole walk."""
    map_ = tmp_path_factory.mktemp("eigen-kader")
    with pytest.MonkeyPatch.context() as hier:
        hier.chdir(map_)
        zoek = ""
        for wat, waar, tekst in stappen():
            pad = map_ / waar
            if wat == "Bestand":
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_text(tekst, "utf-8")
            elif wat == "Zoek in":
                zoek = tekst
                assert pad.read_text("utf-8").count(zoek) == 1, zoek
            elif wat == ERVAN:
                pad.write_text(pad.read_text("utf-8").replace(zoek, tekst), "utf-8")
            elif wat == "Zet onderaan in":
                pad.write_text(f"{pad.read_text('utf-8')}\n{tekst}", "utf-8")
            elif wat == "Gooi weg:":
                pad.unlink()
            elif wat == INVULLEN:
                vul_in(map_ / "noorderland" / "gebieden")
            else:
                typ(tekst)
        yield map_ / "noorderland"


def typ(opdrachten: str) -> None:
    for opdracht in opdrachten.splitlines():
        programma, *woorden = opdracht.split()
        assert programma == "gebiedsplan"
        uitkomst = CliRunner().invoke(main, woorden)
        assert uitkomst.exit_code == 0, f"{opdracht}\n{uitkomst.output}"


def test_the_walk_ends_with_a_plan_that_has_all_of_it(gelopen: Path) -> None:
    plan = (gelopen / "build" / "eiland" / "gebiedsplan-eiland-2027.md").read_text("utf-8")
    assert "# Perspectief en toezeggingen" in plan
    assert "U kunt reageren tot en met 31 december 2026." in plan
    assert "Over *tien* jaar" in plan
    assert "| Een buurthuis | Wmo | 240 |" in plan
    # Twelve people are fewer than the fifteen that were agreed on.
    assert "| Een meldpunt | Jeugdwet | geheim |" in plan
    assert "Het kader noemt deze leefgebieden: Gezond leven; Rondkomen." in plan
    assert "| Ontmoeten | Plekken waar mensen elkaar tegenkomen. |" in plan
    assert "#7a1f5c" in (gelopen / "build" / "eiland" / "gebiedsplan-eiland-2027.html").read_text("utf-8").lower()
    assert (gelopen / "build" / "eiland" / "collegevoorstel-eiland-2027.docx").is_file()


def test_every_step_of_the_walk_is_one_that_is_done() -> None:
    soorten = [wat for wat, _, _ in stappen()]
    assert set(soorten) == {"Bestand", "Zoek in", ERVAN, "Zet onderaan in", "Gooi weg:", INVULLEN, "Typ"}
    assert soorten.count("Zoek in") == soorten.count(ERVAN)
