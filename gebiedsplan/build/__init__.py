"""The order in which a plan, or the voorstel about it, is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen
from gebiedsplan.inlezen import KADER, Ingelezen, Lezer
from gebiedsplan.kader.model import Gebied

__all__ = ["Gemaakt", "Mappen", "alles", "controleer", "maak", "voorstel"]

_DOCUMENTEN = {".docx", ".html", ".md", ".txt"}


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


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


def voorstel(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make the voorstel about the plan of ``slug`` and what goes with it. Raises GebiedsplanFout when it can not."""
    gelezen = _zonder_fouten(Lezer(mappen.gebieden).lees(slug, jaar))
    gemeente = gelezen.kader.gemeente(gelezen.gebied)
    if gemeente != gelezen.gebied and not gelezen.eigen.eigen_voorstel:
        raise GebiedsplanFout([_geen_eigen_voorstel(gelezen.gebied, gemeente, gelezen.eigen.bestand)], exit_code=2)
    from gebiedsplan.build import documenten

    gemaakt = _schrijf(documenten.van_voorstel(mappen, gelezen), gelezen.bevindingen)
    if gemeente.bestuur != "raad":
        return gemaakt
    return replace(gemaakt, bevindingen=(*gemaakt.bevindingen, _geen_raadsbrief(mappen, gemeente)))


def _maak(mappen: Mappen, lezer: Lezer, slug: str, jaar: int | None) -> Gemaakt:
    gelezen = _zonder_fouten(lezer.lees(slug, jaar))
    # What only checks a workbook need not wait for the libraries that draw and write.
    from gebiedsplan.build import documenten

    return _schrijf(documenten.van_plan(mappen, gelezen), gelezen.bevindingen)


def _zonder_fouten(gelezen: Ingelezen) -> Ingelezen:
    if fouten(gelezen.bevindingen):
        raise GebiedsplanFout(gelezen.bevindingen)
    return gelezen


def _schrijf(bestanden: Mapping[Path, bytes], bevindingen: tuple[Bevinding, ...]) -> Gemaakt:
    """Write the files; what is reported as made are the documents, not the charts in them."""
    write_all(bestanden)
    return Gemaakt(tuple(pad for pad in bestanden if pad.suffix in _DOCUMENTEN), bevindingen)


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
