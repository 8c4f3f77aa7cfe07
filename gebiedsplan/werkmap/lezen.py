"""Open a workbook and hand over its cells, each with its place.

The only room that knows Excel. It judges nothing but whether the file can be read: what a cell should
hold is for ``gebied``. Macros, formats and sheets nobody asks for stay as they are.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape
from openpyxl.workbook.workbook import Workbook

from gebiedsplan import pakket
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

# openpyxl's sheet and cell in read-only mode; the published stubs do not describe them.
_Leesblad: TypeAlias = Any
_Leescel: TypeAlias = Any

_FORMULE = re.compile(rb"<(?:\w+:)?f[ >/]")
# In a number format: what Excel shows as it stands there, so that a % in it is no percentage.
_LETTERLIJK = re.compile(r'"[^"]*"|\\.')
# An error of Excel that came along as text, as from a csv file: in Dutch and in English.
_FOUTNAAM = re.compile(
    r"#(?:DEEL/0|DIV/0|GETAL|GETALEN|LEEG|NAAM|NAME|NULL|NUM|N/B|N/A|REF|VERW|VALUE|WAARDE|SPILL|OVERLOOP|CALC)[!?]?"
)
# What no one can see and no document may hold. A joiner stays: it makes one emoji of two.
_ONZICHTBAAR = re.compile(
    r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u200e\u200f\u2060\ufeff]"
)
# What word processors make of a quote and a hyphen.
_GEWOON = {
    ord(teken): gewoon
    for tekens, gewoon in (("‘’‚‛`´ʼ′", "'"), ("“”„‟″", '"'), ("‐‑‒–—―−", "-"), ("\xad", ""))
    for teken in tekens
}
# More than an area fills in by hand, in a hundred years: filled rows of one sheet, times its columns.
_MEESTE_CELLEN = 400_000
# The longest text Excel lets a cell hold.
_LANGSTE_TEKST = 32_767


class _TeVeel(Exception):
    """More cells on a sheet than a person fills in; carries its name."""


@dataclass(frozen=True, slots=True)
class Formule:
    """A formula that was saved without its outcome."""

    tekst: str


@dataclass(frozen=True, slots=True)
class Foutwaarde:
    """An Excel error such as ``#REF!``."""

    tekst: str


Waarde: TypeAlias = str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta | Formule | Foutwaarde


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: what is in it (None: nothing), where it stands, and whether Excel shows it as a percentage."""

    waarde: Waarde | None
    plek: Plek
    als_procent: bool = False

    @property
    def leeg(self) -> bool:
        """Whether a person would call this cell empty."""
        return self.waarde is None or (isinstance(self.waarde, str) and not self.waarde.strip())


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet: the header cells of row 1 and the rows below that hold anything, each as wide as the header."""

    naam: str
    plek: Plek
    kop: tuple[Cel, ...]
    rijen: tuple[tuple[Cel, ...], ...]

    def plaatsen(self, naam: str) -> tuple[int, ...]:
        """Where the columns with this header stand, from 0, whatever its case and spaces around it."""
        return tuple(i for i, cel in enumerate(self.kop) if not cel.leeg and gelijk(str(cel.waarde), naam))


@dataclass(frozen=True, slots=True)
class Werkmap:
    """The sheets that were asked for and are there, in the order of the workbook, and the names of all.

    ``bevindingen`` are about the file itself: that somebody has it open.
    """

    bestand: str
    bladen: tuple[Blad, ...]
    bladnamen: tuple[str, ...]
    bevindingen: tuple[Bevinding, ...] = ()

    def blad(self, naam: str) -> Blad | None:
        """The sheet with this name, whatever its case and spaces around it; None when it is not there."""
        return next((b for b in self.bladen if gelijk(b.naam, naam)), None)


# The same few hundred names come by thousands of times.
@lru_cache(maxsize=4096)
def sleutel(naam: str) -> str:
    """A name without what people do not see in it: case, kinds of spaces, quotes and dashes, hidden characters."""
    gewoon = unicodedata.normalize("NFC", naam).translate(_GEWOON)
    return " ".join(_ONZICHTBAAR.sub("", gewoon).split()).casefold()


