"""A national load from a seed: folders of samenwerkingen with ten areas each, the hard ones among them.

One area in ten has a name of one word of sixty letters, one has nine speerpunten and forty actions, and in one in three
some counts are so small that they are secret. Everything is made up; the same seed makes the same figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

import xlsxwriter
from openpyxl.utils import get_column_letter

from bench.kader import BLOKKEN, INDICATOREN, LAND, LEEFTIJDEN, MEESTE_SPEERPUNTEN, Gebied, toml

JAAR = 2027
MEESTE = 3420
PER_SAMENWERKING = 10
GEHEEL = Gebied("geheel", "Gemeente Geheel")
_DELEN = 2
_JAREN = (2014, 2018, 2022)
_LANG = "Burgemeesterschoorlaanderduinvalleigemeenschapsgebiedspolder"
_VEEL_RIJEN = 40
# Which area of a samenwerking has most to say.
_VOL = 4
_TEKST = (
    "buren kennen elkaar en helpen elkaar met kleine klussen in huis en tuin zodat wie ouder wordt thuis kan blijven "
    "wonen vrijwilligers koken samen een maaltijd en wie dat wil eet mee de bibliotheek helpt met formulieren"
)
_WOORDEN = _TEKST.split()
_REKENING = ("verzonnen", 2400, "verzonnen", 9000, 120, "verzonnen", 8, 30, "verzonnen", "voorbeeld", None)

Rij: TypeAlias = Sequence[str | float | None]
Bladen: TypeAlias = dict[str, list[Rij]]

_KOP: dict[str, Rij] = {
    "Gebied": ("Veld", "Waarde"),
    "Bevolking": ("Leeftijdsgroep", "Regio", "Jaar", "Aantal", "Bron", "Peildatum", "Status", "Opmerking"),
    **dict.fromkeys(
        BLOKKEN,
        (
            "Indicator", "Regio", "Jaar", "Waarde", "Teller", "Noemer", "Ondergrens", "Bovengrens", "Bron", "Peildatum",
            "Status", "Opmerking",
        ),
    ),
    "Duiding": ("Indicator", "Tekst"),
    "Gesprekken": ("Datum", "Vorm", "Met wie", "Aantal", "Wat is meegegeven", "Wat is ermee gedaan", "Speerpunt"),
    "Terugblik": ("Speerpunt", "Titel", "Status", "Resultaat", "Wat leerden we"),
    "Speerpunten": (
        "Code", "Titel", "Opgave", "Doel", "Aanpak", "Doelgroep", "Thema", "Hoofdopgave", "Bouwsteen", "Pijlers",
        "Dimensie", "Inzet sociaal team", "Accent in aanbod en subsidie",
    ),
    "Doelen": (
        "Speerpunt", "Indicator", "Eenheid", "Instrument", "Nulmeting", "Nulmeting jaar", "Tussenmeting",
        "Tussenmeting jaar", "Streefwaarde", "Streefwaarde jaar", "Richting",
    ),
    "Acties": ("Speerpunt", "Actie", "Partner", "Rol gemeente", "Planning", "Resultaat", "Middelen"),
    "Partners": ("Naam", "Soort", "Wat zij doen"),
    "Aanbod": ("Activiteit", "Aanbieder", "Plaats", "Bouwsteen", "Doelgroep", "Thema", "Dorp", "Beschrijving"),
    "Middelen": ("Post", "Jaar", "Bedrag", "Dekking"),
    "Businesscase": (
        "Hulpvraag", "Speerpunt", "Jaar", "Inwoners", "Bron inwoners", "Maatwerk per inwoner", "Bron maatwerk",
        "Sociale basis vast", "Sociale basis per inwoner", "Bron sociale basis", "Vermeden laag", "Vermeden hoog",
        "Bron vermeden", "Status", "Opmerking",
    ),
    "Risico's": ("Risico", "Maatregel"),
    "Casus": ("Titel", "Tekst"),
    "Teksten": ("Onderdeel", "Tekst"),
    "Besluit": ("Onderdeel", "Bij beslispunt", "Werkwoord", "Tekst"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Samenwerking:
    """A folder with a kader and the workbooks of its areas."""

    map: Path
    gebieden: tuple[Gebied, ...]


def landelijk(naar: Path, aantal: int, zaad: int) -> Iterator[Samenwerking]:
    """Folders with ``aantal`` areas in all, each made when it is asked for."""
    for nummer, begin in enumerate(range(0, aantal, PER_SAMENWERKING), start=1):
        hoeveel = min(PER_SAMENWERKING, aantal - begin)
        yield samenwerking(naar / f"samenwerking-{nummer}", nummer, hoeveel, Random(f"{zaad}-{nummer}"))


def samenwerking(map_: Path, nummer: int, aantal: int, toeval: Random) -> Samenwerking:
    """One folder: gemeenten, the last of them with parts of its own when there is room."""
    gebieden = tuple(_gebieden(aantal))
    map_.mkdir(parents=True)
    (map_ / "kader.toml").write_text(toml(nummer, gebieden), "utf-8")
    referentie = _cijfers(LAND, 17_800_000, toeval, klein=False)
    delen: dict[str, list[Bladen]] = {}
    for plek, gebied in enumerate(gebieden):
        (map_ / gebied.slug).mkdir()
        bladen = _algemeen(gebied, toeval)
        if gebied.naam != GEHEEL.naam:
            cijfers = _cijfers(gebied.naam, round(toeval.lognormvariate(9.3, 0.8)), toeval, klein=plek % 3 == 2)
            delen.setdefault(gebied.deel_van, []).append(cijfers)
            speerpunten = MEESTE_SPEERPUNTEN if plek == _VOL else toeval.randint(2, 3)
            bladen |= cijfers | _inhoud(toeval, speerpunten, cijfers, veel=plek == _VOL)
        _schrijf(map_ / gebied.slug / f"{JAAR}.xlsx", bladen)
    if GEHEEL.slug in delen:
        for blad, rijen in _opgeteld(GEHEEL.naam, delen[GEHEEL.slug]).items():
            referentie[blad] += rijen
    _schrijf(map_ / "referentie.xlsx", referentie)
    return Samenwerking(map_, gebieden)


def _gebieden(aantal: int) -> Iterator[Gebied]:
    met_delen = aantal > _DELEN + 1
    los = aantal - (_DELEN + 1 if met_delen else 0)
    for nummer in range(1, los + 1):
        yield Gebied(f"gebied-{nummer}", _LANG if nummer == 1 else f"Gebied ‘{nummer}’ & omstreken")
    if met_delen:
        yield GEHEEL
        yield from (
            Gebied(f"deel-{nummer}", f"Deel {nummer} van Geheel", GEHEEL.slug) for nummer in range(1, _DELEN + 1)
        )


def _zin(toeval: Random, woorden: int) -> str:
    return " ".join(toeval.choices(_WOORDEN, k=woorden)).capitalize() + "."


def _algemeen(gebied: Gebied, toeval: Random) -> Bladen:
    velden: list[Rij] = [
        ("Planjaar", JAAR),
        ("Status", "concept"),
        ("Versie", "0.3"),
        ("Datum", f"16-11-{JAAR - 1}"),
        ("Opsteller", "Opsteller (voorbeeld)"),
        ("Portefeuillehouder", "Wethouder (voorbeeld)"),
        ("Zaaknummer", f"VOORBEELD-{gebied.slug}"),
        ("Typering", _zin(toeval, 25)),
    ]
    onderdelen = ("Inleiding", "Totstandkoming", "Wat goed gaat", "Volgen en bijstellen")
    return {"Gebied": velden, "Teksten": [(onderdeel, _zin(toeval, 60)) for onderdeel in onderdelen]}


def _cijfers(regio: str, inwoners: int, toeval: Random, *, klein: bool) -> Bladen:
    """Inhabitants and all indicators, in three years; where counts are ``klein`` some of them are secret."""
    slot = ("verzonnen", str(_JAREN[-1]), "voorbeeld", None)
    delen = [round(inwoners * deel) for deel in (0.15, 0.12, 0.23, 0.28, 0.22)]
    bladen: Bladen = {
        "Bevolking": [
            *((groep, regio, _JAREN[-1], aantal, *slot) for groep, aantal in zip(LEEFTIJDEN, delen, strict=True)),
            ("Totaal", regio, _JAREN[-1], sum(delen), *slot),
        ]
    }
    for indicator in INDICATOREN:
        niveau = toeval.uniform(8, 60)
        for jaar in _JAREN:
            rij: Rij
            if indicator.geteld:
                deel = min(max(niveau + toeval.gauss(0, 2), 2), 95) / 100
                weinig = klein and toeval.random() < 0.3
                teller, noemer = (toeval.randint(3, 25), 260) if weinig else (round(inwoners * deel), inwoners)
                rij = (None, teller, noemer, None, None)
            else:
                waarde = round(min(max(niveau + toeval.gauss(0, 2), 2), 95), 1)
                rij = (waarde, None, None, round(waarde * 0.95, 1), round(waarde * 1.05, 1))
            bladen.setdefault(indicator.blok, []).append((indicator.naam, regio, jaar, *rij, *slot))
    return bladen


def _opgeteld(regio: str, delen: Sequence[Bladen]) -> Bladen:
    """The counts of a gemeente: those of its parts together, so that a secret of one may be the other's as well."""
    geheel: Bladen = {}
    for blad in ("Bevolking", *BLOKKEN):
        for rijen in zip(*(deel[blad] for deel in delen), strict=True):
            rij = list(rijen[0])
            rij[1] = regio
            for kolom in (3,) if blad == "Bevolking" else (4, 5):
                rij[kolom] = sum(float(deel[kolom] or 0) for deel in rijen) or None
            if blad == "Bevolking" or rij[4] is not None:
                geheel.setdefault(blad, []).append(rij)
    return geheel


