"""A plan from workbook to paper, on the real workbooks: what changes, what does not, and what is left behind."""

from __future__ import annotations

import re
import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import VAN_EEN_PLAN, WORTEL, Producten, eigen_bevindingen, gemaakt_in
from docx import Document
from lastig import LANG, VREEMD
from lxml import etree, html
from openpyxl import load_workbook

from gebiedsplan import build, kader
from gebiedsplan.bevinding import Ernst, GebiedsplanFout, fouten
from gebiedsplan.build import Gemaakt, Mappen
from gebiedsplan.gebied.bladen import BLADEN
from gebiedsplan.gebied.kolommen import Soort
from gebiedsplan.gebied.vorm import vorm

SJABLONEN = WORTEL / "templates"
SLUGS = (
    "heiloo",
    "uitgeest",
    "castricum",
    "castricum-kern",
    "limmen-akersloot-de-woude",
    "bergen",
    "bergen-kern",
    "egmond",
    "schoorl",
)


def mappen(gebieden: Path, naar: Path) -> Mappen:
    return Mappen(gebieden, (SJABLONEN,), naar / "build", naar / "figures")


def maak(gebieden: Path, naar: Path, slug: str = "heiloo") -> dict[str, bytes]:
    """Build a plan and read back every file, by its name under the output folders."""
    build.maak(mappen(gebieden, naar), slug, 2027)
    return gemaakt_in(naar)


def zet(pad: Path, blad: str, zoek: dict[str, Any], kolom: str, waarde: object) -> None:
    """Change one cell of a workbook: in the row of ``blad`` where the columns of ``zoek`` have these values."""
    boek = load_workbook(pad)
    rijen = boek[blad].iter_rows()
    kop = [cel.value for cel in next(rijen)]
    rij = next(rij for rij in rijen if all(rij[kop.index(k)].value == v for k, v in zoek.items()))
    rij[kop.index(kolom)].value = waarde  # type: ignore[assignment]  # no merged cells on these sheets
    boek.save(pad)


def woorden_in_docx(inhoud: bytes) -> str:
    document = Document(BytesIO(inhoud))
    return "\n".join(str(t.text) for t in document.element.body.iter("{*}t"))


def alt_in_docx(inhoud: bytes) -> list[str]:
    xml = etree.fromstring(zipfile.ZipFile(BytesIO(inhoud)).read("word/document.xml"))
    return [str(p.get("descr")) for p in xml.iter("{*}docPr")]


def woorden_in_html(inhoud: bytes) -> str:
    return str(html.fromstring(inhoud).xpath("string(//body)"))


def alt_in_html(inhoud: bytes) -> list[str]:
    return [str(svg.get("aria-label")) for svg in html.fromstring(inhoud).iter("svg")]


@pytest.fixture(scope="module")
def heiloo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return maak(WORTEL / "gebieden", tmp_path_factory.mktemp("heiloo"))


def test_every_area_has_its_plan(alle_plannen: dict[str, Path]) -> None:
    assert tuple(alle_plannen) == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_every_area_gets_word_html_and_markdown(alle_plannen: dict[str, Path], slug: str) -> None:
    namen = {pad.name for pad in alle_plannen[slug].glob("gebiedsplan-*")}
    eindes = (".docx", ".html", ".json", ".md", "-cijfers.xlsx")
    kort = (f"-in-het-kort{einde}" for einde in (".docx", ".html", ".md"))
    assert namen == {f"gebiedsplan-{slug}-2027{einde}" for einde in (*eindes, *kort)}


def koppen(pad: Path) -> list[str]:
    return ["".join(str(deel) for deel in kop.itertext()) for kop in html.fromstring(pad.read_bytes()).iter("h2")]


def test_every_plan_has_the_same_chapters_in_the_same_order(alle_plannen: dict[str, Path]) -> None:
    hoofdstukken = {
        slug: [kop for kop in koppen(map_ / f"gebiedsplan-{slug}-2027.html") if "pagina" not in kop]
        for slug, map_ in alle_plannen.items()
    }
    assert len(hoofdstukken["heiloo"]) >= 9
    assert all(koppen_ == hoofdstukken["heiloo"] for koppen_ in hoofdstukken.values())


@pytest.mark.parametrize("slug", SLUGS)
def test_word_and_html_have_the_same_pictures_with_the_same_alt_text(alle_plannen: dict[str, Path], slug: str) -> None:
    stam = alle_plannen[slug] / f"gebiedsplan-{slug}-2027"
    in_word = alt_in_docx(stam.with_suffix(".docx").read_bytes())
    in_html = alt_in_html(stam.with_suffix(".html").read_bytes())
    assert in_word == in_html
    assert len(in_word) >= 5
    assert all(0 < len(alt) <= 150 for alt in in_word)


