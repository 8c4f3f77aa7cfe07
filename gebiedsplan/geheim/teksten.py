"""Hidden figures in words: how a person would write them, and whether a text does."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from gebiedsplan import taal
from gebiedsplan.gebied.model import Cijfer
from gebiedsplan.geheim.model import Editie, Patroon, Sleutel, maat_van
from gebiedsplan.geheim.regels import FACTOR
from gebiedsplan.kader.model import Eenheid, Kader

# Names and choices: words of the kader and of the workbook as a file, not of the person who filled it in.
_GEEN_TEKST = {
    "slug", "bestand", "status", "versie", "code", "speerpunt", "indicator", "eenheid", "richting", "rol",
    "hoofdopgave", "bouwsteen", "soort", "onderdeel", "werkwoord", "bladen", "plekken", "opmerkingen", "kolom",
    "doelgroepen", "themas", "pijlers", "dimensies", "kans",
}  # fmt: skip

# What a number is followed by when it counts no people, and what stands before it.
_MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_GEEN_MENSEN = re.compile(
    rf"\w|\s*(?:{_MAANDEN}|uur|minuten|jaar|jaren|maand|maanden|week|weken|dag|dagen|keer|maal|euro|punt|punten|procent|"
    r"procentpunt|graden|meter|kilometer)\b|\s*[%/:–-]\s*\d|\s*%|[-–]"
)
_GEEN_AANTAL = re.compile(
    r"(?:[\w/:€–-]|€\s|\b(?:bouwsteen|hoofdstuk|bijlage|paragraaf|artikel|nummer|nr\.|punt|fase|versie)\s)$",
    re.IGNORECASE,
)
_KLEINE_WOORDEN = {"met", "van", "het", "een", "uit", "bij", "aan", "voor", "zich", "door", "eigen", "goede", "hulp"}
# Words of many indicators: beside one of these a number need not be about this one.
_ALGEMEEN = {
    "aantal", "andere", "geeft", "heeft", "inwoners", "jongeren", "leven", "mensen", "ondersteuning", "personen",
    "voelt", "voldoet", "ervaart", "moeite",
}  # fmt: skip
_KORTSTE_WOORD = 3
_STAM = 7


class Genoemd(Enum):
    """How surely a text names a hidden figure: its number and what it is about, or a number that is the same."""

    CIJFER = "cijfer"
    GETAL = "getal"


@dataclass(frozen=True, slots=True)
class Geheim:
    """A hidden figure as somebody may write it. ``wat`` names it without its number: "Heeft werk (2024)".

    ``maat`` is what it measures, and ``onderwerp`` the words that say so. ``bekend`` are the numbers that the same
    measure has where it is shown: who writes those may mean them.
    """

    wat: str
    maat: str
    getal: re.Pattern[str] = field(repr=False)
    onderwerp: re.Pattern[str] | None
    bekend: re.Pattern[str] = field(repr=False)

    def in_tekst(self, tekst: str, over: str = "") -> Genoemd | None:
        """Whether a text names it; None when it does not. ``over``: the measure that all of the text is about."""
        gevonden = None
        for zin in taal.zinnen(tekst):
            for plek in (plek for plek in self.getal.finditer(zin) if _telt(zin, plek)):
                if self._gaat_erover(zin, over) and not self.bekend.fullmatch(plek[0]):
                    return Genoemd.CIJFER
                gevonden = Genoemd.GETAL
        return gevonden

    def _gaat_erover(self, zin: str, over: str) -> bool:
        zelfde_maat = bool(over) and over == self.maat
        return zelfde_maat or (self.onderwerp is not None and bool(self.onderwerp.search(zin)))


def van_regios(
    kader: Kader, edities: Iterable[Editie], patroon: Patroon, regios: Collection[str]
) -> tuple[Geheim, ...]:
    """What may not be named in texts about these regions, from every workbook that has the figure."""
    if not patroon.verborgen:
        return ()
    vormen = _vormen_per_cijfer(kader, edities)
    bekend: dict[str, set[str]] = {}
    for sleutel in vormen.keys() - patroon.verborgen:
        bekend.setdefault(sleutel[0], set()).update(vormen[sleutel])
    return tuple(
        Geheim(
            naam_van(kader, sleutel),
            sleutel[0],
            een_van(vormen[sleutel]),
            _onderwerp(kader, sleutel),
            een_van(bekend.get(sleutel[0], ())),
        )
        for sleutel in sorted(vormen.keys() & patroon.verborgen)
        if vormen[sleutel] and sleutel[1] in regios
    )


def _vormen_per_cijfer(kader: Kader, edities: Iterable[Editie]) -> dict[Sleutel, set[str]]:
    """Every way to write each figure, over all workbooks."""
    eenheden = {i.id: i.eenheid for i in kader.indicatoren}
    vormen: dict[Sleutel, set[str]] = {}
    for _, bladen in edities:
        for c in (c for c in bladen.cijfers if c.indicator in eenheden):
            vormen.setdefault((c.indicator, c.regio, c.jaar), set()).update(van_cijfer(c, eenheden[c.indicator]))
        for g in bladen.bevolking:
            vormen.setdefault((maat_van(g.groep), g.regio, g.jaar), set()).update(van_aantal(g.aantal))
    return vormen


def naam_van(kader: Kader, sleutel: Sleutel) -> str:
    """A figure without its number: "Jongeren met jeugdzorg in Egmond (2024)"."""
    maat, regio, jaar = sleutel
    namen = {i.id: i.naam for i in kader.indicatoren}
    plaatsen = {g.slug: g.naam for g in kader.gebieden} | {w.code: w.naam for g in kader.gebieden for w in g.wijken}
    wat = namen.get(maat) or f"Inwoners ({maat.partition(':')[2]})"
    return f"{wat} in {plaatsen.get(regio, regio)} ({jaar})"


def tekstvelden(record: Any) -> tuple[str, ...]:
    """The fields of a record of a workbook that may hold words of the person who filled it in."""
    return tuple(veld.name for veld in fields(record) if veld.name not in _GEEN_TEKST)


def van_cijfer(cijfer: Cijfer, eenheid: Eenheid) -> Iterator[str]:
    """Every way to write the value, the bounds and the count of a figure: 43%, 42,5 procent, nine, 9."""
    achter = r"\s?(?:%|procent)" if eenheid == "procent" else ""
    berekend = None
    if cijfer.teller is not None and cijfer.noemer:
        berekend = cijfer.teller / cijfer.noemer * FACTOR.get(eenheid, 1.0)
    for getal in (cijfer.waarde, berekend, cijfer.ondergrens, cijfer.bovengrens):
        yield from (_als_getal(vorm, achter) for vorm in _vormen(getal))
    yield from van_aantal(cijfer.teller)
    if eenheid == "aantal":
        yield from van_aantal(cijfer.waarde)


def van_aantal(aantal: float | None) -> Iterator[str]:
    """Every way to write a number of people, also as a word."""
    yield from (_als_getal(vorm, "") for vorm in _vormen(aantal))
    if aantal is not None and float(aantal).is_integer():
        yield rf"\b{re.escape(taal.telwoord(int(aantal)))}\b"


def _vormen(getal: float | None) -> Iterator[str]:
    if getal is not None:
        yield from sorted({taal.getal(getal, decimalen) for decimalen in (0, 1, 2)})


def _als_getal(vorm: str, achter: str) -> str:
    return rf"(?<![\d.,]){re.escape(vorm)}(?!\d|[.,]\d){achter}"


def een_van(vormen: Iterable[str]) -> re.Pattern[str]:
    """Any of these ways to write a number."""
    # Nothing is never there: an empty pattern would be everywhere.
    return re.compile("|".join(sorted(vormen)) or r"(?!)", re.IGNORECASE)


def _telt(zin: str, plek: re.Match[str]) -> bool:
    """Whether a number in a sentence can be about people: not a date, an hour, an age, an amount or a code."""
    if plek[0].endswith(("%", "procent")):
        return True
    return not _GEEN_MENSEN.match(zin, plek.end()) and not _GEEN_AANTAL.search(zin[: plek.start()])


def _onderwerp(kader: Kader, sleutel: Sleutel) -> re.Pattern[str] | None:
    """The words that say which indicator it is: "jeugdzorg" of "Jongeren met jeugdzorg"; None for inhabitants."""
    indicator = next((i for i in kader.indicatoren if i.id == sleutel[0]), None)
    if indicator is None:
        return None
    return stammen(indicator.naam, *indicator.aliassen)


def stammen(*namen: str) -> re.Pattern[str] | None:
    """The words in names by which a sentence is about them, without their endings; None when they are too common."""
    woorden = {w.casefold() for w in re.findall(r"\w+", " ".join(namen)) if len(w) >= _KORTSTE_WOORD}
    delen = sorted(re.escape(w[:_STAM]) for w in woorden - _ALGEMEEN - _KLEINE_WOORDEN)
    return re.compile(rf"\b(?:{'|'.join(delen)})", re.IGNORECASE) if delen else None
