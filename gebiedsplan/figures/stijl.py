"""The house style: colours and sizes from ``grafiek.mplstyle``, letters from ``lettertypen``.

Letters are loaded by path, so a drawing does not depend on the fonts of a machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import matplotlib
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

MM_PER_INCH: Final = 25.4
POINTS_PER_INCH: Final = 72
VERVANGTEKEN: Final = "\N{WHITE SQUARE}"
# Hyphens and dashes that text from a workbook may hold and that few fonts draw.
GELIJKE_TEKENS: Final = str.maketrans({"\N{NON-BREAKING HYPHEN}": "-", "\N{HYPHEN}": "-", "\N{SOFT HYPHEN}": None})


@dataclass(frozen=True, slots=True)
class Lettertype:
    """One font file; measures and prepares text for it."""

    bestand: str

    def properties(self, points: float) -> FontProperties:
        """Return what matplotlib wants to know about this font at this size."""
        return FontProperties(fname=self.bestand, size=points)

    def readable(self, text: str) -> str:
        """``text`` on one line, with a square for every character this font cannot draw."""
        return _readable(self.bestand, text)

    def width_mm(self, text: str, points: float) -> float:
        """Width of ``text`` in millimetres."""
        return _width_per_point(self.bestand, text) * points


@lru_cache(maxsize=4096)
def _readable(bestand: str, text: str) -> str:
    glyphs = _glyphs(bestand)
    one_line = " ".join(text.translate(GELIJKE_TEKENS).split())
    return "".join(character if ord(character) in glyphs else VERVANGTEKEN for character in one_line)


@cache
def _glyphs(bestand: str) -> frozenset[int]:
    return frozenset(get_font(bestand).get_charmap())


@lru_cache(maxsize=4096)
def _width_per_point(bestand: str, text: str) -> float:
    # A font measures ink; between two bars the white around the letters counts too.
    return _ink_per_point(bestand, f"|{text}|") - _ink_per_point(bestand, "||")


def _ink_per_point(bestand: str, text: str) -> float:
    measured_at = 100.0
    font = get_font(bestand)
    font.set_size(measured_at, POINTS_PER_INCH)
    font.set_text(text, 0.0, flags=LoadFlags.NO_HINTING)
    width, _ = font.get_width_height()
    subpixels = 64
    return width / subpixels / POINTS_PER_INCH * MM_PER_INCH / measured_at


@dataclass(frozen=True, slots=True)
class Stijl:
    """Colours as matplotlib understands them, sizes in points, the two fonts and the dots per inch of a PNG."""

    inkt: str
    gedempt: str
    grijs: str
    vlak: str
    lijn: str
    papier: str
    accent: str
    gunstiger: str
    minder_gunstig: str
    gewoon: float
    klein: float
    dpi: int
    regular: Lettertype
    bold: Lettertype

    def letter(self, bold: bool) -> Lettertype:
        """Return the bold or the regular font."""
        return self.bold if bold else self.regular

    def width_mm(self, text: str, points: float, bold: bool = False) -> float:
        """Width of ``text`` in millimetres as it will be drawn."""
        letter = self.letter(bold)
        return letter.width_mm(letter.readable(text), points)

    def wrap(self, text: str, max_mm: float, points: float, bold: bool = False) -> tuple[str, ...]:
        """``text`` in one or more lines of at most ``max_mm``; nothing is lost, a word that is too long is broken."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width_mm(longer, points, bold) <= max_mm:
                lines[-1] = longer
            else:
                lines.extend(self._pieces(word, max_mm, points, bold))
        return tuple(lines) or ("",)

    def _pieces(self, word: str, max_mm: float, points: float, bold: bool) -> list[str]:
        pieces = [""]
        for character in word:
            if pieces[-1] and self.width_mm(pieces[-1] + character, points, bold) > max_mm:
                pieces.append("")
            pieces[-1] += character
        return pieces


@cache
def read_stijl(stijlmap: Path) -> Stijl:
    """Read ``grafiek.mplstyle`` and the fonts in ``stijlmap``. Raises OSError or ValueError when they are not right."""
    settings = matplotlib.rc_params_from_file(stijlmap / "grafiek.mplstyle", fail_on_error=True)
    accent, gunstiger, minder_gunstig = settings["axes.prop_cycle"].by_key()["color"]
    letters = stijlmap / "lettertypen"
    return Stijl(
        inkt=settings["text.color"],
        gedempt=settings["axes.labelcolor"],
        grijs=settings["axes.edgecolor"],
        vlak=settings["axes.facecolor"],
        lijn=settings["grid.color"],
        papier=settings["figure.facecolor"],
        accent=accent,
        gunstiger=gunstiger,
        minder_gunstig=minder_gunstig,
        gewoon=settings["font.size"],
        klein=settings["legend.fontsize"],
        dpi=round(settings["savefig.dpi"]),
        regular=Lettertype(str(letters / "LiberationSans-Regular.ttf")),
        bold=Lettertype(str(letters / "LiberationSans-Bold.ttf")),
    )
