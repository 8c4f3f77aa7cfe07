"""What was read as rows of the sheet Opmerkingen, and which of them stand there already."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from gebiedsplan.bevinding import Plek
from gebiedsplan.gebied.leesopmerkingen import OPEN
from gebiedsplan.gebied.leesopmerkingen import Opmerking as Bekend
from gebiedsplan.opmerkingen.model import Opmerking

_LENGTE = 10
# The longest text that Excel lets a cell hold.
_LANGSTE_TEKST = 32_767


@dataclass(frozen=True, slots=True)
class Rij:
    """A row to be added: what was said, where that is now, and by what it is known."""

    opmerking: Opmerking
    plek: Plek | None
    toelichting: str
    document: str
    kenmerk: str

    def cellen(self, werkmap: str) -> Mapping[str, str]:
        """What stands in each column of the sheet in ``werkmap``; a cell of another workbook is named with its file."""
        blad = self.plek.blad if self.plek else ""
        if self.plek and self.plek.bestand != werkmap:
            pad = PurePosixPath(self.plek.bestand)
            blad = f"{blad} ({pad.parent.name}/{pad.name})"
        o = self.opmerking
        cellen = {
            "Wie": o.wie,
            "Wanneer": o.wanneer,
            "Soort": o.soort,
            "Opmerking": o.wat,
            "Blad": blad,
            "Cel": self.plek.cel if self.plek else "",
            "Over deze tekst": o.over,
            "Onder de kop": o.kop,
            "Status": OPEN,
            "Toelichting": self.toelichting,
            "Document": self.document,
            "Kenmerk": self.kenmerk,
        }
        return {kolom: tekst[:_LANGSTE_TEKST] for kolom, tekst in cellen.items() if tekst}


def met_kenmerk(opmerkingen: Iterable[Opmerking]) -> Iterator[tuple[Opmerking, str]]:
    """Each with what it is known by: who, when, what and where. Word gives its own numbers anew on every save."""
    al: Counter[tuple[str, ...]] = Counter()
    for o in opmerkingen:
        zelf = (o.wie, o.wanneer, o.soort, " ".join(o.wat.split()), o.bron or o.kop)
        al[zelf] += 1
        yield o, hashlib.sha256("\n".join((*zelf, str(al[zelf]))).encode()).hexdigest()[:_LENGTE]


def nieuw(opmerkingen: Iterable[tuple[Opmerking, str]], bekend: Iterable[Bekend]) -> tuple[tuple[Opmerking, str], ...]:
    """Those that are not among ``bekend``: by what they are known by or, where that was taken away, by their words."""
    rijen = tuple(bekend)
    kenmerken = {rij.kenmerk for rij in rijen}
    woorden = {(rij.wie, rij.wanneer, rij.wat) for rij in rijen if not rij.kenmerk}
    return tuple(
        (o, kenmerk)
        for o, kenmerk in opmerkingen
        if kenmerk not in kenmerken and (o.wie, o.wanneer, " ".join(o.wat.split())) not in woorden
    )
