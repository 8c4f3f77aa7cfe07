"""What goes from last year's workbook to the new one: figures as they are, the rest as a proposal or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan.gebied.bladen import BUSINESSCASE, EERST_NULMETING, IN_VOORBEREIDING
from gebiedsplan.gebied.kolommen import BladSpec, Soort
from gebiedsplan.gebied.vorm import Vorm
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.nieuw import cijferrijen
from gebiedsplan.nieuw.vorige import Rij, Vorige, in_woorden, jaartallen
from gebiedsplan.werkmap.boek import Celwaarde

# The column that says where a row comes from. A proposal begins with the word that gives it its colour.
HERKOMST = "Herkomst"
VOORSTEL = "Voorstel"

_EERSTE_VERSIE = "0.1"
# A number of last year's case would be wrong in silence.
_ELK_JAAR_NIEUW = ("Zaaknummer",)
# Words in a planning that mean: this does not end with the year.
_LOOPT_DOOR = ("doorlopend", "structureel", "elk jaar", "jaarlijks")


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What the new workbook is for, and last year's."""

    kader: Kader
    vorm: Vorm
    gebied: Gebied
    jaar: int
    vorige: Vorige

    @property
    def vorig_jaar(self) -> int:
        """The plan year before."""
        return self.jaar - 1

    def oud(self, blad: str) -> tuple[Rij, ...]:
        """The rows of a sheet of last year's workbook."""
        return self.vorige.rijen(self.vorm.blad(blad))


def rijen(opdracht: Opdracht, spec: BladSpec) -> tuple[Rij, ...]:
    """The rows that a sheet of the new workbook begins with."""
    if spec.naam in {blok.blad for blok in opdracht.kader.blokken}:
        oude = opdracht.vorige.rijen(spec)
        return tuple(cijferrijen.cijfers(opdracht.kader, opdracht.gebied, opdracht.jaar, spec, oude))
    eigen = spec.naam in {blad.naam for blad in opdracht.kader.bladen}
    maak = _wat_nog_klopt if eigen else _PER_BLAD.get(spec.naam)
    return tuple(maak(opdracht, spec)) if maak else ()


