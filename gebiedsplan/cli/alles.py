"""The command that makes the plans of all areas, and shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.cli.keuzes import JAAR, documentkeuzes, opties
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen

if TYPE_CHECKING:
    from gebiedsplan.build import Voortgang

_AFGEBROKEN = 130


@click.command(
    help="Maak de plannen van alle gebieden. Wat niet is veranderd, blijft zoals het is.",
    short_help="Maak de plannen van alle gebieden.",
)
@JAAR
@documentkeuzes
@click.option("--alles-opnieuw", is_flag=True, help="Maak ook opnieuw wat niet is veranderd.")
@click.option(
    "--tegelijk",
    type=click.IntRange(1, 64),
    metavar="AANTAL",
    help="Hoeveel plannen het programma naast elkaar maakt. [standaard: zoveel als deze computer kan]",
)
@click.option(
    "--uitvoerder",
    metavar="ADRES",
    default="",
    help="Laat andere computers het werk doen: dask://computer:8786. [standaard: alleen deze computer]",
)
@click.pass_context
def alles(
    ctx: click.Context, /, jaar: int | None, alles_opnieuw: bool, tegelijk: int | None, uitvoerder: str, **keuzes: Any
) -> None:
    """Build every plan that changed; a plan that fails is reported at the end and the others go on."""
    with fouten_als_rapport(), _netjes_gestopt(ctx):
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        keus = opties(**keuzes)
        with _voortgang() as volg:
            gemaakt = build.alles(
                mappen,
                jaar,
                keus,
                opnieuw=alles_opnieuw,
                tegelijk=tegelijk or 0,
                uitvoerder=uitvoerder,
                volg=volg,
            )
        uitkomsten = dict(gemaakt)
        toon_bevindingen(tuple(dict.fromkeys(chain.from_iterable(u.bevindingen for u in uitkomsten.values()))))
        for uitkomst in uitkomsten.values():
            for pad in () if isinstance(uitkomst, GebiedsplanFout) else uitkomst.paden:
                click.echo(pad)
        if mappen.index.is_file():
            click.echo(mappen.index)
        mislukt = [slug for slug, uitkomst in uitkomsten.items() if isinstance(uitkomst, GebiedsplanFout)]
        if mislukt:
            click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
            ctx.exit(1)


@contextmanager
def _netjes_gestopt(ctx: click.Context) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        click.echo("\nGestopt. Elk bestand is heel: oud of nieuw. Met dezelfde opdracht gaat u verder.", err=True)
        ctx.exit(_AFGEBROKEN)


@contextmanager
def _voortgang() -> Iterator[Callable[[Voortgang], None]]:
    """Tell how far it is: on a screen as a bar with the time that is left, elsewhere as a line for every area."""
    if not sys.stderr.isatty():
        yield _als_regels()
        return
    with click.progressbar(
        length=1, label="Plannen", file=sys.stderr, show_eta=True, show_pos=True, item_show_func=lambda naam: naam or ""
    ) as balk:

        def volg(stand: Voortgang) -> None:
            balk.length = stand.totaal
            balk.update(stand.klaar - balk.pos, ", ".join(stand.bezig))
            balk.render_progress()

        yield volg


def _als_regels() -> Callable[[Voortgang], None]:
    begonnen: set[str] = set()

    def volg(stand: Voortgang) -> None:
        for naam in stand.bezig:
            if naam not in begonnen:
                click.echo(f"{stand.klaar} van {stand.totaal} klaar, bezig met {naam}", err=True)
        begonnen.update(stand.bezig)

    return volg
