"""All that the template of "in het kort" may see: what inhabitants need to know of a plan, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.plan.grafiek import Staven
from gebiedsplan.plan.model import Voorblad


@dataclass(frozen=True, slots=True)
class Stem:
    """What one group of people said, in a sentence of the conversation."""

    wie: str
    zin: str


@dataclass(frozen=True, slots=True)
class Inzet:
    """A speerpunt or an area: what it is called, and what happens there."""

    naam: str
    zin: str


@dataclass(frozen=True, slots=True)
class Waarheen:
    """Where an inhabitant can go. ``contact`` of the sociaal team, and ``preventiekaart`` (a web address), may be "".

    ``aanbod`` are a few activities; ``gemeente`` is whom to ask.
    """

    contact: str
    aanbod: tuple[str, ...]
    preventiekaart: str
    gemeente: str


@dataclass(frozen=True, slots=True)
class InHetKort:
    """One page about the plan of one area and year. ``let_op`` is what must be known of all of it, "" when nothing.

    ``over_cijfers``: what must be known of the charts. ``alleen_titels``: too many speerpunten to say of each what
    happens, so that ``inzet`` has a line for every area. ``plan`` is the title of the plan, ``datum`` its day in words,
    ``webpagina`` its page.
    """

    naam: str
    jaar: int
    voorblad: Voorblad
    zin: str
    let_op: tuple[str, ...]
    grafieken: tuple[Staven, ...]
    over_cijfers: str
    gesprekken: str
    stemmen: tuple[Stem, ...]
    alleen_titels: bool
    inzet: tuple[Inzet, ...]
    waarheen: Waarheen
    plan: str
    datum: str
    webpagina: str
