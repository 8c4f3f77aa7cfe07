"""Open a file of a publisher as rows: Excel, csv in every dress, and the JSON of both versions of OData.

Whatever the file is, what comes out is a table with a row per region. The observations of OData 4, one a row, are put
side by side under the code of their measure.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from gebiedsplan import werkmap
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

Rij: TypeAlias = Sequence[object]

# The first rows of a file may be a title; the header is the first row that has more than one word.
_TITELREGELS = 10
_SCHEIDINGEN = (";", ",", "\t")
# An observation of OData 4: its measure and its value, beside the dimensions.
_METING = "Measure"
_WAARDEN = ("Value", "StringValue", "ValueAttribute")
_WAARDE = "Value"
_GEEN_DIMENSIE = frozenset({"Id", _METING, *_WAARDEN})
_GEEN_BIJZONDERHEID = "None"


@dataclass(frozen=True, slots=True)
class Ruw:
    """A file as rows below a header. ``herkomst``: the texts that may name the table, such as the file name."""

    bestand: str
    herkomst: tuple[str, ...]
    kop: tuple[str, ...]
    rijen: Iterable[Rij]


def lees(pad: Path, bestand: str, regios: Collection[str]) -> Ruw:
    """Open ``pad``; ``bestand`` is its name in messages. Only rows about one of ``regios`` need to come back.

    Raises GebiedsplanFout when it is no file that can be read.
    """
    if not pad.is_file():
        raise GebiedsplanFout([_onleesbaar(bestand, "Dit bestand is er niet.", "Controleer de naam en de map.")])
    soort = pad.suffix.lower()
    if soort in {".xlsx", ".xlsm"}:
        blad, rijen = werkmap.stroom(pad, bestand)
        return _ruw(bestand, (pad.name, blad), rijen, regios)
    if soort in {".csv", ".txt"}:
        return _ruw(bestand, (pad.name,), _csv(_tekst(pad, bestand), bestand), regios)
    if soort == ".json":
        return _odata(bestand, pad.name, _tekst(pad, bestand), regios)
    hulp = "Kies een bestand van het type .xlsx, .csv of .json. Een .zip pakt u eerst uit."
    raise GebiedsplanFout([_onleesbaar(bestand, f"Het programma kent bestanden van het type “{soort}” niet.", hulp)])


def _tekst(pad: Path, bestand: str) -> str:
    try:
        inhoud = pad.read_bytes()
    except OSError as fout:
        tekst = f"Dit bestand laat zich niet lezen ({fout.strerror or 'onbekende oorzaak'})."
        raise GebiedsplanFout([_onleesbaar(bestand, tekst, "Staat het open? Sluit het dan.")]) from fout
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel on Windows saves as csv.
        return inhoud.decode("cp1252", errors="replace")


def _csv(tekst: str, bestand: str) -> Iterator[Rij]:
    begin = "\n".join(tekst.splitlines()[:_TITELREGELS])

    def breedte(teken: str) -> int:
        return max(map(len, csv.reader(io.StringIO(begin), delimiter=teken)), default=0)

    try:
        scheiding = max(_SCHEIDINGEN, key=breedte)
        yield from csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    except csv.Error as fout:
        wat = f"Dit bestand is geen csv-bestand dat te lezen is ({fout})."
        raise GebiedsplanFout([_onleesbaar(bestand, wat, "Download het bestand opnieuw bij de uitgever.")]) from fout


def _ruw(bestand: str, herkomst: tuple[str, ...], rijen: Iterable[Rij], regios: Collection[str]) -> Ruw:
    stroom = iter(rijen)
    for _, rij in zip(range(_TITELREGELS), stroom, strict=False):
        kop = tuple("" if cel is None else str(cel).strip() for cel in rij)
        if sum(map(bool, kop)) > 1:
            if _METING in kop:
                return _naast_elkaar(bestand, herkomst, (dict(zip(kop, r, strict=False)) for r in stroom), regios)
            return Ruw(bestand, herkomst, kop, stroom)
        herkomst = (*herkomst, *filter(None, kop))
    tekst = "In dit bestand staat geen tabel: er is geen rij met namen van kolommen."
    raise GebiedsplanFout([_onleesbaar(bestand, tekst, "Download het bestand opnieuw bij de uitgever.")])


def _odata(bestand: str, naam: str, tekst: str, regios: Collection[str]) -> Ruw:
    try:
        antwoord = json.loads(tekst)
        rijen = antwoord["value"]
        if not all(isinstance(rij, dict) for rij in rijen):
            raise TypeError("value")
    except (ValueError, KeyError, TypeError, RecursionError) as fout:
        wat = "Dit bestand is geen antwoord van OData: het is geen JSON met een lijst “value”."
        raise GebiedsplanFout([_onleesbaar(bestand, wat, "Download het bestand opnieuw.")]) from fout
    herkomst = (naam, str(antwoord.get("@odata.context") or antwoord.get("odata.metadata") or ""))
    if any(_METING in rij for rij in rijen[:1]):
        return _naast_elkaar(bestand, herkomst, rijen, regios)
    kop = tuple(dict.fromkeys(chain.from_iterable(rijen)))
    return Ruw(bestand, herkomst, kop, [[rij.get(kolom) for kolom in kop] for rij in rijen])


def _naast_elkaar(
    bestand: str, herkomst: tuple[str, ...], metingen: Iterable[dict[str, Any]], regios: Collection[str]
) -> Ruw:
    """The observations of OData 4 with a row per region (and age, year, ...) and a column per measure."""
    import pandas as pd  # takes longer to load than a plan needs: only who imports such a file waits for it

    dimensies: dict[str, None] = {}
    waarnemingen = []
    for meting in metingen:
        plaats = {naam: str(waarde).strip() for naam, waarde in meting.items() if naam not in _GEEN_DIMENSIE}
        if meting.get(_METING) and any(waarde in regios for waarde in plaats.values()):
            dimensies |= dict.fromkeys(plaats)
            waarnemingen.append({**plaats, _METING: str(meting[_METING]).strip(), _WAARDE: _gemeten(meting)})
    if not waarnemingen:
        return Ruw(bestand, herkomst, (), [])
    sleutel = [*dimensies, _METING]
    lang = pd.DataFrame(waarnemingen, dtype=object).fillna(dict.fromkeys(dimensies, ""))
    # What is said twice about the same counts as it was said last.
    breed = lang.drop_duplicates(sleutel, keep="last").set_index(sleutel)[_WAARDE].unstack(sort=False).reset_index()
    return Ruw(bestand, herkomst, tuple(map(str, breed.columns)), breed.where(breed.notna(), None).to_numpy().tolist())


def _gemeten(meting: dict[str, Any]) -> object:
    """The value, or what OData 4 says instead of one."""
    for naam in _WAARDEN:
        waarde = meting.get(naam)
        if waarde is not None and str(waarde).strip() not in {"", _GEEN_BIJZONDERHEID}:
            return waarde
    return None


def _onleesbaar(bestand: str, tekst: str, hulp: str) -> Bevinding:
    return Bevinding("bron-onleesbaar", Plek(bestand), tekst, hulp)
