"""Where in the workbook a text of the document stands now: rows may have been inserted since the document was made."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from gebiedsplan.bevinding import Plek
from gebiedsplan.gebied.cellen import getoond
from gebiedsplan.herkomst import Bladen
from gebiedsplan.pakket.verwijzing import kolom_van, rij_van
from gebiedsplan.werkmap import Cel, Werkmap

# The texts of a row as the document has them, by column.
_Teksten: TypeAlias = Mapping[str, tuple[str, ...]]
# The cells of a row as they are now, by column.
_Cellen: TypeAlias = Mapping[str, Cel]

ANDERS = "De tekst in deze cel is nu anders dan in het document."
VERDWENEN = "Deze tekst staat niet meer op dit blad. De cel is die van toen het document werd gemaakt."
GEEN_CEL = "Deze tekst hoort bij geen cel. Zij komt uit het sjabloon, of is berekend."
ONBEKEND = "De cel van deze tekst is niet meer te vinden."

_GETAL = re.compile(r"(?<![\d.,])-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_GEEN_LETTER = re.compile(r"[\W_]+")
# Shorter words stand in too many other texts to be recognised in them.
_LANG_GENOEG = 8


class Volger:
    """Follows the cells of one document in the workbooks as they are now."""

    def __init__(self, bladen: Bladen, teksten: Mapping[str, tuple[str, ...]], werkmappen: Iterable[Werkmap]) -> None:
        self._bladen = bladen
        self._werkmappen = {boek.bestand: boek for boek in werkmappen}
        self._toen: dict[tuple[str, str, int], dict[str, tuple[str, ...]]] = defaultdict(dict)
        for bron, van_bron in teksten.items():
            if (plek := bladen.plek(bron)) is not None:
                self._toen[_rij(plek)][kolom_van(plek.cel)] = van_bron

    def volg(self, bron: str) -> tuple[Plek | None, str]:
        """The cell that ``bron`` is now, and what must be said of it. None for text of no cell."""
        toen = self._bladen.plek(bron) if bron else None
        if toen is None:
            return None, ONBEKEND if bron else GEEN_CEL
        boek = self._werkmappen.get(toen.bestand)
        if boek is None:
            return toen, ""
        rijen = dict(_rijen(boek, toen.blad))
        teksten = self._toen[_rij(toen)]
        rij, kolom = rij_van(toen.cel), kolom_van(toen.cel)
        nu = _waar(rijen, teksten, rij, kolom)
        if nu is None:
            return toen, VERDWENEN
        zelfde = _lijkt_een(teksten.get(kolom, ()), rijen[nu].get(kolom))
        return replace(toen, cel=f"{kolom}{nu}"), "" if zelfde else ANDERS


def _rij(plek: Plek) -> tuple[str, str, int]:
    return plek.bestand, plek.blad, rij_van(plek.cel)


def _rijen(boek: Werkmap, naam: str) -> Iterator[tuple[int, _Cellen]]:
    """The rows of a sheet by their number."""
    blad = boek.blad(naam)
    for cellen in blad.rijen if blad else ():
        yield rij_van(cellen[0].plek.cel), {kolom_van(cel.plek.cel): cel for cel in cellen}


def _waar(rijen: Mapping[int, _Cellen], teksten: _Teksten, rij: int, kolom: str) -> int | None:
    """Which row holds what stood in ``rij``; None when no row looks enough like it.

    A row is known by all of it that the document shows, so that it is also found when the cell itself was changed.
    """

    def gelijkenis(nummer: int) -> float:
        cellen = rijen[nummer]
        in_kolom = sum(_lijkt_een(van_kolom, cellen.get(k)) for k, van_kolom in teksten.items())
        elders = sum(
            any(_lijkt(t, cel) for cel in cellen.values()) for van_kolom in teksten.values() for t in van_kolom
        )
        return in_kolom + elders / 100

    if not rijen:
        return None
    beste = max(rijen, key=lambda nummer: (gelijkenis(nummer), nummer == rij, -abs(nummer - rij)))
    zelf = _lijkt_een(teksten.get(kolom, ()), rijen[beste].get(kolom))
    genoeg = gelijkenis(beste) > len(teksten) / 2
    return beste if zelf or genoeg else None


def _lijkt_een(teksten: Iterable[str], cel: Cel | None) -> bool:
    return cel is not None and any(_lijkt(tekst, cel) for tekst in teksten)


def _lijkt(tekst: str, cel: Cel) -> bool:
    """Whether a text of the document can have been made of this cell: it may be a sentence with it, or a part of it."""
    if cel.leeg:
        return False
    waarde = cel.waarde
    if isinstance(waarde, dt.date):
        return {str(waarde.day), str(waarde.year)} <= set(re.findall(r"\d+", tekst))
    if isinstance(waarde, int | float) and not isinstance(waarde, bool):
        return any(_zelfde_getal(waarde * (100 if cel.als_procent else 1), getal) for getal in _GETAL.findall(tekst))
    een, ander = _kaal(tekst), _kaal(waarde if isinstance(waarde, str) else getoond(cel))
    if min(len(een), len(ander)) < _LANG_GENOEG:
        return een == ander
    return een in ander or ander in een


def _zelfde_getal(waarde: float, getal: str) -> bool:
    """Whether a number of the document is this one, rounded as it is written."""
    _, _, decimalen = getal.partition(",")
    verschil = abs(waarde - float(getal.replace(".", "").replace(",", ".")))
    return verschil <= 0.5001 * 10.0 ** -len(decimalen)


def _kaal(tekst: str) -> str:
    return _GEEN_LETTER.sub("", tekst).casefold()
