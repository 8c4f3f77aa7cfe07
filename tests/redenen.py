"""A folder in which figures of one area are missing, each for another reason."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

GEBIED, NAAM, JAAR = "egmond", "Egmond", 2027
TELJAAR = 2022
# What stands in the workbook, and the word that says so everywhere else.
TEKENS: Mapping[str, tuple[str | None, str]] = {
    "Heeft betaald werk": (".", "onbekend"),
    "Heeft een hbo- of wo-opleiding": ("x", "geheim"),
    "Heeft een laag inkomen (laagste 40%)": ("-", "nihil"),
    "Heeft moeite met rondkomen": ("n.v.t.", "niet van toepassing"),
    "Ervaart goede gezondheid": ("later", "verschijnt later"),
    "Beperkt door gezondheid": ("vervallen", "niet meer gepubliceerd"),
    "Hoog risico op angst of depressie": (None, "niet gemeten"),
}
LEEFTIJDEN: Mapping[str, tuple[str, str, str]] = {
    "0-15": ("x", "geheim", "jonger dan 15 jaar"),
    "65+": (".", "onbekend", "65 jaar of ouder"),
}
# One figure is known before and after a year in which it is not.
GAT = ("Voelt zich eenzaam", 2016, "vervallen", "niet meer gepubliceerd")


def zes_redenen(bron: Path, naar: Path) -> None:
    """A copy of the folder ``bron`` in which Egmond lacks figures."""
    shutil.copytree(bron, naar)
    pad = naar / GEBIED / f"{JAAR}.xlsx"
    boek = load_workbook(pad)
    for rij in boek["Kwetsbaarheid"].iter_rows(min_row=2, max_col=6):
        if rij[0].value in TEKENS and rij[1].value == NAAM:
            rij[3].value, rij[4].value, rij[5].value = TEKENS[str(rij[0].value)][0], None, None
    for rij in boek["Veerkracht"].iter_rows(min_row=2, max_col=4):
        if (rij[0].value, rij[1].value, rij[2].value) == (GAT[0], NAAM, GAT[1]):
            rij[3].value = GAT[2]
    for rij in boek["Bevolking"].iter_rows(min_row=2, max_col=4):
        if rij[0].value in LEEFTIJDEN and (rij[1].value, rij[2].value) == (NAAM, TELJAAR):
            rij[3].value = LEEFTIJDEN[str(rij[0].value)][0]
    boek.save(pad)
