"""The running text of a document, chapter by chapter: paragraphs, lists, notes, and whole sentences in tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gebiedsplan.document import Block, Document, Heading, Paragraph, Table, plain_text, walk
from gebiedsplan.leesbaar.model import Hoofdstuk, Stuk
from gebiedsplan.leesbaar.tekst import aantal_woorden, zinnen

_ZINSEINDE = (".", "!", "?")


def stuk(document: Document) -> Stuk:
    """The document as its chapters; what stands before the first one goes by the title of the document."""
    titel = document.meta.title
    hoofdstukken = (_hoofdstuk(kop or titel, blokken) for kop, blokken in _per_hoofdstuk(document.blocks))
    return Stuk(titel, tuple(hoofdstuk for hoofdstuk in hoofdstukken if hoofdstuk.zinnen))


def _per_hoofdstuk(blokken: Iterable[Block]) -> Iterator[tuple[str, list[Block]]]:
    kop, inhoud = "", list[Block]()
    for blok in blokken:
        if isinstance(blok, Heading) and blok.level == 1:
            yield kop, inhoud
            kop, inhoud = f"{blok.number} {plain_text(blok.children)}".strip(), []
        else:
            inhoud.append(blok)
    yield kop, inhoud


def _hoofdstuk(kop: str, blokken: Iterable[Block]) -> Hoofdstuk:
    alineas = [alinea for blok in walk(blokken) for alinea in _alineas(blok)]
    return Hoofdstuk(
        kop,
        tuple(zin for alinea in alineas for zin in zinnen(alinea)),
        max(map(aantal_woorden, alineas), default=0),
    )


def _alineas(blok: Block) -> Iterator[str]:
    """What stands in a block itself to be read as sentences. A container holds its own blocks: ``walk`` gives those."""
    match blok:
        case Paragraph(role="source"):
            return
        case Paragraph():
            yield plain_text(blok.children)
        case Table():
            cellen = (plain_text(cel).strip() for rij in blok.grid.rows for cel in rij)
            yield from (cel for cel in cellen if cel.endswith(_ZINSEINDE))
        case _:
            return
