"""The order in which a plan is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan import libreoffice
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties
from gebiedsplan.inlezen import Lezer
from gebiedsplan.kader.model import Gebied

__all__ = ["Gemaakt", "Mappen", "Opties", "alles", "controleer", "maak"]

_GEWOON = Opties()


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


def maak(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    return _maak(mappen, Lezer(mappen.gebieden), slug, jaar, opties)


def alles(
    mappen: Mappen, jaar: int | None, opties: Opties = _GEWOON
) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    _nodig(opties)
    lezer = Lezer(mappen.gebieden)
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _maak(mappen, lezer, gebied.slug, jaar, opties)
        except GebiedsplanFout as fout:
            yield gebied, fout


def _nodig(opties: Opties) -> None:
    """Say at once that a program is missing, not after all the work."""
    if opties.paginanummers:
        libreoffice.soffice()


def _maak(mappen: Mappen, lezer: Lezer, slug: str, jaar: int | None, opties: Opties) -> Gemaakt:
    gelezen = lezer.lees(slug, jaar)
    if fouten(gelezen.bevindingen):
        raise GebiedsplanFout(gelezen.bevindingen)
    # What only checks a workbook need not wait for the libraries that draw and write.
    from gebiedsplan import huisstijl
    from gebiedsplan.build import documenten

    stijl = huisstijl.read(mappen.huisstijl, lezer.kader.gemeente(gelezen.gebied).slug)
    bestanden = documenten.van_plan(mappen, gelezen, stijl.huisstijl, opties)
    bevindingen = (*gelezen.bevindingen, *stijl.bevindingen, *documenten.toets_word(bestanden))
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    write_all(bestanden)
    gebouwd = tuple(pad for pad in bestanden if pad.suffix in {".docx", ".html", ".md", ".xml"})
    return Gemaakt(gebouwd, bevindingen)
