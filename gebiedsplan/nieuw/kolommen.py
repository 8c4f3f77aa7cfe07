"""A column as the reader knows it, as a column to fill in: its note, width, and what may be typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from gebiedsplan.gebied.bladen import BUSINESSCASE, CIJFERKOLOMMEN, EERST_NULMETING, NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.kolommen import BladSpec, Kolom, Soort
from gebiedsplan.gebied.voorbeelden import CIJFERS, voorbeeld
from gebiedsplan.nieuw.lijsten import CODES, TEKENLIJST
from gebiedsplan.werkmap.boek import Formaat, Invoer, Kolomkop, Rol, Tussen, UitLijst, Voorwaarde
from gebiedsplan.werkmap.verwijzing import bereiknaam

_BREEDTES: Mapping[Soort, float] = {
    Soort.TEKST: 36,
    Soort.MARKDOWN: 100,
    Soort.GETAL: 12,
    Soort.CIJFER: 12,
    Soort.JAAR: 9,
    Soort.DATUM: 13,
    Soort.KEUZE: 26,
    Soort.KEUZES: 36,
    Soort.CODE: 13,
    Soort.CODES: 13,
    Soort.BEDRAG: 16,
    Soort.VRIJ: 18,
}
# Where the kind of a column says too little of how much is written in it.
_EIGEN_BREEDTES: Mapping[tuple[str, str], float] = {
    ("Gebied", "Veld"): 22,
    ("Gebied", "Waarde"): 70,
    ("Bevolking", "Leeftijdsgroep"): 17,
    ("Duiding", "Tekst"): 100,
    ("Duiding", "Indicator"): 36,
    ("Gesprekken", "Wat is meegegeven"): 55,
    ("Gesprekken", "Wat is ermee gedaan"): 55,
    ("Terugblik", "Speerpunt"): 13,
    ("Terugblik", "Resultaat"): 50,
    ("Terugblik", "Wat leerden we"): 50,
    ("Speerpunten", "Code"): 9,
    ("Speerpunten", "Opgave"): 50,
    ("Speerpunten", "Doel"): 50,
    ("Speerpunten", "Aanpak"): 50,
    ("Doelen", "Eenheid"): 16,
    ("Partners", "Wat zij doen"): 70,
    ("Opmerkingen", "Wie"): 20,
    ("Opmerkingen", "Wanneer"): 17,
    ("Opmerkingen", "Soort"): 12,
    ("Opmerkingen", "Opmerking"): 60,
    ("Opmerkingen", "Blad"): 16,
    ("Opmerkingen", "Cel"): 9,
    ("Opmerkingen", "Over deze tekst"): 50,
    ("Opmerkingen", "Onder de kop"): 30,
    ("Opmerkingen", "Status"): 17,
    ("Opmerkingen", "Antwoord"): 40,
    ("Opmerkingen", "Kenmerk"): 14,
    ("Aanbod", "Beschrijving"): 55,
    ("Aanbod", "Telefoon"): 18,
    (BUSINESSCASE, "Hulpvraag"): 44,
    ("Risico's", "Risico"): 60,
    ("Risico's", "Maatregel"): 60,
}
_CIJFERBREEDTES: Mapping[str, float] = {"Indicator": 40, "Regio": 22, "Peildatum": 18, "Status": 13}
_FORMATEN: Mapping[Soort, Formaat] = {
    Soort.GETAL: Formaat.GETAL,
    Soort.CIJFER: Formaat.GETAL,
    Soort.VRIJ: Formaat.GETAL,
    Soort.JAAR: Formaat.GEHEEL,
    Soort.BEDRAG: Formaat.BEDRAG,
    Soort.DATUM: Formaat.DATUM,
}
# What belongs in a cell of each kind, for the note on its header.
_WAT: Mapping[Soort, str] = {
    Soort.TEKST: "Tekst.",
    Soort.MARKDOWN: "Tekst. Een nieuwe alinea: laat een regel leeg (Alt+Enter). Zo maakt u iets *schuin*.",
    Soort.GETAL: "Een getal, zoals 12,5.",
    Soort.CIJFER: "Een getal, of een teken dat zegt waarom het er niet is: . x - n.v.t. later vervallen.",
    Soort.JAAR: "Een jaar van vier cijfers.",
    Soort.DATUM: "Een datum, zoals 3-11-2026.",
    Soort.KEUZE: "Eén keuze uit de lijst.",
    Soort.KEUZES: "Een of meer keuzes uit de lijst, met ; ertussen.",
    Soort.CODE: "De code van een speerpunt op het blad Speerpunten.",
    Soort.CODES: "Een of meer codes van speerpunten, met ; ertussen.",
    Soort.BEDRAG: f"Een bedrag in hele euro's, of: {NOG_NIET_VASTGESTELD}.",
    Soort.VRIJ: f"Een getal, of: {EERST_NULMETING}.",
}
_MEER_KEUZES = "Meer dan één? Zet dan een ; tussen de keuzes. Excel vraagt dan of u doorgaat: kies Ja."
_GROOT = 1e12
_EERSTE_DAG, _LAATSTE_DAG = dt.date(2000, 1, 1), dt.date(2199, 12, 31)


def kop(spec: BladSpec, kolom: Kolom, jaren: Tussen) -> Kolomkop:
    """The column of a sheet. ``jaren``: which years may be typed."""
    return Kolomkop(
        naam=kolom.kop,
        rol=Rol.VERPLICHT if kolom.verplicht or kolom.nodig or spec.naam == "Gebied" else Rol.VRIJ,
        breedte=breedte(spec, kolom),
        notitie=_notitie(spec, kolom),
        formaat=formaat(kolom),
        invoer=None if spec.naam == "Gebied" else invoer(kolom, jaren),
    )


def breedte(spec: BladSpec, kolom: Kolom) -> float:
    """How many characters wide the column is."""
    eigen = _CIJFERBREEDTES.get(kolom.naam) if spec.kolommen == CIJFERKOLOMMEN else None
    return eigen or _EIGEN_BREEDTES.get((spec.naam, kolom.naam)) or max(_BREEDTES[kolom.soort], len(kolom.kop) + 4)


def formaat(kolom: Kolom) -> Formaat:
    """How its cells show what is typed."""
    return _FORMATEN.get(kolom.soort, Formaat.TEKST)


def invoer(kolom: Kolom, jaren: Tussen) -> Invoer | None:
    """What may be typed in it. What the reader would also take from another way of writing, Excel only warns of."""
    naam = kolom.kop
    match kolom.soort:
        case Soort.JAAR:
            return Invoer(jaren, naam, f"Vul een jaar in van {jaren.van:.0f} tot en met {jaren.tot:.0f}.")
        case Soort.DATUM:
            return Invoer(Tussen(_EERSTE_DAG, _LAATSTE_DAG), naam, "Vul een datum in, zoals 3-11-2026.")
        case Soort.GETAL:
            fout = "Dit is geen getal. Vul alleen het getal in, zoals 12,5. Is het er niet? Laat de cel dan leeg."
            return Invoer(Tussen(-_GROOT, _GROOT), naam, fout)
        case Soort.CIJFER:
            fout = (
                "Dit is geen getal en geen teken. Vul alleen het getal in, zoals 12,5. Kies Nee om het te veranderen."
            )
            uitleg = f"{_WAT[Soort.CIJFER]} Leeg betekent: niet gemeten."
            teken = f"ISNUMBER(MATCH({{cel}},{bereiknaam(TEKENLIJST)},0))"
            return Invoer(Voorwaarde(f"OR(ISNUMBER({{cel}}),{teken})"), naam, fout, uitleg, streng=False)
        case Soort.BEDRAG:
            return _getal_of(naam, NOG_NIET_VASTGESTELD)
        case Soort.VRIJ:
            return _getal_of(naam, EERST_NULMETING)
    return _uit_lijst(kolom)


def _uit_lijst(kolom: Kolom) -> Invoer | None:
    """A choice of words. Where there may be more than one, or one of their own, Excel must let it be."""
    naam, lijst = kolom.kop, UitLijst(bereiknaam(kolom.lijst))
    match kolom.soort:
        case Soort.KEUZE:
            fout = "Dit staat niet in de lijst. Kies een woord uit de lijst. Alle keuzes staan op het blad Lijsten."
            return Invoer(lijst, naam, fout)
        case Soort.KEUZES:
            return Invoer(lijst, naam, _niet_zo("keuzes"), _MEER_KEUZES, streng=False)
        case Soort.CODE:
            fout = "Deze code staat niet op het blad Speerpunten. Kies uit de lijst."
            return Invoer(UitLijst(CODES), naam, fout)
        case Soort.CODES:
            return Invoer(UitLijst(CODES), naam, _niet_zo("codes"), _MEER_KEUZES, streng=False)
        case Soort.TEKST if kolom.lijst:
            fout = "Dit staat niet in de lijst. Is het een eigen naam? Dan mag het: kies Ja."
            return Invoer(lijst, naam, fout, "Kies uit de lijst, of typ een eigen naam.", streng=False)
    return None


def _getal_of(naam: str, woorden: str) -> Invoer:
    fout = f"Vul een getal in, of: {woorden}. Kies Nee om het te veranderen."
    return Invoer(Voorwaarde(f'OR(ISNUMBER({{cel}}),{{cel}}="{woorden}")'), naam, fout, streng=False)


def _niet_zo(wat: str) -> str:
    return f"Dit staat niet precies zo in de lijst. Zijn het meer {wat} met ; ertussen? Dan mag het: kies Ja."


def _verplicht(kolom: Kolom) -> str:
    if kolom.verplicht:
        return "Verplicht: vul deze kolom altijd in."
    if kolom.soort is Soort.CIJFER:
        return "Belangrijk: vul deze kolom in. Leeg betekent: niet gemeten."
    return "Belangrijk: vul deze kolom in." if kolom.nodig else "Mag leeg blijven."


def _notitie(spec: BladSpec, kolom: Kolom) -> str:
    if spec.naam == "Gebied":
        return kolom.uitleg
    voorbeelden = CIJFERS if spec.kolommen == CIJFERKOLOMMEN else {}
    vb = voorbeelden.get(kolom.naam, "") or voorbeeld(spec.naam, kolom.naam)
    regels = [
        kolom.uitleg,
        f"Wat hoort erin: {_WAT[kolom.soort]}",
        _verplicht(kolom),
        f"Voorbeeld: {vb}" if vb else "",
    ]
    return "\n".join(filter(None, regels))
