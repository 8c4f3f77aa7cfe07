"""Word files of anyone: open them within bounds (``pakket``), and read their XML without trusting it (``xml``)."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan.bevinding import Bevinding, Plek
from gebiedsplan.wordbestand.pakket import MEEST_BESTAND, Onleesbaar, te_groot

__all__ = ["NIET_TE_LEZEN", "lees_bestand", "onleesbaar"]

# The findings that say that a document could not be looked at at all.
NIET_TE_LEZEN = frozenset({"docx-ontbreekt", "docx-onleesbaar"})


def lees_bestand(pad: Path) -> bytes | Bevinding:
    """What is in the file at ``pad``, or why it cannot be read."""
    try:
        if pad.is_file() and pad.stat().st_size > MEEST_BESTAND:
            return onleesbaar(te_groot(), str(pad))
        return pad.read_bytes()
    except FileNotFoundError:
        hulp = "Kijk of de naam klopt. Typ die met de map erbij, zoals build/heiloo/gebiedsplan-heiloo-2027.docx."
        return Bevinding("docx-ontbreekt", Plek(str(pad)), "Dit bestand is er niet.", hulp)
    except OSError as fout:
        niet_open = Onleesbaar(
            f"Dit bestand kon niet worden geopend ({fout.strerror or 'onbekende oorzaak'}).",
            "Geef de naam van één Word-document. Staat het open in Word? Sluit het dan.",
        )
        return onleesbaar(niet_open, str(pad))


def onleesbaar(fout: Onleesbaar, bestand: str) -> Bevinding:
    """That a document cannot be read, with what was found and what to do."""
    return Bevinding("docx-onleesbaar", Plek(bestand), fout.tekst, fout.hulp)
