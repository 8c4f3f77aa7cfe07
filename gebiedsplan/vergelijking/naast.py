"""Every indicator over all areas in one year, and all differences with the samenwerking tested together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.cijfers.model import Meting, Verschil
from gebiedsplan.cijfers.reeks import gemeten
from gebiedsplan.cijfers.verschil import Paar, verschillen
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan.beeld import Omgeving, Regio

GENOEG = 3
"""From so many areas on there is something to compare."""


@dataclass(frozen=True, slots=True)
class Naast:
    """One indicator. ``metingen``: of every area in the order of the kader, None where there is no row for it.

    ``samen`` is the samenwerking; ``anders`` the difference with it, of the areas where that is known.
    """

    indicator: Indicator
    jaar: int
    metingen: Mapping[Regio, Meting | None]
    samen: Meting | None
    anders: Mapping[Regio, Verschil]

    @property
    def bekend(self) -> dict[Regio, Meting]:
        """The areas that have a value."""
        return {regio: m for regio, m in self.metingen.items() if m and m.waarde is not None}

    @property
    def te_vergelijken(self) -> bool:
        """Whether enough areas have a value."""
        return len(self.bekend) >= GENOEG

    @property
    def uitersten(self) -> tuple[tuple[Regio, Meting], tuple[Regio, Meting]]:
        """The lowest and the highest; of equals the first in the order of the kader."""
        paren = list(self.bekend.items())
        return min(paren, key=_hoogte), max(paren, key=_hoogte)

    @property
    def getoetst(self) -> bool:
        """Whether a test could be made for any area."""
        return any(verschil.getoetst for verschil in self.anders.values())


def naast_elkaar(omgeving: Omgeving) -> tuple[Naast, ...]:
    """Every indicator of the kader. All areas and all indicators are looked at together: one family of tests."""
    jaren = {i: _jaar(omgeving, i) for i in omgeving.kader.indicatoren}
    getest = verschillen(
        {
            (i.id, regio): Paar(
                i,
                omgeving.van_jaar(i, regio, jaar),
                omgeving.van_jaar(i, omgeving.samenwerking, jaar),
            )
            for i, jaar in jaren.items()
            for regio in omgeving.alle_gebieden
        },
        omgeving.kader,
    )
    return tuple(
        Naast(
            indicator=i,
            jaar=jaar,
            metingen={regio: omgeving.naast(i, regio, jaar) for regio in omgeving.alle_gebieden},
            samen=omgeving.van_jaar(i, omgeving.samenwerking, jaar),
            anders={r: getest[i.id, r] for r in omgeving.alle_gebieden if (i.id, r) in getest},
        )
        for i, jaar in jaren.items()
    )


def _jaar(omgeving: Omgeving, indicator: Indicator) -> int:
    """The newest year that at least half of the areas with a figure have, and enough to compare.

    Where there is no such year, the one that most have; of equals the newest. 0 without any row.
    """
    reeksen = [omgeving.cijfers.reeks(indicator.id, regio.sleutel) for regio in omgeving.alle_gebieden]
    geteld = {meting.jaar: 0 for reeks in reeksen for meting in reeks}
    for reeks in reeksen:
        for meting in gemeten(reeks):
            geteld[meting.jaar] += 1
    nodig = max(GENOEG, sum(bool(gemeten(reeks)) for reeks in reeksen) / 2)
    return max(geteld, key=lambda jaar: (min(geteld[jaar], nodig), jaar), default=0)


def _hoogte(paar: tuple[Regio, Meting]) -> float:
    return paar[1].waarde or 0.0
