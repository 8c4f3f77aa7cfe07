"""What a published table changes in a workbook: row by row what stands there, what comes there, and what stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from gebiedsplan.bevinding import Plek
from gebiedsplan.bronnen.model import Bronwaarde
from gebiedsplan.gebied.model import Bevolkingsgroep, Cijfer, Cijferbladen, Plekken, Reden
from gebiedsplan.kader.model import Kader
from gebiedsplan.werkmap import Blad, Werkmap, gelijk

# What a cell can hold; None is an empty cell.
Celinhoud: TypeAlias = str | float | int | None

BEVOLKING = "Bevolking"
# How a workbook writes why there is no figure.
TEKENS: Mapping[Reden, str | None] = {
    Reden.ONBEKEND: ".",
    Reden.GEHEIM: "x",
    Reden.NIHIL: "-",
    Reden.NIET_VAN_TOEPASSING: "n.v.t.",
    Reden.LATER: "later",
    Reden.VERVALLEN: "vervallen",
    Reden.NIET_GEMETEN: None,
}
# A row with only one of these and without a source keeps a place free for a figure.
_NOG_OPEN = frozenset({Reden.ONBEKEND, Reden.LATER, Reden.NIET_GEMETEN})
_RIJNUMMER = re.compile(r"\d+")
_GELIJK = 1e-9


@dataclass(frozen=True, slots=True)
class Staat:
    """What a row says now."""

    waarde: float | None
    reden: Reden | None
    teller: float | None
    noemer: float | None
    ondergrens: float | None
    bovengrens: float | None
    bron: str
    status: str
    plekken: Plekken

    @property
    def plek(self) -> Plek:
        """The cell with the figure."""
        return self.plekken["Aantal"] if "Aantal" in self.plekken else self.plekken["Waarde"]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A row that changes, or a new one (``oud`` is None): ``cellen`` is what each of its cells will hold."""

    naam: str
    regio: str
    nieuw: Bronwaarde
    oud: Staat | None
    plek: Plek
    cellen: Mapping[str, Celinhoud]


