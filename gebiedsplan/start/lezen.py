"""Answers, from a file or from options, to what follows from them; or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gebiedsplan import toml
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.start.model import Antwoorden
from gebiedsplan.start.samenhang import check

_CODES = toml.Codes(
    onleesbaar="antwoorden-onleesbaar",
    sleutel_ontbreekt="antwoord-ontbreekt",
    sleutel_onbekend="antwoord-onbekend",
    waarde_verkeerd="antwoord-verkeerd",
)
# What answers are called that are in no file.
_GEGEVEN = "uw antwoorden"


def read(pad: Path) -> Antwoorden:
    """The answers in a TOML file. Raises GebiedsplanFout with all findings, in the order of their lines."""
    try:
        return _lees(toml.read(pad, pad.as_posix(), _CODES))
    except FileNotFoundError:
        raise GebiedsplanFout([_ontbreekt(pad)], exit_code=2) from None


def uit(data: Mapping[str, Any]) -> Antwoorden:
    """The answers in a table of the same keys as such a file. Raises GebiedsplanFout with all findings."""
    return _lees(toml.Bestand(_GEGEVEN, "", data))


def _lees(bestand: toml.Bestand) -> Antwoorden:
    antwoorden, missers = toml.structure(bestand.data, Antwoorden, _CODES)
    missers = (*missers, *check(bestand.data))
    if missers or antwoorden is None:
        raise GebiedsplanFout(toml.bevindingen(missers, bestand), exit_code=2)
    return antwoorden


def _ontbreekt(pad: Path) -> Bevinding:
    return Bevinding(
        "antwoorden-onleesbaar",
        Plek(pad.as_posix()),
        "Dit bestand is er niet.",
        "Kijk of de naam klopt. Zonder bestand stelt het programma de vragen op het scherm.",
    )
