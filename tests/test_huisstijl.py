"""The house style: what a gemeente may choose, what it is told when that cannot be, and where it is seen."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from coloraide import Color
from conftest import WORTEL
from docx.oxml.ns import qn
from lxml import etree, html

from gebiedsplan import build, huisstijl, kader, raster
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout
from gebiedsplan.build import Mappen
from gebiedsplan.document import Document, Meta
from gebiedsplan.huisstijl.contrast import PAREN, helderheid, verhouding
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.writers import docx as word
from gebiedsplan.writers import html as web

NEUTRAAL = huisstijl.read((WORTEL / "templates" / "huisstijl",), "heiloo").huisstijl
VOORBEELD = huisstijl.read((WORTEL / "templates" / "huisstijl",), "voorbeeld").huisstijl
META = Meta("Gebiedsplan Egmond 2027", "", "", "2026-11-22", "concept", "0.3", "", (), ())


@pytest.fixture
def stijlen(tmp_path: Path) -> Path:
    """A copy of the folder with the styles, to change at will."""
    return Path(shutil.copytree(WORTEL / "templates" / "huisstijl", tmp_path / "huisstijl"))


def met(stijlen: Path, *regels: str) -> Path:
    """The folder with a style of Heiloo that holds these lines."""
    (stijlen / "heiloo.toml").write_text("\n".join(regels) + "\n", "utf-8")
    return stijlen


def bevindingen(stijlen: Path) -> tuple[Bevinding, ...]:
    """Everything that is wrong with the style of Heiloo, and what is not wrong enough."""
    try:
        return huisstijl.read((stijlen,), "heiloo").bevindingen
    except GebiedsplanFout as fout:
        return fout.bevindingen


def de_ene(stijlen: Path) -> Bevinding:
    (bevinding,) = bevindingen(stijlen)
    return bevinding


def vervang(pad: Path, oud: str, nieuw: str) -> int:
    """Replace the only ``oud`` in a file; the number of its line."""
    tekst = pad.read_text("utf-8")
    assert tekst.count(oud) == 1
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")
    return tekst[: tekst.index(oud)].count("\n") + 1


# -- which style


def test_no_gemeente_has_a_style_that_is_not_its_own() -> None:
    gemeenten = [g.slug for g in kader.read(WORTEL / "gebieden" / "kader.toml").gebieden if not g.deel_van]
    assert [huisstijl.read((WORTEL / "templates" / "huisstijl",), g).huisstijl.naam for g in gemeenten] == [
        "Neutraal"
    ] * 4


def test_a_gemeente_gives_only_what_is_different(stijlen: Path) -> None:
    gelezen = huisstijl.read((met(stijlen, 'naam = "Heiloo"', "[kleuren]", 'accent = "#2F6B3A"'),), "heiloo")
    assert gelezen.bevindingen == ()
    assert gelezen.huisstijl == replace(
        huisstijl.read((stijlen,), "bergen").huisstijl,
        naam="Heiloo",
        kleuren=replace(NEUTRAAL.kleuren, accent="#2f6b3a"),
    )


def test_a_logo_comes_whole(stijlen: Path) -> None:
    """The words of another logo would be wrong."""
    with (stijlen / "neutraal.toml").open("a", encoding="utf-8") as neutraal:
        neutraal.write('[logo]\nbestand = "voorbeeld-logo.png"\nalt = "Samenwerking"\nbreedte_mm = 40\n')
    fout = de_ene(met(stijlen, "[logo]", 'bestand = "voorbeeld-logo.png"', "breedte_mm = 50"))
    assert (fout.code, fout.plek.sleutel) == ("huisstijl-sleutel-ontbreekt", "logo › alt")
    assert (Path(fout.plek.bestand).name, fout.plek.regel) == ("heiloo.toml", 1)


def test_a_changed_style_is_seen_at_once(stijlen: Path) -> None:
    for kleur in ("#2f6b3a", "#7a1f5c"):
        assert (
            huisstijl.read((met(stijlen, "[kleuren]", f'accent = "{kleur}"'),), "heiloo").huisstijl.kleuren.accent
            == kleur
        )


# -- what is wrong with it


def test_everything_is_said_at_once_in_the_file_where_it_stands(stijlen: Path) -> None:
    met(
        stijlen,
        'kleur = "groen"',
        'lettertype = "Arial"',
        "[kleuren]",
        'accent = "groen"',
        'gedempt = "#9aa5b1"',
        "[grafieken]",
        "letters = 3",
    )
    vervang(stijlen / "neutraal.toml", 'inkt = "#1f2933"', "inkt = 5")
    vervang(stijlen / "neutraal.toml", 'lijn = "#c5cdd5"', "")
    gevonden = [(Path(b.plek.bestand).name, b.plek.regel, b.plek.sleutel, b.code) for b in bevindingen(stijlen)]
    contrast = ("heiloo.toml", 5, "kleuren › gedempt", "huisstijl-contrast")
    assert [b for b in gevonden if b != contrast] == [
        ("heiloo.toml", 1, "kleur", "huisstijl-sleutel-onbekend"),
        ("heiloo.toml", 2, "lettertype", "huisstijl-waarde-verkeerd"),
        ("heiloo.toml", 4, "kleuren › accent", "huisstijl-waarde-verkeerd"),
        ("heiloo.toml", 7, "grafieken › letters", "huisstijl-waarde-verkeerd"),
        ("neutraal.toml", 21, "kleuren › lijn", "huisstijl-sleutel-ontbreekt"),
        ("neutraal.toml", 22, "kleuren › inkt", "huisstijl-waarde-verkeerd"),
    ]
    assert gevonden.count(contrast) == 5


@pytest.mark.parametrize(
    ("regels", "tekst"),
    [
        (("[kleuren]", 'accent = "#12"'), "geen kleur"),
        (("[lettertype]", 'web = ["Arial; } body { display: none"]'), "geen naam van een lettertype"),
        (("[lettertype]", "web = []"), "leeg"),
        (("[grafieken]", "punten_per_inch = 20"), "kan niet"),
        (("[grafieken]", 'letters = "8"'), "een getal"),
    ],
)
def test_values_that_cannot_be(stijlen: Path, regels: tuple[str, str], tekst: str) -> None:
    fout = de_ene(met(stijlen, *regels))
    assert (fout.code, fout.plek.regel) == ("huisstijl-waarde-verkeerd", 2)
    assert tekst in fout.tekst


def test_no_toml(stijlen: Path) -> None:
    assert (de_ene(met(stijlen, "naam = ")).code, de_ene(stijlen).plek.regel) == ("huisstijl-onleesbaar", 1)


def test_without_folder_or_neutral_style(stijlen: Path) -> None:
    (stijlen / "neutraal.toml").unlink()
    assert de_ene(stijlen).code == "huisstijl-ontbreekt"
    assert de_ene(stijlen / "weg").code == "map-ontbreekt"


@pytest.mark.parametrize(
    ("bestand", "sleutel"),
    [
        ("gebiedsplan.docx", "stijldocument"),
        ("gebiedsplan.css", "stijlblad"),
        ("lettertypen/LiberationSans-Regular.ttf", "lettertype › gewoon"),
        ("lettertypen/LiberationSans-Bold.ttf", "lettertype › vet"),
    ],
)
def test_a_file_that_is_not_there_or_something_else(stijlen: Path, bestand: str, sleutel: str) -> None:
    for inhoud, code in ((None, "huisstijl-bestand-ontbreekt"), (b"\xff\xfe", "huisstijl-bestand-onleesbaar")):
        (stijlen / bestand).unlink()
        if inhoud:
            (stijlen / bestand).write_bytes(inhoud)
        fout = de_ene(stijlen)
        assert (fout.code, fout.plek.sleutel, fout.ernst) == (code, sleutel, Ernst.FOUT)
        assert bestand in fout.tekst
        (stijlen / bestand).touch()


# -- contrast


@pytest.mark.parametrize(
    "kleur", ["#000000", "#ffffff", "#0b0a0c", "#3d8a63", "#1f2933", "#FF0000", "#00ff00", "#0000ff"]
)
def test_contrast_is_what_a_library_for_colours_measures(kleur: str) -> None:
    grond = "#f2ece4"
    gemeten = verhouding(helderheid(kleur), helderheid(grond))
    assert gemeten == pytest.approx(Color(kleur).contrast(grond, method="wcag21"), abs=0.005)


def test_too_little_contrast_names_both_colours_and_both_ratios(stijlen: Path) -> None:
    met(stijlen, "# te licht", "[kleuren]", 'gunstiger = "#3d8a63"')
    fout = de_ene(stijlen)
    assert (fout.code, fout.ernst, fout.plek.regel) == ("huisstijl-contrast", Ernst.FOUT, 3)
    assert fout.tekst == (
        "“gunstiger” (#3d8a63) op wit papier heeft een contrast van 4,18 : 1. "
        "Nodig is 4,5 : 1, want het is de kleur van tekst."
    )


def test_a_surface_that_is_too_dark_is_named_where_it_was_chosen(stijlen: Path) -> None:
    met(stijlen, "[kleuren]", 'bereik = "#aab2bd"')
    fouten = bevindingen(stijlen)
    assert {(b.code, b.plek.regel, b.plek.sleutel) for b in fouten} == {("huisstijl-contrast", 2, "kleuren › bereik")}
    assert any("“anderen” (#767f8a) op “bereik” (#aab2bd)" in b.tekst and "Nodig is 3 : 1" in b.tekst for b in fouten)


def test_a_ratio_is_never_rounded_up_to_what_is_needed(stijlen: Path) -> None:
    """#777777 on white is 4.478."""
    gevonden = bevindingen(met(stijlen, "[kleuren]", 'gunstiger = "#777777"'))
    assert any("4,47 : 1" in b.tekst for b in gevonden)


