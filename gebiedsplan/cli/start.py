"""The command that begins a new samenwerking, from a file with answers, from options, or by asking."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeAlias

import click

from gebiedsplan.cli import vragen
from gebiedsplan.cli.mappen import van_het_huis
from gebiedsplan.cli.melden import fouten_als_rapport

# Answers by the same keys as in a file.
_Antwoorden: TypeAlias = dict[str, Any]


@click.command(
    help="Begin een nieuwe samenwerking in MAP. U krijgt een kader met uitleg erin, en van elk gebied een werkmap om "
    "in te vullen. Zonder opties stelt het programma vragen.",
    short_help="Begin een nieuwe samenwerking in een eigen map.",
    epilog='Voorbeeld: gebiedsplan start noorderland --samenwerking Noorderland --jaar 2027 --gemeente "Veldrijk; '
    'GM0001; raad" --gebied "Veldrijk: Dorp aan Zee; WK000101 Dorp"',
)
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option(
    "--antwoorden",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Een bestand met alle antwoorden (.toml). In docs/eigen-kader.md staat een voorbeeld.",
)
@click.option("--samenwerking", metavar="NAAM", help="De naam van de samenwerking, of van de gemeente.")
@click.option("--in-zin", metavar="NAAM", help='Hoe die naam in een zin staat, zoals "het Noorderland".')
@click.option("--jaar", type=int, metavar="JAAR", help="Het jaar van de eerste plannen.")
@click.option("--periode", metavar="TEKST", help='Hoe lang het kader geldt, zoals "2026 t/m 2029".')
@click.option("--speerpunten-min", type=int, metavar="AANTAL", help="Hoeveel speerpunten een gebied ten minste kiest.")
@click.option("--speerpunten-max", type=int, metavar="AANTAL", help="Hoeveel speerpunten een gebied hoogstens kiest.")
@click.option(
    "--gemeente",
    "gemeenten",
    multiple=True,
    metavar='"NAAM; CODE; BESTUUR"',
    help="De naam, de CBS-code (GM…) en wie besluit: college of raad. Mag vaker. Is de gemeente één gebied? Dan mogen "
    "de wijken erachter.",
)
@click.option(
    "--gebied",
    "gebieden",
    multiple=True,
    metavar='"GEMEENTE: NAAM; WIJK; …"',
    help='Een gebied van een gemeente, met de wijken van het CBS als u die weet ("WK000101 Centrum"). Mag vaker.',
)
@click.option(
    "--niveau",
    "niveaus",
    multiple=True,
    metavar='"ENKELVOUD; MEERVOUD; LIDWOORD; NAAM; …"',
    help="Hoe een niveau van uw kader heet, van hoog naar laag, en wat eronder valt. Hoogstens twee keer.",
)
@click.option("--thema", "themas", multiple=True, metavar="NAAM", help="Een thema van uw kader. Mag vaker.")
def start(map_: Path, antwoorden: Path | None, **opties: Any) -> None:
    """Make a folder to begin with and say what to do with it."""
    gegeven = {sleutel: waarde for sleutel, waarde in opties.items() if waarde not in (None, ())}
    if antwoorden is not None and gegeven:
        raise click.UsageError("Geef een bestand met antwoorden, of antwoorden als opties. Niet allebei.")
    with fouten_als_rapport():
        from gebiedsplan.build import starten
        from gebiedsplan.start import lezen

        starten.eis_leeg(map_)
        if antwoorden is not None:
            begin = lezen.read(antwoorden)
        elif gegeven or not vragen.aan_het_toetsenbord():
            begin = lezen.uit(_uit_opties(gegeven))
        else:
            begin = lezen.uit(vragen.vraag())
        gemaakt = starten.start(map_, begin, (van_het_huis(),))
        for pad in gemaakt.paden:
            click.echo(pad)
        _en_nu(map_, gemaakt.paden)


def _uit_opties(opties: _Antwoorden) -> _Antwoorden:
    """The answers in options as a file would have them."""
    gebieden = [_delen(gebied, ":") for gebied in opties.pop("gebieden", ())]
    gemeenten = [_gemeente(tekst, gebieden) for tekst in opties.pop("gemeenten", ())]
    for bij, *_ in gebieden:
        if bij.casefold() not in {gemeente["naam"].casefold() for gemeente in gemeenten}:
            raise click.UsageError(f"--gebied: “{bij}” is geen gemeente. Noem die ook met --gemeente.")
    if gemeenten:
        opties["gemeenten"] = gemeenten
    if niveaus := opties.pop("niveaus", ()):
        opties["niveaus"] = [_niveau(tekst) for tekst in niveaus]
    if "themas" in opties:
        opties["themas"] = list(opties["themas"])
    return opties


def _gemeente(tekst: str, gebieden: list[list[str]]) -> _Antwoorden:
    delen = _delen(tekst)
    wat = dict(zip(("naam", "code", "bestuur"), delen, strict=False))
    eigen = [_gebied(rest) for bij, *rest in gebieden if bij.casefold() == wat["naam"].casefold()]
    return {**wat, "wijken": delen[3:], "gebieden": eigen}


def _gebied(rest: list[str]) -> _Antwoorden:
    naam, *wijken = _delen(":".join(rest))
    return {"naam": naam, "wijken": wijken}


def _niveau(tekst: str) -> _Antwoorden:
    delen = _delen(tekst)
    return {**dict(zip(("enkelvoud", "meervoud", "lidwoord"), delen, strict=False)), "namen": delen[3:]}


def _delen(tekst: str, tussen: str = ";") -> list[str]:
    return [deel.strip() for deel in tekst.split(tussen)]


def _en_nu(map_: Path, paden: tuple[Path, ...]) -> None:
    werkmap = next(pad for pad in paden if pad.suffix == ".xlsx")
    opties = f"GEBIED={werkmap.parent.name} MAP={map_}"
    click.echo("", err=True)
    click.echo("Uw samenwerking staat klaar. En nu?", err=True)
    click.echo(f"1. Lees {map_ / 'gebieden' / 'kader.toml'} door en pas het aan. Er staat uitleg in.", err=True)
    click.echo(f"2. Is een lijst of een woord veranderd? Gooi de lege werkmappen weg en typ: make nieuw {opties} "
               f"JAAR={werkmap.stem}", err=True)  # fmt: skip
    click.echo("3. Vul de werkmappen in. Begin op het blad Lees mij.", err=True)
    click.echo(f"4. Kijk na wat er nog moet: make controleer {opties}", err=True)
    click.echo(f"5. Maak het plan: make gebiedsplan {opties}", err=True)
