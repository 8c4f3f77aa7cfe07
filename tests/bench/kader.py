"""The kader of a made-up samenwerking: generic names, the sizes of a real one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BLOKKEN = ("Zorg", "Kwetsbaarheid", "Veerkracht")
LEEFTIJDEN = ("0-15", "15-25", "25-45", "45-65", "65+")
INDICATOREN_PER_BLOK = 7
MEESTE_SPEERPUNTEN = 9
LAND = "Nederland"


@dataclass(frozen=True, slots=True)
class Gebied:
    """An area: how it is called, and what it is part of."""

    slug: str
    naam: str
    deel_van: str = ""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure: its name, the sheet it stands on, and whether it is a share of which the counts are known."""

    id: str
    naam: str
    blok: str
    geteld: bool


INDICATOREN = tuple(
    Indicator(f"{blok.lower()}-{nummer}", f"Maat {nummer} van {blok.lower()}", blok, nummer % 2 == 1)
    for blok in BLOKKEN
    for nummer in range(1, INDICATOREN_PER_BLOK + 1)
)


def toml(nummer: int, gebieden: Iterable[Gebied]) -> str:
    """The kader as a file."""
    delen = [
        _tabel(
            "[instellingen]",
            samenwerking=f"Samenwerking {nummer}",
            samenwerking_in_zin=f"samenwerking {nummer}",
            lange_naam=f"Samenwerking nummer {nummer} van het land",
            kader_titel="Kader voor de gebieden",
            kader_bron="verzonnen",
            periode="2024 t/m 2028",
            land=LAND,
            speerpunten_min=2,
            speerpunten_max=MEESTE_SPEERPUNTEN,
            oudste_jaar=2010,
        ),
        _tabel("[instellingen.duidelijk_verschil]", procent=1.5, per_1000=5.0, aantal=0.0, cijfer=0.0),
        _tabel("[geheimhouding]", drempel=10, afronden_op=1, minimale_basis=100, bandbreedte=10),
        _tabel("[missie]", kern="Iedereen doet mee.", uitleg="Wie hulp nodig heeft, krijgt hulp."),
        *_keuzes("pijlers", "Uitgangspunt", 4),
        *_hoofdopgaven(),
        *_keuzes("themas", "Thema", 6),
        *_keuzes("doelgroepen", "Doelgroep", 6),
        *_keuzes("dimensies", "Dimensie", 6),
        *_keuzes("rollen", "Rol", 4),
        *(_blok(blok) for blok in BLOKKEN),
        *map(_indicator, INDICATOREN),
        _tabel("[[begrippen]]", naam="Gebied", uitleg="Een deel van een gemeente, of een hele gemeente."),
        *map(_gebied, gebieden),
    ]
    return "\n".join(delen)


def _keuzes(lijst: str, woord: str, aantal: int) -> list[str]:
    nummers = range(1, aantal + 1)
    return [
        _tabel(
            f"[[{lijst}]]",
            id=f"{woord.lower()}-{n}",
            naam=f"{woord} {n}",
            uitleg=f"Waar {woord.lower()} {n} over gaat.",
        )
        for n in nummers
    ]


def _hoofdopgaven() -> list[str]:
    delen = []
    for opgave in (1, 2):
        doel, uitleg = "Mensen helpen elkaar.", "Zo is minder zware hulp nodig."
        delen.append(
            _tabel("[[hoofdopgaven]]", id=f"opgave-{opgave}", naam=f"Opgave {opgave}", doel=doel, uitleg=uitleg)
        )
        delen += [
            _tabel(
                "[[hoofdopgaven.bouwstenen]]",
                id=f"bouwsteen-{opgave}-{steen}",
                naam=f"Bouwsteen {opgave}.{steen}",
                uitleg="Wat hierbij hoort.",
                rol_gemeente="De gemeente maakt het mogelijk.",
                beweging=["We beginnen vroeg.", "We doen het samen."],
            )
            for steen in (1, 2, 3)
        ]
    return delen


def _blok(naam: str) -> str:
    onderdelen = f'onderdelen = [{{ id = "{naam.lower()}-deel", naam = "Deel van {naam.lower()}" }}]\n'
    return (
        _tabel("[[blokken]]", id=naam.lower(), naam=naam, blad=naam, uitleg="Hoe staat het gebied ervoor?") + onderdelen
    )


def _indicator(indicator: Indicator) -> str:
    return _tabel(
        "[[indicatoren]]",
        id=indicator.id,
        naam=indicator.naam,
        blok=indicator.blok.lower(),
        onderdeel=f"{indicator.blok.lower()}-deel",
        eenheid="procent",
        groep="inwoners",
        zin=f"had {{waarde}} van de {{groep}} {indicator.naam.lower()}",
        gunstig="lager" if indicator.geteld else "hoger",
        uitleg="Een verzonnen maat.",
        weging=list(LEEFTIJDEN),
        kernbeeld=not indicator.geteld,
        vergelijking=indicator.id.endswith("-1"),
        trend=indicator.id.endswith(("-2", "-4")),
        ververst=4,
    )


def _gebied(gebied: Gebied) -> str:
    over = {"deel_van": gebied.deel_van} if gebied.deel_van else {"code": "GM0001", "bestuur": "college"}
    return _tabel("[[gebieden]]", slug=gebied.slug, naam=gebied.naam, **over)


def _tabel(kop: str, **waarden: str | float | Sequence[str]) -> str:
    """A table of TOML: what JSON writes of these values, TOML reads."""
    regels = (f"{naam} = {json.dumps(waarde, ensure_ascii=False)}" for naam, waarde in waarden.items())
    return "\n".join((kop, *regels)) + "\n"
