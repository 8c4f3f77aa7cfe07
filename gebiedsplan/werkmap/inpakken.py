"""From openpyxl's workbook to bytes, without the time it was made: same workbook, same bytes."""

from __future__ import annotations

import io
import zipfile

from openpyxl.workbook.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

_EERSTE = "[Content_Types].xml"
_VROEGSTE = (1980, 1, 1, 0, 0, 0)


def inpakken(boek: Workbook) -> bytes:
    """The file. ``Workbook.save`` would put the time of now among the properties; the writer behind it does not."""
    los = io.BytesIO()
    ExcelWriter(boek, zipfile.ZipFile(los, "w")).save()
    vast = io.BytesIO()
    with zipfile.ZipFile(los) as bron, zipfile.ZipFile(vast, "w") as doel:
        for naam in sorted(bron.namelist(), key=lambda naam: (naam != _EERSTE, naam)):
            deel = zipfile.ZipInfo(naam, _VROEGSTE)
            deel.create_system = 0
            deel.compress_type = zipfile.ZIP_DEFLATED
            doel.writestr(deel, bron.read(naam))
    return vast.getvalue()
