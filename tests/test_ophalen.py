"""Fetching over OData from a server on this machine that answers as CBS does, also when things go wrong."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import tabellen

from gebiedsplan import ophalen
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.ophalen import Geduld, Vraag

V4 = "https://datasets.cbs.nl/odata/v1/CBS/84799NED/Observations"
V3 = "https://opendata.cbs.nl/ODataApi/odata/84799NED/UntypedDataSet?$format=json"
KORT = Geduld(pogingen=2, pauze=0.0, verbinden=1.0, antwoord=0.3)
RIJEN = [tabellen.rij(code) for code in ("NL00", "GM0399", "WK039901", "WK039902")]


@dataclass(frozen=True)
class Gevraagd:
    """A request: its path, its query, how often that path was asked before, and the address of the server."""

    pad: str
    vragen: dict[str, str]
    eerder: int
    adres: str


Antwoord = Callable[[Gevraagd], tuple[int, bytes]]


class Server:
    """What was asked, with its query."""

    def __init__(self) -> None:
        self.adres = ""
        self.vragen: list[tuple[str, dict[str, str]]] = []


@contextmanager
def server(antwoord: Antwoord) -> Iterator[Server]:
    hier = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            pad = urlsplit(self.path)
            vragen = {naam: waarden[0] for naam, waarden in parse_qs(pad.query).items()}
            eerder = sum(p == pad.path for p, _ in hier.vragen)
            hier.vragen.append((pad.path, vragen))
            status, inhoud = antwoord(Gevraagd(pad.path, vragen, eerder, hier.adres))
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(inhoud)))
                self.end_headers()
                self.wfile.write(inhoud)
            except BrokenPipeError:
                pass

        def log_message(self, *_: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hier.adres = f"http://127.0.0.1:{http.server_address[1]}"
    draad = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    draad.start()
    try:
        yield hier
    finally:
        http.shutdown()
        http.server_close()
        draad.join()


def vraag(*adressen: str) -> Vraag:
    return Vraag("84799NED", adressen or (V4, V3), "WijkenEnBuurten", ("GM0399", "WK0399", "NL"))


def haal(hier: Server, *adressen: str, geduld: Geduld = KORT) -> dict[str, Any]:
    antwoord: dict[str, Any] = json.loads(ophalen.haal(vraag(*adressen), hier.adres, geduld))
    return antwoord


def mislukt(hier: Server, *adressen: str) -> Bevinding:
    with pytest.raises(GebiedsplanFout) as fout:
        haal(hier, *adressen)
    assert fout.value.exit_code == 2
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, bevinding.plek.bestand) == ("ophalen-mislukt", "tabel 84799NED")
    return bevinding


def pagina(rijen: list[dict[str, Any]], **eromheen: str) -> tuple[int, bytes]:
    return 200, json.dumps({**eromheen, "value": rijen}).encode()


METINGEN = tabellen.odata4(RIJEN)
CONTEXT4 = "https://datasets.cbs.nl/odata/v1/CBS/84799NED/$metadata#Observations"


def in_paginas(vraag_: Gevraagd) -> tuple[int, bytes]:
    """OData 4 with twenty observations a page; the link to the next holds the filter."""
    assert vraag_.pad == "/odata/v1/CBS/84799NED/Observations"
    begin = int(vraag_.vragen.get("$skip", 0))
    rest = {"@odata.context": CONTEXT4}
    if begin + 20 < len(METINGEN):
        rest["@odata.nextLink"] = f"{vraag_.adres}{vraag_.pad}?$filter=x&$skip={begin + 20}"
    return pagina(METINGEN[begin : begin + 20], **rest)


def test_every_page_of_version_4_is_fetched() -> None:
    with server(in_paginas) as hier:
        antwoord = haal(hier)
    assert antwoord == {"@odata.context": CONTEXT4, "value": METINGEN}
    assert len(hier.vragen) == 3
    assert hier.vragen[0][1] == {
        "$filter": "startswith(WijkenEnBuurten,'GM0399') or startswith(WijkenEnBuurten,'WK0399') "
        "or startswith(WijkenEnBuurten,'NL')"
    }
    assert hier.vragen[1][1] == {"$filter": "x", "$skip": "20"}


def test_a_table_that_version_4_does_not_have_is_asked_of_version_3() -> None:
    rijen = tabellen.odata3(RIJEN, getypeerd=False)

    def antwoord(vraag_: Gevraagd) -> tuple[int, bytes]:
        if vraag_.pad.startswith("/odata/v1"):
            return 404, b'{"error":{"code":"404"}}'
        half = len(rijen) // 2
        if "$skiptoken" in vraag_.vragen:
            return pagina(rijen[half:])
        return pagina(rijen[:half], **{"odata.metadata": "x", "odata.nextLink": "UntypedDataSet?$skiptoken=2"})

    with server(antwoord) as hier:
        assert haal(hier)["value"] == rijen
    assert [pad for pad, _ in hier.vragen] == [
        "/odata/v1/CBS/84799NED/Observations",
        "/ODataApi/odata/84799NED/UntypedDataSet",
        "/ODataApi/odata/84799NED/UntypedDataSet",
    ]
    assert hier.vragen[1][1]["$format"] == "json"


def test_a_table_that_is_nowhere_names_the_addresses() -> None:
    with server(lambda _: (404, b"")) as hier:
        bevinding = mislukt(hier)
    assert V4 in bevinding.tekst
    assert "nummer van de tabel" in bevinding.hulp


@pytest.mark.parametrize("status", [429, 500, 503])
def test_an_error_that_passes_is_tried_again(status: int) -> None:
    def antwoord(vraag_: Gevraagd) -> tuple[int, bytes]:
        return (status, b"druk") if vraag_.eerder < 2 else pagina(METINGEN)

    with server(antwoord) as hier:
        assert haal(hier, V4)["value"] == METINGEN
    assert len(hier.vragen) == 3


def test_an_error_that_stays_is_told_with_its_number() -> None:
    with server(lambda _: (500, b"query returns more than 10000 records")) as hier:
        assert "fout 500" in mislukt(hier, V4).tekst
    assert len(hier.vragen) == 3


def test_a_refusal_is_not_tried_again() -> None:
    with server(lambda _: (403, b"nee")) as hier:
        assert "fout 403" in mislukt(hier, V4).tekst
    assert len(hier.vragen) == 1


def test_an_answer_that_takes_too_long() -> None:
    def antwoord(_: Gevraagd) -> tuple[int, bytes]:
        time.sleep(0.8)
        return pagina([])

    with server(antwoord) as hier:
        bevinding = mislukt(hier, V4)
    assert "antwoordt niet op tijd" in bevinding.tekst
    assert "--bestand" in bevinding.hulp


def test_a_server_that_is_not_there() -> None:
    with server(in_paginas) as hier:
        pass
    assert "is niet te bereiken" in mislukt(hier, V4).tekst


@pytest.mark.parametrize(
    ("inhoud", "woord"),
    [
        (b"<html>Log in</html>", "geen JSON"),
        (b'{"value": [{"Id": 1}', "geen JSON"),
        (b'{"error": "onbekend"}', "“value”"),
        (b"[1, 2]", "“value”"),
    ],
)
def test_an_answer_that_is_no_table(inhoud: bytes, woord: str) -> None:
    with server(lambda _: (200, inhoud)) as hier:
        assert woord in mislukt(hier, V4).tekst


def test_a_link_to_another_server_is_not_followed() -> None:
    with server(lambda _: pagina([], **{"@odata.nextLink": "http://elders.example/Observations"})) as hier:
        assert "andere server" in mislukt(hier, V4).tekst
    assert len(hier.vragen) == 1


def test_pages_without_an_end() -> None:
    """A link to itself is no table of a thousand pages."""

    def antwoord(vraag_: Gevraagd) -> tuple[int, bytes]:
        return pagina([], **{"@odata.nextLink": f"{vraag_.adres}{vraag_.pad}?$skip=1"})

    with server(antwoord) as hier:
        assert "geen eind" in mislukt(hier, V4).tekst
    assert len(hier.vragen) < 10
