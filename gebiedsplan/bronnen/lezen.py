"""bronnen.toml -> Bronnen, or everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan import toml
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.bronnen.model import Bronnen
from gebiedsplan.bronnen.samenhang import check
from gebiedsplan.kader.model import Kader

BESTANDSNAAM = "bronnen.toml"

_CODES = toml.Codes(
    onleesbaar="bronnen-onleesbaar",
    sleutel_ontbreekt="bronnen-sleutel-ontbreekt",
    sleutel_onbekend="bronnen-sleutel-onbekend",
    waarde_verkeerd="bronnen-waarde-verkeerd",
)


def read(pad: Path, kader: Kader, naam: str = "") -> Bronnen:
    """The Bronnen in the TOML file ``pad``; ``naam`` is what findings call the file (default: its own name).

    Raises GebiedsplanFout with all findings, in the order of their lines.
    """
    naam = naam or pad.name
    try:
        bestand = toml.read(pad, naam, _CODES)
    except FileNotFoundError:
        raise GebiedsplanFout([_ontbreekt(naam)]) from None
    bronnen, missers = toml.structure(bestand.data, Bronnen, _CODES)
    missers = (*missers, *check(bestand.data, kader))
    if missers or bronnen is None:
        raise GebiedsplanFout(toml.bevindingen(missers, bestand))
    return bronnen


def _ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "bronnen-ontbreekt",
        Plek(naam),
        "Dit bestand is er niet. Zonder dit bestand weet het programma niet welke kolom welk cijfer is.",
        "Zet bronnen.toml in de map met gebieden, bijvoorbeeld uit de voorbeeldmap van het programma.",
    )
