"""What a build is asked and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gebiedsplan.bevinding import Bevinding


@dataclass(frozen=True, slots=True)
class Mappen:
    """Where everything is: the workbooks, the templates with the house style, and where output goes."""

    gebieden: Path
    sjablonen: Path
    uit: Path
    figuren: Path


@dataclass(frozen=True, slots=True)
class Opties:
    """What a user may choose about the files that are made."""

    bewerkbare_grafieken: bool = False


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What a build made: the files, and the findings that did not stop it."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...]
