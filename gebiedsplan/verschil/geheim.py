"""What may not be shown beside each other: a figure that is hidden in one workbook is hidden in both.

Somebody who has both plans could otherwise take from the one what the other keeps. That goes for the figure itself,
for what it makes when it is subtracted from a sum, for a goal that starts at it, and for words that name it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from typing import Any, TypeAlias

from gebiedsplan.cijfers.model import Meting
from gebiedsplan.gebied.model import Duiding, Gebiedsdata, Reden
from gebiedsplan.geheim.model import Editie, Patroon, Sleutel
from gebiedsplan.geheim.teksten import Genoemd, tekstvelden, van_regios
from gebiedsplan.kader.model import Kader
from gebiedsplan.taal import zinnen

# All years of a figure, by what it measures and the region.
Reeksen: TypeAlias = Mapping[tuple[str, str], tuple[Meting, ...]]

WEGGELATEN = "(Een zin met een geheim cijfer tonen we niet.)"


@dataclass(frozen=True, slots=True)
class Samen:
    """The figures of both workbooks without what one of them hides.

    ``eenzijdig``: what only one of them hides. ``gesloten``: of what measure and year a region is hidden, so that the
    others could give it away.
    """

    oud: Reeksen
    nieuw: Reeksen
    eenzijdig: frozenset[Sleutel]
    gesloten: frozenset[tuple[str, int]]


def samen(oud: Reeksen, nieuw: Reeksen, ook: Collection[Sleutel] = ()) -> Samen:
    """Hide in both what is hidden in either, and ``ook``: what the plans of these areas do not show."""
    van_oud, van_nieuw = (frozenset(verborgen(reeksen)) for reeksen in (oud, nieuw))
    sleutels = van_oud.union(van_nieuw, ook)
    over_en_weer = [(van_nieuw - van_oud, oud), (van_oud - van_nieuw, nieuw)]
    return Samen(
        oud=_zonder(oud, sleutels),
        nieuw=_zonder(nieuw, sleutels),
        eenzijdig=frozenset(s for hier, ander in over_en_weer for s in hier if _staat_in(ander, s)),
        gesloten=frozenset((maat, jaar) for maat, _, jaar in sleutels),
    )


def verborgen(reeksen: Reeksen) -> Iterator[Sleutel]:
    """Every figure that is hidden."""
    for (maat, regio), reeks in reeksen.items():
        yield from ((maat, regio, meting.jaar) for meting in reeks if meting.reden is Reden.GEHEIM)


def _staat_in(reeksen: Reeksen, sleutel: Sleutel) -> bool:
    maat, regio, jaar = sleutel
    return any(meting.jaar == jaar for meting in reeksen.get((maat, regio), ()))


def _zonder(reeksen: Reeksen, sleutels: Iterable[Sleutel]) -> Reeksen:
    """The same figures with those of ``sleutels`` hidden, also where there was no row: a goal may start at it."""
    per_reeks = {sleutel: {meting.jaar: meting for meting in reeks} for sleutel, reeks in reeksen.items()}
    for maat, regio, jaar in sleutels:
        per_reeks.setdefault((maat, regio), {})[jaar] = _verborgen(maat, regio, jaar)
    return {sleutel: tuple(jaren[jaar] for jaar in sorted(jaren)) for sleutel, jaren in per_reeks.items()}


def _verborgen(maat: str, regio: str, jaar: int) -> Meting:
    return Meting(maat, regio, jaar, None, Reden.GEHEIM, None, None, "", "", "", "")


# -- words


class Zeef:
    """Takes sentences that name a hidden figure out of the words of a workbook.

    Only those that say what the number is of: of a number alone nobody knows whether it is the hidden one, and
    leaving it out here, where the plan shows it, would tell that it is.
    """

    def __init__(self, hier: Iterable[Gebiedsdata], sleutels: Collection[Sleutel], kader: Kader) -> None:
        edities = [Editie(data.kop.planjaar, data.bladen) for data in hier]
        regios = {regio for _, regio, _ in sleutels}
        self._geheimen = van_regios(kader, edities, Patroon(frozenset(sleutels)), regios)

    def schoon(self, data: Gebiedsdata) -> Gebiedsdata:
        """The workbook with its words cleaned; its figures and choices are as they were."""
        gezeefd: Gebiedsdata = self._record(data) if self._geheimen else data
        return gezeefd

    def _record(self, record: Any) -> Any:
        over = record.indicator if isinstance(record, Duiding) else ""
        return replace(record, **{naam: self._waarde(getattr(record, naam), over) for naam in tekstvelden(record)})

    def _waarde(self, waarde: object, over: str) -> object:
        if isinstance(waarde, str):
            return self._tekst(waarde, over)
        if isinstance(waarde, tuple):
            return tuple(self._waarde(deel, over) for deel in waarde)
        return self._record(waarde) if is_dataclass(waarde) and not isinstance(waarde, type) else waarde

    def _tekst(self, tekst: str, over: str) -> str:
        if not self._noemt(tekst, over):
            return tekst
        gezeefd = (WEGGELATEN if self._noemt(zin, over) else zin for zin in zinnen(tekst))
        return " ".join(dict.fromkeys(gezeefd))

    def _noemt(self, tekst: str, over: str) -> bool:
        return any(geheim.in_tekst(tekst, over) is Genoemd.CIJFER for geheim in self._geheimen)
