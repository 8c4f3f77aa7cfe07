"""What the making of every document needs."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.build.model import Mappen, Opties
from gebiedsplan.build.stand import Stand
from gebiedsplan.huisstijl.model import Huisstijl


@dataclass(frozen=True, slots=True)
class Werkplaats:
    """Where documents are made: the folders, the house style of the gemeente, what the user chose, what was made."""

    mappen: Mappen
    huisstijl: Huisstijl
    opties: Opties
    vorige: Stand | None = None
