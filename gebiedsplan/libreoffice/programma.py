"""Find LibreOffice on this computer."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

_NAMEN = ("soffice", "libreoffice")
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")


def soffice() -> Path:
    """The program of LibreOffice. Raises GebiedsplanFout libreoffice-ontbreekt when it is not on this computer."""
    for plek in _plekken():
        if plek.is_file():
            return plek
    raise GebiedsplanFout([_ontbreekt()], exit_code=2)


def _plekken() -> Iterator[Path]:
    """On the search path first; LibreOffice on Windows and macOS does not put itself there."""
    for naam in _NAMEN:
        if gevonden := shutil.which(naam):
            yield Path(gevonden)
    yield _MAC
    for map_ in filter(None, map(os.environ.get, _WINDOWS)):
        yield Path(map_) / "LibreOffice" / "program" / "soffice.exe"


def _ontbreekt() -> Bevinding:
    return Bevinding(
        "libreoffice-ontbreekt",
        Plek("LibreOffice"),
        "LibreOffice staat niet op deze computer. Het programma heeft dat nodig voor paginanummers en voor ODT.",
        "Zet LibreOffice op de computer (gratis, www.libreoffice.org), of maak het plan zonder paginanummers en ODT.",
    )
