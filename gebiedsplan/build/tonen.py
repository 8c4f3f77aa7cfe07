"""What a plan is at each stage of its making, as text to look at: the same input shows the same, to the byte."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, Final

from gebiedsplan import huisstijl
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.build import documenten
from gebiedsplan.build.model import Mappen, Opties
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.inlezen import Ingelezen, Lezer
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.beeld import Beeld
from gebiedsplan.plan.opbouw import plan as maak_plan

STAPPEN: Final = ("cijfers", "plan", "markdown", "document")


def toon(mappen: Mappen, slug: str, jaar: int | None, stap: str) -> tuple[str, tuple[Bevinding, ...]]:
    """One of ``STAPPEN`` of the plan of ``slug``, and the findings on the way; JSON, or the Markdown itself.

    What is hidden in a plan is hidden here too. Raises GebiedsplanFout where ``maak`` does.
    """
    gelezen = Lezer(mappen.gebieden).lees_plan(slug, jaar)
    bevindingen = (*gelezen.nog_geen_plan(), *gelezen.bevindingen)
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    bronnen = documenten.bronnen(gelezen)
    if stap == "cijfers":
        return _als_json(_cijfers(bronnen.cijfers, Beeld(bronnen.kader, bronnen.cijfers, bronnen.gebied))), bevindingen
    plan = maak_plan(bronnen)
    if stap == "plan":
        return _als_json(plan), bevindingen
    tekst, document, _ = documenten.beschreven(_werkplaats(mappen, gelezen), gelezen, plan)
    return (tekst if stap == "markdown" else _als_json(document)), bevindingen


def _werkplaats(mappen: Mappen, gelezen: Ingelezen) -> Werkplaats:
    stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
    return Werkplaats(mappen, stijl.huisstijl, Opties())


def _cijfers(cijfers: Cijfers, beeld: Beeld) -> Mapping[str, Any]:
    """All figures by indicator and region, and what may be said of those of the area and its parts."""
    metingen: dict[str, dict[str, Any]] = {}
    for (indicator, regio), reeks in sorted(cijfers.metingen.items()):
        metingen.setdefault(indicator, {})[regio] = reeks
    regios = (beeld.eigen, *beeld.delen)
    return {
        "metingen": metingen,
        "bevolking": dict(sorted(cijfers.bevolking.items())),
        "verschillen": {regio.sleutel: beeld.verschillen(regio) for regio in regios},
        "veranderingen": {regio.sleutel: beeld.veranderingen(regio) for regio in regios},
    }


def _als_json(waarde: object) -> str:
    return json.dumps(_kaal(waarde), ensure_ascii=False, indent=2)


def _kaal(waarde: Any) -> Any:
    """A value as JSON knows it: a record with its kind, a place in words; the kader is a file of its own."""
    match waarde:
        case Plek():
            return str(waarde)
        case Kader():
            return waarde.instellingen.kader_titel
        case Enum():
            return waarde.value
        case dt.date():
            return waarde.isoformat()
        case Mapping():
            return {str(sleutel): _kaal(inhoud) for sleutel, inhoud in waarde.items()}
        case tuple() | list():
            return [_kaal(inhoud) for inhoud in waarde]
        case _ if is_dataclass(waarde):
            inhoud = {veld.name: _kaal(getattr(waarde, veld.name)) for veld in fields(waarde)}
            return {"soort": type(waarde).__name__, **inhoud}
        case _:
            return waarde
