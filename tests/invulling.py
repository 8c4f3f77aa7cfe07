"""Fill in the workbooks of any kader: what it asks, with made-up content, so that every product can be made of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gebiedsplan import kader
from gebiedsplan.gebied.vorm import vorm
from gebiedsplan.kader.model import Gebied, Kader

_TELLINGEN = {"0-15": 1800, "15-25": 1100, "25-45": 2300, "45-65": 3100, "65+": 2700, "Totaal": 11000}


def vul_alles(gebieden: Path, jaar: int, speerpunten: Mapping[str, int] | None = None) -> None:
    """Every workbook of a plan year; ``speerpunten``: how many each area has, where it is not two."""
    afspraken = kader.read(gebieden / "kader.toml")
    for gebied in afspraken.gebieden:
        vul(gebieden, gebied.slug, jaar, (speerpunten or {}).get(gebied.slug, 2))
    _vul_referentie(gebieden / "referentie.xlsx", afspraken, jaar)


def vul(gebieden: Path, slug: str, jaar: int, aantal: int = 2) -> None:
    """One workbook, with so many speerpunten; no two areas have the same figures."""
    afspraken = kader.read(gebieden / "kader.toml")
    gebied = afspraken.gebied(slug)
    nummer = afspraken.gebieden.index(gebied)
    pad = gebieden / gebied.slug / f"{jaar}.xlsx"
    boek = load_workbook(pad)
    _velden(boek["Gebied"], gebied, jaar)
    if gebied in afspraken.bladeren():
        _cijfers(boek["Bevolking"], {"Jaar": jaar - 2, "Bron": "Telling", "Status": "voorbeeld"})
        for rij in boek["Bevolking"].iter_rows(min_row=2):
            rij[3].value = rij[3].value or _TELLINGEN[str(rij[0].value)]
        for blok in afspraken.blokken:
            _cijfers(
                boek[blok.blad], {"Jaar": jaar - 2, "Waarde": 31 + 2 * nummer, "Bron": "Telling", "Status": "voorbeeld"}
            )
        _inhoud(boek, afspraken, jaar, aantal)
    if not gebied.deel_van:
        _zet(boek["Besluit"], _besluit(gebied, jaar))
    else:
        _zet(boek["Besluit"], [{"Onderdeel": "Beslispunt", "Werkwoord": "vaststellen", "Tekst": "de speerpunten"}])
    boek.save(pad)


def _vul_referentie(pad: Path, afspraken: Kader, jaar: int) -> None:
    boek = load_workbook(pad)
    for blok in afspraken.blokken:
        _cijfers(boek[blok.blad], {"Jaar": jaar - 2, "Waarde": 36, "Bron": "Telling", "Status": "voorbeeld"})
    boek.save(pad)


def _velden(blad: Worksheet, gebied: Gebied, jaar: int) -> None:
    waarden: dict[str, Any] = {
        "Status": "concept",
        "Datum": dt.date(jaar - 1, 10, 1),
        "Opsteller": "Adviseur sociaal domein",
        "Portefeuillehouder": "Wethouder sociaal domein",
        "Typering": f"{gebied.naam} is een verzonnen gebied met een haven en een plein.",
    }
    for rij in blad.iter_rows(min_row=2):
        rij[1].value = waarden.get(str(rij[0].value), rij[1].value)


def _cijfers(blad: Worksheet, waarden: Mapping[str, Any]) -> None:
    """A value in every row that waits for one."""
    koppen = _koppen(blad)
    for rij in blad.iter_rows(min_row=2):
        if rij[0].value and not rij[koppen["Status"] - 1].value:
            for kop, waarde in waarden.items():
                rij[koppen[kop] - 1].value = waarde


def _inhoud(boek: Any, afspraken: Kader, jaar: int, aantal: int) -> None:
    codes = [f"S{n}" for n in range(1, aantal + 1)]
    kop = {(blad.naam, kolom.naam): kolom.kop for blad in vorm(afspraken).bladen for kolom in blad.kolommen}
    lijsten: dict[str, tuple[Any, ...]] = {
        "Doelgroep": afspraken.doelgroepen,
        "Thema": afspraken.themas,
        "Hoofdopgave": () if any(h.bouwstenen for h in afspraken.hoofdopgaven) else afspraken.hoofdopgaven,
        "Bouwsteen": afspraken.bouwstenen(),
        "Pijlers": afspraken.pijlers,
    }

    def keuze(blad: str, n: int) -> dict[str, Any]:
        """One of every list that the sheet asks for."""
        gevraagd = ((kop.get((blad, naam)), lijst) for naam, lijst in lijsten.items() if lijst)
        return {kolom: lijst[n % len(lijst)].naam for kolom, lijst in gevraagd if kolom}

    terugblik = boek["Terugblik"]
    _zet(terugblik, [{"Status": "op koers", "Resultaat": "De keuken is open."}] * (terugblik.max_row - 1))
    _zet(boek["Speerpunten"], [{
        "Code": code, "Titel": f"Samen aan tafel {n + 1}", "Opgave": "Veel inwoners eten vaak alleen.",
        "Doel": "Meer inwoners kennen hun buren.", "Aanpak": "We openen een buurtkeuken.",
        "Inzet sociaal team": "Het team komt elke week langs.", **keuze("Speerpunten", n),
    } for n, code in enumerate(codes)])  # fmt: skip
    eerste = next(i for i in afspraken.indicatoren if i.gunstig == "lager")
    _zet(boek["Doelen"], [{
        "Speerpunt": code, "Indicator": "Bezoekers van de buurtkeuken", "Eenheid": "bezoekers per week",
        "Instrument": "Telling", "Nulmeting": 120, "Nulmeting jaar": jaar - 2, "Streefwaarde": 160,
        "Streefwaarde jaar": jaar + 1, "Richting": "hoger",
    } if n else {
        "Speerpunt": code, "Indicator": eerste.naam, "Instrument": "Monitor", "Nulmeting": "eerst nulmeting",
        "Richting": "lager",
    } for n, code in enumerate(codes)])  # fmt: skip
    _zet(boek["Acties"], [{
        "Speerpunt": code, "Actie": "Een buurtkeuken openen", "Partner": "Welzijn", "Planning": f"mei {jaar}",
        "Resultaat": "Een keuken die elke week open is", "Middelen": 5000,
        "Rol gemeente": afspraken.rollen[0].naam if afspraken.rollen else None,
    } for code in codes])  # fmt: skip
    _zet(boek["Gesprekken"], [{
        "Datum": dt.date(jaar - 1, 4, 2), "Vorm": "Gebiedstafel", "Met wie": "Bewoners van de haven", "Aantal": 24,
        "Wat is meegegeven": "Wij willen vaker samen eten.", "Wat is ermee gedaan": "Daar maken we werk van.",
        "Speerpunt": "S1",
    }])  # fmt: skip
    _zet(boek["Partners"], [{"Naam": "Welzijn", "Wat zij doen": "Zij runnen de buurtkeuken."}])
    _zet(boek["Aanbod"], [{
        "Activiteit": "Samen eten", "Aanbieder": "Welzijn", "Plaats": "Het plein", "Beschrijving": "Elke week koken.",
        "Wanneer": "Dinsdag 17.00 uur", "Toegang": "vrije inloop", "Kosten": "5 euro", "Website": "welzijn.example",
        **keuze("Aanbod", 0),
    }])  # fmt: skip
    _zet(boek["Middelen"], [{"Post": "Buurtkeuken", "Jaar": jaar, "Bedrag": 10000, "Dekking": "Begroting"}])
    _zet(boek["Risico's"], [{"Risico": "Te weinig koks", "Maatregel": "We vragen scholen mee te doen"}])


def _besluit(gebied: Gebied, jaar: int) -> Sequence[Mapping[str, Any]]:
    teksten = {
        "Onderwerp": f"Gebiedsplan {gebied.naam}",
        "Team": "Sociaal domein",
        "Datum vergadering": dt.date(jaar - 1, 12, 1),
        "Geheimhouding": "Nee",
        "Samenvatting": "Dit plan zegt wat we gaan doen.",
        "Aanleiding": "Het is tijd voor een plan.",
        "Alternatief": "Geen plan maken. Dan is er geen richting.",
        "Communicatie": "In de krant.",
        "Uitvoering": "Het team voert het uit.",
        "Evaluatie": "Na een jaar.",
        "Contact raadsinformatiebrief": "Adviseur",
        "Kernboodschap raadsinformatiebrief": "Er is een plan.",
    }
    return (
        *({"Onderdeel": naam, "Tekst": tekst} for naam, tekst in teksten.items()),
        {"Onderdeel": "Beslispunt", "Werkwoord": "vaststellen", "Tekst": f"het gebiedsplan {gebied.naam} {jaar}"},
        {"Onderdeel": "Argument", "Bij beslispunt": 1, "Tekst": "Zo weet iedereen wat we doen."},
        {"Onderdeel": "Kanttekening", "Bij beslispunt": 1, "Tekst": "Het kost tijd."},
    )


def _zet(blad: Worksheet, rijen: Iterable[Mapping[str, Any]]) -> None:
    """Rows from the second on; a column that this kader has not is passed."""
    koppen = _koppen(blad)
    for nummer, rij in enumerate(rijen, start=2):
        for kop, waarde in rij.items():
            if kop in koppen and waarde is not None:
                blad.cell(nummer, koppen[kop]).value = waarde


def _koppen(blad: Worksheet) -> dict[str, int]:
    return {str(cel.value): cel.column for cel in blad[1] if cel.value}
