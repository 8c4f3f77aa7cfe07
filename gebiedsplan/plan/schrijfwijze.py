"""How a figure is written in this plan: its number and unit, or in words why there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Opbouw
from gebiedsplan.gebied.model import Reden
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Eenheid, Indicator
from gebiedsplan.plan.grafiek import Notatie

ONTBREEKT = "geen cijfer"
PROCENT = Notatie()
"""How a share in percents is written."""
SCHATTING = "schatting"
VEROUDERD = "verouderd"
_MERKEN = ("schatting", "voorlopig", "voorbeeld")

_VEELVOUDEN: Mapping[int, str] = {5: "vijftallen", 10: "tientallen"}

# A count or a mark out of ten is a bare number.
_TEKENS: Mapping[Eenheid, str] = {"procent": "%", "per_1000": "per 1.000"}

UITLEG: Mapping[str, str] = {
    Reden.ONBEKEND.value: "De bron geeft dit cijfer niet voor dit gebied.",
    Reden.GEHEIM.value: "Het cijfer gaat over te weinig mensen, of zo’n cijfer is ermee te berekenen. "
    "Het staat er niet, zodat niemand herkenbaar is.",
    Reden.NIHIL.value: "Het aantal is nul.",
    Reden.NIET_VAN_TOEPASSING.value: "Dit cijfer past niet bij dit gebied.",
    Reden.LATER.value: "De bron maakt dit cijfer later bekend.",
    Reden.VERVALLEN.value: "De bron maakt dit cijfer niet meer.",
    Reden.NIET_GEMETEN.value: "Dit is in dit jaar niet gemeten.",
    ONTBREEKT: "Dit cijfer is er niet voor dit gebied, of is niet te berekenen omdat een deel ontbreekt.",
    "voorbeeld": "Het cijfer is verzonnen. Het laat zien hoe het plan eruitziet.",
    SCHATTING: "Het cijfer is berekend met een model of uit delen. Het is niet precies geteld.",
    VEROUDERD: "De bron maakt meestal vaker een nieuw cijfer. Misschien is er al een nieuwer cijfer dan dit.",
    "afgerond": "Het aantal mensen is afgerond vóórdat het cijfer is berekend. Bij de bron staat hoe.",
}


def waarde(getal: float, eenheid: Eenheid | str, decimalen: int = 0) -> str:
    """A value with its unit: 43%, 54 per 1.000, 12, or 12 deelnemers for a unit of one's own."""
    match eenheid:
        case "procent":
            return taal.procent(getal, decimalen)
        case "per_1000":
            return taal.per_duizend(getal, decimalen)
        case "aantal" | "cijfer":
            return taal.getal(getal, decimalen)
        case _:
            heel = float(getal).is_integer()
            return f"{taal.getal(getal, 0 if heel else 1)} {eenheid}"


def verschil(een: float, ander: float, eenheid: Eenheid, decimalen: int) -> str:
    """How far two values lie apart as they are written, so that a reader who subtracts finds the same: "2 procentpunt".

    "" when they are written the same.
    """
    getoond = abs(taal.afgerond(een, decimalen) - taal.afgerond(ander, decimalen))
    return afstand(float(getoond), eenheid, decimalen) if getoond else ""


def afstand(punten: float, eenheid: Eenheid, decimalen: int | None = None) -> str:
    """A difference with its unit: "1,5 procentpunt"; by default with the one decimal that it may have."""
    if decimalen is None:
        decimalen = 0 if float(punten).is_integer() else 1
    achter = {"procent": " procentpunt", "per_1000": " per 1.000"}.get(eenheid, "")
    return f"{taal.getal(punten, decimalen)}{achter}"


def notatie(indicator: Indicator) -> Notatie:
    """How ``waarde`` writes the figures of an indicator, for who writes them himself."""
    achter = {"procent": "%", "per_1000": " per 1.000"}.get(indicator.eenheid, "")
    return Notatie(indicator.decimalen, achter)


def kort(meting: Meting | None, indicator: Indicator) -> str:
    """A figure without marks: "43%", or the reason it is missing."""
    if meting is None:
        return ONTBREEKT
    if meting.waarde is None:
        return waarom(meting.reden or Reden.ONBEKEND)
    return waarde(meting.waarde, indicator.eenheid, indicator.decimalen)


