"""The catalogue card of one document, in plain values; ``owms`` and ``diwoo`` are two ways to write it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waarde:
    """A value from a list of the government: what it is called, and its address there ("" when it has none)."""

    naam: str
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Kaart:
    """The card. ``datum`` and ``vastgesteld`` are ISO 8601 days; ``vastgesteld`` is "" until it is decided.

    ``organisatie`` publishes and answers for the document; ``kenmerk`` is its case number, or "".
    """

    titel: str
    omschrijving: str
    organisatie: Waarde
    datum: str
    vastgesteld: str
    kenmerk: str
    informatiecategorie: Waarde
    documentsoort: Waarde
    themas: tuple[Waarde, ...]
    trefwoorden: tuple[str, ...]
