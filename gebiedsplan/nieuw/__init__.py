"""A new workbook for an area and a year: what stands on it, made from the kader and last year's workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.gebied.bladen import CIJFERKOLOMMEN
from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van
from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.gebied.vorm import bladen_van, vorm
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.nieuw import kleuren, kolommen, leesmij, lijsten
from gebiedsplan.nieuw.overnemen import HERKOMST, Opdracht, rijen
from gebiedsplan.nieuw.vorige import Rij, Vorige
from gebiedsplan.werkmap import Werkmap
from gebiedsplan.werkmap.boek import Kolomkop, Rol, Tabelblad, Tussen, Werkboek

# A target may lie this many years ahead.
_VOORUIT = 20

_EENHEID = Kolomkop("Eenheid", Rol.TER_INFO, 30, "Waarin dit cijfer is geteld. Het programma leest deze kolom niet.")
_HERKOMST = Kolomkop(
    HERKOMST,
    Rol.TER_INFO,
    34,
    "Waar deze rij vandaan komt. Klopt het voorstel? Maak deze cel dan leeg. Het programma leest deze kolom niet.",
)
# Columns for the eye, right of those that are read.
_TER_INFO: Mapping[str, tuple[Kolomkop, ...]] = {
    "Gebied": (
        Kolomkop("Verplicht", Rol.TER_INFO, 12, "Of het plan dit gegeven nodig heeft."),
        Kolomkop("Uitleg", Rol.TER_INFO, 48, "Wat in de kolom Waarde hoort."),
    ),
    "Terugblik": (
        Kolomkop("Doelen van vorig jaar", Rol.TER_INFO, 50, "Waar vorig jaar op werd gemikt."),
        Kolomkop("Acties van vorig jaar", Rol.TER_INFO, 60, "Wat vorig jaar zou gebeuren, en wat het zou opleveren."),
    ),
    "Teksten": (Kolomkop("Waar de tekst komt", Rol.TER_INFO, 40, "De plaats van de tekst in het plan."),),
}


@dataclass(frozen=True, slots=True)
class Nieuw:
    """A new workbook, and what of last year could not be taken over."""

    boek: Werkboek
    bevindingen: tuple[Bevinding, ...]


def werkboek(kader: Kader, gebied: Gebied, jaar: int, vorige: Werkmap | None) -> Nieuw:
    """The workbook of ``gebied`` for plan year ``jaar``; ``vorige`` is that of the year before, where there is one."""
    oud = Vorige(vorige, keuzelijsten(kader, regios_van(gebied)))
    opdracht = Opdracht(kader, vorm(kader), gebied, jaar, oud)
    specs = bladen_van(kader, gebied)
    woorden = lijsten.woorden(kader, gebied)
    boek = Werkboek(
        titel=f"Werkmap {gebied.naam} {jaar}",
        onderwerp=f"Alles wat nodig is voor het gebiedsplan {gebied.naam} {jaar}",
        maker=kader.instellingen.lange_naam,
        datum=dt.date(jaar - 1, 1, 1),
        bladen=(
            leesmij.blad(gebied, jaar, specs, oud.is_er),
            *(_tabelblad(opdracht, spec) for spec in specs),
            lijsten.blad(woorden),
        ),
        namen=lijsten.namen(woorden, specs),
    )
    return Nieuw(boek, tuple(oud.bevindingen))


def _tabelblad(opdracht: Opdracht, spec: BladSpec) -> Tabelblad:
    inhoud = rijen(opdracht, spec)
    jaren = Tussen(opdracht.kader.instellingen.oudste_jaar, opdracht.jaar + _VOORUIT, geheel=True)
    ter_info = _ter_info(spec, inhoud)
    koppen = (*(kolommen.kop(spec, kolom, jaren) for kolom in spec.kolommen), *ter_info)
    namen = (*(kolom.naam for kolom in spec.kolommen), *(kop.naam for kop in ter_info))
    velden = tuple(enumerate(opdracht.vorm.velden)) if spec.naam == "Gebied" else ()
    return Tabelblad(
        spec.naam,
        koppen,
        tuple(tuple(rij.get(naam) for naam in namen) for rij in inhoud),
        kleuren.markeringen(spec, koppen),
        invoer={(i, "Waarde"): regel for i, veld in velden if (regel := kolommen.invoer(veld, jaren))},
        formaten={(i, "Waarde"): kolommen.formaat(veld) for i, veld in velden},
    )


def _ter_info(spec: BladSpec, inhoud: tuple[Rij, ...]) -> tuple[Kolomkop, ...]:
    eenheid = (_EENHEID,) if spec.kolommen == CIJFERKOLOMMEN else ()
    herkomst = (_HERKOMST,) if any(HERKOMST in rij for rij in inhoud) else ()
    return (*_TER_INFO.get(spec.naam, ()), *eenheid, *herkomst)
