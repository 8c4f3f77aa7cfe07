"""Which words have a plainer one: the list that comes with the program, and what a samenwerking adds to it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gebiedsplan import toml
from gebiedsplan.bevinding import GebiedsplanFout

BESTANDSNAAM = "woordenlijst.toml"
_MEEGELEVERD = Path(__file__).parent / BESTANDSNAAM
_CODES = toml.Codes(
    onleesbaar="woordenlijst-onleesbaar",
    sleutel_ontbreekt="woordenlijst-sleutel-ontbreekt",
    sleutel_onbekend="woordenlijst-sleutel-onbekend",
    waarde_verkeerd="woordenlijst-waarde-verkeerd",
)


@dataclass(frozen=True, slots=True)
class Vervanging:
    """Words, or groups of words, and what says the same more plainly. "faciliteer*" is every word that begins so."""

    woorden: tuple[str, ...]
    beter: str


@dataclass(frozen=True, slots=True)
class Woordenlijst:
    """Jargon and abbreviations with what to write, and words that need no remark (``gewoon``)."""

    jargon: tuple[Vervanging, ...] = ()
    afkortingen: tuple[Vervanging, ...] = ()
    gewoon: tuple[str, ...] = ()


def read(pad: Path, naam: str = "") -> Woordenlijst:
    """The list of the program with that of ``pad`` in front, where there is one; what that calls plain, is plain.

    Raises GebiedsplanFout with all findings about the file, in the order of their lines.
    """
    basis = _meegeleverd()
    eigen = _lees(pad, naam or pad.name)
    if eigen is None:
        return basis
    return Woordenlijst(
        jargon=(*eigen.jargon, *basis.jargon),
        afkortingen=(*eigen.afkortingen, *basis.afkortingen),
        gewoon=(*eigen.gewoon, *basis.gewoon),
    )


@cache
def _meegeleverd() -> Woordenlijst:
    lijst = _lees(_MEEGELEVERD, BESTANDSNAAM)
    if lijst is None:
        raise FileNotFoundError(_MEEGELEVERD)
    return lijst


def _lees(pad: Path, naam: str) -> Woordenlijst | None:
    """The list in a file; None when there is no file."""
    try:
        bestand = toml.read(pad, naam, _CODES)
    except FileNotFoundError:
        return None
    lijst, missers = toml.structure(bestand.data, Woordenlijst, _CODES)
    if missers or lijst is None:
        raise GebiedsplanFout(toml.bevindingen(missers, bestand))
    return lijst


@cache
def patroon(vervanging: Vervanging) -> re.Pattern[str]:
    """What finds the words of ``vervanging`` in a sentence, whatever their capitals."""
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(_letterlijk, vervanging.woorden))})(?!\w)", re.IGNORECASE)


def _letterlijk(woord: str) -> str:
    stam = r"\s+".join(map(re.escape, woord.removesuffix("*").split()))
    return rf"{stam}\w*" if woord.endswith("*") else stam


def op_lengte(vervangingen: Iterable[Vervanging]) -> list[Vervanging]:
    """Those with more words first, so that a group of words goes before one of them."""
    return sorted(vervangingen, key=lambda v: -max(len(woord.split()) for woord in v.woorden))
