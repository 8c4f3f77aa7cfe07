"""Read what a comparison of all areas needs: the plans of one year, and the figures of all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.geheim.model import Patroon
from gebiedsplan.inlezen import Ingelezen, Lezer
from gebiedsplan.kader.model import Gebied, Kader

_GENOEG = 2
_FOUT = "in de werkmap staat een fout"
_GEEN_WERKMAP = "er is geen werkmap"
_IN_VOORBEREIDING = "de werkmap is nog in voorbereiding"


@dataclass(frozen=True, slots=True)
class Samen:
    """Everything read for the comparison of a year.

    ``data`` are the workbooks that count, by slug; ``redenen`` says of the other areas why theirs does not. The
    figures are those that every plan of this year is compared with.
    """

    kader: Kader
    jaar: int
    data: Mapping[str, Gebiedsdata]
    redenen: Mapping[str, str]
    cijfers: Mapping[str, Cijferbladen]
    referentie: Cijferbladen
    patroon: Patroon
    bevindingen: tuple[Bevinding, ...]


def lees(lezer: Lezer, jaar: int | None) -> Samen | None:
    """Read the plans of ``jaar``, by default the newest year there is a plan of; None with too few to compare.

    An area without a workbook of that year takes part with its newest, as in the plans. What is wrong with the
    workbook of an area stops no other: then there are only its figures, as far as they can be read.
    """
    gebieden = lezer.kader.bladeren()
    gekozen = jaar if jaar is not None else max(filter(None, map(lezer.nieuwste_plan, gebieden)), default=None)
    lezingen = {gebied: _lezing(lezer, gebied, gekozen) for gebied in gebieden}
    gelezen = {gebied: lezing for gebied, lezing in lezingen.items() if isinstance(lezing, Ingelezen)}
    van_dit_jaar = next((lezing for lezing in gelezen.values() if lezing.jaar == gekozen), None)
    data = {gebied.slug: lezing.eigen for gebied, lezing in gelezen.items()}
    if gekozen is None or van_dit_jaar is None or len(data) < _GENOEG:
        return None
    redenen = {gebied: lezing for gebied, lezing in lezingen.items() if isinstance(lezing, str)}
    return Samen(
        kader=lezer.kader,
        jaar=gekozen,
        data=data,
        redenen={gebied.slug: reden for gebied, reden in redenen.items()},
        cijfers=van_dit_jaar.cijfers,
        referentie=van_dit_jaar.referentie,
        patroon=van_dit_jaar.patroon,
        bevindingen=tuple(_zonder_plan(gebied, reden) for gebied, reden in redenen.items()),
    )


def _lezing(lezer: Lezer, gebied: Gebied, jaar: int | None) -> Ingelezen | str:
    """The plan of an area for a year or its newest, or why there is none."""
    jaren = lezer.jaren(gebied)
    if not jaren:
        return _GEEN_WERKMAP
    try:
        gelezen = lezer.lees(gebied.slug, jaar if jaar in jaren else jaren[-1])
    except GebiedsplanFout:
        return _FOUT
    if gelezen.nog_geen_plan():
        return _IN_VOORBEREIDING
    return _FOUT if fouten(gelezen.bevindingen) else gelezen


def _zonder_plan(gebied: Gebied, reden: str) -> Bevinding:
    return Bevinding(
        "vergelijking-zonder-gebied",
        Plek(gebied.slug),
        f"Waar {gebied.naam} aan werkt, staat niet in de vergelijking: {reden}.",
        f"Typ make controleer GEBIED={gebied.slug} om te zien wat er nog moet.",
        Ernst.LET_OP,
    )
