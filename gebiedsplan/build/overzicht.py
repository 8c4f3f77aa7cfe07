"""The front page of all that was made, and the record of each plan that it is made from."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from gebiedsplan.build import afdruk, stand, vermeldingen
from gebiedsplan.build.model import Mappen
from gebiedsplan.build.stand import Stand
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.overzicht import Gemaakt, overzicht
from gebiedsplan.plan.overzichtmodel import Overzicht, Vermelding

# The page is of all gemeenten, so it has the style of none.
STIJL = "neutraal"
_NAAM = "index"


def bijgewerkt(vermelding: Vermelding, uit: Path, nieuw: Mapping[Path, bytes]) -> Vermelding:
    """``vermelding`` with the files that belong to it: the ``nieuw`` ones, and earlier ones of the same text."""
    bestand = vermeldingen.pad(uit, vermelding.slug, vermelding.jaar)
    namen = {pad.name for pad in nieuw if pad.parent == bestand.parent}
    vorige = vermeldingen.lees(bestand)
    if vorige and vorige.afdruk == vermelding.afdruk:
        namen |= set(vorige.bestanden)
    return replace(vermelding, bestanden=tuple(sorted(namen)))


def index(
    mappen: Mappen,
    kader: Kader,
    jaar: int | None,
    nieuw: Mapping[Path, bytes] | None = None,
    vermelding: Vermelding | None = None,
    mislukt: Collection[str] = (),
) -> dict[Path, bytes]:
    """The page of what is in the folder for the output, with the files and the record that are about to come there.

    Comes with its memory. Nothing when there is no plan at all, or when the page is there already.
    """
    gelezen = {(v.slug, v.jaar): v for v in vermeldingen.lees_alle(mappen.uit, kader)}
    if vermelding:
        gelezen[vermelding.slug, vermelding.jaar] = vermelding
    kaart = mappen.preventiekaart
    nieuw = nieuw or {}
    gemaakt = Gemaakt(
        tuple(gelezen.values()),
        _bestanden(mappen.uit, kader, nieuw),
        mislukt,
        preventiekaart=kaart.name if kaart in nieuw or kaart.is_file() else "",
        vergelijkingen=_vergelijkingen(mappen, nieuw),
    )
    pagina = overzicht(kader, gemaakt, jaar)
    if pagina is None:
        return {}
    som = afdruk.van(
        afdruk.programma(), afdruk.van_sjablonen(mappen.sjablonen), tuple(map(afdruk.van_map, mappen.huisstijl)), pagina
    )
    vorige = stand.lees(mappen.uit, _NAAM)
    if vorige and vorige.afdruk == som and vorige.is_er_nog(mappen.uit):
        return {}
    html = _getekend(mappen, pagina)
    nu = Stand(som, {stand.plaats(mappen.uit, mappen.index): afdruk.van(html)})
    return {mappen.index: html, stand.bestand(mappen.uit, _NAAM): stand.als_json(nu)}


def _getekend(mappen: Mappen, pagina: Overzicht) -> bytes:
    from gebiedsplan import figures, huisstijl, markdown, templates
    from gebiedsplan.writers import html

    tekst = templates.render("index.md.j2", mappen.sjablonen, overzicht=pagina)
    stijl = huisstijl.read(mappen.huisstijl, STIJL).huisstijl
    platen = {kernbeeld.id: figures.draw_small(kernbeeld, stijl) for kernbeeld in pagina.kernbeelden()}
    return html.write(markdown.parse(tekst, "index.md"), platen, stijl)


def _vergelijkingen(mappen: Mappen, nieuw: Mapping[Path, bytes]) -> dict[int, str]:
    """The comparisons there are, or that come there, by their year."""
    gevonden = (re.fullmatch(r"vergelijking-(\d{4})", pad.stem) for pad in (*mappen.uit.glob("*.html"), *nieuw))
    return {jaar: mappen.vergelijking(jaar).name for jaar in sorted(int(naam[1]) for naam in gevonden if naam)}


def _bestanden(uit: Path, kader: Kader, nieuw: Mapping[Path, bytes]) -> dict[str, set[str]]:
    """The names of the files in the folder of every area, with those that come there."""
    namen = {g.slug: {pad.name for pad in (uit / g.slug).glob("*.*") if pad.is_file()} for g in kader.gebieden}
    for pad in nieuw:
        if pad.parent.parent == uit and pad.parent.name in namen:
            namen[pad.parent.name].add(pad.name)
    return namen
