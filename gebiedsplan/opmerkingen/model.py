"""What a Word document says beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

OPMERKING, ANTWOORD, WIJZIGING = "opmerking", "antwoord", "wijziging"
"""The kinds of things that a reviewer can leave."""


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One thing that a reviewer said or changed.

    ``wanneer`` is as a person reads it ("20-11-2026 14:03"), or "" when the document does not say. ``bron`` is the
    ``herkomst.kenmerk`` of the cell that the text came from, or "" for text of no cell; ``kop`` the heading above it.
    """

    wie: str
    wanneer: str
    soort: str
    wat: str
    over: str
    bron: str
    kop: str
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Gelezen:
    """All that was read from one document.

    ``plan`` is the name of its plan (see ``herkomst.naam_van_plan``), or "" when it does not say. ``teksten`` are the
    words of every cell as the document was made, before anyone changed them, by ``herkomst.kenmerk``.
    """

    plan: str
    teksten: Mapping[str, tuple[str, ...]]
    opmerkingen: tuple[Opmerking, ...]
