"""What the making of every document needs."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.build.model import Mappen, Opties
from gebiedsplan.huisstijl.model import Huisstijl


@dataclass(frozen=True, slots=True)
class Werkplaats:
    """Where documents are made: the folders, the house style of the gemeente, and what the user chose."""

    mappen: Mappen
    huisstijl: Huisstijl
    opties: Opties