def _gebied(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    vorige = {in_woorden(rij.get("Veld")).casefold(): rij.get("Waarde") for rij in o.vorige.rijen(spec)}
    vast: Mapping[str, Celwaarde] = {"Planjaar": o.jaar, "Status": IN_VOORBEREIDING, "Versie": _EERSTE_VERSIE}
    for veld in o.vorm.velden:
        rij: dict[str, Celwaarde] = {
            "Veld": veld.naam,
            "Waarde": vast.get(veld.naam),
            "Verplicht": "ja" if veld.verplicht else "nee",
            "Uitleg": veld.uitleg,
        }
        oud = vorige.get(veld.naam.casefold())
        if veld.naam not in vast and veld.naam not in _ELK_JAAR_NIEUW and veld.soort is not Soort.DATUM and oud:
            rij |= {"Waarde": oud, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}"}
        yield rij


def _bevolking(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    yield from cijferrijen.bevolking(o.kader, o.gebied, o.jaar, spec, o.vorige.rijen(spec))


def _terugblik(o: Opdracht, _spec: BladSpec) -> Iterator[Rij]:
    """Last year's speerpunten with what was aimed at, so that the result can be written beside it."""
    doelen, acties = o.oud("Doelen"), o.oud("Acties")
    for speerpunt in o.oud("Speerpunten"):
        code = speerpunt.get("Code")
        yield {
            "Speerpunt": code,
            "Titel": speerpunt.get("Titel"),
            "Doelen van vorig jaar": "\n".join(_doel_in_woorden(rij) for rij in doelen if _hoort_bij(rij, code)),
            "Acties van vorig jaar": "\n".join(_actie_in_woorden(rij) for rij in acties if _hoort_bij(rij, code)),
        }


def _speerpunten(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    for rij in o.vorige.rijen(spec):
        if reden := _loopt_door(o, rij.get("Code")):
            yield {**rij, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}: {reden}"}


def _doelen(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    for rij in o.vorige.rijen(spec):
        eerst = in_woorden(rij.get("Nulmeting")).casefold() == EERST_NULMETING
        if _doeljaar(rij) >= o.jaar or (eerst and _loopt_door(o, rij.get("Speerpunt"))):
            reden = "de nulmeting moet er nog zijn" if eerst else f"het doel loopt tot {_doeljaar(rij)}"
            yield {**rij, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}: {reden}"}


def _acties(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    for rij in o.vorige.rijen(spec):
        if _actie_loopt_door(rij, o.jaar):
            reden = f"de planning is ‘{in_woorden(rij.get('Planning'))}’"
            yield {**rij, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}: {reden}"}


def _middelen(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    for rij in o.vorige.rijen(spec):
        if isinstance(jaar := rij.get("Jaar"), int) and jaar >= o.jaar:
            yield {**rij, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}"}


def _hulpvragen(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    """What was assumed about a speerpunt that runs on, or about none; without its year, so that somebody looks."""
    for rij in o.vorige.rijen(spec):
        code = rij.get("Speerpunt")
        if not code or _loopt_door(o, code):
            verder = {kolom: waarde for kolom, waarde in rij.items() if kolom != "Jaar"}
            yield {**verder, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}: kijk aantallen en prijzen na"}


def _alles(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    for rij in o.vorige.rijen(spec):
        yield {**rij, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}"}


def _wat_nog_klopt(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    """What does not name the year it was written for or in: that would be out of date."""
    for rij in _alles(o, spec):
        if not _noemt_vorig_jaar(o, rij):
            yield rij


def _teksten(o: Opdracht, spec: BladSpec) -> Iterator[Rij]:
    """A row for every text there can be; last year's words where they still hold."""
    vorige = {rij.get("Onderdeel"): rij for rij in o.vorige.rijen(spec)}
    for onderdeel, waar in o.vorm.teksten.items():
        rij = {"Onderdeel": onderdeel, "Waar de tekst komt": waar}
        oud = vorige.get(onderdeel, {})
        if not oud.get("Tekst"):
            yield rij
        elif _noemt_vorig_jaar(o, oud):
            yield {
                **rij,
                HERKOMST: f"Niet overgenomen: de tekst uit {o.vorig_jaar} noemt een jaar. Schrijf een nieuwe.",
            }
        else:
            yield {**rij, **oud, HERKOMST: f"{VOORSTEL} uit {o.vorig_jaar}"}


_Maker: TypeAlias = Callable[[Opdracht, BladSpec], Iterator[Rij]]

# A sheet that is not here begins empty: conversations, a casus and a decision are of their own year.
_PER_BLAD: Mapping[str, _Maker] = {
    "Gebied": _gebied,
    "Bevolking": _bevolking,
    "Duiding": _wat_nog_klopt,
    "Terugblik": _terugblik,
    "Speerpunten": _speerpunten,
    "Doelen": _doelen,
    "Acties": _acties,
    "Partners": _alles,
    "Aanbod": _alles,
    "Middelen": _middelen,
    BUSINESSCASE: _hulpvragen,
    "Risico's": _wat_nog_klopt,
    "Teksten": _teksten,
}


# -- what runs on


def _loopt_door(o: Opdracht, code: Celwaarde) -> str:
    """Why a speerpunt of last year runs on: a target or an action of it lies in the new year or later; "" if not."""
    doeljaren = [_doeljaar(rij) for rij in o.oud("Doelen") if _hoort_bij(rij, code)]
    if max(doeljaren, default=0) >= o.jaar:
        return f"een doel loopt tot {max(doeljaren)}"
    acties = [rij for rij in o.oud("Acties") if _hoort_bij(rij, code)]
    return "een actie loopt door" if any(_actie_loopt_door(rij, o.jaar) for rij in acties) else ""


def _actie_loopt_door(rij: Rij, jaar: int) -> bool:
    planning = in_woorden(rij.get("Planning")).casefold()
    return any(j >= jaar for j in jaartallen(rij, ("Planning",))) or any(woord in planning for woord in _LOOPT_DOOR)


def _doeljaar(rij: Rij) -> int:
    jaar = rij.get("Streefwaarde jaar")
    return jaar if isinstance(jaar, int) else 0


def _hoort_bij(rij: Rij, code: Celwaarde) -> bool:
    return in_woorden(rij.get("Speerpunt")).casefold() == in_woorden(code).casefold()


def _noemt_vorig_jaar(o: Opdracht, rij: Rij) -> bool:
    """Whether a text names last plan year, the year it was written in, or one that lay ahead."""
    return any(jaar >= o.vorig_jaar - 1 for jaar in jaartallen({k: v for k, v in rij.items() if k != HERKOMST}))


# -- last year in words


def _doel_in_woorden(rij: Rij) -> str:
    naam = in_woorden(rij.get("Indicator"))
    if in_woorden(rij.get("Nulmeting")).casefold() == EERST_NULMETING:
        return f"{naam}: eerst een nulmeting"
    van, naar = (_met_jaar(rij, kolom) for kolom in ("Nulmeting", "Streefwaarde"))
    return f"{naam}: van {van or 'onbekend'} naar {naar or 'onbekend'}"


def _met_jaar(rij: Rij, kolom: str) -> str:
    waarde, jaar = in_woorden(rij.get(kolom)), in_woorden(rij.get(f"{kolom} jaar"))
    return f"{waarde} ({jaar})" if waarde and jaar else waarde


def _actie_in_woorden(rij: Rij) -> str:
    afspraak = in_woorden(rij.get("Resultaat"))
    return f"{in_woorden(rij.get('Actie'))} → {afspraak}" if afspraak else in_woorden(rij.get("Actie"))
