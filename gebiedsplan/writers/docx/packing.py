"""The zip around a Word document or a workbook in it, without when and where it was made: same parts, same bytes."""

from __future__ import annotations

import io
import zipfile

_FIRST = "[Content_Types].xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ALREADY_SMALL = (".png", ".jpeg", ".jpg", ".xlsx")


def repack(package: bytes) -> bytes:
    """``package`` with its parts in a fixed order and a fixed timestamp."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            small = name.endswith(_ALREADY_SMALL)
            entry.compress_type = zipfile.ZIP_STORED if small else zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
