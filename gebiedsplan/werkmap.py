"""Open a workbook and hand over its cells, each with its place.

The only room that knows Excel. It judges nothing but whether the file can be read: what a cell should
hold is for ``gebied``. Macros, formats and sheets nobody asks for stay as they are.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

# openpyxl's sheet and cell in read-only mode; the published stubs do not describe them.
_Leesblad: TypeAlias = Any
_Leescel: TypeAlias = Any

_FORMULE = re.compile(rb"<(?:\w+:)?f[ >/]")
# In a number format: what Excel shows as it stands there, so that a % in it is no percentage.
_LETTERLIJK = re.compile(r'"[^"]*"|\\.')
# All that openpyxl lets through when a file is damaged, or is no workbook at all.
_LEESFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    LookupError,
    ValueError,
    TypeError,
    SyntaxError,
    EOFError,
)
# More empty rows than this in a row: the rest is formatting, not content.
_LEEG_GENOEG = 1000


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


@dataclass(frozen=True, slots=True)
class Werkmap:
    """The sheets that were asked for and are there, in the order of the workbook, and the names of all."""

    bestand: str
    bladen: tuple[Blad, ...]
    bladnamen: tuple[str, ...]

    def blad(self, naam: str) -> Blad | None:
        """The sheet with this name, whatever its case and spaces around it; None when it is not there."""
        return next((b for b in self.bladen if gelijk(b.naam, naam)), None)


def gelijk(een: str, ander: str) -> bool:
    """Whether two names are the same to a person: case and spaces do not count."""
    return " ".join(een.split()).casefold() == " ".join(ander.split()).casefold()


def read(pad: Path, bestand: str, bladen: Iterable[str]) -> Werkmap:
    """Read the sheets named in ``bladen`` from the workbook at ``pad``; ``bestand`` is its name in messages.

    Raises GebiedsplanFout when the file is not there or is no workbook that can be opened.
    """
    if not pad.is_file():
        raise GebiedsplanFout([_ontbreekt(bestand)])
    try:
        with warnings.catch_warnings():
            # openpyxl warns of what it would lose when saving; nothing is saved here.
            warnings.simplefilter("ignore")
            return _lees(pad.read_bytes(), bestand, tuple(bladen))
    except _LEESFOUTEN as fout:
        raise GebiedsplanFout([_onleesbaar(bestand)]) from fout


# Who looks at a plan while working on it saves one workbook; the others are as they were.
@lru_cache(maxsize=64)
def _lees(inhoud: bytes, bestand: str, gevraagd: tuple[str, ...]) -> Werkmap:
    waarden = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    # Only when there are formulas is a second look at the file worth its time.
    met_formules = _heeft_formules(inhoud)
    formules = load_workbook(io.BytesIO(inhoud), read_only=True, keep_links=False) if met_formules else None
    gelezen = tuple(
        _blad(blad, formules, bestand)
        for blad in waarden.worksheets
        if any(gelijk(blad.title, naam) for naam in gevraagd)
    )
    return Werkmap(bestand, gelezen, tuple(waarden.sheetnames))


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
    rijen = _rijen(blad, formuleblad, plek, 2, len(kop)) if kop else iter(())
    return Blad(blad.title, plek, kop, tuple(rij for rij in rijen if _gevuld(rij)))


def _rijen(
    blad: _Leesblad, formuleblad: _Leesblad | None, plek: Plek, eerste: int, breedte: int | None
) -> Iterator[tuple[Cel, ...]]:
    """The rows from ``eerste`` on, all ``breedte`` cells wide; stops where only formatting is left."""
    formulerijen = (
        formuleblad.iter_rows(min_row=eerste, max_col=breedte, values_only=True)
        if formuleblad is not None
        else repeat(())
    )
    rijen = zip(blad.iter_rows(min_row=eerste, max_col=breedte), formulerijen, strict=False)
    leeg_op_rij = 0
    for rijnummer, (rij, formulerij) in enumerate(rijen, start=eerste):
        cellen = tuple(
            _cel(cel, formule, Plek(plek.bestand, blad=plek.blad, cel=f"{get_column_letter(kolom)}{rijnummer}"))
            for kolom, (cel, formule) in enumerate(zip(rij, formulerij or repeat(None), strict=False), start=1)
        )
        leeg_op_rij = 0 if _gevuld(cellen) else leeg_op_rij + 1
        if leeg_op_rij > _LEEG_GENOEG:
            return
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
        return waarde
    return str(waarde)


def _tot_laatste(rij: tuple[Cel, ...]) -> tuple[Cel, ...]:
    """The row without the empty cells at its end."""
    gevuld = [i for i, cel in enumerate(rij) if not cel.leeg]
    return rij[: gevuld[-1] + 1] if gevuld else ()


def _gevuld(rij: tuple[Cel, ...]) -> bool:
    return any(not cel.leeg for cel in rij)


def _ontbreekt(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(bestand),
        "Dit bestand is er niet.",
        "Zet de werkmap op deze plek, of kies met JAAR= een jaar waarvan er wel een werkmap is.",
    )


def _onleesbaar(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-onleesbaar",
        Plek(bestand),
        "Dit bestand is niet te openen als werkmap (.xlsx).",
        "Staat het open in Excel? Sluit het dan. Helpt dat niet? "
        "Open het in Excel of LibreOffice, kies Opslaan als, en kies het type Excel-werkmap (.xlsx). "
        "Haal een wachtwoord eraf.",
    )
