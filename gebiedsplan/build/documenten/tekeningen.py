"""The drawings of a plan. One that was drawn before, of the same chart in the same style, is taken from where it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gebiedsplan.build import afdruk, stand
from gebiedsplan.build.stand import Tekening
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.document import Picture
from gebiedsplan.huisstijl.model import Huisstijl

if TYPE_CHECKING:
    from gebiedsplan.plan.grafiek import Grafiek


def teken(
    plaats: Werkplaats, map_: Path, grafieken: Iterable[Grafiek]
) -> tuple[dict[str, Picture], dict[str, Tekening]]:
    """The drawing of every chart by its id, and what of it is to be remembered; ``map_`` is where they are kept."""
    platen: dict[str, Picture] = {}
    onthouden: dict[str, Tekening] = {}
    stijl = _van_stijl(plaats.huisstijl)
    for grafiek in grafieken:
        id_ = grafiek.basis.id
        som = afdruk.van(afdruk.programma(), stijl, grafiek)
        plaat = _bewaard(plaats, map_, id_, som) or _getekend(grafiek, plaats.huisstijl)
        if plaats.opties.bewerkbare_grafieken and not plaat.chart:
            plaat = _met_gegevens(plaat, grafiek, plaats.huisstijl)
        platen[id_] = plaat
        onthouden[id_] = Tekening(som, plaat.width_mm, plaat.height_mm)
    return platen, onthouden


def _bewaard(plaats: Werkplaats, map_: Path, id_: str, som: str) -> Picture | None:
    """The drawing as it was written, if it is of the same chart and nobody touched it."""
    bekend = plaats.vorige.tekeningen.get(id_) if plaats.vorige else None
    if bekend is None or bekend.afdruk != som:
        return None
    svg, png = (_ongerept(plaats, _pad(map_, id_, soort)) for soort in ("svg", "png"))
    return Picture(svg, png, bekend.breedte_mm, bekend.hoogte_mm) if svg and png else None


def _ongerept(plaats: Werkplaats, pad: Path) -> bytes | None:
    """The content of a file that is as it was made."""
    try:
        inhoud = pad.read_bytes()
    except OSError:
        return None
    gemaakt = plaats.vorige.bestanden.get(stand.plaats(plaats.mappen.uit, pad)) if plaats.vorige else None
    return inhoud if afdruk.van(inhoud) == gemaakt else None


def bestanden(map_: Path, platen: Mapping[str, Picture]) -> dict[Path, bytes]:
    """Every drawing as the files it is kept in."""
    svg = {_pad(map_, id_, "svg"): plaat.svg for id_, plaat in platen.items()}
    return svg | {_pad(map_, id_, "png"): plaat.png for id_, plaat in platen.items()}


def _pad(map_: Path, id_: str, soort: str) -> Path:
    return map_ / f"{id_}.{soort}"


# Only who has something to draw waits for the library that draws.
def _getekend(grafiek: Grafiek, huisstijl: Huisstijl) -> Picture:
    from gebiedsplan import figures

    return figures.draw(grafiek, huisstijl)


def _met_gegevens(plaat: Picture, grafiek: Grafiek, huisstijl: Huisstijl) -> Picture:
    from gebiedsplan import figures

    return replace(plaat, chart=figures.as_data(grafiek, huisstijl))


@lru_cache(maxsize=8)
def _van_stijl(huisstijl: Huisstijl) -> str:
    """Of all in a style that a drawing shows."""
    maten = huisstijl.grafieken
    letters = (afdruk.van_bestand(maten.gewoon), afdruk.van_bestand(maten.vet))
    return afdruk.van(huisstijl.kleuren, maten.letters, maten.kleine_letters, maten.punten_per_inch, letters)
