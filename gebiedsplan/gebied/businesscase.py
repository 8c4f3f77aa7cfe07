"""The sheet on what prevention costs and may save: its columns, and a row of it as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gebiedsplan.gebied.kolommen import STATUS_CIJFER, Kolom, Soort

if TYPE_CHECKING:
    from gebiedsplan.gebied.model import Plekken, Reden

KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("Hulpvraag", Soort.TEKST, "Waar inwoners hulp bij vragen.", verplicht=True),
    Kolom("Speerpunt", Soort.CODE, "De code van het speerpunt waar het bij hoort."),
    Kolom("Jaar", Soort.JAAR, "Het jaar waar de aantallen en prijzen van zijn.", verplicht=True),
    Kolom(
        "Inwoners",
        Soort.CIJFER,
        "Hoeveel inwoners met deze vraag per jaar hulp krijgen in de sociale basis.",
        nodig=True,
    ),
    Kolom("Bron inwoners", Soort.TEKST, "Waar het aantal vandaan komt, of waarom u dit aanneemt."),
    Kolom("Maatwerk per inwoner", Soort.BEDRAG, "Wat maatwerk voor één inwoner per jaar kost.", nodig=True),
    Kolom("Bron maatwerk", Soort.TEKST, "Waar het bedrag vandaan komt, of waarom u dit aanneemt."),
    Kolom(
        "Sociale basis vast",
        Soort.BEDRAG,
        "Wat de hulp in de sociale basis per jaar kost, hoeveel inwoners er ook komen. Leeg: die kosten zijn er niet.",
    ),
    Kolom(
        "Sociale basis per inwoner",
        Soort.BEDRAG,
        "Wat de hulp in de sociale basis daar bovenop per inwoner per jaar kost. Leeg: die kosten zijn er niet.",
    ),
    Kolom("Bron sociale basis", Soort.TEKST, "Waar de bedragen vandaan komen, of waarom u dit aanneemt."),
    Kolom(
        "Vermeden laag",
        Soort.GETAL,
        "Hoeveel procent van deze inwoners ten minste geen maatwerk nodig heeft: de lage schatting.",
        nodig=True,
    ),
    Kolom(
        "Vermeden hoog",
        Soort.GETAL,
        "Hoeveel procent van deze inwoners ten hoogste geen maatwerk nodig heeft: de hoge schatting.",
        nodig=True,
    ),
    Kolom("Bron vermeden", Soort.TEKST, "Waar de schatting vandaan komt, of waarom u dit aanneemt."),
    Kolom("Status", Soort.KEUZE, "Hoe zeker de cijfers zijn.", verplicht=True, lijst=STATUS_CIJFER),
    Kolom("Opmerking", Soort.TEKST, "Wat u nog meer aanneemt."),
)


@dataclass(frozen=True, slots=True)
class Hulpvraag:
    """What help in the sociale basis costs and may save for one kind of question; all amounts in euros a year.

    ``inwoners`` with this question are helped there; ``reden`` says why the number is None. ``maatwerk`` is what
    maatwerk would cost for one of them. The help costs ``vast``, and ``per_inwoner`` for each; None: not known.
    ``laag`` and ``hoog`` are the share of them (percent) that needs no maatwerk then. ``bronnen`` are those of the
    number, of maatwerk, of the sociale basis and of the share, in that order.
    """

    naam: str
    speerpunt: str
    jaar: int
    inwoners: float | None
    reden: Reden | None
    maatwerk: float | None
    vast: float | None
    per_inwoner: float | None
    laag: float | None
    hoog: float | None
    bronnen: tuple[str, str, str, str]
    status: str
    opmerking: str
    plekken: Plekken
