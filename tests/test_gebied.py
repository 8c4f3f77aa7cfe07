"""The workbook of an area: what its cells mean, and what someone who makes a mistake is told.

Mistakes are made in copies of a real workbook, all of a table at once: one mistake may never hide another.
"""

from __future__ import annotations

import datetime as dt
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from gebiedsplan import build, kader, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, Plek, rapport
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.bladen import BLADEN, CIJFERKOLOMMEN
from gebiedsplan.gebied.keuzes import keuzelijsten, regios_van
from gebiedsplan.gebied.kolommen import Kolom, Soort
from gebiedsplan.gebied.leesopmerkingen import OPMERKINGENBLAD
from gebiedsplan.gebied.lezen import Gelezen
from gebiedsplan.gebied.model import Reden
from gebiedsplan.kader.model import Kader

GEBIEDEN = Path(__file__).parent.parent / "gebieden"
NAAM = "heiloo/2027.xlsx"


@pytest.fixture(scope="module")
def het_kader() -> Kader:
    return kader.read(GEBIEDEN / "kader.toml")


@contextmanager
def geopend(pad: Path) -> Iterator[Any]:
    """The workbook to change; saved at the end."""
    boek = load_workbook(pad)
    yield boek
    boek.save(pad)


def kopie(map_: Path, slug: str = "heiloo") -> Path:
    return Path(shutil.copy(GEBIEDEN / slug / "2027.xlsx", map_))


def lees(pad: Path, kader_: Kader, slug: str = "heiloo") -> Gelezen:
    boek = werkmap.read(pad, f"{slug}/{pad.name}", lezen.bladnamen(kader_))
    return lezen.read(boek, kader_, kader_.gebied(slug))


def kort(bevinding: Bevinding) -> tuple[str, str, str]:
    return bevinding.code, bevinding.plek.blad, bevinding.plek.cel


# -- the real workbooks


@pytest.mark.parametrize("pad", sorted(GEBIEDEN.glob("*/*.xlsx")), ids=lambda pad: f"{pad.parent.name}-{pad.stem}")
def test_in_de_echte_werkmappen_is_niets_mis(pad: Path, het_kader: Kader) -> None:
    gelezen = lees(pad, het_kader, pad.parent.name)
    assert gelezen.bevindingen == ()
    assert gelezen.data.kop.planjaar == int(pad.stem)
    assert bool(gelezen.data.speerpunten) == (pad.parent.name not in {"bergen", "castricum"})


def merk(kolom: Kolom, nummer: int) -> str | float | None:
    """A value that stands nowhere else, for a column that takes any words or number."""
    if kolom.soort in {Soort.TEKST, Soort.MARKDOWN, Soort.CODE, Soort.CODES}:
        return f"<{kolom.naam} {nummer}>"
    if kolom.soort in {Soort.GETAL, Soort.CIJFER, Soort.BEDRAG} or kolom.naam == "Nulmeting":
        return 7000.5 + nummer
    return 1900 + nummer if kolom.soort is Soort.JAAR else None


def test_wat_in_een_kolom_staat_gaat_niet_verloren(tmp_path: Path, het_kader: Kader) -> None:
    """The workbook asks for nothing that nobody reads: every marked cell of row 2 comes back."""
    # What readers of a document said is written by the program, for who fills in.
    kolommen = {spec.naam: spec.kolommen for spec in BLADEN if spec.naam != "Gebied" and spec is not OPMERKINGENBLAD}
    kolommen |= {blok.blad: CIJFERKOLOMMEN for blok in het_kader.blokken}
    merken: list[str] = []
    with geopend(pad := kopie(tmp_path)) as boek:
        for blad, kolom in ((blad, kolom) for blad, alle in kolommen.items() for kolom in alle):
            koppen = {cel.value: cel.column for cel in boek[blad][1]}
            plaats = koppen.get(kolom.naam, len(koppen) + 1)
            boek[blad].cell(1, plaats).value = kolom.naam
            if teken := merk(kolom, len(merken)):
                boek[blad].cell(2, plaats).value = teken
                merken.append(str(teken))
    gelezen = lees(pad, het_kader)
    # A mark is no telephone number and no address.
    assert [b.plek.cel for b in gelezen.bevindingen if b.code != "contact-onbekend"] == []
    assert len(merken) > 60
    assert [teken for teken in merken if teken not in repr(gelezen.data)] == []


