"""What may not be shown beside each other: a figure that is hidden in one workbook is hidden in both.

Somebody who has both plans could otherwise take from the one what the other keeps. That goes for the figure itself,
for what it makes when it is subtracted from a sum, for a goal that starts at it, and for words that name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeAlias

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.gebied.model import Cijfer, Gebiedsdata, Reden
from gebiedsplan.kader.model import Kader
from gebiedsplan.verschil.zinsverschil import zinnen

# A figure: what it measures, the region, the year.
Sleutel: TypeAlias = tuple[str, str, int]
# All years of a figure, by what it measures and the region.
Reeksen: TypeAlias = Mapping[tuple[str, str], tuple[Meting, ...]]

WEGGELATEN = "(Een zin met een geheim cijfer. Die tonen we niet.)"

_FACTOR: Mapping[str, float] = {"procent": 100.0, "per_1000": 1000.0}
# Names and choices: words of the kader and of the workbook as a file, not of the person who filled it in.
_GEEN_TEKST = {
    "slug", "bestand", "status", "versie", "code", "speerpunt", "indicator", "eenheid", "richting", "rol",
    "hoofdopgave", "bouwsteen", "soort", "onderdeel", "werkwoord", "bladen", "plekken", "opmerkingen", "kolom",
    "doelgroepen", "themas", "pijlers", "dimensies",
}  # fmt: skip


def maat_van(groep: str) -> str:
    """What the number of inhabitants of an age group is called among the figures."""
    return f"inwoners:{groep.casefold()}"


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


def samen(oud: Reeksen, nieuw: Reeksen) -> Samen:
    """Hide in both what is hidden in either."""
    van_oud, van_nieuw = (frozenset(verborgen(reeksen)) for reeksen in (oud, nieuw))
    sleutels = van_oud | van_nieuw
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
    """Takes sentences that name a hidden figure out of the words of a workbook."""

    def __init__(self, hier: Iterable[Gebiedsdata], sleutels: Iterable[Sleutel], kader: Kader) -> None:
        gezocht = frozenset(sleutels)
        patronen = {
            patroon for data in hier for patroon in (*_van_cijfers(data, gezocht, kader), *_van_inwoners(data, gezocht))
        }
        self._patroon = re.compile("|".join(sorted(patronen)), re.IGNORECASE) if patronen else None

    def schoon(self, data: Gebiedsdata) -> Gebiedsdata:
        """The workbook with its words cleaned; its figures and choices are as they were."""
        gezeefd: Gebiedsdata = data if self._patroon is None else self._record(data)
        return gezeefd

    def _record(self, record: Any) -> Any:
        namen = [veld.name for veld in fields(record) if veld.name not in _GEEN_TEKST]
        return replace(record, **{naam: self._waarde(getattr(record, naam)) for naam in namen})

    def _waarde(self, waarde: object) -> object:
        if isinstance(waarde, str):
            return self._tekst(waarde)
        if isinstance(waarde, tuple):
            return tuple(self._waarde(deel) for deel in waarde)
        return self._record(waarde) if is_dataclass(waarde) and not isinstance(waarde, type) else waarde

    def _tekst(self, tekst: str) -> str:
        if self._patroon is None or not self._patroon.search(tekst):
            return tekst
        gezeefd = (WEGGELATEN if self._patroon.search(zin) else zin for zin in zinnen(tekst))
        return " ".join(dict.fromkeys(gezeefd))


def _van_cijfers(data: Gebiedsdata, gezocht: frozenset[Sleutel], kader: Kader) -> Iterator[str]:
    for cijfer in data.bladen.cijfers:
        if (cijfer.indicator, cijfer.regio, cijfer.jaar) in gezocht:
            yield from _schrijfwijzen(cijfer, kader.indicator(cijfer.indicator).eenheid)


def _van_inwoners(data: Gebiedsdata, gezocht: frozenset[Sleutel]) -> Iterator[str]:
    for groep in data.bladen.bevolking:
        if (maat_van(groep.groep), groep.regio, groep.jaar) in gezocht:
            yield from _aantal(groep.aantal)


def _schrijfwijzen(cijfer: Cijfer, eenheid: str) -> Iterator[str]:
    """How a person writes the numbers of a figure: 43% or 42,5 procent; nine people or 9."""
    achter = r"\s?(?:%|procent)" if eenheid == "procent" else ""
    berekend = None
    if cijfer.teller is not None and cijfer.noemer:
        berekend = cijfer.teller / cijfer.noemer * _FACTOR.get(eenheid, 1.0)
    for getal in (cijfer.waarde, berekend, cijfer.ondergrens, cijfer.bovengrens):
        yield from (_als_getal(vorm, achter) for vorm in _vormen(getal))
    yield from _aantal(cijfer.teller)
    if eenheid == "aantal":
        yield from _aantal(cijfer.waarde)


def _aantal(aantal: float | None) -> Iterator[str]:
    """A number of people, also as a word."""
    yield from (_als_getal(vorm, "") for vorm in _vormen(aantal))
    if aantal is not None and float(aantal).is_integer():
        yield rf"\b{re.escape(taal.telwoord(int(aantal)))}\b"


def _vormen(getal: float | None) -> Iterator[str]:
    if getal is not None:
        yield from {taal.getal(getal, decimalen) for decimalen in (0, 1, 2)}


def _als_getal(vorm: str, achter: str) -> str:
    return rf"(?<![\d.,]){re.escape(vorm)}(?!\d|[.,]\d){achter}"
