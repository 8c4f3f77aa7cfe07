"""Does kader.toml hang together? Names, references, and values that cannot be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from gebiedsplan.kader import delen, kpis, toevoegingen
from gebiedsplan.kader.geheimhouding import Geheimhouding
from gebiedsplan.kader.missers import verkeerd, verwijzing
from gebiedsplan.kader.namen import dubbele_namen, verkeerde_ids
from gebiedsplan.toml import Misser, Pad, Rij

_GEMEENTECODE = re.compile(r"GM[0-9]{4}")
_WIJKCODE = re.compile(r"WK[0-9]{6}")
_LIJSTCODE = re.compile(r"c_[0-9a-f]{8}")
_LEEFTIJD = re.compile(r"([0-9]{1,3})-([0-9]{1,3})|([0-9]{1,3})[+]")

# Who can decide on a plan.
_BESTUREN = ("college", "raad")

# What “drempel” is where nobody says so.
_DREMPEL = Geheimhouding().drempel

# The least that a number can be, by list or block and key.
_MINSTENS = (
    ("instellingen", "speerpunten_min", 1),
    ("instellingen", "speerpunten_max", 1),
    ("instellingen", "oudste_jaar", 1900),
    ("besluit", "max_woorden", 1),
    ("indicatoren", "decimalen", 0),
    ("indicatoren", "ververst", 1),
    ("indicatoren", "afgerond_op", 0),
    ("geheimhouding", "drempel", 0),
    ("geheimhouding", "afronden_op", 1),
    ("geheimhouding", "minimale_basis", 0),
    ("geheimhouding", "bandbreedte", 1),
)


def check(data: Mapping[str, Any]) -> Iterator[Misser]:
    """Every mistake in how the parts of ``data`` fit together, in no particular order."""
    alles = Rij((), data)
    yield from dubbele_namen(alles)
    yield from verkeerde_ids(alles)
    yield from _verkeerde_getallen(alles)
    yield from _verschillen(alles)
    yield from _adres(alles.blok("instellingen"))
    for blok in alles.rijen("blokken"):
        yield from toevoegingen.bladnaam(blok, "blad", toevoegingen.VASTE_BLADEN)
    yield from toevoegingen.check(alles)
    for indicator in alles.rijen("indicatoren"):
        yield from _plaats_in_blok(indicator, alles.rijen("blokken"))
        yield from _zin(indicator)
        yield from _weging(indicator)
        yield from _kernbeeld(indicator)
        yield from _eigen_verschil(indicator)
        yield from _telt(indicator)
        yield from _jaren_van_breuk(indicator, "trendbreuken")
        yield from _bron(indicator, alles.blok("geheimhouding").rijen("bronnen"))
    yield from delen.check(alles.rijen("indicatoren"))
    for regel in (alles.blok("geheimhouding"), *alles.blok("geheimhouding").rijen("bronnen")):
        yield from _afronden(regel)
    yield from kpis.check(alles)
    for werkwoord in alles.blok("besluit").rijen("werkwoorden"):
        yield from _plaats_voor_wat(werkwoord)
    yield from _geen_gebieden(alles)
    for gebied in alles.rijen("gebieden"):
        yield from _deel_van(gebied, alles.rijen("gebieden"))
        yield from _bestuur(gebied)
        yield from _cbs_codes(gebied)
        yield from _jaren_van_breuk(gebied, "herindelingen")
    yield from _lijstcodes(alles.blok("publicatie"))


# -- numbers


def _verkeerde_getallen(alles: Rij) -> Iterator[Misser]:
    instellingen, geheimhouding = alles.blok("instellingen"), alles.blok("geheimhouding")
    for lijst, sleutel, minstens in _MINSTENS:
        eigen = geheimhouding.rijen("bronnen") if lijst == "geheimhouding" else ()
        for rij in (*(alles.rijen(lijst) or (alles.blok(lijst),)), *eigen):
            getal = rij.getal(sleutel)
            if getal is not None and getal < minstens:
                tekst = f"“{sleutel}” is {getal}. Dat is te laag."
                yield verkeerd((*rij.pad, sleutel), tekst, f"Vul {minstens} of hoger in.")
    minst, meest = instellingen.getal("speerpunten_min"), instellingen.getal("speerpunten_max")
    if minst is not None and meest is not None and minst > meest:
        tekst = f"“speerpunten_max” is {meest}. Dat is lager dan “speerpunten_min” ({minst})."
        yield verkeerd((*instellingen.pad, "speerpunten_max"), tekst, "Maak het maximum gelijk of hoger.")


def _verschillen(alles: Rij) -> Iterator[Misser]:
    verschillen = alles.blok("instellingen").blok("duidelijk_verschil")
    for eenheid in verschillen.inhoud:
        getal = verschillen.getal(eenheid)
        if getal is not None and not (math.isfinite(getal) and getal >= 0):
            yield verkeerd((*verschillen.pad, eenheid), f"“{eenheid}” is {getal}. Dat kan niet.", "Vul 0 of hoger in.")
    gebruikt = {indicator.tekst("eenheid") for indicator in alles.rijen("indicatoren")}
    for eenheid in ("procent", "per_1000", "aantal", "cijfer"):
        if verschillen.inhoud and eenheid in gebruikt and eenheid not in verschillen.inhoud:
            tekst = f"“{eenheid}” ontbreekt. Er zijn indicatoren met deze eenheid."
            hulp = f"Voeg toe: {eenheid} = 1.0, met het verschil dat bij u opvalt."
            yield Misser("kader-sleutel-ontbreekt", (*verschillen.pad, eenheid), tekst, hulp)


def _adres(instellingen: Rij) -> Iterator[Misser]:
    """Where the preventiekaart is: a link to anywhere else leads nowhere."""
    adres = instellingen.tekst("preventiekaart")
    if adres and not re.fullmatch(r"https?://[^\s<>()]+", adres):
        tekst = f"“preventiekaart” is geen webadres: {adres}."
        yield verkeerd((*instellingen.pad, "preventiekaart"), tekst, "Begin met https://, of haal de regel weg.")


# -- indicatoren


def _plaats_in_blok(indicator: Rij, blokken: tuple[Rij, ...]) -> Iterator[Misser]:
    ids = {blok.tekst("id"): blok for blok in blokken}
    gekozen = indicator.tekst("blok")
    if gekozen and gekozen not in ids:
        yield verwijzing(indicator, "blok", ids, "blok")
    onderdelen = [deel.tekst("id") for deel in ids[gekozen].rijen("onderdelen")] if gekozen in ids else []
    if gekozen in ids and indicator.tekst("onderdeel") and indicator.tekst("onderdeel") not in onderdelen:
        yield verwijzing(indicator, "onderdeel", onderdelen, f"onderdeel van het blok “{gekozen}”")


def _zin(indicator: Rij) -> Iterator[Misser]:
    zin = indicator.tekst("zin")
    rest = zin.replace("{waarde}", "").replace("{groep}", "")
    hulp = "Gebruik {waarde} voor het cijfer en {groep} voor de groep. Andere accolades kunnen niet."
    if "{" in rest or "}" in rest:
        tekst = "In “zin” staat tussen accolades iets anders dan {waarde} of {groep}."
        yield verkeerd((*indicator.pad, "zin"), tekst, hulp)
    elif zin.strip() and "{waarde}" not in zin:
        yield verkeerd((*indicator.pad, "zin"), "In “zin” staat geen {waarde}.", hulp)


def _weging(indicator: Rij) -> Iterator[Misser]:
    groepen = tuple(indicator.teksten("weging"))
    bereiken: list[tuple[Pad, str, range]] = []
    for pad, groep in groepen:
        bereik = _leeftijden(groep)
        if bereik:
            bereiken.append((pad, groep, bereik))
        else:
            hulp = "Schrijf een leeftijdsgroep zoals op het blad Bevolking, bijvoorbeeld 15-25 of 65+."
            yield verkeerd(pad, f"“{groep}” in “weging” is geen leeftijdsgroep.", hulp)
    for (_, eerste, een), (pad, tweede, ander) in combinations(bereiken, 2):
        if max(een.start, ander.start) < min(een.stop, ander.stop):
            hulp = "Kijk of de leeftijden kloppen. Elke leeftijd telt maar één keer mee."
            yield verkeerd(pad, f"In “weging” overlappen “{eerste}” en “{tweede}”.", hulp)


def _leeftijden(groep: str) -> range | None:
    """The ages of "15-25" (15 up to 25) or "65+"; None or empty when it is no age group."""
    delen = _LEEFTIJD.fullmatch(groep)
    if delen is None:
        return None
    return range(int(delen[3]), 1000) if delen[3] else range(int(delen[1]), int(delen[2]))


def _kernbeeld(indicator: Rij) -> Iterator[Misser]:
    if indicator.inhoud.get("kernbeeld") is True and indicator.tekst("eenheid") in {"per_1000", "aantal", "cijfer"}:
        tekst = f"“kernbeeld” is true, maar de eenheid is “{indicator.tekst('eenheid')}”."
        yield verkeerd(
            (*indicator.pad, "kernbeeld"), tekst, "Zet kernbeeld op false. In die grafiek staan alleen percentages."
        )


def _eigen_verschil(indicator: Rij) -> Iterator[Misser]:
    """A figure may have a difference of its own from which it stands out, but all of the spine chart share one."""
    getal = indicator.getal("duidelijk_verschil")
    pad = (*indicator.pad, "duidelijk_verschil")
    if getal is not None and not (math.isfinite(getal) and getal >= 0):
        yield verkeerd(pad, f"“duidelijk_verschil” is {getal}. Dat kan niet.", "Vul 0 of hoger in.")
    elif getal is not None and indicator.inhoud.get("kernbeeld") is True:
        tekst = "Dit cijfer staat in het kernbeeld en heeft een eigen “duidelijk_verschil”."
        hulp = "Haal het weg, of zet kernbeeld op false. In die grafiek geldt één verschil voor alle cijfers."
        yield verkeerd(pad, tekst, hulp)


def _telt(indicator: Rij) -> Iterator[Misser]:
    if indicator.tekst("telt") == "gebeurtenissen" and indicator.tekst("eenheid") == "procent":
        tekst = "“telt” is “gebeurtenissen”, maar de eenheid is “procent”."
        hulp = 'Een percentage gaat over mensen. Kies telt = "mensen", of eenheid = "per_1000".'
        yield verkeerd((*indicator.pad, "telt"), tekst, hulp)


def _jaren_van_breuk(rij: Rij, sleutel: str) -> Iterator[Misser]:
    """A break has the first year of what is new, and says what is."""
    for breuk in rij.rijen(sleutel):
        jaar = breuk.getal("jaar")
        if jaar is not None and not 1900 <= jaar <= 2199:
            hulp = "Vul het eerste jaar in van de nieuwe cijfers, met vier cijfers."
            yield verkeerd((*breuk.pad, "jaar"), f"“jaar” is {jaar}. Dat is geen jaar.", hulp)
        if "uitleg" in breuk.inhoud and not breuk.tekst("uitleg").strip():
            hulp = "Schrijf in één zin waarom de cijfers niet te vergelijken zijn. De zin komt onder de grafiek."
            yield verkeerd((*breuk.pad, "uitleg"), "“uitleg” is leeg.", hulp)


# -- geheimhouding


def _bron(indicator: Rij, bronnen: tuple[Rij, ...]) -> Iterator[Misser]:
    ids = [bron.tekst("id") for bron in bronnen]
    if indicator.tekst("bron") and indicator.tekst("bron") not in ids:
        yield verwijzing(indicator, "bron", ids, "bron onder [geheimhouding]")


def _afronden(regel: Rij) -> Iterator[Misser]:
    """A number that is rounded is at least what it is rounded to: else it would become zero."""
    drempel, stap = regel.getal("drempel"), regel.getal("afronden_op")
    laagste = _DREMPEL if drempel is None else drempel
    if stap is not None and stap > 1 and laagste < stap:
        tekst = f"“afronden_op” is {stap}. Dat is hoger dan “drempel” ({laagste}): een klein aantal zou nul worden."
        yield verkeerd((*regel.pad, "afronden_op"), tekst, f"Maak “drempel” {stap} of hoger, of rond minder af.")


# -- besluit


def _plaats_voor_wat(werkwoord: Rij) -> Iterator[Misser]:
    """Both forms say where the subject of the decision comes, once, and nothing else between braces."""
    for vorm in ("te", "gebiedend"):
        patroon = werkwoord.tekst(vorm)
        rest = patroon.replace("{wat}", "", 1)
        if patroon.strip() and ("{wat}" not in patroon or "{" in rest or "}" in rest):
            hulp = "Schrijf één keer {wat} op de plaats van het onderwerp. Andere accolades kunnen niet."
            tekst = f"In “{vorm}” staat niet precies één keer {{wat}}."
            yield verkeerd((*werkwoord.pad, vorm), tekst, hulp)


# -- gebieden


def _geen_gebieden(alles: Rij) -> Iterator[Misser]:
    if alles.inhoud.get("gebieden") == []:
        yield verkeerd(
            ("gebieden",), "“gebieden” is leeg.", "Voeg een of meer blokken toe die beginnen met [[gebieden]]."
        )


def _deel_van(gebied: Rij, gebieden: tuple[Rij, ...]) -> Iterator[Misser]:
    """A gebied is part of a gemeente, and a gemeente of nothing; so there is never a circle."""
    geheel = gebied.tekst("deel_van")
    ander = {rij.tekst("slug"): rij.tekst("deel_van") for rij in gebieden}
    if geheel and geheel not in ander:
        yield verwijzing(gebied, "deel_van", (slug for slug, van in ander.items() if not van), "gebied")
    elif geheel and ander[geheel]:
        zelf = geheel == gebied.tekst("slug")
        reden = "Een gebied is geen deel van zichzelf." if zelf else f"Dat is zelf een deel van “{ander[geheel]}”."
        hulp = "Verwijs naar een gemeente: een gebied zonder “deel_van”."
        tekst = f"“deel_van” is “{geheel}”. {reden}"
        yield Misser("kader-verwijzing", (*gebied.pad, "deel_van"), tekst, hulp)


def _bestuur(gebied: Rij) -> Iterator[Misser]:
    bestuur = gebied.tekst("bestuur")
    if bestuur and bestuur not in _BESTUREN:
        tekst = f"“bestuur” is “{bestuur}”. Dat kan niet."
        yield verkeerd((*gebied.pad, "bestuur"), tekst, f"Kies uit: {', '.join(_BESTUREN)}.")
    if not gebied.tekst("deel_van") and gebied.inhoud.get("bestuur", "") == "":
        hulp = 'Voeg toe: bestuur = "college", of wie er bij deze gemeente besluit over het plan.'
        yield Misser(
            "kader-sleutel-ontbreekt", (*gebied.pad, "bestuur"), "“bestuur” ontbreekt bij deze gemeente.", hulp
        )


def _cbs_codes(gebied: Rij) -> Iterator[Misser]:
    code = gebied.tekst("code")
    if code and not _GEMEENTECODE.fullmatch(code):
        hulp = "Schrijf de code van het CBS: GM met vier cijfers."
        yield verkeerd((*gebied.pad, "code"), f"“{code}” is geen gemeentecode.", hulp)
    for wijk in gebied.rijen("wijken"):
        if wijk.tekst("code").strip() and not _WIJKCODE.fullmatch(wijk.tekst("code")):
            hulp = "Schrijf de code van het CBS: WK met zes cijfers."
            yield verkeerd((*wijk.pad, "code"), f"“{wijk.tekst('code')}” is geen wijkcode.", hulp)


# -- publicatie


def _lijstcodes(publicatie: Rij) -> Iterator[Misser]:
    for waarde in (
        publicatie.blok("informatiecategorie"),
        publicatie.blok("documentsoort"),
        *publicatie.rijen("themas"),
    ):
        code = waarde.tekst("code")
        if code.strip() and not _LIJSTCODE.fullmatch(code):
            hulp = "Schrijf de code uit de waardelijst: c_ met acht cijfers of letters van a tot en met f erachter."
            yield verkeerd((*waarde.pad, "code"), f"“{code}” is geen code uit een waardelijst.", hulp)
