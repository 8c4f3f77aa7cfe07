"""The plans of all areas, side by side. Only what changed is made again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import afdruk, ongewijzigd, overzicht, producten, stand
from gebiedsplan.build.bestanden import alleen, write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties, Voortgang
from gebiedsplan.build.opdracht import Opdracht, Uitkomst, onverwacht
from gebiedsplan.build.ploeg import Ploeg, beschikbaar
from gebiedsplan.build.stand import Stand
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Gebied

Uitkomsten: TypeAlias = tuple[tuple[str, Gemaakt | GebiedsplanFout], ...]
Volger: TypeAlias = Callable[[Voortgang], None]


class Reeks:
    """One build of all areas."""

    def __init__(self, mappen: Mappen, jaar: int | None, opties: Opties) -> None:
        self._mappen, self._jaar, self._opties = mappen, jaar, opties
        # Taken before anything is read: what changes meanwhile is then seen the next time.
        self._afdruk = ongewijzigd.van_alles(mappen, jaar, opties)
        self._lezer = Lezer(mappen.gebieden)
        self._gebieden = self._lezer.kader.gebieden
        # Name of the product in the memory, or None where it could not be made; by the slug of the area.
        self._gedaan: dict[str, str | None] = {}

    def maak(self, opnieuw: bool, tegelijk: int, volg: Volger) -> Uitkomsten:
        """Make what changed, ``tegelijk`` at a time."""
        # Who has most to make begins first: at the end nobody waits long for the last one.
        wachtend = deque(sorted(self._gebieden, key=lambda g: -len(self._lezer.kader.delen(g))))
        uitkomsten: dict[str, Gemaakt | GebiedsplanFout] = {}
        with Ploeg(min(tegelijk or beschikbaar(), len(wachtend))) as ploeg:
            while wachtend or ploeg.bezig:
                if wachtend and ploeg.heeft_plaats:
                    gebied = wachtend.popleft()
                    wat = self._bereid_voor(gebied, opnieuw)
                    if isinstance(wat, Opdracht):
                        ploeg.begin(wat)
                    else:
                        uitkomsten[gebied.slug] = wat
                else:
                    for opdracht, uitkomst in ploeg.klaar():
                        uitkomsten[opdracht.gelezen.gebied.slug] = self._bewaar(opdracht, uitkomst)
                bezig = tuple(o.gelezen.gebied.naam for o in ploeg.bezig)
                volg(Voortgang(len(uitkomsten), len(self._gebieden), bezig))
            try:
                self._sluit_af(ploeg)
            except GebiedsplanFout as fout:
                uitkomsten[self._mappen.index.name] = fout
        volgorde = [*(gebied.slug for gebied in self._gebieden), self._mappen.index.name]
        return tuple((naam, uitkomsten[naam]) for naam in volgorde if naam in uitkomsten)

    def _bereid_voor(self, gebied: Gebied, opnieuw: bool) -> Opdracht | Gemaakt | GebiedsplanFout:
        """What is to be made, or what is there already, or why it can not."""
        self._gedaan[gebied.slug] = None
        try:
            gelezen = self._lezer.lees_plan(gebied.slug, self._jaar)
            opdracht = producten.opdracht("gebiedsplan", self._mappen, self._opties, gelezen)
        except GebiedsplanFout as fout:
            return fout
        except Exception as fout:
            return GebiedsplanFout([onverwacht(gebied, f"{type(fout).__name__}: {fout}")])
        bestaand = None if opnieuw else producten.is_er_al(opdracht)
        if bestaand is None:
            del self._gedaan[gebied.slug]
            return opdracht
        self._gedaan[gebied.slug] = opdracht.naam
        return bestaand

    def _bewaar(self, opdracht: Opdracht, uitkomst: Uitkomst | GebiedsplanFout) -> Gemaakt | GebiedsplanFout:
        slug = opdracht.gelezen.gebied.slug
        self._gedaan[slug] = None
        if isinstance(uitkomst, GebiedsplanFout):
            return uitkomst
        try:
            gemaakt = producten.bewaar(opdracht, uitkomst, met_index=False)
        except GebiedsplanFout as fout:
            return fout
        self._gedaan[slug] = opdracht.naam
        return gemaakt

    def _sluit_af(self, ploeg: Ploeg) -> None:
        """Write the page that shows all plans anew, and remember that all of them are there."""
        uit = self._mappen.uit
        mislukt = [slug for slug, naam in self._gedaan.items() if naam is None]
        with alleen(uit):
            # Another process draws it: this one has not loaded what that takes.
            write_all(ploeg.laat(overzicht.index, self._mappen, self._lezer.kader, self._jaar, mislukt=mislukt))
            if mislukt:
                return
            plannen = [stand.bestand(uit, str(self._gedaan[gebied.slug])) for gebied in self._gebieden]
            nu = Stand(
                self._afdruk,
                {stand.plaats(uit, pad): afdruk.van_bestand(pad) for pad in (*plannen, self._mappen.index)},
            )
            write_all({stand.bestand(uit, ongewijzigd.naam(self._jaar)): stand.als_json(nu)})
