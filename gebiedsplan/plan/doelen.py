"""How far the goals of an area are: in words for a table, and as a chart of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.cijfers.doelen import zichtbaar
from gebiedsplan.cijfers.koers import GEMETEN, Koers, Stand, Traject, Woord, koers, van_doel
from gebiedsplan.cijfers.model import VOORBEELD
from gebiedsplan.gebied.model import Doel, Gebiedsdata, Reden
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.plan import doelwaarden, schrijfwijze, zinnen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.grafiek import Basis, DoelenGroep, Doelenkaart, DoelRij, Raster, Stap
from gebiedsplan.plan.model import Kolomkop, Tabel

GEEN_METING = "–"

# What the words mean, for the appendix. The rule stands here once; ``cijfers.koers`` follows it.
UITLEG: Mapping[Woord, str] = {
    "bereikt": "De laatste meting is gelijk aan het doel, of beter.",
    "op koers": "De laatste meting ligt op de rechte lijn van de nulmeting naar het doel, of is beter.",
    "onzeker": "De laatste meting blijft achter bij de rechte lijn van de nulmeting naar het doel. Het verschil is "
    "kleiner dan de onzekerheid van de meting.",
    "niet op koers": "De laatste meting blijft achter bij de rechte lijn van de nulmeting naar het doel.",
    "niet bereikt": "In het jaar van het doel is het doel niet gehaald.",
    "niet te zeggen": "Er ontbreekt een jaar, of het is niet bekend welke kant het op moet.",
    "nog niet opnieuw gemeten": "Na de nulmeting is er nog niet gemeten.",
    "nog niet gemeten": "Er is nog geen meting.",
    "eerst nulmeting": "Het doel komt er pas als bekend is hoe het nu is.",
    "nog niet vastgesteld": "Er is nog niet afgesproken wat we willen halen.",
}
# How many goals are so: "1 nog zonder nulmeting".
_GETELD: Mapping[Woord, str] = {
    "eerst nulmeting": "nog zonder nulmeting",
    "nog niet vastgesteld": "nog zonder streefwaarde",
}


@dataclass(frozen=True, slots=True)
class Gevolgd:
    """A goal, the way it goes, and what may be said of it."""

    doel: Doel
    traject: Traject
    koers: Koers

    @property
    def tussenstand(self) -> str:
        """Every measurement since the nulmeting: "9 mantelzorgers (2026); 14 mantelzorgers (2027)"."""
        metingen = [self.met_jaar(stand) for stand in self.traject.metingen]
        return naar("; ".join(metingen), metingen)

    @property
    def streefwaarde(self) -> str:
        """What it aims at."""
        return doelwaarden.streefwaarde(self.doel, self.traject.decimalen)

    @property
    def nulmeting(self) -> str:
        """Where it began."""
        return doelwaarden.nulmeting(self.doel, self.traject.decimalen)

    @property
    def laatste(self) -> str:
        """The newest measurement."""
        stand = self.traject.laatste or (self.traject.metingen[-1] if self.traject.metingen else None)
        return self.met_jaar(stand) if stand else GEEN_METING

    def met_jaar(self, stand: Stand) -> str:
        """A measurement as it is written, with its year."""
        return uit(geschreven(stand, self.doel.eenheid, self.traject.decimalen), stand.plek)


def geschreven(stand: Stand, eenheid: str, decimalen: int) -> str:
    """A measurement with its year, and whether it is made up: "43% (2020)", "9 deelnemers (2026, voorbeeld)"."""
    tekst = Reden.GEHEIM.value if stand.waarde is None else schrijfwijze.waarde(stand.waarde, eenheid, decimalen)
    erbij = [str(stand.jaar)] if stand.jaar else []
    erbij += [VOORBEELD] if stand.status == VOORBEELD else []
    return f"{tekst} ({', '.join(erbij)})" if erbij else tekst


def gevolgd(b: Bronnen, data: Gebiedsdata, speerpunt: str) -> tuple[Gevolgd, ...]:
    """The goals of a speerpunt, without what may not be shown."""
    doelen = zichtbaar((d for d in data.doelen if d.speerpunt == speerpunt), b.cijfers, data.slug)
    trajecten = [van_doel(d, b.cijfers, data.slug, doelwaarden.decimalen(d, b.kader)) for d in doelen]
    return tuple(Gevolgd(d, t, koers(t)) for d, t in zip(doelen, trajecten, strict=True))


def oordeel(koers: Koers) -> str:
    """What may be said, with what a reader must know of it: "op koers (schatting)"."""
    return f"{koers.woord} ({koers.status})" if koers.status else koers.woord


def tabel(doelen: Sequence[Gevolgd], id_: str, titel: str) -> Tabel:
    """How a speerpunt is measured: from which value to which, and whether that goes as it should."""
    koppen = ("Wat meten we?", "Nulmeting", "Tussenstand", "Doel", "Op koers?", "Waarmee?")
    return Tabel(
        id=f"tabel-doelen-{id_}",
        bijschrift=naar(f"Zo meten we ‘{titel}’", [titel]),
        kop=tuple(Kolomkop(k) for k in koppen),
        rijen=tuple(
            (
                g.doel.naam,
                g.nulmeting,
                g.tussenstand or GEEN_METING,
                g.streefwaarde,
                oordeel(g.koers),
                g.doel.instrument,
            )
            for g in doelen
        ),
    )


def kaart(b: Bronnen, data: Gebiedsdata) -> Doelenkaart | None:
    """Every goal of an area on its way; None when none of them has a way yet."""
    per_speerpunt = [(s.titel, gevolgd(b, data, s.code)) for s in data.speerpunten]
    groepen = tuple(DoelenGroep(titel, tuple(map(_rij, doelen))) for titel, doelen in per_speerpunt if doelen)
    if not any(rij.weg for groep in groepen for rij in groep.rijen):
        return None
    alle = [g for _, doelen in per_speerpunt for g in doelen]
    titel, tabel = _titel(b.naam(data.slug), [g.koers for g in alle]), tabel_van_gebied(b, data)
    return Doelenkaart(
        basis=Basis(
            id=f"doelen-{data.slug}",
            titel=titel,
            alt=zinnen.inkorten(f"Elk doel op weg van nulmeting naar streefwaarde. {titel}."),
            bron=_bron(alle),
            raster=Raster(tuple(kop.tekst for kop in tabel.kop), tabel.rijen),
        ),
        groepen=groepen,
    )


def tabel_van_gebied(b: Bronnen, data: Gebiedsdata) -> Tabel:
    """Every goal of an area: where it began, where it is, where it must be."""
    koppen = ("Doel", "Nulmeting", "Laatste meting", "Streefwaarde", "Op koers?")
    return Tabel(
        id=f"tabel-koers-{data.slug}",
        bijschrift=f"De doelen van {b.naam(data.slug)}",
        kop=tuple(map(Kolomkop, koppen)),
        rijen=tuple(
            (g.doel.naam, g.nulmeting, g.laatste, g.streefwaarde, oordeel(g.koers))
            for s in data.speerpunten
            for g in gevolgd(b, data, s.code)
        ),
    )


def uitleg(koersen: Iterable[Koers]) -> tuple[tuple[str, str], ...]:
    """What the words mean that are said of these goals, in the order from good to bad."""
    gezegd = {een.woord for een in koersen}
    return tuple((woord, tekst) for woord, tekst in UITLEG.items() if woord in gezegd)


def _rij(g: Gevolgd) -> DoelRij:
    traject = g.traject
    metingen = [(m, traject.deel(traject.geschreven(m.waarde))) for m in traject.metingen if m.waarde is not None]
    stappen = [Stap(float(deel), _kort(g, m)) for m, deel in metingen if deel is not None and m.jaar]
    gezegd = g.koers.woord in GEMETEN
    lijn = traject.lijn(traject.laatste.jaar) if traject.laatste and gezegd else None
    verwacht = traject.deel(lijn) if lijn is not None else None
    begin = traject.begin.waarde if traject.begin else None
    return DoelRij(
        label=g.doel.naam,
        begin=g.nulmeting,
        streef=g.streefwaarde,
        weg=begin is not None and traject.deel(traject.geschreven(begin)) is not None,
        stappen=tuple(stappen) if gezegd else (),
        lijn=float(verwacht) if verwacht is not None else None,
        woord=g.koers.woord,
        oordeel=oordeel(g.koers),
        voorbeeld=g.koers.status == VOORBEELD,
    )


def _kort(g: Gevolgd, stand: Stand) -> str:
    """A measurement beside its mark: the number, without a unit that is a word, and its year."""
    eenheid = g.doel.eenheid if g.doel.eenheid == "procent" else "aantal"
    return f"{schrijfwijze.waarde(stand.waarde or 0, eenheid, g.traject.decimalen)} ({stand.jaar})"


def _titel(naam: str, koersen: Sequence[Koers]) -> str:
    """The finding: how many goals are where."""
    volgorde = (*UITLEG, "geheim")
    geteld = [(sum(k.woord == woord for k in koersen), woord) for woord in volgorde]
    delen = [f"{aantal} {_GETELD.get(woord, woord)}" for aantal, woord in geteld if aantal]
    if len(koersen) == 1:
        return f"{naam}: 1 doel, {koersen[0].woord}"
    return f"{naam}: van de {len(koersen)} doelen {taal.opsomming(delen)}"


def _bron(doelen: Sequence[Gevolgd]) -> str:
    """With what was measured, each once, with its years; what must be measured first has none."""
    jaren: dict[str, set[int]] = {}
    for g in doelen:
        standen = (*((g.traject.begin,) if g.traject.begin else ()), *g.traject.metingen)
        jaren.setdefault(g.doel.instrument.rstrip("."), set()).update(s.jaar for s in standen if s.jaar)
    delen = (f"{met} ({taal.jaren(sorted(gemeten))})" if gemeten else met for met, gemeten in jaren.items())
    return f"Bron: {'; '.join(delen)}."
