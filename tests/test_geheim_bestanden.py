"""What is hidden, in the files themselves: a marked folder is built whole, searched byte by byte, and attacked."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pypdf
import pytest
from aanvaller import Aanvaller, Getal
from conftest import WORTEL, gemaakt_in
from gemerkt import (
    EENZAAM,
    INWONERS,
    KADER,
    LEEFTIJDEN,
    NAAM_WMO,
    NOEMER,
    TELJAAR,
    WIJKEN,
    WMO,
    WMOJAAR,
    Gebouwd,
    bouw,
    merk,
    verwissel,
    werkmap,
)
from lxml import html
from openpyxl import load_workbook
from PIL import Image
from test_geheim import smalste

from gebiedsplan import build, taal
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build import Mappen, Opties, preventiekaart, producten, stand, uitvoering
from gebiedsplan.cijfers.interval import wilson
from gebiedsplan.geheim.model import Patroon, maat_van
from gebiedsplan.geheim.teksten import Genoemd, van_regios
from gebiedsplan.inlezen import Lezer


@pytest.fixture(scope="module")
def gebouwd(tmp_path_factory: pytest.TempPathFactory) -> Gebouwd:
    """Everything that can be made of a folder with marked small numbers."""
    map_ = tmp_path_factory.mktemp("geheim")
    shutil.copytree(WORTEL / "gebieden", map_ / "gebieden")
    merk(map_ / "gebieden")
    return bouw(map_)


# -- the same files, whatever is hidden


def test_with_other_hidden_numbers_every_file_is_the_same(
    gebouwd: Gebouwd, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What does not depend on a hidden number can not tell it: no word, bar, dot, length, date or count of findings.

    Of sums that are known, people move from one hidden number to another. What is remembered of each build is of its
    own folder. A chart that is the same to the last number is not drawn again, as in every second build.
    """
    map_ = shutil.copytree(gebouwd.uit.parent, tmp_path_factory.mktemp("tweeling") / "map")
    verwissel(map_ / "gebieden")
    tweeling = bouw(map_)
    assert tweeling.patroon.verborgen == gebouwd.patroon.verborgen
    for een, ander in ((gebouwd.uit, tweeling.uit), (gebouwd.figuren, tweeling.figuren)):
        deze, die = gemaakt_in(een), gemaakt_in(ander)
        assert deze.keys() == die.keys()
        assert [naam for naam in deze if deze[naam] != die[naam]] == []


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
    # 8 x 4.800, and 20% and 50% of that less 5.000: who divides finds eight.
    vormen |= {vorm for bedrag in (38_400, 2_680, 14_200) for vorm in schrijfwijzen(bedrag)}
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
    assert {".docx", ".html", ".md", ".json", ".txt", ".svg", ".png", ".xlsx", ".ics"} <= soorten
    assert set(gevonden(gebouwd.bestanden(), vormen)) == set()


@pytest.mark.libreoffice
@pytest.mark.pango
def test_no_hidden_value_is_in_a_pdf_or_odt(gebouwd: Gebouwd, tmp_path: Path) -> None:
    # Beside what was made before, so that nothing is drawn twice.
    map_ = Path(shutil.copytree(gebouwd.uit.parent, tmp_path / "map"))
    mappen = Mappen(gebouwd.gebieden, (WORTEL / "templates",), map_ / "build", map_ / "figures")
    gemaakt = build.maak(mappen, "heiloo", 2027, Opties(formaten=frozenset({"pdf", "odt"})))
    bestanden = [pad for pad in gemaakt.paden if pad.suffix in (".pdf", ".odt")]
    assert Counter(pad.suffix for pad in bestanden) == {".pdf": 2, ".odt": 2}
    assert gevonden(bestanden, geheimen(gebouwd.gebieden, gebouwd.patroon)) == []


def test_the_search_finds_what_is_shown(gebouwd: Gebouwd) -> None:
    """A wijk that is not hidden, in the text, the table and the chart of a plan: the search is not blind."""
    getoond = gevonden(gebouwd.bestanden(), ["37.199", "37199"])
    namen = {Path(naam.split("!")[0]).suffix for naam, _ in getoond}
    assert {".docx", ".html", ".md"} <= namen


def test_a_fingerprint_is_taken_of_what_may_be_shown(gebouwd: Gebouwd) -> None:
    """It stands among what is published: of all but one small number, that number would be guessed."""
    vormen = geheimen(gebouwd.gebieden, gebouwd.patroon)
    lezer = Lezer(gebouwd.gebieden)
    for slug in ("heiloo", "egmond"):
        gelezen_ = lezer.lees_plan(slug, 2027)
        ruw, te_tonen = (set(re.findall(r"[\d.]+", repr(alles))) for alles in (gelezen_, producten.te_tonen(gelezen_)))
        assert vormen & ruw
        assert vormen & te_tonen == set()


