"""Can everyone read this Word document? Check any .docx, whoever made it, on the rules that a program can check.

Independent of ``writers``: what our own writer does wrong, it must be able to see.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, Plek
from gebiedsplan.toets.lezen import lees
from gebiedsplan.toets.pakket import MEEST_BESTAND, Onleesbaar, te_groot
from gebiedsplan.toets.regels import REGELS_VOOR_WORD

__all__ = ["NIET_GETOETST", "REGELS_VOOR_WORD", "check", "check_bestand"]

# The findings that say that a document could not be looked at at all.
NIET_GETOETST = frozenset({"docx-ontbreekt", "docx-onleesbaar"})


def check(inhoud: bytes, bestand: str) -> tuple[Bevinding, ...]:
    """Every finding of every rule; one finding when ``inhoud`` cannot be read. ``bestand`` is its name in messages."""
    try:
        document = lees(inhoud, bestand)
    except Onleesbaar as fout:
        return (_onleesbaar(fout, bestand),)
    return tuple(chain.from_iterable(regel(document) for regel in REGELS_VOOR_WORD))


def check_bestand(pad: Path) -> tuple[Bevinding, ...]:
    """Every finding about the file at ``pad``."""
    try:
        if pad.is_file() and pad.stat().st_size > MEEST_BESTAND:
            return (_onleesbaar(te_groot(), str(pad)),)
        return check(pad.read_bytes(), str(pad))
    except FileNotFoundError:
        hulp = "Kijk of de naam klopt. Typ die met de map erbij, zoals build/heiloo/gebiedsplan-heiloo-2027.docx."
        return (Bevinding("docx-ontbreekt", Plek(str(pad)), "Dit bestand is er niet.", hulp),)
    except OSError as fout:
        niet_open = Onleesbaar(
            f"Dit bestand kon niet worden geopend ({fout.strerror or 'onbekende oorzaak'}).",
            "Geef de naam van één Word-document. Staat het open in Word? Sluit het dan.",
        )
        return (_onleesbaar(niet_open, str(pad)),)


def _onleesbaar(fout: Onleesbaar, bestand: str) -> Bevinding:
    return Bevinding("docx-onleesbaar", Plek(bestand), fout.tekst, fout.hulp)
