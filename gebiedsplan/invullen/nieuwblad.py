"""A sheet that is not there yet, with nothing but its header: what comes below it is filled in like any other cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from gebiedsplan.pakket import xmldeel
from gebiedsplan.pakket.aanvullen import Pakket
from gebiedsplan.pakket.verwijzing import letters
from gebiedsplan.pakket.xmldeel import element, tag, tekst

_LAATSTE_RIJ = 2000
# Characters across a sheet of A4 on its side, as small as can still be read.
_OP_PAPIER = 200
_KOPVLAK = "FFD9E2EC"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column of a new sheet: its header, its width in characters, and the words to choose from, if any."""

    naam: str
    breedte: float
    keuzes: tuple[str, ...] = ()


def voeg_toe(pakket: Pakket, naam: str, kolommen: Sequence[Kolom]) -> None:
    """Add the sheet behind all others."""
    gewoon, kop = _stijlen(pakket)
    vellen = ceil(sum(kolom.breedte for kolom in kolommen) / _OP_PAPIER)
    breedtes = (
        tag("col", min=str(i), max=str(i), width=f"{kolom.breedte:g}", style=str(gewoon), customWidth="1")
        for i, kolom in enumerate(kolommen, start=1)
    )
    koppen = (
        tag("c", tag("is", tag("t", tekst(kolom.naam))), r=f"{letters(i)}1", s=str(kop), t="inlineStr")
        for i, kolom in enumerate(kolommen, start=1)
    )
    vast = tag("pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    lijsten = [_lijst(letters(i), kolom.keuzes) for i, kolom in enumerate(kolommen, start=1) if kolom.keuzes]
    blad = element(
        "worksheet",
        tag("sheetPr", tag("pageSetUpPr", fitToPage="1"))
        + tag("dimension", ref=f"A1:{letters(len(kolommen))}1")
        + tag("sheetViews", tag("sheetView", vast, workbookViewId="0"))
        + tag("cols", b"".join(breedtes))
        + tag("sheetData", tag("row", b"".join(koppen), r="1", ht="30", customHeight="1"))
        + (tag("dataValidations", b"".join(lijsten), count=str(len(lijsten))) if lijsten else b"")
        + tag("pageSetup", paperSize="9", orientation="landscape", fitToWidth=str(vellen), fitToHeight="0"),
    )
    pakket.voeg_blad_toe(naam, b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + blad)


def _stijlen(pakket: Pakket) -> tuple[int, int]:
    """The numbers of two new styles: of a text that wraps and is never a formula, and of a header."""
    deel = pakket.stijlen()
    vet = element("font", tag("b") + tag("sz", val="11") + tag("name", val="Calibri"))
    vlak = element("fill", tag("patternFill", tag("fgColor", rgb=_KOPVLAK), patternType="solid"))
    stijlen, font = xmldeel.in_kind(pakket.delen[deel], "fonts", ("numFmts",), vet)
    stijlen, vulling = xmldeel.in_kind(stijlen, "fills", ("numFmts", "fonts"), vlak)
    boven = tag("alignment", vertical="top", wrapText="1")
    vast = {"numFmtId": "0", "borderId": "0", "xfId": "0", "applyAlignment": "1"}
    gewoon = element("xf", boven, **vast, fontId="0", fillId="0", quotePrefix="1")
    kop = element("xf", boven, **vast, fontId=str(font), fillId=str(vulling), applyFont="1", applyFill="1")
    eerder = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs")
    pakket.delen[deel], eerste = xmldeel.in_kind(stijlen, "cellXfs", eerder, gewoon, kop)
    return eerste, eerste + 1


def _lijst(kolom: str, keuzes: Sequence[str]) -> bytes:
    """Words to choose from; another word is allowed after a warning."""
    formule = tag("formula1", tekst(f'"{",".join(keuzes)}"'))
    bereik = f"{kolom}2:{kolom}{_LAATSTE_RIJ}"
    vast = {"type": "list", "errorStyle": "warning", "allowBlank": "1", "showErrorMessage": "1"}
    return tag("dataValidation", formule, **vast, sqref=bereik)
