"""What every test may use: which tools a marker needs, what is made once, and copies of real workbooks to spoil."""

from __future__ import annotations

import atexit
import gc
import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from ctypes.util import find_library
from functools import cache, partial
from pathlib import Path
from typing import TypeAlias

import pytest
from filelock import FileLock, Timeout
from keuring.axe import chromium
from keuring.model import PAKKETTEN
from lastig import LASTIG, lastige_gebieden
from openpyxl import load_workbook
from playwright.sync_api import Browser
from redenen import GEBIED, JAAR, zes_redenen

from gebiedsplan import build, kader, libreoffice
from gebiedsplan.bevinding import Bevinding
from gebiedsplan.build import Mappen, Opties, leesbaarheid, preventiekaart, uitvoering, vergelijken, vergelijking
from gebiedsplan.build.stand import MAP
from gebiedsplan.kader.model import Gebied

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


# The files that take longest, longest first: whose turn is last keeps everyone waiting, so those are short. Of a file
# that is not here, the more of its tests start another program, the longer it takes.
_LANG = (
    *("toegankelijk", "bekijk", "word", "alles", "pdf", "geheim_bestanden", "nieuw", "build", "veiligheid", "odt"),
    *("opmerkingen", "voorstel", "paginas", "preventiekaart", "libreoffice", "schade", "bewerkbare_grafieken"),
)
_BUITEN = ("browser", "java", "libreoffice", "node", "pango")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A file goes to a process as a whole: first those that take long."""
    lang = {f"test_{naam}.py": plaats for plaats, naam in enumerate(_LANG)}
    buiten = Counter(item.path for item in items if any(item.get_closest_marker(merk) for merk in _BUITEN))
    items.sort(key=lambda item: (lang.get(item.path.name, len(lang)), -buiten[item.path]))


def pytest_collection_finish() -> None:
    """All that was loaded stays until the end; looking through it for what can go is a twentieth of the work."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is not here; where nothing may be skipped, let it fail."""
    for merk, programmas in GEREEDSCHAP.items():
        ontbreekt = [str(naam) for naam in programmas if not _is_er(naam)]
        if item.get_closest_marker(merk) and ontbreekt:
            niet_hier(", ".join(ontbreekt))


def niet_hier(wat: str) -> None:
    """Skip this test for want of something; where nothing may be skipped, let it fail."""
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


# What the names of the files of a plan end in, in the order in which they are made.
VAN_EEN_PLAN = (
    *(".docx", ".html", ".md"),
    *("-in-het-kort.docx", "-in-het-kort.html", "-in-het-kort.md"),
    "-cijfers.xlsx",
)
# The files of every product, by area; the tests of Word documents look at every .docx among them.
Producten: TypeAlias = Mapping[str, tuple[Path, ...]]
# Makes files in a folder.
Bouwer: TypeAlias = Callable[[Path], tuple[Path, ...]]


