"""Do the parts add up to the whole? Age groups, wijken and parts of a gemeente."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.leeftijden import sluiten_aan
from gebiedsplan.gebied.model import Bevolkingsgroep, Cijferbladen
from gebiedsplan.kader.model import Gebied, Kader

# The CBS rounds every count to a multiple of five: each can be off by half of that.
AFRONDING = 2.5
# An estimate is made from a whole percentage of the total, which can be off by half a percent.
AFRONDING_SCHATTING = 0.005

_TOTAAL = "totaal"
# Indicator or age group, and year.
_Sleutel = tuple[str, int]


class _Telling(NamedTuple):
    """A count of a region, and how far its source may have rounded it."""

    aantal: float
    plek: Plek
    marge: float


def groepen_zijn_het_totaal(o: Onderzoek) -> Iterator[Bevinding]:
    """The age groups of a region and year add up to their Totaal, as far as rounding allows."""
    per_telling: dict[tuple[str, int], list[Bevolkingsgroep]] = defaultdict(list)
    for groep in o.data.bladen.bevolking:
        per_telling[groep.regio, groep.jaar].append(groep)
    for (regio, _), rijen in per_telling.items():
        totalen = [g for g in rijen if g.groep.casefold() == _TOTAAL]
        groepen = [g for g in rijen if g.groep.casefold() != _TOTAAL]
        if len(totalen) != 1 or totalen[0].aantal is None or not sluiten_aan([g.groep for g in groepen]):
            continue
        aantallen = [g.aantal for g in groepen if g.aantal is not None]
        marge = _marge_van_groepen(o.kader.gebied(o.data.slug), regio, groepen, totalen[0].aantal)
        if len(aantallen) == len(groepen) and abs(sum(aantallen) - totalen[0].aantal) > marge:
            yield _telt_niet_op(
                totalen[0].plekken["Aantal"], "de leeftijdsgroepen", sum(aantallen), totalen[0].aantal, marge
            )


def wijken_zijn_het_gebied(o: Onderzoek) -> Iterator[Bevinding]:
    """Where each wijk of an area has a count, they add up to the count of the area."""
    gebied = o.kader.gebied(o.data.slug)
    per_regio = _tellingen(o.kader, o.data.bladen)
    wijken = [per_regio.get(wijk.code, {}) for wijk in gebied.wijken]
    # With one wijk the two are the same region, and a figure stands only once.
    if len(wijken) > 1:
        yield from _vergelijk(wijken, per_regio.get(gebied.slug, {}), "de wijken")


def delen_zijn_de_gemeente(
    kader: Kader, gemeente: Gebied, per_gebied: Mapping[str, Cijferbladen], referentie: Cijferbladen
) -> Iterator[Bevinding]:
    """Where each part of a gemeente has a count, they add up to that of the gemeente in the reference workbook."""
    delen = [
        _tellingen(kader, per_gebied[deel.slug]).get(deel.slug, {})
        for deel in kader.delen(gemeente)
        if deel != gemeente and deel.slug in per_gebied
    ]
    if len(delen) > 1:
        yield from _vergelijk(delen, _tellingen(kader, referentie).get(gemeente.slug, {}), "de delen")


def _vergelijk(
    delen: Sequence[Mapping[_Sleutel, _Telling]], geheel: Mapping[_Sleutel, _Telling], wie: str
) -> Iterator[Bevinding]:
    for sleutel, telling in geheel.items():
        per_deel = [deel[sleutel] for deel in delen if sleutel in deel]
        som, marge = sum(d.aantal for d in per_deel), telling.marge + sum(d.marge for d in per_deel)
        if len(per_deel) == len(delen) and abs(som - telling.aantal) > marge:
            yield _telt_niet_op(telling.plek, wie, som, telling.aantal, marge)


def _tellingen(kader: Kader, bladen: Cijferbladen) -> dict[str, dict[_Sleutel, _Telling]]:
    """Every count by region: inhabitants of an age group, and indicators that are counts themselves."""
    per_regio: dict[str, dict[_Sleutel, _Telling]] = defaultdict(dict)
    wijken = {gebied.slug: max(len(gebied.wijken), 1) for gebied in kader.gebieden}
    counts = {indicator.id for indicator in kader.indicatoren if indicator.eenheid == "aantal"}
    totalen = {(g.regio, g.jaar): g.aantal or 0.0 for g in bladen.bevolking if g.groep.casefold() == _TOTAAL}
    for groep in bladen.bevolking:
        if groep.aantal is not None and groep.regio and groep.jaar:
            totaal = totalen.get((groep.regio, groep.jaar), groep.aantal)
            deel = AFRONDING_SCHATTING * totaal if groep.status == "schatting" else 0.0
            marge = max(AFRONDING * wijken.get(groep.regio, 1), deel)
            per_regio[groep.regio].setdefault(
                (groep.groep.casefold(), groep.jaar), _Telling(groep.aantal, groep.plekken["Aantal"], marge)
            )
    for cijfer in bladen.cijfers:
        if cijfer.indicator in counts and cijfer.waarde is not None and cijfer.regio and cijfer.jaar:
            marge = AFRONDING * wijken.get(cijfer.regio, 1)
            per_regio[cijfer.regio].setdefault(
                (cijfer.indicator, cijfer.jaar), _Telling(cijfer.waarde, cijfer.plekken["Waarde"], marge)
            )
    return per_regio


def _marge_van_groepen(gebied: Gebied, regio: str, groepen: Sequence[Bevolkingsgroep], totaal: float) -> float:
    """How far groups and total may be apart: each was rounded, in each wijk it was added up from."""
    wijken = max(len(gebied.wijken), 1) if regio == gebied.slug else 1
    per_telling = AFRONDING * wijken
    if any(g.status == "schatting" for g in groepen):
        per_telling = max(per_telling, AFRONDING_SCHATTING * totaal)
    return per_telling * (len(groepen) + 1)


def _telt_niet_op(plek: Plek, wie: str, som: float, geheel: float, marge: float) -> Bevinding:
    return Bevinding(
        "som-klopt-niet",
        plek,
        f"Hier staat {als_getal(geheel)}, maar {wie} zijn samen {als_getal(som)}. "
        f"Door afronden kan het {als_getal(marge)} schelen.",
        "Kijk de aantallen na. Klopt het zo bij de bron? Leg het dan uit bij Opmerking.",
        Ernst.LET_OP,
    )
