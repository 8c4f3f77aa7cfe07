"""Find a passive construction: a form of "worden" with a participle that goes with it.

It rather misses one than calls an active sentence passive. "Zijn" with a participle is left alone: it is as often
what is over ("zijn gekomen"). So is a sentence about us or them ("wij worden weggestuurd"): who undergoes it is
what it is about.
"""

from __future__ import annotations

import re

# Where another clause begins, so that the verb of one is not joined with the participle of the other.
_DEELZIN = re.compile(r"[,;:()–—]|\s(?:en|maar|want|dus|of|omdat|zodat|terwijl|als|dan|waar|die|dat|wie|wat)\s")
_WORDEN = re.compile(r"\b(?:[Ww]ordt|[Ww]orden|[Ww]erd|[Ww]erden)\b")
_PREFIX = (
    r"(?:aan|achter|af|bij|binnen|bijeen|door|goed|in|klaar|los|mee|na|om|onder|op|open|over|rond|samen|tegen|terug|toe|tussen"
    r"|uit|vast|vol|voor|vrij|weg)?"
)
_ZWAK = re.compile(rf"{_PREFIX}(?:ge|be|ver|ont|her)\w*(?:[^aeiou\W]|[aeiou]{{2}}|ie)[dt]")
_STERK = re.compile(
    rf"{_PREFIX}(?:ge(?:geven|nomen|houden|schreven|kozen|daan|zien|vonden|holpen|sproken|sloten|trokken|lezen|laten|keken"
    r"|legen|stoken|worven|vangen|wonnen|boden|bonden|hangen|sneden|schoven|vraagd|roepen|bleven|heven|meten|zonden|wezen"
    r"|dragen|kregen|goten|zet)|begonnen|besproken|besloten|bekeken|vergeleken|verboden|ontvangen|onderhouden|verloren|vergeten"
    r"|verkozen|ondernomen|ontslagen|verzonnen|verzonden|verwezen|beschreven|behouden|ontworpen|overwogen)"
)
_OVER_MENSEN = re.compile(r"\b(?:ik|wij|we|zij|ze|jij|u)\b", re.IGNORECASE)
# They look like a participle and are not one.
_ANDERS = re.compile(
    r"beeld|begeleid|bekend|beleefd|beleid|bent|bereid|bericht|beroemd|besluit|best|bestand|bevoegd|bewind|bewust|bezit"
    r"|gebied|gebrek|geduld|gehakt|geld|geluid|gemeend|gemoed|genot|gerecht|gerust|geschikt|gespannen|gevecht"
    r"|geweld|gewelddaad|gewicht|gezicht|gezind|gezond|geïnteresseerd|herfst|inbegrepen|verband|verblijd|verdriet"
    r"|verkeerd|verkleed|verkoud|verlegen|verlicht|verliefd|vermoeid|verontrust|verrast|verstand|verward|verzot"
)


def lijdende_vorm(zin: str) -> str:
    """The verb of a passive construction ("wordt … gemeten"), or "" when there is none to be sure of."""
    if _OVER_MENSEN.search(zin):
        return ""
    for deel in _DEELZIN.split(zin):
        hulpwerkwoord = _WORDEN.search(deel)
        if hulpwerkwoord is None:
            continue
        for woord in re.findall(r"[^\W\d_]+", deel):
            if _is_deelwoord(woord):
                return f"{hulpwerkwoord[0].lower()} … {woord}"
    return ""


def _is_deelwoord(woord: str) -> bool:
    """A word with a capital is a name or a noun in front; both are no participle."""
    return woord.islower() and not _ANDERS.fullmatch(woord) and bool(_ZWAK.fullmatch(woord) or _STERK.fullmatch(woord))
