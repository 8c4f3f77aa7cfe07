"""Bookmarks: the places in the document that its references and its contents list point at."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Block, Contents, Figure, Heading, Table, walk
from gebiedsplan.writers.docx.elements import w

_LONGEST = 40


_MAIN_TEXT = "_Hoofdtekst"


class Bookmarks:
    """One Word bookmark for every heading, table and figure id of a document.

    Bookmarks that begin with an underscore are hidden in Word: one around the number of every table and figure, and
    one around all that the contents list is about, from its first heading on. So do those around words from a source:
    "_" and its name, and where the same comes back "_2", "_3", ... behind it. ``names`` holds the others, by id.
    """

    def __init__(self, blocks: Sequence[Block]) -> None:
        targets = [block for block in walk(blocks) if isinstance(block, Heading | Table | Figure)]
        self.names = bookmark_names(block.id for block in targets)
        self._numbers = {target: number for number, target in enumerate(self.names, start=1)}
        self._counted = {b.id for b in targets if isinstance(b, Table | Figure) and counted(b.label) != ("", "")}
        lists = (block for block in walk(blocks) if isinstance(block, Contents) and block.of == "headings")
        self._first_in_contents = next((entry.target for one in lists for entry in one.entries), "")
        self._placed: set[str] = set()
        self._origins: Counter[str] = Counter()

    def name(self, target: str) -> str:
        """The bookmark of ``target``, or "" when nothing in the document has that id."""
        return self.names.get(target, "")

    def around(self, target: str, content: Sequence[Element]) -> list[Element]:
        """``content`` with the bookmark of ``target`` around it; an id that comes back is marked once."""
        if target in self._placed:
            return list(content)
        self._placed.add(target)
        number = self._numbers[target]
        marked = _marked(number, self.names[target], content)
        begins = target == self._first_in_contents
        return [w("bookmarkStart", id=0, name=_MAIN_TEXT), *marked] if begins else marked

    def number_name(self, target: str) -> str:
        """The bookmark around the number of a table or figure; "" for one without a number that Word counts."""
        return f"_Nummer{self._numbers[target]}" if target in self._counted else ""

    def around_number(self, target: str, content: Sequence[Element]) -> list[Element]:
        """``content``, the number of a table or figure, with its bookmark around it."""
        if target in self._placed:
            return list(content)
        return _marked(len(self.names) + self._numbers[target], self.number_name(target), content)

    def around_origin(self, source: str, content: Sequence[Element]) -> list[Element]:
        """``content``, words that come from ``source``, with a bookmark around it that says so."""
        self._origins[source] += 1
        again = f"_{count}" if (count := self._origins[source]) > 1 else ""
        return _marked(2 * len(self.names) + self._origins.total(), f"_{source}{again}", content)

    def main_text(self) -> str:
        """The bookmark around all that the contents list is about; "" when there is no such list."""
        return _MAIN_TEXT if self._first_in_contents in self.names else ""

    def end_of_main_text(self) -> list[Element]:
        """What closes that bookmark, to stand behind the last block."""
        return [w("bookmarkEnd", id=0)] if self._first_in_contents in self._placed else []


def counted(label: str) -> tuple[str, str]:
    """The kind and the number of a label that Word can count: "Tabel" and "3"; two empty strings for another."""
    kind, _, number = label.rpartition(" ")
    return (kind, number) if kind.isalpha() and number.isdecimal() else ("", "")


def _marked(number: int, name: str, content: Sequence[Element]) -> list[Element]:
    return [w("bookmarkStart", id=number, name=name), *content, w("bookmarkEnd", id=number)]


def bookmark_names(ids: Iterable[str]) -> dict[str, str]:
    """Ids and their bookmarks: letters, digits and underscores, at most 40, unique whatever their case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for target in ids:
        if target in names:
            continue
        name = _plain_name(target)
        if len(name) > _LONGEST or name.casefold() in taken:
            name = f"{name[:31]}_{hashlib.sha256(target.encode('utf-8', 'replace')).hexdigest()[:8]}"
        names[target] = name
        taken.add(name.casefold())
    return names


def _plain_name(target: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", target).encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^A-Za-z0-9_]", "_", ascii_only)
    return name if name[:1].isalpha() else f"b_{name}"
