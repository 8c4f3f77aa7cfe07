"""The sheet Opmerkingen: what readers said of a plan in Word. The program fills it, a person answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from gebiedsplan.gebied.kolommen import BladSpec, Kolom, Soort

if TYPE_CHECKING:
    from gebiedsplan.gebied.model import Plekken

OPMERKINGEN = "Opmerkingen"
OPEN = "open"
STATUS, STATUSLIJST = "Status", "status opmerking"
STATUSSEN_OPMERKING = (OPEN, "verwerkt", "niet overgenomen")

# Its columns, with what stands in them.
OPMERKINGKOLOMMEN: Mapping[str, str] = MappingProxyType(
    {
        "Wie": "Wie het schreef, zoals Word dat weet. Komt niet in het plan.",
        "Wanneer": "De dag en het uur.",
        "Soort": "Een opmerking, een antwoord daarop, of een wijziging in de tekst.",
        "Opmerking": "Wat de lezer schreef of veranderde.",
        "Blad": "Op welk blad de tekst staat waar het over gaat.",
        "Cel": "In welke cel. Leeg: de tekst komt uit het sjabloon, of is berekend.",
        "Over deze tekst": "De tekst in het document.",
        "Onder de kop": "De kop in het document waar de tekst onder staat.",
        "Status": "Wat ermee is gedaan. Leeg telt als open.",
        "Antwoord": "Wat u ermee deed, of waarom niet. Dit vult u zelf in.",
        "Toelichting": "Wat het programma er zelf bij zegt.",
        "Document": "De naam van het Word-bestand.",
        "Kenmerk": "Hieraan herkent het programma de opmerking. Laat dit staan.",
    }
)

OPMERKINGENBLAD = BladSpec(
    OPMERKINGEN,
    "een opmerking of wijziging van een lezer, uit Word",
    tuple(
        Kolom(naam, Soort.KEUZE, uitleg, lijst=STATUSLIJST) if naam == STATUS else Kolom(naam, Soort.TEKST, uitleg)
        for naam, uitleg in OPMERKINGKOLOMMEN.items()
    ),
    uitleg="Vult het programma, als u opmerkingen uit Word inleest. U vult Status en Antwoord in. "
    "Het blad komt niet in het plan.",
)


@dataclass(frozen=True, slots=True)
class Opmerking:
    """What a reader said of the plan in Word, as far as the program must know it. Never shown in a plan.

    ``wie``, ``wanneer`` and ``wat`` and its ``kenmerk`` tell it from others; ``status`` is what was done with it.
    """

    wie: str
    wanneer: str
    wat: str
    kenmerk: str
    status: str
    plekken: Plekken

    @property
    def open(self) -> bool:
        """Whether nothing has been done with it yet."""
        return self.status.casefold() in ("", OPEN)
