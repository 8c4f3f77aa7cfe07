"""Arches around each other, the first inside: only their names, so that they can be read from a distance."""

from __future__ import annotations

from math import sqrt
from typing import Final

from gebiedsplan.document import Picture
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, line_height
from gebiedsplan.plan.grafiek import Bogen

MIDDEN: Final = BREEDTE / 2
# How much wider than high the arches are: on paper a half circle takes too much of a page.
BREDER: Final = 1.35
RAND: Final = 1.0
AROUND_TEXT: Final = 3.0
# The innermost is a half disc, where words find less room than in an arch.
BINNENSTE: Final = 1.6
# From inside to outside, how much of the accent is in the colour of an arch; the ink can be read on each.
LICHTST, DONKERST = 0.08, 0.38


def draw_bogen(bogen: Bogen, stijl: Stijl) -> Picture:
    """Draw every arch with its name in the middle of it, from the outside to the inside."""
    buitenste = (MIDDEN - RAND) / BREDER
    dikte = buitenste / (len(bogen.namen) - 1 + BINNENSTE)
    bottom = buitenste + 2 * RAND
    vel = Vel(stijl)
    for plaats, naam in reversed(tuple(enumerate(bogen.namen))):
        hoogte = dikte * (plaats + BINNENSTE)
        tint = _tint(stijl, LICHTST + (DONKERST - LICHTST) * plaats / max(len(bogen.namen) - 1, 1))
        vel.arch(MIDDEN, bottom, (hoogte * BREDER, hoogte), fill=tint, edge=stijl.accent, gid=f"boog-{plaats}")
        midden = bottom - (hoogte - dikte / 2 if plaats else hoogte * 0.45)
        regels = stijl.wrap(naam, _ruimte(hoogte, bottom - midden, stijl), stijl.gewoon, bold=True)
        vel.lines_of_text(MIDDEN, midden, regels, color=stijl.inkt, bold=True, align="center")
    breed = buitenste * BREDER
    vel.line(((MIDDEN - breed, bottom), (MIDDEN + breed, bottom)), color=stijl.accent, width=1.2, gid="grond")
    return vel.picture(bogen.basis.id, bottom + RAND)


def _ruimte(hoogte: float, op: float, stijl: Stijl) -> float:
    """How wide words may be at ``op`` above the ground in an arch of this height, with a second line above them."""
    boven = min(op + line_height(stijl.gewoon), hoogte * 0.98)
    return max(2 * hoogte * BREDER * sqrt(1 - (boven / hoogte) ** 2) - 2 * AROUND_TEXT, 12.0)


def _tint(stijl: Stijl, deel: float) -> str:
    """The colour of paper with a share of the accent in it."""
    papier, accent = (tuple(int(kleur[i : i + 2], 16) for i in (1, 3, 5)) for kleur in (stijl.papier, stijl.accent))
    return "#" + "".join(f"{round(p + (a - p) * deel):02x}" for p, a in zip(papier, accent, strict=True))
