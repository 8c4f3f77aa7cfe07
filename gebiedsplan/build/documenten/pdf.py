"""The PDF of a document. What makes it is an extra, and may not be there."""

from __future__ import annotations

from collections.abc import Mapping

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.document import Document, Picture


def eis() -> None:
    """Say at once that a PDF cannot be made here. Raises GebiedsplanFout pdf-ontbreekt."""
    try:
        from gebiedsplan.writers import pdf  # noqa: F401
    except ImportError as fout:
        raise GebiedsplanFout([_zonder_onderdeel()], exit_code=2) from fout
    except OSError as fout:
        raise GebiedsplanFout([_zonder_pango()], exit_code=2) from fout


def write(plaats: Werkplaats, document: Document, platen: Mapping[str, Picture]) -> bytes:
    """The document as PDF."""
    from gebiedsplan.writers import pdf

    return pdf.write(document, platen, plaats.huisstijl)


def _zonder_onderdeel() -> Bevinding:
    return Bevinding(
        "pdf-ontbreekt",
        Plek("PDF"),
        "Het onderdeel dat een PDF maakt, staat niet op deze computer.",
        "Met make komt het erbij: make gebiedsplan GEBIED=heiloo FORMAAT=pdf. "
        "Zonder make: pip install “gebiedsplan[pdf]”.",
    )


def _zonder_pango() -> Bevinding:
    return Bevinding(
        "pdf-ontbreekt",
        Plek("PDF"),
        "Pango staat niet op deze computer. Dat is het programma dat in een PDF de letters zet.",
        "Installeer Pango. Debian of Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0. "
        "Mac: brew install pango. Windows: zet MSYS2 op de computer en typ daarin pacman -S mingw-w64-x86_64-pango.",
    )
