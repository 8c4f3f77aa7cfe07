"""The command that makes the uitvoeringsagenda."""

from __future__ import annotations

import click

from gebiedsplan.cli.keuzes import JAAR
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen


@click.command(
    help="Maak de uitvoeringsagenda van één gebied, of van alle: de acties als Excel-lijst en als kalender (.ics).",
    short_help="Maak een lijst en een kalender van alle acties.",
)
@click.argument("gebied", metavar="[GEBIED]", default="")
@JAAR
@click.pass_context
def agenda(ctx: click.Context, gebied: str, jaar: int | None) -> None:
    """Make both files and print where they are."""
    with fouten_als_rapport():
        from gebiedsplan.build import uitvoering

        mappen = mappen_van(ctx)
        gemaakt = uitvoering.van_gebied(mappen, gebied, jaar) if gebied else uitvoering.van_alle(mappen, jaar)
        toon_bevindingen(gemaakt.bevindingen)
        for pad in gemaakt.paden:
            click.echo(pad)
