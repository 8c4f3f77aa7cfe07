"""From what was read to the files of a product, all in memory. The heavy rooms are opened here and not before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from gebiedsplan import figures, markdown, templates, toets
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build import paginanummers
from gebiedsplan.build.kaart import kaart
from gebiedsplan.build.model import Mappen, Opties
from gebiedsplan.cijfers import tabel
from gebiedsplan.document import Document, Picture
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan
from gebiedsplan.publicatie import diwoo, owms
from gebiedsplan.publicatie.model import Kaart
from gebiedsplan.writers import docx, html


def van_plan(mappen: Mappen, gelezen: Ingelezen, huisstijl: Huisstijl, opties: Opties) -> dict[Path, bytes]:
    """The plan in every format, and its charts. A plan that has been decided gets its Woo record."""
    plan = _plan(gelezen)
    pad = mappen.uit / plan.slug / f"gebiedsplan-{plan.slug}-{plan.jaar}"
    tekst = templates.render(plan, mappen.sjablonen)
    document = markdown.parse(tekst, f"{pad.name}.md")
    gegevens = kaart(gelezen, document.meta)
    platen = {g.basis.id: figures.draw(g, huisstijl) for g in plan.grafieken()}
    figuren = mappen.figuren / plan.slug / str(plan.jaar)
    return {
        **_in_elk_formaat(pad, tekst, _vindbaar(document, gegevens), platen, huisstijl, opties),
        **({pad.with_suffix(".diwoo.xml"): diwoo.schrijf(gegevens)} if gegevens.vastgesteld else {}),
        **{figuren / f"{id_}.svg": plaat.svg for id_, plaat in platen.items()},
        **{figuren / f"{id_}.png": plaat.png for id_, plaat in platen.items()},
    }


def toets_word(bestanden: Mapping[Path, bytes]) -> tuple[Bevinding, ...]:
    """What is wrong with the Word files among ``bestanden``, with help for someone who does not edit them in Word."""
    hulp = "Verander dit in de werkmap, het sjabloon of de huisstijl, en maak het plan opnieuw."
    return tuple(
        replace(bevinding, hulp=hulp)
        for pad, inhoud in bestanden.items()
        if pad.suffix == ".docx"
        for bevinding in toets.check(inhoud, str(pad))
    )


def _plan(gelezen: Ingelezen) -> Plan:
    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    return maak_plan(Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers))


def _vindbaar(document: Document, gegevens: Kaart) -> Document:
    """The document with what a catalogue wants to know of it."""
    return replace(document, meta=replace(document.meta, properties=owms.eigenschappen(gegevens)))


def _in_elk_formaat(
    pad: Path, tekst: str, document: Document, platen: Mapping[str, Picture], huisstijl: Huisstijl, opties: Opties
) -> dict[Path, bytes]:
    """One document as Word, HTML and Markdown; ``pad`` is where, without a suffix, and ``tekst`` its Markdown."""
    return {
        pad.with_suffix(".docx"): _word(document, platen, huisstijl, pad.name, opties),
        pad.with_suffix(".html"): html.write(document, platen, huisstijl),
        pad.with_suffix(".md"): tekst.encode(),
    }


def _word(document: Document, platen: Mapping[str, Picture], huisstijl: Huisstijl, naam: str, opties: Opties) -> bytes:
    """The document as Word. Raises GebiedsplanFout when the style document lacks what the writer needs."""

    def schrijf(blad: Document) -> bytes:
        return docx.write(blad, platen, huisstijl, native_charts=opties.bewerkbare_grafieken)

    try:
        if not opties.paginanummers:
            return schrijf(document)
        return schrijf(paginanummers.genummerd(document, schrijf, docx.bookmarks_of(document), f"{naam}.docx"))
    except docx.StyleDocumentError as fout:
        hulp = "Begin met het stijldocument dat bij het programma hoort, en verander daarin hoe de stijlen eruitzien."
        plek = Plek(huisstijl.stijldocument.naam)
        raise GebiedsplanFout([Bevinding("huisstijl-bestand-onleesbaar", plek, str(fout), hulp)]) from fout
