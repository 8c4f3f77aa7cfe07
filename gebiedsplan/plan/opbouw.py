"""Put a plan together: the same parts in the same order for every area."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Doel, Gebiedsdata
from gebiedsplan.gebied.model import Gesprek as GesprekData
from gebiedsplan.gebied.model import Speerpunt as SpeerpuntData
from gebiedsplan.kader.model import Blok as KaderBlok
from gebiedsplan.kader.model import Gebied, Indicator, Kader, Thema
from gebiedsplan.plan import grafieken, model, schrijfwijze, tabellen, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.grafiek import Grafiek, Kernbeeld
from gebiedsplan.plan.model import Opmaak


@dataclass(frozen=True, slots=True)
class Bronnen:
    """All a plan is made from: the area's own workbook, those of its parts, and those of last year, by slug."""

    kader: Kader
    gebied: Gebied
    eigen: Gebiedsdata
    delen: tuple[Gebiedsdata, ...]
    vorige: Mapping[str, Gebiedsdata]
    cijfers: Cijfers

    def alle(self) -> tuple[Gebiedsdata, ...]:
        """The own workbook first, then those of the parts; each once."""
        return tuple({d.slug: d for d in (self.eigen, *self.delen)}.values())

    def naam(self, slug: str) -> str:
        """The name of an area."""
        return self.kader.gebied(slug).naam


def plan(b: Bronnen) -> model.Plan:
    """The plan of an area: everything a template may see."""
    beeld = Beeld(b.kader, b.cijfers, b.gebied)
    meerdere = len(b.delen) > 1
    kernbeelden = [k for r in (beeld.eigen, *beeld.delen) if (k := grafieken.kernbeeld(beeld, r))]
    hoofdbeeld = kernbeelden[0] if kernbeelden and kernbeelden[0].eigen_naam == beeld.eigen.naam else None
    blokken = tuple(_blok(b, beeld, blok) for blok in b.kader.blokken)
    bevolking = _bevolking(beeld)
    return model.Plan(
        slug=b.gebied.slug,
        naam=b.gebied.naam,
        jaar=b.eigen.kop.planjaar,
        vorig_jaar=b.eigen.kop.planjaar - 1,
        volgend_jaar=b.eigen.kop.planjaar + 1,
        gebied=b.gebied,
        kader=b.kader,
        voorblad=_voorblad(b, beeld),
        meerdere_gebieden=meerdere,
        gebiedsnamen=tuple(b.naam(d.slug) for d in b.delen),
        bestuur=b.kader.gemeente(b.gebied).bestuur,
        voorbeeld=_voorbeeldzin(b, beeld),
        grens=_grens(b.kader),
        samenvatting=_samenvatting(b, beeld, hoofdbeeld),
        themas=_gekozen_themas(b),
        terugblik=tuple(_terugblik(b, d) for d in b.delen),
        kernbeeldtabel=tabellen.van_kernbeeld(kernbeelden, beeld),
        bevolking=bevolking,
        blokken=blokken,
        gesprekken=tuple(_gesprekken(b, d) for d in b.delen),
        casussen=tuple(model.Casus(c.titel, Opmaak(c.tekst)) for d in b.alle() for c in d.casussen),
        gebieden=tuple(_gebied(b, beeld, d) for d in b.delen),
        partners=tabellen.van_partners([p for d in b.alle() for p in d.partners], _herkomst(b, "partners")),
        aanbod=tabellen.van_aanbod([a for d in b.alle() for a in d.aanbod], b.kader, _herkomst(b, "aanbod")),
        middelen=tabellen.van_middelen([p for d in b.alle() for p in d.middelen], _herkomst(b, "middelen")),
        risicos=tabellen.van_risicos([r for d in b.alle() for r in d.risicos], _herkomst(b, "risicos")),
        inleiding=_teksten(b.eigen, "Inleiding"),
        totstandkoming=_teksten(b.eigen, "Totstandkoming"),
        volgen=_teksten(b.eigen, "Volgen en bijstellen"),
        bijlagen=_bijlagen(beeld, blokken, bevolking),
    )


