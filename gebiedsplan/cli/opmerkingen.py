"""The command that puts what readers said in Word into the workbooks."""

from __future__ import annotations

from pathlib import Path

import click

from gebiedsplan.cli.akkoord import JA, PROEF, na_akkoord
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport


@click.command(
    help="Zet opmerkingen en wijzigingen uit een Word-document op het blad Opmerkingen van de werkmap. "
    "U ziet eerst wat erbij komt.",
    short_help="Zet opmerkingen uit Word in de werkmap.",
)
@click.argument("documenten", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DOCUMENT...")
@PROEF
@JA
@click.pass_context
def opmerkingen(ctx: click.Context, documenten: tuple[Path, ...], proef: bool, ja: bool) -> None:
    """Show what the documents add to the workbooks, and add it when the user agrees."""
    with fouten_als_rapport():
        from gebiedsplan.build.werkmappen import opmerkingen as bouw

        voorstel = bouw.stel_voor(mappen_van(ctx), documenten)
        telling = "opmerking komt erbij" if voorstel.aantal == 1 else "opmerkingen komen erbij"
        niets = "Er komt niets bij: er zijn geen opmerkingen die nog niet in de werkmap staan."
        na_akkoord(ctx, voorstel, bouw.voer_uit, niets=niets, telling=telling, proef=proef, ja=ja)
