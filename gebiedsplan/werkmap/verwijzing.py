"""Names as Excel formulas know them: of sheets, of ranges, of a whole column of cells."""

from __future__ import annotations

import re

from openpyxl.utils import get_column_letter, quote_sheetname

# Validation, colours and filters reach this far down; nobody types more rows than this.
LAATSTE_RIJ = 2000


def celnaam(kolom: int, rij: int) -> str:
    """The cell in column ``kolom`` (1: A): "C4"."""
    return f"{get_column_letter(kolom)}{rij}"


def kolombereik(blad: str, kolom: int, laatste: int = LAATSTE_RIJ) -> str:
    """The cells of a column below its header, on the sheet with this name: 'Risico''s'!$B$2:$B$2000."""
    letter = get_column_letter(kolom)
    return f"{quote_sheetname(blad)}!${letter}$2:${letter}${laatste}"


def gevuld_bereik(blad: str, kolom: int) -> str:
    """As ``kolombereik``, but only as many cells as are filled: a list without empty lines at its end."""
    alles = kolombereik(blad, kolom)
    eerste = alles.partition(":")[0]
    return f"OFFSET({eerste},0,0,MAX(1,COUNTA({alles})),1)"


def begin(blad: str) -> str:
    """The first cell of a sheet, to link to."""
    return f"{quote_sheetname(blad)}!A1"


def bereiknaam(woorden: str) -> str:
    """A name that Excel accepts for a range: "thema's" becomes Lijst_themas."""
    return "Lijst_" + re.sub(r"\W+", "_", woorden.replace("'", "").replace("’", ""))
