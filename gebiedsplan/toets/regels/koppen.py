"""Headings: can a reader go through the document by them?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.toets.model import Alinea, Rol, Verhaal, Worddocument
from gebiedsplan.toets.woorden import kort

_LANGSTE_KOP = 100
_LANGSTE_NEPKOP = 80
# How a sentence ends, or a label that what follows belongs to.
_GEEN_EINDE_VAN_KOP = (".", ",", ";", ":", "!")


def er_zijn_koppen(d: Worddocument) -> Iterator[Bevinding]:
    """A document has headings."""
    if not d.koppen:
        yield Bevinding(
            "docx-e007",
            d.plek,
            "In dit document staat geen enkele kop met een kopstijl.",
            "Zet de cursor in elke tussenkop en kies Start > Stijlen > Kop 1, of Kop 2 voor een kop daaronder.",
        )


def koppen_slaan_niets_over(d: Worddocument) -> Iterator[Bevinding]:
    """A heading is at most one level deeper than the one before; the first is of the first level."""
    eerste = d.koppen[:1]
    if eerste and eerste[0].kop > 1:
        yield Bevinding(
            "docx-e003",
            eerste[0].plek,
            f"Dit is de eerste kop, en hij heeft de stijl Kop {eerste[0].kop}.",
            "Begin met Kop 1. Kies die bij Start > Stijlen.",
        )
    for vorige, kop in pairwise(d.koppen):
        if kop.kop > vorige.kop + 1:
            yield Bevinding(
                "docx-e003",
                kop.plek,
                f"Dit is Kop {kop.kop}, maar de kop ervoor is Kop {vorige.kop}: “{kort(vorige.tekst)}”.",
                f"Geef deze kop de stijl Kop {vorige.kop + 1}, bij Start > Stijlen.",
            )


def kop_is_kort(d: Worddocument) -> Iterator[Bevinding]:
    """A heading can be taken in at once."""
    for kop in d.koppen:
        lengte = len(" ".join(kop.tekst.split()))
        if lengte > _LANGSTE_KOP:
            yield Bevinding(
                "docx-w005",
                kop.plek,
                f"Deze kop is {lengte} tekens lang.",
                f"Maak er hooguit {_LANGSTE_KOP} tekens van. Is het een alinea? Geef die dan de stijl Standaard.",
                Ernst.LET_OP,
            )


def kop_heeft_kopstijl(d: Worddocument) -> Iterator[Bevinding]:
    """What looks like a heading is one: Microsoft's own checker passes over this."""
    alineas = [alinea for alinea in d.alineas if alinea.verhaal is Verhaal.TEKST and alinea.tekst.strip()]
    for alinea, volgende in pairwise(alineas):
        if _lijkt_kop(alinea) and not _lijkt_kop(volgende) and not volgende.kop:
            yield Bevinding(
                "docx-w007",
                alinea.plek,
                f"“{kort(alinea.tekst)}” is vet en kort, maar heeft geen kopstijl.",
                "Is dit een kop? Kies dan een kopstijl bij Start > Stijlen. Zo niet, dan hoeft u niets te doen.",
                Ernst.LET_OP,
            )


def _lijkt_kop(alinea: Alinea) -> bool:
    woorden = alinea.tekst.strip()
    anders = alinea.kop or alinea.in_tabel or alinea.lijst or alinea.apart or alinea.rol is not Rol.GEWOON
    return (
        alinea.vet
        and not anders
        and len(woorden) <= _LANGSTE_NEPKOP
        and "\n" not in woorden
        and any(teken.isalpha() for teken in woorden)
        and not woorden.endswith(_GEEN_EINDE_VAN_KOP)
    )
