"""What prevention may cost or save: a bar from the low to the high estimate, around a line where both are equal."""

from __future__ import annotations

from typing import Final

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import SLACK, Kolommen, draw_header, draw_row, lay_out
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, line_height
from gebiedsplan.plan.grafiek import Bandbreedterij, Bandbreedtes

ROW_MIN: Final = 8.0
BAR_HEIGHT: Final = 3.6
BESIDE_BAR: Final = 1.2
AROUND_ZERO: Final = 1.5
OMSLAG: Final = "Verdient zich terug vanaf"
MEER: Final = "meer kosten"
MINDER: Final = "minder kosten"
EENHEID: Final = "euro per jaar"
VOORBEELD: Final = "(voorbeeld)"


def draw_bandbreedtes(bandbreedtes: Bandbreedtes, stijl: Stijl) -> Picture:
    """Draw a row for each question: from which share it pays, and its range left and right of zero."""
    kolommen = lay_out(
        stijl,
        [f"{rij.label} {VOORBEELD}" if rij.voorbeeld else rij.label for rij in bandbreedtes.rijen],
        [OMSLAG],
        [[rij.omslag] for rij in bandbreedtes.rijen],
        row_min=ROW_MIN,
    )
    schaal = _schaal(bandbreedtes, stijl, kolommen)
    vel = Vel(stijl)
    top = max(kolommen.kop_hoogte, 2 * line_height(stijl.klein)) + 1
    draw_header(vel, kolommen, top - 1)
    _draw_sides(vel, schaal, top - 1)
    bottom = top + sum(kolommen.rij_hoogten)
    zero = schaal.plek(0)
    middles = []
    y = top
    for number, rij in enumerate(bandbreedtes.rijen):
        middles.append(y + kolommen.rij_hoogten[number] / 2)
        draw_row(vel, kolommen, number, middles[-1], own_color=stijl.inkt)
        _draw_range(vel, schaal, rij, middles[-1], number)
        y += kolommen.rij_hoogten[number]
    vel.line(((zero, top), (zero, bottom)), color=stijl.inkt, width=1.0, gid="nul")
    for rij, middle in zip(bandbreedtes.rijen, middles, strict=True):
        _draw_values(vel, schaal, rij, middle)
    return vel.picture(bandbreedtes.basis.id, bottom + 1)


def _schaal(bandbreedtes: Bandbreedtes, stijl: Stijl, kolommen: Kolommen) -> Schaal:
    """From the lowest to the highest outcome and zero, with room for the words on both sides of it."""
    uitkomsten = [0.0, *(w for rij in bandbreedtes.rijen for w in (rij.laag, rij.hoog) if w is not None)]
    laag, hoog = min(uitkomsten), max(uitkomsten)
    if laag == hoog:
        hoog = 1.0
    teksten = [
        stijl.width_mm(tekst, stijl.klein)
        for rij in bandbreedtes.rijen
        for tekst in (rij.laag_tekst, rij.hoog_tekst)
        if rij.laag is not None
    ]
    label = max(teksten, default=0.0) + BESIDE_BAR + SLACK
    links, rechts = kolommen.einde, BREEDTE - SLACK
    # Each side of zero is as wide as the words above it, also when nothing reaches there.
    kant = {laag: stijl.width_mm(MEER, stijl.klein), hoog: stijl.width_mm(MINDER, stijl.klein)}
    smalste = max(kant.values()) + AROUND_ZERO
    schaal = Schaal(laag, hoog, links + label, rechts - label)
    nul = min(max(schaal.plek(0), links + smalste), rechts - smalste)
    per_mm = max(
        -laag / max(nul - links - label, 1.0),
        hoog / max(rechts - label - nul, 1.0),
    )
    return Schaal(-per_mm * (nul - links), per_mm * (rechts - nul), links, rechts)


def _draw_sides(vel: Vel, schaal: Schaal, bottom: float) -> None:
    """What left and right of zero mean, above the rows, and in what is counted."""
    stijl, zero = vel.stijl, schaal.plek(0)
    step = line_height(stijl.klein)
    vel.text(schaal.einde, bottom - step * 1.5, EENHEID, color=stijl.gedempt, size=stijl.klein, align="right")
    y = bottom - step / 2
    vel.text(zero - AROUND_ZERO, y, MEER, color=stijl.minder_gunstig, size=stijl.klein, align="right")
    vel.text(zero + AROUND_ZERO, y, MINDER, color=stijl.gunstiger, size=stijl.klein)


def _draw_range(vel: Vel, schaal: Schaal, rij: Bandbreedterij, y: float, number: int) -> None:
    if rij.laag is None or rij.hoog is None:
        return
    stijl = vel.stijl
    for van, tot, color, kant in (
        (rij.laag, min(rij.hoog, 0.0), stijl.minder_gunstig, "meer"),
        (max(rij.laag, 0.0), rij.hoog, stijl.gunstiger, "minder"),
    ):
        if van < tot:
            fill = stijl.papier if rij.voorbeeld else color
            ends = schaal.plek(van), schaal.plek(tot)
            vel.rectangle(*ends, y, BAR_HEIGHT, fill=fill, edge=color, striped=rij.voorbeeld, gid=f"{kant}-{number}")
    # A range without width is still a place.
    vel.ticks((schaal.plek(rij.laag), schaal.plek(rij.hoog)), y, BAR_HEIGHT, color=stijl.inkt, gid=f"grenzen-{number}")


def _draw_values(vel: Vel, schaal: Schaal, rij: Bandbreedterij, y: float) -> None:
    """Both estimates beside their end of the bar, or why there are none; the line of zero stops behind the words."""
    stijl = vel.stijl
    if rij.laag is None or rij.hoog is None:
        vel.text(schaal.plek(0) + AROUND_ZERO, y, rij.laag_tekst, color=stijl.gedempt, size=stijl.klein)
        return
    begin = schaal.plek(rij.laag) - BESIDE_BAR - stijl.width_mm(rij.laag_tekst, stijl.klein)
    for x, tekst in ((begin, rij.laag_tekst), (schaal.plek(rij.hoog) + BESIDE_BAR, rij.hoog_tekst)):
        einde = x + stijl.width_mm(tekst, stijl.klein)
        vel.rectangle(x - 0.4, einde + 0.4, y, line_height(stijl.klein), fill=stijl.papier)
        vel.text(x, y, tekst, color=stijl.inkt, size=stijl.klein)
