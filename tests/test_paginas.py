"""The Word documents laid out on paper by LibreOffice, for every product of every area."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import Producten
from docx import Document
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

pytestmark = pytest.mark.libreoffice


# What Word adds itself: the number of a heading or a list item, and the line to sign on.
KOPNUMMER = r"\d{1,2}(?:\.\d{1,2})?|Bijlage [A-Z]\.|[A-Z]\.\d{1,2}"
TELT_WORD = r"_+|•|\d{1,2}\.|\d{1,2}(?:\.\d{1,2})?|bijlage[a-z]\.|[a-z]\.\d{1,2}"


class OpPapier(NamedTuple):
    word: Path
    pdf: Path
    bladzijden: list[str]


# In points.
A4_HOOG, ONDERMARGE, REGEL = 842, 31, 14.5


def paginas(pdf: Path, wijze: str) -> list[str]:
    tekst = subprocess.run(["pdftotext", wijze, str(pdf), "-"], check=True, capture_output=True, text=True, timeout=60)
    return tekst.stdout.split("\f")[:-1]


@pytest.fixture(scope="module")
def alle(pdfs: Mapping[Path, Path]) -> list[OpPapier]:
    assert len(pdfs) >= 12
    assert all(pdf.exists() for pdf in pdfs.values())
    return [OpPapier(word, pdf, paginas(pdf, "-layout")) for word, pdf in pdfs.items()]


@pytest.fixture(scope="module")
def plannen(alle: list[OpPapier], producten: Producten) -> list[OpPapier]:
    """The plans of the areas that there are; an area that was made to be difficult may need more than a page."""
    return [papier for papier in alle if papier.word in {paden[0] for paden in producten.values()}]


def test_the_summary_of_every_area_is_one_page(plannen: list[OpPapier]) -> None:
    assert len(plannen) == 9
    for papier in plannen:
        voor, samenvatting, inhoud = papier.bladzijden[:3]
        assert "Gebiedsplan" in voor, papier.word
        assert "in één pagina" in samenvatting, papier.word
        assert "Wat we het college vragen" in samenvatting, papier.word
        assert "\n Inhoud" in inhoud.replace("\n", "\n "), papier.word


def test_in_het_kort_is_one_page_with_room_to_spare(alle: list[OpPapier], producten: Producten) -> None:
    """Word breaks its lines a little differently: two lines must be left."""
    kort = [p for p in alle if p.word.stem.endswith("-in-het-kort") and p.word.parent.name in producten]
    assert len(kort) == 9
    for papier in kort:
        assert len(papier.bladzijden) == 1, papier.word
        uitvoer = subprocess.run(
            ["pdftotext", "-bbox", str(papier.pdf), "-"], check=True, capture_output=True, text=True
        )
        onderkanten = [float(y) for y in re.findall(r'yMax="([\d.]+)"', uitvoer.stdout)]
        assert max(onderkanten) < A4_HOOG - ONDERMARGE - 2 * REGEL, papier.word


def test_no_page_is_empty_and_all_are_numbered(alle: list[OpPapier]) -> None:
    for papier in alle:
        for nummer, bladzijde in enumerate(papier.bladzijden[1:], start=2):
            waar = (papier.word, nummer)
            assert f"Pagina {nummer} van {len(papier.bladzijden)}" in " ".join(bladzijde.split()), waar
            assert len(bladzijde.split()) > 20, waar


def geschreven(word: Path) -> list[str]:
    """All words of the body in reading order, as a reader of Word finds them; paper shows some in capitals."""
    body = Document(str(word)).element.body
    return " ".join(Paragraph(alinea, None).text for alinea in body.iter("{*}p")).casefold().split()  # type: ignore[arg-type]


def gedrukt(papier: OpPapier) -> str:
    """All letters on paper without the running header and the page number, whatever broke a line or a word."""
    bladzijden = []
    for nummer, bladzijde in enumerate(paginas(papier.pdf, "-raw")):
        regels = bladzijde.strip().split("\n")
        onder = -1 if re.fullmatch(r"Pagina \d+ van \d+", regels[-1]) else None  # a plan has none on its front page
        # A long name and the status need a line each in the running header.
        boven = (2 if regels[1].startswith("CONCEPT") else 1) if nummer else 0
        bladzijden.append("\n".join(regels[boven:onder]))
    return re.sub(r"\s", "", "\n".join(bladzijden)).casefold()


def test_every_word_is_on_paper_in_the_same_order(alle: list[OpPapier]) -> None:
    """Between the words stands only what paper adds: list marks, and the header row of a table that goes on."""
    for papier in alle:
        tekst, plaats, extra = gedrukt(papier), 0, []
        for woord in geschreven(papier.word):
            gevonden = tekst.find(woord, plaats)
            assert gevonden >= 0, (papier.word, woord, tekst[plaats : plaats + 80])
            extra.append(tekst[plaats:gevonden])
            plaats = gevonden + len(woord)
        extra.append(tekst[plaats:])
        assert len(extra) > 150, papier.word
        over = [stuk for stuk in extra if stuk and not re.fullmatch(TELT_WORD, stuk)]
        koprijen = koprijen_van(papier.word)
        assert [stuk for stuk in over if not any(herhaalt(stuk, kop) for kop in koprijen)] == [], papier.word


def koprijen_van(word: Path) -> list[str]:
    """The letters of every header row, in small letters."""
    rijen = (tabel._tbl.tr_lst[0] for tabel in Document(str(word)).tables)
    return ["".join("".join(str(t.text) for t in rij.iter("{*}t")).casefold().split()) for rij in rijen]


def herhaalt(stuk: str, kop: str) -> bool:
    """Whether this is a whole header row; its first words may have been taken for those of the row that follows."""
    return len(stuk) == len(kop) and stuk in kop * 2


def boekwijzers(lijst: list[Any], niveau: int = 1) -> Iterator[tuple[int, str]]:
    """The outline of a PDF: below every heading a list of those under it."""
    for deel in lijst:
        if isinstance(deel, list):
            yield from boekwijzers(deel, niveau + 1)
        else:
            yield niveau, " ".join(str(deel.title).split())


def test_the_outline_of_the_pdf_is_the_headings_of_the_document(alle: list[OpPapier]) -> None:
    for papier in alle:
        koppen = [
            (int(alinea.style.name[-1]), " ".join(alinea.text.split()))
            for alinea in Document(str(papier.word)).paragraphs
            if alinea.style and (alinea.style.name or "").startswith(("Heading", "Bijlagekop"))
        ]
        assert len(koppen) > 2
        gevonden = boekwijzers(PdfReader(papier.pdf).outline)
        assert [(niveau, re.sub(f"^({KOPNUMMER}) ", "", titel)) for niveau, titel in gevonden] == koppen, papier.word


def test_every_picture_is_on_paper(alle: list[OpPapier]) -> None:
    for papier in alle:
        in_word = len(Document(str(papier.word)).inline_shapes)
        lijst = subprocess.run(
            ["pdfimages", "-list", papier.pdf], check=True, capture_output=True, text=True, timeout=60
        )
        assert len(re.findall(r"^ +\d+ +\d+ image ", lijst.stdout, re.MULTILINE)) == in_word, papier.word


def test_the_pdf_knows_its_title_and_language(alle: list[OpPapier]) -> None:
    for papier in alle:
        pdf = PdfReader(papier.pdf)
        assert pdf.metadata is not None
        assert pdf.metadata.title == Document(str(papier.word)).core_properties.title, papier.word
        assert pdf.root_object.get("/Lang") == "nl-NL", papier.word
