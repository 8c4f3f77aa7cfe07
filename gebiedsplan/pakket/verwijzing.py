"""The name of a cell: "D12" is column D of row 12."""

from __future__ import annotations

import re

_CEL = re.compile(r"([A-Z]{1,3})([0-9]+)")


def kolom_van(cel: str) -> str:
    """The letters of a cell. Raises ValueError when it is none."""
    return _delen(cel)[0]


def rij_van(cel: str) -> int:
    """The row of a cell. Raises ValueError when it is none."""
    return int(_delen(cel)[1])


def met_rij(cel: str, rij: int) -> str:
    """The cell in the same column of another row."""
    return f"{kolom_van(cel)}{rij}"


def nummer(kolom: str) -> int:
    """The place of a column: A is 1, AA is 27."""
    plaats = 0
    for letter in kolom:
        plaats = plaats * 26 + ord(letter) - ord("A") + 1
    return plaats


def letters(plaats: int) -> str:
    """The column at this place."""
    uit = ""
    while plaats:
        plaats, rest = divmod(plaats - 1, 26)
        uit = chr(ord("A") + rest) + uit
    return uit


def _delen(cel: str) -> tuple[str, str]:
    gevonden = _CEL.fullmatch(cel)
    if gevonden is None:
        raise ValueError(f"{cel} is geen cel")
    return gevonden[1], gevonden[2]
