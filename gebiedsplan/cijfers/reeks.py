"""Years that can be compared: a series of figures, cut where the method or the area changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gebiedsplan.cijfers.model import Meting
from gebiedsplan.kader.model import Trendbreuk


def gemeten(reeks: Sequence[Meting]) -> tuple[Meting, ...]:
    """The years with a value."""
    return tuple(m for m in reeks if m.waarde is not None)


def vergelijkbaar(reeks: Sequence[Meting], breuken: Sequence[Trendbreuk]) -> tuple[Meting, ...]:
    """The newest measured years that can be compared with each other, oldest first."""
    metingen = gemeten(reeks)
    begin = max((breuk.jaar for breuk in van_reeks(reeks, breuken)), default=0)
    return tuple(m for m in metingen if m.jaar >= begin)


def van_reeks(reeks: Sequence[Meting], breuken: Sequence[Trendbreuk]) -> tuple[Trendbreuk, ...]:
    """Where a series breaks, each with the first measured year behind it; also what a row itself says."""
    return tuple(dict.fromkeys(_van_reeks(gemeten(reeks), breuken)))


def _van_reeks(metingen: Sequence[Meting], breuken: Sequence[Trendbreuk]) -> Iterator[Trendbreuk]:
    for vorige, meting in pairwise(metingen):
        for breuk in breuken:
            if vorige.jaar < breuk.jaar <= meting.jaar:
                yield Trendbreuk(meting.jaar, breuk.uitleg)
        if meting.breuk:
            yield Trendbreuk(meting.jaar, meting.breuk)
