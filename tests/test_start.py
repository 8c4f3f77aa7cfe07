"""``gebiedsplan start``: a new samenwerking from answers, all of it or nothing."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from conftest import WORTEL, gemaakt_in
from openpyxl import load_workbook

from gebiedsplan import bronnen, build, kader
from gebiedsplan.bevinding import GebiedsplanFout, fouten
from gebiedsplan.bronnen.lezen import read as lees_bronnen
from gebiedsplan.build import Mappen, bestanden, starten
from gebiedsplan.cli import main
from gebiedsplan.start import lezen
from gebiedsplan.start.namen import slug

ANTWOORDEN = """\
samenwerking = "Noorderland"
in_zin = "het Noorderland"
jaar = 2027

[[niveaus]]
enkelvoud = "ambitie"
meervoud = "ambities"
namen = ["Dicht \\"bij\\" huis"]

[[gemeenten]]
naam = "’s-Veldrijk"
code = "GM9001"
bestuur = "raad"

[[gemeenten.gebieden]]
naam = "Dorp aan Zee"
wijken = ["WK900101 Dorp", "WK900102 Haven"]

[[gemeenten.gebieden]]
naam = "Het Binnenland"

[[gemeenten]]
naam = "Eiland"
code = "GM9002"
wijken = ["WK900200"]
"""
OPTIES = (
    *("--samenwerking", "Noorderland", "--in-zin", "het Noorderland", "--jaar", "2027"),
    *("--niveau", 'ambitie; ambities; de; Dicht "bij" huis'),
    *("--gemeente", "’s-Veldrijk; GM9001; raad", "--gemeente", "Eiland; GM9002; college; WK900200"),
    *(
        "--gebied",
        "’s-Veldrijk: Dorp aan Zee; WK900101 Dorp; WK900102 Haven",
        "--gebied",
        "’s-Veldrijk: Het Binnenland",
    ),
)
VRAGEN = (
    *("Noorderland", "het Noorderland", "2027", "", "", ""),
    *("’s-Veldrijk", "GM9001", "raad", "Dorp aan Zee", "WK900101 Dorp; WK900102 Haven", "Het Binnenland", "", ""),
    *("Eiland", "GM9002", "", "", "WK900200", ""),
    *("ambitie", "ambities", "", 'Dicht "bij" huis', "", ""),
)
SJABLONEN = (WORTEL / "templates",)


def roep(*woorden: object, invoer: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(woord) for woord in woorden], input=invoer)


@pytest.fixture(scope="module")
def gestart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("start")
    (map_ / "antwoorden.toml").write_text(ANTWOORDEN, "utf-8")
    uitkomst = roep("start", map_ / "nieuw", "--antwoorden", map_ / "antwoorden.toml")
    assert uitkomst.exit_code == 0, uitkomst.output
    return map_ / "nieuw"


def test_the_folder_has_a_kader_sources_and_workbooks_without_a_fout(gestart: Path) -> None:
    afspraken = kader.read(gestart / "gebieden" / "kader.toml")
    assert [g.slug for g in afspraken.gebieden] == ["s-veldrijk", "dorp-aan-zee", "het-binnenland", "eiland"]
    assert [w.naam for g in afspraken.gebieden for w in g.wijken] == ["Dorp", "Haven", "Eiland"]
    assert afspraken.instellingen.de_samenwerking == "het Noorderland"
    assert afspraken.instellingen.lange_naam == "’s-Veldrijk en Eiland"
    assert afspraken.hoofdopgaven[0].naam == 'Dicht "bij" huis'
    assert lees_bronnen(gestart / "gebieden" / bronnen.lezen.BESTANDSNAAM, afspraken).tabellen
    mappen = Mappen(gestart / "gebieden", SJABLONEN, gestart / "build", gestart / "figures")
    for gebied in afspraken.gebieden:
        bevindingen = build.controleer(mappen, gebied.slug, 2027)
        assert fouten(bevindingen) == ()
        assert {b.code for b in bevindingen} == {"nog-invullen"}


def test_what_is_compared_with_waits_in_a_workbook_of_its_own(gestart: Path) -> None:
    boek = load_workbook(gestart / "gebieden" / "referentie.xlsx")
    regios = {rij[1] for rij in boek["Samenleven"].iter_rows(min_row=2, values_only=True) if rij[1]}
    assert regios == {"’s-Veldrijk", "Nederland"}


@pytest.mark.parametrize("hoe", ["opties", "vragen"])
def test_options_and_questions_give_the_same_bytes(
    gestart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hoe: str
) -> None:
    if hoe == "opties":
        uitkomst = roep("start", tmp_path / "nieuw", *OPTIES)
    else:
        monkeypatch.setattr("gebiedsplan.cli.vragen.aan_het_toetsenbord", lambda: True)
        uitkomst = roep("start", tmp_path / "nieuw", invoer="\n".join([*VRAGEN, ""]))
    assert uitkomst.exit_code == 0, uitkomst.output
    assert gemaakt_in(tmp_path / "nieuw") == gemaakt_in(gestart)


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"brief")
    for map_, woorden in ((tmp_path, "brief.docx"), (tmp_path / "brief.docx", "Dit is een bestand, geen map.")):
        uitkomst = roep("start", map_, *OPTIES)
        assert uitkomst.exit_code == 2
        assert "map-bezet" in uitkomst.output
        assert woorden in uitkomst.output
    assert gemaakt_in(tmp_path) == {"brief.docx": b"brief"}


def test_what_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf = bestanden.write_all

    def vol(wat: dict[Path, bytes]) -> None:
        if any(pad.suffix == ".xlsx" for pad in wat):
            raise OSError(28, "No space left on device")
        schrijf(wat)

    monkeypatch.setattr(starten, "write_all", vol)
    uitkomst = roep("start", tmp_path / "nieuw", *OPTIES)
    assert uitkomst.exit_code == 2
    assert "schrijven-mislukt" in uitkomst.output
    assert list(tmp_path.iterdir()) == []


def gemeente(**anders: Any) -> dict[str, Any]:
    return {"naam": "Veldrijk", "code": "GM9001", **anders}


@pytest.mark.parametrize(
    ("anders", "code", "woorden"),
    [
        ({"gemeenten": [gemeente(code="GM901")]}, "antwoord-verkeerd", "GM met vier cijfers"),
        ({"gemeenten": [gemeente(bestuur="burgemeester")]}, "antwoord-verkeerd", "Kies uit: college, raad."),
        ({"gemeenten": [gemeente(), gemeente(naam="Eiland")]}, "antwoord-dubbel", "“GM9001” staat er al."),
        ({"gemeenten": [gemeente(), gemeente(code="GM9002")]}, "antwoord-dubbel", "“Veldrijk” staat er al"),
        (
            {"gemeenten": [gemeente(gebieden=[{"naam": "Aan-Zee"}, {"naam": "Aan zee!"}])]},
            "antwoord-dubbel",
            "lijkt te veel op “Aan-Zee”: beide krijgen de map “aan-zee”",
        ),
        ({"gemeenten": [gemeente(gebieden=[{"naam": "veldrijk"}])]}, "antwoord-dubbel", "“Veldrijk (kern)”"),
        ({"gemeenten": [gemeente(gebieden=[{"naam": "***"}])]}, "antwoord-verkeerd", "geen letter of cijfer"),
        ({"gemeenten": [gemeente(wijken=["Centrum"])]}, "antwoord-verkeerd", "WK met zes cijfers"),
        ({"gemeenten": [gemeente(wijken=["WK900101", "WK900101"])]}, "antwoord-dubbel", "“WK900101” staat er al."),
        ({"gemeenten": []}, "antwoord-verkeerd", "ten minste één gemeente"),
        ({"jaar": "2027"}, "antwoord-verkeerd", "een heel getal"),
        ({"jaar": 27}, "antwoord-verkeerd", "van 2000 tot en met 2199"),
        ({"speerpunten_min": 4}, "antwoord-verkeerd", "hoogstens 3 speerpunten, maar ten minste 4"),
        ({"themas": ["Zorg & wonen", "Zorg, wonen"]}, "antwoord-dubbel", "lijkt te veel op “Zorg & wonen”"),
        ({"niveaus": [{"enkelvoud": "opgave", "meervoud": "opgaven"}]}, "antwoord-verkeerd", "Kies een ander woord"),
        ({"niveaus": [{"enkelvoud": "a", "meervoud": "b"}] * 2}, "antwoord-verkeerd", "heet al een kolom zo"),
        ({"samenwerkng": "x"}, "antwoord-onbekend", "Bedoelt u “samenwerking”?"),
        ({"niveaus": [{"enkelvoud": "a", "meervoud": "b"}] * 3}, "antwoord-verkeerd", "hoogstens twee"),
    ],
)
def test_a_wrong_answer_says_what_was_expected(anders: dict[str, Any], code: str, woorden: str) -> None:
    with pytest.raises(GebiedsplanFout) as fout:
        lezen.uit({"samenwerking": "Noorderland", "jaar": 2027, "gemeenten": [gemeente()], **anders})
    assert any(b.code == code and woorden in f"{b.tekst} {b.hulp}" for b in fout.value.bevindingen), (
        fout.value.bevindingen
    )


def test_all_wrong_answers_are_said_at_once_with_their_line(tmp_path: Path) -> None:
    fout = ANTWOORDEN.replace("GM9001", "9001").replace("jaar = 2027", "").replace("WK900102 Haven", "Haven")
    (tmp_path / "a.toml").write_text(fout, "utf-8")
    uitkomst = roep("start", tmp_path / "nieuw", "--antwoorden", tmp_path / "a.toml")
    assert uitkomst.exit_code == 2
    for woorden in (
        "“jaar” ontbreekt",
        "“9001” is geen gemeentecode",
        "“Haven” begint niet met een wijkcode",
        "regel 12",
    ):
        assert woorden in uitkomst.output
    assert not (tmp_path / "nieuw").exists()


def test_without_a_keyboard_what_is_missing_is_said(tmp_path: Path) -> None:
    uitkomst = roep("start", tmp_path / "nieuw")
    assert uitkomst.exit_code == 2
    assert "“gemeenten” ontbreekt" in uitkomst.output
    assert roep("start", tmp_path / "nieuw", "--antwoorden", tmp_path / "weg.toml").exit_code == 2


def test_the_figures_and_their_sources_are_those_of_our_own_kader(gestart: Path) -> None:
    """They are written down twice: what one says of a figure, the other says too."""

    def per_id(pad: Path, lijst: str) -> dict[str, dict[str, Any]]:
        return {rij.get("id", rij["naam"]): rij for rij in tomllib.loads(pad.read_text("utf-8"))[lijst]}

    onze, nieuw = (map_ / "gebieden" / "kader.toml" for map_ in (WORTEL, gestart))
    eigen_plaats = {"blok", "onderdeel"}
    for id_, indicator in per_id(nieuw, "indicatoren").items():
        ons = per_id(onze, "indicatoren")[id_]
        assert {k: v for k, v in indicator.items() if k not in eigen_plaats} == {
            k: v for k, v in ons.items() if k not in eigen_plaats
        }
    onze_tabellen = per_id(WORTEL / "gebieden" / "bronnen.toml", "tabellen")
    for id_, tabel in per_id(gestart / "gebieden" / "bronnen.toml", "tabellen").items():
        assert tabel["kolommen"].items() <= onze_tabellen[id_]["kolommen"].items()
        assert all(cijfer in onze_tabellen[id_]["cijfers"] for cijfer in tabel["cijfers"])
        rest = {"kolommen", "cijfers"}
        assert {k: v for k, v in tabel.items() if k not in rest} == {
            k: v for k, v in onze_tabellen[id_].items() if k not in rest
        }


def test_the_examples_in_the_kader_are_right_when_their_signs_go(gestart: Path, tmp_path: Path) -> None:
    """Whoever takes away the # before an example has a kader that holds together."""
    tekst = (gestart / "gebieden" / "kader.toml").read_text("utf-8")
    begin, einde = tekst.index("# ---- Thema’s"), tekst.index("# ---- Cijfers: welke bladen")
    regels = (regel.removeprefix("# ") for regel in tekst[begin:einde].split("\n") if regel.startswith("# "))
    voorbeelden = [regel for regel in regels if re.match(r"\[|[a-z_]+ = ", regel)]
    (tmp_path / "kader.toml").write_text(tekst + "\n".join(voorbeelden), "utf-8")
    afspraken = kader.read(tmp_path / "kader.toml")
    assert afspraken.missie
    assert (len(afspraken.pijlers), len(afspraken.themas), len(afspraken.bladen)) == (1, 1, 1)


@pytest.mark.parametrize(
    ("naam", "kort"),
    [
        ("’s-Gravenhage (Zuid)", "s-gravenhage-zuid"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
        ("Œuvre", "uvre"),
        ("–", ""),
    ],
)
def test_a_name_becomes_a_short_name(naam: str, kort: str) -> None:
    assert slug(naam) == kort
