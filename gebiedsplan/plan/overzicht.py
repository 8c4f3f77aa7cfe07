"""The page that shows all plans: which there are, where each stands, and what the areas work on beside each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from math import ceil

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Oordeel
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.plan.besluit import VOORSTELLEN
from gebiedsplan.plan.grafiek import KleinKernbeeld, Teken
from gebiedsplan.plan.overzichtmodel import (
    Inzet,
    Inzetregel,
    Overzicht,
    SpeerpuntVermelding,
    Stand,
    Vermelding,
    Verwijzing,
)
from gebiedsplan.plan.voorstel import BESLUITENLIJST, GEBIEDSPLAN, IN_HET_KORT, RAADSBRIEF, cijferbestand, stam

# What there may be about an area, and how a sentence goes on to its name.
_STUKKEN: Mapping[str, str] = {
    GEBIEDSPLAN: "het plan van",
    IN_HET_KORT: "de pagina voor inwoners van",
    **{stuk: f"het {stuk} over" for stuk in VOORSTELLEN},
    RAADSBRIEF: f"de {RAADSBRIEF} over",
}
_VORMEN: Mapping[str, str] = {".docx": "in Word", ".pdf": "als PDF", ".odt": "als ODT"}
_WEB = ".html"
_VAST = "\N{NO-BREAK SPACE}"
_NIET_GEMAAKT = "Nog niet gemaakt."
_MISLUKT = "De laatste keer is het maken niet gelukt. Dit is het plan van daarvoor."
_ANDERE_TEKST = "(eerder gemaakt)"


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """All that was made: what is remembered of every plan, the names of the files in the folder of an area by its
    slug, the areas that failed just now, where the preventiekaart is, and the comparison of each year."""

    vermeldingen: tuple[Vermelding, ...]
    bestanden: Mapping[str, Collection[str]]
    mislukt: Collection[str] = ()
    preventiekaart: str = ""
    vergelijkingen: Mapping[int, str] = field(default_factory=dict)

    def plan(self, slug: str, jaar: int | None) -> Vermelding | None:
        """The plan of an area for ``jaar``, or its newest."""
        plannen = [v for v in self.vermeldingen if v.slug == slug and jaar in (None, v.jaar)]
        return max(plannen, key=lambda v: v.jaar, default=None)

    def adres(self, slug: str, naam: str) -> str:
        """Where a file in the folder of an area is, or "" when it is not there."""
        return f"{slug}/{naam}" if naam in self.bestanden.get(slug, ()) else ""


def overzicht(kader: Kader, gemaakt: Gemaakt, jaar: int | None) -> Overzicht | None:
    """All plans of ``jaar``, or the newest of every area; None when there is none."""
    plannen = {g.slug: plan for g in kader.gebieden if (plan := gemaakt.plan(g.slug, jaar))}
    if not plannen:
        return None
    tekens = [teken for plan in plannen.values() for groep in plan.tekens for teken in groep if teken]
    bereik = ceil(max((abs(teken.afstand) for teken in tekens), default=0))
    standen = {g.slug: _stand(g, plannen.get(g.slug), gemaakt, bereik) for g in kader.gebieden}
    jaren = taal.jaren([plan.jaar for plan in plannen.values()])
    nieuwste = max(plannen.values(), key=lambda plan: plan.datum)
    afspraken = kader.instellingen
    return Overzicht(
        titel=f"{taal.meervoud(len(kader.gebieden), 'Gebiedsplan', 'Gebiedsplannen')} {afspraken.samenwerking} {jaren}",
        ondertitel=afspraken.lange_naam,
        opsteller=afspraken.samenwerking,
        datum=nieuwste.datum,
        regels=(
            ("Planjaar", jaren),
            ("Nieuwste plan", _datum(nieuwste)),
            ("Kader", f"{afspraken.kader_titel}, {afspraken.periode}"),
        ),
        zin=_zin(plannen, len(kader.gebieden)),
        preventiekaart=gemaakt.preventiekaart,
        vergelijking=_vergelijking(gemaakt.vergelijkingen, jaar),
        de_samenwerking=afspraken.de_samenwerking,
        uitleg=_uitleg(tekens, afspraken.de_samenwerking, bereik),
        standen=tuple(tuple(standen[g.slug] for g in rij) for rij in _rijen(kader)),
        inzet=_inzet(kader, plannen, gemaakt),
        thema=kader.woorden.thema if kader.themas else None,
        meer_gebieden=len(kader.gebieden) > 1,
    )


def _vergelijking(vergelijkingen: Mapping[int, str], jaar: int | None) -> Verwijzing | None:
    """To the comparison of the year that is asked for, or the newest."""
    gekozen = jaar if jaar in vergelijkingen else None if jaar else max(vergelijkingen, default=None)
    return Verwijzing(f"Alle gebieden naast elkaar ({gekozen})", vergelijkingen[gekozen]) if gekozen else None


def _rijen(kader: Kader) -> Iterator[tuple[Gebied, ...]]:
    """Each gemeente with its parts; gemeenten without parts that follow each other share a row."""
    gemeenten = [g for g in kader.gebieden if not g.deel_van]
    for zonder_delen, groep in groupby(gemeenten, key=lambda g: kader.delen(g) == (g,)):
        if zonder_delen:
            yield tuple(groep)
        else:
            yield from ((gemeente, *kader.delen(gemeente)) for gemeente in groep)


def _zin(plannen: Mapping[str, Vermelding], aantal: int) -> str:
    """How many plans there are, and of each status how many."""
    standen = Counter(plan.status for plan in plannen.values())
    per_status = taal.opsomming([f"{keren} {status}" for status, keren in standen.items()])
    if aantal == 1:
        return f"Er is één plan. Status: {taal.opsomming(list(standen))}."
    if len(plannen) == aantal:
        return f"Alle {taal.telwoord(aantal)} plannen zijn er: {per_status}."
    zijn = taal.meervoud(len(plannen), "is", "zijn")
    return f"Er {zijn} {taal.telwoord(len(plannen))} van de {taal.telwoord(aantal)} plannen: {per_status}."


def _stand(gebied: Gebied, plan: Vermelding | None, gemaakt: Gemaakt, bereik: int) -> Stand:
    if plan is None:
        andere = tuple(_andere_jaren(gebied, None, gemaakt))
        return Stand(gebied.slug, gebied.naam, bool(gebied.deel_van), "", _NIET_GEMAAKT, (), None, andere)
    opmerkingen = []
    if gebied.slug in gemaakt.mislukt:
        opmerkingen.append(_MISLUKT)
    if plan.let_op:
        opmerkingen.append(f"Bij het maken was er {plan.let_op} keer een ‘let op’.")
    return Stand(
        slug=gebied.slug,
        naam=gebied.naam,
        deel=bool(gebied.deel_van),
        status=taal.hoofdletter(plan.status),
        regel=f"versie {plan.versie}, {_datum(plan).replace(' ', _VAST)}",
        opmerkingen=tuple(opmerkingen),
        kernbeeld=KleinKernbeeld(f"klein-{gebied.slug}", plan.alt, plan.tekens, bereik) if plan.tekens else None,
        verwijzingen=(*_verwijzingen(gebied, plan, gemaakt), *_andere_jaren(gebied, plan, gemaakt)),
    )


def _datum(plan: Vermelding) -> str:
    return taal.datum(dt.date.fromisoformat(plan.datum))


def _verwijzingen(gebied: Gebied, plan: Vermelding, gemaakt: Gemaakt) -> Iterator[Verwijzing]:
    """To every file about this plan that is there; one that was made of another text of the plan says so."""
    for stuk, over in _STUKKEN.items():
        naam = stam(stuk, plan.slug, plan.jaar)
        wat = f"{over} {gebied.naam}"
        yield from _naar(plan, gemaakt, f"{naam}{_WEB}", f"Lees {wat}")
        for uitgang, vorm in _VORMEN.items():
            yield from _naar(plan, gemaakt, f"{naam}{uitgang}", f"{taal.hoofdletter(wat.split(' ', 1)[1])} {vorm}")
    cijfers = cijferbestand(plan.slug, plan.jaar)
    yield from _naar(plan, gemaakt, cijfers, f"Cijfers bij het plan van {gebied.naam} in Excel")
    lijst = f"{stam(BESLUITENLIJST, plan.slug, plan.jaar)}.txt"
    yield from _naar(plan, gemaakt, lijst, f"Tekst over {gebied.naam} voor de besluitenlijst")


def _naar(plan: Vermelding, gemaakt: Gemaakt, naam: str, tekst: str) -> Iterator[Verwijzing]:
    if adres := gemaakt.adres(plan.slug, naam):
        yield Verwijzing(tekst, adres, "" if naam in plan.bestanden else _ANDERE_TEKST)


def _andere_jaren(gebied: Gebied, plan: Vermelding | None, gemaakt: Gemaakt) -> Iterator[Verwijzing]:
    andere = [v for v in gemaakt.vermeldingen if v.slug == gebied.slug and v != plan]
    for ander in sorted(andere, key=lambda v: -v.jaar):
        if adres := gemaakt.adres(gebied.slug, f"{stam(GEBIEDSPLAN, ander.slug, ander.jaar)}{_WEB}"):
            yield Verwijzing(f"Lees het plan van {gebied.naam} voor {ander.jaar}", adres)


def _uitleg(tekens: Sequence[Teken], de_samenwerking: str, bereik: int) -> str:
    """What the marks that occur mean, and how far away the outer lines are; "" without any mark."""
    if not tekens:
        return ""
    gevonden = {teken.oordeel for teken in tekens}
    betekenis: Mapping[Oordeel, str] = {
        "gunstiger": f"▲ is gunstiger dan {de_samenwerking}",
        "minder gunstig": f"▼ is minder gunstig dan {de_samenwerking}",
        "geen duidelijk verschil": "● is geen duidelijk verschil",
        "geen richting": "■ heeft geen oordeel (rechts is meer)",
    }
    delen = [tekst for oordeel, tekst in betekenis.items() if oordeel in gevonden]
    if any(teken.voorbeeld for teken in tekens):
        delen.append("een open teken is een voorbeeldcijfer, geen echt cijfer")
    return (
        f"{taal.zin(taal.opsomming(delen))} De buitenste lijnen staan op {bereik} procentpunt verschil. "
        "Of een verschil toeval kan zijn, staat in het plan."
    )


def _inzet(kader: Kader, plannen: Mapping[str, Vermelding], gemaakt: Gemaakt) -> tuple[Inzetregel, ...]:
    """The speerpunten of every area that has them, from its own plan or else from that of its gemeente."""
    gebieden = kader.met_speerpunten()
    regels = {g.naam: inzet for g in gebieden if (inzet := tuple(_van_gebied(kader, g, plannen, gemaakt)))}
    meeste = max(map(len, regels.values()), default=0)
    return tuple(Inzetregel(naam, (*inzet, *[None] * (meeste - len(inzet)))) for naam, inzet in regels.items())


def _van_gebied(kader: Kader, gebied: Gebied, plannen: Mapping[str, Vermelding], gemaakt: Gemaakt) -> Iterator[Inzet]:
    plan = plannen.get(gebied.slug) or plannen.get(kader.gemeente(gebied).slug)
    if plan is None:
        return
    pagina = gemaakt.adres(plan.slug, f"{stam(GEBIEDSPLAN, plan.slug, plan.jaar)}{_WEB}")
    for deel in plan.gebieden:
        if deel.slug == gebied.slug:
            yield from (_als_inzet(speerpunt, pagina) for speerpunt in deel.speerpunten)


def _als_inzet(speerpunt: SpeerpuntVermelding, pagina: str) -> Inzet:
    return Inzet(speerpunt.titel, f"{pagina}#{speerpunt.id}" if pagina else "", "; ".join(speerpunt.themas))