def test_elke_keuzelijst_van_een_kolom_bestaat(het_kader: Kader) -> None:
    lijsten = keuzelijsten(het_kader, regios_van(het_kader.gebied("heiloo")))
    gevraagd = {k.lijst for k in (*CIJFERKOLOMMEN, *(k for spec in BLADEN for k in spec.kolommen)) if k.lijst}
    assert gevraagd <= set(lijsten)
    assert all(lijsten[naam].namen for naam in gevraagd)


# -- sheets and columns


def test_kolommen_mogen_anders_staan_en_heten(tmp_path: Path, het_kader: Kader) -> None:
    """Order, case, spaces and line breaks of a header do not matter; an extra column is left alone."""
    with geopend(pad := kopie(tmp_path)) as boek:
        doelen = boek["Doelen"]
        doelen.move_range("A1:A6", cols=12)
        doelen["A1"], doelen["A2"], doelen["A9"] = "Eigen kolom", "#REF!", "Een eigen regel onder de tabel"
        doelen["M1"], doelen["F1"], doelen["E1"] = " SPEERPUNT ", "nulmeting\njaar", "Nulmeting  "
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    assert [(d.speerpunt, d.nulmeting, d.nulmeting_jaar, d.plekken["Speerpunt"].cel) for d in gelezen.data.doelen] == [
        ("H1", 42.5, 2020, "M2"),
        ("H1", 64, 2026, "M3"),
        ("H2", 25.5, 2020, "M4"),
        ("H2", 22, 2026, "M5"),
        ("H3", None, None, "M6"),
    ]


