"""The logo: a PNG or JPEG, or an SVG with a PNG of the same name beside it for Word.

Without a logo a plan is still a plan, so whatever is wrong with its files is a warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from gebiedsplan import raster
from gebiedsplan.bevinding import Ernst
from gebiedsplan.huisstijl.bestanden import lees, onleesbaar, ontbreekt, vind
from gebiedsplan.huisstijl.model import Afbeelding, Logo
from gebiedsplan.toml import Misser, Rij

_GOED = "een afbeelding in PNG, JPEG of SVG"
_SVG = "image/svg+xml"


def lees_logo(mappen: Sequence[Path], rij: Rij) -> tuple[Logo | None, tuple[Misser, ...]]:
    """The logo that ``rij`` describes, or None and why. An empty ``rij`` asks for none."""
    if not rij.tekst("bestand").strip():
        return None, ()
    inhoud = lees(mappen, rij, "bestand", Ernst.LET_OP)
    if isinstance(inhoud, Misser):
        return None, (inhoud,)
    word = _met_punten(mappen, rij) if _is_svg(inhoud) else inhoud
    if isinstance(word, Misser):
        return None, (word,)
    try:
        punten = raster.look(word)
    except ValueError:
        return None, (onleesbaar(rij, "bestand", _GOED, Ernst.LET_OP),)
    breedte = rij.getal("breedte_mm") or 0
    web = Afbeelding(inhoud, _SVG if inhoud is not word else punten.media_type)
    hoogte = breedte * punten.height / punten.width
    return Logo(rij.tekst("alt"), breedte, hoogte, web, Afbeelding(word, punten.media_type)), ()


def _met_punten(mappen: Sequence[Path], rij: Rij) -> bytes | Misser:
    """The PNG that belongs to an SVG: Word does not show an SVG everywhere."""
    naast = Path(rij.tekst("bestand")).with_suffix(".png").as_posix()
    try:
        return vind(mappen, naast).read_bytes()
    except OSError:
        return ontbreekt(rij, "bestand", naast, Ernst.LET_OP)


def _is_svg(inhoud: bytes) -> bool:
    try:
        return ElementTree.fromstring(inhoud).tag == "{http://www.w3.org/2000/svg}svg"
    except ElementTree.ParseError:
        return False
