"""The numbers of headings, left to Word: a chapter that is added later, or moved, renumbers the rest.

Two multilevel lists are linked to styles: chapters to the headings of the style document, appendices to two styles
of their own. Numbers that Word would count otherwise are typed, so that none is ever wrong.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Block, Heading, walk
from gebiedsplan.writers.docx.derived import APPENDIX, CHAPTER
from gebiedsplan.writers.docx.elements import w
from gebiedsplan.writers.docx.numbering import Numbering
from gebiedsplan.writers.docx.styles import StyleSheet

_APPENDIX_WORD = "Bijlage\N{NO-BREAK SPACE}"
COUNTED_LEVELS = 2


class Chapters:
    """Which headings Word numbers itself, found by counting along with it."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        series = (_Series(CHAPTER, str), _Series(APPENDIX, _letter, "Bijlage "))
        self._styles: dict[tuple[str, str], str] = {}
        for block in walk(blocks):
            if isinstance(block, Heading) and 0 < block.level <= COUNTED_LEVELS:
                counting = (one for one in series if one.next(block.level) == block.number)
                if found := next(counting, None):
                    found.count(block.level)
                    self._styles.setdefault((block.id, block.number), f"{found.style} {block.level}")
        self._targets = {target for target, _ in self._styles}

    def style(self, heading: Heading) -> str:
        """The name of the style in which Word gives the heading its number; "" when the number must be typed."""
        return self._styles.get((heading.id, heading.number), "")

    def counts(self, target: str) -> bool:
        """Whether the heading with this id has a number that Word counts."""
        return target in self._targets


@dataclass(slots=True)
class _Series:
    """Chapters and their sections, counted as a multilevel list of Word counts them."""

    style: str
    name: Callable[[int], str]
    word: str = ""
    chapters: int = 0
    sections: int = 0

    def next(self, level: int) -> str:
        if level == 1:
            return f"{self.word}{self.name(self.chapters + 1)}"
        return f"{self.name(self.chapters)}.{self.sections + 1}"

    def count(self, level: int) -> None:
        if level == 1:
            self.chapters, self.sections = self.chapters + 1, 0
        else:
            self.sections += 1


def _letter(count: int) -> str:
    """A to Z; after those Word goes on with AA, BB, ..., which nobody expects."""
    return string.ascii_uppercase[count - 1] if 0 < count <= len(string.ascii_uppercase) else ""


def link_numbers(numbering: Numbering, styles: StyleSheet) -> None:
    """Link the styles of chapters and appendices to the lists that number them."""
    chapters = numbering.add_multilevel(_level(level, CHAPTER, "decimal", styles) for level in range(COUNTED_LEVELS))
    appendices = numbering.add_multilevel(
        _level(level, APPENDIX, "upperLetter", styles) for level in range(COUNTED_LEVELS)
    )
    for name, number in ((CHAPTER, chapters), (APPENDIX, appendices)):
        for level in range(COUNTED_LEVELS):
            styles.link(f"{name} {level + 1}", number, level)


def not_counted() -> Element:
    """The property of a heading that Word must not number, though its style does."""
    return w("numPr", w("ilvl", val=0), w("numId", val=0))


def _level(level: int, name: str, first: str, styles: StyleSheet) -> Element:
    """A level of a list; an appendix has a word and a full stop, and no tab: its number is too wide for one."""
    style = f"{name} {level + 1}"
    named = name == APPENDIX and level == 0
    left = styles.indent(style)
    look = styles.look("Nummer")
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=first if level == 0 else "decimal"),
        w("pStyle", val=styles.id(style)),
        *([w("suff", val="space")] if named else []),
        w("lvlText", val=f"{_APPENDIX_WORD}%1." if named else ".".join(f"%{i + 1}" for i in range(level + 1))),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=left, hanging=left)),
        *([deepcopy(look)] if look is not None else []),
        ilvl=level,
    )
