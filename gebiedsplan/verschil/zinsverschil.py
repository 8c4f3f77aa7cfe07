"""Which sentences of a text came and which went."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import SequenceMatcher

from gebiedsplan.taal import zinnen
from gebiedsplan.verschil.model import Teksten, Tekstverschil

ANDERE_VOLGORDE = "De zinnen staan in een andere volgorde."


def verschil(naam: str, oud: str, nieuw: str) -> Tekstverschil | None:
    """What came and went between two texts; None when they say the same."""
    was, is_nu = zinnen(oud), zinnen(nieuw)
    if was == is_nu:
        return None
    weg: list[str] = []
    erbij: list[str] = []
    for soort, i1, i2, j1, j2 in SequenceMatcher(None, was, is_nu, autojunk=False).get_opcodes():
        if soort != "equal":
            weg += was[i1:i2]
            erbij += is_nu[j1:j2]
    # A sentence that only moved did not come or go.
    echt_weg = tuple(zin for zin in weg if zin not in erbij)
    echt_erbij = tuple(zin for zin in erbij if zin not in weg) or (() if echt_weg else (ANDERE_VOLGORDE,))
    return Tekstverschil(naam, echt_weg, echt_erbij, bool(was), bool(is_nu))


def vergelijk(oud: Mapping[str, str], nieuw: Mapping[str, str]) -> Teksten:
    """Texts by their name: those that differ, in the order of the new workbook and then of the old."""
    namen = tuple(dict.fromkeys((*nieuw, *oud)))
    uitkomst = [verschil(naam, oud.get(naam, ""), nieuw.get(naam, "")) for naam in namen]
    anders = tuple(u for u in uitkomst if u)
    return Teksten(anders, sum(bool(oud.get(naam)) for naam in namen) - sum(u.oud for u in anders))
