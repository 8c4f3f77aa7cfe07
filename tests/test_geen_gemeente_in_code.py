"""A framework is a folder of data: the program and its own templates name no gemeente, area or samenwerking.

What may name one: docstrings and comments, where an example makes clear what is meant; and of what a user reads, only
the examples of ``VOORBEELDEN``, which all use one area.
"""

from __future__ import annotations

import ast
import re
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from gebiedsplan import kader
from gebiedsplan.kader.model import Kader

WORTEL = Path(__file__).parent.parent
KADERS = tuple(sorted((WORTEL / "gebieden", *WORTEL.glob("voorbeelden/*/gebieden"))))

# What somebody can type: the only places in words for users where an area is named.
VOORBEELDEN = (
    "gebiedsplan maak heiloo",
    "gebiedsplan verschil heiloo 2026 2027",
    "--gebied heiloo",
    "GEBIED=heiloo",
    "build/heiloo/gebiedsplan-heiloo-2027.docx",
)
# Names of areas that are words of every day.
GEWONE_WOORDEN = {"centrum"}
# Comments of the files that are not Python.
COMMENTAAR = re.compile(r"^\s*#.*$|/\*.*?\*/|^\s*//.*$|\{#.*?#\}|<!--.*?-->", re.MULTILINE | re.DOTALL)


def _namen(k: Kader) -> Iterator[str]:
    """What the samenwerking and its areas are called, and the parts of a name of several villages."""
    yield k.instellingen.samenwerking
    yield from re.split(r", | en ", k.instellingen.lange_naam)
    for gebied in k.gebieden:
        yield gebied.slug
        yield from re.split(r", | en |/", re.sub(r" \(.*\)", "", gebied.naam))


@cache
def namen() -> re.Pattern[str]:
    """Any of the names, as a word."""
    alle = {re.sub(r"^gemeente ", "", naam) for map_ in KADERS for naam in _namen(kader.read(map_ / "kader.toml"))}
    gezocht = sorted(naam for naam in alle if naam and naam.casefold() not in GEWONE_WOORDEN)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, gezocht))})(?!\w)", re.IGNORECASE)


def _zonder_docstrings(boom: ast.Module) -> Iterator[str]:
    """Every name and every text of a module, but docstrings; comments are not in the tree."""
    docstrings = {
        id(knoop.body[0].value)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and knoop.body
        and isinstance(knoop.body[0], ast.Expr)
    }
    for knoop in ast.walk(boom):
        for veld in ("id", "name", "attr", "arg", "module"):
            if isinstance(waarde := getattr(knoop, veld, None), str):
                yield waarde.replace("_", " ")
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in docstrings:
            yield knoop.value


def _teksten(pad: Path) -> Iterator[str]:
    """The texts of a file that are not there to explain it; of an Office file all of its parts."""
    if pad.suffix == ".py":
        yield from _zonder_docstrings(ast.parse(pad.read_text("utf-8")))
    elif pad.suffix == ".docx":
        with zipfile.ZipFile(pad) as pakket:
            yield from (
                pakket.read(naam).decode("utf-8") for naam in pakket.namelist() if naam.endswith((".xml", ".rels"))
            )
    elif pad.suffix in {".j2", ".toml", ".css", ".js", ".svg"}:
        yield COMMENTAAR.sub("", pad.read_text("utf-8"))


def genoemd(teksten: Iterable[str]) -> list[str]:
    """Every name in the texts that is not part of an example."""
    alles = "\n".join(teksten)
    for voorbeeld in VOORBEELDEN:
        alles = alles.replace(voorbeeld, "")
    return namen().findall(alles)


@pytest.mark.parametrize("map_", ["gebiedsplan", "templates"])
def test_no_gemeente_or_area_is_named(map_: str) -> None:
    bestanden = [pad for pad in sorted((WORTEL / map_).rglob("*")) if pad.is_file()]
    assert len(bestanden) > 20
    assert {str(pad.relative_to(WORTEL)): gevonden for pad in bestanden if (gevonden := genoemd(_teksten(pad)))} == {}


def test_the_names_are_those_of_every_framework() -> None:
    assert len(KADERS) >= 2
    for zin in ("In de BUCH is dat 42%.", "de wijk in Limmen", "x = borger-odoorn", "Gemeente Borger-Odoorn"):
        assert genoemd([zin]), zin
    for zin in ("het Centrum voor Jeugd en Gezin", "herbergen", "Typ: gebiedsplan maak heiloo"):
        assert not genoemd([zin]), zin


@pytest.mark.parametrize(
    ("code", "telt"),
    [
        ('if slug == "egmond":\n    pass', True),
        ("def van_heiloo() -> None: ...", True),
        ('def f() -> None:\n    """As in Heiloo."""\n', False),
        ("x = 1  # as in Heiloo", False),
    ],
)
def test_names_are_found_in_code_and_left_alone_in_explanations(code: str, telt: bool) -> None:
    assert bool(genoemd(_zonder_docstrings(ast.parse(code)))) is telt
