"""From values to millimetres, and the round numbers to put beside an axis."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Schaal:
    """A straight scale: the value ``laag`` stands at ``begin`` millimetres, ``hoog`` at ``einde``."""

    laag: float
    hoog: float
    begin: float
    einde: float

    def plek(self, waarde: float) -> float:
        """Where ``waarde`` stands, in millimetres."""
        return self.begin + (waarde - self.laag) / (self.hoog - self.laag) * (self.einde - self.begin)

    def binnen(self, waarde: float) -> bool:
        """Whether ``waarde`` lies on the scale."""
        return self.laag <= waarde <= self.hoog


def round_step(span: float, parts: int) -> float:
    """Return the smallest step of 1, 2 or 5 times a power of ten that covers ``span`` in at most ``parts`` steps."""
    if span <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / parts))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor * parts >= span * (1 - 1e-9))


def number(value: float) -> str:
    """A round number at an axis, with a decimal comma: "2,5"."""
    return f"{value:.10g}".replace(".", ",").replace("-", "\N{MINUS SIGN}")
