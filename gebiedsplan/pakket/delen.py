"""The parts of a workbook, and how they point at each other."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree

RELATIES: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
"""The namespace of a list of relations."""

LEGE_RELATIES: Final = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="{RELATIES}"/>'.encode()
)
_EERSTE_DAG = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relatie:
    """A part that another points at: by id, with the last word of its kind ("comments")."""

    id: str
    soort: str
    naar: str


class Delen:
    """The parts of a workbook by name, to change; ``bytes`` packs them again."""

    def __init__(self, inhoud: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            self._data = {info.filename: info.date_time for info in zip_.infolist() if not info.is_dir()}
            self.delen = {naam: zip_.read(naam) for naam in self._data}

    def relaties(self, deel: str) -> tuple[Relatie, ...]:
        """What ``deel`` points at within the package; "" is the package itself."""
        map_ = posixpath.dirname(deel)
        return tuple(
            Relatie(r.get("Id", ""), r.get("Type", "").rsplit("/", 1)[-1], _opgelost(map_, r.get("Target", "")))
            for r in ElementTree.fromstring(self.delen.get(relaties_van(deel), LEGE_RELATIES))
            if r.get("TargetMode") != "External"
        )

    def bytes(self) -> bytes:
        """The package, with every part in its old place and of its old date, and the new ones at the end."""
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
            for naam, inhoud in self.delen.items():
                info = zipfile.ZipInfo(naam, self._data.get(naam, _EERSTE_DAG))
                info.compress_type = zipfile.ZIP_DEFLATED
                zip_.writestr(info, inhoud)
        return uit.getvalue()


def relaties_van(deel: str) -> str:
    """The part that lists what ``deel`` points at."""
    map_, naam = posixpath.split(deel)
    return posixpath.join(map_, "_rels", f"{naam}.rels")


def _opgelost(map_: str, doel: str) -> str:
    return posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
