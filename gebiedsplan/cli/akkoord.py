"""Ask before something of the user changes."""

from __future__ import annotations

import sys

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

PROEF = click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert.")
JA = click.option("--ja", is_flag=True, help="Ga door zonder te vragen.")


def akkoord(ctx: click.Context) -> bool:
    """Whether the user agrees. Raises GebiedsplanFout when there is nobody to ask."""
    if not sys.stdin.isatty():
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
