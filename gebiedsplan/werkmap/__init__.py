"""Workbooks: the one room that knows Excel. ``lezen`` hands over the cells of one, ``schrijven`` makes one."""

from __future__ import annotations

from gebiedsplan.werkmap import ontleder  # noqa: F401 - before openpyxl
from gebiedsplan.werkmap.lezen import (
    Blad,
    Cel,
    Formule,
    Foutwaarde,
    Waarde,
    Werkmap,
    gelijk,
    read,
    read_bytes,
    sleutel,
    stroom,
)

__all__ = [
    "Blad",
    "Cel",
    "Formule",
    "Foutwaarde",
    "Waarde",
    "Werkmap",
    "gelijk",
    "read",
    "read_bytes",
    "sleutel",
    "stroom",
]
