"""What the preventiekaart shows: activities, and what they can be chosen by. All of it as words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.kader.eigen import Woorden


@dataclass(frozen=True, slots=True)
class Keuze:
    """Something to choose: its mark, and its words. ``deel``: it lies in the last one before it that does not."""

    merk: str
    naam: str
    deel: bool = False


@dataclass(frozen=True, slots=True)
class Groep:
    """What an activity can be chosen by: "dorp", "thema"."""

    id: str
    naam: str
    keuzes: tuple[Keuze, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A way to reach an organisation as it stands in the workbook. ``link`` is "" when it is only words."""

    soort: str
    tekst: str
    link: str


@dataclass(frozen=True, slots=True)
class Activiteit:
    """One activity. What nobody filled in is ""; ``onbekend`` names what is missed.

    ``waar`` is dorp and place together. ``merken``: by the id of a group, the marks it is found by.
    ``zoekwoorden`` are all words it is found by, also other names of the same.
    """

    naam: str
    beschrijving: str
    waar: str
    dorp: str
    plaats: str
    wanneer: str
    voor_wie: str
    toegang: str
    kosten: str
    aanbieder: str
    contact: tuple[Contact, ...]
    themas: str
    bouwsteen: str
    onbekend: str
    merken: Mapping[str, tuple[str, ...]]
    zoekwoorden: str

    def contact_van(self, soort: str) -> str:
        """The words of one way to reach them; "" when there is none."""
        return next((contact.tekst for contact in self.contact if contact.soort == soort), "")


@dataclass(frozen=True, slots=True)
class Gebiedsaanbod:
    """The activities of one area, and the day its workbook is of."""

    slug: str
    naam: str
    datum: dt.date
    bijgewerkt: str
    activiteiten: tuple[Activiteit, ...]


@dataclass(frozen=True, slots=True)
class Ontbrekend:
    """An area that is not on it, and why, as the end of a sentence."""

    naam: str
    reden: str


@dataclass(frozen=True, slots=True)
class Preventiekaart:
    """All of it. ``datum`` is the day of the newest workbook; ``bijgewerkt`` says from when to when they are.

    ``woorden``: what the kader calls a thema and a bouwsteen.
    """

    titel: str
    ondertitel: str
    samenwerking: str
    datum: dt.date
    bijgewerkt: str
    aantal: int
    groepen: tuple[Groep, ...]
    gebieden: tuple[Gebiedsaanbod, ...]
    woorden: Woorden
    ontbreekt: tuple[Ontbrekend, ...]
