"""Blocks of a Document as paragraphs and tables of Word, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import (
    Block,
    Close,
    Columns,
    Contents,
    Field,
    Fields,
    Figure,
    Heading,
    Inlines,
    List,
    Note,
    PageBreak,
    Paragraph,
    Table,
    Thumbnail,
    plain_text,
)
from gebiedsplan.writers.docx.chapters import COUNTED_LEVELS, not_counted
from gebiedsplan.writers.docx.contents import contents
from gebiedsplan.writers.docx.elements import first_paragraph, indent, line_break, paragraph, run, tab, w
from gebiedsplan.writers.docx.figures import figure, thumbnail
from gebiedsplan.writers.docx.inline import runs
from gebiedsplan.writers.docx.measures import text_width
from gebiedsplan.writers.docx.notes import joined
from gebiedsplan.writers.docx.numbering import DEEPEST
from gebiedsplan.writers.docx.paper import Paper, Place
from gebiedsplan.writers.docx.tables import table

_BODY_SIZE = 11
_LABEL_GAP = 140
_ROOM_TO_SIGN = 480
_DEEPEST_HEADING = 4
_ROOM_ABOVE_CLOSE, _ROOM_BELOW_CLOSE = 140, 40
_ROLES = {"normal": "Normal", "lead": "Inleidende zin", "source": "Bron"}
_FRAMES = {"notice": "Kader toelichting", "warning": "Kader waarschuwing", "request": "Kader vraag"}


def write_blocks(blocks: Iterable[Block], paper: Paper, place: Place, *, new_page: bool = False) -> list[Element]:
    """The paragraphs and tables of ``blocks``; with ``new_page`` the first of them starts a page.

    A page break becomes a property of what follows: a paragraph that only breaks would be an empty one.
    """
    written: list[Element] = []
    for block in blocks:
        if isinstance(block, PageBreak):
            new_page = True
            continue
        elements = _write(block, paper, place)
        if new_page and elements:
            _start_page(elements[0])
            new_page = False
        written += elements
    return written


def _start_page(element: Element) -> None:
    """Let the page begin here, at its very top."""
    first = ParagraphFormat(first_paragraph(element))
    first.page_break_before = True
    first.space_before = Pt(0)


def _write(block: Block, paper: Paper, place: Place) -> list[Element]:  # noqa: C901 - one case for each block
    match block:
        case Heading():
            return [_heading(block, paper, close=place.close)]
        case Paragraph(children=children, role=role):
            return _paragraph(children, paper, place, _ROLES[role])
        case List():
            return _list(block, paper, place)
        case Fields(items=items):
            return [element for item in items for element in _field(item, paper, place)]
        case Table():
            return table(block, paper, _text_left(paper, place))
        case Figure():
            return figure(block, paper, _text_left(paper, place))
        case Thumbnail():
            return [thumbnail(block, paper, _text_left(paper, place))]
        case Note():
            return _note(block, paper)
        case Columns(children=groups):
            return _columns(groups, paper, place)
        case Close(children=children):
            return write_blocks(children, paper, replace(place, close=True))
        case Contents():
            return contents(block, paper)
        case PageBreak():
            return []
        case _:
            assert_never(block)


def _heading(block: Heading, paper: Paper, *, close: bool) -> Element:
    if style := paper.chapters.style(block):
        return paragraph(paper.styles.id(style), paper.bookmarks.around(block.id, runs(block.children, paper)))
    number = [run(block.number, style=paper.styles.id("Nummer")), tab()] if block.number else []
    words = paper.bookmarks.around(block.id, [*number, *runs(block.children, paper)])
    level = min(block.level + paper.chapter - 1, _DEEPEST_HEADING)
    uncounted = [not_counted()] if level <= COUNTED_LEVELS else []
    margin = [] if block.number else [w("ind", left=0, firstLine=0)]
    room = [w("spacing", before=_ROOM_ABOVE_CLOSE, after=_ROOM_BELOW_CLOSE)] if close else []
    return paragraph(paper.styles.id(f"heading {level}"), words, *uncounted, *room, *margin)


def _paragraph(children: Inlines, paper: Paper, place: Place, style: str) -> list[Element]:
    if not plain_text(children).strip():
        return []
    name = place.style("List Continue" if place.depth else style)
    left = _text_left(paper, place)
    properties = [indent(left)] if left != paper.styles.indent(name) else []
    return [paragraph(paper.styles.id(name), runs(children, paper), *properties)]


def _list(block: List, paper: Paper, place: Place) -> list[Element]:
    level = min(place.depth, DEEPEST)
    numbering = paper.numbering.new_ordered(level) if block.ordered else paper.numbering.bullets
    style = place.style("List Number" if block.ordered else "List Bullet")
    deeper = replace(place, depth=place.depth + 1)
    written: list[Element] = []
    for item in block.items:
        match item:
            case (Paragraph(children=children), *rest):
                properties = [w("numPr", w("ilvl", val=level), w("numId", val=numbering))]
                if place.left:
                    properties.append(indent(_text_left(paper, deeper), _list_step(paper)))
                written.append(paragraph(paper.styles.id(style), runs(children, paper), *properties))
                written += write_blocks(rest, paper, deeper)
            case _:
                written += write_blocks(item, paper, deeper)
    return written


def _field(item: Field, paper: Paper, place: Place) -> list[Element]:
    """Label and first paragraph side by side, the rest of the value below it; in large print all below each other."""
    column = 0 if paper.large else paper.styles.indent("Kenmerk")
    left = _text_left(paper, place) + column
    style = place.frame or "Kenmerk"
    words = runs(item.label, paper, bold=True)
    if item.open:
        return [_line_to_fill_in(words, style, paper)]
    below: Sequence[Block] = item.value
    if below and isinstance(below[0], Paragraph):
        words += [_after_label(item.label, column), *runs(below[0].children, paper)]
        below = below[1:]
    properties = [] if left == paper.styles.indent(style) else [w("ind", left=left, hanging=column)]
    first = paragraph(paper.styles.id(style), words, *properties)
    if below:
        _lead_into_value(first, beside=below is not item.value)
    return [first, *write_blocks(below, paper, Place(frame=place.frame, left=left))]


def _line_to_fill_in(label: Sequence[Element], style: str, paper: Paper) -> Element:
    """A label and a line beside it, with room above to sign; lines below each other stay on one page."""
    line = w("tab", val="right", leader="underscore", pos=paper.width)
    properties = (w("keepNext"), w("tabs", line), w("spacing", before=_ROOM_TO_SIGN))
    return paragraph(paper.styles.id(style), [*label, tab(), tab()], *properties)


def _lead_into_value(first: Element, *, beside: bool) -> None:
    """Keep the label with its value, close above it where the value starts on the next line."""
    form = ParagraphFormat(first)
    form.keep_with_next = True
    if not beside:
        form.space_after = Pt(0)


def _after_label(label: Inlines, column: int) -> Element:
    """A tab; after a label too wide for its column, a new line."""
    width = text_width(plain_text(label), _BODY_SIZE, bold=True)
    return tab() if width <= column - _LABEL_GAP else line_break()


def _note(block: Note, paper: Paper) -> list[Element]:
    name = _FRAMES[block.kind]
    place = Place(frame=name, left=paper.styles.indent(name))
    title = [paragraph(paper.styles.id(name), runs(block.title, paper, bold=True))] if block.title else []
    return joined([*title, *write_blocks(block.children, paper, place)], paper.styles.id(name))


def _columns(groups: Iterable[Sequence[Block]], paper: Paper, place: Place) -> list[Element]:
    """One group after another; in a section with columns each stands at the top of its own."""
    written: list[Element] = []
    for group in groups:
        elements = write_blocks(group, paper, place)
        if elements and place == Place():
            first = first_paragraph(elements[0])
            ParagraphFormat(first).space_before = Pt(0)
            if written:
                # Behind the properties of the paragraph, before its words.
                first.insert(1, w("r", w("br", type="column")))
        written += elements
    return written


def _text_left(paper: Paper, place: Place) -> int:
    return place.left + place.depth * _list_step(paper)


def _list_step(paper: Paper) -> int:
    return paper.styles.indent("List Continue")
