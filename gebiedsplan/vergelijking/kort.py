"""The first page: where the areas differ most, and where one can learn from another. By rules, not by taste."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gebiedsplan import taal
from gebiedsplan.cijfers.koers import Woord as Koerswoord
from gebiedsplan.cijfers.verschil import gericht
from gebiedsplan.kader.eigen import Woord
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.plan.beeld import Omgeving, Regio
from gebiedsplan.vergelijking.cijferdelen import anker, van_tot
from gebiedsplan.vergelijking.inzet import Inzet
from gebiedsplan.vergelijking.model import Lijst, Regel
from gebiedsplan.vergelijking.naast import Naast

MEESTE = 5
_GETOETST = ("hoger", "lager")
_GOED: tuple[Koerswoord, ...] = ("bereikt", "op koers")
_NIET_GOED: tuple[Koerswoord, ...] = ("onzeker", "niet op koers", "niet bereikt")


class _Kans(NamedTuple):
    """A line with how sure and how large what it is about is."""

    getoetst: bool
    maat: float
    regel: Regel


def verschillen(omgeving: Omgeving, alle: Sequence[Naast]) -> Lijst:
    """The figures that lie farthest apart: what was tested first, then the largest."""
    gevonden = [_uiteen(omgeving, naast) for naast in alle if naast.te_vergelijken]
    return Lijst(
        "Waar de gebieden het meest verschillen",
        "verschillen",
        "",
        _eerste(kans for kans in gevonden if kans.maat >= 1),
        "De cijfers van de gebieden liggen dicht bij elkaar.",
    )


def leren(alle: Sequence[Naast], inzet: Sequence[Inzet]) -> Lijst:
    """Where an area could ask another: it does better on a figure and works on it, or its goal there is on course."""
    vergeleken = [naast for naast in alle if naast.te_vergelijken and naast.indicator.gunstig != "geen"]
    return Lijst(
        "Waar gebieden van elkaar kunnen leren",
        "leren",
        "Of het ene gebied door zijn aanpak beter is, weten we niet. Het is een reden om met elkaar te praten.",
        _eerste([*_van_cijfers(vergeleken, inzet), *_van_doelen(alle, inzet)]),
        "Er is geen cijfer waarbij het ene gebied opvalt en het andere eraan werkt.",
    )


def regels(de_samenwerking: str, thema: Woord | None) -> tuple[str, ...]:
    """How the lists are made, for the appendix. ``thema``: what the kader calls it, None when it has none."""
    of_thema = (
        f", of voor een speerpunt dat hoort bij {thema.meervoud} van alle speerpunten met zo’n doel" if thema else ""
    )
    meeste = taal.telwoord(MEESTE)
    return (
        "‘Waar de gebieden het meest verschillen’ noemt de cijfers waarvan het hoogste en het laagste gebied het "
        "verst uit elkaar liggen. Hoe groot dat is, meten we aan het verschil dat duidelijk is.",
        "‘Waar gebieden van elkaar kunnen leren’ noemt een gebied dat bij een cijfer duidelijk gunstiger is dan "
        f"{de_samenwerking} en er ook aan werkt. Dat wil zeggen: het heeft acties voor een speerpunt met een doel op "
        f"dat cijfer{of_thema}. "
        "Daarnaast staan de gebieden die minder gunstig zijn, of die een doel op dat cijfer hebben.",
        "Is er niet zo’n gebied? Dan staat er een gebied dat duidelijk minder gunstig is en er niet aan werkt. "
        "Daarnaast staat wie er al wel aan werkt.",
        "Daarna komen doelen op hetzelfde cijfer: in het ene gebied op koers of bereikt, in het andere niet.",
        f"In elke lijst staan hoogstens {meeste} regels. Eerst komt wat is getoetst, daarna het grootste verschil.",
    )


def _eerste(kansen: Iterator[_Kans] | Sequence[_Kans]) -> tuple[Regel, ...]:
    """Sorting keeps the order of the kader."""
    volgorde = sorted(kansen, key=lambda kans: (not kans.getoetst, -kans.maat))
    return tuple(kans.regel for kans in volgorde)[:MEESTE]


# -- where areas differ


def _uiteen(omgeving: Omgeving, naast: Naast) -> _Kans:
    (_, laag), (_, hoog) = naast.uitersten
    grens = omgeving.kader.valt_op_vanaf(naast.indicator)
    afstand = round((hoog.waarde or 0.0) - (laag.waarde or 0.0), 9)
    maat = afstand / grens if grens else float(bool(afstand))
    anders = [
        f"{woord} in {taal.opsomming(namen)}"
        for woord in _GETOETST
        if (namen := [r.naam for r, v in naast.anders.items() if v.woord == woord])
    ]
    erbij = f"; getoetst: {'; '.join(anders)}" if anders else ""
    return _Kans(bool(anders), maat, _regel(naast, f"{van_tot(naast)}{erbij}."))


# -- where one can learn from another


def _van_cijfers(alle: Sequence[Naast], inzet: Sequence[Inzet]) -> Iterator[_Kans]:
    """Of every figure an area that does better, for those who want to; else who works on it, for those who do not."""
    for naast in alle:
        yield from list(_van_wie_beter_is(naast, inzet)) or _van_wie_bezig_is(naast, inzet)


def _van_wie_beter_is(naast: Naast, inzet: Sequence[Inzet]) -> Iterator[_Kans]:
    themas = _gedeelde_themas([een for een in inzet if _heeft_doel(een, naast)])
    for regio, verschil in naast.anders.items():
        werk = [een for een in inzet if een.slug == regio.sleutel and een.acties]
        aanpak = [een for een in werk if _heeft_doel(een, naast)]
        aanpak += [een for een in werk if themas & set(een.speerpunt.themas)]
        vragers = [ander for ander in naast.anders if _vraagt(naast, regio, ander, inzet)]
        if verschil.oordeel == "gunstiger" and aanpak and vragers:
            namen = "; ".join(f"{vrager.naam} ({_cijfer(naast, vrager)})" for vrager in vragers)
            zin = f"{_is(naast, regio)} en werkt eraan met {_aanpak(aanpak[0])}. Interessant voor: {namen}."
            yield _Kans(verschil.woord in _GETOETST, verschil.maat, _regel(naast, zin))


def _van_wie_bezig_is(naast: Naast, inzet: Sequence[Inzet]) -> Iterator[_Kans]:
    met_doel = [een for een in inzet if _heeft_doel(een, naast)]
    themas = _gedeelde_themas(met_doel)
    werkt = {een.slug for een in inzet if een in met_doel or themas & set(een.speerpunt.themas)}
    bezig = "; ".join(f"{een.gebied} met {_aanpak(een)}" for een in met_doel if een.acties)
    for regio, verschil in naast.anders.items():
        if verschil.oordeel == "minder gunstig" and regio.sleutel not in werkt and bezig:
            zin = f"{_is(naast, regio)} en werkt hier niet aan. Er al mee bezig: {bezig}."
            yield _Kans(verschil.woord in _GETOETST, verschil.maat, _regel(naast, zin))


def _gedeelde_themas(met_doel: Sequence[Inzet]) -> set[str]:
    """What a figure is about: the themas that all speerpunten with a goal on it share. One alone says too little."""
    return set.intersection(*(set(een.speerpunt.themas) for een in met_doel)) if len(met_doel) > 1 else set()


def _heeft_doel(een: Inzet, naast: Naast) -> bool:
    return any(doel.doel.indicator == naast.indicator.id for doel in een.doelen)


def _vraagt(naast: Naast, regio: Regio, ander: Regio, inzet: Sequence[Inzet]) -> bool:
    """Whether an area does less well than ``regio``, and is clearly less favourable or has a goal on it."""
    verschil = naast.anders[ander]
    minder = gericht(verschil.punten, naast.indicator) < gericht(naast.anders[regio].punten, naast.indicator)
    wil = any(een.slug == ander.sleutel and _heeft_doel(een, naast) for een in inzet)
    return minder and verschil.oordeel != "gunstiger" and (verschil.oordeel == "minder gunstig" or wil)


def _is(naast: Naast, regio: Regio) -> str:
    """How an area stands: "Schoorl is gunstiger (30%)"; with the word of a test where there was one."""
    verschil = naast.anders[regio]
    hoe = f", getoetst {verschil.woord}" if verschil.woord in _GETOETST else ""
    return f"{regio.naam} is {verschil.oordeel} ({_cijfer(naast, regio)}{hoe})"


def _cijfer(naast: Naast, regio: Regio) -> str:
    return schrijfwijze.voluit(naast.metingen[regio], naast.indicator)


def _aanpak(een: Inzet) -> str:
    return f"‘{een.speerpunt.titel}’ ({een.in_het_kort})"


def _van_doelen(alle: Sequence[Naast], inzet: Sequence[Inzet]) -> Iterator[_Kans]:
    """Goals on one figure, on course in one area and not in another; they come after what figures say."""
    for naast in alle:
        doelen = [
            (een, doel.koers.woord) for een in inzet for doel in een.doelen if doel.doel.indicator == naast.indicator.id
        ]
        goed = [(een, woord) for een, woord in doelen if woord in _GOED]
        slugs = {een.slug for een, _ in goed}
        niet = [(een, woord) for een, woord in doelen if woord in _NIET_GOED and een.slug not in slugs]
        if goed and niet:
            wel = "; ".join(f"in {een.gebied} {woord} met {_aanpak(een)}" for een, woord in goed)
            ook = "; ".join(f"in {een.gebied} {woord}" for een, woord in niet)
            yield _Kans(False, 0.0, _regel(naast, f"het doel is {wel}. Het is {ook}."))


def _regel(naast: Naast, tekst: str) -> Regel:
    return Regel(naast.indicator.naam, tekst, anker(naast) if naast.te_vergelijken else f"blok-{naast.indicator.blok}")
