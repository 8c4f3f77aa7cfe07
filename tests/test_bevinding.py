"""Findings: their codes, the words that say where and what, and the report of all of them."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from gebiedsplan.bevinding import REGELS, Bevinding, Ernst, GebiedsplanFout, Plek, als_json, bedoelde_u, fouten, rapport

PAKKET = Path(__file__).parent.parent / "gebiedsplan"


def woorden_in(pad: Path) -> set[str]:
    """Every string that stands in a module."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    return {knoop.value for knoop in ast.walk(boom) if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)}


@pytest.fixture(scope="module")
def gebruikt() -> set[str]:
    """Every string in the package outside the list of rules itself."""
    modules = [pad for pad in PAKKET.rglob("*.py") if pad.name != "bevinding.py"]
    assert len(modules) > 40
    return set().union(*map(woorden_in, modules))


@pytest.mark.parametrize("code", REGELS)
def test_elke_code_wordt_gebruikt_en_heeft_een_regel(gebruikt: set[str], code: str) -> None:
    assert code in gebruikt
    regel = REGELS[code]
    assert regel[0].isupper() or regel.startswith("kader.toml")
    assert regel.endswith(".")
    assert len(regel.split()) >= 4


def test_twee_codes_hebben_niet_dezelfde_regel() -> None:
    assert len(set(REGELS.values())) == len(REGELS)


def test_een_code_zonder_regel_bestaat_niet() -> None:
    with pytest.raises(ValueError, match="geen-regel"):
        Bevinding("geen-regel", Plek("kader.toml"), "Er is iets.", "Doe iets.")


# -- where and what


@pytest.mark.parametrize(
    ("plek", "tekst"),
    [
        (Plek("heiloo/2027.xlsx"), "heiloo/2027.xlsx"),
        (Plek("heiloo/2027.xlsx", blad="Doelen"), "heiloo/2027.xlsx, blad Doelen"),
        (Plek("heiloo/2027.xlsx", blad="Doelen", cel="B3"), "heiloo/2027.xlsx, blad Doelen, cel B3"),
        (Plek("kader.toml", regel=12, sleutel="themas[2].naam"), "kader.toml, regel 12, sleutel themas[2].naam"),
    ],
)
def test_een_plek_in_woorden(plek: Plek, tekst: str) -> None:
    assert str(plek) == tekst


@pytest.mark.parametrize(
    ("woord", "zin"),
    [
        ("Oudren", "Bedoelt u “Ouderen”?"),
        (" OUDEREN ", "Bedoelt u “Ouderen”?"),
        ("jongere", "Bedoelt u “Jongeren”?"),
        ("ggz", "Bedoelt u “GGD”?"),
        ("Sport", ""),
        ("", ""),
    ],
)
def test_de_naaste_naam(woord: str, zin: str) -> None:
    assert bedoelde_u(woord, ["Jongeren", "Ouderen", "Nieuwkomers", "GGD"]) == zin


# -- the report

EERSTE = Bevinding("geen-jaar", Plek("b.xlsx", blad="Doelen", cel="F2"), "Dat is geen jaar.", "Vul een jaar in.")
TWEEDE = Bevinding("cijfer-zonder-bron", Plek("a.xlsx"), "Er is geen bron.", "Vul de bron in.", Ernst.LET_OP)
DERDE = Bevinding("geen-datum", Plek("b.xlsx", blad="Gebied", cel="B5"), "Dat is geen datum.", "Vul een datum in.")

VIERDE = Bevinding("dubbele-code", Plek("b.xlsx", blad="Doelen"), "Dat staat er twee keer.", "Haal er een weg.")

VERSLAG = """\
a.xlsx
  LET OP · het bestand [cijfer-zonder-bron]
      Er is geen bron.
      De regel: Elk cijfer heeft een bron.
      Wat u kunt doen: Vul de bron in.

b.xlsx
  Blad Doelen
    FOUT · cel F2 [geen-jaar]
        Dat is geen jaar.
        De regel: Een jaar is een getal van vier cijfers.
        Wat u kunt doen: Vul een jaar in.
    FOUT · het blad [dubbele-code]
        Dat staat er twee keer.
        De regel: Elke speerpuntcode komt één keer voor.
        Wat u kunt doen: Haal er een weg.
  Blad Gebied
    FOUT · cel B5 [geen-datum]
        Dat is geen datum.
        De regel: Een datum is een datum, zoals 3-11-2026.
        Wat u kunt doen: Vul een datum in.

3 fouten, 1 keer ‘let op’."""


def test_het_verslag_staat_per_bestand_en_blad_bij_elkaar() -> None:
    assert rapport([EERSTE, TWEEDE, DERDE, VIERDE]) == VERSLAG


def test_bevindingen_voor_een_ander_programma() -> None:
    """Every finding in its order, with the same keys; what a place does not have is empty."""
    eerste, tweede = json.loads(als_json([EERSTE, TWEEDE]))["bevindingen"]
    assert eerste == {
        "code": "geen-jaar",
        "ernst": "fout",
        "bestand": "b.xlsx",
        "blad": "Doelen",
        "cel": "F2",
        "regel": 0,
        "sleutel": "",
        "onderdeel": "",
        "tekst": "Dat is geen jaar.",
        "hulp": "Vul een jaar in.",
        "regel_uitleg": REGELS["geen-jaar"],
    }
    assert (tweede["ernst"], tweede["blad"], list(tweede)) == ("let op", "", list(eerste))
    assert json.loads(als_json([])) == {"bevindingen": []}


def test_het_verslag_telt() -> None:
    assert rapport([]) == "0 fouten, 0 keer ‘let op’."
    assert rapport([EERSTE]).endswith("\n1 fout, 0 keer ‘let op’.")


def test_let_op_houdt_niets_tegen() -> None:
    assert fouten([EERSTE, TWEEDE, DERDE]) == (EERSTE, DERDE)


def test_een_fout_van_het_programma_draagt_zijn_bevindingen() -> None:
    fout = GebiedsplanFout(b for b in (EERSTE, DERDE))
    assert (fout.bevindingen, fout.exit_code) == ((EERSTE, DERDE), 1)
    assert (
        str(fout) == "b.xlsx, blad Doelen, cel F2: Dat is geen jaar.\nb.xlsx, blad Gebied, cel B5: Dat is geen datum."
    )
