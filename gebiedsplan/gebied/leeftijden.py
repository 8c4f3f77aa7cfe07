"""Age groups, as they are written on the sheet Bevolking."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

_LEEFTIJDEN = re.compile(r"(\d+)(?:-(\d+)|\+)(?: jaar)?")


def sluiten_aan(namen: Iterable[str]) -> bool:
    """Whether these age groups hold everybody once: 0-15, 15-25 and 25+, or 0-14, 15-24 and 25+."""
    gevonden = [_LEEFTIJDEN.fullmatch(naam.casefold()) for naam in namen]
    grenzen = sorted((int(g[1]), int(g[2]) if g[2] else None) for g in gevonden if g)
    if len(grenzen) < 2 or len(grenzen) < len(gevonden) or grenzen[0][0] != 0 or grenzen[-1][1] is not None:
        return False
    stappen = {begin - (eind or 0) for (_, eind), (begin, _) in pairwise(grenzen)}
    return stappen in ({0}, {1})
