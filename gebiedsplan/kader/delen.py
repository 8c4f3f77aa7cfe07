"""Do indicators that count a part of each other's people say so in a way that can be?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gebiedsplan.kader.missers import verkeerd, verwijzing
from gebiedsplan.toml import Misser, Rij


def check(indicatoren: Sequence[Rij]) -> Iterator[Misser]:
    """Every mistake in ``deel_van`` and ``verdeling``."""
    geheel_van = {indicator.tekst("id"): indicator.tekst("deel_van") for indicator in indicatoren}
    for indicator in indicatoren:
        yield from _deel_van(indicator, geheel_van)
        yield from _verdeling(indicator, indicatoren)


def _deel_van(indicator: Rij, geheel_van: dict[str, str]) -> Iterator[Misser]:
    geheel, eigen = indicator.tekst("deel_van"), indicator.tekst("id")
    if geheel and geheel not in geheel_van:
        yield verwijzing(indicator, "deel_van", geheel_van, "indicator")
        return
    gezien = {eigen}
    while geheel and geheel not in gezien:
        gezien.add(geheel)
        geheel = geheel_van.get(geheel, "")
    if geheel == eigen:
        tekst = f"“{eigen}” is een deel van zichzelf."
        yield verkeerd((*indicator.pad, "deel_van"), tekst, "Kies een indicator die méér mensen telt, of haal dit weg.")


def _verdeling(indicator: Rij, indicatoren: Sequence[Rij]) -> Iterator[Misser]:
    verdeling, geheel = indicator.tekst("verdeling"), indicator.tekst("deel_van")
    anderen = [i for i in indicatoren if i.tekst("verdeling") == verdeling and i.pad != indicator.pad]
    if not verdeling:
        return
    if not anderen:
        tekst = f"“{verdeling}” bij “verdeling” staat maar bij één indicator."
        yield verkeerd((*indicator.pad, "verdeling"), tekst, "Zet hetzelfde woord bij de indicatoren die erbij horen.")
    elif any(ander.tekst("deel_van") != geheel for ander in anderen):
        tekst = f"De indicatoren met verdeling “{verdeling}” zijn niet van hetzelfde een deel."
        yield verkeerd((*indicator.pad, "verdeling"), tekst, "Geef ze allemaal dezelfde “deel_van”, of geen.")
