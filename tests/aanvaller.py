"""Somebody who has every plan of every year and wants to know one hidden number.

Not written as the program is: it knows no hidden cells and no relations, only the smallest groups there are (an age
group in a wijk, say), that none of them holds fewer than no people, and that every published number is the sum of some.
With linear programming it finds the least and the most that a number can be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
from scipy.optimize import linprog

# A number: its measure and its region. A smallest group is one too.
Getal: TypeAlias = tuple[str, str]


class Aanvaller:
    """Learns what is published about one year, and says between what and what another number must lie."""

    def __init__(self, bestaat_uit: Mapping[Getal, frozenset[Getal]]) -> None:
        self._bestaat_uit = bestaat_uit
        self._groepen = {groep: n for n, groep in enumerate(sorted(frozenset().union(*bestaat_uit.values())))}
        self._rijen: list[np.ndarray] = []
        self._grenzen: list[float] = []

    def leert(self, getal: Getal, laag: float, hoog: float) -> None:
        """A number is between these."""
        rij = self._rij(getal)
        self._rijen += [rij, -rij]
        self._grenzen += [hoog, -laag]

    def tussen(self, getal: Getal) -> tuple[float, float]:
        """The least and the most a number can be."""
        return self._uiterste(getal, 1), self._uiterste(getal, -1)

    def _uiterste(self, getal: Getal, richting: int) -> float:
        uitkomst = linprog(
            richting * self._rij(getal),
            A_ub=np.array(self._rijen) if self._rijen else None,
            b_ub=np.array(self._grenzen) if self._grenzen else None,
            bounds=(0, None),
            method="highs",
        )
        if uitkomst.status == 3:
            return float("inf")
        assert uitkomst.status == 0, uitkomst.message
        return richting * float(uitkomst.fun)

    def _rij(self, getal: Getal) -> np.ndarray:
        rij = np.zeros(len(self._groepen))
        rij[[self._groepen[groep] for groep in self._bestaat_uit[getal]]] = 1.0
        return rij
