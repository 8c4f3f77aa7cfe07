"""The command that says how a plan reads."""

from __future__ import annotations

import click

from gebiedsplan.cli.keuzes import JAAR
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport


@click.command(
    name="taal",
    help="Laat zien welke zinnen moeilijk lezen en wat u eraan kunt doen, met een score per hoofdstuk.",
    short_help="Laat zien welke zinnen moeilijk lezen.",
)
@click.argument("gebied", metavar="GEBIED")
@JAAR
@click.pass_context
def taal(ctx: click.Context, gebied: str, jaar: int | None) -> None:
    """Print the ten hardest sentences and the scores, and where the page is."""
    with fouten_als_rapport():
        from gebiedsplan.build import leesbaarheid

        verslag = leesbaarheid.maak(mappen_van(ctx), gebied, jaar)
        click.echo(verslag.titel)
        for regel in verslag.regels:
            click.echo(regel)
        click.echo()
        click.echo("Dit zijn signalen. Of een tekst duidelijk is, kan alleen een lezer zeggen.")
        for pad in verslag.paden:
            click.echo(pad)
