"""A new workbook for an area and a year: what stands on it, made from the kader and last year's workbook."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van
from gebiedsplan.gebied.vorm import bladen_van, vorm
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.nieuw import leesmij, lijsten
from gebiedsplan.nieuw.overnemen import Opdracht, rijen
from gebiedsplan.nieuw.referentie import referentie
from gebiedsplan.nieuw.tabelblad import tabelblad
from gebiedsplan.nieuw.vorige import Vorige
from gebiedsplan.werkmap import Werkmap
from gebiedsplan.werkmap.boek import Werkboek

__all__ = ["Nieuw", "referentie", "werkboek"]


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A new workbook, and what of last year could not be taken over."""

    boek: Werkboek
    bevindingen: tuple[Bevinding, ...]


def werkboek(kader: Kader, gebied: Gebied, jaar: int, vorige: Werkmap | None) -> Nieuw:
    """The workbook of ``gebied`` for plan year ``jaar``; ``vorige`` is that of the year before, where there is one."""
    oud = Vorige(vorige, keuzelijsten(kader, regios_van(gebied)))
    opdracht = Opdracht(kader, vorm(kader), gebied, jaar, oud)
    specs = bladen_van(kader, gebied)
    woorden = lijsten.woorden(kader, gebied)
    boek = Werkboek(
        titel=f"Werkmap {gebied.naam} {jaar}",
        onderwerp=f"Alles wat nodig is voor het gebiedsplan {gebied.naam} {jaar}",
        maker=kader.instellingen.lange_naam,
        datum=dt.date(jaar - 1, 1, 1),
        bladen=(
            leesmij.blad(gebied, jaar, specs, oud.is_er),
            *(tabelblad(kader, jaar, spec, rijen(opdracht, spec)) for spec in specs),
            lijsten.blad(woorden),
        ),
        namen=lijsten.namen(woorden, specs),
    )
    return Nieuw(boek, tuple(oud.bevindingen))
