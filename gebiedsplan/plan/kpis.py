"""The KPI's that the bestuur steers by: how an area stands, beside the samenwerking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gebiedsplan.cijfers.koers import Koers, Stand, Traject, koers, van_kpi
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.kader.model import Indicator, Kader, Kpi
from gebiedsplan.plan import doelen, schrijfwijze
from gebiedsplan.plan.beeld import Beeld, Omgeving, Regio
from gebiedsplan.plan.model import Kolomkop, Kpis, Tabel


def kpis(beeld: Beeld) -> Kpis | None:
    """The KPI's of the kader in an area, its parts and the samenwerking; None when the kader has none."""
    afgesproken = beeld.kader.kpis
    if not afgesproken:
        return None
    kop, rijen = _zonder_lege_kolommen(
        ("KPI", "Nulmeting", "Nu", "Streefwaarde", "Op koers?"),
        [_rij(beeld, kpi, regio) for kpi in afgesproken for regio in _regios(beeld)],
        gevuld={
            1: any(kpi.nulmeting_jaar for kpi in afgesproken),
            4: any(kpi.streefwaarde is not None for kpi in afgesproken),
        },
    )
    metingen = [
        meting
        for kpi in afgesproken
        for regio in _regios(beeld)
        if (meting := beeld.laatste(beeld.kader.indicator(kpi.indicator), regio))
    ]
    return Kpis(
        zinnen=over(beeld.kader),
        tabel=Tabel(
            id="tabel-kpis",
            bijschrift=f"De bestuurlijke KPI’s in {beeld.eigen.naam}",
            kop=tuple(map(Kolomkop, kop)),
            rijen=rijen,
            bron=schrijfwijze.bronregel(metingen),
        ),
    )


def nu(omgeving: Omgeving, kpi: Kpi, regio: Regio) -> str:
    """The newest figure of a KPI in a region with its year: "43% (2020)", or the reason it is not there."""
    indicator, traject = omgeving.kader.indicator(kpi.indicator), _traject(omgeving, kpi, regio)
    laatste = traject.metingen[-1] if traject.metingen else traject.begin
    return _met_jaar(laatste, indicator) or schrijfwijze.kort(omgeving.laatste(indicator, regio), indicator)


def stand(omgeving: Omgeving, kpi: Kpi, regio: Regio) -> Koers:
    """What may be said of a KPI in a region."""
    return koers(_traject(omgeving, kpi, regio))


def koersen(beeld: Beeld) -> tuple[Koers, ...]:
    """What may be said of each KPI that the plan shows."""
    return tuple(stand(beeld, kpi, regio) for kpi in beeld.kader.kpis for regio in _regios(beeld))


def streefwaarde(kpi: Kpi, indicator: Indicator) -> str:
    """What all areas aim at: "40% of lager in 2027"."""
    if kpi.streefwaarde is None:
        return NOG_NIET_VASTGESTELD
    tekst = schrijfwijze.waarde(kpi.streefwaarde, indicator.eenheid, indicator.decimalen)
    return f"{tekst} of {kpi.richting} in {kpi.streefwaarde_jaar}"


def over(kader: Kader) -> tuple[str, ...]:
    """What a KPI measures, and what is not agreed yet."""
    alle, de_samenwerking = kader.kpis, kader.instellingen.de_samenwerking
    zinnen = [f"{kpi.naam}: {i.naam}." for kpi in alle if (i := kader.indicator(kpi.indicator)).naam != kpi.naam]
    zonder = [kpi.naam for kpi in alle if kpi.streefwaarde is None]
    if len(zonder) == len(alle):
        zinnen.append(f"Welke waarden {de_samenwerking} hiervoor wil halen, is nog niet vastgesteld.")
    return tuple(zinnen)


def _zonder_lege_kolommen(
    kop: Sequence[str], rijen: Sequence[tuple[str, ...]], gevuld: Mapping[int, bool]
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Without the columns that have nothing to say of any KPI."""
    over = [kolom for kolom in range(len(kop)) if gevuld.get(kolom, True)]
    return tuple(kop[k] for k in over), tuple(tuple(rij[k] for k in over) for rij in rijen)


def _regios(beeld: Beeld) -> tuple[Regio, ...]:
    return tuple(regio for regio in beeld.naast_elkaar() if regio != beeld.land)


def _traject(omgeving: Omgeving, kpi: Kpi, regio: Regio) -> Traject:
    return van_kpi(kpi, omgeving.kader.indicator(kpi.indicator), omgeving.cijfers, regio.sleutel)


def _rij(beeld: Beeld, kpi: Kpi, regio: Regio) -> tuple[str, ...]:
    indicator, traject = beeld.kader.indicator(kpi.indicator), _traject(beeld, kpi, regio)
    naam = beeld.kader.instellingen.de_samenwerking if regio == beeld.samenwerking else regio.naam
    begin = _met_jaar(traject.begin, indicator) or (schrijfwijze.ONTBREEKT if kpi.nulmeting_jaar else "")
    return (
        f"{kpi.naam} in {naam}",
        begin or NOG_NIET_VASTGESTELD,
        nu(beeld, kpi, regio),
        streefwaarde(kpi, indicator),
        doelen.oordeel(stand(beeld, kpi, regio)),
    )


def _met_jaar(gemeten: Stand | None, indicator: Indicator) -> str:
    return doelen.geschreven(gemeten, indicator.eenheid, indicator.decimalen) if gemeten else ""
