"""The table of all figures: first hidden and rounded, then what was left blank is calculated and averaged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gebiedsplan.bevinding import Plek
from gebiedsplan.cijfers import bevolking
from gebiedsplan.cijfers.model import BEREKEND, VOORBEELD, Cijfers, Meting, Opbouw
from gebiedsplan.cijfers.toetsen import met_intervallen
from gebiedsplan.gebied.model import Cijfer, Cijferbladen, Reden
from gebiedsplan.geheim.model import Editie, Patroon
from gebiedsplan.geheim.openbaar import openbaar
from gebiedsplan.geheim.patroon import patroon as maak_patroon
from gebiedsplan.geheim.regels import FACTOR
from gebiedsplan.kader.model import Indicator, Kader


def bereken(
    kader: Kader, gebieden: Mapping[str, Cijferbladen], referentie: Cijferbladen, patroon: Patroon | None = None
) -> Cijfers:
    """Calculate from the sheets of all areas (by slug) and the reference workbook.

    ``patroon`` says what is hidden, over everything that is published; without it only these sheets decide.
    """
    ruw = [*gebieden.values(), referentie]
    if patroon is None:
        patroon = maak_patroon(kader, [Editie(0, blad) for blad in ruw])
    bladen = [openbaar(blad, kader, patroon) for blad in ruw]
    opbouw = bevolking.opbouw_per_regio(groep for blad in bladen for groep in blad.bevolking)
    metingen = tuple(_metingen((cijfer for blad in bladen for cijfer in blad.cijfers), kader))
    if kader.met_gemiddelde:
        metingen = (*metingen, *_samenwerking(metingen, opbouw, kader))
        opbouw |= bevolking.samenwerking(opbouw, kader)
    return Cijfers(met_intervallen(_per_reeks(metingen), kader), opbouw, patroon.verborgen)


def _per_reeks(metingen: Iterable[Meting]) -> dict[tuple[str, str], tuple[Meting, ...]]:
    """By indicator and region, oldest first."""
    reeksen: dict[tuple[str, str], list[Meting]] = defaultdict(list)
    for meting in sorted(metingen, key=lambda m: (m.indicator, m.regio, m.jaar)):
        reeksen[meting.indicator, meting.regio].append(meting)
    return {sleutel: tuple(reeks) for sleutel, reeks in reeksen.items()}


def _metingen(cijfers: Iterable[Cijfer], kader: Kader) -> Iterator[Meting]:
    """Every figure as it may be shown; the same figure may stand in two workbooks, and the first is kept."""
    factoren = {i.id: FACTOR.get(i.eenheid, 1.0) for i in kader.indicatoren}
    gezien: set[tuple[str, str, int]] = set()
    for cijfer in cijfers:
        sleutel = (cijfer.indicator, cijfer.regio, cijfer.jaar)
        if sleutel not in gezien:
            gezien.add(sleutel)
            yield _meting(cijfer, factoren.get(cijfer.indicator))


def _meting(cijfer: Cijfer, factor: float | None) -> Meting:
    """A value that was left blank without a reason is calculated from its teller and noemer."""
    waarde, teller, noemer = map(_getal, (cijfer.waarde, cijfer.teller, cijfer.noemer))
    if waarde is None and cijfer.reden is None and factor and teller is not None and noemer is not None and noemer > 0:
        waarde = teller / noemer * factor
    return Meting(
        indicator=cijfer.indicator,
        regio=cijfer.regio,
        jaar=cijfer.jaar,
        waarde=waarde,
        reden=None if waarde is not None else cijfer.reden or Reden.ONBEKEND,
        onder=_getal(cijfer.ondergrens),
        boven=_getal(cijfer.bovengrens),
        bron=cijfer.bron,
        peildatum=cijfer.peildatum,
        status=cijfer.status,
        opmerking=cijfer.opmerking,
        teller=teller,
        noemer=noemer,
        breuk=cijfer.trendbreuk,
        plekken=_plekken(cijfer),
        afgerond_op=cijfer.afgerond_op,
    )


def _samenwerking(
    metingen: Iterable[Meting], opbouw: Mapping[str, tuple[Opbouw, ...]], kader: Kader
) -> Iterator[Meting]:
    """The average of all areas, weighed by the inhabitants an indicator is about; only where no area is missing."""
    slugs = [g.slug for g in kader.bladeren()]
    groepen: dict[tuple[str, int], list[Meting]] = defaultdict(list)
    for meting in metingen:
        if meting.regio in slugs and meting.waarde is not None:
            groepen[meting.indicator, meting.jaar].append(meting)
    for (id_, jaar), groep in groepen.items():
        indicator = kader.indicator(id_)
        if len(groep) == len(slugs) and indicator.eenheid != "aantal":
            gewichten = bevolking.gewichten(opbouw, slugs, indicator, jaar)
            if gewichten is not None:
                yield _gemiddelde(groep, gewichten, indicator, kader.instellingen.samenwerking)


def _gemiddelde(groep: Sequence[Meting], gewichten: Mapping[str, float], indicator: Indicator, naam: str) -> Meting:
    totaal = sum(gewichten.values())
    gewogen = [(meting, gewichten[meting.regio] / totaal) for meting in groep]
    # fsum is exact, so the order of the areas and the edition of Python decide nothing.
    waarde = math.fsum((meting.waarde or 0.0) * gewicht for meting, gewicht in gewogen)
    # Of independent parts the variances add up, by the square of their weights.
    varianties = [
        ((m.boven - m.onder) / 2 * gewicht) ** 2 if m.boven is not None and m.onder is not None else None
        for m, gewicht in gewogen
    ]
    variantie = _som(varianties)
    return Meting(
        indicator=indicator.id,
        regio=naam,
        jaar=groep[0].jaar,
        waarde=waarde,
        reden=None,
        onder=None if variantie is None else waarde - math.sqrt(variantie),
        boven=None if variantie is None else waarde + math.sqrt(variantie),
        bron=_samen(meting.bron for meting in groep),
        peildatum=_samen(meting.peildatum for meting in groep),
        status=VOORBEELD if any(meting.voorbeeld for meting in groep) else BEREKEND,
        opmerking="Gemiddelde van de gebieden, gewogen naar inwoners.",
        teller=_som(meting.teller for meting in groep),
        noemer=_som(meting.noemer for meting in groep),
        plekken=tuple(plek for meting in groep for plek in meting.plekken),
        afgerond_op=max(meting.afgerond_op for meting in groep),
    )


def _som(getallen: Iterable[float | None]) -> float | None:
    """The sum; None when one of them is not known."""
    bekend = list(getallen)
    return None if None in bekend else math.fsum(getal for getal in bekend if getal is not None)


def _samen(teksten: Iterable[str]) -> str:
    """Each text once, in the order of the areas."""
    return "; ".join(dict.fromkeys(filter(None, teksten)))


def _plekken(cijfer: Cijfer) -> tuple[Plek, ...]:
    """Where the figure stands: in its own cell, or in those it is calculated from."""
    plek = cijfer.plekken.get("Teller" if cijfer.waarde is None and cijfer.teller is not None else "Waarde")
    return (plek,) if plek else ()


def _getal(waarde: float | None) -> float | None:
    return None if waarde is None else float(waarde)
