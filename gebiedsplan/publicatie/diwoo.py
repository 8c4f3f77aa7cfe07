"""The card as a DiWoo record (metadata 0.9.8): what the Woo index of the government reads beside a document."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from gebiedsplan.publicatie.model import Kaart, Waarde
from gebiedsplan.publicatie.waardelijsten import HTML, NEDERLANDS, VASTSTELLING

NAMESPACE = "https://standaarden.overheid.nl/diwoo/metadata/"

# XML has no way to write these, not even escaped.
_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def schrijf(kaart: Kaart) -> bytes:
    """The record of a document that has been decided, in UTF-8. The same card gives the same bytes.

    Raises ValueError for a card without a day of decision: the record must say what was done with the document, and
    of a draft there is nothing to say yet.
    """
    if not kaart.vastgesteld:
        raise ValueError("a document that has not been decided has no DiWoo record")
    document = ET.Element("diwoo:Document", {"xmlns:diwoo": NAMESPACE})
    diwoo = _onder(document, "DiWoo")
    if kaart.kenmerk:
        _onder(_onder(diwoo, "identifiers"), "identifier", kaart.kenmerk)
    _verwijs(diwoo, "publisher", kaart.organisatie)
    _verwijs(diwoo, "verantwoordelijke", kaart.organisatie)
    _onder(_onder(diwoo, "titelcollectie"), "officieleTitel", kaart.titel)
    if kaart.omschrijving:
        _onder(_onder(diwoo, "omschrijvingen"), "omschrijving", kaart.omschrijving)
    _classificatie(_onder(diwoo, "classificatiecollectie"), kaart)
    _onder(diwoo, "creatiedatum", kaart.datum)
    _verwijs(diwoo, "language", NEDERLANDS)
    _verwijs(diwoo, "format", HTML)
    _handeling(_onder(_onder(diwoo, "documenthandelingen"), "documenthandeling"), kaart)
    ET.indent(document)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(document, encoding="unicode")}\n'.encode()


def _classificatie(onder: ET.Element, kaart: Kaart) -> None:
    _verwijs(_onder(onder, "informatiecategorieen"), "informatiecategorie", kaart.informatiecategorie)
    _verwijs(_onder(onder, "documentsoorten"), "documentsoort", kaart.documentsoort)
    if kaart.themas:
        themas = _onder(onder, "themas")
        for thema in kaart.themas:
            _verwijs(themas, "thema", thema)
    if kaart.trefwoorden:
        trefwoorden = _onder(onder, "trefwoorden")
        for woord in kaart.trefwoorden:
            _onder(trefwoorden, "trefwoord", woord)


def _handeling(onder: ET.Element, kaart: Kaart) -> None:
    _verwijs(onder, "soortHandeling", VASTSTELLING)
    # The record wants a time of day; of a decision only the day is known.
    _onder(onder, "atTime", f"{kaart.vastgesteld}T00:00:00")
    _verwijs(onder, "wasAssociatedWith", kaart.organisatie)


def _onder(ouder: ET.Element, naam: str, tekst: str = "") -> ET.Element:
    element = ET.SubElement(ouder, f"diwoo:{naam}")
    element.text = _NIET_IN_XML.sub("", tekst) or None
    return element


def _verwijs(ouder: ET.Element, naam: str, waarde: Waarde) -> None:
    element = _onder(ouder, naam, waarde.naam)
    if waarde.adres:
        element.set("resource", waarde.adres)
