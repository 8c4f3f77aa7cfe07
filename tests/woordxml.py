"""Word documents written by hand, part by part: what no library would make, and what Word makes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAAMRUIMTEN = " ".join(
    f'xmlns:{kort}="{lang}"'
    for kort, lang in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
RELATIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKKETRELATIES = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
STIJLEN = """
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standaard"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Standaard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop3"><w:name w:val="heading 3"/><w:basedOn w:val="Kop2"/></w:style>
<w:style w:type="paragraph" w:styleId="Huiskop"><w:name w:val="Kop van de gemeente"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Vlak"><w:name w:val="Vlak"/><w:basedOn w:val="Kop1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Lijst"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bijschrift"><w:name w:val="caption"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond"><w:name w:val="Rond"/><w:basedOn w:val="Rondje"/></w:style>
<w:style w:type="paragraph" w:styleId="Rondje"><w:name w:val="Rondje"/><w:basedOn w:val="Rond"/></w:style>
<w:style w:type="character" w:styleId="Zwaar"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
"""


def r(tekst: str, eigen: str = "") -> str:
    return f'<w:r><w:rPr>{eigen}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(inhoud: str = "", stijl: str = "", eigen: str = "") -> str:
    """A paragraph; plain words become a run."""
    runs = inhoud if inhoud.startswith("<") or not inhoud else r(inhoud)
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/>{eigen}</w:pPr>{runs}</w:p>'


def vet(tekst: str, eigen: str = "") -> str:
    return p(r(tekst, "<w:b/>"), eigen=eigen)


def kop(niveau: int, tekst: str) -> str:
    return p(tekst, f"Kop{niveau}")


BEGIN = kop(1, "Een kop") + p("Een gewone alinea.")


def cel(inhoud: str, eigen: str = "") -> str:
    return f"<w:tc><w:tcPr>{eigen}</w:tcPr>{inhoud if inhoud.startswith('<') else p(inhoud)}</w:tc>"


def rij(*cellen: str, eigen: str = "") -> str:
    return f"<w:tr><w:trPr>{eigen}</w:trPr>{''.join(c if c.startswith('<w:tc>') else cel(c) for c in cellen)}</w:tr>"


KOP = "<w:tblHeader/>"


def tabel(*rijen: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rijen)}</w:tbl>{p('Na de tabel.')}"


def tekening(eigenschappen: str, inhoud: str = "picture", binnen: str = "", houder: str = "inline") -> str:
    """A drawing with the attributes and children of its ``docPr``."""
    return (
        f'<w:r><w:drawing><wp:{houder}><wp:docPr id="1" {eigenschappen}</wp:docPr><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{inhoud}">{binnen}</a:graphicData>'
        f"</a:graphic></wp:{houder}></w:drawing></w:r>"
    )


DECORATIEF = '<a:extLst><a:ext uri="{C183D7F6}"><adec:decorative val="1"/></a:ext></a:extLst>'


def link(tekst: str, doel: str = 'w:anchor="x"') -> str:
    return f"<w:hyperlink {doel}>{r(tekst)}</w:hyperlink>"


def veld(opdracht: str, uitkomst: str) -> str:
    """The runs of a field."""
    teken = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    code = f"<w:r><w:instrText> {opdracht} </w:instrText></w:r>"
    return f"{teken('begin')}{code}{teken('separate')}{uitkomst}{teken('end')}"


def docx(
    body: str = BEGIN,
    *,
    titel: str = "Een titel",
    stijlen: str = STIJLEN,
    instellingen: str = "",
    delen: Mapping[str, str] | None = None,
    links: Mapping[str, str] | None = None,
    vervang: Mapping[str, bytes] | None = None,
) -> bytes:
    """A document. ``delen`` are headers, footers and notes by their kind; ``vervang`` puts other bytes in a part."""
    extra = delen or {}
    relaties = {"styles": "styles.xml", "settings": "settings.xml", **{soort: f"{soort}.xml" for soort in extra}}
    van_document = [f'<Relationship Id="{s}" Type="{RELATIES}/{s}" Target="{d}"/>' for s, d in relaties.items()]
    van_document += [
        f'<Relationship Id="{id_}" Type="{RELATIES}/hyperlink" Target="{url}" TargetMode="External"/>'
        for id_, url in (links or {}).items()
    ]
    paden = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships {PAKKETRELATIES}><Relationship Id="a" Type="{RELATIES}/officeDocument" '
        f'Target="word/document.xml"/><Relationship Id="b" Type="x/core-properties" Target="/docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": f'<k xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{titel}</dc:title></k>',
        "word/document.xml": f"<w:document {NAAMRUIMTEN}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAAMRUIMTEN}>{stijlen}</w:styles>",
        "word/settings.xml": f"<w:settings {NAAMRUIMTEN}>{instellingen}</w:settings>",
        "word/_rels/document.xml.rels": f"<Relationships {PAKKETRELATIES}>{''.join(van_document)}</Relationships>",
        **{f"word/{s}.xml": inhoud.replace("NAAMRUIMTEN", NAAMRUIMTEN) for s, inhoud in extra.items()},
    }
    bytes_ = {pad: inhoud.encode() for pad, inhoud in paden.items()} | dict(vervang or {})
    pakket = io.BytesIO()
    with zipfile.ZipFile(pakket, "w", zipfile.ZIP_DEFLATED) as bestand:
        for pad, inhoud in bytes_.items():
            bestand.writestr(pad, inhoud)
    return pakket.getvalue()


def koptekst(inhoud: str) -> dict[str, str]:
    return {"header": f"<w:hdr NAAMRUIMTEN>{inhoud}</w:hdr>"}
