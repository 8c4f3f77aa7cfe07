"""What every page is made of: text with markup, and tables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opmaak:
    """Markdown from a column that allows it."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Kolomkop:
    """A table header; ``rechts`` for columns of numbers."""

    tekst: str
    rechts: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its caption; the first column names the row. ``bron`` may be "" where all is our own."""

    id: str
    bijschrift: str
    kop: tuple[Kolomkop, ...]
    rijen: tuple[tuple[str, ...], ...]
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Opgave:
    """A part of the highest level of the framework. ``tabel``: what lies below it; else ``zin`` says it."""

    naam: str
    zin: str
    tabel: Tabel | None