class Voorraad:
    """What is made once for all processes that test side by side, by name. Who wants to change it takes a copy."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def een(self, naam: str, bouw: Bouwer) -> tuple[Path, ...]:
        """The files that ``bouw`` makes. The first that asks makes them, and who asks meanwhile waits."""
        with FileLock(self._map / f"{naam}.slot"):
            return self._gemaakt(naam, bouw)

    def samen(self, bouwers: Mapping[str, Bouwer]) -> Producten:
        """The same of several names. Who asks while another makes one of them, makes the next."""
        for naam, bouw in bouwers.items():
            with suppress(Timeout), FileLock(self._map / f"{naam}.slot", timeout=0):
                self._gemaakt(naam, bouw)
        return {naam: self.een(naam, bouw) for naam, bouw in bouwers.items()}

    def _gemaakt(self, naam: str, bouw: Bouwer) -> tuple[Path, ...]:
        lijst = self._map / f"{naam}.json"
        if not lijst.exists():
            (self._map / naam).mkdir()
            lijst.write_text(json.dumps([str(pad) for pad in bouw(self._map / naam)]), "utf-8")
        return tuple(map(Path, json.loads(lijst.read_text("utf-8"))))


@pytest.fixture(scope="session")
def voorraad(tmp_path_factory: pytest.TempPathFactory) -> Voorraad:
    """The one of this run."""
    eigen = tmp_path_factory.getbasetemp()
    return Voorraad(eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen)


def gemaakt_in(map_: Path) -> dict[str, bytes]:
    """Every file that was made, by its place; without what is remembered of it, which is of this folder alone."""
    paden = sorted(pad for pad in map_.rglob("*") if pad.is_file() and MAP not in pad.parts)
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in paden}


def _product(gebied: Gebied, naar: Path) -> tuple[Path, ...]:
    samen = naar.with_name("producten")
    mappen = Mappen(WORTEL / "gebieden", (WORTEL / "templates",), samen / "build", samen / "figures")
    gemaakt = (build.maak if gebied.deel_van else build.voorstel)(mappen, gebied.slug, 2027)
    assert eigen_bevindingen(gemaakt.bevindingen) == []
    return tuple(sorted(gemaakt.paden, key=lambda pad: not pad.name.startswith("gebiedsplan")))


@pytest.fixture(scope="session")
def producten(voorraad: Voorraad) -> Producten:
    """What a build of all nine areas makes, the plan first; of a gemeente also its voorstel and what goes with it."""
    gebieden = kader.read(WORTEL / "gebieden" / "kader.toml").gebieden
    return voorraad.samen({gebied.slug: partial(_product, gebied) for gebied in gebieden})


@pytest.fixture(scope="session")
def lastige_producten(voorraad: Voorraad) -> Producten:
    """What a build makes of areas with awkward names and with much to say."""

    def kopie(naar: Path) -> tuple[Path, ...]:
        lastige_gebieden(WORTEL / "gebieden", naar / "gebieden")
        return (naar / "gebieden",)

    (gebieden,) = voorraad.een("lastig", kopie)

    def bouw(slug: str, naar: Path) -> tuple[Path, ...]:
        return build.maak(Mappen(gebieden, (WORTEL / "templates",), naar / "build", naar / "figures"), slug, 2027).paden

    return voorraad.samen({slug: partial(bouw, slug) for slug in LASTIG})


def van_voorbeeld(map_: Path, naar: Path) -> Mappen:
    """The folders of a framework in ``map_``, with its own templates over those of the house."""
    return Mappen(map_ / "gebieden", (map_ / "templates", WORTEL / "templates"), naar / "build", naar / "figures")


@pytest.fixture(scope="session")
def borger_odoorn(voorraad: Voorraad) -> Producten:
    """Every product of the framework of Borger-Odoorn, made once."""
    slug, jaar = "borger-odoorn", 2017

    def bouw(naar: Path) -> tuple[Path, ...]:
        mappen = van_voorbeeld(WORTEL / "voorbeelden" / slug, naar)
        voorstel = build.voorstel(mappen, slug, jaar).paden
        agenda = uitvoering.van_gebied(mappen, slug, jaar).paden
        return (*voorstel, *preventiekaart.maak(mappen).paden, *agenda, mappen.index)

    paden = voorraad.een(slug, bouw)
    agenda = tuple(pad for pad in paden if pad.name.startswith("uitvoeringsagenda"))
    kaart = tuple(pad for pad in paden if pad.name.startswith("preventiekaart"))
    voorpagina = paden[-1:]
    rest = tuple(pad for pad in paden if pad not in {*agenda, *kaart, *voorpagina})
    return {"voorstel": rest, "kaart": kaart, "agenda": agenda, "voorpagina": voorpagina}


@pytest.fixture(scope="session")
def meppel(voorraad: Voorraad) -> Producten:
    """What a build makes of a gemeente with another framework, and of its five areas."""
    map_ = WORTEL / "voorbeelden" / "meppel"

    def bouw(gebied: Gebied, naar: Path) -> tuple[Path, ...]:
        maak = build.maak if gebied.deel_van else build.voorstel
        return maak(van_voorbeeld(map_, naar.with_name("meppels")), gebied.slug, 2016).paden

    gebieden = kader.read(map_ / "gebieden" / "kader.toml").gebieden
    return voorraad.samen({gebied.slug: partial(bouw, gebied) for gebied in gebieden})


@pytest.fixture(scope="session")
def andere_producten(voorraad: Voorraad) -> Producten:
    """What is made beside the plans: all areas side by side, what changed in one, and how its plan reads."""

    def mappen(naar: Path) -> Mappen:
        return Mappen(WORTEL / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")

    return voorraad.samen(
        {
            "vergelijking": lambda naar: vergelijking.maak(mappen(naar), 2027, Opties()).paden,
            "verschil": lambda naar: vergelijken.jaren(mappen(naar), "heiloo", 2026, 2027).paden,
            "taal": lambda naar: leesbaarheid.maak(mappen(naar), "heiloo", 2027).paden,
        }
    )


@pytest.fixture(scope="session")
def zonder_cijfers(voorraad: Voorraad) -> tuple[Path, ...]:
    """What a build makes of an area that lacks figures, each for another reason, with charts that Word draws."""

    def bouw(naar: Path) -> tuple[Path, ...]:
        zes_redenen(WORTEL / "gebieden", naar / "gebieden")
        mappen = Mappen(naar / "gebieden", (WORTEL / "templates",), naar / "build", naar / "figures")
        formaten = frozenset({"pdf"} if _is_er(*GEREEDSCHAP["pango"]) else ())
        gemaakt = build.maak(mappen, GEBIED, JAAR, Opties(bewerkbare_grafieken=True, formaten=formaten))
        return (*gemaakt.paden, mappen.index)

    return voorraad.een("zonder-cijfers", bouw)


@pytest.fixture(scope="session")
def odts(alle_producten: Producten, zonder_cijfers: tuple[Path, ...], voorraad: Voorraad) -> Mapping[Path, bytes]:
    """Every Word file as ODT, made in one run of LibreOffice."""
    paden = (*(pad for paden in alle_producten.values() for pad in paden), *zonder_cijfers)
    word = [pad for pad in paden if pad.suffix == ".docx"]

    def zet_om(naar: Path) -> tuple[Path, ...]:
        gemaakt = tuple(naar / f"{nummer}-{pad.stem}.odt" for nummer, pad in enumerate(word))
        for odt, inhoud in zip(gemaakt, libreoffice.to_odt([pad.read_bytes() for pad in word]), strict=True):
            odt.write_bytes(inhoud)
        return gemaakt

    return {pad: odt.read_bytes() for pad, odt in zip(word, voorraad.een("odts", zet_om), strict=True)}


@pytest.fixture(scope="session")
def alle_producten(producten: Producten, lastige_producten: Producten, andere_producten: Producten) -> Producten:
    """Every product there is to look at."""
    return {**producten, **lastige_producten, **andere_producten}


@pytest.fixture(scope="session")
def pdfs(alle_producten: Producten, voorraad: Voorraad) -> Mapping[Path, Path]:
    """Every Word file, laid out on paper by LibreOffice in one go."""
    word = [pad for paden in alle_producten.values() for pad in paden if pad.suffix == ".docx"]

    def zet_om(naar: Path) -> tuple[Path, ...]:
        soffice(naar, "pdf", *word)
        return tuple(naar / f"{pad.stem}.pdf" for pad in word)

    return dict(zip(word, voorraad.een("pdfs", zet_om), strict=True))


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
def gebieden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the folder with the real kader and workbooks, to change at will.

    It is fresh for every test and always in the same place: who reads a workbook that is as it was, has read it before.
    """
    map_ = tmp_path_factory.getbasetemp() / "werkplek"
    shutil.rmtree(map_, ignore_errors=True)
    return shutil.copytree(WORTEL / "gebieden", map_ / "gebieden")


@pytest.fixture(scope="session")
def alle_plannen(producten: Producten) -> dict[str, Path]:
    """The plans of 2027 of all areas, made once: the folder of each, by its slug."""
    return {slug: paden[0].parent for slug, paden in producten.items()}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the system, started once."""
    with chromium() as browser:
        yield browser
