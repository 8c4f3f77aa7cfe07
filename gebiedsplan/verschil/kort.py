"""The few lines that a bestuurder needs, by fixed rules: new and dropped speerpunten, goals that moved, figures that
changed by more than the kader says that counts, and the money of the plan year. One line each, never more than five.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.gebied.namen import is_totaal
from gebiedsplan.verschil import beschrijving, cijferwoorden
from gebiedsplan.verschil.model import Vergelijking
from gebiedsplan.verschil.onderdelen import Woorden

# Of more than these the rest is counted: the parts below have all.
_GENOEMD = 3


@dataclass(frozen=True, slots=True)
class Bekeken:
    """One area: what differs, and who says it."""

    vergelijking: Vergelijking
    woorden: Woorden

    @property
    def naam(self) -> str:
        """What the area is called."""
        return self.woorden.kader.gebied(self.woorden.slug).naam


def kort(gebieden: Sequence[Bekeken]) -> tuple[str, ...]:
    """At most five sentences over all areas together; of several, each names its area."""
    regels = (_nieuw(gebieden), _vervallen(gebieden), _verschoven(gebieden), _cijfers(gebieden), _geld(gebieden))
    return tuple(filter(None, regels))


def _nieuw(gebieden: Sequence[Bekeken]) -> str:
    titels = [f"‘{s.titel}’{_waar(g, gebieden)}" for g in gebieden for s in g.vergelijking.speerpunten.erbij]
    return f"{_woord(titels, 'Nieuw speerpunt', 'Nieuwe speerpunten')}: {_enkele(titels)}." if titels else ""


def _vervallen(gebieden: Sequence[Bekeken]) -> str:
    titels = [f"‘{s.titel}’{_waar(g, gebieden)}" for g in gebieden for s in g.vergelijking.speerpunten.weg]
    return f"{_woord(titels, 'Vervallen speerpunt', 'Vervallen speerpunten')}: {_enkele(titels)}." if titels else ""


def _verschoven(gebieden: Sequence[Bekeken]) -> str:
    doelen = [f"{doel}{_waar(g, gebieden)}" for g in gebieden for doel in _verschoven_in(g)]
    return f"{_woord(doelen, 'Verschoven doel', 'Verschoven doelen')}: {_enkele(doelen)}." if doelen else ""


def _verschoven_in(g: Bekeken) -> Iterator[str]:
    for paar in g.vergelijking.doelen.anders:
        was, is_nu = (beschrijving.streven(d, g.woorden.kader) for d in (paar.oud, paar.nieuw))
        if was != is_nu:
            yield f"‘{paar.nieuw.naam}’ is nu {_alleen_doel(is_nu)}, was {_alleen_doel(was)}"


def _alleen_doel(zin: str) -> str:
    return zin.removeprefix("Doel: ").rstrip(".")


def _cijfers(gebieden: Sequence[Bekeken]) -> str:
    gevonden = [
        (gevonden[0], f"{gevonden[1]}{_waar(g, gebieden)}")
        for g in gebieden
        for cijfer in g.vergelijking.cijfers.eigen
        if (gevonden := cijferwoorden.opvallend(cijfer))
    ]
    teksten = [tekst for _, tekst in sorted(gevonden, key=lambda paar: -paar[0])]
    return f"{_woord(teksten, 'Cijfer dat opvalt', 'Cijfers die opvallen')}: {_enkele(teksten)}." if teksten else ""


def _geld(gebieden: Sequence[Bekeken]) -> str:
    """What the plan year costs in both plans; "" when no amount is known or it is the same."""
    oud, nieuw = ([getattr(g.woorden, kant) for g in gebieden] for kant in ("oud", "nieuw"))
    was, is_nu = _bedrag(oud), _bedrag(nieuw)
    if was == is_nu or not (was or is_nu):
        return ""
    return f"Geld: {_van(nieuw)} {is_nu or 'geen bedrag'}, {_van(oud)} {was or 'geen bedrag'}."


def _van(werkmappen: Sequence[Gebiedsdata]) -> str:
    return f"voor {werkmappen[0].kop.planjaar}"


def _bedrag(werkmappen: Iterable[Gebiedsdata]) -> str:
    """The sum of the plan year as the amounts are shown, and whether all are known; "" when none is."""
    posten = [p for d in werkmappen for p in d.middelen if p.jaar == d.kop.planjaar]
    losse = [p for p in posten if not is_totaal(p.post)]
    bekend = [taal.afgerond(p.bedrag) for p in losse if p.bedrag is not None]
    if not bekend:
        return ""
    deels = "" if len(bekend) == len(losse) else f" ({len(bekend)} van de {len(losse)} posten is bekend)"
    return f"{taal.euro(float(sum(bekend)))}{deels}"


def _waar(g: Bekeken, gebieden: Sequence[Bekeken]) -> str:
    return f" ({g.naam})" if len(gebieden) > 1 else ""


def _enkele(dingen: Sequence[str]) -> str:
    """The first few, and how many more there are."""
    rest = len(dingen) - _GENOEMD
    meer = [f"nog {taal.telwoord(rest)}"] if rest > 0 else []
    # Each may hold a comma of its own.
    return "; ".join([*dingen[:_GENOEMD], *(f"en {m}" for m in meer)])


def _woord(dingen: Sequence[str], enkel: str, veel: str) -> str:
    return taal.meervoud(len(dingen), enkel, veel)
