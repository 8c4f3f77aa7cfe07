"""Words inside a block, and the one way any text enters the page: escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import assert_never

from gebiedsplan.document import Emph, Inline, Link, Origin, Ref, Strong, Text, leads_somewhere

# HTML has no way to write control characters, lone surrogates and noncharacters, not even escaped.
_NONCHARACTERS = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]")


def escape(text: str) -> str:
    """Plain characters as HTML, safe in content and between double quotes of an attribute."""
    return html.escape(without_forbidden(text))


def without_forbidden(text: str) -> str:
    """Without the characters that no page can hold."""
    return _FORBIDDEN.sub("", text)


def inlines(children: Iterable[Inline]) -> str:
    """Inline nodes as HTML."""
    return "".join(map(_inline, children))


def _inline(node: Inline) -> str:
    match node:
        case Text(text=text):
            return escape(text)
        case Strong(children=children):
            return f"<strong>{inlines(children)}</strong>"
        case Emph(children=children):
            return f"<em>{inlines(children)}</em>"
        case Link(children=children, url=url):
            return _link(inlines(children), url)
        case Ref():
            return reference(node)
        case Origin(children=children):
            return inlines(children)
        case _:
            assert_never(node)


def _link(words: str, url: str) -> str:
    """Anything else (javascript:, data:, file:) is not a place to go to, so only its words are written."""
    if not leads_somewhere(url):
        return words
    return f'<a href="{escape(url)}" rel="noopener">{words or escape(url)}</a>'


def reference(ref: Ref) -> str:
    """A link to a place in the document. A reference nobody gave words shows its target: a link is never empty.

    To a term its explanation comes along; who cannot point at it follows the link to the same words.
    """
    term = f' class="term" title="{escape(ref.explanation)}"' if ref.explanation else ""
    return f'<a href="#{escape(ref.target)}"{term}>{inlines(ref.children) or escape(ref.target)}</a>'
