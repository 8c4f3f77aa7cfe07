"""All that the templates of the voorstel, the raadsinformatiebrief and the besluitenlijst may see.

As in a plan everything is text or a table, and nothing is left to count: an argument brings its own number.
"""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.plan.model import Opmaak, Tabel, Voorblad


@dataclass(frozen=True, slots=True)
class Punt:
    """An argument or kanttekening: its number ("1.2", or "" when it is about the whole voorstel) and its text."""

    nummer: str
    tekst: Opmaak


@dataclass(frozen=True, slots=True)
class Inzet:
    """A speerpunt as a sentence, where it stands now and what it aims at, in the words of the plan."""

    titel: str
    nu: str
    doel: str


@dataclass(frozen=True, slots=True)
class Geld:
    """What it costs: a table with a total, or a line for each amount that is not known yet."""

    tabel: Tabel | None
    regels: tuple[str, ...]
    uitleg: tuple[Opmaak, ...]


@dataclass(frozen=True, slots=True)
class Bijlage:
    """What goes with a paper: its title and the name of its file."""

    titel: str
    bestand: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The raadsinformatiebrief: what the raad must know when the college has decided."""

    voorblad: Voorblad
    kennisnemen: str
    inleiding: tuple[Opmaak, ...]
    kernboodschap: tuple[Opmaak, ...]
    speerpunten: tuple[str, ...]
    vervolg: tuple[Opmaak, ...]
    bijlagen: tuple[Bijlage, ...]


@dataclass(frozen=True, slots=True)
class Besluitenlijst:
    """What comes on the list of decisions; ``besloten`` when the plan is vastgesteld."""

    bestuur: str
    datum: str
    zaaknummer: str
    onderwerp: str
    besloten: bool
    beslispunten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorstel:
    """The voorstel about a plan. ``soort`` is what its files are called; without ``brief`` the raad itself decides."""

    soort: str
    voorblad: Voorblad
    aanhef: str
    beslispunten: tuple[str, ...]
    samenvatting: tuple[Opmaak, ...]
    aanleiding: tuple[Opmaak, ...]
    kaderzin: str
    kader: tuple[Opmaak, ...]
    effect: tuple[Opmaak, ...]
    speerpunten: tuple[Inzet, ...]
    argumenten: tuple[Punt, ...]
    kanttekeningen: tuple[Punt, ...]
    alternatieven: tuple[Opmaak, ...]
    geld: Geld
    juridisch: tuple[Opmaak, ...]
    gesprekken: tuple[str, ...]
    participatie: tuple[Opmaak, ...]
    communicatie: tuple[Opmaak, ...]
    uitvoering: tuple[Opmaak, ...]
    evaluatie: tuple[Opmaak, ...]
    bijlagen: tuple[Bijlage, ...]
    ondertekenaars: tuple[str, str]
    brief: Brief | None
    besluitenlijst: Besluitenlijst
