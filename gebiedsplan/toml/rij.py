"""Read raw tables without falling over a value of the wrong kind.

``omzetten`` reports those; the checks on names and coherence go on with what is there, so that one mistake
does not hide the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gebiedsplan.toml.misser import Pad


@dataclass(frozen=True, slots=True)
class Rij:
    """A table and its path. What is missing or of another kind reads as empty."""

    pad: Pad
    inhoud: Mapping[str, Any]

    def tekst(self, sleutel: str) -> str:
        """The text under this key, or ""."""
        waarde = self.inhoud.get(sleutel)
        return waarde if isinstance(waarde, str) else ""

    def teksten(self, sleutel: str) -> Iterator[tuple[Pad, str]]:
        """The texts in the list under this key, each with its path."""
        waarden = self.inhoud.get(sleutel)
        for nummer, waarde in enumerate(waarden if isinstance(waarden, list) else ()):
            if isinstance(waarde, str):
                yield (*self.pad, sleutel, nummer), waarde

    def getal(self, sleutel: str) -> float | None:
        """The number under this key, or None."""
        waarde = self.inhoud.get(sleutel)
        return waarde if isinstance(waarde, int | float) and not isinstance(waarde, bool) else None

    def rijen(self, sleutel: str) -> tuple[Rij, ...]:
        """The tables in the list under this key."""
        waarden = self.inhoud.get(sleutel)
        genummerd = enumerate(waarden if isinstance(waarden, list) else ())
        return tuple(Rij((*self.pad, sleutel, n), rij) for n, rij in genummerd if isinstance(rij, dict))

    def blok(self, sleutel: str) -> Rij:
        """The table under this key."""
        waarde = self.inhoud.get(sleutel)
        return Rij((*self.pad, sleutel), waarde if isinstance(waarde, dict) else {})
