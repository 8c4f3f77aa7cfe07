"""How many inhabitants there are and how old they are, per region and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gebiedsplan.cijfers.model import BEREKEND, Opbouw
from gebiedsplan.gebied.model import Bevolkingsgroep, Reden
from gebiedsplan.kader.model import Indicator, Kader

TOTAAL = "Totaal"


def opbouw_per_regio(groepen: Iterable[Bevolkingsgroep]) -> dict[str, tuple[Opbouw, ...]]:
    """The rows of all sheets Bevolking as one Opbouw per region and year, oldest first."""
    per_telling: dict[tuple[str, int], dict[str, Bevolkingsgroep]] = {}
    for groep in groepen:
        # The same count may stand in two workbooks; like other figures, the first is kept.
        per_telling.setdefault((groep.regio, groep.jaar), {}).setdefault(groep.groep.casefold(), groep)
    opbouw: dict[str, list[Opbouw]] = {}
    for (regio, jaar), telling in sorted(per_telling.items()):
        totaal = telling.pop(TOTAAL.casefold(), None)
        leeftijden = tuple(telling.values())
        eigen = (totaal.aantal, totaal.plekken.get("Aantal"), totaal.reden) if totaal else (None, None, None)
        opbouw.setdefault(regio, []).append(Opbouw(regio, jaar, eigen[0], leeftijden, *eigen[1:]))
    return {regio: tuple(jaren) for regio, jaren in opbouw.items()}


def samenwerking(bevolking: Mapping[str, tuple[Opbouw, ...]], kader: Kader) -> dict[str, tuple[Opbouw, ...]]:
    """The inhabitants of the samenwerking: the sum of its areas, for the years that all of them have."""
    naam = kader.instellingen.samenwerking
    per_gebied = [{o.jaar: o for o in bevolking.get(g.slug, ())} for g in kader.bladeren()]
    jaren = sorted(set.intersection(*(set(jaren) for jaren in per_gebied))) if per_gebied else []
    return {naam: tuple(_opgeteld(naam, jaar, [g[jaar] for g in per_gebied]) for jaar in jaren)}


def _opgeteld(regio: str, jaar: int, delen: list[Opbouw]) -> Opbouw:
    eerste = delen[0]
    groepen = []
    for groep in eerste.groepen:
        tellingen = [g for deel in delen for g in deel.groepen if g.groep == groep.groep]
        som, reden = _som([(g.aantal, g.reden) for g in tellingen], len(delen))
        groepen.append(
            replace(
                groep,
                regio=regio,
                aantal=som,
                reden=reden,
                status=BEREKEND,
                opmerking="Som van de gebieden.",
                plekken={},
            )
        )
    totaal, waarom = _som([(deel.totaal, deel.reden) for deel in delen], len(delen))
    return Opbouw(regio, jaar, totaal, tuple(groepen), reden=waarom)


def _som(delen: Sequence[tuple[float | None, Reden | None]], aantal: int) -> tuple[float | None, Reden | None]:
    """The sum of all parts; when one is missing None, and that it is secret before that it is not known."""
    bekend = [getal for getal, _ in delen if getal is not None]
    if len(bekend) == aantal:
        return sum(bekend), None
    return None, Reden.GEHEIM if any(reden is Reden.GEHEIM for _, reden in delen) else Reden.ONBEKEND


def gewichten(
    bevolking: Mapping[str, tuple[Opbouw, ...]], slugs: Iterable[str], indicator: Indicator, jaar: int
) -> dict[str, float] | None:
    """Per area the number of inhabitants that an indicator is about, of the counted year nearest to ``jaar``."""
    gewichten: dict[str, float] = {}
    for slug in slugs:
        tellingen = sorted(bevolking.get(slug, ()), key=lambda o: (abs(o.jaar - jaar), o.jaar))
        aantallen = {g.groep: g.aantal for g in tellingen[0].groepen} if tellingen else {}
        gewogen = [aantallen.get(groep) for groep in indicator.weging]
        bekend = [aantal for aantal in gewogen if aantal is not None]
        if not bekend or len(bekend) < len(gewogen):
            return None
        gewichten[slug] = sum(bekend)
    return gewichten
