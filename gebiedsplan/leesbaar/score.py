"""The formula of Flesch-Douma over sentences. The one module that knows textstat.

206,835 − 0,93 × words per sentence − 77 × syllables per word: a high score reads easily. Syllables are those of a
hyphenation list, so a score is rough, and of a short text it is chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textstat.textstat import textstatistics

from gebiedsplan.leesbaar.tekst import aantal_woorden

# Flesch took samples of this many words; of fewer a few long words decide.
GENOEG_WOORDEN = 100
MOEILIJK = 45
# The table of norms of Flesch-Douma, from the top.
_NORMEN = (
    (90, "zeer gemakkelijk"),
    (80, "gemakkelijk"),
    (70, "tamelijk gemakkelijk"),
    (60, "normaal"),
    (MOEILIJK, "tamelijk moeilijk"),
    (30, "moeilijk"),
)
# textstat counts no sentence for two words or fewer, but does count the words.
_TE_KORT = 2
_MEET = textstatistics()
_MEET.set_lang("nl")


def flesch_douma(zinnen: Iterable[str]) -> float | None:
    """The score of these sentences together; None when they are too few words to say anything."""
    tellen = [zin for zin in zinnen if aantal_woorden(zin) > _TE_KORT]
    if sum(map(aantal_woorden, tellen)) < GENOEG_WOORDEN:
        return None
    # A dot inside a sentence (o.a., 1.290) would count as its end.
    return float(_MEET.flesch_reading_ease(" ".join(re.sub(r"[.!?]", "", zin) + "." for zin in tellen)))


def in_woorden(score: float) -> str:
    """What the table of norms calls a score."""
    return next((naam for grens, naam in _NORMEN if score >= grens), "zeer moeilijk")
