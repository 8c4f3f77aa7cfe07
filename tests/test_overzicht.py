"""The front page of a build: what it tells of every plan, where its links go, and what a record may hold."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import WORTEL, Producten
from lxml import html
from openpyxl import load_workbook
from test_build import SLUGS, mappen, zet

from gebiedsplan import build, kader
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import overzicht, vermeldingen

KADER = kader.read(WORTEL / "gebieden" / "kader.toml", "kader.toml")
GEBIEDEN = WORTEL / "gebieden"


@pytest.fixture(scope="module")
def alle(producten: Producten) -> Path:
    """The folder with all plans."""
    return producten["heiloo"][0].parent.parent


@pytest.fixture
def kopie(alle: Path, tmp_path: Path) -> Path:
    """The same folder, to change at will."""
    return Path(shutil.copytree(alle, tmp_path / "build"))


def pagina(uit: Path) -> html.HtmlElement:
    return html.fromstring((uit / "index.html").read_bytes())


def opnieuw(uit: Path, jaar: int | None = None) -> html.HtmlElement:
    """The page made anew of what is in the folder."""
    gemaakt = overzicht.index(mappen(GEBIEDEN, uit.parent), KADER, jaar)
    return html.fromstring(gemaakt[uit / "index.html"])


def kaart(blad: html.HtmlElement, slug: str) -> html.HtmlElement:
    """What the page says of one area."""
    blok = blad.get_element_by_id(slug).getparent()
    assert blok is not None
    return blok


def gevonden(blad: html.HtmlElement, xpath: str) -> list[html.HtmlElement]:
    """The elements at a place."""
    elementen = blad.xpath(xpath)
    assert isinstance(elementen, list)
    return [element for element in elementen if isinstance(element, html.HtmlElement)]


def woorden(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def record(uit: Path, slug: str, jaar: int = 2027) -> Path:
    return uit / slug / f"gebiedsplan-{slug}-{jaar}.json"


def wijzig(bestand: Path, **velden: object) -> None:
    bestand.write_text(json.dumps({**json.loads(bestand.read_text("utf-8")), **velden}), "utf-8")


# -- what it tells


def test_every_area_stands_under_its_gemeente_with_status_and_date(alle: Path) -> None:
    blad = pagina(alle)
    koppen = [(kop.tag, kop.get("id")) for kop in blad.iter("h3", "h4")]
    assert koppen == [("h4" if KADER.gebied(slug).deel_van else "h3", slug) for slug in SLUGS]
    assert "Concept, versie 0.3, 16 november 2026" in woorden(kaart(blad, "heiloo"))
    assert "Voorstel, versie" in woorden(kaart(blad, "egmond"))
    assert blad.findtext(".//title") == "Gebiedsplannen BUCH 2027"
    assert "Alle negen plannen zijn er: 8 concept en 1 voorstel." in woorden(blad)


def test_every_link_goes_to_a_file_that_is_there_and_to_a_place_in_it(alle: Path) -> None:
    wegen = [str(a.get("href")) for a in gevonden(pagina(alle), "//main//a")]
    assert len(wegen) > 9 * 2 + 14
    for weg in wegen:
        naam, _, plek = weg.partition("#")
        assert (alle / naam).is_file(), weg
        assert not plek or gevonden(html.fromstring((alle / naam).read_bytes()), f"//*[@id='{plek}']"), weg


def test_words_of_a_link_say_where_it_goes_and_no_two_are_the_same(alle: Path, producten: Producten) -> None:
    bestanden = [
        pad for paden in producten.values() for pad in paden if pad.suffix in {".html", ".docx", ".txt", ".xlsx"}
    ]
    koppelingen = gevonden(pagina(alle), "//div[@class='columns']//a")
    teksten = [woorden(koppeling) for koppeling in koppelingen]
    assert len(set(teksten)) == len(teksten) == len(bestanden)
    assert "Lees het plan van Heiloo" in teksten
    assert "Plan van Heiloo in Word" in teksten


def test_every_speerpunt_stands_beside_the_others_with_its_themes(alle: Path) -> None:
    rijen = {str(rij[0].text_content()): rij for rij in gevonden(pagina(alle), "//tbody/tr")}
    assert list(rijen) == [gebied.naam for gebied in KADER.bladeren()]
    for gebied in KADER.bladeren():
        boek = load_workbook(GEBIEDEN / gebied.slug / "2027.xlsx")
        titels = [str(rij[1]) for rij in boek["Speerpunten"].iter_rows(min_row=2, values_only=True) if rij[1]]
        assert [woorden(a) for a in rijen[gebied.naam].iter("a")] == titels
        themas = [woorden(thema) for thema in rijen[gebied.naam].iter("em")]
        assert len(themas) == len(titels)
        assert {deel for thema in themas for deel in thema.split("; ")} <= {thema.naam for thema in KADER.themas}


def test_a_small_kernbeeld_says_what_the_large_one_says(alle: Path) -> None:
    blad = pagina(alle)
    for slug in SLUGS:
        groot = next(html.fromstring((alle / slug / f"gebiedsplan-{slug}-2027.html").read_bytes()).iter("svg"))
        (klein,) = kaart(blad, slug).iter("svg")
        assert klein.get("aria-label") == groot.get("aria-label")
        tekens = [g.get("id") for g in klein.iter("g") if "-teken-" in str(g.get("id"))]
        eigen = [g.get("id") for g in groot.iter("g") if "-eigen-" in str(g.get("id"))]
        assert len(tekens) == len(eigen) >= 10
        assert not [g for g in klein.iter("g") if str(g.get("id")).startswith(f"klein-{slug}-text")]


def test_the_page_is_one_file_in_the_neutral_style(alle: Path) -> None:
    tekst = (alle / "index.html").read_text("utf-8")
    plan = (alle / "heiloo" / "gebiedsplan-heiloo-2027.html").read_text("utf-8")
    beleid = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
    assert beleid.findall(tekst) == beleid.findall(plan) != []
    assert not re.search(r'(?:src|href)="(?!#|[a-z0-9-]+/[a-z0-9-]+\.)', tekst)


# -- it follows what is there


def test_one_plan_names_the_areas_without_one(tmp_path: Path) -> None:
    build.maak(mappen(GEBIEDEN, tmp_path), "uitgeest", 2027)
    blad = pagina(tmp_path / "build")
    assert "Er is één van de negen plannen: 1 concept." in woorden(blad)
    zonder = {slug for slug in SLUGS if "Nog niet gemaakt." in woorden(kaart(blad, slug))}
    assert zonder == set(SLUGS) - {"uitgeest"}
    assert len(list(blad.iter("svg"))) == 1


def test_a_plan_alone_leaves_the_same_page_as_all_plans(kopie: Path) -> None:
    voor = (kopie / "index.html").read_bytes()
    build.maak(mappen(GEBIEDEN, kopie.parent), "schoorl", 2027)
    assert (kopie / "index.html").read_bytes() == voor


def test_a_gemeente_plan_tells_the_speerpunten_of_parts_without_a_plan(kopie: Path) -> None:
    shutil.rmtree(kopie / "schoorl")
    blad = opnieuw(kopie)
    assert "Nog niet gemaakt." in woorden(kaart(blad, "schoorl"))
    (rij,) = gevonden(blad, "//tbody/tr[th='Schoorl']")
    wegen = [str(a.get("href")) for a in rij.iter("a")]
    assert wegen
    assert all(weg.startswith("bergen/gebiedsplan-bergen-2027.html#speerpunt-schoorl-") for weg in wegen)


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"slug": "uitgeest", "jaar": 2027}',
        b'{"jaar": "2027"}',
    ],
)
def test_a_damaged_record_is_no_record(kopie: Path, inhoud: bytes) -> None:
    record(kopie, "uitgeest").write_bytes(inhoud)
    blad = opnieuw(kopie)
    assert "Nog niet gemaakt." in woorden(kaart(blad, "uitgeest"))
    assert "Concept" in woorden(kaart(blad, "heiloo"))


@pytest.mark.parametrize(
    "velden",
    [
        {"datum": "gisteren"},
        {"jaar": True},
        {"jaar": 2026},
        {"slug": "heiloo"},
        {"let_op": "veel"},
        {"tekens": [[{"afstand": 1.0, "oordeel": "mooi", "voorbeeld": False}]]},
        {"gebieden": [{"slug": "uitgeest", "speerpunten": [{"id": "a b", "titel": "x", "themas": []}]}]},
    ],
)
def test_a_record_with_a_value_that_cannot_be_is_no_record(kopie: Path, velden: dict[str, object]) -> None:
    wijzig(record(kopie, "uitgeest"), **velden)
    assert "Nog niet gemaakt." in woorden(kaart(opnieuw(kopie), "uitgeest"))


def test_a_damaged_record_is_made_anew_with_the_plan(kopie: Path) -> None:
    gaaf = record(kopie, "schoorl").read_bytes()
    record(kopie, "schoorl").write_bytes(b"{")
    build.maak(mappen(GEBIEDEN, kopie.parent), "schoorl", 2027)
    assert record(kopie, "schoorl").read_bytes() == gaaf


def test_words_in_a_record_stay_words(kopie: Path) -> None:
    gevaarlijk = "<script>alert(1)</script> [klik](https://kwaad.nl) *nee* | {{ 7 * 7 }}"
    speerpunten = [{"id": "speerpunt-uitgeest-u1", "titel": gevaarlijk, "themas": [gevaarlijk]}]
    gebieden = [{"slug": "uitgeest", "speerpunten": speerpunten}]
    wijzig(record(kopie, "uitgeest"), status=gevaarlijk, alt=gevaarlijk, versie=gevaarlijk, gebieden=gebieden)
    blad = opnieuw(kopie)
    assert len(list(blad.iter("script"))) == 1
    assert not gevonden(blad, "//a[contains(@href, 'kwaad')]")
    (rij,) = gevonden(blad, "//tbody/tr[th='Uitgeest']")
    assert [woorden(a) for a in rij.iter("a")] == [gevaarlijk]


def test_folders_of_areas_that_are_not_in_the_kader_are_left_alone(kopie: Path) -> None:
    shutil.copytree(kopie / "uitgeest", kopie / "elders")
    record(kopie, "uitgeest").rename(kopie / "elders" / "gebiedsplan-elders-2027.json")
    assert "elders" not in html.tostring(opnieuw(kopie), encoding="unicode")


def test_an_area_that_fails_keeps_its_plan_and_says_so(gebieden: Path, kopie: Path) -> None:
    zet(gebieden / "schoorl" / "2027.xlsx", "Gebied", {"Veld": "Versie"}, "Waarde", "0.9")
    (gebieden / "uitgeest" / "2027.xlsx").write_bytes(b"geen werkmap")
    (gebieden / "egmond" / "2027.xlsx").unlink()
    shutil.rmtree(kopie / "egmond")
    voor = record(kopie, "uitgeest").read_bytes()
    uitkomst = dict(build.alles(mappen(gebieden, kopie.parent), 2027, tegelijk=1))
    assert isinstance(uitkomst["uitgeest"], GebiedsplanFout)
    blad = pagina(kopie)
    assert "16 november 2026 De laatste keer is het maken niet gelukt." in woorden(kaart(blad, "uitgeest"))
    assert "Nog niet gemaakt." in woorden(kaart(blad, "egmond"))
    assert "versie 0.9" in woorden(kaart(blad, "schoorl"))
    assert "‘let op’" in woorden(kaart(blad, "schoorl"))
    assert record(kopie, "uitgeest").read_bytes() == voor


def test_a_plan_with_another_status_says_that_status(gebieden: Path, kopie: Path) -> None:
    zet(gebieden / "uitgeest" / "2027.xlsx", "Gebied", {"Veld": "Status"}, "Waarde", "vastgesteld")
    build.maak(mappen(gebieden, kopie.parent), "uitgeest", 2027)
    assert "Vastgesteld, versie" in woorden(kaart(pagina(kopie), "uitgeest"))
    assert "7 concept, 1 vastgesteld en 1 voorstel" in woorden(pagina(kopie))


def test_a_file_made_of_another_text_of_the_plan_says_so(gebieden: Path, kopie: Path) -> None:
    """A voorstel and an old ODT belong to the plan as long as its text is the same."""
    waar = mappen(gebieden, kopie.parent)
    build.voorstel(waar, "uitgeest", 2027)
    assert "Lees het collegevoorstel over Uitgeest" in woorden(kaart(pagina(kopie), "uitgeest"))
    assert "Tekst over Uitgeest voor de besluitenlijst" in woorden(kaart(pagina(kopie), "uitgeest"))
    build.maak(waar, "uitgeest", 2027)
    assert "eerder gemaakt" not in woorden(kaart(pagina(kopie), "uitgeest"))
    zet(gebieden / "uitgeest" / "2027.xlsx", "Gebied", {"Veld": "Versie"}, "Waarde", "0.9")
    build.maak(waar, "uitgeest", 2027)
    tekst = woorden(kaart(pagina(kopie), "uitgeest"))
    assert "Collegevoorstel over Uitgeest in Word (eerder gemaakt)" in tekst
    assert "Lees het plan van Uitgeest Plan van Uitgeest in Word" in tekst
    assert "Lees het collegevoorstel over Uitgeest (eerder gemaakt)" in tekst


def test_the_newest_plan_is_shown_and_earlier_years_stay_within_reach(kopie: Path) -> None:
    build.maak(mappen(GEBIEDEN, kopie.parent), "egmond", 2026)
    blad = pagina(kopie)
    assert "Lees het plan van Egmond voor 2026" in woorden(kaart(blad, "egmond"))
    assert "Voorstel" in woorden(kaart(blad, "egmond"))
    van_2026 = opnieuw(kopie, 2026)
    assert van_2026.findtext(".//title") == "Gebiedsplannen BUCH 2026"
    assert "Nog niet gemaakt." in woorden(kaart(van_2026, "heiloo"))
    assert "Lees het plan van Egmond voor 2027" in woorden(kaart(van_2026, "egmond"))


def test_without_any_plan_there_is_no_page(tmp_path: Path) -> None:
    assert overzicht.index(mappen(GEBIEDEN, tmp_path), KADER, None) == {}


# -- what a record holds


def test_a_hidden_figure_is_not_in_the_record(gebieden: Path, tmp_path: Path) -> None:
    build.maak(mappen(gebieden, tmp_path / "voor"), "uitgeest", 2027)
    for jaar in jaren(gebieden / "uitgeest" / "2027.xlsx", "Voelt zich eenzaam"):
        cijfer = {"Indicator": "Voelt zich eenzaam", "Regio": "Uitgeest", "Jaar": jaar}
        zet(gebieden / "uitgeest" / "2027.xlsx", "Veerkracht", cijfer, "Waarde", "x")
    build.maak(mappen(gebieden, tmp_path / "na"), "uitgeest", 2027)
    voor, na = (vermeldingen.lees(record(tmp_path / map_ / "build", "uitgeest")) for map_ in ("voor", "na"))
    assert voor is not None
    assert na is not None
    paren = [paar for groepen in zip(voor.tekens, na.tekens, strict=True) for paar in zip(*groepen, strict=True)]
    assert [na_teken for _, na_teken in paren if na_teken is None] == [None]
    assert all(teken is not None for teken, _ in paren)


def jaren(pad: Path, indicator: str) -> list[int]:
    """The years a figure is filled in for."""
    rijen = load_workbook(pad)["Veerkracht"].iter_rows(values_only=True)
    kop = list(next(rijen))
    return [int(str(rij[kop.index("Jaar")])) for rij in rijen if rij[kop.index("Indicator")] == indicator]


def test_a_record_comes_back_as_it_was_written(alle: Path) -> None:
    for slug in SLUGS:
        gelezen = vermeldingen.lees(record(alle, slug))
        assert gelezen is not None
        assert vermeldingen.als_json(gelezen) == record(alle, slug).read_bytes()
