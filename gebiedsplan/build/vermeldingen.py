"""The record beside a plan that was made: written with the plan, and read again for the page that shows all plans.

A record that is damaged, or of another edition of the program, is no record: the next build of the plan writes it anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args

from gebiedsplan.cijfers.model import Oordeel
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.grafiek import Teken
from gebiedsplan.plan.overzichtmodel import GebiedVermelding, SpeerpuntVermelding, Vermelding
from gebiedsplan.plan.voorstel import GEBIEDSPLAN, stam

_T = TypeVar("_T")
_ID = re.compile(r"[\w-]+")


def pad(uit: Path, slug: str, jaar: int) -> Path:
    """Where the record of a plan is."""
    return uit / slug / f"{stam(GEBIEDSPLAN, slug, jaar)}.json"


def als_json(vermelding: Vermelding) -> bytes:
    """The record as a file."""
    return (json.dumps(asdict(vermelding), ensure_ascii=False, indent=1) + "\n").encode()


def lees_alle(uit: Path, kader: Kader) -> Iterator[Vermelding]:
    """Every record of an area in the kader, oldest year first."""
    for gebied in kader.gebieden:
        for bestand in sorted((uit / gebied.slug).glob(f"{GEBIEDSPLAN}-{gebied.slug}-[12][0-9][0-9][0-9].json")):
            if (vermelding := lees(bestand)) and pad(uit, gebied.slug, vermelding.jaar) == bestand:
                yield vermelding


def lees(bestand: Path) -> Vermelding | None:
    """The record in a file, or None when there is none that can be used."""
    try:
        return _vermelding(json.loads(bestand.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _vermelding(ruw: Any) -> Vermelding:
    """What was read, if it is a record. Raises KeyError, TypeError or ValueError when it is not."""
    return Vermelding(
        slug=_als(str, ruw["slug"]),
        jaar=_als(int, ruw["jaar"]),
        status=_als(str, ruw["status"]),
        versie=_als(str, ruw["versie"]),
        datum=date.fromisoformat(ruw["datum"]).isoformat(),
        gebieden=tuple(
            GebiedVermelding(_als(str, deel["slug"]), tuple(map(_speerpunt, deel["speerpunten"])))
            for deel in ruw["gebieden"]
        ),
        alt=_als(str, ruw["alt"]),
        tekens=tuple(tuple(map(_teken, groep)) for groep in ruw["tekens"]),
        afdruk=_als(str, ruw["afdruk"]),
        let_op=_als(int, ruw["let_op"]),
        bestanden=tuple(_als(str, naam) for naam in ruw["bestanden"]),
    )


def _speerpunt(ruw: Any) -> SpeerpuntVermelding:
    if not _ID.fullmatch(ruw["id"]):
        raise ValueError("not an id")
    themas = tuple(_als(str, thema) for thema in ruw["themas"])
    return SpeerpuntVermelding(ruw["id"], _als(str, ruw["titel"]), themas)


def _teken(ruw: Any) -> Teken | None:
    if ruw is None:
        return None
    if ruw["oordeel"] not in get_args(Oordeel):
        raise ValueError("not a verdict")
    return Teken(_als(float, ruw["afstand"]), ruw["oordeel"], _als(bool, ruw["voorbeeld"]))


def _als(soort: type[_T], waarde: object) -> _T:
    if type(waarde) is not soort:
        raise TypeError(f"{waarde!r} is not {soort.__name__}")
    return waarde
