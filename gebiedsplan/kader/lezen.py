"""kader.toml -> Kader, or everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan import toml
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.kader.model import Kader
from gebiedsplan.kader.samenhang import check

_CODES = toml.Codes(
    onleesbaar="kader-onleesbaar",
    sleutel_ontbreekt="kader-sleutel-ontbreekt",
    sleutel_onbekend="kader-sleutel-onbekend",
    waarde_verkeerd="kader-waarde-verkeerd",
)


def read(pad: Path, naam: str = "") -> Kader:
    """The Kader in the TOML file ``pad``; ``naam`` is what findings call the file (default: its own name).

    Raises GebiedsplanFout with all findings, in the order of their lines.
    """
    naam = naam or pad.name
    try:
        bestand = toml.read(pad, naam, _CODES)
    except FileNotFoundError:
        raise GebiedsplanFout([_ontbreekt(naam)]) from None
    kader, missers = toml.structure(bestand.data, Kader, _CODES)
    missers = (*missers, *check(bestand.data))
    if missers or kader is None:
        raise GebiedsplanFout(toml.bevindingen(missers, bestand))
    return kader


def _ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "kader-ontbreekt",
        Plek(naam),
        "Dit bestand is er niet. Zonder kader weet het programma niet welke gebieden er zijn.",
        "Controleer of u de goede map hebt gekozen. In de map met gebieden hoort een kader.toml te staan.",
    )
