"""A workbook for the figures that areas are compared with: of gemeenten with parts, larger regions and the country."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van_referentie
from gebiedsplan.gebied.kolommen import STATUS_CIJFER, BladSpec
from gebiedsplan.gebied.lezen import cijferbladnamen
from gebiedsplan.gebied.vorm import vorm
from gebiedsplan.kader.model import Kader
from gebiedsplan.nieuw import cijferrijen, leesmij, lijsten
from gebiedsplan.nieuw.tabelblad import tabelblad
from gebiedsplan.nieuw.vorige import Rij
from gebiedsplan.werkmap.boek import Werkboek

_LIJSTEN = ("indicatoren", "regio's", STATUS_CIJFER)


def referentie(kader: Kader, jaar: int) -> Werkboek:
    """The workbook, with a row that waits for every figure; ``jaar`` is the plan year it begins with."""
    specs = tuple(vorm(kader).blad(naam) for naam in cijferbladnamen(kader))
    regios = tuple(_regios(kader))
    keuzes = keuzelijsten(kader, regios_van_referentie(kader))
    woorden = {**{naam: keuzes[naam].namen for naam in _LIJSTEN}, **lijsten.tekens()}
    return Werkboek(
        titel="Cijfers om mee te vergelijken",
        onderwerp="De cijfers waarmee gebieden worden vergeleken",
        maker=kader.instellingen.lange_naam,
        datum=dt.date(jaar - 1, 1, 1),
        bladen=(
            leesmij.referentie(regios, specs),
            *(tabelblad(kader, jaar, spec, tuple(_rijen(kader, spec, regios))) for spec in specs),
            lijsten.blad(woorden),
        ),
        namen=lijsten.namen(woorden, specs),
    )


def _regios(kader: Kader) -> Iterator[str]:
    """A gemeente without parts has its figures in its own workbook."""
    bladeren = kader.bladeren()
    yield from (g.naam for g in kader.gebieden if g not in bladeren)
    yield from dict.fromkeys(
        naam for naam in (*(g.vergelijkingsregio for g in kader.gebieden), kader.instellingen.land) if naam
    )


def _rijen(kader: Kader, spec: BladSpec, regios: tuple[str, ...]) -> Iterator[Rij]:
    if spec.naam == "Bevolking":
        yield from (
            {"Leeftijdsgroep": groep, "Regio": regio} for regio in regios for groep in cijferrijen.groepen(kader)
        )
        return
    blok = next(blok.id for blok in kader.blokken if blok.blad == spec.naam)
    for indicator in (i for i in kader.indicatoren if i.blok == blok):
        for regio in regios:
            yield {"Indicator": indicator.naam, "Regio": regio, "Eenheid": cijferrijen.eenheid(indicator)}
