"""From a text to its paragraphs, sentences and words, the Dutch way."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A mark at the end, what closes with it, white space, and something a sentence can begin with.
_EINDE = re.compile(r"""(?P<voor>[^\s]*?)[.!?…]+[)\]”’"'*_]*\s+(?=[(\[“‘"'*_]*[A-ZÀ-ÖØ-Þ0-9])""")
# Words with a dot behind which a sentence goes on, though a capital or a number may follow.
_GAAT_DOOR = re.compile(
    r"art|bijv|blz|bv|ca|dhr|dr|drs|evt|excl|gem|incl|ing|ir|jl|max|mevr|min|mr|mw|nr|nrs|prof|resp|tel|vgl"
)
# With dots inside, and yet often the last words of a sentence.
_KAN_EINDIGEN = frozenset({"e.d", "e.a", "a.u.b", "s.v.p"})
_NIEUWE_ALINEA = re.compile(r"\n[^\S\n]*\n|\n(?=\s*(?:[-*+•]|\d+[.)])\s)")
_LIJSTTEKEN = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+")
_KOPPELING = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_NADRUK = re.compile(r"\*+|(?<!\w)_+|_+(?!\w)")
_WOORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def alineas(tekst: str) -> tuple[str, ...]:
    """The paragraphs and list items of a text, without marks for emphasis, lists and links."""
    stukken = (_LIJSTTEKEN.sub("", stuk) for stuk in _NIEUWE_ALINEA.split(tekst.replace("\r", "")))
    kaal = (_NADRUK.sub("", _KOPPELING.sub(r"\1", stuk)) for stuk in stukken)
    regels = ("\n".join(" ".join(regel.split()) for regel in stuk.splitlines()) for stuk in kaal)
    return tuple(stuk.strip() for stuk in regels if stuk.strip())


def zinnen(alinea: str) -> tuple[str, ...]:
    """The sentences of a paragraph, as they stand there; a new line in it ends one."""
    return tuple(zin for regel in alinea.splitlines() for zin in _van_regel(regel))


def _van_regel(regel: str) -> Iterator[str]:
    begin = 0
    for einde in filter(_is_einde, _EINDE.finditer(regel)):
        yield regel[begin : einde.end()].strip()
        begin = einde.end()
    if regel[begin:].strip():
        yield regel[begin:].strip()


def _is_einde(einde: re.Match[str]) -> bool:
    """Whether the dot ends a sentence, and not an abbreviation ("o.a.", "dhr.") or an initial."""
    if "." not in einde[0]:
        return True
    woord = einde["voor"].lstrip("(“‘\"'").casefold()
    if woord in _KAN_EINDIGEN:
        return True
    met_punten = re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]+", woord) is not None
    return not (met_punten or _GAAT_DOOR.fullmatch(woord) or re.fullmatch(r"[^\W\d_]", woord))


def woorden(zin: str) -> tuple[str, ...]:
    """The words of a sentence, without numbers and marks; "zijn/haar" is two, "drie-eenheid" one."""
    return tuple(_WOORD.findall(zin))


def aantal_woorden(zin: str) -> int:
    """How many words and numbers a reader has to take in."""
    return sum(any(teken.isalnum() for teken in stuk) for stuk in zin.split())