def test_a_gemeente_plan_holds_the_speerpunten_of_its_parts(alle_plannen: dict[str, Path]) -> None:
    bergen = woorden_in_html((alle_plannen["bergen"] / "gebiedsplan-bergen-2027.html").read_bytes())
    for deel in ("bergen-kern", "egmond", "schoorl"):
        boek = load_workbook(WORTEL / "gebieden" / deel / "2027.xlsx")
        titels = [str(rij[1]) for rij in boek["Speerpunten"].iter_rows(min_row=2, values_only=True) if rij[1]]
        assert 2 <= len(titels) <= 3
        assert all(titel in bergen for titel in titels)


def test_a_changed_figure_changes_text_table_chart_and_alt_text_and_nothing_else(
    gebieden: Path, tmp_path: Path
) -> None:
    """This figure is no goal of Uitgeest; it stands in its kernbeeld, a comparison and three tables."""
    voor = maak(gebieden, tmp_path / "voor", "uitgeest")
    cijfer = {"Indicator": "Voldoet aan de beweegrichtlijn", "Regio": "Uitgeest", "Jaar": 2020}
    zet(gebieden / "uitgeest" / "2027.xlsx", "Kwetsbaarheid", cijfer, "Waarde", 87.6)
    na = maak(gebieden, tmp_path / "na", "uitgeest")
    stam = "build/uitgeest/gebiedsplan-uitgeest-2027"
    for soort, woorden, alt in (("docx", woorden_in_docx, alt_in_docx), ("html", woorden_in_html, alt_in_html)):
        oud, nieuw = voor[f"{stam}.{soort}"], na[f"{stam}.{soort}"]
        assert "88%" not in woorden(oud)
        assert woorden(nieuw).count("88%") >= 4  # kernbeeldtabel, tabel van het blok, zin, tabel bij de grafiek
        assert any("88%" in tekst for tekst in alt(nieuw))
    veranderd = {naam for naam in voor if voor[naam] != na[naam]}
    assert {naam for naam in veranderd if naam.endswith(".svg")} == {
        "figures/uitgeest/2027/kernbeeld-uitgeest.svg",
        "figures/uitgeest/2027/vergelijking-beweegrichtlijn.svg",
    }


def test_only_sentences_about_that_figure_change(gebieden: Path, tmp_path: Path) -> None:
    voor = maak(gebieden, tmp_path / "voor", "uitgeest")["build/uitgeest/gebiedsplan-uitgeest-2027.md"].decode()
    cijfer = {"Indicator": "Ervaart goede gezondheid", "Regio": "Uitgeest", "Jaar": 2016}
    zet(gebieden / "uitgeest" / "2027.xlsx", "Kwetsbaarheid", cijfer, "Waarde", 61.2)
    na = maak(gebieden, tmp_path / "na", "uitgeest")["build/uitgeest/gebiedsplan-uitgeest-2027.md"].decode()
    anders = [(a, b) for a, b in zip(voor.splitlines(), na.splitlines(), strict=True) if a != b]
    # The own row and the average of the samenwerking, in the table behind the trend.
    assert len(anders) == 2
    assert all(regel.startswith(("| Uitgeest |", "| BUCH |")) for _, regel in anders)
    assert "| 61 |" in anders[0][1]


