"""The package of a workbook, to add parts to."""

from __future__ import annotations

from xml.etree import ElementTree

from gebiedsplan.pakket import delen, xmldeel
from gebiedsplan.pakket.delen import Delen

RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_INHOUDSOORTEN = "[Content_Types].xml"


class Pakket(Delen):
    """The parts of a workbook, with what it takes to add one."""

    def verbind(self, deel: str, soort: str, naar: str) -> str:
        """Let ``deel`` point at ``naar``; the id of the relation."""
        plaats = delen.relaties_van(deel)
        rels = self.delen.get(plaats, delen.LEGE_RELATIES)
        bestaand = {r.get("Id") for r in ElementTree.fromstring(rels)}
        id_ = next(naam for nummer in range(1, 100_000) if (naam := f"bevinding{nummer}") not in bestaand)
        soort = f"{RELATIES}/{soort}"
        relatie = xmldeel.tag("Relationship", xmlns=delen.RELATIES, Id=id_, Type=soort, Target=f"/{naar}")
        self.delen[plaats] = xmldeel.aan_het_eind(rels, relatie)
        return id_

    def voeg_toe(self, patroon: str, inhoud: bytes, soort: str) -> str:
        """Add a part under the first free name, with its content type; its name."""
        naam = next(vrij for nummer in range(1, 100_000) if (vrij := patroon.format(nummer)) not in self.delen)
        self.delen[naam] = inhoud
        override = xmldeel.tag("Override", xmlns=_TYPES, PartName=f"/{naam}", ContentType=soort)
        self.delen[_INHOUDSOORTEN] = xmldeel.aan_het_eind(self.delen[_INHOUDSOORTEN], override)
        return naam
