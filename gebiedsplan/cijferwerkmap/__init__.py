"""The figures of a plan as a workbook that everyone can use: what stands on it, not how Excel stores it.

Everything comes from the plan and from ``Cijfers``: what may not be shown was hidden before.
"""

from __future__ import annotations

from gebiedsplan import taal
from gebiedsplan.cijferwerkmap import cijfers, geld, preventie, speerpunten
from gebiedsplan.cijferwerkmap.blad import Tabelblad, gegevensblad
from gebiedsplan.cijferwerkmap.noten import NOTEN, WOORDEN
from gebiedsplan.plan.beeld import Beeld
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.werkmap.boek import Gegevensblad, Gegevenstabel, Koppeling, Werkboek

_VOORBLAD, _INHOUD, _NOTEN = "Voorblad", "Inhoud", "Noten"


def werkboek(plan: Plan, b: Bronnen) -> Werkboek:
    """The workbook: what it is, what stands where, what words and notes mean, and then one table a sheet."""
    beeld = Beeld(b.kader, b.cijfers, b.gebied)
    bladen = [
        *cijfers.bevolking(beeld),
        *(blad for blok in b.kader.blokken for blad in cijfers.blok(beeld, blok)),
        *cijfers.toetsen(beeld),
        *speerpunten.doelen(b),
        *speerpunten.acties(b),
        *geld.middelen(b),
        *preventie.bladen(b),
    ]
    titel = f"Cijfers bij het gebiedsplan {plan.naam} {plan.jaar}"
    kop = b.eigen.kop
    return Werkboek(
        titel=titel,
        onderwerp=f"Alle cijfers uit het gebiedsplan {plan.naam} {plan.jaar}, met bron en peildatum",
        maker=b.kader.instellingen.lange_naam,
        datum=kop.datum,
        bladen=(
            Gegevensblad(_VOORBLAD, titel, tuple(_voorblad(plan, b))),
            _inhoud(bladen),
            _noten(),
            *(gegevensblad(blad) for blad in bladen),
        ),
        namen={},
    )


def _voorblad(plan: Plan, b: Bronnen) -> list[str]:
    kop = b.eigen.kop
    regels = [
        f"Dit bestand hoort bij: {plan.voorblad.titel}, {kop.status}, versie {kop.versie}.",
        f"Datum van het plan: {taal.datum(kop.datum)}.",
        f"Gemaakt door: {kop.opsteller}, {b.kader.instellingen.lange_naam}.",
        "Hier staan de cijfers uit het plan. Elk blad heeft één tabel. Elke rij is één cijfer.",
        f"Wat op welk blad staat, leest u op het blad {_INHOUD}.",
        f"Op het blad {_NOTEN} staat wat de noten en de woorden in de tabellen betekenen.",
        "Cijfers over te weinig mensen staan er niet in. Zo is niemand te herkennen.",
        "Een cel is nooit leeg. Is er geen cijfer, dan staat er een woord dat zegt waarom.",
    ]
    return [*regels, *([plan.voorbeeld] if plan.voorbeeld else [])]


def _inhoud(bladen: list[Tabelblad]) -> Gegevensblad:
    """What stands where, with a way to every sheet."""
    wat = [(_NOTEN, "Wat de noten en woorden betekenen"), *((blad.naam, blad.titel) for blad in bladen)]
    return Gegevensblad(
        _INHOUD,
        "Wat staat er in dit bestand?",
        ("Op dit blad staat één tabel. Kies een blad om erheen te gaan.",),
        Gegevenstabel(
            "inhoud",
            (("Blad", 26), ("Wat staat erop", 70)),
            tuple((Koppeling(naam, naam), titel) for naam, titel in wat),
        ),
    )


def _noten() -> Gegevensblad:
    rijen = [(f"noot {nummer}", uitleg) for nummer, uitleg in enumerate(NOTEN.values(), start=1)]
    return Gegevensblad(
        _NOTEN,
        "Noten en woorden",
        ("Op dit blad staat één tabel. Eerst de noten uit de koppen, dan de woorden die in een tabel kunnen staan.",),
        Gegevenstabel("noten", (("Noot of woord", 26), ("Uitleg", 100)), (*rijen, *WOORDEN.items())),
    )
