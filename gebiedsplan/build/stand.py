"""What is remembered of a product: what it was made of, what came of it, and how to see that it is still there.

One small file a product, in a hidden folder of the output. It is only ever a reason not to do work: one that is
damaged, gone, or of another edition of the program is no memory, and the product is made again.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.build import afdruk

MAP = ".stand"
# Findings that are there or not, or read otherwise, with a figure that may be hidden: for who makes a plan alone.
OVER_CIJFERS = frozenset(
    {
        "cijfer-dubbel", "cijfer-sprong", "doel-richting", "geheim-in-tekst", "geheim-te-raden", "grenzen-verkeerd",
        "nulmeting-anders", "som-klopt-niet", "teller-groter", "tussenmeting-anders", "waarde-buiten-bereik",
    }
)  # fmt: skip
_GETAL = re.compile(r"\d+(?:[.,]\d+)*")
_ERGENS = "Ergens in deze werkmap staat een getal dat gelijk is aan een cijfer dat geheim is."
_HULP = "Typ make controleer om te zien waar."
_DOCUMENTEN = {".docx", ".html", ".md", ".odt", ".pdf", ".txt", ".xlsx", ".xml"}


@dataclass(frozen=True, slots=True)
class Tekening:
    """A drawing that was made: what of, and how large it is in millimetres."""

    afdruk: str
    breedte_mm: float
    hoogte_mm: float


@dataclass(frozen=True, slots=True)
class Stand:
    """A product that was made.

    ``afdruk``: of all it was made of. ``bestanden``: the fingerprint of every file by its place, seen from the folder
    for the output. ``tekeningen``: by id of the chart.
    """

    afdruk: str
    bestanden: Mapping[str, str]
    bevindingen: tuple[Bevinding, ...] = ()
    tekeningen: Mapping[str, Tekening] = field(default_factory=dict)

    def documenten(self, uit: Path) -> tuple[Path, ...]:
        """Where the documents are."""
        return documenten(_pad(uit, plaats) for plaats in self.bestanden)

    def is_er_nog(self, uit: Path) -> bool:
        """Whether every file is as it was made."""
        return all(afdruk.van_bestand(_pad(uit, plaats)) == som for plaats, som in self.bestanden.items())


def documenten(paden: Iterable[Path]) -> tuple[Path, ...]:
    """What a user is told of: the documents, not the charts in them and not what is remembered."""
    return tuple(pad for pad in paden if pad.suffix in _DOCUMENTEN)


def plaats(uit: Path, pad: Path) -> str:
    """Where a file is, seen from the folder for the output: the same when both are moved."""
    return Path(os.path.relpath(pad, uit)).as_posix()


def bestand(uit: Path, naam: str) -> Path:
    """Where the memory of a product is."""
    return uit / MAP / f"{naam}.json"


def te_onthouden(bevinding: Bevinding) -> Bevinding:
    """A finding without what it may tell of a hidden figure: the memory stands among what is published."""
    if bevinding.code == "geheim-in-tekst":
        # Where it is and which figure it is about are together the figure.
        return replace(bevinding, plek=Plek(bevinding.plek.bestand), tekst=_ERGENS, hulp=_HULP)
    if bevinding.code not in OVER_CIJFERS:
        return bevinding
    return replace(bevinding, tekst=_GETAL.sub("…", bevinding.tekst), hulp=_GETAL.sub("…", bevinding.hulp))


def als_json(stand: Stand) -> bytes:
    """The memory as a file."""
    inhoud = asdict(replace(stand, bevindingen=tuple(map(te_onthouden, stand.bevindingen))))
    for gevonden, bevinding in zip(inhoud["bevindingen"], stand.bevindingen, strict=True):
        gevonden["ernst"] = bevinding.ernst.value
    return json.dumps(inhoud, ensure_ascii=False).encode("utf-8", "surrogatepass")


def lees(uit: Path, naam: str) -> Stand | None:
    """What is remembered of a product, or None."""
    try:
        return _stand(json.loads(bestand(uit, naam).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _stand(ruw: Any) -> Stand:
    bevindingen = tuple(
        Bevinding(**{**b, "plek": Plek(**b["plek"]), "ernst": Ernst(b["ernst"])}) for b in ruw["bevindingen"]
    )
    tekeningen = {str(naam): Tekening(**t) for naam, t in ruw["tekeningen"].items()}
    bestanden = {str(waar): str(som) for waar, som in ruw["bestanden"].items()}
    return Stand(str(ruw["afdruk"]), bestanden, bevindingen, tekeningen)


def _pad(uit: Path, plaats: str) -> Path:
    return Path(os.path.normpath(uit / plaats))
