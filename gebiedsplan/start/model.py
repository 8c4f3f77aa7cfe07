"""What someone answers who begins a samenwerking, and what follows from it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from gebiedsplan.kader.model import Wijk


@dataclass(frozen=True, slots=True)
class Deel:
    """An area of a gemeente with a plan of its own. A wijk is a code of the CBS, with its name behind it if known."""

    naam: str
    wijken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A gemeente with its CBS code; without ``gebieden`` it is one area itself."""

    naam: str
    code: str
    bestuur: Literal["college", "raad"] = "college"
    wijken: tuple[str, ...] = ()
    gebieden: tuple[Deel, ...] = ()


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of the framework: what one of its parts is called, and the names of those that are known."""

    enkelvoud: str
    meervoud: str
    lidwoord: Literal["de", "het"] = "de"
    namen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """All that was answered. ``in_zin``: how the name stands in a sentence; ``niveaus``: from high to low, at most two.

    ``jaar`` is the year of the first plans.
    """

    samenwerking: str
    jaar: int
    gemeenten: tuple[Gemeente, ...]
    in_zin: str = ""
    periode: str = ""
    speerpunten_min: int = 2
    speerpunten_max: int = 3
    niveaus: tuple[Niveau, ...] = ()
    themas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gebied:
    """An area as it comes in the kader."""

    slug: str
    naam: str
    code: str
    bestuur: str
    deel_van: str
    wijken: tuple[Wijk, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """Something to choose, with what stands below it. ``voorbeeld``: made up, to be replaced."""

    id: str
    naam: str
    voorbeeld: bool = False
    onder: tuple[Keuze, ...] = ()


@dataclass(frozen=True, slots=True)
class Begin:
    """All that the template of a new kader may see."""

    samenwerking: str
    in_zin: str
    lange_naam: str
    periode: str
    jaar: int
    oudste_jaar: int
    speerpunten_min: int
    speerpunten_max: int
    hoogste: Niveau | None
    laagste: Niveau | None
    hoofdopgaven: tuple[Keuze, ...]
    themas: tuple[Keuze, ...]
    gebieden: tuple[Gebied, ...]
