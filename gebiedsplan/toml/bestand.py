"""Open a TOML file: the text, and what TOML makes of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.toml.misser import Codes

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


@dataclass(frozen=True, slots=True)
class Bestand:
    """A TOML file that was read: what findings call it, its text, and what TOML makes of that."""

    naam: str
    tekst: str
    data: Mapping[str, Any]


def read(pad: Path, naam: str, codes: Codes) -> Bestand:
    """The file ``pad``; ``naam`` is what findings call it.

    Raises FileNotFoundError when it is not there, and GebiedsplanFout ``codes.onleesbaar`` when it cannot be opened,
    is not UTF-8 or no TOML.
    """
    try:
        tekst = _tekst(pad, naam)
        return Bestand(naam, tekst, _ontleed(tekst, naam))
    except _OnleesbaarError as fout:
        bevinding = Bevinding(codes.onleesbaar, fout.plek, fout.tekst, fout.hulp)
        raise GebiedsplanFout([bevinding]) from None


class _OnleesbaarError(Exception):
    """Where reading stopped, why, and what to do."""

    def __init__(self, plek: Plek, tekst: str, hulp: str) -> None:
        super().__init__(tekst)
        self.plek = plek
        self.tekst = tekst
        self.hulp = hulp


def _tekst(pad: Path, naam: str) -> str:
    """The text of the file, without a byte order mark."""
    try:
        return pad.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        raise FileNotFoundError(naam) from None
    except UnicodeDecodeError:
        raise _OnleesbaarError(
            Plek(naam),
            "In dit bestand staan tekens die niet te lezen zijn.",
            "Open het bestand in een teksteditor en bewaar het opnieuw met de codering UTF-8.",
        ) from None
    except OSError:
        raise _OnleesbaarError(
            Plek(naam),
            "Dit bestand kan niet open.",
            "Controleer of het een gewoon bestand is, en of u het mag lezen.",
        ) from None


def _ontleed(tekst: str, naam: str) -> dict[str, Any]:
    """The text as tables, lists and values."""
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


def _geen_toml(plek: Plek, gaat_mis: str, betekenis: str) -> _OnleesbaarError:
    tekst = " ".join(deel for deel in ("Dit is geen geldige TOML.", gaat_mis, betekenis) if deel)
    hulp = "Kijk naar deze regel en de regel erboven. Vergelijk met een regel die wel goed is."
    return _OnleesbaarError(plek, tekst, hulp)


def _regel(tekst: str, nummer: int) -> str:
    regels = tekst.split("\n")
    inhoud = regels[nummer - 1].strip() if nummer <= len(regels) else ""
    return f"“{inhoud[:60]}”" if inhoud else "een lege regel"


def _betekenis(melding: str) -> str:
    return next((betekenis for begin, betekenis in _BETEKENIS if melding.startswith(begin)), "")
