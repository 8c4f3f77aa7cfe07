"""The catalogue card of a document: what its workbook, the kader and the document itself say about it."""

from __future__ import annotations

from gebiedsplan.document import Meta
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.publicatie import waardelijsten
from gebiedsplan.publicatie.model import Kaart

_VASTGESTELD = "vastgesteld"


def kaart(gelezen: Ingelezen, meta: Meta) -> Kaart:
    """The card. The gemeente publishes, also what is about a part of it."""
    gemeente = gelezen.kader.gemeente(gelezen.gebied)
    keuzes = gelezen.kader.publicatie
    return Kaart(
        titel=meta.title,
        omschrijving=meta.subject,
        organisatie=waardelijsten.gemeente(gemeente.lange_naam or gemeente.naam, gemeente.code),
        datum=meta.date,
        vastgesteld=meta.date if meta.status == _VASTGESTELD else "",
        kenmerk=gelezen.eigen.kop.zaaknummer,
        informatiecategorie=waardelijsten.uit_kern(keuzes.informatiecategorie.naam, keuzes.informatiecategorie.code),
        documentsoort=waardelijsten.uit_kern(keuzes.documentsoort.naam, keuzes.documentsoort.code),
        themas=tuple(waardelijsten.uit_themas(thema.naam, thema.code) for thema in keuzes.themas),
        trefwoorden=meta.keywords,
    )
