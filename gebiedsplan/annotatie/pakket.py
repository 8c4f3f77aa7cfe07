"""The package of a workbook: its parts, and how they point at each other."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from gebiedsplan.annotatie import xmldeel

RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_INHOUDSOORTEN = "[Content_Types].xml"
_LEGE_RELS = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{_RELS}"/>'.encode()


@dataclass(frozen=True, slots=True)
class Relatie:
    """A part that another points at: by id, with the last word of its kind ("comments")."""

    id: str
    soort: str
    naar: str


class Pakket:
    """The parts of a workbook by name, to change; ``bytes`` packs them again."""

    def __init__(self, inhoud: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            self._infos = [info for info in zip_.infolist() if not info.is_dir()]
            self.delen = {info.filename: zip_.read(info) for info in self._infos}

    def relaties(self, deel: str) -> tuple[Relatie, ...]:
        """What ``deel`` points at; "" is the package itself."""
        rels = self.delen.get(_rels_van(deel), _LEGE_RELS)
        map_ = posixpath.dirname(deel)
        return tuple(
            Relatie(r.get("Id", ""), r.get("Type", "").rsplit("/", 1)[-1], _opgelost(map_, r.get("Target", "")))
            for r in ElementTree.fromstring(rels)
            if r.get("TargetMode") != "External"
        )

    def verbind(self, deel: str, soort: str, naar: str) -> str:
        """Let ``deel`` point at ``naar``; the id of the relation."""
        rels = self.delen.get(_rels_van(deel), _LEGE_RELS)
        bestaand = {r.get("Id") for r in ElementTree.fromstring(rels)}
        id_ = next(naam for nummer in range(1, 100_000) if (naam := f"bevinding{nummer}") not in bestaand)
        relatie = xmldeel.tag("Relationship", xmlns=_RELS, Id=id_, Type=f"{RELATIES}/{soort}", Target=f"/{naar}")
        self.delen[_rels_van(deel)] = xmldeel.aan_het_eind(rels, relatie)
        return id_

    def voeg_toe(self, patroon: str, inhoud: bytes, soort: str) -> str:
        """Add a part under the first free name, with its content type; its name."""
        naam = next(vrij for nummer in range(1, 100_000) if (vrij := patroon.format(nummer)) not in self.delen)
        self.delen[naam] = inhoud
        override = xmldeel.tag("Override", xmlns=_TYPES, PartName=f"/{naam}", ContentType=soort)
        self.delen[_INHOUDSOORTEN] = xmldeel.aan_het_eind(self.delen[_INHOUDSOORTEN], override)
        return naam

    def bytes(self) -> bytes:
        """The package, with every part in its old place and the new ones at the end."""
        data = {info.filename: info.date_time for info in self._infos}
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
            for naam, inhoud in self.delen.items():
                info = zipfile.ZipInfo(naam, data.get(naam, (1980, 1, 1, 0, 0, 0)))
                info.compress_type = zipfile.ZIP_DEFLATED
                zip_.writestr(info, inhoud)
        return uit.getvalue()


def _rels_van(deel: str) -> str:
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def _opgelost(map_: str, doel: str) -> str:
    return posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
