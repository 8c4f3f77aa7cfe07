"""Read words as structure: the Markdown that the templates wrote becomes a Document.

``parse`` reads and then applies ``TRANSFORMS``; ``fill_pages`` is for who lays the Document out. What a template may
write stands in ``outline`` (blocks between slashes, headings, pipe tables), ``engine`` (paragraphs, lists, words) and
``frontmatter`` (title and front page).
"""

from __future__ import annotations

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.document import Document
from gebiedsplan.markdown.reader import read
from gebiedsplan.markdown.transforms import TRANSFORMS, fill_pages

__all__ = ["fill_pages", "parse"]


def parse(text: str, bestand: str) -> Document:
    """The numbered Document that ``text`` describes; ``bestand`` names it in findings.

    Raises GebiedsplanFout with every finding in the text, in the order of its lines.
    """
    document, bevindingen = read(text, bestand)
    if bevindingen:
        raise GebiedsplanFout(bevindingen)
    for transform in TRANSFORMS:
        document = transform(document)
    return document
