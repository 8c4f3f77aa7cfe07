"""Pictures inline in the text, with what they say for those who do not see them."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart
from docx.parts.image import ImagePart

from gebiedsplan.document import Picture
from gebiedsplan.writers.docx.elements import clean, w

_EMU_PER_TWIP = 635
_EMU_PER_MM = 36_000

_INLINE = f"""<wp:inline {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0">
<wp:extent/><wp:docPr/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline>""".replace("\n", "")


class Shelf:
    """The pictures of a document: each stored once, however often it is shown."""

    def __init__(self, part: DocumentPart, pictures: Mapping[str, Picture]) -> None:
        self._part = part
        self._pictures = pictures
        self._stored: dict[str, str] = {}
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
        _set(inline, "a:ext", size)
        _set(inline, "wp:docPr", naming)
        _set(inline, "pic:cNvPr", naming)
        _set(inline, "a:blip", {f"{{{inline.nsmap['r']}}}embed": self._store(name, picture.png)})
        return w("r", w("drawing", inline))

    def _store(self, name: str, png: bytes) -> str:
        if name not in self._stored:
            uri = PackURI(f"/word/media/figuur{len(self._stored) + 1}.png")
            self._stored[name] = self._part.relate_to(ImagePart(uri, CT.PNG, png), RT.IMAGE)
        return self._stored[name]


def _set(inline: Element, tag: str, attributes: Mapping[str, str]) -> None:
    for node in inline.xpath(f".//{tag}"):
        node.attrib.update(attributes)
