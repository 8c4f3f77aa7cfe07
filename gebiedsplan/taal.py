"""Write Dutch: numbers, dates, lists of words. The one place that knows how a figure looks on paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

_NL = "nl_NL"
_WOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")

# A full stop ends a sentence where a capital, a number or a quote follows; a new line always does.
_EINDE = re.compile(r"(?<=[.!?…])[’”\"')]*\s+(?=[\"'‘“(\[]?[A-ZÀ-Þ0-9])|\n+")
_OPSOMTEKEN = re.compile(r"(?m)^\s*(?:[-*+]|\d+\.)\s+")
_NADRUK = re.compile(r"(\*\*|__|\*|(?<!\w)_)(?=\S)(.+?)(?<=\S)\1")


def afgerond(waarde: float, decimalen: int = 0) -> Decimal:
    """``waarde`` rounded half up, as people do it: 12,5 becomes 13 and 0,125 becomes 0,13."""
    return Decimal(repr(waarde)).quantize(Decimal(1).scaleb(-decimalen), rounding=ROUND_HALF_UP)


def getal(waarde: float, decimalen: int = 0) -> str:
    """A number with dots between thousands and a decimal comma: 1.290 or 12,5."""
    patroon = "#,##0" + ("." + "0" * decimalen if decimalen else "")
    return format_decimal(afgerond(waarde, decimalen) + 0, format=patroon, locale=_NL)


def procent(waarde: float, decimalen: int = 0) -> str:
    """A percentage (0 to 100): 54%."""
    return f"{getal(waarde, decimalen)}%"


def per_duizend(waarde: float, decimalen: int = 0) -> str:
    """A rate: 54 per 1.000."""
    return f"{getal(waarde, decimalen)} per 1.000"


def euro(bedrag: float) -> str:
    """A whole amount of money with a hard space: € 12.500."""
    heel = afgerond(bedrag) + 0
    return format_currency(heel, "EUR", "¤\u00a0#,##0", locale=_NL, currency_digits=False)


def datum(dag: dt.date) -> str:
    """A date in full: 16 november 2026."""
    return format_date(dag, "long", locale=_NL)


def opsomming(woorden: Sequence[str]) -> str:
    """Words in a row: "a, b en c"."""
    return format_list(list(woorden), style="standard", locale=_NL) if woorden else ""


def meervoud(aantal: int, enkel: str, veel: str) -> str:
    """The word that fits the number: 1 speerpunt, 3 speerpunten."""
    return enkel if aantal == 1 else veel


def telwoord(aantal: int) -> str:
    """Small numbers as a word (twee), larger ones in digits (14)."""
    return _WOORDEN[aantal] if 0 <= aantal < len(_WOORDEN) else getal(aantal)


def hoofdletter(tekst: str) -> str:
    """The same text with a capital in front; "ijs" becomes "IJs", and a capital has no accent: "één" is "Eén"."""
    if tekst.startswith("ij"):
        return "IJ" + tekst[2:]
    if tekst.startswith("éé"):
        return "E" + tekst[1:]
    return tekst[:1].upper() + tekst[1:]


def kleine_letter(tekst: str) -> str:
    """The same text with a small letter in front, unless more capitals stand in its first word (CBS, IJmond)."""
    woord = tekst.split(" ", 1)[0]
    return tekst if any(teken.isupper() for teken in woord[1:]) else tekst[:1].lower() + tekst[1:]


def jaren(reeks: Sequence[int]) -> str:
    """Years in words: "2020", "2012, 2016 en 2020"."""
    return opsomming([str(jaar) for jaar in sorted(set(reeks))])


def zin(tekst: str) -> str:
    """``tekst`` as a sentence: a capital in front and a full stop behind, if it has no mark of its own."""
    kaal = hoofdletter(tekst.strip())
    return kaal if not kaal or kaal[-1] in ".!?:…”" else f"{kaal}."


def zinnen(tekst: str) -> tuple[str, ...]:
    """The sentences of a text, without the signs of Markdown."""
    kaal = _OPSOMTEKEN.sub("", _NADRUK.sub(r"\2", tekst))
    return tuple(zin for stuk in _EINDE.split(kaal) if (zin := " ".join(stuk.split())))
