"""What is checked: an area among its kader and last year's workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.geheim.teksten import Geheim
from gebiedsplan.kader.model import Kader


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What is checked: the area, the kader, the year in its file name, and last year's workbook where there is one.

    ``met_speerpunten`` is False for an area whose parts have all speerpunten. ``ontbrekend`` are the sheets that
    are not there: what would stand on them is not asked for a second time. ``delen`` are the parts of a gemeente.
    ``geheimen``: figures that no text may name.
    """

    data: Gebiedsdata
    kader: Kader
    jaar: int
    met_speerpunten: bool
    vorige: Gebiedsdata | None
    ontbrekend: frozenset[str] = frozenset()
    delen: tuple[Gebiedsdata, ...] = ()
    geheimen: tuple[Geheim, ...] = ()

    @property
    def met_cijfers(self) -> bool:
        """Whether the area has figures of its own; those of a gemeente with parts stand elsewhere."""
        return self.kader.gebied(self.data.slug) in self.kader.bladeren()


Regel: TypeAlias = Callable[[Onderzoek], Iterator[Bevinding]]
