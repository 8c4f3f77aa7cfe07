"""The page that shows all plans: which there are, where each stands, and what the areas work on beside each other."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Oordeel
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.plan.besluit import VOORSTELLEN
from gebiedsplan.plan.grafiek import KleinKernbeeld
from gebiedsplan.plan.overzichtmodel import (
    Gemeente,
    Inzet,
    Inzetregel,
    Overzicht,
    SpeerpuntVermelding,
    Stand,
    Vermelding,
    Verwijzing,
)
from gebiedsplan.plan.voorstel import BESLUITENLIJST, GEBIEDSPLAN, RAADSBRIEF, stam

_STUKKEN = (GEBIEDSPLAN, *VOORSTELLEN, RAADSBRIEF)
_VORMEN: Mapping[str, str] = {".html": "als webpagina", ".docx": "in Word", ".pdf": "als PDF", ".odt": "als ODT"}
_WEB = ".html"
_NIET_GEMAAKT = "Nog niet gemaakt."
_MISLUKT = "De laatste keer is het maken niet gelukt. Dit is het plan van daarvoor."
_ANDERE_TEKST = " (niet samen met dit plan gemaakt)"


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """All that was made: what is remembered of every plan, the names of the files in the folder of an area by its
    slug, and the areas that failed just now."""

    vermeldingen: tuple[Vermelding, ...]
    bestanden: Mapping[str, Collection[str]]
    mislukt: Collection[str] = ()

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
    bereik = max((abs(t.afstand) for plan in plannen.values() for groep in plan.tekens for t in groep if t), default=0)
    standen = {g.slug: _stand(g, plannen.get(g.slug), gemaakt, bereik) for g in kader.gebieden}
    jaren = taal.jaren([plan.jaar for plan in plannen.values()])
    datum = max(plan.datum for plan in plannen.values())
    afspraken = kader.instellingen
    return Overzicht(
        titel=f"Gebiedsplannen {afspraken.samenwerking} {jaren}",
        ondertitel=afspraken.lange_naam,
        opsteller=afspraken.samenwerking,
        datum=datum,
        regels=(
            ("Planjaar", jaren),
            ("Nieuwste plan", taal.datum(dt.date.fromisoformat(datum))),
            ("Kader", f"{afspraken.kader_titel}, {afspraken.periode}"),
        ),
        zin=_zin(plannen, len(kader.gebieden)),
        de_samenwerking=afspraken.de_samenwerking,
        uitleg=tuple(_uitleg(plannen, afspraken.de_samenwerking)),
        gemeenten=tuple(
            Gemeente(standen[g.slug], tuple(standen[d.slug] for d in kader.delen(g) if d != g))
            for g in kader.gebieden
            if not g.deel_van
        ),
        inzet=_inzet(kader, plannen, gemaakt),
    )


def _zin(plannen: Mapping[str, Vermelding], aantal: int) -> str:
    """How many plans there are, and of each status how many."""
    standen = Counter(plan.status for plan in plannen.values())
    if len(plannen) == aantal and len(standen) == 1:
        return f"Alle {taal.telwoord(aantal)} plannen zijn er. De status is: {next(iter(standen))}."
    zijn = taal.meervoud(len(plannen), "is", "zijn")
    per_status = taal.opsomming([f"{keren} {status}" for status, keren in standen.items()])
    return f"Van de {taal.telwoord(aantal)} plannen {zijn} er {taal.telwoord(len(plannen))}: {per_status}."


def _stand(gebied: Gebied, plan: Vermelding | None, gemaakt: Gemaakt, bereik: float) -> Stand:
    if plan is None:
        return Stand(gebied.slug, gebied.naam, _NIET_GEMAAKT, (), None, tuple(_andere_jaren(gebied, None, gemaakt)))
    opmerkingen = []
    if gebied.slug in gemaakt.mislukt:
        opmerkingen.append(_MISLUKT)
    if plan.let_op:
        opmerkingen.append(f"Bij het maken was er {plan.let_op} keer een ‘let op’.")
    return Stand(
        slug=gebied.slug,
        naam=gebied.naam,
        regel=f"{taal.hoofdletter(plan.status)}, versie {plan.versie}, {taal.datum(dt.date.fromisoformat(plan.datum))}",
        opmerkingen=tuple(opmerkingen),
        kernbeeld=KleinKernbeeld(f"klein-{gebied.slug}", plan.alt, plan.tekens, bereik) if plan.tekens else None,
        verwijzingen=(*_verwijzingen(gebied, plan, gemaakt), *_andere_jaren(gebied, plan, gemaakt)),
    )


def _verwijzingen(gebied: Gebied, plan: Vermelding, gemaakt: Gemaakt) -> Iterator[Verwijzing]:
    """To every file about this plan that is there; one that was made of another text of the plan says so."""
    for stuk in _STUKKEN:
        for uitgang, vorm in _VORMEN.items():
            yield from _naar(
                gebied,
                plan,
                gemaakt,
                f"{stam(stuk, plan.slug, plan.jaar)}{uitgang}",
                f"{taal.hoofdletter(stuk)} {gebied.naam} {vorm}",
            )
    yield from _naar(
        gebied,
        plan,
        gemaakt,
        f"{stam(BESLUITENLIJST, plan.slug, plan.jaar)}.txt",
        f"Tekst over {gebied.naam} voor de besluitenlijst",
    )


def _naar(gebied: Gebied, plan: Vermelding, gemaakt: Gemaakt, naam: str, tekst: str) -> Iterator[Verwijzing]:
    if adres := gemaakt.adres(gebied.slug, naam):
        yield Verwijzing(tekst, adres, "" if naam in plan.bestanden else _ANDERE_TEKST)


def _andere_jaren(gebied: Gebied, plan: Vermelding | None, gemaakt: Gemaakt) -> Iterator[Verwijzing]:
    andere = [v for v in gemaakt.vermeldingen if v.slug == gebied.slug and v != plan]
    for ander in sorted(andere, key=lambda v: -v.jaar):
        if adres := gemaakt.adres(gebied.slug, f"{stam(GEBIEDSPLAN, ander.slug, ander.jaar)}{_WEB}"):
            yield Verwijzing(f"Gebiedsplan {gebied.naam} {ander.jaar} als webpagina", adres)


def _uitleg(plannen: Mapping[str, Vermelding], de_samenwerking: str) -> Iterator[str]:
    """What the marks that occur mean."""
    tekens = [teken for plan in plannen.values() for groep in plan.tekens for teken in groep if teken]
    gevonden = {teken.oordeel for teken in tekens}
    betekenis: Mapping[Oordeel, str] = {
        "gunstiger": f"▲ gunstiger dan {de_samenwerking}",
        "minder gunstig": f"▼ minder gunstig dan {de_samenwerking}",
        "geen duidelijk verschil": "● geen duidelijk verschil; niet getoetst",
        "geen richting": "■ zonder oordeel: rechts is meer",
    }
    yield from (tekst for oordeel, tekst in betekenis.items() if oordeel in gevonden)
    if any(teken.voorbeeld for teken in tekens):
        yield "een open teken: een voorbeeldcijfer, geen echt cijfer"


def _inzet(kader: Kader, plannen: Mapping[str, Vermelding], gemaakt: Gemaakt) -> tuple[Inzetregel, ...]:
    """The speerpunten of every area that has them, from its own plan or else from that of its gemeente."""
    regels = {g.naam: inzet for g in kader.bladeren() if (inzet := tuple(_van_gebied(kader, g, plannen, gemaakt)))}
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
