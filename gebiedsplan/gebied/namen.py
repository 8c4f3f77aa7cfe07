"""Names that people write by hand, to compare."""

from __future__ import annotations


def kaal(naam: str) -> str:
    """A name to compare: case and extra spaces do not count."""
    return " ".join(naam.split()).casefold()