def gelijk(een: str, ander: str) -> bool:
    """Whether two names are the same to a person."""
    return sleutel(een) == sleutel(ander)


def read(pad: Path, bestand: str, bladen: Iterable[str]) -> Werkmap:
    """Read the sheets named in ``bladen`` from the workbook at ``pad``; ``bestand`` is its name in messages.

    Raises GebiedsplanFout when the file is not there or is no workbook that can be opened.
    """
    boek = read_bytes(pakket.read(pad, bestand), bestand, bladen)
    return replace(boek, bevindingen=pakket.open_in_excel(pad, bestand))


def read_bytes(inhoud: bytes, bestand: str, bladen: Iterable[str]) -> Werkmap:
    """Read the sheets named in ``bladen`` from a workbook in memory. Raises GebiedsplanFout as ``read`` does."""
    pakket.keur(inhoud, bestand)
    slank = pakket.slank(inhoud, bestand)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it would lose when saving; nothing is saved here.
            warnings.simplefilter("ignore")
            return _lees(slank, bestand, tuple(bladen))
    except _TeVeel as blad:
        raise GebiedsplanFout([pakket.te_groot(bestand, f"Op het blad {blad} staat te veel.")]) from None
    except Exception as fout:
        # There is no end to what openpyxl lets through when a part of a file is not as it should be.
        raise GebiedsplanFout([pakket.beschadigd(bestand)]) from fout


# Who looks at a plan while working on it saves one workbook; the others are as they were.
@lru_cache(maxsize=64)
def _lees(inhoud: bytes, bestand: str, gevraagd: tuple[str, ...]) -> Werkmap:
    waarden = _Lezer(inhoud, gevraagd)
    # Only when there are formulas is a second look at the file worth its time.
    formules = _Lezer(inhoud, gevraagd, formules=True).wb if _heeft_formules(inhoud) else None
    gelezen = tuple(_blad(blad, formules, bestand) for blad in waarden.wb.worksheets)
    return Werkmap(bestand, gelezen, waarden.bladnamen)


class _Lezer(ExcelReader):
    """A workbook with only the sheets that are asked for: openpyxl looks into each to see how large it is."""

    def __init__(self, inhoud: bytes, gevraagd: tuple[str, ...], *, formules: bool = False) -> None:
        super().__init__(io.BytesIO(inhoud), read_only=True, data_only=not formules, keep_links=False)
        self._gevraagd = gevraagd
        self.bladnamen: tuple[str, ...] = ()
        self.read()

    def read_worksheets(self) -> None:
        """Open the sheets that are asked for, and remember the names of all."""
        bladen = [blad for blad, _ in self.parser.find_sheets()]
        self.bladnamen = tuple(blad.name for blad in bladen)
        self.parser.sheets = [blad for blad in bladen if any(gelijk(blad.name, naam) for naam in self._gevraagd)]
        super().read_worksheets()


