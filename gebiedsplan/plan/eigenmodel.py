"""What a template sees of the sheets that its kader adds: everything as it is written on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan.plan.stukken import Opmaak, Tabel

# A row by the id of its columns; "gebied" is the name of the area it is of.
EigenRegel: TypeAlias = Mapping[str, "str | Opmaak"]


@dataclass(frozen=True, slots=True)
class Opgeteld:
    """A line of a list that was made by adding up: "1", "Vervoer", "14"."""

    plaats: str
    naam: str
    som: str


@dataclass(frozen=True, slots=True)
class EigenOptelling:
    """A list that was made by adding up, highest first; ``tabel`` is None without rows."""

    naam: str
    rijen: tuple[Opgeteld, ...]
    tabel: Tabel | None


@dataclass(frozen=True, slots=True)
class EigenBlad:
    """A sheet that the kader adds; ``tabel`` has all its rows, and is None without any."""

    naam: str
    rijen: tuple[EigenRegel, ...]
    tabel: Tabel | None
    optellingen: Mapping[str, EigenOptelling]
