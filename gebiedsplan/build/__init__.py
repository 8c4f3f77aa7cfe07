"""The order in which a product is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from gebiedsplan import libreoffice
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties, Voorproef
from gebiedsplan.build.voorproef import vooraf, voorproef
from gebiedsplan.inlezen import KADER, Ingelezen, Lezer
from gebiedsplan.kader.model import Gebied

if TYPE_CHECKING:
    from gebiedsplan.build.werkplaats import Werkplaats

__all__ = ["Gemaakt", "Mappen", "Opties", "Voorproef", "alles", "controleer", "maak", "vooraf", "voorproef", "voorstel"]

# Makes the files of a product of what was read.
_Product: TypeAlias = "Callable[[Werkplaats, Ingelezen], dict[Path, bytes]]"

_GEWOON = Opties()
_DOCUMENTEN = {".docx", ".html", ".md", ".txt", ".xml"}


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


def maak(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    return _plan(mappen, opties, Lezer(mappen.gebieden).lees(slug, jaar))


def alles(
    mappen: Mappen, jaar: int | None, opties: Opties = _GEWOON
) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    _nodig(opties)
    lezer = Lezer(mappen.gebieden)
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _plan(mappen, opties, lezer.lees(gebied.slug, jaar))
        except GebiedsplanFout as fout:
            yield gebied, fout


def voorstel(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the voorstel about the plan of ``slug`` and what goes with it. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    gelezen = Lezer(mappen.gebieden).lees(slug, jaar)
    gemeente = gelezen.kader.gemeente(gelezen.gebied)
    if gemeente != gelezen.gebied and not gelezen.eigen.eigen_voorstel:
        raise GebiedsplanFout([_geen_eigen_voorstel(gelezen.gebied, gemeente, gelezen.eigen.bestand)], exit_code=2)

    def product(plaats: Werkplaats, gelezen: Ingelezen) -> dict[Path, bytes]:
        from gebiedsplan.build import documenten

        return documenten.van_voorstel(plaats, gelezen)

    gemaakt = _maak(mappen, opties, gelezen, product)
    if gemeente.bestuur != "raad":
        return gemaakt
    return replace(gemaakt, bevindingen=(*gemaakt.bevindingen, _geen_raadsbrief(mappen, gemeente)))


def _nodig(opties: Opties) -> None:
    """Say at once that a program is missing, not after all the work."""
    if opties.paginanummers:
        libreoffice.soffice()


def _plan(mappen: Mappen, opties: Opties, gelezen: Ingelezen) -> Gemaakt:
    def product(plaats: Werkplaats, gelezen: Ingelezen) -> dict[Path, bytes]:
        from gebiedsplan.build import documenten

        return documenten.van_plan(plaats, gelezen)

    return _maak(mappen, opties, gelezen, product)


def _maak(mappen: Mappen, opties: Opties, gelezen: Ingelezen, product: _Product) -> Gemaakt:
    """Make all files of a product, check what can be checked, and write them; a fout on the way writes nothing."""
    _zonder_fouten(gelezen.bevindingen)
    # What only checks a workbook need not wait for the libraries that draw and write.
    from gebiedsplan import huisstijl
    from gebiedsplan.build import word
    from gebiedsplan.build.werkplaats import Werkplaats

    stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
    bestanden = product(Werkplaats(mappen, stijl.huisstijl, opties), gelezen)
    bevindingen = (*gelezen.bevindingen, *stijl.bevindingen, *word.toets(bestanden))
    _zonder_fouten(bevindingen)
    write_all(bestanden)
    return Gemaakt(_getoond(bestanden), bevindingen)


def _zonder_fouten(bevindingen: tuple[Bevinding, ...]) -> None:
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)


def _getoond(bestanden: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """What is reported as made: the documents, not the charts in them."""
    return tuple(pad for pad in bestanden if pad.suffix in _DOCUMENTEN)


def _geen_eigen_voorstel(gebied: Gebied, gemeente: Gebied, bestand: str) -> Bevinding:
    return Bevinding(
        "geen-voorstel",
        Plek(bestand, blad="Besluit"),
        f"{gebied.naam} is een deel van {gemeente.naam} en heeft geen eigen voorstel. "
        "Op dit blad staan alleen beslispunten voor het plan.",
        f"Maak het voorstel van de gemeente: gebiedsplan voorstel {gemeente.slug}. "
        f"Komt er toch een apart voorstel voor {gebied.naam}? Vul dan ook de andere onderdelen op dit blad in.",
    )


def _geen_raadsbrief(mappen: Mappen, gemeente: Gebied) -> Bevinding:
    return Bevinding(
        "geen-raadsbrief",
        Plek((mappen.gebieden / KADER).as_posix(), sleutel=f"gebieden › {gemeente.slug} › bestuur"),
        f"Er is geen raadsinformatiebrief gemaakt: bij {gemeente.naam} besluit de raad zelf.",
        'Besluit het college? Zet dan in het kader bij deze gemeente: bestuur = "college".',
        Ernst.TIP,
    )
