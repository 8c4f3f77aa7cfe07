"""What the program says itself: its messages, rules, help and the fixed words of its templates, each with its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import jinja2
from conftest import WORTEL

from gebiedsplan.bevinding import REGELS
from gebiedsplan.cli import main
from gebiedsplan.leesbaar.tekst import alineas, zinnen

# What a value is called where a message or template fills one in.
INVULLING = "Heiloo"
# Calls whose strings are read by people; the code and the place of a finding are not.
_MELDINGEN = {"Bevinding", "Misser", "_meld", "_geen_toml", "add", "UsageError", "Advies"}
_GEEN_ZIN = re.compile(r"^[\w./{}›-]*$")
_OPTIE = re.compile(r"^\s+[\w-]+:.*$|^\s*/{3,}.*$|^-{3}$|^\|[-:| ]+\|$|\{: ?[^}]*\}|^ {4}.*$", re.MULTILINE)
_UITLEG = re.compile(r"#(?!.* = )")
_TAG = re.compile(r"<[^<>]*>")


def regels() -> Iterator[tuple[str, str]]:
    """Every rule of a finding."""
    yield from ((f"REGELS[{code}]", regel) for code, regel in REGELS.items())


def hulp() -> Iterator[tuple[str, str]]:
    """Every sentence of --help."""
    for naam, opdracht in main.commands.items():
        yield naam, opdracht.help or ""
        for optie in opdracht.params:
            if isinstance(optie, click.Option):
                yield f"{naam} --{optie.name}", optie.help or ""


def meldingen() -> Iterator[tuple[str, str]]:
    """The words of every finding that the program can make."""
    for pad in sorted((WORTEL / "gebiedsplan").rglob("*.py")):
        for knoop in ast.walk(ast.parse(pad.read_text("utf-8"))):
            if isinstance(knoop, ast.Call) and _naam(knoop.func) in _MELDINGEN:
                for argument in (*knoop.args, *(k.value for k in knoop.keywords)):
                    tekst = _tekst(argument)
                    if not _GEEN_ZIN.match(tekst):
                        yield f"{pad.relative_to(WORTEL).as_posix()}:{argument.lineno}", tekst


def sjablonen() -> Iterator[tuple[str, str]]:
    """The fixed words of every template, paragraph by paragraph; where a value comes stands a name."""
    for pad in sorted((WORTEL / "templates").glob("*.j2")):
        tekst = _vaste_tekst(pad)
        if pad.name.endswith(".toml.j2"):
            # What the program reads there are names and codes; what people read stands behind the sign.
            tekst = "\n\n".join(regel.lstrip("# ") for regel in tekst.splitlines() if _UITLEG.match(regel))
        kaal = _OPTIE.sub("", _TAG.sub("\n\n", tekst))
        for alinea in re.split(r"\n\s*\n|\n(?=[|#-])", kaal):
            cellen = alinea.strip("| \n").split("|") if alinea.lstrip().startswith("|") else [alinea]
            yield from ((pad.name, cel.strip(" #\n")) for cel in cellen if cel.strip(" #\n"))


def alle() -> Iterator[tuple[str, str]]:
    """All of it, as sentences."""
    for bron in (regels, hulp, meldingen, sjablonen):
        for plek, tekst in bron():
            for alinea in alineas(tekst):
                yield from ((plek, zin) for zin in zinnen(alinea))


def _naam(functie: ast.expr) -> str:
    return functie.attr if isinstance(functie, ast.Attribute) else functie.id if isinstance(functie, ast.Name) else ""


def _tekst(knoop: ast.expr) -> str:
    """The words of a string, with a name where a value comes."""
    match knoop:
        case ast.Constant(value=str(tekst)):
            return tekst
        case ast.JoinedStr(values=delen):
            return "".join(_tekst(deel) for deel in delen)
        case ast.BinOp(left=links, op=ast.Add(), right=rechts):
            return _tekst(links) + _tekst(rechts)
        case ast.FormattedValue():
            return INVULLING
        case ast.IfExp(body=een):
            return _tekst(een)
        case ast.Call(func=ast.Attribute(value=waarde)):
            return _tekst(waarde)
        case _:
            return ""


def _vaste_tekst(pad: Path) -> str:
    delen: list[str] = []
    in_waarde = in_blok = False
    for _, soort, waarde in jinja2.Environment().lex(pad.read_text("utf-8")):
        in_waarde = (in_waarde or soort == "variable_begin") and soort != "variable_end"
        in_blok = (in_blok or soort == "block_begin") and soort != "block_end"
        if soort == "data":
            delen.append(waarde)
        elif soort == "variable_begin":
            delen.append(INVULLING)
        elif soort == "block_begin":
            delen.append("\n\n" if delen and delen[-1].endswith("\n") else "")
    return "".join(delen)
