"""What charts use of the house style, and how wide text is in its letters.

Letters are loaded by path, so a drawing does not depend on the fonts of a machine. They are remembered by that
path, as matplotlib does: a font file that changes is seen by the next run.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.ft2font import LoadFlags

from gebiedsplan.huisstijl.model import PAPIER, Huisstijl

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
    return _ink_per_point(bestand, f"|{text}|") - _bars_per_point(bestand)


@cache
def _bars_per_point(bestand: str) -> float:
    return _ink_per_point(bestand, "||")


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


def stijl_van(huisstijl: Huisstijl) -> Stijl:
    """What charts use of a house style."""
    kleuren, maten = huisstijl.kleuren, huisstijl.grafieken
    return Stijl(
        inkt=kleuren.inkt,
        gedempt=kleuren.gedempt,
        grijs=kleuren.anderen,
        vlak=kleuren.bereik,
        lijn=kleuren.lijn,
        papier=PAPIER,
        accent=kleuren.accent,
        gunstiger=kleuren.gunstiger,
        minder_gunstig=kleuren.minder_gunstig,
        gewoon=maten.letters,
        klein=maten.kleine_letters,
        dpi=maten.punten_per_inch,
        regular=Lettertype(str(maten.gewoon)),
        bold=Lettertype(str(maten.vet)),
    )
