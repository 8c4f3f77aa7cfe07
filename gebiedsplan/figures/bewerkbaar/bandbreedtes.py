"""What prevention may cost or save, as two bars for each question: the low and the high estimate."""

from __future__ import annotations

from gebiedsplan.chart import Axis, Chart, Look, Series
from gebiedsplan.figures.bandbreedtes import EENHEID
from gebiedsplan.figures.bewerkbaar.opmaak import (
    GETAL,
    VOORBEELD,
    bars_height,
    hexadecimal,
    label_room,
    legend_height,
    lettering,
    named,
    number_format,
    precise,
    reasons,
    round_up,
    rounded,
)
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE
from gebiedsplan.plan.grafiek import Bandbreedterij, Bandbreedtes

LAAG, HOOG = "Lage schatting", "Hoge schatting"
TITEL = f"{EENHEID}; onder nul kost het meer dan maatwerk"


def describe_bandbreedtes(bandbreedtes: Bandbreedtes, stijl: Stijl) -> Chart:
    """For each question the low and the high estimate, from zero; below zero it costs more than maatwerk."""
    rijen = bandbreedtes.rijen
    bekend = [waarde for rij in rijen for waarde in (rij.laag, rij.hoog) if waarde is not None]
    reach = max((abs(waarde) for waarde in bekend), default=0.0) or 1.0
    room = 1 + label_room(stijl, ["-100.000"])
    edge, paper = hexadecimal(stijl.gedempt), hexadecimal(stijl.papier)
    return Chart(
        kind="bars",
        heading="Hulpvraag",
        categories=tuple(_name(rij) for rij in rijen),
        series=tuple(
            Series(
                naam,
                tuple(rounded(GETAL, waarde) for waarde in waarden),
                look,
                number_format(GETAL),
                reasons=reasons(waarden, teksten),
            )
            for naam, waarden, teksten, look in (
                (LAAG, [rij.laag for rij in rijen], [rij.laag_tekst for rij in rijen], Look(edge, "open", paper)),
                (
                    HOOG,
                    [rij.hoog for rij in rijen],
                    [rij.hoog_tekst for rij in rijen],
                    Look(hexadecimal(stijl.accent), bold=True),
                ),
            )
        ),
        along=Axis(
            -round_up(reach * room) if min(bekend, default=0.0) < 0 else 0, round_up(reach * room), 0, "", TITEL
        ),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=bars_height(len(rijen), 2) + legend_height(stijl, (LAAG, HOOG)),
        precision=precise(GETAL),
    )


def _name(rij: Bandbreedterij) -> str:
    label = f"{rij.label}{VOORBEELD}" if rij.voorbeeld else rij.label
    return named(label, rij.laag, rij.laag_tekst)
