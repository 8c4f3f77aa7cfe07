"""What a filled cell looks like, for the note on its header: by sheet and column. All of it is made up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from gebiedsplan.gebied.bladen import BUSINESSCASE

# The columns of the figure sheets, whatever the kader calls those.
CIJFERS: Mapping[str, str] = MappingProxyType(
    {
        "Jaar": "2024",
        "Waarde": "42,5",
        "Teller": "1290",
        "Noemer": "24417",
        "Ondergrens": "39,8",
        "Bovengrens": "45,2",
        "Bron": "CBS, Kerncijfers wijken en buurten 2024 (tabel 85984NED)",
        "Peildatum": "1 januari 2024",
        "Status": "definitief",
        "Opmerking": "Het CBS rondt af op vijftallen.",
    }
)

_BLADEN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "Bevolking": {
            "Leeftijdsgroep": "65+",
            "Jaar": "2024",
            "Aantal": "6595",
            "Bron": "CBS, Kerncijfers wijken en buurten 2024 (tabel 85984NED)",
            "Peildatum": "1 januari 2024",
            "Status": "definitief",
        },
        "Duiding": {"Tekst": "Het cijfer is bij elke meting hoger. Vooral mensen die alleen wonen noemen het."},
        "Gesprekken": {
            "Datum": "16-9-2026",
            "Vorm": "Gebiedstafel",
            "Met wie": "Vrijwilligers van het dorpshuis",
            "Aantal": "14",
            "Wat is meegegeven": "Er is overdag geen plek waar je zomaar binnen kunt lopen.",
            "Wat is ermee gedaan": "We openen een inloop op dinsdag. Zie S1.",
            "Speerpunt": "S1; S2",
        },
        "Terugblik": {
            "Speerpunt": "S1",
            "Status": "deels bereikt",
            "Resultaat": "De inloop was 38 keer open. Er kwamen 64 mensen voor het eerst.",
            "Wat leerden we": "Een persoonlijke uitnodiging werkt beter dan een folder.",
        },
        "Speerpunten": {
            "Code": "S1",
            "Titel": "Buren leren elkaar kennen",
            "Opgave": "In 2024 voelde 43% van de volwassenen zich eenzaam.",
            "Doel": "Meer inwoners kennen iemand in de buurt bij wie zij terechtkunnen.",
            "Aanpak": "We brengen mensen bij elkaar rond iets wat zij leuk vinden.",
            "Inzet sociaal team": "Een medewerker is elke dinsdag bij de inloop.",
            "Accent in aanbod en subsidie": "De welzijnsorganisatie krijgt de opdracht voor twee inlopen.",
        },
        "Doelen": {
            "Speerpunt": "S1",
            "Indicator": "Bezoekers die voor het eerst komen",
            "Eenheid": "bezoekers",
            "Instrument": "Telling bij de inloop",
            "Nulmeting": "64",
            "Nulmeting jaar": "2026",
            "Tussenmeting": "90",
            "Tussenmeting jaar": "2027",
            "Streefwaarde": "150",
            "Streefwaarde jaar": "2028",
            "Richting": "hoger",
        },
        "Acties": {
            "Speerpunt": "S1",
            "Actie": "Een vaste inloop openen, op dinsdag",
            "Partner": "Welzijnsorganisatie",
            "Planning": "1e kwartaal 2028",
            "Resultaat": "De inloop is 40 weken open",
            "Middelen": "12000",
        },
        "Partners": {"Naam": "Bibliotheek", "Wat zij doen": "Helpt met taal, computer en formulieren."},
        "Aanbod": {
            "Activiteit": "Samen eten",
            "Aanbieder": "Dorpshuis",
            "Plaats": "De grote zaal",
            "Beschrijving": "U eet met buurtgenoten aan één lange tafel. Een vrijwilliger haalt u op als dat nodig is.",
            "Wanneer": "Elke dinsdag, 17.30 tot 19.30 uur",
            "Kosten": "€ 8 per keer",
            "Telefoon": "14 072",
            "E-mail": "eettafel@dorpshuis.example",
            "Website": "www.dorpshuis.example/eettafel",
        },
        "Middelen": {
            "Post": "Subsidie voor de sociale basis",
            "Jaar": "2028",
            "Bedrag": "30000",
            "Dekking": "Begroting 2028, programma sociaal domein",
        },
        BUSINESSCASE: {
            "Hulpvraag": "Eenzame ouderen die om begeleiding thuis vragen",
            "Speerpunt": "S1",
            "Jaar": "2027",
            "Inwoners": "40",
            "Bron inwoners": "Telling bij de inloop, 2026",
            "Maatwerk per inwoner": "2400",
            "Bron maatwerk": "Gemiddelde kosten van begeleiding, Wmo-administratie 2026",
            "Sociale basis vast": "12000",
            "Sociale basis per inwoner": "150",
            "Bron sociale basis": "Subsidie voor de inloop, 2027",
            "Vermeden laag": "10",
            "Vermeden hoog": "35",
            "Bron vermeden": "Schatting van het sociaal team, na gesprekken met 20 bezoekers",
            "Status": "schatting",
            "Opmerking": "Wie pas later maatwerk nodig heeft, telt een jaar mee.",
        },
        "Risico's": {
            "Risico": "Er zijn te weinig vrijwilligers.",
            "Maatregel": "We beginnen in één wijk en breiden uit als het lukt.",
        },
        "Casus": {
            "Titel": "Koffie op dinsdag",
            "Tekst": "Annie is 78 en woont alleen. Op dinsdag drinkt zij nu koffie bij de inloop.",
        },
        "Opmerkingen": {"Antwoord": "De cijfers zijn nu die van 2024."},
        "Teksten": {"Tekst": "Dit plan is gemaakt met *inwoners* en partners."},
    }
)


def voorbeeld(blad: str, kolom: str) -> str:
    """An example of what stands in a column; "" when its list or its words say enough."""
    return _BLADEN.get(blad, {}).get(kolom, "")
