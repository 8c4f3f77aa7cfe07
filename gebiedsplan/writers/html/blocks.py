"""Every block of a document as HTML, and chapters as sections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from gebiedsplan.document import (
    Block,
    Close,
    Columns,
    Contents,
    Field,
    Fields,
    Figure,
    Heading,
    List,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Thumbnail,
)
from gebiedsplan.writers.html.contents import contents
from gebiedsplan.writers.html.figures import drawing, figure
from gebiedsplan.writers.html.inline import escape, inlines
from gebiedsplan.writers.html.tables import table

Pictures = Mapping[str, Picture]


def chapters(document_blocks: Iterable[Block], pictures: Pictures) -> str:
    """The blocks with a section around every chapter; what stands before the first chapter has none."""
    parts: list[str] = []
    in_chapter = False
    for block in document_blocks:
        if isinstance(block, Heading) and block.level == 1:
            parts.append("</section>\n" if in_chapter else "")
            parts.append(f'<section aria-labelledby="{escape(block.id)}">\n')
            in_chapter = True
        parts.append(_block(block, pictures))
    parts.append("</section>\n" if in_chapter else "")
    return "".join(parts)


def _blocks(children: Iterable[Block], pictures: Pictures) -> str:
    return "".join(_block(child, pictures) for child in children)


def _block(node: Block, pictures: Pictures) -> str:
    match node:
        case Heading():
            return _heading(node)
        case Paragraph():
            return _paragraph(node)
        case Table():
            return table(node)
        case Figure():
            return figure(node, pictures[node.picture])
        case Thumbnail(picture=name, alt=alt):
            return f'<div class="thumbnail">{drawing(pictures[name], alt)}</div>\n'
        case PageBreak():
            return '<div class="page-break"></div>\n'
        case Contents():
            return contents(node)
        case List() | Fields() | Note() | Columns() | Close():
            return _container(node, pictures)
        case _:
            assert_never(node)


def _container(node: List | Fields | Note | Columns | Close, pictures: Pictures) -> str:
    """A block that holds blocks."""
    match node:
        case List():
            return _list(node, pictures)
        case Fields(items=items):
            return f'<dl class="fields">\n{"".join(_field(item, pictures) for item in items)}</dl>\n'
        case Note():
            return _note(node, pictures)
        case Close(children=children):
            return f'<div class="close">\n{_blocks(children, pictures)}</div>\n'
        case Columns(children=groups):
            return f'<div class="columns">\n{"".join(_column(group, pictures) for group in groups)}</div>\n'
        case _:
            assert_never(node)


def _heading(node: Heading) -> str:
    # The title of the document is the one h1, so a chapter is an h2.
    tag = f"h{min(node.level + 1, 6)}"
    number = f'<span class="number">{escape(node.number)}</span> ' if node.number else ""
    return f'<{tag} id="{escape(node.id)}">{number}{inlines(node.children)}</{tag}>\n'


def _paragraph(node: Paragraph) -> str:
    role = "" if node.role == "normal" else f' class="{node.role}"'
    return f"<p{role}>{inlines(node.children)}</p>\n"


def _list(node: List, pictures: Pictures) -> str:
    tag = "ol" if node.ordered else "ul"
    items = "".join(f"<li>{_compact(item, pictures)}</li>\n" for item in node.items)
    return f"<{tag}>\n{items}</{tag}>\n"


def _field(item: Field, pictures: Pictures) -> str:
    if item.open:
        return f'<div><dt>{inlines(item.label)}</dt><dd class="open"></dd></div>\n'
    anchor = f' id="{escape(item.id)}"' if item.id else ""
    return f"<div{anchor}><dt>{inlines(item.label)}</dt><dd>{_compact(item.value, pictures)}</dd></div>\n"


def _compact(children: tuple[Block, ...], pictures: Pictures) -> str:
    """Blocks inside an item; a first paragraph without a second needs no paragraph of its own."""
    match children:
        case (Paragraph(role="normal", children=words), *rest) if not any(isinstance(b, Paragraph) for b in rest):
            return inlines(words) + _blocks(rest, pictures)
        case _:
            return _blocks(children, pictures)


def _note(node: Note, pictures: Pictures) -> str:
    title = f'<p class="note-title"><strong>{inlines(node.title)}</strong></p>\n' if node.title else ""
    return f'<div class="note {node.kind}" role="note">\n{title}{_blocks(node.children, pictures)}</div>\n'


def _column(group: tuple[Block, ...], pictures: Pictures) -> str:
    return f"<div>\n{_blocks(group, pictures)}</div>\n"