def _voorblad(b: Bronnen, beeld: Beeld) -> model.Voorblad:
    kop = b.eigen.kop
    regels = [
        ("Status", taal.hoofdletter(kop.status)),
        ("Versie", kop.versie),
        ("Datum", taal.datum(kop.datum)),
        ("Opgesteld door", kop.opsteller),
        ("Portefeuillehouder", kop.portefeuillehouder),
        ("Zaaknummer", kop.zaaknummer),
        ("Besluit door", _bestuur(b)),
        ("Let op", _voorbeeldzin(b, beeld)),
        ("Kader", f"{b.kader.instellingen.kader_titel}, {b.kader.instellingen.periode}"),
    ]
    delen = taal.opsomming([b.naam(d.slug) for d in b.delen]) if len(b.delen) > 1 else ""
    return model.Voorblad(
        titel=f"Gebiedsplan {b.gebied.naam} {kop.planjaar}",
        ondertitel=f"Met {delen}" if delen else b.kader.instellingen.lange_naam,
        opsteller=kop.opsteller,
        datum=kop.datum.isoformat(),
        datum_lang=taal.datum(kop.datum),
        status=kop.status,
        versie=kop.versie,
        regels=tuple((label, waarde) for label, waarde in regels if waarde),
    )


def _bestuur(b: Bronnen) -> str:
    gemeente = b.kader.gemeente(b.gebied)
    return f"{taal.hoofdletter(gemeente.bestuur)} van {gemeente.naam}" if gemeente.bestuur else ""


def _samenvatting(b: Bronnen, beeld: Beeld, kernbeeld: Kernbeeld | None) -> model.Samenvatting:
    rijen = [rij for groep in kernbeeld.groepen for rij in groep.rijen] if kernbeeld else []
    return model.Samenvatting(
        zin=b.eigen.kop.typering,
        kernbeeld=kernbeeld,
        gebieden=tuple(
            model.GebiedKort(b.naam(d.slug), tuple(_kort(b, beeld, d, s) for s in d.speerpunten)) for d in b.delen
        ),
        goed=zinnen.wat_goed_gaat(rijen, b.kader.instellingen.de_samenwerking),
        goed_tekst=_teksten(b.eigen, "Wat goed gaat"),
        gevraagd=b.eigen.beslispunten,
    )


def _kort(b: Bronnen, beeld: Beeld, data: Gebiedsdata, speerpunt: SpeerpuntData) -> model.SpeerpuntKort:
    doelen = [d for d in data.doelen if d.speerpunt == speerpunt.code]
    doel = next((d for d in doelen if d.indicator), doelen[0] if doelen else None)
    nu, streven = "", ""
    if doel:
        decimalen = b.kader.indicator(doel.indicator).decimalen if doel.indicator else 0
        nu = _stand_van_doel(b, beeld, data, doel)
        streven = tabellen.streefwaarde(doel, decimalen)
    return model.SpeerpuntKort(anker(data.slug, speerpunt.code), speerpunt.titel, nu, streven)


def _stand_van_doel(b: Bronnen, beeld: Beeld, data: Gebiedsdata, doel: Doel) -> str:
    """Where a goal stands now: the newest figure of the area beside the samenwerking, or its nulmeting."""
    if not doel.indicator:
        return f"{doel.naam}: {tabellen.stand(doel, 0)}."
    indicator = b.kader.indicator(doel.indicator)
    meting = b.cijfers.laatste(indicator.id, data.slug)
    if meting is None or meting.waarde is None:
        return f"{indicator.naam}: {tabellen.stand(doel, indicator.decimalen)}."
    samen = beeld.van_jaar(indicator, beeld.samenwerking, meting.jaar)
    naast = f" ({beeld.samenwerking.naam} {schrijfwijze.voluit(samen, indicator)})" if samen else ""
    return f"{indicator.naam}: {schrijfwijze.voluit(meting, indicator)}{naast}."


