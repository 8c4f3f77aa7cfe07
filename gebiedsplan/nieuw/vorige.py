"""What last year's workbook says, row by row and column by column, ready to be written again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.gebied.getallen import lees_getal
from gebiedsplan.gebied.keuzes import Keuzelijst
from gebiedsplan.gebied.kolommen import BladSpec, Kolom, Soort
from gebiedsplan.werkmap import Cel, Formule, Foutwaarde, Werkmap
from gebiedsplan.werkmap.boek import Celwaarde

# A row by the names of its columns. A column that is empty or not there is left out.
Rij: TypeAlias = Mapping[str, Celwaarde]

_GETALLEN = {Soort.GETAL, Soort.CIJFER, Soort.JAAR, Soort.BEDRAG, Soort.VRIJ}
_JAARTAL = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")


class Vorige:
    """Last year's workbook; without one, every sheet is empty. Says what could not be taken over."""

    def __init__(self, werkmap: Werkmap | None, keuzes: Mapping[str, Keuzelijst]) -> None:
        self._werkmap = werkmap
        self._keuzes = keuzes
        self._gelezen: dict[str, tuple[Rij, ...]] = {}
        self.bevindingen: list[Bevinding] = []

    @property
    def is_er(self) -> bool:
        """Whether there is a workbook of last year at all."""
        return self._werkmap is not None

    def rijen(self, spec: BladSpec) -> tuple[Rij, ...]:
        """The rows of a sheet. A choice that the kader no longer has is left out, with the row when it is about it."""
        if spec.naam not in self._gelezen:
            self._gelezen[spec.naam] = tuple(self._lees(spec))
        return self._gelezen[spec.naam]

    def _lees(self, spec: BladSpec) -> Iterator[Rij]:
        blad = self._werkmap.blad(spec.naam) if self._werkmap else None
        if blad is None:
            return
        plaats = {kolom.naam: next(iter(blad.plaatsen(kolom.kop)), None) for kolom in spec.kolommen}
        for cellen in blad.rijen:
            rij: dict[str, Celwaarde] = {}
            vervalt = False
            for kolom in spec.kolommen:
                i = plaats[kolom.naam]
                waarde = self._waarde(cellen[i], kolom) if i is not None else None
                vervalt |= kolom.sleutel and waarde is None and i is not None and not cellen[i].leeg
                if waarde is not None:
                    rij[kolom.naam] = waarde
            if rij and not vervalt:
                yield rij

    def _waarde(self, cel: Cel, kolom: Kolom) -> Celwaarde:
        if cel.leeg or isinstance(cel.waarde, Formule | Foutwaarde):
            return None
        if kolom.soort in (Soort.KEUZE, Soort.KEUZES):
            return self._keuze(cel, kolom)
        if kolom.soort in _GETALLEN and (lezing := lees_getal(cel)) is not None and not lezing.twijfel:
            return int(lezing.waarde) if lezing.waarde.is_integer() else lezing.waarde
        if isinstance(cel.waarde, dt.datetime):
            return cel.waarde.date()
        return cel.waarde if isinstance(cel.waarde, dt.date) else in_woorden(cel.waarde)

    def _keuze(self, cel: Cel, kolom: Kolom) -> Celwaarde:
        """The choices in the cell under the names that the kader has for them now."""
        lijst = self._keuzes[kolom.lijst]
        woorden = re.split(r"[;\n]", str(cel.waarde)) if kolom.soort is Soort.KEUZES else [str(cel.waarde)]
        gekozen = []
        for woord in filter(str.strip, woorden):
            naam = _naam_in(lijst, woord)
            if naam is None:
                self.bevindingen.append(_niet_overgenomen(cel, kolom, woord.strip(), lijst.heet or kolom.lijst))
            else:
                gekozen.append(naam)
        return "; ".join(dict.fromkeys(gekozen)) or None


def in_woorden(waarde: object) -> str:
    """A value as a person writes it: 42,5 and 3-11-2026."""
    if isinstance(waarde, dt.date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    if isinstance(waarde, float):
        return f"{waarde:.10g}".replace(".", ",")
    return str(waarde).strip() if waarde is not None else ""


def jaartallen(rij: Rij, kolommen: Iterable[str] = ()) -> tuple[int, ...]:
    """Every year that is named in a row, or only in these columns of it."""
    woorden = " ".join(in_woorden(waarde) for naam, waarde in rij.items() if not kolommen or naam in kolommen)
    return tuple(int(jaar) for jaar in _JAARTAL.findall(woorden))


def _naam_in(lijst: Keuzelijst, woord: str) -> str | None:
    id_ = lijst.zoek(woord)
    return next((naam for naam in lijst.namen if lijst.zoek(naam) == id_), None) if id_ is not None else None


def _niet_overgenomen(cel: Cel, kolom: Kolom, woord: str, lijst: str) -> Bevinding:
    rest = "Deze rij is niet overgenomen." if kolom.sleutel else "Deze keuze is niet overgenomen."
    return Bevinding(
        "niet-overgenomen",
        cel.plek,
        f"“{woord}” staat niet meer in de lijst met {lijst}. {rest}",
        "Kijk of het onder een andere naam in de nieuwe werkmap hoort, en vul het daar in.",
        Ernst.LET_OP,
    )
