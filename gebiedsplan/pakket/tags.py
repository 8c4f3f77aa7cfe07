"""Where the tags of a part begin and end, for who changes a part without reading it as a tree."""

from __future__ import annotations

import re

# A tag from its < to its >, which can also stand in the value of an attribute.
TAG = re.compile(rb"""<[^>"']*+(?:"[^"]*"[^>"']*+|'[^']*'[^>"']*+)*+>""")


def eind_van(xml: bytes, begin: int, hier: int) -> int:
    """Where the element that begins at ``begin`` ends, when expat says at ``hier`` that it does.

    Without an end tag of its own expat is already behind it. Raises ValueError where there is no tag.
    """
    tot = _na_tag(xml, begin)
    return tot if xml[tot - 2 : tot] == b"/>" else _na_tag(xml, hier)


def _na_tag(xml: bytes, begin: int) -> int:
    gevonden = TAG.match(xml, begin)
    if gevonden is None:
        raise ValueError("de XML van het blad klopt niet")
    return gevonden.end()
