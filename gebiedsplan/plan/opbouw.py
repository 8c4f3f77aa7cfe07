"""Put a plan together: the same parts in the same order for every area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Blok as KaderBlok
from gebiedsplan.kader.model import Indicator, Kader, Thema
from gebiedsplan.plan import (
    besluit,
    bogen,
    businesscase,
    doelen,
    eigen,
    grafieken,
    kpis,
    middelen,
    model,
    signalen,
    speerpunten,
    tabellen,
    tekens,
    toetsing,
    verantwoording,
    zinnen,
)
from gebiedsplan.plan.beeld import Beeld
from gebiedsplan.plan.bronnen import Bronnen, teksten
from gebiedsplan.plan.gesprekken import gesprekken
from gebiedsplan.plan.grafiek import Kernbeeld
from gebiedsplan.plan.model import Opmaak
from gebiedsplan.plan.opgaven import opgaven
from gebiedsplan.plan.voorstel import IN_HET_KORT, cijferbestand, stam


def plan(b: Bronnen) -> model.Plan:
    """The plan of an area: everything a template may see."""
    beeld = Beeld(b.kader, b.cijfers, b.gebied)
    meerdere = len(b.delen) > 1
    kernbeelden = {r.sleutel: k for r in (beeld.eigen, *beeld.delen) if (k := grafieken.kernbeeld(beeld, r))}
    blokken = tuple(_blok(b, beeld, blok) for blok in b.kader.blokken)
    bevolking = _bevolking(beeld)
    preventie = businesscase.preventie(businesscase.rekeningen(b), b.gebied.naam)
    voorbeeld = _voorbeeldzin(b, beeld, preventie)
    gemaakt = model.Plan(
        slug=b.gebied.slug,
        naam=b.gebied.naam,
        jaar=b.eigen.kop.planjaar,
        vorig_jaar=b.eigen.kop.planjaar - 1,
        volgend_jaar=b.eigen.kop.planjaar + 1,
        kader=b.kader,
        voorblad=_voorblad(b, beeld, voorbeeld),
        meerdere_gebieden=meerdere,
        gebiedsnamen=tuple(b.naam(d.slug) for d in b.delen if not (meerdere and d is b.eigen)),
        bestuur=besluit.bestuur(b).naam,
        voorbeeld=voorbeeld,
        grens=_grens(b.kader),
        samenvatting=_samenvatting(b, beeld, kernbeelden.get(beeld.eigen.sleutel)),
        opgaven=opgaven(b.kader),
        themas=_gekozen_themas(b),
        aantal_speerpunten=_aantal_speerpunten(b.kader),
        terugblik=tuple(_terugblik(b, d) for d in b.delen),
        kernbeeldtabel=tabellen.van_kernbeeld(kernbeelden.values(), beeld),
        veranderingen=verantwoording.van_veranderingen(beeld),
        bevolking=bevolking,
        blokken=blokken,
        gesprekken=tuple(gesprekken(b, d) for d in b.delen),
        casussen=tuple(model.Casus(c.titel, Opmaak(c.tekst)) for d in b.alle() for c in d.casussen),
        gebieden=tuple(speerpunten.gebied_deel(b, beeld, d, kernbeelden.get(d.slug)) for d in b.delen),
        inclusie=teksten(b.eigen, "Inclusie") if meerdere else (),
        partners=tabellen.van_partners([p for d in b.alle() for p in d.partners], _herkomst(b, "partners")),
        aanbod=tabellen.van_aanbod([a for d in b.alle() for a in d.aanbod], b.kader, _herkomst(b, "aanbod")),
        middelen=middelen.tabel(b),
        middelenzinnen=middelen.zinnen(b),
        preventie=preventie,
        risicos=tabellen.van_risicos([r for d in b.alle() for r in d.risicos], _herkomst(b, "risicos")),
        inleiding=teksten(b.eigen, "Inleiding"),
        totstandkoming=teksten(b.eigen, "Totstandkoming"),
        volgen=teksten(b.eigen, "Volgen en bijstellen"),
        kpis=kpis.kpis(beeld),
        bijlagen=_bijlagen(b, beeld),
        cijferbestand=cijferbestand(b.gebied.slug, b.eigen.kop.planjaar),
        in_het_kort=f"{stam(IN_HET_KORT, b.gebied.slug, b.eigen.kop.planjaar)}.html",
        velden=eigen.velden(b),
        eigen_teksten=eigen.eigen_teksten(b.kader, b.eigen),
        eigen=eigen.bladen(b),
        bogen=bogen.bogen(b.kader),
    )
    ook = (gemaakt.bijlagen.bronnen, gemaakt.bijlagen.toetsen)
    woorden = tekens.gebruikt((*gemaakt.cijfertabellen(), *ook), gemaakt.grafieken())
    return replace(gemaakt, bijlagen=replace(gemaakt.bijlagen, tekens=woorden))


def _voorblad(b: Bronnen, beeld: Beeld, voorbeeld: str) -> model.Voorblad:
    kop = b.eigen.kop
    regels = [
        ("Let op", voorbeeld),
        ("Datum", uit(taal.datum(kop.datum), kop.plekken.get("Datum"))),
        ("Opgesteld door", kop.opsteller),
        ("Portefeuillehouder", kop.portefeuillehouder),
        ("Zaaknummer", kop.zaaknummer),
        ("Besluit door", besluit.bestuur(b).met_plaats),
        ("Kader", f"{b.kader.instellingen.kader_titel}, {b.kader.instellingen.periode}"),
    ]
    return model.Voorblad(
        titel=f"Gebiedsplan {b.gebied.naam} {kop.planjaar}",
        ondertitel=_ondertitel(beeld),
        opsteller=kop.opsteller,
        datum=kop.datum.isoformat(),
        status=kop.status,
        versie=kop.versie,
        regels=tuple((label, waarde) for label, waarde in regels if waarde),
    )


def _ondertitel(beeld: Beeld) -> str:
    """Which areas the plan holds, or which gemeente the area lies in."""
    if beeld.delen:
        return f"Met {taal.opsomming([deel.naam for deel in beeld.delen])}"
    return f"Gemeente {beeld.gemeente.naam}" if beeld.gemeente else "Sociaal domein"


def _samenvatting(b: Bronnen, beeld: Beeld, kernbeeld: Kernbeeld | None) -> model.Samenvatting:
    lijsten = signalen.signalen(beeld, beeld.eigen)
    return model.Samenvatting(
        zin=b.eigen.kop.typering,
        kernbeeld=kernbeeld,
        gebieden=tuple(
            model.GebiedKort(b.naam(d.slug), tuple(speerpunten.kort(b, beeld, d, s) for s in d.speerpunten))
            for d in b.delen
        ),
        signalen=lijsten,
        niets_vergeleken=signalen.niets_vergeleken(beeld, beeld.eigen),
        over_toetsen=signalen.over_toetsen(lijsten),
        goed_tekst=teksten(b.eigen, "Wat goed gaat"),
        gevraagd=besluit.beslispunten(b, b.kader.besluit.vorm),
    )


def _gekozen_themas(b: Bronnen) -> tuple[Thema, ...]:
    gekozen = {thema for d in b.delen for s in d.speerpunten for thema in s.themas}
    return tuple(t for t in b.kader.themas if t.id in gekozen)


def _aantal_speerpunten(kader: Kader) -> str:
    """How many speerpunten come of it: "twee tot drie speerpunten per gebied"."""
    van, tot = (taal.telwoord(n) for n in (kader.instellingen.speerpunten_min, kader.instellingen.speerpunten_max))
    woord = taal.meervoud(kader.instellingen.speerpunten_max, "speerpunt", "speerpunten")
    per = " per gebied" if len(kader.gebieden) > 1 else ""
    return f"{van if van == tot else f'{van} tot {tot}'} {woord}{per}"


def _terugblik(b: Bronnen, data: Gebiedsdata) -> model.Terugblik:
    naam, vorige = b.naam(data.slug), b.vorige.get(data.slug)
    if data.terugblik:
        return model.Terugblik(naam, tabellen.van_terugblik(data.terugblik, vorige, data.slug, naam), "")
    leeg = (
        f"De speerpunten van {data.kop.planjaar - 1} zijn nog niet geëvalueerd."
        if vorige
        else f"Dit is het eerste gebiedsplan voor {naam}. Er zijn dus nog geen speerpunten om op terug te kijken."
    )
    return model.Terugblik(naam, None, leeg)


def _bevolking(beeld: Beeld) -> model.Bevolking:
    return model.Bevolking(_bevolkingszinnen(beeld), grafieken.leeftijdsopbouw(beeld), tabellen.van_bevolking(beeld))


def _bevolkingszinnen(beeld: Beeld) -> tuple[str, ...]:
    tellingen = [o for o in beeld.cijfers.bevolking.get(beeld.eigen.sleutel, ()) if o.totaal is not None]
    if not tellingen:
        laatste = beeld.cijfers.opbouw(beeld.eigen.sleutel)
        waarom = f"staat er niet: {laatste.reden.value}" if laatste and laatste.reden else "is niet ingevuld"
        return (f"Hoeveel inwoners {beeld.eigen.naam} telt, {waarom}.",)
    nieuwste = tellingen[-1]
    regels = [f"{beeld.eigen.naam} telt {taal.getal(nieuwste.totaal or 0)} inwoners ({nieuwste.jaar})."]
    if len(tellingen) > 1:
        regels.append(f"In {tellingen[0].jaar} waren het er {taal.getal(tellingen[0].totaal or 0)}.")
    return tuple(uit(regel, nieuwste.plek) for regel in regels)


def _blok(b: Bronnen, beeld: Beeld, blok: KaderBlok) -> model.Blok:
    indicatoren = [i for i in b.kader.indicatoren if i.blok == blok.id]
    ids = {i.id for i in indicatoren}
    regios = (beeld.eigen, *beeld.delen)
    metingen = [m for i in indicatoren for r in regios if (m := beeld.laatste(i, r))]
    return model.Blok(
        id=blok.id,
        naam=blok.naam,
        uitleg=blok.uitleg,
        leeg=_waarom_leeg(blok, beeld, bool(metingen), any(m.waarde is not None for m in metingen)),
        grafieken=tuple(chain.from_iterable(_grafieken(beeld, i) for i in indicatoren)),
        duidingen=tuple(
            model.Duiding(b.kader.indicator(d.indicator).naam, b.naam(data.slug), d.tekst)
            for data in b.delen
            for d in data.duidingen
            if d.indicator in ids
        ),
        tabel=tabellen.van_blok(beeld, blok) if metingen else None,
        wijken=tabellen.van_wijken(beeld, blok),
        teksten=tuple(tekst for data in b.alle() for tekst in teksten(data, blok.naam)),
    )


def _waarom_leeg(blok: KaderBlok, beeld: Beeld, rijen: bool, waarden: bool) -> str:
    if waarden:
        return ""
    if not rijen and blok.uitleg_leeg:
        return blok.uitleg_leeg
    return f"Voor {beeld.eigen.naam} als geheel zijn er nog geen cijfers gepubliceerd. In de tabel staat waarom."


def _grafieken(beeld: Beeld, indicator: Indicator) -> tuple[model.GrafiekMetZin, ...]:
    gekozen: list[model.GrafiekMetZin] = []
    zin = tuple(zinnen.tegen_referentie(beeld, indicator, beeld.eigen))
    if indicator.vergelijking and (vergelijking := grafieken.vergelijking(beeld, indicator)):
        gekozen.append(model.GrafiekMetZin(vergelijking, zin))
    if indicator.trend and (trend := grafieken.trend(beeld, indicator)):
        anders = zinnen.verandering(beeld, indicator, beeld.eigen)
        onder = zinnen.breuken(beeld, indicator, beeld.naast_elkaar())
        gekozen.append(model.GrafiekMetZin(trend, anders if gekozen else (*zin, *anders), onder))
    return tuple(gekozen)


def _grens(kader: Kader) -> str:
    """From which difference a figure stands out: "1,5 procentpunt"."""
    return f"{taal.getal(kader.instellingen.duidelijk_verschil.get('procent', 0.0), 1)} procentpunt"


def _herkomst(b: Bronnen, veld: str) -> tuple[str, ...]:
    """The name of the area beside every row of a sheet, over all workbooks of the plan."""
    return tuple(b.naam(d.slug) for d in b.alle() for _ in getattr(d, veld))


def _voorbeeldzin(b: Bronnen, beeld: Beeld, preventie: model.Preventie | None) -> str:
    """Which figures are made up; "" when none is."""
    namen = [i.naam for i in b.kader.indicatoren if any(m.voorbeeld for m in _getoond(beeld, i))]
    namen += ["Wat levert preventie op?"] if preventie and preventie.voorbeeld else []
    return f"Dit plan bevat verzonnen cijfers: {taal.opsomming([f'‘{n}’' for n in namen])}." if namen else ""


def _getoond(beeld: Beeld, indicator: Indicator) -> Iterator[Meting]:
    """Every figure that a table or chart of the plan shows, also those of other areas and of earlier years."""
    jaar, regios = beeld.jaar(indicator), beeld.naast_elkaar()
    if indicator.vergelijking and grafieken.vergelijking(beeld, indicator):
        regios = (*regios, *beeld.alle_gebieden)
    met_jaren = indicator.trend and grafieken.trend(beeld, indicator)
    if verandering := beeld.veranderingen(beeld.eigen).get(indicator.id):
        yield from (verandering.eerste, verandering.laatste)
    for regio in regios:
        reeks = beeld.cijfers.reeks(indicator.id, regio.sleutel)
        yield from (meting for meting in reeks if met_jaren or meting.jaar == jaar)
    for wijk in (wijk for deel in beeld.kader.delen(beeld.gebied) for wijk in deel.wijken):
        yield from beeld.cijfers.reeks(indicator.id, wijk.code)[-1:]


def _bijlagen(b: Bronnen, beeld: Beeld) -> model.Bijlagen:
    """The appendices but the words for missing figures, which are those that the plan turns out to use."""
    van_doelen = [g.koers for data in b.delen for s in data.speerpunten for g in doelen.gevolgd(b, data, s.code)]
    return model.Bijlagen(
        bronnen=verantwoording.van_bronnen(beeld, b.eigen.kop.planjaar),
        tekens=(),
        koersen=doelen.uitleg([*van_doelen, *kpis.koersen(beeld)]),
        toetsing=signalen.over_regels(beeld, beeld.eigen),
        toetsen=toetsing.van_toetsen(beeld),
    )
