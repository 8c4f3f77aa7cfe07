"""Two workbooks of one area beside each other: what belongs together, and what came, went or changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from gebiedsplan import taal
from gebiedsplan.cijfers.doelen import zichtbaar
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Actie, Besluitdeel, Doel, Gebiedsdata, Gesprek, Speerpunt
from gebiedsplan.gebied.namen import kaal
from gebiedsplan.gebied.onderdelen import BESLISPUNT
from gebiedsplan.geheim.model import Patroon
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.gesprekken import wie
from gebiedsplan.taal import zinnen
from gebiedsplan.verschil import beschrijving, geheim, hulpvragen, zinsverschil
from gebiedsplan.verschil import cijfers as figuren
from gebiedsplan.verschil.beschrijving import euro
from gebiedsplan.verschil.koppelen import gelijkenis, vergelijk
from gebiedsplan.verschil.model import VERVALLEN, Paar, Reeks, Vergelijking

_T = TypeVar("_T")


def vergelijking(
    werkmappen: Paar[Gebiedsdata], tabellen: Paar[Cijfers], kader: Kader, patroon: Patroon
) -> Vergelijking:
    """Everything that differs. What a workbook or the plans of all areas hide is taken out of both first."""
    gebied = kader.gebied(werkmappen.nieuw.slug)
    samen = geheim.samen(
        figuren.reeksen(werkmappen.oud, tabellen.oud, gebied),
        figuren.reeksen(werkmappen.nieuw, tabellen.nieuw, gebied),
        patroon.verborgen,
    )
    zeef = geheim.Zeef((werkmappen.oud, werkmappen.nieuw), frozenset(geheim.verborgen(samen.nieuw)), kader)
    oud, nieuw = zeef.schoon(werkmappen.oud), zeef.schoon(werkmappen.nieuw)
    speerpunten = _speerpunten(oud, nieuw, kader)
    loopt_door = _nieuwe_codes(oud, speerpunten)
    een_jaar = oud.kop.planjaar == nieuw.kop.planjaar
    maten = figuren.maten(kader, figuren.groepen_van(oud, nieuw))
    return Vergelijking(
        speerpunten=speerpunten,
        doelen=_doelen(
            zichtbaar(oud.doelen, Cijfers(samen.oud, {}), oud.slug),
            zichtbaar(nieuw.doelen, Cijfers(samen.nieuw, {}), nieuw.slug),
            loopt_door,
            kader,
        ),
        acties=_acties(oud.acties, nieuw.acties, loopt_door, kader),
        cijfers=figuren.vergelijk(samen, maten, gebied),
        middelen=vergelijk(
            oud.middelen,
            nieuw.middelen,
            lambda p: (p.post, p.jaar, euro(p.bedrag), p.dekking),
            _gelijk(lambda p: (kaal(p.post), p.jaar)),
        ),
        hulpvragen=hulpvragen.vergelijk(oud.hulpvragen, nieuw.hulpvragen, kader),
        gesprekken=_gesprekken(oud.gesprekken, nieuw.gesprekken),
        partners=vergelijk(
            oud.partners,
            nieuw.partners,
            lambda p: (p.naam, beschrijving.partner(p)),
            _gelijk(lambda p: kaal(p.naam)),
            _lijkt("naam"),
        ),
        aanbod=vergelijk(
            oud.aanbod,
            nieuw.aanbod,
            lambda a: (a.activiteit, beschrijving.aanbod(a, kader)),
            _gelijk(lambda a: (kaal(a.activiteit), kaal(a.plaats))),
            _gelijk(lambda a: kaal(a.activiteit)),
            _lijkt("activiteit"),
        ),
        risicos=vergelijk(oud.risicos, nieuw.risicos, lambda r: (r.risico, beschrijving.risico(r)), _lijkt("risico")),
        teksten=zinsverschil.vergelijk(_teksten(oud, kader, {}), _teksten(nieuw, kader, _vorige_titels(oud, nieuw))),
        besluit=zinsverschil.vergelijk(*(_besluit(d, kader, een_jaar) for d in (oud, nieuw))),
    )


# -- what belongs together


def _speerpunten(oud: Gebiedsdata, nieuw: Gebiedsdata, kader: Kader) -> Reeks[Speerpunt]:
    """By title when that is the same, so that two speerpunten may trade codes; then by code, then by likeness."""
    return vergelijk(
        oud.speerpunten,
        nieuw.speerpunten,
        lambda s: (s.code, s.titel, *(zinnen(t) for t in beschrijving.speerpunt(s, kader).values())),
        _gelijk(lambda s: kaal(s.titel)),
        _gelijk(lambda s: kaal(s.code)),
        _lijkt("titel"),
    )


def _nieuwe_codes(oud: Gebiedsdata, speerpunten: Reeks[Speerpunt]) -> dict[str, str]:
    """The code that each speerpunt of the old workbook has in the new one; without those that were dropped."""
    vervallen = {s.code for s in speerpunten.weg}
    gebleven = {s.code: s.code for s in oud.speerpunten if s.code not in vervallen}
    return gebleven | {paar.oud.code: paar.nieuw.code for paar in speerpunten.anders}


def _doelen(oud: Iterable[Doel], nieuw: Iterable[Doel], loopt_door: Mapping[str, str], kader: Kader) -> Reeks[Doel]:
    def zelfde_indicator(een: Doel, ander: Doel) -> float:
        return float(bool(een.indicator) and (een.speerpunt, een.indicator) == (ander.speerpunt, ander.indicator))

    def zelfde_naam(een: Doel, ander: Doel) -> float:
        eigen = not een.indicator and not ander.indicator
        past = eigen and (een.speerpunt, kaal(een.eenheid)) == (ander.speerpunt, kaal(ander.eenheid))
        return gelijkenis(een.naam, ander.naam) if past else 0.0

    return vergelijk(
        _verhuisd(oud, loopt_door),
        nieuw,
        lambda d: (d.speerpunt, d.naam, beschrijving.doel(d, kader)),
        zelfde_indicator,
        zelfde_naam,
    )


def _acties(oud: Iterable[Actie], nieuw: Iterable[Actie], loopt_door: Mapping[str, str], kader: Kader) -> Reeks[Actie]:
    def zelfde(een: Actie, ander: Actie) -> float:
        return gelijkenis(een.actie, ander.actie) if een.speerpunt == ander.speerpunt else 0.0

    return vergelijk(
        _verhuisd(oud, loopt_door),
        nieuw,
        lambda a: (a.speerpunt, a.actie, beschrijving.actie(a, kader)),
        zelfde,
    )


_MetSpeerpunt = TypeVar("_MetSpeerpunt", Doel, Actie)


def _verhuisd(rijen: Iterable[_MetSpeerpunt], loopt_door: Mapping[str, str]) -> tuple[_MetSpeerpunt, ...]:
    """Rows of the old workbook under the code that their speerpunt has now.

    The code of one that was dropped may be of another speerpunt now, so it is kept apart.
    """
    return tuple(replace(rij, speerpunt=loopt_door.get(rij.speerpunt, VERVALLEN + rij.speerpunt)) for rij in rijen)


def _gesprekken(oud: Iterable[Gesprek], nieuw: Iterable[Gesprek]) -> Reeks[Gesprek]:
    return vergelijk(
        oud,
        nieuw,
        lambda g: (wie(g), beschrijving.gesprek(g)),
        _gelijk(lambda g: (g.datum, kaal(g.met_wie))),
        lambda a, b: gelijkenis(a.met_wie, b.met_wie) if a.datum == b.datum else 0.0,
        lambda a, b: float((kaal(a.met_wie), kaal(a.meegegeven)) == (kaal(b.met_wie), kaal(b.meegegeven))),
    )


def _gelijk(sleutel: Callable[[_T], object]) -> Callable[[_T, _T], float]:
    return lambda een, ander: float(sleutel(een) == sleutel(ander))


def _lijkt(veld: str) -> Callable[[object, object], float]:
    return lambda een, ander: gelijkenis(getattr(een, veld), getattr(ander, veld))


# -- texts by their name


def _vorige_titels(oud: Gebiedsdata, nieuw: Gebiedsdata) -> dict[str, str]:
    """What the speerpunten are called that the new workbook looks back on, where the old one is of that year."""
    volgt = oud.kop.planjaar == nieuw.kop.planjaar - 1
    return {s.code: s.titel for s in oud.speerpunten} if volgt else {}


def _teksten(data: Gebiedsdata, kader: Kader, vorige: Mapping[str, str]) -> dict[str, str]:
    """Every free text of a workbook. ``vorige``: what last year's speerpunten were called."""
    kop = data.kop
    delen = [
        ("Status", taal.zin(kop.status)),
        ("Opgesteld door", kop.opsteller),
        ("Portefeuillehouder", kop.portefeuillehouder),
        ("Zaaknummer", kop.zaaknummer),
        ("Typering", kop.typering),
        *data.teksten,
    ]
    delen += [(f"Duiding: {kader.indicator(d.indicator).naam}", d.tekst) for d in data.duidingen if d.indicator]
    delen += [
        (f"Terugblik op ‘{r.titel or vorige.get(r.code, r.code)}’", f"{taal.zin(r.status)}\n{r.resultaat}\n{r.geleerd}")
        for r in data.terugblik
    ]
    delen += [(f"Verhaal: {casus.titel}", casus.tekst) for casus in data.casussen]
    return _samen(delen)


def _besluit(data: Gebiedsdata, kader: Kader, alles: bool) -> dict[str, str]:
    """What the bestuur is asked; with ``alles`` also why, which for another year is another story."""
    werkwoorden = {w.id: w.naam for w in kader.besluit.werkwoorden}
    delen = (deel for deel in data.besluit if not deel.leeg and (alles or deel.onderdeel == BESLISPUNT))
    return _samen((deel.onderdeel, _besluittekst(deel, werkwoorden)) for deel in delen)


def _besluittekst(deel: Besluitdeel, werkwoorden: Mapping[str, str]) -> str:
    if deel.datum:
        return taal.zin(taal.datum(deel.datum))
    werkwoord = werkwoorden.get(deel.werkwoord, "")
    return taal.zin(f"{werkwoord}: {deel.tekst.rstrip(' ,.')}" if werkwoord else deel.tekst)


def _samen(delen: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Texts with one name as one text; empty ones are not there."""
    teksten: dict[str, list[str]] = {}
    for naam, tekst in delen:
        if tekst.strip():
            teksten.setdefault(naam, []).append(tekst)
    return {naam: "\n".join(stukken) for naam, stukken in teksten.items()}
