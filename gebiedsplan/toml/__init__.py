"""Read TOML strictly into frozen values, and say on which line every mistake stands."""

from __future__ import annotations

from gebiedsplan.toml.bestand import Bestand, read
from gebiedsplan.toml.misser import Codes, Misser, Pad
from gebiedsplan.toml.omzetten import structure
from gebiedsplan.toml.plaatsen import bevindingen
from gebiedsplan.toml.regels import regelnummers
from gebiedsplan.toml.rij import Rij

__all__ = ["Bestand", "Codes", "Misser", "Pad", "Rij", "bevindingen", "read", "regelnummers", "structure"]
