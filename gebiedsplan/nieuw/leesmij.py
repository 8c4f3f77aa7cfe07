"""The sheet in front: what to do, what the colours and signs mean, and a way to every sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gebiedsplan.gebied.bladen import BUSINESSCASE, TEKENS
from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.kader.model import Gebied
from gebiedsplan.nieuw.lijsten import BLAD as LIJSTEN
from gebiedsplan.werkmap.boek import Leesblad, Leesregel, Leessoort, Rol

BLAD = "Lees mij"

_KLEUREN = (
    (Rol.VERPLICHT, "Donkere kop", "Deze kolom vult u in."),
    (Rol.VRIJ, "Lichte kop", "Deze kolom mag leeg blijven."),
    (Rol.TER_INFO, "Grijs en schuin", "Dit heeft het programma voor u neergezet. Het leest deze kolom niet."),
    (Rol.INVULLEN, "Geel", "Deze cel moet u nog invullen. Is dat gedaan? Dan gaat het geel vanzelf weg."),
    (Rol.VOORSTEL, "Blauw", "Een voorstel uit vorig jaar. Klopt de rij nog? Maak dan de cel Herkomst leeg: het blauw "
     "gaat weg. Klopt de rij niet? Pas haar aan of haal haar weg. Wat blijft staan, komt in het plan."),
    (Rol.VOORBEELD, "Paars en schuin", "Een verzonnen cijfer (Status ‘voorbeeld’). Vervang het door het echte."),
)  # fmt: skip
_INVULLEN = (
    ("1. Een rij is één ding", "Eén speerpunt, één actie, één cijfer. Rij 1 is de kop: die staat vast."),
    ("2. Lees de notitie", "Zet de muis op een kop. U leest wat in de kolom hoort, met een voorbeeld."),
    ("3. Kies uit de lijst", f"Een cel met een pijltje heeft een keuzelijst. Alle keuzes staan op het blad {LIJSTEN}. "
     "Mag u er meer kiezen? Zet er dan een ; tussen. Excel vraagt of u doorgaat: kies Ja."),
    ("4. Geef codes", "Elk speerpunt heeft een korte code, zoals S1. Loopt het door, dan houdt het zijn code."),
    ("5. Controleer", "Sla op en typ: make controleer {opties}. Het programma noemt de cellen waar nog iets moet."),
    ("6. Maak het plan", "Is alles ingevuld? Zet op het blad Gebied het veld Status op ‘concept’ en typ: "
     "make gebiedsplan {opties}. Zolang er ‘in voorbereiding’ staat, komt er geen plan."),
)  # fmt: skip
_CIJFERS = (
    ("Een getal", "Schrijf alleen het getal: 42,5. In de kolom Eenheid staat waarin u telt."),
    ("Teller en Noemer", "Weet u hoeveel mensen het zijn en van hoeveel? Laat Waarde leeg en vul Teller en Noemer in. "
     "Het programma rekent het uit."),
    ("Een rij die wacht", "Bij elk cijfer staat een gele rij voor het nieuwe cijfer. Is het er niet? Zet een teken, "
     "of haal de rij weg. Een rij zonder cijfer, bron en status telt niet mee."),
    ("Bron", "Elk cijfer heeft een bron, met het tabelnummer als dat er is."),
)  # fmt: skip
_PREVENTIE = (
    ("Waarvoor", f"Op het blad {BUSINESSCASE} zet u naast elkaar wat maatwerk kost en wat hulp in de sociale basis "
     "kost. Het blad mag leeg blijven."),
    ("Laag en hoog", "Niemand weet precies hoeveel inwoners daardoor geen maatwerk nodig hebben. Vul daarom een lage "
     "en een hoge schatting in. Het plan toont wat het scheelt of kost, van laag tot hoog, en vanaf welk deel het zich "
     "terugverdient."),
    ("Bron", "Achter elk getal staat een kolom Bron. Die komt in het plan, ook als het een schatting is."),
    ("Weinig inwoners", "Gaat het om te weinig inwoners? Dan staan het aantal en alles wat eruit volgt niet in het "
     "plan."),
)  # fmt: skip
_BEVEILIGING = (
    "Alleen de koppen zijn op slot, zodat die niet per ongeluk veranderen. Rijen invoegen, verwijderen, sorteren en "
    "filteren kan gewoon, en rechts mag u eigen kolommen toevoegen. Die slaat het programma over. Wilt u de spelling "
    "nakijken, of filtert uw LibreOffice niet? Zet de beveiliging dan even uit. In Excel: Controleren, Beveiliging "
    "blad opheffen. In LibreOffice: Extra, Blad beveiligen. Er is geen wachtwoord."
)


def blad(gebied: Gebied, jaar: int, specs: Iterable[BladSpec], uit_vorig_jaar: bool) -> Leesblad:
    """The whole sheet."""
    return Leesblad(BLAD, tuple(_regels(gebied, jaar, tuple(specs), uit_vorig_jaar)))


def referentie(regios: Sequence[str], specs: Iterable[BladSpec]) -> Leesblad:
    """The sheet in front of the figures of other regions."""
    return Leesblad(BLAD, tuple(_regels_referentie(regios, specs)))


def _regels_referentie(regios: Sequence[str], specs: Iterable[BladSpec]) -> Iterator[Leesregel]:
    yield Leesregel("Cijfers om mee te vergelijken", soort=Leessoort.TITEL)
    yield Leesregel("Waarvoor", f"Hier staan cijfers om gebieden mee te vergelijken, over: {'; '.join(regios)}. "
                    "Een gebied met een eigen werkmap staat hier niet: elk cijfer staat zo op één plek.")  # fmt: skip
    yield Leesregel("Mag het leeg?", "Ja. Een rij zonder cijfer telt niet mee. Het plan vergelijkt dan met minder.")
    yield _kop("De bladen")
    for spec in specs:
        yield Leesregel(spec.naam, f"Eén rij is {spec.rij_is}.", naar=spec.naam)
    yield Leesregel(LIJSTEN, "Alle keuzes. Dit blad hoeft u niet in te vullen.", naar=LIJSTEN)
    yield _kop("De kleuren")
    yield from (Leesregel(woord, tekst, rol=rol) for rol, woord, tekst in _KLEUREN if rol is not Rol.VOORSTEL)
    yield from _over_cijfers()
    yield _kop("De beveiliging")
    yield Leesregel("Zonder wachtwoord", _BEVEILIGING)


def _over_cijfers() -> Iterator[Leesregel]:
    yield _kop("Zo schrijft u een cijfer")
    yield from (Leesregel(*regel) for regel in _CIJFERS)
    yield _kop("Is er geen cijfer? Zet dan een teken")
    yield from (Leesregel(teken, uitleg) for teken, uitleg in TEKENS.items())
    yield Leesregel("een lege cel", "Er is niet gemeten. Een 0 is iets anders: dan is de uitkomst nul.")


def _regels(gebied: Gebied, jaar: int, specs: tuple[BladSpec, ...], uit_vorig_jaar: bool) -> Iterator[Leesregel]:
    yield Leesregel(f"Werkmap {gebied.naam} {jaar}", soort=Leessoort.TITEL)
    yield Leesregel("Waarvoor", f"Hiermee maakt u het gebiedsplan {gebied.naam} {jaar}. U vult de bladen in. "
                    "Het programma maakt er het plan van, in Word en als webpagina.")  # fmt: skip
    if uit_vorig_jaar:
        yield Leesregel(f"Uit {jaar - 1}", _overgenomen(jaar - 1, specs))
    yield _kop("Zo vult u de werkmap in")
    opties = f"GEBIED={gebied.slug} JAAR={jaar}"
    yield from (Leesregel(woord, tekst.format(opties=opties)) for woord, tekst in _INVULLEN)
    yield _kop("De bladen")
    for spec in specs:
        nodig = "Verplicht." if spec.verplicht else "Mag leeg blijven."
        yield Leesregel(spec.naam, f"Eén rij is {spec.rij_is}. {spec.uitleg or nodig}", naar=spec.naam)
    yield Leesregel(LIJSTEN, "Alle keuzes. Dit blad hoeft u niet in te vullen.", naar=LIJSTEN)
    yield _kop("De kleuren")
    yield from (Leesregel(woord, tekst, rol=rol) for rol, woord, tekst in _KLEUREN)
    if any(spec.naam == "Bevolking" for spec in specs):
        yield from _over_cijfers()
        yield _kop("Wat levert preventie op?")
        yield from (Leesregel(*regel) for regel in _PREVENTIE)
    yield _kop("De beveiliging")
    yield Leesregel("Zonder wachtwoord", _BEVEILIGING)


def _kop(tekst: str) -> Leesregel:
    return Leesregel(tekst, soort=Leessoort.KOP)


def _overgenomen(vorig_jaar: int, specs: tuple[BladSpec, ...]) -> str:
    if all(spec.naam != "Speerpunten" for spec in specs):
        return f"Wat nog kan gelden, staat er als voorstel. Kijk het na. Datum en zaaknummer van {vorig_jaar} niet."
    return (
        f"De cijfers van {vorig_jaar} staan er nog. De speerpunten staan op het blad Terugblik, met hun doelen: vul in "
        "wat er is bereikt. Wat doorloopt, de partners, het aanbod en teksten die nog kunnen gelden, staan er als "
        "voorstel. Gesprekken, casus en besluit zijn leeg."
    )
