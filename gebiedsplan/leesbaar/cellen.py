"""Which cells of a workbook hold sentences for readers, and which hold names."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.gebied.kolommen import Kolom, Soort
from gebiedsplan.gebied.lezen import cijferbladnamen
from gebiedsplan.gebied.vorm import vorm
from gebiedsplan.kader.model import Kader
from gebiedsplan.leesbaar.model import Tekst
from gebiedsplan.werkmap import Blad, Cel, Werkmap, gelijk

_NAMEN = frozenset({"Naam", "Aanbieder", "Plaats", "Partner", "Bron", "Regio"})
_GEEN_ZINNEN = _NAMEN | {
    *("Code", "E-mail", "Eenheid", "Leeftijdsgroep", "Opsteller", "Peildatum", "Planning", "Portefeuillehouder"),
    *("Speerpunt", "Telefoon", "Versie", "Wanneer", "Website", "Zaaknummer"),
}
# What readers of a draft said is theirs, and in no plan.
_VAN_LEZERS = "Opmerkingen"


def teksten(werkmap: Werkmap, kader: Kader) -> tuple[Tekst, ...]:
    """Every text for readers, in the order of the workbook; the same text a second time is left out.

    Remarks beside figures are left out too: they say how a figure was made, and most are written by an import.
    """
    gevonden: dict[str, Tekst] = {}
    overslaan = (*cijferbladnamen(kader), _VAN_LEZERS)
    for kolom, cel in _cellen(werkmap, kader):
        if any(gelijk(cel.plek.blad, naam) for naam in overslaan):
            continue
        if _heeft_zinnen(kolom) and isinstance(cel.waarde, str) and cel.waarde.strip():
            gevonden.setdefault(cel.waarde, Tekst(cel.plek, cel.waarde))
    return tuple(gevonden.values())


def namen(werkmap: Werkmap, kader: Kader) -> tuple[str, ...]:
    """What is called by name in the workbook: organisations, places, sources."""
    return tuple(str(cel.waarde) for kolom, cel in _cellen(werkmap, kader) if kolom.naam in _NAMEN and not cel.leeg)


def _heeft_zinnen(kolom: Kolom) -> bool:
    """Words that someone chose freely; a word from a list is not of who fills in the workbook."""
    vrij = kolom.soort in (Soort.TEKST, Soort.MARKDOWN) or (kolom.soort is Soort.VRIJ and kolom.naam == "Tekst")
    return vrij and not kolom.lijst and kolom.naam not in _GEEN_ZINNEN


def _cellen(werkmap: Werkmap, kader: Kader) -> Iterator[tuple[Kolom, Cel]]:
    """Every filled cell with its column; on the sheet Gebied the column is the field of its row."""
    hele_vorm = vorm(kader)
    for spec in hele_vorm.bladen:
        blad = werkmap.blad(spec.naam)
        if blad is None:
            continue
        kolommen = {plaats: kolom for kolom in spec.kolommen for plaats in blad.plaatsen(kolom.kop)}
        if spec.naam == "Gebied":
            yield from _velden(blad, kolommen, hele_vorm.velden)
        else:
            yield from ((kolommen[plaats], rij[plaats]) for rij in blad.rijen for plaats in sorted(kolommen))


def _velden(blad: Blad, kolommen: dict[int, Kolom], velden: tuple[Kolom, ...]) -> Iterator[tuple[Kolom, Cel]]:
    op_naam = {kolom.naam: plaats for plaats, kolom in kolommen.items()}
    if not {"Veld", "Waarde"} <= set(op_naam):
        return
    for rij in blad.rijen:
        veld = next((k for k in velden if gelijk(str(rij[op_naam["Veld"]].waarde), k.naam)), None)
        if veld is not None:
            yield veld, rij[op_naam["Waarde"]]
