"""From all workbooks of a folder to the pattern: what is too small, and what would give that away."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from gebiedsplan.gebied.leeftijden import sluiten_aan
from gebiedsplan.gebied.model import Bevolkingsgroep, Cijfer, Reden
from gebiedsplan.geheim.aanvullen import aanvullen
from gebiedsplan.geheim.model import Editie, Patroon, Sleutel, maat_van
from gebiedsplan.geheim.regels import FACTOR, aantal, basis, te_klein
from gebiedsplan.geheim.verbanden import Cel, Grens, Verband, afgeleid, puzzels, van_gebieden, verdelingen, verwant
from gebiedsplan.kader.model import Eenheid, Kader

TOTAAL = maat_van("Totaal")

# What hiding a figure costs: a wijk is missed by fewer readers than an area, and an area than all inhabitants of one.
_WIJK, _GEBIED, _INWONERS, _GEMEENTE = 1.0, 10.0, 10.0, 100.0
# A figure that stood in the plan of an earlier year is known to who kept it: rather hide another.
_STOND_ER_AL = 3.0
# A number that is there for sure, and known.
_VAST = {Reden.NIHIL, Reden.NIET_VAN_TOEPASSING}


def patroon(kader: Kader, edities: Sequence[Editie]) -> Patroon:
    """What is hidden in every product that is made of these workbooks, of whatever area or year.

    A figure that is too small in one workbook is hidden in all. Then so much is hidden with it that nobody who has
    all the plans of all areas and years, knows this rule, and looks up the figures of the gemeenten elsewhere, can
    bring a hidden number nearer than ``bandbreedte`` people.
    """
    tellingen = _Tellingen(kader, edities)
    verborgen = set(tellingen.te_klein)
    onbeschermd: set[Sleutel] = set()
    # Nothing hidden, nothing to protect: most folders.
    for maten, jaar in tellingen.jaargangen():
        verbanden, paren = tuple(tellingen.verbanden(maten, jaar)), tuple(tellingen.grenzen(maten, jaar))
        alle: tuple[Verband | Grens, ...] = (*verbanden, *paren)
        cellen = {s: tellingen.cel(s) for v in alle for s in v.samen}
        rest = afgeleid(cellen, verbanden)
        cellen |= {s: cellen[s]._replace(omlaag=mensen) for s, mensen in rest.items()}
        grenzen = tuple(tellingen.grenzen(maten, jaar, rest))
        for puzzel in puzzels(cellen, verbanden, grenzen):
            aanvulling = aanvullen(puzzel, kader.geheimhouding.bandbreedte)
            verborgen |= aanvulling.verborgen
            onbeschermd |= aanvulling.onbeschermd
    totalen = {s for s in verborgen - tellingen.te_klein if tellingen.is_gemeente(s[1])}
    return Patroon(frozenset(verborgen), frozenset(totalen), frozenset(onbeschermd))


def _sluiten_aan(maten: Iterable[str]) -> bool:
    return sluiten_aan([maat.removeprefix(maat_van("")) for maat in maten])


class _Bekend(NamedTuple):
    """The least and the most that workbooks say a number is, the most it can be, and whether it is nothing for sure."""

    mensen: float | None
    hoogst: float | None
    plafond: float | None
    vast: bool


def _samen(aantallen: Sequence[float], plafonds: Sequence[float], vast: bool) -> _Bekend:
    return _Bekend(
        min(aantallen, default=None), max(aantallen, default=None), min(plafonds, default=None), vast and not aantallen
    )


class _Tellingen:
    """Every number of every workbook by what it is of; the newest workbook last."""

    def __init__(self, kader: Kader, edities: Sequence[Editie]) -> None:
        self._kader = kader
        self._nieuwste = max((e.planjaar for e in edities), default=0)
        self._indicatoren = {i.id: i for i in kader.indicatoren}
        self._cijfers: dict[Sleutel, list[tuple[int, Cijfer]]] = defaultdict(list)
        self._inwoners: dict[Sleutel, list[tuple[int, Bevolkingsgroep]]] = defaultdict(list)
        for planjaar, bladen in sorted(edities, key=lambda e: e.planjaar):
            for cijfer in (c for c in bladen.cijfers if c.indicator in self._indicatoren):
                self._cijfers[cijfer.indicator, cijfer.regio, cijfer.jaar].append((planjaar, cijfer))
            for groep in bladen.bevolking:
                self._inwoners[maat_van(groep.groep), groep.regio, groep.jaar].append((planjaar, groep))
        self._gemeenten = frozenset(g.slug for g in kader.gebieden if not g.deel_van)
        self._bladeren = frozenset(g.slug for g in kader.bladeren())
        self._geheel_van = {d: (geheel, len(delen)) for geheel, delen in van_gebieden(kader) for d in delen}
        self.te_klein = frozenset((*self._kleine_cijfers(), *self._kleine_groepen()))

    def is_gemeente(self, regio: str) -> bool:
        """Whether a region is a gemeente: of those others publish figures as well."""
        return regio in self._gemeenten

    def jaargangen(self) -> list[tuple[tuple[str, ...], int]]:
        """What was measured when, as far as something of it is hidden; together what says something of each other."""
        samen = verwant(self._kader)
        return sorted({(samen.get(maat) or (*self._maten_van(jaar),), jaar) for maat, _, jaar in self.te_klein})

    def verbanden(self, maten: Sequence[str], jaar: int) -> Iterator[Verband]:
        """What adds up among the numbers of measures in a year: over regions, over ages, and over indicators."""
        for maat in maten:
            for geheel, delen in van_gebieden(self._kader):
                yield Verband((maat, geheel, jaar), tuple((maat, deel, jaar) for deel in delen))
        groepen = tuple(m for m in maten if m != TOTAAL)
        leeftijden = [(TOTAAL, groepen)] if TOTAAL in maten and _sluiten_aan(groepen) else []
        for geheel, delen in (*verdelingen(self._kader, maten), *leeftijden):
            for regio in self._regios(maten, jaar):
                totaal = (geheel, regio, jaar) if geheel else None
                verband = Verband(totaal, tuple((deel, regio, jaar) for deel in delen))
                yield verband._replace(schalen=self._schalen(verband.samen))

    def grenzen(
        self, maten: Sequence[str], jaar: int, rest: Mapping[Sleutel, float] = MappingProxyType({})
    ) -> Iterator[Grens]:
        """Which number is never more than which. ``rest``: what numbers are that no workbook gives."""
        for indicator in (self._indicatoren[maat] for maat in maten if maat in self._indicatoren):
            for regio in self._regios(maten, jaar) if indicator.deel_van else ():
                deel, geheel = (indicator.id, regio, jaar), (indicator.deel_van, regio, jaar)
                van_deel, van_geheel = self._schalen((deel, geheel))
                minstens = self._bekend(deel).hoogst
                minstens = rest.get(deel, self._opgeteld(deel)) if minstens is None else minstens
                hoogstens = self._hoogstens(geheel, rest)
                ruimte = max(0.0, hoogstens * van_geheel - minstens * van_deel)
                yield Grens(deel, geheel, ruimte, (van_deel, van_geheel))

    def _regios(self, maten: Sequence[str], jaar: int) -> list[str]:
        alle = {*self._inwoners, *self._cijfers}
        return sorted({regio for maat, regio, telling in alle if telling == jaar and maat in maten})

    def _hoogstens(self, geheel: Sleutel, rest: Mapping[Sleutel, float]) -> float:
        """The least that a whole is, as far as we know; of one that nobody gave and nothing tells there is no end."""
        mensen = self._bekend(geheel).mensen
        onbekend = 0.0 if geheel in self.te_klein else math.inf
        return rest.get(geheel, onbekend) if mensen is None else mensen

    def _schalen(self, sleutels: Sequence[Sleutel]) -> tuple[float, ...]:
        """For how many inhabitants each counted person stands: more than one where only some were asked.

        What a source keeps secret is counted as what it is laid beside.
        """
        bekend = [self._schaal(sleutel) for sleutel in sleutels]
        anders = next((schaal for schaal in bekend if schaal is not None), 1.0)
        return tuple(anders if schaal is None else schaal for schaal in bekend)

    def _schaal(self, sleutel: Sleutel) -> float | None:
        if sleutel[0] not in self._indicatoren:
            return 1.0
        eenheid = self._indicatoren[sleutel[0]].eenheid
        met_getal = [c for _, c in self._cijfers.get(sleutel, ()) if c.waarde is not None or c.teller is not None]
        if not met_getal:
            return None
        van, inwoners = basis(met_getal[-1], eenheid), self._inwoners_bij(*sleutel)
        return inwoners / van if van and inwoners else 1.0

    def cel(self, sleutel: Sleutel) -> Cel:
        """What a reader knows of a number."""
        mensen, hoogst, plafond, vast = self._bekend(sleutel)
        gemeente = self.is_gemeente(sleutel[1])
        geheim = sleutel in self.te_klein
        if mensen is None and not geheim:
            # What no workbook gives of a gemeente stands elsewhere; of another region it may be anything, and more
            # than nothing only as far as we can add it up.
            bekend = vast or gemeente
            return Cel(0.0 if bekend else self._opgeteld(sleutel), 0.0 if bekend else math.inf, vrij=not bekend)
        # A number that a source keeps secret may be zero, as far as it alone is concerned.
        omlaag = mensen or 0.0
        omhoog = math.inf if plafond is None else max(plafond - omlaag, 0.0)
        prijs = self._prijs(sleutel, omlaag)
        return Cel(omlaag, omhoog, geheim, False, prijs, gemeente, onbekend=mensen is None, bijgesteld=mensen != hoogst)

    def _bekend(self, sleutel: Sleutel) -> _Bekend:
        """What all workbooks say of a number: each is published with its own, and each must be safe."""
        if sleutel[0] not in self._indicatoren:
            groepen = [groep for _, groep in self._inwoners.get(sleutel, ())]
            aantallen = [g.aantal for g in groepen if g.aantal is not None]
            return _samen(aantallen, (), any(g.reden in _VAST for g in groepen))
        cijfers = [c for _, c in self._cijfers.get(sleutel, ())]
        eenheid = self._indicatoren[sleutel[0]].eenheid
        met_getal = [c for c in cijfers if c.waarde is not None or c.teller is not None]
        mensen = [self._mensen(c, eenheid) for c in met_getal]
        bases = [van for c in met_getal if (van := basis(c, eenheid)) is not None]
        return _samen(mensen, bases, any(c.reden in _VAST for c in cijfers))

    def _mensen(self, cijfer: Cijfer, eenheid: Eenheid) -> float:
        mensen = aantal(cijfer, eenheid)
        if mensen is not None:
            return mensen
        deel = (cijfer.waarde or 0.0) / FACTOR.get(eenheid, 1.0)
        return deel * self._inwoners_bij(cijfer.indicator, cijfer.regio, cijfer.jaar)

    def _opgeteld(self, sleutel: Sleutel) -> float:
        """What the parts of a region are together, as far as workbooks give them."""
        maat, regio, jaar = sleutel
        delen = next((delen for geheel, delen in van_gebieden(self._kader) if geheel == regio), ())
        return sum(self._bekend((maat, deel, jaar)).mensen or 0.0 for deel in delen)

    def _inwoners_bij(self, maat: str, regio: str, jaar: int) -> float:
        """How many inhabitants a share without noemer is about, in the counted year nearest to it.

        Of a wijk whose inhabitants no workbook gives: an even part of those of its area. 0 when nothing is known.
        """
        jaren = sorted({j for _, r, j in self._inwoners if r == regio}, key=lambda j: (abs(j - jaar), j))
        if not jaren and regio in self._geheel_van:
            geheel, delen = self._geheel_van[regio]
            return self._inwoners_bij(maat, geheel, jaar) / delen
        weging = self._indicatoren[maat].weging if jaren else ()
        aantallen = [self._bekend((maat_van(groep), regio, jaren[0])).mensen or 0.0 for groep in weging]
        return sum(aantallen)

    def _prijs(self, sleutel: Sleutel, mensen: float) -> float:
        maat, regio, _ = sleutel
        prijs = _GEMEENTE if self.is_gemeente(regio) else _GEBIED if regio in self._bladeren else _WIJK
        prijs *= _INWONERS if maat == TOTAAL else 1.0
        jaren = [planjaar for planjaar, _ in (*self._cijfers.get(sleutel, ()), *self._inwoners.get(sleutel, ()))]
        prijs *= _STOND_ER_AL if min(jaren, default=self._nieuwste) < self._nieuwste else 1.0
        # Of two wijken the smaller one is missed less.
        return prijs * (1 + math.log1p(mensen) / 10)

    def _maten_van(self, jaar: int) -> list[str]:
        """Everybody, and the age groups of a year; those of the kader where no workbook has a row for one of them."""
        geteld = dict.fromkeys(maat for maat, _, telling in self._inwoners if telling == jaar and maat != TOTAAL)
        van_kader = dict.fromkeys(maat_van(groep) for i in self._indicatoren.values() for groep in i.weging)
        compleet = [*geteld] if _sluiten_aan(geteld) else [*(geteld | van_kader)]
        return [TOTAAL, *(compleet if _sluiten_aan(compleet) else geteld)]

    def _kleine_cijfers(self) -> Iterator[Sleutel]:
        for sleutel, rijen in self._cijfers.items():
            indicator = self._indicatoren[sleutel[0]]
            regel = self._kader.geheimhouding.regel(indicator.bron)
            if any(c.reden is Reden.GEHEIM or te_klein(c, indicator.eenheid, regel) for _, c in rijen):
                yield sleutel

    def _kleine_groepen(self) -> Iterator[Sleutel]:
        drempel = self._kader.geheimhouding.drempel
        for sleutel, rijen in self._inwoners.items():
            if any(g.reden is Reden.GEHEIM or (g.aantal is not None and g.aantal < drempel) for _, g in rijen):
                yield sleutel
