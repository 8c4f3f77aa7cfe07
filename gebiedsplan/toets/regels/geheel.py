"""The document as a whole: its title, its language, and what it asks when it is opened."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.toets.model import Worddocument

_KIES_TAAL = "Selecteer alles met Ctrl+A, kies Controleren > Taal > Controletaal instellen, en kies Nederlands."


def document_heeft_titel(d: Worddocument) -> Iterator[Bevinding]:
    """The title among the properties is what is read first, and what a browser or a PDF shows."""
    if not d.titel:
        yield Bevinding(
            "docx-e004",
            d.plek,
            "Dit document heeft geen titel in zijn eigenschappen.",
            "Kies Bestand > Info, en vul bij Eigenschappen een titel in.",
        )


def taal_is_ingesteld(d: Worddocument) -> Iterator[Bevinding]:
    """All text has a language, so that it is read in the right voice."""
    zonder = dict(d.talen).get("", 0)
    if zonder:
        yield Bevinding(
            "docx-t001",
            d.plek,
            "Voor dit document is geen taal ingesteld."
            if len(d.talen) == 1
            else f"Voor {zonder} tekens van de tekst is geen taal ingesteld.",
            _KIES_TAAL,
            Ernst.TIP,
        )


def taal_is_nederlands(d: Worddocument) -> Iterator[Bevinding]:
    """The language of most of the text is Dutch; otherwise it is said which one it is."""
    hoofdtaal = next((taal for taal, _ in d.talen if taal), "")
    if hoofdtaal and hoofdtaal.casefold().split("-")[0] != "nl":
        yield Bevinding(
            "docx-t004",
            d.plek,
            f"De taal van dit document is ingesteld op {hoofdtaal}. De tekst wordt dan in die taal voorgelezen.",
            f"Is de tekst Nederlands? {_KIES_TAAL}",
            Ernst.TIP,
        )


def niets_te_vragen(d: Worddocument) -> Iterator[Bevinding]:
    """Opening the document does not bring up a question about fields."""
    if d.velden_bijwerken:
        yield Bevinding(
            "docx-w008",
            d.plek,
            "Word vraagt bij het openen of het de velden in dit document moet bijwerken.",
            "Open het document in Word, kies Ja, en sla het op. Daarna komt de vraag niet meer.",
            Ernst.LET_OP,
        )
