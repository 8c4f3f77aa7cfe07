"""What is done to a Document after reading: number it, name its references, fill its contents list.

Each transform is a pure function of a Document; ``TRANSFORMS`` is the order in which ``parse`` applies them.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import replace

from gebiedsplan.document import (
    Block,
    Contents,
    Document,
    Entry,
    Figure,
    Heading,
    Inlines,
    Ref,
    Table,
    Text,
    plain_text,
    walk,
)
from gebiedsplan.markdown.traverse import change_blocks, change_refs

APPENDIX = "Bijlage"
"""As the number of a chapter: here the appendices start."""

_IN_CONTENTS = 2


def number_headings(document: Document) -> Document:
    """Chapters 1, 2, ...; sections 1.1, 1.2, ...; appendices Bijlage A with A.1, A.2, ...; deeper has no number.

    A section of a chapter that is plain becomes plain.
    """
    return replace(document, blocks=change_blocks(document.blocks, _HeadingNumbers().give))


class _HeadingNumbers:
    """Counts chapters and sections on the way through one document."""

    def __init__(self) -> None:
        self._chapters = 0
        self._sections = 0
        self._appendices = False
        self._plain = False

    def give(self, block: Block) -> Block:
        if not isinstance(block, Heading):
            return block
        match block.level:
            case 1:
                return self._chapter(block)
            case 2:
                return self._section(block)
            case _:
                return block

    def _chapter(self, heading: Heading) -> Heading:
        self._plain = heading.plain
        self._sections = 0
        if heading.plain:
            return heading
        if heading.number == APPENDIX and not self._appendices:
            self._appendices = True
            self._chapters = 0
        self._chapters += 1
        return replace(heading, number=f"{APPENDIX} {self._name()}" if self._appendices else self._name())

    def _section(self, heading: Heading) -> Heading:
        if heading.plain or self._plain:
            return replace(heading, plain=True)
        self._sections += 1
        return replace(heading, number=f"{self._name()}.{self._sections}")

    def _name(self) -> str:
        return _letters(self._chapters) if self._appendices else str(self._chapters)


def _letters(count: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    rest, last = divmod(count - 1, len(string.ascii_uppercase))
    return (_letters(rest) if rest else "") + string.ascii_uppercase[last]


def number_captions(document: Document) -> Document:
    """Figuur 1, Figuur 2, ... and Tabel 1, Tabel 2, ... in reading order, wherever they stand."""
    counts = {"Figuur": 0, "Tabel": 0}

    def give(block: Block) -> Block:
        if not isinstance(block, Figure | Table):
            return block
        kind = "Figuur" if isinstance(block, Figure) else "Tabel"
        counts[kind] += 1
        return replace(block, label=f"{kind} {counts[kind]}")

    return replace(document, blocks=change_blocks(document.blocks, give))


def fill_references(document: Document) -> Document:
    """Give every reference without words the name of what it points at."""
    names = _names(document)

    def fill(ref: Ref) -> Ref:
        return ref if ref.children else replace(ref, children=names[ref.target])

    return replace(document, blocks=change_blocks(document.blocks, lambda block: change_refs(block, fill)))


def _names(document: Document) -> Mapping[str, Inlines]:
    """What each id is called inside a sentence; the number stays on the line of its word."""
    names = {}
    for block in walk(document.blocks):
        match block:
            case Heading():
                names[block.id] = (Text(_heading_name(block)),)
            case Figure() | Table():
                names[block.id] = (Text(_unbroken(_lower_first(block.label))),)
            case _:
                pass
    return names


def _unbroken(name: str) -> str:
    return name.replace(" ", "\u00a0")


def _heading_name(heading: Heading) -> str:
    if not heading.number:
        return f"“{plain_text(heading.children)}”"
    if heading.level > 1:
        return _unbroken(f"paragraaf {heading.number}")
    if heading.number.startswith(APPENDIX):
        return _unbroken(_lower_first(heading.number))
    return _unbroken(f"hoofdstuk {heading.number}")


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:]


def fill_contents(document: Document) -> Document:
    """Fill every contents list with the chapters and sections that are not plain."""
    entries = tuple(
        Entry(block.level, block.number, plain_text(block.children), block.id)
        for block in walk(document.blocks)
        if isinstance(block, Heading) and block.level <= _IN_CONTENTS and not block.plain
    )

    def fill(block: Block) -> Block:
        return replace(block, entries=entries) if isinstance(block, Contents) else block

    return replace(document, blocks=change_blocks(document.blocks, fill))


TRANSFORMS: tuple[Callable[[Document], Document], ...] = (
    number_headings,
    number_captions,
    fill_references,
    fill_contents,
)
