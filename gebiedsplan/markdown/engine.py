"""Python-Markdown, cut down to what can stand on paper.

What is left: paragraphs, lists, definition lists, ``**strong**``, ``*emph*``, links and backslash escapes. Raw HTML,
images, code, quotes and reference links are not recognised, so they come out as the characters they are written with.
"""

from __future__ import annotations

import re
import string
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor

_NO_BLOCKS = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_NO_WORDS = (
    "backtick",
    "reference",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "autolink",
    "automail",
    "linebreak",
    "html",
    "entity",
)
_ENTITY = r"&(?:(amp|lt|gt|quot)|#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6}));"
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_NOT_ON_PAPER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile(r"[\\*_\[&]")


def on_paper(text: str) -> str:
    """``text`` without characters that XML, and so Word and HTML, cannot hold."""
    return _NOT_ON_PAPER.sub("", text)


class Engine:
    """Makes element trees of Markdown. One engine serves one text: Python-Markdown keeps state."""

    def __init__(self) -> None:
        self._md = Markdown(extensions=[DefListExtension(), SaneListExtension()], output_format="xhtml")
        for name in _NO_BLOCKS:
            self._md.parser.blockprocessors.deregister(name)
        for name in _NO_WORDS:
            self._md.inlinePatterns.deregister(name)
        self._md.inlinePatterns.register(_CharacterReference(_ENTITY, self._md), "character_reference", 80)
        self._md.treeprocessors.deregister("prettify")
        self._md.ESCAPED_CHARS = list(string.punctuation)

    def blocks(self, text: str) -> Element:
        """A root with ``p``, ``ul``, ``ol`` and ``dl``; the words in them are not read yet: see ``words``."""
        root = Element("div")
        self._md.parser.parseChunk(root, text)
        return root

    def words(self, root: Element) -> None:
        """Turn the text inside ``root``, in place, into text with ``strong``, ``em`` and ``a``."""
        for processor in self._md.treeprocessors:
            processor.run(root)
        for link in root.iter("a"):
            link.set("href", _with_characters(link.get("href") or ""))

    def line(self, text: str) -> Element:
        """An element with the words of ``text``, whatever it begins with."""
        root = Element("div")
        element = SubElement(root, "p")
        element.text = text
        if _MARKUP.search(text):
            self.words(root)
        return element


class _CharacterReference(InlineProcessor):
    """Reads ``&amp;`` and ``&#233;``; other names, and characters no paper can hold, stay as they are written."""

    # The library itself gives InlineProcessor another signature than its Pattern; the stubs only know the latter.
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: ARG002, N802
        """The character that ``m`` stands for, and where it stood."""
        return _character(m), m.start(0), m.end(0)


def _with_characters(text: str) -> str:
    """``text`` with its character references read, for an address: inline patterns do not see those."""
    return re.sub(_ENTITY, _character, text)


def _character(match: re.Match[str]) -> str:
    name, decimal, hexadecimal = match.groups()
    if name:
        return _NAMED[name]
    code = int(decimal) if decimal else int(hexadecimal, 16)
    character = chr(code) if code <= 0x10FFFF else ""
    return on_paper(character) or match.group(0)
