"""The ids of a text: those that are written, and those made of the words of a heading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from gebiedsplan.markdown.attributes import cut_attributes
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.outline import Fence, HeadingLine, Part

_CAPTIONED = frozenset({"figuur", "tabel"})
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


class Identifiers:
    """Every id of one text; written ids that occur twice are findings."""

    def __init__(self, parts: Iterable[Part], findings: Findings) -> None:
        self._lines: dict[str, int] = {}
        for name, line in _written(parts):
            if name in self._lines:
                findings.add(
                    f"De id “{name}” komt twee keer voor, ook op regel {self._lines[name]}.",
                    "Geef elke kop, tabel en figuur een eigen id.",
                    line=line,
                )
            self._lines.setdefault(name, line)

    def __contains__(self, name: object) -> bool:
        """Whether ``name`` is an id of this text."""
        return name in self._lines

    def line(self, name: str) -> int:
        """The line that id ``name`` stands on."""
        return self._lines[name]

    def __iter__(self) -> Iterator[str]:
        """Every id, the written ones first."""
        return iter(self._lines)

    def from_words(self, words: str, line: int) -> str:
        """A new id made of ``words``; the same words again get a number behind them."""
        slug = _slug(words)
        name = slug
        count = 1
        while name in self._lines:
            count += 1
            name = f"{slug}-{count}"
        self._lines[name] = line
        return name


def _written(parts: Iterable[Part]) -> Iterator[tuple[str, int]]:
    for part in parts:
        if isinstance(part, HeadingLine) and (name := cut_attributes(part.text)[1].id):
            yield name, part.line
        if isinstance(part, Fence):
            if part.name in _CAPTIONED and part.argument:
                yield part.argument, part.line
            yield from _written(part.parts)


def _slug(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode("ascii").lower()
    return _NOT_IN_SLUG.sub("-", letters).strip("-") or "kop"
