"""Pictures inline in the text, with what they say for those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart
from docx.parts.image import ImagePart
from lxml import etree

from gebiedsplan.document import Picture
from gebiedsplan.writers.docx.elements import clean, w

_EMU_PER_TWIP = 635
_EMU_PER_MM = 36_000
_SVG_TYPE = "image/svg+xml"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG_NAMESPACE = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EMBED = qn("r:embed")

_INLINE = f"""<wp:inline {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0">
<wp:extent/><wp:docPr/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip><a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG_NAMESPACE}"/>
</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline>""".replace("\n", "")


class Shelf:
    """The pictures of a document: each stored once, however often it is shown.

    Word shows the SVG, which is sharp at every size; what does not know SVG shows the PNG.
    """

    def __init__(self, part: DocumentPart, pictures: Mapping[str, Picture]) -> None:
        self._part = part
        self._pictures = pictures
        self._stored: dict[str, tuple[str, str]] = {}
        self._shown = 0

    def show(self, name: str, alt: str, widest: int) -> Element:
        """A run with the picture called ``name``, at most ``widest`` twips wide. KeyError when there is none."""
        picture = self._pictures[name]
        self._shown += 1
        width = min(round(picture.width_mm * _EMU_PER_MM), widest * _EMU_PER_TWIP)
        size = {"cx": str(width), "cy": str(round(width * picture.height_mm / picture.width_mm))}
        naming = {"id": str(self._shown), "name": f"Figuur {self._shown}", "descr": clean(alt)}
        inline = parse_xml(_INLINE)
        _set(inline, "wp:extent", size)
        _set(inline, "a:xfrm/a:ext", size)
        _set(inline, "wp:docPr", naming)
        _set(inline, "pic:cNvPr", naming)
        png, svg = self._store(name, picture)
        _set(inline, "a:blip", {_EMBED: png})
        _set(inline, "*[local-name()='svgBlip']", {_EMBED: svg})
        return w("r", w("drawing", inline))

    def _store(self, name: str, picture: Picture) -> tuple[str, str]:
        if name not in self._stored:
            place = f"/word/media/figuur{len(self._stored) + 1}"
            png = ImagePart(PackURI(f"{place}.png"), CT.PNG, picture.png)
            svg = ImagePart(PackURI(f"{place}.svg"), _SVG_TYPE, _file_of_its_own(picture))
            self._stored[name] = self._part.relate_to(png, RT.IMAGE), self._part.relate_to(svg, RT.IMAGE)
        return self._stored[name]


def _file_of_its_own(picture: Picture) -> bytes:
    """The SVG of ``picture``, which was made for inside a page, as a file: with a declaration and its size on paper."""
    root = etree.fromstring(picture.svg)
    root.set("width", f"{picture.width_mm:g}mm")
    root.set("height", f"{picture.height_mm:g}mm")
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set(inline: Element, tag: str, attributes: Mapping[str, str]) -> None:
    for node in inline.xpath(f".//{tag}"):
        node.attrib.update(attributes)
