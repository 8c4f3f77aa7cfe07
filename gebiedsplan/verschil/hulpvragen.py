"""What changed in what prevention yields. A number that one of the two plans hides is hidden in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gebiedsplan import taal
from gebiedsplan.cijfers.businesscase import Doorrekening, doorgerekend, verborgen
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Hulpvraag, Reden
from gebiedsplan.gebied.namen import kaal
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import businesscase, schrijfwijze
from gebiedsplan.verschil import koppelen, rijen
from gebiedsplan.verschil.beschrijving import euro
from gebiedsplan.verschil.model import Onderdeel, Paar, Reeks


def vergelijk(oud: Iterable[Hulpvraag], nieuw: Iterable[Hulpvraag], kader: Kader) -> Reeks[Doorrekening]:
    """By name, then by likeness of names. What differs only in what is hidden does not differ."""
    gevonden = koppelen.vergelijk(
        doorgerekend(oud, kader),
        doorgerekend(nieuw, kader),
        lambda r: (r.vraag.naam, beschrijving(r)),
        lambda een, ander: float(kaal(een.vraag.naam) == kaal(ander.vraag.naam)),
        lambda een, ander: koppelen.gelijkenis(een.vraag.naam, ander.vraag.naam),
    )
    samen = [_samen(paar) for paar in gevonden.anders]
    anders = tuple(p for p in samen if (_naam(p.oud), beschrijving(p.oud)) != (_naam(p.nieuw), beschrijving(p.nieuw)))
    return replace(gevonden, anders=anders, gelijk=gevonden.gelijk + len(samen) - len(anders))


def onderdeel(reeks: Reeks[Doorrekening], slug: str, versies: Paar[str]) -> Onderdeel:
    """The part of the document about it."""
    return Onderdeel(
        f"preventie-{slug}",
        "Wat preventie oplevert",
        (
            *rijen.groep("Nieuw doorgerekend:", (f"{_naam(r)}: {_uitkomst(r)}" for r in reeks.erbij)),
            *rijen.groep("Niet meer doorgerekend:", (_naam(r) for r in reeks.weg)),
        ),
        rijen.tabel(
            f"verschil-preventie-{slug}",
            "Hulpvragen die anders zijn doorgerekend",
            ("Hulpvraag", versies.oud, versies.nieuw),
            (rij for _, rij in rijen.van_paren(reeks.anders, _naam, beschrijving)),
        ),
        rijen.gelijk(reeks.gelijk, "hulpvraag", "hulpvragen"),
    )


def beschrijving(r: Doorrekening) -> tuple[str, ...]:
    """The outcome, and all that is assumed, as sentences."""
    vraag = r.vraag
    aantal = taal.getal(vraag.inwoners) if vraag.inwoners is not None else (vraag.reden or Reden.ONBEKEND).value
    return (
        taal.zin(_uitkomst(r)),
        f"Terugverdiend vanaf (%): {businesscase.omslag(r)}.",
        f"Inwoners: {aantal} ({vraag.jaar}).",
        f"Maatwerk: {euro(vraag.maatwerk)} per inwoner.",
        f"Sociale basis: vast {euro(vraag.vast)}, per inwoner {euro(vraag.per_inwoner)}.",
        f"Zonder maatwerk: {_deel(vraag)}.",
    )


def _samen(paar: Paar[Doorrekening]) -> Paar[Doorrekening]:
    if Reden.GEHEIM in (paar.oud.vraag.reden, paar.nieuw.vraag.reden):
        return Paar(verborgen(paar.oud), verborgen(paar.nieuw))
    return paar


def _naam(r: Doorrekening) -> str:
    return schrijfwijze.als_voorbeeld(r.vraag.naam) if r.voorbeeld else r.vraag.naam


def _uitkomst(r: Doorrekening) -> str:
    return f"uitkomst per jaar {businesscase.in_woorden(r)}"


def _deel(vraag: Hulpvraag) -> str:
    deel = businesscase.deel(vraag)
    return deel if deel == NOG_NIET_VASTGESTELD else f"{deel}%"
