"""Which words for a missing or marked figure a plan uses, and what each means: the tekenverklaring."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gebiedsplan.plan import schrijfwijze
from gebiedsplan.plan.grafiek import Grafiek
from gebiedsplan.plan.model import Tabel


def gebruikt(
    tabellen: Iterable[Tabel | None], grafieken: Iterable[Grafiek], zinnen: Iterable[str] = ()
) -> tuple[tuple[str, str], ...]:
    """Each word that stands in these tables and charts, or anywhere in these sentences, with its meaning; no others."""
    getoond, grafieken = [tabel for tabel in tabellen if tabel], tuple(grafieken)
    cellen = {cel for tabel in getoond for rij in tabel.rijen for cel in rij}
    cellen |= {cel for grafiek in grafieken for rij in grafiek.basis.raster.rijen for cel in rij}
    bronregels = " ".join([*(tabel.bron for tabel in getoond), *(grafiek.basis.bron for grafiek in grafieken)])
    gezegd = "\n".join(zinnen)
    return tuple(
        (teken, uitleg)
        for teken, uitleg in schrijfwijze.UITLEG.items()
        if teken in cellen
        or any(cel.endswith(f"({teken})") for cel in cellen)
        or teken in bronregels
        or re.search(rf"\b{teken}\b", gezegd)
    )
