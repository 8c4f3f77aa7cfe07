"""Which other numbers have to be hidden so that one can not be calculated: a small problem for HiGHS.

In words: two readers each fill in every hidden number in a way that agrees with all that is published. The cheapest
set of extra hidden numbers is looked for with which they can differ enough about the one that matters. Numbers are
differences from the truth, so that sums need not fit exactly, as rounded sums do not.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any

from highspy import Highs, HighsModelStatus

from gebiedsplan.geheim.model import Sleutel
from gebiedsplan.geheim.verbanden import Cel, Grens, Puzzel, Verband

# No reader need be further from the truth than this many times the room that is asked for.
_VERSTE = 4.0
_AAN = 0.5


class _Stil(Highs):
    """HiGHS greets whoever starts it, in the terminal of our user, unless it is silent before it is ready."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:  # noqa: N802
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


def erbij(
    puzzel: Puzzel, doel: Sleutel, ruimte: float, verborgen: Collection[Sleutel], kandidaten: Collection[Sleutel] = ()
) -> frozenset[Sleutel] | None:
    """The cheapest of ``kandidaten`` to hide besides ``verborgen``, so that ``doel`` has a range of ``ruimte`` or more.

    None when nothing helps; so without ``kandidaten`` this says whether it has that range already.
    """
    model = _Stil()
    model.setOptionValue("threads", 1)
    model.setOptionValue("mip_rel_gap", 0.0)
    verst = _VERSTE * ruimte
    hoog: dict[Sleutel, Any] = {}
    laag: dict[Sleutel, Any] = {}
    keuze: dict[Sleutel, Any] = {}
    for nummer, (sleutel, cel) in enumerate(puzzel.cellen.items()):
        beweegt = sleutel in verborgen or cel.vrij
        te_kiezen = not beweegt and sleutel in kandidaten
        if not beweegt and not te_kiezen:
            continue
        omlaag, omhoog = min(cel.omlaag, verst), min(cel.omhoog, verst)
        hoog[sleutel], laag[sleutel] = (model.addVariable(-omlaag, omhoog) for _ in range(2))
        if te_kiezen:
            # Two sets of one price would be a coin to toss: the order of the numbers decides.
            gekozen = keuze[sleutel] = model.addBinary(obj=(cel.prijs or 0.0) * (1 + nummer * 1e-6))
            for lezer in (hoog[sleutel], laag[sleutel]):
                model.addConstr(lezer - omhoog * gekozen <= 0)
                model.addConstr(lezer + omlaag * gekozen >= 0)
    for verband in puzzel.verbanden:
        for lezer in (hoog, laag):
            _telt_op(model, lezer, verband)
    for grens in puzzel.grenzen:
        for lezer in (hoog, laag):
            _blijft_binnen(model, lezer, grens)
    model.addConstr(hoog[doel] - laag[doel] >= ruimte)
    model.minimize()
    if model.getModelStatus() != HighsModelStatus.kOptimal:
        return None
    return frozenset(sleutel for sleutel, gekozen in keuze.items() if model.val(gekozen) > _AAN)


def _telt_op(model: _Stil, lezer: Mapping[Sleutel, Any], verband: Verband) -> None:
    """What a reader adds to the parts he adds to the whole; a number that does not move is left out."""
    schalen = dict(zip(verband.samen, verband.schalen or (1.0,) * len(verband.samen), strict=True))
    beweegt = [
        lezer[sleutel] * (-schaal if sleutel == verband.geheel else schaal)
        for sleutel, schaal in schalen.items()
        if sleutel in lezer
    ]
    if beweegt:
        model.addConstr(model.qsum(beweegt) == 0)


def _blijft_binnen(model: _Stil, lezer: Mapping[Sleutel, Any], grens: Grens) -> None:
    """A reader makes no part larger than its whole."""
    deel, geheel = grens.schalen
    beweegt = [
        lezer[sleutel] * schaal
        for sleutel, schaal in zip(grens.samen, (deel, -geheel), strict=True)
        if sleutel in lezer
    ]
    if beweegt and not math.isinf(grens.ruimte):
        model.addConstr(model.qsum(beweegt) <= grens.ruimte)


def ruimte_van(cel: Cel, bandbreedte: float) -> float:
    """The room that a hidden number is given: no more than there is, of a share of few people."""
    return min(bandbreedte, cel.omlaag + cel.omhoog)
