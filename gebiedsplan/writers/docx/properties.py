"""File properties and language: everything from the Meta of the document, nothing from a clock or a library."""

from __future__ import annotations

from datetime import datetime
from xml.sax.saxutils import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from gebiedsplan.document import Meta
from gebiedsplan.writers.docx.elements import clean

_LONGEST = 255
MADE_FROM = "Gebiedsplan"
_CUSTOM_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)


def fill_properties(word: WordDocument, meta: Meta) -> None:
    """Set the core properties; the standard gives each at most 255 characters."""
    core = word.core_properties
    core.title = _short(meta.title)
    core.subject = _short(meta.subject)
    core.author = _short(meta.author)
    core.last_modified_by = _short(meta.author)
    core.keywords = _short("; ".join(meta.keywords))
    core.category = _short(meta.status)
    core.content_status = _short(meta.status)
    core.version = _short(meta.version)
    core.language = _short(meta.language)
    core.comments = ""
    core.created = core.modified = datetime.fromisoformat(meta.date)
    core.revision = 1


def remember(word: WordDocument, made_from: str) -> None:
    """Keep as a property of its own what the document was made from, so that it is known whatever the file is called.

    Word and LibreOffice show these properties and keep them.
    """
    if not made_from:
        return
    package = word.part.package
    content = _CUSTOM.format(name=MADE_FROM, value=escape(clean(made_from))).encode()
    package.relate_to(Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, content, package), _CUSTOM_KIND)


def set_language(word: WordDocument, language: str) -> None:
    """Make ``language`` the language of all text that does not say otherwise."""
    for node in word.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
    for node in word.settings.element.iter(qn("w:themeFontLang")):
        node.set(qn("w:val"), language)


def _short(text: str) -> str:
    return clean(text)[:_LONGEST]
