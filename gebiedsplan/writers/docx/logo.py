"""The logo of the gemeente, inline, with what it says for those who do not see it."""

from __future__ import annotations

import io

from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.parts.document import DocumentPart
from docx.shared import Mm

from gebiedsplan.huisstijl.model import Logo
from gebiedsplan.writers.docx.elements import clean, w

# Word wants every picture to have a number of its own; figures count from 1.
_NUMBER = 1_000_000


def logo_run(part: DocumentPart, logo: Logo) -> Element:
    """A run with the logo at its own size."""
    inline = part.new_pic_inline(io.BytesIO(logo.word.inhoud), Mm(logo.breedte_mm), Mm(logo.hoogte_mm))
    inline.attrib.update(dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))  # else some add a margin
    inline.docPr.attrib.update({"id": str(_NUMBER), "name": "Logo", "descr": clean(logo.alt)})
    return w("r", w("drawing", inline))