def _gekozen_themas(b: Bronnen) -> tuple[Thema, ...]:
    gekozen = {thema for d in b.delen for s in d.speerpunten for thema in s.themas}
    return tuple(t for t in b.kader.themas if t.id in gekozen)


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
        return (f"Hoeveel inwoners {beeld.eigen.naam} telt, is niet ingevuld.",)
    laatste = tellingen[-1]
    regels = [f"{beeld.eigen.naam} telt {taal.getal(laatste.totaal or 0)} inwoners ({laatste.jaar})."]
    if len(tellingen) > 1:
        regels.append(f"In {tellingen[0].jaar} waren het er {taal.getal(tellingen[0].totaal or 0)}.")
    return tuple(regels)


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
        gekozen.append(model.GrafiekMetZin(trend, () if gekozen else zin))
    return tuple(gekozen)


def _gesprekken(b: Bronnen, data: Gebiedsdata) -> model.Gesprekken:
    titels = {s.code: s.titel for s in data.speerpunten}
    gesprekken = sorted(data.gesprekken, key=lambda g: g.datum)
    return model.Gesprekken(
        gebied=b.naam(data.slug),
        zin=_gesprekszin(b.naam(data.slug), gesprekken),
        rijen=tuple(
            model.Gesprek(
                naam=_wie(g),
                punten=g.meegegeven,
                antwoord=g.gedaan or "Nog geen antwoord.",
                speerpunten=tuple((titels[c], anker(data.slug, c)) for c in g.speerpunten if c in titels),
            )
            for g in gesprekken
        ),
    )


def _wie(gesprek: GesprekData) -> str:
    aantal = f", {taal.getal(gesprek.aantal)} deelnemers" if gesprek.aantal else ""
    return f"{gesprek.met_wie} ({taal.kleine_letter(gesprek.vorm)}, {taal.datum(gesprek.datum)}{aantal})"


def _gesprekszin(naam: str, gesprekken: Sequence[GesprekData]) -> str:
    if not gesprekken:
        return f"In {naam} zijn dit jaar nog geen gesprekken vastgelegd."
    aantal = len(gesprekken)
    deelnemers = sum(g.aantal or 0 for g in gesprekken)
    met = f" met samen {taal.getal(deelnemers)} deelnemers" if deelnemers else ""
    woord = taal.meervoud(aantal, "gesprek", "gesprekken")
    return f"In {naam} {taal.meervoud(aantal, 'was er', 'waren er')} {taal.telwoord(aantal)} {woord}{met}."


def _gebied(b: Bronnen, beeld: Beeld, data: Gebiedsdata) -> model.GebiedDeel:
    regio = Regio(data.slug, b.naam(data.slug))
    return model.GebiedDeel(
        slug=data.slug,
        naam=regio.naam,
        typering=data.kop.typering,
        kernbeeld=grafieken.kernbeeld(beeld, regio) if regio != beeld.eigen else None,
        speerpunten=tuple(_speerpunt(b, beeld, data, s) for s in data.speerpunten),
        inclusie=_teksten(data, "Inclusie"),
    )


def _speerpunt(b: Bronnen, beeld: Beeld, data: Gebiedsdata, s: SpeerpuntData) -> model.Speerpunt:
    id_ = anker(data.slug, s.code)
    doelen = [d for d in data.doelen if d.speerpunt == s.code]
    acties = [a for a in data.acties if a.speerpunt == s.code]
    regio = Regio(data.slug, b.naam(data.slug))
    indicatoren = dict.fromkeys(d.indicator for d in doelen if d.indicator)
    leeg = []
    if not doelen:
        leeg.append("Er is nog geen doel met een cijfer.")
    if not acties:
        leeg.append("Er zijn nog geen acties afgesproken.")
    return model.Speerpunt(
        id=id_,
        titel=s.titel,
        opgave=s.opgave,
        cijfers=tuple(" ".join(zinnen.tegen_referentie(beeld, b.kader.indicator(i), regio)) for i in indicatoren),
        stemmen=tuple(f"{_wie(g)}: {g.meegegeven}" for g in data.gesprekken if s.code in g.speerpunten),
        kenmerken=_kenmerken(b.kader, s),
        doelen=tabellen.van_doelen(doelen, id_, s.titel, b.kader) if doelen else None,
        acties=tabellen.van_acties(acties, id_, s.titel, b.kader) if acties else None,
        leeg=tuple(leeg),
    )


