"""All that a template may see: what the plan of an area tells, chosen, ordered and put in words.

Everything is text, a chart or a table; nothing is left to calculate. Texts that an adviser wrote as
Markdown are of the type Opmaak, all others are plain words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Plek
from gebiedsplan.kader.eigen import Woorden
from gebiedsplan.kader.model import Kader, Thema
from gebiedsplan.plan.draad import RodeDraad
from gebiedsplan.plan.eigenmodel import EigenBlad
from gebiedsplan.plan.grafiek import Bandbreedtes, Bogen, Doelenkaart, Grafiek, Kernbeeld
from gebiedsplan.plan.stukken import Kolomkop as Kolomkop
from gebiedsplan.plan.stukken import Opgave as Opgave
from gebiedsplan.plan.stukken import Opmaak as Opmaak
from gebiedsplan.plan.stukken import Tabel as Tabel


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
    """A speerpunt in the summary: where it stands, where we are now, what we aim at.

    ``nu`` sets the figure beside the samenwerking; ``stand`` does not, for where that is to be seen already.
    """

    id: str
    titel: str
    nu: str
    doel: str
    stand: str


@dataclass(frozen=True, slots=True)
class GebiedKort:
    """The speerpunten of one area in the summary."""

    naam: str
    speerpunten: tuple[SpeerpuntKort, ...]


@dataclass(frozen=True, slots=True)
class Signaal:
    """A line of the summary: the name of a figure, and what it is. ``naar`` is the id of the table with its numbers.

    ``indicator`` is the id of the figure. ``getoetst``: it holds a word that a test allows. ``schatting``: a model made
    it. ``plekken``: the cells it rests on.
    """

    indicator: str
    label: str
    cijfer: str
    naar: str
    getoetst: bool
    schatting: bool
    plekken: tuple[Plek, ...]


@dataclass(frozen=True, slots=True)
class Signalen:
    """What stands out, what got worse and what is strong, most telling first."""

    opvallend: tuple[Signaal, ...]
    minder: tuple[Signaal, ...]
    sterk: tuple[Signaal, ...]

    def alle(self) -> tuple[tuple[Signaal, ...], ...]:
        """The three lists."""
        return (self.opvallend, self.minder, self.sterk)


@dataclass(frozen=True, slots=True)
class Samenvatting:
    """The one page an executive reads. ``goed_tekst`` is what the area adds itself to what is strong.

    ``over_toetsen``: what must be known of all ``signalen`` together, "" when there is nothing. ``niets_vergeleken``:
    that there are none because nothing could be compared; "" when something was.
    """

    zin: str
    kernbeeld: Kernbeeld | None
    gebieden: tuple[GebiedKort, ...]
    signalen: Signalen
    niets_vergeleken: str
    over_toetsen: str
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
    """A chart, the sentences that say what it shows, and those below it about what it cannot show."""

    grafiek: Grafiek
    zinnen: tuple[str, ...]
    onder: tuple[str, ...] = ()


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
    """A speerpunt in full. ``kenmerken`` are label and value; ``cijfers`` and ``stemmen`` say why.

    ``hoofdopgave``, ``bouwsteen`` and ``themas`` are names of the kader, to order speerpunten by.
    """

    id: str
    code: str
    titel: str
    hoofdopgave: str
    bouwsteen: str
    themas: tuple[str, ...]
    opgave: str
    cijfers: tuple[str, ...]
    stemmen: tuple[str, ...]
    kenmerken: tuple[tuple[str, str], ...]
    doelen: Tabel | None
    acties: Tabel | None
    leeg: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GebiedDeel:
    """One area in the chapter with speerpunten; ``eigen_teksten`` are those that the kader adds, by id."""

    slug: str
    naam: str
    typering: str
    kernbeeld: Kernbeeld | None
    speerpunten: tuple[Speerpunt, ...]
    inclusie: tuple[Opmaak, ...]
    doelen: Doelenkaart | None
    doelentabel: Tabel
    rode_draad: RodeDraad
    eigen_teksten: Mapping[str, tuple[Opmaak, ...]]


@dataclass(frozen=True, slots=True)
class Kpis:
    """The KPI's of the kader in this area. ``zinnen`` say what they measure and what is not agreed yet."""

    zinnen: tuple[str, ...]
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class Hulpvraag:
    """What prevention yields for one kind of question. ``speerpunt`` is title and id of where it belongs."""

    naam: str
    zin: str
    speerpunt: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Preventie:
    """What prevention yields. ``samen``: all questions together; ``voorbeeld``: what is made up; "" when nothing."""

    hulpvragen: tuple[Hulpvraag, ...]
    samen: str
    voorbeeld: str
    grafiek: Bandbreedtes | None
    tabel: Tabel
    aannames: Tabel


