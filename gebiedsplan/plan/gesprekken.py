"""What we heard, and from whom."""

from __future__ import annotations

from collections.abc import Sequence

from gebiedsplan import taal
from gebiedsplan.gebied.model import Gebiedsdata, Gesprek
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.plan import model
from gebiedsplan.plan.bronnen import Bronnen, anker


def gesprekken(b: Bronnen, data: Gebiedsdata) -> model.Gesprekken:
    """The conversations of one area in order of date."""
    titels = {s.code: s.titel for s in data.speerpunten}
    op_datum = sorted(data.gesprekken, key=lambda g: g.datum)
    return model.Gesprekken(
        gebied=b.naam(data.slug),
        zin=gesprekszin(b.naam(data.slug), op_datum),
        rijen=tuple(
            model.Gesprek(
                naam=wie(g),
                punten=g.meegegeven,
                antwoord=g.gedaan or uit("Nog geen antwoord.", g.plekken.get("Wat is ermee gedaan")),
                speerpunten=tuple((titels[c], anker(data.slug, c)) for c in g.speerpunten if c in titels),
            )
            for g in op_datum
        ),
    )


def wie(gesprek: Gesprek) -> str:
    """With whom, in what form, when and with how many: "Dorpsraad (gebiedstafel, 3 maart 2026, 42 deelnemers)"."""
    aantal = f", {_deelnemers(gesprek.aantal)}" if gesprek.aantal else ""
    naam = f"{gesprek.met_wie} ({taal.kleine_letter(gesprek.vorm)}, {taal.datum(gesprek.datum)}{aantal})"
    return naar(naam, [gesprek.met_wie])


def gesprekszin(naam: str, gesprekken: Sequence[Gesprek]) -> str:
    """How many conversations there were, and with how many people."""
    if not gesprekken:
        return f"In {naam} zijn dit jaar nog geen gesprekken vastgelegd."
    aantal = len(gesprekken)
    bekend = [g.aantal for g in gesprekken if g.aantal]
    samen = "samen" if len(bekend) == aantal else "samen ten minste"
    met = f" met {samen} {_deelnemers(sum(bekend))}" if bekend else ""
    woord = taal.meervoud(aantal, "gesprek", "gesprekken")
    zin = f"In {naam} {taal.meervoud(aantal, 'was er', 'waren er')} {taal.telwoord(aantal)} {woord}{met}."
    return naar(zin, [gesprek.met_wie for gesprek in gesprekken])


def _deelnemers(aantal: float) -> str:
    return f"{taal.getal(aantal)} {taal.meervoud(int(aantal), 'deelnemer', 'deelnemers')}"
