"""What the samenwerking agreed: kader.toml as frozen values."""

from __future__ import annotations

from gebiedsplan.kader.lezen import read
from gebiedsplan.kader.model import (
    Begrip,
    Besluit,
    Blok,
    Bouwsteen,
    Eenheid,
    Gebied,
    Hoofdopgave,
    Indicator,
    Instellingen,
    Kader,
    Keuze,
    Kpi,
    Missie,
    Onderdeel,
    Richting,
    Thema,
    Werkwoord,
    Wijk,
)
from gebiedsplan.kader.publicatie import Lijstwaarde, Publicatie

__all__ = [
    "Begrip",
    "Besluit",
    "Blok",
    "Bouwsteen",
    "Eenheid",
    "Gebied",
    "Hoofdopgave",
    "Indicator",
    "Instellingen",
    "Kader",
    "Keuze",
    "Kpi",
    "Lijstwaarde",
    "Missie",
    "Onderdeel",
    "Publicatie",
    "Richting",
    "Thema",
    "Werkwoord",
    "Wijk",
    "read",
]
