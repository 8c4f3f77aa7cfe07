"""The order in which a plan is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gebiedsplan import annotatie, pakket
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Gebied

__all__ = ["Gemaakt", "Mappen", "alles", "annoteer", "controleer", "maak"]


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


def annoteer(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Every finding about the plan of ``slug``, and a copy of each of its workbooks that shows those about it."""
    gelezen = Lezer(mappen.gebieden).lees(slug, jaar)
    genoemd = {b.plek.bestand for b in gelezen.bevindingen}
    kopieen: dict[Path, bytes] = {}
    for data in (gelezen.eigen, *gelezen.delen):
        if data.bestand in genoemd:
            pad = Path(data.bestand)
            doel = mappen.uit / data.slug / f"{pad.stem}-bevindingen{pad.suffix}"
            kopieen[doel] = annotatie.annoteer(pakket.read(pad, data.bestand), data.bestand, gelezen.bevindingen)
    write_all(kopieen)
    return Gemaakt(tuple(kopieen), gelezen.bevindingen)


def maak(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    return _maak(mappen, Lezer(mappen.gebieden), slug, jaar)


def alles(mappen: Mappen, jaar: int | None) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    lezer = Lezer(mappen.gebieden)
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _maak(mappen, lezer, gebied.slug, jaar)
        except GebiedsplanFout as fout:
            yield gebied, fout


def _maak(mappen: Mappen, lezer: Lezer, slug: str, jaar: int | None) -> Gemaakt:
    gelezen = lezer.lees(slug, jaar)
    if fouten(gelezen.bevindingen):
        raise GebiedsplanFout(gelezen.bevindingen)
    # What only checks a workbook need not wait for the libraries that draw and write.
    from gebiedsplan.build import documenten

    bestanden = documenten.van_plan(mappen, gelezen)
    write_all(bestanden)
    gebouwd = tuple(pad for pad in bestanden if pad.suffix in {".docx", ".html", ".md"})
    return Gemaakt(gebouwd, gelezen.bevindingen)