def test_another_folder_and_another_day_give_the_same_bytes(
    heiloo: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elders = tmp_path / "een andere map" / "gebieden"
    shutil.copytree(WORTEL / "gebieden", elders)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert maak(elders, tmp_path / "uit") == heiloo


# What need not come back as it was typed: codes and names that point at something, and what another cell replaces.
VERWIJZINGEN = {
    ("Gebied", "Veld"),
    ("Bevolking", "Leeftijdsgroep"),
    ("Terugblik", "Speerpunt"),
    ("Terugblik", "Titel"),
    ("Speerpunten", "Code"),
    ("Doelen", "Indicator"),
    ("Doelen", "Eenheid"),
    # These are on the preventiekaart, not in a plan.
    *(("Aanbod", kolom) for kolom in ("Beschrijving", "Wanneer", "Kosten", "Telefoon", "E-mail", "Website")),
}
WOORDEN = {Soort.TEKST, Soort.MARKDOWN}


def merk_elke_tekst(pad: Path) -> list[str]:
    """Put a word of its own in the first row of every column with words; the words."""
    boek = load_workbook(pad)
    merken: list[str] = []
    for spec in BLADEN:
        if spec.naam not in boek.sheetnames:
            continue
        kop = [cel.value for cel in boek[spec.naam][1]]
        for kolom in spec.kolommen:
            if kolom.soort in WOORDEN and (spec.naam, kolom.naam) not in VERWIJZINGEN and kolom.naam in kop:
                cel = boek[spec.naam].cell(2, kop.index(kolom.naam) + 1)
                if cel.value is not None:
                    merken.append(f"merk{len(merken):03}")
                    cel.value = f"{cel.value} {merken[-1]}"
    boek.save(pad)
    return merken


@pytest.mark.parametrize("slug", ["heiloo", "egmond", "bergen"])
def test_no_words_of_an_adviser_are_lost(gebieden: Path, tmp_path: Path, slug: str) -> None:
    merken = merk_elke_tekst(gebieden / slug / "2027.xlsx")
    bestanden = maak(gebieden, tmp_path, slug)
    in_html = woorden_in_html(bestanden[f"build/{slug}/gebiedsplan-{slug}-2027.html"])
    in_word = woorden_in_docx(bestanden[f"build/{slug}/gebiedsplan-{slug}-2027.docx"])
    assert len(merken) >= (5 if slug == "bergen" else 25)
    assert [merk for merk in merken if merk not in in_html] == []
    assert [merk for merk in merken if merk not in in_word] == []


@pytest.mark.parametrize("slug", ["heiloo", "bergen"])
def test_every_free_text_has_a_place(gebieden: Path, tmp_path: Path, slug: str) -> None:
    vrij = {naam: f"Een *vrije* tekst over {naam}." for naam in vorm(kader.read(gebieden / "kader.toml")).teksten}
    assert len(vrij) > 5
    boek = load_workbook(gebieden / slug / "2027.xlsx")
    for naam, woorden in vrij.items():
        boek["Teksten"].append([naam, woorden])
    boek.save(gebieden / slug / "2027.xlsx")
    tekst = maak(gebieden, tmp_path, slug)[f"build/{slug}/gebiedsplan-{slug}-2027.md"].decode()
    assert [naam for naam, woorden in vrij.items() if woorden not in tekst] == []


def test_a_count_that_is_too_small_is_nowhere_to_be_read(gebieden: Path, tmp_path: Path) -> None:
    """Seven clients with help at home: the rate, the count and a nulmeting that repeats it are all hidden."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    indicator = "Inwoners met hulp bij het huishouden"
    cijfer = {"Indicator": indicator, "Regio": "Heiloo", "Jaar": 2021}
    for kolom, waarde in (("Teller", 7), ("Noemer", 8123), ("Waarde", 0.8618)):
        zet(pad, "Zorgconsumptie", cijfer, kolom, waarde)
    doel = {"Speerpunt": "H1", "Indicator": "Voelt zich eenzaam"}
    for kolom, nieuw in (("Nulmeting", 0.8618), ("Nulmeting jaar", 2021), ("Indicator", indicator)):
        zet(pad, "Doelen", doel, kolom, nieuw)
    bestanden = maak(gebieden, tmp_path)
    tekst = bestanden["build/heiloo/gebiedsplan-heiloo-2027.md"].decode()
    assert f"| {indicator} | geheim |" in tekst
    stam = "build/heiloo/gebiedsplan-heiloo-2027"
    in_word, in_html = bestanden[f"{stam}.docx"], bestanden[f"{stam}.html"]
    alt = " ".join([*alt_in_docx(in_word), *alt_in_html(in_html)])
    for leesbaar in (tekst, woorden_in_docx(in_word), woorden_in_html(in_html), alt):
        assert not re.search(r"(?<!\d)(?:0[.,]86|8\.?123|0[.,]9 per|1 per 1\.000)", leesbaar)


@pytest.mark.parametrize(("slug", "naam"), [("dijk", VREEMD), ("lang", LANG)])
def test_a_strange_name_comes_out_whole(lastige_producten: Producten, slug: str, naam: str) -> None:
    in_word, in_html, *_ = (pad.read_bytes() for pad in lastige_producten[slug])
    assert f"Gebiedsplan {naam} 2027" in woorden_in_docx(in_word)
    assert Document(BytesIO(in_word)).core_properties.title == f"Gebiedsplan {naam} 2027"
    assert html.fromstring(in_html).findtext(".//title", "").startswith(f"Gebiedsplan {naam} 2027")
    assert f"In {naam} is " in woorden_in_docx(in_word)
    assert f"In {naam} is " in woorden_in_html(in_html)
    assert any(naam in alt for alt in alt_in_html(in_html))


def test_a_fout_leaves_what_was_there(gebieden: Path, tmp_path: Path) -> None:
    voor = maak(gebieden, tmp_path / "uit")
    cijfer = {"Indicator": "Voelt zich eenzaam", "Regio": "Heiloo", "Jaar": 2020}
    zet(gebieden / "heiloo" / "2027.xlsx", "Veerkracht", cijfer, "Waarde", "ca. 12")
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen(gebieden, tmp_path / "uit"), "heiloo", None)
    assert [b.code for b in fouten(fout.value.bevindingen)] == ["geen-getal"]
    assert gemaakt_in(tmp_path / "uit") == voor


def test_a_place_that_cannot_be_written_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "heiloo").write_text("een bestand waar een map moet komen", "utf-8")
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(mappen(WORTEL / "gebieden", tmp_path), "heiloo", 2027)
    assert [b.code for b in fout.value.bevindingen] == ["schrijven-mislukt"]
    assert fout.value.exit_code == 2
    assert not list(tmp_path.rglob("*.deel"))


def test_alles_goes_on_after_an_area_that_fails(gebieden: Path, tmp_path: Path) -> None:
    (gebieden / "uitgeest" / "2027.xlsx").write_bytes(b"geen werkmap")
    uitkomst = dict(build.alles(mappen(gebieden, tmp_path), 2027, tegelijk=1))
    assert isinstance(uitkomst.pop("uitgeest"), GebiedsplanFout)
    vergeleken = uitkomst.pop("vergelijking")
    assert isinstance(vergeleken, Gemaakt)
    assert [(b.code, b.ernst) for b in vergeleken.bevindingen] == [("vergelijking-zonder-gebied", Ernst.LET_OP)]
    for gemaakt in uitkomst.values():
        assert isinstance(gemaakt, Gemaakt)
        assert fouten(gemaakt.bevindingen) == ()
        assert [b.ernst for b in gemaakt.bevindingen if b.code == "werkmap-onleesbaar"] == [Ernst.LET_OP]


def test_a_mistake_of_a_neighbour_is_a_warning_and_its_figure_is_missing(gebieden: Path, tmp_path: Path) -> None:
    cijfer = {"Indicator": "Voelt zich eenzaam", "Regio": "Schoorl", "Jaar": 2020}
    zet(gebieden / "schoorl" / "2027.xlsx", "Veerkracht", cijfer, "Waarde", "ca. 12")
    gemaakt = build.maak(mappen(gebieden, tmp_path), "heiloo", 2027)
    assert fouten(gemaakt.bevindingen) == ()
    assert [b.ernst for b in gemaakt.bevindingen if b.code == "geen-getal"] == [Ernst.LET_OP]
    tekst = (tmp_path / "build" / "heiloo" / "gebiedsplan-heiloo-2027.md").read_text("utf-8")
    assert "| Schoorl | onbekend |" in tekst
    assert "Een gemiddelde van de BUCH is er niet, want niet elk gebied heeft dit cijfer." in tekst


def test_last_year_can_still_be_made(tmp_path: Path) -> None:
    gemaakt = build.maak(mappen(WORTEL / "gebieden", tmp_path), "egmond", 2026)
    assert [pad.name for pad in gemaakt.paden] == [
        f"gebiedsplan-egmond-2026{soort}" for soort in (*VAN_EEN_PLAN, ".diwoo.xml")
    ]


def test_the_newest_year_is_the_default(tmp_path: Path) -> None:
    assert build.maak(mappen(WORTEL / "gebieden", tmp_path), "egmond", None).paden[0].stem.endswith("2027")


def test_a_preview_is_the_page_of_a_build_and_writes_nothing(tmp_path: Path, producten: Producten) -> None:
    for slug in ("heiloo", "bergen"):
        proef = build.voorproef(mappen(WORTEL / "gebieden", tmp_path), slug, 2027)
        gemaakt = next(pad for pad in producten[slug] if pad.suffix == ".html")
        assert proef.html == gemaakt.read_bytes()
        assert proef.jaar == 2027
    assert list(tmp_path.iterdir()) == []


def test_a_preview_names_what_is_wrong_in_workbook_and_style_at_once(gebieden: Path, tmp_path: Path) -> None:
    boek = load_workbook(gebieden / "heiloo" / "2027.xlsx")
    boek["Kwetsbaarheid"]["D5"] = "veel"
    boek.save(gebieden / "heiloo" / "2027.xlsx")
    sjablonen = Path(shutil.copytree(SJABLONEN, tmp_path / "templates"))
    (sjablonen / "huisstijl" / "heiloo.toml").write_text("naam = 3\n", "utf-8")
    proef = build.voorproef(Mappen(gebieden, (sjablonen,), tmp_path / "build", tmp_path / "figures"), "heiloo", None)
    assert proef.html is None
    assert [b.code for b in eigen_bevindingen(proef.bevindingen)] == ["geen-getal", "huisstijl-waarde-verkeerd"]
