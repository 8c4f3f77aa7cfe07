"""What every test may use: which tools a marker needs, what is made once, and copies of real workbooks to spoil."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from ctypes.util import find_library
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from filelock import FileLock
from keuring.axe import chromium
from keuring.model import PAKKETTEN
from lastig import lastige_gebieden
from openpyxl import load_workbook
from playwright.sync_api import Browser

from gebiedsplan import build, kader
from gebiedsplan.bevinding import Bevinding
from gebiedsplan.build import (
    Mappen,
    Opties,
    leesbaarheid,
    preventiekaart,
    uitvoering,
    vergelijken,
    vergelijking,
)
from gebiedsplan.build.stand import MAP

WORTEL = Path(__file__).parent.parent
# Marker -> the programs it needs, and files that a program has to have put there.
GEREEDSCHAP: Mapping[str, tuple[str | Path, ...]] = {
    "browser": ("chromium",),
    "java": ("java",),
    "libreoffice": ("soffice", "pdfimages", "pdftoppm", "pdftotext"),
    "node": ("node", PAKKETTEN),
    "pandoc": ("pandoc",),
    "pango": ("pango-1.0",),
}
ALLES_VERPLICHT = "GEBIEDSPLAN_ALLES_VERPLICHT"


# Who stands last keeps everyone waiting when these are long: these first.
_BUITEN = ("browser", "java", "libreoffice", "node", "pango")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First the files with tests that start another program, and of those the one with most of them."""
    zwaar = Counter(item.path for item in items if any(item.get_closest_marker(merk) for merk in _BUITEN))
    items.sort(key=lambda item: -zwaar[item.path])


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is not here; where nothing may be skipped, let it fail."""
    for merk, programmas in GEREEDSCHAP.items():
        ontbreekt = [str(naam) for naam in programmas if not _is_er(naam)]
        if item.get_closest_marker(merk) and ontbreekt:
            _niet_hier(", ".join(ontbreekt))


def _niet_hier(wat: str) -> None:
    reden = f"niet op deze machine: {wat}"
    if os.environ.get(ALLES_VERPLICHT):
        pytest.fail(reden)
    pytest.skip(reden)


@cache
def _is_er(gereedschap: str | Path) -> bool:
    """Whether a file, a program or a library is on this machine."""
    if isinstance(gereedschap, Path):
        return gereedschap.exists()
    return shutil.which(gereedschap) is not None or find_library(gereedschap) is not None


# The files of every product, by area; the tests of Word documents look at every .docx among them.
Producten: TypeAlias = Mapping[str, tuple[Path, ...]]
# Makes files in a folder, by a name of one's own.
Bouwer: TypeAlias = Callable[[Path], Producten]
Eenmalig: TypeAlias = Callable[[str, Bouwer], Producten]


@pytest.fixture(scope="session")
def eenmalig(tmp_path_factory: pytest.TempPathFactory) -> Eenmalig:
    """Make files once, under a name, for all processes that test side by side; the first that asks makes them."""
    eigen = tmp_path_factory.getbasetemp()
    samen = eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen

    def maak(naam: str, bouw: Bouwer) -> Producten:
        gemaakt = samen / f"{naam}.json"
        with FileLock(samen / f"{naam}.slot"):
            if not gemaakt.exists():
                (samen / naam).mkdir()
                paden = {wat: [str(pad) for pad in van] for wat, van in bouw(samen / naam).items()}
                gemaakt.write_text(json.dumps(paden), "utf-8")
        return {wat: tuple(map(Path, van)) for wat, van in json.loads(gemaakt.read_text("utf-8")).items()}

    return maak


def gemaakt_in(map_: Path) -> dict[str, bytes]:
    """Every file that was made, by its place; without what is remembered of it, which is of this folder alone."""
    paden = sorted(pad for pad in map_.rglob("*") if pad.is_file() and MAP not in pad.parts)
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in paden}


def _alle_gebieden(naar: Path) -> Producten:
    mappen = Mappen(WORTEL / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")
    producten: dict[str, tuple[Path, ...]] = {}
    for gebied in kader.read(WORTEL / "gebieden" / "kader.toml").gebieden:
        maak = build.maak if gebied.deel_van else build.voorstel
        paden = maak(mappen, gebied.slug, 2027).paden
        producten[gebied.slug] = tuple(sorted(paden, key=lambda pad: not pad.name.startswith("gebiedsplan")))
    return producten


@pytest.fixture(scope="session")
def producten(eenmalig: Eenmalig) -> Producten:
    """What a build of all nine areas makes, the plan first; of a gemeente also its voorstel and what goes with it."""
    return eenmalig("producten", _alle_gebieden)


def _lastige_gebieden(naar: Path) -> Producten:
    slugs = lastige_gebieden(WORTEL / "gebieden", naar / "gebieden")
    mappen = Mappen(naar / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")
    return {slug: build.maak(mappen, slug, 2027).paden for slug in slugs}


@pytest.fixture(scope="session")
def lastige_producten(eenmalig: Eenmalig) -> Producten:
    """What a build makes of areas with awkward names and with much to say."""
    return eenmalig("lastig", _lastige_gebieden)


def van_voorbeeld(map_: Path, naar: Path) -> Mappen:
    """The folders of a framework in ``map_``, with its own templates over those of the house."""
    return Mappen(map_ / "gebieden", (map_ / "templates", WORTEL / "templates"), naar / "build", naar / "figures")


def _borger_odoorn(naar: Path) -> Producten:
    slug, jaar = "borger-odoorn", 2017
    mappen = van_voorbeeld(WORTEL / "voorbeelden" / slug, naar)
    return {
        "voorstel": build.voorstel(mappen, slug, jaar).paden,
        "kaart": preventiekaart.maak(mappen).paden,
        "agenda": uitvoering.van_gebied(mappen, slug, jaar).paden,
        "voorpagina": (mappen.index,),
    }


@pytest.fixture(scope="session")
def borger_odoorn(eenmalig: Eenmalig) -> Producten:
    """Every product of the framework of Borger-Odoorn, made once."""
    return eenmalig("borger-odoorn", _borger_odoorn)


def _meppel(naar: Path) -> Producten:
    mappen = van_voorbeeld(WORTEL / "voorbeelden" / "meppel", naar)
    gebieden = kader.read(mappen.gebieden / "kader.toml").gebieden
    return {g.slug: (build.maak if g.deel_van else build.voorstel)(mappen, g.slug, 2016).paden for g in gebieden}


@pytest.fixture(scope="session")
def meppel(eenmalig: Eenmalig) -> Producten:
    """What a build makes of a gemeente with another framework, and of its five areas."""
    return eenmalig("meppel", _meppel)


def _over_plannen_heen(naar: Path) -> Producten:
    mappen = Mappen(WORTEL / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")
    return {
        "vergelijking": vergelijking.maak(mappen, 2027, Opties()).paden,
        "verschil": vergelijken.jaren(mappen, "heiloo", 2026, 2027).paden,
        "taal": leesbaarheid.maak(mappen, "heiloo", 2027).paden,
    }


@pytest.fixture(scope="session")
def andere_producten(eenmalig: Eenmalig) -> Producten:
    """What is made beside the plans: all areas side by side, what changed in one, and how its plan reads."""
    return eenmalig("ander", _over_plannen_heen)


@pytest.fixture(scope="session")
def alle_producten(producten: Producten, lastige_producten: Producten, andere_producten: Producten) -> Producten:
    """Every product there is to look at."""
    return {**producten, **lastige_producten, **andere_producten}


@pytest.fixture(scope="session")
def pdfs(alle_producten: Producten, eenmalig: Eenmalig) -> Mapping[Path, Path]:
    """Every Word file, laid out on paper by LibreOffice in one go."""
    word = [pad for paden in alle_producten.values() for pad in paden if pad.suffix == ".docx"]

    def zet_om(naar: Path) -> Producten:
        soffice(naar, "pdf", *word)
        return {str(pad): (naar / f"{pad.stem}.pdf",) for pad in word}

    return {Path(pad): pdf for pad, (pdf,) in eenmalig("pdfs", zet_om).items()}


def soffice(naar: Path, soort: str, *documenten: Path, opties: Sequence[str] = ()) -> None:
    """Let LibreOffice turn all these documents into another kind of file: starting it takes longer than its work."""
    opdracht = ["soffice", f"-env:UserInstallation={_profiel().as_uri()}", "--headless", *opties]
    keuzes = ["--convert-to", soort, "--outdir", str(naar)]
    subprocess.run([*opdracht, *keuzes, *map(str, documenten)], check=True, capture_output=True, timeout=600)


@cache
def _profiel() -> Path:
    """The settings of LibreOffice, of this process alone; made at its first start and gone with the process."""
    map_ = tempfile.mkdtemp(prefix="libreoffice-")
    atexit.register(shutil.rmtree, map_, ignore_errors=True)
    return Path(map_)


# What is true of the examples themselves: their figures are of years ago, and some lack what the map shows of aanbod.
_VAN_DE_VOORBEELDEN = {"cijfer-verouderd", "speerpunt-zonder-cijfer", "speerpunt-zonder-indicator", "aanbod-onvolledig"}


def eigen_bevindingen(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """The findings about what a test did, without those about the examples it did it to."""
    return [b for b in bevindingen if b.code not in _VAN_DE_VOORBEELDEN]


def zonder_meldingen(gebieden: Path) -> None:
    """Let there be nothing to say of the examples: no source gives newer figures, and all of Heiloo is measured."""
    kader_toml = gebieden / "kader.toml"
    zonder = kader_toml.read_text("utf-8").replace("\nververst = 4", "")
    kader_toml.write_text(zonder.replace('\nblok = "', '\nververst = 10\nblok = "'), "utf-8")
    boek = load_workbook(gebieden / "heiloo" / "2027.xlsx")
    boek["Doelen"].append(["H3", "Voelt zich eenzaam", None, "Monitor", 42.5, 2020, None, None, 41, 2028, "lager"])
    boek.save(gebieden / "heiloo" / "2027.xlsx")


@pytest.fixture
def gebieden(tmp_path: Path) -> Path:
    """A copy of the folder with the real kader and workbooks, to change at will."""
    return Path(shutil.copytree(WORTEL / "gebieden", tmp_path / "gebieden"))


@pytest.fixture(scope="session")
def alle_plannen(producten: Producten) -> dict[str, Path]:
    """The plans of 2027 of all areas, made once: the folder of each, by its slug."""
    return {slug: paden[0].parent for slug, paden in producten.items()}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the system, started once."""
    with chromium() as browser:
        yield browser