def test_every_colour_that_is_seen_is_checked_on_paper_or_a_surface() -> None:
    vlakken = {"vlak", "rustig_vlak", "waarschuwing_vlak", "bereik"}
    betekenisloos = {"lijn"}
    gecontroleerd = {naam for paar in PAREN for naam in (paar.kleur, paar.grond)}
    assert gecontroleerd == (set(asdict(NEUTRAAL.kleuren)) - betekenisloos) | {"papier"}
    assert {paar.grond for paar in PAREN} == vlakken | {"papier"}


# -- logo


LOGO = ("[logo]", 'bestand = "logo.svg"', 'alt = "Gemeente Voorbeeld"', "breedte_mm = 40")


def test_logo_of_dots_is_the_same_in_word_and_on_the_web(stijlen: Path) -> None:
    met(stijlen, "[logo]", 'bestand = "logo.png"', 'alt = "Gemeente Voorbeeld"', "breedte_mm = 40")
    inhoud = raster.png(b"\x10\x20\x30\xff" * 200, 20, 10, 96)
    (stijlen / "logo.png").write_bytes(inhoud)
    logo = huisstijl.read((stijlen,), "heiloo").huisstijl.logo
    assert logo is not None
    assert logo.web == logo.word
    assert (logo.word.inhoud, logo.word.soort, logo.breedte_mm, logo.hoogte_mm) == (inhoud, "image/png", 40, 20)


