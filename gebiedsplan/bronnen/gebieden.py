"""The figures of a table under the names of a workbook: those of an area and its wijken, of gemeenten, the country."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.bronnen.model import Bronwaarde, Inwoners
from gebiedsplan.bronnen.optellen import GeenGewichtError, van_wijken
from gebiedsplan.kader.model import Gebied, Indicator, Kader

# What a figure is, whatever region it is of.
_Onderwerp = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Gewicht:
    """The inhabitants that shares are weighed with, and the source they are from; "" when there is none."""

    inwoners: Inwoners
    bron: str


def codes(gebied: Gebied, kader: Kader) -> frozenset[str]:
    """The CBS codes of the regions that figures of ``gebied`` are of or come from, with its gemeente."""
    eigen = (gebied.code, kader.gemeente(gebied).code, *(wijk.code for wijk in gebied.wijken))
    return frozenset(code for code in eigen if code)


def van_gebied(
    gebied: Gebied, kader: Kader, waarden: Iterable[Bronwaarde], gewicht: Gewicht
) -> tuple[tuple[Bronwaarde, ...], tuple[Bevinding, ...]]:
    """The figures of ``gebied`` (as its slug) and of its wijken (by code), and what could not be weighed."""
    per_onderwerp = _per_onderwerp(waarden)
    wijken = {wijk.code for wijk in gebied.wijken}
    uit: list[Bronwaarde] = []
    ongewogen: dict[str, GeenGewichtError] = {}
    for (indicator, _, _), per_regio in per_onderwerp.items():
        bron = kader.indicator(indicator) if indicator else None
        try:
            eigen = _eigen(gebied, bron, per_regio, gewicht)
        except GeenGewichtError as fout:
            ongewogen[indicator] = fout
            eigen = None
        uit += [] if eigen is None else [eigen]
        # A wijk by the name of its area is that area.
        if len(wijken) > 1:
            uit += [per_regio[code] for code in sorted(wijken & set(per_regio))]
    return tuple(uit), tuple(_geen_gewicht(gebied, kader, ongewogen))


def van_referentie(
    gemeenten: Iterable[Gebied], kader: Kader, land: Iterable[str], waarden: Iterable[Bronwaarde]
) -> tuple[Bronwaarde, ...]:
    """The figures of ``gemeenten`` (as their slug) and of the country (by its name)."""
    namen = {gebied.code: gebied.slug for gebied in gemeenten if gebied.code}
    namen |= dict.fromkeys(land, kader.instellingen.land)
    return tuple(replace(waarde, regio=namen[waarde.regio]) for waarde in waarden if waarde.regio in namen)


def _per_onderwerp(waarden: Iterable[Bronwaarde]) -> Mapping[_Onderwerp, Mapping[str, Bronwaarde]]:
    per: dict[_Onderwerp, dict[str, Bronwaarde]] = {}
    for waarde in waarden:
        per.setdefault((waarde.indicator, waarde.groep, waarde.jaar), {})[waarde.regio] = waarde
    return per


def _eigen(
    gebied: Gebied, indicator: Indicator | None, per_regio: Mapping[str, Bronwaarde], gewicht: Gewicht
) -> Bronwaarde | None:
    """A gemeente has a figure of its own; another area has those of its wijken."""
    if gebied.code:
        eigen = per_regio.get(gebied.code)
        return None if eigen is None else replace(eigen, regio=gebied.slug)
    wijken = {wijk.code for wijk in gebied.wijken}
    if not any(waarde.gegeven for code, waarde in per_regio.items() if code in wijken):
        return None
    return van_wijken(gebied, per_regio, indicator, gewicht.inwoners, gewicht.bron)


def _geen_gewicht(gebied: Gebied, kader: Kader, ongewogen: Mapping[str, GeenGewichtError]) -> Iterator[Bevinding]:
    if not ongewogen:
        return
    namen = ", ".join(kader.indicator(id_).naam for id_ in ongewogen)
    wijken = dict.fromkeys(wijk.naam for fout in ongewogen.values() for wijk in fout.wijken)
    yield Bevinding(
        "bron-gewicht",
        Plek(gebied.slug),
        f"Van {gebied.naam} zijn deze cijfers niet te berekenen: {namen}. "
        f"Daarvoor moet bekend zijn hoeveel mensen in elke wijk wonen. Dat mist van: {', '.join(wijken)}.",
        "Geef met --gewichten ook een bestand met Kerncijfers wijken en buurten, liefst van hetzelfde jaar.",
        Ernst.LET_OP,
    )
