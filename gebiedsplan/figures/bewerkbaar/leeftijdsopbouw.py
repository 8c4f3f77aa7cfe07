"""How old the inhabitants are, as a bar for each region."""

from __future__ import annotations

from gebiedsplan.chart import Axis, Chart, Look, Series
from gebiedsplan.figures.bewerkbaar.opmaak import (
    PROCENT,
    bars_height,
    hexadecimal,
    label_room,
    legend_height,
    lettering,
    number_format,
    other_looks,
    precise,
    reasons,
    round_up,
    rounded,
)
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE
from gebiedsplan.plan.grafiek import Leeftijdsopbouw


def describe_leeftijdsopbouw(opbouw: Leeftijdsopbouw, stijl: Stijl) -> Chart:
    """For each age group a bar for every region, in the order of the columns of the drawing."""
    shares = [share for groep in opbouw.groepen for share in groep.aandelen if share is not None]
    highest = round_up(max(shares, default=1.0) * (1 + label_room(stijl, ["100%"])))
    return Chart(
        kind="bars",
        heading="Leeftijd (% van de inwoners)",
        categories=tuple(groep.label for groep in opbouw.groepen),
        series=tuple(
            Series(
                name=regio,
                values=tuple(rounded(PROCENT, groep.aandelen[number]) for groep in opbouw.groepen),
                look=_region_look(number, stijl),
                labels=number_format(PROCENT),
                reasons=reasons(
                    [groep.aandelen[number] for groep in opbouw.groepen],
                    [groep.teksten[number] for groep in opbouw.groepen],
                ),
            )
            for number, regio in enumerate(opbouw.regios)
        ),
        along=Axis(0, highest, 0, "", "% van de inwoners"),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=bars_height(len(opbouw.groepen), len(opbouw.regios)) + legend_height(stijl, opbouw.regios),
        precision=precise(PROCENT),
    )


def _region_look(number: int, stijl: Stijl) -> Look:
    if number == 0:
        return Look(hexadecimal(stijl.accent), bold=True)
    return other_looks(stijl)[(number - 1) % len(other_looks(stijl))]
