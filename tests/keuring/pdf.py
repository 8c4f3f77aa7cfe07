"""PDF files judged by pdfua."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from pdfua import Severity, validate

from keuring.model import Keurmeester, Oordelen


def keur(paden: Sequence[Path]) -> Oordelen:
    """Every error in the files."""
    return {
        pad: [f"{b.rule_id}: {b.message}" for b in validate(str(pad)).findings if b.severity is Severity.ERROR]
        for pad in paden
    }


PDFUA = Keurmeester(
    "pdfua",
    (".pdf",),
    "16 van de 106 regels van PDF/UA-1: te weinig om te zeggen dat een PDF daaraan voldoet",
    lambda: version("pdfua"),
    keur,
)
