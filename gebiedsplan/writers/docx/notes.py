"""Notes: shaded paragraphs that read as one block and stay on one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.writers.docx.elements import find, style_of, value

_ROOM_BEFORE = Pt(8)
_ROOM_AFTER = Pt(10)


def joined(elements: Sequence[Element], style: str) -> list[Element]:
    """``elements`` of one note, kept together; ``style`` is the id of the style that shades its paragraphs.

    Word fills the space between two shaded paragraphs only when they stand equally far in, so at every
    other seam that space goes: the shade would show a white line.
    """
    paragraphs = [element for element in elements if element.tag == qn("w:p")]
    for element in paragraphs[:-1]:
        ParagraphFormat(element).keep_with_next = True
    shaded = [element for element in paragraphs if style_of(element) == style]
    for upper, lower in pairwise(shaded):
        if _indent(upper) != _indent(lower):
            ParagraphFormat(upper).space_after = Pt(0)
    if shaded:
        ParagraphFormat(shaded[0]).space_before = _ROOM_BEFORE
        ParagraphFormat(shaded[-1]).space_after = _ROOM_AFTER
    return list(elements)


def _indent(element: Element) -> tuple[str, str]:
    indent = find(element, "pPr", "ind")
    return value(indent, "left"), value(indent, "hanging")
