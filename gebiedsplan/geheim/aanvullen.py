"""Hide what gives a hidden number away: not with a total and the other parts, not through an age group."""

from __future__ import annotations

from typing import NamedTuple

from gebiedsplan.geheim.model import Sleutel
from gebiedsplan.geheim.verbanden import Puzzel


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

    verborgen = {sleutel for sleutel, cel in puzzel.cellen.items() if cel.geheim}
    wachtrij, onbeschermd = sorted(verborgen), set()
    for doel in wachtrij:
        ruimte = ruimte_van(puzzel.cellen[doel], bandbreedte)
        nieuw = erbij(puzzel, doel, ruimte, verborgen, ook_totalen=False)
        if nieuw is None:
            nieuw = erbij(puzzel, doel, ruimte, verborgen, ook_totalen=True)
        if nieuw is None:
            nieuw = _eromheen(puzzel, doel)
            onbeschermd.add(doel)
        erbij_gekomen = sorted(nieuw - verborgen)
        verborgen.update(erbij_gekomen)
        wachtrij.extend(erbij_gekomen)
    # What was hidden later may protect what could not be before.
    blijft = {d for d in onbeschermd if not _beschermd(puzzel, d, bandbreedte, verborgen)}
    return Aanvulling(frozenset(verborgen), frozenset(blijft))


def _beschermd(puzzel: Puzzel, doel: Sleutel, bandbreedte: float, verborgen: set[Sleutel]) -> bool:
    from gebiedsplan.geheim.oplosser import erbij, ruimte_van

    nodig = erbij(puzzel, doel, ruimte_van(puzzel.cellen[doel], bandbreedte), verborgen, ook_totalen=False)
    return nodig is not None and not nodig


def _eromheen(puzzel: Puzzel, doel: Sleutel) -> frozenset[Sleutel]:
    """Every number that adds up with this one and can be hidden."""
    samen = {s for v in puzzel.verbanden if doel in (v.geheel, *v.delen) for s in (v.geheel, *v.delen)}
    return frozenset(s for s in samen if puzzel.cellen[s].prijs is not None)
