"""Put files in place: all of them, or none. The only module that writes to disk."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek


def write_all(bestanden: Mapping[Path, bytes]) -> None:
    """Write every file: first each beside its target, then, when all are there, moved into it.

    Raises GebiedsplanFout schrijven-mislukt; what was there before is then still there.
    """
    klaar: dict[Path, Path] = {}
    try:
        for doel, inhoud in bestanden.items():
            doel.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=doel.parent, prefix=".", suffix=".deel", delete=False) as deel:
                klaar[doel] = Path(deel.name)
                deel.write(inhoud)
        for doel, tijdelijk in klaar.items():
            tijdelijk.chmod(0o666 & ~_umask())
            tijdelijk.replace(doel)
    except OSError as fout:
        raise GebiedsplanFout([_schrijven_mislukt(fout)], exit_code=2) from fout
    finally:
        for tijdelijk in klaar.values():
            tijdelijk.unlink(missing_ok=True)


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def _schrijven_mislukt(fout: OSError) -> Bevinding:
    bestand = str(fout.filename2 or fout.filename or "de map voor de uitvoer")
    return Bevinding(
        "schrijven-mislukt",
        Plek(bestand),
        f"Dit bestand kon niet worden geschreven ({fout.strerror or 'onbekende oorzaak'}).",
        "Staat het open in Word? Sluit het dan. Kijk ook of u in de map mag schrijven en of de schijf niet vol is.",
    )
