"""Is a word common enough for every reader? The one module that knows wordfreq.

Frequencies are Zipf: 3 is once in a million words, 6 once in a thousand. Dutch makes new words of known ones, which
no list holds; such a word is as common as the parts it is made of.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from wordfreq import zipf_frequency

# A word with one of these ends comes from Latin or Greek, and is often harder than it is rare.
_GELEERD = re.compile(
    r"(?:[aiu]ties?|iseren|isering|iteit(?:en)?|ische?|eel|ele|ief|ieve|aal|ale|[ae]ntie|aire?|isme|ologie|ente?"
    r"|eren|eert|eerde?|ering(?:en)?)$"
)
_GEWOON_VANAF, _GELEERD_VANAF = 2.8, 3.05
_KORTSTE, _KORTSTE_GELEERD = 9, 7
# A part of a word has to be known well enough to be heard in it: three letters better than four, and a long one less.
_DEEL_VANAF, _KORT_DEEL_VANAF, _LANG_DEEL_VANAF = 3.4, 4.2, 2.6
_LANG_DEEL = 7
_VOORVOEGSELS = re.compile(
    r"aan|achter|af|be|bij|binnen|boven|buiten|door|ge|her|in|langs|mee|na|neer|om|on|onder|ont|op|open|over|rond"
    r"|samen|tegen|terug|toe|tussen|uit|vast|ver|voor|weg"
)
_TUSSENKLANKEN = ("s", "en", "n", "e")
_MEESTE_DELEN = 3
# Plurals, and people who do something: "aanvragers" is as common as "aanvragen".
_EINDES = (("", ""), ("s", ""), ("en", ""), ("er", "en"), ("ers", "en"))


def ongewoon(woord: str) -> bool:
    """Whether a word, in small letters, is rare and cannot be taken apart into common ones."""
    if "-" in woord:
        return any(ongewoon(deel) for deel in woord.split("-"))
    hoe_vaak = _frequentie(woord)
    zeldzaam = hoe_vaak < _GEWOON_VANAF and len(woord) >= _KORTSTE
    geleerd = hoe_vaak < _GELEERD_VANAF and len(woord) >= _KORTSTE_GELEERD and _GELEERD.search(woord) is not None
    return (zeldzaam or geleerd) and not _samengesteld(woord, _MEESTE_DELEN)


def komt_voor(woord: str) -> bool:
    """Whether the list knows the word at all."""
    return _frequentie(woord) > 0


@lru_cache(maxsize=50_000)
def _frequentie(woord: str) -> float:
    """How common it is, with or without an accent for stress: "déze" is "deze"."""
    return max(zipf_frequency(woord, "nl"), zipf_frequency(_zonder_klemtoon(woord), "nl"))


def _zonder_klemtoon(woord: str) -> str:
    ontleed = unicodedata.normalize("NFD", woord).replace("\N{COMBINING ACUTE ACCENT}", "")
    return unicodedata.normalize("NFC", ontleed)


@lru_cache(maxsize=50_000)
def _samengesteld(woord: str, delen: int) -> bool:
    """Whether the word is made of at most ``delen`` common parts."""
    if _deel(woord):
        return True
    if delen == 1:
        return False
    return any(_voorste(woord[:i]) and _samengesteld(woord[i:], delen - 1) for i in range(2, len(woord) - 2))


def _voorste(deel: str) -> bool:
    """A part that something follows: itself, with a sound in between ("jeugd-s", "straat-en"), or a stem ("opvoed")."""
    zonder = (deel[: -len(klank)] for klank in _TUSSENKLANKEN if deel.endswith(klank) and len(deel) - len(klank) > 3)
    return (
        _VOORVOEGSELS.fullmatch(deel) is not None
        or _deel(deel)
        or any(map(_deel, zonder))
        or (len(deel) > 3 and _deel(f"{deel}en"))
    )


def _deel(deel: str) -> bool:
    vormen = (deel.removesuffix(weg) + erbij for weg, erbij in _EINDES if deel.endswith(weg))
    return any(map(_vaak_genoeg, vormen))


def _vaak_genoeg(deel: str) -> bool:
    if len(deel) < 3:
        return False
    if len(deel) == 3:
        return _frequentie(deel) >= _KORT_DEEL_VANAF
    lang = len(deel) >= _LANG_DEEL and not _GELEERD.search(deel)
    return _frequentie(deel) >= (_LANG_DEEL_VANAF if lang else _DEEL_VANAF)
