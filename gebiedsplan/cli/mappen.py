"""Which folders a command works in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from gebiedsplan.build import Mappen

_PAKKET = Path(__file__).parent.parent
# In a package that was built they lie inside it; where the program is worked on, beside it.
MEEGELEVERD = (_PAKKET / "meegeleverd" / "templates", _PAKKET.parent / "templates")


def mappen_van(ctx: click.Context) -> Mappen:
    """The folders that the user named before the command, or those where he stands."""
    from gebiedsplan.build import Mappen

    map_, gebieden, sjablonen, uit = ctx.obj
    uit = uit or map_ / "build"
    lagen = (sjablonen,) if sjablonen else _sjablonen(map_)
    return Mappen(gebieden or map_ / "gebieden", lagen, uit, uit.parent / "figures")


def _sjablonen(map_: Path) -> tuple[Path, ...]:
    """The templates of the samenwerking when it has its own, over those of the house."""
    eigen, huis = map_ / "templates", van_het_huis()
    return (eigen, huis) if eigen.is_dir() and eigen.resolve() != huis.resolve() else (huis,)


def van_het_huis() -> Path:
    """The templates that come with the program; by a short path where it stands in this folder."""
    huis = next((map_ for map_ in MEEGELEVERD if map_.is_dir()), Path("templates"))
    hier = Path("templates")
    return hier if hier.is_dir() and hier.resolve() == huis.resolve() else huis
