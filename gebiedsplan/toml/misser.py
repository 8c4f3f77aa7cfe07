"""A mistake in a TOML file before its line is known: where it stands is a path of keys and positions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from gebiedsplan.bevinding import Ernst

Pad: TypeAlias = tuple[str | int, ...]

_HEET = ("id", "slug", "code", "naam")


@dataclass(frozen=True, slots=True)
class Misser:
    """One mistake: a code of ``bevinding.REGELS``, its path, what is found and what to do.

    ``zie``: the path of the other place it clashes with, when there is one.
    """

    code: str
    pad: Pad
    tekst: str
    hulp: str
    zie: Pad = ()
    ernst: Ernst = Ernst.FOUT


@dataclass(frozen=True, slots=True)
class Codes:
    """What findings about one kind of file are called: codes of ``bevinding.REGELS``."""

    onleesbaar: str
    sleutel_ontbreekt: str
    sleutel_onbekend: str
    waarde_verkeerd: str


def in_woorden(pad: Pad, data: Mapping[str, Any]) -> str:
    """The path as its readers know it: ``("indicatoren", 3, "eenheid")`` is "indicatoren › bijstand › eenheid"."""
    stappen: list[str] = []
    hier: Any = data
    for stap in pad:
        hier = _inhoud(hier, stap)
        if isinstance(stap, str):
            stappen.append(stap)
        elif isinstance(hier, dict):
            stappen.append(_naam(hier) or f"nummer {stap + 1}")
    return " › ".join(stappen)


def _inhoud(hier: Any, stap: str | int) -> Any:
    if isinstance(hier, dict):
        return hier.get(stap)
    if isinstance(hier, list) and isinstance(stap, int):
        return hier[stap]
    return None


def _naam(rij: Mapping[str, Any]) -> str:
    return next((rij[sleutel] for sleutel in _HEET if isinstance(rij.get(sleutel), str)), "")