def test_bladen_mogen_anders_staan_en_een_eigen_blad_mag(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek.move_sheet("Speerpunten", offset=-8)
        boek["Doelen"].title = "tijdelijk"
        boek["tijdelijk"].title = "DOELEN "
        boek.create_sheet("Kladblok")["A1"] = "#REF!"
        boek["Kladblok"].sheet_state = "hidden"
        boek.remove(boek["Lijsten"])
        boek.remove(boek["Casus"])
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    assert (len(gelezen.data.speerpunten), len(gelezen.data.doelen), gelezen.data.casussen) == (3, 5, ())


@pytest.fixture(scope="module")
def verbouwd(tmp_path_factory: pytest.TempPathFactory, het_kader: Kader) -> tuple[Bevinding, ...]:
    """What is said of a workbook with many mistakes in its sheets and columns."""
    with geopend(pad := kopie(tmp_path_factory.mktemp("verbouwd"))) as boek:
        boek.remove(boek["Acties"])
        boek["Gesprekken"].title = "Gespreken"
        boek["Bevolking"].delete_cols(7)
        boek["Kwetsbaarheid"]["D1"] = "Waarden"
        boek["Zorgconsumptie"].delete_cols(5, 4)
        boek["Veerkracht"]["N1"] = "jaar"
        boek["Speerpunten"].merge_cells("A1:B1")
        boek["Gebied"].delete_rows(4)
        boek["Gebied"]["B5"] = None
    return lees(pad, het_kader).bevindingen


VERBOUWINGEN = [
    ("blad-ontbreekt", "Acties", "", "Het blad Acties is er niet", "Geef het blad de naam Acties"),
    ("blad-ontbreekt", "Gesprekken", "", "Het blad Gesprekken is er niet", "Is het misschien “Gespreken”?"),
    ("kolom-ontbreekt", "Bevolking", "", "De kolom Status is er niet", "Hoe zeker het cijfer is"),
    ("kolom-ontbreekt", "Kwetsbaarheid", "", "De kolom Waarde is er niet", "Is het misschien “Waarden”?"),
    ("kolom-ontbreekt", "Speerpunten", "", "De kolom Titel is er niet", "Zet in rij 1 een kolom"),
    ("kolom-dubbel", "Veerkracht", "N1", "De kolom Jaar staat hier voor de tweede keer", "Haal een van de twee weg"),
    ("verplicht-leeg", "Gebied", "", "Het veld Versie staat niet op dit blad", "Zet in de kolom Veld: Versie"),
    ("verplicht-leeg", "Gebied", "B5", "Het veld Opsteller is hier leeg", "geen naam"),
]


@pytest.mark.parametrize(("code", "blad", "cel", "tekst", "hulp"), VERBOUWINGEN)
def test_een_verbouwde_werkmap(
    verbouwd: tuple[Bevinding, ...], code: str, blad: str, cel: str, tekst: str, hulp: str
) -> None:
    (bevinding,) = [b for b in verbouwd if kort(b) == (code, blad, cel) and tekst in b.tekst]
    assert hulp in bevinding.hulp
    assert bevinding.plek.bestand == NAAM


def test_over_een_verbouwde_werkmap_wordt_niets_anders_gezegd(verbouwd: tuple[Bevinding, ...]) -> None:
    """A column that is not there is one finding, not one for each row; an optional column may be absent."""
    assert Counter(kort(b) for b in verbouwd) == Counter(rij[:3] for rij in VERBOUWINGEN)


def test_een_gemeente_met_delen_heeft_genoeg_aan_het_blad_gebied(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path, "bergen")) as boek:
        for blad in set(boek.sheetnames) - {"Gebied"}:
            boek.remove(boek[blad])
        boek["Gebied"].title = "Gebiet"
    (bevinding,) = lees(pad, het_kader, "bergen").bevindingen
    assert kort(bevinding) == ("blad-ontbreekt", "Gebied", "")
    assert "Is het misschien “Gebiet”?" in bevinding.hulp


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
        return f"{self.blad}-{self.cel}-{self.inhoud}"


TEKENS = ". (onbekend), x (geheim), - (nihil), n.v.t., later of vervallen"

