"""Disks as they are: full, read-only, and another than the one the workbooks are on."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import WORTEL, Producten, gemaakt_in, niet_hier

from gebiedsplan import build
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import Mappen

GEBIED = "uitgeest"


def bedien(*woorden: str) -> None:
    subprocess.run(woorden, check=True, capture_output=True, timeout=30)


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """A disk of a given size, in memory; only who is root here can make one."""
    plek = tmp_path / "schijf"
    plek.mkdir()
    erop: list[Path] = []

    def maak(grootte: str) -> Path:
        try:
            bedien("mount", "-t", "tmpfs", "-o", f"size={grootte}", "tmpfs", str(plek))
        except (OSError, subprocess.CalledProcessError):
            niet_hier("een eigen schijf maken (mount)")
        erop.append(plek)
        return plek

    yield maak
    for pad in erop:
        bedien("umount", str(pad))


def mappen(uit: Path, gebieden: Path = WORTEL / "gebieden") -> Mappen:
    return Mappen(gebieden, (WORTEL / "templates",), uit / "build", uit / "figures")


def mislukt(waar: Mappen) -> str:
    """What is said when nothing can be written."""
    with pytest.raises(GebiedsplanFout) as fout:
        build.maak(waar, GEBIED, 2027)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, fout.value.exit_code) == ("schrijven-mislukt", 2)
    return f"{bevinding.tekst} {bevinding.hulp}"


def test_another_disk_gets_the_same_files(schijf: Callable[[str], Path], producten: Producten) -> None:
    uit = schijf("64m")
    gemaakt = build.maak(mappen(uit), GEBIED, 2027).paden
    zelfde = {pad.name: pad.read_bytes() for pad in producten[GEBIED]}
    assert {pad.name: pad.read_bytes() for pad in gemaakt} == {pad.name: zelfde[pad.name] for pad in gemaakt}


def test_a_disk_that_is_full_from_the_start_holds_nothing_half(schijf: Callable[[str], Path]) -> None:
    uit = schijf("300k")
    assert "de schijf is vol" in mislukt(mappen(uit))
    assert gemaakt_in(uit / "build").keys() <= {".slot"}


def test_what_was_there_stays_when_a_disk_is_full_or_read_only(
    schijf: Callable[[str], Path], producten: Producten, gebieden: Path
) -> None:
    uit = schijf("64m")
    for pad in producten[GEBIED]:
        (uit / "build" / GEBIED).mkdir(parents=True, exist_ok=True)
        shutil.copy2(pad, uit / "build" / GEBIED)
    oud = gemaakt_in(uit / "build" / GEBIED)
    kader = gebieden / "kader.toml"
    kader.write_text(
        kader.read_text("utf-8").replace('samenwerking = "BUCH"', 'samenwerking = "BUCH en meer"'), "utf-8"
    )
    ruimte = shutil.disk_usage(uit).free
    (uit / "ander.bin").write_bytes(bytes(ruimte - 100_000))
    assert "de schijf is vol" in mislukt(mappen(uit, gebieden))
    assert gemaakt_in(uit / "build" / GEBIED) == oud
    bedien("mount", "-o", "remount,ro", str(uit))
    assert "kunt u alleen lezen" in mislukt(mappen(uit, gebieden))
    assert gemaakt_in(uit / "build" / GEBIED) == oud
