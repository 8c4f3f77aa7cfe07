"""Which folders a command works in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gebiedsplan.build import Mappen

MEEGELEVERD = Path(__file__).parent.parent / "meegeleverd" / "templates"


def mappen_van(ctx: click.Context) -> Mappen:
    """The folders that the user named before the command, or those where he stands."""
    from gebiedsplan.build import Mappen

    gebieden, sjablonen, uit = ctx.obj
    return Mappen(gebieden, sjablonen or _standaard_sjablonen(), uit, uit.parent / "figures")


def _standaard_sjablonen() -> Path:
    """The templates of this folder when it has them; else those that came with the program."""
    hier = Path("templates")
    return hier if hier.is_dir() or not MEEGELEVERD.is_dir() else MEEGELEVERD
