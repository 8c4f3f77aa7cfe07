"""Page numbers in the contents lists: lay the document out, look where everything landed, see that it stays there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gebiedsplan import libreoffice
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.document import Contents, Document, walk
from gebiedsplan.markdown import fill_pages

_VAKER_NIET = 3
_ONBEKEND = 10


def genummerd(
    document: Document, schrijf: Callable[[Document], bytes], bladwijzers: Mapping[str, str], bestand: str
) -> bytes:
    """``document`` as ``schrijf`` writes it, with the page of every line of its contents lists.

    ``bladwijzers`` gives the bookmark of an id. A number can move what it is about, so the document with its numbers
    is laid out once more, until they are those on paper. Raises GebiedsplanFout when they are not after three times.
    """
    doelen = {regel.target for blok in walk(document.blocks) if isinstance(blok, Contents) for regel in blok.entries}
    paginas = dict.fromkeys(doelen, _ONBEKEND)
    for _ in range(_VAKER_NIET):
        geschreven = schrijf(fill_pages(document, paginas))
        gevonden = libreoffice.pages_of(libreoffice.to_pdf(geschreven), (bladwijzers[doel] for doel in doelen))
        if len(gevonden) < len(doelen):
            break
        op_papier = {doel: gevonden[bladwijzers[doel]] for doel in doelen}
        if op_papier == paginas:
            return geschreven
        paginas = op_papier
    raise GebiedsplanFout([_wisselt(bestand)], exit_code=2)


def _wisselt(bestand: str) -> Bevinding:
    return Bevinding(
        "paginanummer-onzeker",
        Plek(bestand),
        "Van een kop, figuur of tabel is niet zeker op welke pagina hij komt.",
        "Maak het plan zonder paginanummers. Word kan ze invullen: rechtsklik op de inhoudsopgave, ‘Veld bijwerken’.",
    )
