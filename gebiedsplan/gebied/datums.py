"""From a cell to a date, in the ways people write one."""

from __future__ import annotations

import datetime as dt
import re

from gebiedsplan.werkmap import Cel

_MAANDEN = (
    ("januari", "jan"), ("februari", "feb", "febr"), ("maart", "mrt"), ("april", "apr"), ("mei",), ("juni", "jun"),
    ("juli", "jul"), ("augustus", "aug"), ("september", "sep", "sept"), ("oktober", "okt"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_NUMMER = {naam: nummer for nummer, namen in enumerate(_MAANDEN, start=1) for naam in namen}
_DAGEN = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo"
_TIJD = r"(?:[t\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?"

_CIJFERS = re.compile(rf"(\d{{1,2}})\s*[-/. ]\s*(\d{{1,2}})\s*[-/. ]\s*(\d{{4}}){_TIJD}")
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIJD}")
_WOORDEN = re.compile(rf"(?:(?:{_DAGEN})\.?,?\s+)?(\d{{1,2}})[-.\s]+([a-z]+)\.?[-,\s]+(\d{{4}})")
_STREEPJES = str.maketrans("‐‑‒–—−", "------")


def lees_datum(cel: Cel) -> dt.date | None:
    """The date in the cell: a date of Excel, 3-11-2026, 2026-11-03 or 3 november 2026; None when it is none.

    A bare number is no date, also where Excel means one by it: a person reads a number there.
    """
    if isinstance(cel.waarde, dt.datetime):
        return cel.waarde.date()
    if isinstance(cel.waarde, dt.date):
        return cel.waarde
    if not isinstance(cel.waarde, str):
        return None
    tekst = " ".join(cel.waarde.translate(_STREEPJES).lstrip("'’ ").split()).casefold()
    if gevonden := _ISO.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in gevonden.groups())
    elif gevonden := _CIJFERS.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
    elif gevonden := _WOORDEN.fullmatch(tekst):
        dag, maand, jaar = int(gevonden[1]), _NUMMER.get(gevonden[2], 0), int(gevonden[3])
    else:
        return None
    try:
        return dt.date(jaar, maand, dag)
    except ValueError:
        return None
