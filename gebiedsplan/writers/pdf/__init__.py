"""Put a Document on paper as a tagged PDF (PDF/UA-1): its web page, laid out by WeasyPrint in letters that come along.

Needs the extra ``pdf``: importing this room raises ImportError without WeasyPrint, and OSError without Pango.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from pathlib import Path

import weasyprint

from gebiedsplan.document import Document, Figure, Picture, walk
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.writers import html

__all__ = ["write"]

_TYPEFACE = "Meegeleverd"


def write(document: Document, pictures: Mapping[str, Picture], huisstijl: Huisstijl) -> bytes:
    """The bytes of a PDF with tags, bookmarks, language, title and embedded letters; the same for the same input.

    What the page needs is in it, and nothing else is fetched: no file, no network. Raises KeyError for a figure
    whose picture is not there.
    """
    letters = (huisstijl.grafieken.gewoon, 400), (huisstijl.grafieken.vet, 700)
    lettertype = replace(huisstijl.lettertype, web=(_TYPEFACE, *huisstijl.lettertype.web))
    style = replace(huisstijl, stijlblad=_faces(letters) + huisstijl.stijlblad, lettertype=lettertype)
    page = html.write(document, _titled(document, pictures), style).decode("utf-8")
    only_what_is_in_it = weasyprint.URLFetcher(allowed_protocols={"data"})
    pdf: bytes = weasyprint.HTML(string=page, url_fetcher=only_what_is_in_it).write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def _titled(document: Document, pictures: Mapping[str, Picture]) -> dict[str, Picture]:
    """Every drawing with its alternative text as its title: there WeasyPrint looks for it."""
    alts = {block.picture: block.alt for block in walk(document.blocks) if isinstance(block, Figure)}
    return {name: replace(pictures[name], svg=_with_title(pictures[name].svg, alt)) for name, alt in alts.items()}


def _with_title(svg: bytes, alt: str) -> bytes:
    opening, rest = svg.split(b">", 1)
    return opening + b"><title>" + escape(alt).encode() + b"</title>" + rest


def _faces(letters: tuple[tuple[Path, int], ...]) -> str:
    """The letters of the charts for all text, inside the style sheet: a machine may have others by the same name."""
    return "".join(
        f"@font-face {{ font-family: {_TYPEFACE}; font-weight: {weight};"
        f" src: url(data:font/ttf;base64,{base64.b64encode(file.read_bytes()).decode()}) }}\n"
        for file, weight in letters
    )
