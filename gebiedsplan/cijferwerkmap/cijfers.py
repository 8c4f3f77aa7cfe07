"""Inhabitants and the figures of each block: every year of the regions that the plan shows; what tests say of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from gebiedsplan.cijfers.model import Meting, Opbouw
from gebiedsplan.cijferwerkmap.blad import Tabelblad, getal_of, tekst_of_geen
from gebiedsplan.cijferwerkmap.noten import GEEN, ONBEKENDE_GRENS, met_noot
from gebiedsplan.gebied.model import Reden
from gebiedsplan.kader.model import Blok, Indicator
from gebiedsplan.plan import grafieken, schrijfwijze, toetsing
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.werkmap.boek import Gegeven, Getal

# A region with the words for what it is to this plan.
_Plaats: TypeAlias = tuple[Regio, str]

_EENHEDEN = {"procent": "% van de", "per_1000": "per 1.000", "aantal": "aantal", "cijfer": "cijfer van de"}
_NAAM, _SOORT, _JAAR = ("Gebied", 28), ("Soort gebied", 22), ("Jaar", 8)
_STATUS, _BRON = ("Status", 14), ("Bron", 60)
_PEILDATUM, _OPMERKING = ("Peildatum", 22), ("Opmerking", 60)
_DECIMALEN_AANDEEL = 1
_GETOETST = "wel getoetst"


def bevolking(beeld: Beeld) -> Iterator[Tabelblad]:
    """How many inhabitants of each age there are."""
    rijen = tuple(
        rij
        for plaats in _naast_elkaar(beeld)
        for telling in beeld.cijfers.bevolking.get(plaats[0].sleutel, ())
        for rij in _telling(telling, plaats)
    )
    if rijen:
        yield Tabelblad(
            "Bevolking",
            f"Inwoners van {beeld.eigen.naam} naar leeftijd, met de gebieden eromheen",
            ("Door afronding kan een totaal afwijken van de som van de leeftijden.",),
            (
                _NAAM,
                _SOORT,
                _JAAR,
                ("Leeftijd", 22),
                (met_noot("Aantal inwoners", "waarde"), 18),
                (met_noot("Deel van alle inwoners (%)", "waarde", "afronding"), 18),
                _STATUS,
                _BRON,
                _PEILDATUM,
                _OPMERKING,
            ),
            rijen,
        )


def blok(beeld: Beeld, blok: Blok) -> Iterator[Tabelblad]:
    """Every figure of a block. The bounds have a column only where a source gives them."""
    metingen = [
        (indicator, plaats, meting)
        for indicator in beeld.kader.indicatoren
        if indicator.blok == blok.id
        for plaats, meting in _metingen(beeld, indicator)
    ]
    if not metingen:
        return
    met_grenzen = any(m and (m.onder is not None or m.boven is not None) for _, _, m in metingen)
    grenzen = tuple((met_noot(kop, "grenzen"), 14) for kop in ("Ondergrens", "Bovengrens")) if met_grenzen else ()
    yield Tabelblad(
        blok.blad,
        f"{blok.naam} in {beeld.eigen.naam}, met de gebieden eromheen",
        (),
        (
            ("Cijfer", 42),
            _NAAM,
            _SOORT,
            _JAAR,
            (met_noot("Waarde", "waarde", "afronding"), 16),
            ("Eenheid", 34),
            *grenzen,
            _STATUS,
            _BRON,
            _PEILDATUM,
            _OPMERKING,
        ),
        tuple(_rij(indicator, plaats, meting, met_grenzen) for indicator, plaats, meting in metingen),
    )


def toetsen(beeld: Beeld) -> Iterator[Tabelblad]:
    """What a test says of each newest figure of the area and its parts beside what lies around."""
    alle = {regio: beeld.vergelijkingen(regio) for regio in (beeld.eigen, *beeld.delen)}
    rijen = tuple(
        (
            beeld.kader.indicator(id_).naam,
            regio.naam,
            ander.naam,
            meting.jaar,
            verschil.woord,
            _GETOETST if verschil.getoetst else toetsing.waarom_niet({ander: verschil}),
        )
        for regio, gevonden in alle.items()
        for (id_, ander), verschil in gevonden.items()
        if (meting := beeld.cijfers.laatste(id_, regio.sleutel))
    )
    uitleg = toetsing.uitleg(verschil for gevonden in alle.values() for verschil in gevonden.values())
    if rijen:
        yield Tabelblad(
            "Toetsen",
            f"Wat een toets zegt over de cijfers van {beeld.eigen.naam}",
            ("Hoe er is getoetst, staat in de bijlage met bronnen van het plan.", *filter(None, [uitleg])),
            (
                ("Cijfer", 42),
                _NAAM,
                ("Vergeleken met", 28),
                _JAAR,
                ("Toets", 24),
                ("Waarom niet getoetst", 44),
            ),
            rijen,
        )


# -- which figures


def _naast_elkaar(beeld: Beeld) -> Iterator[_Plaats]:
    """The regions that stand beside each other in the tables of the plan."""
    gemeente = beeld.gemeente
    for regio in beeld.naast_elkaar():
        if regio == beeld.eigen:
            yield regio, "dit plan"
        elif regio in beeld.delen:
            yield regio, "deel van dit plan"
        elif regio == gemeente:
            yield regio, "gemeente"
        elif regio == beeld.samenwerking:
            yield regio, "alle gebieden samen"
        else:
            yield regio, "land" if regio == beeld.land else "vergelijkingsregio"


def _metingen(beeld: Beeld, indicator: Indicator) -> Iterator[tuple[_Plaats, Meting | None]]:
    """Every year of the regions of the plan and its wijken; of the other areas what the comparison shows."""
    hier = tuple(_naast_elkaar(beeld))
    for plaats in hier:
        reeks = beeld.cijfers.reeks(indicator.id, plaats[0].sleutel)
        yield from ((plaats, meting) for meting in reeks or (None,))
    for wijk in (wijk for deel in beeld.kader.delen(beeld.gebied) for wijk in deel.wijken):
        plaats = (Regio(wijk.code, wijk.naam), "wijk")
        yield from ((plaats, meting) for meting in beeld.cijfers.reeks(indicator.id, wijk.code))
    jaar = beeld.jaar(indicator)
    if jaar is None or not indicator.vergelijking or not grafieken.vergelijking(beeld, indicator):
        return
    al_genoemd = {regio for regio, _ in hier}
    for regio in beeld.alle_gebieden:
        if regio not in al_genoemd:
            yield (regio, "ander gebied"), beeld.naast(indicator, regio, jaar)


# -- rows


def _rij(indicator: Indicator, plaats: _Plaats, meting: Meting | None, met_grenzen: bool) -> tuple[Gegeven, ...]:
    regio, soort = plaats
    wat = (indicator.naam, regio.naam, soort)
    eenheid = f"{_EENHEDEN[indicator.eenheid]} {indicator.groep}"
    if meting is None:
        grenzen = (GEEN, GEEN) if met_grenzen else ()
        return (*wat, GEEN, schrijfwijze.ONTBREEKT, eenheid, *grenzen, GEEN, GEEN, GEEN, GEEN)
    return (
        *wat,
        meting.jaar,
        _waarde(indicator, meting.waarde, (meting.reden or Reden.ONBEKEND).value),
        eenheid,
        *(_waarde(indicator, grens, ONBEKENDE_GRENS) for grens in (meting.onder, meting.boven) if met_grenzen),
        tekst_of_geen(meting.status),
        tekst_of_geen(meting.bron),
        meting.peildatum or str(meting.jaar),
        tekst_of_geen(meting.opmerking),
    )


def _waarde(indicator: Indicator, waarde: float | None, anders: str) -> Gegeven:
    """The figure as the charts hold it: one decimal more than the plan writes, so that rounding gives the same."""
    if waarde is None:
        return anders
    if indicator.eenheid == "aantal" and float(waarde).is_integer():
        return Getal(waarde)
    return Getal(schrijfwijze.notatie(indicator).getal(waarde), indicator.decimalen + 1)


def _telling(telling: Opbouw, plaats: _Plaats) -> Iterator[tuple[Gegeven, ...]]:
    regio, soort = plaats
    for groep in telling.groepen:
        reden = (groep.reden or Reden.ONBEKEND).value
        aandeel = telling.aandeel(groep.groep)
        yield (
            regio.naam,
            soort,
            telling.jaar,
            schrijfwijze.leeftijd(groep.groep),
            getal_of(groep.aantal, reden),
            schrijfwijze.waarom(groep.reden)
            if aandeel is None
            else Getal(schrijfwijze.PROCENT.getal(aandeel), _DECIMALEN_AANDEEL),
            tekst_of_geen(groep.status),
            tekst_of_geen(groep.bron),
            groep.peildatum or str(telling.jaar),
            tekst_of_geen(groep.opmerking),
        )
    eerste = telling.groepen[0] if telling.groepen else None
    yield (
        regio.naam,
        soort,
        telling.jaar,
        "alle inwoners",
        getal_of(telling.totaal, schrijfwijze.waarom(telling.reden)),
        schrijfwijze.waarom(telling.reden) if telling.totaal is None else Getal(100, _DECIMALEN_AANDEEL),
        tekst_of_geen(eerste.status if eerste else ""),
        tekst_of_geen(eerste.bron if eerste else ""),
        (eerste.peildatum if eerste else "") or str(telling.jaar),
        tekst_of_geen(eerste.opmerking if eerste else ""),
    )
