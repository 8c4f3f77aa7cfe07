"""The ``{#id .klasse}`` behind a heading and the ``{: .klasse }`` below a paragraph.

Only braces that hold nothing but an id and classes are attributes; any other braces are words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ATTRIBUTES = re.compile(r"(?:^|[ \n])\{:? *((?:[#.][\w-]+ *)+)\} *$")
_ID = re.compile(r"[^\W_][\w-]*")


@dataclass(frozen=True, slots=True)
class Attributes:
    """An id ("" for none) and classes."""

    id: str = ""
    classes: tuple[str, ...] = ()


def cut_attributes(text: str) -> tuple[str, Attributes]:
    """``text`` without the attributes at its end, and those attributes."""
    match = _ATTRIBUTES.search(text)
    if match is None:
        return text, Attributes()
    marks = match.group(1).replace("#", " #").replace(".", " .").split()
    ids = [mark[1:] for mark in marks if mark.startswith("#")]
    classes = tuple(mark[1:] for mark in marks if mark.startswith("."))
    return text[: match.start()].rstrip(" \n"), Attributes(ids[-1] if ids else "", classes)


def is_id(text: str) -> bool:
    """Whether ``text`` can be an id: letters, digits, ``-`` and ``_``, the first a letter or digit."""
    return _ID.fullmatch(text) is not None
