"""Goals without what may not be shown: a nulmeting is a figure like any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Doel


def zichtbaar(doelen: Iterable[Doel], cijfers: Cijfers, slug: str) -> tuple[Doel, ...]:
    """The goals of an area, each measurement hidden whose figure of that year is hidden."""
    return tuple(_zonder_geheim(doel, cijfers, slug) for doel in doelen)


def _zonder_geheim(doel: Doel, cijfers: Cijfers, slug: str) -> Doel:
    def geheim(jaar: int | None) -> bool:
        return jaar is not None and cijfers.is_geheim(doel.indicator, slug, jaar)

    if geheim(doel.nulmeting_jaar):
        doel = replace(doel, nulmeting=None, verborgen=True)
    tussen = (replace(m, waarde=None) if geheim(m.jaar) else m for m in doel.tussenmetingen)
    return replace(doel, tussenmetingen=tuple(tussen))
