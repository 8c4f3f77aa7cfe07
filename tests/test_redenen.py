"""Missing is not zero is not secret: one workbook with each reason, read back from everything that is made of it.

The preventiekaart and the agenda hold no figures, and the papers of a meeting are for who has a voorstel.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import Producten
from lxml import etree, html
from openpyxl import load_workbook
from redenen import GAT, LEEFTIJDEN, NAAM, TEKENS
from test_bewerkbare_grafieken import InWord, grafieken
from test_build import alt_in_docx
from test_geheim_bestanden import tabellen
from test_pdf import gedrukt, letters

from gebiedsplan.build import samen
from gebiedsplan.cijfers import tabel
from gebiedsplan.gebied.model import Reden
from gebiedsplan.inlezen import Lezer
from gebiedsplan.plan import grafieken as plangrafieken
from gebiedsplan.plan.beeld import Beeld
from gebiedsplan.vergelijking.model import Bron
from gebiedsplan.vergelijking.opbouw import vergelijking

WOORDEN = {woord for _, woord in TEKENS.values()}
assert {reden.value for reden in Reden} == WOORDEN


@pytest.fixture(scope="session")
def paden(zonder_cijfers: tuple[Path, ...]) -> Mapping[str, Path]:
    """The files by what comes behind the name of the plan."""
    return {pad.name.removeprefix("gebiedsplan-egmond-2027"): pad for pad in zonder_cijfers}


@pytest.fixture(scope="session")
def lezer(zonder_cijfers: tuple[Path, ...]) -> Lezer:
    """Of the folder that these files were made of."""
    return Lezer(zonder_cijfers[-1].parent.parent / "gebieden")


# -- in tables


def kloppen(van_bestand: Sequence[list[list[str]]]) -> None:
    """Every reason stands in the row and column that it is about, as its own word."""
    # The numbers of inhabitants come last: their shares say less.
    gevonden = sorted(van_bestand, key=lambda rijen: rijen[0][1:2] == [NAAM])
    rijen = {kaal(rij[0]): rij[1] for tabel_ in gevonden if _van_egmond(tabel_[0]) for rij in tabel_[1:]}
    assert {naam: rijen[naam] for naam in TEKENS} == {naam: woord for naam, (_, woord) in TEKENS.items()}
    assert {naam: rijen[naam] for _, _, naam in LEEFTIJDEN.values()} == {
        naam: woord for _, woord, naam in LEEFTIJDEN.values()
    }
    (over_de_jaren,) = (t for t in van_bestand if t[0][1:] == ["2012 (%)", "2016 (%)", "2020 (%)"] and t[1][1] == "37")
    assert over_de_jaren[1] == [NAAM, "37", GAT[3], "43"]
    assert "" not in {cel for tabel_ in gevonden if _van_egmond(tabel_[0]) for rij in tabel_ for cel in rij}


def kaal(naam: str) -> str:
    """A name without its unit, and without the signs that take the meaning out of a character."""
    return naam.replace("\\", "").removesuffix(" (%)").removesuffix(" (per 1.000)").strip()


def _van_egmond(kop: list[str]) -> bool:
    return len(kop) > 2 and kaal(kop[1]) == NAAM


@pytest.mark.parametrize("soort", [".docx", ".html", ".md"])
def test_in_the_plan(paden: Mapping[str, Path], soort: str) -> None:
    gelezen = ((rij for rij in tabel_ if rij[0] != "---") for tabel_ in tabellen(paden[soort]))
    kloppen([[[" ".join(cel.replace("\\", "").split()) for cel in rij] for rij in tabel_] for tabel_ in gelezen])


@pytest.mark.libreoffice
def test_in_the_plan_as_odt(paden: Mapping[str, Path], odts: Mapping[Path, bytes]) -> None:
    odt = odts[paden[".docx"]]
    inhoud = etree.fromstring(zipfile.ZipFile(io.BytesIO(odt)).read("content.xml"))
    kloppen([[list(_cellen(rij)) for rij in tabel_.iter("{*}table-row")] for tabel_ in inhoud.iter("{*}table")])
    assert f"{NAAM} nihil" in "".join(str(alt.text) for alt in inhoud.iter("{*}desc"))


def _cellen(rij: etree._Element) -> Iterator[str]:
    for cel in rij.iter("{*}table-cell"):
        yield " ".join("".join(map(str, cel.itertext())).split())


@pytest.mark.pango
@pytest.mark.libreoffice  # for pdftotext
def test_in_the_plan_as_pdf(paden: Mapping[str, Path]) -> None:
    op_papier = gedrukt(paden[".pdf"])
    for naam, (_, woord) in TEKENS.items():
        assert letters(f"{naam} {woord}") in op_papier
    assert letters(f"{NAAM} 37 {GAT[3]} 43") in op_papier


def test_in_the_workbook_of_figures(paden: Mapping[str, Path]) -> None:
    boek = load_workbook(paden["-cijfers.xlsx"])
    kwetsbaar = {rij[0]: rij for rij in _rijen(boek["Kwetsbaarheid"]) if rij[1] == NAAM}
    assert {naam: kwetsbaar[naam][4] for naam in TEKENS} == {naam: woord for naam, (_, woord) in TEKENS.items()}
    gat = [rij[4] for rij in _rijen(boek["Veerkracht"]) if rij[:2] == (GAT[0], NAAM) and rij[3] == GAT[1]]
    assert gat == [GAT[3]]
    # Of a share too stands why it is not there: for one group of the two its own reason.
    leeftijd = {rij[3]: rij[4:6] for rij in _rijen(boek["Bevolking"]) if (rij[0], rij[2]) == (NAAM, 2022)}
    for _, woord, naam in LEEFTIJDEN.values():
        assert leeftijd[naam] == (woord, woord)
    assert leeftijd["45 tot 65 jaar"][1] == "geen cijfer"
    uitgelegd = {rij[0] for rij in _rijen(boek["Noten"])}
    assert uitgelegd >= WOORDEN
    # What is not there is compared with nothing.
    assert not set(TEKENS) & {rij[0] for rij in _rijen(boek["Toetsen"]) if rij[1] == NAAM}


def _rijen(blad: object) -> Iterator[tuple[object, ...]]:
    yield from blad.iter_rows(values_only=True)  # type: ignore[attr-defined]


# -- in charts


@pytest.fixture(scope="session")
def in_word(paden: Mapping[str, Path]) -> tuple[InWord, ...]:
    """The charts that Word draws."""
    return tuple(grafieken(paden[".docx"].read_bytes()))


def met_alt(in_word: Sequence[InWord], begin: str) -> InWord:
    """The first chart with an alternative text that begins so."""
    return next(grafiek for grafiek in in_word if grafiek.alt.startswith(begin))


def waarom(grafiek: InWord, reeks: str) -> dict[str, tuple[object, object]]:
    """By the name of a row its value and the reason beside it, from the workbook in the chart."""
    kop = [cel.value for cel in grafiek.uitkomsten[1]]
    kolom, reden = kop.index(reeks), kop.index(f"{reeks}: waarom er geen getal is")
    return {str(rij[0].value): (rij[kolom].value, rij[reden].value) for rij in grafiek.uitkomsten.iter_rows(min_row=2)}


def punten(grafiek: InWord, reeks: str) -> dict[int, float]:
    """The values that Word has at hand without opening the workbook, by their place."""
    (gekozen,) = (
        serie for serie in grafiek.xml.iter("{*}ser") if grafiek.cellen(str(serie.findtext("{*}tx//{*}f")))[0] == reeks
    )
    waarden = gekozen.find("{*}val") if gekozen.find("{*}val") is not None else gekozen.find("{*}yVal")
    assert waarden is not None
    return {int(punt.get("idx", "")): float(punt.findtext("{*}v") or "") for punt in waarden.iter("{*}pt")}


def test_a_chart_that_can_be_edited_has_the_reason_beside_its_value(in_word: Sequence[InWord]) -> None:
    kernbeeld = met_alt(in_word, f"Kernbeeld {NAAM}.")
    per_rij = waarom(kernbeeld, NAAM)
    bekend = punten(kernbeeld, NAAM)
    for naam, (_, woord) in TEKENS.items():
        if naam == "Heeft een laag inkomen (laagste 40%)":
            continue  # not in the kernbeeld
        # The row says it, the cell of the value is empty, and Word has no value of its own for it: no bar, and no zero.
        assert per_rij[f"{naam}: {woord}"] == (None, f"{woord}; BUCH: geen cijfer")
        assert list(per_rij).index(f"{naam}: {woord}") not in bekend
    assert len(bekend) == sum(waarde is not None for waarde, _ in per_rij.values()) == len(per_rij) - 6

    leeftijd = met_alt(in_word, "Leeftijdsopbouw.")
    for _, woord, naam in LEEFTIJDEN.values():
        assert waarom(leeftijd, NAAM)[naam] == (None, woord)
    assert punten(leeftijd, NAAM) == {}

    trend = met_alt(in_word, f"Lijngrafiek. {GAT[0]}")
    assert waarom(trend, NAAM)["2016"] == (None, GAT[3])
    assert sorted(punten(trend, NAAM)) == [0, 2]


def test_an_alternative_text_says_the_reason(lezer: Lezer, paden: Mapping[str, Path]) -> None:
    gelezen = lezer.lees_plan("egmond", 2027)
    ids = {i.naam: i.id for i in gelezen.kader.indicatoren}
    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie, gelezen.patroon)
    beeld = Beeld(gelezen.kader, cijfers, gelezen.gebied)
    for naam, (_, woord) in TEKENS.items():
        grafiek = plangrafieken.vergelijking(beeld, replace(gelezen.kader.indicator(ids[naam]), vergelijking=True))
        assert grafiek is not None
        assert re.fullmatch(rf"Staafgrafiek\. {re.escape(naam)} \(20\d\d\): {NAAM} {woord}\.", grafiek.basis.alt)
        (staaf,) = (staaf for staaf in grafiek.staven if staaf.label == NAAM)
        assert (staaf.waarde, staaf.tekst) == (None, woord)

    in_word_ = alt_in_docx(paden[".docx"].read_bytes())
    op_pagina = [svg.get("aria-label") for svg in html.parse(paden[".html"]).iter("{*}svg") if svg.get("aria-label")]
    assert in_word_ == op_pagina
    assert any(f"{NAAM} nihil" in alt for alt in in_word_)
    assert any(alt.startswith(f"Kernbeeld {NAAM}.") and alt.endswith("zonder cijfer: 6 van de 12.") for alt in in_word_)


def test_no_drawing_says_that_something_is_no_number(paden: Mapping[str, Path]) -> None:
    tekeningen = [pad.read_text("utf-8") for pad in (paden[".html"].parents[2] / "figures").rglob("*.svg")]
    assert len(tekeningen) > 8
    assert not any("nan" in re.sub(r"<metadata.*?</metadata>", "", svg, flags=re.S).casefold() for svg in tekeningen)


# -- elsewhere


def test_on_the_front_page_and_on_the_page_for_inhabitants(paden: Mapping[str, Path]) -> None:
    voorpagina = html.parse(paden["index.html"])
    (klein,) = (svg for svg in voorpagina.iter("{*}svg") if NAAM in (svg.get("aria-label") or ""))
    assert str(klein.get("aria-label")).endswith("zonder cijfer: 6 van de 12.")

    kort = html.parse(paden["-in-het-kort.html"])
    alts = " ".join(str(svg.get("aria-label")) for svg in kort.iter("{*}svg") if svg.get("aria-label"))
    assert "Staafgrafiek." in alts
    # It only draws what is known, and says nothing of the rest.
    assert not [naam for naam in TEKENS if naam in alts]
    for pagina in (voorpagina, kort):
        assert not re.search(r"(?<![\d,])0%", " ".join(map(str, pagina.getroot().itertext())))


def test_in_the_comparison_of_all_areas(lezer: Lezer) -> None:
    alle = samen.lees(lezer, 2027)
    assert alle is not None
    cijfers = tabel.bereken(alle.kader, alle.cijfers, alle.referentie, alle.patroon)
    stuk = vergelijking(Bron(alle.kader, alle.jaar, alle.data, alle.redenen, cijfers))

    (blok,) = (blok for blok in stuk.blokken if blok.id == "kwetsbaarheid")
    per_naam = {
        kop.tekst.split(" (%")[0]: kolom
        for tabel_ in blok.tabellen
        for kop, kolom in zip(tabel_.kop, zip(*tabel_.rijen, strict=True), strict=True)
    }
    plaats = [rij[0] for rij in blok.tabellen[0].rijen].index(NAAM)
    onder = {deel.grafiek.basis.titel.split(":")[0]: " ".join(deel.onder) for deel in blok.delen}
    for naam, (_, woord) in TEKENS.items():
        assert per_naam[naam][plaats] == woord
        assert re.search(rf"Geen cijfer over 20\d\d:[^.]*\b{NAAM}\b[^;.]*\({woord}\)", onder[naam]), onder[naam]
    assert {woord for woord, _ in stuk.tekens} >= WOORDEN


def test_only_words_that_are_used_are_explained(paden: Mapping[str, Path], producten: Producten) -> None:
    assert _uitgelegd(paden[".html"]) >= WOORDEN
    gewoon = _uitgelegd(producten["heiloo"][0].with_suffix(".html"))
    assert {"geheim", "nihil", "niet van toepassing", "niet meer gepubliceerd"}.isdisjoint(gewoon)


def _uitgelegd(pagina: Path) -> set[str]:
    boom = html.fromstring(pagina.read_bytes())
    return {"".join(map(str, dt.itertext())).strip().casefold() for dt in boom.iter("dt")}
