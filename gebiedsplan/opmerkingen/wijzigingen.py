"""Tracked changes in words: what came, went, moved or looks otherwise, a sentence for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from gebiedsplan.opmerkingen.model import WIJZIGING, Opmerking
from gebiedsplan.opmerkingen.plek import Plekken, kort, woorden_van
from gebiedsplan.opmerkingen.stukken import Soort, Stuk, Stukken, Wijziging

_NA = "Nieuwe tekst, na de tekst van deze cel."


def wijzigingen(stukken: Stukken, plekken: Plekken) -> Iterator[Opmerking]:
    """Every tracked change. Of a row that came or went only the row is told, not each of its cells."""
    verteller = _Verteller(stukken, plekken)
    yield from verteller.rijen()
    yield from verteller.teksten()
    yield from verteller.alineas()
    yield from verteller.opmaak()


class _Verteller:
    """Tells the changes of one document."""

    def __init__(self, stukken: Stukken, plekken: Plekken) -> None:
        self._stukken = stukken
        self._alle = stukken.alle
        self._plekken = plekken
        self._hele_rijen = {(rij, w.soort, w.wie) for rij, w in stukken.rijen}

    def rijen(self) -> Iterator[Opmerking]:
        for rij, wijziging in self._stukken.rijen:
            nummers = [n for n, stuk in enumerate(self._alle) if stuk.rij == rij]
            cellen = groupby((self._alle[n] for n in nummers), key=lambda s: s.alinea)
            tekst = " | ".join("".join(s.tekst for s in cel).strip() for _, cel in cellen)
            wat = "Voeg een rij toe" if wijziging.soort is Soort.ERBIJ else "Schrap deze rij"
            yield self._opmerking(wijziging, f"{wat}: “{tekst}”.", nummers)

    def teksten(self) -> Iterator[Opmerking]:
        """What one reviewer did at one place: a word that went and one that came are one change."""
        gezegd = ((n, stuk) for n, stuk in enumerate(self._alle) if stuk.tekst or stuk.wijziging)
        for sleutel, groep in groupby(gezegd, key=lambda paar: _samen(paar[1])):
            nummers = [nummer for nummer, _ in groep]
            soorten = self._per_soort(nummers) if sleutel else {}
            if any(soorten.values()):
                eerste = next(w for n in nummers if (w := self._alle[n].wijziging))
                yield self._opmerking(eerste, _in_woorden(soorten), nummers)

    def _per_soort(self, nummers: Sequence[int]) -> dict[Soort, str]:
        tekst: dict[Soort, str] = defaultdict(str)
        for stuk in (self._alle[nummer] for nummer in nummers):
            w = stuk.wijziging
            if w and (stuk.rij, w.soort, w.wie) not in self._hele_rijen:
                tekst[w.soort] += stuk.tekst
        return tekst

    def alineas(self) -> Iterator[Opmerking]:
        """Paragraphs that were split or joined; one that came or went as a whole was told by its words."""
        for alinea, wijziging in self._stukken.alineas:
            nummers = [n for n, stuk in enumerate(self._alle) if stuk.alinea == alinea]
            eigen = [self._alle[n] for n in nummers]
            if any(s.tekst and s.wijziging and s.wijziging.soort is wijziging.soort for s in eigen):
                continue
            if any((s.rij, wijziging.soort, wijziging.wie) in self._hele_rijen for s in eigen):
                continue
            wat = (
                "Begin hierna een nieuwe alinea." if wijziging.soort.nieuw else "Plak de volgende alinea hieraan vast."
            )
            yield self._opmerking(wijziging, wat, nummers)

    def opmaak(self) -> Iterator[Opmerking]:
        """What looks otherwise, once for each paragraph and reviewer."""
        per: dict[tuple[int, str], list[int]] = defaultdict(list)
        for nummer, stuk in enumerate(self._alle):
            if stuk.wijziging and stuk.wijziging.soort is Soort.OPMAAK:
                per[stuk.alinea, stuk.wijziging.wie].append(nummer)
        for nummers in per.values():
            eerste = self._alle[nummers[0]].wijziging
            if eerste:
                yield self._opmerking(eerste, "Andere opmaak.", nummers)

    def _opmerking(self, wijziging: Wijziging, wat: str, nummers: Sequence[int]) -> Opmerking:
        bron, toelichting = self._plekken.bron(nummers), ""
        if not bron and nummers and wijziging.soort.nieuw:
            bron = self._plekken.bron_erboven(nummers[0])
            toelichting = _NA if bron else ""
        alineas = {self._alle[nummer].alinea for nummer in nummers}
        return Opmerking(
            wie=wijziging.wie,
            wanneer=wijziging.wanneer,
            soort=WIJZIGING,
            wat=wat,
            over=kort(woorden_van(stuk for stuk in self._alle if stuk.alinea in alineas)),
            bron=bron,
            kop=self._plekken.kop(nummers),
            toelichting=toelichting,
        )


def _samen(stuk: Stuk) -> tuple[int, str, bool] | None:
    """What must be the same for two changes beside each other to be one."""
    w = stuk.wijziging
    if w is None or w.soort is Soort.OPMAAK:
        return None
    return stuk.alinea, w.wie, w.soort in (Soort.HIERHEEN, Soort.HIERVANDAAN)


def _in_woorden(per_soort: dict[Soort, str]) -> str:
    tekst = {soort: " ".join(woorden.split()) or "(spatie)" for soort, woorden in per_soort.items() if woorden}
    if Soort.WEG in tekst and Soort.ERBIJ in tekst:
        return f"Vervang “{tekst[Soort.WEG]}” door “{tekst[Soort.ERBIJ]}”."
    zinnen = {
        Soort.WEG: "Schrap “{}”.",
        Soort.ERBIJ: "Voeg toe: “{}”.",
        Soort.HIERVANDAAN: "Verplaats van hier: “{}”.",
        Soort.HIERHEEN: "Verplaats naar hier: “{}”.",
    }
    return " ".join(zin.format(tekst[soort]) for soort, zin in zinnen.items() if soort in tekst)
