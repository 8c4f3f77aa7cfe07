"""A copy of a workbook with what was found in it: coloured cells, a comment at each, and a sheet with all of them.

Everything else in the workbook stays as it is, byte for byte where it can: formulas, charts, images, drop-down lists.
A cell gets its colour from a conditional format, so that its own format is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError

from gebiedsplan.annotatie import opmaak, opmerkingen, overzicht
from gebiedsplan.annotatie.opmaak import Opmaak
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek
from gebiedsplan.pakket import xmldeel
from gebiedsplan.pakket.aanvullen import RELATIES, SOORT, Pakket
from gebiedsplan.pakket.xmldeel import element

BLADNAAM = "Bevindingen"

# What stands before a part of a sheet, in the order the format asks; all of it behind the cells.
_VOOR_KLEUR = (
    "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
)  # fmt: skip
_VOOR_TEKENING = (
    *_VOOR_KLEUR, "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
)  # fmt: skip
_EIND_VAN_CELLEN = re.compile(rb"</(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*/>")
_VOORRANG = re.compile(rb"""(<(?:\w+:)?cfRule\b[^>]*?\bpriority=["'])(\d+)""")
_GEKOZEN = re.compile(rb"""\stabSelected=["'](?:1|true)["']""")
_WERKBLAD = re.compile(rb"<((?:\w+:)?worksheet)\b")


def annoteer(inhoud: bytes, bestand: str, bevindingen: Iterable[Bevinding]) -> bytes:
    """The workbook with the findings that are about ``bestand``. Raises GebiedsplanFout annoteren-mislukt."""
    over_dit = [b for b in bevindingen if b.plek.bestand == bestand]
    try:
        return _annoteer(Pakket(inhoud), over_dit)
    except (ExpatError, ElementTree.ParseError, KeyError, ValueError, StopIteration) as fout:
        raise GebiedsplanFout([_mislukt(bestand)]) from fout


def _annoteer(pakket: Pakket, bevindingen: Sequence[Bevinding]) -> bytes:
    werkmap, stijlen = pakket.werkmap, pakket.stijlen()
    pakket.delen[stijlen], nieuw = opmaak.voeg_toe(pakket.delen[stijlen])
    bladen = _bladen(pakket, werkmap)
    for deel in bladen.values():
        # Two chosen sheets are edited together: only the new one is chosen.
        kop, cellen, rest = pakket.delen[deel].partition(b"sheetData")
        pakket.delen[deel] = _GEKOZEN.sub(b"", kop) + cellen + rest
    op_blad = sorted((b for b in bevindingen if b.plek.blad in bladen and b.plek.cel), key=lambda b: b.plek.blad)
    for naam, groep in groupby(op_blad, key=lambda b: b.plek.blad):
        _annoteer_blad(pakket, bladen[naam], list(groep), nieuw)
    _voeg_overzicht_toe(pakket, overzicht.blad(bevindingen, bladen, nieuw), list(bladen))
    return pakket.bytes()


def _bladen(pakket: Pakket, werkmap: str) -> Mapping[str, str]:
    """The part of each sheet by its name, in the order of the workbook."""
    delen = {r.id: r.naar for r in pakket.relaties(werkmap)}
    wortel = ElementTree.fromstring(pakket.delen[werkmap])
    bladen = {}
    for blad in (b for b in wortel.iter() if b.tag.rsplit("}", 1)[-1] == "sheet"):
        id_ = next((waarde for naam, waarde in blad.items() if naam.endswith("}id")), "")
        if delen.get(id_) in pakket.delen:
            bladen[blad.get("name", "")] = delen[id_]
    return bladen


def _annoteer_blad(pakket: Pakket, deel: str, bevindingen: Sequence[Bevinding], nieuw: Opmaak) -> None:
    per_cel: dict[str, list[Bevinding]] = {}
    for b in bevindingen:
        per_cel.setdefault(b.plek.cel, []).append(b)
    teksten = {cel: "\n\n".join(map(_in_woorden, van_cel)) for cel, van_cel in per_cel.items()}
    _kleur(pakket, deel, {cel: _ergste(van_cel) for cel, van_cel in per_cel.items()}, nieuw)
    _zet_opmerkingen(pakket, deel, teksten)


def _kleur(pakket: Pakket, deel: str, per_cel: Mapping[str, Ernst], nieuw: Opmaak) -> None:
    """The conditional formats that are there come after ours."""

    def met_kleur(staart: bytes) -> bytes:
        later = _VOORRANG.sub(lambda v: v[1] + str(int(v[2]) + len(opmaak.KLEUREN)).encode(), staart)
        return xmldeel.na(later, _VOOR_KLEUR, opmaak.kleur(per_cel, nieuw))

    pakket.delen[deel] = _met_staart(pakket.delen[deel], met_kleur)


def _zet_opmerkingen(pakket: Pakket, deel: str, per_cel: Mapping[str, str]) -> None:
    relaties = pakket.relaties(deel)
    comments = next((r.naar for r in relaties if r.soort == "comments" and r.naar in pakket.delen), None)
    vml = next((r.naar for r in relaties if r.soort == "vmlDrawing" and _is_getekend(pakket.delen[deel], r.id)), None)
    if comments is None:
        soort = f"{SOORT}.spreadsheetml.comments+xml"
        comments = pakket.voeg_toe("xl/bevindingen{}.xml", opmerkingen.LEEG, soort)
        pakket.verbind(deel, "comments", comments)
    al_een_venster = opmerkingen.cellen_met_opmerking(pakket.delen[comments])
    pakket.delen[comments] = opmerkingen.voeg_toe(pakket.delen[comments], per_cel)
    if vml is None:
        soort = f"{SOORT}.vmlDrawing"
        vml = pakket.voeg_toe("xl/drawings/bevindingen{}.vml", opmerkingen.LEGE_VML, soort)
        verwijzing = element("legacyDrawing", xmlns_r=RELATIES, r_id=pakket.verbind(deel, "vmlDrawing", vml))
        pakket.delen[deel] = _met_staart(pakket.delen[deel], lambda s: xmldeel.na(s, _VOOR_TEKENING, verwijzing))
    nieuw = {cel: tekst for cel, tekst in per_cel.items() if cel not in al_een_venster}
    pakket.delen[vml] = opmerkingen.voeg_vensters_toe(pakket.delen[vml], nieuw)


def _is_getekend(blad: bytes, id_: str) -> bool:
    return re.search(rb"""<(?:\w+:)?legacyDrawing\s[^>]*["']%s["']""" % re.escape(id_.encode()), blad) is not None


def _met_staart(blad: bytes, verander: xmldeel.Verandering) -> bytes:
    """The sheet with ``verander`` done to what stands behind its cells: of those there can be a million."""
    gevonden = list(_EIND_VAN_CELLEN.finditer(blad))
    wortel = _WERKBLAD.search(blad)
    if not gevonden or wortel is None:
        raise ValueError("a sheet without cells")
    tot, begin = gevonden[-1].end(), b"<" + wortel[1] + b">"
    return blad[:tot] + verander(begin + blad[tot:]).removeprefix(begin)


def _voeg_overzicht_toe(pakket: Pakket, blad: bytes, bladnamen: Sequence[str]) -> None:
    bezet = {naam.casefold() for naam in bladnamen}
    namen = [BLADNAAM, *(f"{BLADNAAM} {nummer}" for nummer in range(2, 1000))]
    plaats = pakket.voeg_blad_toe(next(naam for naam in namen if naam.casefold() not in bezet), blad)
    pakket.delen[pakket.werkmap] = _open_op(pakket.delen[pakket.werkmap], plaats)


def _open_op(werkmap: bytes, plaats: int) -> bytes:
    """The workbook opens on this sheet."""
    zonder = re.sub(rb"""(<(?:\w+:)?workbookView\b[^>]*?)\sactiveTab=["']\d+["']""", rb"\1", werkmap)
    return re.sub(rb"(<(?:\w+:)?workbookView\b)", rb'\1 activeTab="%d"' % plaats, zonder, count=1)


def _in_woorden(bevinding: Bevinding) -> str:
    return f"{bevinding.ernst.value.upper()}: {bevinding.tekst}\nWat u kunt doen: {bevinding.hulp}"


def _ergste(bevindingen: Iterable[Bevinding]) -> Ernst:
    gevonden = {b.ernst for b in bevindingen}
    return next(ernst for ernst in Ernst if ernst in gevonden)


def _mislukt(bestand: str) -> Bevinding:
    return Bevinding(
        "annoteren-mislukt",
        Plek(bestand),
        "Van deze werkmap kan het programma geen kopie met bevindingen maken.",
        "Open de werkmap in Excel of LibreOffice, sla haar op en probeer het opnieuw. "
        "Zonder --annoteer ziet u dezelfde bevindingen op het scherm.",
    )
