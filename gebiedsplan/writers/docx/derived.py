"""Styles that repeat one of the house with another number or indent: Word needs them, a designer need not draw them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.writers.docx.elements import find, value, w

CHAPTER, APPENDIX = "heading", "Bijlagekop"
"""The names, before their level, of the styles whose numbers Word counts: see ``chapters``."""
LIST_HEADING, FIGURES = "Lijstkop", "table of figures"
_SECOND_LINE = "284"
_STAND_CLOSE = ("Normal", "List Bullet", "List Number", "List Continue")
_CLOSE_SIZE, _CLOSE_AFTER, _CLOSE_LINE = 19, 40, 252  # half points, twips, 240ths of a line


def close_style(name: str) -> str:
    """The name of the style for what would be of the style ``name`` and stands close; itself when it has none."""
    return f"{name} dicht" if name in _STAND_CLOSE else name


DERIVED = (f"{APPENDIX} 1", f"{APPENDIX} 2", LIST_HEADING, FIGURES, *map(close_style, _STAND_CLOSE))


def derived(house: Mapping[str, Element]) -> Iterator[tuple[str, Element]]:
    """Each of ``DERIVED`` with its definition, made from the styles in ``house``, by their names in small letters."""
    for level in (1, 2):
        yield f"{APPENDIX} {level}", _appendix_heading(house[f"{CHAPTER} {level}"], level)
    yield LIST_HEADING, _list_heading(house["toc heading"], house["heading 3"])
    yield FIGURES, _line_of_figures(house["toc 2"], house["tabeltekst"])
    for name in _STAND_CLOSE:
        yield close_style(name), _close(close_style(name), house[name.casefold()])


def _appendix_heading(heading: Element, level: int) -> Element:
    """A heading with a number of its own; "Bijlage A." is too wide to hang in front of the words."""
    left = value(find(heading, "pPr", "ind"), "left") or 0
    indent = w("ind", left=0, firstLine=0) if level == 1 else w("ind", left=left, hanging=left)
    properties = w("pPr", indent, w("outlineLvl", val=level - 1))
    return _style(f"{APPENDIX} {level}", value(heading, "styleId"), properties)


def _list_heading(heading: Element, smaller: Element) -> Element:
    """The heading of the contents list, in the letter of a lesser one."""
    room = w("pPr", w("spacing", before=240, after=80))
    return _style(LIST_HEADING, value(heading, "styleId"), room, *_copied(smaller, "rPr"))


def _line_of_figures(line: Element, small: Element) -> Element:
    """A line of the contents list, small and at the margin: the style in which Word refreshes a list of figures."""
    style = _style(FIGURES, value(find(line, "basedOn")), *_copied(line, "pPr"), *_copied(small, "rPr"))
    for tabs in style.iter(qn("w:tabs")):
        for tab in [tab for tab in tabs if value(cast(Element, tab)) == "left"]:
            tabs.remove(tab)
    for indent in style.iter(qn("w:ind")):
        indent.set(qn("w:left"), _SECOND_LINE)
        indent.set(qn("w:hanging"), _SECOND_LINE)
    return style


def _close(name: str, roomy: Element) -> Element:
    """The same with smaller letters and little room below; what indents and numbers it stays."""
    room = w("spacing", before=0, after=_CLOSE_AFTER, line=_CLOSE_LINE, lineRule="auto")
    kept = [deepcopy(part) for part in (find(roomy, "pPr", "ind"),) if part is not None]
    letters = w("rPr", w("sz", val=_CLOSE_SIZE), w("szCs", val=_CLOSE_SIZE))
    return _style(name, value(roomy, "styleId"), w("pPr", room, *kept), letters)


def _copied(style: Element, part: str) -> list[Element]:
    found = find(style, part)
    return [] if found is None else [deepcopy(found)]


def _style(name: str, parent: str, *properties: Element) -> Element:
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=parent),
        w("next", val="Normal"),
        w("uiPriority", val=9),
        w("qFormat"),
        *properties,
        type="paragraph",
        styleId=name.title().replace(" ", ""),
    )
