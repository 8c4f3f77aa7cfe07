"""What every test may use: which tools a marker needs, and copies of the real workbooks to spoil."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

WORTEL = Path(__file__).parent.parent
GEREEDSCHAP = {"browser": ("chromium",), "libreoffice": ("soffice", "pdftoppm", "pdftotext")}
ALLES_VERPLICHT = "GEBIEDSPLAN_ALLES_VERPLICHT"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is not here; where nothing may be skipped, let it fail."""
    for merk, programmas in GEREEDSCHAP.items():
        ontbreekt = [naam for naam in programmas if shutil.which(naam) is None]
        if item.get_closest_marker(merk) and ontbreekt:
            reden = f"niet op deze machine: {', '.join(ontbreekt)}"
            if os.environ.get(ALLES_VERPLICHT):
                pytest.fail(reden)
            pytest.skip(reden)


@pytest.fixture
def gebieden(tmp_path: Path) -> Path:
    """A copy of the folder with the real kader and workbooks, to change at will."""
    return Path(shutil.copytree(WORTEL / "gebieden", tmp_path / "gebieden"))
