"""What is wrong, where, and what to do about it.

Readers and checks never stop at the first mistake: they return every Bevinding they have. Only what makes
going on impossible is raised, as a GebiedsplanFout that carries its findings.
"""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType

REGELS: Mapping[str, str] = MappingProxyType(
    {
        # -- de werkmap als bestand
        "werkmap-ontbreekt": "Elk gebied heeft een werkmap voor het planjaar.",
        "werkmap-onleesbaar": "De werkmap is een gewone Excel-werkmap (.xlsx of .xlsm) die open kan.",
        "werkmap-wachtwoord": "De werkmap heeft geen wachtwoord.",
        "werkmap-te-groot": "De werkmap is niet groter dan een mens kan invullen.",
        "werkmap-open": "De werkmap is opgeslagen en gesloten als het programma haar leest.",
        "werkmap-dubbel": "Van een gebied is er één werkmap per planjaar.",
        "blad-ontbreekt": "Elk verplicht blad staat in de werkmap.",
        "kolom-ontbreekt": "Elk blad heeft zijn verplichte kolommen in rij 1.",
        "kolom-dubbel": "Een kolomnaam staat maar één keer in rij 1.",
        # -- één cel
        "verplicht-leeg": "Een verplichte cel is ingevuld.",
        "geen-getal": "In een kolom met getallen staan getallen, of een teken uit de tekenverklaring.",
        "getal-dubbelzinnig": "Een getal is maar op één manier te lezen.",
        "procent-als-deel": "Een percentage staat er als 12 of 12%, niet als 0,12.",
        "geen-jaar": "Een jaar is een getal van vier cijfers.",
        "geen-datum": "Een datum is een datum, zoals 3-11-2026.",
        "onbekende-keuze": "Een keuze komt uit de lijst die bij de kolom hoort.",
        "formule-zonder-waarde": "Een formule heeft een bewaarde uitkomst.",
        "foutwaarde": "In geen enkele cel staat een Excel-fout zoals #VERW! of #REF!.",
        "contact-onbekend": "Bij aanbod is een telefoonnummer, e-mailadres of webadres er precies één.",
        # -- de samenhang
        "jaar-buiten-bereik": "Een cijfer is niet van na het planjaar of te oud; een doel ligt niet in het verleden.",
        "planjaar-anders": "Het planjaar in de werkmap is het jaar in de bestandsnaam.",
        "aantal-speerpunten": "Elk gebied heeft het aantal speerpunten dat het kader vraagt.",
        "dubbele-code": "Elke speerpuntcode komt één keer voor.",
        "onbekend-speerpunt": "Een verwijzing naar een speerpunt wijst naar een code op het blad Speerpunten.",
        "bouwsteen-anders": "De hoofdopgave van een speerpunt is die van zijn bouwsteen.",
        "speerpunt-zonder-doel": "Elk speerpunt heeft ten minste één doel.",
        "speerpunt-zonder-actie": "Elk speerpunt heeft ten minste één actie.",
        "blad-ongebruikt": "In de werkmap van een gemeente met delen staat alleen wat in haar plan komt.",
        "blok-leeg": "Op een cijferblad staan cijfers, tenzij het kader zegt dat het leeg mag zijn.",
        "cijfer-dubbel": "Een cijfer staat maar één keer in de werkmap, of overal met dezelfde waarde.",
        "geheim-in-tekst": "Een tekst noemt geen getal dat in het plan geheim is.",
        "geheim-te-raden": "Een geheim cijfer is niet te berekenen uit cijfers die wel bekend zijn.",
        "nulmeting-anders": "Een nulmeting is gelijk aan het cijfer van dat jaar op de cijferbladen.",
        "tussenmeting-anders": "Een tussenmeting is gelijk aan het cijfer van dat jaar op de cijferbladen.",
        "tussenmeting-te-vroeg": "Een tussenmeting is van na de nulmeting.",
        "doel-zonder-jaar": "Bij elke meting en bij elke streefwaarde van een doel staat een jaar.",
        "doel-richting": "Een streefwaarde ligt de kant op die bij Richting staat.",
        "waarde-buiten-bereik": "Een percentage ligt van 0 tot en met 100 en een aantal is niet kleiner dan 0.",
        "grenzen-verkeerd": "Een cijfer ligt niet onder zijn ondergrens en niet boven zijn bovengrens.",
        "cijfer-zonder-bron": "Elk cijfer heeft een bron.",
        "teller-groter": "De teller is niet groter dan de noemer.",
        "gesprek-zonder-antwoord": "Bij elk gesprek staat wat ermee is gedaan.",
        "speerpunt-zonder-cijfer": "Bij elk speerpunt staat een cijfer: uit het kader of zelf gemeten.",
        "speerpunt-zonder-indicator": "Bij elk speerpunt staat een indicator uit het kader, als er een past.",
        "speerpunt-zonder-gesprek": "Bij elk speerpunt hoort ten minste één gesprek.",
        "speerpunt-zonder-partner": "Bij elk speerpunt doet ook iemand buiten de gemeente iets.",
        "cijfer-verouderd": "Het nieuwste cijfer is niet ouder dan de bron nodig maakt, met drie jaar speling.",
        "cijfer-sprong": "Een cijfer wordt van de ene meting op de andere niet meer dan twee keer zo hoog of laag.",
        "som-klopt-niet": "Delen zijn samen het geheel, op afronding na.",
        "middelen-totaal": "Een post Totaal is de som van de posten van dat jaar.",
        "eigen-totaal": "Op een eigen blad is de rij Totaal de som van de andere rijen.",
        "middelen-anders": "De post voor de acties is wat de acties samen kosten, en er is genoeg geld voor.",
        # -- de preventiekaart
        "aanbod-onvolledig": "Bij aanbod staat wat iemand die ernaar verwijst, moet weten.",
        "kaart-leeg": "Voor een preventiekaart staat er in ten minste één werkmap aanbod.",
        "vergelijking-te-weinig": "Voor een vergelijking zijn er ten minste twee gebieden met een goede werkmap.",
        "vergelijking-zonder-gebied": "In een vergelijking staat van elk gebied ook waar het aan werkt.",
        "kaart-zonder-gebied": "Elk gebied heeft een werkmap met aanbod voor de preventiekaart.",
        "businesscase-bandbreedte": "Een businesscase heeft een lage en een hoge schatting; de lage is het laagst.",
        "businesscase-onvolledig": "Van elke hulpvraag zijn het aantal inwoners, de kosten en de schatting bekend.",
        "businesscase-zonder-bron": "Elke aanname in een businesscase heeft een bron.",
        # -- het voorstel aan het bestuur
        "besluit-leeg": "Op het blad Besluit staat alles wat het bestuur nodig heeft om te besluiten.",
        "besluit-dubbel": "Een gegeven van het voorstel staat één keer op het blad Besluit.",
        "besluit-kolom": "Op het blad Besluit is een kolom alleen gevuld waar die bij het onderdeel hoort.",
        "besluit-te-lang": "De teksten op het blad Besluit passen op twee pagina’s.",
        "onbekend-beslispunt": "Een argument of kanttekening hoort bij een beslispunt dat er is.",
        "beslispunt-zonder-argument": "Bij elk beslispunt staat een argument.",
        "geen-voorstel": "Een voorstel is er van een gemeente, of van een deel dat zijn blad Besluit invult.",
        "geen-raadsbrief": "Er komt een raadsinformatiebrief als het college besluit.",
        # -- opmerkingen uit Word
        "opmerking-open": "Met elke opmerking van een lezer is iets gedaan.",
        "opmerkingen-ongelezen": "Opmerkingen in een Word-document staan in de werkmap voordat er een nieuw komt.",
        "opmerkingen-onbekend": "Opmerkingen komen uit een document dat met dit programma is gemaakt.",
        # -- een werkmap die nog wordt ingevuld
        "nog-invullen": "Alles is ingevuld wat een plan nodig heeft.",
        "in-voorbereiding": "Een plan komt er pas als de werkmap niet meer ‘in voorbereiding’ is.",
        "werkmap-bestaat": "Een nieuwe werkmap komt nooit over een werkmap heen die er al is.",
        "planjaar-onlogisch": "Een nieuwe werkmap is voor een planjaar dat past bij de andere werkmappen.",
        "niet-overgenomen": "Wat het programma uit vorig jaar overneemt, staat nog in het kader.",
        # -- duidelijke taal; signalen, geen oordeel
        "lange-zin": "Een zin heeft ten hoogste 20 woorden.",
        "lange-alinea": "Een alinea heeft ten hoogste 100 woorden en tien zinnen.",
        "moeilijk-woord": "Een woord dat weinig voorkomt, heeft uitleg.",
        "jargon": "Een gewoon woord gaat voor een vakwoord.",
        "lijdende-vorm": "Een zin zegt wie iets doet.",
        "afkorting": "Een afkorting staat er met uitleg, of voluit.",
        "leesscore": "Een lange tekst scoort niet lager dan 45 op de formule van Flesch-Douma.",
        "woordenlijst-onleesbaar": "Het bestand woordenlijst.toml is geldige TOML.",
        "woordenlijst-sleutel-ontbreekt": "Elke verplichte sleutel staat in woordenlijst.toml.",
        "woordenlijst-sleutel-onbekend": "In woordenlijst.toml staan alleen sleutels die het programma kent.",
        "woordenlijst-waarde-verkeerd": "Elke sleutel in woordenlijst.toml heeft een waarde van de goede soort.",
        "planning-onleesbaar": "Uit de kolom Planning is op te maken wanneer een actie is.",
        # -- een nieuwe samenwerking
        "antwoorden-onleesbaar": "Een bestand met antwoorden is geldige TOML.",
        "antwoord-ontbreekt": "Elke vraag die een antwoord nodig heeft, heeft er een.",
        "antwoord-onbekend": "In een bestand met antwoorden staan alleen vragen die het programma kent.",
        "antwoord-verkeerd": "Elk antwoord past bij zijn vraag: een jaar, een CBS-code, een naam met letters.",
        "antwoord-dubbel": "Elk gebied, elke wijk en elk thema heeft een eigen naam, die ook als korte naam anders is.",
        "map-bezet": "Een nieuwe samenwerking komt in een map die nog leeg is.",
        # -- het kader, de huisstijl en de sjablonen
        "kader-ontbreekt": "In de map met gebieden staat een kader.toml.",
        "kader-onleesbaar": "kader.toml is geldige TOML.",
        "kader-sleutel-ontbreekt": "Elke verplichte sleutel staat in kader.toml.",
        "kader-sleutel-onbekend": "In kader.toml staan alleen sleutels die het programma kent.",
        "kader-waarde-verkeerd": "Elke sleutel in kader.toml heeft een waarde van de goede soort.",
        "kader-verwijzing": "Een verwijzing in kader.toml wijst naar iets dat er staat.",
        "kader-dubbel": "Elke id, naam en alias in kader.toml is eenmalig in zijn lijst.",
        "huisstijl-ontbreekt": "In de map huisstijl staat een neutraal.toml.",
        "huisstijl-onleesbaar": "Een bestand met een huisstijl is geldige TOML.",
        "huisstijl-sleutel-ontbreekt": "Elke verplichte sleutel staat in de huisstijl of in neutraal.toml.",
        "huisstijl-sleutel-onbekend": "In een huisstijl staan alleen sleutels die het programma kent.",
        "huisstijl-waarde-verkeerd": "Elke sleutel in een huisstijl heeft een waarde van de goede soort.",
        "huisstijl-contrast": "Elke kleur is goed te zien op elk vlak waar zij op kan staan.",
        "huisstijl-bestand-ontbreekt": "Elk bestand dat een huisstijl noemt, staat in de map huisstijl.",
        "huisstijl-bestand-onleesbaar": "Elk bestand dat een huisstijl noemt, is van de goede soort en heel.",
        "sjabloon-fout": "De sjablonen zijn geldig en gebruiken alleen gegevens die er zijn.",
        # -- cijfers importeren
        "bronnen-ontbreekt": "In de map met gebieden staat een bronnen.toml, als u cijfers wilt importeren.",
        "bronnen-onleesbaar": "Het bestand bronnen.toml is geldige TOML.",
        "bronnen-sleutel-ontbreekt": "Elke verplichte sleutel staat in bronnen.toml.",
        "bronnen-sleutel-onbekend": "In bronnen.toml staan alleen sleutels die het programma kent.",
        "bronnen-waarde-verkeerd": "Elke sleutel in bronnen.toml heeft een waarde van de goede soort.",
        "bronnen-verwijzing": "Een verwijzing in bronnen.toml wijst naar iets dat er staat, daar of in kader.toml.",
        "bron-onleesbaar": "Een bestand met cijfers is een .xlsx, .csv of .json die open kan.",
        "bron-onbekend": "Een bestand met cijfers hoort bij een tabel uit bronnen.toml.",
        "bron-editie": "Van een bestand met cijfers is bekend welke editie van de tabel het is.",
        "bron-kolom": "Elke kolom die bronnen.toml noemt, staat één keer in het bestand.",
        "bron-regio": "In een bestand met cijfers staan regio’s van onze gebieden.",
        "bron-waarde": "In een bestand met cijfers staan getallen, of tekens uit bronnen.toml.",
        "bron-dubbel": "Een bestand heeft van elk cijfer er één.",
        "bron-gewicht": "Voor een gemiddelde van wijken is bekend hoeveel mensen in elke wijk wonen.",
        "cijfer-zelf-ingevuld": "Een cijfer dat iemand zelf invulde, blijft staan, tenzij u --vervang gebruikt.",
        "formules-opnieuw": "Na het importeren rekent Excel de formules opnieuw uit.",
        "invullen-mislukt": "Een werkmap laat zich aanpassen zonder iets kwijt te raken.",
        "werkmap-veranderd": "Een werkmap verandert niet tussen de lijst met wijzigingen en het opslaan.",
        "bevestiging-nodig": "U bevestigt wat er verandert, of geeft --ja op.",
        "ophalen-mislukt": "Een tabel laat zich ophalen bij het CBS of het RIVM.",
        # -- een Word-document toetsen; e: fout, w: let op, t: tip, met de nummers van Microsoft waar die er zijn
        "docx-ontbreekt": "Elk Word-document dat u noemt, bestaat.",
        "docx-onleesbaar": "Een Word-document dat u noemt, is een heel .docx-bestand zonder wachtwoord.",
        "docx-e001": "Elke afbeelding in Word heeft een beschrijving, of is als decoratief gemarkeerd.",
        "docx-e002": "De bovenste rij van een tabel in Word is als koprij gemarkeerd.",
        "docx-e003": "Koppen in Word slaan geen niveau over: na Kop 1 komt Kop 2, niet Kop 3.",
        "docx-e004": "Een Word-document heeft een titel in zijn eigenschappen.",
        "docx-e005": "Een tabel in Word heeft geen samengevoegde of gesplitste cellen.",
        "docx-e006": "De woorden van een koppeling zeggen waar die naartoe gaat.",
        "docx-e007": "Een Word-document heeft koppen met een kopstijl.",
        "docx-w001": "In een cel van een tabel staat geen andere tabel.",
        "docx-w002": "De beschrijving van een afbeelding is niet langer dan 150 tekens.",
        "docx-w003": "Een lijst is gemaakt met de lijstknoppen van Word, niet met getypte tekens.",
        "docx-w004": "Een tabel in Word heeft geen lege rijen of lege kolommen.",
        "docx-w005": "Een kop in Word is niet langer dan 100 tekens.",
        "docx-w006": "Een Word-document heeft geen watermerk.",
        "docx-w007": "Een tussenkop heeft een kopstijl en is niet alleen vet gemaakt.",
        "docx-w008": "Word vraagt bij het openen niet of het velden moet bijwerken.",
        "docx-t001": "De taal van een Word-document is ingesteld.",
        "docx-t002": "Een tabel met één rij of één kolom heeft geen koprij.",
        "docx-t003": "Witruimte is gemaakt met opmaak, niet met spaties, tabs of lege regels.",
        "docx-t004": "De ingestelde taal is de taal van de tekst: Nederlands.",
        # -- het programma vragen
        "onbekend-gebied": "Het gebied komt uit de lijst in kader.toml.",
        "map-ontbreekt": "De mappen die het programma leest, bestaan.",
        "libreoffice-ontbreekt": "Voor paginanummers en ODT staat LibreOffice op de computer.",
        "libreoffice-mislukt": "LibreOffice kan het document op pagina’s zetten, of als ODT bewaren.",
        "paginanummer-onzeker": "Een paginanummer staat alleen in het plan als het klopt.",
        "annoteren-mislukt": "Van een werkmap is een kopie met bevindingen te maken.",
        "pdf-ontbreekt": "Voor een PDF staan WeasyPrint en Pango op de computer.",
        "schrijven-mislukt": "Het programma mag schrijven in de map voor de uitvoer.",
        "uitvoer-bezet": "Niemand anders schrijft lang achter elkaar in de map voor de uitvoer.",
        "uitvoer-veranderd": "Wie een gemaakt document verandert, geeft het een eigen naam.",
        "onverwacht": "Het programma maakt van elke werkmap die in orde is een plan.",
        "dask-ontbreekt": "Om werk te verdelen over computers staat Dask op de computer.",
        "uitvoerder-verkeerd": "Een uitvoerder heeft een adres als dask://computer:8786.",
        "uitvoerder-onbereikbaar": "De uitvoerder geeft antwoord en heeft werkers.",
        "uitvoerder-andere-versie": "Op elke computer die meewerkt staat dezelfde versie van het programma.",
        "uitvoerder-weggevallen": "De uitvoerder blijft bereikbaar tot alle plannen er zijn.",
        "bekijk-ontbreekt": "Voor de voorvertoning staan de onderdelen die zij nodig heeft op de computer.",
        "taal-ontbreekt": "Voor leesadviezen staan textstat en wordfreq op de computer.",
        "poort-bezet": "De voorvertoning heeft een poort voor zich alleen.",
    }
)


