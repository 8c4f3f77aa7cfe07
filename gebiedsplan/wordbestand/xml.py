"""The names in the XML of Word, and XML read without trusting it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_NAAMRUIMTEN: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
}
# A document saved as "Strict Open XML" says the same in other namespaces.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_GEWOON = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_DOCTYPES = tuple("<!DOCTYPE".encode(codering) for codering in ("ascii", "utf-16-le", "utf-16-be"))


class XmlFout(Exception):
    """This is no XML, or XML that Office does not write."""


@cache
def naam(kort: str) -> str:
    """``w:p`` as lxml writes it."""
    ruimte, _, lokaal = kort.partition(":")
    return f"{{{_NAAMRUIMTEN[ruimte]}}}{lokaal}"


def lees(inhoud: bytes) -> Element:
    """The root of an XML part. No entities, no network; raises XmlFout when it is damaged or declares a DTD."""
    if any(doctype in inhoud for doctype in _DOCTYPES):
        raise XmlFout
    ontleder = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(_STRICT.sub(_GEWOON, inhoud), ontleder)
    except (etree.XMLSyntaxError, ValueError) as fout:
        raise XmlFout from fout


def aantal(wortel: Element) -> int:
    """How many elements there are from ``wortel`` down."""
    return sum(1 for _ in wortel.iter())


def aan(knoop: Element | None) -> bool:
    """Whether an on-off property is there and on."""
    return knoop is not None and knoop.get(_VAL, "1") in {"1", "true", "on"}


def waarde(knoop: Element | None, attribuut: str = "w:val") -> str:
    """An attribute of ``knoop``; "" when the node or the attribute is not there."""
    return "" if knoop is None else knoop.get(naam(attribuut), "")


def onder(knoop: Element | None, *pad: str) -> Element | None:
    """The first element below ``knoop`` along ``pad``."""
    for stap in pad:
        knoop = None if knoop is None else knoop.find(naam(stap))
    return knoop


def eigenschappen(knoop: Element | None) -> Mapping[str, Element]:
    """What stands in an element with properties, by its name without the prefix."""
    return {} if knoop is None else {kind.tag.rpartition("}")[2]: kind for kind in knoop}


def kinderen(knoop: Element) -> Iterator[Element]:
    """What stands in ``knoop`` for a reader: through wrappers, and with what was deleted or moved away left out."""
    for kind in knoop:
        if kind.tag in _OMHULSELS:
            yield from kinderen(kind)
        elif kind.tag == _KEUZE:
            yield from kinderen(gekozen(kind))
        elif kind.tag not in _WEG:
            yield kind


def gekozen(keuze: Element) -> Element:
    """Of several ways to say the same the first, which is the newest; an empty element when there is none."""
    return next(iter(keuze), keuze)


_VAL: Final = naam("w:val")
_KEUZE: Final = naam("mc:AlternateContent")
_WEG: Final = frozenset(map(naam, ("w:del", "w:moveFrom")))
_OMHULSELS: Final = frozenset(
    map(naam, ("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:dir", "w:bdo"))
)
