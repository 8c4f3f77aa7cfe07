"""What the program writes is held to what it asks of others: short sentences, plain words, and who does it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import eigen_taal
import pytest
from conftest import WORTEL

from gebiedsplan import kader, werkmap
from gebiedsplan.bevinding import Plek
from gebiedsplan.build import Mappen, documenten
from gebiedsplan.gebied import lezen
from gebiedsplan.inlezen import Lezer
from gebiedsplan.leesbaar import hoofdstukken, regels, score, woordenlijst
from gebiedsplan.leesbaar.kennis import Kennis, kennis
from gebiedsplan.leesbaar.model import Stuk, Tekst
from gebiedsplan.leesbaar.tekst import alineas, zinnen

# The framework of the samenwerking, that asks for B1, by the same formula; a product reads at least this much easier.
_KADER_003, _BETER = 40.2, 10
# What the program says itself reads easily.
_EIGEN = 70
GEBIEDEN = WORTEL / "gebieden"
KADER = kader.read(GEBIEDEN / "kader.toml")
# Words of Word, Excel and other programs, that have no other name.
_VAN_PROGRAMMAS = (
    "spaties trefwoorden gesplitste duizendtallen decoratief inspringing templates libpangoft voorbeeldmap scheduler"
)
_BEKEND = f"""{_VAN_PROGRAMMAS} werkmappen beslispunt beslispunten sjablonen
    HTML ODT TOML YAML PDF MSYS2 UTF JSON XLSX VERW REF SVG PNG GEBIED MAP
    GM WK000101 vijftallen decentrale""".split()
# What the law and the fields of a voorstel call it.
_VASTE_NAMEN = {"Participatie"}


@cache
def weten() -> Kennis:
    lijst = woordenlijst.read(GEBIEDEN / "woordenlijst.toml")
    uit_readme = re.findall(r"^\| (\w+) \| ", (WORTEL / "README.md").read_text("utf-8"), re.MULTILINE)
    return kennis(KADER, lijst, (*_BEKEND, *uit_readme), ())


def signalen(teksten: Iterator[tuple[str, str]], *, behalve: frozenset[str] = frozenset()) -> list[str]:
    """Every signal in these texts, with its place."""
    return [
        f"{plek}: [{advies.code}] {advies.wat} “{advies.zin}”"
        for plek, tekst in teksten
        if tekst not in _VASTE_NAMEN
        for advies in regels.adviezen([Tekst(Plek(plek), tekst)], weten())
        if advies.code not in behalve
    ]


def test_no_message_rule_help_or_template_is_hard_to_read() -> None:
    assert signalen(eigen_taal.alle()) == []


@pytest.mark.parametrize(
    ("bron", "minstens"),
    [(eigen_taal.regels, 130), (eigen_taal.hulp, 40), (eigen_taal.meldingen, 450), (eigen_taal.sjablonen, 300)],
)
def test_what_the_program_says_scores_well(bron: Callable[[], Iterator[tuple[str, str]]], minstens: int) -> None:
    alle = [zin for _, tekst in bron() for alinea in alineas(tekst) for zin in zinnen(alinea)]
    assert len(alle) >= minstens
    uitkomst = score.flesch_douma(alle)
    assert uitkomst is not None
    assert uitkomst >= _EIGEN


def test_a_hard_sentence_of_our_own_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "gebiedsplan").mkdir()
    (tmp_path / "templates" / "x.md.j2").write_text(
        "# Kop {: #kop}\n\n{% if a %}\nMiddels {{ b }} wordt dit gemonitord.\n{% endif %}\n\n| Vigerend | {{ c }} |\n",
        "utf-8",
    )
    (tmp_path / "gebiedsplan" / "x.py").write_text(
        'Bevinding("c", plek, f"{a} is geïmplementeerd" + " hier.")', "utf-8"
    )
    monkeypatch.setattr(eigen_taal, "WORTEL", tmp_path)
    gevonden = " ".join(signalen(eigen_taal.alle()))
    for woord in ("Middels", "gemonitord", "Vigerend", "geïmplementeerd", "wordt … gemonitord"):
        assert f"‘{woord}’" in gevonden
    assert "gebiedsplan/x.py:1: [jargon]" in gevonden


@cache
def stukken() -> dict[str, Stuk]:
    """Every text that is made of the example workbooks, by its title."""
    mappen = Mappen(GEBIEDEN, (WORTEL / "templates",), Path("uit"), Path("figuren"))
    lezer = Lezer(GEBIEDEN)
    gelezen = (lezer.lees_plan(gebied.slug, 2027) for gebied in KADER.gebieden)
    gemaakt = (hoofdstukken.stuk(document) for g in gelezen for document in documenten.alleen_tekst(mappen, g))
    return {stuk.titel: stuk for stuk in gemaakt}


def test_every_product_reads_ten_points_easier_than_the_framework() -> None:
    scores = {titel: score.flesch_douma(stuk.zinnen) for titel, stuk in stukken().items()}
    assert len(scores) == 9 + 9 + 4 + 4
    te_laag = {t: s for t, s in scores.items() if s is None or s < _KADER_003 + _BETER}
    assert te_laag == {}


def test_the_sentences_that_the_program_adds_have_no_jargon() -> None:
    """What stands in a product and in no cell or kader is ours; names in it may make it long."""
    van_anderen = _stukken_van_anderen()
    eigen = (
        (titel, zin) for titel, stuk in stukken().items() for zin in stuk.zinnen if zin.casefold() not in van_anderen
    )
    gevonden = signalen(eigen, behalve=frozenset({"lange-zin", "moeilijk-woord"}))
    assert [signaal for signaal in gevonden if not _is_geciteerd(signaal.casefold(), van_anderen)] == []


def _is_geciteerd(signaal: str, van_anderen: set[str]) -> bool:
    """Whether what stands out is in words of a cell or the kader, that a sentence of ours repeats."""
    woord = signaal.split("‘")[1].split("’")[0].split()[-1]
    return any(woord in stuk and stuk in signaal for stuk in van_anderen)


def _stukken_van_anderen() -> set[str]:
    """The sentences of every workbook and of the kader, and what is written as a whole, in small letters."""
    boeken = [werkmap.read(p, p.as_posix(), lezen.bladnamen(KADER)) for p in sorted(GEBIEDEN.glob("*/2027.xlsx"))]
    teksten = [str(cel.waarde) for boek in boeken for blad in boek.bladen for rij in blad.rijen for cel in rij]
    teksten += _woorden_in(tomllib.loads((GEBIEDEN / "kader.toml").read_text("utf-8")))
    alle = {zin for tekst in teksten for alinea in alineas(tekst) for zin in zinnen(alinea)}
    return {tekst.casefold() for tekst in (*alle, *teksten)}


def _woorden_in(waarde: object) -> Iterator[str]:
    """Every text in what a TOML file holds."""
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from _woorden_in(deel)
