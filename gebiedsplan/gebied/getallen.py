"""From a cell to the number a person meant: Dutch and English ways of writing, percentages, and signs for no figure."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from gebiedsplan.gebied.model import Reden
from gebiedsplan.werkmap import Cel

# What may stand around a number. Excel keeps an apostrophe in front when it was pasted as text.
_VOORAF = re.compile(r"^(?:[\s'’€]|EUR)+", re.IGNORECASE)
_ACHTERAF = re.compile(r"(?:,[-–—=]{1,2})?(?:[\s€]|euro)*$", re.IGNORECASE)
_MINNEN = str.maketrans("−–—", "---")
_GEWOON = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
# 1.290.000, 1.290,50 and 12 500, but not 0.125.
_NEDERLANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.\s])\d{3}(?:\1\d{3})*(?:,\d+)?")
# 1,290,000 and 1,290.50.
_ENGELS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
# A thousand and something, or one and a bit?
_DUBBELZINNIG = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
# Excel itself keeps fifteen digits; nothing an area counts comes near.
_GROOTSTE = 1e12

_TEKENS: Mapping[str, Reden] = {
    ".": Reden.ONBEKEND,
    "onbekend": Reden.ONBEKEND,
    "n.b.": Reden.ONBEKEND,
    "x": Reden.GEHEIM,
    "xx": Reden.GEHEIM,
    "geheim": Reden.GEHEIM,
    "-99997": Reden.GEHEIM,
    "-": Reden.NIHIL,
    "nihil": Reden.NIHIL,
    "n.v.t.": Reden.NIET_VAN_TOEPASSING,
    "n.v.t": Reden.NIET_VAN_TOEPASSING,
    "nvt": Reden.NIET_VAN_TOEPASSING,
    "niet van toepassing": Reden.NIET_VAN_TOEPASSING,
    "later": Reden.LATER,
    "-99995": Reden.LATER,
    "vervallen": Reden.VERVALLEN,
    "-99991": Reden.VERVALLEN,
}


class Maat(Enum):
    """What a number measures: that decides what 1.290 means, and whether a percentage can stand there."""

    PROCENT = auto()
    PER_1000 = auto()
    AANTAL = auto()  # whole things: people, bezoekers
    GELD = auto()
    ANDERS = auto()  # not known: a number as the Dutch write it


MATEN: Mapping[str, Maat] = {"procent": Maat.PROCENT, "per_1000": Maat.PER_1000, "aantal": Maat.AANTAL}


@dataclass(frozen=True, slots=True)
class Lezing:
    """The number in a cell. ``twijfel``: it could have been read in another way, and the user should see how it was.

    ``deel``: a percentage written as a part of one, as far as one can see.
    """

    waarde: float
    twijfel: bool = False
    deel: bool = False


def lees_getal(cel: Cel, maat: Maat = Maat.ANDERS) -> Lezing | None:
    """The number a person meant, in the unit of ``maat``; None when it is none."""
    waarde = cel.waarde
    if isinstance(waarde, bool) or (cel.als_procent and not _mag_procent(maat)):
        return None
    if isinstance(waarde, int | float):
        # A whole number of hundreds of digits is none that can be calculated with.
        if abs(waarde) >= _GROOTSTE:
            return None
        # Excel keeps 12% as 0.12; the hundredfold is rounded to lose the dust of the binary fraction.
        als_getal = float(waarde)
        if cel.als_procent:
            lezing = Lezing(round(als_getal * 100, 10))
        else:
            lezing = Lezing(als_getal, deel=_is_deel(als_getal, maat))
    elif isinstance(waarde, str):
        uit_tekst = _uit_tekst(waarde, maat)
        if uit_tekst is None:
            return None
        lezing = uit_tekst
    else:
        return None
    return lezing if math.isfinite(lezing.waarde) and abs(lezing.waarde) < _GROOTSTE else None


def lees_teken(cel: Cel) -> Reden | None:
    """Why there is no figure, when the cell holds a sign that says so."""
    if isinstance(cel.waarde, float) and cel.waarde.is_integer():
        return _TEKENS.get(str(int(cel.waarde)))
    return _TEKENS.get(str(cel.waarde).strip().casefold().translate(_MINNEN))


def _uit_tekst(tekst: str, maat: Maat) -> Lezing | None:
    kaal = tekst.strip().translate(_MINNEN)
    als_procent = kaal.endswith("%")
    if als_procent and not _mag_procent(maat):
        return None
    kaal = _ACHTERAF.sub("", _VOORAF.sub("", kaal.removesuffix("%")))
    if _DUBBELZINNIG.fullmatch(kaal):
        return _dubbelzinnig(kaal, maat)
    if _NEDERLANDS.fullmatch(kaal):
        return Lezing(float(re.sub(r"[.\s]", "", kaal).replace(",", ".")))
    if _ENGELS.fullmatch(kaal):
        return Lezing(float(kaal.replace(",", "")))
    if _GEWOON.fullmatch(kaal):
        waarde = float(kaal.replace(",", "."))
        return Lezing(waarde, deel=not als_procent and _is_deel(waarde, maat))
    return None


def _dubbelzinnig(kaal: str, maat: Maat) -> Lezing:
    """1.290 or 1,290: the unit says which can be meant; how the Dutch write it decides where the unit does not."""
    duizendtal, breuk = float(re.sub(r"[.,]", "", kaal)), float(kaal.replace(",", "."))
    nederlands = duizendtal if "." in kaal else breuk
    passend = {Maat.AANTAL: duizendtal, Maat.GELD: duizendtal, Maat.PROCENT: breuk, Maat.PER_1000: breuk}
    waarde = passend.get(maat, nederlands)
    return Lezing(waarde, twijfel=maat is Maat.ANDERS or waarde != nederlands)


def _mag_procent(maat: Maat) -> bool:
    return maat in {Maat.PROCENT, Maat.ANDERS}


def _is_deel(waarde: float, maat: Maat) -> bool:
    return maat is Maat.PROCENT and 0 < waarde < 1
