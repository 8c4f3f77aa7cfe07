"""How a workbook looks: one style for each role, and the sizes of text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

from gebiedsplan.werkmap.boek import Formaat, Rol

LETTER = "Arial"
GROOTTE = 11

# Text and background of each role; text on background is at least 7:1.
_KLEUREN: Mapping[Rol, tuple[str, str]] = MappingProxyType(
    {
        Rol.VERPLICHT: ("FFFFFF", "1F3A5F"),
        Rol.VRIJ: ("1A1A1A", "D5DEE8"),
        Rol.TER_INFO: ("4D4D4D", "F2F2F2"),
        Rol.INVULLEN: ("1A1A1A", "FFF0B3"),
        Rol.VOORSTEL: ("1A1A1A", "D6EAF8"),
        Rol.VOORBEELD: ("1A1A1A", "EBDDF5"),
    }
)

FORMATEN: Mapping[Formaat, str] = MappingProxyType(
    {
        Formaat.TEKST: "@",
        Formaat.GETAL: "General",
        Formaat.GEHEEL: "0",
        Formaat.BEDRAG: "#,##0",
        Formaat.DATUM: "d-m-yyyy",
    }
)

_LIJN = Side(style="thin", color="A6B1BD")
RAND = Border(bottom=_LIJN, right=_LIJN)
BOVENAAN = Alignment(vertical="top", wrap_text=True)
LINKSBOVEN = Alignment(horizontal="left", vertical="top", wrap_text=True)
KOP_UITLIJNING = Alignment(vertical="center", wrap_text=True)
OPEN = Protection(locked=False)
DICHT = Protection(locked=True)
GEWOON = Font(name=LETTER, size=GROOTTE)
TITEL = Font(name=LETTER, size=18, bold=True, color="1F3A5F")
KOP = Font(name=LETTER, size=13, bold=True, color="1F3A5F")
SLEUTELWOORD = Font(name=LETTER, size=GROOTTE, bold=True)
KOPPELING = Font(name=LETTER, size=GROOTTE, bold=True, underline="single", color="0B4F9E")


def letter(rol: Rol, vet: bool = False) -> Font:
    """The letter of a role; what is only there to be read leans."""
    return Font(name=LETTER, size=GROOTTE, bold=vet, italic=rol is Rol.TER_INFO, color=_KLEUREN[rol][0])


def vlak(rol: Rol) -> PatternFill:
    """The background of a role."""
    return PatternFill("solid", start_color=_KLEUREN[rol][1])


def als_waar(rol: Rol) -> DifferentialStyle:
    """What a cell gets where a formula is true. There Excel takes the second colour of a pattern, not the first."""
    tekst, achtergrond = _KLEUREN[rol]
    return DifferentialStyle(
        font=Font(color=tekst, italic=rol is Rol.VOORBEELD or None), fill=PatternFill(bgColor=achtergrond)
    )


def leesbaar(tekst: str) -> str:
    """``tekst`` without characters that no workbook can hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", tekst).replace("\r\n", "\n")


def zet_woorden(cel: Any, tekst: str) -> None:
    """Words as words: never a formula, whatever they begin with, also after a person edits them in Excel."""
    cel.value = leesbaar(tekst) or None
    if cel.value is not None:
        cel.data_type = "s"
        cel.quotePrefix = lijkt_formule(tekst)


def lijkt_formule(tekst: str) -> bool:
    """Whether Excel would take words for a formula once a person edits them."""
    return tekst.startswith(("=", "+", "-", "@"))
