"""The page around a plan: a calm bar, what was found, and the plan itself in a frame."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path

from gebiedsplan.bekijk.stand import Stand
from gebiedsplan.bevinding import Bevinding, telling

_HIER = Path(__file__).parent
_STIJL = (_HIER / "bekijk.css").read_text("utf-8")
_SCRIPT = (_HIER / "bekijk.js").read_text("utf-8")


def _hash(tekst: str) -> str:
    return f"'sha256-{b64encode(sha256(tekst.encode()).digest()).decode()}'"


# Our own script and style and nothing else; the plan comes from here, and nobody else may show this page in a frame.
BELEID = (
    f"default-src 'none'; script-src {_hash(_SCRIPT)}; style-src {_hash(_STIJL)}; img-src data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def pagina(stand: Stand) -> str:
    """The whole page, as it is before anything changes."""
    titel = escape(stand.titel)
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>{titel} – voorvertoning</title>\n<style>{_STIJL}</style>\n</head>\n"
        f'<body data-gebied="{escape(stand.slug)}" data-merk="{stand.merk}" data-stand="{_soort(stand)}">\n'
        f'<header>\n<h1>{titel}</h1>\n<p role="status">{escape(_melding(stand))}</p>\n'
        f'<p class="bezig"{"" if stand.bezig else " hidden"}>Bezig met bijwerken…</p>\n'
        f"<div>{_keuze(stand)}</div>\n</header>\n"
        f'<section aria-label="Bevindingen">{_bevindingen(stand)}</section>\n'
        f"<main>\n{_plan(stand)}</main>\n"
        '<noscript><p class="leeg">Zonder script ververst deze pagina niet vanzelf.</p></noscript>\n'
        f"<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    )


def bericht(stand: Stand) -> str:
    """What an open page is told, as JSON."""
    return json.dumps(
        {
            "ronde": stand.ronde,
            "titel": stand.titel,
            "merk": stand.merk,
            "stand": _soort(stand),
            "bezig": stand.bezig,
            "melding": _melding(stand),
            "keuze": _keuze(stand),
            "bevindingen": _bevindingen(stand),
        },
        ensure_ascii=False,
    )


def onbekend(slug: str) -> str:
    """The page for an area that is not there."""
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>Onbekend gebied</title>\n</head>\n'
        f"<body>\n<h1>Dit gebied is er niet</h1>\n<p>“{escape(slug)}” staat niet in het kader. "
        '<a href="/">Terug naar de voorvertoning</a></p>\n</body>\n</html>\n'
    )


def _soort(stand: Stand) -> str:
    if stand.houdt_tegen:
        return "fout"
    return "let-op" if stand.bevindingen else "goed"


def _melding(stand: Stand) -> str:
    """In a few words how things are."""
    if stand.ronde == 0:
        return "Het plan wordt gemaakt. Even geduld."
    if not stand.houdt_tegen:
        return "U ziet het plan zoals het is opgeslagen."
    wat = "Het programma liep vast." if stand.vastgelopen else telling(stand.bevindingen)
    rest = "Er is nog geen plan om te laten zien." if stand.html is None else "U ziet het laatste plan dat goed was."
    return f"{wat} {rest}"


def _keuze(stand: Stand) -> str:
    """Another area to look at, where there is one."""
    if len(stand.namen) < 2:
        return ""
    rijen = "".join(
        f'<option value="{escape(slug)}"{" selected" if slug == stand.slug else ""}>{escape(naam)}</option>\n'
        for slug, naam in stand.namen.items()
    )
    return (
        '<form action="/">\n<label for="gebied">Gebied</label>\n'
        f'<select id="gebied" name="gebied">\n{rijen}</select>\n<button>Toon</button>\n</form>\n'
    )


def _plan(stand: Stand) -> str:
    if stand.html is None:
        return '<p class="leeg">Hier komt het plan.</p>\n'
    return f'<iframe title="Het plan" src="/plan?gebied={escape(stand.slug)}"></iframe>\n'


def _bevindingen(stand: Stand) -> str:
    if stand.vastgelopen:
        return _uitklap(
            "Het programma liep vast",
            "<p>Dit is een fout in het programma zelf. In het venster waar u de voorvertoning startte, staat wat er "
            "gebeurde. Stuur die tekst naar wie het programma onderhoudt.</p>\n"
            "<p>Maakte u net een verandering? Maak die ongedaan en sla op. De voorvertoning gaat dan verder.</p>\n",
            open_=True,
        )
    if not stand.bevindingen:
        return ""
    per_bestand = groupby(sorted(stand.bevindingen, key=_bestand), key=_bestand)
    inhoud = "".join(_van_bestand(bestand, groep) for bestand, groep in per_bestand)
    return _uitklap(telling(stand.bevindingen), inhoud, open_=stand.houdt_tegen)


def _uitklap(kop: str, inhoud: str, *, open_: bool) -> str:
    return (
        f"<details{' open' if open_ else ''}>\n<summary><h2>{escape(kop)}</h2></summary>\n"
        f'<div class="lijst" role="group" aria-label="Wat er is gevonden" tabindex="0">\n{inhoud}</div>\n</details>\n'
    )


def _bestand(bevinding: Bevinding) -> str:
    return bevinding.plek.bestand


def _van_bestand(bestand: str, groep: Iterable[Bevinding]) -> str:
    return f"<h3>{escape(bestand)}</h3>\n<ul>\n{''.join(map(_bevinding, groep))}</ul>\n"


def _bevinding(bevinding: Bevinding) -> str:
    ernst = bevinding.ernst.value
    plek = bevinding.plek.in_bestand() or "het bestand"
    return (
        f'<li class="{escape(ernst.replace(" ", "-"))}"><p><strong>{escape(ernst.upper())}</strong> {escape(plek)} '
        f"<code>{escape(bevinding.code)}</code></p>\n<p>{escape(bevinding.tekst)}</p>\n"
        f"<p>Wat u kunt doen: {escape(bevinding.hulp)}</p></li>\n"
    )
