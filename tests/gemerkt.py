"""A folder of workbooks with marked small numbers, its twin, and everything that can be made of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from conftest import WORTEL
from openpyxl import Workbook, load_workbook

from gebiedsplan import build, kader
from gebiedsplan.build import Mappen, Opties, preventiekaart, uitvoering, vergelijken, vergelijking
from gebiedsplan.geheim.model import Patroon
from gebiedsplan.inlezen import Lezer

KADER = kader.read(WORTEL / "gebieden" / "kader.toml", "kader.toml")
WMO, EENZAAM = "wmo-clienten", "eenzaam"
NAAM_WMO, NAAM_EENZAAM = "Inwoners met ondersteuning uit de Wmo", "Voelt zich eenzaam"
LEEFTIJDEN = ("0-15", "15-25", "25-45", "45-65", "65+")
WIJKEN = {
    "Blockhovepark": 41,
    "Heiloo Noord-West": 160,
    "Heiloo-Midden": 275,
    "Heiloo-West": 220,
    "Stationsomgeving": 35,
    "Ypestein": 52,
    "Heiloo-Oost": 8,
    "Heiloo Zuid-West": 30,
}
# Of Egmond few; what may have to be hidden for that is a number that is easy to find.
INWONERS: Mapping[str, Mapping[str, int]] = {
    "egmond": {"0-15": 8971, "15-25": 7, "25-45": 9067, "45-65": 9431, "65+": 9723},
    "schoorl": {"0-15": 6753, "15-25": 6157, "25-45": 8603, "45-65": 19709, "65+": 20307},
    "bergen-kern": {"0-15": 15307, "15-25": 12953, "25-45": 15607, "45-65": 37803, "65+": 47009},
}
# Few, and therefore no amount that follows from it.
GEZINNEN = {"Hulpvraag": "Gezinnen met geldzorgen die begeleiding vragen"}
NOEMER = 2000
TELJAAR, WMOJAAR = 2022, 2021


def merk(gebieden: Path) -> None:
    """Few people in a wijk, an age group and a survey, each with digits that occur nowhere else."""
    for jaar in (2026, 2027):
        with werkmap(gebieden / "heiloo" / f"{jaar}.xlsx") as boek:
            wijken = {"Heiloo": sum(WIJKEN.values()), **WIJKEN}
            for regio, teller in wijken.items():
                zet(
                    boek,
                    "Zorgconsumptie",
                    {"Indicator": NAAM_WMO, "Regio": regio, "Jaar": WMOJAAR},
                    {
                        "Waarde": None,
                        "Teller": teller,
                        "Noemer": NOEMER * (len(WIJKEN) if regio == "Heiloo" else 1),
                        "Bron": "Eigen telling",
                        "Status": "definitief",
                    },
                )
            # In the older workbook few, in the newer one enough: the figure that was corrected is hidden in both.
            klein = {"Waarde": 4.1379, "Ondergrens": 1.7823, "Bovengrens": 6.4911, "Opmerking": "Geteld: 8,2758."}
            ruim = {"Waarde": 6.2173, "Teller": 12, "Opmerking": "Geteld: 12,4346."}
            oost = {"Indicator": NAAM_WMO, "Regio": "Heiloo-Oost", "Jaar": WMOJAAR}
            zet(boek, "Zorgconsumptie", oost, klein if jaar == 2026 else ruim)
            eenzaam = {"Indicator": NAAM_EENZAAM, "Regio": "Heiloo", "Jaar": 2020}
            zet(boek, "Veerkracht", eenzaam, {"Waarde": 63.6364, "Teller": 14, "Noemer": 22})
            zet(boek, "Doelen", {"Speerpunt": "H1", "Indicator": NAAM_EENZAAM}, {"Nulmeting": 63.6364})
            # A number that may be the hidden one and may not: somebody has to look.
            boek["Gesprekken"]["E2"].value = "Acht bezoekers vroegen om een bankje."
    with werkmap(gebieden / "egmond" / "2027.xlsx") as boek:
        zet(boek, "Businesscase", GEZINNEN, {"Bron inwoners": "Acht gezinnen", "Opmerking": "Geteld: 8 gezinnen."})
    for pad in sorted(gebieden.glob("*/20*.xlsx")):
        with werkmap(pad) as boek:
            for groep, aantal in INWONERS.get(pad.parent.name, {}).items():
                regio = KADER.gebied(pad.parent.name).naam
                sleutel = {"Leeftijdsgroep": groep, "Regio": regio, "Jaar": TELJAAR}
                zet(boek, "Bevolking", sleutel, {"Aantal": aantal})
            tel_op(boek)
    alles_in_bergen(gebieden)


def verwissel(gebieden: Path) -> None:
    """Other hidden numbers in a marked folder, and everything that may be shown as it was.

    Of each sum that is known as many people come to one hidden number as leave another.
    """
    for jaar in (2026, 2027):
        with werkmap(gebieden / "heiloo" / f"{jaar}.xlsx") as boek:
            klein = {"Waarde": 3.6913, "Ondergrens": 1.4471, "Bovengrens": 5.9189, "Opmerking": "Geteld: 7,3826."}
            ruim = {"Waarde": 5.7177, "Teller": 11, "Opmerking": "Geteld: 11,4354."}
            oost = klein if jaar == 2026 else ruim
            for regio, cellen in (("Heiloo-Oost", oost), ("Heiloo Zuid-West", {"Teller": 31})):
                zet(boek, "Zorgconsumptie", {"Indicator": NAAM_WMO, "Regio": regio, "Jaar": WMOJAAR}, cellen)
            eenzaam = {"Indicator": NAAM_EENZAAM, "Regio": "Heiloo", "Jaar": 2020}
            zet(boek, "Veerkracht", eenzaam, {"Waarde": 54.5455, "Teller": 12})
            zet(boek, "Doelen", {"Speerpunt": "H1", "Indicator": NAAM_EENZAAM}, {"Nulmeting": 54.5455})
    for slug, jaren, erbij in (("egmond", (2026, 2027), 2), ("schoorl", (2027,), -2)):
        for jaar in jaren:
            with werkmap(gebieden / slug / f"{jaar}.xlsx") as boek:
                for groep, mensen in (("15-25", erbij), ("0-15", -erbij)):
                    sleutel = {"Leeftijdsgroep": groep, "Regio": KADER.gebied(slug).naam, "Jaar": TELJAAR}
                    zet(boek, "Bevolking", sleutel, {"Aantal": INWONERS[slug][groep] + mensen})
    with werkmap(gebieden / "egmond" / "2027.xlsx") as boek:
        zes = {"Inwoners": 6, "Bron inwoners": "Zes gezinnen", "Opmerking": "Geteld: 6 gezinnen."}
        zet(boek, "Businesscase", GEZINNEN, zes)


def tel_op(boek: Workbook) -> None:
    """Let the age groups of a year be the total, so that who adds up finds no rounding to hide behind."""
    if "Bevolking" not in boek.sheetnames:
        return
    blad = boek["Bevolking"]
    groepen: dict[tuple[object, object], int] = {}
    for groep, regio, jaar, aantal, *_ in blad.iter_rows(min_row=2, values_only=True):
        if groep and groep != "Totaal" and isinstance(aantal, int | float):
            groepen[regio, jaar] = groepen.get((regio, jaar), 0) + int(aantal)
    for rij in blad.iter_rows(min_row=2, max_col=4):
        if rij[0].value == "Totaal" and (rij[1].value, rij[2].value) in groepen:
            rij[3].value = groepen[rij[1].value, rij[2].value]


def alles_in_bergen(gebieden: Path) -> None:
    """Let the parts of a gemeente be the gemeente, too."""
    som: dict[tuple[str, str], int] = {}
    for gebied in KADER.bladeren():
        if not gebied.deel_van:
            continue
        blad = load_workbook(gebieden / gebied.slug / "2027.xlsx")["Bevolking"]
        for groep, _, jaar, aantal, *_ in blad.iter_rows(min_row=2, values_only=True):
            if jaar == TELJAAR:
                sleutel = (KADER.gebied(gebied.deel_van).naam, str(groep))
                som[sleutel] = som.get(sleutel, 0) + int(str(aantal))
    with werkmap(gebieden / "referentie.xlsx") as boek:
        for (regio, groep), aantal in som.items():
            zet(boek, "Bevolking", {"Leeftijdsgroep": groep, "Regio": regio, "Jaar": TELJAAR}, {"Aantal": aantal})


class werkmap:  # noqa: N801
    """A workbook that is saved when it is left."""

    def __init__(self, pad: Path) -> None:
        self._pad, self._boek = pad, load_workbook(pad)

    def __enter__(self) -> Workbook:
        return self._boek

    def __exit__(self, *_: object) -> None:
        self._boek.save(self._pad)


def zet(boek: Workbook, blad: str, sleutel: Mapping[str, object], cellen: Mapping[str, object]) -> None:
    """Other values in the row with this key; a new row when there is none."""
    vel = boek[blad]
    kop = {str(cel.value): n for n, cel in enumerate(vel[1], 1)}
    rijen = [r for r in range(2, vel.max_row + 1) if all(vel.cell(r, kop[k]).value == w for k, w in sleutel.items())]
    rij = rijen[0] if rijen else next(r for r in range(2, vel.max_row + 2) if vel.cell(r, 1).value is None)
    for naam, waarde in {**sleutel, **cellen}.items():
        vel.cell(rij, kop[naam]).value = waarde  # type: ignore[assignment]


class Gebouwd(NamedTuple):
    """A folder of workbooks, everything that was made of it, and what must not be in that."""

    gebieden: Path
    uit: Path
    figuren: Path
    patroon: Patroon

    def bestanden(self) -> list[Path]:
        return sorted(pad for map_ in (self.uit, self.figuren) for pad in map_.rglob("*") if pad.is_file())


def bouw(map_: Path) -> Gebouwd:
    """Plans of two years, papers, comparisons, planning, and the pages that show all; of the workbooks in ``map_``."""
    mappen = Mappen(map_ / "gebieden", (WORTEL / "templates",), map_ / "build", map_ / "figures")
    bewerkbaar = Opties(bewerkbare_grafieken=True)
    build.voorstel(mappen, "heiloo", 2027)
    build.maak(mappen, "bergen", 2027)
    build.maak(mappen, "egmond", 2027, bewerkbaar)
    build.maak(mappen, "schoorl", 2027)
    build.maak(mappen, "heiloo", 2026, bewerkbaar)
    build.maak(mappen, "egmond", 2026)
    vergelijken.jaren(mappen, "heiloo", 2026, 2027)
    vergelijken.jaren(mappen, "egmond", 2026, 2027)
    vergelijking.maak(mappen, 2027, bewerkbaar)
    preventiekaart.maak(mappen)
    uitvoering.van_gebied(mappen, "heiloo", 2027)
    return Gebouwd(mappen.gebieden, mappen.uit, mappen.figuren, Lezer(mappen.gebieden).patroon())
