"""The sheet Bevindingen: one row a finding, with a link to its cell."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gebiedsplan.annotatie import opmaak
from gebiedsplan.annotatie.opmaak import Opmaak
from gebiedsplan.bevinding import REGELS, Bevinding
from gebiedsplan.pakket.xmldeel import element, tag, tekst

_KOPPEN = ("Ernst", "Blad", "Cel", "Wat er staat", "Wat u kunt doen", "De regel", "Code")
_BREEDTES = (10, 16, 8, 55, 55, 45, 26)
_REGELHOOGTE = 15
_LINK = "C"


def blad(bevindingen: Sequence[Bevinding], bladnamen: Collection[str], nieuw: Opmaak) -> bytes:
    """The sheet as a part of a workbook; ``bladnamen`` are the sheets a link can go to."""
    rijen = [_rij(1, _KOPPEN, [nieuw.kop] * len(_KOPPEN))]
    links = []
    for nummer, b in enumerate(bevindingen, start=2):
        heen = b.plek.blad in bladnamen
        waarden = (b.ernst.value.upper(), b.plek.blad, b.plek.cel or ("A1" if heen else ""), b.tekst, b.hulp)
        stijlen = [nieuw.gewoon] * len(_KOPPEN)
        if heen:
            stijlen[2] = nieuw.link
            links.append(_link(f"{_LINK}{nummer}", b))
        rijen.append(_rij(nummer, (*waarden, REGELS[b.code], b.code), stijlen))
    kolommen = [
        tag("col", min=str(i), max=str(i), width=str(breedte), customWidth="1")
        for i, breedte in enumerate(_BREEDTES, 1)
    ]
    bovenin = tag("pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    laatste = f"G{len(bevindingen) + 1}"
    per_cel = {f"A{nummer}": b.ernst for nummer, b in enumerate(bevindingen, start=2)}
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + element(
        "worksheet",
        tag("sheetPr", tag("pageSetUpPr", fitToPage="1"))
        + tag("sheetViews", tag("sheetView", bovenin, tabSelected="1", workbookViewId="0"))
        + tag("cols", b"".join(kolommen))
        + tag("sheetData", b"".join(rijen))
        + tag("autoFilter", ref=f"A1:{laatste}")
        + opmaak.kleur(per_cel, nieuw)
        + (tag("hyperlinks", b"".join(links)) if links else b"")
        + tag("pageSetup", paperSize="9", orientation="landscape", fitToHeight="0"),
    )


def _rij(nummer: int, waarden: Sequence[str], stijlen: Sequence[int]) -> bytes:
    cellen = [
        tag(
            "c",
            tag("is", b'<t xml:space="preserve">' + tekst(waarde) + b"</t>"),
            r=f"{'ABCDEFG'[kolom]}{nummer}",
            s=str(stijl),
            t="inlineStr",
        )
        for kolom, (waarde, stijl) in enumerate(zip(waarden, stijlen, strict=True))
    ]
    # Not every program makes a row as high as its words when it opens a file.
    regels = max(len(waarde) // breedte + 1 for waarde, breedte in zip(waarden, _BREEDTES, strict=True))
    return tag("row", b"".join(cellen), r=str(nummer), ht=str(_REGELHOOGTE * regels), customHeight="1")


def _link(ref: str, bevinding: Bevinding) -> bytes:
    bladnaam = bevinding.plek.blad.replace("'", "''")
    cel = bevinding.plek.cel or "A1"
    return tag("hyperlink", ref=ref, location=f"'{bladnaam}'!{cel}", display=cel)
