"""One generator of advice for each rule: of a text in a cell, or of one of its sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan import taal
from gebiedsplan.bevinding import Plek
from gebiedsplan.leesbaar import score, woorden
from gebiedsplan.leesbaar.kennis import Kennis
from gebiedsplan.leesbaar.model import Advies, Tekst
from gebiedsplan.leesbaar.passief import lijdende_vorm
from gebiedsplan.leesbaar.tekst import aantal_woorden, alineas, zinnen
from gebiedsplan.leesbaar.tekst import woorden as woorden_van
from gebiedsplan.leesbaar.woordenlijst import patroon

LANGSTE_ZIN = 20
LANGSTE_ALINEA = 100
MEESTE_ZINNEN = 10
_PER_TEVEEL = 5
_AFKORTING = re.compile(r"(?<![\w.-])[A-Z]{2,}\d*(?:-[A-Z]{2,})*(?=(?:’s|'s|s|’en|'en|er|ers)?(?![\w=-]))")
_ROMEINS = re.compile(r"[IVX]+")
_OPSOMMING = re.compile(r":.*,.*\b(?:en|of)\b|,.*,.*\b(?:en|of)\b")


@dataclass(frozen=True, slots=True)
class Zin:
    """A sentence and the cell it stands in."""

    plek: Plek
    tekst: str


_Zinregel: TypeAlias = Callable[[Zin, Kennis], Iterator[Advies]]
_Tekstregel: TypeAlias = Callable[[Tekst], Iterator[Advies]]


def adviezen(teksten: Iterable[Tekst], kennis: Kennis) -> tuple[Advies, ...]:
    """All advice about the texts of one workbook. A rare word or abbreviation is named where it is first used."""
    gevonden: list[Advies] = []
    genoemd: set[str] = set()
    for tekst in teksten:
        gevonden.extend(advies for tekstregel in _TEKSTREGELS for advies in tekstregel(tekst))
        for alinea in alineas(tekst.tekst):
            for zin in zinnen(alinea):
                hier = Zin(tekst.plek, zin)
                gevonden.extend(advies for zinregel in _ZINREGELS for advies in zinregel(hier, kennis))
                gevonden.extend(_eerste_keer(hier, kennis, genoemd))
    return tuple(gevonden)


def lange_alinea(tekst: Tekst) -> Iterator[Advies]:
    """A paragraph that is too much at once."""
    for alinea in alineas(tekst.tekst):
        veel, lengte = len(zinnen(alinea)), aantal_woorden(alinea)
        if lengte > LANGSTE_ALINEA or veel > MEESTE_ZINNEN:
            yield Advies(
                "lange-alinea",
                tekst.plek,
                alinea,
                f"Deze alinea heeft {lengte} woorden in {taal.telwoord(veel)} {taal.meervoud(veel, 'zin', 'zinnen')}.",
                "Begin een nieuwe alinea waar iets nieuws begint, of maak er een lijst van.",
                2,
            )


def lage_score(tekst: Tekst) -> Iterator[Advies]:
    """A text that is long enough for the formula, and hard by it."""
    alle = [zin for alinea in alineas(tekst.tekst) for zin in zinnen(alinea)]
    uitkomst = score.flesch_douma(alle)
    if uitkomst is not None and uitkomst < score.MOEILIJK:
        yield Advies(
            "leesscore",
            tekst.plek,
            alle[0],
            f"De tekst in deze cel scoort {taal.getal(uitkomst)} op Flesch-Douma: {score.in_woorden(uitkomst)}.",
            "Maak zinnen korter en kies kortere woorden. De score is een teken, geen oordeel.",
        )


def lange_zin(zin: Zin, _kennis: Kennis) -> Iterator[Advies]:
    """A sentence that is hard to hold in one's head."""
    lengte = aantal_woorden(zin.tekst)
    if lengte > LANGSTE_ZIN:
        lijst = _OPSOMMING.search(zin.tekst) is not None
        yield Advies(
            "lange-zin",
            zin.plek,
            zin.tekst,
            f"Deze zin heeft {lengte} woorden.",
            "Maak van de opsomming een lijst, of maak er twee zinnen van." if lijst else "Maak er twee zinnen van.",
            2 + (lengte - LANGSTE_ZIN) / _PER_TEVEEL,
        )


