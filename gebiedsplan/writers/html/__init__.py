"""Put a Document on a web page: one HTML file that needs nothing else: no network, and no script to be read."""

from __future__ import annotations

from collections.abc import Mapping

from gebiedsplan.document import Document, Meta, Picture
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.writers.html.inline import without_forbidden
from gebiedsplan.writers.html.page import frame, page


def write(document: Document, pictures: Mapping[str, Picture], huisstijl: Huisstijl) -> bytes:
    """The document as one self-contained HTML5 page in UTF-8.

    ``pictures`` holds an image for every figure, by its name; ``huisstijl`` gives the colours,
    the letters and the logo, and the style sheet, which is put in whole.
    The same input gives the same bytes. Raises KeyError for a figure whose picture is not there.
    """
    return page(document, pictures, huisstijl).encode("utf-8")


def write_interactive(meta: Meta, text: str, huisstijl: Huisstijl, *, style: str, script: str) -> bytes:
    """A page to do something on, in the same frame and with the same rules as a document.

    ``text`` is HTML from a template that escaped every value in it. ``script`` may run, and no other; it may ask for
    nothing. ``style`` is put after the style sheet.
    """
    return frame(meta, huisstijl, without_forbidden(text), style=style, script=script).encode("utf-8")
