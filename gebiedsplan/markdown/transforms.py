"""What is done to a Document after reading: number it, name its references, fill its contents lists.

Each transform is a pure function of a Document; ``TRANSFORMS`` is the order in which ``parse`` applies them.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import replace

from gebiedsplan.document import (
    Block,
    Column,
    Contents,
    Document,
    Entry,
    Figure,
    Grid,
    Heading,
    Ref,
    Table,
    Text,
    decimals,
    plain_text,
    walk,
)
from gebiedsplan.markdown.terms import link_terms
from gebiedsplan.markdown.traverse import change_blocks, change_refs

APPENDIX = "Bijlage"
"""As the number of a chapter: here the appendices start."""

_IN_CONTENTS = 2
_NO_BREAK = "\N{NO-BREAK SPACE}"


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
    """Figuur 1, Figuur 2, ... and Tabel 1, Tabel 2, ... in reading order; on one page of large print nobody counts."""
    if document.meta.large_print:
        return document
    counts = {"Figuur": 0, "Tabel": 0}

    def give(block: Block) -> Block:
        if not isinstance(block, Figure | Table):
            return block
        kind = "Figuur" if isinstance(block, Figure) else "Tabel"
        counts[kind] += 1
        return replace(block, label=f"{kind} {counts[kind]}")

    return replace(document, blocks=change_blocks(document.blocks, give))


def align_decimals(document: Document) -> Document:
    """Set numbers with their commas in line, in every column where they have not equally many decimals."""

    def align(block: Block) -> Block:
        match block:
            case Table(grid=grid):
                return replace(block, grid=_aligned(grid))
            case Figure(data=Grid() as grid):
                return replace(block, data=_aligned(grid))
            case _:
                return block

    return replace(document, blocks=change_blocks(document.blocks, align))


def _aligned(grid: Grid) -> Grid:
    def column(index: int) -> Column:
        found = {decimals(row[index]) for row in grid.rows} - {None}
        own = grid.columns[index]
        return replace(own, align="decimal") if own.align == "right" and len(found) > 1 else own

    return replace(grid, columns=tuple(column(index) for index in range(len(grid.columns))))


def fill_references(document: Document) -> Document:
    """Give every reference without words the name of what it points at."""
    names = _names(document)

    def fill(ref: Ref) -> Ref:
        return ref if ref.children else replace(names[ref.target], target=ref.target)

    return replace(document, blocks=change_blocks(document.blocks, lambda block: change_refs(block, fill)))


def _names(document: Document) -> Mapping[str, Ref]:
    """What each id is called inside a sentence; the number stays on the line of its word."""
    names = {}
    for block in walk(document.blocks):
        match block:
            case Heading(number=""):
                names[block.id] = Ref(block.id, (Text(f"“{plain_text(block.children)}”"),))
            case Heading():
                names[block.id] = _called(block.id, _kind(block), block.number)
            case Figure() | Table():
                kind, _, number = block.label.rpartition(" ")
                names[block.id] = _called(block.id, kind.lower(), number)
            case _:
                pass
    return names


def _called(target: str, kind: str, number: str) -> Ref:
    unbroken = number.replace(" ", _NO_BREAK)
    return Ref(target, (Text(f"{kind}{_NO_BREAK}{unbroken}" if kind else unbroken),), unbroken)


def _kind(heading: Heading) -> str:
    """The word before the number of a heading; "Bijlage A" is a number that has its word."""
    if heading.level > 1:
        return "paragraaf"
    return "" if heading.number.startswith(APPENDIX) else "hoofdstuk"


def fill_contents(document: Document) -> Document:
    """Fill every contents list: with the chapters and sections that are not plain, the figures, or the tables."""
    entries: dict[str, list[Entry]] = {"headings": [], "figures": [], "tables": []}
    for block in walk(document.blocks):
        match block:
            case Heading() if block.level <= _IN_CONTENTS and not block.plain:
                entries["headings"].append(Entry(block.level, block.number, plain_text(block.children), block.id))
            case Figure():
                entries["figures"].append(Entry(1, block.label, plain_text(block.caption), block.id))
            case Table():
                entries["tables"].append(Entry(1, block.label, plain_text(block.caption), block.id))
            case _:
                pass

    def fill(block: Block) -> Block:
        return replace(block, entries=tuple(entries[block.of])) if isinstance(block, Contents) else block

    return replace(document, blocks=change_blocks(document.blocks, fill))


def fill_pages(document: Document, pages: Mapping[str, int]) -> Document:
    """Give every line of a contents list its page. Not one of ``TRANSFORMS``: only who laid it out knows pages."""

    def fill(block: Block) -> Block:
        if not isinstance(block, Contents):
            return block
        return replace(block, entries=tuple(replace(entry, page=pages[entry.target]) for entry in block.entries))

    return replace(document, blocks=change_blocks(document.blocks, fill))


TRANSFORMS: tuple[Callable[[Document], Document], ...] = (
    number_headings,
    number_captions,
    align_decimals,
    fill_references,
    fill_contents,
    link_terms,
)
