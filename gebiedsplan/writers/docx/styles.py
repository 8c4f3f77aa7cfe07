"""The styles of the style document, looked up by the name a user sees in Word."""

from __future__ import annotations

from collections.abc import Iterator
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
    "Omslag status",
    "Omslag regel",
    "TOC Heading",
    "toc 1",
    "toc 2",
    "header",
    "footer",
    "Hyperlink",
    "Nummer",
)

# What a letter keeps of the size of letters, in half points, and of the room around them.
_LETTERS, _SMALLEST = 0.91, 18
_CLOSER = {"before": 0.6, "after": 0.6, "line": 0.95}
_EXACT = ("exact", "atLeast")


class StyleSheet:
    """Style ids and the few measures the writer follows; raises KeyError when a style is missing."""

    def __init__(self, styles: Element) -> None:
        by_name: dict[str, Element] = {}
        for style in styles.iterchildren(qn("w:style")):
            by_name[value(find(cast(Element, style), "name")).casefold()] = cast(Element, style)
        missing = [name for name in REQUIRED if name.casefold() not in by_name]
        if missing:
            raise KeyError(f"het stijldocument mist de stijl {', '.join(missing)}")
        self._ids = {name: value(by_name[name.casefold()], "styleId") for name in REQUIRED}
        self._indents = {name: _left_indent(by_name[name.casefold()]) for name in REQUIRED}
        self._numberings = {name: _num_id(by_name[name.casefold()]) for name in REQUIRED}

    def id(self, name: str) -> str:
        """The id of the style with this name."""
        return self._ids[name]

    def indent(self, name: str) -> int:
        """The left indent of the style itself, in twips."""
        return self._indents[name]

    def num_id(self, name: str) -> str:
        """The numbering definition a list style points at; KeyError when it points at none."""
        found = self._numberings[name]
        if not found:
            raise KeyError(f"in het stijldocument heeft de stijl {name} geen nummering")
        return found


def close_up(styles: Element) -> None:
    """Smaller letters and less room around them, in every style: what a report spreads out, a letter says briefly."""
    for size in cast(Iterator[Element], styles.iter(qn("w:sz"), qn("w:szCs"))):
        size.set(qn("w:val"), str(max(_SMALLEST, round(int(value(size)) * _LETTERS))))
    for spacing in cast(Iterator[Element], styles.iter(qn("w:spacing"))):
        for name, share in _CLOSER.items():
            room = value(spacing, name)
            if room and not (name == "line" and value(spacing, "lineRule") in _EXACT):
                spacing.set(qn(f"w:{name}"), str(round(int(room) * share)))


def _left_indent(style: Element) -> int:
    return int(value(find(style, "pPr", "ind"), "left") or 0)


def _num_id(style: Element) -> str:
    return value(find(style, "pPr", "numPr", "numId"))
