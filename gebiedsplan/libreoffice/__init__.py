"""Let LibreOffice do what only an office program can: put a Word document on pages, turn it into an ODT.

LibreOffice is a guest: found where it usually is, run with a profile of its own in a folder that is gone afterwards,
stopped when it takes too long. It reads and writes nowhere else.
"""

from __future__ import annotations

from gebiedsplan.libreoffice.omzetten import to_odt, to_pdf
from gebiedsplan.libreoffice.paginas import pages_of
from gebiedsplan.libreoffice.programma import soffice

__all__ = ["pages_of", "soffice", "to_odt", "to_pdf"]
