"""What is hidden: a set of figures, the same for every product that is made of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from gebiedsplan.gebied.model import Cijferbladen

# A figure: what it measures (an indicator, or ``maat_van`` an age group), the region, the year it is about.
Sleutel: TypeAlias = tuple[str, str, int]


def maat_van(groep: str) -> str:
    """What the number of inhabitants of an age group is called among the figures."""
    return f"inwoners:{groep.casefold()}"


class Editie(NamedTuple):
    """The figures of one workbook, and the plan year they were filled in for."""

    planjaar: int
    bladen: Cijferbladen


@dataclass(frozen=True, slots=True, repr=False)
class Patroon:
    """Every figure that is hidden, whatever the reason: who sees the pattern can not tell why a figure is in it.

    ``totalen`` are hidden figures of a gemeente that somebody else may publish as well. ``onbeschermd`` can be
    brought nearer than the ``bandbreedte`` of the kader, although everything around them is hidden.
    """

    verborgen: frozenset[Sleutel] = frozenset()
    totalen: frozenset[Sleutel] = frozenset()
    onbeschermd: frozenset[Sleutel] = frozenset()

    def __repr__(self) -> str:
        """The same words each time: plans are compared with what they were made of, and a set has no order."""
        return f"Patroon{tuple(map(sorted, (self.verborgen, self.totalen, self.onbeschermd)))}"


NIETS_GEHEIM = Patroon()
"""Nothing is hidden."""
