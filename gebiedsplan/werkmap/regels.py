"""What may be typed in a cell, and which colour it gets: rules that Excel itself keeps."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gebiedsplan.werkmap import opmaak
from gebiedsplan.werkmap.boek import Invoer, Tabelblad, Tussen, UitLijst, Voorwaarde
from gebiedsplan.werkmap.verwijzing import LAATSTE_RIJ, celnaam

# The most that Excel shows of each.
_TITEL, _UITLEG, _FOUT = 32, 255, 225
# Excel counts days from here.
_DAG_NUL = dt.date(1899, 12, 30)
# Where a rule names a column, or its own cell.
_PLAATS = re.compile(r"\{([^{}]+)\}")


def zet_invoer(vel: Worksheet, blad: Tabelblad) -> None:
    """Give every column its rule, from below the header down, and single cells theirs."""
    for nummer, kolom in enumerate(blad.kolommen, start=1):
        if kolom.invoer:
            _zet(vel, kolom.invoer, f"{celnaam(nummer, 2)}:{celnaam(nummer, LAATSTE_RIJ)}", celnaam(nummer, 2))
    nummers = {kolom.naam: nummer for nummer, kolom in enumerate(blad.kolommen, start=1)}
    for (rij, naam), invoer in (blad.invoer or {}).items():
        cel = celnaam(nummers[naam], rij + 2)
        _zet(vel, invoer, cel, cel)


def zet_markeringen(vel: Worksheet, blad: Tabelblad) -> None:
    """Colour cells for as long as something is true of them; the first colour that fits counts."""
    nummers = {kolom.naam: nummer for nummer, kolom in enumerate(blad.kolommen, start=1)}
    in_rij = {naam: f"${get_column_letter(nummer)}2" for naam, nummer in nummers.items()}
    for markering in blad.markeringen:
        for naam in markering.kolommen or tuple(nummers):
            eerste = celnaam(nummers[naam], 2)
            formule = _ingevuld(markering.formule, {**in_rij, "cel": eerste})
            regel = Rule(type="expression", formula=[formule], dxf=opmaak.als_waar(markering.rol), stopIfTrue=True)
            vel.conditional_formatting.add(f"{eerste}:{celnaam(nummers[naam], LAATSTE_RIJ)}", regel)


def _ingevuld(formule: str, plaatsen: Mapping[str, str]) -> str:
    """The rule with cells in its places. Not by ``str.format``: a column may be called "2027"."""
    return _PLAATS.sub(lambda plaats: plaatsen[plaats[1]], formule)


def _zet(vel: Worksheet, invoer: Invoer, bereik: str, eerste: str) -> None:
    controle = DataValidation(
        **_regel(invoer.regel, eerste),
        allow_blank=True,
        errorStyle="stop" if invoer.streng else "warning",
        showErrorMessage=True,
        errorTitle=invoer.titel[:_TITEL],
        error=invoer.fout[:_FOUT],
        showInputMessage=bool(invoer.uitleg),
        promptTitle=invoer.titel[:_TITEL] if invoer.uitleg else None,
        prompt=invoer.uitleg[:_UITLEG] or None,
    )
    controle.add(bereik)
    vel.add_data_validation(controle)


def _regel(regel: UitLijst | Tussen | Voorwaarde, eerste: str) -> dict[str, Any]:
    match regel:
        case UitLijst(naam):
            return {"type": "list", "formula1": naam}
        case Voorwaarde(formule):
            return {"type": "custom", "formula1": formule.format(cel=eerste)}
        case Tussen(van, tot, geheel):
            soort = "date" if isinstance(van, dt.date) else "whole" if geheel else "decimal"
            return {"type": soort, "operator": "between", "formula1": _getal(van), "formula2": _getal(tot)}


def _getal(grens: float | dt.date) -> str:
    return f"{(grens - _DAG_NUL).days if isinstance(grens, dt.date) else grens:.10g}"
