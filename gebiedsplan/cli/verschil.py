"""The command that compares two workbooks of an area."""

from __future__ import annotations

from pathlib import Path

import click

from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport

_WERKMAPPEN = {".xlsx", ".xlsm"}
_GEBRUIK = (
    "Noem een gebied en twee jaren, zoals: gebiedsplan verschil heiloo 2026 2027. "
    "Of noem twee werkmappen: gebiedsplan verschil OUD.xlsx NIEUW.xlsx."
)


@click.command(
    help="Laat zien wat er is veranderd: van een gebied tussen twee jaren, of tussen twee werkmappen.",
    short_help="Laat zien wat er tussen twee werkmappen is veranderd.",
)
@click.argument("wat", nargs=-1, metavar="GEBIED VAN NAAR | OUD.xlsx NIEUW.xlsx")
@click.option("--gebied", default="", metavar="GEBIED", help="Bij twee werkmappen: van welk gebied ze zijn.")
@click.pass_context
def verschil(ctx: click.Context, wat: tuple[str, ...], gebied: str) -> None:
    """Compare, and print the short version and where the long one is."""
    with fouten_als_rapport():
        from gebiedsplan.build import vergelijken

        match wat:
            case (slug, van, naar) if van.isdecimal() and naar.isdecimal():
                vergeleken = vergelijken.jaren(mappen_van(ctx), slug, int(van), int(naar))
            case (oud, nieuw) if {Path(oud).suffix.lower(), Path(nieuw).suffix.lower()} <= _WERKMAPPEN:
                vergeleken = vergelijken.bestanden(mappen_van(ctx), Path(oud), Path(nieuw), gebied)
            case _:
                raise click.UsageError(_GEBRUIK)
        click.echo(vergeleken.titel)
        for regel in vergeleken.kort:
            click.echo(f"- {regel}")
        click.echo()
        for pad in vergeleken.paden:
            click.echo(pad)