def test_what_is_remembered_does_not_say_where_a_hidden_number_stands() -> None:
    plek = Plek("heiloo/2027.xlsx", "Gesprekken", "E2")
    gevonden_ = Bevinding("geheim-in-tekst", plek, "Gelijk aan ‘Wmo in Heiloo-Oost’.", "Kijk.", Ernst.LET_OP)
    onthouden = stand.als_json(stand.Stand("", {}, (gevonden_,))).decode()
    assert not re.search("E2|Gesprekken|Oost", onthouden)
    assert "heiloo/2027.xlsx" in onthouden


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
        case ".xlsx":
            for blad in load_workbook(pad):
                rijen = [["" if cel is None else als_tekst(cel) for cel in rij] for rij in blad.values]
                # Above a table stand lines, and below its header no cell is empty.
                kop = next((n for n, rij in enumerate(rijen) if len(rij) > 1 and all(rij)), None)
                if kop is not None:
                    yield rijen[kop:]


def als_tekst(cel: object) -> str:
    return taal.getal(cel, 2) if isinstance(cel, float) else str(cel)


WIJKCODES = {w.code for w in KADER.gebied("heiloo").wijken}
NAAM_BIJSTAND = "Heeft een bijstandsuitkering"
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
    """Every count that a reader finds in a file: which, and between what it lies when it was rounded."""
    van_tabel = gelezen_van_blad if pad.suffix == ".xlsx" else gelezen_van_tabel
    for kop, *rijen in tabellen(pad):
        yield from van_tabel(kop, rijen)


def gelezen_van_tabel(kop: list[str], rijen: list[list[str]]) -> Iterator[tuple[Getal, float, float]]:
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


def gelezen_van_blad(kop: list[str], rijen: list[list[str]]) -> Iterator[tuple[Getal, float, float]]:
    """The same from the figures for others to use: more exact, and with intervals, that say of how many they are."""
    kolommen = {naam.partition(" [")[0]: n for n, naam in enumerate(kop)}
    for rij in rijen:
        cel = {naam: rij[n] for naam, n in kolommen.items()}
        regio, waarde = REGIO.get(cel.get("Gebied", "")), getal(cel.get("Waarde", ""))
        aantal = getal(cel.get("Aantal inwoners", ""))
        if regio and aantal is not None and cel["Jaar"] == str(TELJAAR):
            yield (maat_van(GROEP[cel["Leeftijd"].replace("alle", "Alle")]), regio), aantal, aantal
        if not regio or waarde is None or "Cijfer" not in cel:
            continue
        if cel["Cijfer"] == NAAM_WMO and cel["Jaar"] == str(WMOJAAR) and regio in WIJKCODES:
            yield (WMO, regio), (waarde - 0.05) * NOEMER / 1000, (waarde + 0.05) * NOEMER / 1000
        onder, boven = (getal(cel.get(grens, "")) for grens in ("Ondergrens", "Bovengrens"))
        if cel["Cijfer"] == NAAM_BIJSTAND and cel["Jaar"] == str(TELJAAR) and onder is not None and boven is not None:
            yield (maat_van("Totaal"), regio), *basis(waarde / 100, (boven - onder) / 100, 0.005 / 100)


def basis(deel: float, breedte: float, afronding: float) -> tuple[float, float]:
    """Of how many people a share is a share, from how wide its interval is (that of Wilson), as far as rounding goes.

    Its width falls with the number of people. Bounds and count may be off, so the widest and the narrowest are tried.
    """

    def mensen(breed: float, deel_: float) -> float:
        laag, hoog = 1.0, 1e7
        while hoog - laag > 0.01:
            van = (laag + hoog) / 2
            onder, boven = wilson(deel_ * van, van)
            laag, hoog = (van, hoog) if boven - onder > breed else (laag, van)
        return laag

    speling = 2 * afronding
    uitkomsten = [mensen(breedte + b, max(0.0, deel + d)) for b in (-speling, speling) for d in (-speling, speling)]
    return min(uitkomsten), max(uitkomsten)


def getal(tekst: str) -> float | None:
    kaal = tekst.replace("\\", "").replace(".", "").replace(",", ".")
    return float(kaal) if re.fullmatch(r"\d+(?:\.\d+)?", kaal) else None


@pytest.mark.parametrize("soort", [".docx", ".html", ".md", ".xlsx"])
def test_no_hidden_number_can_be_calculated_from_the_files(gebouwd: Gebouwd, soort: str) -> None:
    aanvaller = Aanvaller(smalste(replace(KADER, indicatoren=(KADER.indicator(WMO),)), LEEFTIJDEN))
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
