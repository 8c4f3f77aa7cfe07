"""A table of the plan on a sheet of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gebiedsplan.cijferwerkmap.noten import GEEN
from gebiedsplan.werkmap.boek import Gegeven, Gegevensblad, Gegevenstabel, Getal

# Excel allows so many characters in the name of a sheet, and none of these.
_LANGST = 31
_VERBODEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, slots=True)
class Tabelblad:
    """A sheet: its name, what its table is about, lines above it, and the table. Columns are a header and a width."""

    naam: str
    titel: str
    uitleg: tuple[str, ...]
    kolommen: tuple[tuple[str, float], ...]
    rijen: tuple[tuple[Gegeven, ...], ...]


def gegevensblad(blad: Tabelblad) -> Gegevensblad:
    """The sheet as it is written, with what a reader must know of its table first."""
    noten = any("[noot" in kop for kop, _ in blad.kolommen)
    over_tabel = "Op dit blad staat één tabel."
    if noten:
        over_tabel += " Een noot in een kop staat op het blad Noten."
    tabelnaam = re.sub(r"\W+", "_", blad.naam.casefold())
    return Gegevensblad(
        bladnaam(blad.naam),
        blad.titel,
        (over_tabel, *blad.uitleg),
        Gegevenstabel(f"tabel_{tabelnaam}", blad.kolommen, blad.rijen),
    )


def bladnaam(naam: str) -> str:
    """A name that Excel accepts for a sheet."""
    return _VERBODEN.sub(" ", naam)[:_LANGST].strip(" '")


def getal_of(waarde: float | None, anders: str, decimalen: int = 0) -> Gegeven:
    """The number, or the words that say why there is none."""
    return anders if waarde is None else Getal(waarde, decimalen)


def tekst_of_geen(tekst: str) -> str:
    """Words, or that there are none: a cell is never empty."""
    return tekst or GEEN
