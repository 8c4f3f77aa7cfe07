"""Change workbooks of the user: show first what would change, then write it, with a copy of what was there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What would change: as lines to read, and as files. ``gelezen`` is what those files were when it was made."""

    regels: tuple[str, ...]
    aantal: int
    bestanden: Mapping[Path, bytes]
    gelezen: Mapping[Path, bytes]
    bevindingen: tuple[Bevinding, ...]


def met_kopie(pad: Path, oud: bytes, nieuw: bytes) -> dict[Path, bytes]:
    """The workbook and, beside it, a copy of what it was: 2027.xlsx.bak, 2027.xlsx.bak2, ..."""

    def namen() -> Iterator[Path]:
        yield pad.with_name(f"{pad.name}.bak")
        yield from (pad.with_name(f"{pad.name}.bak{nummer}") for nummer in count(2))

    return {next(naam for naam in namen() if not naam.exists()): oud, pad: nieuw}


def voer_uit(voorstel: Voorstel) -> Gemaakt:
    """Write the workbooks of ``voorstel`` and the copies of what they were.

    Raises GebiedsplanFout when a workbook is no longer what it was when the proposal was made.
    """
    anders = [pad for pad, oud in voorstel.gelezen.items() if not pad.is_file() or pad.read_bytes() != oud]
    if anders:
        raise GebiedsplanFout([_intussen_veranderd(pad.as_posix()) for pad in anders], exit_code=2)
    write_all(voorstel.bestanden)
    return Gemaakt(tuple(voorstel.bestanden), ())


def _intussen_veranderd(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-veranderd",
        Plek(bestand),
        "Deze werkmap is veranderd nadat de lijst met wijzigingen is gemaakt. Er is niets geschreven.",
        "Sluit de werkmap en begin opnieuw.",
    )
