"""What every test may use: which tools a marker needs, and copies of the real workbooks to spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from gebiedsplan import build
from gebiedsplan.build import Gemaakt, Mappen

WORTEL = Path(__file__).parent.parent
PAKKETTEN = WORTEL / "tests" / "gereedschap" / "node_modules"
GEREEDSCHAP = {
    "browser": ("chromium",),
    "java": ("java",),
    "libreoffice": ("soffice", "pdftoppm", "pdftotext"),
    "node": ("node",),
}
ALLES_VERPLICHT = "GEBIEDSPLAN_ALLES_VERPLICHT"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is not here; where nothing may be skipped, let it fail."""
    for merk, programmas in GEREEDSCHAP.items():
        ontbreekt = [naam for naam in programmas if shutil.which(naam) is None]
        if item.get_closest_marker(merk) and ontbreekt:
            _niet_hier(", ".join(ontbreekt))


def uit_pakket(bestand: str) -> Path:
    """A file of an npm package, as "axe-core/axe.min.js"."""
    pad = PAKKETTEN / bestand
    if not pad.is_file():
        _niet_hier(f"{bestand} (typ: npm ci --ignore-scripts --prefix tests/gereedschap)")
    return pad


def _niet_hier(wat: str) -> None:
    reden = f"niet op deze machine: {wat}"
    if os.environ.get(ALLES_VERPLICHT):
        pytest.fail(reden)
    pytest.skip(reden)


@pytest.fixture
def gebieden(tmp_path: Path) -> Path:
    """A copy of the folder with the real kader and workbooks, to change at will."""
    return Path(shutil.copytree(WORTEL / "gebieden", tmp_path / "gebieden"))


@pytest.fixture(scope="session")
def alle_plannen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The plans of 2027 of all areas, made once: the folder of each, by its slug."""
    naar = tmp_path_factory.mktemp("alles")
    mappen = Mappen(WORTEL / "gebieden", WORTEL / "templates", naar / "build", naar / "figures")
    return {
        g.slug: naar / "build" / g.slug for g, uitkomst in build.alles(mappen, 2027) if isinstance(uitkomst, Gemaakt)
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of the system, started once."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()
