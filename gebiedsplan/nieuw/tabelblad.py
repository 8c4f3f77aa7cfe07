"""A sheet of a new workbook: its columns, its rows, what may be typed and what gets a colour."""

from __future__ import annotations

from collections.abc import Mapping

from gebiedsplan.gebied.bladen import CIJFERKOLOMMEN
from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.gebied.vorm import vorm
from gebiedsplan.kader.model import Kader
from gebiedsplan.nieuw import kleuren, kolommen
from gebiedsplan.nieuw.overnemen import HERKOMST
from gebiedsplan.nieuw.vorige import Rij
from gebiedsplan.werkmap.boek import Kolomkop, Rol, Tabelblad, Tussen

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


def tabelblad(kader: Kader, jaar: int, spec: BladSpec, rijen: tuple[Rij, ...]) -> Tabelblad:
    """The sheet that begins with these rows; ``jaar`` is the plan year."""
    jaren = Tussen(kader.instellingen.oudste_jaar, jaar + _VOORUIT, geheel=True)
    ter_info = _ter_info(spec, rijen)
    koppen = (*(kolommen.kop(spec, kolom, jaren) for kolom in spec.kolommen), *ter_info)
    namen = (*(kolom.naam for kolom in spec.kolommen), *(kop.naam for kop in ter_info))
    velden = tuple(enumerate(vorm(kader).velden)) if spec.naam == "Gebied" else ()
    return Tabelblad(
        spec.naam,
        koppen,
        tuple(tuple(rij.get(naam) for naam in namen) for rij in rijen),
        kleuren.markeringen(spec, koppen),
        invoer={(i, "Waarde"): regel for i, veld in velden if (regel := kolommen.invoer(veld, jaren))},
        formaten={(i, "Waarde"): kolommen.formaat(veld) for i, veld in velden},
    )


def _ter_info(spec: BladSpec, rijen: tuple[Rij, ...]) -> tuple[Kolomkop, ...]:
    eenheid = (_EENHEID,) if spec.kolommen == CIJFERKOLOMMEN else ()
    herkomst = (_HERKOMST,) if any(HERKOMST in rij for rij in rijen) else ()
    return (*_TER_INFO.get(spec.naam, ()), *eenheid, *herkomst)
