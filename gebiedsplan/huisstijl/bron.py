"""Where a style comes from: the file of the gemeente, and for what that does not say the neutral one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gebiedsplan import toml
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.huisstijl.bestanden import vind

NEUTRAAL = "neutraal"
CODES = toml.Codes(
    onleesbaar="huisstijl-onleesbaar",
    sleutel_ontbreekt="huisstijl-sleutel-ontbreekt",
    sleutel_onbekend="huisstijl-sleutel-onbekend",
    waarde_verkeerd="huisstijl-waarde-verkeerd",
)

# In these blocks a gemeente may give some keys and leave the others to the neutral style. A logo comes whole:
# the words of one logo say nothing about another.
_AAN_TE_VULLEN = ("kleuren", "lettertype", "grafieken")


@dataclass(frozen=True, slots=True)
class Bron:
    """The TOML files of one style, what findings call them, and what they say together."""

    neutraal: toml.Bestand
    eigen: toml.Bestand | None

    @property
    def data(self) -> dict[str, Any]:
        """All keys: those of the gemeente, completed with the neutral ones."""
        if self.eigen is None:
            return dict(self.neutraal.data)
        return _aangevuld(self.eigen.data, self.neutraal.data)

    def zelf_gekozen(self, blok: str) -> Collection[str]:
        """The keys of a block that the gemeente gives itself."""
        keuzes = self.eigen.data.get(blok) if self.eigen else None
        return frozenset(keuzes) if isinstance(keuzes, dict) else frozenset()

    def bevindingen(self, missers: Iterable[toml.Misser]) -> tuple[Bevinding, ...]:
        """A finding for each of ``missers``, in the file that says what is wrong."""
        alle = tuple(missers)
        bestanden = (self.neutraal,) if self.eigen is None else (self.eigen, self.neutraal)
        return tuple(
            bevinding
            for bestand in bestanden
            for bevinding in toml.bevindingen([m for m in alle if self._bestand(m.pad) == bestand], bestand)
        )

    def _bestand(self, pad: toml.Pad) -> toml.Bestand:
        """The file that holds ``pad``; for a key that is missing, the one that comes nearest."""
        if self.eigen is None:
            return self.neutraal
        if pad[0] in self.eigen.data and pad[0] not in _AAN_TE_VULLEN:
            return self.eigen
        eigen, neutraal = _diep(self.eigen, pad), _diep(self.neutraal, pad)
        return self.eigen if eigen == len(pad) or eigen > neutraal else self.neutraal


def lees(mappen: Sequence[Path], gemeente: str) -> Bron:
    """The style of ``gemeente``: ``<gemeente>.toml`` where there is one, over neutraal.toml.

    Raises GebiedsplanFout with what is wrong in either when it is no TOML, or when there is no neutraal.toml.
    """
    if not any(map_.is_dir() for map_ in mappen):
        raise GebiedsplanFout([_map_ontbreekt(mappen[-1].as_posix())], exit_code=2)
    pad = vind(mappen, f"{NEUTRAAL}.toml")
    try:
        neutraal = toml.read(pad, pad.as_posix(), CODES)
    except FileNotFoundError:
        raise GebiedsplanFout([_ontbreekt(pad.as_posix())]) from None
    return Bron(neutraal, _eigen(vind(mappen, f"{gemeente}.toml")))


def _eigen(pad: Path) -> toml.Bestand | None:
    try:
        return toml.read(pad, pad.as_posix(), CODES)
    except FileNotFoundError:
        return None


def _aangevuld(eigen: Mapping[str, Any], neutraal: Mapping[str, Any]) -> dict[str, Any]:
    samen = {**neutraal, **eigen}
    for blok in _AAN_TE_VULLEN:
        if isinstance(neutraal.get(blok), dict) and isinstance(eigen.get(blok), dict):
            samen[blok] = {**neutraal[blok], **eigen[blok]}
    return samen


def _diep(bestand: toml.Bestand, pad: toml.Pad) -> int:
    """How many steps of ``pad`` are there."""
    regels = toml.regelnummers(bestand.tekst)
    return next((diepte for diepte in range(len(pad), 0, -1) if pad[:diepte] in regels), 0)


def _map_ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "map-ontbreekt",
        Plek(naam),
        "Deze map is er niet. Zonder huisstijl kan het programma geen plan maken.",
        "Zet de map huisstijl in de map met sjablonen, of geef een andere map met sjablonen op met --templates.",
    )


def _ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "huisstijl-ontbreekt",
        Plek(naam),
        "Dit bestand is er niet. Elke huisstijl bouwt erop voort.",
        "Zet het terug, bijvoorbeeld uit de sjablonen die bij het programma horen.",
    )
