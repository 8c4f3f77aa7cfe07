"""What the figures of an area say in short: what stands out, what got worse, what is strong. By rules, not by taste.

Only a difference or change counts that is large enough to matter (``duidelijk_verschil``) and that no test calls
possible chance. Tested ones come first, then the largest; with the same size the order of the kader decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Verandering, Verschil
from gebiedsplan.kader.model import Indicator, Kader
from gebiedsplan.plan import schrijfwijze, toetsing
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.model import Signaal, Signalen
from gebiedsplan.plan.verantwoording import VERANDERINGEN

MEESTE = 5
_GETOETST_OP_VERSCHIL = ("hoger", "lager")
_GETOETST_OP_VERANDERING = ("gestegen", "gedaald")
_NIETS_VERGELEKEN = "In dit plan is geen cijfer vergeleken met dat van een ander gebied of een ander jaar."


def signalen(beeld: Beeld, regio: Regio) -> Signalen:
    """The three lists of the summary, each of at most five lines."""
    anders, veranderd = beeld.verschillen(regio), beeld.veranderingen(regio)
    op_maat = [i for i in _op_volgorde(beeld.kader.indicatoren, anders) if anders[i.id].valt_op]
    gunstig = [i for i in op_maat if anders[i.id].oordeel == "gunstiger"]
    verloop = _op_volgorde(beeld.kader.indicatoren, veranderd)
    beter = [i for i in verloop if veranderd[i.id].verloop == "beter" and i not in gunstig]
    return Signalen(
        opvallend=_eerste(_verschil(beeld, regio, i, anders[i.id]) for i in op_maat if i not in gunstig),
        minder=_eerste(_verandering(i, veranderd[i.id]) for i in verloop if veranderd[i.id].verloop == "minder"),
        sterk=_eerste(
            [
                *(_verschil(beeld, regio, i, anders[i.id]) for i in gunstig),
                *(_verandering(i, veranderd[i.id]) for i in beter),
            ]
        ),
    )


def over_toetsen(lijsten: Signalen) -> str:
    """What a reader must know of all lines together: whether they were tested, and whether they are estimates."""
    regels = [regel for lijst in lijsten.alle() for regel in lijst]
    schatting = "Veel cijfers zijn schattingen. " if any(regel.schatting for regel in regels) else ""
    if all(regel.getoetst for regel in regels):
        return schatting.strip()
    if any(regel.getoetst for regel in regels):
        return f"{schatting}Getoetst is alleen waar ‘hoger’, ‘lager’, ‘gestegen’ of ‘gedaald’ staat."
    return f"{schatting}De verschillen zijn niet getoetst: het kan toeval zijn."


def niets_vergeleken(beeld: Beeld, regio: Regio) -> str:
    """That the lists are empty because nothing could be set beside a figure; "" when something could."""
    if beeld.verschillen(regio) or beeld.veranderingen(regio):
        return ""
    ander = "een ander gebied of een ander jaar"
    if not (naast_wie := toetsing.vergeleken_met(beeld, regio)):
        return f"In dit plan is geen cijfer van {regio.naam} vergeleken met dat van {ander}."
    return (
        f"Op deze pagina is geen cijfer van {regio.naam} vergeleken met dat van {ander}. "
        f"Hoe {regio.naam} staat naast {naast_wie}, staat verderop bij de cijfers."
    )


def over_regels(beeld: Beeld, regio: Regio) -> tuple[str, ...]:
    """How differences are judged and the lists are made, in sentences for the appendix; with how many were tested."""
    de_samenwerking = beeld.kader.instellingen.de_samenwerking
    duidelijk = f"Een verschil is duidelijk vanaf {grenzen(beeld.kader)}."
    if not (regels := toetsing.regels(beeld, regio)):
        return (duidelijk, _NIETS_VERGELEKEN)
    return (
        duidelijk,
        *regels,
        f"‘Wat valt op’ noemt duidelijke verschillen met {de_samenwerking}: wat minder gunstig is, en wat anders is "
        "zonder dat er goed of slecht is. ‘Wat werd minder’ noemt wat duidelijk minder gunstig werd sinds de eerste "
        f"meting waarmee we kunnen vergelijken. ‘Wat is sterk’ noemt wat duidelijk gunstiger is dan in "
        f"{de_samenwerking}, en daarna wat duidelijk beter werd.",
        f"In elke lijst staan hoogstens {taal.telwoord(MEESTE)} cijfers. Eerst komt wat is getoetst, daarna het "
        "grootste verschil. Hoe groot een verschil is, meten we aan het verschil dat duidelijk is.",
    )


def _op_volgorde(
    indicatoren: Iterable[Indicator], gevonden: dict[str, Verschil] | dict[str, Verandering]
) -> list[Indicator]:
    """Those that were compared, what was tested first and then the largest; sorting keeps the order of the kader."""
    vergeleken = [i for i in indicatoren if i.id in gevonden]
    return sorted(vergeleken, key=lambda i: (not gevonden[i.id].getoetst, -gevonden[i.id].maat))


def _eerste(regels: Iterable[Signaal]) -> tuple[Signaal, ...]:
    return tuple(regels)[:MEESTE]


def _verschil(beeld: Beeld, regio: Regio, indicator: Indicator, verschil: Verschil) -> Signaal:
    eigen = beeld.laatste(indicator, regio)
    samen = beeld.van_jaar(indicator, beeld.samenwerking, eigen.jaar) if eigen else None
    waarde, van_samen = (schrijfwijze.voluit(m, indicator) for m in (eigen, samen))
    getoetst = verschil.woord in _GETOETST_OP_VERSCHIL
    naast = f"{verschil.woord} dan {beeld.samenwerking.naam}:" if getoetst else beeld.samenwerking.naam
    return _signaal(indicator, f"{waarde} ({naast} {van_samen})", f"tabel-{indicator.blok}", getoetst, [eigen, samen])


def _verandering(indicator: Indicator, verandering: Verandering) -> Signaal:
    eerste, laatste = verandering.eerste, verandering.laatste
    getoetst = verandering.woord in _GETOETST_OP_VERANDERING
    erbij = f"{verandering.woord}; " if getoetst else ""
    toen, nu = (schrijfwijze.voluit(m, indicator) for m in (eerste, laatste))
    return _signaal(indicator, f"{nu} ({erbij}{eerste.jaar}: {toen})", VERANDERINGEN, getoetst, [eerste, laatste])


def _signaal(
    indicator: Indicator, cijfer: str, naar: str, getoetst: bool, metingen: Sequence[Meting | None]
) -> Signaal:
    bekend = [m for m in metingen if m]
    return Signaal(
        indicator=indicator.id,
        label=taal.kleine_letter(indicator.naam),
        cijfer=cijfer,
        naar=naar,
        getoetst=getoetst,
        schatting=any(m.status == schrijfwijze.SCHATTING for m in bekend),
        plekken=tuple(dict.fromkeys(plek for meting in bekend for plek in meting.plekken)),
    )


def grenzen(kader: Kader) -> str:
    """From which differences on a figure stands out: "1,5 procentpunt, of 5 per 1.000"."""
    gebruikt = {i.eenheid for i in kader.indicatoren if i.duidelijk_verschil is None}
    delen = [
        schrijfwijze.afstand(grens, eenheid)
        for eenheid, grens in kader.instellingen.duidelijk_verschil.items()
        if eenheid in gebruikt and grens
    ]
    eigen = [
        f"bij ‘{i.naam}’ vanaf {schrijfwijze.afstand(i.duidelijk_verschil, i.eenheid)}"
        for i in kader.indicatoren
        if i.duidelijk_verschil is not None
    ]
    return "; ".join([" of ".join(delen) or "elk verschil", *eigen])
