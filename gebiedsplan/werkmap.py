"""Open a workbook and hand over its cells, each with its place.

The only room that knows Excel. It judges nothing but whether the file can be read: what a cell should
hold is for ``gebied``. Macros, formats and sheets nobody asks for stay as they are.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

# openpyxl's sheet in read-only mode; the published stubs do not describe it.
_Leesblad: TypeAlias = Any

_FORMULE = re.compile(rb"<(?:\w+:)?f[ >/]")
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
    """A sheet: the header cells of row 1 and the rows below that hold anything."""

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
    gevraagd = tuple(bladen)
    try:
        waarden = load_workbook(pad, read_only=True, data_only=True, keep_links=False)
        formules = load_workbook(pad, read_only=True, keep_links=False) if _heeft_formules(pad) else None
        try:
            gelezen = tuple(
                _blad(blad, formules, bestand)
                for blad in waarden.worksheets
                if any(gelijk(blad.title, naam) for naam in gevraagd)
            )
            return Werkmap(bestand, gelezen, tuple(waarden.sheetnames))
        finally:
            waarden.close()
            if formules is not None:
                formules.close()
    except (InvalidFileException, zipfile.BadZipFile, OSError, KeyError, ValueError, SyntaxError, EOFError) as fout:
        raise GebiedsplanFout([_onleesbaar(bestand)]) from fout


def _heeft_formules(pad: Path) -> bool:
    """Whether any sheet holds a formula; only then is a second look at the file worth its time."""
    with zipfile.ZipFile(pad) as pakket:
        delen = [naam for naam in pakket.namelist() if naam.startswith("xl/worksheets/") and naam.endswith(".xml")]
        return any(_FORMULE.search(pakket.read(naam)) for naam in delen)


def _blad(blad: _Leesblad, formules: Workbook | None, bestand: str) -> Blad:
    rijen = _rijen(blad, formules[blad.title] if formules is not None else None, bestand)
    kop = next(rijen, ())
    return Blad(blad.title, Plek(bestand, blad=blad.title), kop, tuple(rij for rij in rijen if _gevuld(rij)))


def _rijen(blad: _Leesblad, formuleblad: _Leesblad | None, bestand: str) -> Iterator[tuple[Cel, ...]]:
    """Every row as cells, the header first; stops where only formatting is left."""
    blad.reset_dimensions()
    if formuleblad is not None:
        formuleblad.reset_dimensions()
    formulerijen = formuleblad.iter_rows(values_only=True) if formuleblad is not None else None
    leeg_op_rij = 0
    for rijnummer, rij in enumerate(blad.iter_rows(), start=1):
        formulerij = next(formulerijen, ()) if formulerijen is not None else ()
        cellen = tuple(
            Cel(
                _waarde(cel.value, formulerij[i] if i < len(formulerij) else None, getattr(cel, "data_type", "n")),
                Plek(bestand, blad=blad.title, cel=f"{get_column_letter(i + 1)}{rijnummer}"),
                als_procent=isinstance(cel.value, int | float) and "%" in (getattr(cel, "number_format", "") or ""),
            )
            for i, cel in enumerate(rij)
        )
        leeg_op_rij = 0 if _gevuld(cellen) else leeg_op_rij + 1
        if leeg_op_rij > _LEEG_GENOEG:
            return
        yield cellen


def _waarde(waarde: object, formule: object, soort: str) -> Waarde | None:
    if soort == "e":
        return Foutwaarde(str(waarde))
    if waarde is None and isinstance(formule, str) and formule.startswith("="):
        return Formule(formule)
    if waarde is None or isinstance(waarde, str | float | int | bool | dt.datetime | dt.date | dt.time | dt.timedelta):
        return waarde
    return str(waarde)


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
        "Open het in Excel of LibreOffice, kies Opslaan als, en kies het type Excel-werkmap (.xlsx). "
        "Haal een wachtwoord eraf.",
    )