MISSERS = (
    # numbers
    Misser("Veerkracht", "D2", "ca. 12", "geen-getal", "kolom Waarde staat “ca. 12”", TEKENS),
    Misser("Veerkracht", "D3", "12 13", "geen-getal", "“12 13”", "zoals 12,5 of 1.290"),
    Misser("Veerkracht", "D4", "5%-7%", "geen-getal", "“5%-7%”", "kolom Opmerking"),
    Misser("Veerkracht", "D5", True, "geen-getal", "Dat is geen getal", "Vul alleen het getal in"),
    Misser("Bevolking", "D3", "3573 inwoners", "geen-getal", "kolom Aantal", TEKENS),
    Misser("Zorgconsumptie", "E2", ".", "geen-getal", "kolom Teller staat “.”", "Laat de cel dan leeg"),
    Misser("Gesprekken", "D3", "ongeveer 34", "geen-getal", "kolom Aantal", "Laat de cel dan leeg"),
    Misser("Acties", "G2", "PM", "geen-getal", "kolom Middelen staat “PM”", "nog niet vastgesteld"),
    Misser("Middelen", "C3", "x", "geen-getal", "kolom Bedrag", "nog niet vastgesteld"),
    Misser("Doelen", "E2", "onbekend", "geen-getal", "kolom Nulmeting", "eerst nulmeting"),
    Misser("Doelen", "I2", "40 of lager", "geen-getal", "kolom Streefwaarde", "Laat de cel dan leeg"),
    # years and dates
    Misser("Veerkracht", "C6", "2020/2021", "geen-jaar", "kolom Jaar staat “2020/2021”", "zoals 2026"),
    Misser("Veerkracht", "C7", 2020.5, "geen-jaar", "Dat is geen jaar", "vier cijfers"),
    Misser("Veerkracht", "C12", 1899, "geen-jaar", "“1899”", "vier cijfers"),
    Misser("Veerkracht", "C13", 2200, "geen-jaar", "“2200”", "vier cijfers"),
    Misser("Middelen", "B2", 27, "geen-jaar", "“27”", "vier cijfers"),
    Misser("Doelen", "F3", "vorig jaar", "geen-jaar", "kolom Nulmeting jaar", "zoals 2026"),
    Misser("Gesprekken", "A2", "31-2-2026", "geen-datum", "kolom Datum staat “31-2-2026”", "zoals 16-11-2026"),
    Misser("Gesprekken", "A3", "voorjaar 2026", "geen-datum", "“voorjaar 2026”", "zoals 16-11-2026"),
    Misser("Gebied", "B5", "november", "geen-datum", "Datum staat “november”", "zoals 16-11-2026"),
    # choices
    Misser("Veerkracht", "A8", "Voelt zich eenzam", "onbekende-keuze", "lijst met indicatoren", "“Voelt zich eenzaam”"),
    Misser("Veerkracht", "B9", "Heilo", "onbekende-keuze", "lijst met regio's", "“Heiloo”"),
    Misser("Veerkracht", "B10", "Bergen", "onbekende-keuze", "“Bergen”", "Kies uit: Heiloo; Blockhovepark;"),
    Misser("Veerkracht", "K11", "zeker", "onbekende-keuze", "lijst met status cijfer", "definitief; voorlopig"),
    Misser("Speerpunten", "F2", "Oudren; Jongeren", "onbekende-keuze", "staat “Oudren”", "Bedoelt u “Ouderen”?"),
    Misser("Speerpunten", "G3", "Inclusie; Eenzaamhied", "onbekende-keuze", "“Eenzaamhied”", "“Eenzaamheid”"),
    Misser("Speerpunten", "I4", "Sport", "onbekende-keuze", "lijst met bouwstenen", "Kies uit: Verbondenheid"),
    Misser("Doelen", "B4", "Doet vrijwilligerswrk", "onbekende-keuze", "geen eenheid", "“Doet vrijwilligerswerk”"),
    Misser("Acties", "D3", "Regiseur", "onbekende-keuze", "lijst met rollen", "“Regisseur”"),
    Misser("Gebied", "B3", "af", "onbekende-keuze", "lijst met status plan", "concept; voorstel; vastgesteld"),
    # nothing where something is needed
    Misser("Speerpunten", "B3", None, "verplicht-leeg", "kolom Titel is hier leeg", "Wat we gaan doen"),
    Misser("Speerpunten", "F4", "  ", "verplicht-leeg", "kolom Doelgroep is hier leeg", "Voor wie"),
    Misser("Doelen", "E6", None, "verplicht-leeg", "kolom Nulmeting is hier leeg", "of: eerst nulmeting"),
    Misser("Gesprekken", "A8", None, "verplicht-leeg", "kolom Datum is hier leeg", "Wanneer het gesprek was"),
    # what Excel leaves behind
    Misser("Kwetsbaarheid", "D2", "=D3*2", "formule-zonder-waarde", "(=D3*2)", "sla haar op"),
    Misser("Kwetsbaarheid", "D4", "#REF!", "foutwaarde", "Excel-fout #REF!", "Herstel de formule"),
    Misser("Kwetsbaarheid", "C5", "#N/A", "foutwaarde", "kolom Jaar staat de Excel-fout #N/A", "Herstel"),
    Misser("Speerpunten", "C2", "=A2", "formule-zonder-waarde", "kolom Opgave", "vul de uitkomst zelf in"),
    Misser("Doelen", "G2", "=E2", "formule-zonder-waarde", "kolom Tussenmeting", "sla haar op"),
    Misser("Gebied", "B2", "#VALUE!", "foutwaarde", "Planjaar staat de Excel-fout #VALUE!", "vul de waarde zelf in"),
)


def maak_missers(pad: Path) -> None:
    with geopend(pad) as boek:
        for misser in MISSERS:
            boek[misser.blad][misser.cel] = misser.inhoud


