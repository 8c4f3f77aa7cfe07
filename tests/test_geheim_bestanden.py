"""What is hidden, in the files themselves: a marked folder is built whole, searched byte by byte, and attacked."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import docx
import pikepdf
import pypdf
import pytest
from aanvaller import Aanvaller, Getal
from conftest import WORTEL
from lxml import html
from openpyxl import Workbook, load_workbook
from PIL import Image
from test_geheim import smalste

from gebiedsplan import build, kader, taal
from gebiedsplan.bevinding import Ernst, GebiedsplanFout, fouten
from gebiedsplan.build import Mappen, Opties, preventiekaart, uitvoering, vergelijken, vergelijking
from gebiedsplan.geheim.model import Patroon, maat_van
from gebiedsplan.geheim.teksten import Genoemd, van_regios
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
NOEMER = 2000
TELJAAR, WMOJAAR = 2022, 2021


class Gebouwd(NamedTuple):
    """A folder of workbooks, everything that was made of it, and what must not be in that."""

    gebieden: Path
    uit: Path
    figuren: Path
    patroon: Patroon

    def bestanden(self) -> list[Path]:
        return sorted(pad for map_ in (self.uit, self.figuren) for pad in map_.rglob("*") if pad.is_file())


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
            zet(boek, "Veerkracht", eenzaam, {"Waarde": 63.6364, "Teller": 7, "Noemer": 11})
            zet(boek, "Doelen", {"Speerpunt": "H1", "Indicator": NAAM_EENZAAM}, {"Nulmeting": 63.6364})
    for pad in sorted(gebieden.glob("*/20*.xlsx")):
        with werkmap(pad) as boek:
            for groep, aantal in INWONERS.get(pad.parent.name, {}).items():
                regio = KADER.gebied(pad.parent.name).naam
                sleutel = {"Leeftijdsgroep": groep, "Regio": regio, "Jaar": TELJAAR}
                zet(boek, "Bevolking", sleutel, {"Aantal": aantal})
            tel_op(boek)
    alles_in_bergen(gebieden)


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


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Gebouwd:
    """Plans of two years, papers, comparisons of one area and of all, and the page that shows all."""
    naar = tmp_path_factory.mktemp("geheim")
    gebieden = Path(shutil.copytree(WORTEL / "gebieden", naar / "gebieden"))
    merk(gebieden)
    mappen = Mappen(gebieden, (WORTEL / "templates",), naar / "build", naar / "figures")
    build.voorstel(mappen, "heiloo", 2027)
    build.maak(mappen, "bergen", 2027)
    build.maak(mappen, "egmond", 2027, Opties(bewerkbare_grafieken=True))
    build.maak(mappen, "schoorl", 2027)
    build.maak(mappen, "heiloo", 2026, Opties(bewerkbare_grafieken=True))
    build.maak(mappen, "egmond", 2026)
    vergelijken.jaren(mappen, "heiloo", 2026, 2027)
    vergelijken.jaren(mappen, "egmond", 2026, 2027)
    vergelijking.maak(mappen, 2027, Opties(bewerkbare_grafieken=True))
    return Gebouwd(gebieden, mappen.uit, mappen.figuren, Lezer(gebieden).patroon())


# -- a search in every byte


def geheimen(gebieden: Path, patroon: Patroon) -> set[str]:
    """Every way to write a hidden value that nothing else is written as, as far as it can be told from a coordinate."""
    waarden: set[float] = set()
    open_: set[float] = set()
    for _, bladen in Lezer(gebieden).edities():
        for c in bladen.cijfers:
            getallen = {g for g in (c.waarde, c.teller, c.ondergrens, c.bovengrens) if g is not None}
            if c.teller is not None and c.noemer:
                factor = 1000 if KADER.indicator(c.indicator).eenheid == "per_1000" else 100
                getallen.add(c.teller / c.noemer * factor)
            (waarden if (c.indicator, c.regio, c.jaar) in patroon.verborgen else open_).update(getallen)
        for g in bladen.bevolking:
            hier = waarden if (maat_van(g.groep), g.regio, g.jaar) in patroon.verborgen else open_
            hier.update({g.aantal} if g.aantal is not None else set())
    vormen = {vorm for waarde in waarden for vorm in schrijfwijzen(waarde)}
    # Words in the remarks are numbers that stand nowhere else.
    vormen |= {"8,2758", "12,4346"}
    return vormen - {vorm for waarde in open_ for vorm in schrijfwijzen(waarde)}


def schrijfwijzen(waarde: float) -> Iterator[str]:
    for decimalen in range(5):
        nederlands = taal.getal(waarde, decimalen)
        for vorm in (nederlands, nederlands.replace(".", ""), f"{waarde:.{decimalen}f}"):
            cijfers = len(re.sub(r"\D", "", vorm).strip("0"))
            if cijfers >= (3 if "," in vorm else 4):
                yield vorm


def stukken(naam: str, inhoud: bytes) -> Iterator[tuple[str, bytes]]:
    """A file as it is, and all that is packed in it, also what a chart or a picture brings along."""
    yield naam, inhoud
    if inhoud.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            for deel in pakket.namelist():
                yield from stukken(f"{naam}!{deel}", pakket.read(deel))
    elif inhoud.startswith(b"%PDF"):
        tekst = "\n".join(bladzij.extract_text() for bladzij in pypdf.PdfReader(io.BytesIO(inhoud)).pages)
        yield f"{naam}!tekst", tekst.encode()
        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            # Words in it are drawn as numbers of letters; alt texts and titles are words.
            for n, deel_ in enumerate(pdf.objects):
                if isinstance(deel_, pikepdf.Dictionary):
                    woorden = [str(waarde) for waarde in deel_.values() if isinstance(waarde, pikepdf.String)]
                    yield f"{naam}!{n}", " ".join(woorden).encode()
    elif inhoud.startswith(b"\x89PNG"):
        with Image.open(io.BytesIO(inhoud)) as plaat:
            yield f"{naam}!info", str(plaat.info).encode()


# The outlines of letters and marks in a drawing: whole numbers that mean nothing. A bar has its id beside it.
LETTERVORMEN = re.compile(rb"\bd=\"[^\"]*\"")


def gevonden(bestanden: Iterable[Path], vormen: Iterable[str]) -> list[tuple[str, str]]:
    patroon = re.compile(
        rb"(?<![\d.,#])(?:" + b"|".join(sorted(re.escape(v.encode()) for v in vormen)) + rb")(?!\d|[.,]\d)"
    )
    return [
        (naam, treffer[0].decode())
        for pad in bestanden
        for naam, inhoud in stukken(pad.name, pad.read_bytes())
        if not naam.endswith((".png", ".ttf"))
        for treffer in patroon.finditer(LETTERVORMEN.sub(b"", inhoud))
    ]


def test_the_pattern_of_the_marked_folder(gebouwd: Gebouwd) -> None:
    """What is small, and beside each of it something that is not; the total of a gemeente stays."""
    verborgen = gebouwd.patroon.verborgen
    wmo = sorted(regio for maat, regio, jaar in verborgen if (maat, jaar) == (WMO, WMOJAAR))
    assert "WK039907" in wmo
    assert len(wmo) == 2
    assert (EENZAAM, "heiloo", 2020) in verborgen
    inwoners = {(maat, regio) for maat, regio, jaar in verborgen if jaar == TELJAAR}
    assert (maat_van("15-25"), "egmond") in inwoners
    # Another age group of Egmond, and those same two of another part of Bergen: a rectangle.
    assert len(inwoners) == 4
    assert not any(regio in ("bergen", "heiloo") for _, regio in inwoners)
    assert (gebouwd.patroon.totalen, gebouwd.patroon.onbeschermd) == (frozenset(), frozenset())


def test_no_hidden_value_is_in_any_file(gebouwd: Gebouwd) -> None:
    vormen = geheimen(gebouwd.gebieden, gebouwd.patroon)
    # The one that is small, its correction, its bounds, the survey, and numbers that are only hidden for others.
    assert {"4,14", "4.1379", "6.2173", "6,22", "1.7823", "6,49", "63,6", "63.6364"} <= vormen
    verborgen = {(maat.partition(":")[2], regio) for maat, regio, jaar in gebouwd.patroon.verborgen if jaar == TELJAAR}
    samen = {INWONERS[regio][groep] for groep, regio in verborgen if groep in INWONERS.get(regio, {})} - {7}
    assert len(samen) == 3
    assert {taal.getal(aantal) for aantal in samen} <= vormen
    soorten = {pad.suffix for pad in gebouwd.bestanden()}
    assert {".docx", ".html", ".md", ".json", ".txt", ".svg", ".png"} <= soorten
    assert set(gevonden(gebouwd.bestanden(), vormen)) == set()


@pytest.mark.libreoffice
@pytest.mark.pango
def test_no_hidden_value_is_in_a_pdf_or_odt(gebouwd: Gebouwd, tmp_path: Path) -> None:
    mappen = Mappen(gebouwd.gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    gemaakt = build.voorstel(mappen, "heiloo", 2027, Opties(formaten=frozenset({"pdf", "odt"})))
    bestanden = [pad for pad in gemaakt.paden if pad.suffix in (".pdf", ".odt")]
    assert Counter(pad.suffix for pad in bestanden) == {".pdf": 4, ".odt": 4}
    assert gevonden(bestanden, geheimen(gebouwd.gebieden, gebouwd.patroon)) == []


def test_the_search_finds_what_is_shown(gebouwd: Gebouwd) -> None:
    """A wijk that is not hidden, in the text, the table and the chart of a plan: the search is not blind."""
    getoond = gevonden(gebouwd.bestanden(), ["37.199", "37199"])
    namen = {Path(naam.split("!")[0]).suffix for naam, _ in getoond}
    assert {".docx", ".html", ".md"} <= namen


# -- an attack on what can be read


def tabellen(pad: Path) -> Iterator[list[list[str]]]:
    """The tables of a document as rows of words, whatever the format."""
    match pad.suffix:
        case ".docx":
            for tabel in docx.Document(str(pad)).tables:
                yield [[cel.text.strip() for cel in rij.cells] for rij in tabel.rows]
        case ".html":
            for element in html.fromstring(pad.read_text("utf-8")).iter("table"):
                yield [
                    ["".join(map(str, cel.itertext())).strip() for cel in rij if cel.tag in ("td", "th")]
                    for rij in element.iter("tr")
                ]
        case ".md":
            for blok in re.findall(r"(?:^\|.*\n)+", pad.read_text("utf-8"), re.MULTILINE):
                yield [[cel.strip() for cel in regel.strip("| \n").split("|")] for regel in blok.splitlines()]


REGIO = {g.naam: g.slug for g in KADER.gebieden} | {w.naam: w.code for w in KADER.gebied("heiloo").wijken}
GROEP = {
    "jonger dan 15 jaar": "0-15",
    "15 tot 25 jaar": "15-25",
    "25 tot 45 jaar": "25-45",
    "45 tot 65 jaar": "45-65",
    "65 jaar of ouder": "65+",
    "Alle inwoners": "Totaal",
}


def gelezen(pad: Path) -> Iterator[tuple[Getal, float, float]]:
    """Every count that a reader finds in a document: which, and between what it lies when it was rounded."""
    for kop, *rijen in tabellen(pad):
        if kop[0] == "Leeftijd" and not any("%" in k for k in kop):
            for groep, *aantallen in rijen:
                for regio, tekst in zip(kop[1:], aantallen, strict=True):
                    if (aantal := getal(tekst)) is not None and regio in REGIO:
                        yield (maat_van(GROEP[groep]), REGIO[regio]), aantal, aantal
        for n, naam in enumerate(kop):
            if naam.startswith(NAAM_WMO) and str(WMOJAAR) in naam and kop[0] == "Wijk":
                for rij in rijen:
                    if (deel := getal(rij[n])) is not None and rij[0] in REGIO:
                        yield (WMO, REGIO[rij[0]]), (deel - 0.5) * NOEMER / 1000, (deel + 0.5) * NOEMER / 1000


def getal(tekst: str) -> float | None:
    kaal = tekst.replace("\\", "").replace(".", "").replace(",", ".")
    return float(kaal) if re.fullmatch(r"\d+(?:\.\d+)?", kaal) else None


@pytest.mark.parametrize("soort", [".docx", ".html", ".md"])
def test_no_hidden_number_can_be_calculated_from_the_files(gebouwd: Gebouwd, soort: str) -> None:
    aanvaller = Aanvaller(smalste(KADER, LEEFTIJDEN))
    geleerd: set[Getal] = set()
    for pad in (pad for pad in gebouwd.bestanden() if pad.suffix == soort):
        for wat, laag, hoog in gelezen(pad):
            # The rate is of a count that was rounded to fives.
            marge = 2.5 if wat[0] == WMO else 0.0
            aanvaller.leert(wat, laag - marge, hoog + marge)
            geleerd.add(wat)
    # The CBS has the gemeente: what the plan says in a rate, and to the person.
    aanvaller.leert((WMO, "heiloo"), sum(WIJKEN.values()), sum(WIJKEN.values()))
    assert {(WMO, "WK039903"), (maat_van("65+"), "egmond"), (maat_van("15-25"), "bergen")} <= geleerd
    verborgen = {(maat, regio) for maat, regio, jaar in gebouwd.patroon.verborgen if jaar in (TELJAAR, WMOJAAR)}
    assert not verborgen & geleerd
    for wat in sorted(verborgen):
        laag, hoog = aanvaller.tussen(wat)
        assert hoog - laag >= KADER.geheimhouding.bandbreedte, (wat, laag, hoog)


# -- what a person writes


@pytest.mark.parametrize(
    ("tekst", "ernst"),
    [
        ("In Heiloo-Oost kregen acht inwoners hulp uit de Wmo.", Ernst.FOUT),
        ("De Wmo: 8 mensen in Oost.", Ernst.FOUT),
        ("Een Wmo-voorziening hadden 6,22 op de duizend.", Ernst.FOUT),
        ("Het waren er acht.", Ernst.LET_OP),
        ("Er kwamen 8 bezoekers. Over de Wmo ging het niet.", Ernst.LET_OP),
        ("Op 8 mei praten we over de Wmo.", None),
        ("In de Wmo is het 8e artikel belangrijk, van 8.00 uur tot 8:30 uur, voor € 8.", None),
        ("In Heiloo-Midden kregen 275 inwoners hulp uit de Wmo.", None),
    ],
)
def test_a_text_that_names_what_is_hidden(gebouwd: Gebouwd, tekst: str, ernst: Ernst | None) -> None:
    geheimen_ = van_regios(KADER, Lezer(gebouwd.gebieden).edities(), gebouwd.patroon, {"WK039907"})
    hoe = [h for geheim in geheimen_ if (h := geheim.in_tekst(tekst))]
    verwacht = {Ernst.FOUT: [Genoemd.CIJFER], Ernst.LET_OP: [Genoemd.GETAL], None: []}
    assert hoe == verwacht[ernst]


def test_controleer_says_in_which_cell_without_the_number(gebouwd: Gebouwd, tmp_path: Path) -> None:
    gebieden = Path(shutil.copytree(gebouwd.gebieden, tmp_path / "gebieden"))
    with werkmap(gebieden / "heiloo" / "2027.xlsx") as boek:
        boek["Teksten"]["B2"].value = "In Heiloo-Oost kregen acht inwoners hulp uit de Wmo."
        boek["Gesprekken"]["E2"].value = "Acht bezoekers vroegen om een bankje."
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    gevonden_ = [b for b in build.controleer(mappen, "heiloo", 2027) if b.code == "geheim-in-tekst"]
    erg = {(b.plek.blad, b.ernst) for b in gevonden_}
    assert {("Teksten", Ernst.FOUT), ("Gesprekken", Ernst.LET_OP)} <= erg
    assert [b.plek.cel for b in gevonden_ if b.plek.blad == "Gesprekken"] == ["E2"]
    assert all("acht" not in b.tekst and "8" not in b.tekst for b in gevonden_)
    with pytest.raises(GebiedsplanFout, match="cijfer dat geheim is"):
        build.maak(mappen, "heiloo", 2027)


def test_no_action_and_no_activity_names_what_is_hidden(gebouwd: Gebouwd, tmp_path: Path) -> None:
    """The agenda and the preventiekaart hold no figures, but words of the same workbooks."""
    gebieden = Path(shutil.copytree(gebouwd.gebieden, tmp_path / "gebieden"))
    zin = "In Heiloo-Oost kregen acht inwoners hulp uit de Wmo."
    with werkmap(gebieden / "heiloo" / "2027.xlsx") as boek:
        for blad, kop in (("Acties", "Resultaat"), ("Aanbod", "Activiteit")):
            kolom = next(cel.column for cel in boek[blad][1] if cel.value == kop)
            boek[blad].cell(2, kolom).value = zin
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    with pytest.raises(GebiedsplanFout, match="cijfer dat geheim is"):
        uitvoering.van_gebied(mappen, "heiloo", 2027)
    kaart = preventiekaart.maak(mappen)
    genoemd = [b for b in fouten(kaart.bevindingen) if b.code == "geheim-in-tekst"]
    assert [(b.plek.blad, b.plek.cel) for b in genoemd] == [("Aanbod", "A2")]
    assert zin not in kaart.paden[0].read_text("utf-8")