@dataclass(frozen=True, slots=True)
class Bijlagen:
    """Sources, signs and terms behind the text. ``tekens`` are the words for a missing figure that occur.

    ``koersen`` are the words that say whether a goal is on course, with what they mean; ``toetsing`` says how
    differences are judged, and ``toetsen`` what a test says of every figure.
    """

    bronnen: Tabel | None
    tekens: tuple[tuple[str, str], ...]
    koersen: tuple[tuple[str, str], ...]
    toetsing: tuple[str, ...]
    toetsen: Tabel | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of one slug and year. ``bestuur`` decides on it: "het college".

    ``cijferbestand`` and ``in_het_kort`` (the web page for inhabitants) are files beside it.
    ``velden``, ``eigen_teksten`` and ``eigen`` are what the kader adds to the workbook, by id.
    """

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
    opgaven: tuple[Opgave, ...]
    themas: tuple[Thema, ...]
    aantal_speerpunten: str
    terugblik: tuple[Terugblik, ...]
    kernbeeldtabel: Tabel | None
    veranderingen: Tabel | None
    bevolking: Bevolking
    blokken: tuple[Blok, ...]
    gesprekken: tuple[Gesprekken, ...]
    casussen: tuple[Casus, ...]
    gebieden: tuple[GebiedDeel, ...]
    inclusie: tuple[Opmaak, ...]
    partners: Tabel | None
    aanbod: Tabel | None
    middelen: Tabel | None
    middelenzinnen: tuple[str, ...]
    preventie: Preventie | None
    risicos: Tabel | None
    inleiding: tuple[Opmaak, ...]
    totstandkoming: tuple[Opmaak, ...]
    volgen: tuple[Opmaak, ...]
    kpis: Kpis | None
    bijlagen: Bijlagen
    cijferbestand: str
    in_het_kort: str
    velden: Mapping[str, str]
    eigen_teksten: Mapping[str, tuple[Opmaak, ...]]
    eigen: Mapping[str, EigenBlad]
    bogen: Bogen | None

    @property
    def woorden(self) -> Woorden:
        """How the samenwerking calls the parts of its framework."""
        return self.kader.woorden

    def cijfertabellen(self) -> tuple[Tabel, ...]:
        """Every table with figures."""
        kandidaten: list[Tabel | None] = [
            self.kernbeeldtabel,
            self.bevolking.tabel,
            *(tabel for blok in self.blokken for tabel in (blok.tabel, blok.wijken)),
            *(speerpunt.doelen for gebied in self.gebieden for speerpunt in gebied.speerpunten),
            *(gebied.doelentabel for gebied in self.gebieden),
            self.kpis.tabel if self.kpis else None,
            *((self.preventie.tabel, self.preventie.aannames) if self.preventie else ()),
            *(blad.tabel for blad in self.eigen.values()),
        ]
        return tuple(tabel for tabel in kandidaten if tabel is not None)

    def grafieken(self) -> tuple[Grafiek, ...]:
        """Every chart of the plan, each once."""
        kandidaten: list[Grafiek | None] = [
            self.bogen,
            self.samenvatting.kernbeeld,
            *(g.kernbeeld for g in self.gebieden),
            self.bevolking.grafiek,
            *(g.grafiek for blok in self.blokken for g in blok.grafieken),
            *(g.doelen for g in self.gebieden),
            self.preventie.grafiek if self.preventie else None,
        ]
        return tuple({g.basis.id: g for g in kandidaten if g is not None}.values())
