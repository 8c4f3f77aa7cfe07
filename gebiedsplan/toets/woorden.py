"""Words of a document inside a message: short, on one line, and nothing a screen would act on."""

from __future__ import annotations

_LANGST = 60


def kort(tekst: str) -> str:
    """``tekst`` on one line, cut after a word when it is long."""
    woorden = " ".join("".join(teken if teken.isprintable() else " " for teken in tekst).split())
    if len(woorden) <= _LANGST:
        return woorden
    begin, _, _ = woorden[:_LANGST].rpartition(" ")
    return f"{begin or woorden[:_LANGST]} …"