class Ernst(Enum):
    """How bad a finding is: a ``FOUT`` stops the build, a ``LET_OP`` and a ``TIP`` do not."""

    FOUT = "fout"
    LET_OP = "let op"
    TIP = "tip"


@dataclass(frozen=True, slots=True)
class Plek:
    """Where something stands: a file, and inside it a sheet and cell, a line and key, or a part ("tabel 3")."""

    bestand: str
    blad: str = ""
    cel: str = ""
    regel: int = 0
    sleutel: str = ""
    onderdeel: str = ""

    def __str__(self) -> str:
        """The place in words: "heiloo/2027.xlsx, blad Speerpunten, cel B3"."""
        delen = [self.bestand, self.in_bestand()]
        return ", ".join(deel for deel in delen if deel)

    def in_bestand(self) -> str:
        """The place without the file."""
        delen = []
        if self.blad:
            delen.append(f"blad {self.blad}")
        if self.cel:
            delen.append(f"cel {self.cel}")
        if self.regel:
            delen.append(f"regel {self.regel}")
        if self.sleutel:
            delen.append(f"sleutel {self.sleutel}")
        if self.onderdeel:
            delen.append(self.onderdeel)
        return ", ".join(delen)


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: its code (a key of REGELS), how bad, where, what was found and expected, what to do."""

    code: str
    plek: Plek
    tekst: str
    hulp: str
    ernst: Ernst = Ernst.FOUT

    def __post_init__(self) -> None:
        """Refuse a code without a rule: the README explains each of them."""
        if self.code not in REGELS:
            raise ValueError(f"finding code without a rule: {self.code}")


class GebiedsplanFout(Exception):
    """The program cannot go on. Carries its findings; ``exit_code`` 1: mend the input, 2: the call itself."""

    def __init__(self, bevindingen: Iterable[Bevinding], exit_code: int = 1) -> None:
        self.bevindingen = tuple(bevindingen)
        self.exit_code = exit_code
        super().__init__("\n".join(f"{b.plek}: {b.tekst}" for b in self.bevindingen))

    def __reduce__(self) -> tuple[type[GebiedsplanFout], tuple[tuple[Bevinding, ...], int]]:
        """So that it comes whole out of another process."""
        return type(self), (self.bevindingen, self.exit_code)


def fouten(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """Only the findings that stop a build."""
    return tuple(b for b in bevindingen if b.ernst is Ernst.FOUT)


def bedoelde_u(woord: str, keuzes: Iterable[str]) -> str:
    """A sentence with the nearest of ``keuzes``, or "" when nothing comes near."""
    op_kleine_letters = {keuze.casefold(): keuze for keuze in keuzes}
    naaste = difflib.get_close_matches(woord.casefold().strip(), op_kleine_letters, n=1, cutoff=0.6)
    return f"Bedoelt u “{op_kleine_letters[naaste[0]]}”?" if naaste else ""


def rapport(bevindingen: Iterable[Bevinding]) -> str:
    """All findings as text, grouped by file and sheet, in the order they were found, with a count at the end."""
    alle = tuple(bevindingen)
    regels: list[str] = []
    per_bestand = _gegroepeerd(alle, lambda plek: plek.bestand)
    for bestand in sorted(per_bestand):
        regels.append(bestand)
        for blad, van_blad in _gegroepeerd(per_bestand[bestand], lambda plek: plek.blad).items():
            regels += [f"  Blad {blad}"] if blad else []
            for bevinding in van_blad:
                regels += _in_regels(bevinding, "    " if blad else "  ")
        regels.append("")
    regels.append(telling(alle))
    return "\n".join(regels)


def _gegroepeerd(bevindingen: Iterable[Bevinding], waar: Callable[[Plek], str]) -> dict[str, list[Bevinding]]:
    groepen: dict[str, list[Bevinding]] = {}
    for bevinding in bevindingen:
        groepen.setdefault(waar(bevinding.plek), []).append(bevinding)
    return groepen


def _in_regels(bevinding: Bevinding, inspringing: str) -> list[str]:
    plek = replace(bevinding.plek, blad="").in_bestand() or ("het blad" if bevinding.plek.blad else "het bestand")
    return [
        f"{inspringing}{bevinding.ernst.value.upper()} · {plek} [{bevinding.code}]",
        f"{inspringing}    {bevinding.tekst}",
        f"{inspringing}    De regel: {REGELS[bevinding.code]}",
        f"{inspringing}    Wat u kunt doen: {bevinding.hulp}",
    ]


def als_json(bevindingen: Iterable[Bevinding]) -> str:
    """All findings for another program, in the order they were found. These keys stay."""
    rijen = [
        {
            "code": b.code,
            "ernst": b.ernst.value,
            "bestand": b.plek.bestand,
            "blad": b.plek.blad,
            "cel": b.plek.cel,
            "regel": b.plek.regel,
            "sleutel": b.plek.sleutel,
            "onderdeel": b.plek.onderdeel,
            "tekst": b.tekst,
            "hulp": b.hulp,
            "regel_uitleg": REGELS[b.code],
        }
        for b in bevindingen
    ]
    return json.dumps({"bevindingen": rijen}, ensure_ascii=False, indent=2)


def telling(bevindingen: Iterable[Bevinding]) -> str:
    """How many findings there are, in words."""
    per_ernst = Counter(b.ernst for b in bevindingen)
    fout, tip = per_ernst[Ernst.FOUT], per_ernst[Ernst.TIP]
    tips = f", {tip} {'tip' if tip == 1 else 'tips'}" if tip else ""
    return f"{fout} {'fout' if fout == 1 else 'fouten'}, {per_ernst[Ernst.LET_OP]} keer ‘let op’{tips}."
