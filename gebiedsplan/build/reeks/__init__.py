"""The plans of all areas and their comparison, side by side. Only what changed is made again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import afdruk, ongewijzigd, overzicht, producten, samen, stand
from gebiedsplan.build.bestanden import alleen, write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties, Voortgang
from gebiedsplan.build.opdracht import VERGELIJKING, Opdracht, Uitkomst, onverwacht
from gebiedsplan.build.reeks.ploeg import Ploeg, beschikbaar
from gebiedsplan.build.reeks.verdeeld import Verdeelploeg
from gebiedsplan.build.stand import Stand
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Gebied

Uitkomsten: TypeAlias = tuple[tuple[str, Gemaakt | GebiedsplanFout], ...]
Volger: TypeAlias = Callable[[Voortgang], None]

# What is made beside the plans: the comparison, which is of no area.
_ALLEN = (None,)


class Reeks:
    """One build of all areas."""

    def __init__(self, mappen: Mappen, jaar: int | None, opties: Opties) -> None:
        self._mappen, self._jaar, self._opties = mappen, jaar, opties
        # Taken before anything is read: what changes meanwhile is then seen the next time.
        self._afdruk = ongewijzigd.van_alles(mappen, jaar, opties)
        self._lezer = Lezer(mappen.gebieden)
        gebieden = self._lezer.kader.gebieden
        self._werk: tuple[Gebied | None, ...] = (*gebieden, *_ALLEN)
        # Name of the product in the memory, or None where it could not be made; by the slug of the area.
        self._gedaan: dict[str, str | None] = {}

    def maak(self, opnieuw: bool, tegelijk: int, uitvoerder: str, volg: Volger) -> Uitkomsten:
        """Make what changed: ``tegelijk`` at a time on this computer, or as many as ``uitvoerder`` has workers."""
        # Who has most to make begins first: at the end nobody waits long for the last one.
        wachtend = deque(sorted(self._werk, key=lambda g: -len(self._lezer.kader.delen(g)) if g else 0))
        uitkomsten: dict[str, Gemaakt | GebiedsplanFout] = {}
        with Verdeelploeg(uitvoerder) if uitvoerder else Ploeg(min(tegelijk or beschikbaar(), len(wachtend))) as ploeg:
            while wachtend or ploeg.bezig:
                if wachtend and ploeg.heeft_plaats:
                    gebied = wachtend.popleft()
                    wat = self._bereid_voor(gebied, opnieuw)
                    if isinstance(wat, Opdracht):
                        ploeg.begin(wat)
                    elif wat is not None:
                        uitkomsten[_slug(gebied)] = wat
                else:
                    for opdracht, uitkomst in ploeg.klaar():
                        uitkomsten[opdracht.slug] = self._bewaar(opdracht, uitkomst)
                bezig = tuple(o.kort for o in ploeg.bezig)
                volg(Voortgang(len(uitkomsten), len(self._werk), bezig))
            try:
                self._sluit_af(ploeg)
            except GebiedsplanFout as fout:
                uitkomsten[self._mappen.index.name] = fout
        volgorde = [*map(_slug, self._werk), self._mappen.index.name]
        return tuple((naam, uitkomsten[naam]) for naam in volgorde if naam in uitkomsten)

    def _bereid_voor(self, gebied: Gebied | None, opnieuw: bool) -> Opdracht | Gemaakt | GebiedsplanFout | None:
        """What is to be made, or what is there already, or why it can not; None: there is nothing to make."""
        slug, product = _slug(gebied), f"het plan van {gebied.naam}" if gebied else "de vergelijking"
        self._gedaan[slug] = None
        try:
            opdracht = self._opdracht(gebied)
        except GebiedsplanFout as fout:
            return fout
        except Exception as fout:
            return GebiedsplanFout([onverwacht(slug, product, f"{type(fout).__name__}: {fout}")])
        bestaand = producten.is_er_al(opdracht) if opdracht and not opnieuw else None
        if opdracht and bestaand:
            self._gedaan[slug] = opdracht.naam
            return bestaand
        del self._gedaan[slug]
        return opdracht

    def _opdracht(self, gebied: Gebied | None) -> Opdracht | None:
        if gebied:
            gelezen = self._lezer.lees_plan(gebied.slug, self._jaar)
            return producten.opdracht("gebiedsplan", self._mappen, self._opties, gelezen)
        allen = samen.lees(self._lezer, self._jaar)
        return producten.opdracht("vergelijking", self._mappen, self._opties, allen) if allen else None

    def _bewaar(self, opdracht: Opdracht, uitkomst: Uitkomst | GebiedsplanFout) -> Gemaakt | GebiedsplanFout:
        slug = opdracht.slug
        self._gedaan[slug] = None
        if isinstance(uitkomst, GebiedsplanFout):
            return uitkomst
        try:
            gemaakt = producten.bewaar(opdracht, uitkomst, met_index=False)
        except GebiedsplanFout as fout:
            return fout
        self._gedaan[slug] = opdracht.naam
        return gemaakt

    def _sluit_af(self, ploeg: Ploeg | Verdeelploeg) -> None:
        """Write the page that shows all plans anew, and remember that all of them are there."""
        uit = self._mappen.uit
        mislukt = [slug for slug, naam in self._gedaan.items() if naam is None]
        with alleen(uit):
            # Another process draws it: this one has not loaded what that takes.
            write_all(ploeg.laat(overzicht.index, self._mappen, self._lezer.kader, self._jaar, mislukt=mislukt))
            if mislukt:
                return
            namen = [naam for gebied in self._werk if (naam := self._gedaan.get(_slug(gebied)))]
            standen = [stand.bestand(uit, naam) for naam in namen]
            nu = Stand(
                self._afdruk,
                {stand.plaats(uit, pad): afdruk.van_bestand(pad) for pad in (*standen, self._mappen.index)},
            )
            write_all({stand.bestand(uit, ongewijzigd.naam(self._jaar)): stand.als_json(nu)})


def _slug(gebied: Gebied | None) -> str:
    return gebied.slug if gebied else VERGELIJKING
