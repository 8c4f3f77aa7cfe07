"""The rules for one figure: how many people it is about, is that too few, and what it is when rounded."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from gebiedsplan.gebied.model import Cijfer
from gebiedsplan.kader.geheimhouding import Bronregel
from gebiedsplan.kader.model import Eenheid

FACTOR: Mapping[str, float] = {"procent": 100.0, "per_1000": 1000.0}
"""What a share is multiplied with to get its unit."""


def aantal(cijfer: Cijfer, eenheid: Eenheid) -> float | None:
    """How many people a figure counts: its teller, else what its share and noemer give away; None when unknown."""
    if cijfer.teller is not None:
        return cijfer.teller
    if eenheid == "aantal" or cijfer.waarde is None:
        return cijfer.waarde
    deelbaar = eenheid in FACTOR and cijfer.noemer is not None
    return cijfer.waarde / FACTOR[eenheid] * (cijfer.noemer or 0.0) if deelbaar else None


def basis(cijfer: Cijfer, eenheid: Eenheid) -> float | None:
    """Of how many people a share is a share, or a mark the mean: its noemer, else what teller and value give away."""
    if eenheid == "cijfer":
        return cijfer.noemer
    if eenheid not in FACTOR:
        return None
    if cijfer.noemer is None and cijfer.teller is not None and cijfer.waarde:
        return cijfer.teller / cijfer.waarde * FACTOR[eenheid]
    return cijfer.noemer


def te_klein(cijfer: Cijfer, eenheid: Eenheid, regel: Bronregel) -> bool:
    """Whether a figure is about too few people.

    Too few have what it counts, or too few have not (then it tells of everybody), or too few were asked.
    """
    mensen, van = aantal(cijfer, eenheid), basis(cijfer, eenheid)
    if eenheid == "cijfer":
        # A mark counts nobody: it is only a matter of how many gave one.
        return van is not None and van < regel.minimale_basis
    if mensen is not None and mensen < regel.drempel:
        return True
    if not van:
        return False
    bijna_iedereen = mensen is not None and van - mensen < regel.drempel
    return bijna_iedereen or van < regel.minimale_basis


def afgerond(cijfer: Cijfer, eenheid: Eenheid, regel: Bronregel) -> Cijfer:
    """The same figure made of a rounded count, as the CBS does; its share and bounds follow from that.

    Bounds are counts as well, rounded outwards: from how they lie around the share one would find the count again.
    """
    mensen, stap = aantal(cijfer, eenheid), regel.afronden_op
    if mensen is None or stap <= 1:
        return cijfer
    rond = stap * math.floor(mensen / stap + 0.5)
    onder, boven = _naar_buiten(cijfer, eenheid, stap)
    teller = None if cijfer.teller is None else rond
    cijfer = replace(cijfer, afgerond_op=stap, teller=teller, ondergrens=onder, bovengrens=boven)
    if not mensen or math.isclose(rond, mensen):
        return cijfer
    waarde = None if cijfer.waarde is None else cijfer.waarde * rond / mensen
    if waarde is not None and eenheid in FACTOR and cijfer.teller is not None and cijfer.noemer:
        waarde = rond / cijfer.noemer * FACTOR[eenheid]
    return replace(cijfer, waarde=waarde)


def _naar_buiten(cijfer: Cijfer, eenheid: Eenheid, stap: int) -> tuple[float | None, float | None]:
    """The bounds of a figure, made of rounded counts; none where nobody knows what they are counts of."""
    van = 1.0 if eenheid == "aantal" else basis(cijfer, eenheid)
    if not van or eenheid == "cijfer":
        return None, None
    per_mens = FACTOR.get(eenheid, 1.0) / van
    onder, boven = cijfer.ondergrens, cijfer.bovengrens
    return (
        None if onder is None else stap * math.floor(onder / per_mens / stap + 1e-9) * per_mens,
        None if boven is None else stap * math.ceil(boven / per_mens / stap - 1e-9) * per_mens,
    )
