"""Can everyone read this Word document? Check any .docx, whoever made it, on the rules that a program can check.

Independent of ``writers``: what our own writer does wrong, it must be able to see.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.toets.lezen import lees
from gebiedsplan.toets.regels import REGELS_VOOR_WORD
from gebiedsplan.wordbestand import NIET_TE_LEZEN, lees_bestand, onleesbaar
from gebiedsplan.wordbestand.pakket import Onleesbaar

__all__ = ["NIET_GETOETST", "REGELS_VOOR_WORD", "check", "check_bestand"]

NIET_GETOETST = NIET_TE_LEZEN


def check(inhoud: bytes, bestand: str) -> tuple[Bevinding, ...]:
    """Every finding of every rule; one finding when ``inhoud`` cannot be read. ``bestand`` is its name in messages."""
    try:
        document = lees(inhoud, bestand)
    except Onleesbaar as fout:
        return (onleesbaar(fout, bestand),)
    return tuple(chain.from_iterable(regel(document) for regel in REGELS_VOOR_WORD))


def check_bestand(pad: Path) -> tuple[Bevinding, ...]:
    """Every finding about the file at ``pad``."""
    inhoud = lees_bestand(pad)
    return (inhoud,) if isinstance(inhoud, Bevinding) else check(inhoud, str(pad))
