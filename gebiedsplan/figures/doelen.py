"""A bullet chart of goals: every goal on its way from nulmeting to goal, all ways as long, each with its own numbers.

To the right is towards the goal, also where less is better: the words at both ends say from what to what.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from gebiedsplan.document import Picture
from gebiedsplan.figures.legenda import MARK_RADIUS, Teken, Uitleg, draw_legend, vorm
from gebiedsplan.figures.schaal import Schaal
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, Vorm, line_height
from gebiedsplan.plan.grafiek import Doelenkaart, DoelRij, Stap, Woord

# Where the columns stand, in millimetres: names, the nulmeting (to its right edge), the way, the goal, the verdict.
LABEL: Final = 45.0
BEGIN: Final = (47.0, 67.0)
WAY: Final = (70.0, 106.0)
GOAL: Final = (109.0, 130.0)
VERDICT: Final = (133.0, BREEDTE)
AFTER_MARK: Final = 3.0

GROUP_HEIGHT: Final = 6.0
GROUP_RULE: Final = 0.5
ROW_PADDING: Final = 1.6
BAND: Final = 3.6
BAR: Final = 1.6
GOAL_TICK: Final = 5.0
RADIUS: Final = 1.1
SAMPLE: Final = 7.0
# How far beside the way a measurement can be drawn, as a share of it; what lies further stands at the edge.
BEYOND: Final = 0.2
VOORBEELD: Final = "open teken: voorbeeldcijfer, geen echt cijfer"
KOPPEN: Final = ("Nulmeting", "Doel", "Op koers?")


class Mark(NamedTuple):
    """How a verdict looks."""

    vorm: Vorm
    color: str


class Row(NamedTuple):
    """A goal with its texts in lines."""

    rij: DoelRij
    groep: str
    label: tuple[str, ...]
    begin: tuple[str, ...]
    streef: tuple[str, ...]
    oordeel: tuple[str, ...]
    height: float


def draw_doelen(kaart: Doelenkaart, stijl: Stijl) -> Picture:
    """Draw the goals under the names of their speerpunten."""
    rows = tuple(_rows(kaart, stijl))
    schaal = Schaal(-BEYOND, 1 + BEYOND, *WAY)
    vel = Vel(stijl)
    y = _draw_header(vel, schaal)
    for number, row in enumerate(rows):
        if row.groep:
            y = _draw_group(vel, row.groep, y)
        _draw_row(vel, schaal, row, y + row.height / 2, number)
        y += row.height
    bottom = draw_legend(vel, y + 2, tuple(_legend(kaart, stijl)))
    return vel.picture(kaart.basis.id, bottom + 0.5)


def mark_of(woord: Woord, stijl: Stijl) -> Mark:
    """How a verdict looks: a shape of its own beside a colour."""
    marks: dict[Woord, Mark] = {
        "bereikt": Mark("vierkant", stijl.gunstiger),
        "op koers": Mark("op", stijl.gunstiger),
        "onzeker": Mark("stip", stijl.accent),
        "niet op koers": Mark("neer", stijl.minder_gunstig),
        "niet bereikt": Mark("ruit", stijl.minder_gunstig),
    }
    return marks.get(woord, Mark("stip", stijl.gedempt))


def _rows(kaart: Doelenkaart, stijl: Stijl) -> Iterator[Row]:
    for groep in kaart.groepen:
        for number, rij in enumerate(groep.rijen):
            label = stijl.wrap(rij.label, LABEL, stijl.gewoon)
            begin = stijl.wrap(rij.begin, BEGIN[1] - BEGIN[0], stijl.klein)
            streef = stijl.wrap(rij.streef, GOAL[1] - GOAL[0], stijl.klein)
            oordeel = stijl.wrap(rij.oordeel, VERDICT[1] - VERDICT[0] - AFTER_MARK, stijl.klein)
            heights = [
                line_height(stijl.gewoon) * len(label),
                line_height(stijl.klein) * max(len(begin), len(streef), len(oordeel)),
                # The number of the last measurement stands above its bar.
                line_height(stijl.klein) + GOAL_TICK if rij.stappen else GOAL_TICK,
            ]
            yield Row(rij, "" if number else groep.naam, label, begin, streef, oordeel, max(heights) + ROW_PADDING)


def _draw_header(vel: Vel, schaal: Schaal) -> float:
    stijl = vel.stijl
    y = line_height(stijl.klein) / 2
    begin, goal, verdict = KOPPEN
    vel.text(BEGIN[1], y, begin, color=stijl.gedempt, size=stijl.klein, align="right")
    vel.text(GOAL[0], y, goal, color=stijl.gedempt, size=stijl.klein)
    vel.text(VERDICT[0], y, verdict, color=stijl.gedempt, size=stijl.klein)
    words = "naar het doel"
    middle = (schaal.plek(0) + schaal.plek(1)) / 2
    vel.text(middle - 1.5, y, words, color=stijl.gedempt, size=stijl.klein, align="center")
    vel.mark("rechts", middle + stijl.width_mm(words, stijl.klein) / 2 + 0.8, y, 0.9, fill=stijl.gedempt, edge="none")
    return line_height(stijl.klein)


def _draw_group(vel: Vel, naam: str, top: float) -> float:
    lines = vel.stijl.wrap(naam, BREEDTE, vel.stijl.gewoon, bold=True)
    height = GROUP_HEIGHT + line_height(vel.stijl.gewoon) * (len(lines) - 1)
    rule = top + height - GROUP_RULE
    middle = rule - 0.5 - line_height(vel.stijl.gewoon) * len(lines) / 2
    vel.lines_of_text(0, middle, lines, color=vel.stijl.inkt, bold=True)
    vel.line(((0, rule), (BREEDTE, rule)), color=vel.stijl.lijn, width=0.6)
    return top + height


def _draw_row(vel: Vel, schaal: Schaal, row: Row, y: float, number: int) -> None:
    stijl, rij = vel.stijl, row.rij
    mark = mark_of(rij.woord, stijl)
    vel.lines_of_text(0, y, row.label, color=stijl.inkt)
    vel.lines_of_text(BEGIN[1], y, row.begin, color=stijl.gedempt, size=stijl.klein, align="right")
    vel.lines_of_text(GOAL[0], y, row.streef, color=stijl.inkt, size=stijl.klein)
    vel.lines_of_text(VERDICT[0] + AFTER_MARK, y, row.oordeel, color=mark.color, size=stijl.klein, bold=True)
    _draw_mark(vel, VERDICT[0] + RADIUS, y, mark, rij, f"oordeel-{number}")
    if rij.weg:
        # The bar stands a little lower where a number stands above it.
        _draw_way(vel, schaal, rij, y + (line_height(stijl.klein) / 2 if rij.stappen else 0), mark, number)


def _draw_mark(vel: Vel, x: float, y: float, mark: Mark, rij: DoelRij, gid: str) -> None:
    """A verdict; open where the figure is made up or nothing was measured."""
    open_mark = rij.voorbeeld or not rij.stappen
    vel.mark(mark.vorm, x, y, RADIUS, fill=vel.stijl.papier if open_mark else mark.color, edge=mark.color, gid=gid)


def _draw_way(vel: Vel, schaal: Schaal, rij: DoelRij, y: float, mark: Mark, number: int) -> None:
    """From the nulmeting (a small stroke) to the goal (a heavy one), with where it should be and where it is."""
    stijl = vel.stijl
    begin, goal = schaal.plek(0), schaal.plek(1)
    if rij.lijn is not None:
        vel.rectangle(begin, schaal.plek(rij.lijn), y, BAND, fill=stijl.vlak, gid=f"band-{number}")
    vel.line(((begin, y), (goal, y)), color=stijl.gedempt, width=0.6, gid=f"weg-{number}")
    if rij.lijn is not None:
        vel.ticks([schaal.plek(rij.lijn)], y, BAND, color=stijl.gedempt, width=1.0, gid=f"lijn-{number}")
    vel.ticks([begin], y, BAND, color=stijl.gedempt, width=1.0, gid=f"begin-{number}")
    vel.ticks([goal], y, GOAL_TICK, color=stijl.inkt, width=2.4, gid=f"doel-{number}")
    if not rij.stappen:
        return
    *earlier, last = rij.stappen
    x = _place(schaal, last)
    vel.rectangle(min(begin, x), max(begin, x), y, BAR, fill=mark.color, gid=f"balk-{number}")
    vel.ticks([_place(schaal, stap) for stap in earlier], y, BAND, color=mark.color, gid=f"eerder-{number}")
    vel.mark(mark.vorm, x, y, RADIUS, fill=stijl.papier, edge=stijl.papier, width=2.2)
    _draw_mark(vel, x, y, mark, rij, f"laatste-{number}")
    if not schaal.binnen(last.deel):
        outward: Vorm = "rechts" if last.deel > 1 else "links"
        vel.mark(outward, x + (2.2 if last.deel > 1 else -2.2), y, 0.8, fill=mark.color, edge="none")
    half = stijl.width_mm(last.tekst, stijl.klein, bold=True) / 2
    middle = min(max(x, BEGIN[1] + 1 + half), GOAL[0] - 1 - half)
    above = y - GOAL_TICK / 2 - line_height(stijl.klein) / 2 + 0.3
    vel.text(middle, above, last.tekst, color=mark.color, size=stijl.klein, bold=True, align="center")


def _place(schaal: Schaal, stap: Stap) -> float:
    """Where a measurement stands; at the edge when it lies too far beside the way."""
    return schaal.plek(min(max(stap.deel, schaal.laag), schaal.hoog))


def _legend(kaart: Doelenkaart, stijl: Stijl) -> Iterator[Uitleg]:
    """Explain what is in this chart."""
    gemeten = [rij for rij in kaart.rijen if rij.stappen]
    for woord in dict.fromkeys(rij.woord for rij in gemeten):
        mark = mark_of(woord, stijl)
        yield Uitleg(f"laatste meting: {woord}", vorm(mark.vorm, fill=mark.color))
    if any(rij.lijn is not None for rij in gemeten):
        yield Uitleg("tot waar het dan moet zijn (rechte lijn van nulmeting naar doel)", _band_sample, SAMPLE)
    if any(len(rij.stappen) > 1 for rij in gemeten):
        yield Uitleg("eerdere meting", _tick_sample(stijl.accent, 0.8), 1.2)
    yield Uitleg("doel", _tick_sample(stijl.inkt, 2.4), 1.2)
    if any(rij.voorbeeld for rij in gemeten):
        yield Uitleg(VOORBEELD, vorm("stip", fill=stijl.papier, edge=stijl.accent))


def _band_sample(vel: Vel, x: float, y: float) -> None:
    half = SAMPLE / 2 - 0.4
    vel.rectangle(x - half, x + half, y, 2 * MARK_RADIUS, fill=vel.stijl.vlak)
    vel.ticks([x + half], y, 2 * MARK_RADIUS, color=vel.stijl.gedempt, width=1.0)


def _tick_sample(color: str, width: float) -> Teken:
    def draw(vel: Vel, x: float, y: float) -> None:
        vel.ticks([x], y, 2.4 * MARK_RADIUS, color=color, width=width)

    return draw
