"""Is what may not be shown kept secret: in the words of a workbook, and by what others publish?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import is_dataclass, replace
from itertools import chain

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.model import Doel, Gebiedsdata
from gebiedsplan.geheim.hulpvragen import te_klein, van_hulpvragen, verraadt, zichtbaar
from gebiedsplan.geheim.model import Editie, Patroon, Sleutel, maat_van
from gebiedsplan.geheim.teksten import Geheim, Genoemd, naam_van, tekstvelden
from gebiedsplan.herkomst import plek_van
from gebiedsplan.kader.model import Kader


def teksten_zwijgen(o: Onderzoek) -> Iterator[Bevinding]:
    """No text names a figure that is hidden: the plan would tell what its tables do not.

    A number together with what it counts is a fout. A number alone may be about something else: then a person looks.
    """
    yield from verraden(o.data, o.geheimen, o.kader)


def bedragen_zwijgen(o: Onderzoek) -> Iterator[Bevinding]:
    """No amount is what help costs for a number of people that is hidden: divided by its price, it is that number."""
    posten = [(p.plekken, "Bedrag", p.bedrag) for p in o.data.middelen]
    posten += [(r.plekken, "Bedrag", r.bedrag) for r in o.data.risicos]
    posten += [(a.plekken, "Middelen", a.middelen) for a in o.data.acties]
    for vraag in (v for v in o.data.hulpvragen if te_klein(v, o.kader)):
        for plekken, kop, bedrag in posten:
            if bedrag and verraadt(bedrag, vraag):
                yield _deelbaar(plekken[kop], vraag.naam)


def verraden(data: Gebiedsdata, geheimen: tuple[Geheim, ...], kader: Kader) -> Iterator[Bevinding]:
    """Where words of a workbook name one of ``geheimen`` or a small number of its own, or hold the same number."""
    alle = (*geheimen, *van_hulpvragen(data.hulpvragen, kader))
    te_zien = replace(data, hulpvragen=tuple(zichtbaar(vraag, kader) for vraag in data.hulpvragen))
    for plek, tekst, over in _teksten(te_zien) if alle else ():
        genoemd = {geheim: hoe for geheim in alle if (hoe := geheim.in_tekst(tekst, over))}
        zeker = [geheim for geheim, hoe in genoemd.items() if hoe is Genoemd.CIJFER]
        if zeker:
            yield _noemt(plek, zeker[0])
        elif genoemd:
            yield _noemt_misschien(plek, next(iter(genoemd)))


def te_raden(kader: Kader, edities: Iterable[Editie], patroon: Patroon, regios: Collection[str]) -> Iterator[Bevinding]:
    """Hidden figures that are not as safe as the kader asks, with everything around them hidden."""
    gezocht = {s for s in patroon.totalen | patroon.onbeschermd if s[1] in regios}
    for sleutel, plek in _plekken(edities, gezocht).items():
        yield (
            _totaal(plek, naam_van(kader, sleutel))
            if sleutel in patroon.totalen
            else _open(plek, naam_van(kader, sleutel))
        )


def _plekken(edities: Iterable[Editie], gezocht: Collection[Sleutel]) -> dict[Sleutel, Plek]:
    """Where each figure stands, in the newest workbook that has it."""
    plekken: dict[Sleutel, Plek] = {}
    for _, bladen in sorted(edities, key=lambda e: e.planjaar) if gezocht else ():
        cijfers = (((c.indicator, c.regio, c.jaar), c.plekken["Waarde"]) for c in bladen.cijfers)
        groepen = (((maat_van(g.groep), g.regio, g.jaar), g.plekken["Aantal"]) for g in bladen.bevolking)
        plekken |= {sleutel: plek for sleutel, plek in (*cijfers, *groepen) if sleutel in gezocht}
    return dict(sorted(plekken.items()))


def _teksten(data: Gebiedsdata) -> Iterator[tuple[Plek, str, str]]:
    """Every text that can come into the plan, with its cell and the indicator that all of it is about.

    What was measured for a goal with a name of its own is text too, and so are the number of people of a question
    and what stands on a sheet that the kader adds; what a goal aims at is no figure of anybody.
    """
    van_cijfers = (c.opmerking for c in data.bladen.cijfers)
    van_inwoners = (g.opmerking for g in data.bladen.bevolking)
    zonder_onderwerp = ((tekst, "") for tekst in chain(_woorden(data), van_cijfers, van_inwoners))
    for tekst, over in chain(zonder_onderwerp, ((d.tekst, d.indicator) for d in data.duidingen)):
        yield plek_van(tekst) or Plek(data.bestand), tekst, over
    for rij in (data.kop.velden, *chain.from_iterable(data.eigen.values())):
        for kolom, waarde in rij.waarden.items():
            if isinstance(waarde, str | int | float) and not isinstance(waarde, bool):
                yield rij.plekken[kolom], waarde if isinstance(waarde, str) else als_getal(waarde), ""
    for doel in (d for d in data.doelen if not d.indicator):
        for kop, getal in (("Nulmeting", doel.nulmeting), *((m.kolom, m.waarde) for m in doel.tussenmetingen)):
            if getal is not None:
                yield doel.plekken[kop], f"{doel.naam}: {als_getal(getal)} {doel.eenheid}", ""
    for vraag in data.hulpvragen:
        if vraag.inwoners is not None:
            yield vraag.plekken["Inwoners"], f"{vraag.naam}: {als_getal(vraag.inwoners)} inwoners", ""


def _woorden(data: Gebiedsdata) -> Iterator[str]:
    """Every text of every record, and the pieces of free text by chapter; not of those that are about one figure."""
    for naam in (veld for veld in tekstvelden(data) if veld != "duidingen"):
        inhoud = getattr(data, naam)
        for record in inhoud if isinstance(inhoud, tuple) else (inhoud,):
            if is_dataclass(record):
                # A goal on a figure of the kader is called as the kader calls it.
                gegeven = {"naam"} if isinstance(record, Doel) and record.indicator else set()
                velden = (getattr(record, veld) for veld in tekstvelden(record) if veld not in gegeven)
                teksten = chain.from_iterable(veld if isinstance(veld, tuple) else (veld,) for veld in velden)
                yield from (tekst for tekst in teksten if isinstance(tekst, str) and tekst)
            elif isinstance(record, tuple):
                yield from record


def _noemt(plek: Plek, geheim: Geheim) -> Bevinding:
    return Bevinding(
        "geheim-in-tekst",
        plek,
        f"Hier staat een cijfer dat geheim is: ‘{geheim.wat}’.",
        "Haal het getal weg, of schrijf het zonder getal: ‘enkele’, ‘een klein deel’. "
        "Gaat de zin over iets anders? Schrijf hem dan zo dat dit duidelijk is.",
    )


def _noemt_misschien(plek: Plek, geheim: Geheim) -> Bevinding:
    return Bevinding(
        "geheim-in-tekst",
        plek,
        f"Hier staat een getal dat gelijk is aan een cijfer dat geheim is: ‘{geheim.wat}’.",
        "Kijk of het daarover gaat. Zo ja: haal het getal weg. Zo nee: dan hoeft u niets te doen.",
        Ernst.LET_OP,
    )


def _deelbaar(plek: Plek, hulpvraag: str) -> Bevinding:
    return Bevinding(
        "geheim-in-tekst",
        plek,
        f"Dit bedrag is gelijk aan wat hulp bij ‘{hulpvraag}’ kost. Daaruit is te berekenen om hoeveel inwoners het "
        "gaat, en dat is geheim.",
        "Kijk of het daarover gaat. Zo ja: rond het bedrag af, of voeg de post bij een andere. Zo nee: dan hoeft u "
        "niets te doen.",
        Ernst.LET_OP,
    )


def _totaal(plek: Plek, wat: str) -> Bevinding:
    return Bevinding(
        "geheim-te-raden",
        plek,
        f"Dit cijfer is ook geheim gemaakt: ‘{wat}’. Anders was er een klein aantal mee te berekenen.",
        "Staat dit cijfer ook ergens anders, zoals bij het CBS? Dan kan iemand het kleine aantal toch berekenen. "
        "Haal in dat geval de cijfers van de delen weg.",
        Ernst.LET_OP,
    )


def _open(plek: Plek, wat: str) -> Bevinding:
    return Bevinding(
        "geheim-te-raden",
        plek,
        f"Dit cijfer is geheim, maar ruw te schatten: ‘{wat}’. Alles eromheen is al geheim. Dat is niet genoeg. "
        "Het cijfer van de hele gemeente staat niet in onze werkmappen, maar misschien wel bij het CBS. Of er staat "
        "ergens nihil.",
        "Staat het cijfer van de gemeente nergens? Zet het dan in referentie.xlsx: dan blijft het ook geheim. Anders "
        "helpt alleen een grotere groep: voeg wijken of leeftijdsgroepen samen.",
        Ernst.LET_OP,
    )
