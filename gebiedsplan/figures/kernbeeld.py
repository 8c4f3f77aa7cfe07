"""The spine chart: every indicator of one area against a reference, on one scale of percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from gebiedsplan.document import Picture
from gebiedsplan.figures.kolommen import Kolommen, draw_header, draw_row, lay_out
from gebiedsplan.figures.legenda import MARK_RADIUS, Uitleg, draw_legend, vorm
from gebiedsplan.figures.schaal import Schaal, number, round_step
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE, Vel, Vorm, line_height
from gebiedsplan.plan.grafiek import Kernbeeld, KernbeeldRij, Oordeel

GROUP_HEIGHT: Final = 6.0
GROUP_RULE: Final = 0.5
EDGE: Final = 4.0  # room beside the scale for a mark that falls outside it
BAR_HEIGHT: Final = 2.4
OWN_RADIUS: Final = 1.1
COUNTRY_RADIUS: Final = 1.15
ARROW_RADIUS: Final = 0.8
RANGE_SAMPLE: Final = 7.0
GEMEENTE_HEIGHT: Final = 3.4
GEMEENTE_SAMPLE: Final = 1.2
SMALLEST_LIMIT: Final = 2.0
UNFAVOURABLE: Final = "minder gunstig"
FAVOURABLE: Final = "gunstiger"
VOORBEELD: Final = "vb"


class Mark(NamedTuple):
    """How the own value looks."""

    vorm: Vorm
    color: str


def draw_kernbeeld(kernbeeld: Kernbeeld, stijl: Stijl) -> Picture:
    """Draw the rows under their headings, with values in columns and marks along the spine."""
    rijen = tuple(rij for groep in kernbeeld.groepen for rij in groep.rijen)
    kolommen = lay_out(
        stijl,
        [rij.label for rij in rijen],
        [kernbeeld.eigen_naam, kernbeeld.referentie_naam, kernbeeld.land_naam],
        [(rij.eigen_tekst, rij.referentie_tekst, rij.land_tekst) for rij in rijen],
    )
    limit = _limit(kernbeeld, rijen)
    schaal = Schaal(-limit, limit, kolommen.einde + EDGE, BREEDTE - EDGE)
    vel = Vel(stijl)
    top = _draw_header(vel, kernbeeld, kolommen, schaal)
    places = tuple(_places(kernbeeld, kolommen, top))
    bottom = places[-1].bottom if places else top
    for place, rij in zip(places, rijen, strict=True):
        _draw_group(vel, place)
        _draw_text(vel, kolommen, rij, place)
        _draw_range(vel, schaal, rij, place)
    middle = schaal.plek(0)
    vel.line(((middle, top), (middle, bottom)), color=stijl.gedempt, width=1.0, gid="referentielijn")
    for place, rij in zip(places, rijen, strict=True):
        _draw_country(vel, schaal, rij, place)
        _draw_gemeente(vel, schaal, rij, place)
        _draw_own(vel, schaal, rij, place)
    bottom = _draw_axis(vel, schaal, bottom)
    bottom = draw_legend(vel, bottom + 2, tuple(_legend(kernbeeld, rijen, schaal, stijl)))
    return vel.picture(kernbeeld.basis.id, bottom + 0.5)


class Place(NamedTuple):
    """Where a row stands, in millimetres; ``groep`` is the heading above it, if it is the first of its group."""

    row: int
    groep: str
    top: float
    middle: float
    bottom: float


def _places(kernbeeld: Kernbeeld, kolommen: Kolommen, top: float) -> Iterator[Place]:
    row = 0
    for groep in kernbeeld.groepen:
        for number_in_group in range(len(groep.rijen)):
            first = number_in_group == 0
            start = top + (GROUP_HEIGHT if first else 0)
            height = kolommen.rij_hoogten[row]
            yield Place(row, groep.naam if first else "", start, start + height / 2, start + height)
            top = start + height
            row += 1


def _limit(kernbeeld: Kernbeeld, rijen: tuple[KernbeeldRij, ...]) -> float:
    """Half the width of the scale: the areas decide, so that a far country does not squeeze them."""
    distances = [abs(value) for rij in rijen for value in (*rij.anderen, rij.eigen) if value is not None]
    return max([*distances, SMALLEST_LIMIT, 2 * kernbeeld.grens])


def _draw_header(vel: Vel, kernbeeld: Kernbeeld, kolommen: Kolommen, schaal: Schaal) -> float:
    """Draw the column names and what left and right mean; the reference between those, or above when too long."""
    stijl = vel.stijl
    step = line_height(stijl.gewoon)
    room = 2 * (schaal.plek(0) - schaal.begin - stijl.width_mm(UNFAVOURABLE, stijl.klein) - EDGE / 2)
    naam = kernbeeld.referentie_naam
    beside = stijl.width_mm(naam, stijl.klein) <= room
    lines = (naam,) if beside else stijl.wrap(naam, schaal.einde - schaal.begin, stijl.klein)
    above = 0.0 if beside else step
    bottom = max(kolommen.kop_hoogte, step * len(lines) + above)
    draw_header(vel, kolommen, bottom)
    middle = bottom - above - step * len(lines) / 2
    vel.lines_of_text(schaal.plek(0), middle, lines, color=stijl.inkt, size=stijl.klein, align="center")
    y = bottom - step / 2
    vel.mark("links", schaal.begin - EDGE / 2, y, 0.9, fill=stijl.gedempt, edge="none")
    vel.text(schaal.begin, y, UNFAVOURABLE, color=stijl.gedempt, size=stijl.klein)
    vel.text(schaal.einde, y, FAVOURABLE, color=stijl.gedempt, size=stijl.klein, align="right")
    vel.mark("rechts", schaal.einde + EDGE / 2, y, 0.9, fill=stijl.gedempt, edge="none")
    return bottom + 0.6


def _draw_group(vel: Vel, place: Place) -> None:
    if not place.groep:
        return
    rule = place.top - GROUP_RULE
    vel.text(0, rule - 2.6, place.groep, color=vel.stijl.inkt, bold=True)
    vel.line(((0, rule), (BREEDTE, rule)), color=vel.stijl.lijn, width=0.6)


def _draw_text(vel: Vel, kolommen: Kolommen, rij: KernbeeldRij, place: Place) -> None:
    stijl = vel.stijl
    color = mark_of(rij.oordeel, stijl).color
    draw_row(vel, kolommen, place.row, place.middle, own_color=stijl.inkt if color == stijl.accent else color)
    if rij.voorbeeld and rij.eigen is not None:
        x = kolommen.waarden[0].rechts + 0.6
        vel.text(x, place.middle, VOORBEELD, color=stijl.gedempt, size=stijl.klein)


def _draw_range(vel: Vel, schaal: Schaal, rij: KernbeeldRij, place: Place) -> None:
    """From the lowest to the highest area, with a stroke for each other area."""
    stijl = vel.stijl
    known = [*rij.anderen, *(() if rij.eigen is None else (rij.eigen,))]
    if known:
        ends = schaal.plek(min(known)), schaal.plek(max(known))
        vel.rectangle(*ends, place.middle, BAR_HEIGHT, fill=stijl.vlak, gid=f"bereik-{place.row}")
    vel.ticks(map(schaal.plek, rij.anderen), place.middle, BAR_HEIGHT, color=stijl.grijs, gid=f"anderen-{place.row}")


def _draw_own(vel: Vel, schaal: Schaal, rij: KernbeeldRij, place: Place) -> None:
    """Draw the own value with a white edge around it; an example value is left open."""
    if rij.eigen is None:
        return
    papier = vel.stijl.papier
    shape, color = mark_of(rij.oordeel, vel.stijl)
    x, y, gid = schaal.plek(rij.eigen), place.middle, f"eigen-{place.row}"
    vel.mark(shape, x, y, OWN_RADIUS, fill=papier, edge=papier, width=2.6)
    vel.mark(shape, x, y, OWN_RADIUS, fill=papier if rij.voorbeeld else color, edge=color, gid=gid)


def _draw_country(vel: Vel, schaal: Schaal, rij: KernbeeldRij, place: Place) -> None:
    """Draw the country as a diamond; outside the scale it stands at the edge with an arrow."""
    if rij.land is None:
        return
    stijl, y, gid = vel.stijl, place.middle, f"land-{place.row}"
    if schaal.binnen(rij.land):
        vel.mark("ruit", schaal.plek(rij.land), y, COUNTRY_RADIUS, fill=stijl.papier, edge=stijl.gedempt, gid=gid)
        return
    edge, outward = (schaal.einde, 1) if rij.land > 0 else (schaal.begin, -1)
    x = edge + outward * 0.8
    vel.mark("ruit", x, y, COUNTRY_RADIUS, fill=stijl.papier, edge=stijl.gedempt, gid=gid)
    arrow: Vorm = "rechts" if outward > 0 else "links"
    vel.mark(arrow, x + outward * 2.4, y, ARROW_RADIUS, fill=stijl.gedempt, edge="none", gid=f"{gid}-buiten")


def _draw_gemeente(vel: Vel, schaal: Schaal, rij: KernbeeldRij, place: Place) -> None:
    """Draw the gemeente the area lies in as a long stroke; as an average of areas it is on the scale."""
    if rij.gemeente is not None:
        _gemeente_stroke(vel, schaal.plek(rij.gemeente), place.middle, gid=f"gemeente-{place.row}")


def _gemeente_stroke(vel: Vel, x: float, y: float, *, gid: str = "") -> None:
    vel.ticks([x], y, GEMEENTE_HEIGHT, color=vel.stijl.gedempt, width=1.4, gid=gid)


def _draw_axis(vel: Vel, schaal: Schaal, top: float) -> float:
    """The size of a difference, without a sign: left is always unfavourable."""
    stijl = vel.stijl
    step = round_step(schaal.hoog, 2)
    steps = int(schaal.hoog / step + 1e-9)
    y = top + line_height(stijl.klein) / 2 + 1.2
    for multiple in range(-steps, steps + 1):
        x = schaal.plek(multiple * step)
        vel.ticks([x], top + 0.5, 1.0, color=stijl.grijs, width=0.6)
        vel.text(x, y, number(abs(multiple) * step), color=stijl.gedempt, size=stijl.klein, align="center")
    vel.text(schaal.begin - EDGE, y, "verschil in procentpunten", color=stijl.gedempt, size=stijl.klein, align="right")
    return y + line_height(stijl.klein) / 2


def mark_of(oordeel: Oordeel, stijl: Stijl) -> Mark:
    """How the own value looks with this verdict."""
    marks: dict[Oordeel, Mark] = {
        "gunstiger": Mark("op", stijl.gunstiger),
        "minder gunstig": Mark("neer", stijl.minder_gunstig),
        "geen duidelijk verschil": Mark("stip", stijl.accent),
        "geen richting": Mark("vierkant", stijl.inkt),
    }
    return marks[oordeel]


def meanings(kernbeeld: Kernbeeld) -> Mapping[Oordeel, str]:
    """What the verdicts in this chart mean, and always from where a difference counts."""
    tested = ", of niet aantoonbaar" if kernbeeld.getoetst else "; niet getoetst"
    texts: dict[Oordeel, str] = {
        "gunstiger": f"gunstiger dan {kernbeeld.referentie_naam}",
        "minder gunstig": f"minder gunstig dan {kernbeeld.referentie_naam}",
        "geen richting": "zonder oordeel (rechts is meer)",
        "geen duidelijk verschil": (
            f"geen duidelijk verschil (minder dan {number(kernbeeld.grens)} procentpunt{tested})"
        ),
    }
    known = (rij for groep in kernbeeld.groepen for rij in groep.rijen if rij.eigen is not None)
    seen = {rij.oordeel for rij in known} | {"geen duidelijk verschil"}
    return {oordeel: text for oordeel, text in texts.items() if oordeel in seen}


def _legend(kernbeeld: Kernbeeld, rijen: Sequence[KernbeeldRij], schaal: Schaal, stijl: Stijl) -> Iterator[Uitleg]:
    """Explain what is in this chart."""
    known = [rij for rij in rijen if rij.eigen is not None]
    for oordeel, text in meanings(kernbeeld).items():
        shape, color = mark_of(oordeel, stijl)
        yield Uitleg(text, vorm(shape, fill=color))
    if any(rij.gemeente is not None for rij in rijen):
        yield Uitleg(kernbeeld.gemeente_naam, _gemeente_stroke, GEMEENTE_SAMPLE)
    countries = [rij.land for rij in rijen if rij.land is not None]
    if countries:
        outside = any(not schaal.binnen(land) for land in countries)
        text = f"{kernbeeld.land_naam} (pijltje: buiten de schaal)" if outside else kernbeeld.land_naam
        yield Uitleg(text, vorm("ruit", fill=stijl.papier, edge=stijl.gedempt))
    if any(rij.anderen for rij in rijen):
        yield Uitleg("alle gebieden", _range_sample, RANGE_SAMPLE)
    if any(rij.voorbeeld for rij in known):
        open_mark = vorm("stip", fill=stijl.papier, edge=stijl.accent)
        yield Uitleg(f"{VOORBEELD} en open teken: voorbeeldcijfer, geen echt cijfer", open_mark)


def _range_sample(vel: Vel, x: float, y: float) -> None:
    half = RANGE_SAMPLE / 2 - 0.4
    vel.rectangle(x - half, x + half, y, 2 * MARK_RADIUS, fill=vel.stijl.vlak)
    vel.ticks((x - half, x - half / 4, x + half), y, 2 * MARK_RADIUS, color=vel.stijl.grijs)
