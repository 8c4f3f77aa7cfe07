"""Put the comparison together: the first page, the figures block by block, what the areas do, the KPI's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gebiedsplan import taal
from gebiedsplan.cijfers.koers import Koers
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.kader.model import Kader, Kpi
from gebiedsplan.plan import doelen, kpis, schrijfwijze, tekens
from gebiedsplan.plan.beeld import Omgeving, Regio
from gebiedsplan.plan.model import Kolomkop, Tabel, Voorblad
from gebiedsplan.plan.signalen import grenzen
from gebiedsplan.vergelijking import cijferdelen, inzet, kort
from gebiedsplan.vergelijking.model import Bron, Vergelijking
from gebiedsplan.vergelijking.naast import GENOEG, Naast, naast_elkaar

SLUG = "vergelijking"
_KPIS_NAAST_ELKAAR = 4


def vergelijking(b: Bron) -> Vergelijking:
    """All areas side by side: everything a template may see."""
    omgeving = Omgeving(b.kader, b.cijfers)
    alle, werk = naast_elkaar(omgeving), inzet.inzet(b)
    blokken = tuple(cijferdelen.blok(omgeving, blok, alle) for blok in b.kader.blokken)
    stuk = Vergelijking(
        slug=SLUG,
        voorblad=_voorblad(b),
        zin=_zin(werk),
        lijsten=(kort.verschillen(omgeving, alle), kort.leren(alle, werk)),
        stand=inzet.stand(b, werk),
        over=tuple(_over(b)),
        voorbeeld=_voorbeeld(omgeving, alle),
        de_samenwerking=b.kader.instellingen.de_samenwerking,
        woorden=b.kader.woorden,
        blokken=blokken,
        themas=inzet.per_thema(b, werk),
        speerpunten=inzet.speerpunten(b, werk),
        doelgroepen=inzet.per_doelgroep(b, werk),
        kpizinnen=kpis.over(b.kader),
        kpis=tuple(_kpitabellen(omgeving)),
        toetsing=_toetsing(alle, b.kader),
        koersen=doelen.uitleg([*inzet.koersen(werk), *_van_kpis(omgeving)]),
        tekens=(),
    )
    return replace(stuk, tekens=tekens.gebruikt(stuk.cijfertabellen(), stuk.grafieken(), _losse_woorden(stuk)))


def _voorblad(b: Bron) -> Voorblad:
    afspraken, koppen = b.kader.instellingen, [data.kop for data in b.data.values()]
    dagen = sorted(kop.datum for kop in koppen)
    van, tot = taal.datum(dagen[0]), taal.datum(dagen[-1])
    standen = Counter(kop.status for kop in koppen)
    return Voorblad(
        titel=f"Alle gebieden van {afspraken.de_samenwerking} naast elkaar, {b.jaar}",
        ondertitel=afspraken.lange_naam,
        opsteller=afspraken.samenwerking,
        datum=dagen[-1].isoformat(),
        status="",
        versie="",
        regels=(
            ("Planjaar", str(b.jaar)),
            ("De plannen", taal.opsomming([f"{aantal} {status}" for status, aantal in standen.items()])),
            ("Bijgewerkt", tot if van == tot else f"van {van} tot en met {tot}"),
            ("Kader", f"{afspraken.kader_titel}, {afspraken.periode}"),
        ),
    )


def _zin(werk: Sequence[inzet.Inzet]) -> str:
    """How much there is: "7 gebieden werken aan 20 speerpunten, met 48 acties en 33 doelen."."""
    gebieden = len({een.slug for een in werk})
    geteld = [
        (len(werk), "speerpunt", "speerpunten"),
        (sum(een.acties for een in werk), "actie", "acties"),
        (len(inzet.koersen(werk)), "doel", "doelen"),
    ]
    speerpunten, acties, gesteld = (f"{aantal} {taal.meervoud(aantal, een, meer)}" for aantal, een, meer in geteld)
    werken = f"{taal.telwoord(gebieden)} {taal.meervoud(gebieden, 'gebied werkt', 'gebieden werken')}"
    return f"{taal.hoofdletter(werken)} aan {speerpunten}, met {acties} en {gesteld}."


def _over(b: Bron) -> Iterator[str]:
    """Which areas are here with another plan, or without one, and why."""
    for gebied in b.kader.bladeren():
        if gebied.slug not in b.data:
            yield f"Waar {gebied.naam} aan werkt, staat hier niet: {b.redenen[gebied.slug]}."
        elif (jaar := b.data[gebied.slug].kop.planjaar) != b.jaar:
            yield f"{gebied.naam} heeft geen plan voor {b.jaar}. Hier staat het nieuwste: dat van {jaar}."


def _voorbeeld(omgeving: Omgeving, alle: Sequence[Naast]) -> str:
    """Which figures are made up; "" when none is."""
    namen = [f"‘{n.indicator.naam}’" for n in alle if any(m.voorbeeld for m in _getoond(omgeving, n))]
    return f"Dit stuk bevat verzonnen cijfers: {taal.opsomming(namen)}." if namen else ""


def _getoond(omgeving: Omgeving, naast: Naast) -> Iterator[Meting]:
    """Every figure of an indicator that is shown: of the year of its chart, and the newest."""
    yield from naast.bekend.values()
    yield from (m for regio in omgeving.alle_gebieden if (m := omgeving.laatste(naast.indicator, regio)))


# -- the KPI's


def _kpitabellen(omgeving: Omgeving) -> Iterator[Tabel]:
    """Every KPI in every area; a few beside each other, so that they fit on paper."""
    alle = omgeving.kader.kpis
    for begint in range(0, len(alle), _KPIS_NAAST_ELKAAR):
        yield _kpitabel(omgeving, alle[begint : begint + _KPIS_NAAST_ELKAAR], begint // _KPIS_NAAST_ELKAAR)


def _kpitabel(omgeving: Omgeving, gekozen: Sequence[Kpi], nummer: int) -> Tabel:
    kader, regios = omgeving.kader, (*omgeving.alle_gebieden, omgeving.samenwerking)
    metingen = [omgeving.laatste(kader.indicator(kpi.indicator), regio) for kpi in gekozen for regio in regios]
    rijen = [(regio.naam, *(_kpicel(omgeving, kpi, regio) for kpi in gekozen)) for regio in regios]
    if any(kpi.streefwaarde is not None for kpi in gekozen):
        doel = (kpis.streefwaarde(kpi, kader.indicator(kpi.indicator)) for kpi in gekozen)
        rijen.append(("Streefwaarde", *doel))
    return Tabel(
        id=f"tabel-kpis-{nummer + 1}",
        bijschrift=f"De bestuurlijke KPI’s: {taal.opsomming([taal.kleine_letter(kpi.naam) for kpi in gekozen])}",
        kop=(Kolomkop("Gebied"), *(Kolomkop(kpi.naam) for kpi in gekozen)),
        rijen=tuple(rijen),
        bron=schrijfwijze.bronregel([m for m in metingen if m]),
    )


def _kpicel(omgeving: Omgeving, kpi: Kpi, regio: Regio) -> str:
    nu = kpis.nu(omgeving, kpi, regio)
    if kpi.streefwaarde is None:
        return nu
    return f"{nu}; {doelen.oordeel(kpis.stand(omgeving, kpi, regio))}"


def _van_kpis(omgeving: Omgeving) -> Iterator[Koers]:
    """What is said of the KPI's that something was agreed on."""
    for kpi in omgeving.kader.kpis:
        if kpi.streefwaarde is not None:
            yield from (kpis.stand(omgeving, kpi, r) for r in (*omgeving.alle_gebieden, omgeving.samenwerking))