def voluit(meting: Meting | None, indicator: Indicator) -> str:
    """A figure with what a reader must know about it: "12% (voorbeeld)"."""
    tekst = kort(meting, indicator)
    return als_voorbeeld(tekst) if meting and meting.voorbeeld and meting.waarde is not None else tekst


def als_voorbeeld(tekst: str) -> str:
    """A text about a figure that is made up, said so."""
    return f"{tekst} (voorbeeld)"


def in_tabel(meting: Meting | None, indicator: Indicator) -> str:
    """A figure in a cell: what ``voluit`` says, without the unit that the header says once."""
    if meting is None:
        return kort(meting, indicator)
    if meting.waarde is None:
        return uit(kort(meting, indicator), meting.plek)
    tekst = taal.getal(meting.waarde, indicator.decimalen)
    return uit(als_voorbeeld(tekst) if meting.voorbeeld else tekst, meting.plek)


def met_eenheid(kop: str, eenheid: Eenheid, erbij: str = "") -> str:
    """A header that says what its numbers are: "Voelt zich eenzaam (%)"; ``erbij`` stands beside it: "(%, 2020)"."""
    tussen = ", ".join(filter(None, (_TEKENS.get(eenheid, ""), erbij)))
    return f"{kop} ({tussen})" if tussen else kop


def leeftijd(groep: str) -> str:
    """An age group in words: "0-15" is "jonger dan 15 jaar", "65+" is "65 jaar of ouder"."""
    if gevonden := re.fullmatch(r"(\d+)\+", groep):
        return f"{gevonden[1]} jaar of ouder"
    if gevonden := re.fullmatch(r"(\d+)-(\d+)", groep):
        van, tot = gevonden.groups()
        return f"jonger dan {tot} jaar" if van == "0" else f"{van} tot {tot} jaar"
    return groep


def wanneer(jaar: int, peildatum: str) -> str:
    """The year of a figure, with the day or period of measuring where that says more."""
    return f"{jaar} ({peildatum})" if peildatum not in ("", str(jaar)) else str(jaar)


def elke(jaren: int) -> str:
    """How often a source measures: "elke vier jaar"."""
    return "elk jaar" if jaren == 1 else f"elke {taal.telwoord(jaren)} jaar"


def bron_van_telling(tellingen: Sequence[Opbouw]) -> str:
    """The source below the numbers of inhabitants of one year."""
    groepen = [groep for telling in tellingen for groep in telling.groepen]
    bronnen = "; ".join(dict.fromkeys(g.bron for g in groepen if g.bron)) or "niet vermeld"
    dagen = list(dict.fromkeys(g.peildatum for g in groepen if g.peildatum))
    merken = dagen or [str(telling.jaar) for telling in tellingen[:1]]
    merken += [status for status in _MERKEN if any(g.status == status for g in groepen)]
    return f"Bron: {bronnen} ({', '.join(merken)})."


def bronregel(metingen: list[Meting]) -> str:
    """The sources below a table or chart: each once, with its years and whether it is an estimate."""
    per_bron: dict[str, list[Meting]] = {}
    for meting in metingen:
        if meting.bron:
            per_bron.setdefault(meting.bron, []).append(meting)
    delen = []
    for bron, van_bron in per_bron.items():
        jaren = taal.jaren([m.jaar for m in van_bron])
        merken = [] if jaren in bron else [jaren]
        merken += [status for status in ("schatting", "voorlopig") if any(m.status == status for m in van_bron)]
        merken += dict.fromkeys(_afgerond(m.afgerond_op) for m in van_bron if m.afgerond_op > 1)
        delen.append(f"{bron} ({', '.join(merken)})" if merken else bron)
    if any(m.voorbeeld for m in metingen):
        delen.append("cijfers met ‘voorbeeld’ zijn verzonnen")
    return f"Bron: {'; '.join(delen)}." if delen else "Bron: geen cijfers gepubliceerd."


def waarom(reden: Reden | None) -> str:
    """The reason that a number is not there, in a word or two."""
    return reden.value if reden else ONTBREEKT


def _afgerond(stap: int) -> str:
    return f"afgerond op {_VEELVOUDEN.get(stap, f'veelvouden van {stap}')}"
