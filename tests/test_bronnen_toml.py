"""bronnen.toml: what is in it, and what someone who edits it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import WORTEL

from gebiedsplan import bronnen, kader
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.bronnen.model import Bronnen
from gebiedsplan.kader.model import Kader

PAD = WORTEL / "gebieden" / "bronnen.toml"
TEKST = PAD.read_text("utf-8")


@pytest.fixture(scope="module")
def het_kader() -> Kader:
    return kader.read(WORTEL / "gebieden" / "kader.toml")


@pytest.fixture(scope="module")
def de_bronnen(het_kader: Kader) -> Bronnen:
    return bronnen.read(PAD, het_kader)


def bevindingen(tmp_path: Path, kader_: Kader, tekst: str) -> tuple[Bevinding, ...]:
    pad = tmp_path / "bronnen.toml"
    pad.write_text(tekst, "utf-8")
    try:
        bronnen.read(pad, kader_)
    except GebiedsplanFout as fout:
        return fout.bevindingen
    return ()


def regel(stuk: str, tekst: str = TEKST) -> int:
    return tekst[: tekst.index(stuk)].count("\n") + 1


def test_every_published_indicator_has_a_source(de_bronnen: Bronnen, het_kader: Kader) -> None:
    """Only what the gemeente counts itself has none."""
    met = {cijfer.indicator for tabel in de_bronnen.tabellen for cijfer in tabel.cijfers}
    assert {i.id for i in het_kader.indicatoren} - met == {"bewonersinitiatieven"}


def test_every_edition_since_2013_is_known(de_bronnen: Bronnen) -> None:
    kwb = next(tabel for tabel in de_bronnen.tabellen if tabel.id == "kwb")
    assert sorted(kwb.edities.values()) == list(range(2013, 2026))
    assert (kwb.edities["84799NED"], kwb.edities["85318NED"], kwb.edities["85618NED"]) == (2020, 2022, 2023)


def test_a_file_that_is_not_there(tmp_path: Path, het_kader: Kader) -> None:
    with pytest.raises(GebiedsplanFout) as fout:
        bronnen.read(tmp_path / "bronnen.toml", het_kader)
    assert [b.code for b in fout.value.bevindingen] == ["bronnen-ontbreekt"]


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "woord"),
    [
        ('waarde = "werk"', 'waarde = "werkk"', "bronnen-verwijzing", "Bedoelt u “werk”?"),
        ('indicator = "arbeidsparticipatie"', 'indicator = "arbeid"', "bronnen-verwijzing", "indicator uit het kader"),
        ('"0-15" = "leeftijd-0-15"', '"0-16" = "leeftijd-0-15"', "bronnen-verwijzing", "leeftijdsgroep uit het kader"),
        ('"15-25" = "leeftijd-15-25"', '"15-25" = "leeftijd"', "bronnen-verwijzing", "[tabellen.kolommen]"),
        ('kolom = "marge"', 'kolom = "marges"', "bronnen-verwijzing", "Bedoelt u “marge”?"),
        ('kies = { leeftijd = ["80200",', 'kies = { leefdtijd = ["80200",', "bronnen-verwijzing", "“leefdtijd”"),
        ('noemer = ["inwoners"]', 'noemer = ["inwoner"]', "bronnen-verwijzing", "Bedoelt u “inwoners”?"),
        ('noemer = ["inwoners"]', "", "bronnen-waarde-verkeerd", "geen teller met een noemer"),
        ('waarde = "werk"', 'waarde = "werk"\nfactor = 0', "bronnen-waarde-verkeerd", "“factor” is 0"),
        ('"84799NED" = 2020', '"84799NED" = "2020"', "bronnen-waarde-verkeerd", "een heel getal"),
        ('"84799NED" = 2020', '"84799NED" = 20', "bronnen-waarde-verkeerd", "“20” is geen jaar"),
        ('"84799NED" = 2020', '"84799" = 2020', "bronnen-waarde-verkeerd", "geen nummer van een tabel"),
        ('"84799NED" = 2020', '"84799ned" = 2020\n"84799NED" = 2020', "bronnen-verwijzing", "staat er al"),
        ('"." = "onbekend"', '"." = "weet niet"', "bronnen-waarde-verkeerd", "Kies uit: onbekend"),
        ('status = "schatting"', 'status = "model"', "bronnen-waarde-verkeerd", "Kies uit: definitief"),
        ("selectie = ", "selecteer = ", "bronnen-sleutel-onbekend", "Bedoelt u “selectie”?"),
        ('peildatum = "1 oktober {jaar}"', 'peildatum = "1 oktober {jr}"', "bronnen-waarde-verkeerd", "{jr}"),
        ("edities]", "edites]", "bronnen-sleutel-ontbreekt", "“edities” ontbreekt"),
        ("[tekens]", "[tekens", "bronnen-onleesbaar", "haken"),
    ],
)
def test_a_mistake_is_found_on_its_line(
    tmp_path: Path, het_kader: Kader, oud: str, nieuw: str, code: str, woord: str
) -> None:
    gevonden = bevindingen(tmp_path, het_kader, TEKST.replace(oud, nieuw, 1))
    van_deze = [b for b in gevonden if b.code == code and woord in f"{b.tekst} {b.hulp}"]
    assert van_deze, gevonden
    assert all(b.plek.bestand == "bronnen.toml" for b in gevonden)
    if nieuw and "ontbreekt" not in code:
        eerste = regel(oud)
        assert any(eerste <= b.plek.regel <= eerste + 1 for b in van_deze), van_deze


def test_a_stray_brace_is_only_a_brace(tmp_path: Path, het_kader: Kader) -> None:
    assert bevindingen(tmp_path, het_kader, TEKST.replace("1 oktober {jaar}", "1 oktober {jaar} }{")) == ()


def test_all_mistakes_at_once_in_the_order_of_their_lines(tmp_path: Path, het_kader: Kader) -> None:
    tekst = TEKST.replace('waarde = "werk"', 'waarde = "werkk"').replace('"." = "onbekend"', '"." = 3')
    gevonden = bevindingen(tmp_path, het_kader, tekst.replace('teller = "bijstand"', 'teller = "bijstandd"'))
    assert [b.plek.regel for b in gevonden] == sorted(b.plek.regel for b in gevonden)
    assert len(gevonden) == 3
