"""The lines of a pipe table: what is one, and which cells it holds."""

from __future__ import annotations

import re
from typing import Literal

_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_TOKEN = re.compile(r"\\.|[^\\|]+|.")


def looks_like_row(line: str) -> bool:
    """Whether ``line`` holds a bar without a backslash before it."""
    return "|" in line and len(_cut(line)) > 1


def is_separator(line: str) -> bool:
    """Whether ``line`` is the line of dashes below a header, such as ``|---|--:|``."""
    return "|" in line and _SEPARATOR.fullmatch(line) is not None


def cells(line: str) -> tuple[str, ...]:
    """The cells of a row, their characters still escaped; bars at both ends of the line are borders."""
    pieces = _cut(line.strip(" "))
    if len(pieces) > 1 and not pieces[0]:
        del pieces[0]
    if len(pieces) > 1 and not pieces[-1]:
        del pieces[-1]
    return tuple(piece.strip(" ") for piece in pieces)


def alignments(separator: str) -> tuple[Literal["left", "right"], ...]:
    """Which way each column leans: ``--:`` is right, anything else left."""
    return tuple("right" if cell.endswith(":") and not cell.startswith(":") else "left" for cell in cells(separator))


def _cut(line: str) -> list[str]:
    pieces = [""]
    for token in _TOKEN.findall(line):
        if token == "|":
            pieces.append("")
        else:
            pieces[-1] += token
    return pieces
