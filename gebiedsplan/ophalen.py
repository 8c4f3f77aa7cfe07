"""Fetch a table of CBS or RIVM over OData: page after page, with patience, and only about our regions.

The one room that uses the network. It writes nothing: what it fetched is one JSON document, as if it were one page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

if TYPE_CHECKING:
    import requests

# Server errors that pass, and "too many requests".
_NOG_EENS_BIJ = (429, 500, 502, 503, 504)
# Version 4 and version 3 of OData.
_VOLGENDE = ("@odata.nextLink", "odata.nextLink")
_NIET_GEVONDEN = 404


@dataclass(frozen=True, slots=True)
class Vraag:
    """A table: where it may be, tried in this order; and of which regions, by how codes in ``dimensie`` begin."""

    tabel: str
    adressen: tuple[str, ...]
    dimensie: str
    begin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Geduld:
    """How often a request is tried again, the pause that doubles each time, and how long an answer may take."""

    pogingen: int = 4
    pauze: float = 0.5
    verbinden: float = 10.0
    antwoord: float = 60.0


def haal(vraag: Vraag, basis: str = "", geduld: Geduld | None = None) -> bytes:
    """The rows of a table as one JSON document. ``basis`` takes the place of the server in the addresses.

    Raises GebiedsplanFout ophalen-mislukt.
    """
    with _sessie(geduld or Geduld()) as sessie:
        for adres in vraag.adressen:
            antwoord = _haal(sessie, _op(basis, adres), vraag, geduld or Geduld())
            if antwoord is not None:
                return antwoord
    adressen = ", ".join(vraag.adressen) or "geen"
    raise _mislukt(vraag, f"De tabel {vraag.tabel} is er niet. Gezocht op: {adressen}.", _ANDER_NUMMER)


def _sessie(geduld: Geduld) -> requests.Session:
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    opnieuw = Retry(
        total=geduld.pogingen,
        backoff_factor=geduld.pauze,
        status_forcelist=_NOG_EENS_BIJ,
        allowed_methods={"GET"},
        raise_on_status=False,
    )
    sessie = requests.Session()
    sessie.headers.update({"Accept": "application/json", "User-Agent": "gebiedsplan"})
    for soort in ("https://", "http://"):
        sessie.mount(soort, HTTPAdapter(max_retries=opnieuw))
    return sessie


def _haal(sessie: requests.Session, adres: str, vraag: Vraag, geduld: Geduld) -> bytes | None:
    """All pages of one address as one; None when the table is not there."""
    geheel: dict[str, Any] = {}
    rijen: list[Any] = []
    for pagina in _paginas(sessie, adres, vraag, geduld):
        if pagina is None:
            return None
        geheel = geheel or {sleutel: waarde for sleutel, waarde in pagina.items() if sleutel not in _VOLGENDE}
        rijen += pagina["value"]
    return json.dumps({**geheel, "value": rijen}, ensure_ascii=False).encode()


def _paginas(sessie: requests.Session, adres: str, vraag: Vraag, geduld: Geduld) -> Iterator[dict[str, Any] | None]:
    filter_ = " or ".join(f"startswith({vraag.dimensie},'{begin}')" for begin in vraag.begin)
    volgende, vragen = adres, {"$filter": filter_}
    bezocht: set[str] = set()
    while volgende not in bezocht:
        bezocht.add(volgende)
        pagina = _pagina(sessie, volgende, vragen, vraag, geduld)
        yield pagina
        link = next((str(pagina[naam]) for naam in _VOLGENDE if pagina.get(naam)), "") if pagina else ""
        if not link:
            return
        # What is asked stands in the link itself.
        volgende, vragen = urljoin(volgende, link), {}
        if urlsplit(volgende).netloc != urlsplit(adres).netloc:
            raise _mislukt(vraag, f"Het antwoord wijst naar een andere server: {volgende}.", _LATER)
    raise _mislukt(vraag, f"Er komt geen eind aan de pagina’s van {adres}.", _LATER)


def _pagina(
    sessie: requests.Session, adres: str, vragen: dict[str, str], vraag: Vraag, geduld: Geduld
) -> dict[str, Any] | None:
    import requests

    try:
        antwoord = sessie.get(adres, params=vragen, timeout=(geduld.verbinden, geduld.antwoord))
        if antwoord.status_code == _NIET_GEVONDEN:
            return None
        if not antwoord.ok:
            raise _mislukt(vraag, f"De server antwoordt met fout {antwoord.status_code} ({adres}).", _LATER)
        pagina = antwoord.json()
    except requests.JSONDecodeError as fout:
        raise _mislukt(vraag, f"Het antwoord is geen JSON ({adres}).", _LATER) from fout
    except requests.RequestException as fout:
        # After trying again, an answer that came too late is told as a lost connection.
        waarom = "antwoordt niet op tijd" if "timed out" in str(fout) else "is niet te bereiken"
        raise _mislukt(vraag, f"De server {waarom} ({adres}).", _LATER) from fout
    if not isinstance(pagina, dict) or not isinstance(pagina.get("value"), list):
        raise _mislukt(vraag, f"Het antwoord is geen tabel: de lijst “value” ontbreekt ({adres}).", _LATER)
    return pagina


def _op(basis: str, adres: str) -> str:
    """The address on another server."""
    if not basis:
        return adres
    server = urlsplit(basis)
    return urlunsplit(urlsplit(adres)._replace(scheme=server.scheme, netloc=server.netloc))


_LATER = "Probeer het later nog eens. Of download het bestand zelf bij de uitgever en kies het met --bestand."
_ANDER_NUMMER = "Controleer het nummer van de tabel op de website van het CBS, en de adressen in bronnen.toml."


def _mislukt(vraag: Vraag, tekst: str, hulp: str) -> GebiedsplanFout:
    return GebiedsplanFout([Bevinding("ophalen-mislukt", Plek(f"tabel {vraag.tabel}"), tekst, hulp)], exit_code=2)
