"""Does bronnen.toml hang together, and does it fit the kader?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.kader.model import Kader
from gebiedsplan.toml import Misser, Pad, Rij

_TABELNUMMER = re.compile(r"[0-9]{5}[A-Za-z]{3,4}")
_INVULPLEKKEN = re.compile(r"\{([^{}]*)\}")
_MAG_IN = {"bron": ("jaar", "tabel"), "peildatum": ("jaar",), "opmerking": ("jaar",), "adressen": ("tabel",)}


def check(data: Mapping[str, Any], kader: Kader) -> Iterator[Misser]:
    """Every mistake in how the parts of ``data`` fit together and fit ``kader``."""
    alles = Rij((), data)
    groepen = {groep for indicator in kader.indicatoren for groep in indicator.weging} | {"Totaal"}
    indicatoren = {indicator.id for indicator in kader.indicatoren}
    nummers: dict[str, Pad] = {}
    for tabel in alles.rijen("tabellen"):
        kolommen = tabel.blok("kolommen").inhoud
        yield from _edities(tabel, nummers)
        yield from _invulplekken(tabel)
        for groep, kolom in tabel.blok("bevolking").inhoud.items():
            pad = (*tabel.pad, "bevolking", groep)
            yield from _bestaat(pad, groep, groepen, "een leeftijdsgroep uit het kader")
            yield from _bestaat(pad, kolom, kolommen, "een kolom uit [tabellen.kolommen]")
        marges = tabel.blok("marges")
        if marges.inhoud:
            yield from _bestaat((*marges.pad, "kolom"), marges.tekst("kolom"), kolommen, "een kolom van deze tabel")
        for cijfer in tabel.rijen("cijfers"):
            yield from _bestaat(
                (*cijfer.pad, "indicator"), cijfer.tekst("indicator"), indicatoren, "een indicator uit het kader"
            )
            yield from _cijfer(cijfer, kolommen)


def _edities(tabel: Rij, nummers: dict[str, Pad]) -> Iterator[Misser]:
    for nummer, jaar in tabel.blok("edities").inhoud.items():
        pad = (*tabel.pad, "edities", nummer)
        if not _TABELNUMMER.fullmatch(nummer):
            yield _verkeerd(pad, f"“{nummer}” is geen nummer van een tabel.", "Schrijf het zoals 84799NED.")
        if nummer.upper() in nummers:
            yield Misser(
                "bronnen-verwijzing", pad, f"“{nummer}” staat er al.", "Haal er een weg.", nummers[nummer.upper()]
            )
        nummers.setdefault(nummer.upper(), pad)
        if isinstance(jaar, int) and not isinstance(jaar, bool) and jaar and not 1900 <= jaar <= 2199:
            yield _verkeerd(pad, f"“{jaar}” is geen jaar.", "Schrijf een jaar van vier cijfers, of 0.")
        if jaar == 0 and not tabel.inhoud.get("periode"):
            yield _verkeerd(pad, "Deze editie heeft geen jaar, en de tabel heeft geen periode.", "Vul periode in.")


def _invulplekken(tabel: Rij) -> Iterator[Misser]:
    teksten = [((*tabel.pad, "bron"), tabel.tekst("bron")), *tabel.teksten("adressen")]
    for cijfer in tabel.rijen("cijfers"):
        teksten += [((*cijfer.pad, sleutel), cijfer.tekst(sleutel)) for sleutel in ("peildatum", "opmerking")]
    for pad, tekst in teksten:
        sleutel = next(str(stap) for stap in reversed(pad) if isinstance(stap, str))
        mag = _MAG_IN[sleutel]
        for woord in _INVULPLEKKEN.findall(tekst):
            if woord not in mag:
                hulp = f"Gebruik alleen: {', '.join(f'{{{w}}}' for w in mag)}."
                yield _verkeerd(pad, f"Het programma kent {{{woord}}} hier niet.", hulp)


def _cijfer(cijfer: Rij, kolommen: Collection[str]) -> Iterator[Misser]:
    namen = [((*cijfer.pad, sleutel), cijfer.tekst(sleutel)) for sleutel in ("waarde", "teller")]
    namen += list(cijfer.teksten("noemer"))
    namen += [((*cijfer.pad, "kies", naam), naam) for naam in cijfer.blok("kies").inhoud]
    for pad, naam in namen:
        if naam:
            yield from _bestaat(pad, naam, kolommen, "een kolom uit [tabellen.kolommen]")
    if not cijfer.tekst("waarde") and not (cijfer.tekst("teller") and cijfer.inhoud.get("noemer")):
        yield _verkeerd(
            cijfer.pad, "Er is geen waarde, en ook geen teller met een noemer.", "Noem de kolom met de waarde."
        )
    factor = cijfer.getal("factor")
    if factor is not None and not factor > 0:
        yield _verkeerd((*cijfer.pad, "factor"), f"“factor” is {factor:g}. Dat kan niet.", "Vul een getal boven 0 in.")


def _bestaat(pad: Pad, naam: object, keuzes: Collection[str], wat: str) -> Iterator[Misser]:
    if isinstance(naam, str) and naam not in keuzes:
        naaste = bedoelde_u(naam, keuzes) or f"Kies uit: {', '.join(sorted(keuzes))}."
        yield Misser("bronnen-verwijzing", pad, f"“{naam}” is niet {wat}.", naaste)


def _verkeerd(pad: Pad, tekst: str, hulp: str) -> Misser:
    return Misser("bronnen-waarde-verkeerd", pad, tekst, hulp)
