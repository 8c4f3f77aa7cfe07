"""Ask before something of the user changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.cli.melden import toon_bevindingen
from gebiedsplan.cli.vragen import aan_het_toetsenbord

if TYPE_CHECKING:
    from gebiedsplan.build.model import Gemaakt
    from gebiedsplan.build.werkmappen.wijzigen import Voorstel

PROEF = click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert.")
JA = click.option("--ja", is_flag=True, help="Ga door zonder te vragen.")


def na_akkoord(
    ctx: click.Context,
    voorstel: Voorstel,
    voer_uit: Callable[[Voorstel], Gemaakt],
    *,
    niets: str,
    telling: str,
    proef: bool,
    ja: bool,
) -> None:
    """Show what would change, with ``niets`` when it is nothing, and change it when the user agrees."""
    toon_bevindingen(voorstel.bevindingen)
    if not voorstel.aantal:
        click.echo(niets)
        return
    for regel in voorstel.regels:
        click.echo(regel)
    click.echo(f"\n{voorstel.aantal} {telling}.")
    if proef or not (ja or _akkoord(ctx)):
        click.echo("Er is niets veranderd.")
        return
    for pad in voer_uit(voorstel).paden:
        click.echo(pad)


def _akkoord(ctx: click.Context) -> bool:
    """Whether the user agrees. Raises GebiedsplanFout when there is nobody to ask."""
    if not aan_het_toetsenbord():
        raise GebiedsplanFout([_bevestiging_nodig(ctx.info_name or "")], exit_code=2)
    antwoord: str = click.prompt("Doorgaan? [j/N]", default="n", show_default=False)
    return antwoord.strip().casefold() in {"j", "ja"}


def _bevestiging_nodig(opdracht: str) -> Bevinding:
    return Bevinding(
        "bevestiging-nodig",
        Plek(opdracht),
        "Het programma kan hier niet vragen of u akkoord bent. Er is niets veranderd.",
        "Kijk met --proef wat er verandert. Geef daarna --ja op.",
    )
