"""The colours and letters of a house style: in the theme, where Word looks, and beside it, where others look.

A style document says of each colour which one of its theme it is (``w:themeColor``), with a literal colour for
programs that know no themes. A theme has no room for every colour of ours; the others stand in its list of custom
colours under the name of their role, and are found in the document by the value they have there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import cast

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.huisstijl.model import PAPIER, Huisstijl

# The colours of a theme, each with its role in the house style.
_ROLES = {
    "dk1": "inkt",
    "lt1": "papier",
    "dk2": "gedempt",
    "lt2": "vlak",
    "accent1": "accent",
    "accent2": "minder_gunstig",
    "accent3": "gunstiger",
    "accent4": "waarschuwing",
    "accent5": "anderen",
    "accent6": "lijn",
    "hlink": "accent",
    "folHlink": "accent",
}
# What a document calls the colours that a theme calls otherwise.
_IN_TEXT = {
    "text1": "dk1",
    "dark1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_FILL, _THEME_FILL = qn("w:fill"), qn("w:themeFill")
_COLOR, _THEME_COLOR = qn("w:color"), qn("w:themeColor")
_FONTS = tuple(qn(f"w:{name}") for name in ("ascii", "hAnsi", "eastAsia", "cs"))


def dress(word: WordDocument, huisstijl: Huisstijl) -> None:
    """Give an opened style document the colours and letters of ``huisstijl``."""
    colors = _colors(huisstijl)
    typeface = huisstijl.lettertype.word
    custom = _fill_theme(word.part.part_related_by(RT.THEME), colors, huisstijl)
    _name_font(word.part.part_related_by(RT.FONT_TABLE), typeface)
    for root in _roots(word):
        for node in root.iter("{*}*"):
            _color(cast(Element, node), colors, custom)
        for fonts in root.iter(qn("w:rFonts")):
            fonts.attrib.update({name: typeface for name in _FONTS if name in fonts.attrib})


def _colors(huisstijl: Huisstijl) -> dict[str, str]:
    """Every colour by its role, as Word writes it: "0B5FA5"."""
    by_role = asdict(huisstijl.kleuren) | {"papier": PAPIER}
    return {role: color.removeprefix("#").upper() for role, color in by_role.items()}


def _fill_theme(part: Part, colors: Mapping[str, str], huisstijl: Huisstijl) -> dict[str, str]:
    """Set the theme; the new colour for every custom colour it held."""
    theme = parse_xml(part.blob)
    for named in (theme, *theme.iter(qn("a:clrScheme"), qn("a:fontScheme"))):
        named.set("name", huisstijl.naam)
    for slot, role in _ROLES.items():
        for color in theme.iterfind(f".//{qn('a:clrScheme')}/{qn(f'a:{slot}')}/{qn('a:srgbClr')}"):
            color.set("val", colors[role])
    for letter in theme.iterfind(f".//{qn('a:fontScheme')}//{qn('a:latin')}"):
        letter.set("typeface", huisstijl.lettertype.word)
    custom: dict[str, str] = {}
    for named in theme.iter(qn("a:custClr")):
        for color in named.iterchildren(qn("a:srgbClr")):
            custom[color.get("val", "")] = colors[named.get("name", "")]
            color.set("val", colors[named.get("name", "")])
    _replace(part, theme)
    return custom


def _name_font(part: Part, typeface: str) -> None:
    """The one font the style document names becomes that of the house style."""
    table = parse_xml(part.blob)
    for font in table.iterchildren(qn("w:font")):
        font.set(qn("w:name"), typeface)
    _replace(part, table)


def _replace(part: Part, root: Element) -> None:
    part._blob = serialize_part_xml(root)  # python-docx keeps parts it does not know as bytes


def _roots(word: WordDocument) -> Iterator[Element]:
    """Styles, numbering, headers and footers: all parts of the style document that python-docx reads as XML."""
    for part in word.part.package.iter_parts():
        if isinstance(part, XmlPart):
            yield part.element


def _color(node: Element, colors: Mapping[str, str], custom: Mapping[str, str]) -> None:
    """Set the literal colours of one element: ``w:val`` of a ``w:color``, else ``w:color`` and ``w:fill``."""
    line = qn("w:val") if node.tag == _COLOR else _COLOR
    for literal, theme in ((line, _THEME_COLOR), (_FILL, _THEME_FILL)):
        name = node.get(theme)
        if name is not None:
            node.set(literal, colors[_ROLES[_IN_TEXT.get(name, name)]])
        elif node.get(literal, "") in custom:
            node.set(literal, custom[node.get(literal, "")])
