"""How high a row and how wide a print is: an estimate from the words, since nothing here can lay out text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from math import ceil
from typing import Any

from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_REGEL = 14.5
_HOOGSTE = 400.0
# A column is measured in digits; of running text a little more goes on a line.
_PER_BREEDTE = 1.12
# Characters across a sheet of A4 on its side, as small as can still be read.
_OP_PAPIER = 200.0


class _Rijmaat(RowDimension):
    """A height that Excel may change when words are added; openpyxl would fix it."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name that openpyxl looks for
        return False


def zet_hoogte(vel: Worksheet, rij: int, cellen: Iterable[tuple[object, float]], minstens: float = 0) -> None:
    """Make a row as high as the highest of its cells: what stands in each, and how many characters wide it is."""
    maat: Any = _Rijmaat(vel, index=rij, ht=hoogte(cellen, minstens))
    vel.row_dimensions[rij] = maat


def hoogte(cellen: Iterable[tuple[object, float]], minstens: float = 0) -> float:
    """How high a row must be, in points, for what stands in its cells and how wide those are."""
    regels = max((aantal_regels(str(waarde), breedte) for waarde, breedte in cellen if waarde is not None), default=1)
    return van_regels(regels, minstens)


def zet_regels(vel: Worksheet, rij: int, regels: int, minstens: float = 0) -> None:
    """Make a row as high as so many lines of text."""
    maat: Any = _Rijmaat(vel, index=rij, ht=van_regels(regels, minstens))
    vel.row_dimensions[rij] = maat


def van_regels(regels: int, minstens: float = 0) -> float:
    """How high so many lines of text are, in points."""
    return min(_HOOGSTE, max(minstens, regels * _REGEL + 2))


def papierbreedte(breedtes: Iterable[float]) -> int:
    """How many sheets of paper a table is wide when its letters must stay readable."""
    return max(1, ceil(sum(breedtes) / _OP_PAPIER))


def aantal_regels(tekst: str, breedte: float) -> int:
    """How many lines words take in a column of this width."""
    tekens = max(4, int(breedte * _PER_BREEDTE))
    return sum(max(1, len(textwrap.wrap(regel, tekens))) for regel in tekst.split("\n"))
