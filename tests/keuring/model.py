"""What a tool says of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

GEREEDSCHAP = Path(__file__).parent.parent / "gereedschap"
PAKKETTEN = GEREEDSCHAP / "node_modules"

# Everything found in each file; a file in which nothing was found has no lines.
Oordelen: TypeAlias = Mapping[Path, Sequence[str]]


class OntbreektFout(Exception):
    """A tool that is not on this machine; says what is missing."""


@dataclass(frozen=True, slots=True)
class Keurmeester:
    """A tool: which files it judges, what its judgement covers, its version, and how to ask it."""

    naam: str
    soorten: tuple[str, ...]
    dekt: str
    versie: Callable[[], str]
    keur: Callable[[Sequence[Path]], Oordelen]
