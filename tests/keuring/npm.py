"""Tools from npm, as they stand in ``tests/gereedschap``."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from keuring.model import PAKKETTEN, OntbreektFout


def bestand(naam: str) -> Path:
    """A file of a package, as "axe-core/axe.min.js"."""
    pad = PAKKETTEN / naam
    if not pad.is_file():
        raise OntbreektFout(f"{naam} (typ: npm ci --ignore-scripts --prefix tests/gereedschap)")
    return pad


def versie(pakket: str) -> str:
    """The version of a package."""
    return str(json.loads(bestand(f"{pakket}/package.json").read_text("utf-8"))["version"])


def programma(naam: str) -> str:
    """Where a program is."""
    pad = shutil.which(naam)
    if pad is None:
        raise OntbreektFout(naam)
    return pad
