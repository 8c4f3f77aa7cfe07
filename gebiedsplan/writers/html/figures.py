"""Figures: the finding, the drawing with its text alternative, the source and the numbers behind it."""

from __future__ import annotations

import re

from gebiedsplan.document import Figure, Picture, Ref
from gebiedsplan.writers.html.inline import escape, inlines, reference
from gebiedsplan.writers.html.tables import labelled, scroller

_OPENING_TAG = re.compile(r"""<svg\b((?:[^>"']|"[^"]*"|'[^']*')*)>""")
_NAMING_ATTRIBUTE = re.compile(r"""\s(?:role|style|aria-[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*')""")


def figure(node: Figure, picture: Picture) -> str:
    """A figure with its caption above; source and numbers below the drawing."""
    where = f" De gegevens staan in {reference(node.data)}." if isinstance(node.data, Ref) else ""
    source = f'<p class="source">{inlines(node.source)}{where}</p>\n' if node.source or where else ""
    caption = f'<figcaption class="caption">{labelled(node.label, node.caption)}</figcaption>'
    return (
        f'<figure id="{escape(node.id)}">\n{caption}\n{drawing(picture, node.alt)}\n{source}{_numbers(node)}</figure>\n'
    )


def drawing(picture: Picture, alt: str) -> str:
    """The drawing inside the page, named by ``alt``; the style sheet makes a size of its width on paper.

    Raises ValueError when the bytes hold no ``<svg>`` element.
    """
    svg = picture.svg.decode("utf-8")
    opening = _OPENING_TAG.search(svg)
    if opening is None:
        raise ValueError("a picture without an <svg> element")
    attributes = _NAMING_ATTRIBUTE.sub("", opening[1])
    named = f'<svg role="img" aria-label="{escape(alt)}" style="--width-mm: {picture.width_mm:g}"{attributes}>'
    return named + svg[opening.end() :].strip()


def _numbers(node: Figure) -> str:
    if isinstance(node.data, Ref):
        return ""
    words = escape(f"Cijfers bij {_lower_first(node.label) or 'deze figuur'}")
    table = scroller(node.data, node.id, words, "visually-hidden")
    return f"<details>\n<summary>{words}</summary>\n{table}</details>\n"


def _lower_first(label: str) -> str:
    return label[:1].lower() + label[1:]
