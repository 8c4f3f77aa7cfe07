"""The figures of all areas: a chart for every indicator that enough areas have, and in words what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Oordeel
from gebiedsplan.kader.model import Blok as KaderBlok
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import schrijfwijze, zinnen
from gebiedsplan.plan.beeld import Omgeving, Regio
from gebiedsplan.plan.grafiek import Basis, Raster, Staaf, Vergelijking
from gebiedsplan.plan.grafieken import eenheid
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.vergelijking.model import Blok, Cijferdeel
from gebiedsplan.vergelijking.naast import Naast

# So many times a difference that matters is the least a scale shows, or small ones would look large.
_VAN_BELANG = 4
# So many indicators stand beside each other in a table.
_KOLOMMEN = 5


def blok(omgeving: Omgeving, van: KaderBlok, alle: Sequence[Naast]) -> Blok:
    """A block of the kader. What too few areas have to compare is told, what nobody has is only named."""
    eigen = [n for n in alle if n.indicator.blok == van.id]
    vergeleken = [n for n in eigen if n.te_vergelijken]
    groepen = list(_verdeeld(vergeleken))
    return Blok(
        id=van.id,
        naam=van.naam,
        uitleg=van.uitleg,
        delen=tuple(_deel(omgeving, n, _tabelnaam(van, nummer)) for nummer, groep in enumerate(groepen) for n in groep),
        tabellen=tuple(_tabel(omgeving, van, groep, nummer, len(groepen)) for nummer, groep in enumerate(groepen)),
        weinig=tuple(_weinig(omgeving, n) for n in eigen if n.bekend and not n.te_vergelijken),
        zonder=tuple(n.indicator.naam for n in eigen if not n.bekend),
    )


def _verdeeld(alle: Sequence[Naast]) -> Iterator[Sequence[Naast]]:
    """As few groups as fit beside each other on paper, and about as large."""
    aantal = ceil(len(alle) / _KOLOMMEN)
    for nummer in range(aantal):
        yield alle[len(alle) * nummer // aantal : len(alle) * (nummer + 1) // aantal]


def anker(naast: Naast) -> str:
    """The id of the chart of an indicator."""
    return f"gebieden-{naast.indicator.id}"


def van_tot(naast: Naast) -> str:
    """The lowest and the highest area: "van 39% in Limmen tot 44% in Bergen"."""
    van, tot = (f"{schrijfwijze.voluit(m, naast.indicator)} in {regio.naam}" for regio, m in naast.uitersten)
    return f"van {van} tot {tot}"


def _deel(omgeving: Omgeving, naast: Naast, tabel: str) -> Cijferdeel:
    onder = (_toets(naast), _geen_gemiddelde(naast, omgeving.kader), _ontbreekt(omgeving, naast))
    return Cijferdeel(_grafiek(omgeving, naast), tabel, tuple(filter(None, onder)))


def _grafiek(omgeving: Omgeving, naast: Naast) -> Vergelijking:
    indicator, samenwerking = naast.indicator, omgeving.samenwerking.naam
    metingen = [*naast.metingen.values(), naast.samen]
    bekend = sorted(naast.bekend.items(), key=lambda paar: -(paar[1].waarde or 0.0))
    return Vergelijking(
        basis=Basis(
            id=anker(naast),
            titel=f"{indicator.naam}: {van_tot(naast)} ({naast.jaar})",
            alt=_alt(naast, samenwerking),
            bron=schrijfwijze.bronregel([m for m in metingen if m]),
            raster=_raster(naast, samenwerking),
        ),
        eenheid=eenheid(indicator),
        staven=tuple(_staaf(naast, regio, meting) for regio, meting in bekend),
        referentie=(naast.samen.waarde, samenwerking) if naast.samen and naast.samen.waarde is not None else None,
        notatie=schrijfwijze.notatie(indicator),
        punten=True,
        minstens=_VAN_BELANG * omgeving.kader.valt_op_vanaf(indicator),
        legenda=_legenda(omgeving.kader, naast, samenwerking),
    )


def _staaf(naast: Naast, regio: Regio, meting: Meting) -> Staaf:
    verschil = naast.anders.get(regio)
    return Staaf(
        label=regio.naam,
        waarde=meting.waarde,
        tekst=schrijfwijze.kort(meting, naast.indicator),
        rol="ander",
        onder=meting.onder,
        boven=meting.boven,
        voorbeeld=meting.voorbeeld,
        oordeel=verschil.oordeel if verschil else "geen richting",
    )


def _legenda(kader: Kader, naast: Naast, samenwerking: str) -> tuple[tuple[Oordeel, str], ...]:
    """What the signs mean, with how sure that is."""
    grens = schrijfwijze.afstand(kader.valt_op_vanaf(naast.indicator), naast.indicator.eenheid)
    return (
        ("gunstiger", f"duidelijk gunstiger dan {samenwerking} ({_hoe_zeker(naast, 'gunstiger')})"),
        ("minder gunstig", f"duidelijk minder gunstig dan {samenwerking} ({_hoe_zeker(naast, 'minder gunstig')})"),
        (
            "geen duidelijk verschil",
            f"geen duidelijk verschil (minder dan {grens}{', of niet aantoonbaar' if naast.getoetst else ''})",
        ),
        ("geen richting", "zonder oordeel: hoger of lager is niet beter"),
    )


def _hoe_zeker(naast: Naast, oordeel: Oordeel) -> str:
    """Whether tests stand behind a sign, where it is drawn."""
    getoetst = {verschil.getoetst for verschil in naast.anders.values() if verschil.oordeel == oordeel}
    return "deels getoetst" if len(getoetst) > 1 else "getoetst" if True in getoetst else "niet getoetst"


def _raster(naast: Naast, samenwerking: str) -> Raster:
    """The numbers in the order of the kader."""
    indicator = naast.indicator
    rijen = [(regio.naam, schrijfwijze.in_tabel(meting, indicator)) for regio, meting in naast.metingen.items()]
    rijen += [(samenwerking, schrijfwijze.in_tabel(naast.samen, indicator))] if naast.samen else []
    return Raster(("Gebied", _kop(naast)), tuple(rijen))


def _kop(naast: Naast) -> str:
    return schrijfwijze.met_eenheid(naast.indicator.naam, naast.indicator.eenheid, str(naast.jaar))


def _tabel(omgeving: Omgeving, van: KaderBlok, gekozen: Sequence[Naast], nummer: int, aantal: int) -> Tabel:
    """A few indicators of a block: the areas in the order of the kader, and the samenwerking."""
    regios = (*omgeving.alle_gebieden, omgeving.samenwerking)
    metingen = {regio: [_van(naast, regio) for naast in gekozen] for regio in regios}
    return Tabel(
        id=_tabelnaam(van, nummer),
        bijschrift=f"{van.naam} in alle gebieden{f', deel {nummer + 1}' if aantal > 1 else ''}",
        kop=(Kolomkop("Gebied"), *(Kolomkop(_kop(naast), rechts=True) for naast in gekozen)),
        rijen=tuple(
            (regio.naam, *(_cel(m, naast) for m, naast in zip(van_regio, gekozen, strict=True)))
            for regio, van_regio in metingen.items()
        ),
        bron=schrijfwijze.bronregel([m for van_regio in metingen.values() for m in van_regio if m]),
    )


def _tabelnaam(van: KaderBlok, nummer: int) -> str:
    return f"tabel-{van.id}-{nummer + 1}"


def _van(naast: Naast, regio: Regio) -> Meting | None:
    return naast.metingen.get(regio, naast.samen)


def _cel(meting: Meting | None, naast: Naast) -> str:
    """A figure with its interval where it has one: "0,6 (0,4 tot 0,9)"."""
    tekst = schrijfwijze.in_tabel(meting, naast.indicator)
    if meting is None or meting.waarde is None or meting.onder is None or meting.boven is None:
        return tekst
    onder, boven = (taal.getal(grens, naast.indicator.decimalen) for grens in (meting.onder, meting.boven))
    return f"{tekst} ({onder} tot {boven})"


def _alt(naast: Naast, samenwerking: str) -> str:
    """What the chart shows for those who do not see it: how far areas lie apart, and where the average is."""
    samen = f"; {samenwerking} {schrijfwijze.voluit(naast.samen, naast.indicator)}" if naast.samen else ""
    return zinnen.inkorten(f"Puntgrafiek. {naast.indicator.naam} ({naast.jaar}), {van_tot(naast)}{samen}.")


def _toets(naast: Naast) -> str:
    """What the tests say, area by area; "" when there was none."""
    if not naast.getoetst:
        return ""
    delen = [
        f"{woord} in {taal.opsomming([regio.naam for regio in namen])}"
        for woord in ("hoger", "lager", "niet aantoonbaar anders", "niet getoetst")
        if (namen := [regio for regio, verschil in naast.anders.items() if verschil.woord == woord])
    ]
    return f"Getoetst: {'; '.join(delen)}."


def _geen_gemiddelde(naast: Naast, kader: Kader) -> str:
    if naast.samen and naast.samen.waarde is not None:
        return ""
    return f"Een gemiddelde van {kader.instellingen.de_samenwerking} is er niet, want niet elk gebied heeft dit cijfer."


def _ontbreekt(omgeving: Omgeving, naast: Naast) -> str:
    """The areas without a figure of this year by why, as a sentence; "" when all have it."""
    redenen: dict[str, list[str]] = {}
    for regio, meting in naast.metingen.items():
        if meting is None or meting.waarde is None:
            redenen.setdefault(_waarom(omgeving, naast, regio, meting), []).append(regio.naam)
    delen = [f"{taal.opsomming(namen)} ({reden})" for reden, namen in redenen.items()]
    return f"Geen cijfer over {naast.jaar}: {'; '.join(delen)}." if delen else ""


def _waarom(omgeving: Omgeving, naast: Naast, regio: Regio, meting: Meting | None) -> str:
    laatste = omgeving.laatste(naast.indicator, regio)
    if laatste is None or laatste.waarde is None:
        return schrijfwijze.kort(meting, naast.indicator)
    ander = f"wel over {laatste.jaar}: {schrijfwijze.voluit(laatste, naast.indicator)}"
    return ander if meting is None else f"{schrijfwijze.kort(meting, naast.indicator)}; {ander}"


def _weinig(omgeving: Omgeving, naast: Naast) -> tuple[str, str]:
    """What the few areas have, and why the others have not."""
    cijfers = [f"{regio.naam} {schrijfwijze.voluit(m, naast.indicator)}" for regio, m in naast.bekend.items()]
    return f"{naast.indicator.naam} ({naast.jaar})", f"{'; '.join(cijfers)}. {_ontbreekt(omgeving, naast)}".strip()
