"""List numbering: bullets share one definition, every numbered list starts at 1 by one of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        self._last = max(int(value(num, "numId")) for num in self._all("num"))

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

    def add_multilevel(self, levels: Iterable[Element]) -> str:
        """The numbering id of a new list with these levels."""
        abstract = max(int(value(found, "abstractNumId")) for found in self._all("abstractNum")) + 1
        first = next(self._all("num"))
        first.addprevious(w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=abstract))
        self._last += 1
        self._root.append(w("num", w("abstractNumId", val=abstract), numId=self._last))
        return str(self._last)

    def _all(self, tag: str) -> Iterator[Element]:
        return (cast(Element, found) for found in self._root.iterchildren(qn(f"w:{tag}")))

    def _abstract_of(self, num_id: str) -> str:
        for num in self._all("num"):
            if value(num, "numId") == num_id:
                return value(find(num, "abstractNumId"))
        raise StyleDocumentError(f"In het stijldocument ontbreekt nummering {num_id}.")
