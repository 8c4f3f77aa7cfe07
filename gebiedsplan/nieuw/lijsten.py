"""The choices of the kader as ranges of the workbook: longer lists than Excel keeps in a cell."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest

from gebiedsplan.gebied.bladen import TEKENS
from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van
from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.werkmap.boek import Kolomkop, Rol, Tabelblad
from gebiedsplan.werkmap.verwijzing import bereiknaam, gevuld_bereik, kolombereik

BLAD = "Lijsten"
TEKENLIJST = "tekens"
# The codes of the workbook itself, as far as they are filled in.
CODES = "Speerpuntcodes"


def woorden(kader: Kader, gebied: Gebied) -> Mapping[str, tuple[str, ...]]:
    """The words of every list, by the name that columns call it by."""
    lijsten = {naam: lijst.namen for naam, lijst in keuzelijsten(kader, regios_van(gebied)).items()}
    return {**lijsten, **tekens()}


def tekens() -> Mapping[str, tuple[str, ...]]:
    """The list of what may stand in the place of a figure."""
    return {TEKENLIJST: tuple(TEKENS)}


def blad(lijsten: Mapping[str, tuple[str, ...]]) -> Tabelblad:
    """The sheet with all lists, one a column."""
    koppen = tuple(
        Kolomkop(naam, Rol.TER_INFO, min(60, max(16, *(len(woord) + 2 for woord in (naam, *lijst)))))
        for naam, lijst in lijsten.items()
    )
    return Tabelblad(BLAD, koppen, tuple(zip_longest(*lijsten.values())), gesloten=True)


def namen(lijsten: Mapping[str, tuple[str, ...]], specs: tuple[BladSpec, ...]) -> Mapping[str, str]:
    """The ranges by name. The codes are those of the sheet Speerpunten, where the workbook has one."""
    bereiken = {
        bereiknaam(naam): kolombereik(BLAD, nummer, laatste=max(2, len(lijst) + 1))
        for nummer, (naam, lijst) in enumerate(lijsten.items(), start=1)
    }
    for spec in specs:
        if spec.naam == "Speerpunten":
            kolom = [kolom.naam for kolom in spec.kolommen].index("Code") + 1
            bereiken[CODES] = gevuld_bereik(spec.naam, kolom)
    return bereiken
