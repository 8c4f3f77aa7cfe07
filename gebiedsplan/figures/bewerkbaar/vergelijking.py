"""One indicator over all areas, as one series of bars."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from gebiedsplan.chart import Axis, Chart, Look, Point, Series
from gebiedsplan.figures.bewerkbaar.kernbeeld import TEKENS
from gebiedsplan.figures.bewerkbaar.opmaak import (
    TITLE_LINE,
    VOORBEELD,
    bars_height,
    hexadecimal,
    label_room,
    lettering,
    named,
    number_format,
    precise,
    reasons,
    round_up,
    rounded,
)
from gebiedsplan.figures.kernbeeld import mark_of
from gebiedsplan.figures.stijl import Stijl
from gebiedsplan.figures.vel import BREEDTE
from gebiedsplan.figures.vergelijking import INTERVAL
from gebiedsplan.plan.grafiek import Notatie, Staaf, Vergelijking


def describe_vergelijking(vergelijking: Vergelijking, stijl: Stijl) -> Chart:
    """One series, as the table behind it; the reference is its last bar, because a lying bar chart knows no lines."""
    notatie = vergelijking.notatie
    staven = (*vergelijking.staven, *_reference_bar(vergelijking))
    reach = max([*(max(s.waarde or 0.0, s.boven or 0.0) for s in staven), 0.0]) or 1.0
    bounds = tuple(_bounds(s, notatie) for s in staven)
    uncertain = any(bounds)
    title = _title(vergelijking, stijl, uncertain)
    room = 0.05 if uncertain else label_room(stijl, [_written(s) for s in staven])
    series = Series(
        name=vergelijking.eenheid,
        values=tuple(rounded(notatie, s.waarde) for s in staven),
        look=_bar_look(staven[0], stijl),
        labels=number_format(notatie),
        points=tuple(_point(number, s, notatie, stijl, uncertain) for number, s in enumerate(staven)),
        bounds=bounds if uncertain else (),
        reasons=reasons([s.waarde for s in staven], [s.tekst for s in staven]),
    )
    return Chart(
        kind="bars",
        heading="Gebied",
        categories=tuple(named(s.label, s.waarde, s.tekst) for s in staven),
        series=(series,),
        along=Axis(0, round_up(reach * (1 + room)), 0, "", "\n".join(title)),
        lettering=lettering(stijl),
        width_mm=BREEDTE,
        height_mm=bars_height(len(staven), 1) + TITLE_LINE * (len(title) - 1),
        precision=precise(notatie),
    )


def _reference_bar(vergelijking: Vergelijking) -> Iterable[Staaf]:
    if vergelijking.referentie is not None:
        waarde, naam = vergelijking.referentie
        yield Staaf(naam, waarde, "", "referentie", None, None, voorbeeld=False)


def _title(vergelijking: Vergelijking, stijl: Stijl, uncertain: bool) -> tuple[str, ...]:
    """What is measured and what the signs mean, a line each."""
    seen = {staaf.oordeel for staaf in vergelijking.staven if staaf.waarde is not None}
    signs = (
        f"{TEKENS[mark_of(oordeel, stijl).vorm]} {text}" for oordeel, text in vergelijking.legenda if oordeel in seen
    )
    return (vergelijking.eenheid, *signs, *((INTERVAL,) if uncertain else ()))


def _written(staaf: Staaf) -> str:
    return f"{staaf.tekst}{VOORBEELD}" if staaf.voorbeeld else staaf.tekst


def _point(number: int, staaf: Staaf, notatie: Notatie, stijl: Stijl, uncertain: bool) -> Point:
    """A bar; its label stands at its end, or on its base when there is a whisker at its end."""
    sign = f"{TEKENS[mark_of(staaf.oordeel, stijl).vorm]} " if staaf.oordeel else ""
    labels = number_format(notatie, sign, VOORBEELD if staaf.voorbeeld else "")
    return Point(number, _bar_look(staaf, stijl), labels, "base" if uncertain else "end")


def _bar_look(staaf: Staaf, stijl: Stijl) -> Look:
    if staaf.rol == "referentie":
        return Look(hexadecimal(stijl.inkt), "open", hexadecimal(stijl.vlak))
    own = staaf.rol == "eigen"
    color = mark_of(staaf.oordeel, stijl).color if staaf.oordeel else stijl.accent if own else stijl.grijs
    fill: Literal["striped", "solid"] = "striped" if staaf.voorbeeld else "solid"
    return Look(hexadecimal(color), fill, hexadecimal(stijl.papier), bold=own)


def _bounds(staaf: Staaf, notatie: Notatie) -> tuple[float, float] | None:
    if staaf.waarde is None or staaf.onder is None or staaf.boven is None:
        return None
    return notatie.getal(staaf.onder), notatie.getal(staaf.boven)
