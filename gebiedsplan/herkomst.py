"""Words that know the cell they come from, and what that cell is called in a document.

A text of a workbook is an ordinary string that also holds its Plek. Who makes another text of it says so with
``uit`` or ``naar``; nobody else need know. ``kenmerk`` is what a document remembers of a cell: a name that is the same
in every render, holds no name of a file, and is found back among the sheets of the workbooks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from gebiedsplan.bevinding import Plek

_BEGIN: Final = "cel"
_LENGTE: Final = 8
_KENMERK = re.compile(rf"{_BEGIN}([0-9a-f]{{{_LENGTE}}})([A-Z]{{1,3}}[0-9]{{1,7}})")


class Celtekst(str):
    """Words from a cell: equal to the same words from anywhere else."""

    __slots__ = ("plek",)
    plek: Plek | None

    def __new__(cls, tekst: str, plek: Plek | None = None) -> Celtekst:
        """The words, with where they stand."""
        zelf = super().__new__(cls, tekst)
        zelf.plek = plek
        return zelf

    def __repr__(self) -> str:
        """Written out with its cell: a document made of the same words from another cell is another document."""
        return f"{super().__repr__()} at {self.plek!r}"


def plek_van(tekst: object) -> Plek | None:
    """Where a text comes from; None when it is of no cell."""
    return tekst.plek if isinstance(tekst, Celtekst) else None


def uit(tekst: str, plek: Plek | None) -> str:
    """``tekst``, that was made of what stands at ``plek``; an empty text comes from nowhere."""
    return Celtekst(tekst, plek) if tekst and plek is not None and plek.cel else tekst


def naar(tekst: str, bronnen: Iterable[object]) -> str:
    """``tekst``, that was made of other texts: it comes from the first of ``bronnen`` that knows where from."""
    return uit(tekst, next((plek for bron in bronnen if (plek := plek_van(bron)) is not None), None))


def kenmerk(plek: Plek) -> str:
    """What a cell is called in a document: "cel9f3a1c2bC3"."""
    return f"{_BEGIN}{_sleutel(plek.bestand, plek.blad)}{plek.cel}"


@dataclass(frozen=True, slots=True)
class Bladen:
    """The sheets that a ``kenmerk`` may be of."""

    per_sleutel: Mapping[str, tuple[str, str]]

    def plek(self, kenmerk: str) -> Plek | None:
        """The cell that is called so; None when it is of no sheet here."""
        gevonden = _KENMERK.match(kenmerk)
        blad = self.per_sleutel.get(gevonden[1]) if gevonden else None
        return Plek(blad[0], blad=blad[1], cel=gevonden[2]) if gevonden and blad else None


def bladen(bestanden: Mapping[str, Iterable[str]]) -> Bladen:
    """The sheets of workbooks, by the path of each."""
    return Bladen({_sleutel(naam, blad): (naam, blad) for naam, van in bestanden.items() for blad in van})


def naam_van_plan(slug: str, jaar: int) -> str:
    """What a document remembers of the plan it is of: "heiloo 2027"."""
    return f"{slug} {jaar}"


def plan_met_naam(naam: str) -> tuple[str, int] | None:
    """The slug and the year in such a name; None when it is none."""
    slug, _, jaar = naam.strip().rpartition(" ")
    return (slug, int(jaar)) if slug and re.fullmatch("[0-9]{4}", jaar) else None


def _sleutel(bestand: str, blad: str) -> str:
    """A sheet of the workbook of an area and a year, wherever the folder with all of them is."""
    pad = PurePosixPath(bestand.replace("\\", "/"))
    van = f"{pad.parent.name}/{pad.stem}" if pad.stem.isdecimal() else pad.stem
    return hashlib.sha256(f"{van}/{' '.join(blad.casefold().split())}".encode()).hexdigest()[:_LENGTE]
