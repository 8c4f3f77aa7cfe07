"""What adds up to what: wijken to an area, areas to a gemeente, age groups to all inhabitants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gebiedsplan.geheim.model import Sleutel
from gebiedsplan.kader.model import Gebied, Kader


class Cel(NamedTuple):
    """How far a number can be from what it is, as far as a reader knows, in people.

    ``omlaag`` and ``omhoog`` hold while it is hidden. ``geheim``: it is hidden. ``vrij``: nobody gave it, so it is
    not known. ``prijs`` is what hiding it costs; None: it can not be hidden. ``totaal``: others may publish it too.
    """

    omlaag: float
    omhoog: float
    geheim: bool = False
    vrij: bool = False
    prijs: float | None = None
    totaal: bool = False


class Verband(NamedTuple):
    """A number that is the sum of others."""

    geheel: Sleutel
    delen: tuple[Sleutel, ...]


@dataclass(frozen=True, slots=True)
class Puzzel:
    """Numbers that hang together, and how. What is in no relation can not be found by adding up."""

    cellen: Mapping[Sleutel, Cel]
    verbanden: tuple[Verband, ...]


def van_gebieden(kader: Kader) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Every region that is made of others: a gemeente with its parts, an area with its wijken."""
    gemeenten = (
        (g.slug, tuple(deel.slug for deel in kader.delen(g))) for g in kader.gebieden if g not in kader.bladeren()
    )
    gebieden = ((g.slug, tuple(w.code for w in g.wijken)) for g in kader.bladeren() if g.wijken)
    return (*gemeenten, *gebieden)


def van_gemeente(kader: Kader, gebied: Gebied) -> frozenset[str]:
    """The regions that a plan may tell of: the gemeente of an area, all its parts and their wijken."""
    gebieden = [g for g in kader.gebieden if kader.gemeente(g) == kader.gemeente(gebied)]
    return frozenset((*(g.slug for g in gebieden), *(w.code for g in gebieden for w in g.wijken)))


def puzzels(cellen: Mapping[Sleutel, Cel], verbanden: Iterable[Verband]) -> Iterator[Puzzel]:
    """The numbers in groups that have nothing to do with each other; only groups with something to hide."""
    verbanden = tuple(verbanden)
    hoe_vaak = Counter(s for v in verbanden for s in (v.geheel, *v.delen))
    groepen: list[tuple[set[Sleutel], list[Verband]]] = []
    for verband in verbanden:
        if all(cellen[deel].vrij and hoe_vaak[deel] == 1 for deel in verband.delen):
            # A sum of parts that nobody gave and nothing else is made of tells nothing.
            continue
        samen, eigen = {verband.geheel, *verband.delen}, [verband]
        los = []
        for groep in groepen:
            if samen.isdisjoint(groep[0]):
                los.append(groep)
            else:
                samen |= groep[0]
                eigen = [*groep[1], *eigen]
        groepen = [*los, (samen, eigen)]
    for samen, eigen in groepen:
        if any(cellen[sleutel].geheim for sleutel in samen):
            yield Puzzel({sleutel: cellen[sleutel] for sleutel in sorted(samen)}, tuple(eigen))
