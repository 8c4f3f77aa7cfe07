"""How a person writes the numbers of a figure, as regular expressions: 43% or 42,5 procent; nine people or 9."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gebiedsplan import taal
from gebiedsplan.gebied.model import Cijfer
from gebiedsplan.geheim.regels import FACTOR
from gebiedsplan.kader.model import Eenheid


def van_cijfer(cijfer: Cijfer, eenheid: Eenheid) -> Iterator[str]:
    """Every way to write the value, the bounds and the count of a figure."""
    achter = r"\s?(?:%|procent)" if eenheid == "procent" else ""
    berekend = None
    if cijfer.teller is not None and cijfer.noemer:
        berekend = cijfer.teller / cijfer.noemer * FACTOR.get(eenheid, 1.0)
    for getal in (cijfer.waarde, berekend, cijfer.ondergrens, cijfer.bovengrens):
        yield from (_als_getal(vorm, achter) for vorm in _vormen(getal))
    yield from van_aantal(cijfer.teller)
    if eenheid == "aantal":
        yield from van_aantal(cijfer.waarde)


def van_aantal(aantal: float | None) -> Iterator[str]:
    """Every way to write a number of people, also as a word."""
    yield from (_als_getal(vorm, "") for vorm in _vormen(aantal))
    if aantal is not None and float(aantal).is_integer():
        yield rf"\b{re.escape(taal.telwoord(int(aantal)))}\b"


def _vormen(getal: float | None) -> Iterator[str]:
    if getal is not None:
        yield from sorted({taal.getal(getal, decimalen) for decimalen in (0, 1, 2)})


def _als_getal(vorm: str, achter: str) -> str:
    return rf"(?<![\d.,]){re.escape(vorm)}(?!\d|[.,]\d){achter}"