@dataclass(frozen=True, slots=True)
class Blijft:
    """A row that stays, though the table says something else: someone made it by hand."""

    naam: str
    regio: str
    nieuw: Bronwaarde
    oud: Staat
    formule: bool


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the user asked: take the place of what was made by hand; add rows for wijken too."""

    vervang: bool = False
    wijken: bool = False


class Vergelijker:
    """Compares figures with one workbook; rows that are added get the next free row of their sheet."""

    def __init__(
        self,
        werkmap: Werkmap,
        staat: Cijferbladen,
        kader: Kader,
        formules: Collection[tuple[str, str]],
        keuzes: Keuzes,
    ) -> None:
        self._werkmap = werkmap
        self._kader = kader
        self._namen = {wijk.code: wijk.naam for gebied in kader.gebieden for wijk in gebied.wijken}
        self._namen |= {gebied.slug: gebied.naam for gebied in kader.gebieden}
        self._formules = formules
        self._keuzes = keuzes
        self._bestaand = dict(reversed([*_cijfers(staat.cijfers), *_groepen(staat.bevolking)]))
        self._over = {(indicator, groep, regio) for indicator, groep, regio, _ in self._bestaand}
        self._vrij = {blad.naam: _eerste_vrije(blad) for blad in werkmap.bladen}

    def vergelijk(self, waarden: Iterable[Bronwaarde], hoofdregios: Collection[str]) -> Iterator[Wijziging | Blijft]:
        """What changes; ``hoofdregios`` are those that get a row when they have none."""
        for waarde in waarden:
            if not waarde.gegeven:
                continue
            oud = self._bestaand.get(waarde.sleutel)
            if oud is None:
                if self._nieuw_gewenst(waarde, hoofdregios) and (blad := self._blad(waarde)) is not None:
                    yield self._nieuwe_rij(waarde, blad)
            elif _verschilt(oud, waarde):
                yield self._andere_rij(waarde, oud)

    def _nieuw_gewenst(self, waarde: Bronwaarde, hoofdregios: Collection[str]) -> bool:
        if waarde.regio not in hoofdregios and not self._keuzes.wijken:
            return False
        # A sign is worth a row only where nothing is said about this figure yet.
        return waarde.reden is None or waarde.sleutel[:3] not in self._over

    def _andere_rij(self, waarde: Bronwaarde, oud: Staat) -> Wijziging | Blijft:
        naam, regio = self._naam(waarde), self._regio(waarde.regio)
        formule = any((plek.blad, plek.cel) in self._formules for plek in oud.plekken.values())
        if formule or (_zelf_gemaakt(oud, waarde) and not self._keuzes.vervang):
            return Blijft(naam, regio, waarde, oud, formule)
        cellen = {
            plek.cel: inhoud
            for kolom, inhoud in _inhoud(waarde).items()
            if (plek := oud.plekken.get(kolom)) is not None and plek.cel
        }
        return Wijziging(naam, regio, waarde, oud, oud.plek, cellen)

    def _nieuwe_rij(self, waarde: Bronwaarde, blad: Blad) -> Wijziging:
        rij = self._vrij[blad.naam]
        self._vrij[blad.naam] += 1
        self._over.add(waarde.sleutel[:3])
        naam, regio = self._naam(waarde), self._regio(waarde.regio)
        inhoud: dict[str, Celinhoud] = {
            "Indicator": naam,
            "Leeftijdsgroep": waarde.groep,
            "Regio": regio,
            "Jaar": waarde.jaar,
        }
        inhoud |= _inhoud(waarde)
        kolommen = {
            kop: _RIJNUMMER.sub("", cel.plek.cel) for kop in inhoud for cel in blad.kop if _heet(cel.waarde, kop)
        }
        cellen = {f"{kolommen[kop]}{rij}": woord for kop, woord in inhoud.items() if kop in kolommen}
        waar = kolommen.get("Aantal") or kolommen.get("Waarde") or "A"
        return Wijziging(naam, regio, waarde, None, replace(blad.plek, cel=f"{waar}{rij}"), cellen)

    def _blad(self, waarde: Bronwaarde) -> Blad | None:
        if not waarde.indicator:
            return self._werkmap.blad(BEVOLKING)
        blok = self._kader.indicator(waarde.indicator).blok
        return self._werkmap.blad(next(b.blad for b in self._kader.blokken if b.id == blok))

    def _naam(self, waarde: Bronwaarde) -> str:
        return self._kader.indicator(waarde.indicator).naam if waarde.indicator else waarde.groep

    def _regio(self, id_: str) -> str:
        return self._namen.get(id_, id_)


def _cijfers(cijfers: Iterable[Cijfer]) -> Iterator[tuple[tuple[str, str, str, int], Staat]]:
    for c in cijfers:
        grenzen = (c.ondergrens, c.bovengrens)
        staat = Staat(c.waarde, c.reden, c.teller, c.noemer, *grenzen, c.bron, c.status, c.plekken)
        yield (c.indicator, "", c.regio, c.jaar), staat


def _groepen(groepen: Iterable[Bevolkingsgroep]) -> Iterator[tuple[tuple[str, str, str, int], Staat]]:
    for g in groepen:
        yield (
            ("", g.groep, g.regio, g.jaar),
            Staat(g.aantal, g.reden, None, None, None, None, g.bron, g.status, g.plekken),
        )


def _verschilt(oud: Staat, nieuw: Bronwaarde) -> bool:
    """Whether the table says something else than the row. What it is silent about is no difference."""
    if (oud.waarde is None) != (nieuw.waarde is None) or oud.reden is not nieuw.reden:
        return True
    paren = (
        (oud.waarde, nieuw.waarde),
        (oud.teller, nieuw.teller),
        (oud.noemer, nieuw.noemer),
        (oud.ondergrens, nieuw.ondergrens),
        (oud.bovengrens, nieuw.bovengrens),
    )
    return any(n is not None and (o is None or abs(o - n) > _GELIJK) for o, n in paren)


def _zelf_gemaakt(oud: Staat, nieuw: Bronwaarde) -> bool:
    """Whether a person made the row: it is no earlier import of the same table, and no place that was kept free."""
    if not oud.bron and oud.waarde is None and oud.teller is None and oud.reden in _NOG_OPEN:
        return False
    # What was provisional becomes definite in a later edition of the same file.
    return oud.bron != nieuw.bron or oud.status not in {nieuw.status, "voorlopig"}


def _inhoud(waarde: Bronwaarde) -> dict[str, Celinhoud]:
    """What goes in the columns of a row; each sheet takes those that it has."""
    cijfer = _getal(waarde.waarde) if waarde.reden is None else TEKENS[waarde.reden]
    return {
        "Aantal": cijfer,
        "Waarde": cijfer,
        "Teller": _getal(waarde.teller),
        "Noemer": _getal(waarde.noemer),
        "Ondergrens": _getal(waarde.ondergrens),
        "Bovengrens": _getal(waarde.bovengrens),
        "Bron": waarde.bron,
        "Peildatum": waarde.peildatum,
        "Status": waarde.status,
        "Opmerking": waarde.opmerking or None,
    }


def _getal(waarde: float | None) -> float | int | None:
    return int(waarde) if waarde is not None and waarde.is_integer() else waarde


def _eerste_vrije(blad: Blad) -> int:
    rijen = [int(gevonden[0]) for rij in blad.rijen for cel in rij if (gevonden := _RIJNUMMER.search(cel.plek.cel))]
    return max(rijen, default=1) + 1


def _heet(waarde: object, kop: str) -> bool:
    return waarde is not None and gelijk(str(waarde), kop)
