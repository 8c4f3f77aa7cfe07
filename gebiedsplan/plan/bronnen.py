"""What a plan is made from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.plan.stukken import Opmaak


@dataclass(frozen=True, slots=True)
class Bronnen:
    """All a plan is made from: the area's own workbook, those of its parts, and those of last year, by slug."""

    kader: Kader
    gebied: Gebied
    eigen: Gebiedsdata
    delen: tuple[Gebiedsdata, ...]
    vorige: Mapping[str, Gebiedsdata]
    cijfers: Cijfers

    def alle(self) -> tuple[Gebiedsdata, ...]:
        """The own workbook first, then those of the parts; each once."""
        return tuple({d.slug: d for d in (self.eigen, *self.delen)}.values())

    def naam(self, slug: str) -> str:
        """The name of an area."""
        return self.kader.gebied(slug).naam


def teksten(data: Gebiedsdata, onderdeel: str) -> tuple[Opmaak, ...]:
    """What an area adds to a part of the plan in words of its own."""
    return tuple(Opmaak(tekst) for waar, tekst in data.teksten if waar == onderdeel and tekst)


def anker(slug: str, code: str) -> str:
    """The stable id of a speerpunt: "speerpunt-heiloo-s1"."""
    return f"speerpunt-{slug}-{re.sub(r'[^a-z0-9]+', '-', code.casefold()).strip('-')}"
