"""Charts that Word draws itself, so that a reader can change them: a chart part with its workbook."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart

from gebiedsplan.chart import Chart
from gebiedsplan.writers.docx.charts.drawing import chart_xml
from gebiedsplan.writers.docx.charts.sheet import Sheet

_DATA = f'<c:externalData {nsdecls("c", "r")}><c:autoUpdate val="0"/></c:externalData>'
_GRAPHIC = f"""<a:graphic {nsdecls("a")}>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart {nsdecls("c", "r")}/></a:graphicData></a:graphic>""".replace("\n", "")


class Charts:
    """The charts of one document, each a part of its own; ``font`` is the typeface of their text."""

    def __init__(self, part: DocumentPart, font: str, date: str) -> None:
        self._part = part
        self._font = font
        self._date = date
        self._count = 0

    def graphic(self, chart: Chart) -> Element:
        """Store ``chart``; what stands in the text and points at it."""
        self._count += 1
        sheet = Sheet(chart)
        place = PackURI(f"/word/embeddings/gegevens{self._count}.xlsx")
        workbook = Part(place, CT.SML_SHEET, sheet.workbook(self._date), self._part.package)
        drawing = XmlPart(
            PackURI(f"/word/charts/chart{self._count}.xml"),
            CT.DML_CHART,
            parse_xml(chart_xml(chart, sheet, self._font)),
            self._part.package,
        )
        drawing.element.append(_related(_DATA, drawing.relate_to(workbook, RT.PACKAGE)))
        return _related(_GRAPHIC, self._part.relate_to(drawing, RT.CHART))


def _related(xml: str, relation: str) -> Element:
    """The element in ``xml`` with, at its innermost, a relation to another part."""
    root = parse_xml(xml)
    *_, innermost = root.iter("{*}externalData", "{*}chart")
    innermost.set(qn("r:id"), relation)
    return root