@pytest.mark.parametrize(
    ("svg", "png", "code", "woord"),
    [
        (None, None, "huisstijl-bestand-ontbreekt", "logo.svg"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', None, "huisstijl-bestand-ontbreekt", "logo.png"),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg"/>',
            b"\x89PNG\r\n\x1a\n",
            "huisstijl-bestand-onleesbaar",
            "logo.svg",
        ),
        (b"GIF89a", None, "huisstijl-bestand-onleesbaar", "logo.svg"),
        (b"", None, "huisstijl-bestand-onleesbaar", "logo.svg"),
    ],
)
def test_a_logo_that_cannot_be_used_is_a_warning(
    stijlen: Path, svg: bytes | None, png: bytes | None, code: str, woord: str
) -> None:
    for naam, inhoud in (("logo.svg", svg), ("logo.png", png)):
        if inhoud is not None:
            (stijlen / naam).write_bytes(inhoud)
    gelezen = huisstijl.read((met(stijlen, *LOGO),), "heiloo")
    assert gelezen.huisstijl.logo is None
    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.ernst, bevinding.plek.regel) == (code, Ernst.LET_OP, 2)
    assert woord in bevinding.tekst


@pytest.mark.parametrize("alt", ['alt = ""', ""])
def test_a_logo_without_words_is_refused(stijlen: Path, alt: str) -> None:
    fout = de_ene(met(stijlen, "[logo]", 'bestand = "voorbeeld-logo.png"', "breedte_mm = 40", alt))
    assert (fout.plek.sleutel, fout.ernst) == ("logo › alt", Ernst.FOUT)


