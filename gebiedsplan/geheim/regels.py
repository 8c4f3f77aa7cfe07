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
    """Of how many people a share is a share: its noemer, else what its teller and value give away."""
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
    if mensen is not None and mensen < regel.drempel:
        return True
    if not van:
        return False
    bijna_iedereen = mensen is not None and van - mensen < regel.drempel
    return bijna_iedereen or van < regel.minimale_basis


def afgerond(cijfer: Cijfer, eenheid: Eenheid, regel: Bronregel) -> Cijfer:
    """The same figure made of a rounded count, as the CBS does; its share and bounds follow from that."""
    mensen, stap = aantal(cijfer, eenheid), regel.afronden_op
    if mensen is None or stap <= 1:
        return cijfer
    rond = stap * math.floor(mensen / stap + 0.5)
    cijfer = replace(cijfer, afgerond_op=stap, teller=None if cijfer.teller is None else rond)
    if not mensen or math.isclose(rond, mensen):
        return cijfer
    deel = rond / mensen
    waarde, onder, boven = (
        None if getal is None else getal * deel for getal in (cijfer.waarde, cijfer.ondergrens, cijfer.bovengrens)
    )
    if waarde is not None and eenheid in FACTOR and cijfer.teller is not None and cijfer.noemer:
        waarde = rond / cijfer.noemer * FACTOR[eenheid]
    return replace(cijfer, waarde=waarde, ondergrens=onder, bovengrens=boven)
