"""What the copy adds to the styles of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Ernst
from gebiedsplan.pakket import xmldeel
from gebiedsplan.pakket.xmldeel import element, tag

# Light enough for dark text on it; the words say it too.
KLEUREN: Mapping[Ernst, str] = {Ernst.FOUT: "FFFFC7CE", Ernst.LET_OP: "FFFFEB9C", Ernst.TIP: "FFDDEBF7"}


@dataclass(frozen=True, slots=True)
class Opmaak:
    """The numbers of the new styles: a colour for each Ernst, and the cells of the sheet Bevindingen."""

    kleur: Mapping[Ernst, int]
    gewoon: int
    kop: int
    link: int


def voeg_toe(stijlen: bytes) -> tuple[bytes, Opmaak]:
    """The styles with ours behind the ones that are there, which keep their numbers."""
    vet = element("font", tag("b") + tag("sz", val="11") + tag("name", val="Calibri"))
    blauw = element("font", tag("u") + tag("sz", val="11") + tag("color", rgb="FF0563C1") + tag("name", val="Calibri"))
    stijlen, font = xmldeel.in_kind(stijlen, "fonts", ("numFmts",), vet, blauw)
    xfs = [
        element("xf", tag("alignment", vertical="top", wrapText="1"), **_van(lettertype), applyAlignment="1")
        for lettertype in (0, font, font + 1)
    ]
    stijlen, xf = xmldeel.in_kind(stijlen, "cellXfs", ("numFmts", "fonts", "fills", "borders", "cellStyleXfs"), *xfs)
    vullingen = [
        element("dxf", tag("fill", tag("patternFill", tag("bgColor", rgb=kleur), patternType="solid")))
        for kleur in KLEUREN.values()
    ]
    eerder = ("numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")
    stijlen, dxf = xmldeel.in_kind(stijlen, "dxfs", eerder, *vullingen)
    kleuren = {ernst: dxf + nummer for nummer, ernst in enumerate(KLEUREN)}
    return stijlen, Opmaak(kleuren, gewoon=xf, kop=xf + 1, link=xf + 2)


def kleur(per_cel: Mapping[str, Ernst], nieuw: Opmaak) -> bytes:
    """Conditional formats that always hold, so that the format of a cell itself is not touched."""
    formaten = []
    for nummer, ernst in enumerate(KLEUREN, start=1):
        cellen = [cel for cel, van_cel in per_cel.items() if van_cel is ernst]
        regel = tag(
            "cfRule", tag("formula", b"TRUE"), type="expression", dxfId=str(nieuw.kleur[ernst]), priority=str(nummer)
        )
        formaten += [element("conditionalFormatting", regel, sqref=" ".join(cellen))] if cellen else []
    return b"".join(formaten)


def _van(lettertype: int) -> Mapping[str, str]:
    return {"numFmtId": "0", "fontId": str(lettertype), "fillId": "0", "borderId": "0", "xfId": "0", "applyFont": "1"}
