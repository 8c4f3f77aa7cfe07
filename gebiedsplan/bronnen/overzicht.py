"""What changes in a workbook, as lines to read before it happens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from gebiedsplan import taal
from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.bronnen.model import Bronwaarde
from gebiedsplan.bronnen.wijzigingen import TEKENS, Blijft, Staat, Wijziging
from gebiedsplan.gebied.model import Reden

_MEESTE_DECIMALEN = 2


def regels(bestand: str, wijzigingen: Iterable[Wijziging]) -> Iterator[str]:
    """The changes in one workbook, by sheet and source: the cell, which figure, what stood there and what comes."""
    yield bestand
    op_bron = sorted(wijzigingen, key=_bron)
    for (blad, bron), groep in groupby(op_bron, key=_bron):
        yield f"  blad {blad} · {bron}"
        for w in groep:
            wat = f"{w.naam}, {w.regio}, {w.nieuw.jaar}"
            yield f"    {w.plek.cel:<5} {wat}: {_was(w.oud)} -> {_wordt(w.nieuw)}, {w.nieuw.status}"
            if w.nieuw.opmerking:
                yield f"          {w.nieuw.opmerking}"


def _bron(wijziging: Wijziging) -> tuple[str, str]:
    return wijziging.plek.blad, wijziging.nieuw.bron


def blijft(rij: Blijft) -> Bevinding:
    """The notice that a row stays as it is."""
    wat = f"{rij.naam}, {rij.regio}, {rij.nieuw.jaar}"
    tekst = f"{wat}: hier staat {_was(rij.oud)} ({_herkomst(rij.oud)}). De tabel zegt {_wordt(rij.nieuw)}."
    if rij.formule:
        hulp = "In deze rij staat een formule. Die blijft altijd staan. Wilt u dit cijfer? Vul het dan zelf in."
    else:
        hulp = "Dit cijfer komt ergens anders vandaan. Daarom blijft het staan. Met --vervang komt het nieuwe er."
    return Bevinding("cijfer-zelf-ingevuld", rij.oud.plek, tekst, hulp, Ernst.LET_OP)


def _herkomst(oud: Staat) -> str:
    return f"bron: {oud.bron or 'geen'}; status: {oud.status or 'geen'}"


def _was(oud: Staat | None) -> str:
    return "nieuw" if oud is None else _cijfer(oud.waarde, oud.reden, oud.teller, oud.noemer)


def _wordt(nieuw: Bronwaarde) -> str:
    grenzen = (nieuw.ondergrens, nieuw.bovengrens)
    tussen = "" if None in grenzen else f" [{_getal(nieuw.ondergrens)} - {_getal(nieuw.bovengrens)}]"
    return _cijfer(nieuw.waarde, nieuw.reden, nieuw.teller, nieuw.noemer) + tussen


def _cijfer(waarde: float | None, reden: Reden | None, teller: float | None, noemer: float | None) -> str:
    if reden is not None:
        return f"{TEKENS[reden] or 'leeg'} ({reden.value})"
    deel = f"{_getal(teller)} van {_getal(noemer)}" if noemer is not None else f"{_getal(teller)} mensen"
    if waarde is None:
        return deel
    return f"{_getal(waarde)} ({deel})" if teller is not None else _getal(waarde)


def _getal(waarde: float | None) -> str:
    if waarde is None:
        return "?"
    decimalen = next(d for d in range(_MEESTE_DECIMALEN + 1) if d == _MEESTE_DECIMALEN or waarde == round(waarde, d))
    return taal.getal(waarde, decimalen)
