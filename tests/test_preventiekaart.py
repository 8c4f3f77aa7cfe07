"""The preventiekaart: what stands on it, what is found by what, and what a cell can do to it: nothing."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import WORTEL
from lxml import html
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from test_build import WOORDEN, mappen, woorden_in_html, zet
from test_overzicht import KADER, gevonden, woorden
from test_veiligheid import Luisteraar, kwaad

from gebiedsplan import build
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout
from gebiedsplan.build import Gemaakt, overzicht, preventiekaart
from gebiedsplan.cli import main
from gebiedsplan.gebied.bladen import BLADEN
from gebiedsplan.gebied.contact import maillink, telefoonlink, weblink

GEBIEDEN = WORTEL / "gebieden"
MET_AANBOD = ("heiloo", "uitgeest", "castricum-kern", "limmen-akersloot-de-woude", "bergen-kern", "egmond", "schoorl")
BLAD = "Aanbod"
KOLOMMEN = next(spec.kolommen for spec in BLADEN if spec.naam == BLAD)


def maak(gebieden: Path, naar: Path) -> Gemaakt:
    return preventiekaart.maak(mappen(gebieden, naar))


def pagina(naar: Path) -> html.HtmlElement:
    return html.fromstring((naar / "build" / "preventiekaart.html").read_bytes())


def tekst(naar: Path) -> str:
    return " ".join(woorden(pagina(naar)).split())


def kaartje(blad: html.HtmlElement, naam: str) -> html.HtmlElement:
    """What the page says of one activity."""
    (kop,) = [h for h in gevonden(blad, "//h3") if woorden(h) == naam]
    ouder = kop.getparent()
    assert ouder is not None
    return ouder


def merken(blad: html.HtmlElement, naam: str, groep: str) -> set[str]:
    return set(str(kaartje(blad, naam).get(f"data-{groep}")).split())


def in_werkmap(gebieden: Path, slug: str) -> list[str]:
    """The activities in the workbook of an area."""
    kop, *rijen = load_workbook(gebieden / slug / "2027.xlsx")[BLAD].iter_rows(values_only=True)
    return [str(rij[kop.index("Activiteit")]) for rij in rijen]


def codes(bevindingen: tuple[Bevinding, ...], ernst: Ernst) -> set[str]:
    return {b.code for b in bevindingen if b.ernst is ernst}


@pytest.fixture(scope="module")
def kaart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real one."""
    naar = tmp_path_factory.mktemp("kaart")
    maak(GEBIEDEN, naar)
    return naar


# -- what stands on it


def test_all_there_is_to_do_is_on_the_page_and_in_the_workbook(kaart: Path) -> None:
    blad = pagina(kaart)
    alle = sorted(naam for slug in MET_AANBOD for naam in in_werkmap(GEBIEDEN, slug))
    assert sorted(woorden(kop) for kop in gevonden(blad, "//h3")) == alle
    tabel = load_workbook(kaart / "build" / "preventiekaart.xlsx")[BLAD]
    assert sorted(str(rij[0]) for rij in tabel.iter_rows(min_row=2, values_only=True)) == alle
    assert woorden(blad.get_element_by_id("aantal")) == f"{len(alle)} activiteiten"


