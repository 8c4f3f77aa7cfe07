"""Blank lines and indents that Python-Markdown needs and a writer forgets.

A list may directly follow its introduction or another list, and a term the explanation of the term before it.
A list in a list may be indented by two or three spaces; Python-Markdown wants four.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ITEM = re.compile(r" {0,3}(?:(?P<bullet>[-*+])|(?P<number>\d+)\.) ")
_STEP = 4
_EXPLANATION = re.compile(r" {0,3}: ")


def spaced(lines: Iterable[str]) -> str:
    """``lines`` as one text, with a blank line before each list and each term, and lists indented by four."""
    apart: list[str] = []
    for stretch in _stretches(_indented_by_four(lines)):
        apart.extend(_lists_apart(_terms_apart(stretch)))
        apart.append("")
    return "\n".join(apart)


def _indented_by_four(lines: Iterable[str]) -> Iterator[str]:
    """Each list item, and what belongs to it, moved to four spaces for each list around it."""
    indents: list[int] = []
    after_blank = in_paragraph = False
    for line in lines:
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        if _ITEM.match(words) and (indents or indent < _STEP):
            while indents and indents[-1] > indent:
                indents.pop()
            if not indents or indent > indents[-1] + 1:
                indents.append(indent)
            if in_paragraph:
                yield ""
            in_paragraph = False
            yield " " * _STEP * (len(indents) - 1) + words
        elif indents and indent:
            in_paragraph = in_paragraph or after_blank
            yield " " * _STEP * sum(outer < indent for outer in indents) + words
        else:
            if words and after_blank:
                indents.clear()
                in_paragraph = False
            yield line
        after_blank = not words


def _stretches(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines between blank lines."""
    stretch: list[str] = []
    for line in lines:
        if line.strip():
            stretch.append(line)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _lists_apart(stretch: list[str]) -> list[str]:
    apart = stretch[:1]
    kind = _kind(stretch[0])
    for line in stretch[1:]:
        item = _ITEM.match(line)
        # A sentence can break before "2030. ", so only number 1 makes a new list directly below other words.
        if item and _kind(line) != kind and (item["bullet"] or item["number"] == "1"):
            apart.append("")
            kind = _kind(line)
        apart.append(line)
    return apart


def _kind(line: str) -> str:
    """Which list ``line`` is an item of; "" for a line that is no item."""
    item = _ITEM.match(line)
    if item is None:
        return ""
    return "bullet" if item["bullet"] else "number"


def _terms_apart(stretch: list[str]) -> list[str]:
    apart: list[str] = []
    explained = stretch[0].startswith("    ")
    for line, following in zip(stretch, [*stretch[1:], ""], strict=True):
        if explained and _EXPLANATION.match(following) and not _EXPLANATION.match(line) and not line.startswith(" "):
            apart.append("")
        explained = explained or _EXPLANATION.match(line) is not None
        apart.append(line)
    return apart
