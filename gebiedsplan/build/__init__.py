"""The order in which a product is made.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from gebiedsplan import libreoffice, pakket
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties, Voorproef
from gebiedsplan.build.voorproef import vooraf, voorproef
from gebiedsplan.inlezen import KADER, Ingelezen, Lezer
from gebiedsplan.kader.model import Gebied, Kader

if TYPE_CHECKING:
    from gebiedsplan.build.documenten import Product
    from gebiedsplan.build.werkplaats import Werkplaats

__all__ = [
    "Gemaakt",
    "Mappen",
    "Opties",
    "Voorproef",
    "alles",
    "annoteer",
    "controleer",
    "maak",
    "nieuw",
    "vooraf",
    "voorproef",
    "voorstel",
]

# Makes a product of what was read.
_Maker: TypeAlias = "Callable[[Werkplaats, Ingelezen], Product]"

_GEWOON = Opties()
_DOCUMENTEN = {".docx", ".html", ".md", ".odt", ".pdf", ".txt", ".xml"}
ODT = "odt"


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


def annoteer(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Every finding about the plan of ``slug``, and a copy of each of its workbooks that shows those about it."""
    from gebiedsplan import annotatie

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


def maak(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    return _plan(mappen, opties, Lezer(mappen.gebieden).lees_plan(slug, jaar))


def alles(
    mappen: Mappen, jaar: int | None, opties: Opties = _GEWOON
) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    _nodig(opties)
    lezer = Lezer(mappen.gebieden)
    mislukt: list[str] = []
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _plan(mappen, opties, lezer.lees_plan(gebied.slug, jaar), met_index=False)
        except GebiedsplanFout as fout:
            mislukt.append(gebied.slug)
            yield gebied, fout
    _index(mappen, lezer.kader, jaar, mislukt)


def voorstel(mappen: Mappen, slug: str, jaar: int | None, opties: Opties = _GEWOON) -> Gemaakt:
    """Make the voorstel about the plan of ``slug`` and what goes with it. Raises GebiedsplanFout when it can not."""
    _nodig(opties)
    gelezen = Lezer(mappen.gebieden).lees_plan(slug, jaar)
    gemeente = gelezen.kader.gemeente(gelezen.gebied)
    if gemeente != gelezen.gebied and not gelezen.eigen.eigen_voorstel:
        raise GebiedsplanFout([_geen_eigen_voorstel(gelezen.gebied, gemeente, gelezen.eigen.bestand)], exit_code=2)

    def product(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
        from gebiedsplan.build import documenten

        return documenten.van_voorstel(plaats, gelezen)

    gemaakt = _maak(mappen, opties, gelezen, product)
    if gemeente.bestuur != "raad":
        return gemaakt
    return replace(gemaakt, bevindingen=(*gemaakt.bevindingen, _geen_raadsbrief(mappen, gemeente)))


def nieuw(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make an empty workbook for ``slug``, by default for the year after its newest. Never replaces one."""
    from gebiedsplan.build import werkmappen

    bestanden, bevindingen = werkmappen.nieuwe(Lezer(mappen.gebieden), slug, jaar)
    write_all(bestanden)
    return Gemaakt(tuple(bestanden), bevindingen)


def _nodig(opties: Opties) -> None:
    """Say at once that a program is missing, not after all the work."""
    if opties.paginanummers or ODT in opties.formaten:
        libreoffice.soffice()
    if "pdf" in opties.formaten:
        from gebiedsplan.build import pdf

        pdf.eis()


def _plan(mappen: Mappen, opties: Opties, gelezen: Ingelezen, *, met_index: bool = True) -> Gemaakt:
    def product(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
        from gebiedsplan.build import documenten

        return documenten.van_plan(plaats, gelezen)

    return _maak(mappen, opties, gelezen, product, met_index=met_index)


def _maak(mappen: Mappen, opties: Opties, gelezen: Ingelezen, maker: _Maker, *, met_index: bool = True) -> Gemaakt:
    """Make all files of a product, check what can be checked, and write them; a fout on the way writes nothing."""
    _zonder_fouten((*gelezen.nog_geen_plan(), *gelezen.bevindingen))
    # What only checks a workbook need not wait for the libraries that draw and write.
    from gebiedsplan import huisstijl
    from gebiedsplan.build import overzicht, vermeldingen, word
    from gebiedsplan.build.werkplaats import Werkplaats

    stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
    product = maker(Werkplaats(mappen, stijl.huisstijl, opties), gelezen)
    bestanden = dict(product.bestanden)
    bekend = [opmerking for data in (gelezen.eigen, *gelezen.delen) for opmerking in data.opmerkingen]
    ongelezen = tuple(word.ongelezen(bestanden, bekend))
    if ongelezen:
        raise GebiedsplanFout(ongelezen, exit_code=2)
    bevindingen = (*gelezen.bevindingen, *stijl.bevindingen, *word.toets(bestanden))
    _zonder_fouten(bevindingen)
    if ODT in opties.formaten:
        bestanden |= word.odt(bestanden)
    let_op = sum(bevinding.ernst is Ernst.LET_OP for bevinding in bevindingen)
    vermelding = overzicht.bijgewerkt(replace(product.vermelding, let_op=let_op), mappen.uit, bestanden)
    erbij = {vermeldingen.pad(mappen.uit, vermelding.slug, vermelding.jaar): vermeldingen.als_json(vermelding)}
    if met_index:
        erbij |= overzicht.index(mappen, gelezen.kader, None, bestanden, vermelding)
    write_all({**bestanden, **erbij})
    return Gemaakt(_getoond(bestanden), bevindingen)


def _index(mappen: Mappen, kader: Kader, jaar: int | None, mislukt: Collection[str]) -> None:
    """Write the page that shows all plans anew."""
    from gebiedsplan.build import overzicht

    write_all(overzicht.index(mappen, kader, jaar, mislukt=mislukt))


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
