"""Values that are of the right kind and still cannot be: no colour, a size that nobody can read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from gebiedsplan.huisstijl.model import Kleuren
from gebiedsplan.toml import Misser, Pad, Rij

_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
# Names go into a style sheet as they are.
_LETTERNAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9 -]*")
_BEREIK = (
    ("grafieken", "letters", 7, 12),
    ("grafieken", "kleine_letters", 7, 12),
    ("grafieken", "punten_per_inch", 150, 600),
    ("logo", "breedte_mm", 10, 160),
)


def check(alles: Rij) -> Iterator[Misser]:
    """A mistake for every value that cannot be."""
    kleuren = alles.blok("kleuren")
    for veld in fields(Kleuren):
        waarde = kleuren.tekst(veld.name)
        if waarde and not _KLEUR.fullmatch(waarde):
            hulp = 'Schrijf een hekje en zes tekens van 0 tot en met f, zoals "#0b5fa5".'
            yield _verkeerd((*kleuren.pad, veld.name), f"“{veld.name}” is “{waarde}”. Dat is geen kleur.", hulp)
    yield from _letters(alles.blok("lettertype"))
    for blok, sleutel, minstens, hoogstens in _BEREIK:
        getal = alles.blok(blok).getal(sleutel)
        if getal is not None and not minstens <= getal <= hoogstens:
            tekst = f"“{sleutel}” is {getal:g}. Dat kan niet."
            yield _verkeerd((blok, sleutel), tekst, f"Vul een getal in van {minstens} tot en met {hoogstens}.")


def _letters(lettertype: Rij) -> Iterator[Misser]:
    namen = (((*lettertype.pad, "word"), lettertype.tekst("word")), *lettertype.teksten("web"))
    for pad, naam in namen:
        if naam.strip() and not _LETTERNAAM.fullmatch(naam):
            hulp = "Gebruik alleen letters, cijfers, spaties en streepjes, zoals Open Sans."
            yield _verkeerd(pad, f"“{naam}” is geen naam van een lettertype.", hulp)
    if lettertype.inhoud.get("web") == []:
        yield _verkeerd((*lettertype.pad, "web"), "“web” is leeg.", "Noem ten minste één lettertype.")


def _verkeerd(pad: Pad, tekst: str, hulp: str) -> Misser:
    return Misser("huisstijl-waarde-verkeerd", pad, tekst, hulp)
