"""Pictures inline in the text, with what they say for those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart
from docx.parts.image import ImagePart

from gebiedsplan.chart import Chart
from gebiedsplan.document import Picture
from gebiedsplan.writers.docx.elements import clean, w

if TYPE_CHECKING:
    from gebiedsplan.writers.docx.charts import Charts

_EMU_PER_TWIP = 635
_EMU_PER_MM = 36_000
_SVG_TYPE = "image/svg+xml"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EMBED = qn("r:embed")

_INLINE = f"""<wp:inline {nsdecls("wp", "a")} distT="0" distB="0" distL="0" distR="0">
<wp:extent/><wp:docPr/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
</wp:inline>""".replace("\n", "")
_GRAPHIC = f"""<a:graphic {nsdecls("a", "pic", "r")}>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip><a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}"/>
</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic>""".replace("\n", "")


class Shelf:
    """The pictures of a document: each stored once, however often it is shown.

    Word shows the SVG, which is sharp at every size; what does not know SVG shows the PNG. With ``charts`` a picture
    that is a chart is drawn by Word itself.
    """

    def __init__(self, part: DocumentPart, pictures: Mapping[str, Picture], charts: Charts | None) -> None:
        self._part = part
        self._pictures = pictures
        self._charts = charts
        self._stored: dict[str, tuple[str, str]] = {}
        self._shown = 0

    def show(self, name: str, alt: str, widest: int) -> Element:
        """A run with the picture called ``name``, at most ``widest`` twips wide. KeyError when there is none."""
        picture = self._pictures[name]
        self._shown += 1
        naming = {"id": str(self._shown), "name": f"Figuur {self._shown}", "descr": clean(alt)}
        if self._charts and picture.chart:
            size = _size(picture.chart, widest)
            graphic = self._charts.graphic(picture.chart)
        else:
            size = _size(picture, widest)
            graphic = self._graphic(name, picture, size, naming)
        inline = parse_xml(_INLINE)
        inline.append(graphic)
        _set(inline, "wp:extent", size)
        _set(inline, "wp:docPr", naming)
        return w("r", w("drawing", inline))

    def _graphic(self, name: str, picture: Picture, size: Mapping[str, str], naming: Mapping[str, str]) -> Element:
        png, svg = self._store(name, picture)
        graphic = parse_xml(_GRAPHIC)
        _set(graphic, "a:xfrm/a:ext", size)
        _set(graphic, "pic:cNvPr", naming)
        _set(graphic, "a:blip", {_EMBED: png})
        _set(graphic, "*[local-name()='svgBlip']", {_EMBED: svg})
        return graphic

    def _store(self, name: str, picture: Picture) -> tuple[str, str]:
        if name not in self._stored:
            place = f"/word/media/figuur{len(self._stored) + 1}"
            png = ImagePart(PackURI(f"{place}.png"), CT.PNG, picture.png)
            svg = ImagePart(PackURI(f"{place}.svg"), _SVG_TYPE, _file_of_its_own(picture))
            self._stored[name] = self._part.relate_to(png, RT.IMAGE), self._part.relate_to(svg, RT.IMAGE)
        return self._stored[name]


def _file_of_its_own(picture: Picture) -> bytes:
    """The SVG of ``picture``, which was made for inside a page, as a file: with a declaration and its size on paper."""
    root = parse_xml(picture.svg)
    root.set("width", f"{picture.width_mm:g}mm")
    root.set("height", f"{picture.height_mm:g}mm")
    return serialize_part_xml(root)


def _size(shown: Picture | Chart, widest: int) -> dict[str, str]:
    """Width and height as Word counts, no wider than ``widest`` twips."""
    width = min(round(shown.width_mm * _EMU_PER_MM), widest * _EMU_PER_TWIP)
    return {"cx": str(width), "cy": str(round(width * shown.height_mm / shown.width_mm))}


def _set(root: Element, tag: str, attributes: Mapping[str, str]) -> None:
    for node in root.xpath(f".//{tag}"):
        node.attrib.update(attributes)
