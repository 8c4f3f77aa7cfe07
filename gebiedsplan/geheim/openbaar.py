"""The figures of a workbook as they may be shown: hidden, rounded, and nothing calculated yet."""

from __future__ import annotations

import re
from dataclasses import replace

from gebiedsplan.gebied.model import Bevolkingsgroep, Cijfer, Cijferbladen, Doel, Gebiedsdata, Reden
from gebiedsplan.geheim.hulpvragen import zichtbaar
from gebiedsplan.geheim.model import Patroon, maat_van
from gebiedsplan.geheim.regels import FACTOR, afgerond
from gebiedsplan.geheim.teksten import van_aantal, van_cijfer
from gebiedsplan.kader.model import Eenheid, Kader


def openbaar(bladen: Cijferbladen, kader: Kader, patroon: Patroon) -> Cijferbladen:
    """The same figures without what is hidden: no value, no part of it, no remark that may tell it."""
    indicatoren = {i.id: i for i in kader.indicatoren}
    niet_geteld = {(maat, regio) for maat, regio, _ in patroon.verborgen}

    def cijfer(c: Cijfer) -> Cijfer:
        indicator = indicatoren.get(c.indicator)
        if indicator is None:
            return c
        if (c.indicator, c.regio, c.jaar) not in patroon.verborgen:
            rond = afgerond(c, indicator.eenheid, kader.geheimhouding.regel(indicator.bron))
            van_wie = {(maat_van(groep), c.regio) for groep in (*indicator.weging, "Totaal")}
            return rond if van_wie.isdisjoint(niet_geteld) else _zonder_basis(rond, indicator.eenheid)
        return replace(
            c,
            waarde=None,
            reden=Reden.GEHEIM,
            teller=None,
            noemer=None,
            ondergrens=None,
            bovengrens=None,
            opmerking=_zonder_getal(c.opmerking, tuple(van_cijfer(c, indicator.eenheid))),
        )

    def groep(g: Bevolkingsgroep) -> Bevolkingsgroep:
        if (maat_van(g.groep), g.regio, g.jaar) not in patroon.verborgen:
            return g
        opmerking = _zonder_getal(g.opmerking, tuple(van_aantal(g.aantal)))
        return replace(g, aantal=None, reden=Reden.GEHEIM, opmerking=opmerking)

    return Cijferbladen(tuple(map(groep, bladen.bevolking)), tuple(map(cijfer, bladen.cijfers)))


def _zonder_basis(cijfer: Cijfer, eenheid: Eenheid) -> Cijfer:
    """A share alone, where it is hidden how many people it is a share of: its interval gives their number."""
    if eenheid not in FACTOR or not cijfer.noemer:
        return cijfer
    waarde = cijfer.waarde
    if waarde is None and cijfer.reden is None and cijfer.teller is not None:
        waarde = cijfer.teller / cijfer.noemer * FACTOR[eenheid]
    return replace(cijfer, waarde=waarde, teller=None, noemer=None, ondergrens=None, bovengrens=None)


def van_werkmap(data: Gebiedsdata, kader: Kader, patroon: Patroon) -> Gebiedsdata:
    """All that a workbook says, as it may be shown: its figures, its goals, and what prevention yields."""

    def geheim(doel: Doel, jaar: int | None) -> bool:
        return (doel.indicator, data.slug, jaar) in patroon.verborgen

    doelen = (
        replace(
            doel,
            nulmeting=None if geheim(doel, doel.nulmeting_jaar) else doel.nulmeting,
            tussenmetingen=tuple(
                replace(meting, waarde=None) if geheim(doel, meting.jaar) else meting for meting in doel.tussenmetingen
            ),
        )
        for doel in data.doelen
    )
    return replace(
        data,
        bladen=openbaar(data.bladen, kader, patroon),
        doelen=tuple(doelen),
        hulpvragen=tuple(zichtbaar(vraag, kader) for vraag in data.hulpvragen),
    )


def _zonder_getal(opmerking: str, patronen: tuple[str, ...]) -> str:
    """A remark about a hidden figure, unless it holds a number: that may be the figure."""
    genoemd = any(re.search(patroon, opmerking, re.IGNORECASE) for patroon in patronen)
    return "" if genoemd or re.search(r"\d", opmerking) else opmerking
