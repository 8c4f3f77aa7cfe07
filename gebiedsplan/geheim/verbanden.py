"""What adds up to what: wijken to an area, areas to a gemeente, age groups to all inhabitants, parts to a whole.

What the kader says of indicators counts as well: one that counts a part of the people of another is never more than
that, and those that divide everybody among them are together everybody.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from gebiedsplan.geheim.model import Sleutel
from gebiedsplan.kader.model import Gebied, Indicator, Kader


class Cel(NamedTuple):
    """How far a number can be from what it is, as far as a reader knows, in people.

    ``omlaag`` and ``omhoog`` hold while it is hidden. ``geheim``: it is hidden. ``vrij``: nobody gave it, so it is
    not known. ``prijs`` is what hiding it costs; None: it can not be hidden. ``totaal``: others may publish it too.
    ``onbekend``: it is hidden by its source, from us as well. ``bijgesteld``: workbooks say different things of it.
    """

    omlaag: float
    omhoog: float
    geheim: bool = False
    vrij: bool = False
    prijs: float | None = None
    totaal: bool = False
    onbekend: bool = False
    bijgesteld: bool = False


class Verband(NamedTuple):
    """A number that is the sum of others. Without a ``geheel`` the sum is everybody, and known.

    ``schalen``: for how many inhabitants one counted person stands, of each of ``samen``; () where all count alike.
    """

    geheel: Sleutel | None
    delen: tuple[Sleutel, ...]
    schalen: tuple[float, ...] = ()

    @property
    def samen(self) -> tuple[Sleutel, ...]:
        """All its numbers."""
        return self.delen if self.geheel is None else (self.geheel, *self.delen)


class Grens(NamedTuple):
    """A number that is never more than another, and how much less it is now, in inhabitants.

    ``schalen``: for how many inhabitants one counted person stands, of the part and of the whole.
    """

    deel: Sleutel
    geheel: Sleutel
    ruimte: float
    schalen: tuple[float, float] = (1.0, 1.0)

    @property
    def samen(self) -> tuple[Sleutel, ...]:
        """Both its numbers."""
        return (self.deel, self.geheel)


@dataclass(frozen=True, slots=True)
class Puzzel:
    """Numbers that hang together, and how. What is in no relation can not be found by adding up."""

    cellen: Mapping[Sleutel, Cel]
    verbanden: tuple[Verband, ...]
    grenzen: tuple[Grens, ...] = ()


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


def verwant(kader: Kader) -> dict[str, tuple[str, ...]]:
    """Of every indicator all those that a number of it may say something of, in the order of the kader."""
    groep = {i.id: {i.id} for i in kader.indicatoren}
    for een, ander in combinations(kader.indicatoren, 2):
        hoort_bij = een.id == ander.deel_van or ander.id == een.deel_van
        if hoort_bij or (een.verdeling and een.verdeling == ander.verdeling):
            samen = groep[een.id] | groep[ander.id]
            groep |= dict.fromkeys(samen, samen)
    volgorde = [i.id for i in kader.indicatoren]
    return {id_: tuple(sorted(samen, key=volgorde.index)) for id_, samen in groep.items()}


def verdelingen(kader: Kader, maten: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The indicators that divide people among them, and the indicator that counts all those people; "": everybody."""
    per_woord: dict[str, list[Indicator]] = {}
    for indicator in (i for i in kader.indicatoren if i.verdeling and i.id in maten):
        per_woord.setdefault(indicator.verdeling, []).append(indicator)
    for delen in per_woord.values():
        yield delen[0].deel_van, tuple(deel.id for deel in delen)


def afgeleid(cellen: Mapping[Sleutel, Cel], verbanden: Collection[Verband]) -> dict[Sleutel, float]:
    """What a sum leaves for a number that its source keeps secret from us too, or that nobody gave.

    How far a number can be from what it is, and how far another within it, depends on what it is.
    """
    gezocht = (s for s, cel in cellen.items() if cel.onbekend or cel.vrij)
    sommen = {s: [_rest(s, v, cellen) for v in verbanden if s in v.samen] for s in gezocht}
    return {s: rest for s, resten in sommen.items() for rest in resten if rest is not None}


def _rest(sleutel: Sleutel, verband: Verband, cellen: Mapping[Sleutel, Cel]) -> float | None:
    """What a sum leaves for one of its numbers; None where another is not known either, or has been another."""
    schalen = dict(zip(verband.samen, verband.schalen or (1.0,) * len(verband.samen), strict=True))
    anderen = {s: cellen[s].omlaag * schaal for s, schaal in schalen.items() if s != sleutel}
    if any(cellen[s].onbekend or cellen[s].bijgesteld or cellen[s].prijs is None for s in anderen):
        return None
    if sleutel == verband.geheel:
        som = sum(anderen.values())
    else:
        geheel = anderen.pop(verband.geheel) if verband.geheel else _iedereen(anderen, schalen, cellen)
        som = geheel - sum(anderen.values())
    return max(0.0, som) / schalen[sleutel] if math.isfinite(som) else None


def _iedereen(anderen: Collection[Sleutel], schalen: Mapping[Sleutel, float], cellen: Mapping[Sleutel, Cel]) -> float:
    """How many people are divided: the most that any of the parts can be."""
    return min(((cellen[s].omlaag + cellen[s].omhoog) * schalen[s] for s in anderen), default=math.inf)


def puzzels(
    cellen: Mapping[Sleutel, Cel], verbanden: Iterable[Verband], grenzen: Iterable[Grens] = ()
) -> Iterator[Puzzel]:
    """The numbers in groups that have nothing to do with each other; only groups with something to hide."""
    alle: tuple[Verband | Grens, ...] = (*verbanden, *grenzen)
    hoe_vaak = Counter(s for v in alle for s in v.samen)
    groepen: list[tuple[set[Sleutel], list[Verband | Grens]]] = []
    for verband in alle:
        if isinstance(verband, Verband) and all(cellen[deel].vrij and hoe_vaak[deel] == 1 for deel in verband.delen):
            # A sum of parts that nobody gave and nothing else is made of tells nothing.
            continue
        samen, eigen = set(verband.samen), [verband]
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
            yield Puzzel(
                {sleutel: cellen[sleutel] for sleutel in sorted(samen)},
                tuple(v for v in eigen if isinstance(v, Verband)),
                tuple(v for v in eigen if isinstance(v, Grens)),
            )
