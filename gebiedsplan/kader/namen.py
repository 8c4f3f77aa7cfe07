"""Ids, names and aliases in kader.toml: each means one thing, and an id is written as an id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gebiedsplan.toml import Misser, Pad, Rij

_MET_ID = ("pijlers", "hoofdopgaven", "themas", "doelgroepen", "dimensies", "rollen", "blokken", "indicatoren", "kpis")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def dubbele_namen(alles: Rij) -> Iterator[Misser]:
    """Whoever chooses by id, name or alias must always mean one thing."""
    opgaven = alles.rijen("hoofdopgaven")
    if any(opgave.rijen("bouwstenen") for opgave in opgaven):
        # A hoofdopgave without any can be chosen among them.
        yield from _dubbel(
            tuple(steen for opgave in opgaven for steen in (opgave.rijen("bouwstenen") or (opgave,))), ("id", "naam")
        )
    for lijst in (*_MET_ID, "begrippen"):
        yield from _dubbel(alles.rijen(lijst), ("id", "naam"))
    yield from _dubbel(alles.blok("besluit").rijen("werkwoorden"), ("id", "naam"))
    yield from _dubbel(alles.blok("geheimhouding").rijen("bronnen"), ("id", "naam"))
    yield from _dubbel(alles.rijen("blokken"), ("blad",))
    for blok in alles.rijen("blokken"):
        yield from _dubbel(blok.rijen("onderdelen"), ("id", "naam"))
    gebieden = alles.rijen("gebieden")
    yield from _dubbel(gebieden, ("slug", "naam"))
    yield from _dubbel(tuple(wijk for gebied in gebieden for wijk in gebied.rijen("wijken")), ("code",))
    for gebied in gebieden:
        wijken = gebied.rijen("wijken")
        # A gebied that is one wijk may share its name: both are the same region then.
        yield from _dubbel((gebied, *wijken) if len(wijken) > 1 else wijken, ("naam",))


def _dubbel(rijen: Iterable[Rij], sleutels: tuple[str, ...]) -> Iterator[Misser]:
    eerder: dict[str, Pad] = {}
    for rij in rijen:
        eigen: dict[str, Pad] = {}
        for pad, naam in _namen(rij, sleutels):
            kern = " ".join(naam.casefold().split())
            botst_met = eerder.get(kern, ()) or _overbodig(pad, eigen.get(kern, ()))
            if botst_met:
                hulp = "Kies hier iets anders, of haal dit weg als hetzelfde bedoeld is."
                yield Misser("kader-dubbel", pad, f"“{naam}” staat er al.", hulp, zie=botst_met)
            else:
                eigen[kern] = pad
        eerder |= eigen


def _namen(rij: Rij, sleutels: tuple[str, ...]) -> Iterator[tuple[Pad, str]]:
    for sleutel in sleutels:
        if rij.tekst(sleutel).strip():
            yield (*rij.pad, sleutel), rij.tekst(sleutel)
    if "naam" in sleutels:
        yield from rij.teksten("aliassen")


def _overbodig(pad: Pad, eigen: Pad) -> Pad:
    """``eigen`` when ``pad`` says it again: within one table only an alias can, of the name or another alias."""
    return eigen if eigen and "aliassen" in pad and eigen[-1] != "id" else ()


def verkeerde_ids(alles: Rij) -> Iterator[Misser]:
    """Ids become anchors and slugs become folders, so they hold no spaces, capitals or signs."""
    for lijst in _MET_ID:
        for rij in alles.rijen(lijst):
            yield from _verkeerde_id(rij, "id")
            for dieper in (*rij.rijen("bouwstenen"), *rij.rijen("onderdelen")):
                yield from _verkeerde_id(dieper, "id")
    for werkwoord in alles.blok("besluit").rijen("werkwoorden"):
        yield from _verkeerde_id(werkwoord, "id")
    for gebied in alles.rijen("gebieden"):
        yield from _verkeerde_id(gebied, "slug")


def _verkeerde_id(rij: Rij, sleutel: str) -> Iterator[Misser]:
    waarde = rij.tekst(sleutel)
    if waarde.strip() and not _ID.fullmatch(waarde):
        hulp = "Gebruik alleen kleine letters, cijfers en streepjes, zoals wonen-en-zorg."
        tekst = f"“{sleutel}” is “{waarde}”. Dat kan niet."
        yield Misser("kader-waarde-verkeerd", (*rij.pad, sleutel), tekst, hulp)
