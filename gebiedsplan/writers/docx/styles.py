"""The styles of the style document, looked up by the name a user sees in Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.writers.docx.derived import DERIVED, derived
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

# What a letter keeps of the size of letters, in half points, and of the room around them.
_LETTERS, _SMALLEST = 0.91, 18
_CLOSER = {"before": 0.6, "after": 0.6, "line": 0.95}
_EXACT = ("exact", "atLeast")
# The smallest letter of large print, in half points; and the room around it, which leaves a page for the letters.
_LARGE = 24
_LARGE_ROOM = {"before": 0.4, "after": 0.45, "line": 0.9}
_ONE_LINE = 240  # a picture that stands in less is cut off


class StyleDocumentError(Exception):
    """The style document lacks something; says in Dutch what."""


class StyleSheet:
    """Style ids and the few measures the writer follows; raises StyleDocumentError when a style is missing.

    Those that are ``derived`` from others are added where the style document has none of its own.
    """

    def __init__(self, styles: Element) -> None:
        by_name: dict[str, Element] = {}
        for style in styles.iterchildren(qn("w:style")):
            by_name[value(find(cast(Element, style), "name")).casefold()] = cast(Element, style)
        missing = [name for name in REQUIRED if name.casefold() not in by_name]
        if missing:
            raise StyleDocumentError(f"In het stijldocument ontbreekt: {', '.join(missing)}.")
        for name, style in derived(by_name):
            if name.casefold() not in by_name:
                styles.append(style)
                by_name[name.casefold()] = style
        self._styles = {name: by_name[name.casefold()] for name in (*REQUIRED, *DERIVED)}

    def id(self, name: str) -> str:
        """The id of the style with this name."""
        return value(self._styles[name], "styleId")

    def indent(self, name: str) -> int:
        """The left indent of the style itself, in twips."""
        return int(value(find(self._styles[name], "pPr", "ind"), "left") or 0)

    def look(self, name: str) -> Element | None:
        """How the characters of the style look."""
        return find(self._styles[name], "rPr")

    def link(self, name: str, num_id: str, level: int) -> None:
        """Let a level of a list number every paragraph of the style."""
        # python-docx knows the place of this among the properties, but not the types of what it makes.
        numbering = cast(Any, self._styles[name]).get_or_add_pPr().get_or_add_numPr()
        numbering.get_or_add_ilvl().val = level
        numbering.get_or_add_numId().val = int(num_id)

    def space_before(self, name: str) -> int:
        """The room above a paragraph in the style itself, in twips."""
        return int(value(find(self._styles[name], "pPr", "spacing"), "before") or 0)

    def num_id(self, name: str) -> str:
        """The numbering definition a list style points at; StyleDocumentError when it points at none."""
        found = value(find(self._styles[name], "pPr", "numPr", "numId"))
        if not found:
            raise StyleDocumentError(f"In het stijldocument heeft de stijl {name} geen nummering.")
        return found


def close_up(styles: Element) -> None:
    """Smaller letters and less room around them, in every style: what a report spreads out, a letter says briefly."""
    _resize(styles, lambda size: max(_SMALLEST, round(size * _LETTERS)), _CLOSER)


def enlarge(styles: Element) -> None:
    """No letter smaller than can be read by everyone, in any style; the room around them shrinks to make place."""
    _resize(styles, lambda size: max(_LARGE, size), _LARGE_ROOM)


def _resize(styles: Element, letters: Callable[[int], int], room_kept: Mapping[str, float]) -> None:
    for size in cast(Iterator[Element], styles.iter(qn("w:sz"), qn("w:szCs"))):
        size.set(qn("w:val"), str(letters(int(value(size)))))
    for spacing in cast(Iterator[Element], styles.iter(qn("w:spacing"))):
        for name, share in room_kept.items():
            room = value(spacing, name)
            if room and not (name == "line" and value(spacing, "lineRule") in _EXACT):
                kept = round(int(room) * share)
                spacing.set(qn(f"w:{name}"), str(max(kept, _ONE_LINE) if name == "line" else kept))