def jargon(zin: Zin, kennis: Kennis) -> Iterator[Advies]:
    """A word that has a plainer one."""
    over = zin.tekst
    for vervanging in kennis.jargon:
        gevonden = patroon(vervanging).search(over)
        if gevonden is not None and not kennis.legt_uit(gevonden[0]):
            over = patroon(vervanging).sub(" ", over)
            yield Advies(
                "jargon",
                zin.plek,
                zin.tekst,
                f"Voor ‘{gevonden[0]}’ is een gewoner woord.",
                f"Schrijf bijvoorbeeld: {vervanging.beter}.",
                1.5,
            )


def passief(zin: Zin, _kennis: Kennis) -> Iterator[Advies]:
    """A sentence that does not begin with who does it."""
    werkwoord = lijdende_vorm(zin.tekst)
    if werkwoord:
        yield Advies(
            "lijdende-vorm",
            zin.plek,
            zin.tekst,
            f"Deze zin is lijdend: ‘{werkwoord}’.",
            "Zeg wie het doet, als dat ertoe doet: ‘de bibliotheek geeft de cursus’.",
        )


def korte_woorden(zin: Zin, kennis: Kennis) -> Iterator[Advies]:
    """An abbreviation that is shorter to write than to read."""
    for vervanging in kennis.afkortingen:
        gevonden = patroon(vervanging).search(zin.tekst)
        if gevonden is not None and "." in gevonden[0]:
            yield _afkorting(zin, gevonden[0], f"Schrijf het voluit: {vervanging.beter}.")


def _eerste_keer(zin: Zin, kennis: Kennis, genoemd: set[str]) -> Iterator[Advies]:
    """Rare words and abbreviations of which nothing was said yet; ``genoemd`` remembers them."""
    korte = [kort for kort in _afkortingen(zin.tekst, kennis) if kort.casefold() not in genoemd]
    for kort in korte:
        voluit = next((v.beter for v in kennis.afkortingen if patroon(v).fullmatch(kort)), "")
        wat_dan = (
            f"Schrijf de eerste keer: {voluit}." if voluit else "Schrijf de eerste keer voluit waar het voor staat."
        )
        yield _afkorting(zin, kort, f"{wat_dan} Of zet het bij de begrippen in het kader.")
    nieuw = [woord for woord in _ongewoon(zin.tekst, kennis) if woord not in genoemd]
    if nieuw:
        lijst = taal.opsomming([f"‘{woord}’" for woord in nieuw])
        yield Advies(
            "moeilijk-woord",
            zin.plek,
            zin.tekst,
            f"Dit {taal.meervoud(len(nieuw), 'woord komt', 'zijn woorden die')} "
            f"{taal.meervoud(len(nieuw), 'weinig voor', 'weinig voorkomen')}: {lijst}.",
            "Kies een gewoner woord of leg het uit. Hoort het bij het werk? Zet het dan bij de begrippen in het kader.",
            len(nieuw),
        )
    genoemd.update(nieuw, (kort.casefold() for kort in korte))


def _afkorting(zin: Zin, kort: str, hulp: str) -> Advies:
    return Advies("afkorting", zin.plek, zin.tekst, f"De afkorting ‘{kort}’ staat er zonder uitleg.", hulp)


def _afkortingen(zin: str, kennis: Kennis) -> Iterator[str]:
    """Words in capitals, and words from the list, that are not explained. A sentence in capitals has none."""
    if zin.isupper():
        return
    uit_lijst = (m[0] for v in kennis.afkortingen if (m := patroon(v).search(zin)) and "." not in m[0])
    in_kapitalen = (m[0] for m in _AFKORTING.finditer(zin) if not _ROMEINS.fullmatch(m[0]))
    for kort in dict.fromkeys((*uit_lijst, *in_kapitalen)):
        if not kennis.kent(kort):
            yield kort


def _ongewoon(zin: str, kennis: Kennis) -> list[str]:
    """The rare words of a sentence. A word with a capital is a name, but in front it need not be."""
    gevonden = []
    for nummer, woord in enumerate(woorden_van(zin)):
        klein = woord.lower()
        is_naam = woord != klein and (nummer > 0 or woord[1:] != klein[1:] or not woorden.komt_voor(klein))
        if is_naam or kennis.kent(woord) or any(patroon(v).fullmatch(woord) for v in kennis.jargon):
            continue
        if woorden.ongewoon(klein):
            gevonden.append(klein)
    return list(dict.fromkeys(gevonden))


_TEKSTREGELS: tuple[_Tekstregel, ...] = (lange_alinea, lage_score)
_ZINREGELS: tuple[_Zinregel, ...] = (lange_zin, jargon, passief, korte_woorden)
