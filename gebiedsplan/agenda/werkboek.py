"""The actions as a workbook: one row an action, with the days as they were read beside the planning in words."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan import taal
from gebiedsplan.agenda.model import Agenda, Plan, Punt, in_woorden
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.werkmap.boek import (
    Celwaarde,
    Formaat,
    Kolomkop,
    Leesblad,
    Leesregel,
    Leessoort,
    Rol,
    Tabelblad,
    Werkboek,
)

_NIET_IN_KALENDER = "niet in de kalender"
_KOLOMMEN = (
    Kolomkop("Gebied", Rol.VERPLICHT, 18),
    Kolomkop("Code", Rol.VERPLICHT, 9),
    Kolomkop("Speerpunt", Rol.VERPLICHT, 30),
    Kolomkop("Actie", Rol.VERPLICHT, 44),
    Kolomkop("Wie", Rol.VERPLICHT, 28),
    Kolomkop("Rol gemeente", Rol.VERPLICHT, 20),
    Kolomkop("Planning", Rol.VERPLICHT, 24, "Zoals het in de werkmap staat."),
    Kolomkop("Van", Rol.VRIJ, 12, "De eerste dag, zoals het programma de planning leest.", Formaat.DATUM),
    Kolomkop("Tot en met", Rol.VRIJ, 12, "De laatste dag, zoals het programma de planning leest.", Formaat.DATUM),
    Kolomkop("In de kalender", Rol.VRIJ, 30, "Op welke dagen de actie in de kalender staat."),
    Kolomkop("Resultaat", Rol.VERPLICHT, 36),
    Kolomkop("Middelen (€)", Rol.VERPLICHT, 16, f"Een bedrag, of: {NOG_NIET_VASTGESTELD}.", Formaat.BEDRAG),
)


def werkboek(agenda: Agenda) -> Werkboek:
    """The whole workbook: what it is, and the actions."""
    return Werkboek(
        titel=agenda.titel,
        onderwerp="De acties uit de gebiedsplannen, met wie ze doet en wanneer",
        maker="gebiedsplan",
        datum=agenda.datum,
        bladen=(
            Leesblad("Lees mij", tuple(_uitleg(agenda))),
            Tabelblad("Acties", _KOLOMMEN, tuple(map(_rij, agenda.punten))),
        ),
        namen={},
    )


def _rij(punt: Punt) -> tuple[Celwaarde, ...]:
    perioden = punt.perioden
    return (
        *(punt.gebied, punt.code, punt.speerpunt, punt.actie, punt.partner, punt.rol, punt.planning),
        min((p.van for p in perioden), default=None),
        max((p.tot for p in perioden), default=None),
        taal.hoofdletter("; ".join(map(in_woorden, perioden)) or _NIET_IN_KALENDER),
        punt.resultaat,
        NOG_NIET_VASTGESTELD if punt.middelen is None else punt.middelen,
    )


def _uitleg(agenda: Agenda) -> Iterator[Leesregel]:
    yield Leesregel(agenda.titel, soort=Leessoort.TITEL)
    yield Leesregel("Wat dit is", "Alle acties uit de gebiedsplannen bij elkaar, met wie ze doet en wanneer.")
    yield Leesregel("Acties", "De lijst staat op dit blad. U kunt filteren en sorteren.", naar="Acties")
    yield Leesregel(
        "Veranderen",
        "Verander een actie in de werkmap van het gebied. Maak daarna de uitvoeringsagenda opnieuw. "
        "Wat u hier verandert, staat niet in het plan.",
    )
    yield Leesregel("Hoe de planning is gelezen", soort=Leessoort.KOP)
    yield Leesregel("Vanaf", "‘Vanaf maart 2027’ loopt door tot het eind van dat jaar.")
    yield Leesregel("Voor", "‘Voor 1 juni 2027’ staat op de laatste dag: 31 mei 2027.")
    yield Leesregel(
        "Seizoenen", "Het voorjaar is maart t/m mei, de zomer juni t/m augustus, het najaar september t/m november."
    )
    yield Leesregel("Zonder jaar", "Staat er geen jaar bij? Dan is het jaar van het plan bedoeld.")
    yield Leesregel("De plannen", soort=Leessoort.KOP)
    for plan in agenda.plannen:
        yield Leesregel(plan.gebied, _uitgave(plan))
    open_ = [punt for punt in agenda.punten if not punt.perioden]
    if open_:
        yield Leesregel("Niet in de kalender", soort=Leessoort.KOP)
        yield Leesregel("Waarom", "Uit de planning van deze acties is niet op te maken wanneer ze zijn.")
        for punt in open_:
            yield Leesregel(punt.gebied, f"{punt.actie} ({punt.planning or 'geen planning'})")


def _uitgave(plan: Plan) -> str:
    return ", ".join(
        filter(None, (plan.status, f"versie {plan.versie}" if plan.versie else "", taal.datum(plan.datum)))
    )
