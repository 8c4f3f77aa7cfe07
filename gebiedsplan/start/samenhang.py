"""Do the answers hang together? Names that are one of a kind, codes of the CBS, numbers that can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from gebiedsplan.kader import toevoegingen
from gebiedsplan.start.namen import kern, slug
from gebiedsplan.toml import Misser, Pad, Rij

_GEMEENTECODE = re.compile(r"GM[0-9]{4}")
_WIJK = re.compile(r"(WK[0-9]{6})(?:\s+(\S.*))?")
_VROEGSTE, _LAATSTE = 2000, 2199
# What the program calls the levels, from high to low.
_NIVEAUS = ("hoofdopgave", "bouwsteen")


def check(data: Mapping[str, Any]) -> Iterator[Misser]:
    """Every mistake in how the answers fit together, in no particular order."""
    alles = Rij((), data)
    yield from _getallen(alles)
    yield from _niveaus(alles)
    gemeenten = alles.rijen("gemeenten")
    if alles.inhoud.get("gemeenten") == []:
        yield _verkeerd(("gemeenten",), "Er is geen gemeente.", "Noem ten minste één gemeente, met haar CBS-code.")
    for gemeente in gemeenten:
        yield from _gemeentecode(gemeente)
        yield from _delen(gemeente)
    yield from _korte_namen(_namen_van_gebieden(gemeenten), "de map")
    yield from _dubbel(((*g.pad, "code"), g.tekst("code")) for g in gemeenten)
    yield from _wijken([rij for g in gemeenten for rij in (g, *g.rijen("gebieden"))])
    yield from _korte_namen(alles.teksten("themas"), "de korte naam")


def wijk_van(antwoord: str) -> tuple[str, str]:
    """The code and the name (maybe "") in the answer about a wijk. Raises ValueError when there is no code."""
    delen = _WIJK.fullmatch(antwoord.strip())
    if delen is None:
        raise ValueError(antwoord)
    return delen[1], delen[2] or ""


def _getallen(alles: Rij) -> Iterator[Misser]:
    jaar = alles.getal("jaar")
    if jaar is not None and not _VROEGSTE <= jaar <= _LAATSTE:
        hulp = f"Vul een jaar in van {_VROEGSTE} tot en met {_LAATSTE}, zoals 2027."
        yield _verkeerd(("jaar",), f"“jaar” is {jaar}. Dat is geen planjaar.", hulp)
    minst = alles.getal("speerpunten_min")
    if minst is not None and minst < 1:
        yield _verkeerd(("speerpunten_min",), f"“speerpunten_min” is {minst}. Dat is te laag.", "Vul 1 of hoger in.")
    laagste = 2 if minst is None else minst
    meest = alles.getal("speerpunten_max")
    hoogste = 3 if meest is None else meest
    if hoogste < laagste:
        tekst = f"Een gebied kiest hoogstens {hoogste} speerpunten, maar ten minste {laagste}. Dat kan niet."
        yield _verkeerd(
            ("speerpunten_max",), tekst, "Maak “speerpunten_max” even hoog als “speerpunten_min”, of hoger."
        )


def _niveaus(alles: Rij) -> Iterator[Misser]:
    niveaus = alles.rijen("niveaus")
    if len(niveaus) > len(_NIVEAUS):
        tekst = f"Er staan {len(niveaus)} niveaus. Het programma kent er hoogstens twee, naast de thema’s."
        hulp = "Kies de twee waar een speerpunt onder valt. Wat daarboven ligt, kunt u als tekst in het plan zetten."
        yield _verkeerd(("niveaus",), tekst, hulp)
    for niveau in niveaus:
        yield from _korte_namen(niveau.teksten("namen"), "de korte naam")
    woorden = Rij((), {wat: niveau.inhoud for wat, niveau in zip(_NIVEAUS, niveaus, strict=False)})
    for misser in toevoegingen.woorden_van(woorden):
        wat, sleutel = misser.pad
        if wat in woorden.inhoud:
            pad = ("niveaus", _NIVEAUS.index(str(wat)), sleutel)
            yield replace(misser, code="antwoord-verkeerd", pad=pad)
    if len(niveaus) > 1 and list(niveaus[1].teksten("namen")):
        tekst = "Bij het onderste niveau staan namen. Het programma weet niet waar elke naam onder hoort."
        hulp = "Haal “namen” hier weg. Zet de namen straks in kader.toml op hun plaats; daar staan voorbeelden."
        yield _verkeerd((*niveaus[1].pad, "namen"), tekst, hulp)


def _gemeentecode(gemeente: Rij) -> Iterator[Misser]:
    code = gemeente.tekst("code")
    if code.strip() and not _GEMEENTECODE.fullmatch(code):
        hulp = "Schrijf de code van het CBS: GM met vier cijfers, zoals GM0399."
        yield _verkeerd((*gemeente.pad, "code"), f"“{code}” is geen gemeentecode.", hulp)


def _delen(gemeente: Rij) -> Iterator[Misser]:
    """A part is not called as the whole, and where there are parts the wijken are theirs."""
    delen = gemeente.rijen("gebieden")
    naam = gemeente.tekst("naam")
    for deel in delen:
        if naam.strip() and slug(deel.tekst("naam")) == slug(naam):
            tekst = f"Het gebied heet net als zijn gemeente: “{deel.tekst('naam')}”."
            hulp = (
                f"Geef het een andere naam, zoals “{naam} (kern)”. Is de gemeente één gebied? Haal het gebied dan weg."
            )
            yield Misser("antwoord-dubbel", (*deel.pad, "naam"), tekst, hulp)
    if delen and list(gemeente.teksten("wijken")):
        hulp = "Zet elke wijk bij een van de gebieden van deze gemeente."
        yield _verkeerd((*gemeente.pad, "wijken"), "Een gemeente met gebieden heeft zelf geen wijken.", hulp)


def _namen_van_gebieden(gemeenten: Iterable[Rij]) -> Iterator[tuple[Pad, str]]:
    """The name of every area; not that of a part that is called as its gemeente, of which more is said already."""
    for gemeente in gemeenten:
        yield (*gemeente.pad, "naam"), gemeente.tekst("naam")
        for deel in gemeente.rijen("gebieden"):
            if slug(deel.tekst("naam")) != slug(gemeente.tekst("naam")):
                yield (*deel.pad, "naam"), deel.tekst("naam")


def _korte_namen(namen: Iterable[tuple[Pad, str]], wat: str) -> Iterator[Misser]:
    """A short name is the name of a folder or of a choice: no two of a kind share it, and all have one."""
    eerder: dict[str, tuple[str, Pad]] = {}
    for pad, naam in namen:
        kort = slug(naam)
        if naam.strip() and not kort:
            hulp = "Gebruik letters (a tot en met z) of cijfers. Daar maakt het programma een korte naam van."
            yield _verkeerd(pad, f"In “{naam}” staat geen letter of cijfer.", hulp)
        elif kort in eerder:
            ander, zie = eerder[kort]
            gelijk = "staat er al" if kern(ander) == kern(naam) else f"lijkt te veel op “{ander}”"
            tekst = f"“{naam}” {gelijk}: beide krijgen {wat} “{kort}”."
            yield Misser("antwoord-dubbel", pad, tekst, "Kies een naam die anders is, of haal er een weg.", zie=zie)
        elif kort:
            eerder[kort] = (naam, pad)


def _wijken(gebieden: Iterable[Rij]) -> Iterator[Misser]:
    """Each wijk has a code, and lies in one area; in an area each has a name of its own."""
    codes: list[tuple[Pad, str]] = []
    for gebied in gebieden:
        namen: list[tuple[Pad, str]] = []
        antwoorden = tuple(gebied.teksten("wijken"))
        for pad, antwoord in antwoorden:
            try:
                code, naam = wijk_van(antwoord)
            except ValueError:
                hulp = "Schrijf de code van het CBS, WK met zes cijfers, en daarachter de naam: “WK039901 Centrum”."
                yield _verkeerd(pad, f"“{antwoord}” begint niet met een wijkcode.", hulp)
                continue
            codes.append((pad, code))
            namen.append((pad, naam))
        # A gebied that is one wijk may share its name.
        yield from _dubbel(((gebied.pad, gebied.tekst("naam")), *namen) if len(antwoorden) > 1 else namen)
    yield from _dubbel(codes)


def _dubbel(namen: Iterable[tuple[Pad, str]]) -> Iterator[Misser]:
    eerder: dict[str, Pad] = {}
    for pad, naam in namen:
        if naam.strip() and kern(naam) in eerder:
            hulp = "Haal er een weg, of kies een andere naam of code."
            yield Misser("antwoord-dubbel", pad, f"“{naam}” staat er al.", hulp, zie=eerder[kern(naam)])
        eerder.setdefault(kern(naam), pad)


def _verkeerd(pad: Pad, tekst: str, hulp: str) -> Misser:
    return Misser("antwoord-verkeerd", pad, tekst, hulp)
