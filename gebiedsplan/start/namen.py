"""Names of people as short names for the computer."""

from __future__ import annotations

import re
import unicodedata

_GEEN_LETTER_OF_CIJFER = re.compile(r"[^a-z0-9]+")


def slug(naam: str) -> str:
    """The name in lower case letters, digits and hyphens: "’s-Gravenhage (Zuid)" is "s-gravenhage-zuid"."""
    letters = unicodedata.normalize("NFKD", naam.casefold())
    zonder_tekens = "".join(teken for teken in letters if not unicodedata.combining(teken))
    return _GEEN_LETTER_OF_CIJFER.sub("-", zonder_tekens.replace("’", "").replace("'", "")).strip("-")


def kern(naam: str) -> str:
    """The name for comparing: case and extra spaces do not count."""
    return " ".join(naam.casefold().split())
