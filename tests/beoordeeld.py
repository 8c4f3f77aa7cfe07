"""What reviewers do to a document: comments as python-docx makes them, tracked changes as Word writes them."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

# python-docx's paragraph and lxml's element; neither says what it is.
Alinea: TypeAlias = Any
Knoop: TypeAlias = Any


class Beoordeling:
    """A document that is being reviewed; ``bewaar`` saves it under the same name."""

    def __init__(self, pad: Path) -> None:
        self._pad = pad
        self._word = docx.Document(str(pad))
        self._nummer = 9000

    @staticmethod
    def leeg(pad: Path) -> Path:
        """A document of someone else."""
        word = docx.Document()
        word.add_comment(word.add_paragraph("Een ander stuk.").runs, text="Mooi", author="Een lezer", initials="")
        word.save(str(pad))
        return pad

    def alineas(self) -> Iterable[Alinea]:
        """Every paragraph, also in the cells of tables."""
        body = self._word.element.body
        return [Paragraph(p, self._word._body) for p in body.iter(qn("w:p"))]

    def tabellen(self) -> Sequence[Any]:
        """Every table."""
        return self._word.tables

    def alinea(self, woorden: str, zonder: Sequence[str] = ()) -> Alinea:
        """The first paragraph with these words that can be commented on."""
        return next(
            p for p in self.alineas() if woorden in p.text and p.runs and not any(woord in p.text for woord in zonder)
        )

    def zeg(self, alinea: Alinea, tekst: str, wie: str = "Een lezer") -> None:
        """Comment on a paragraph."""
        self._word.add_comment(alinea.runs, text=tekst, author=wie, initials="")

    def vervang(self, alinea: Alinea, weg: str, erbij: str, wie: str = "Een lezer") -> None:
        """Replace words while changes are tracked."""
        run = next(r for r in alinea.runs if weg in r.text)
        voor, _, na = run.text.partition(weg)
        stukken = [
            _run(run, voor),
            self._spoor("w:del", _run(run, weg, "w:delText"), wie),
            self._spoor("w:ins", _run(run, erbij), wie),
            _run(run, na),
        ]
        for stuk in stukken:
            run._r.addprevious(stuk)
        run._r.getparent().remove(run._r)

    def bewaar(self, naar: Path | None = None) -> Path:
        """Save it; where it is."""
        self._word.save(str(naar or self._pad))
        return naar or self._pad

    def _spoor(self, soort: str, run: Knoop, wie: str) -> Knoop:
        self._nummer += 1
        spoor = OxmlElement(soort)
        for naam, waarde in (("w:id", str(self._nummer)), ("w:author", wie), ("w:date", "2026-11-20T10:15:00Z")):
            spoor.set(qn(naam), waarde)
        spoor.append(run)
        return spoor


def _run(voorbeeld: Any, tekst: str, soort: str = "w:t") -> Knoop:
    """A run that looks like another."""
    run = OxmlElement("w:r")
    if voorbeeld._r.rPr is not None:
        run.append(copy.deepcopy(voorbeeld._r.rPr))
    teken = OxmlElement(soort)
    teken.text = tekst
    teken.set(qn("xml:space"), "preserve")
    run.append(teken)
    return run
