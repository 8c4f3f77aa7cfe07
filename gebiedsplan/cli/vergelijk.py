"""The command that makes the comparison of all areas."""

from __future__ import annotations

from typing import Any

import click

from gebiedsplan.cli.keuzes import JAAR, documentkeuzes, opties
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen


@click.command(
    help="Zet alle gebieden naast elkaar: cijfers, speerpunten, doelen en KPI’s, in Word en HTML.",
    short_help="Zet alle gebieden naast elkaar.",
)
@JAAR
@documentkeuzes
@click.pass_context
def vergelijk(ctx: click.Context, /, jaar: int | None, **keuzes: Any) -> None:
    """Make it and print where it is."""
    with fouten_als_rapport():
        from gebiedsplan.build import vergelijking

        gemaakt = vergelijking.maak(mappen_van(ctx), jaar, opties(**keuzes))
        toon_bevindingen(gemaakt.bevindingen)
        for pad in gemaakt.paden:
            click.echo(pad)
