"""Fingerprints: is this the same as last time? Loads nothing heavy, for when the answer is yes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from gebiedsplan.build.model import Opties

_PROGRAMMA = Path(__file__).parent.parent
# A library that is not here came with Python or decides no byte of a document.
BIBLIOTHEKEN = (
    "babel",
    "cattrs",
    "fonttools",
    "highspy",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown",
    "matplotlib",
    "numpy",
    "openpyxl",
    "pillow",
    "pydyf",
    "pypdf",
    "python-docx",
    "python-pptx",
    "pyyaml",
    "weasyprint",
    "xlsxwriter",
)


def van(*delen: object) -> str:
    """Of bytes, and of values that are written out the same each time: texts, numbers, frozen dataclasses, tuples."""
    som = sha256()
    for deel in delen:
        inhoud = deel if isinstance(deel, bytes) else repr(deel).encode("utf-8", "surrogatepass")
        som.update(b"%d:" % len(inhoud))
        som.update(inhoud)
    return som.hexdigest()


def van_bestand(pad: Path) -> str:
    """Of the content of a file; "" when it cannot be read."""
    try:
        return van(pad.read_bytes())
    except OSError:
        return ""


def van_map(map_: Path) -> str:
    """Of the names and the content of all files below a folder."""
    return van(*((pad.relative_to(map_).as_posix(), van_bestand(pad)) for pad in _bestanden(map_)))


def van_sjablonen(mappen: Sequence[Path]) -> str:
    """Of all templates, folder by folder."""
    return van(*[[(pad.name, van_bestand(pad)) for pad in sorted(map_.glob("*.j2"))] for map_ in mappen])


def van_opties(opties: Opties) -> str:
    """Of what the user chose, and of the program that lays out pages where that is needed."""
    waarden = (getattr(opties, veld.name) for veld in fields(opties))
    gekozen = [sorted(waarde) if isinstance(waarde, frozenset) else waarde for waarde in waarden]
    return van(gekozen, _libreoffice() if opties.met_libreoffice else "")


def _libreoffice() -> str:
    """Of the edition of LibreOffice: asking the program for it takes longer than reading its files."""
    from gebiedsplan import libreoffice

    hier = libreoffice.soffice().resolve()
    return van(*(van_bestand(hier.with_name(naam)) for naam in (hier.name, "versionrc", "version.ini")))


@cache
def programma() -> str:
    """Of the program itself and of the libraries it makes documents with."""
    return van(van_map(_PROGRAMMA), tuple(map(_versie, BIBLIOTHEKEN)))


def _bestanden(map_: Path) -> Iterator[Path]:
    """All files but those that programs put there for themselves: locks of Office, byte code of Python."""
    for pad in sorted(map_.iterdir()) if map_.is_dir() else ():
        if pad.name.startswith((".", "~$", "__pycache__")):
            continue
        if pad.is_dir():
            yield from _bestanden(pad)
        else:
            yield pad


def _versie(bibliotheek: str) -> str:
    try:
        return version(bibliotheek)
    except PackageNotFoundError:
        return ""
