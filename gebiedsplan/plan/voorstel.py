"""Put the voorstel about a plan together, and what goes with it: the raadsinformatiebrief and the besluitenlijst."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from gebiedsplan import taal
from gebiedsplan.gebied.model import Geldpost
from gebiedsplan.gebied.onderdelen import VERGADERING
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.plan import middelen, model, tabellen
from gebiedsplan.plan.besluit import RAAD, Bestuur, beslispunten, bestuur
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.gesprekken import gesprekszin
from gebiedsplan.plan.model import Opmaak, Plan
from gebiedsplan.plan.voorstelmodel import Besluitenlijst, Bijlage, Brief, Geld, Inzet, Punt, Voorstel

LEEG = "Nog niet ingevuld."
_GROEPEN = 5
GEBIEDSPLAN = "gebiedsplan"
IN_HET_KORT = "in-het-kort"
RAADSBRIEF = "raadsinformatiebrief"
BESLUITENLIJST = "besluitenlijst"


def stam(soort: str, slug: str, jaar: int) -> str:
    """What a file about a plan is called, without its suffix: "gebiedsplan-heiloo-2027"."""
    # The plan on one page stands right below the plan in a folder.
    return f"{stam(GEBIEDSPLAN, slug, jaar)}-{soort}" if soort == IN_HET_KORT else f"{soort}-{slug}-{jaar}"


def cijferbestand(slug: str, jaar: int) -> str:
    """What the file with the figures of a plan is called."""
    return f"{stam(GEBIEDSPLAN, slug, jaar)}-cijfers.xlsx"


def voorstel(plan: Plan, b: Bronnen, formaat: str) -> Voorstel:
    """The voorstel about ``plan``; ``formaat`` is the suffix of the files that go with it (".docx")."""
    wie = bestuur(b)
    brief = _brief(plan, b, formaat) if wie.naam != RAAD.naam else None
    bij_brief = [_bijlage("Raadsinformatiebrief", RAADSBRIEF, plan, formaat)] if brief else []
    return Voorstel(
        soort=wie.voorstel.casefold(),
        voorblad=_voorblad(f"{wie.voorstel} gebiedsplan {plan.naam} {plan.jaar}", b, _kopregels(b)),
        aanhef=_aanhef(b, wie),
        beslispunten=beslispunten(b, b.kader.besluit.vorm),
        samenvatting=_teksten(b, "Samenvatting"),
        aanleiding=_teksten(b, "Aanleiding"),
        kaderzin=_kaderzin(b),
        kader=_teksten(b, "Kader en eerdere besluiten"),
        effect=_teksten(b, "Beoogd effect"),
        speerpunten=_inzet(plan),
        argumenten=_punten(b, "Argument"),
        kanttekeningen=_punten(b, "Kanttekening"),
        alternatieven=_teksten(b, "Alternatief"),
        geld=_geld(plan, b),
        juridisch=_teksten(b, "Juridische gevolgen"),
        gesprekken=_gesprekken(b),
        participatie=_teksten(b, "Participatie"),
        communicatie=_teksten(b, "Communicatie"),
        uitvoering=_teksten(b, "Uitvoering"),
        evaluatie=_teksten(b, "Evaluatie"),
        bijlagen=(_van_plan(plan, formaat), *bij_brief),
        ondertekenaars=wie.ondertekenaars,
        brief=brief,
        besluitenlijst=_besluitenlijst(b, wie),
    )


# -- the head


def _voorblad(titel: str, b: Bronnen, regels: Sequence[tuple[str, str]]) -> model.Voorblad:
    kop = b.eigen.kop
    return model.Voorblad(
        titel=titel,
        ondertitel="",
        opsteller=kop.opsteller,
        datum=kop.datum.isoformat(),
        status=kop.status,
        versie=kop.versie,
        regels=tuple((label, waarde or LEEG) for label, waarde in regels),
    )


def _kopregels(b: Bronnen) -> list[tuple[str, str]]:
    kop, nummer = b.eigen.kop, _regel(b, "Voorstelnummer")
    opstellers = [deel for deel in (_regel(b, "Team"), kop.opsteller) if deel]
    return [
        ("Onderwerp", _regel(b, "Onderwerp")),
        ("Zaaknummer", kop.zaaknummer),
        *([("Voorstelnummer", nummer)] if nummer else []),
        ("Portefeuillehouder", kop.portefeuillehouder),
        ("Team en opsteller", naar("; ".join(opstellers), opstellers)),
        ("Datum vergadering", _vergadering(b)),
        ("Status", _status(b)),
        ("Geheimhouding", _regel(b, "Geheimhouding")),
    ]


def _status(b: Bronnen) -> str:
    return naar(f"{taal.hoofdletter(b.eigen.kop.status)}, versie {b.eigen.kop.versie}", [b.eigen.kop.status])


def _vergadering(b: Bronnen) -> str:
    delen = b.eigen.van_onderdeel(VERGADERING)
    return next((uit(taal.datum(deel.datum), deel.plekken.get("Tekst")) for deel in delen if deel.datum), "")


def _aanhef(b: Bronnen, wie: Bestuur) -> str:
    """What stands above the beslispunten, so that each of them ends the sentence."""
    if b.kader.besluit.vorm == "te":
        return f"Wij stellen {wie.geadresseerde} voor:"
    return f"Het advies aan {wie.geadresseerde}:"


# -- what the sheet Besluit says


def _regel(b: Bronnen, onderdeel: str) -> str:
    """A fact in one line; "" when nobody gave it."""
    delen = b.eigen.van_onderdeel(onderdeel)
    return naar(" ".join(delen[0].tekst.split()), [delen[0].tekst]) if delen else ""


def _teksten(b: Bronnen, *onderdelen: str) -> tuple[Opmaak, ...]:
    return tuple(Opmaak(deel.tekst) for onderdeel in onderdelen for deel in b.eigen.van_onderdeel(onderdeel))


def _punten(b: Bronnen, onderdeel: str) -> tuple[Punt, ...]:
    """Arguments in the order of their beslispunten, each with its number; what is about all of them comes first."""
    op_volgorde = sorted(b.eigen.van_onderdeel(onderdeel), key=lambda deel: deel.bij or 0)
    volgnummers: Counter[int] = Counter()
    punten = []
    for deel in op_volgorde:
        bij = int(deel.bij or 0)
        volgnummers[bij] += 1
        punten.append(Punt(f"{bij}.{volgnummers[bij]}" if bij else "", Opmaak(deel.tekst)))
    return tuple(punten)


# -- what the plan says


def _kaderzin(b: Bronnen) -> str:
    instellingen = b.kader.instellingen
    return (
        f"Het plan past in het {taal.kleine_letter(instellingen.kader_titel)} van {instellingen.lange_naam} "
        f"({instellingen.periode})."
    )


def _inzet(plan: Plan) -> tuple[Inzet, ...]:
    """Every speerpunt as the summary of the plan has it, with its area where the plan holds several."""
    return tuple(
        Inzet(
            naar(taal.zin(f"{gebied.naam}: {s.titel}" if plan.meerdere_gebieden else s.titel), [s.titel]), s.nu, s.doel
        )
        for gebied in plan.samenvatting.gebieden
        for s in gebied.speerpunten
    )


def _gesprekken(b: Bronnen) -> tuple[str, ...]:
    """How many conversations there were, and with whom; of many groups the largest, for the plan has them all."""
    alle = [gesprek for deel in b.delen for gesprek in deel.gesprekken]
    groepen = list(dict.fromkeys(gesprek.met_wie for gesprek in alle))
    if len(groepen) > _GROEPEN:
        grootste = sorted(alle, key=lambda gesprek: -(gesprek.aantal or 0))
        groepen = list(dict.fromkeys(gesprek.met_wie for gesprek in grootste))[:_GROEPEN]
        return (gesprekszin(b.gebied.naam, alle), f"We spraken bijvoorbeeld met: {'; '.join(groepen)}.")
    return (gesprekszin(b.gebied.naam, alle), *([f"We spraken met: {'; '.join(groepen)}."] if groepen else []))


def _geld(plan: Plan, b: Bronnen) -> Geld:
    posten = [post for data in b.alle() for post in data.middelen]
    uitleg = _teksten(b, "Financiën")
    if plan.middelen and any(post.bedrag is not None for post in posten):
        return Geld(middelen.tabel(b, ook_deels=True), (), uitleg)
    return Geld(None, tuple(_onbekend(post) for post in posten), uitleg)


def _onbekend(post: Geldpost) -> str:
    dekking = f" {taal.zin(post.dekking)}" if post.dekking else ""
    return naar(f"{post.post} ({post.jaar}): {tabellen.bedrag(post.bedrag)}.{dekking}", [post.post])


# -- what goes with it


def _van_plan(plan: Plan, formaat: str) -> Bijlage:
    return _bijlage(plan.voorblad.titel, "gebiedsplan", plan, formaat)


def _bijlage(titel: str, soort: str, plan: Plan, formaat: str) -> Bijlage:
    return Bijlage(titel, f"{stam(soort, plan.slug, plan.jaar)}{formaat}")


def _brief(plan: Plan, b: Bronnen, formaat: str) -> Brief:
    raad = replace(RAAD, plaats=b.kader.gemeente(b.gebied).naam)
    regels = [
        ("Aan", taal.hoofdletter(raad.geadresseerde)),
        ("Onderwerp", _regel(b, "Onderwerp")),
        ("Zaaknummer", b.eigen.kop.zaaknummer),
        ("Portefeuillehouder", b.eigen.kop.portefeuillehouder),
        ("Contact", _regel(b, "Contact raadsinformatiebrief")),
        ("Datum", _vergadering(b)),
        ("Status", _status(b)),
    ]
    titels = tuple(inzet.titel for inzet in _inzet(plan))
    woord = taal.meervoud(len(titels), "speerpunt", "speerpunten")
    return Brief(
        voorblad=_voorblad(f"Raadsinformatiebrief gebiedsplan {plan.naam} {plan.jaar}", b, regels),
        kennisnemen=f"Het gebiedsplan {plan.naam} {plan.jaar}, met {taal.telwoord(len(titels))} {woord}.",
        inleiding=_teksten(b, "Aanleiding"),
        kernboodschap=_teksten(b, "Kernboodschap raadsinformatiebrief"),
        speerpunten=titels,
        vervolg=_teksten(b, "Uitvoering", "Evaluatie"),
        bijlagen=(_van_plan(plan, formaat),),
    )


def _besluitenlijst(b: Bronnen, wie: Bestuur) -> Besluitenlijst:
    besloten = b.eigen.kop.status == "vastgesteld"
    return Besluitenlijst(
        bestuur=taal.hoofdletter(wie.geadresseerde),
        datum=_vergadering(b) or LEEG,
        zaaknummer=b.eigen.kop.zaaknummer or LEEG,
        onderwerp=_regel(b, "Onderwerp") or LEEG,
        besloten=besloten,
        # After "heeft besloten" only one form makes a sentence.
        beslispunten=beslispunten(b, "te" if besloten else b.kader.besluit.vorm),
    )
