"""Which charts a plan has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Opbouw, Verschil
from gebiedsplan.cijfers.verschil import afstand, gericht
from gebiedsplan.gebied.model import Reden
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.kader.model import Blok, Indicator
from gebiedsplan.plan import schrijfwijze, zinnen
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.grafiek import (
    Basis,
    Kernbeeld,
    KernbeeldGroep,
    KernbeeldRij,
    Leeftijdsgroep,
    Leeftijdsopbouw,
    Lijn,
    Punt,
    Raster,
    Rol,
    Staaf,
    Trend,
    Vergelijking,
)

_GENOEG_OM_TE_VERGELIJKEN = 3


def kernbeeld(beeld: Beeld, regio: Regio) -> Kernbeeld | None:
    """The spine chart of a region; None when it has no figure that can be set against the samenwerking."""
    if beeld.is_alles(regio):
        return None
    anders = beeld.verschillen(regio)
    groepen = tuple(g for blok in beeld.kader.blokken if (g := _groep(beeld, regio, blok, anders)).rijen)
    rijen = [rij for groep in groepen for rij in groep.rijen]
    if not any(rij.eigen is not None for rij in rijen):
        return None
    indicatoren = beeld.kader.indicatoren
    metingen = [
        meting for indicator in indicatoren if indicator.kernbeeld and (meting := beeld.laatste(indicator, regio))
    ]
    samen = beeld.samenwerking.naam
    return Kernbeeld(
        basis=Basis(
            id=f"kernbeeld-{regio.sleutel}",
            titel=zinnen.kernbeeld_titel(beeld, regio, rijen),
            alt=zinnen.kernbeeld_alt(regio, groepen),
            bron=schrijfwijze.bronregel(metingen),
            raster=Raster(
                (
                    "Cijfer",
                    *(schrijfwijze.met_eenheid(naam, "procent") for naam in (regio.naam, samen, beeld.land.naam)),
                ),
                tuple(
                    (i.naam, *(schrijfwijze.in_tabel(m, i) for m in _naast_referentie(beeld, regio, i)))
                    for blok in beeld.kader.blokken
                    for i in _in_kernbeeld(beeld, blok)
                ),
            ),
        ),
        eigen_naam=regio.naam,
        referentie_naam=samen,
        land_naam=beeld.land.naam,
        groepen=groepen,
        grens=beeld.kader.instellingen.duidelijk_verschil.get("procent", 0.0),
        gemeente_naam=gemeente.naam if (gemeente := beeld.gemeente_van(regio)) else "",
        getoetst=any(i.kernbeeld and i.id in anders and anders[i.id].getoetst for i in indicatoren),
    )


def vergelijking(beeld: Beeld, indicator: Indicator) -> Vergelijking | None:
    """One indicator over all areas; None when fewer than three areas have the figure."""
    jaar = beeld.jaar(indicator)
    if jaar is None:
        return None
    metingen = {r: beeld.naast(indicator, r, jaar) for r in beeld.alle_gebieden}
    if sum(m is not None and m.waarde is not None for m in metingen.values()) < _GENOEG_OM_TE_VERGELIJKEN:
        return None
    gemeten = [(meting, _staaf(beeld, indicator, regio, meting)) for regio, meting in metingen.items()]
    gemeten.sort(key=lambda paar: (paar[1].waarde is None, -(paar[1].waarde or 0)))
    samen = beeld.van_jaar(indicator, beeld.samenwerking, jaar)
    titel = zinnen.rangorde(beeld, indicator, jaar)
    return Vergelijking(
        basis=Basis(
            id=f"vergelijking-{indicator.id}",
            titel=titel,
            alt=zinnen.vergelijking_alt(beeld, indicator, jaar),
            bron=schrijfwijze.bronregel([m for m in metingen.values() if m]),
            raster=Raster(
                ("Gebied", schrijfwijze.met_eenheid(indicator.naam, indicator.eenheid, str(jaar))),
                (
                    *((s.label, schrijfwijze.in_tabel(m, indicator)) for m, s in gemeten),
                    *_referentierij(beeld, indicator, samen),
                ),
            ),
        ),
        eenheid=eenheid(indicator),
        staven=tuple(staaf for _, staaf in gemeten),
        referentie=(samen.waarde, beeld.samenwerking.naam) if samen and samen.waarde is not None else None,
        notatie=schrijfwijze.notatie(indicator),
    )


def trend(beeld: Beeld, indicator: Indicator) -> Trend | None:
    """One indicator over the years; None when the area was measured only once."""
    regios = beeld.naast_elkaar()
    reeksen = {r: beeld.cijfers.reeks(indicator.id, r.sleutel) for r in regios}
    titel = zinnen.door_de_jaren(beeld, indicator, beeld.eigen)
    if not titel:
        return None
    jaren = tuple(sorted({m.jaar for reeks in reeksen.values() for m in reeks if m.waarde is not None}))
    lijnen = tuple(
        Lijn(regio.naam, _rol(beeld, regio), tuple(_punten(beeld, indicator, regio, jaren)))
        for regio, reeks in reeksen.items()
        if _heeft_cijfer(reeks)
    )
    return Trend(
        basis=Basis(
            id=f"trend-{indicator.id}",
            titel=titel,
            alt=zinnen.trend_alt(beeld, indicator, beeld.eigen),
            bron=schrijfwijze.bronregel([m for reeks in reeksen.values() for m in reeks]),
            raster=Raster(
                ("Gebied", *(schrijfwijze.met_eenheid(str(jaar), indicator.eenheid) for jaar in jaren)),
                tuple(
                    (regio.naam, *(_in_jaar(reeks, jaar, indicator) for jaar in jaren))
                    for regio, reeks in reeksen.items()
                    if _heeft_cijfer(reeks)
                ),
            ),
        ),
        eenheid=eenheid(indicator),
        jaren=jaren,
        lijnen=lijnen,
        notatie=schrijfwijze.notatie(indicator),
    )


def leeftijdsopbouw(beeld: Beeld) -> Leeftijdsopbouw | None:
    """How old the inhabitants are, beside the regions around; None when the area has no counts."""
    eigen = beeld.cijfers.opbouw(beeld.eigen.sleutel)
    if eigen is None or not eigen.groepen:
        return None
    met = [r for r in (beeld.gemeente, beeld.samenwerking, beeld.land) if r]
    naast = [(r, o) for r in met if (o := beeld.cijfers.opbouw(r.sleutel, eigen.jaar))]
    regios = [(beeld.eigen, eigen), *naast]
    groepen = tuple(
        Leeftijdsgroep(
            schrijfwijze.leeftijd(g.groep),
            tuple(opbouw.aandeel(g.groep) for _, opbouw in regios),
            tuple(_aandeel_tekst(opbouw, g.groep) for _, opbouw in regios),
        )
        for g in eigen.groepen
    )
    titel = _opvallende_groep(beeld, groepen, [r for r, _ in regios])
    return Leeftijdsopbouw(
        basis=Basis(
            id=f"leeftijdsopbouw-{beeld.eigen.sleutel}",
            titel=titel,
            alt=zinnen.inkorten(f"Leeftijdsopbouw. {titel}."),
            bron=schrijfwijze.bron_van_telling([opbouw for _, opbouw in regios]),
            raster=Raster(
                ("Leeftijd", *(schrijfwijze.met_eenheid(r.naam, "procent") for r, _ in regios)),
                tuple(
                    (
                        naar(schrijfwijze.leeftijd(g.groep), [g.groep]),
                        *(_aandeel_in_tabel(o, g.groep) for _, o in regios),
                    )
                    for g in eigen.groepen
                ),
            ),
        ),
        regios=tuple(r.naam for r, _ in regios),
        groepen=groepen,
    )


# -- kernbeeld


def _groep(beeld: Beeld, regio: Regio, blok: Blok, anders: Mapping[str, Verschil]) -> KernbeeldGroep:
    rijen = (_kernbeeldrij(beeld, regio, i, anders.get(i.id)) for i in _in_kernbeeld(beeld, blok))
    return KernbeeldGroep(blok.naam, tuple(rijen))


def _in_kernbeeld(beeld: Beeld, blok: Blok) -> list[Indicator]:
    return [i for i in beeld.kader.indicatoren if i.kernbeeld and i.blok == blok.id]


def _naast_referentie(beeld: Beeld, regio: Regio, indicator: Indicator) -> tuple[Meting | None, ...]:
    """The newest figure of a region, and those of the samenwerking and the country of the same year."""
    eigen = beeld.laatste(indicator, regio)
    jaar = eigen.jaar if eigen else 0
    return eigen, *(beeld.van_jaar(indicator, r, jaar) for r in (beeld.samenwerking, beeld.land))


def _kernbeeldrij(beeld: Beeld, regio: Regio, indicator: Indicator, tegen: Verschil | None) -> KernbeeldRij:
    eigen, samen, land = _naast_referentie(beeld, regio, indicator)
    jaar = eigen.jaar if eigen else 0
    gemeente = beeld.gemeente_van(regio)
    van_gemeente = beeld.van_jaar(indicator, gemeente, jaar) if gemeente else None
    anderen = [beeld.van_jaar(indicator, r, jaar) for r in beeld.alle_gebieden if r != regio]
    return KernbeeldRij(
        label=indicator.naam,
        eigen_tekst=schrijfwijze.kort(eigen, indicator),
        referentie_tekst=schrijfwijze.kort(samen, indicator),
        land_tekst=schrijfwijze.kort(land, indicator),
        eigen=gericht(tegen.punten, indicator) if tegen else None,
        land=_afstand(land, samen, indicator),
        anderen=tuple(a for m in anderen if (a := _afstand(m, samen, indicator)) is not None),
        oordeel=tegen.oordeel if tegen else "geen duidelijk verschil",
        voorbeeld=bool(eigen and eigen.voorbeeld),
        gemeente=_afstand(van_gemeente, samen, indicator),
        gemeente_tekst=schrijfwijze.kort(van_gemeente, indicator) if gemeente else "",
    )


def _afstand(meting: Meting | None, samen: Meting | None, indicator: Indicator) -> float | None:
    punten = afstand(meting, samen)
    return None if punten is None else gericht(punten, indicator)


# -- vergelijking en trend


def _staaf(beeld: Beeld, indicator: Indicator, regio: Regio, meting: Meting | None) -> Staaf:
    return Staaf(
        label=regio.naam,
        waarde=meting.waarde if meting else None,
        tekst=schrijfwijze.kort(meting, indicator),
        rol="eigen" if regio.sleutel in beeld.eigen_sleutels else "ander",
        onder=meting.onder if meting else None,
        boven=meting.boven if meting else None,
        voorbeeld=bool(meting and meting.voorbeeld),
    )


def _referentierij(beeld: Beeld, indicator: Indicator, samen: Meting | None) -> tuple[tuple[str, str], ...]:
    return ((beeld.samenwerking.naam, schrijfwijze.in_tabel(samen, indicator)),) if samen else ()


def _rol(beeld: Beeld, regio: Regio) -> Rol:
    if regio == beeld.eigen:
        return "eigen"
    return "referentie" if regio in (beeld.samenwerking, beeld.vergelijkingsregio, beeld.land) else "ander"


def _heeft_cijfer(reeks: Sequence[Meting]) -> bool:
    return any(m.waarde is not None for m in reeks)


def _punten(beeld: Beeld, indicator: Indicator, regio: Regio, jaren: Sequence[int]) -> Iterator[Punt]:
    reeks = beeld.cijfers.reeks(indicator.id, regio.sleutel)
    breekt = {breuk.jaar for breuk in beeld.breuken(indicator, regio)}
    for jaar in jaren:
        meting = _van_jaar(reeks, jaar)
        tekst = schrijfwijze.voluit(meting, indicator) if meting else schrijfwijze.ONTBREEKT
        yield Punt(jaar, meting.waarde if meting else None, tekst, jaar in breekt)


def _in_jaar(reeks: Sequence[Meting], jaar: int, indicator: Indicator) -> str:
    """A year of a line as a cell of the table behind the chart."""
    meting = _van_jaar(reeks, jaar)
    return schrijfwijze.in_tabel(meting, indicator) if meting else schrijfwijze.ONTBREEKT


def _van_jaar(reeks: Sequence[Meting], jaar: int) -> Meting | None:
    return next((m for m in reeks if m.jaar == jaar), None)


def eenheid(indicator: Indicator) -> str:
    """What the numbers at an axis are: "% van de inwoners van 18 jaar en ouder"."""
    match indicator.eenheid:
        case "procent":
            return f"% van de {indicator.groep}"
        case "per_1000":
            return f"per 1.000 {indicator.groep}"
        case "aantal" | "cijfer":
            return indicator.groep


# -- leeftijd


def _aandeel_tekst(opbouw: Opbouw, groep: str) -> str:
    aandeel = opbouw.aandeel(groep)
    return _waarom_geen_aandeel(opbouw, groep) if aandeel is None else taal.procent(aandeel)


def _aandeel_in_tabel(opbouw: Opbouw, groep: str) -> str:
    aandeel = opbouw.aandeel(groep)
    telling = opbouw.groep(groep)
    if aandeel is None or telling is None:
        return _waarom_geen_aandeel(opbouw, groep)
    return uit(taal.getal(aandeel), telling.plekken.get("Aantal"))


def _waarom_geen_aandeel(opbouw: Opbouw, groep: str) -> str:
    """The reason of the group itself; of another group only that the share can not be calculated."""
    telling = opbouw.groep(groep)
    return schrijfwijze.waarom(telling.reden if telling else None)


def _opvallende_groep(beeld: Beeld, groepen: Sequence[Leeftijdsgroep], regios: Sequence[Regio]) -> str:
    """The age group in which the area differs most from the samenwerking, or its largest group."""
    samen = regios.index(beeld.samenwerking) if beeld.samenwerking in regios else None
    bekend = [g for g in groepen if g.aandelen[0] is not None]
    if not bekend:
        geheim = any(g.teksten[0] == Reden.GEHEIM.value for g in groepen)
        waarom = "staan er niet, want een aantal is geheim" if geheim else "zijn niet bekend"
        return f"De leeftijden in {beeld.eigen.naam} {waarom}"
    if samen is not None and all(g.aandelen[samen] is not None for g in bekend):
        groep = max(bekend, key=lambda g: abs((g.aandelen[0] or 0) - (g.aandelen[samen] or 0)))
        naast = f"; in {beeld.kader.instellingen.de_samenwerking} is dat {groep.teksten[samen]}"
    else:
        groep, naast = max(bekend, key=lambda g: g.aandelen[0] or 0), ""
    return f"In {beeld.eigen.naam} is {groep.teksten[0]} van de inwoners {groep.label}{naast}"
