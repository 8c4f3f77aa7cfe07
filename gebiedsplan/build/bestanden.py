"""Put files in place: all of them, or none. The only module that writes to disk."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

_DEEL = ".deel"
_SLOT = ".slot"
_GEDULD = 60.0

_MAG_NIET = ("u mag hier niet schrijven", "Staat het open in Word of Excel? Sluit het dan. Of kies een map met --uit.")
# Why a file can not be written, and what to do about it.
_OORZAKEN: Mapping[int, tuple[str, str]] = {
    errno.ENOSPC: ("de schijf is vol", "Maak ruimte op de schijf, of kies met --uit een map op een andere schijf."),
    errno.EDQUOT: ("uw ruimte op deze schijf is vol", "Maak ruimte, of kies met --uit een map op een andere schijf."),
    errno.EROFS: ("van deze schijf kunt u alleen lezen", "Kies met --uit een map waar u mag schrijven."),
    errno.EACCES: _MAG_NIET,
    errno.EPERM: _MAG_NIET,
}
_ONBEKEND = (
    "de oorzaak is niet bekend",
    "Staat het open in Word? Sluit het dan. Kijk ook of u in de map mag schrijven en of de schijf niet vol is.",
)


def write_all(bestanden: Mapping[Path, bytes]) -> None:
    """Write every file: first each beside its target, then, when all are there, moved into it in this order.

    A file that is there already stays as it is. Raises GebiedsplanFout schrijven-mislukt; what was there before is
    then still there.
    """
    klaar: dict[Path, Path] = {}
    try:
        for doel, inhoud in bestanden.items():
            if _staat_er(doel, inhoud):
                continue
            doel.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=doel.parent, prefix=".", suffix=_DEEL, delete=False) as deel:
                klaar[doel] = Path(deel.name)
                deel.write(inhoud)
        for doel, tijdelijk in klaar.items():
            tijdelijk.chmod(0o666 & ~_umask())
            tijdelijk.replace(doel)
    except OSError as fout:
        raise GebiedsplanFout([_schrijven_mislukt(fout)], exit_code=2) from fout
    finally:
        for tijdelijk in klaar.values():
            tijdelijk.unlink(missing_ok=True)


@contextmanager
def nieuwe_map(map_: Path) -> Iterator[Path]:
    """A folder to fill; what is in it at the end moves into ``map_``, that is new or empty. Otherwise nothing stays.

    Raises GebiedsplanFout schrijven-mislukt.
    """
    was_er = map_.is_dir()
    try:
        map_.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(dir=map_, prefix=".", suffix=_DEEL) as tijdelijk:
                yield Path(tijdelijk)
                for deel in sorted(Path(tijdelijk).iterdir()):
                    deel.replace(map_ / deel.name)
        except BaseException:
            if not was_er:
                map_.rmdir()
            raise
    except OSError as fout:
        raise GebiedsplanFout([_schrijven_mislukt(fout)], exit_code=2) from fout


@contextmanager
def alleen(uit: Path, geduld: float = _GEDULD) -> Iterator[None]:
    """Be the only one who writes in the folder for the output, for a moment; another build waits for its turn.

    The system lets go of the lock when a process ends, however it ends. Raises GebiedsplanFout: uitvoer-bezet when
    another does not let go, schrijven-mislukt when nobody may write there.
    """
    from filelock import FileLock, Timeout

    try:
        uit.mkdir(parents=True, exist_ok=True)
        slot = FileLock(uit / _SLOT)
        slot.acquire(timeout=geduld)
    except Timeout as fout:
        raise GebiedsplanFout([_bezet(uit)], exit_code=2) from fout
    except OSError as fout:
        raise GebiedsplanFout([_schrijven_mislukt(fout)], exit_code=2) from fout
    try:
        yield
    finally:
        slot.release()


def ruim_op(mappen: Iterable[Path]) -> None:
    """Remove what a build left in these folders when it was ended in the middle. Only for who is ``alleen``."""
    for map_ in set(mappen):
        for deel in map_.glob(f".*{_DEEL}"):
            deel.unlink(missing_ok=True)


def _staat_er(doel: Path, inhoud: bytes) -> bool:
    try:
        return doel.stat().st_size == len(inhoud) and doel.read_bytes() == inhoud
    except OSError:
        return False


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def _schrijven_mislukt(fout: OSError) -> Bevinding:
    bestand = str(fout.filename2 or fout.filename or "de map voor de uitvoer")
    oorzaak, hulp = _OORZAKEN.get(fout.errno or 0, _ONBEKEND)
    return Bevinding("schrijven-mislukt", Plek(bestand), f"Het programma kon dit niet schrijven: {oorzaak}.", hulp)


def _bezet(uit: Path) -> Bevinding:
    return Bevinding(
        "uitvoer-bezet",
        Plek(uit.as_posix()),
        "Een ander is bezig in deze map te schrijven en is na een minuut nog niet klaar.",
        "Wacht tot de ander klaar is en probeer het opnieuw. Of kies een eigen map met --uit.",
    )
