"""An Opdracht as bytes that another computer can work on, and what is done with them there.

All that the work reads travels along: what was read from the workbooks, the templates, the letters of the charts. Where
the work is done, only templates and letters are put on disk, in a folder that goes with the process.
"""

from __future__ import annotations

import atexit
import pickle
import shutil
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build import afdruk
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.opdracht import Opdracht, Uitkomst, voer_uit

# matplotlib draws one thing at a time, and a worker of another may have several threads.
_EEN_TEGELIJK = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Pakket:
    """What travels; ``sjablonen`` by the number of their folder and their name."""

    opdracht: Opdracht
    sjablonen: tuple[tuple[str, bytes], ...]
    letters: tuple[tuple[str, bytes], tuple[str, bytes]]


def editie() -> str:
    """Of the program, its libraries and Python: only who has the same makes the same bytes."""
    return afdruk.van(afdruk.programma(), sys.platform, sys.version_info[:2])


def pak_in(opdracht: Opdracht) -> bytes:
    """An Opdracht with all that it needs, without what was made before: drawings of that are not there."""
    maten = opdracht.stijl.huisstijl.grafieken
    sjablonen = tuple(
        (f"{nummer}/{pad.name}", pad.read_bytes())
        for nummer, map_ in enumerate(opdracht.mappen.sjablonen)
        for pad in sorted(map_.glob("*.j2"))
    )
    letters = ((maten.gewoon.name, maten.gewoon.read_bytes()), (maten.vet.name, maten.vet.read_bytes()))
    return zlib.compress(pickle.dumps(_Pakket(replace(opdracht, vorige=None), sjablonen, letters)), 1)


def pak_uit(uitkomst: bytes) -> Uitkomst:
    """What came back of it."""
    terug = pickle.loads(zlib.decompress(uitkomst))
    if not isinstance(terug, Uitkomst):
        raise TypeError(type(terug).__name__)
    return terug


def doe(inhoud: bytes, van_editie: str) -> bytes:
    """Do the work, and give back the Uitkomst as bytes. Raises GebiedsplanFout as the work itself does.

    Nothing of another edition is opened: it may not mean the same.
    """
    if van_editie != editie():
        raise GebiedsplanFout([andere_editie(["de computer die dit plan maakte"])], exit_code=2)
    pakket: _Pakket = pickle.loads(zlib.decompress(inhoud))
    hier = _map_voor(pakket.sjablonen, pakket.letters)
    with _EEN_TEGELIJK:
        try:
            uitkomst = voer_uit(_hier_te_doen(pakket, hier))
        except GebiedsplanFout as fout:
            raise GebiedsplanFout(_van_daar(fout.bevindingen, hier, pakket), fout.exit_code) from None
    return zlib.compress(pickle.dumps(uitkomst), 1)


def andere_editie(waar: Iterable[str]) -> Bevinding:
    """Another edition of the program, or none, on some computers."""
    return Bevinding(
        "uitvoerder-andere-versie",
        Plek(", ".join(waar)),
        "Hier staat een andere versie van het programma, van zijn onderdelen of van Python. Dan wordt een plan anders.",
        "Zet overal dezelfde versie van alles. Start daarna de werkers opnieuw.",
    )


def _hier_te_doen(pakket: _Pakket, hier: Path) -> Opdracht:
    opdracht, (gewoon, vet) = pakket.opdracht, pakket.letters
    stijl = opdracht.stijl.huisstijl
    maten = replace(stijl.grafieken, gewoon=hier / gewoon[0], vet=hier / vet[0])
    return replace(
        opdracht,
        mappen=replace(opdracht.mappen, sjablonen=_sjabloonmappen(pakket, hier)),
        stijl=replace(opdracht.stijl, huisstijl=replace(stijl, grafieken=maten)),
    )


def _van_daar(bevindingen: Iterable[Bevinding], hier: Path, pakket: _Pakket) -> tuple[Bevinding, ...]:
    """A template has for the user the place where he keeps it."""
    mappen = dict(zip(_sjabloonmappen(pakket, hier), pakket.opdracht.mappen.sjablonen, strict=True))

    def bestand(van_hier: str) -> str:
        pad = Path(van_hier)
        map_ = next((m for m in mappen if pad.is_relative_to(m)), None)
        return str(mappen[map_] / pad.relative_to(map_)) if map_ else van_hier

    return tuple(replace(b, plek=replace(b.plek, bestand=bestand(b.plek.bestand))) for b in bevindingen)


def _sjabloonmappen(pakket: _Pakket, hier: Path) -> tuple[Path, ...]:
    return tuple(hier / str(nummer) for nummer in range(len(pakket.opdracht.mappen.sjablonen)))


@cache
def _eigen_map() -> Path:
    """A folder of this process, and gone with it."""
    map_ = tempfile.mkdtemp(prefix="gebiedsplan-")
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return Path(map_)


def _map_voor(sjablonen: tuple[tuple[str, bytes], ...], letters: tuple[tuple[str, bytes], ...]) -> Path:
    """Where these files are: by their content, so that what is remembered of them stays true."""
    map_ = _eigen_map() / afdruk.van(sjablonen, letters)[:16]
    write_all({map_ / naam: inhoud for naam, inhoud in (*sjablonen, *letters)})
    return map_
