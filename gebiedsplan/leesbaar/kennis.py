"""What readers of a plan are told: words that need no remark, because they are explained, are names or are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gebiedsplan.kader.model import Kader
from gebiedsplan.leesbaar.tekst import woorden
from gebiedsplan.leesbaar.woordenlijst import Vervanging, Woordenlijst, op_lengte

# "Wet langdurige zorg (Wlz)" explains an abbreviation, and so does "Wlz (Wet langdurige zorg)".
_UITGELEGD = re.compile(r"\(([A-Za-z]\w{1,7})\)|\b([A-Z]\w{1,7})\s+\([^)\s]+\s[^)]+\)")
# An explained word explains what is made of it: "mantelzorg" and "mantelzorger".
_ACHTERVOEGSELS = ("", "s", "en", "er", "ers", "e", "n")


@dataclass(frozen=True, slots=True)
class Kennis:
    """What is known beforehand, in small letters.

    ``bekend``: words that need no explanation. ``uitgelegd``: whole terms that may be used, jargon or not, because they
    are explained or were called plain.
    """

    jargon: tuple[Vervanging, ...]
    afkortingen: tuple[Vervanging, ...]
    bekend: frozenset[str]
    uitgelegd: frozenset[str]

    def kent(self, woord: str) -> bool:
        """Whether a word needs no remark: itself, or with the end of a plural or a person."""
        klein = woord.casefold()
        stammen = (klein.removesuffix(einde) for einde in _ACHTERVOEGSELS)
        return any(stam in self.bekend for stam in stammen)

    def legt_uit(self, uitdrukking: str) -> bool:
        """Whether these words together are a term that may be used."""
        return uitdrukking.casefold() in self.uitgelegd


def kennis(kader: Kader, lijst: Woordenlijst, namen: Iterable[str], teksten: Iterable[str]) -> Kennis:
    """What the kader explains and chooses, the names in a workbook, and the abbreviations that its texts explain."""
    begrippen = [vorm for begrip in kader.begrippen for vorm in _vormen(begrip.naam)]
    voluit = [kort for tekst in teksten for paar in _UITGELEGD.findall(tekst) for kort in paar if kort]
    bekend = [*begrippen, *_gekozen(kader), *lijst.gewoon, *namen, *voluit]
    return Kennis(
        jargon=tuple(op_lengte(lijst.jargon)),
        afkortingen=tuple(op_lengte(lijst.afkortingen)),
        bekend=frozenset(woord.casefold() for tekst in bekend for woord in (*woorden(tekst), tekst)),
        uitgelegd=frozenset(woord.casefold() for woord in (*begrippen, *lijst.gewoon)),
    )


def _vormen(naam: str) -> tuple[str, ...]:
    """ "Mantelzorg(er)" is two words."""
    kort = re.sub(r"\([^)]*\)", "", naam).strip()
    return tuple(dict.fromkeys((kort, naam.replace("(", "").replace(")", ""))))


def _gekozen(kader: Kader) -> Iterable[str]:
    """The words of the samenwerking: whoever fills in a workbook cannot change them."""
    i = kader.instellingen
    yield from (i.samenwerking, i.lange_naam, i.de_samenwerking, i.kader_titel, i.kader_bron, i.land)
    for gebied in kader.gebieden:
        yield from (gebied.naam, gebied.lange_naam, gebied.vergelijkingsregio, *(wijk.naam for wijk in gebied.wijken))
    for lijst in (kader.pijlers, kader.hoofdopgaven, kader.themas, kader.doelgroepen, kader.dimensies, kader.rollen):
        yield from (keuze.naam for keuze in lijst)
    yield from (bouwsteen.naam for bouwsteen in kader.bouwstenen())
    yield from (indicator.naam for indicator in kader.indicatoren)