@pytest.fixture(scope="module")
def met_missers(tmp_path_factory: pytest.TempPathFactory, het_kader: Kader) -> Gelezen:
    maak_missers(pad := kopie(tmp_path_factory.mktemp("missers")))
    return lees(pad, het_kader)


@pytest.mark.parametrize("misser", MISSERS, ids=str)
def test_een_misser_wordt_gemeld(met_missers: Gelezen, misser: Misser) -> None:
    gevonden = [b for b in met_missers.bevindingen if kort(b) == (misser.code, misser.blad, misser.cel)]
    (bevinding,) = gevonden
    assert misser.tekst in bevinding.tekst
    assert misser.hulp in bevinding.hulp


def test_alle_missers_en_niets_anders(met_missers: Gelezen) -> None:
    verwacht = {(misser.code, misser.blad, misser.cel) for misser in MISSERS}
    assert sorted(kort(b) for b in met_missers.bevindingen) == sorted(verwacht)


def test_wat_niet_te_lezen_is_verzint_niemand(met_missers: Gelezen) -> None:
    """A cell that could not be read is never a 0, a false choice or the value of another row."""
    data = met_missers.data
    eerste = next(c for c in data.bladen.cijfers if c.plekken["Waarde"].blad == "Veerkracht")
    assert (eerste.waarde, eerste.reden) == (None, Reden.ONBEKEND)
    assert data.speerpunten[0].doelgroepen == ("jongeren",)
    assert data.speerpunten[2].bouwsteen == ""
    assert (data.kop.datum, data.kop.planjaar, data.kop.status) == (dt.date.min, 0, "")
    assert (data.acties[0].middelen, data.middelen[0].jaar) == (None, 0)


def test_de_gebruiker_ziet_alles_in_een_keer(gebieden: Path) -> None:
    """Every mistake of the table is in one report of the real command, each with its place."""
    maak_missers(gebieden / "heiloo" / "2027.xlsx")
    mappen = build.Mappen(gebieden, (gebieden,), gebieden / "uit", gebieden / "uit")
    verslag = rapport(build.controleer(mappen, "heiloo", 2027))
    per_blad = {stuk.split("\n", 1)[0]: stuk for stuk in verslag.split("  Blad ")}
    for misser in MISSERS:
        assert f"FOUT · cel {misser.cel} [{misser.code}]" in per_blad[misser.blad]


