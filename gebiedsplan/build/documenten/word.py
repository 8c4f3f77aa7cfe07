"""The Word files of a build: written, with page numbers where they were asked for, checked, and as ODT."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gebiedsplan import libreoffice
from gebiedsplan import toets as toetser
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build.documenten import paginanummers
from gebiedsplan.build.werkmappen import opmerkingen
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.document import Document, Picture
from gebiedsplan.gebied.leesopmerkingen import Opmerking
from gebiedsplan.writers import docx

_HULP = "Verander dit in de werkmap, het sjabloon of de huisstijl, en maak het opnieuw."


def write(plaats: Werkplaats, document: Document, platen: Mapping[str, Picture], naam: str) -> bytes:
    """The document as Word. Raises GebiedsplanFout when the style document lacks what the writer needs."""

    def schrijf(blad: Document) -> bytes:
        return docx.write(blad, platen, plaats.huisstijl, native_charts=plaats.opties.bewerkbare_grafieken)

    try:
        if not plaats.opties.paginanummers:
            return schrijf(document)
        return paginanummers.genummerd(document, schrijf, docx.bookmarks_of(document), naam)
    except docx.StyleDocumentError as fout:
        hulp = "Begin met het stijldocument dat bij het programma hoort, en verander daarin hoe de stijlen eruitzien."
        plek = Plek(plaats.huisstijl.stijldocument.naam)
        raise GebiedsplanFout([Bevinding("huisstijl-bestand-onleesbaar", plek, str(fout), hulp)]) from fout


def toets(bestanden: Mapping[Path, bytes]) -> tuple[Bevinding, ...]:
    """What is wrong with the Word files among ``bestanden``, with help for someone who does not edit them in Word."""
    return tuple(
        replace(bevinding, hulp=_HULP)
        for pad, inhoud in bestanden.items()
        if pad.suffix == ".docx"
        for bevinding in toetser.check(inhoud, str(pad))
    )


def ongelezen(paden: Iterable[Path], bekend: Sequence[Opmerking]) -> Iterator[Bevinding]:
    """The Word files that will be replaced while they hold remarks that stand in no workbook: those would be gone."""
    for pad in paden:
        if aantal := opmerkingen.ongelezen(pad, bekend):
            yield _ongelezen(pad.as_posix(), aantal)


def _ongelezen(bestand: str, aantal: int) -> Bevinding:
    woorden = "1 opmerking of wijziging staat" if aantal == 1 else f"{aantal} opmerkingen of wijzigingen staan"
    return Bevinding(
        "opmerkingen-ongelezen",
        Plek(bestand),
        f"Het programma maakt dit document opnieuw, maar {woorden} nog niet in de werkmap. Er is niets geschreven.",
        f'Zet ze eerst in de werkmap: make opmerkingen DOCX="{bestand}". Hebt u ze niet nodig? Geef het document dan '
        "een andere naam, of gooi het weg.",
    )


def odt(bestanden: Mapping[Path, bytes]) -> dict[Path, bytes]:
    """The Word files among ``bestanden`` as ODT, each beside its Word file."""
    word = {pad: inhoud for pad, inhoud in bestanden.items() if pad.suffix == ".docx"}
    return {
        pad.with_suffix(".odt"): inhoud
        for pad, inhoud in zip(word, libreoffice.to_odt(tuple(word.values())), strict=True)
    }
