"""The command that shows a plan at one stage of its making."""

from __future__ import annotations

import click

from gebiedsplan.cli.keuzes import JAAR
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen

_STAPPEN = ("cijfers", "plan", "markdown", "document")


@click.command(
    help="Laat zien wat het programma van een werkmap maakt, stap voor stap. Bij elke regel van de samenvatting "
    "staat uit welk blad en welke cel die komt.",
    short_help="Laat één stap van een plan zien.",
)
@click.argument("gebied", metavar="GEBIED")
@JAAR
@click.option(
    "--stap",
    type=click.Choice(_STAPPEN),
    default="plan",
    show_default=True,
    help="De cijfers na het berekenen, het plan, de tekst van het plan, of het document.",
)
@click.pass_context
def toon(ctx: click.Context, gebied: str, jaar: int | None, stap: str) -> None:
    """Print one stage: JSON, or the Markdown."""
    with fouten_als_rapport():
        from gebiedsplan.build import tonen

        tekst, bevindingen = tonen.toon(mappen_van(ctx), gebied, jaar, stap)
        toon_bevindingen(bevindingen)
        click.echo(tekst)
