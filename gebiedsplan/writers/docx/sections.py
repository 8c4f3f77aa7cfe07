"""Sections: pages that stand upright, pages that lie for a table too wide to stand, and columns on a page."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, starmap
from typing import cast

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.section import Section
from docx.shared import Mm, Twips
from docx.text.parfmt import ParagraphFormat

from gebiedsplan.document import Block, Columns, Heading, PageBreak, Table
from gebiedsplan.writers.docx.elements import find, paragraph, value, w
from gebiedsplan.writers.docx.measures import fits
from gebiedsplan.writers.docx.paper import Paper

# The white between columns, in twips.
_GUTTER = 454


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that follow each other on pages of one kind; ``columns`` is how many they stand in, 0 for no columns."""

    blocks: tuple[Block, ...]
    lying: bool
    columns: int = 0


def stretches(blocks: Sequence[Block], paper: Paper) -> tuple[Stretch, ...]:
    """``blocks`` cut where the pages turn, and around columns. The first one stands, for the front page; may be empty.

    Headings right above a wide table go with it; a page break where the pages turn would make an empty page.
    """
    lying = _lying(blocks, paper)
    kinds = [
        (turned, len(block.children) if isinstance(block, Columns) else 0, isinstance(block, Columns) and number)
        for number, (block, turned) in enumerate(zip(blocks, lying, strict=True))
    ]
    cut = [
        Stretch(tuple(block for block, _ in group), turned, columns)
        for (turned, columns, _), group in groupby(zip(blocks, kinds, strict=True), lambda pair: pair[1])
    ]
    if not cut or cut[0].lying or cut[0].columns:
        cut.insert(0, Stretch((), lying=False))
    return (cut[0], *starmap(_on_a_page_of_its_own, pairwise(cut)))


def _on_a_page_of_its_own(above: Stretch, stretch: Stretch) -> Stretch:
    """Where the pages turn a new one begins; beside columns the page goes on."""
    return replace(stretch, blocks=_without_first_break(stretch.blocks)) if above.lying != stretch.lying else stretch


def _lying(blocks: Sequence[Block], paper: Paper) -> list[bool]:
    turned = [isinstance(block, Table) and not fits(block.grid, paper.width) for block in blocks]
    for index in reversed(range(len(blocks) - 1)):
        turned[index] = turned[index] or (turned[index + 1] and isinstance(blocks[index], Heading | PageBreak))
    return turned


def _without_first_break(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    breaks = next((index for index, block in enumerate(blocks) if not isinstance(block, PageBreak)), len(blocks))
    return blocks[breaks:]


class Sections:
    """Section properties for pages that stand and pages that lie, after those of the style document.

    To be made when header and footer are filled: pages that lie get a copy with the tab stops at their own margin.
    """

    def __init__(self, standing: Element, paper: Paper) -> None:
        self._standing = standing
        self._part = paper.part
        self._narrow = paper.width
        self._hairline = paragraph(
            paper.styles.id("Normal"), [], w("spacing", before=0, after=0, line=20, lineRule="exact")
        )
        self.lying_width = _across(find(standing, "pgSz"), find(standing, "pgMar"))
        self._lying: Element | None = None

    def width(self, stretch: Stretch) -> int:
        """How wide its text is, in twips."""
        if stretch.lying:
            return self.lying_width
        return (self._narrow - _GUTTER * (stretch.columns - 1)) // stretch.columns if stretch.columns else self._narrow

    def close(self, elements: list[Element], stretch: Stretch, above: Stretch | None) -> None:
        """End a section behind ``elements``, in the last paragraph: after a table that is one without any height."""
        if not elements or elements[-1].tag != qn("w:p"):
            elements.append(deepcopy(self._hairline))
        cast(Element, find(elements[-1], "pPr")).append(self.properties(stretch, above))

    def properties(self, stretch: Stretch, above: Stretch | None) -> Element:
        """The properties of a section, below another or ``None``.

        Only the first one has a first page without header and footer. Columns, and what stands below them, go on where
        they are.
        """
        page = deepcopy(self._lying_page() if stretch.lying else self._standing)
        for front in list(page.iterchildren(qn("w:titlePg"))) if above else []:
            page.remove(front)
        if above and above.lying == stretch.lying:
            cast(Element, find(page, "pgSz")).addprevious(w("type", val="continuous"))
        if stretch.columns:
            for columns in page.iterchildren(qn("w:cols")):
                columns.set(qn("w:num"), str(stretch.columns))
                columns.set(qn("w:space"), str(_GUTTER))
        return page

    def _lying_page(self) -> Element:
        if self._lying is None:
            self._lying = deepcopy(self._standing)
            size = cast(Element, find(self._lying, "pgSz"))
            turned = {"w": value(size, "h"), "h": value(size, "w"), "orient": "landscape"}
            for name, measure in turned.items():
                size.set(qn(f"w:{name}"), measure)
            for reference in self._lying.iterchildren(qn("w:headerReference"), qn("w:footerReference")):
                self._widen(cast(Element, reference))
        return self._lying

    def _widen(self, reference: Element) -> None:
        """Let ``reference`` point at a copy of its header or footer, where that has something at the right margin."""
        relation = self._part.rels[str(reference.get(qn("r:id")))]
        source = relation.target_part
        content = deepcopy(cast(XmlPart, source).element)
        if _move_tabs(content, self._narrow, self.lying_width):
            name = PackURI(str(source.partname).replace(".xml", "-liggend.xml"))
            copied = XmlPart(name, source.content_type, content, source.package)
            for id_, used in source.rels.items():
                copied.load_rel(
                    used.reltype, used.target_ref if used.is_external else used.target_part, id_, used.is_external
                )
            reference.set(qn("r:id"), self._part.relate_to(copied, relation.reltype))


def use_more_of(section: Section) -> None:
    """Narrow margins, for one page of large print."""
    section.top_margin = section.bottom_margin = Mm(11)
    section.left_margin = section.right_margin = Mm(20)
    section.header_distance = section.footer_distance = Mm(6)


def _across(size: Element | None, margins: Element | None) -> int:
    """The width of the text, in twips, when the page lies."""
    return int(value(size, "h")) - int(value(margins, "left")) - int(value(margins, "right"))


def _move_tabs(content: Element, narrow: int, wide: int) -> bool:
    """Move what stands at the right margin to the new one; says whether there was anything to move."""
    lines = [line for line in content.iter(qn("w:p")) if next(line.iter(qn("w:tab")), None) is not None]
    for line in lines:
        stops = ParagraphFormat(cast(Element, line)).tab_stops
        for index in reversed([index for index, stop in enumerate(stops) if stop.position == Twips(narrow)]):
            del stops[index]
        stops.add_tab_stop(Twips(narrow), WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(Twips(wide), WD_TAB_ALIGNMENT.RIGHT)
    return bool(lines)
