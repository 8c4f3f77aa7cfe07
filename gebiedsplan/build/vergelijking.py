"""The comparison of all areas: Word, HTML, Markdown and its charts."""

from __future__ import annotations

from pathlib import Path

from gebiedsplan import markdown, templates
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build.documenten import Product, in_elk_formaat, tekeningen
from gebiedsplan.build.model import Gemaakt, Mappen, Opties
from gebiedsplan.build.samen import Samen, lees
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.cijfers import tabel
from gebiedsplan.inlezen import Lezer
from gebiedsplan.vergelijking.model import Bron
from gebiedsplan.vergelijking.opbouw import vergelijking


def maak(mappen: Mappen, jaar: int | None, opties: Opties) -> Gemaakt:
    """Make the comparison of a year, by default the newest. Raises GebiedsplanFout when there is nothing to compare."""
    from gebiedsplan.build import producten
    from gebiedsplan.build.opdracht import voer_uit

    samen = lees(Lezer(mappen.gebieden), jaar)
    if samen is None:
        raise GebiedsplanFout([_te_weinig(mappen)])
    opdracht = producten.opdracht("vergelijking", mappen, opties, samen)
    return producten.bewaar(opdracht, voer_uit(opdracht), met_index=True)


def product(plaats: Werkplaats, samen: Samen) -> Product:
    """Its files."""
    cijfers = tabel.bereken(samen.kader, samen.cijfers, samen.referentie, samen.patroon)
    stuk = vergelijking(Bron(samen.kader, samen.jaar, samen.data, samen.redenen, cijfers))
    tekst = templates.render("vergelijking.md.j2", plaats.mappen.sjablonen, stuk=stuk)
    pad = plaats.mappen.vergelijking(samen.jaar).with_suffix("")
    figuren = plaats.mappen.figuren / pad.name
    platen, onthouden = tekeningen.teken(plaats, figuren, stuk.grafieken())
    document = markdown.parse(tekst, f"{pad.name}.md")
    bestanden = {
        **in_elk_formaat(plaats, pad, tekst, document, platen),
        **tekeningen.bestanden(figuren, platen),
    }
    return Product(bestanden, None, onthouden)


def _te_weinig(mappen: Mappen) -> Bevinding:
    return Bevinding(
        "vergelijking-te-weinig",
        Plek(Path(mappen.gebieden).as_posix()),
        "Er is geen vergelijking gemaakt: daarvoor zijn ten minste twee gebieden met een goede werkmap nodig.",
        "Typ make controleer met de naam van een gebied om te zien wat er nog moet.",
    )
