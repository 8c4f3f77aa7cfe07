"""Collect what is wrong with one rendered template, with the line it stands on."""

from __future__ import annotations

from gebiedsplan.bevinding import Bevinding, Plek


class Findings:
    """The findings of one text, so that a template author sees all of them at once."""

    def __init__(self, bestand: str) -> None:
        self._bestand = bestand
        self._found: list[Bevinding] = []

    def add(self, tekst: str, hulp: str, *, line: int = 0, key: str = "") -> None:
        """Note that ``tekst`` is the case at ``line`` (counted from 1), or at front matter ``key``."""
        plek = Plek(self._bestand, regel=line, sleutel=key)
        self._found.append(Bevinding("sjabloon-fout", plek, tekst, hulp))

    def in_order(self) -> tuple[Bevinding, ...]:
        """All findings by line; those about the front matter come first."""
        return tuple(sorted(self._found, key=lambda found: found.plek.regel))
