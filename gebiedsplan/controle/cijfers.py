"""Can the figures be true, and is each there once?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeAlias

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.model import Cijfer, Cijferbladen

# Indicator or age group, region and year: an empty part is one that could not be read.
Sleutel: TypeAlias = tuple[str, str, int]


def jaren_kloppen(o: Onderzoek) -> Iterator[Bevinding]:
    """A figure is not of after the plan year and not too old; a target lies ahead."""
    oudste = o.kader.instellingen.oudste_jaar
    metingen = chain(
        ((c.jaar, c.plekken["Jaar"]) for c in o.data.bladen.cijfers),
        ((b.jaar, b.plekken["Jaar"]) for b in o.data.bladen.bevolking),
        ((d.nulmeting_jaar, d.plekken["Nulmeting jaar"]) for d in o.data.doelen),
        ((m.jaar, d.plekken[f"{m.kolom} jaar"]) for d in o.data.doelen for m in d.tussenmetingen),
    )
    for jaar, plek in metingen:
        if jaar and not oudste <= jaar <= o.jaar:
            yield Bevinding(
                "jaar-buiten-bereik",
                plek,
                f"Bij dit cijfer staat het jaar {jaar}.",
                f"Vul het jaar in waarover het cijfer gaat: van {oudste} tot en met {o.jaar}.",
            )
    for doel in o.data.doelen:
        if doel.streefwaarde_jaar and not o.jaar <= doel.streefwaarde_jaar <= o.jaar + 20:
            yield Bevinding(
                "jaar-buiten-bereik",
                doel.plekken["Streefwaarde jaar"],
                f"Het jaar van de streefwaarde is {doel.streefwaarde_jaar}.",
                f"Vul een jaar in vanaf {o.jaar}.",
            )


def blok_heeft_cijfers(o: Onderzoek) -> Iterator[Bevinding]:
    """A block of the kader has figures, unless it may be empty."""
    blok_van = {i.id: i.blok for i in o.kader.indicatoren}
    gevuld = {blok_van.get(c.indicator) for c in o.data.bladen.cijfers}
    # Where rows wait to be filled in, voorbereiding.rijen_zijn_ingevuld says so.
    al_gezegd = o.ontbrekend | {plek.blad for plek in o.data.open_rijen}
    for blok in o.kader.blokken if o.met_cijfers else ():
        if blok.id not in gevuld and not blok.mag_leeg and blok.blad not in al_gezegd:
            yield Bevinding(
                "blok-leeg",
                Plek(o.data.bestand, blad=blok.blad),
                "Op dit blad staat geen enkel cijfer.",
                "Vul de cijfers in. Is een cijfer er niet? Zet dan bij Waarde het teken dat zegt waarom.",
                Ernst.LET_OP,
            )


def cijfer_staat_een_keer(o: Onderzoek) -> Iterator[Bevinding]:
    """One figure, one value: no two rows for the same indicator or age group, region and year."""
    eerste: dict[Sleutel, Plek] = {}
    metingen = chain(
        (((c.indicator, c.regio, c.jaar), c.plekken["Waarde"]) for c in o.data.bladen.cijfers),
        (((b.groep.casefold(), b.regio, b.jaar), b.plekken["Aantal"]) for b in o.data.bladen.bevolking),
    )
    for sleutel, plek in metingen:
        ander = eerste.setdefault(sleutel, plek)
        if all(sleutel) and ander != plek:
            yield Bevinding(
                "cijfer-dubbel",
                plek,
                f"Dit cijfer over {sleutel[2]} staat ook op {ander.in_bestand()}.",
                "Haal een van de twee rijen weg.",
            )


def spreken_elkaar_tegen(alle_bladen: Iterable[Cijferbladen]) -> Iterator[Bevinding]:
    """One figure, one value over all workbooks: says so where two of them give another value."""
    eerste: dict[Sleutel, Cijfer] = {}
    for cijfer in (c for bladen in alle_bladen for c in bladen.cijfers):
        sleutel = (cijfer.indicator, cijfer.regio, cijfer.jaar)
        ander = eerste.setdefault(sleutel, cijfer)
        if not all(sleutel):
            continue
        if _bestand(ander) != _bestand(cijfer) and ander.waarde != cijfer.waarde:
            yield Bevinding(
                "cijfer-dubbel",
                cijfer.plekken["Waarde"],
                f"Dit cijfer over {cijfer.jaar} heeft een andere waarde dan in {ander.plekken['Waarde']}.",
                "Laat het cijfer op één plek staan, of maak de waarden gelijk.",
            )


def waarde_kan(o: Onderzoek) -> Iterator[Bevinding]:
    """A percentage lies between 0 and 100, a count is not negative, a teller not above its noemer."""
    eenheden = {i.id: i.eenheid for i in o.kader.indicatoren}
    # An event can happen to one person more than once.
    telt_gebeurtenissen = {i.id for i in o.kader.indicatoren if i.telt == "gebeurtenissen"}
    hoogste = {"procent": 100.0, "per_1000": 1000.0}
    for cijfer in o.data.bladen.cijfers:
        eenheid = eenheden.get(cijfer.indicator, "")
        per_mens = cijfer.indicator not in telt_gebeurtenissen
        grens = hoogste.get(eenheid, float("inf")) if per_mens else float("inf")
        if cijfer.waarde is not None and not 0 <= cijfer.waarde <= grens:
            tot = " of hoger" if grens == float("inf") else f" tot en met {grens:.0f}"
            yield Bevinding(
                "waarde-buiten-bereik",
                cijfer.plekken["Waarde"],
                f"De waarde is {als_getal(cijfer.waarde)}.",
                f"Dit cijfer kan alleen 0{tot} zijn. Kijk het na.",
            )
        if per_mens and cijfer.teller is not None and cijfer.noemer is not None and cijfer.teller > cijfer.noemer:
            yield Bevinding(
                "teller-groter",
                cijfer.plekken["Teller"],
                f"De teller ({als_getal(cijfer.teller)}) is groter dan de noemer ({als_getal(cijfer.noemer)}).",
                "Kijk de kolommen Teller en Noemer na. Misschien zijn ze omgedraaid.",
            )
    for groep in o.data.bladen.bevolking:
        if groep.aantal is not None and groep.aantal < 0:
            yield Bevinding(
                "waarde-buiten-bereik",
                groep.plekken["Aantal"],
                f"Het aantal inwoners is {als_getal(groep.aantal)}.",
                "Een aantal inwoners is 0 of hoger. Kijk het na.",
            )


def cijfer_ligt_tussen_zijn_grenzen(o: Onderzoek) -> Iterator[Bevinding]:
    """The bounds of an interval lie around the figure."""
    for cijfer in o.data.bladen.cijfers:
        for naam, grens, richting in (("Ondergrens", cijfer.ondergrens, 1), ("Bovengrens", cijfer.bovengrens, -1)):
            if grens is not None and cijfer.waarde is not None and (cijfer.waarde - grens) * richting < 0:
                yield Bevinding(
                    "grenzen-verkeerd",
                    cijfer.plekken[naam],
                    f"De {naam.lower()} is {als_getal(grens)}, maar het cijfer is {als_getal(cijfer.waarde)}.",
                    "Kijk de kolommen Waarde, Ondergrens en Bovengrens na.",
                )


def cijfer_heeft_bron(o: Onderzoek) -> Iterator[Bevinding]:
    """A figure with a value says where it is from."""
    metingen = chain(
        ((c.waarde is not None or c.teller is not None, c.bron, c.plekken["Bron"]) for c in o.data.bladen.cijfers),
        ((b.aantal is not None, b.bron, b.plekken["Bron"]) for b in o.data.bladen.bevolking),
    )
    for ingevuld, bron, plek in metingen:
        if ingevuld and not bron:
            yield Bevinding(
                "cijfer-zonder-bron",
                plek,
                "Bij dit cijfer staat geen bron.",
                "Vul de kolom Bron in: wie het cijfer maakte, met het tabelnummer.",
                Ernst.LET_OP,
            )


def _bestand(cijfer: Cijfer) -> str:
    return cijfer.plekken["Waarde"].bestand
