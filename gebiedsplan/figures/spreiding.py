"""Keep labels beside a chart apart."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> tuple[float, ...]:
    """Middles of labels as near to ``wanted`` as they can be without overlap.

    ``heights`` are the heights of the labels. All in one unit, growing from ``top`` to ``bottom``; labels keep
    their order and stay between those two as far as they fit.
    """
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    # Where the upper edge of each label is when all above it are stacked: taken away first and added again at the
    # end, so that "no overlap" becomes "not decreasing".
    stacked = []
    total = 0.0
    for index in order:
        stacked.append(total + heights[index] / 2)
        total += heights[index]
    levels = _not_decreasing([wanted[index] - offset for index, offset in zip(order, stacked, strict=True)])
    lowest = max(top, bottom - total)
    places = dict(zip(order, (min(max(level, top), lowest) for level in levels), strict=True))
    offsets = dict(zip(order, stacked, strict=True))
    return tuple(places[index] + offsets[index] for index in range(len(wanted)))


def _not_decreasing(values: Sequence[float]) -> list[float]:
    """The nearest row of numbers that never goes down: neighbours in the wrong order share their mean."""
    pools: list[tuple[float, int]] = []
    for value in values:
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            previous, size = pools.pop()
            mean, count = (previous * size + mean * count) / (size + count), size + count
        pools.append((mean, count))
    return [mean for mean, count in pools for _ in range(count)]
