"""The uitvoeringsagenda of one plan or of all: a workbook and a calendar file, in memory until both are there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.inlezen import Eigen, Lezer

_NAAM = "uitvoeringsagenda"


def van_gebied(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """The actions of one plan. Raises GebiedsplanFout when it can not."""
    lezer = Lezer(mappen.gebieden)
    gebied = lezer.gebied(slug)
    gekozen = jaar if jaar is not None else lezer.nieuwste_plan(gebied)
    if gekozen is None:
        raise GebiedsplanFout([_geen_werkmap(mappen.gebieden / slug)])
    eigen = lezer.lees_eigen(slug, gekozen)
    _zonder_fouten(lezer, [eigen])
    return _maak(lezer, gebied.naam, gekozen, eigen.werkmappen, mappen.uit / slug / f"{_NAAM}-{slug}-{gekozen}")


def van_alle(mappen: Mappen, jaar: int | None) -> Gemaakt:
    """The actions of all areas that have a plan for that year, by default the newest that any has.

    Raises GebiedsplanFout when it can not: with an area left out, this would look like all there is.
    """
    lezer = Lezer(mappen.gebieden)
    gebieden = lezer.kader.met_speerpunten()
    gekozen = jaar if jaar is not None else max(filter(None, map(lezer.nieuwste_plan, gebieden)), default=None)
    met_plan = [gebied for gebied in gebieden if gekozen in lezer.jaren(gebied)]
    if gekozen is None or not met_plan:
        raise GebiedsplanFout([_geen_werkmap(mappen.gebieden)])
    alle = [lezer.lees_eigen(gebied.slug, gekozen) for gebied in met_plan]
    _zonder_fouten(lezer, alle)
    # A gemeente with speerpunten of its own is read with its parts, which are read themselves too.
    data = {werkmap.slug: werkmap for eigen in alle for werkmap in eigen.werkmappen}.values()
    return _maak(lezer, lezer.kader.instellingen.samenwerking, gekozen, data, mappen.uit / f"{_NAAM}-{gekozen}")


def _maak(lezer: Lezer, over: str, jaar: int, werkmappen: Iterable[Gebiedsdata], pad: Path) -> Gemaakt:
    from gebiedsplan.agenda import kalender, model
    from gebiedsplan.agenda.werkboek import werkboek
    from gebiedsplan.werkmap.schrijven import write

    agenda = model.agenda(lezer.kader, over, jaar, werkmappen)
    bestanden = {
        pad.with_name(f"{pad.name}.xlsx"): write(werkboek(agenda)),
        pad.with_name(f"{pad.name}.ics"): kalender.schrijf(agenda),
    }
    write_all(bestanden)
    return Gemaakt(tuple(bestanden), model.onleesbaar(agenda))


def _zonder_fouten(lezer: Lezer, alle: Iterable[Eigen]) -> None:
    """Also no action may name what the plans hide."""
    gevonden = [
        fout for eigen in alle for fout in fouten((*eigen.bevindingen, *lezer.verraden(eigen.gebied, eigen.werkmappen)))
    ]
    if gevonden:
        raise GebiedsplanFout(dict.fromkeys(gevonden))


def _geen_werkmap(map_: Path) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(map_.as_posix()),
        "In deze map staat geen werkmap voor dat planjaar.",
        "Zet er een werkmap in met het planjaar als naam, zoals 2027.xlsx.",
    )
