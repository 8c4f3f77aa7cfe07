"""Figures through the years: are they new enough, and do they change as figures do?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.model import Cijfer

# From one measurement to the next a figure may double; more is rather a mistake in typing or in the unit.
GROOTSTE_FACTOR = 2


def cijfers_zijn_vers(o: Onderzoek) -> Iterator[Bevinding]:
    """The newest figure of an indicator is not older than its source would allow.

    A newer row that says why there is no figure counts as new: then somebody looked. All of a sheet in one finding.
    """
    nieuwste: dict[str, Cijfer] = {}
    eigen = [c for c in o.data.bladen.cijfers if c.regio == o.data.slug and c.indicator and c.jaar]
    for cijfer in eigen if o.met_cijfers else ():
        ander = nieuwste.setdefault(cijfer.indicator, cijfer)
        if cijfer.jaar > ander.jaar:
            nieuwste[cijfer.indicator] = cijfer
    oud: dict[str, list[Cijfer]] = defaultdict(list)
    for cijfer in nieuwste.values():
        if cijfer.jaar < o.kader.indicator(cijfer.indicator).vers_vanaf(o.jaar):
            oud[cijfer.plekken["Jaar"].blad].append(cijfer)
    for cijfers in oud.values():
        namen = ", ".join(f"{o.kader.indicator(c.indicator).naam} ({c.jaar})" for c in cijfers)
        yield Bevinding(
            "cijfer-verouderd",
            cijfers[0].plekken["Jaar"],
            f"Op dit blad {'staat een oud cijfer' if len(cijfers) == 1 else 'staan oude cijfers'}: {namen}.",
            "Kijk bij de bron of er een nieuwer cijfer is en zet dat erbij. Is het er niet? "
            "Zet dan bij Waarde het teken dat zegt waarom, zoals later of vervallen.",
            Ernst.LET_OP,
        )


def geen_sprong(o: Onderzoek) -> Iterator[Bevinding]:
    """From one measurement to the next no figure more than doubles or halves.

    Small differences do not count: for those the kader says when a difference stands out.
    """
    reeksen: dict[tuple[str, str], list[Cijfer]] = defaultdict(list)
    for cijfer in o.data.bladen.cijfers:
        if cijfer.indicator and cijfer.regio and cijfer.jaar and cijfer.waarde is not None:
            reeksen[cijfer.indicator, cijfer.regio].append(cijfer)
    for (indicator, _), reeks in reeksen.items():
        opvallend = o.kader.valt_op_vanaf(o.kader.indicator(indicator))
        for vorig, cijfer in pairwise(sorted(reeks, key=lambda c: c.jaar)):
            laag, hoog = sorted((vorig.waarde or 0.0, cijfer.waarde or 0.0))
            if cijfer.jaar > vorig.jaar and laag > 0 and hoog > laag * GROOTSTE_FACTOR and hoog - laag > opvallend:
                gedaan = "verdubbeld" if cijfer.waarde == hoog else "gehalveerd"
                yield Bevinding(
                    "cijfer-sprong",
                    cijfer.plekken["Waarde"],
                    f"Dit cijfer is meer dan {gedaan} sinds {vorig.jaar} ({vorig.plekken['Waarde'].in_bestand()}).",
                    "Kijk de twee cijfers na: de komma, de eenheid, de manier van meten. "
                    "Klopt het? Leg het dan uit bij Opmerking of op het blad Duiding.",
                    Ernst.LET_OP,
                )
