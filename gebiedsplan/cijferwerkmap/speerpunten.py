"""What the speerpunten aim at and what their acties cost."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.cijferwerkmap.blad import Tabelblad, getal_of, tekst_of_geen
from gebiedsplan.cijferwerkmap.noten import GEEN, met_noot
from gebiedsplan.gebied.bladen import EERST_NULMETING, NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Reden
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.doelen import Gevolgd, oordeel
from gebiedsplan.plan.doelen import gevolgd as gevolgde_doelen
from gebiedsplan.werkmap.boek import Gegeven, Getal

_TUSSENSTAND_ONTBREEKT = "nog niet"


def doelen(b: Bronnen) -> Iterator[Tabelblad]:
    """From which value to which, with the year of each."""
    rijen = tuple(
        (b.naam(data.slug), speerpunt.titel, *_doel(gevolgd))
        for data in b.delen
        for speerpunt in data.speerpunten
        for gevolgd in gevolgde_doelen(b, data, speerpunt.code)
    )
    if rijen:
        yield Tabelblad(
            "Doelen",
            "Waar de speerpunten op mikken",
            (),
            (
                ("Gebied", 28),
                ("Speerpunt", 44),
                ("Wat meten we", 44),
                ("Eenheid", 20),
                (met_noot("Begin", "waarde"), 18),
                ("Jaar van het begin", 14),
                (met_noot("Tussenstand", "waarde"), 18),
                ("Jaar van de tussenstand", 14),
                (met_noot("Doel", "waarde"), 18),
                ("Jaar van het doel", 14),
                ("Richting", 12),
                ("Op koers", 26),
                ("Bron", 44),
            ),
            rijen,
        )


def acties(b: Bronnen) -> Iterator[Tabelblad]:
    """What each actie costs."""
    rijen = tuple(
        (b.naam(data.slug), speerpunt.titel, a.actie, a.partner, a.planning, getal_of(a.middelen, NOG_NIET_VASTGESTELD))
        for data in b.delen
        for speerpunt in data.speerpunten
        for a in data.acties
        if a.speerpunt == speerpunt.code
    )
    if rijen:
        yield Tabelblad(
            "Acties",
            "Wat de acties kosten",
            (f"De bedragen zijn van het gebiedsplan zelf. Peildatum: het plan voor {b.eigen.kop.planjaar}.",),
            (
                ("Gebied", 28),
                ("Speerpunt", 44),
                ("Actie", 60),
                ("Wie", 36),
                ("Wanneer", 24),
                (met_noot("Bedrag (€)", "waarde"), 18),
            ),
            tuple(tuple(tekst_of_geen(cel) if isinstance(cel, str) else cel for cel in rij) for rij in rijen),
        )


def _doel(gevolgd: Gevolgd) -> tuple[Gegeven, ...]:
    doel, metingen = gevolgd.doel, gevolgd.traject.metingen
    laatste = gevolgd.traject.laatste or (metingen[-1] if metingen else None)
    zonder_streven = EERST_NULMETING if doel.eerst_nulmeting else NOG_NIET_VASTGESTELD
    return (
        doel.naam,
        {"procent": "%", "per_1000": "per 1.000"}.get(doel.eenheid, doel.eenheid),
        _meting(doel.nulmeting, gevolgd.nulmeting),
        doel.nulmeting_jaar or GEEN,
        _meting(laatste.waarde, Reden.GEHEIM.value) if laatste else _TUSSENSTAND_ONTBREEKT,
        (laatste.jaar if laatste else None) or GEEN,
        _meting(doel.streefwaarde, zonder_streven),
        doel.streefwaarde_jaar or GEEN,
        tekst_of_geen(doel.richting),
        oordeel(gevolgd.koers),
        tekst_of_geen(doel.instrument),
    )


def _meting(waarde: float | None, anders: str) -> Gegeven:
    """The number as somebody filled it in."""
    if waarde is None:
        return anders
    return Getal(waarde, 0 if float(waarde).is_integer() else 1)
