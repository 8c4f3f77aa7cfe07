"""The rows of the figure sheets: what is known stays, and what a new plan asks waits to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.kader.model import Gebied, Indicator, Kader
from gebiedsplan.nieuw.vorige import Rij

_TOTAAL = "Totaal"
_EENHEDEN: Mapping[str, str] = {
    "procent": "% van de {groep}",
    "per_1000": "per 1.000 {groep}",
    "aantal": "aantal {groep}",
    "cijfer": "cijfer van de {groep}",
}


def eenheid(indicator: Indicator) -> str:
    """What is counted, as it stands beside a figure: "per 1.000 inwoners"."""
    return _EENHEDEN[indicator.eenheid].format(groep=indicator.groep)


def cijfers(kader: Kader, gebied: Gebied, jaar: int, spec: BladSpec, oude: Sequence[Rij]) -> Iterator[Rij]:
    """Every indicator of a figure sheet: its figures so far, and a row for the next one, also of each wijk it had."""
    bekend = [rij for rij in oude if _ingevuld(rij, spec)]
    blok = next(blok.id for blok in kader.blokken if blok.blad == spec.naam)
    for indicator in (i for i in kader.indicatoren if i.blok == blok):
        van_indicator = [rij for rij in bekend if rij["Indicator"] == indicator.naam]
        for regio in _regios(gebied, van_indicator):
            reeks = _op_jaar(rij for rij in van_indicator if rij.get("Regio") == regio)
            wacht = {"Indicator": indicator.naam, "Regio": regio}
            for rij in (*reeks, *_volgende(wacht, reeks, indicator.ververst, jaar)):
                yield {**rij, "Eenheid": eenheid(indicator)}


def bevolking(kader: Kader, gebied: Gebied, jaar: int, spec: BladSpec, oude: Sequence[Rij]) -> Iterator[Rij]:
    """The counts so far, and a row for every age group of the next one."""
    bekend = _op_jaar(rij for rij in oude if _ingevuld(rij, spec))
    for regio in _regios(gebied, bekend):
        tellingen = [rij for rij in bekend if rij.get("Regio") == regio]
        laatste = [rij for rij in tellingen if rij.get("Jaar") == tellingen[-1].get("Jaar")]
        yield from tellingen
        for groep in dict.fromkeys(rij.get("Leeftijdsgroep") for rij in laatste) or groepen(kader):
            yield from _volgende({"Leeftijdsgroep": groep, "Regio": regio}, tellingen, 1, jaar)


def _regios(gebied: Gebied, rijen: Iterable[Rij]) -> tuple[str, ...]:
    """The area itself, and its wijken that have a row; in the order of the kader."""
    met_rij = {rij.get("Regio") for rij in rijen}
    wijken = dict.fromkeys(wijk.naam for wijk in gebied.wijken if wijk.naam in met_rij)
    return tuple(dict.fromkeys((gebied.naam, *wijken)))


def groepen(kader: Kader) -> tuple[str, ...]:
    """The age groups that the figures of the kader are weighed by, youngest first, and all together."""
    groepen = {groep for indicator in kader.indicatoren for groep in indicator.weging}
    return (*sorted(groepen, key=lambda groep: int(groep.split("-")[0].rstrip("+"))), _TOTAAL)


def _volgende(wacht: Rij, reeks: Sequence[Rij], ververst: int, planjaar: int) -> Iterator[Rij]:
    """The row that waits for the next figure. Its year stands there when it can only be one."""
    jaren = [jaar for rij in reeks if isinstance(jaar := rij.get("Jaar"), int)]
    if not jaren:
        yield wacht
        return
    mogelijk = range(max(jaren) + ververst, planjaar, ververst)
    if len(mogelijk) == 1:
        yield {**wacht, "Jaar": mogelijk[0]}
    elif mogelijk:
        yield wacht


def _ingevuld(rij: Rij, spec: BladSpec) -> bool:
    """Whether a row says more than what it is about."""
    return bool(rij.keys() - {kolom.naam for kolom in spec.kolommen if kolom.sleutel})


def _op_jaar(rijen: Iterable[Rij]) -> list[Rij]:
    def jaar(rij: Rij) -> int:
        waarde = rij.get("Jaar")
        return waarde if isinstance(waarde, int) else 0

    return sorted(rijen, key=jaar)
