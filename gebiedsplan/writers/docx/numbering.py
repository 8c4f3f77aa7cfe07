"""List numbering: bullets share one definition, every numbered list starts at 1 by one of its own."""

from __future__ import annotations

from typing import cast

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.writers.docx.elements import find, value, w
from gebiedsplan.writers.docx.styles import StyleDocumentError, StyleSheet

DEEPEST = 8


class Numbering:
    """Hands out numbering ids and adds them to the numbering part of the document."""

    def __init__(self, root: Element, styles: StyleSheet) -> None:
        self._root = root
        self.bullets = styles.num_id("List Bullet")
        self._abstract = self._abstract_of(styles.num_id("List Number"))
        self._last = max(int(value(cast(Element, num), "numId")) for num in root.iterchildren(qn("w:num")))

    def new_ordered(self, level: int) -> str:
        """A numbering id whose count at ``level`` (0 is the outermost) starts at 1."""
        self._last += 1
        self._root.append(
            w(
                "num",
                w("abstractNumId", val=self._abstract),
                w("lvlOverride", w("startOverride", val=1), ilvl=level),
                numId=self._last,
            )
        )
        return str(self._last)

    def _abstract_of(self, num_id: str) -> str:
        for num in self._root.iterchildren(qn("w:num")):
            if value(cast(Element, num), "numId") == num_id:
                return value(find(cast(Element, num), "abstractNumId"))
        raise StyleDocumentError(f"In het stijldocument ontbreekt nummering {num_id}.")
