"""Images made of dots: write one as PNG, and see what an image file holds."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

# A chart is a few flat colours and the soft edges between them: so many are a third of the size and look the same.
_COLORS = 256
_READABLE = ("PNG", "JPEG")


@dataclass(frozen=True, slots=True)
class Raster:
    """What an image file is ("image/png") and how many dots it is wide and high."""

    media_type: str
    width: int
    height: int


def png(rgba: bytes, width: int, height: int, dpi: float) -> bytes:
    """Rows of red, green, blue and opacity as a PNG file without opacity."""
    image = Image.frombuffer("RGBA", (width, height), rgba, "raw", "RGBA", 0, 1).convert("RGB")
    few_colors = image.quantize(_COLORS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    buffer = BytesIO()
    few_colors.save(buffer, "PNG", dpi=(dpi, dpi))
    return buffer.getvalue()


def look(content: bytes) -> Raster:
    """What a PNG or JPEG file holds. Raises ValueError when it is something else, or damaged."""
    try:
        with Image.open(BytesIO(content), formats=_READABLE) as image:
            image.load()
            return Raster(f"image/{str(image.format).lower()}", *image.size)
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("not a readable PNG or JPEG") from error
