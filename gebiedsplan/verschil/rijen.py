"""Lists of what came and went and tables of what changed, the same for everything that can be said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from gebiedsplan import taal
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.verschil.model import Groep, Paar, Tekstverschil

_T = TypeVar("_T")

Rij: TypeAlias = tuple[str, ...]

STOND_ER_NIET = "Stond er niet in."
STAAT_ER_NIET = "Staat er niet meer in."
NIETS = "–"


def tabel(id_: str, bijschrift: str, kop: Sequence[str | Kolomkop], rijen: Iterable[Rij]) -> tuple[Tabel, ...]:
    """One table, or none without rows."""
    inhoud = tuple(rijen)
    koppen = tuple(k if isinstance(k, Kolomkop) else Kolomkop(k) for k in kop)
    return (Tabel(id_, bijschrift, koppen, inhoud),) if inhoud else ()


def van_tekst(t: Tekstverschil) -> Rij:
    """A text: its name, the sentences that went, those that came."""
    weg = " ".join(t.weg) or (NIETS if t.oud else STOND_ER_NIET)
    erbij = " ".join(t.erbij) or (NIETS if t.nieuw else STAAT_ER_NIET)
    return (t.naam, weg, erbij)


def van_paren(
    paren: Iterable[Paar[_T]], naam: Callable[[_T], str], zinnen: Callable[[_T], Sequence[str]]
) -> Iterator[tuple[_T, Rij]]:
    """Every pair as it is now, and its row: its name, and only the sentences that differ."""
    for paar in paren:
        yield paar.nieuw, (_namen(paar, naam), *_alleen_verschil(zinnen(paar.oud), zinnen(paar.nieuw)))


def groep(aanhef: str, zinnen: Iterable[str]) -> tuple[Groep, ...]:
    """One list below its words, or none without sentences."""
    inhoud = tuple(zinnen)
    return (Groep(aanhef, inhoud),) if inhoud else ()


def per(sleutel: Callable[[_T], str], aanhef: str, dingen: Iterable[_T], zin: Callable[[_T], str]) -> tuple[Groep, ...]:
    """A list for each key, in the order in which they come; the words above it name the key."""
    groepen: dict[str, list[str]] = {}
    for ding in dingen:
        groepen.setdefault(sleutel(ding), []).append(zin(ding))
    return tuple(Groep(aanhef.format(naam), tuple(zinnen)) for naam, zinnen in groepen.items())


def gelijk(aantal: int, enkel: str, veel: str) -> str:
    """How many are as they were: "Twee acties zijn gelijk gebleven."; "" for none."""
    if not aantal:
        return ""
    is_zijn = taal.meervoud(aantal, "is", "zijn")
    return f"{taal.hoofdletter(taal.telwoord(aantal))} {taal.meervoud(aantal, enkel, veel)} {is_zijn} gelijk gebleven."


def _namen(paar: Paar[_T], naam: Callable[[_T], str]) -> str:
    was, is_nu = naam(paar.oud), naam(paar.nieuw)
    return is_nu if was == is_nu else f"{is_nu} (was: {was})"


def _alleen_verschil(oud: Sequence[str], nieuw: Sequence[str]) -> tuple[str, str]:
    weg = " ".join(zin for zin in oud if zin not in nieuw)
    erbij = " ".join(zin for zin in nieuw if zin not in oud)
    return weg or NIETS, erbij or NIETS
