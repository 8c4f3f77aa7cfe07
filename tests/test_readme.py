"""The README says what the program does: its commands, its areas, and every code with its rule."""

from __future__ import annotations

import re

from click.testing import CliRunner
from conftest import WORTEL

from gebiedsplan import kader
from gebiedsplan.bevinding import REGELS
from gebiedsplan.cli import main

README = (WORTEL / "README.md").read_text("utf-8")


def tabel_van_codes() -> str:
    rijen = "\n".join(f"| `{code}` | {regel} |" for code, regel in REGELS.items())
    return f"| code | de regel |\n|---|---|\n{rijen}"


def test_every_code_stands_in_the_readme_with_its_rule() -> None:
    tussen = README.split("<!-- codes:begin -->")[1].split("<!-- codes:einde -->")[0]
    assert tussen.strip() == tabel_van_codes()


def test_every_area_is_named() -> None:
    genoemd = set(re.findall(r"`([a-z-]+)`", README))
    assert {g.slug for g in kader.read(WORTEL / "gebieden" / "kader.toml").gebieden} <= genoemd


def test_every_command_is_named() -> None:
    assert all(f"gebiedsplan {naam}" in README for naam in main.commands)
    assert all(optie in README for optie in ("--gebieden", "--templates", "--uit", "--grafieken bewerkbaar"))
    assert "GRAFIEKEN=bewerkbaar" in README


def test_every_make_target_that_help_names_is_named() -> None:
    doelen = re.findall(r'echo "  make ([a-z]+)', (WORTEL / "Makefile").read_text("utf-8"))
    assert doelen
    assert all(f"make {doel}" in README for doel in doelen if doel != "schoon")


def test_help_is_dutch_and_complete() -> None:
    hulp = CliRunner().invoke(main, ["--help"]).output
    for woord in ("maak", "alles", "controleer", "--gebieden", "--templates", "--uit", "Voorbeeld: gebiedsplan maak"):
        assert woord in hulp
