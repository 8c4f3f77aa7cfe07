"""What a row of a sheet that the kader adds holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from gebiedsplan.bevinding import Plek

# Where the cells of a row stand, by the name of their column.
Plekken: TypeAlias = Mapping[str, Plek]

# What stands in a cell of a sheet that the kader adds. Choices are ids; "" or () when nothing was chosen.
EigenWaarde: TypeAlias = str | float | int | dt.date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class EigenRij:
    """A row of a sheet that the kader adds: the value and the place of every cell, by the id of its column."""

    waarden: Mapping[str, EigenWaarde]
    plekken: Plekken


GEEN_VELDEN: Final = EigenRij({}, {})