def _kenmerken(kader: Kader, s: SpeerpuntData) -> tuple[tuple[str, str], ...]:
    hoofdopgave, bouwsteen = next((h, x) for h in kader.hoofdopgaven for x in h.bouwstenen if x.id == s.bouwsteen)
    namen = {k.id: k.naam for k in (*kader.doelgroepen, *kader.pijlers, *kader.dimensies)}
    themas = {t.id: t.naam for t in kader.themas}
    kenmerken = [
        ("Doel", s.doel),
        ("Doelgroep", "; ".join(namen[d] for d in s.doelgroepen)),
        ("Thema", "; ".join(themas[t] for t in s.themas)),
        ("Bouwsteen", f"{bouwsteen.naam} ({hoofdopgave.naam})"),
        ("Pijlers", "; ".join(namen[p] for p in s.pijlers)),
        ("Positieve gezondheid", "; ".join(namen[d] for d in s.dimensies)),
        ("Aanpak", s.aanpak),
        ("Rol van de gemeente", bouwsteen.rol_gemeente),
        ("Inzet sociaal team", s.inzet),
        ("Aanbod en subsidie", s.accent),
    ]
    return tuple((label, taal.zin(tekst)) for label, tekst in kenmerken if tekst)


def _grens(kader: Kader) -> str:
    """From which difference a figure stands out: "1,5 procentpunt"."""
    return f"{taal.getal(kader.instellingen.duidelijk_verschil.get('procent', 0.0), 1)} procentpunt"


def _teksten(data: Gebiedsdata, onderdeel: str) -> tuple[Opmaak, ...]:
    return tuple(Opmaak(tekst) for waar, tekst in data.teksten if waar == onderdeel and tekst)


def _herkomst(b: Bronnen, veld: str) -> tuple[str, ...]:
    """The name of the area beside every row of a sheet, over all workbooks of the plan."""
    return tuple(b.naam(d.slug) for d in b.alle() for _ in getattr(d, veld))


def _voorbeeldzin(b: Bronnen, beeld: Beeld) -> str:
    """Which figures are made up; "" when none is."""
    namen = dict.fromkeys(
        indicator.naam
        for indicator in b.kader.indicatoren
        for regio in beeld.naast_elkaar()
        if (jaar := beeld.jaar(indicator)) and (meting := beeld.van_jaar(indicator, regio, jaar)) and meting.voorbeeld
    )
    return f"Dit plan bevat verzonnen cijfers: {taal.opsomming([f'‘{n}’' for n in namen])}." if namen else ""


def _bijlagen(beeld: Beeld, blokken: Sequence[model.Blok], bevolking: model.Bevolking) -> model.Bijlagen:
    getoond: list[Grafiek | None] = [bevolking.grafiek, *(g.grafiek for blok in blokken for g in blok.grafieken)]
    tabellen_ = [bevolking.tabel, *(t for blok in blokken for t in (blok.tabel, blok.wijken))]
    teksten = {cel for t in tabellen_ if t for rij in t.rijen for cel in rij}
    teksten |= {cel for g in getoond if g for rij in g.basis.raster.rijen for cel in rij}
    bronregels = " ".join([*(t.bron for t in tabellen_ if t), *(g.basis.bron for g in getoond if g)])
    tekens = tuple(
        (teken, uitleg)
        for teken, uitleg in schrijfwijze.UITLEG.items()
        if teken in teksten or any(tekst.endswith(f"({teken})") for tekst in teksten) or teken in bronregels
    )
    return model.Bijlagen(tabellen.van_bronnen(beeld), tekens)


def anker(slug: str, code: str) -> str:
    """The stable id of a speerpunt: "speerpunt-heiloo-s1"."""
    return f"speerpunt-{slug}-{re.sub(r'[^a-z0-9]+', '-', code.casefold()).strip('-')}"
