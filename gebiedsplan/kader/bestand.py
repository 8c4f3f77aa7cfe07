"""Open kader.toml: the text, and what TOML makes of it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

_PLAATS = re.compile(r" \(at line (\d+), column (\d+)\)$")

# What tomllib says, and what that means to someone who does not know TOML.
_BETEKENIS = (
    ("Cannot declare", "Deze kop staat er al. Een kop tussen enkele haken mag maar één keer."),
    ("Cannot overwrite", "Deze sleutel staat er al in hetzelfde blok."),
    ("Duplicate inline table key", "Deze sleutel staat er al tussen dezelfde accolades."),
    ("Unterminated string", "Een tekst begint met een aanhalingsteken, maar sluit niet af."),
    ("Illegal character '\\n'", "Een tekst begint met een aanhalingsteken, maar sluit niet af op dezelfde regel."),
    ("Unclosed array", "Een lijst begint met [, maar er mist een komma of de ] aan het eind."),
    ("Unclosed inline table", "Een rij begint met {, maar er mist een komma of de } aan het eind."),
    ("Expected '='", "Na de sleutel mist een =-teken."),
    ("Expected ']", "De kop sluit niet af met het juiste aantal haken."),
    ("Expected newline", "Na de waarde staat nog iets op de regel."),
    ("Invalid value", "Achter het =-teken mist een waarde, of er missen aanhalingstekens om een tekst."),
    ("Unescaped '\\'", "In een tekst staat een \\. Schrijf \\\\ of zet de tekst tussen enkele aanhalingstekens."),
)


def lees_tekst(pad: Path, naam: str) -> str:
    """The text of the file, without a byte order mark.

    Raises GebiedsplanFout: kader-ontbreekt, or kader-onleesbaar when it cannot be opened or is not UTF-8.
    """
    try:
        return pad.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise _fout(
            "kader-ontbreekt",
            Plek(naam),
            "Dit bestand is er niet. Zonder kader weet het programma niet welke gebieden er zijn.",
            "Controleer of u de goede map hebt gekozen. In de map met gebieden hoort een kader.toml te staan.",
        ) from None
    except UnicodeDecodeError:
        raise _fout(
            "kader-onleesbaar",
            Plek(naam),
            "In dit bestand staan tekens die niet te lezen zijn.",
            "Open het bestand in een teksteditor en bewaar het opnieuw met de codering UTF-8.",
        ) from None
    except OSError:
        raise _fout(
            "kader-onleesbaar",
            Plek(naam),
            "Dit bestand kan niet open.",
            "Controleer of het een gewoon bestand is, en of u het mag lezen.",
        ) from None


def ontleed(tekst: str, naam: str) -> dict[str, Any]:
    """The text as tables, lists and values. Raises GebiedsplanFout kader-onleesbaar, with line and column."""
    try:
        return tomllib.loads(tekst)
    except RecursionError:
        raise _geen_toml(Plek(naam), "Er staan te veel haken in elkaar.", "") from None
    except ValueError as fout:
        plaats = _PLAATS.search(str(fout))
        if plaats is None:
            raise _geen_toml(Plek(naam), "", _betekenis(str(fout))) from None
        regel, kolom = int(plaats[1]), int(plaats[2])
        gaat_mis = f"Het lezen stopt bij teken {kolom}: {_regel(tekst, regel)}."
        raise _geen_toml(Plek(naam, regel=regel), gaat_mis, _betekenis(str(fout))) from None


def _geen_toml(plek: Plek, gaat_mis: str, betekenis: str) -> GebiedsplanFout:
    tekst = " ".join(deel for deel in ("Dit is geen geldige TOML.", gaat_mis, betekenis) if deel)
    hulp = "Kijk naar deze regel en de regel erboven. Vergelijk met een regel die wel goed is."
    return _fout("kader-onleesbaar", plek, tekst, hulp)


def _regel(tekst: str, nummer: int) -> str:
    regels = tekst.split("\n")
    inhoud = regels[nummer - 1].strip() if nummer <= len(regels) else ""
    return f"“{inhoud[:60]}”" if inhoud else "een lege regel"


def _betekenis(melding: str) -> str:
    return next((betekenis for begin, betekenis in _BETEKENIS if melding.startswith(begin)), "")


def _fout(code: str, plek: Plek, tekst: str, hulp: str) -> GebiedsplanFout:
    return GebiedsplanFout([Bevinding(code, plek, tekst, hulp)])
