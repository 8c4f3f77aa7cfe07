"""What can be chosen in a cell: each list of the kader, under every name it may be called by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from gebiedsplan.gebied import bladen
from gebiedsplan.gebied.kolommen import STATUS_CIJFER
from gebiedsplan.gebied.leesopmerkingen import STATUSLIJST, STATUSSEN_OPMERKING
from gebiedsplan.gebied.onderdelen import ONDERDELEN
from gebiedsplan.gebied.vorm import naam_van_lijst, vorm
from gebiedsplan.kader.eigen import Woord
from gebiedsplan.kader.model import Bouwsteen, Gebied, Hoofdopgave, Kader, Keuze, Thema
from gebiedsplan.werkmap import sleutel


@dataclass(frozen=True, slots=True)
class Keuzelijst:
    """A list of choices: the names to show, what each way of writing one stands for, and what the list is called."""

    namen: tuple[str, ...]
    betekenis: Mapping[str, str]
    heet: str = ""

    def zoek(self, tekst: str) -> str | None:
        """The id that ``tekst`` stands for; case and extra spaces do not count. None: not in the list."""
        return self.betekenis.get(sleutel(tekst))


def keuzelijsten(kader: Kader, regios: Keuzelijst) -> Mapping[str, Keuzelijst]:
    """Every list a column can name, by that name."""
    woorden = kader.woorden
    return {
        "doelgroepen": _van_keuzes(kader.doelgroepen, woorden.doelgroep),
        "thema's": _van_keuzes(kader.themas, woorden.thema),
        "hoofdopgaven": _van_keuzes(kader.hoofdopgaven, woorden.hoofdopgave),
        "bouwstenen": _van_keuzes(kader.bouwstenen(), woorden.bouwsteen),
        "pijlers": _van_keuzes(kader.pijlers, woorden.pijler),
        "dimensies": _van_keuzes(kader.dimensies, woorden.dimensie),
        "rollen": _van_keuzes(kader.rollen),
        "indicatoren": _lijst((i.id, i.naam, i.aliassen) for i in kader.indicatoren),
        "regio's": regios,
        "status plan": _vast(bladen.STATUSSEN_PLAN),
        STATUS_CIJFER: _vast(bladen.STATUSSEN_CIJFER),
        "status terugblik": _vast(bladen.STATUSSEN_TERUGBLIK),
        STATUSLIJST: _vast(STATUSSEN_OPMERKING),
        "richting": _vast(bladen.RICHTINGEN),
        "kans": _vast(bladen.KANSEN),
        "soort partner": _vast(bladen.SOORTEN_PARTNER),
        "toegang": _vast(bladen.TOEGANG),
        "teksten": _vast(vorm(kader).teksten),
        "onderdelen": _vast(onderdeel.naam for onderdeel in ONDERDELEN),
        "werkwoorden": _lijst((w.id, w.naam, ()) for w in kader.besluit.werkwoorden),
        **{naam_van_lijst(lijst.id): _vast(lijst.keuzes) for lijst in kader.lijsten},
    }


def regios_van(gebied: Gebied) -> Keuzelijst:
    """What the column Regio of an area may hold: the area itself, or one of its wijken by code or name."""
    namen = [(gebied.slug, gebied.naam, (gebied.slug, gebied.code, gebied.lange_naam))]
    wijken = [
        (wijk.code, wijk.naam, (wijk.code, f"Wijk {wijk.code[-2:]} {wijk.naam}", f"Wijk {wijk.naam}"))
        for wijk in gebied.wijken
    ]
    return _lijst([*namen, *wijken])


def regios_van_referentie(kader: Kader) -> Keuzelijst:
    """What the column Regio of the reference workbook may hold: gemeenten, their comparison regions, the country."""
    gemeenten = [(g.slug, g.naam, (g.slug, g.code)) for g in kader.gebieden if not g.deel_van]
    grotere = dict.fromkeys([*(g.vergelijkingsregio for g in kader.gebieden), kader.instellingen.land])
    return _lijst([*gemeenten, *((naam, naam, ()) for naam in grotere if naam)])


def _van_keuzes(keuzes: Iterable[Keuze | Thema | Hoofdopgave | Bouwsteen], woord: Woord | None = None) -> Keuzelijst:
    lijst = _lijst((k.id, k.naam, k.aliassen) for k in keuzes)
    return replace(lijst, heet=woord.meervoud) if woord else lijst


def _vast(woorden: Iterable[str]) -> Keuzelijst:
    return _lijst((woord, woord, ()) for woord in woorden)


def _lijst(items: Iterable[tuple[str, str, Iterable[str]]]) -> Keuzelijst:
    namen: list[str] = []
    betekenis: dict[str, str] = {}
    for id_, naam, aliassen in items:
        namen.append(naam)
        for woord in (naam, id_, *aliassen):
            if woord:
                betekenis.setdefault(sleutel(woord), id_)
    return Keuzelijst(tuple(namen), betekenis)
