"""Where every row and cell of a sheet stands in its XML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from gebiedsplan.pakket.tags import eind_van
from gebiedsplan.pakket.verwijzing import kolom_van, letters, nummer

_CELLEN = ["sheetData"]
_RIJ = [*_CELLEN, "row"]
_CEL = [*_RIJ, "c"]


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell: where it begins and ends, its format, whether it holds a formula and whether it holds anything."""

    begin: int
    eind: int
    stijl: str
    formule: bool
    gevuld: bool


@dataclass(frozen=True, slots=True)
class Rij:
    """A row: where it begins and ends, what its tag says, and its cells by column."""

    nummer: int
    begin: int
    eind: int
    attributen: Mapping[str, str]
    cellen: Mapping[str, Cel]


@dataclass(frozen=True, slots=True)
class Rijen:
    """All rows by number, where the last one ends, and what the XML puts before its names ("x:")."""

    rijen: Mapping[int, Rij]
    eind: int
    voorvoegsel: bytes


def vind(xml: bytes) -> Rijen:
    """The rows of a sheet. Raises ExpatError when it is no XML, ValueError when it has no rows."""
    lezer = _Lezer(xml)
    if lezer.eind < 0:
        raise ValueError("het blad is leeg")
    return Rijen(lezer.rijen, lezer.eind, lezer.voorvoegsel)


class _Lezer:
    """Walks through the XML once; rows and cells without a name of their own follow the one before."""

    def __init__(self, xml: bytes) -> None:
        self.rijen: dict[int, Rij] = {}
        self.eind = -1
        self.voorvoegsel = b""
        self._xml = xml
        self._diep: list[str] = []
        self._begin = 0
        self._attributen: dict[str, str] = {}
        self._cellen: dict[str, Cel] = {}
        self._cel = (0, "", "")
        self._inhoud: set[str] = set()
        self._expat = expat.ParserCreate()
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._sluit
        self._expat.Parse(xml, True)

    def _open(self, naam: str, attributen: dict[str, str]) -> None:
        lokaal = naam.split(":")[-1]
        self._diep.append(lokaal)
        self._inhoud.add(lokaal)
        hier = self._expat.CurrentByteIndex
        if self._diep[1:] == _CELLEN:
            self.voorvoegsel = naam.removesuffix(lokaal).encode()
        elif self._diep[1:] == _RIJ:
            self._begin, self._attributen, self._cellen = hier, attributen, {}
        elif self._diep[1:] == _CEL:
            volgende = letters(max(map(nummer, self._cellen), default=0) + 1)
            kolom = kolom_van(attributen["r"]) if "r" in attributen else volgende
            self._cel, self._inhoud = (hier, kolom, attributen.get("s", "")), set()

    def _sluit(self, _naam: str) -> None:
        hier = self._expat.CurrentByteIndex
        waar = self._diep[1:]
        self._diep.pop()
        if waar == _CEL:
            begin, kolom, stijl = self._cel
            gevuld = bool(self._inhoud & {"v", "f", "is"})
            self._cellen[kolom] = Cel(begin, eind_van(self._xml, begin, hier), stijl, "f" in self._inhoud, gevuld)
        elif waar == _RIJ:
            rij = int(self._attributen.get("r", max(self.rijen, default=0) + 1))
            self.rijen[rij] = Rij(
                rij, self._begin, eind_van(self._xml, self._begin, hier), self._attributen, self._cellen
            )
        elif waar == _CELLEN and self._xml[hier : hier + 2] == b"</":
            self.eind = hier
