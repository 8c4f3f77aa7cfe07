"""Let LibreOffice do what only a layout program can: put a Word document on pages.

LibreOffice is a guest: found where it usually is, run with a profile of its own in a folder that is gone afterwards,
stopped when it takes too long. It reads and writes nowhere else.
"""

from __future__ import annotations

from gebiedsplan.libreoffice.omzetten import to_pdf
from gebiedsplan.libreoffice.paginas import pages_of
from gebiedsplan.libreoffice.programma import soffice

__all__ = ["pages_of", "soffice", "to_pdf"]
