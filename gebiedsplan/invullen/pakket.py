"""The package of a workbook: its parts, which part is which sheet, and what has to know that a sheet grew."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from gebiedsplan.pakket.delen import Delen
from gebiedsplan.pakket.verwijzing import met_rij, rij_van

_NS = {
    "m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PROCENT = frozenset({9, 10})
# In a number format: what is shown as it stands there, so that a % in it is no percentage.
_LETTERLIJK = re.compile(r'"[^"]*"|\\.')
_FORMULE = re.compile(rb"<(?:\w+:)?f[ >/]")
_REKENWIJZE = re.compile(rb"<((?:\w+:)?calcPr)\b([^>]*?)(/?)>")
_REF = re.compile(rb"""(<(?:\w+:)?(?:table|autoFilter)\b[^>]*?\bref=["'])([A-Z]+\d+:[A-Z]+\d+)""")
_TOTAALRIJ = re.compile(rb"""\btotalsRowCount=["'][1-9]""")


class Pakket(Delen):
    """The parts of a workbook, with what it takes to fill cells in."""

    def __init__(self, inhoud: bytes) -> None:
        super().__init__(inhoud)
        self._werkmap = next(r.naar for r in self.relaties("") if r.soort == "officeDocument")

    def blad(self, naam: str) -> str:
        """The part that holds the sheet of this name. Raises KeyError."""
        delen = {r.id: r.naar for r in self.relaties(self._werkmap)}
        for blad in ElementTree.fromstring(self.delen[self._werkmap]).iterfind("m:sheets/m:sheet", _NS):
            if blad.get("name") == naam:
                return delen[blad.attrib[_ID]]
        raise KeyError(naam)

    def procentstijlen(self) -> frozenset[str]:
        """The formats that show 0.12 as 12%, by their number in the workbook."""
        deel = next((r.naar for r in self.relaties(self._werkmap) if r.soort == "styles"), "")
        if not deel:
            return frozenset()
        stijlen = ElementTree.fromstring(self.delen[deel])
        eigen = {
            int(formaat.attrib["numFmtId"])
            for formaat in stijlen.iterfind("m:numFmts/m:numFmt", _NS)
            if "%" in _LETTERLIJK.sub("", formaat.get("formatCode", ""))
        }
        formaten = stijlen.iterfind("m:cellXfs/m:xf", _NS)
        return frozenset(str(i) for i, xf in enumerate(formaten) if int(xf.get("numFmtId", "0")) in _PROCENT | eigen)

    def laat_groeien(self, blad: str, groei: tuple[int, int] | None) -> None:
        """Let the tables and filters of a sheet that ended on the first row of ``groei`` end on its second."""
        if groei is None:
            return
        self.delen[blad] = _verlengd(self.delen[blad], groei)
        for tabel in (r.naar for r in self.relaties(blad) if r.soort == "table"):
            if rij_van(_einde(self.delen[tabel])) == groei[0]:
                if _TOTAALRIJ.search(self.delen[tabel]):
                    raise ValueError("onder de tabel staat een rij met totalen")
                self.delen[tabel] = _verlengd(self.delen[tabel], groei)

    def heeft_formules(self) -> bool:
        """Whether any sheet holds a formula."""
        return any(_FORMULE.search(inhoud) for naam, inhoud in self.delen.items() if "/worksheets/" in naam)

    def reken_opnieuw(self) -> None:
        """Let Excel calculate all formulas when it opens the workbook: their saved outcomes may be old now."""

        def met(gevonden: re.Match[bytes]) -> bytes:
            naam, rest, slot = gevonden.groups()
            rest = re.sub(rb"""\sfullCalcOnLoad=["'][^"']*["']""", b"", rest).rstrip()
            return b"<" + naam + rest + b' fullCalcOnLoad="1"' + slot + b">"

        self.delen[self._werkmap] = _REKENWIJZE.sub(met, self.delen[self._werkmap])


def _einde(tabel: bytes) -> str:
    """The last cell of a table."""
    gevonden = _REF.search(tabel)
    return gevonden[2].decode().split(":")[1] if gevonden else "A0"


def _verlengd(xml: bytes, groei: tuple[int, int]) -> bytes:
    def met(gevonden: re.Match[bytes]) -> bytes:
        begin, einde = gevonden[2].decode().split(":")
        if rij_van(einde) == groei[0]:
            einde = met_rij(einde, groei[1])
        return gevonden[1] + f"{begin}:{einde}".encode()

    return _REF.sub(met, xml)
