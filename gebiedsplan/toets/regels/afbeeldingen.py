"""Pictures: can someone who does not see them know what they show?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.toets.model import Worddocument
from gebiedsplan.toets.woorden import kort

_LANGSTE_BESCHRIJVING = 150
_BESTANDSNAAM = re.compile(r"[\w .()\-]+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic)", re.IGNORECASE)
_BESCHRIJF = (
    "Klik er met de rechtermuisknop op en kies Alternatieve tekst. Schrijf in één of twee zinnen wat erop staat. "
    "Is het alleen versiering? Vink dan Als decoratief markeren aan."
)


def afbeelding_heeft_beschrijving(d: Worddocument) -> Iterator[Bevinding]:
    """A picture, chart or shape says what it shows, or that it is decorative."""
    for afbeelding in d.afbeeldingen:
        if afbeelding.decoratief:
            continue
        if not afbeelding.beschrijving:
            titel = f" Er is wel een titel: “{kort(afbeelding.titel)}”." if afbeelding.titel else ""
            tekst = f"Hier ontbreekt een beschrijving (alternatieve tekst).{titel}"
            yield Bevinding("docx-e001", afbeelding.plek, tekst, _BESCHRIJF)
        elif _BESTANDSNAAM.fullmatch(afbeelding.beschrijving):
            tekst = f"De beschrijving is een bestandsnaam: “{kort(afbeelding.beschrijving)}”."
            yield Bevinding("docx-e001", afbeelding.plek, tekst, _BESCHRIJF)


def beschrijving_is_kort(d: Worddocument) -> Iterator[Bevinding]:
    """A description is read aloud in one go, so it is short."""
    for afbeelding in d.afbeeldingen:
        lengte = len(afbeelding.beschrijving)
        if lengte > _LANGSTE_BESCHRIJVING:
            yield Bevinding(
                "docx-w002",
                afbeelding.plek,
                f"De beschrijving is {lengte} tekens lang: “{kort(afbeelding.beschrijving)}”.",
                f"Maak er hooguit {_LANGSTE_BESCHRIJVING} tekens van. Zet de rest in de tekst bij de afbeelding.",
                Ernst.LET_OP,
            )


def geen_watermerk(d: Worddocument) -> Iterator[Bevinding]:
    """What only a watermark says is not read aloud."""
    # Word puts the same watermark in every header of a document.
    eerste = {watermerk.tekst: watermerk.plek for watermerk in reversed(d.watermerken)}
    for tekst, plek in reversed(eerste.items()):
        yield Bevinding(
            "docx-w006",
            plek,
            f"Er is een watermerk met de tekst “{kort(tekst)}”."
            if tekst
            else "Er is een watermerk met een afbeelding.",
            "Zet wat het zegt in de tekst. Haal het weg met Ontwerpen > Watermerk > Watermerk verwijderen.",
            Ernst.LET_OP,
        )
