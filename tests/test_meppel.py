"""A second framework as a folder: opgaven ABC-Z, raadskaders, doelen and resultaten per thema, money per law."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from conftest import WORTEL, Producten
from openpyxl import load_workbook
from test_build import woorden_in_docx, woorden_in_html

from gebiedsplan import build, kader, toets
from gebiedsplan.build import Mappen
from gebiedsplan.gebied.vorm import bladen_van

MAP = WORTEL / "voorbeelden" / "meppel"
KADER = kader.read(MAP / "gebieden" / "kader.toml")
GEMEENTE, DORP = KADER.gebied("meppel"), KADER.gebied("nijeveen")


def in_woord_en_web(paden: tuple[Path, ...]) -> Iterator[str]:
    """The words of a plan, in Word and on the web, without the spaces that each puts elsewhere."""
    for lees, uitgang in ((woorden_in_docx, ".docx"), (woorden_in_html, ".html")):
        pad = next(pad for pad in paden if pad.suffix == uitgang and pad.stem.startswith("gebiedsplan"))
        yield dicht(lees(pad.read_bytes()))


def dicht(tekst: str) -> str:
    return "".join(tekst.split())


def test_every_area_has_its_plan_and_the_gemeente_its_voorstel(meppel: Producten) -> None:
    assert set(meppel) == {gebied.slug for gebied in KADER.gebieden}
    for slug, paden in meppel.items():
        assert {pad.suffix for pad in paden} >= {".docx", ".html", ".md", ".xlsx"}, slug
        for tekst in in_woord_en_web(paden):
            assert dicht("Dit is een voorbeeld, gemaakt van twee oude nota’s") in tekst, slug
    assert "raadsvoorstel-meppel-2016.docx" in {pad.name for pad in meppel["meppel"]}


def test_the_plan_of_the_gemeente_holds_what_both_notas_ask(meppel: Producten) -> None:
    for tekst in in_woord_en_web(meppel["meppel"]):
        for opgave in KADER.hoofdopgaven:
            assert dicht(opgave.doel) in tekst
            for onderdeel in opgave.bouwstenen:
                assert dicht(f"Raadskaders bij {onderdeel.naam}: {'; '.join(onderdeel.eerdere_besluiten)}.") in tekst
        # Coded speerpunten of the gemeente itself and of its areas, each under its onderdeel.
        assert dicht("A.c.1 Buurten waar mensen elkaar kennen (Meppel)") in tekst
        assert dicht("Z.a.1 Dagopvang dicht bij huis (Nijeveen)") in tekst
        # Beslispunten per thema come before the first chapter, doelen and resultaten after the koers.
        begin, einde = (tekst.index(dicht(t)) for t in ("Beslispunten per thema", "Dit is een voorbeeld, gemaakt van"))
        assert begin < tekst.index(dicht("Richt een sociaal team op voor mensen met veel problemen tegelijk.")) < einde
        for thema in KADER.themas:
            assert dicht(f"Doelen bij {thema.naam}") in tekst
            assert dicht(f"Resultaten bij {thema.naam}") in tekst
        for bedrag in ("22.507.560", "22.115.000", "21.166.000", "20.792.000"):
            assert bedrag in tekst
        assert dicht("Reserve sociaal domein (2016): nog niet vastgesteld.") in tekst
        assert "648.000" in tekst
        # All areas together are the gemeente itself: only what lies around it says something.
        assert dicht("(2014). Ter vergelijking: in vergelijkbare gemeenten 52% (voorbeeld).") in tekst
        assert dicht("Voorbeeld: MensA") in tekst
        assert dicht("Het doel voor 2016 is weer 38%, het niveau van 2011.") in tekst


def test_a_goal_of_the_gemeente_is_followed_from_its_own_figures(meppel: Producten) -> None:
    """On the line from 46% (2011) to 55% (2016) lies 51,4% in 2014; a goal may also be to come back where it was."""
    tekst = next(pad for pad in meppel["meppel"] if pad.name == "gebiedsplan-meppel-2016.md").read_text("utf-8")
    rijen = [[cel.strip() for cel in regel.split("|")] for regel in tekst.splitlines() if regel.count("|") > 5]
    per_doel = {rij[1].split(" ([")[0]: rij[2:-1] for rij in rijen if "([" in rij[1]}
    zelfstandig, meedoen = (per_doel[f"Ondersteuning helpt veel bij {wat}"] for wat in ("zelfstandig wonen", "meedoen"))
    assert zelfstandig[:4] == ["46% (2011)", "51% (2014)", "55% of hoger in 2016", "niet op koers"]
    assert meedoen[:4] == ["38% (2011)", "34% (2014)", "38% of hoger in 2016", "niet op koers"]
    assert per_doel["Gebruik van maatwerkvoorzieningen"][0] == "eerst nulmeting"
    assert "67% of lager in 2016" in per_doel["Mantelzorger met veel zorg voelt zich overbelast"]


def test_the_plan_of_an_area_has_its_own_part_of_the_framework(meppel: Producten) -> None:
    for tekst in in_woord_en_web(meppel["nijeveen"]):
        assert dicht("A.c.3 De dorpsvereniging als motor") in tekst
        assert dicht("Voorbeeld: Buurtkamer Nijeveen") in tekst
        assert dicht("Een dorpsagenda op één A4") in tekst
        assert dicht("Het Kerspel") in tekst
        assert dicht("Tot en met 2024.") in tekst
        assert dicht("Beslispunten per thema") not in tekst
        assert "22.507.560" not in tekst


def test_the_front_page_shows_what_the_gemeente_and_each_area_work_on(meppel: Producten) -> None:
    pagina = meppel["meppel"][0].parent.parent / "index.html"
    tekst = woorden_in_html(pagina.read_bytes())
    for titel in ("Buurten waar mensen elkaar kennen", "De dorpsvereniging als motor"):
        assert titel in tekst


def test_every_word_file_passes_the_checker(meppel: Producten) -> None:
    word = [pad for paden in meppel.values() for pad in paden if pad.suffix == ".docx"]
    # Of every area the plan and the page for inhabitants, and the voorstel.
    assert len(word) == 2 * len(KADER.gebieden) + 1
    assert {pad.name: toets.check(pad.read_bytes(), pad.name) for pad in word} == {pad.name: () for pad in word}


def test_a_total_that_is_not_the_sum_is_found_in_its_cell(tmp_path: Path) -> None:
    gebieden = Path(shutil.copytree(MAP / "gebieden", tmp_path / "gebieden"))
    pad = gebieden / "meppel" / "2016.xlsx"
    boek = load_workbook(pad)
    boek["Financieel overzicht"]["C5"] = 22115001
    boek.save(pad)
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    (fout,) = (b for b in build.controleer(mappen, "meppel", 2016) if b.code == "eigen-totaal")
    assert (fout.plek.blad, fout.plek.cel) == ("Financieel overzicht", "C5")


def test_a_gemeente_with_speerpunten_itself_has_their_sheets_and_no_figures() -> None:
    van_gemeente, van_dorp = ({spec.naam for spec in bladen_van(KADER, g)} for g in (GEMEENTE, DORP))
    assert {"Speerpunten", "Doelen", "Acties", "Gesprekken", "Leren en bijstellen"} <= van_gemeente
    assert van_dorp - van_gemeente == {"Bevolking", "Samenleving", "Ondersteuning"}
    assert GEMEENTE in KADER.met_speerpunten()
    assert KADER.in_plan(GEMEENTE)[0] == GEMEENTE
    assert GEMEENTE not in KADER.bladeren()
