"""Find what is the same thing in two lists, also when its words changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias, TypeVar

from gebiedsplan.verschil.model import Paar, Reeks

_T = TypeVar("_T")

# How alike two things are, from 0 to 1.
Gelijkenis: TypeAlias = Callable[[_T, _T], float]

# From here on two texts are about the same thing: at least three in five of their words are shared, in order.
ZELFDE = 0.6


def gelijkenis(een: str, ander: str) -> float:
    """How many words two texts share in the same order, from 0 to 1."""
    return SequenceMatcher(None, _woorden(een), _woorden(ander), autojunk=False).ratio()


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst.casefold())


def vergelijk(
    oud: Iterable[_T], nieuw: Iterable[_T], kern: Callable[[_T], object], *regels: Gelijkenis[_T]
) -> Reeks[_T]:
    """Two lists beside each other: what says the same (``kern``) belongs together, then what each rule finds."""

    def zelfde(een: _T, ander: _T) -> float:
        return float(kern(een) == kern(ander))

    weg, erbij = list(oud), list(nieuw)
    volgorde = {id(ding): plaats for plaats, ding in enumerate(erbij)}
    paren: list[Paar[_T]] = []
    for regel in (zelfde, *regels):
        gevonden = _beste(weg, erbij, regel)
        paren += gevonden
        weg = [ding for ding in weg if not any(ding is paar.oud for paar in gevonden)]
        erbij = [ding for ding in erbij if not any(ding is paar.nieuw for paar in gevonden)]
    paren.sort(key=lambda paar: volgorde[id(paar.nieuw)])
    anders = tuple(paar for paar in paren if not zelfde(paar.oud, paar.nieuw))
    return Reeks(tuple(erbij), tuple(weg), anders, len(paren) - len(anders))


def _beste(oud: Sequence[_T], nieuw: Sequence[_T], regel: Gelijkenis[_T]) -> list[Paar[_T]]:
    """Pairs that are alike enough, the most alike first; of equals the first in the workbook."""
    kansen = [(-mate, i, j) for i, a in enumerate(oud) for j, b in enumerate(nieuw) if (mate := regel(a, b)) >= ZELFDE]
    paren: list[Paar[_T]] = []
    bezet_oud: set[int] = set()
    bezet_nieuw: set[int] = set()
    for _, i, j in sorted(kansen):
        if i not in bezet_oud and j not in bezet_nieuw:
            bezet_oud.add(i)
            bezet_nieuw.add(j)
            paren.append(Paar(oud[i], nieuw[j]))
    return paren
