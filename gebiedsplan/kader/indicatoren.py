"""Which figures every area reports, in which blocks, and by which of them the bestuur steers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Eenheid: TypeAlias = Literal["procent", "per_1000", "aantal", "cijfer"]
Richting: TypeAlias = Literal["hoger", "lager", "geen"]
Telt: TypeAlias = Literal["mensen", "gebeurtenissen"]

# A plan is written in the year before its own, and a figure about a wijk comes out up to two years after it was
# measured.
_MARGE_IN_JAREN = 3


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of a figure block: "Gezondheid" in kwetsbaarheid."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of figures and the sheet it is filled in on: zorgconsumptie, kwetsbaarheid, veerkracht.

    ``mag_leeg``: the block may have no figures yet; ``uitleg_leeg`` then says why.
    """

    id: str
    naam: str
    blad: str
    uitleg: str
    onderdelen: tuple[Onderdeel, ...]
    mag_leeg: bool = False
    uitleg_leeg: str = ""


@dataclass(frozen=True, slots=True)
class Trendbreuk:
    """From ``jaar`` on figures cannot be compared with earlier ones: measured otherwise, or of another area."""

    jaar: int
    uitleg: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that every area reports.

    ``naam`` stands in tables ("Ervaart goede gezondheid"); ``groep`` is of whom ("inwoners van 18 jaar en ouder").
    ``zin`` completes "In Egmond ...", with places for the value and the group ("ervaart {waarde} van de {groep} een
    goede of zeer goede gezondheid", "kregen {waarde} {groep} ondersteuning uit de Wmo").
    ``gunstig``: which way is favourable. ``weging``: age groups whose number weighs the samenwerking average.
    ``bron``: id of the rule about small numbers that its source has; "" follows the general one.
    ``kernbeeld``: stands in the spine chart (percentages only). ``vergelijking`` / ``trend``: gets that chart.
    ``ververst``: years between two editions of the source. ``trendbreuken``: where the method changed.
    ``telt``: each of the people of the base once, or events that can happen to one more than once.
    ``afgerond_op``: the counts of the source are rounded to a multiple of this; 0 where they are exact.
    ``duidelijk_verschil``: from which difference it stands out, where that is not the setting of its eenheid.
    ``deel_van``: id of the indicator that counts all the people this one counts, and more. ``verdeling``: indicators
    with this word together count everybody once, or everybody of what they are a part of.
    """

    id: str
    naam: str
    blok: str
    onderdeel: str
    eenheid: Eenheid
    groep: str
    zin: str
    gunstig: Richting
    uitleg: str = ""
    aliassen: tuple[str, ...] = ()
    weging: tuple[str, ...] = ()
    decimalen: int = 0
    bron: str = ""
    kernbeeld: bool = False
    vergelijking: bool = False
    trend: bool = False
    ververst: int = 1
    trendbreuken: tuple[Trendbreuk, ...] = ()
    telt: Telt = "mensen"
    afgerond_op: int = 0
    duidelijk_verschil: float | None = None
    deel_van: str = ""
    verdeling: str = ""

    def vers_vanaf(self, planjaar: int) -> int:
        """The earliest year that the newest figure in a plan may be of without being stale."""
        return planjaar - self.ververst - _MARGE_IN_JAREN


@dataclass(frozen=True, slots=True)
class Kpi:
    """A figure by which the bestuur steers, for all areas together and for each.

    ``indicator`` is an id. ``richting``: which way it should go. It begins at the figure of ``nulmeting_jaar``.
    What is not agreed yet is left out: "", 0 or None; ``streefwaarde`` and ``streefwaarde_jaar`` go together.
    """

    id: str
    naam: str
    indicator: str
    nulmeting_jaar: int = 0
    richting: Literal["hoger", "lager", ""] = ""
    streefwaarde: float | None = None
    streefwaarde_jaar: int = 0
