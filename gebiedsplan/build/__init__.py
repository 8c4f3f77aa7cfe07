"""The order in which a product is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there. What does the work is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek
from gebiedsplan.build.model import PDF, Gemaakt, Mappen, Opties, Voorproef, Voortgang

if TYPE_CHECKING:
    from gebiedsplan.build.opdracht import Soort
    from gebiedsplan.build.reeks import Uitkomsten
    from gebiedsplan.inlezen import Ingelezen
    from gebiedsplan.kader.model import Gebied

__all__ = [
    "Gemaakt",
    "Mappen",
    "Opties",
    "Voorproef",
    "Voortgang",
    "alles",
    "annoteer",
    "controleer",
    "maak",
    "nieuw",
    "vooraf",
    "voorproef",
    "voorstel",
]

_GEWOON = Opties()


def controleer(mappen: Mappen, slug: str, jaar: int | None, *, taal: bool = False) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it; with ``taal`` also advice about its language."""
    return _gecontroleerd(mappen, slug, jaar, taal)[1]


def annoteer(mappen: Mappen, slug: str, jaar: int | None, *, taal: bool = False) -> Gemaakt:
    """Every finding about the plan of ``slug``, and a copy of each of its workbooks that shows those about it."""
    from gebiedsplan import annotatie, pakket
    from gebiedsplan.build.bestanden import write_all

    gelezen, bevindingen = _gecontroleerd(mappen, slug, jaar, taal)
    genoemd = {b.plek.bestand for b in bevindingen}
    kopieen: dict[Path, bytes] = {}
    for data in (gelezen.eigen, *gelezen.delen):
        if data.bestand in genoemd:
            pad = Path(data.bestand)
            doel = mappen.uit / data.slug / f"{pad.stem}-bevindingen{pad.suffix}"
            kopieen[doel] = annotatie.annoteer(pakket.read(pad, data.bestand), data.bestand, bevindingen)
    write_all(kopieen)
    return Gemaakt(tuple(kopieen), bevindingen)


def _gecontroleerd(mappen: Mappen, slug: str, jaar: int | None, taal: bool) -> tuple[Ingelezen, tuple[Bevinding, ...]]:
    from gebiedsplan.inlezen import Lezer

    lezer = Lezer(mappen.gebieden)
    gelezen = lezer.lees(slug, jaar)
    if not taal:
        return gelezen, gelezen.bevindingen
    from gebiedsplan.build import leesbaarheid

    adviezen = leesbaarheid.adviezen(mappen, lezer, gelezen)
    return gelezen, (*gelezen.bevindingen, *(advies.bevinding() for advies in adviezen))


def maak(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    from gebiedsplan.inlezen import Lezer

    return _maak("gebiedsplan", mappen, opties, Lezer(mappen.gebieden).lees_plan(slug, jaar))


def alles(
    mappen: Mappen,
    jaar: int | None,
    opties: Opties = _GEWOON,
    *,
    opnieuw: bool = False,
    tegelijk: int = 0,
    uitvoerder: str = "",
    volg: Callable[[Voortgang], None] = lambda _: None,
) -> Uitkomsten:
    """Make the plans of all areas that changed; every area with what came of it, in the order of the kader.

    An area that fails does not stop the others; a page of all plans that could not be written is the last of them.
    ``opnieuw`` makes also what did not change; ``tegelijk`` is how many are made at the same time, 0 for as many as
    this computer can; ``uitvoerder`` ("dask://host:port") has them made on other computers; ``volg`` is told how far
    it is.
    """
    from gebiedsplan.build import ongewijzigd

    _nodig(opties)
    if uitvoerder:
        from gebiedsplan.build.reeks import verdeeld

        verdeeld.plaats_van(uitvoerder)
    gemaakt = None if opnieuw else ongewijzigd.alles(mappen, jaar, opties)
    if gemaakt is not None:
        return gemaakt
    from gebiedsplan.build.reeks import Reeks

    return Reeks(mappen, jaar, opties).maak(opnieuw, tegelijk, uitvoerder, volg)


def voorstel(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the voorstel about the plan of ``slug`` and what goes with it. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    from gebiedsplan.inlezen import Lezer

    gelezen = Lezer(mappen.gebieden).lees_plan(slug, jaar)
    gemeente = gelezen.kader.gemeente(gelezen.gebied)
    if gemeente != gelezen.gebied and not gelezen.eigen.eigen_voorstel:
        raise GebiedsplanFout([_geen_eigen_voorstel(gelezen.gebied, gemeente, gelezen.eigen.bestand)], exit_code=2)
    gemaakt = _maak("voorstel", mappen, opties, gelezen)
    if gemeente.bestuur != "raad":
        return gemaakt
    return replace(gemaakt, bevindingen=(*gemaakt.bevindingen, _geen_raadsbrief(mappen, gemeente)))


def nieuw(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make an empty workbook for ``slug``, by default for the year after its newest. Never replaces one."""
    from gebiedsplan.build import werkmappen
    from gebiedsplan.build.bestanden import write_all
    from gebiedsplan.inlezen import Lezer

    bestanden, bevindingen = werkmappen.nieuwe(Lezer(mappen.gebieden), slug, jaar)
    write_all(bestanden)
    return Gemaakt(tuple(bestanden), bevindingen)


def vooraf(mappen: Mappen, slug: str) -> None:
    """See ``proefdruk.vooraf``."""
    from gebiedsplan.build import proefdruk

    proefdruk.vooraf(mappen, slug)


def voorproef(mappen: Mappen, slug: str, jaar: int | None) -> Voorproef:
    """See ``proefdruk.voorproef``."""
    from gebiedsplan.build import proefdruk

    return proefdruk.voorproef(mappen, slug, jaar)


def _nodig(opties: Opties) -> None:
    """Say at once that a program is missing, not after all the work."""
    if opties.met_libreoffice:
        from gebiedsplan import libreoffice

        libreoffice.soffice()
    if PDF in opties.formaten:
        from gebiedsplan.build.documenten import pdf

        pdf.eis()


def _maak(soort: Soort, mappen: Mappen, opties: Opties, gelezen: Ingelezen) -> Gemaakt:
    """Make one product here, and put its files in place with the page that shows all plans."""
    from gebiedsplan.build import producten
    from gebiedsplan.build.opdracht import voer_uit

    opdracht = producten.opdracht(soort, mappen, opties, gelezen)
    return producten.bewaar(opdracht, voer_uit(opdracht), met_index=True)


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
        Plek((mappen.gebieden / "kader.toml").as_posix(), sleutel=f"gebieden › {gemeente.slug} › bestuur"),
        f"Er is geen raadsinformatiebrief gemaakt: bij {gemeente.naam} besluit de raad zelf.",
        'Besluit het college? Zet dan in het kader bij deze gemeente: bestuur = "college".',
        Ernst.TIP,
    )
