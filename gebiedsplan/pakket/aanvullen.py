"""The package of a workbook, to add parts to."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from gebiedsplan.pakket import delen, xmldeel
from gebiedsplan.pakket.delen import Delen
from gebiedsplan.pakket.xmldeel import element, tag

RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_INHOUDSOORTEN = "[Content_Types].xml"
SOORT = "application/vnd.openxmlformats-officedocument"
# The styles of a workbook that has none.
_GEEN_STIJLEN = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + element(
        "styleSheet",
        tag("fonts", tag("font", tag("sz", val="11") + tag("name", val="Calibri")), count="1")
        + tag(
            "fills",
            b"".join(tag("fill", tag("patternFill", patternType=soort)) for soort in ("none", "gray125")),
            count="2",
        )
        + tag("borders", tag("border"), count="1")
        + tag("cellStyleXfs", tag("xf"), count="1")
        + tag("cellXfs", tag("xf", xfId="0"), count="1"),
    )
)  # fmt: skip


class Pakket(Delen):
    """The parts of a workbook, with what it takes to add one."""

    @property
    def werkmap(self) -> str:
        """The part that lists the sheets."""
        return next(r.naar for r in self.relaties("") if r.soort == "officeDocument")

    def stijlen(self) -> str:
        """The part with the styles; made when there is none."""
        bestaand = next((r.naar for r in self.relaties(self.werkmap) if r.soort == "styles"), None)
        if bestaand is not None and bestaand in self.delen:
            return bestaand
        naam = self.voeg_toe("xl/stijlen{}.xml", _GEEN_STIJLEN, f"{SOORT}.spreadsheetml.styles+xml")
        self.verbind(self.werkmap, "styles", naam)
        return naam

    def voeg_blad_toe(self, naam: str, blad: bytes) -> int:
        """Add a sheet behind all others; how many stand before it."""
        deel = self.voeg_toe("xl/worksheets/erbij{}.xml", blad, f"{SOORT}.spreadsheetml.worksheet+xml")
        inhoud = self.delen[self.werkmap]
        ids = [int(id_) for id_ in re.findall(rb"""\bsheetId=["'](\d+)""", inhoud)]
        verwijzing = element(
            "sheet",
            xmlns_r=RELATIES,
            name=naam,
            sheetId=str(max(ids, default=0) + 1),
            r_id=self.verbind(self.werkmap, "worksheet", deel),
        )
        self.delen[self.werkmap], plaats = xmldeel.in_kind(inhoud, "sheets", (), verwijzing)
        return plaats

    def verbind(self, deel: str, soort: str, naar: str) -> str:
        """Let ``deel`` point at ``naar``; the id of the relation."""
        plaats = delen.relaties_van(deel)
        rels = self.delen.get(plaats, delen.LEGE_RELATIES)
        bestaand = {r.get("Id") for r in ElementTree.fromstring(rels)}
        id_ = next(naam for nummer in range(1, 100_000) if (naam := f"erbij{nummer}") not in bestaand)
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
