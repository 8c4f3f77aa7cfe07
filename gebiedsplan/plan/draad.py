"""What a template may see of the thread through a plan."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Schakel:
    """A link of the thread: what there is, and in ``gat`` what is missing; one of them may be ""."""

    tekst: str
    gat: str


@dataclass(frozen=True, slots=True)
class Draad:
    """The links of one speerpunt; without ``id`` of what led to none."""

    titel: str
    id: str
    schakels: tuple[Schakel, ...]


@dataclass(frozen=True, slots=True)
class RodeDraad:
    """The thread through the plan of one area. ``kop`` names its columns; ``zin`` says how much is missing."""

    zin: str
    kop: tuple[str, ...]
    draden: tuple[Draad, ...]
