"""The styles of the style document, looked up by the name a user sees in Word."""

from __future__ import annotations

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.writers.docx.elements import find, value

REQUIRED = (
    "Normal",
    "Title",
    "Subtitle",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "Inleidende zin",
    "Bron",
    "caption",
    "Gegevens bijschrift",
    "Figuur",
    "List Bullet",
    "List Number",
    "List Continue",
    "Kenmerk",
    "Kader toelichting",
    "Kader waarschuwing",
    "Kader vraag",
    "Huistabel",
    "Tabelkop",
    "Tabeltekst",
    "Tabelgetal",
    "Omslag logo",
    "Omslag status",
    "Omslag concept",
    "Omslag regel",
    "Omslag contact",
    "TOC Heading",
    "toc 1",
    "toc 2",
    "header",
    "Koptekst concept",
    "footer",
    "Hyperlink",
    "Nummer",
    "Conceptwoord",
)


class StyleDocumentError(Exception):
    """The style document lacks something; says in Dutch what."""


class StyleSheet:
    """Style ids and the few measures the writer follows; raises StyleDocumentError when a style is missing."""

    def __init__(self, styles: Element) -> None:
        by_name: dict[str, Element] = {}
        for style in styles.iterchildren(qn("w:style")):
            by_name[value(find(cast(Element, style), "name")).casefold()] = cast(Element, style)
        missing = [name for name in REQUIRED if name.casefold() not in by_name]
        if missing:
            raise StyleDocumentError(f"In het stijldocument ontbreekt: {', '.join(missing)}.")
        self._ids = {name: value(by_name[name.casefold()], "styleId") for name in REQUIRED}
        self._indents = {name: _left_indent(by_name[name.casefold()]) for name in REQUIRED}
        self._rooms_above = {name: _space_before(by_name[name.casefold()]) for name in REQUIRED}
        self._numberings = {name: _num_id(by_name[name.casefold()]) for name in REQUIRED}

    def id(self, name: str) -> str:
        """The id of the style with this name."""
        return self._ids[name]

    def indent(self, name: str) -> int:
        """The left indent of the style itself, in twips."""
        return self._indents[name]

    def space_before(self, name: str) -> int:
        """The room above a paragraph in the style itself, in twips."""
        return self._rooms_above[name]

    def num_id(self, name: str) -> str:
        """The numbering definition a list style points at; StyleDocumentError when it points at none."""
        found = self._numberings[name]
        if not found:
            raise StyleDocumentError(f"In het stijldocument heeft de stijl {name} geen nummering.")
        return found


def _left_indent(style: Element) -> int:
    return int(value(find(style, "pPr", "ind"), "left") or 0)


def _space_before(style: Element) -> int:
    return int(value(find(style, "pPr", "spacing"), "before") or 0)


def _num_id(style: Element) -> str:
    return value(find(style, "pPr", "numPr", "numId"))
