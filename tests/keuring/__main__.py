"""Judge a build folder: ``python -m keuring build``. Ends with 1 when a tool found something."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from keuring.axe import AXE
from keuring.model import Keurmeester, OntbreektFout, Oordelen
from keuring.ooxml import EIGEN, OOXML
from keuring.pdf import PDFUA
from keuring.vnu import VNU

KEURMEESTERS = (EIGEN, OOXML, AXE, VNU, PDFUA)
GEEN_BEWIJS = (
    "Dit verslag zegt alleen wat deze programma’s vonden. Het is geen bewijs dat het document voor iedereen "
    "toegankelijk is: veel kan alleen een mens nagaan."
)


def main(map_: Path) -> int:
    """Write a report beside every document in ``map_``, and say what was found."""
    bestanden = sorted(pad for pad in map_.rglob("*") if pad.is_file())
    if not bestanden:
        click.echo(f"In {map_} staat niets. Maak eerst de plannen: make alles", err=True)
        return 2
    uitkomsten = {meester.naam: _laat_keuren(meester, bestanden) for meester in KEURMEESTERS}
    fouten = 0
    for document, delen in _documenten(bestanden).items():
        regels = list(_verslag(document, delen, uitkomsten))
        document.with_name(f"{document.name}.toets.md").write_text("\n".join(regels) + "\n", "utf-8")
        gevonden = sum(len(oordelen.get(deel, ())) for oordelen in _gelukt(uitkomsten) for deel in delen)
        fouten += gevonden
        click.echo(f"{document}: {'niets gevonden' if not gevonden else f'{gevonden} keer iets gevonden'}")
    for naam, uitkomst in uitkomsten.items():
        if isinstance(uitkomst, str):
            click.echo(f"Niet gedraaid: {naam}. Er ontbreekt: {uitkomst}", err=True)
    click.echo(GEEN_BEWIJS)
    return 1 if fouten else 0


def _laat_keuren(meester: Keurmeester, bestanden: Sequence[Path]) -> Oordelen | str:
    """What a tool found, or what is missing to run it."""
    paden = [pad for pad in bestanden if pad.suffix in meester.soorten]
    try:
        return meester.keur(paden) if paden else {}
    except OntbreektFout as fout:
        return str(fout)


def _gelukt(uitkomsten: Mapping[str, Oordelen | str]) -> Iterator[Oordelen]:
    return (uitkomst for uitkomst in uitkomsten.values() if not isinstance(uitkomst, str))


def _documenten(bestanden: Sequence[Path]) -> Mapping[Path, list[Path]]:
    """The files of each document: those that differ only in what they are."""
    soorten = {soort for meester in KEURMEESTERS for soort in meester.soorten}
    documenten: dict[Path, list[Path]] = {}
    for pad in bestanden:
        if pad.suffix in soorten:
            documenten.setdefault(pad.with_suffix(""), []).append(pad)
    return documenten


def _verslag(document: Path, delen: Sequence[Path], uitkomsten: Mapping[str, Oordelen | str]) -> Iterator[str]:
    yield f"# Toets van {document.name}"
    yield ""
    yield GEEN_BEWIJS
    for deel in delen:
        yield ""
        yield f"## {deel.name}"
        for meester in KEURMEESTERS:
            if deel.suffix in meester.soorten:
                yield ""
                yield from _oordeel(meester, uitkomsten[meester.naam], deel)


def _oordeel(meester: Keurmeester, uitkomst: Oordelen | str, deel: Path) -> Iterator[str]:
    if isinstance(uitkomst, str):
        yield f"- **{meester.naam}** is niet gedraaid. Er ontbreekt: {uitkomst}"
        return
    gevonden = uitkomst[deel]
    yield f"- **{meester.naam}**, versie {meester.versie()}. Kijkt naar: {meester.dekt}."
    yield f"  Gevonden: {len(gevonden) or 'niets'}."
    yield from (f"  - {regel}" for regel in gevonden)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build")))
