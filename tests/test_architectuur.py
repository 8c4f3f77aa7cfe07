"""The shape of the house: which room may use which, and which outside library lives where."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

PAKKET = Path(__file__).parent.parent / "gebiedsplan"

# Room -> the rooms it may import. A room is a module or package directly in gebiedsplan, or a writer.
MAG: Mapping[str, frozenset[str]] = {
    "bevinding": frozenset(),
    "taal": frozenset(),
    "herkomst": frozenset({"bevinding"}),
    "chart": frozenset(),
    "document": frozenset({"chart"}),
    "toml": frozenset({"bevinding"}),
    "kader": frozenset({"bevinding", "toml"}),
    "pakket": frozenset({"bevinding"}),
    "werkmap": frozenset({"bevinding", "pakket"}),
    "gebied": frozenset({"bevinding", "herkomst", "werkmap", "kader"}),
    "bronnen": frozenset({"bevinding", "taal", "toml", "kader", "werkmap", "gebied"}),
    "invullen": frozenset({"bevinding", "pakket"}),
    "ophalen": frozenset({"bevinding"}),
    "geheim": frozenset({"gebied", "kader", "taal"}),
    "controle": frozenset({"bevinding", "gebied", "geheim", "herkomst", "kader"}),
    "cijfers": frozenset({"bevinding", "gebied", "geheim", "kader", "taal"}),
    "plan": frozenset({"bevinding", "herkomst", "gebied", "kader", "cijfers", "taal"}),
    "verschil": frozenset({"gebied", "geheim", "kader", "cijfers", "plan", "taal"}),
    "preventiekaart": frozenset({"gebied", "kader", "taal", "werkmap"}),
    "vergelijking": frozenset({"gebied", "kader", "cijfers", "plan", "taal"}),
    "leesbaar": frozenset({"bevinding", "taal", "toml", "kader", "werkmap", "gebied", "plan", "document"}),
    "agenda": frozenset({"bevinding", "taal", "gebied", "kader", "werkmap"}),
    "raster": frozenset(),
    "huisstijl": frozenset({"bevinding", "toml", "raster"}),
    "figures": frozenset({"plan", "chart", "document", "huisstijl", "raster"}),
    "start": frozenset({"bevinding", "taal", "toml", "kader"}),
    "templates": frozenset({"bevinding", "herkomst", "document", "kader", "plan", "taal"}),
    "markdown": frozenset({"bevinding", "document"}),
    "publicatie": frozenset({"document"}),
    "wordbestand": frozenset({"bevinding"}),
    "toets": frozenset({"bevinding", "wordbestand"}),
    "opmerkingen": frozenset({"bevinding", "pakket", "toets", "herkomst", "gebied", "kader", "wordbestand", "werkmap"}),
    "writers": frozenset(),
    "writers.docx": frozenset({"chart", "document", "huisstijl"}),
    "writers.html": frozenset({"document", "huisstijl"}),
    "writers.pdf": frozenset({"document", "huisstijl", "writers.html"}),
    "libreoffice": frozenset({"bevinding"}),
    "annotatie": frozenset({"bevinding", "pakket"}),
    "inlezen": frozenset({"bevinding", "kader", "pakket", "werkmap", "gebied", "geheim", "controle"}),
    "nieuw": frozenset({"bevinding", "kader", "gebied", "werkmap"}),
    "cijferwerkmap": frozenset({"gebied", "kader", "cijfers", "plan", "taal", "werkmap"}),
    "build": frozenset(
        {
            "annotatie",
            "cijferwerkmap",
            "bevinding",
            "nieuw",
            "werkmap",
            "document",
            "herkomst",
            "kader",
            "gebied",
            "geheim",
            "bronnen",
            "invullen",
            "ophalen",
            "huisstijl",
            "pakket",
            "inlezen",
            "libreoffice",
            "leesbaar",
            "agenda",
            "cijfers",
            "plan",
            "preventiekaart",
            "start",
            "figures",
            "templates",
            "markdown",
            "publicatie",
            "opmerkingen",
            "toets",
            "vergelijking",
            "verschil",
            "wordbestand",
            "writers",
            "writers.docx",
            "writers.html",
            "writers.pdf",
        }
    ),
    "bekijk": frozenset({"build", "bevinding"}),
    "cli": frozenset({"bekijk", "build", "bevinding", "start", "toets"}),
    "__main__": frozenset({"cli"}),
    "__init__": frozenset(),
}

# Outside library -> the one room it lives in.
WOONT_IN: Mapping[str, str] = {
    "babel": "taal",
    "cattrs": "toml",
    "attrs": "toml",
    "tomllib": "toml",
    "openpyxl": "werkmap",
    "pandas": "bronnen",
    "matplotlib": "figures",
    "numpy": "cijfers",
    "highspy": "geheim",
    "PIL": "raster",
    "jinja2": "templates",
    "markupsafe": "templates",
    "markdown": "markdown",
    "yaml": "markdown",
    "pypdf": "libreoffice",
    "subprocess": "libreoffice",
    "docx": "writers.docx",
    "lxml": "wordbestand",
    "pptx": "writers.docx",
    "xlsxwriter": "writers.docx",
    "requests": "ophalen",
    "urllib3": "ophalen",
    "weasyprint": "writers.pdf",
    "icalendar": "agenda",
    "textstat": "leesbaar",
    "wordfreq": "leesbaar",
    "asyncio": "bekijk",
    "starlette": "bekijk",
    "uvicorn": "bekijk",
    "watchfiles": "bekijk",
    "click": "cli",
    "filelock": "build",
    "dask": "build",
    "distributed": "build",
    "concurrent": "build",
    "multiprocessing": "build",
}

# What makes a result depend on the day, the machine or the net; only the top of the house may know those.
ONVOORSPELBAAR = {
    "random",
    "secrets",
    "uuid",
    "locale",
    "socket",
    "urllib.request",
    "http",
    "getpass",
    "platform",
    "time",
}
# A preview answers a browser on this computer.
MAG_WETEN: Mapping[str, frozenset[str]] = {"bekijk": frozenset({"socket"})}
KLOK = {"now", "today", "utcnow"}
SCHRIJVEN = {"write_bytes", "write_text", "mkdir", "unlink", "rename", "replace_file", "rmtree", "copyfile"}


def modules(pakket: Path) -> Iterator[Path]:
    yield from sorted(pakket.rglob("*.py"))


def kamer(pad: Path, pakket: Path) -> str:
    """The room a file belongs to: its first part, or its first two for a writer."""
    delen = pad.relative_to(pakket).with_suffix("").parts
    return ".".join(delen[:2]) if delen[0] == "writers" and delen[1] != "__init__" else delen[0]


@cache
def knopen(inhoud: str) -> tuple[ast.AST, ...]:
    """What a program is made of, from its words."""
    return tuple(ast.walk(ast.parse(inhoud)))


@cache
def imports(inhoud: str) -> tuple[tuple[str, int], ...]:
    """Every module that is imported by its full name, wherever in a file, with the line."""
    return tuple(_imports(inhoud))


def _imports(inhoud: str) -> Iterator[tuple[str, int]]:
    for knoop in knopen(inhoud):
        if isinstance(knoop, ast.Import):
            for alias in knoop.names:
                yield alias.name, knoop.lineno
        elif isinstance(knoop, ast.ImportFrom) and knoop.level:
            yield f"relative import ({knoop.module})", knoop.lineno
        elif isinstance(knoop, ast.ImportFrom) and knoop.module in {"gebiedsplan", "gebiedsplan.writers"}:
            for alias in knoop.names:
                yield f"{knoop.module}.{alias.name}", knoop.lineno
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield knoop.module, knoop.lineno


def kamer_van_import(naam: str) -> str:
    delen = naam.split(".")[1:]
    return ".".join(delen[:2]) if delen[:1] == ["writers"] else delen[0]


def overtredingen(pakket: Path) -> list[str]:
    """Every import that the table does not allow, and every module whose room is not in it."""
    gevonden = []
    for pad in modules(pakket):
        hier = kamer(pad, pakket)
        plek = pad.relative_to(pakket.parent)
        if hier not in MAG:
            gevonden.append(f"{plek}: room {hier} is not in the table")
            continue
        for naam, regel in imports(pad.read_text("utf-8")):
            top = naam.split(".")[0]
            if top == "gebiedsplan":
                daar = kamer_van_import(naam)
                if daar != hier and daar not in MAG[hier]:
                    gevonden.append(f"{plek}:{regel}: {hier} may not import {daar}")
            elif top.startswith("relative"):
                gevonden.append(f"{plek}:{regel}: {naam}")
            elif WOONT_IN.get(top, hier) != hier:
                gevonden.append(f"{plek}:{regel}: {top} lives in {WOONT_IN[top]}, not in {hier}")
            elif {top, naam} & (ONVOORSPELBAAR - MAG_WETEN.get(hier, frozenset())):
                gevonden.append(f"{plek}:{regel}: {top} makes results depend on the machine")
    return gevonden


def test_every_import_is_allowed() -> None:
    assert overtredingen(PAKKET) == []


@pytest.mark.parametrize(
    ("bestand", "regel", "melding"),
    [
        ("document.py", "import gebiedsplan.taal", "document may not import taal"),
        ("document.py", "from gebiedsplan import bevinding", "document may not import bevinding"),
        ("writers/html/__init__.py", "from gebiedsplan.plan.model import Plan", "writers.html may not import plan"),
        ("writers/html/page.py", "from gebiedsplan.writers import docx", "writers.html may not import writers.docx"),
        ("gebied/model.py", "from gebiedsplan.document import Text", "gebied may not import document"),
        ("plan/model.py", "    import pandas", "pandas lives in bronnen"),
        ("kader/model.py", "from gebiedsplan.cli import main", "kader may not import cli"),
        ("cijfers/model.py", "import random", "random makes results depend on the machine"),
        ("cijfers/model.py", "from .tabel import bereken", "relative import"),
        ("utils.py", "", "room utils is not in the table"),
    ],
)
def test_a_planted_import_is_found(tmp_path: Path, bestand: str, regel: str, melding: str) -> None:
    pakket = tmp_path / "gebiedsplan"
    for pad in modules(PAKKET):
        doel = pakket / pad.relative_to(PAKKET)
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(pad.read_bytes())
    doel = pakket / bestand
    bestaand = doel.read_text("utf-8") if doel.exists() else ""
    inspringing = "if True:\n" if regel.startswith(" ") else ""
    doel.write_text(f"{bestaand}\n{inspringing}{regel}\n", "utf-8")
    assert any(melding in overtreding for overtreding in overtredingen(pakket))


def test_every_room_of_the_table_exists() -> None:
    assert {kamer(pad, PAKKET) for pad in modules(PAKKET)} == set(MAG)


def aanroepen(pad: Path) -> Iterator[tuple[str, int]]:
    for knoop in knopen(pad.read_text("utf-8")):
        if isinstance(knoop, ast.Call) and isinstance(knoop.func, ast.Attribute):
            yield knoop.func.attr, knoop.lineno


def test_only_build_writes_files() -> None:
    """LibreOffice is another program: it gets its document in a temporary folder, that is gone when it is done."""
    schrijvers = {kamer(pad, PAKKET) for pad in modules(PAKKET) for naam, _ in aanroepen(pad) if naam in SCHRIJVEN}
    assert schrijvers == {"build", "libreoffice"}


def test_nobody_reads_the_clock() -> None:
    assert [f"{pad.name}:{regel}" for pad in modules(PAKKET) for naam, regel in aanroepen(pad) if naam in KLOK] == []


def test_one_place_catches_a_gebiedsplanfout_to_end_it() -> None:
    """Elsewhere one may only be kept for later (of one area of many, of a workbook that is only compared with, of a
    plan that someone is working on) or get another place: of a template that was read elsewhere."""
    vangers = {
        pad.relative_to(PAKKET).as_posix()
        for pad in modules(PAKKET)
        for knoop in knopen(pad.read_text("utf-8"))
        if isinstance(knoop, ast.ExceptHandler) and "GebiedsplanFout" in ast.unparse(knoop.type or ast.Constant(""))
    }
    assert vangers == {
        "cli/melden.py",
        "build/reeks/ploeg.py",
        "build/reeks/__init__.py",
        "build/proefdruk.py",
        "build/samen.py",
        "build/reeks/verdeeld.py",
        "build/reeks/reispakket.py",
        "inlezen/__init__.py",
    }


def test_modules_stay_small() -> None:
    lang = {pad.relative_to(PAKKET): len(pad.read_text("utf-8").splitlines()) for pad in modules(PAKKET)}
    assert {pad: regels for pad, regels in lang.items() if regels > 350} == {}
