"""Put values into cells of a workbook and leave every other byte of it as it is.

A library that reads a workbook and writes it again keeps only what it knows: charts, pictures and the size of notes
would be gone. Here the package stays a package, and in the XML of a sheet only the cells that change are replaced.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.invullen.blad import Bladxml, Inhoud
from gebiedsplan.invullen.nieuwblad import Kolom
from gebiedsplan.invullen.nieuwblad import voeg_toe as _voeg_blad_toe
from gebiedsplan.invullen.pakket import Pakket
from gebiedsplan.pakket import aanvullen

__all__ = ["Celwaarde", "Inhoud", "Kolom", "formulecellen", "heeft_formules", "voeg_blad_toe", "vul_in"]

_MISLUKT = (ExpatError, ParseError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, StopIteration)


@dataclass(frozen=True, slots=True)
class Celwaarde:
    """What a cell ("D12") of a sheet has to hold; None empties it."""

    blad: str
    cel: str
    waarde: Inhoud


def voeg_blad_toe(inhoud: bytes, naam: str, kolommen: Sequence[Kolom], bestand: str) -> bytes:
    """The workbook with a sheet behind the others that has only a header.

    Raises GebiedsplanFout invullen-mislukt when that cannot be done without harm.
    """
    try:
        pakket = aanvullen.Pakket(inhoud)
        _voeg_blad_toe(pakket, naam, kolommen)
        return pakket.bytes()
    except _MISLUKT as fout:
        raise GebiedsplanFout([_mislukt(bestand, fout)]) from fout


def vul_in(
    inhoud: bytes, waarden: Iterable[Celwaarde], bestand: str, hoogtes: Mapping[tuple[str, int], float] | None = None
) -> bytes:
    """The workbook with ``waarden`` in it. A row that is not there yet looks like the row above it.

    ``hoogtes``: how high new rows are, in points, by sheet and number; a person may still change that.
    Raises GebiedsplanFout invullen-mislukt when a cell cannot be changed without harm.
    """
    try:
        pakket = Pakket(inhoud)
        for blad, cellen in _per_blad(waarden).items():
            deel = pakket.blad(blad)
            xml = Bladxml(pakket.delen[deel], pakket.procentstijlen())
            hier = {rij: hoogte for (naam, rij), hoogte in (hoogtes or {}).items() if naam == blad}
            nieuw, groei = xml.met(cellen, hier)
            pakket.delen[deel] = nieuw
            pakket.laat_groeien(deel, groei)
        if pakket.heeft_formules():
            pakket.reken_opnieuw()
        return pakket.bytes()
    except _MISLUKT as fout:
        raise GebiedsplanFout([_mislukt(bestand, fout)]) from fout


def formulecellen(inhoud: bytes, bestand: str, bladen: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The cells with a formula on the sheets of these names that are there, as (sheet, cell)."""
    try:
        pakket = Pakket(inhoud)
        return frozenset((blad, cel) for blad in bladen for cel in Bladxml(pakket.delen[pakket.blad(blad)]).formules())
    except _MISLUKT as fout:
        raise GebiedsplanFout([_mislukt(bestand, fout)]) from fout


def heeft_formules(inhoud: bytes) -> bool:
    """Whether any sheet of the workbook holds a formula."""
    return Pakket(inhoud).heeft_formules()


def _per_blad(waarden: Iterable[Celwaarde]) -> Mapping[str, Mapping[str, Inhoud]]:
    per_blad: dict[str, dict[str, Inhoud]] = {}
    for waarde in waarden:
        per_blad.setdefault(waarde.blad, {})[waarde.cel] = waarde.waarde
    return per_blad


def _mislukt(bestand: str, fout: Exception) -> Bevinding:
    return Bevinding(
        "invullen-mislukt",
        Plek(bestand),
        f"Deze werkmap laat zich niet aanpassen zonder iets kwijt te raken ({fout}).",
        "Open de werkmap in Excel of LibreOffice, sla haar op en probeer het opnieuw. Of vul de cijfers zelf in.",
    )
