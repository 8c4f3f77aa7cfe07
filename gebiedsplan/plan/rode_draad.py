"""The thread through a plan: from what was heard to what it costs, for each speerpunt. What is missing is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gebiedsplan import taal
from gebiedsplan.gebied.bladen import EERST_NULMETING, NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Actie, Gebiedsdata, Gesprek, Speerpunt
from gebiedsplan.gebied.namen import kaal, namen_van_de_gemeente
from gebiedsplan.plan import doelen
from gebiedsplan.plan.bronnen import Bronnen, anker
from gebiedsplan.plan.doelen import Gevolgd
from gebiedsplan.plan.draad import Draad, RodeDraad, Schakel

KOP = ("Speerpunt", "Gesprek", "Indicator", "Actie", "Partner", "Middelen")
_GEEN = Schakel("–", "")


def rode_draad(b: Bronnen, data: Gebiedsdata) -> RodeDraad:
    """The thread of one area, with what was heard and led to no speerpunt at the end."""
    draden = [_draad(b, data, s) for s in data.speerpunten]
    gaten = sum(bool(schakel.gat) for draad in draden for schakel in draad.schakels)
    codes = {s.code for s in data.speerpunten}
    los = [g for g in data.gesprekken if not codes.intersection(g.speerpunten)]
    if los:
        leeg = (_GEEN,) * (len(KOP) - 2)
        draden.append(Draad("Geen speerpunt", "", (_gesprekken(los), *leeg)))
    return RodeDraad(_zin(b.naam(data.slug), gaten), KOP, tuple(draden))


def _zin(naam: str, gaten: int) -> str:
    if not gaten:
        return f"In {naam} ontbreekt niets: elk speerpunt heeft een gesprek, cijfer, actie, partner en geld."
    staan = taal.meervoud(gaten, "is er nog één gat. Dat staat", f"zijn er nog {taal.telwoord(gaten)} gaten. Die staan")
    return f"In {naam} {staan} vet in de tabel."


def _draad(b: Bronnen, data: Gebiedsdata, s: Speerpunt) -> Draad:
    acties = [a for a in data.acties if a.speerpunt == s.code]
    return Draad(
        titel=s.titel,
        id=anker(data.slug, s.code),
        schakels=(
            _gesprekken([g for g in data.gesprekken if s.code in g.speerpunten]),
            _indicatoren(doelen.gevolgd(b, data, s.code)),
            _schakel((a.actie for a in acties), "geen actie"),
            _partners(acties, namen_van_de_gemeente(b.kader, data.slug)),
            _middelen(acties),
        ),
    )


def _schakel(woorden: Iterable[str], gat: str) -> Schakel:
    """Each of ``woorden`` once, or what is missing."""
    eens = {kaal(woord): woord.rstrip(".") for woord in woorden if woord}
    return Schakel("; ".join(eens.values()), "" if eens else gat)


def _gesprekken(gesprekken: Sequence[Gesprek]) -> Schakel:
    op_datum = sorted(gesprekken, key=lambda g: g.datum)
    return _schakel((f"{g.met_wie} ({taal.datum(g.datum)})" for g in op_datum), "geen gesprek")


def _indicatoren(gevolgd: Sequence[Gevolgd]) -> Schakel:
    """What is measured; a gap also where nothing was measured yet."""
    namen = _schakel(
        (f"{g.doel.naam} ({EERST_NULMETING})" if g.doel.eerst_nulmeting else g.doel.naam for g in gevolgd),
        "geen indicator",
    )
    zonder_cijfer = gevolgd and not any(g.doel.indicator or g.traject.begin or g.traject.metingen for g in gevolgd)
    return Schakel(namen.tekst, "nog geen cijfer") if zonder_cijfer else namen


def _partners(acties: Sequence[Actie], zelf: frozenset[str]) -> Schakel:
    partners = _schakel((a.partner for a in acties), "geen partner")
    alleen = partners.tekst and all(kaal(a.partner) in zelf for a in acties if a.partner)
    return Schakel("", "alleen de gemeente") if alleen else partners


def _middelen(acties: Sequence[Actie]) -> Schakel:
    """What is known of the money; what is not known is never zero."""
    bekend = [a.middelen for a in acties if a.middelen is not None]
    open_ = len(acties) - len(bekend)
    if not bekend:
        return Schakel("", NOG_NIET_VASTGESTELD)
    if not open_:
        return Schakel(taal.euro(sum(bekend)), "")
    return Schakel(
        f"ten minste {taal.euro(sum(bekend))}", f"voor {open_} van de {len(acties)} acties {NOG_NIET_VASTGESTELD}"
    )
