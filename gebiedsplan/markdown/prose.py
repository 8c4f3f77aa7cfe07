"""Paragraphs, lists and words: from the elements of Python-Markdown to blocks and inlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from gebiedsplan.document import (
    Block,
    Emph,
    Field,
    Fields,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    Ref,
    Strong,
    Text,
    leads_somewhere,
)
from gebiedsplan.markdown.origins import with_origins

_BLOCK_TAGS = frozenset({"p", "ul", "ol", "dl"})
# No \s: a no-break space is a choice of the writer and stays.
_BLANK = re.compile(r"[ \t\n]+")
# A list item and a field hold at least one block, also when a template had nothing to say.
_EMPTY: tuple[Block, ...] = (Paragraph(()),)


def blocks(container: Element) -> tuple[Block, ...]:
    """The blocks in ``container`` (a ``div``, ``li`` or ``dd``); words beside a block become a paragraph."""
    found: list[Block] = []
    for run in _runs(container):
        block = _block(run) if isinstance(run, Element) else Paragraph(_trimmed(run))
        if not isinstance(block, Paragraph) or block.children:
            found.append(block)
    return tuple(found)


def inlines(element: Element) -> Inlines:
    """The words of ``element``, without blanks at either end."""
    return _trimmed(tuple(_inside(element)))


def _runs(container: Element) -> Iterator[Element | Inlines]:
    """Block elements, and what stands between them as inlines."""
    words: list[Inline] = [Text(container.text or "")]
    for child in container:
        if child.tag in _BLOCK_TAGS:
            yield tuple(words)
            yield child
            words = []
        else:
            words.extend(_inline(child))
        words.append(Text(child.tail or ""))
    yield tuple(words)


def _block(element: Element) -> Block:
    match element.tag:
        case "ul" | "ol":
            return List(tuple(blocks(item) or _EMPTY for item in element), ordered=element.tag == "ol")
        case "dl":
            return Fields(tuple(_fields(element)))
        case _:
            return Paragraph(inlines(element), role="lead" if element.get("class") == "lead" else "normal")


def _fields(element: Element) -> Iterator[Field]:
    """Each ``dt`` with the blocks of every ``dd`` that follows it."""
    label: Inlines | None = None
    value: tuple[Block, ...] = ()
    for child in element:
        if child.tag == "dd":
            value += blocks(child)
            continue
        if label is not None:
            yield Field(label, value or _EMPTY)
        label, value = inlines(child), ()
    if label is not None:
        yield Field(label, value or _EMPTY)


def _inside(element: Element) -> Iterator[Inline]:
    yield Text(element.text or "")
    for child in element:
        yield from _inline(child)
        yield Text(child.tail or "")


def _inline(element: Element) -> Iterator[Inline]:
    children = _joined(tuple(_inside(element)))
    match element.tag:
        case "strong":
            yield Strong(children)
        case "em":
            yield Emph(children)
        case "a":
            yield from _link(element.get("href") or "", children)
        case _:
            yield from children


def _link(href: str, children: Inlines) -> Iterator[Inline]:
    """A link to where we let readers go, a reference inside the document, or only the words."""
    if href.startswith("#"):
        yield Ref(href[1:], children)
    elif leads_somewhere(href):
        yield Link(children or (Text(href),), href)
    else:
        yield from children


def _joined(words: Inlines) -> Inlines:
    """Neighbouring Text as one, with blanks and line ends as one space, no empty Text, and marks read."""
    joined: list[Inline] = []
    for word in words:
        last = joined[-1] if joined else None
        if isinstance(word, Text) and isinstance(last, Text):
            joined[-1] = Text(last.text + word.text)
        else:
            joined.append(word)
    folded = (replace(word, text=_BLANK.sub(" ", word.text)) if isinstance(word, Text) else word for word in joined)
    return with_origins(word for word in folded if word != Text(""))


def _trimmed(words: Inlines) -> Inlines:
    trimmed = list(_joined(words))
    if trimmed and isinstance(trimmed[0], Text):
        trimmed[0] = Text(trimmed[0].text.lstrip(" "))
    if trimmed and isinstance(trimmed[-1], Text):
        trimmed[-1] = Text(trimmed[-1].text.rstrip(" "))
    return tuple(word for word in trimmed if word != Text(""))
