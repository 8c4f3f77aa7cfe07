"""Where pieces of a document stand: the cell they come from, the heading above them, the words there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from gebiedsplan.opmerkingen.stukken import Stuk, Stukken

_GENOEG = 500


class Plekken:
    """Looks up places among the pieces of one document, by their number."""

    def __init__(self, stukken: Stukken) -> None:
        self._alle = stukken.alle
        self._koppen = stukken.koppen
        self._per_alinea = _eerste((s.alinea, s) for s in self._alle)
        self._per_rij = _eerste((s.rij, s) for s in self._alle if s.rij)

    def bron(self, nummers: Sequence[int]) -> str:
        """The cell of the first of these pieces that has one; else that of their paragraph, else of their row."""
        hier = [self._alle[nummer] for nummer in nummers]
        eigen = (s.bronnen[-1] for s in hier if s.bronnen and s.tekst)
        leeg = (s.bronnen[-1] for s in hier if s.bronnen)
        alinea = (bron for s in hier if (bron := self._per_alinea.get(s.alinea)))
        rij = (bron for s in hier if (bron := self._per_rij.get(s.rij)))
        return next((bron for reeks in (eigen, leeg, alinea, rij) for bron in reeks), "")

    def bron_erboven(self, nummer: int) -> str:
        """The cell of the last text above a piece, below the same heading."""
        kop = self._koppen.get(self._alle[nummer].alinea)
        for stuk in reversed(self._alle[:nummer]):
            if self._koppen.get(stuk.alinea) != kop:
                return ""
            if stuk.bronnen:
                return stuk.bronnen[-1]
        return ""

    def kop(self, nummers: Sequence[int]) -> str:
        """The heading above the first of these pieces."""
        return self._koppen.get(self._alle[nummers[0]].alinea, "") if nummers else ""

    def tekst(self, nummers: Sequence[int]) -> str:
        """The words of these pieces; where there are none, those of their paragraph."""
        woorden = woorden_van(self._alle[nummer] for nummer in nummers)
        if woorden or not nummers:
            return woorden
        alinea = self._alle[nummers[0]].alinea
        return woorden_van(stuk for stuk in self._alle if stuk.alinea == alinea)


def woorden_van(stukken: Iterable[Stuk]) -> str:
    """The words of pieces as they were before they were changed; a line for each paragraph."""
    alineas = groupby((s for s in stukken if not (s.wijziging and s.wijziging.soort.nieuw)), key=lambda s: s.alinea)
    return "\n".join(filter(None, (" ".join("".join(s.tekst for s in alinea).split()) for _, alinea in alineas)))


def kort(tekst: str) -> str:
    """``tekst``, cut at a word when it is long."""
    return tekst if len(tekst) <= _GENOEG else f"{tekst[:_GENOEG].rsplit(' ', 1)[0]}…"


def _eerste(paren: Iterable[tuple[int, Stuk]]) -> Mapping[int, str]:
    """Of each paragraph or row the first cell that its text comes from."""
    eerste: dict[int, str] = {}
    for sleutel, stuk in paren:
        if stuk.bronnen:
            eerste.setdefault(sleutel, stuk.bronnen[-1])
    return eerste
