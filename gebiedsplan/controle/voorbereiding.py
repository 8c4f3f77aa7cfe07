"""What is still to be filled in: work, not a mistake, as long as a workbook is in preparation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.bladen import IN_VOORBEREIDING
from gebiedsplan.gebied.vorm import bladen_van

# Findings that say something is not there yet, or not yet of this year.
_ONTBREEKT = {
    "verplicht-leeg",
    "blok-leeg",
    "speerpunt-zonder-doel",
    "speerpunt-zonder-actie",
    "gesprek-zonder-antwoord",
    "besluit-leeg",
    "beslispunt-zonder-argument",
    "speerpunt-zonder-cijfer",
    "speerpunt-zonder-gesprek",
    "speerpunt-zonder-indicator",
    "speerpunt-zonder-partner",
    "cijfer-verouderd",
    "businesscase-onvolledig",
    "businesscase-zonder-bron",
}
# More cells than this are counted, not named.
_GENOEMD = 8


def rijen_zijn_ingevuld(o: Onderzoek) -> Iterator[Bevinding]:
    """A row that waits for its figure is not left waiting. Says so once a sheet, and only where a plan needs it."""
    gevraagd = {spec.naam for spec in bladen_van(o.kader, o.kader.gebied(o.data.slug)) if spec.verplicht}
    gevraagd |= {blok.blad for blok in o.kader.blokken}
    for blad, aantal in Counter(plek.blad for plek in o.data.open_rijen).items():
        if blad in gevraagd:
            yield Bevinding(
                "nog-invullen",
                next(plek for plek in o.data.open_rijen if plek.blad == blad),
                f"Op dit blad {'wacht 1 rij' if aantal == 1 else f'wachten {aantal} rijen'} op een cijfer. "
                "Dit is de eerste. Wat niet is ingevuld, komt niet in het plan.",
                "Vul het cijfer in, of het teken dat zegt waarom het er niet is. Een rij te veel mag weg.",
                Ernst.LET_OP,
            )


def als_werk(bevindingen: Iterable[Bevinding], o: Onderzoek) -> Iterator[Bevinding]:
    """The findings as they count for this workbook: in preparation, what is not there is work still to be done.

    Empty cells are named together, once a sheet.
    """
    if o.data.kop.status != IN_VOORBEREIDING:
        yield from bevindingen
        return
    for (code, blad), groep in groupby(bevindingen, key=lambda b: (b.code, b.plek.blad)):
        if code == "verplicht-leeg" and blad:
            yield _samen(tuple(groep))
        else:
            yield from (_werk(b) if _ontbreekt(b, o) else b for b in groep)


def nog_geen_plan(bestand: str) -> Bevinding:
    """Why no plan is made of a workbook in preparation."""
    return Bevinding(
        "in-voorbereiding",
        Plek(bestand, blad="Gebied"),
        "Deze werkmap is nog in voorbereiding. Er komt nog geen plan van.",
        "Vul in wat hier nog bij staat. Klaar? Zet het veld Status op concept. "
        "Wilt u het plan van een ander jaar? Noem dan het jaar, met JAAR= of --jaar.",
    )


def _ontbreekt(bevinding: Bevinding, o: Onderzoek) -> bool:
    te_weinig = len(o.data.speerpunten) < o.kader.instellingen.speerpunten_min
    return bevinding.code in _ONTBREEKT or (bevinding.code == "aantal-speerpunten" and te_weinig)


def _werk(bevinding: Bevinding) -> Bevinding:
    return replace(bevinding, code="nog-invullen", ernst=Ernst.LET_OP)


def _samen(leeg: tuple[Bevinding, ...]) -> Bevinding:
    """The empty cells of one sheet as one finding."""
    eerste = _werk(leeg[0])
    if len(leeg) == 1:
        return eerste
    genoemd = ", ".join(b.plek.cel for b in leeg[:_GENOEMD])
    rest = f" en nog {len(leeg) - _GENOEMD}" if len(leeg) > _GENOEMD else ""
    return replace(
        eerste,
        tekst=f"Op dit blad zijn nog {len(leeg)} cellen leeg: {genoemd}{rest}.",
        hulp="Vul deze cellen in. Een rij die u niet nodig hebt, mag weg.",
    )