def _inhoud(toeval: Random, speerpunten: int, cijfers: Bladen, *, veel: bool) -> Bladen:
    bladen: Bladen = {}
    for nummer in range(1, speerpunten + 1):
        code = f"S{nummer}"
        opgave, steen = toeval.randint(1, 2), toeval.randint(1, 3)
        keuzes = (f"Doelgroep {nummer % 6 + 1}", f"Thema {nummer % 6 + 1}", f"Opgave {opgave}")
        bouwsteen = f"Bouwsteen {opgave}.{steen}"
        teksten = [_zin(toeval, woorden) for woorden in (6, 30, 20, 30, 15, 15)]
        bladen.setdefault("Speerpunten", []).append(
            (
                code,
                teksten[0].rstrip("."),
                *teksten[1:4],
                *keuzes,
                bouwsteen,
                "Uitgangspunt 1",
                "Dimensie 1",
                *teksten[4:],
            )
        )
        eigen = (
            "Bezoekers per jaar",
            "bezoekers",
            "Telling",
            20 * nummer,
            JAAR - 1,
            None,
            None,
            30 * nummer,
            JAAR,
            "hoger",
        )
        maat = INDICATOREN[nummer % 2 * 2 + 1]
        nu = next(rij[3] for rij in cijfers[maat.blok] if (rij[0], rij[2]) == (maat.naam, _JAREN[-1]))
        gemeten = (maat.naam, None, "Monitor", nu, _JAREN[-1], None, None, 1, JAAR + 1, "lager")
        bladen.setdefault("Doelen", []).extend(((code, *eigen), (code, *gemeten)))
        acties = _VEEL_RIJEN if veel and nummer == 1 else 3
        bladen.setdefault("Acties", []).extend(_actie(toeval, code, actie) for actie in range(acties))
        bladen.setdefault("Businesscase", []).append((f"Vraag bij {code}", code, JAAR, 40 + nummer, *_REKENING))
    zoveel = _VEEL_RIJEN if veel else 8
    bladen["Aanbod"] = [
        (
            f"Activiteit {get_column_letter(nummer + 1)}",
            "Dorpshuis",
            "Centrum",
            "Bouwsteen 1.1",
            "Doelgroep 1",
            "Thema 1",
            None,
            _zin(toeval, 12),
        )
        for nummer in range(zoveel)
    ]
    bladen["Partners"] = [
        (f"Partner {get_column_letter(nummer + 1)}", "in de sociale basis", _zin(toeval, 8)) for nummer in range(6)
    ]
    bladen["Middelen"] = [("Subsidie voor de sociale basis", JAAR, "nog niet vastgesteld", "Begroting (voorbeeld)")]
    bladen["Risico's"] = [(_zin(toeval, 10), _zin(toeval, 10)) for _ in range(3)]
    bladen["Casus"] = [("Koffie op dinsdag", f"{_zin(toeval, 60)} Dit verhaal is verzonnen.")]
    bladen["Duiding"] = [(indicator.naam, _zin(toeval, 20)) for indicator in INDICATOREN[:4]]
    gesprek = ("Gesprek", "Adviesraad", 9, _zin(toeval, 15), _zin(toeval, 15), "S1")
    bladen["Gesprekken"] = [(f"{dag}-02-{JAAR - 1}", *gesprek) for dag in range(10, 15)]
    return bladen


def _actie(toeval: Random, code: str, nummer: int) -> Rij:
    wat, planning = (
        f"{_zin(toeval, 8).rstrip('.')} ({get_column_letter(nummer + 1)})",
        f"{nummer % 4 + 1}e kwartaal {JAAR}",
    )
    return (code, wat, "Welzijnsorganisatie", "Rol 1", planning, _zin(toeval, 6), toeval.randrange(1, 20) * 500)


def _schrijf(pad: Path, bladen: Bladen) -> None:
    with xlsxwriter.Workbook(pad) as boek:
        for naam, kop in _KOP.items():
            if naam in bladen or pad.stem == str(JAAR):
                blad = boek.add_worksheet(naam)
                for nummer, rij in enumerate((kop, *bladen.get(naam, ()))):
                    blad.write_row(nummer, 0, rij)
