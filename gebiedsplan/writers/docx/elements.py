"""WordprocessingML elements, made and read directly.

python-docx's own paragraphs and tables look up every cell again and again: too slow for a long plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement as Element

_NAMESPACES = {"w": nsmap["w"]}
_LINE_CONTROLS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
_NOT_XML = re.compile("[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def _name(name: str) -> str:
    return qn(f"w:{name}")


def clean(text: str) -> str:
    """``text`` as XML can hold it: tabs and line ends become one space, other control characters go."""
    return _NOT_XML.sub("", _LINE_CONTROLS.sub(" ", text))


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """A ``w:`` element with its children and ``w:`` attributes."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    node = cast(Element, oxml_parser.makeelement(_name(tag), named, _NAMESPACES))
    node.extend(children)
    return node


def find(node: Element, *path: str) -> Element | None:
    """The first element below ``node`` along ``path`` of ``w:`` tags."""
    return cast("Element | None", node.find("/".join(qn(f"w:{tag}") for tag in path)))


def first_paragraph(node: Element) -> Element:
    """The first paragraph in ``node``, or ``node`` itself when it is one."""
    return cast(Element, next(node.iter(qn("w:p"))))


def style_of(node: Element) -> str:
    """The style id of a paragraph."""
    return value(find(node, "pPr", "pStyle"))


def value(node: Element | None, name: str = "val") -> str:
    """A ``w:`` attribute of ``node``; "" when the node or the attribute is not there."""
    return "" if node is None else str(node.get(qn(f"w:{name}"), ""))


def run(text: str, *, bold: bool = False, italic: bool = False, style: str = "") -> Element:
    """A run of characters; ``style`` is the id of a character style."""
    properties = []
    if style:
        properties.append(w("rStyle", val=style))
    if bold:
        properties += [w("b"), w("bCs")]
    if italic:
        properties += [w("i"), w("iCs")]
    characters = spaced(w("t"), clean(text))
    return w("r", w("rPr", *properties), characters) if properties else w("r", characters)


def styled_run(content: Element, style: str) -> Element:
    """A run around ``content``, in the character style with id ``style`` if there is one."""
    return w("r", w("rPr", w("rStyle", val=style)), content) if style else w("r", content)


def spaced(node: Element, text: str) -> Element:
    """``node`` holding ``text``, whose spaces at either end stay."""
    node.text = text
    if text != text.strip(" "):
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node


def tab() -> Element:
    """A run with a tab."""
    return w("r", w("tab"))


def line_break() -> Element:
    """A run with a line break."""
    return w("r", w("br"))


def indent(left: int, hanging: int = 0) -> Element:
    """A paragraph indent in twips."""
    return w("ind", left=left, hanging=hanging) if hanging else w("ind", left=left)


def indented(left: int) -> list[Element]:
    """The property for a paragraph that stands ``left`` twips in; none at the margin itself."""
    return [indent(left)] if left else []


def paragraph(style: str, content: Iterable[Element], *properties: Element) -> Element:
    """A paragraph in the style with id ``style``; ``properties`` in the order of the standard."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)
