"""What can stand on paper: the second waist of the program.

A Document knows about headings, tables and figures and nothing about areas or policy. Readers of
Markdown make one, transforms number it, writers put it on paper. Every value is frozen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from gebiedsplan.chart import Chart


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters; never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with weight."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emph:
    """Words with stress."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a place outside the document: one that ``leads_somewhere``, or no reader is sent there."""

    children: tuple[Inline, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a heading, table or figure in this document, by its id.

    Written without words, the transforms fill ``children`` with what the target is called ("figuur 3"), and
    ``number`` with the end of those words that changes when the target gets another number ("3"). A reference to a
    term of the glossary carries its ``explanation``, for a paper that can show it beside the word.
    """

    target: str
    children: tuple[Inline, ...] = ()
    number: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Words that come from ``source``, a place outside the document: a name of letters and digits."""

    children: tuple[Inline, ...]
    source: str


# Words from a source, in text that is still to be read: FROM, the source, OF, the words, TILL. Unicode keeps these
# characters for use within a program: no text of a person holds them.
FROM, OF, TILL = "\ufdd0", "\ufdd1", "\ufdd2"

_NUMBER = re.compile(r"[-−]?\d+(?:\.\d{3})*(?:,(?P<decimals>\d+))?")

Inline: TypeAlias = Text | Strong | Emph | Link | Ref | Origin
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is a chapter. ``number`` ("4.2") is filled by the transforms.

    ``plain`` headings get no number and stay out of the contents list.
    """

    level: int
    children: Inlines
    id: str
    number: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``lead`` is the sentence that says it, ``source`` the small line below a figure."""

    children: Inlines
    role: Literal["normal", "lead", "source"] = "normal"


@dataclass(frozen=True, slots=True)
class List:
    """A bulleted or numbered list; an item is one or more blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A name and what it says: "Doelgroep" and its paragraph. Without words it is a line to fill in by hand.

    A term of the glossary has an ``id``.
    """

    label: Inlines
    value: tuple[Block, ...]
    id: str = ""

    @property
    def open(self) -> bool:
        """Whether there is nothing yet: a line to sign on."""
        return all(isinstance(block, Paragraph) and not plain_text(block.children).strip() for block in self.value)


@dataclass(frozen=True, slots=True)
class Fields:
    """A list of names with their values: the features of a speerpunt, the front page, a glossary."""

    items: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its header and which way its cells lean; ``decimal`` sets numbers with their commas in line."""

    header: Inlines
    align: Literal["left", "right", "decimal"] = "left"


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns and rows without a caption. Every row has a cell for every column; the first cell names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header row, caption, and the source where there is one. ``label`` ("Tabel 3") is filled later."""

    id: str
    caption: Inlines
    grid: Grid
    source: Inlines = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture that says something, with what it says for those who do not see it.

    ``picture`` names the image among the pictures a writer is given; ``alt`` holds the finding in at
    most 150 characters; ``data`` is the table behind the picture, or a reference to it elsewhere.
    """

    id: str
    picture: str
    caption: Inlines
    alt: str
    source: Inlines
    data: Grid | Ref
    label: str = ""


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A small drawing of what is told in full elsewhere: no caption, no numbers, and in no list of figures.

    ``picture`` names the image among the pictures a writer is given; ``alt`` holds the finding.
    """

    picture: str
    alt: str


@dataclass(frozen=True, slots=True)
class Note:
    """A framed remark: ``notice`` explains, ``warning`` marks what cannot be relied on, ``request`` asks a decision."""

    kind: Literal["notice", "warning", "request"]
    title: Inlines
    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Groups that may stand beside each other on a wide page and read in order everywhere."""

    children: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Close:
    """Blocks that stand closer together on paper, where all of them must fit a page."""

    children: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a contents list. ``page`` is where it stands on paper; 0 as long as nobody looked."""

    level: int
    number: str
    title: str
    target: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents list: of the headings, the figures or the tables. ``entries`` are filled by the transforms."""

    title: str
    entries: tuple[Entry, ...] = ()
    of: Literal["headings", "figures", "tables"] = "headings"


Block: TypeAlias = (
    Heading | Paragraph | List | Fields | Table | Figure | Thumbnail | Note | Columns | Close | PageBreak | Contents
)


@dataclass(frozen=True, slots=True)
class Property:
    """Something a catalogue wants to know: its name there, the value, and the list the value is from."""

    name: str
    value: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What the front page and the file properties say. ``front`` are the label-value lines of the front page.

    ``date`` is ISO 8601 (2026-11-22) and comes from the input, never from a clock. ``properties`` are for machines.
    Without a ``title_page`` the text begins right below the title: a letter, not a report. ``front_origins`` holds
    the source of every value in ``front``, "" for none; ``made_from`` names what the whole document was made from.
    ``large_print``: one page to hang up, in letters that can be read from a distance.
    """

    title: str
    subtitle: str
    author: str
    date: str
    status: str
    version: str
    subject: str
    keywords: tuple[str, ...]
    front: tuple[tuple[str, str], ...]
    language: str = "nl-NL"
    properties: tuple[Property, ...] = ()
    title_page: bool = True
    front_origins: tuple[str, ...] = ()
    made_from: str = ""
    large_print: bool = False

    @property
    def draft(self) -> bool:
        """Whether every page must say that nothing was decided yet."""
        return self.status.strip().casefold() == "concept"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document: its front page and its blocks in reading order."""

    meta: Meta
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One image in two forms, with its size on paper in millimetres.

    ``svg`` is a complete ``<svg>`` element (UTF-8, no XML declaration, ids unique to this picture);
    ``png`` the same drawing at 200 dots per inch or more; ``chart`` the same as data, where it is a chart.
    """

    svg: bytes
    png: bytes
    width_mm: float
    height_mm: float
    chart: Chart | None = None


_OUTSIDE = ("https://", "http://", "mailto:")
# A file that a build made, here or in the folder of an area: no other file, and no way up.
_MADE_FILE = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.(?:docx|html|odt|pdf|txt|xlsx)(?:#[\w-]+)?")


def leads_somewhere(url: str) -> bool:
    """Whether a link may go to ``url``: the web, mail, or a file that was made with this document."""
    return url.lower().startswith(_OUTSIDE) or _MADE_FILE.fullmatch(url) is not None


def plain_text(inlines: Iterable[Inline]) -> str:
    """The characters of ``inlines`` without any markup."""
    return "".join(inline.text if isinstance(inline, Text) else plain_text(inline.children) for inline in inlines)


def decimals(words: Iterable[Inline]) -> int | None:
    """How many digits stand behind the comma of a number ("1.290,5" has one); None for anything but a number."""
    number = _NUMBER.fullmatch(plain_text(words))
    return None if number is None else len(number["decimals"] or "")


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in reading order, containers before what they hold."""
    for block in blocks:
        yield block
        match block:
            case List(items=groups) | Columns(children=groups):
                for group in groups:
                    yield from walk(group)
            case Fields(items=items):
                for item in items:
                    yield from walk(item.value)
            case Note(children=children) | Close(children=children):
                yield from walk(children)
            case _:
                pass
