"""Addresses in the lists of the government (TOOI) and of the European Union that catalogue cards point at."""

from __future__ import annotations

from gebiedsplan.publicatie.model import Waarde

NEDERLANDS = Waarde("Nederlands", "http://publications.europa.eu/resource/authority/language/NLD")
HTML = Waarde("HTML", "http://publications.europa.eu/resource/authority/file-type/HTML")
VASTSTELLING = Waarde("vaststelling", "https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76")


def gemeente(naam: str, code: str) -> Waarde:
    """A gemeente by its CBS code ("GM0399"); without a code it has a name only."""
    return Waarde(naam, f"https://identifier.overheid.nl/tooi/id/gemeente/{code.lower()}" if code else "")


def uit_kern(naam: str, code: str) -> Waarde:
    """A kind of information or document, by its code in the thesaurus ("c_5b1055aa")."""
    return Waarde(naam, f"https://identifier.overheid.nl/tooi/def/thes/kern/{code}")


def uit_themas(naam: str, code: str) -> Waarde:
    """A subject, by its code in the list of themes ("c_d0463fb7")."""
    return Waarde(naam, f"https://identifier.overheid.nl/tooi/def/thes/top/{code}")
