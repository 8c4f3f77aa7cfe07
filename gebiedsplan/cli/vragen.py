"""Ask all that a new samenwerking begins with, question by question."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, TypeAlias

import click

_Antwoorden: TypeAlias = dict[str, Any]

_MEESTE_NIVEAUS = 2


def aan_het_toetsenbord() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty()


def vraag() -> _Antwoorden:
    """The answers, by the keys that a file with answers has."""
    click.echo("U begint een nieuwe samenwerking. Alles wat u hier kiest, kunt u later veranderen.\n", err=True)
    naam = _tekst("Naam van de samenwerking, of van de gemeente")
    in_zin = _tekst("Hoe staat die naam in een zin? Bijvoorbeeld: het Noorderland", naam)
    jaar = _getal("Jaar van de eerste plannen, zoals 2027")
    antwoorden: _Antwoorden = {
        "samenwerking": naam,
        "in_zin": in_zin,
        "jaar": jaar,
        "periode": _tekst("Hoe lang geldt het kader?", f"{jaar} t/m {jaar + 3}"),
        "speerpunten_min": _getal("Hoeveel speerpunten kiest een gebied ten minste?", 2),
    }
    antwoorden["speerpunten_max"] = _getal("En hoogstens?", max(3, antwoorden["speerpunten_min"]))
    antwoorden["gemeenten"] = list(_gemeenten())
    antwoorden["niveaus"] = list(_niveaus())
    antwoorden["themas"] = _lijst("Welke thema’s noemt uw kader?")
    return antwoorden


def _gemeenten() -> Iterator[_Antwoorden]:
    volgende = _tekst("\nGemeente")
    while volgende:
        gemeente: _Antwoorden = {
            "naam": volgende,
            "code": _tekst(f"CBS-code van {volgende}, zoals GM0399"),
            "bestuur": _keuze("Wie besluit over het plan?", ("college", "raad")),
        }
        gemeente["gebieden"] = list(_gebieden(volgende))
        if not gemeente["gebieden"]:
            gemeente["wijken"] = _wijken(volgende)
        yield gemeente
        volgende = _tekst("\nVolgende gemeente (Enter: er is geen andere)", "")


def _gebieden(gemeente: str) -> Iterator[_Antwoorden]:
    while naam := _tekst(
        f"Gebied van {gemeente} met een eigen werkmap (Enter: klaar, of {gemeente} is één gebied)", ""
    ):
        yield {"naam": naam, "wijken": _wijken(naam)}


def _wijken(gebied: str) -> list[str]:
    return _lijst(f"Wijken van het CBS in {gebied}, zoals: WK039901 Centrum; WK039902 Noord")


def _niveaus() -> Iterator[_Antwoorden]:
    """The levels from high to low; of the lowest of two nobody can say here what lies under what."""
    for nummer in range(_MEESTE_NIVEAUS):
        welk = "het niveau daaronder" if nummer else "\nHoe heet het hoogste niveau van uw kader"
        vraag_ = f"{welk}, in het enkelvoud? Bijvoorbeeld: {'bouwsteen' if nummer else 'ambitie'} (Enter: er is geen)"
        if not (enkelvoud := _tekst(vraag_, "")):
            return
        niveau: _Antwoorden = {
            "enkelvoud": enkelvoud,
            "meervoud": _tekst("En in het meervoud?"),
            "lidwoord": _keuze("De of het?", ("de", "het")),
        }
        yield niveau if nummer else {**niveau, "namen": _lijst(f"Namen: hoe heet elke {enkelvoud}?")}


def _tekst(vraag_: str, standaard: str | None = None) -> str:
    toon = bool(standaard)
    antwoord: str = click.prompt(vraag_, default=standaard, show_default=toon, err=True)
    return antwoord.strip()


def _getal(vraag_: str, standaard: int | None = None) -> int:
    antwoord: int = click.prompt(vraag_, type=int, default=standaard, err=True)
    return antwoord


def _keuze(vraag_: str, keuzes: tuple[str, ...]) -> str:
    antwoord: str = click.prompt(vraag_, type=click.Choice(keuzes), default=keuzes[0], err=True)
    return antwoord


def _lijst(vraag_: str) -> list[str]:
    antwoord = _tekst(f"{vraag_} (met ; ertussen; Enter: overslaan)", "")
    return [deel.strip() for deel in antwoord.split(";") if deel.strip()]
