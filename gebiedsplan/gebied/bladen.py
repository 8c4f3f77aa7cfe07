"""The workbook as its users know it: which sheets, which columns, what belongs in a cell.

This is the one place that says so, for every kader; ``gebied.vorm`` makes of it what the workbook of one kader is.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gebiedsplan.gebied import businesscase
from gebiedsplan.gebied.kolommen import STATUS_CIJFER, BladSpec, Kolom, Soort
from gebiedsplan.gebied.leesopmerkingen import OPMERKINGENBLAD

# A workbook that is still being filled in: no plan is made of it yet.
IN_VOORBEREIDING = "in voorbereiding"
STATUSSEN_PLAN = (IN_VOORBEREIDING, "concept", "voorstel", "vastgesteld")
STATUSSEN_CIJFER = ("definitief", "voorlopig", "schatting", "voorbeeld")
STATUSSEN_TERUGBLIK = ("bereikt", "op koers", "deels bereikt", "niet bereikt", "gestopt")
RICHTINGEN = ("hoger", "lager")
KANSEN = ("klein", "middelgroot", "groot")
SOORTEN_PARTNER = ("in de sociale basis", "in verbinding met de sociale basis")
TOEGANG = ("vrije inloop", "na aanmelding", "met verwijzing")

# The columns for what is measured between, each with one for its year beside it.
TUSSENMETINGEN = ("Tussenmeting", "Tussenmeting 2", "Tussenmeting 3")
BUSINESSCASE = "Businesscase"

EERST_NULMETING = "eerst nulmeting"
NOG_NIET_VASTGESTELD = "nog niet vastgesteld"

# What stands in the place of a figure that is not there (see ``gebied.cellen``).
TEKENS: Mapping[str, str] = MappingProxyType(
    {
        ".": "Onbekend: niemand heeft het cijfer, of de bron publiceert het niet.",
        "x": "Geheim: het cijfer is er, maar gaat over te weinig mensen.",
        "-": "Nihil: het zijn er nul.",
        "n.v.t.": "Niet van toepassing: het cijfer past niet bij dit gebied.",
        "later": "Het cijfer komt nog.",
        "vervallen": "Het cijfer wordt niet meer gemaakt.",
    }
)

# The free texts a workbook can add to a chapter: their name on the sheet Teksten, and where they go. Each block of
# figures has one too, and a kader can have more; see ``gebied.vorm``.
TEKSTEN: Mapping[str, str] = MappingProxyType(
    {
        "Inleiding": "Aan het begin van het hoofdstuk Inleiding.",
        "Totstandkoming": "Wie meewerkten en hoe het plan is gemaakt.",
        "Wat goed gaat": "In de samenvatting, bij wat sterk is.",
        "Inclusie": "Wat inclusie in dit gebied betekent en wat er gebeurt.",
        "Volgen en bijstellen": "Hoe en wanneer het plan wordt gevolgd.",
    }
)

# The fields of the sheet Gebied: name, kind, required, meaning.
VELDEN_GEBIED: tuple[Kolom, ...] = (
    Kolom("Planjaar", Soort.JAAR, "Het jaar waarvoor het plan geldt.", verplicht=True),
    Kolom("Status", Soort.KEUZE, "Hoe ver het plan is.", verplicht=True, lijst="status plan"),
    Kolom("Versie", Soort.TEKST, "Het versienummer, zoals 0.3.", verplicht=True),
    Kolom("Datum", Soort.DATUM, "De datum van deze versie.", verplicht=True),
    Kolom("Opsteller", Soort.TEKST, "De rol van wie het plan opstelt; geen naam.", verplicht=True),
    Kolom("Portefeuillehouder", Soort.TEKST, "De rol van de portefeuillehouder; geen naam."),
    Kolom("Zaaknummer", Soort.TEKST, "Het nummer van de zaak."),
    Kolom("Typering", Soort.TEKST, "In één of twee zinnen: wat voor gebied is dit?", verplicht=True),
    Kolom(
        "Contact sociaal team", Soort.TEKST, "Waar inwoners het sociaal team vinden of bellen. Staat op In het kort."
    ),
    Kolom("Let op", Soort.TEKST, "Wat elke inwoner erbij moet weten, zoals: dit is een voorbeeld."),
)

_REGIO = Kolom("Regio", Soort.KEUZE, "Het gebied of een wijk ervan.", verplicht=True, lijst="regio's", sleutel=True)
_CIJFERS = (
    Kolom("Indicator", Soort.KEUZE, "Welk cijfer dit is.", verplicht=True, lijst="indicatoren", sleutel=True),
    _REGIO,
    Kolom("Jaar", Soort.JAAR, "Het jaar waarover het cijfer gaat.", verplicht=True, sleutel=True),
    Kolom("Waarde", Soort.CIJFER, "Het cijfer. Leeg met Teller en Noemer erbij: dan wordt het berekend.", nodig=True),
    Kolom("Teller", Soort.GETAL, "Hoeveel mensen het zijn."),
    Kolom("Noemer", Soort.GETAL, "Van hoeveel mensen."),
    Kolom("Ondergrens", Soort.GETAL, "De ondergrens van het 95%-interval, als de bron die geeft."),
    Kolom("Bovengrens", Soort.GETAL, "De bovengrens van het 95%-interval, als de bron die geeft."),
    Kolom("Bron", Soort.TEKST, "Wie het cijfer maakte, met het tabelnummer."),
    Kolom("Peildatum", Soort.TEKST, "De dag of periode waarop is gemeten."),
    Kolom("Status", Soort.KEUZE, "Hoe zeker het cijfer is.", verplicht=True, lijst=STATUS_CIJFER),
    Kolom("Opmerking", Soort.TEKST, "Hoe het cijfer is gemaakt, of waarom het er niet is."),
    Kolom("Trendbreuk", Soort.TEKST, "Alleen als het cijfer niet te vergelijken is met eerdere jaren: waarom niet."),
)

_EEN_TUSSENMETING = (
    "Een tussenstand, na de nulmeting. Laat leeg als het cijfer op een cijferblad staat: dan neemt het programma dat."
)
_TUSSENMETINGEN = tuple(
    kolom
    for naam in TUSSENMETINGEN
    for kolom in (
        Kolom(naam, Soort.GETAL, _EEN_TUSSENMETING),
        Kolom(f"{naam} jaar", Soort.JAAR, "Het jaar van deze tussenstand."),
    )
)

BLADEN: tuple[BladSpec, ...] = (
    BladSpec(
        "Gebied",
        "een gegeven van het plan",
        (
            Kolom("Veld", Soort.TEKST, "Welk gegeven.", verplicht=True),
            Kolom("Waarde", Soort.VRIJ, "Het gegeven zelf."),
        ),
        verplicht=True,
    ),
    BladSpec(
        "Bevolking",
        "een leeftijdsgroep in een jaar",
        (
            Kolom("Leeftijdsgroep", Soort.TEKST, "De leeftijden, zoals 65+, of Totaal.", verplicht=True, sleutel=True),
            _REGIO,
            Kolom("Jaar", Soort.JAAR, "Het jaar van de telling.", verplicht=True, sleutel=True),
            Kolom("Aantal", Soort.CIJFER, "Het aantal inwoners.", nodig=True),
            Kolom("Bron", Soort.TEKST, "Wie het cijfer maakte, met het tabelnummer."),
            Kolom("Peildatum", Soort.TEKST, "De dag waarop is geteld."),
            Kolom("Status", Soort.KEUZE, "Hoe zeker het cijfer is.", verplicht=True, lijst=STATUS_CIJFER),
            Kolom("Opmerking", Soort.TEKST, "Hoe het cijfer is gemaakt, of waarom het er niet is."),
        ),
        verplicht=True,
        van_delen=True,
        van_cijfers=True,
    ),
    BladSpec(
        "Duiding",
        "het verhaal bij een cijfer",
        (
            Kolom("Indicator", Soort.KEUZE, "Bij welk cijfer.", verplicht=True, lijst="indicatoren"),
            Kolom("Tekst", Soort.TEKST, "Wat het cijfer in dit gebied betekent.", verplicht=True),
        ),
        van_delen=True,
    ),
    BladSpec(
        "Gesprekken",
        "een gesprek of gebiedstafel",
        (
            Kolom("Datum", Soort.DATUM, "Wanneer het gesprek was.", verplicht=True),
            Kolom("Vorm", Soort.TEKST, "Gebiedstafel, werkbezoek, gesprek met de adviesraad, …", verplicht=True),
            Kolom("Met wie", Soort.TEKST, "Welke groep of organisatie; geen namen van inwoners.", verplicht=True),
            Kolom("Aantal", Soort.GETAL, "Hoeveel mensen meededen."),
            Kolom("Wat is meegegeven", Soort.TEKST, "Welke punten zijn meegegeven.", verplicht=True),
            Kolom("Wat is ermee gedaan", Soort.TEKST, "Het antwoord van de gemeente.", nodig=True),
            Kolom("Speerpunt", Soort.CODES, "Bij welke speerpunten het hoort."),
        ),
        verplicht=True,
        van_delen=True,
    ),
    BladSpec(
        "Terugblik",
        "een speerpunt van vorig jaar",
        (
            Kolom("Speerpunt", Soort.TEKST, "De code van vorig jaar.", verplicht=True),
            Kolom("Titel", Soort.TEKST, "De titel van vorig jaar, als er geen werkmap van vorig jaar is."),
            Kolom("Status", Soort.KEUZE, "Hoe het ervoor staat.", verplicht=True, lijst="status terugblik"),
            Kolom("Resultaat", Soort.TEKST, "Wat er is bereikt.", verplicht=True),
            Kolom("Wat leerden we", Soort.TEKST, "Wat goed ging, wat minder ging, wat we niet hadden verwacht."),
        ),
        van_delen=True,
    ),
    BladSpec(
        "Speerpunten",
        "een speerpunt",
        (
            Kolom("Code", Soort.TEKST, "Een korte code, zoals S1.", verplicht=True),
            Kolom("Titel", Soort.TEKST, "Wat we gaan doen, in een paar woorden.", verplicht=True),
            Kolom("Opgave", Soort.TEKST, "Waarom dit nodig is.", verplicht=True),
            Kolom("Doel", Soort.TEKST, "Wat we willen bereiken.", verplicht=True),
            Kolom("Aanpak", Soort.TEKST, "Hoe we het aanpakken.", verplicht=True),
            Kolom("Doelgroep", Soort.KEUZES, "Voor wie.", verplicht=True, lijst="doelgroepen"),
            Kolom("Thema", Soort.KEUZES, "Bij welk thema het hoort.", verplicht=True, lijst="thema's"),
            Kolom("Hoofdopgave", Soort.KEUZE, "Bij welke hoofdopgave het hoort.", lijst="hoofdopgaven"),
            Kolom("Bouwsteen", Soort.KEUZE, "Bij welke bouwsteen het hoort.", verplicht=True, lijst="bouwstenen"),
            Kolom("Pijlers", Soort.KEUZES, "Vanuit welke pijlers we werken.", verplicht=True, lijst="pijlers"),
            Kolom("Dimensie", Soort.KEUZES, "De dimensies van positieve gezondheid.", lijst="dimensies"),
            Kolom("Inzet sociaal team", Soort.TEKST, "Wat het sociaal team doet.", verplicht=True),
            Kolom("Accent in aanbod en subsidie", Soort.TEKST, "Wat het betekent voor aanbod en subsidies."),
        ),
        verplicht=True,
        van_delen=True,
    ),
    BladSpec(
        "Doelen",
        "een indicator van een speerpunt",
        (
            Kolom("Speerpunt", Soort.CODE, "De code van het speerpunt.", verplicht=True),
            Kolom(
                "Indicator",
                Soort.TEKST,
                "Een cijfer uit het kader, of een eigen indicator.",
                verplicht=True,
                lijst="indicatoren",
            ),
            Kolom("Eenheid", Soort.TEKST, "Alleen bij een eigen indicator: waarin u telt."),
            Kolom("Instrument", Soort.TEKST, "Waarmee we meten.", verplicht=True),
            Kolom("Nulmeting", Soort.VRIJ, "De beginwaarde, of: eerst nulmeting.", verplicht=True),
            Kolom("Nulmeting jaar", Soort.JAAR, "Het jaar van de nulmeting."),
            *_TUSSENMETINGEN,
            Kolom("Streefwaarde", Soort.GETAL, "Wat we willen halen."),
            Kolom("Streefwaarde jaar", Soort.JAAR, "Wanneer we dat willen halen."),
            Kolom("Richting", Soort.KEUZE, "Moet het hoger of lager worden?", lijst="richting"),
        ),
        verplicht=True,
        van_delen=True,
    ),
    BladSpec(
        "Acties",
        "een actie bij een speerpunt",
        (
            Kolom("Speerpunt", Soort.CODE, "De code van het speerpunt.", verplicht=True),
            Kolom("Actie", Soort.TEKST, "Wat er gebeurt.", verplicht=True),
            Kolom("Partner", Soort.TEKST, "Wie het doet.", verplicht=True),
            Kolom("Rol gemeente", Soort.KEUZE, "Wat de gemeente is.", verplicht=True, lijst="rollen"),
            Kolom("Planning", Soort.TEKST, "Wanneer.", verplicht=True),
            Kolom("Resultaat", Soort.TEKST, "Wat het oplevert.", verplicht=True),
            Kolom("Middelen", Soort.BEDRAG, "Een bedrag in euro's, of: nog niet vastgesteld."),
        ),
        verplicht=True,
        van_delen=True,
    ),
    BladSpec(
        "Partners",
        "een partner in het gebied",
        (
            Kolom("Naam", Soort.TEKST, "De organisatie.", verplicht=True),
            Kolom("Soort", Soort.KEUZE, "In of in verbinding met de sociale basis.", lijst="soort partner"),
            Kolom("Wat zij doen", Soort.TEKST, "Wat de partner in dit gebied doet.", verplicht=True),
        ),
    ),
    BladSpec(
        "Aanbod",
        "een activiteit van de sociale basis",
        (
            Kolom("Activiteit", Soort.TEKST, "Wat er te doen is.", verplicht=True),
            Kolom("Aanbieder", Soort.TEKST, "Wie het organiseert.", verplicht=True),
            Kolom("Plaats", Soort.TEKST, "Waar het is."),
            Kolom("Bouwsteen", Soort.KEUZE, "Bij welke bouwsteen het hoort.", verplicht=True, lijst="bouwstenen"),
            Kolom("Doelgroep", Soort.KEUZES, "Voor wie. Leeg: voor iedereen.", lijst="doelgroepen"),
            Kolom("Thema", Soort.KEUZES, "Waar het bij helpt.", lijst="thema's"),
            Kolom("Dorp", Soort.KEUZES, "In welk dorp of welke wijk. Leeg: in het hele gebied.", lijst="regio's"),
            Kolom("Beschrijving", Soort.TEKST, "Wat u er doet, in één of twee zinnen."),
            Kolom("Wanneer", Soort.TEKST, "Dag en tijd."),
            Kolom("Toegang", Soort.KEUZE, "Of iemand zo binnen kan lopen.", lijst="toegang"),
            Kolom("Kosten", Soort.TEKST, "Wat het kost, of: gratis."),
            Kolom("Telefoon", Soort.TEKST, "Het nummer van de organisatie; niet van een persoon."),
            Kolom("E-mail", Soort.TEKST, "Het adres van de organisatie; niet van een persoon."),
            Kolom("Website", Soort.TEKST, "De pagina over de activiteit, of die van de organisatie."),
        ),
    ),
    BladSpec(
        "Middelen",
        "een geldpost",
        (
            Kolom("Post", Soort.TEKST, "Waarvoor het geld is.", verplicht=True),
            Kolom("Jaar", Soort.JAAR, "In welk jaar.", verplicht=True),
            Kolom("Bedrag", Soort.BEDRAG, "Een bedrag in euro's, of: nog niet vastgesteld.", verplicht=True),
            Kolom("Dekking", Soort.TEKST, "Waar het geld vandaan komt."),
        ),
    ),
    BladSpec(
        BUSINESSCASE,
        "een hulpvraag waarvoor is doorgerekend wat preventie oplevert",
        businesscase.KOLOMMEN,
        van_delen=True,
    ),
    BladSpec(
        "Risico's",
        "een risico",
        (
            Kolom("Risico", Soort.TEKST, "Wat er mis kan gaan.", verplicht=True),
            Kolom("Maatregel", Soort.TEKST, "Wat we eraan doen.", verplicht=True),
            Kolom("Kans", Soort.KEUZE, "Hoe groot de kans is dat het gebeurt.", lijst="kans"),
            Kolom("Bedrag", Soort.BEDRAG, "Wat het kost als het gebeurt, in euro's."),
        ),
    ),
    BladSpec(
        "Casus",
        "een verzonnen verhaal",
        (
            Kolom("Titel", Soort.TEKST, "De titel van het verhaal.", verplicht=True),
            Kolom("Tekst", Soort.MARKDOWN, "Een kort, verzonnen verhaal.", verplicht=True),
        ),
    ),
    BladSpec(
        "Teksten",
        "een vrije tekst bij een hoofdstuk",
        (
            Kolom("Onderdeel", Soort.KEUZE, "Waar de tekst komt.", verplicht=True, lijst="teksten", sleutel=True),
            Kolom("Tekst", Soort.MARKDOWN, "De tekst.", verplicht=True),
        ),
    ),
    BladSpec(
        "Besluit",
        "een stuk van het voorstel aan het bestuur",
        (
            Kolom("Onderdeel", Soort.KEUZE, "Waar de tekst komt.", verplicht=True, lijst="onderdelen"),
            Kolom("Bij beslispunt", Soort.GETAL, "Bij een argument of kanttekening: het nummer van het beslispunt."),
            Kolom("Werkwoord", Soort.KEUZE, "Bij een beslispunt: wat het bestuur doet.", lijst="werkwoorden"),
            Kolom("Tekst", Soort.VRIJ, "De tekst. Bij Datum vergadering: een datum.", nodig=True),
        ),
    ),
    OPMERKINGENBLAD,
)

CIJFERKOLOMMEN: tuple[Kolom, ...] = _CIJFERS
