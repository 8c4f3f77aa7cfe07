"""Read the marks around words that come from a source: see ``FROM`` in ``gebiedsplan.document``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gebiedsplan.document import FROM, OF, TILL, Inline, Inlines, Origin, Text

_MARK = re.compile(f"({FROM}[^{OF}]*{OF}|{TILL})")


def with_origins(words: Iterable[Inline]) -> Inlines:
    """``words`` with what stands between two marks as one Origin; a mark that has no other is dropped.

    Emphasis of an adviser may begin within marks and end behind them: then only the first part has its origin.
    """
    outside: list[Inline] = []
    inside: list[Inline] = []
    source = ""
    for piece in _pieces(words):
        if not isinstance(piece, str):
            (inside if source else outside).append(piece)
            continue
        outside += _origin(inside, source)
        inside, source = [], piece.strip(FROM + OF + TILL)
    return (*outside, *_origin(inside, source))


def cut_origin(text: str) -> tuple[str, str]:
    """``text`` without marks, and the source that the first of them names; "" for none."""
    marks = _MARK.findall(text)
    return _MARK.sub("", text), marks[0].strip(FROM + OF + TILL) if marks else ""


def _pieces(words: Iterable[Inline]) -> Iterable[Inline | str]:
    """The words cut at every mark, with the marks between them as bare strings."""
    for word in words:
        if not isinstance(word, Text) or not _MARK.search(word.text):
            yield word
            continue
        for index, piece in enumerate(_MARK.split(word.text)):
            if index % 2:
                yield piece
            elif piece:
                yield Text(piece)


def _origin(words: list[Inline], source: str) -> Inlines:
    return (Origin(tuple(words), source),) if words and source else tuple(words)
