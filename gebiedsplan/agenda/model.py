"""Actions with the days they are on: frozen values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.agenda.planning import Periode, lees
from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.gebied.model import Actie, Gebiedsdata
from gebiedsplan.kader.model import Kader


@dataclass(frozen=True, slots=True)
class Punt:
    """An action of a plan with what it belongs to. Without ``perioden`` nobody can say from its words when it is."""

    gebied: str
    slug: str
    code: str
    speerpunt: str
    actie: str
    partner: str
    rol: str
    planning: str
    perioden: tuple[Periode, ...]
    resultaat: str
    middelen: float | None
    plek: Plek


@dataclass(frozen=True, slots=True)
class Plan:
    """Which plan the actions are of: the area, and the edition of its workbook."""

    gebied: str
    status: str
    versie: str
    datum: dt.date


@dataclass(frozen=True, slots=True)
class Agenda:
    """The actions of one plan or of many, in the order of the workbooks. ``datum`` is that of the newest plan."""

    titel: str
    jaar: int
    plannen: tuple[Plan, ...]
    punten: tuple[Punt, ...]

    @property
    def datum(self) -> dt.date:
        """The day this agenda is of."""
        return max((plan.datum for plan in self.plannen), default=dt.date(self.jaar, 1, 1))


def agenda(kader: Kader, over: str, jaar: int, werkmappen: Iterable[Gebiedsdata]) -> Agenda:
    """The actions in these workbooks; ``over`` is what the agenda is of: an area, or the samenwerking."""
    met_acties = tuple(data for data in werkmappen if data.acties)
    return Agenda(
        titel=f"Uitvoeringsagenda {over} {jaar}",
        jaar=jaar,
        plannen=tuple(_plan(kader, data) for data in met_acties),
        punten=tuple(_punt(kader, data, actie) for data in met_acties for actie in data.acties),
    )


def onleesbaar(agenda: Agenda) -> tuple[Bevinding, ...]:
    """A tip for every action that is in no calendar."""
    return tuple(
        Bevinding(
            "planning-onleesbaar",
            punt.plek,
            f"Wanneer is dit? “{punt.planning}” staat in de lijst met acties, maar niet in de kalender.",
            "Noem een maand, kwartaal of datum, zoals ‘maart 2027’, ‘2e kwartaal 2027’ of ‘vanaf 1 april 2027’.",
            Ernst.TIP,
        )
        for punt in agenda.punten
        if not punt.perioden
    )


def in_woorden(periode: Periode) -> str:
    """The days of a period: "uiterlijk 31 mei 2027", "1 maart 2027 t/m 31 mei 2027"."""
    if periode.uiterlijk:
        return f"uiterlijk {taal.datum(periode.tot)}"
    if periode.van == periode.tot:
        return taal.datum(periode.van)
    return f"{taal.datum(periode.van)} t/m {taal.datum(periode.tot)}"


def _plan(kader: Kader, data: Gebiedsdata) -> Plan:
    return Plan(kader.gebied(data.slug).naam, data.kop.status, data.kop.versie, data.kop.datum)


def _punt(kader: Kader, data: Gebiedsdata, actie: Actie) -> Punt:
    titels = {speerpunt.code: speerpunt.titel for speerpunt in data.speerpunten}
    rollen = {rol.id: rol.naam for rol in kader.rollen}
    return Punt(
        gebied=kader.gebied(data.slug).naam,
        slug=data.slug,
        code=actie.speerpunt,
        speerpunt=titels.get(actie.speerpunt, ""),
        actie=actie.actie,
        partner=actie.partner,
        rol=rollen.get(actie.rol, ""),
        planning=actie.planning,
        perioden=lees(actie.planning, data.kop.planjaar),
        resultaat=actie.resultaat,
        middelen=actie.middelen,
        plek=actie.plekken["Planning"],
    )
