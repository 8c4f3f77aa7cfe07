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
    """What could not be read; that figures are old is another matter."""
    bevindingen = lezer.lees(slug, None).bevindingen
    return [(b.code, b.ernst) for b in bevindingen if b.code.startswith("geen-")]


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
    # The two years of Heiloo are read twice: their figures for Uitgeest, then all of them for its own plan.
    assert sorted(gelezen.count(pad) for pad in set(gelezen)) == [1] * 8 + [2] * 2


def test_an_area_without_workbooks_is_told_what_to_do(gebieden: Path) -> None:
    shutil.rmtree(gebieden / "heiloo")
    with pytest.raises(GebiedsplanFout) as fout:
        Lezer(gebieden).lees("heiloo", None)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "werkmap-ontbreekt"
    assert "zoals 2027.xlsx" in bevinding.hulp
    assert not Lezer(gebieden).lees("uitgeest", None).cijfers["heiloo"].cijfers


def test_a_workbook_with_macros_is_a_workbook(gebieden: Path) -> None:
    """Whatever the case of its suffix; a lock file and a copy with another name are not."""
    map_ = gebieden / "heiloo"
    (map_ / "2027.xlsx").rename(map_ / "2027.XLSM")
    (map_ / "~$2027.XLSM").write_bytes(b"jan")
    shutil.copy(map_ / "2026.xlsx", map_ / "2028 (kopie).xlsx")
    lezer = Lezer(gebieden)
    assert lezer.jaren(lezer.gebied("heiloo")) == (2026, 2027)
    gelezen = lezer.lees("heiloo", None)
    assert gelezen.eigen.bestand.endswith("2027.XLSM")
    (bevinding,) = [b for b in gelezen.bevindingen if b.code == "werkmap-open"]
    assert (bevinding.ernst, "niet is opgeslagen" in bevinding.tekst) == (Ernst.LET_OP, True)
    # Of a neighbour it does not matter.
    assert "werkmap-open" not in {b.code for b in Lezer(gebieden).lees("uitgeest", None).bevindingen}


def test_two_workbooks_of_one_year_stop_the_plan_and_warn_the_others(gebieden: Path) -> None:
    shutil.copy(gebieden / "heiloo" / "2027.xlsx", gebieden / "heiloo" / "2027.xlsm")
    with pytest.raises(GebiedsplanFout) as fout:
        Lezer(gebieden).lees("heiloo", 2027)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, "2027.xlsm, 2027.xlsx" in bevinding.tekst) == ("werkmap-dubbel", True)
    anderen = Lezer(gebieden).lees("uitgeest", 2027).bevindingen
    assert [b.ernst for b in anderen if b.code == "werkmap-dubbel"] == [Ernst.LET_OP]


def test_what_is_there_instead_is_named(gebieden: Path) -> None:
    (gebieden / "heiloo" / "2026.xlsx").unlink()
    (gebieden / "heiloo" / "2027.xlsx").rename(gebieden / "heiloo" / "2027.ods")
    for jaar in (2027, None):
        with pytest.raises(GebiedsplanFout) as fout:
            Lezer(gebieden).lees("heiloo", jaar)
        assert "Er staat wel: 2027.ods." in fout.value.bevindingen[0].hulp
