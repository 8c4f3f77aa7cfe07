"""All that a template may see: what the plan of an area tells, chosen, ordered and put in words.

Everything is text, a chart or a table; nothing is left to calculate. Texts that an adviser wrote as
Markdown are of the type Opmaak, all others are plain words.
"""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.kader.model import Kader, Thema
from gebiedsplan.plan.grafiek import Grafiek, Kernbeeld


@dataclass(frozen=True, slots=True)
class Opmaak:
    """Markdown from a column that allows it."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Kolomkop:
    """A table header; ``rechts`` for columns of numbers."""

    tekst: str
    rechts: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its caption; the first column names the row. ``bron`` may be "" where all is our own."""

    id: str
    bijschrift: str
    kop: tuple[Kolomkop, ...]
    rijen: tuple[tuple[str, ...], ...]
    bron: str = ""


@dataclass(frozen=True, slots=True)
class Voorblad:
    """What the front page says. ``datum`` is ISO 8601; ``regels`` are label and value."""

    titel: str
    ondertitel: str
    opsteller: str
    datum: str
    status: str
    versie: str
    regels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SpeerpuntKort:
    """A speerpunt in the summary: where it stands, where we are now, what we aim at."""

    id: str
    titel: str
    nu: str
    doel: str


@dataclass(frozen=True, slots=True)
class GebiedKort:
    """The speerpunten of one area in the summary."""

    naam: str
    speerpunten: tuple[SpeerpuntKort, ...]


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """The one page an executive reads. ``goed`` is computed, ``goed_tekst`` what the area adds itself."""

    zin: str
    kernbeeld: Kernbeeld | None
    gebieden: tuple[GebiedKort, ...]
    goed: str
    goed_tekst: tuple[Opmaak, ...]
    gevraagd: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terugblik:
    """Last year's speerpunten of one area, or why there is nothing to look back on."""

    gebied: str
    tabel: Tabel | None
    leeg: str


@dataclass(frozen=True, slots=True)
class Bevolking:
    """Who live in the area."""

    zinnen: tuple[str, ...]
    grafiek: Grafiek | None
    tabel: Tabel | None


@dataclass(frozen=True, slots=True)
class Duiding:
    """The story beside a figure: which figure, of which area, what it means there."""

    indicator: str
    gebied: str
    tekst: str


@dataclass(frozen=True, slots=True)
class GrafiekMetZin:
    """A chart and the sentences that say what it shows."""

    grafiek: Grafiek
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of figures. ``leeg`` says why there is nothing, and is "" when there is something."""

    id: str
    naam: str
    uitleg: str
    leeg: str
    grafieken: tuple[GrafiekMetZin, ...]
    duidingen: tuple[Duiding, ...]
    tabel: Tabel | None
    wijken: Tabel | None
    teksten: tuple[Opmaak, ...]


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A row of the table of what we heard. ``speerpunten`` are title and id of where it landed."""

    naam: str
    punten: str
    antwoord: str
    speerpunten: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gesprekken:
    """The conversations of one area: how many and with whom, then each of them."""

    gebied: str
    zin: str
    rijen: tuple[Gesprek, ...]


@dataclass(frozen=True, slots=True)
class Casus:
    """A fictitious story."""

    titel: str
    tekst: Opmaak


@dataclass(frozen=True, slots=True)
class Speerpunt:
    """A speerpunt in full. ``kenmerken`` are label and value; ``cijfers`` and ``stemmen`` say why."""

    id: str
    titel: str
    opgave: str
    cijfers: tuple[str, ...]
    stemmen: tuple[str, ...]
    kenmerken: tuple[tuple[str, str], ...]
    doelen: Tabel | None
    acties: Tabel | None
    leeg: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GebiedDeel:
    """One area in the chapter with speerpunten."""

    slug: str
    naam: str
    typering: str
    kernbeeld: Kernbeeld | None
    speerpunten: tuple[Speerpunt, ...]
    inclusie: tuple[Opmaak, ...]


@dataclass(frozen=True, slots=True)
class Bijlagen:
    """Sources, signs and terms behind the text. ``tekens`` are the words for a missing figure that occur."""

    bronnen: Tabel | None
    tekens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one slug and year. ``bestuur`` decides on it: "het college"."""

    slug: str
    naam: str
    jaar: int
    vorig_jaar: int
    volgend_jaar: int
    kader: Kader
    voorblad: Voorblad
    meerdere_gebieden: bool
    gebiedsnamen: tuple[str, ...]
    bestuur: str
    voorbeeld: str
    grens: str
    samenvatting: Samenvatting
    themas: tuple[Thema, ...]
    terugblik: tuple[Terugblik, ...]
    kernbeeldtabel: Tabel | None
    bevolking: Bevolking
    blokken: tuple[Blok, ...]
    gesprekken: tuple[Gesprekken, ...]
    casussen: tuple[Casus, ...]
    gebieden: tuple[GebiedDeel, ...]
    inclusie: tuple[Opmaak, ...]
    partners: Tabel | None
    aanbod: Tabel | None
    middelen: Tabel | None
    risicos: Tabel | None
    inleiding: tuple[Opmaak, ...]
    totstandkoming: tuple[Opmaak, ...]
    volgen: tuple[Opmaak, ...]
    bijlagen: Bijlagen

    def cijfertabellen(self) -> tuple[Tabel, ...]:
        """Every table with figures."""
        kandidaten: list[Tabel | None] = [
            self.kernbeeldtabel,
            self.bevolking.tabel,
            *(tabel for blok in self.blokken for tabel in (blok.tabel, blok.wijken)),
            *(speerpunt.doelen for gebied in self.gebieden for speerpunt in gebied.speerpunten),
        ]
        return tuple(tabel for tabel in kandidaten if tabel is not None)

    def grafieken(self) -> tuple[Grafiek, ...]:
        """Every chart of the plan, each once."""
        kandidaten: list[Grafiek | None] = [
            self.samenvatting.kernbeeld,
            *(g.kernbeeld for g in self.gebieden),
            self.bevolking.grafiek,
            *(g.grafiek for blok in self.blokken for g in blok.grafieken),
        ]
        return tuple({g.basis.id: g for g in kandidaten if g is not None}.values())
