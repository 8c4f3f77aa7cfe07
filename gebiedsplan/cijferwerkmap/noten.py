"""The notes that headers refer to, and the words that stand where there is no number."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.plan import doelen, schrijfwijze

# By what they are about, in the order of their numbers.
NOTEN: Mapping[str, str] = MappingProxyType(
    {
        "waarde": "Een woord op de plaats van een getal zegt waarom er geen cijfer is. De woorden staan hieronder.",
        "afronding": "Het plan rondt deze cijfers af. Hier hebben zij één cijfer meer achter de komma.",
        "grenzen": "Het echte cijfer ligt waarschijnlijk tussen deze twee getallen (95%-interval). Alleen als de bron "
        "ze geeft.",
        "uitkomst": "Wat het scheelt in euro’s per jaar. Onder nul kost de sociale basis meer dan zij scheelt.",
        "omslag": "Vanaf dit deel van de inwoners zonder maatwerk kost de sociale basis niet meer dan zij scheelt. "
        "Het is naar boven afgerond. ‘Niet’: de hulp kost meer dan maatwerk voor iedereen.",
    }
)
GEEN, ONBEKENDE_GRENS = "geen", "geen grens"
WOORDEN: Mapping[str, str] = MappingProxyType(
    {
        **schrijfwijze.UITLEG,
        **{str(woord): uitleg for woord, uitleg in doelen.UITLEG.items()},
        NOG_NIET_VASTGESTELD: "Hierover is nog niets besloten, of het is nog niet bekend. Het is dus niet nul.",
        "nog niet": "Er is nog geen tussenstand.",
        ONBEKENDE_GRENS: "De bron geeft geen onder- en bovengrens.",
        GEEN: "Er is niets ingevuld.",
    }
)


def met_noot(kop: str, *over: str) -> str:
    """A header with the numbers of its notes: "Waarde [noot 1] [noot 2]"."""
    nummers = [list(NOTEN).index(naam) + 1 for naam in over]
    return " ".join([kop, *(f"[noot {nummer}]" for nummer in nummers)])
