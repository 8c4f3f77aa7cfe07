"""What is remembered of a plan that was made, and what the page that shows all plans may see."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.kader.eigen import Woord
from gebiedsplan.plan.grafiek import KleinKernbeeld, Teken

# More columns than this make each of them too narrow to read.
_PAST_NAAST_ELKAAR = 4


@dataclass(frozen=True, slots=True)
class SpeerpuntVermelding:
    """A speerpunt: its id in the plan, its title and the names of its themes."""

    id: str
    titel: str
    themas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GebiedVermelding:
    """The speerpunten of one area in a plan."""

    slug: str
    speerpunten: tuple[SpeerpuntVermelding, ...]


@dataclass(frozen=True, slots=True)
class Vermelding:
    """A plan that was made, as its front page says it. ``datum`` is ISO 8601.

    ``alt`` and ``tekens`` are its kernbeeld; without figures there are none. ``let_op`` counts findings.
    ``afdruk`` is the fingerprint of its text, and ``bestanden`` are the names of the files that belong to that text.
    """

    slug: str
    jaar: int
    status: str
    versie: str
    datum: str
    gebieden: tuple[GebiedVermelding, ...]
    alt: str
    tekens: tuple[tuple[Teken | None, ...], ...]
    afdruk: str
    let_op: int = 0
    bestanden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verwijzing:
    """A link: its words and where it goes. ``erbij`` is what a reader must know of it."""

    tekst: str
    adres: str
    erbij: str = ""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the plan of one area stands; without a plan ``status`` is "". ``regel`` says more of it.

    ``deel``: the area is a part of a gemeente.
    """

    slug: str
    naam: str
    deel: bool
    status: str
    regel: str
    opmerkingen: tuple[str, ...]
    kernbeeld: KleinKernbeeld | None
    verwijzingen: tuple[Verwijzing, ...]


@dataclass(frozen=True, slots=True)
class Inzet:
    """A speerpunt in the table: where it stands (``adres`` "" when there is no page), and its themes as words."""

    titel: str
    adres: str
    themas: str


@dataclass(frozen=True, slots=True)
class Inzetregel:
    """The speerpunten of one area, filled up with ``None`` so that every row has as many."""

    gebied: str
    inzet: tuple[Inzet | None, ...]


@dataclass(frozen=True, slots=True)
class Overzicht:
    """All plans on one page. ``datum`` (ISO 8601) is that of the newest plan; ``uitleg`` says what marks mean.

    A row of ``standen`` is a gemeente with its parts, or gemeenten that have none. ``preventiekaart`` is where it is,
    or "" when it was not made; ``vergelijking`` is None when there is none. ``thema`` is what the kader calls a theme,
    None when it has none.
    """

    titel: str
    ondertitel: str
    opsteller: str
    datum: str
    regels: tuple[tuple[str, str], ...]
    zin: str
    preventiekaart: str
    vergelijking: Verwijzing | None
    de_samenwerking: str
    uitleg: str
    standen: tuple[tuple[Stand, ...], ...]
    inzet: tuple[Inzetregel, ...]
    thema: Woord | None
    meer_gebieden: bool

    @property
    def inzet_past(self) -> bool:
        """Whether the speerpunten of an area fit beside each other in a row."""
        return all(len(regel.inzet) <= _PAST_NAAST_ELKAAR for regel in self.inzet)

    def kernbeelden(self) -> tuple[KleinKernbeeld, ...]:
        """Every small kernbeeld on the page."""
        return tuple(stand.kernbeeld for rij in self.standen for stand in rij if stand.kernbeeld)
