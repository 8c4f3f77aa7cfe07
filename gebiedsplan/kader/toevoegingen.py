"""Does what a samenwerking adds to the workbook hang together: its lists, fields, texts and sheets?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from gebiedsplan.kader.eigen import Woorden
from gebiedsplan.kader.missers import verkeerd, verwijzing
from gebiedsplan.toml import Misser, Rij

# The sheets that every workbook can have. A sheet of one's own has another name.
VASTE_BLADEN = (
    *("Gebied", "Bevolking", "Duiding", "Gesprekken", "Terugblik", "Speerpunten", "Doelen", "Acties", "Partners"),
    *("Aanbod", "Middelen", "Businesscase", "Risico's", "Casus", "Teksten", "Besluit", "Opmerkingen"),
    *("Lees mij", "Lijsten"),
)
# The columns beside those for a choice on the sheets where the words of the kader are headers.
VASTE_KOLOMMEN = (
    *("Code", "Titel", "Opgave", "Doel", "Aanpak", "Inzet sociaal team", "Accent in aanbod en subsidie"),
    *("Activiteit", "Aanbieder", "Plaats", "Dorp", "Beschrijving", "Wanneer", "Toegang", "Kosten"),
    *("Telefoon", "E-mail", "Website"),
)
# The words that are a header, each with the number it is written in there.
_KOPPEN = {
    "hoofdopgave": "enkelvoud",
    "bouwsteen": "enkelvoud",
    "pijler": "meervoud",
    "dimensie": "enkelvoud",
    "thema": "enkelvoud",
    "doelgroep": "enkelvoud",
}
# The lists of the kader that a column can offer.
LIJSTEN_VAN_KADER = (
    *("themas", "doelgroepen", "hoofdopgaven", "bouwstenen", "pijlers", "dimensies", "rollen", "indicatoren"),
)
_KEUZES = ("keuze", "keuzes")
_GETALLEN = ("getal", "bedrag")
_TELBAAR = ("getal", "mensen", "bedrag")
_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# A template asks for a column by its id; these names mean something else there.
_BEZET = {*dir(dict), "gebied"}
# What Excel takes as the name of a sheet.
_LANGSTE_BLADNAAM = 31
_NIET_IN_BLADNAAM = re.compile(r"[\\/?*:\[\]]")


def check(alles: Rij) -> Iterator[Misser]:
    """Every mistake in what is added."""
    yield from woorden_van(alles.blok("woorden"))
    lijsten = [lijst.tekst("id") for lijst in alles.rijen("lijsten")]
    for lijst in alles.rijen("lijsten"):
        yield from _lege_lijst(lijst)
    for groep in ("lijsten", "velden", "teksten", "bladen"):
        yield from _uniek(alles.rijen(groep))
    for veld in alles.rijen("velden"):
        yield from _veld(veld, lijsten)
    bezet = {*VASTE_BLADEN, *(blok.tekst("blad") for blok in alles.rijen("blokken"))}
    for blad in alles.rijen("bladen"):
        yield from bladnaam(blad, "naam", bezet)
        yield from _blad(blad, lijsten)


def woorden_van(woorden: Rij) -> Iterator[Misser]:
    """A word that is the header of a column is not that of another."""
    bezet = {kolom.casefold() for kolom in VASTE_KOLOMMEN}
    for id_, getal in _KOPPEN.items():
        woord = woorden.blok(id_)
        kop = woord.tekst(getal) or str(getattr(getattr(Woorden(), id_), getal))
        if kop.casefold() in bezet:
            tekst = f"“{kop}” kan niet: op het blad Speerpunten of Aanbod heet al een kolom zo."
            yield verkeerd((*woord.pad, getal), tekst, "Kies een ander woord, of zet er een woord voor of achter.")
        bezet.add(kop.casefold())


def bladnaam(rij: Rij, sleutel: str, bezet: Collection[str]) -> Iterator[Misser]:
    """A name that Excel takes, and that no other sheet of a workbook has."""
    naam = rij.tekst(sleutel)
    if len(naam) > _LANGSTE_BLADNAAM or _NIET_IN_BLADNAAM.search(naam) or naam.startswith("'") or naam.endswith("'"):
        hulp = f"Gebruik hoogstens {_LANGSTE_BLADNAAM} tekens, zonder \\ / ? * : [ ] en zonder ' aan het begin of eind."
        yield verkeerd((*rij.pad, sleutel), f"“{naam}” kan geen naam van een blad in Excel zijn.", hulp)
    elif naam.casefold() in {ander.casefold() for ander in bezet if ander}:
        tekst = f"Een blad met de naam “{naam}” is er al."
        yield verkeerd((*rij.pad, sleutel), tekst, "Kies een andere naam voor dit blad.")


def _blad(blad: Rij, lijsten: Collection[str]) -> Iterator[Misser]:
    kolommen = blad.rijen("kolommen")
    if not kolommen:
        tekst = f"Het blad “{blad.tekst('naam')}” heeft geen kolommen."
        hulp = "Voeg een of meer blokken toe die beginnen met [[bladen.kolommen]]."
        yield Misser("kader-sleutel-ontbreekt", (*blad.pad, "kolommen"), tekst, hulp)
    yield from _uniek(kolommen)
    yield from _uniek(blad.rijen("optellingen"))
    soorten = {kolom.tekst("id"): kolom.tekst("soort") for kolom in kolommen}
    for nummer, kolom in enumerate(kolommen):
        yield from _veld(kolom, lijsten)
        if kolom.inhoud.get("totaal") is True and (nummer == 0 or kolom.tekst("soort") not in _GETALLEN):
            hulp = 'Alleen een kolom met soort = "getal" of "bedrag" kan een totaal hebben, en nooit de eerste.'
            yield verkeerd((*kolom.pad, "totaal"), f"“{kolom.tekst('naam')}” kan geen totaal hebben.", hulp)
    for optelling in blad.rijen("optellingen"):
        for sleutel in ("per", "som"):
            if optelling.tekst(sleutel) and optelling.tekst(sleutel) not in soorten:
                yield verwijzing(optelling, sleutel, soorten, "kolom van dit blad")
        if soorten.get(optelling.tekst("som"), "getal") not in _GETALLEN:
            tekst = f"De kolom “{optelling.tekst('som')}” is niet op te tellen."
            yield verkeerd((*optelling.pad, "som"), tekst, 'Kies een kolom met soort = "getal" of "bedrag".')


def _veld(veld: Rij, lijsten: Collection[str]) -> Iterator[Misser]:
    """A choice names the list it comes from; nothing else does."""
    lijst, is_keuze = veld.tekst("lijst"), veld.tekst("soort") in _KEUZES
    if is_keuze and not lijst:
        hulp = f"Noem een eigen lijst, of een van deze: {', '.join(LIJSTEN_VAN_KADER)}."
        yield Misser("kader-sleutel-ontbreekt", (*veld.pad, "lijst"), "“lijst” ontbreekt bij deze keuze.", hulp)
    elif is_keuze and lijst not in (*lijsten, *LIJSTEN_VAN_KADER):
        yield verwijzing(veld, "lijst", (*lijsten, *LIJSTEN_VAN_KADER), "lijst")
    elif lijst and not is_keuze:
        hulp = 'Haal “lijst” weg, of kies soort = "keuze" of "keuzes".'
        yield verkeerd((*veld.pad, "lijst"), "Alleen een keuze komt uit een lijst.", hulp)


def _lege_lijst(lijst: Rij) -> Iterator[Misser]:
    if lijst.inhoud.get("keuzes") == []:
        tekst = f"In de lijst “{lijst.tekst('id')}” staat niets."
        yield verkeerd((*lijst.pad, "keuzes"), tekst, "Zet er een of meer keuzes in.")
    eerder: set[str] = set()
    for pad, keuze in lijst.teksten("keuzes"):
        if keuze.casefold() in eerder:
            yield Misser("kader-dubbel", pad, f"“{keuze}” staat er al.", "Haal er een weg.")
        eerder.add(keuze.casefold())


def _uniek(rijen: Iterable[Rij]) -> Iterator[Misser]:
    eerder: set[tuple[str, str]] = set()
    for rij in rijen:
        id_ = rij.tekst("id")
        if id_.strip() and (not _ID.fullmatch(id_) or id_ in _BEZET):
            tekst = f"“id” is “{id_}”. Dat kan niet."
            hulp = "Gebruik kleine letters, cijfers en lage streepjes, zoals inspraak_tot."
            if id_ in _BEZET:
                hulp = (
                    f"In een sjabloon betekent {id_} al iets anders. Kies een ander woord, of zet er een woord achter."
                )
            yield verkeerd((*rij.pad, "id"), tekst, hulp)
        for sleutel in ("id", "naam"):
            waarde = " ".join(rij.tekst(sleutel).casefold().split())
            if waarde and (sleutel, waarde) in eerder:
                hulp = "Kies hier iets anders, of haal dit weg als hetzelfde bedoeld is."
                yield Misser("kader-dubbel", (*rij.pad, sleutel), f"“{rij.tekst(sleutel)}” staat er al.", hulp)
            eerder.add((sleutel, waarde))
