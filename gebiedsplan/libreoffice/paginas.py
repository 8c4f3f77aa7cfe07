"""Read in a PDF on which page each bookmark of the document landed."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping


def pages_of(pdf: bytes, bookmarks: Iterable[str]) -> Mapping[str, int]:
    """The page of each bookmark, counted from 1; one that is not found is left out.

    A bookmark's name holds letters, digits and underscores.
    """
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    # In the dictionary of a PDF 1.1 file a name begins with a slash; in the tree of a newer one it does not.
    places = {name.removeprefix("/"): place for name, place in reader.named_destinations.items()}
    found = {name: reader.get_destination_page_number(place) for name, place in places.items()}
    pages = {name: found.get(_written(name), found.get(name)) for name in bookmarks}
    return {name: page + 1 for name, page in pages.items() if page is not None and page >= 0}


def _written(name: str) -> str:
    """The name as LibreOffice writes it: every other character than a letter or digit by its code."""
    return "".join(char if char.isalnum() else f"{ord(char):02X}" for char in name)
