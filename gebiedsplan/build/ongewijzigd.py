"""Whether a build of all areas has anything to do. Loads nothing heavy, for when it has not."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan.build import afdruk, stand
from gebiedsplan.build.model import Gemaakt, Mappen, Opties

_PLAN = "gebiedsplan-"
_VERGELIJKING = "vergelijking-"


def alles(mappen: Mappen, jaar: int | None, opties: Opties) -> tuple[tuple[str, Gemaakt], ...] | None:
    """Every area, and the comparison, with what was made of it, when a build now would make just the same; else None.

    Looks at bytes alone, so that nothing needs to be loaded to see it.
    """
    uit = mappen.uit
    was = stand.lees(uit, naam(jaar))
    if was is None or not was.is_er_nog(uit) or was.afdruk != van_alles(mappen, jaar, opties):
        return None
    gemaakt: list[tuple[str, Gemaakt]] = []
    for plaats in was.bestanden:
        product = Path(plaats).stem
        if product.startswith((_PLAN, _VERGELIJKING)):
            was_gemaakt = stand.lees(uit, product)
            if was_gemaakt is None or not was_gemaakt.is_er_nog(uit):
                return None
            slug = product.removeprefix(_PLAN).rpartition("-")[0]
            gemaakt.append((slug, Gemaakt(was_gemaakt.documenten(uit), was_gemaakt.bevindingen)))
    return tuple(gemaakt)


def naam(jaar: int | None) -> str:
    """What a build of all areas is remembered by."""
    return f"alles-{jaar}" if jaar else "alles"


def van_alles(mappen: Mappen, jaar: int | None, opties: Opties) -> str:
    """The fingerprint of all that a build of all areas is made of."""
    plekken = (mappen.gebieden, *mappen.sjablonen)
    return afdruk.van(
        afdruk.programma(), afdruk.van_opties(opties), jaar, [(p.as_posix(), afdruk.van_map(p)) for p in plekken]
    )
