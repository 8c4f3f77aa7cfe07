"""The plan on one page, for inhabitants: the same facts in fewer words. What is left out is left out by rule.

Charts: the first figure of the goals of each speerpunt, the first speerpunt of every area before the second; after
those the lines of the summary. The first two that are known of the area are drawn: beside its earliest year, and the
country, which everybody knows, or else the samenwerking. Voices: of each speerpunt the
largest conversation about it, its first sentence. Actions: the first of each speerpunt. Where there are more
speerpunten than fit, an area has one voice, and its speerpunten only their titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from typing import TypeAlias

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.gebied.contact import weblink
from gebiedsplan.gebied.model import Aanbod, Actie, Gebiedsdata, Gesprek
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan import schrijfwijze, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.grafiek import Basis, Raster, Rol, Staaf, Staven
from gebiedsplan.plan.kortmodel import InHetKort, Inzet, Stem, Waarheen
from gebiedsplan.plan.model import Plan, Signalen
from gebiedsplan.plan.voorstel import GEBIEDSPLAN, stam

# What a chart sets side by side, each with the region it is of.
Metingen: TypeAlias = tuple[tuple[Regio, Meting], ...]

GRAFIEKEN = 2
MET_ACTIE = 3
AANBOD = 3


def in_het_kort(plan: Plan, b: Bronnen) -> InHetKort:
    """The page about ``plan``."""
    beeld = Beeld(b.kader, b.cijfers, b.gebied)
    getoond = tuple(_getoond(beeld, _indicatoren(b, plan.samenvatting.signalen)))[:GRAFIEKEN]
    alleen_titels = sum(len(d.speerpunten) for d in b.delen) > MET_ACTIE
    return InHetKort(
        naam=plan.naam,
        jaar=plan.jaar,
        voorblad=plan.voorblad,
        zin=plan.samenvatting.zin,
        let_op=tuple(dict.fromkeys(d.kop.let_op for d in b.alle() if d.kop.let_op)),
        grafieken=tuple(_grafiek(beeld, indicator, metingen) for indicator, metingen in getoond),
        over_cijfers=_over_cijfers(beeld, getoond),
        gesprekken=_gesprekken([g for d in b.delen for g in d.gesprekken]),
        stemmen=tuple(_stemmen(b, alleen_titels)),
        alleen_titels=alleen_titels,
        inzet=tuple(_titels(b) if alleen_titels else _acties(b)),
        waarheen=_waarheen(b),
        plan=plan.voorblad.titel,
        datum=taal.datum(b.eigen.kop.datum),
        webpagina=f"{stam(GEBIEDSPLAN, plan.slug, plan.jaar)}.html",
    )


# -- what we saw


def _indicatoren(b: Bronnen, signalen: Signalen) -> Iterator[Indicator]:
    """Every figure that matters, most telling first."""
    om_en_om = chain.from_iterable(zip_longest(*(_per_speerpunt(d) for d in b.delen)))
    uit_lijsten = (signaal.indicator for lijst in signalen.alle() for signaal in lijst)
    for id_ in dict.fromkeys(filter(None, (*om_en_om, *uit_lijsten))):
        yield b.kader.indicator(id_)


def _per_speerpunt(data: Gebiedsdata) -> Iterator[str]:
    """Of every speerpunt the first figure that is in the kader, "" when it has none."""
    for speerpunt in data.speerpunten:
        yield next((d.indicator for d in data.doelen if d.speerpunt == speerpunt.code and d.indicator), "")


def _getoond(beeld: Beeld, indicatoren: Iterable[Indicator]) -> Iterator[tuple[Indicator, Metingen]]:
    """Each figure that is known of the area, with its earliest year that can be compared, and what lies around it."""
    for indicator in indicatoren:
        eigen = beeld.laatste(indicator, beeld.eigen)
        if eigen is None or eigen.waarde is None:
            continue
        eerste = beeld.vergelijkbaar(indicator, beeld.eigen)[:1]
        van_zelf = [(beeld.eigen, meting) for meting in dict.fromkeys((*eerste, eigen))]
        rondom = (
            (beeld.land, beeld.van_jaar(indicator, beeld.land, eigen.jaar)),
            (beeld.samenwerking, beeld.gemiddelde_naast(indicator, beeld.eigen, eigen.jaar)),
        )
        yield indicator, (*van_zelf, *[(r, m) for r, m in rondom if m and m.waarde is not None][:1])


def _grafiek(beeld: Beeld, indicator: Indicator, metingen: Metingen) -> Staven:
    eigen = next(m for r, m in reversed(metingen) if r == beeld.eigen)
    staven = [(_staaf(indicator, r, m, "eigen" if m is eigen else "ander"), m) for r, m in metingen]
    teksten = [f"{staaf.label} {schrijfwijze.voluit(meting, indicator)}" for staaf, meting in staven]
    return Staven(
        basis=Basis(
            id=f"kort-{indicator.id}",
            titel=uit(f"{zinnen.stand(indicator, beeld.eigen, eigen)}.", eigen.plek),
            alt=zinnen.inkorten(f"Staafgrafiek. {indicator.naam}: {'; '.join(teksten)}."),
            bron=schrijfwijze.bronregel([meting for _, meting in metingen]),
            raster=Raster(
                ("Waar en wanneer", schrijfwijze.met_eenheid(indicator.naam, indicator.eenheid)),
                tuple((staaf.label, schrijfwijze.in_tabel(meting, indicator)) for staaf, meting in staven),
            ),
        ),
        eenheid=indicator.groep,
        staven=tuple(staaf for staaf, _ in staven),
        notatie=schrijfwijze.notatie(indicator),
    )


def _staaf(indicator: Indicator, regio: Regio, meting: Meting, rol: Rol) -> Staaf:
    return Staaf(
        label=f"{regio.naam} in {meting.jaar}",
        waarde=meting.waarde,
        tekst=schrijfwijze.kort(meting, indicator),
        rol=rol,
        onder=None,
        boven=None,
        voorbeeld=meting.voorbeeld,
    )


def _over_cijfers(beeld: Beeld, getoond: Sequence[tuple[Indicator, Metingen]]) -> str:
    """What must be known of the charts: whether they are estimates, and whether what differs was tested."""
    zinnen_ = []
    if any(m.status == schrijfwijze.SCHATTING for _, metingen in getoond for _, m in metingen):
        zinnen_.append("De cijfers zijn schattingen.")
    if not all(_getoetst(beeld, indicator) for indicator, _ in getoond):
        zinnen_.append("Een verschil kan toeval zijn.")
    return " ".join(zinnen_)


def _getoetst(beeld: Beeld, indicator: Indicator) -> bool:
    """Whether a test says that what the chart sets side by side does differ."""
    verschil = beeld.verschillen(beeld.eigen).get(indicator.id)
    verandering = beeld.veranderingen(beeld.eigen).get(indicator.id)
    return (verschil is None or verschil.woord in ("hoger", "lager")) and (
        verandering is None or verandering.woord in ("gestegen", "gedaald")
    )


# -- what we heard


def _gesprekken(gesprekken: Sequence[Gesprek]) -> str:
    """How many conversations there were, and how many took part where that is known."""
    if not gesprekken:
        return "Er zijn dit jaar nog geen gesprekken vastgelegd."
    woord = taal.meervoud(len(gesprekken), "gesprek", "gesprekken")
    bekend = [g.aantal for g in gesprekken if g.aantal]
    minstens = "" if len(bekend) == len(gesprekken) else "ten minste "
    met = f" Daar deden {minstens}{taal.getal(sum(bekend))} mensen aan mee." if bekend else ""
    return naar(f"We hadden {taal.telwoord(len(gesprekken))} {woord}.{met}", [g.met_wie for g in gesprekken])


def _stemmen(b: Bronnen, een_per_gebied: bool) -> Iterator[Stem]:
    for data in b.delen:
        gehoord: list[Gesprek] = []
        for speerpunt in data.speerpunten:
            over = [g for g in data.gesprekken if speerpunt.code in g.speerpunten and g.meegegeven and g not in gehoord]
            if over and not (een_per_gebied and gehoord):
                gehoord.append(max(over, key=lambda g: g.aantal or 0))
        yield from (Stem(g.met_wie, naar(taal.zinnen(g.meegegeven)[0], [g.meegegeven])) for g in gehoord)


# -- what we will do


def _acties(b: Bronnen) -> Iterator[Inzet]:
    """Every speerpunt with the first thing that happens for it, and when."""
    for data in b.delen:
        for speerpunt in data.speerpunten:
            eerste = next((a for a in data.acties if a.speerpunt == speerpunt.code), None)
            yield Inzet(speerpunt.titel, _actie(eerste) if eerste else speerpunt.doel)


def _actie(actie: Actie) -> str:
    wanneer = f" Wanneer? {taal.zin(actie.planning)}" if actie.planning else ""
    return naar(f"{taal.zin(actie.actie)}{wanneer}", [actie.actie])


def _titels(b: Bronnen) -> Iterator[Inzet]:
    """Every area with the titles of its speerpunten."""
    for data in b.delen:
        titels = [speerpunt.titel for speerpunt in data.speerpunten]
        yield Inzet(b.naam(data.slug), naar(" ".join(map(taal.zin, titels)), titels))


# -- where to go


def _waarheen(b: Bronnen) -> Waarheen:
    gemeente = b.kader.gemeente(b.gebied)
    om_en_om = chain.from_iterable(zip_longest(*(d.aanbod for d in b.alle())))
    aanbod = [a for a in om_en_om if a is not None][:AANBOD]
    return Waarheen(
        contact=b.eigen.kop.contact,
        aanbod=tuple(map(_activiteit, aanbod)),
        preventiekaart=weblink(b.kader.instellingen.preventiekaart),
        gemeente=gemeente.naam,
    )


def _activiteit(aanbod: Aanbod) -> str:
    """What there is to do, and where: "samen eten (Heiloo-Midden)"."""
    waar = f" ({aanbod.plaats})" if aanbod.plaats else ""
    return naar(f"{taal.kleine_letter(aanbod.activiteit)}{waar}", [aanbod.activiteit])