# -- the appendix


def _toetsing(alle: Sequence[Naast], kader: Kader) -> tuple[str, ...]:
    """How figures are compared here, with how many were tested."""
    de_samenwerking = kader.instellingen.de_samenwerking
    gevonden = [verschil for naast in alle for verschil in naast.anders.values()]
    getoetst = sum(verschil.getoetst for verschil in gevonden)
    return (
        "Per cijfer nemen we het nieuwste jaar dat ten minste de helft van de gebieden met dit cijfer heeft, en ten "
        f"minste {taal.telwoord(GENOEG)}. Van andere jaren staat alleen in woorden wat er is.",
        f"Een verschil met {de_samenwerking} is duidelijk vanaf {grenzen(kader)}.",
        "‘Hoger’ en ‘lager’ schrijven we alleen na een toets. Dan is het verschil waarschijnlijk geen toeval. ‘Niet "
        "aantoonbaar anders’ betekent: het kan toeval zijn. ‘Niet getoetst’ betekent: de gegevens voor een toets zijn "
        "er niet. De toets is dezelfde als in de gebiedsplannen.",
        f"Hier kijken we naar alle gebieden en alle cijfers tegelijk: {len(gevonden)} verschillen. Daarvan "
        f"{taal.meervoud(getoetst, 'is', 'zijn')} er {getoetst} getoetst. Wie naar veel cijfers tegelijk kijkt, vindt "
        "altijd wel een verschil. Daarom zijn de toetsen samen strenger (methode van Holm). De kans op een of meer "
        "fouten is hoogstens 5%. Een gebiedsplan kijkt naar één gebied. Daar kan dus ‘hoger’ staan waar hier ‘niet "
        "aantoonbaar anders’ staat.",
        f"Een gebied hoort zelf bij {de_samenwerking}. Bij een toets met aantallen telt het daar niet mee.",
        "Gebieden zijn niet onderling getoetst: een gebied dat bovenaan staat, kan door toeval bovenaan staan.",
        *kort.regels(de_samenwerking, kader.woorden.thema if kader.themas else None),
    )


def _losse_woorden(stuk: Vergelijking) -> Iterator[str]:
    """What sentences say of figures, and cells that say more than a figure."""
    yield from (cel for tabel in stuk.kpis for rij in tabel.rijen for cel in rij[1:])
    for blok in stuk.blokken:
        yield from (tekst for _, tekst in blok.weinig)
        yield from (zin for deel in blok.delen for zin in deel.onder)
