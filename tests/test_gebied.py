"""The workbook of an area: what its cells mean, and what someone who makes a mistake is told.

Mistakes are made in copies of a real workbook, all of a table at once: one mistake may never hide another.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gebiedsplan import build, kader, werkmap
from gebiedsplan.bevinding import Bevinding, rapport
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.bladen import BLADEN, VELDEN_GEBIED, blad_spec
from gebiedsplan.gebied.lezen import Gelezen
from gebiedsplan.gebied.model import Cijfer, Reden
from gebiedsplan.kader.model import Kader

WORTEL = Path(__file__).parent.parent
NAAM = "heiloo/2027.xlsx"


@pytest.fixture(scope="module")
def het_kader() -> Kader:
    return kader.read(WORTEL / "gebieden" / "kader.toml")


@contextmanager
def geopend(pad: Path) -> Iterator[Any]:
    """The workbook to change; saved at the end."""
    boek = load_workbook(pad)
    yield boek
    boek.save(pad)


def lees(pad: Path, kader_: Kader, slug: str = "heiloo") -> Gelezen:
    boek = werkmap.read(pad, f"{slug}/{pad.name}", lezen.bladnamen(kader_))
    return lezen.read(boek, kader_, kader_.gebied(slug))


def kopie(tmp: Path, slug: str = "heiloo") -> Path:
    return Path(shutil.copy(WORTEL / "gebieden" / slug / "2027.xlsx", tmp))


# -- mistakes in cells


@dataclass(frozen=True, slots=True)
class Misser:
    """A wrong cell, and what is said about it: the code, words of the text, words of the hulp."""

    blad: str
    cel: str
    inhoud: object
    code: str
    tekst: str
    hulp: str

    def __str__(self) -> str:
        return f"{self.blad} {self.cel} {self.inhoud!r}"


TEKENS = ". (onbekend), x (geheim), - (nihil), n.v.t., later of vervallen"

MISSERS = (
    # numbers
    Misser("Veerkracht", "D2", "ca. 12", "geen-getal", "kolom Waarde staat “ca. 12”", TEKENS),
    Misser("Veerkracht", "D3", "12 13", "geen-getal", "“12 13”", "zoals 12,5 of 1.290"),
    Misser("Veerkracht", "D4", "5%-7%", "geen-getal", "“5%-7%”", "kolom Opmerking"),
    Misser("Veerkracht", "D5", True, "geen-getal", "“True”", "Vul alleen het getal in"),
    Misser("Bevolking", "D2", "3.57", "", "", ""),
    Misser("Bevolking", "D3", "3573 inwoners", "geen-getal", "kolom Aantal", TEKENS),
    Misser("Zorgconsumptie", "E2", ".", "geen-getal", "kolom Teller staat “.”", "Laat de cel dan leeg"),
    Misser("Gesprekken", "D3", "ongeveer 34", "geen-getal", "kolom Aantal", "Laat de cel dan leeg"),
    Misser("Acties", "G2", "PM", "geen-getal", "kolom Middelen staat “PM”", "nog niet vastgesteld"),
    Misser("Middelen", "C3", "x", "geen-getal", "kolom Bedrag", "nog niet vastgesteld"),
    Misser("Doelen", "E2", "onbekend", "geen-getal", "kolom Nulmeting", "eerst nulmeting"),
    Misser("Doelen", "I2", "40 of lager", "geen-getal", "kolom Streefwaarde", "Laat de cel dan leeg"),
    # years and dates
    Misser("Veerkracht", "C6", "2020/2021", "geen-jaar", "kolom Jaar staat “2020/2021”", "zoals 2026"),
    Misser("Veerkracht", "C7", 20.5, "geen-jaar", "“20.5”", "vier cijfers"),
    Misser("Middelen", "B2", 27, "geen-jaar", "“27”", "vier cijfers"),
    Misser("Doelen", "F3", "vorig jaar", "geen-jaar", "kolom Nulmeting jaar", "zoals 2026"),
    Misser("Gesprekken", "A2", "31-2-2026", "geen-datum", "kolom Datum staat “31-2-2026”", "zoals 16-11-2026"),
    Misser("Gesprekken", "A3", "voorjaar 2026", "geen-datum", "“voorjaar 2026”", "zoals 16-11-2026"),
    Misser("Gebied", "B5", 46000, "geen-datum", "Datum staat “46000”", "zoals 16-11-2026"),
    # choices
    Misser("Veerkracht", "A8", "Voelt zich eenzam", "onbekende-keuze", "lijst met indicatoren", "“Voelt zich eenzaam”"),
    Misser("Veerkracht", "B9", "Heilo", "onbekende-keuze", "lijst met regio's", "“Heiloo”"),
    Misser("Veerkracht", "B10", "Bergen", "onbekende-keuze", "“Bergen”", "Kies uit: Heiloo; Blockhovepark;"),
    Misser("Veerkracht", "K11", "zeker", "onbekende-keuze", "lijst met status cijfer", "definitief; voorlopig"),
    Misser("Speerpunten", "F2", "Oudren; Jongeren", "onbekende-keuze", "staat “Oudren”", "“Ouderen”"),
    Misser("Speerpunten", "G3", "Inclusie; Eenzaamhied", "onbekende-keuze", "“Eenzaamhied”", "“Eenzaamheid”"),
    Misser("Speerpunten", "I4", "Sport", "onbekende-keuze", "lijst met bouwstenen", "Kies uit: Verbondenheid"),
    Misser("Doelen", "B5", "Nieuwe vrijwilligers", "", "", ""),
    Misser("Doelen", "B4", "Doet vrijwilligerswrk", "onbekende-keuze", "geen eenheid", "“Doet vrijwilligerswerk”"),
    Misser("Acties", "D3", "Regiseur", "onbekende-keuze", "lijst met rollen", "“Regisseur”"),
    Misser("Gebied", "B3", "definitief", "onbekende-keuze", "lijst met status plan", "concept; voorstel; vastgesteld"),
    # cells without content
    Misser("Speerpunten", "B3", None, "verplicht-leeg", "kolom Titel is hier leeg", "Wat we gaan doen"),
    Misser("Speerpunten", "F4", "  ", "verplicht-leeg", "kolom Doelgroep is hier leeg", "Voor wie"),
    Misser("Risico's", "A5", "Een risico zonder maatregel", "", "", ""),
    Misser("Doelen", "E6", None, "verplicht-leeg", "kolom Nulmeting is hier leeg", "of: eerst nulmeting"),
    Misser("Gesprekken", "A8", None, "verplicht-leeg", "kolom Datum is hier leeg", "Wanneer het gesprek was"),
    # what Excel leaves
    Misser("Kwetsbaarheid", "D2", "=D3*2", "formule-zonder-waarde", "(=D3*2)", "sla haar op"),
    Misser("Kwetsbaarheid", "D3", "#REF!", "foutwaarde", "Excel-fout #REF!", "Herstel de formule"),
    Misser("Kwetsbaarheid", "C4", "#N/A", "foutwaarde", "kolom Jaar staat de Excel-fout #N/A", "Herstel"),
    Misser("Speerpunten", "C2", "=A2", "formule-zonder-waarde", "kolom Opgave", "vul de uitkomst zelf in"),
    Misser("Doelen", "G2", "=E2", "formule-zonder-waarde", "kolom Tussenmeting", "sla haar op"),
)
FOUTE_CELLEN = tuple(misser for misser in MISSERS if misser.code)
