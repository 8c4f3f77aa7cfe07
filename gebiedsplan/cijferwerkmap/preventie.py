"""What prevention yields: the outcome of each question, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gebiedsplan.cijfers.businesscase import Doorrekening
from gebiedsplan.cijferwerkmap.blad import Tabelblad, getal_of, tekst_of_geen
from gebiedsplan.cijferwerkmap.noten import met_noot
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.plan import businesscase
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.businesscase import Rekening
from gebiedsplan.werkmap.boek import Gegeven, Getal

_VRAAG = ("Hulpvraag", 50)
_GEBIED = ("Gebied", 28)
_BEREKEND = "De bedragen zijn berekend met de aannames op het blad Aannames preventie."


def bladen(b: Bronnen) -> Iterator[Tabelblad]:
    """The outcomes and the assumptions; nothing when there is no question."""
    rekeningen = businesscase.rekeningen(b)
    if not rekeningen:
        return
    yield Tabelblad(
        "Preventie",
        "Wat preventie kost en scheelt, per hulpvraag",
        (_BEREKEND,),
        (
            _VRAAG,
            _GEBIED,
            ("Jaar", 8),
            (met_noot("Maatwerk voor iedereen (€)", "waarde"), 20),
            (met_noot("Sociale basis (€)", "waarde"), 20),
            (met_noot("Lage schatting (€)", "waarde", "uitkomst"), 20),
            (met_noot("Hoge schatting (€)", "waarde", "uitkomst"), 20),
            (met_noot("Terugverdiend vanaf (%)", "waarde", "omslag"), 20),
            ("Status", 14),
        ),
        tuple(_uitkomst(b, r) for r in rekeningen),
    )
    yield Tabelblad(
        "Aannames preventie",
        "Waar de berekening van preventie op steunt",
        (),
        (
            _VRAAG,
            _GEBIED,
            ("Aanname", 50),
            (met_noot("Waarde", "waarde"), 20),
            ("Eenheid", 28),
            ("Jaar", 8),
            ("Status", 14),
            ("Bron", 60),
        ),
        tuple(rij for r in rekeningen for rij in _aannames(b, r)),
    )


def _uitkomst(b: Bronnen, r: Rekening) -> tuple[Gegeven, ...]:
    rekening = r.rekening
    u = rekening.uitkomst
    bedragen = (rekening.zonder, rekening.basis, u.laag if u else None, u.hoog if u else None)
    return (
        rekening.vraag.naam,
        b.naam(r.data.slug),
        rekening.vraag.jaar,
        *(_bedrag(bedrag, rekening) for bedrag in bedragen),
        _omslag(rekening),
        tekst_of_geen(rekening.vraag.status),
    )


def _omslag(rekening: Doorrekening) -> Gegeven:
    in_woorden = businesscase.omslag(rekening)
    return Getal(int(in_woorden)) if in_woorden.isdigit() else in_woorden


def _bedrag(bedrag: Decimal | None, rekening: Doorrekening) -> Gegeven:
    return businesscase.reden(rekening.vraag) if bedrag is None else Getal(float(round(bedrag, 2)))


def _aannames(b: Bronnen, r: Rekening) -> Iterator[tuple[Gegeven, ...]]:
    vraag = r.rekening.vraag
    anders = NOG_NIET_VASTGESTELD
    soorten = (
        ("Inwoners die hulp krijgen", vraag.inwoners, businesscase.reden(vraag), "inwoners per jaar", 0),
        ("Maatwerk per inwoner", vraag.maatwerk, anders, "€ per jaar", 1),
        ("Sociale basis, vast", vraag.vast, anders, "€ per jaar", 2),
        ("Sociale basis, per inwoner", vraag.per_inwoner, anders, "€ per jaar", 2),
        ("Geen maatwerk nodig, lage schatting", vraag.laag, anders, "% van de inwoners", 3),
        ("Geen maatwerk nodig, hoge schatting", vraag.hoog, anders, "% van de inwoners", 3),
    )
    for wat, waarde, zonder, eenheid, bron in soorten:
        decimalen = 0 if waarde is None or waarde.is_integer() else 2
        yield (
            vraag.naam,
            b.naam(r.data.slug),
            wat,
            getal_of(waarde, zonder, decimalen),
            eenheid,
            vraag.jaar,
            tekst_of_geen(vraag.status),
            tekst_of_geen(vraag.bronnen[bron]),
        )
