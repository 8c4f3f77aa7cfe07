"""Bookmarks: the places in the document that its references and its contents list point at."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Block, Figure, Heading, Table, walk
from gebiedsplan.writers.docx.elements import w

_LONGEST = 40


class Bookmarks:
    """One Word bookmark for every heading, table and figure id of a document."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        ids = (block.id for block in walk(blocks) if isinstance(block, Heading | Table | Figure))
        self._names = bookmark_names(ids)
        self._numbers = {target: number for number, target in enumerate(self._names, start=1)}
        self._placed: set[str] = set()

    def name(self, target: str) -> str:
        """The bookmark of ``target``, or "" when nothing in the document has that id."""
        return self._names.get(target, "")

    def around(self, target: str, content: Sequence[Element]) -> list[Element]:
        """``content`` with the bookmark of ``target`` around it; an id that comes back is marked once."""
        if target in self._placed:
            return list(content)
        self._placed.add(target)
        number = self._numbers[target]
        start = w("bookmarkStart", id=number, name=self._names[target])
        return [start, *content, w("bookmarkEnd", id=number)]


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