# -- where it is seen


@pytest.fixture(scope="module")
def in_voorbeeldstijl(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of Heiloo, with the style of the example as that of Heiloo."""
    map_ = tmp_path_factory.mktemp("voorbeeldstijl")
    sjablonen = Path(shutil.copytree(WORTEL / "templates", map_ / "templates"))
    (sjablonen / "huisstijl" / "voorbeeld.toml").rename(sjablonen / "huisstijl" / "heiloo.toml")
    return maak(sjablonen, map_)


@pytest.fixture(scope="module")
def in_neutrale_stijl(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return maak(WORTEL / "templates", tmp_path_factory.mktemp("neutraal"))


def maak(sjablonen: Path, naar: Path) -> dict[str, bytes]:
    """Build Heiloo and read every file back, by its name; of a Word file also its parts."""
    mappen = Mappen(WORTEL / "gebieden", (sjablonen,), naar / "build", naar / "figures")
    build.maak(mappen, "heiloo", 2027)
    paden = [pad for map_ in (mappen.uit, mappen.figuren) for pad in sorted(map_.rglob("*")) if pad.is_file()]
    bestanden = {pad.name: pad.read_bytes() for pad in paden}
    return bestanden | delen(bestanden["gebiedsplan-heiloo-2027.docx"])


def delen(inhoud: bytes) -> dict[str, bytes]:
    pakket = zipfile.ZipFile(BytesIO(inhoud))
    return {naam: pakket.read(naam) for naam in pakket.namelist()}


def kleuren_in(inhoud: bytes) -> set[str]:
    return {f"#{kleur.decode().lower()}" for kleur in re.findall(rb"\b[0-9A-Fa-f]{6}\b", inhoud)}


def test_the_accent_is_everywhere(in_voorbeeldstijl: dict[str, bytes]) -> None:
    kernbeeld = next(naam for naam in in_voorbeeldstijl if "kernbeeld" in naam and naam.endswith(".svg"))
    for naam in (
        "word/theme/theme1.xml",
        "word/styles.xml",
        "word/numbering.xml",
        "gebiedsplan-heiloo-2027.html",
        kernbeeld,
    ):
        assert VOORBEELD.kleuren.accent in kleuren_in(in_voorbeeldstijl[naam]), naam


def test_no_neutral_colour_is_left_anywhere(in_voorbeeldstijl: dict[str, bytes]) -> None:
    """But on the front page, which is of all gemeenten and so of none."""
    neutraal = set(asdict(NEUTRAAL.kleuren).values())
    vormen = (".xml", ".html", ".svg", ".rels")
    tekst = {n: i for n, i in in_voorbeeldstijl.items() if n.endswith(vormen) and n != "index.html"}
    assert len(tekst) > 15
    assert {
        naam: kleuren_in(inhoud) & neutraal for naam, inhoud in tekst.items() if kleuren_in(inhoud) & neutraal
    } == {}


def test_no_neutral_letter_is_left_in_word(in_voorbeeldstijl: dict[str, bytes]) -> None:
    assert [n for n, inhoud in in_voorbeeldstijl.items() if n.endswith(".xml") and b"Arial" in inhoud] == []
    assert b'w:ascii="Times New Roman"' in in_voorbeeldstijl["word/styles.xml"]
    assert b'<a:latin typeface="Times New Roman"/>' in in_voorbeeldstijl["word/theme/theme1.xml"]


def test_charts_are_drawn_in_the_style(
    in_voorbeeldstijl: dict[str, bytes], in_neutrale_stijl: dict[str, bytes]
) -> None:
    platen = [naam for naam in in_neutrale_stijl if naam.endswith(".png") and "/" not in naam]
    assert len(platen) >= 4
    assert all(in_voorbeeldstijl[naam] != in_neutrale_stijl[naam] for naam in platen)


def test_the_words_do_not_depend_on_the_style(
    in_voorbeeldstijl: dict[str, bytes], in_neutrale_stijl: dict[str, bytes]
) -> None:
    def woorden(bestanden: dict[str, bytes]) -> list[str]:
        return [p.text for p in docx.Document(BytesIO(bestanden["gebiedsplan-heiloo-2027.docx"])).paragraphs if p.text]

    assert in_voorbeeldstijl["gebiedsplan-heiloo-2027.md"] == in_neutrale_stijl["gebiedsplan-heiloo-2027.md"]
    gewoon, eigen = woorden(in_neutrale_stijl), woorden(in_voorbeeldstijl)
    assert [tekst for tekst in eigen if tekst != VOORBEELD.contactregel] == gewoon
    assert eigen.count(VOORBEELD.contactregel) == 1


def test_logo_and_contact_line_stand_on_the_front_page(in_voorbeeldstijl: dict[str, bytes]) -> None:
    voorblad = next(html.fromstring(in_voorbeeldstijl["gebiedsplan-heiloo-2027.html"]).iter("header"))
    (logo,) = voorblad.iter("img")
    assert logo.get("alt") == "Voorbeeldlogo van een verzonnen gemeente"
    assert logo.get("src", "").startswith("data:image/svg+xml;base64,")
    assert VOORBEELD.contactregel in voorblad.itertext()
    body = docx.Document(BytesIO(in_voorbeeldstijl["gebiedsplan-heiloo-2027.docx"])).element.body
    genummerd = [(d.get("id"), d.get("descr")) for d in body.iter(qn("wp:docPr"))]
    assert genummerd[0][1] == "Voorbeeldlogo van een verzonnen gemeente"
    assert len({nummer for nummer, _ in genummerd}) == len(genummerd)
    assert body[0].find(f".//{qn('wp:docPr')}") is not None


def test_a_missing_logo_is_said_and_the_plan_is_made(tmp_path: Path) -> None:
    sjablonen = Path(shutil.copytree(WORTEL / "templates", tmp_path / "templates"))
    (sjablonen / "huisstijl" / "voorbeeld.toml").rename(sjablonen / "huisstijl" / "heiloo.toml")
    (sjablonen / "huisstijl" / "voorbeeld-logo.svg").unlink()
    mappen = Mappen(WORTEL / "gebieden", (sjablonen,), tmp_path / "build", tmp_path / "figures")
    gemaakt = build.maak(mappen, "heiloo", 2027)
    assert [b.ernst for b in gemaakt.bevindingen if b.code == "huisstijl-bestand-ontbreekt"] == [Ernst.LET_OP]
    assert b"<img" not in gemaakt.paden[1].read_bytes()


def test_a_style_document_of_someone_else_is_a_finding(tmp_path: Path) -> None:
    sjablonen = Path(shutil.copytree(WORTEL / "templates", tmp_path / "templates"))
    docx.Document().save(str(sjablonen / "huisstijl" / "gebiedsplan.docx"))
    mappen = Mappen(WORTEL / "gebieden", (sjablonen,), tmp_path / "build", tmp_path / "figures")
    with pytest.raises(GebiedsplanFout) as gevangen:
        build.maak(mappen, "heiloo", 2027)
    (fout,) = gevangen.value.bevindingen
    assert fout.code == "huisstijl-bestand-onleesbaar"
    assert fout.plek.bestand.endswith("gebiedsplan.docx")
    assert not (tmp_path / "build").exists()


# -- one document in a style


def schrijf(stijl: Huisstijl, meta: Meta = META) -> tuple[dict[str, bytes], str]:
    leeg = Document(meta, ())
    return delen(word.write(leeg, {}, stijl)), web.write(leeg, {}, stijl).decode()


def test_same_style_gives_the_same_bytes() -> None:
    assert schrijf(VOORBEELD) == schrijf(VOORBEELD)


@pytest.mark.parametrize("stijl", [NEUTRAAL, VOORBEELD], ids=lambda stijl: stijl.naam)
def test_every_colour_beside_a_theme_colour_is_that_of_the_theme(stijl: Huisstijl) -> None:
    """Word follows the theme, LibreOffice the literal colour: both must show the same."""
    onderdelen, _ = schrijf(stijl)
    thema = {
        etree.QName(kleur.getparent()).localname: kleur.get("val")
        for kleur in etree.fromstring(onderdelen["word/theme/theme1.xml"]).iterfind(".//{*}clrScheme/*/{*}srgbClr")
    }
    heet = {"text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2", "hyperlink": "hlink"}
    gezien = 0
    for naam in ("word/styles.xml", "word/numbering.xml"):
        for element in etree.fromstring(onderdelen[naam]).iter():
            for thema_van, waarde in (("themeColor", "color"), ("themeFill", "fill")):
                gekozen = element.get(qn(f"w:{thema_van}"))
                if gekozen:
                    letterlijk = element.get(qn("w:val" if element.tag == qn("w:color") else f"w:{waarde}"))
                    assert letterlijk == thema[heet.get(gekozen, gekozen)], etree.tostring(element)
                    gezien += 1
    assert gezien > 40


def test_the_style_document_names_no_colour_outside_its_theme(stijlen: Path) -> None:
    """Every literal is beside a theme colour, or is a custom colour of the theme: else a style cannot reach it."""
    onderdelen = delen((stijlen / "gebiedsplan.docx").read_bytes())
    eigen = set(
        re.findall(rb'<a:custClr name="[a-z_]+"><a:srgbClr val="([0-9A-F]{6})"', onderdelen["word/theme/theme1.xml"])
    )
    assert len(eigen) == 2
    for naam in ("word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/footer1.xml"):
        los = re.findall(rb'w:(?:color|val|fill)="([0-9A-F]{6})"(?! w:theme)', onderdelen[naam])
        assert set(los) <= eigen, naam


def test_a_draft_says_so_in_a_band_on_every_page_and_in_words() -> None:
    vorm, pagina = schrijf(VOORBEELD)
    kop, tekst = vorm["word/header1.xml"].decode(), vorm["word/document.xml"].decode()
    assert 'w:val="Koptekstconcept"' in kop
    assert 'w:val="Omslagconcept"' in tekst
    for deel in (kop, tekst):
        assert ">Concept</w:t>" in deel
        assert "w:pict" not in deel
    assert f"background: {VOORBEELD.kleuren.waarschuwing_vlak}" in pagina[pagina.index("@top-left") :]


@pytest.mark.parametrize("status", ["voorstel", "vastgesteld"])
def test_what_was_proposed_or_decided_is_calm(status: str) -> None:
    vorm, pagina = schrijf(VOORBEELD, replace(META, status=status))
    alles = vorm["word/header1.xml"] + vorm["word/document.xml"]
    assert b"concept" not in alles.lower()
    assert b'w:val="Omslagstatus"' in alles
    assert "background: #" not in pagina[pagina.index("@top-left") : pagina.index("</style>")]
