"""A new samenwerking in a folder of its own: the kader, which column is which figure, and the first workbooks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gebiedsplan import kader, templates
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.bronnen.lezen import BESTANDSNAAM as BRONNEN
from gebiedsplan.build.bestanden import nieuwe_map, write_all
from gebiedsplan.build.model import Gemaakt
from gebiedsplan.inlezen import KADER, REFERENTIE
from gebiedsplan.kader.model import Kader
from gebiedsplan.nieuw import referentie, werkboek
from gebiedsplan.start.model import Antwoorden
from gebiedsplan.start.opbouw import begin
from gebiedsplan.werkmap.schrijven import write

_GEBIEDEN = "gebieden"


def eis_leeg(map_: Path) -> None:
    """Raise GebiedsplanFout when there is something at ``map_`` already."""
    if map_.is_dir():
        erin = sorted(pad.name for pad in map_.iterdir())
        if erin:
            raise GebiedsplanFout([_bezet(map_, f"In deze map staat al iets: {_kort(erin)}.")], exit_code=2)
    elif map_.exists():
        raise GebiedsplanFout([_bezet(map_, "Dit is een bestand, geen map.")], exit_code=2)


def start(map_: Path, antwoorden: Antwoorden, sjablonen: Sequence[Path]) -> Gemaakt:
    """Make the folder ``map_`` of a new samenwerking: all of it, or nothing. Never replaces anything."""
    eis_leeg(map_)
    gegeven = begin(antwoorden)
    teksten = {naam: templates.render(f"{naam}.j2", sjablonen, begin=gegeven) for naam in (KADER, BRONNEN)}
    with nieuwe_map(map_) as nieuw:
        gebieden = nieuw / _GEBIEDEN
        bestanden = {gebieden / naam: tekst.encode() for naam, tekst in teksten.items()}
        write_all(bestanden)
        bestanden |= _werkmappen(gebieden, kader.read(gebieden / KADER), gegeven.jaar)
        write_all(bestanden)
    return Gemaakt(tuple(map_ / pad.relative_to(nieuw) for pad in bestanden), ())


def _werkmappen(gebieden: Path, afspraken: Kader, jaar: int) -> dict[Path, bytes]:
    """A workbook to begin with for every area, and one for the figures that they are compared with."""
    eerste = {
        gebieden / gebied.slug / f"{jaar}.xlsx": write(werkboek(afspraken, gebied, jaar, None).boek)
        for gebied in afspraken.gebieden
    }
    return {**eerste, gebieden / REFERENTIE: write(referentie(afspraken, jaar))}


def _kort(namen: Sequence[str]) -> str:
    return ", ".join(namen[:3]) + (" en meer" if len(namen) > 3 else "")


def _bezet(map_: Path, wat: str) -> Bevinding:
    return Bevinding(
        "map-bezet",
        Plek(map_.as_posix()),
        f"{wat} Het programma gooit niets weg.",
        "Noem een map die er nog niet is, of een lege map.",
    )
