"""What was read, of one plan or of less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.controle.voorbereiding import nog_geen_plan
from gebiedsplan.gebied.bladen import IN_VOORBEREIDING
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.geheim.model import Patroon
from gebiedsplan.kader.model import Gebied, Kader


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """Everything read for one plan, with all findings. ``patroon``: what is hidden, in this plan and all others."""

    kader: Kader
    gebied: Gebied
    jaar: int
    eigen: Gebiedsdata
    delen: tuple[Gebiedsdata, ...]
    vorige: Mapping[str, Gebiedsdata]
    cijfers: Mapping[str, Cijferbladen]
    referentie: Cijferbladen
    patroon: Patroon
    bevindingen: tuple[Bevinding, ...]

    def nog_geen_plan(self) -> tuple[Bevinding, ...]:
        """Why no plan can be made yet: a workbook that is still in preparation."""
        bestanden = {d.bestand: d.kop.status for d in (self.eigen, *self.delen)}
        return tuple(nog_geen_plan(bestand) for bestand, status in bestanden.items() if status == IN_VOORBEREIDING)


@dataclass(frozen=True, slots=True)
class Eigen:
    """The workbook of an area and those of its parts, with what is wrong in them; nothing of other areas.

    A workbook in preparation is wrong here: what is not filled in yet was not dropped.
    """

    gebied: Gebied
    werkmappen: tuple[Gebiedsdata, ...]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Cijferlezing:
    """The figure sheets of one workbook, and what is wrong with them."""

    bladen: Cijferbladen
    bevindingen: tuple[Bevinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Aanbodlezing:
    """What there is to do in an area. ``data`` None: that cannot be said; without findings, for want of a plan."""

    data: Gebiedsdata | None
    bevindingen: tuple[Bevinding, ...] = ()
