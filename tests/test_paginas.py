"""The Word document laid out on paper by LibreOffice, for all nine areas."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import WORTEL
from docx import Document

from gebiedsplan import build
from gebiedsplan.build import Gemaakt, Mappen

pytestmark = pytest.mark.libreoffice


def paginas(pdf: Path) -> list[str]:
    tekst = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True, timeout=60
    )
    return tekst.stdout.split("\f")[:-1]


@pytest.fixture(scope="module")
def plannen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, list[str]]]:
    """Every plan of 2027: its docx, and the text of its pages."""
    naar = tmp_path_factory.mktemp("paginas")
    mappen = Mappen(WORTEL / "gebieden", WORTEL / "templates", naar / "build", naar / "figures")
    gemaakt = {g.slug: u.paden[0] for g, u in build.alles(mappen, 2027) if isinstance(u, Gemaakt)}
    profiel = f"-env:UserInstallation={(naar / 'profiel').as_uri()}"
    omzetten = ["soffice", profiel, "--headless", "--convert-to", "pdf", "--outdir", str(naar)]
    subprocess.run([*omzetten, *map(str, gemaakt.values())], check=True, capture_output=True, timeout=300)
    return {slug: (docx, paginas(naar / f"{docx.stem}.pdf")) for slug, docx in gemaakt.items()}


def test_the_summary_of_every_area_is_one_page(plannen: Mapping[str, tuple[Path, list[str]]]) -> None:
    for slug, (_, bladzijden) in plannen.items():
        voor, samenvatting, inhoud = bladzijden[:3]
        assert "Gebiedsplan" in voor, slug
        assert "in één pagina" in samenvatting, slug
        assert "Wat we het college vragen" in samenvatting, slug
        assert "\n Inhoud" in inhoud.replace("\n", "\n "), slug


def test_every_heading_and_caption_is_on_paper(plannen: Mapping[str, tuple[Path, list[str]]]) -> None:
    for slug, (docx, bladzijden) in plannen.items():
        op_papier = " ".join(" ".join(bladzijden).split())
        for alinea in Document(str(docx)).paragraphs:
            if ((alinea.style and alinea.style.name) or "").startswith(("Heading", "Caption")):
                woorden = " ".join(alinea.text.replace("\t", " ").split())
                assert woorden in op_papier, (slug, woorden)


def test_no_page_is_empty_and_all_are_numbered(plannen: Mapping[str, tuple[Path, list[str]]]) -> None:
    for slug, (_, bladzijden) in plannen.items():
        for nummer, bladzijde in enumerate(bladzijden[1:], start=2):
            assert f"Pagina {nummer} van {len(bladzijden)}" in " ".join(bladzijde.split()), (slug, nummer)
            assert len(bladzijde.split()) > 20, (slug, nummer)
