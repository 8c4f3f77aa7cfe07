"""Workbooks that the program makes, all in memory."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Gebied
from gebiedsplan.nieuw import werkboek
from gebiedsplan.werkmap.schrijven import write

# A new workbook may lie this many years after the newest that is there: further is a slip of the hand.
_VERSTE = 5


def nieuwe(lezer: Lezer, slug: str, jaar: int | None) -> tuple[dict[Path, bytes], tuple[Bevinding, ...]]:
    """A new workbook for ``slug``, and what of last year could not be taken over.

    Raises GebiedsplanFout for an area that is not known, a year that makes no sense or a workbook that is there.
    """
    gebied = lezer.gebied(slug)
    planjaar = _planjaar(lezer, slug, jaar)
    pad = lezer.pad(gebied, planjaar)
    if pad.exists():
        raise GebiedsplanFout([_bestaat(pad)], exit_code=2)
    gemaakt = werkboek(lezer.kader, gebied, planjaar, lezer.werkmap(gebied, planjaar - 1))
    delen = (deel for deel in lezer.kader.delen(gebied) if deel != gebied and planjaar not in lezer.jaren(deel))
    bevindingen = (*gemaakt.bevindingen, *(_deel_ontbreekt(lezer, deel, planjaar) for deel in delen))
    return {pad: write(gemaakt.boek)}, bevindingen


def _planjaar(lezer: Lezer, slug: str, jaar: int | None) -> int:
    eigen = lezer.jaren(lezer.gebied(slug))
    nieuwste = max((j for gebied in lezer.kader.gebieden for j in lezer.jaren(gebied)), default=None)
    if jaar is None:
        if not eigen:
            raise GebiedsplanFout([_geen_jaar(slug)], exit_code=2)
        return eigen[-1] + 1
    oudste = lezer.kader.instellingen.oudste_jaar
    laatste = nieuwste + _VERSTE if nieuwste else None
    if jaar < oudste or (laatste and jaar > laatste):
        raise GebiedsplanFout([_onlogisch(slug, jaar, oudste, laatste)], exit_code=2)
    return jaar


def _bestaat(pad: Path) -> Bevinding:
    return Bevinding(
        "werkmap-bestaat",
        Plek(pad.as_posix()),
        "Deze werkmap is er al. Het programma gooit niets weg.",
        "Werk verder in deze werkmap. Wilt u opnieuw beginnen? Geef het bestand eerst een andere naam.",
    )


def _deel_ontbreekt(lezer: Lezer, deel: Gebied, jaar: int) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(lezer.pad(deel, jaar).as_posix()),
        "Dit deel heeft nog geen werkmap voor dit jaar. Het plan heeft die wel nodig.",
        f"Maak die ook: make nieuw GEBIED={deel.slug} JAAR={jaar}.",
        Ernst.LET_OP,
    )


def _onlogisch(slug: str, jaar: int, oudste: int, laatste: int | None) -> Bevinding:
    tot = f" tot en met {laatste}" if laatste else ""
    return Bevinding(
        "planjaar-onlogisch",
        Plek(slug),
        f"Het planjaar {jaar} past niet bij de andere werkmappen.",
        f"Kies een jaar vanaf {oudste}{tot}. Is het jaar goed getypt?",
    )


def _geen_jaar(slug: str) -> Bevinding:
    return Bevinding(
        "planjaar-onlogisch",
        Plek(slug),
        "Dit gebied heeft nog geen werkmap, en u noemde geen jaar.",
        "Noem het planjaar, met JAAR=2028 of --jaar 2028.",
    )