def _heeft_formules(inhoud: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        delen = [naam for naam in pakket.namelist() if naam.startswith("xl/worksheets/") and naam.endswith(".xml")]
        return any(_FORMULE.search(pakket.read(naam)) for naam in delen)


def _blad(blad: _Leesblad, formules: Workbook | None, bestand: str) -> Blad:
    plek = Plek(bestand, blad=blad.title)
    formuleblad = formules[blad.title] if formules is not None else None
    # What a file says about the size of its sheets is not always true.
    blad.reset_dimensions()
    if formuleblad is not None:
        formuleblad.reset_dimensions()
    kop = _tot_laatste(next(_rijen(blad, formuleblad, plek, 1, None), ()))
    rijen = []
    for rij in _rijen(blad, formuleblad, plek, 2, len(kop)) if kop else ():
        rijen.append(rij)
        if len(rijen) * len(kop) > _MEESTE_CELLEN:
            raise _TeVeel(blad.title)
    return Blad(blad.title, plek, kop, tuple(rijen))


def _rijen(
    blad: _Leesblad, formuleblad: _Leesblad | None, plek: Plek, eerste: int, breedte: int | None
) -> Iterator[tuple[Cel, ...]]:
    """The rows from ``eerste`` on that hold anything, all ``breedte`` cells wide."""
    formulerijen = (
        formuleblad.iter_rows(min_row=eerste, max_col=breedte, values_only=True)
        if formuleblad is not None
        else repeat(())
    )
    rijen = zip(blad.iter_rows(min_row=eerste, max_col=breedte), formulerijen, strict=False)
    for rijnummer, (rij, formulerij) in enumerate(rijen, start=eerste):
        # Where a row far below is filled, a million empty ones come by: those cost no more than this.
        if not any(cel.value is not None for cel in rij) and not any(waarde is not None for waarde in formulerij):
            if rijnummer == 1:
                return
            continue
        cellen = tuple(
            _cel(cel, formule, Plek(plek.bestand, blad=plek.blad, cel=f"{get_column_letter(kolom)}{rijnummer}"))
            for kolom, (cel, formule) in enumerate(zip(rij, formulerij or repeat(None), strict=False), start=1)
        )
        if _gevuld(cellen):
            yield cellen


def _cel(cel: _Leescel, formule: object, plek: Plek) -> Cel:
    """One cell; ``formule`` is what stands there when the outcomes of formulas are not asked for."""
    # The empty cell that openpyxl fills a gap with has neither a type nor a format.
    soort = getattr(cel, "data_type", "n")
    formaat = getattr(cel, "number_format", None) or ""
    als_procent = isinstance(cel.value, int | float) and "%" in _LETTERLIJK.sub("", formaat)
    return Cel(_waarde(cel.value, formule, soort), plek, als_procent)


def _waarde(waarde: object, formule: object, soort: str) -> Waarde | None:
    if soort == "e":
        return Foutwaarde(str(waarde))
    # A saved outcome of type "str" without content is the outcome "", as of =IF(A2="";"";A2): an empty cell.
    if waarde is None and formule is not None and soort != "str":
        return Formule(str(getattr(formule, "text", formule)))
    if waarde is None or isinstance(waarde, str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta):
        return waarde if not isinstance(waarde, str) else _tekst(waarde)
    return str(waarde)


def _tekst(ruw: str) -> Waarde:
    """The text of a cell as a person sees it: Excel writes a carriage return as ``_x000D_``."""
    if len(ruw) > _LANGSTE_TEKST:
        raise ValueError("a text longer than Excel can hold")
    tekst = _ONZICHTBAAR.sub("", unescape(ruw).replace("\r\n", "\n").replace("\r", "\n"))
    return Foutwaarde(tekst.strip()) if _FOUTNAAM.fullmatch(tekst.strip()) else tekst


def _tot_laatste(rij: tuple[Cel, ...]) -> tuple[Cel, ...]:
    """The row without the empty cells at its end."""
    gevuld = [i for i, cel in enumerate(rij) if not cel.leeg]
    return rij[: gevuld[-1] + 1] if gevuld else ()


def _gevuld(rij: tuple[Cel, ...]) -> bool:
    return any(not cel.leeg for cel in rij)


def stroom(pad: Path, bestand: str) -> tuple[str, Iterator[tuple[object, ...]]]:
    """The name and the rows of the first sheet, as bare values and one at a time: for large files of others.

    Raises GebiedsplanFout when the file is no workbook that can be opened; also while its rows are asked for.
    """
    inhoud = pakket.read(pad, bestand)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
            blad: _Leesblad = boek.worksheets[0]
    except Exception as fout:
        raise GebiedsplanFout([pakket.beschadigd(bestand)]) from fout
    blad.reset_dimensions()
    return str(blad.title), _waarden(blad, bestand)


def _waarden(blad: _Leesblad, bestand: str) -> Iterator[tuple[object, ...]]:
    try:
        yield from blad.iter_rows(values_only=True)
    except Exception as fout:
        raise GebiedsplanFout([pakket.beschadigd(bestand)]) from fout
