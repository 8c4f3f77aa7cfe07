"""Reading all workbooks of a folder: each once, and what is said does not depend on what was read before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from gebiedsplan import werkmap
from gebiedsplan.bevinding import Ernst, GebiedsplanFout
from gebiedsplan.inlezen import Lezer


@pytest.fixture
def met_fout_in_schoorl(gebieden: Path) -> Path:
    boek = load_workbook(gebieden / "schoorl" / "2027.xlsx")
    boek["Veerkracht"]["D2"].value = "ca. 12"
    boek["Gesprekken"]["A2"].value = "vorige week"
    boek.save(gebieden / "schoorl" / "2027.xlsx")
    return gebieden


def codes(lezer: Lezer, slug: str) -> list[tuple[str, Ernst]]:
    return [(b.code, b.ernst) for b in lezer.lees(slug, None).bevindingen]


def test_of_a_neighbour_only_the_figures_matter_and_warn(met_fout_in_schoorl: Path) -> None:
    assert codes(Lezer(met_fout_in_schoorl), "heiloo") == [("geen-getal", Ernst.LET_OP)]


def test_what_was_read_before_changes_nothing(met_fout_in_schoorl: Path) -> None:
    lezer = Lezer(met_fout_in_schoorl)
    assert codes(lezer, "schoorl") == [("geen-getal", Ernst.FOUT), ("geen-datum", Ernst.FOUT)]
    assert codes(lezer, "heiloo") == [("geen-getal", Ernst.LET_OP)]
    assert codes(lezer, "bergen") == [("geen-getal", Ernst.FOUT), ("geen-datum", Ernst.FOUT)]


def test_every_workbook_is_read_once(gebieden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gelezen: list[Path] = []
    lees = werkmap.read

    def meetellen(pad: Path, bestand: str, bladen: tuple[str, ...]) -> werkmap.Werkmap:
        gelezen.append(pad)
        return lees(pad, bestand, bladen)

    monkeypatch.setattr(werkmap, "read", meetellen)
    lezer = Lezer(gebieden)
    for slug in ("uitgeest", "uitgeest", "heiloo", "heiloo"):
        lezer.lees(slug, None)
    # Heiloo is read twice: its figures for Uitgeest, then all of it for its own plan.
    assert sorted(gelezen.count(pad) for pad in set(gelezen)) == [1] * 8 + [2]


def test_an_area_without_workbooks_is_told_what_to_do(gebieden: Path) -> None:
    shutil.rmtree(gebieden / "heiloo")
    with pytest.raises(GebiedsplanFout) as fout:
        Lezer(gebieden).lees("heiloo", None)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "werkmap-ontbreekt"
    assert "zoals 2027.xlsx" in bevinding.hulp
    assert not Lezer(gebieden).lees("uitgeest", None).cijfers["heiloo"].cijfers
