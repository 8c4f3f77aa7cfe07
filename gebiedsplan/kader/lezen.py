"""kader.toml -> Kader, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.kader.bestand import lees_tekst, ontleed
from gebiedsplan.kader.misser import Misser, in_woorden
from gebiedsplan.kader.model import Kader
from gebiedsplan.kader.omzetten import structure
from gebiedsplan.kader.regels import regel_van, regelnummers
from gebiedsplan.kader.samenhang import check


def read(pad: Path, naam: str = "") -> Kader:
    """The Kader in the TOML file ``pad``; ``naam`` is what findings call the file (default: its own name).

    Raises GebiedsplanFout with all findings, in the order of their lines.
    """
    naam = naam or pad.name
    tekst = lees_tekst(pad, naam)
    data = ontleed(tekst, naam)
    kader, missers = structure(data)
    missers = (*missers, *check(data))
    if missers or kader is None:
        raise GebiedsplanFout(_bevindingen(missers, tekst, data, naam))
    return kader


def _bevindingen(missers: Iterable[Misser], tekst: str, data: Mapping[str, Any], naam: str) -> list[Bevinding]:
    regels = regelnummers(tekst)

    def bevinding(misser: Misser) -> Bevinding:
        plek = Plek(naam, regel=regel_van(misser.pad, regels), sleutel=in_woorden(misser.pad, data))
        zie = f" Zie regel {regel_van(misser.zie, regels)}." if misser.zie else ""
        return Bevinding(misser.code, plek, misser.tekst + zie, misser.hulp)

    return sorted(map(bevinding, missers), key=lambda b: (b.plek.regel, b.plek.sleutel, b.code))
