"""File properties and language: everything from the Meta of the document, nothing from a clock or a library."""

from __future__ import annotations

from datetime import datetime

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from gebiedsplan.document import Meta
from gebiedsplan.writers.docx.elements import clean

_LONGEST = 255


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


def set_language(word: WordDocument, language: str) -> None:
    """Make ``language`` the language of all text that does not say otherwise."""
    for node in word.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
    for node in word.settings.element.iter(qn("w:themeFontLang")):
        node.set(qn("w:val"), language)


def _short(text: str) -> str:
    return clean(text)[:_LONGEST]
