"""The card as lines for the head of a web page: Dublin Core terms, used as OWMS 4.0 uses them.

OWMS names the list a value is from in ``scheme``. HTML no longer has that attribute, so the list is the ``title``
of the line, as government sites write it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.document import Property
from gebiedsplan.publicatie.model import Kaart, Waarde

_ADRES = "DCTERMS.URI"
_DAG = "XSD.date"


def eigenschappen(kaart: Kaart) -> tuple[Property, ...]:
    """Every line that says something; a value with an address gets a line for each."""
    regels = (
        Property("DCTERMS.title", kaart.titel),
        Property("DCTERMS.description", kaart.omschrijving),
        *_waarde("DCTERMS.creator", kaart.organisatie),
        *_waarde("DCTERMS.publisher", kaart.organisatie),
        *_waarde("OVERHEID.authority", kaart.organisatie),
        Property("DCTERMS.identifier", kaart.kenmerk),
        Property("DCTERMS.language", "nl-NL", "XSD.language"),
        Property("DCTERMS.date", kaart.datum, _DAG),
        Property("DCTERMS.modified", kaart.datum, _DAG),
        Property("DCTERMS.issued", kaart.vastgesteld, _DAG),
        *_waarde("DCTERMS.type", kaart.documentsoort),
        *(regel for thema in kaart.themas for regel in _waarde("DCTERMS.subject", thema)),
        *_waarde("DCTERMS.spatial", kaart.organisatie),
        Property("DCTERMS.audience", "particulier", "OVERHEID.Doelgroep"),
    )
    return tuple(regel for regel in regels if regel.value)


def _waarde(naam: str, waarde: Waarde) -> Iterator[Property]:
    yield Property(naam, waarde.naam)
    yield Property(naam, waarde.adres, _ADRES)
