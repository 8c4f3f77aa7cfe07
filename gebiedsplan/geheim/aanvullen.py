"""Hide what gives a hidden number away: not with a total and the other parts, not through an age group."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

from gebiedsplan.geheim.model import Sleutel
from gebiedsplan.geheim.verbanden import Grens, Puzzel, Verband


class Aanvulling(NamedTuple):
    """All that is hidden of a puzzle, and what of it even that does not protect enough."""

    verborgen: frozenset[Sleutel]
    onbeschermd: frozenset[Sleutel]


def aanvullen(puzzel: Puzzel, bandbreedte: float) -> Aanvulling:
    """Protect every hidden number of a puzzle, one after the other, each as cheaply as what is hidden by then allows.

    A number that is hidden for another is protected as well: else it would give the other away. What others may
    publish too is hidden only when nothing else helps; then all that adds up with the number is.
    """
    # HiGHS comes with numpy; without anything to hide neither is needed.
    from gebiedsplan.geheim.oplosser import erbij, ruimte_van

    def nodig(doel: Sleutel, kandidaten: frozenset[Sleutel], puzzel: Puzzel = puzzel) -> frozenset[Sleutel] | None:
        return erbij(puzzel, doel, ruimte_van(puzzel.cellen[doel], bandbreedte), verborgen, kandidaten)

    verborgen = {sleutel for sleutel, cel in puzzel.cellen.items() if cel.geheim}
    te_kiezen = frozenset(sleutel for sleutel, cel in puzzel.cellen.items() if cel.prijs is not None)
    liever = frozenset(sleutel for sleutel in te_kiezen if not puzzel.cellen[sleutel].totaal)
    zonder_elders = _zonder_elders(puzzel)
    wachtrij, onbeschermd = sorted(verborgen), set()
    for doel in wachtrij:
        pogingen = (nodig(doel, kandidaten) for kandidaten in (frozenset[Sleutel](), liever, te_kiezen))
        nieuw = next((gevonden for gevonden in pogingen if gevonden is not None), None)
        if nieuw is None:
            # Then at least from all that is ours.
            van_ons = nodig(doel, te_kiezen, zonder_elders) or frozenset()
            nieuw = van_ons | (_eromheen(puzzel, doel) & te_kiezen)
            onbeschermd.add(doel)
        erbij_gekomen = sorted(nieuw - verborgen)
        verborgen.update(erbij_gekomen)
        wachtrij.extend(erbij_gekomen)
    # What was hidden later may protect what could not be before.
    return Aanvulling(frozenset(verborgen), frozenset(d for d in onbeschermd if nodig(d, frozenset()) is None))


def _eromheen(puzzel: Puzzel, doel: Sleutel) -> frozenset[Sleutel]:
    """Every number that adds up with this one, or lies within it or around it."""
    alle: tuple[Verband | Grens, ...] = (*puzzel.verbanden, *puzzel.grenzen)
    return frozenset(s for v in alle if doel in v.samen for s in v.samen)


def _zonder_elders(puzzel: Puzzel) -> Puzzel:
    """The same for who knows nothing from elsewhere: a number that no workbook gives may be anything."""
    cellen = {
        s: cel._replace(omhoog=math.inf, vrij=True) if cel.prijs is None else cel for s, cel in puzzel.cellen.items()
    }
    return replace(puzzel, cellen=cellen)