def test_no_words_of_an_adviser_are_lost(gebieden: Path, tmp_path: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    kop = [cel.value for cel in boek[BLAD][1]]
    kolommen = [kolom.naam for kolom in KOLOMMEN if kolom.soort in WOORDEN]
    for nummer, naam in enumerate(kolommen):
        boek[BLAD].cell(2, kop.index(naam) + 1).value = f"merk{nummer:02}"
    boek.save(pad)
    gemaakt = maak(gebieden, tmp_path)
    op_pagina = tekst(tmp_path)
    cellen = {str(cel.value) for rij in load_workbook(gemaakt.paden[1])[BLAD] for cel in rij}
    assert len(kolommen) == 9
    for nummer in range(len(kolommen)):
        assert f"merk{nummer:02}" in op_pagina
        assert f"merk{nummer:02}" in cellen


def test_same_workbooks_same_bytes(kaart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    for pad in maak(shutil.copytree(GEBIEDEN, tmp_path / "elders"), tmp_path).paden:
        assert pad.read_bytes() == (kaart / "build" / pad.name).read_bytes()


def test_what_nobody_filled_in_is_said_and_can_be_found(kaart: Path) -> None:
    """The workbook of Castricum has none of the columns that are for the map."""
    blad = pagina(kaart)
    assert "Niet bekendthema, wanneer, toegang, kosten en contact" in woorden(kaartje(blad, "Koffie en krant"))
    assert merken(blad, "Koffie en krant", "toegang") == merken(blad, "Koffie en krant", "thema") == {"onbekend"}


def test_what_is_for_all_or_everywhere_is_found_under_each(kaart: Path, gebieden: Path, tmp_path: Path) -> None:
    blad = pagina(kaart)
    assert merken(blad, "Klussendienst", "dorp") >= {"heiloo", "WK039901", "WK039908"}
    assert merken(blad, "Inloop met koffie", "dorp") == {"heiloo", "WK039904"}
    assert merken(blad, "Inloop met koffie", "doelgroep") == {"kwetsbare-situatie", "ouderen"}
    assert {"ouderen", "jongeren", "nieuwkomers"} <= merken(blad, "Strandwandeling", "doelgroep")
    boek = load_workbook(gebieden / "bergen" / "2027.xlsx")
    vel = boek.create_sheet(BLAD)
    vel.append(["Activiteit", "Aanbieder", "Bouwsteen"])
    vel.append(["Belbus", "Busbedrijf", "Samenredzaamheid"])
    boek.save(gebieden / "bergen" / "2027.xlsx")
    maak(gebieden, tmp_path)
    assert merken(pagina(tmp_path), "Belbus", "dorp") >= {"bergen", "bergen-kern", "egmond", "schoorl", "WK037304"}


def test_other_names_of_the_same_are_found_too(kaart: Path) -> None:
    assert "Statushouders" in str(kaartje(pagina(kaart), "Taalcafé").get("data-woorden"))


# -- when something is wrong


def test_a_broken_workbook_leaves_the_others_on_it(gebieden: Path, tmp_path: Path) -> None:
    (gebieden / "schoorl" / "2027.xlsx").write_bytes(b"geen werkmap")
    zet(gebieden / "heiloo" / "2027.xlsx", BLAD, {"Activiteit": "Taalcafé"}, "Toegang", "met een bon")
    uitkomst = CliRunner().invoke(
        main, ["--gebieden", str(gebieden), "--uit", str(tmp_path / "build"), "preventiekaart"]
    )
    assert uitkomst.exit_code == 1
    assert "werkmap-onleesbaar" in uitkomst.output
    assert "onbekende-keuze" in uitkomst.output
    assert "Niet alle gebieden staan erop" in tekst(tmp_path)
    assert "Schoorl: in de werkmap staat een fout." in tekst(tmp_path)
    assert "Heiloo: in de werkmap staat een fout." in tekst(tmp_path)
    assert "Eettafel" in tekst(tmp_path)
    lees_mij = load_workbook(tmp_path / "build" / "preventiekaart.xlsx")["Lees mij"]
    assert ["Niet op de kaart", "Schoorl: in de werkmap staat een fout."] in [
        list(rij) for rij in lees_mij.iter_rows(max_col=2, values_only=True)
    ]


def test_what_is_wrong_elsewhere_in_a_workbook_does_not_matter(gebieden: Path, tmp_path: Path) -> None:
    zet(gebieden / "heiloo" / "2027.xlsx", "Speerpunten", {"Code": "H1"}, "Doel", None)
    shutil.rmtree(gebieden / "schoorl")
    zet(gebieden / "egmond" / "2027.xlsx", "Gebied", {"Veld": "Status"}, "Waarde", "in voorbereiding")
    gemaakt = maak(gebieden, tmp_path)
    assert codes(gemaakt.bevindingen, Ernst.FOUT) == set()
    assert codes(gemaakt.bevindingen, Ernst.LET_OP) == {"kaart-zonder-gebied"}
    assert "Taalcafé" in tekst(tmp_path)
    assert "Schoorl: er is nog geen werkmap waar een plan van komt." in tekst(tmp_path)
    # The workbook of 2027 is in preparation, so that of 2026 counts.
    assert "Ontmoeting voor mensen met dementie" not in tekst(tmp_path)


def test_without_any_activity_nothing_is_made(gebieden: Path, tmp_path: Path) -> None:
    for slug in MET_AANBOD:
        boek = load_workbook(gebieden / slug / "2027.xlsx")
        boek[BLAD].delete_rows(2, 100)
        boek.save(gebieden / slug / "2027.xlsx")
    with pytest.raises(GebiedsplanFout) as fout:
        maak(gebieden, tmp_path)
    assert "kaart-leeg" in codes(fout.value.bevindingen, Ernst.FOUT)
    assert not (tmp_path / "build").exists()


def test_controleer_says_what_the_map_misses(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    assert codes(build.controleer(mappen(gebieden, gebieden), "heiloo", 2027), Ernst.TIP) == set()
    zet(pad, BLAD, {"Activiteit": "Samen eten"}, "E-mail", "bel maar even")
    zet(pad, BLAD, {"Activiteit": "Taalcafé"}, "Telefoon", 721234567)
    zet(pad, BLAD, {"Activiteit": "Wandelgroep"}, "Kosten", None)
    bevindingen = build.controleer(mappen(gebieden, gebieden), "heiloo", 2027)
    over_contact = [b for b in bevindingen if b.code == "contact-onbekend"]
    assert ["“bel maar even”" in over_contact[0].tekst, "“721234567”" in over_contact[1].tekst] == [True, True]
    assert {b.ernst for b in over_contact} == {Ernst.LET_OP}
    (tip,) = [b for b in bevindingen if b.code == "aanbod-onvolledig"]
    assert "kosten (bij Wandelgroep)" in tip.tekst


# -- links


@pytest.mark.parametrize(
    ("link", "geschreven", "naar"),
    [
        (telefoonlink, "072 - 123 45 67", "tel:+31721234567"),
        (telefoonlink, "+31 (0)72 123 45 67", "tel:+31721234567"),
        (telefoonlink, "0031 6 12345678", "tel:+31612345678"),
        (telefoonlink, "14 072", "tel:14072"),
        (telefoonlink, "0800-1234", "tel:08001234"),
        (telefoonlink, "721234567", ""),
        (telefoonlink, "072 123 45 67 of 06 12345678", ""),
        (telefoonlink, "٠٧٢١٢٣٤٥٦٧", ""),
        (maillink, "info@dorpshuis.example", "mailto:info@dorpshuis.example"),
        (maillink, "info@dorpshuis.example?bcc=x@y.nl", ""),
        (maillink, "a@b.nl, c@d.nl", ""),
        (maillink, "info@dorpshuis", ""),
        (weblink, "www.dorpshuis.example/eten?dag=1", "https://www.dorpshuis.example/eten?dag=1"),
        (weblink, "HTTP://dorpshuis.example", "http://dorpshuis.example"),
        (weblink, "javascript:alert(1)", ""),
        (weblink, "https://naam@dorpshuis.example", ""),
        (weblink, 'dorpshuis.example/"onclick="x', ""),
        (weblink, "//dorpshuis.example", ""),
    ],
)
def test_only_what_is_certainly_an_address_is_a_link(link: type[str], geschreven: str, naar: str) -> None:
    assert link(geschreven) == naar


def test_the_front_page_leads_to_it_when_it_is_there(gebieden: Path, tmp_path: Path) -> None:
    def koppelingen() -> list[str]:
        voorpagina = html.fromstring((tmp_path / "build" / "index.html").read_bytes())
        return [str(a.get("href")) for a in gevonden(voorpagina, "//a") if "preventiekaart" in woorden(a)]

    build.maak(mappen(gebieden, tmp_path), "uitgeest", 2027)
    assert koppelingen() == []
    maak(gebieden, tmp_path)
    assert koppelingen() == ["preventiekaart.html"]
    assert not overzicht.index(mappen(gebieden, tmp_path), KADER, None), "it is as it would be made now"


# -- dangerous cells


@pytest.fixture(scope="module")
def luisteraar() -> Iterator[Luisteraar]:
    opgezet = Luisteraar()
    yield opgezet
    opgezet.sluit()


@pytest.fixture(scope="module")
def vergiftigd(tmp_path_factory: pytest.TempPathFactory, luisteraar: Luisteraar) -> Path:
    """Every column with words of Heiloo holds something dangerous, each row something else."""
    naar = tmp_path_factory.mktemp("gif")
    gebieden = Path(shutil.copytree(GEBIEDEN, naar / "gebieden"))
    soorten = (*kwaad(luisteraar.adres), '" onmouseover="alert(1)', '=HYPERLINK("http://x.nl")', "+31", "@SOM(1)", "-1")
    boek = load_workbook(gebieden / "heiloo" / "2027.xlsx")
    kop = [cel.value for cel in boek[BLAD][1]]
    sjabloon = [cel.value for cel in boek[BLAD][2]]
    for rij, soort in enumerate(soorten, start=2):
        for nummer, naam in enumerate(kop):
            is_tekst = next(k for k in KOLOMMEN if k.naam == naam).soort in WOORDEN
            cel = boek[BLAD].cell(rij, nummer + 1)
            cel.value = soort if is_tekst else sjabloon[nummer]
            cel.data_type = "s" if is_tekst else cel.data_type
    boek.save(gebieden / "heiloo" / "2027.xlsx")
    maak(gebieden, naar)
    return naar


def test_what_a_cell_holds_is_text(vergiftigd: Path, luisteraar: Luisteraar) -> None:
    inhoud = (vergiftigd / "build" / "preventiekaart.html").read_bytes()
    blad = html.fromstring(inhoud)
    op_pagina = " ".join(woorden_in_html(inhoud).split())
    assert [soort for soort in kwaad(luisteraar.adres) if soort not in op_pagina] == []
    assert [len(list(blad.iter(naam))) for naam in ("script", "style", "img", "iframe")] == [1, 1, 0, 0]
    assert not blad.xpath("//@*[starts-with(name(), 'on')] | //@src")
    wegen = {str(a.get("href")).split(":")[0] for a in gevonden(blad, "//a") if not str(a.get("href")).startswith("#")}
    assert wegen <= {"mailto", "https"}
    (script,) = gevonden(blad, "//script")
    merk = b64encode(sha256(str(script.text).encode()).digest()).decode()
    (beleid,) = gevonden(blad, "//meta[@http-equiv='Content-Security-Policy']")
    assert f"default-src 'none'; script-src 'sha256-{merk}';" in str(beleid.get("content"))


def test_the_workbook_holds_words_and_one_table(vergiftigd: Path) -> None:
    inhoud = (vergiftigd / "build" / "preventiekaart.xlsx").read_bytes()
    boek = load_workbook(BytesIO(inhoud))
    assert boek.sheetnames == ["Lees mij", BLAD]
    assert boek.properties.title == "Preventiekaart BUCH"
    vel = boek[BLAD]
    tabel = vel.tables["Preventiekaart"]
    assert tabel.ref == f"A1:P{vel.max_row}"
    assert tabel.headerRowCount == 1
    assert tabel.autoFilter.ref == tabel.ref
    assert all(cel.comment for cel in vel[1])
    assert vel.freeze_panes == "B2"
    assert not vel.merged_cells.ranges
    soorten = {cel.data_type for rij in vel.iter_rows(min_row=2) for cel in rij if cel.value is not None}
    assert soorten == {"s", "d"}
    gevaarlijk = [cel for rij in vel for cel in rij if str(cel.value)[:1] in "=+-@"]
    assert len(gevaarlijk) >= 4
    assert all(cel.quotePrefix for cel in gevaarlijk)
    assert all(cel.hyperlink is None for rij in vel for cel in rij)


@pytest.mark.browser
def test_opening_it_runs_nothing_and_fetches_nothing(
    browser: Browser, vergiftigd: Path, luisteraar: Luisteraar
) -> None:
    geopend = browser.new_page()
    gezegd: list[str] = []
    geopend.on("dialog", lambda venster: gezegd.append(venster.message))
    geopend.on("console", lambda bericht: gezegd.append(bericht.text))
    adres = (vergiftigd / "build" / "preventiekaart.html").as_uri()
    geopend.goto(f"{adres}#woord=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&dorp=%22%3E%3Cb%3E", wait_until="networkidle")
    assert "<img src=x onerror=alert(1)>" in geopend.locator("#keuze").inner_text()
    assert geopend.locator("#keuze *").count() == 0
    geopend.close()
    assert gezegd == []
    assert luisteraar.bezoeken() == 0


# -- searching


@pytest.fixture
def open_(browser: Browser, kaart: Path) -> Iterator[Page]:
    geopend = browser.new_page(viewport={"width": 1280, "height": 900})
    geopend.goto((kaart / "build" / "preventiekaart.html").as_uri())
    yield geopend
    geopend.close()


def te_zien(geopend: Page) -> list[str]:
    return geopend.locator("h3:visible").all_inner_texts()


def kies(geopend: Page, groep: str, *merken: str) -> None:
    geopend.evaluate("groep => document.querySelector(`[data-groep=${groep}]`).open = true", groep)
    for merk in merken:
        geopend.check(f"input[name={groep}][value={merk}]")


@pytest.mark.browser
def test_words_and_choices_find_what_fits(open_: Page) -> None:
    """One of those chosen within a group, and something from each group; accents and case do not count."""
    aantal = open_.locator("#aantal")
    open_.fill("#woord", "  CAFE oefenen")
    expect(aantal).to_have_text("1 van de 39 activiteiten")
    assert te_zien(open_) == ["Taalcafé"]
    assert open_.locator("h2:visible").all_inner_texts() == ["Heiloo"]
    open_.fill("#woord", "")
    expect(aantal).to_have_text("39 activiteiten")
    kies(open_, "dorp", "WK038306")
    expect(aantal).to_have_text("1 van de 39 activiteiten")
    kies(open_, "dorp", "WK039904")
    expect(aantal).to_have_text("3 van de 39 activiteiten")
    assert te_zien(open_) == ["Inloop met koffie", "Klussendienst", "Burenhulp"]
    kies(open_, "toegang", "vrije-inloop")
    expect(aantal).to_have_text("1 van de 39 activiteiten")
    assert open_.locator("#keuze").inner_text() == (
        "Gekozen – dorp of gebied: Heiloo-West of De Woude; toegang: Vrije inloop."
    )
    kies(open_, "thema", "werk-en-inkomen")
    expect(aantal).to_have_text("0 van de 39 activiteiten")
    assert open_.locator("#niets").is_visible()
    open_.click("button[type=reset]")
    expect(aantal).to_have_text("39 activiteiten")
    assert open_.evaluate("document.activeElement.id") == "woord"
    assert "#" not in open_.url


@pytest.mark.browser
def test_the_address_keeps_what_was_chosen(open_: Page) -> None:
    kies(open_, "dorp", "heiloo")
    kies(open_, "thema", "eenzaamheid")
    open_.fill("#woord", "één & meer")
    expect(open_.locator("#niets")).to_be_visible()
    adres = open_.url
    assert adres.endswith("#woord=%C3%A9%C3%A9n+%26+meer&dorp=heiloo&thema=eenzaamheid")
    open_.goto("about:blank")
    open_.goto(adres.replace("%26+meer", "lange"))
    expect(open_.locator("#aantal")).to_have_text("1 van de 39 activiteiten")
    assert open_.input_value("#woord") == "één lange"
    assert te_zien(open_) == ["Samen eten"]
    # A place on the page is no question, and a choice that is no longer there finds no mistake.
    open_.evaluate("location.hash = '#pagina:tekst'")
    assert te_zien(open_) == ["Samen eten"]
    open_.evaluate("location.hash = '#dorp=weg&thema=eenzaamheid'")
    expect(open_.locator("#keuze")).to_have_text("Gekozen – thema: Eenzaamheid.")


@pytest.mark.browser
def test_it_works_by_keyboard(open_: Page) -> None:
    open_.focus("#woord")
    open_.keyboard.type("koffie")
    open_.keyboard.press("Tab")
    open_.keyboard.press("Enter")
    open_.keyboard.press("Tab")
    assert open_.evaluate("document.activeElement.value") == "heiloo"
    open_.keyboard.press("Space")
    expect(open_.locator("#aantal")).to_have_text("2 van de 39 activiteiten")
    open_.focus("#woord")
    open_.keyboard.press("Enter")
    assert open_.evaluate("document.activeElement.id") == "aantal"
    open_.keyboard.press("Tab")
    assert open_.evaluate("document.activeElement.href") == "mailto:info@welzijnsorganisatie.example"
    klein = open_.evaluate(
        """[...document.querySelectorAll('label, summary, button, input, .activiteiten a')]
            .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24).map((e) => e.outerHTML)"""
    )
    assert klein == []


@pytest.mark.browser
def test_without_script_all_of_it_is_there(browser: Browser, kaart: Path) -> None:
    zonder = browser.new_context(java_script_enabled=False)
    geopend = zonder.new_page()
    geopend.goto((kaart / "build" / "preventiekaart.html").as_uri())
    assert len(te_zien(geopend)) == 39
    assert geopend.locator("form").is_hidden()
    assert geopend.locator("#naar-gebied a:visible").count() == len(MET_AANBOD)
    zonder.close()


@pytest.mark.browser
@pytest.mark.libreoffice  # for pdftotext
def test_paper_holds_what_was_found_and_says_what_was_asked(open_: Page, tmp_path: Path) -> None:
    kies(open_, "dorp", "uitgeest")
    expect(open_.locator("#aantal")).to_have_text("5 van de 39 activiteiten")
    pdf = tmp_path / "kaart.pdf"
    pdf.write_bytes(open_.pdf(prefer_css_page_size=True))
    gelezen = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    op_papier = " ".join(gelezen.stdout.split())
    assert "Gekozen – dorp of gebied: Uitgeest." in op_papier
    assert "16 november 2026" in op_papier
    assert "Speelotheek" in op_papier
    assert not re.search("Taalcafé|Wis alles|Zoek op een woord", op_papier)
