"""The command that puts published figures into workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from gebiedsplan.cli.akkoord import JA, PROEF, na_akkoord
from gebiedsplan.cli.keuzes import JAAR
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport


@click.command(
    help="Zet cijfers van het CBS of het RIVM in de werkmappen. Zonder GEBIED: in alle werkmappen. "
    "U ziet eerst wat er verandert.",
    short_help="Zet cijfers van het CBS of het RIVM in de werkmappen.",
)
@click.argument("gebieden", metavar="[GEBIED]...", nargs=-1)
@click.option(
    "--bestand",
    "bestanden",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="BESTAND",
    help="Een bestand zoals de uitgever het maakt (.xlsx, .csv of .json). Mag vaker.",
)
@click.option("--ophalen", default="", metavar="TABEL", help="Haal deze tabel zelf op bij het CBS, zoals 85984NED.")
@click.option("--tabel", default="", metavar="TABEL", help="Het nummer van de tabel, als het bestand dat niet zegt.")
@click.option(
    "--gewichten",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Kerncijfers wijken en buurten, om wijken naar inwoners te wegen.",
)
@click.option("--wijken", is_flag=True, help="Voeg ook rijen toe voor elke wijk.")
@click.option("--vervang", is_flag=True, help="Vervang ook cijfers die iemand zelf heeft ingevuld.")
@PROEF
@JA
@click.option(
    "--bewaar",
    type=click.Path(path_type=Path),
    default=Path("bronnen"),
    show_default=True,
    metavar="MAP",
    help="De map waar opgehaalde tabellen in komen.",
)
@click.option("--opnieuw", is_flag=True, help="Haal een tabel op die al in die map staat.")
@click.option("--basis", default="", hidden=True, envvar="GEBIEDSPLAN_ODATA")
@JAAR
@click.pass_context
def importeer(
    ctx: click.Context,
    /,
    gebieden: tuple[str, ...],
    bestanden: tuple[Path, ...],
    wijken: bool,
    vervang: bool,
    proef: bool,
    ja: bool,
    **opties: Any,
) -> None:
    """Show what published figures change in the workbooks, and change it when the user agrees."""
    if not bestanden and not opties["ophalen"]:
        raise click.UsageError("Noem een bestand met --bestand, of een tabel met --ophalen.")
    with fouten_als_rapport():
        from gebiedsplan.build.werkmappen import importeren

        keuzes = importeren.Keuzes(vervang=vervang, wijken=wijken)
        opdracht = importeren.Opdracht(gebieden=gebieden, bestanden=bestanden, keuzes=keuzes, **opties)
        voorstel = importeren.stel_voor(mappen_van(ctx), opdracht)
        telling = "rij verandert" if voorstel.aantal == 1 else "rijen veranderen"
        na_akkoord(ctx, voorstel, importeren.voer_uit, niets="Er verandert niets.", telling=telling, proef=proef, ja=ja)
