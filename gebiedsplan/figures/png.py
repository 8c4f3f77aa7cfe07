"""Pixels as a PNG file without any metadata.

A chart is a few flat colours: rows without a filter and the lightest compression give a smaller file in a
third of the time that a general encoder takes.
"""

from __future__ import annotations

import struct
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

from gebiedsplan.figures.stijl import MM_PER_INCH

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
BITS, TRUE_COLOUR = 8, 2
METRES: Final = 1
WINDOW: Final = 15
MEMORY: Final = 9


def encode(pixels: NDArray[np.uint8], dpi: int) -> bytes:
    """Encode ``pixels`` (height x width x red, green, blue) at ``dpi`` dots per inch."""
    height, width, _ = pixels.shape
    unfiltered = np.zeros((height, 1), np.uint8)
    rows = np.hstack((unfiltered, pixels.reshape(height, -1)))
    compressor = zlib.compressobj(1, zlib.DEFLATED, WINDOW, MEMORY, zlib.Z_FILTERED)
    per_metre = round(dpi / MM_PER_INCH * 1000)
    return b"".join(
        (
            SIGNATURE,
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, BITS, TRUE_COLOUR, 0, 0, 0)),
            _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, METRES)),
            _chunk(b"IDAT", compressor.compress(rows.tobytes()) + compressor.flush()),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
