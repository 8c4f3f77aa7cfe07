"""What a voorstel is made of: the pieces that the sheet Besluit knows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the voorstel on the sheet Besluit: its name and what to write.

    ``nodig``: who decides cannot do without. ``regel``: a fact in one line, given once. ``brief``: only for the
    raadsinformatiebrief.
    """

    naam: str
    uitleg: str
    nodig: bool = False
    regel: bool = False
    brief: bool = False


BESLISPUNT = "Beslispunt"
VERGADERING = "Datum vergadering"

# What a voorstel is made of, in the order in which it is read.
ONDERDELEN: tuple[Onderdeel, ...] = (
    Onderdeel("Onderwerp", "Waar het voorstel over gaat, in één regel.", nodig=True, regel=True),
    Onderdeel("Voorstelnummer", "Het nummer van het voorstel, als dat er al is.", regel=True),
    Onderdeel("Team", "Het team dat het voorstel maakt.", nodig=True, regel=True),
    Onderdeel(VERGADERING, "De dag waarop het bestuur besluit, zoals 8-12-2026.", nodig=True, regel=True),
    Onderdeel("Geheimhouding", "Nee. Of ja, met het wetsartikel waarop dat berust.", nodig=True, regel=True),
    Onderdeel(BESLISPUNT, "Wat het bestuur besluit. Kies er een werkwoord bij.", nodig=True),
    Onderdeel("Samenvatting", "Het voorstel in ten hoogste vijf zinnen.", nodig=True),
    Onderdeel("Aanleiding", "Waarom dit voorstel er nu ligt.", nodig=True),
    Onderdeel("Kader en eerdere besluiten", "Eerdere besluiten. Het beleidskader zet het programma er zelf bij."),
    Onderdeel("Beoogd effect", "Wat inwoners ervan merken. De speerpunten en doelen zet het programma er zelf bij."),
    Onderdeel("Argument", "Waarom dit een goed besluit is.", nodig=True),
    Onderdeel("Kanttekening", "Wat ertegen pleit, of wat mis kan gaan.", nodig=True),
    Onderdeel("Alternatief", "Wat ook kon, en waarom we dat niet kiezen.", nodig=True),
    Onderdeel("Financiën", "Uitleg bij het geld. De bedragen komen van het blad Middelen."),
    Onderdeel("Juridische gevolgen", "Alleen als die er zijn."),
    Onderdeel("Participatie", "Wat gesprekken opleverden. Hoeveel het er waren, telt het programma zelf."),
    Onderdeel("Communicatie", "Wie het besluit hoort, wanneer en hoe.", nodig=True),
    Onderdeel("Uitvoering", "Wie doet wat, en wanneer.", nodig=True),
    Onderdeel("Evaluatie", "Wanneer en hoe we kijken of het werkt.", nodig=True),
    Onderdeel("Contact raadsinformatiebrief", "De rol van wie vragen beantwoordt.", nodig=True, regel=True, brief=True),
    Onderdeel("Kernboodschap raadsinformatiebrief", "Wat de raad moet weten.", nodig=True, brief=True),
)
