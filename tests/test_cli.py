"""The commands as a person types them: what is printed, where, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import VAN_EEN_PLAN, WORTEL, zonder_meldingen
from openpyxl import load_workbook

from gebiedsplan.cli import main


def typ(*woorden: str | Path) -> Result:
    return CliRunner().invoke(main, [str(woord) for woord in woorden])


def map_opties(gebieden: Path, uit: Path) -> tuple[str | Path, ...]:
    return ("--gebieden", gebieden, "--templates", WORTEL / "templates", "--uit", uit / "build")


def test_maak_ends_with_the_paths(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "maak", "uitgeest")
    assert uitkomst.exit_code == 0
    stam = tmp_path / "build" / "uitgeest" / "gebiedsplan-uitgeest-2027"
    assert uitkomst.stdout.splitlines() == [
        *(f"{stam}{einde}" for einde in VAN_EEN_PLAN),
        str(tmp_path / "build" / "index.html"),
    ]
    assert all(Path(regel).stat().st_size > 1_000 for regel in uitkomst.stdout.splitlines())
    assert (tmp_path / "figures" / "uitgeest" / "2027" / "kernbeeld-uitgeest.svg").exists()


def test_charts_can_be_asked_for_as_charts_of_word(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "maak", "egmond", "--grafieken", "bewerkbaar")
    assert uitkomst.exit_code == 0
    namen = zipfile.ZipFile(uitkomst.stdout.splitlines()[0]).namelist()
    assert "word/charts/chart1.xml" in namen
    assert not [naam for naam in namen if naam.endswith(".png")]


@pytest.mark.parametrize("opdracht", [("maak", "uitgeest"), ("alles",)])
def test_an_unknown_kind_of_chart_is_refused(tmp_path: Path, opdracht: tuple[str, ...]) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), *opdracht, "--grafieken", "mooi")
    assert uitkomst.exit_code == 2
    assert "plaatje" in uitkomst.output
    assert "bewerkbaar" in uitkomst.output


def test_voorstel_ends_with_the_paths_of_the_whole_set(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "voorstel", "uitgeest", "--jaar", "2027")
    assert uitkomst.exit_code == 0
    assert [Path(regel).name for regel in uitkomst.stdout.splitlines()] == [
        *(
            f"{s}-uitgeest-2027.{f}"
            for s in ("collegevoorstel", "raadsinformatiebrief")
            for f in ("docx", "html", "md")
        ),
        "besluitenlijst-uitgeest-2027.txt",
        *(f"gebiedsplan-uitgeest-2027{einde}" for einde in VAN_EEN_PLAN),
        "index.html",
    ]
    assert all(Path(regel).stat().st_size > 100 for regel in uitkomst.stdout.splitlines())


def test_voorstel_of_a_deel_points_at_its_gemeente(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "voorstel", "schoorl")
    assert uitkomst.exit_code == 2
    assert "[geen-voorstel]" in uitkomst.output
    assert "gebiedsplan voorstel bergen" in uitkomst.output


def test_controleer_says_that_all_is_well(gebieden: Path, tmp_path: Path) -> None:
    """The figures of the CBS in the examples are old; where a source gives no new ones there is nothing to say."""
    zonder_meldingen(gebieden)
    uitkomst = typ(*map_opties(gebieden, tmp_path), "controleer", "uitgeest")
    assert uitkomst.output == "De werkmap van uitgeest is in orde.\n"
    assert uitkomst.exit_code == 0
    assert not (tmp_path / "build").exists()


def test_controleer_shows_all_findings_and_builds_nothing(gebieden: Path, tmp_path: Path) -> None:
    kader = gebieden / "kader.toml"
    kader.write_text(kader.read_text("utf-8").replace("speerpunten_max = 3", "speerpunten_max = 2"), "utf-8")
    uitkomst = typ(*map_opties(gebieden, tmp_path), "controleer", "heiloo")
    assert uitkomst.exit_code == 1
    assert "  Blad Speerpunten\n    FOUT · het blad [aantal-speerpunten]" in uitkomst.output
    assert "Er staan 3 speerpunten op dit blad. Het kader vraagt er 2." in uitkomst.output
    assert "\n1 fout, " in uitkomst.output
    assert not (tmp_path / "build").exists()


def test_controleer_for_another_program(gebieden: Path, tmp_path: Path) -> None:
    """Only JSON on stdout, whatever happens, and the same exit code as without."""
    opties = map_opties(gebieden, tmp_path)
    boek = load_workbook(gebieden / "heiloo" / "2027.xlsx")
    boek["Veerkracht"]["D2"] = "ca. 12"
    boek.save(gebieden / "heiloo" / "2027.xlsx")
    uitkomst = typ(*opties, "controleer", "heiloo", "--formaat", "json")
    assert uitkomst.exit_code == 1
    gevonden = json.loads(uitkomst.stdout)["bevindingen"]
    assert [(b["code"], b["blad"], b["cel"]) for b in gevonden if b["ernst"] == "fout"] == [
        ("geen-getal", "Veerkracht", "D2")
    ]
    assert typ(*opties, "controleer", "heiloo", "--formaat", "json").stdout == uitkomst.stdout
    (gebieden / "heiloo" / "2027.xlsx").write_bytes(b"")
    kapot = typ(*opties, "controleer", "heiloo", "--formaat", "json", "--annoteer")
    assert (kapot.exit_code, json.loads(kapot.stdout)["bevindingen"][0]["code"]) == (1, "werkmap-onleesbaar")


def test_controleer_makes_a_copy_with_the_findings(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "controleer", "bergen", "--annoteer")
    kopieen = [tmp_path / "build" / slug / "2027-bevindingen.xlsx" for slug in ("bergen-kern", "egmond", "schoorl")]
    assert sorted(pad for pad in tmp_path.rglob("*") if pad.is_file()) == kopieen
    assert all(f"Een kopie met de bevindingen staat in {pad}." in uitkomst.output for pad in kopieen)
    assert load_workbook(kopieen[1])["Bevindingen"]["A2"].value == "TIP"


@pytest.mark.parametrize("opdracht", ["maak", "controleer"])
def test_an_unknown_area_gets_the_list_and_the_nearest_name(tmp_path: Path, opdracht: str) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), opdracht, "heilo")
    assert uitkomst.exit_code == 2
    assert "“heilo” is geen gebied." in uitkomst.output
    assert "Bedoelt u “heiloo”?" in uitkomst.output
    assert "bergen, bergen-kern, egmond, schoorl" in uitkomst.output
    assert "Traceback" not in uitkomst.output


def test_a_year_without_workbook_names_the_file(tmp_path: Path) -> None:
    uitkomst = typ(*map_opties(WORTEL / "gebieden", tmp_path), "maak", "schoorl", "--jaar", "2026")
    assert uitkomst.exit_code == 1
    assert "schoorl/2026.xlsx" in uitkomst.output
    assert "[werkmap-ontbreekt]" in uitkomst.output


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    uitkomst = typ("--gebieden", tmp_path / "weg", "maak", "heiloo")
    assert uitkomst.exit_code == 2
    assert "[map-ontbreekt]" in uitkomst.output


def test_a_broken_template_names_file_and_line(tmp_path: Path) -> None:
    sjablonen = tmp_path / "templates"
    shutil.copytree(WORTEL / "templates" / "huisstijl", sjablonen / "huisstijl")
    (sjablonen / "gebiedsplan.md.j2").write_text("---\n{{ plan.naam }}\n{{ plan.bestaat_niet }}\n", "utf-8")
    uitkomst = typ(
        "--gebieden", WORTEL / "gebieden", "--templates", sjablonen, "--uit", tmp_path / "build", "maak", "heiloo"
    )
    assert uitkomst.exit_code == 1
    assert "gebiedsplan.md.j2" in uitkomst.output
    assert "regel 3" in uitkomst.output
    assert "bestaat_niet" in uitkomst.output


def test_alles_names_what_was_not_made(gebieden: Path, tmp_path: Path) -> None:
    (gebieden / "schoorl" / "2027.xlsx").unlink()
    uitkomst = typ(*map_opties(gebieden, tmp_path), "alles", "--tegelijk", "1")
    assert uitkomst.exit_code == 1
    assert "Niet gemaakt: bergen, schoorl." in uitkomst.output
    # Seven plans, each with its page for inhabitants, and the comparison of the areas that have one.
    assert len([regel for regel in uitkomst.output.splitlines() if regel.endswith(".docx")]) == 7 * 2 + 1


def test_a_wheel_works_from_any_folder_with_its_own_templates(gebieden: Path, tmp_path: Path) -> None:
    bouw = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(bouw, cwd=WORTEL, check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wiel:
        wiel.extractall(tmp_path / "geinstalleerd")
    elders = tmp_path / "elders"
    elders.mkdir()
    gemaakt = subprocess.run(
        [sys.executable, "-m", "gebiedsplan", "--gebieden", str(gebieden), "maak", "uitgeest"],
        cwd=elders,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "geinstalleerd")},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "0 fouten" in gemaakt.stderr
    assert "Traceback" not in gemaakt.stderr
    assert gemaakt.stdout.splitlines()[0] == str(Path("build/uitgeest/gebiedsplan-uitgeest-2027.docx"))
    assert (elders / "build" / "uitgeest" / "gebiedsplan-uitgeest-2027.html").exists()


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from gebiedsplan.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "zwaar = ('pandas', 'matplotlib', 'openpyxl', 'docx', 'jinja2', 'cattrs', 'lxml', 'asyncio', 'uvicorn');"
        "print([m for m in zwaar if m in sys.modules])"
    )
    geladen = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert geladen.stdout == "[]\n"
