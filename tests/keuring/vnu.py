"""Web pages judged by the Nu Html Checker of the W3C."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote, urlparse

from keuring.model import Keurmeester, Oordelen
from keuring.npm import bestand, programma, versie

# Java is gone again before it could earn back what it does to become faster: then a page costs three times as much.
# What is compiled in haste needs more room for what calls itself.
_KORT = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")


def keur(paden: Sequence[Path]) -> Oordelen:
    """Every error in the pages; one start of Java for all."""
    vnu = bestand("vnu-jar/build/dist/vnu.jar")
    opdracht = [programma("java"), *_KORT, "-jar", str(vnu), "--errors-only", "--format", "json"]
    opdracht += [str(pad.resolve()) for pad in paden]
    gedraaid = subprocess.run(opdracht, capture_output=True, text=True, timeout=300, check=False)
    oordelen: dict[Path, list[str]] = {pad: [] for pad in paden}
    op_plek = {pad.resolve(): pad for pad in paden}
    for melding in json.loads(gedraaid.stderr)["messages"]:
        pad = op_plek[Path(unquote(urlparse(melding["url"]).path))]
        oordelen[pad].append(f"regel {melding['lastLine']}: {melding['message']}")
    return oordelen


VNU = Keurmeester(
    "Nu Html Checker (vnu)", (".html",), "de grammatica van HTML en ARIA", lambda: versie("vnu-jar"), keur
)
