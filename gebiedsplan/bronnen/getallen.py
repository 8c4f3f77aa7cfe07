"""From a cell of a publisher to a number, or to the reason there is none."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gebiedsplan.gebied.model import Reden

# 1.290 and 1 290, but not 0.125.
_DUIZENDTALLEN = re.compile(r"[+-]?[1-9]\d{0,2}([.\s])\d{3}(\1\d{3})*(,\d+)?")
_GETAL = re.compile(r"[+-]?\d+([.,]\d+)?")
# CBS marks a provisional figure with * and one that is less so with **.
_VOORLOPIG = re.compile(r"(?<=\d)\s*\*{1,2}$")
# CBS keeps its codes down here (-99997). One that is not known is no number either.
_CODES_TOT = -99_990


@dataclass(frozen=True, slots=True)
class Getal:
    """A number or the reason there is none; exactly one of the two is set."""

    waarde: float | None
    reden: Reden | None = None
    voorlopig: bool = False


def som(getallen: Iterable[float | None]) -> float | None:
    """What they are together; None when one of them is not known."""
    waarden = list(getallen)
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) if len(bekend) == len(waarden) else None


def lees(cel: object, tekens: Mapping[str, str], leeg: str) -> Getal | None:
    """What the cell says; None when it is neither a number nor a sign. ``leeg``: what an empty cell means."""
    tekst = "" if cel is None else str(cel).strip()
    if not tekst:
        return Getal(None, Reden(leeg))
    teken = {sleutel.casefold(): reden for sleutel, reden in tekens.items()}.get(tekst.casefold())
    if teken is not None:
        return Getal(None, Reden(teken))
    getal = float(cel) if isinstance(cel, int | float) and not isinstance(cel, bool) else _uit_tekst(tekst)
    if getal is None or not math.isfinite(getal):
        return None
    code = tekens.get(f"{getal:.0f}") if getal.is_integer() and getal < 0 else None
    if code is not None:
        return Getal(None, Reden(code))
    return None if getal <= _CODES_TOT else Getal(getal, voorlopig=bool(_VOORLOPIG.search(tekst)))


def _uit_tekst(tekst: str) -> float | None:
    kaal = _VOORLOPIG.sub("", tekst).replace("−", "-").replace("\N{NO-BREAK SPACE}", " ")
    if _DUIZENDTALLEN.fullmatch(kaal):
        return float(re.sub(r"[.\s]", "", kaal).replace(",", "."))
    return float(kaal.replace(",", ".")) if _GETAL.fullmatch(kaal) else None
