"""gebiedsplan importeer: what is shown, what changes in the workbooks, what stays, and the genuine files."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import tabellen
from click.testing import CliRunner, Result
from conftest import WORTEL
from openpyxl import load_workbook
from tabellen import rij
from test_ophalen import Gevraagd, pagina, server

from gebiedsplan.bevinding import fouten
from gebiedsplan.build import Mappen, controleer
from gebiedsplan.build.werkmappen import importeren
from gebiedsplan.build.werkmappen.importeren import Keuzes, Opdracht
from gebiedsplan.cli import main

LIMMEN = "limmen-akersloot-de-woude"
DELEN = ("WK038305", "WK038306", "WK038307")
KOP = (
    "Indicator",
    "Regio",
    "Jaar",
    "Waarde",
    "Teller",
    "Noemer",
    "Ondergrens",
    "Bovengrens",
    "Bron",
    "Peildatum",
    "Status",
)
# The files as CBS and RIVM publish them are not part of the project; see the docstring of ``echt``.
DATA = Path(os.environ.get("GEBIEDSPLAN_DATA", WORTEL.parent / "shared" / "data"))


def typ(gebieden: Path, *woorden: str | Path, invoer: str | None = None) -> Result:
    opties = ("--gebieden", gebieden, "importeer", *woorden)
    return CliRunner().invoke(main, [str(woord) for woord in opties], input=invoer)


def werkmap(gebieden: Path, slug: str) -> Path:
    return gebieden / "referentie.xlsx" if slug == "referentie" else gebieden / slug / "2027.xlsx"


def rijen(gebieden: Path, slug: str, blad: str) -> list[tuple[Any, ...]]:
    return [tuple(r) for r in load_workbook(werkmap(gebieden, slug))[blad].iter_rows(min_row=2, values_only=True)]


def de_rij(gebieden: Path, slug: str, blad: str, *begin: object) -> tuple[Any, ...]:
    (gevonden,) = [r for r in rijen(gebieden, slug, blad) if r[: len(begin)] == begin]
    return gevonden


def zet(gebieden: Path, slug: str, blad: str, **cellen: Any) -> None:
    boek = load_workbook(werkmap(gebieden, slug))
    for cel, waarde in cellen.items():
        boek[blad][cel] = waarde
    boek.save(werkmap(gebieden, slug))


def toestand(gebieden: Path) -> dict[str, bytes]:
    return {p.relative_to(gebieden).as_posix(): p.read_bytes() for p in sorted(gebieden.rglob("*")) if p.is_file()}


@pytest.fixture
def kwb2023(tmp_path: Path) -> Path:
    """Figures of a year that no workbook has yet, of Heiloo, Limmen and its neighbours, Castricum and the country."""
    heiloo = [rij("GM0399", a_inw=24_417, p_wmo_t=55, a_wmo_t=1345), rij("WK039901", p_wmo_t=40, a_wmo_t=20)]
    return tabellen.kwb_xlsx(
        tmp_path / "kwb-2023.xlsx",
        [
            rij("NL00", p_wmo_t=70),
            *heiloo,
            rij("GM0383", p_wmo_t=60),
            rij(DELEN[0], p_wmo_t=30, a_wmo_t=30),
            rij(DELEN[1], p_wmo_t="x", a_wmo_t="x", a_soz_wb="."),
            rij(DELEN[2], p_wmo_t=60, a_wmo_t=60),
        ],
    )


# -- what is shown, and the question


def test_a_trial_shows_the_changes_and_changes_nothing(gebieden: Path, kwb2023: Path) -> None:
    voor = toestand(gebieden)
    uitkomst = typ(gebieden, "heiloo", "--bestand", kwb2023, "--proef")
    assert uitkomst.exit_code == 0
    assert f"{gebieden}/heiloo/2027.xlsx" in uitkomst.stdout
    assert "  blad Zorgconsumptie · CBS, Kerncijfers wijken en buurten 2023 (85618NED)\n" in uitkomst.stdout
    assert (
        "    D22   Inwoners met ondersteuning uit de Wmo, Heiloo, 2023: nieuw -> 55 (1.345 mensen), definitief\n"
        "          Het CBS rondt het aantal inwoners af op vijftallen.\n"
    ) in uitkomst.stdout
    assert uitkomst.stdout.endswith("rijen veranderen.\nEr is niets veranderd.\n")
    assert toestand(gebieden) == voor


def test_without_a_terminal_it_needs_to_be_told(gebieden: Path, kwb2023: Path) -> None:
    voor = toestand(gebieden)
    uitkomst = typ(gebieden, "heiloo", "--bestand", kwb2023)
    assert uitkomst.exit_code == 2
    assert "[bevestiging-nodig]" in uitkomst.stderr
    assert "--ja" in uitkomst.stderr
    assert toestand(gebieden) == voor


@pytest.mark.parametrize(("antwoord", "gaat_door"), [("j\n", True), ("JA\n", True), ("\n", False), ("n\n", False)])
def test_at_a_terminal_it_asks(gebieden: Path, kwb2023: Path, antwoord: str, gaat_door: bool) -> None:
    """A real terminal, because a program that reads from a file is not asked."""
    pty = pytest.importorskip("pty")
    voor = toestand(gebieden)
    baas, knecht = pty.openpty()
    opdracht = [sys.executable, "-m", "gebiedsplan", "--gebieden", str(gebieden), "importeer", "heiloo"]
    with subprocess.Popen(
        [*opdracht, "--bestand", str(kwb2023)], stdin=knecht, stdout=subprocess.PIPE, text=True, cwd=WORTEL
    ) as proces:
        os.write(baas, antwoord.encode())
        uit, _ = proces.communicate(timeout=60)
    os.close(baas)
    os.close(knecht)
    assert proces.returncode == 0
    assert "Doorgaan? [j/N]" in uit
    assert (toestand(gebieden) != voor) is gaat_door
    assert ("Er is niets veranderd." in uit) is not gaat_door


def test_it_says_what_it_needs(gebieden: Path, kwb2023: Path) -> None:
    assert "--bestand" in typ(gebieden, "heiloo").output
    assert "[onbekend-gebied]" in typ(gebieden, "heilo", "--bestand", kwb2023, "--ja").output
    assert "[werkmap-ontbreekt]" in typ(gebieden, "heiloo", "--bestand", kwb2023, "--ja", "--jaar", "2031").output
    (gebieden / "bronnen.toml").unlink()
    assert "[bronnen-ontbreekt]" in typ(gebieden, "heiloo", "--bestand", kwb2023, "--ja").output


# -- what changes


def test_figures_go_to_their_sheets_with_source_and_status(gebieden: Path, kwb2023: Path) -> None:
    assert typ(gebieden, "heiloo", "--bestand", kwb2023, "--ja").exit_code == 0
    bron = "CBS, Kerncijfers wijken en buurten 2023 (85618NED)"
    wmo = de_rij(gebieden, "heiloo", "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", "Heiloo", 2023)
    assert wmo[3:11] == (55, 1345, None, None, None, bron, "2023", "definitief")
    bijstand = de_rij(gebieden, "heiloo", "Kwetsbaarheid", "Heeft een bijstandsuitkering", "Heiloo", 2023)
    assert bijstand[3:6] == (None, 20, 24_417)
    assert de_rij(gebieden, "heiloo", "Bevolking", "Totaal", "Heiloo", 2023)[3:7] == (
        24_417,
        bron,
        "1 januari 2023",
        "definitief",
    )
    # Wijken get no rows unless that is asked.
    assert not [r for r in rijen(gebieden, "heiloo", "Zorgconsumptie") if r[1:3] == ("Blockhovepark", 2023)]
    nederland = de_rij(
        gebieden, "referentie", "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", "Nederland", 2023
    )
    assert nederland[3] == 70


def test_the_workbook_is_still_one_that_makes_a_plan(gebieden: Path, kwb2023: Path, tmp_path: Path) -> None:
    typ(gebieden, "--bestand", kwb2023, "--ja")
    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    for slug in ("heiloo", "castricum"):
        assert fouten(controleer(mappen, slug, None)) == ()


def test_wijken_when_asked(gebieden: Path, kwb2023: Path) -> None:
    typ(gebieden, "heiloo", "--bestand", kwb2023, "--wijken", "--ja")
    wmo = de_rij(gebieden, "heiloo", "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", "Blockhovepark", 2023)
    assert wmo[3:5] == (40, 20)


def test_an_area_of_wijken_says_how_it_was_made_or_why_it_is_missing(gebieden: Path, kwb2023: Path) -> None:
    typ(gebieden, LIMMEN, "--bestand", kwb2023, "--ja")
    naam = "Limmen, Akersloot en De Woude"
    inkomen = de_rij(gebieden, LIMMEN, "Kwetsbaarheid", "Heeft een laag inkomen (laagste 40%)", naam, 2023)
    assert (inkomen[3], inkomen[10]) == (36.8, "schatting")
    assert inkomen[11].startswith("Gewogen gemiddelde van de wijken Akersloot, De Woude en Limmen, gewicht: inwoners")
    # A workbook that already says something about the figure gets no row that says nothing.
    assert not [
        r for r in rijen(gebieden, LIMMEN, "Kwetsbaarheid") if r[0].endswith("bijstandsuitkering") and r[2] == 2023
    ]
    gemeente = de_rij(
        gebieden, "referentie", "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", "Castricum", 2023
    )
    assert gemeente[3] == 60


def test_a_place_that_was_kept_free_is_filled_also_with_a_reason(gebieden: Path, tmp_path: Path) -> None:
    naam = "Limmen, Akersloot en De Woude"
    cel = de_rij(gebieden, LIMMEN, "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", naam, 2021)
    assert (cel[3], cel[8]) == (".", None)
    delen = [rij(DELEN[0]), rij(DELEN[1], p_wmo_t=-99997, a_wmo_t=-99997), rij(DELEN[2])]
    pad = tabellen.kwb_xlsx(tmp_path / "kwb-2021.xlsx", delen)
    uitkomst = typ(gebieden, LIMMEN, "--bestand", pad, "--ja")
    assert ". (onbekend) -> x (geheim)" in uitkomst.stdout
    nu = de_rij(gebieden, LIMMEN, "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", naam, 2021)
    assert nu[3:6] == ("x", None, None)
    assert nu[11].startswith("Ontbreekt, omdat het cijfer van de wijk De Woude geheim is.")


def test_bounds_go_to_their_columns(gebieden: Path, tmp_path: Path) -> None:
    pad = tabellen.rivm_csv(
        tmp_path / "50090NED.csv",
        [
            tabellen.rivm_rij("GM0399", 81.3, 42.5, 9.4),
            tabellen.rivm_rij("GM0399", 79.0, 40.1, 8.0, marge="MOG0095"),
            tabellen.rivm_rij("GM0399", 83.0, 45.0, 11.0, marge="MBG0095"),
        ],
    )
    uitkomst = typ(gebieden, "heiloo", "--bestand", pad, "--ja")
    assert "42,5 -> 42,5 [40,1 - 45]" in uitkomst.stdout
    assert de_rij(gebieden, "heiloo", "Veerkracht", "Voelt zich eenzaam", "Heiloo", 2020)[3:8] == (
        42.5,
        None,
        None,
        40.1,
        45,
    )


def test_a_second_time_nothing_changes(gebieden: Path, kwb2023: Path) -> None:
    typ(gebieden, "--bestand", kwb2023, "--wijken", "--ja")
    na_een = toestand(gebieden)
    uitkomst = typ(gebieden, "--bestand", kwb2023, "--wijken", "--ja")
    assert uitkomst.stdout == "Er verandert niets.\n"
    assert toestand(gebieden) == na_een


def test_years_that_do_not_fit_are_said(gebieden: Path, tmp_path: Path) -> None:
    inhoud = [tabellen.rivm_rij("GM0399", 80, 40, 9, jaar=jaar) for jaar in (2008, 2029)]
    uitkomst = typ(gebieden, "heiloo", "--bestand", tabellen.rivm_csv(tmp_path / "50090NED.csv", inhoud), "--ja")
    assert "[jaar-buiten-bereik]" in uitkomst.stderr
    assert "2008, 2029" in uitkomst.stderr
    assert uitkomst.stdout == "Er verandert niets.\n"


# -- what stays


def test_a_figure_made_by_hand_stays_until_it_is_to_be_replaced(gebieden: Path, tmp_path: Path) -> None:
    pad = tabellen.kwb_xlsx(tmp_path / "kwb-2024.xlsx", [rij("GM0399", p_jz_tn=8.8, a_jz_tn=300)])
    eerst = typ(gebieden, "heiloo", "--bestand", pad, "--ja")
    assert "[cijfer-zelf-ingevuld]" in eerst.stderr
    assert "hier staat 9,2 (bron: Voorbeeld; status: voorbeeld). De tabel zegt 8,8 (300 mensen)." in eerst.stderr
    assert de_rij(gebieden, "heiloo", "Zorgconsumptie", "Jongeren met jeugdzorg", "Heiloo", 2024)[3] == 9.2
    typ(gebieden, "heiloo", "--bestand", pad, "--ja", "--vervang")
    jeugd = de_rij(gebieden, "heiloo", "Zorgconsumptie", "Jongeren met jeugdzorg", "Heiloo", 2024)
    assert (jeugd[3], jeugd[4], jeugd[10]) == (8.8, 300, "definitief")


def test_a_row_with_a_formula_always_stays(gebieden: Path, tmp_path: Path) -> None:
    """Its saved outcome is read; LibreOffice or Excel made it. Here it is put in by hand."""
    zet(gebieden, "heiloo", "Kwetsbaarheid", E3="=200+40")
    met_uitkomst(werkmap(gebieden, "heiloo"), b"<f>200+40</f><v></v>", b"<f>200+40</f><v>240</v>")
    pad = tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0399", a_soz_wb=260, a_inw=23_968)])
    uitkomst = typ(gebieden, "heiloo", "--bestand", pad, "--vervang", "--ja")
    assert "In deze rij staat een formule." in uitkomst.stderr
    assert "[formules-opnieuw]" in uitkomst.stderr
    assert load_workbook(werkmap(gebieden, "heiloo"))["Kwetsbaarheid"]["E3"].value == "=200+40"


def met_uitkomst(pad: Path, oud: bytes, nieuw: bytes) -> None:
    import zipfile

    with zipfile.ZipFile(pad) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    assert any(oud in inhoud for inhoud in delen.values())
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud.replace(oud, nieuw))


def test_an_earlier_import_is_renewed_and_a_provisional_one_becomes_definite(gebieden: Path, tmp_path: Path) -> None:
    voorlopig = tabellen.kwb_xlsx(tmp_path / "kwb-2023.xlsx", [rij("GM0399", p_wmo_t="55*")])
    typ(gebieden, "heiloo", "--bestand", voorlopig, "--ja")
    naam = ("Inwoners met ondersteuning uit de Wmo", "Heiloo", 2023)
    assert de_rij(gebieden, "heiloo", "Zorgconsumptie", *naam)[10] == "voorlopig"
    definitief = tabellen.kwb_xlsx(tmp_path / "kwb-2023.xlsx", [rij("GM0399", p_wmo_t=56)])
    assert "cijfer-zelf" not in typ(gebieden, "heiloo", "--bestand", definitief, "--ja").stderr
    nu = de_rij(gebieden, "heiloo", "Zorgconsumptie", *naam)
    assert (nu[3], nu[10]) == (56, "definitief")


def test_a_copy_is_kept_and_never_written_over(gebieden: Path, tmp_path: Path) -> None:
    map_ = gebieden / "heiloo"
    oorspronkelijk = (map_ / "2027.xlsx").read_bytes()
    tussen = []
    for waarde in (51, 52, 53):
        pad = tabellen.kwb_xlsx(tmp_path / "kwb-2023.xlsx", [rij("GM0399", p_wmo_t=waarde)])
        typ(gebieden, "heiloo", "--bestand", pad, "--ja")
        tussen.append((map_ / "2027.xlsx").read_bytes())
    assert sorted(p.name for p in map_.iterdir() if ".bak" in p.name) == [
        "2027.xlsx.bak",
        "2027.xlsx.bak2",
        "2027.xlsx.bak3",
    ]
    assert [(map_ / f"2027.xlsx.{b}").read_bytes() for b in ("bak", "bak2", "bak3")] == [oorspronkelijk, *tussen[:2]]


def test_a_mistake_in_one_file_changes_no_workbook(gebieden: Path, kwb2023: Path, tmp_path: Path) -> None:
    fout = tabellen.kwb_xlsx(tmp_path / "kwb-2022.xlsx", [rij("GM0399", p_wmo_t="ongeveer 5")])
    voor = toestand(gebieden)
    uitkomst = typ(gebieden, "--bestand", kwb2023, "--bestand", fout, "--ja")
    assert uitkomst.exit_code == 1
    assert "“ongeveer 5”" in uitkomst.stderr
    assert toestand(gebieden) == voor


def test_a_mistake_in_a_workbook_changes_no_workbook(gebieden: Path, kwb2023: Path) -> None:
    zet(gebieden, "heiloo", "Kwetsbaarheid", D2="ca. 65")
    voor = toestand(gebieden)
    uitkomst = typ(gebieden, "--bestand", kwb2023, "--ja")
    assert uitkomst.exit_code == 1
    assert "[geen-getal]" in uitkomst.stderr
    assert toestand(gebieden) == voor


def test_a_workbook_that_changed_after_it_was_shown_is_left_alone(
    gebieden: Path, kwb2023: Path, tmp_path: Path
) -> None:
    from gebiedsplan.bevinding import GebiedsplanFout

    mappen = Mappen(gebieden, (WORTEL / "templates",), tmp_path / "build", tmp_path / "figures")
    voorstel = importeren.stel_voor(mappen, Opdracht(gebieden=("heiloo",), bestanden=(kwb2023,), keuzes=Keuzes()))
    zet(gebieden, "heiloo", "Kwetsbaarheid", D2=64)
    voor = toestand(gebieden)
    with pytest.raises(GebiedsplanFout) as fout:
        importeren.voer_uit(voorstel)
    assert [b.code for b in fout.value.bevindingen] == ["werkmap-veranderd"]
    assert toestand(gebieden) == voor


def test_without_a_reference_workbook_that_part_is_skipped(gebieden: Path, kwb2023: Path) -> None:
    werkmap(gebieden, "referentie").unlink()
    uitkomst = typ(gebieden, "heiloo", "--bestand", kwb2023, "--ja")
    assert uitkomst.exit_code == 0
    assert "[werkmap-ontbreekt]" in uitkomst.stderr
    assert de_rij(gebieden, "heiloo", "Bevolking", "Totaal", "Heiloo", 2023)[3] == 24_417


# -- fetched


def test_a_table_is_fetched_once_and_kept_where_it_can_be_seen(gebieden: Path, tmp_path: Path) -> None:
    metingen = tabellen.odata4([rij("GM0399", p_wmo_t=57), rij("NL00")])

    def antwoord(gevraagd: Gevraagd) -> tuple[int, bytes]:
        assert gevraagd.pad == "/odata/v1/CBS/85618NED/Observations"
        assert "startswith(WijkenEnBuurten,'WK0399')" in gevraagd.vragen["$filter"]
        return pagina(metingen)

    opties = ("heiloo", "--ophalen", "85618ned", "--bewaar", tmp_path / "bronnen", "--ja")
    with server(antwoord) as hier:
        uitkomst = typ(gebieden, *opties, "--basis", hier.adres)
        assert uitkomst.exit_code == 0, uitkomst.output
        naam = ("Inwoners met ondersteuning uit de Wmo", "Heiloo", 2023)
        assert de_rij(gebieden, "heiloo", "Zorgconsumptie", *naam)[3] == 57
        assert [p.name for p in (tmp_path / "bronnen").iterdir()] == ["85618NED.json"]
        metingen[:] = tabellen.odata4([rij("GM0399", p_wmo_t=58)])
        assert typ(gebieden, *opties, "--basis", hier.adres).stdout == "Er verandert niets.\n"
        assert len(hier.vragen) == 1
        typ(gebieden, *opties, "--basis", hier.adres, "--opnieuw")
        assert de_rij(gebieden, "heiloo", "Zorgconsumptie", *naam)[3] == 58
    # What was kept can be imported like any file, without a server.
    assert typ(gebieden, "heiloo", "--bestand", tmp_path / "bronnen" / "85618NED.json", "--ja").exit_code == 0


def test_a_server_in_trouble_leaves_everything_as_it_was(
    gebieden: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = toestand(gebieden)
    with server(lambda _: (200, b"<html>Onderhoud</html>")) as hier:
        monkeypatch.setenv("GEBIEDSPLAN_ODATA", hier.adres)
        uitkomst = typ(gebieden, "heiloo", "--ophalen", "85618NED", "--bewaar", tmp_path / "bronnen", "--ja")
    assert uitkomst.exit_code == 2
    assert "[ophalen-mislukt]" in uitkomst.stderr
    assert toestand(gebieden) == voor
    assert not (tmp_path / "bronnen").exists()
    assert "[bron-onbekend]" in typ(gebieden, "heiloo", "--ophalen", "12345NED", "--ja").stderr


# -- the genuine files


@pytest.fixture
def echt() -> Path:
    """The folder with files as CBS and RIVM publish them, when it is here; see GEBIEDSPLAN_DATA."""
    if not (DATA / "buch").is_dir():
        pytest.skip(f"de bestanden van CBS en RIVM zijn er niet: {DATA}")
    return DATA


def ruwe_rijen(pad: Path) -> Iterator[dict[str, str]]:
    """The file read anew, with nothing of the program."""
    with pad.open(encoding="utf-8", newline="") as bestand:
        for rij_ in csv.DictReader(bestand):
            yield {naam: (waarde or "").strip() for naam, waarde in rij_.items()}


def leeg_de_cijfers(gebieden: Path, slug: str) -> None:
    """A workbook without figures, so that all of them have to come from the import."""
    boek = load_workbook(werkmap(gebieden, slug))
    for blad in ("Bevolking", "Zorgconsumptie", "Kwetsbaarheid", "Veerkracht"):
        boek[blad].delete_rows(2, boek[blad].max_row)
    boek.save(werkmap(gebieden, slug))


RIVM_NAMEN = {
    "MoeiteMetRondkomen_38": ("Kwetsbaarheid", "Heeft moeite met rondkomen"),
    "ErvarenGezondheidGoedZeerGoed_4": ("Kwetsbaarheid", "Ervaart goede gezondheid"),
    "VoldoetAanBeweegrichtlijn_5": ("Kwetsbaarheid", "Voldoet aan de beweegrichtlijn"),
    "HoogRisicoOpAngstOfDepressie_25": ("Kwetsbaarheid", "Hoog risico op angst of depressie"),
    "Eenzaam_28": ("Veerkracht", "Voelt zich eenzaam"),
    "ErnstigZeerErnstigEenzaam_29": ("Veerkracht", "Voelt zich ernstig eenzaam"),
    "Mantelzorger_32": ("Veerkracht", "Geeft mantelzorg"),
    "Vrijwilligerswerk_33": ("Veerkracht", "Doet vrijwilligerswerk"),
}


@pytest.mark.parametrize("jaar", [2012, 2016, 2020])
def test_real_health_figures_of_heiloo(gebieden: Path, echt: Path, jaar: int) -> None:
    leeg_de_cijfers(gebieden, "heiloo")
    pad = echt / "buch" / f"rivm-50090NED-{jaar}-18plus.csv"
    assert typ(gebieden, "heiloo", "--bestand", pad, "--ja").exit_code == 0
    heiloo = next(r for r in ruwe_rijen(pad) if r["WijkenEnBuurten"] == "GM0399")
    for kolom, (blad, naam) in RIVM_NAMEN.items():
        gevonden = [r for r in rijen(gebieden, "heiloo", blad) if r[:3] == (naam, "Heiloo", jaar)]
        assert [r[3] for r in gevonden] == ([float(heiloo[kolom])] if heiloo[kolom] else [])
        assert all(r[10] == "schatting" for r in gevonden)


def gewogen(waarden: Sequence[float], gewichten: Sequence[int]) -> float:
    return round(sum(w * g for w, g in zip(waarden, gewichten, strict=True)) / sum(gewichten), 1)


@pytest.mark.parametrize("slug", ["bergen-kern", "egmond", "castricum-kern", LIMMEN])
def test_real_figures_of_areas_that_are_wijken(gebieden: Path, echt: Path, slug: str) -> None:
    """Counts are added and shares are weighed by the same numbers that this test adds up itself."""
    from gebiedsplan import kader

    gebied = kader.read(gebieden / "kader.toml").gebied(slug)
    wijken = [wijk.code for wijk in gebied.wijken]
    leeg_de_cijfers(gebieden, slug)
    kwb = echt / "buch" / "kwb-84799NED-2020.csv"
    rivm = echt / "buch" / "rivm-50090NED-2020-18plus.csv"
    assert typ(gebieden, slug, "--bestand", kwb, "--bestand", rivm, "--ja").exit_code == 0
    mensen = {r["WijkenEnBuurten"]: r for r in ruwe_rijen(kwb)}
    gezond = {r["WijkenEnBuurten"]: r for r in ruwe_rijen(rivm)}
    totaal = sum(int(mensen[wijk]["AantalInwoners_5"]) for wijk in wijken)
    assert de_rij(gebieden, slug, "Bevolking", "Totaal", gebied.naam, 2020)[3] == totaal
    groepen = ("k_15Tot25Jaar_9", "k_25Tot45Jaar_10", "k_45Tot65Jaar_11", "k_65JaarOfOuder_12")
    gewichten = [sum(int(mensen[wijk][groep]) for groep in groepen) for wijk in wijken]
    for kolom, (blad, naam) in RIVM_NAMEN.items():
        verwacht = gewogen([float(gezond[wijk][kolom]) for wijk in wijken], gewichten)
        assert de_rij(gebieden, slug, blad, naam, gebied.naam, 2020)[3] == verwacht
    bijstand = [mensen[wijk]["PersonenPerSoortUitkeringBijstand_83"] for wijk in wijken]
    gevonden = de_rij(gebieden, slug, "Kwetsbaarheid", "Heeft een bijstandsuitkering", gebied.naam, 2020)
    if all(bijstand):
        assert gevonden[4:6] == (sum(float(aantal) for aantal in bijstand), totaal)
    else:
        assert gevonden[3:6] == (".", None, None)


def test_real_figures_are_those_the_workbooks_already_have(gebieden: Path, echt: Path) -> None:
    """The workbooks were filled from these files by other means: importing them finds nothing to add."""
    buch = echt / "buch"
    jaren = [
        buch / f"rivm-50090NED-{jaar}-{groep}.csv" for jaar in (2012, 2016, 2020) for groep in ("18plus", "65plus")
    ]
    alle = [woord for pad in (*jaren, buch / "kwb-84799NED-2020.csv") for woord in ("--bestand", pad)]
    uitkomst = typ(gebieden, *alle, "--proef")
    assert uitkomst.exit_code == 0
    assert uitkomst.stdout == "Er verandert niets.\n"


def test_the_real_excel_file_of_the_whole_country(gebieden: Path, echt: Path) -> None:
    leeg_de_cijfers(gebieden, "heiloo")
    pad = echt / "formaten" / "RIVM-50090NED-2012-18plus.xlsx"
    assert typ(gebieden, "heiloo", "--bestand", pad, "--ja").exit_code == 0
    heiloo = next(
        r for r in ruwe_rijen(echt / "buch" / "rivm-50090NED-2012-18plus.csv") if r["WijkenEnBuurten"] == "GM0399"
    )
    eenzaam = de_rij(gebieden, "heiloo", "Veerkracht", "Voelt zich eenzaam", "Heiloo", 2012)
    assert eenzaam[3] == float(heiloo["Eenzaam_28"])


def test_a_real_file_about_another_city_says_so(gebieden: Path, echt: Path) -> None:
    voor = toestand(gebieden)
    uitkomst = typ(gebieden, "heiloo", "--bestand", echt / "formaten" / "CBS-Utrecht-kwb-2023.xlsx", "--ja")
    assert uitkomst.exit_code == 1
    assert "[bron-regio]" in uitkomst.stderr
    assert toestand(gebieden) == voor


def test_the_real_yearly_file_of_cbs(gebieden: Path, echt: Path) -> None:
    """It is of Utrecht, so here Heiloo has the codes of Utrecht; the figures are read anew from its rows."""
    pad = echt / "formaten" / "CBS-Utrecht-kwb-2023.xlsx"
    kop, *regels = load_workbook(pad)["kwb-2023"].iter_rows(values_only=True)
    utrecht, west = ({**dict(zip(kop, r, strict=True))} for r in regels if r[0] in {"GM0344", "WK034401"})
    kader = gebieden / "kader.toml"
    kader.write_text(kader.read_text("utf-8").replace("GM0399", "GM0344").replace("WK0399", "WK0344"), "utf-8")
    leeg_de_cijfers(gebieden, "heiloo")
    uitkomst = typ(gebieden, "heiloo", "--bestand", pad, "--wijken", "--ja")
    assert uitkomst.exit_code == 0, uitkomst.output
    groepen = {"0-15": "a_00_14", "15-25": "a_15_24", "25-45": "a_25_44", "45-65": "a_45_64", "65+": "a_65_oo"}
    for regio, bron in (("Heiloo", utrecht), ("Blockhovepark", west)):
        for groep, kolom in {**groepen, "Totaal": "a_inw"}.items():
            assert de_rij(gebieden, "heiloo", "Bevolking", groep, regio, 2023)[3] == bron[kolom]
        bijstand = de_rij(gebieden, "heiloo", "Kwetsbaarheid", "Heeft een bijstandsuitkering", regio, 2023)
        assert bijstand[3:6] == (None, int(str(bron["a_soz_wb"])), bron["a_inw"])
        # What CBS had not published yet is a point in that file: unknown, never 0.
        assert utrecht["p_wmo_t"] == "."
        wmo = de_rij(gebieden, "heiloo", "Zorgconsumptie", "Inwoners met ondersteuning uit de Wmo", regio, 2023)
        assert wmo[3:6] == (".", None, None)