def test_een_cel_die_niet_in_het_bestand_staat_is_ook_leeg(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek["Risico's"].append(["Een risico zonder maatregel"])
    (bevinding,) = lees(pad, het_kader).bevindingen
    assert kort(bevinding) == ("verplicht-leeg", "Risico's", "B5")


# -- numbers and signs


GETALLEN: tuple[tuple[object, str, float], ...] = (
    (54, "General", 54),
    ("12,5", "General", 12.5),
    ("12.5", "General", 12.5),
    ("0.125", "General", 0.125),
    ("1.290", "General", 1290),
    ("1.290,5", "General", 1290.5),
    ("1.234.567", "General", 1234567),
    ("1290.125", "General", 1290.125),
    ("12 500", "General", 12500),
    ("12\u00a0500", "General", 12500),
    ("€ 12.500", "General", 12500),
    ("€\u00a012.500,75", "General", 12500.75),
    ("12\u202f500", "General", 12500),
    ("1,290.50", "General", 1290.5),
    ("1,234,567", "General", 1234567),
    ("€ 12.500,-", "General", 12500),
    ("12.500,–", "General", 12500),
    ("'1290", "General", 1290),
    ("54%", "General", 54),
    (" 54,3 % ", "General", 54.3),
    ("0,5%", "General", 0.5),
    ("-3,5", "General", -3.5),
    ("−3", "General", -3),
    ("–3", "General", -3),
    (0.29, "0%", 29),
    (0.125, "0.0%", 12.5),
    (54, '0"%"', 54),
)

REDENEN: tuple[tuple[object, Reden], ...] = (
    (None, Reden.NIET_GEMETEN),
    ("  ", Reden.NIET_GEMETEN),
    (".", Reden.ONBEKEND),
    ("onbekend", Reden.ONBEKEND),
    ("x", Reden.GEHEIM),
    ("X ", Reden.GEHEIM),
    ("xx", Reden.GEHEIM),
    ("geheim", Reden.GEHEIM),
    (-99997, Reden.GEHEIM),
    ("n.b.", Reden.ONBEKEND),
    ("\u00a0x\u200b", Reden.GEHEIM),
    ("-", Reden.NIHIL),
    ("–", Reden.NIHIL),
    ("—", Reden.NIHIL),
    ("nihil", Reden.NIHIL),
    ("n.v.t.", Reden.NIET_VAN_TOEPASSING),
    ("Nvt", Reden.NIET_VAN_TOEPASSING),
    ("niet van toepassing", Reden.NIET_VAN_TOEPASSING),
    ("later", Reden.LATER),
    ("-99995", Reden.LATER),
    ("vervallen", Reden.VERVALLEN),
    (-99991.0, Reden.VERVALLEN),
)


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a cell of the column Waarde was read as."""

    waarde: float | None
    reden: Reden | None


@pytest.fixture(scope="module")
def gelezen_als(tmp_path_factory: pytest.TempPathFactory, het_kader: Kader) -> tuple[Uitkomst, ...]:
    """The outcome of every number and sign of the two tables, from one workbook."""
    cellen = [*((inhoud, formaat) for inhoud, formaat, _ in GETALLEN), *((teken, "General") for teken, _ in REDENEN)]
    with geopend(pad := kopie(tmp_path_factory.mktemp("getallen"))) as boek:
        blad = boek["Veerkracht"]
        for rij, (inhoud, formaat) in enumerate(cellen, start=2):
            # What stands there as a percentage is one; the rest is counted.
            procent = "%" in str(inhoud) or "%" in formaat
            indicator = "Voelt zich eenzaam" if procent else "Bewonersinitiatieven"
            for kolom, waarde in enumerate((indicator, "Heiloo", 2020, inhoud), start=1):
                blad.cell(rij, kolom).value = waarde
            blad.cell(rij, 4).number_format, blad.cell(rij, 11).value = formaat, "definitief"
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    return tuple(
        Uitkomst(c.waarde, c.reden) for c in gelezen.data.bladen.cijfers if c.plekken["Waarde"].blad == "Veerkracht"
    )


@pytest.mark.parametrize("nummer", range(len(GETALLEN)), ids=lambda n: repr(GETALLEN[n][:2]))
def test_een_getal_mag_op_zijn_nederlands(gelezen_als: tuple[Uitkomst, ...], nummer: int) -> None:
    assert gelezen_als[nummer] == Uitkomst(GETALLEN[nummer][2], None)


@pytest.mark.parametrize(
    ("blad", "indicator", "inhoud", "gelezen", "code"),
    [
        ("Veerkracht", "Voelt zich eenzaam", "1.290", 1.29, "getal-dubbelzinnig"),
        ("Veerkracht", "Voelt zich eenzaam", "1,290", 1.29, ""),
        ("Veerkracht", "Voelt zich eenzaam", "12.500", 12.5, "getal-dubbelzinnig"),
        ("Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", "54.250", 54.25, "getal-dubbelzinnig"),
        ("Veerkracht", "Bewonersinitiatieven", "1.290", 1290, ""),
        ("Veerkracht", "Bewonersinitiatieven", "1,290", 1290, "getal-dubbelzinnig"),
        ("Veerkracht", "Voelt zich eenzaam", "0,125", 0.125, "procent-als-deel"),
        ("Veerkracht", "Voelt zich eenzaam", 0.42, 0.42, "procent-als-deel"),
    ],
)
def test_de_eenheid_zegt_wat_een_dubbelzinnig_getal_is(
    tmp_path: Path, het_kader: Kader, blad: str, indicator: str, inhoud: object, gelezen: float, code: str
) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek[blad]["A2"], boek[blad]["D2"], boek[blad]["D2"].number_format = indicator, inhoud, "General"
    uitkomst = lees(pad, het_kader)
    cijfer = next(c for c in uitkomst.data.bladen.cijfers if c.plekken["Waarde"] == Plek(NAAM, blad=blad, cel="D2"))
    assert cijfer.waarde == gelezen
    assert [(kort(b), b.ernst) for b in uitkomst.bevindingen] == ([((code, blad, "D2"), Ernst.LET_OP)] if code else [])


@pytest.mark.parametrize("nummer", range(len(REDENEN)), ids=lambda n: repr(REDENEN[n][0]))
def test_een_teken_zegt_waarom_er_geen_cijfer_is(gelezen_als: tuple[Uitkomst, ...], nummer: int) -> None:
    assert gelezen_als[len(GETALLEN) + nummer] == Uitkomst(None, REDENEN[nummer][1])


def test_voor_elke_reden_is_er_een_teken() -> None:
    assert {reden for _, reden in REDENEN} == set(Reden)


def test_een_lege_waarde_met_teller_en_noemer_mist_niet(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        blad = boek["Zorgconsumptie"]
        blad["D2"], blad["E2"], blad["F2"] = None, "1.290", 23968
        blad["D3"], blad["E3"], blad["F3"] = None, 160, None
        blad["D4"], blad["E4"], blad["F4"] = "x", 5, 100
    cijfers = [c for c in lees(pad, het_kader).data.bladen.cijfers if c.plekken["Waarde"].blad == "Zorgconsumptie"][:3]
    assert [(c.waarde, c.reden, c.teller, c.noemer) for c in cijfers] == [
        (None, None, 1290, 23968),
        (None, Reden.NIET_GEMETEN, 160, None),
        (None, Reden.GEHEIM, 5, 100),
    ]


# -- words, dates, choices


def test_een_datum_op_elke_gewone_manier(tmp_path: Path, het_kader: Kader) -> None:
    manieren: tuple[object, ...] = (
        "3-1-2026",
        "03-01-2026",
        "3/1/2026",
        " 3.1.2026 ",
        "2026-1-3",
        "2026-01-03",
        dt.datetime(2026, 1, 3),
    )
    manieren += ("3 januari 2026", "zaterdag 3 Januari 2026", "3 jan. 2026", "3-jan-2026", "za 3 jan 2026", "'3-1-2026")
    manieren += ("3–1–2026", "3 - 1 - 2026", "2026-01-03T00:00:00", "2026-01-03 00:00", "3\u00a0januari\u00a02026")
    with geopend(pad := kopie(tmp_path)) as boek:
        gesprekken = boek["Gesprekken"]
        for rij, datum in enumerate(manieren, start=2):
            for cel in gesprekken[2]:
                gesprekken.cell(rij, cel.column).value = cel.value
            gesprekken.cell(rij, 1).value = datum
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    assert {gesprek.datum for gesprek in gelezen.data.gesprekken} == {dt.date(2026, 1, 3)}


def test_woorden_zoals_iemand_ze_typt(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek["Gebied"]["B4"] = 1
        boek["Gebied"]["B6"] = "  De\nambassadeur  "
        boek["Veerkracht"]["J2"] = dt.datetime(2022, 1, 31)
        boek["Gesprekken"]["G2"] = "H1, H2 ;H3"
        boek["Casus"]["B2"] = "Eerste alinea.\n\n*Tweede* alinea.\n"
    data = lees(pad, het_kader).data
    assert (data.kop.versie, data.kop.opsteller) == ("1", "De ambassadeur")
    assert next(c for c in data.bladen.cijfers if c.plekken["Waarde"].blad == "Veerkracht").peildatum == "31-1-2022"
    assert data.gesprekken[0].speerpunten == ("H1", "H2", "H3")
    assert data.casussen[0].tekst == "Eerste alinea.\n\n*Tweede* alinea."


def test_een_keuze_mag_onder_elke_naam(tmp_path: Path, het_kader: Kader) -> None:
    """By name, id, alias or code, in any case; more of them with ; or a line between; each once."""
    with geopend(pad := kopie(tmp_path)) as boek:
        boek["Speerpunten"]["F2"] = "ouderen; MANTELZORGERS\nJeugd; ; Ouderen"
        boek["Speerpunten"]["G2"] = "gezondheid"
        for rij, regio in enumerate(("GM0399", "heiloo", "WK039904", "Wijk 04 Heiloo-West", "heiloo-west "), start=2):
            boek["Veerkracht"].cell(rij, 2).value = regio
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    assert gelezen.data.speerpunten[0].doelgroepen == ("ouderen", "mantelzorgers", "jongeren")
    assert gelezen.data.speerpunten[0].themas == ("positieve-gezondheid",)
    regios = [c.regio for c in gelezen.data.bladen.cijfers if c.plekken["Waarde"].blad == "Veerkracht"]
    assert regios[:5] == ["heiloo", "heiloo", "WK039904", "WK039904", "WK039904"]


def test_een_doel_heeft_een_indicator_van_het_kader_of_een_eigen(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek["Doelen"]["B2"], boek["Doelen"]["C2"] = "eenzaam", "mensen"
        boek["Doelen"]["E6"] = " Eerst  NULMETING"
        boek["Acties"]["G2"] = "Nog niet  vastgesteld"
        boek["Acties"]["G3"] = "€ 12.000"
    gelezen = lees(pad, het_kader)
    assert gelezen.bevindingen == ()
    kader_doel, eigen_doel, *_, laatste = gelezen.data.doelen
    assert (kader_doel.indicator, kader_doel.naam, kader_doel.eenheid) == ("eenzaam", "Voelt zich eenzaam", "procent")
    assert (eigen_doel.indicator, eigen_doel.eenheid) == ("", "bezoekers")
    assert (laatste.eerst_nulmeting, laatste.nulmeting, kader_doel.eerst_nulmeting) == (True, None, False)
    assert [a.middelen for a in gelezen.data.acties[:2]] == [None, 12000]


# -- the reference workbook


def test_de_referentie_gaat_over_gemeenten_en_het_land(gebieden: Path, het_kader: Kader) -> None:
    pad = gebieden / "referentie.xlsx"
    with geopend(pad) as boek:
        boek["Veerkracht"]["B2"] = "Heiloo-West"
        boek["Veerkracht"]["B3"] = "nederland"
        boek["Veerkracht"]["B4"] = "GM0373"
    boek = werkmap.read(pad, "referentie.xlsx", lezen.cijferbladnamen(het_kader))
    bladen, (bevinding,) = lezen.read_referentie(boek, het_kader)
    assert (*kort(bevinding), bevinding.plek.bestand) == ("onbekende-keuze", "Veerkracht", "B2", "referentie.xlsx")
    assert [c.regio for c in bladen.cijfers if c.plekken["Waarde"].blad == "Veerkracht"][:3] == [
        "",
        "Nederland",
        "bergen",
    ]


def test_voor_een_vergelijking_worden_alleen_de_cijfers_gelezen(tmp_path: Path, het_kader: Kader) -> None:
    with geopend(pad := kopie(tmp_path)) as boek:
        boek["Speerpunten"]["F2"] = "bestaat niet"
        boek["Veerkracht"]["D2"] = "ca. 12"
    gebied = het_kader.gebied("heiloo")
    boek = werkmap.read(pad, NAAM, lezen.cijferbladnamen(het_kader))
    bladen, bevindingen = lezen.read_cijfers(boek, het_kader, gebied)
    assert [kort(b) for b in bevindingen] == [("geen-getal", "Veerkracht", "D2")]
    assert bladen.bevolking == lees(GEBIEDEN / NAAM, het_kader).data.bladen.bevolking
