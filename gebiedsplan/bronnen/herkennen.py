"""Which table of bronnen.toml is this file, and which edition?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.bronnen.bestanden import Ruw
from gebiedsplan.bronnen.kolommen import vind
from gebiedsplan.bronnen.model import Bronnen, Editie, Tabel

_NUMMER = re.compile(r"(?<![0-9A-Za-z])[0-9]{5}[A-Za-z]{3}(?![0-9A-Za-z])")
_JAAR = r"[^0-9]{0,3}([12][0-9]{3})(?![0-9])"
_ZOVEEL_KOLOMMEN = 6


def editie_met(bronnen: Bronnen, nummer: str) -> Editie:
    """The edition with this table number. Raises GebiedsplanFout when bronnen.toml does not have it."""
    for editie in _edities(bronnen):
        if editie.nummer.upper() == nummer.upper():
            return editie
    raise GebiedsplanFout([_onbekend_nummer(nummer, bronnen)], exit_code=2)


def editie_van(bronnen: Bronnen, ruw: Ruw) -> Editie:
    """The edition of a file: by the number or the year it names, else by its columns.

    Raises GebiedsplanFout when that is not certain; then the user has to say it.
    """
    genoemd = [nummer for tekst in ruw.herkomst for nummer in _NUMMER.findall(tekst)]
    bekend = {editie.nummer.upper(): editie for editie in _edities(bronnen)}
    for nummer in genoemd:
        if nummer.upper() in bekend:
            return bekend[nummer.upper()]
    for editie in _edities(bronnen):
        if editie.tabel.bestandsnaam and editie.jaar in _jaren(editie.tabel.bestandsnaam, ruw.herkomst):
            return editie
    tabel = _naar_kolommen(bronnen, ruw)
    if tabel is None:
        raise GebiedsplanFout([_onbekende_tabel(bronnen, ruw)])
    edities = [editie for editie in _edities(bronnen) if editie.tabel == tabel]
    if len(edities) == 1 and not genoemd:
        return edities[0]
    raise GebiedsplanFout([_onbekende_editie(ruw, tabel, genoemd)])


def _edities(bronnen: Bronnen) -> Iterator[Editie]:
    for tabel in bronnen.tabellen:
        for nummer, jaar in tabel.edities.items():
            yield Editie(tabel, nummer, jaar)


def _jaren(bestandsnaam: str, herkomst: Iterable[str]) -> set[int]:
    patroon = re.compile(re.escape(bestandsnaam) + _JAAR, re.IGNORECASE)
    return {int(jaar) for tekst in herkomst for jaar in patroon.findall(tekst)}


def _naar_kolommen(bronnen: Bronnen, ruw: Ruw) -> Tabel | None:
    """The table that most columns are of, when it is the only one."""
    treffers = {tabel.id: sum(bool(vind(a, ruw.kop)) for a in tabel.kolommen.values()) for tabel in bronnen.tabellen}
    meeste = max(treffers.values(), default=0)
    beste = [tabel for tabel in bronnen.tabellen if treffers[tabel.id] == meeste]
    return beste[0] if meeste > 1 and len(beste) == 1 else None


# -- what can be wrong


def _onbekend_nummer(nummer: str, bronnen: Bronnen) -> Bevinding:
    bekend = "; ".join(f"{tabel.naam}: {', '.join(tabel.edities)}" for tabel in bronnen.tabellen)
    return Bevinding(
        "bron-onbekend",
        Plek("bronnen.toml"),
        f"De tabel “{nummer}” staat niet in bronnen.toml. Bekend zijn: {bekend}.",
        "Kies een van deze nummers. Is het een nieuwe editie? Voeg haar toe onder [tabellen.edities].",
    )


def _onbekende_tabel(bronnen: Bronnen, ruw: Ruw) -> Bevinding:
    gevonden = [kolom for kolom in ruw.kop if kolom]
    rest = ", …" if len(gevonden) > _ZOVEEL_KOLOMMEN else ""
    return Bevinding(
        "bron-onbekend",
        Plek(ruw.bestand),
        f"Dit bestand lijkt op geen tabel uit bronnen.toml. De kolommen zijn: "
        f"{', '.join(gevonden[:_ZOVEEL_KOLOMMEN])}{rest}.",
        f"Het programma kent: {'; '.join(tabel.naam for tabel in bronnen.tabellen)}. Neem het bestand zoals de "
        "uitgever het maakt, of beschrijf de tabel in bronnen.toml.",
    )


def _onbekende_editie(ruw: Ruw, tabel: Tabel, genoemd: list[str]) -> Bevinding:
    over = f" Het noemt de tabel {genoemd[0]}; die staat niet in bronnen.toml." if genoemd else ""
    keuzes = ", ".join(f"{nummer} ({jaar})" if jaar else nummer for nummer, jaar in tabel.edities.items())
    return Bevinding(
        "bron-editie",
        Plek(ruw.bestand),
        f"Dit bestand lijkt op {tabel.naam}, maar van welke editie is niet duidelijk.{over}",
        f"Noem de tabel met --tabel. Kies uit: {keuzes}. Of voeg een nieuwe editie toe in bronnen.toml.",
    )
