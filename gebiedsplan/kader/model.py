"""What a samenwerking agreed, as frozen values. Every list keeps the order of kader.toml."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, TypeVar

from gebiedsplan.kader.eigen import EigenBlad, EigenTekst, EigenVeld, Lijst, Woorden
from gebiedsplan.kader.geheimhouding import Geheimhouding
from gebiedsplan.kader.indicatoren import Blok as Blok
from gebiedsplan.kader.indicatoren import Eenheid as Eenheid
from gebiedsplan.kader.indicatoren import Indicator as Indicator
from gebiedsplan.kader.indicatoren import Kpi as Kpi
from gebiedsplan.kader.indicatoren import Onderdeel as Onderdeel
from gebiedsplan.kader.indicatoren import Richting as Richting
from gebiedsplan.kader.indicatoren import Telt as Telt
from gebiedsplan.kader.indicatoren import Trendbreuk as Trendbreuk
from gebiedsplan.kader.publicatie import Publicatie

Besluitvorm: TypeAlias = Literal["te", "gebiedend"]

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Begrip:
    """A term and what it means."""

    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Keuze:
    """Something a workbook can choose by id, name or alias: a pijler, doelgroep, dimensie, rol."""

    id: str
    naam: str
    uitleg: str = ""
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Thema:
    """A theme with bestuurlijke prioriteit; ``doelen`` and ``doelgroepen`` may be empty (then it says so in the plan).

    ``rode_draad``: connects all other themes.
    """

    id: str
    naam: str
    doelen: tuple[str, ...] = ()
    doelgroepen: tuple[str, ...] = ()
    aliassen: tuple[str, ...] = ()
    prioriteit: bool = False
    rode_draad: bool = False
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Bouwsteen:
    """A building block of a hoofdopgave, with the role of the municipality in it.

    ``eerdere_besluiten``: what was decided before and holds here, as it is referred to: "7 (preventie)".
    """

    id: str
    naam: str
    uitleg: str = ""
    rol_gemeente: str = ""
    doelstellingen: tuple[str, ...] = ()
    beweging: tuple[str, ...] = ()
    aliassen: tuple[str, ...] = ()
    eerdere_besluiten: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hoofdopgave:
    """A main task with its goal. Without bouwstenen it can be chosen where a bouwsteen is asked for."""

    id: str
    naam: str
    doel: str = ""
    uitleg: str = ""
    bouwstenen: tuple[Bouwsteen, ...] = ()
    aliassen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wijk:
    """A CBS wijk."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Gebied:
    """An area with a workbook and a plan. Without ``deel_van`` it is a gemeente.

    An area that others are part of holds their plans; the others are the gebieden with speerpunten. With
    ``eigen_speerpunten`` it has some itself as well, for all who live there. ``code`` is the CBS code of a gemeente.
    The settings of a gemeente count for its parts. ``bestuur`` decides on the plan: "college" or "raad".
    ``herindelingen``: when its borders moved, so that figures of before are of another area.
    ``vergelijkingsregio`` is what the gemeente is set beside; without ``in_vergelijkingsregio`` it is no part of it.
    """

    slug: str
    naam: str
    code: str = ""
    deel_van: str = ""
    wijken: tuple[Wijk, ...] = ()
    bestuur: str = ""
    vergelijkingsregio: str = ""
    in_vergelijkingsregio: bool = True
    lange_naam: str = ""
    herindelingen: tuple[Trendbreuk, ...] = ()
    eigen_speerpunten: bool = False


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Choices of the samenwerking that the program does not make itself.

    ``duidelijk_verschil``: per eenheid the difference from which a figure stands out (in that unit).
    ``oudste_jaar``: the earliest year a figure may be of. ``samenwerking_in_zin``: its name with an article.
    ``preventiekaart``: the address where inhabitants find it ("https://..."); "" when it has none.
    ``tekening``: how the hoofdopgaven are drawn in a plan; "bogen" are arches around each other, the first inside.
    """

    samenwerking: str
    lange_naam: str
    kader_titel: str
    kader_bron: str
    periode: str
    land: str
    speerpunten_min: int
    speerpunten_max: int
    oudste_jaar: int
    duidelijk_verschil: dict[Eenheid, float]
    samenwerking_in_zin: str = ""
    preventiekaart: str = ""
    tekening: Literal["", "bogen"] = ""

    @property
    def aantal_speerpunten(self) -> str:
        """How many speerpunten an area has, in figures: "2 tot 3"."""
        van, tot = self.speerpunten_min, self.speerpunten_max
        return f"{van}" if van == tot else f"{van} tot {tot}"

    @property
    def de_samenwerking(self) -> str:
        """The samenwerking as it is called in a sentence: "de BUCH"."""
        return self.samenwerking_in_zin or self.samenwerking


@dataclass(frozen=True, slots=True)
class Missie:
    """The shared mission."""

    kern: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Werkwoord:
    """What a bestuur does with something, in two forms with a place for it.

    ``te`` is "{wat} vast te stellen", ``gebiedend`` is "Stel {wat} vast".
    """

    id: str
    naam: str
    te: str
    gebiedend: str


@dataclass(frozen=True, slots=True)
class Besluit:
    """How a voorstel asks for a decision. ``max_woorden``: more on the sheet Besluit will not fit on two pages."""

    vorm: Besluitvorm = "te"
    max_woorden: int = 425
    werkwoorden: tuple[Werkwoord, ...] = ()


@dataclass(frozen=True, slots=True)
class Kader:
    """Everything in kader.toml. A list that is left out is not asked for in a workbook either."""

    instellingen: Instellingen
    blokken: tuple[Blok, ...]
    indicatoren: tuple[Indicator, ...]
    gebieden: tuple[Gebied, ...]
    missie: Missie | None = None
    pijlers: tuple[Keuze, ...] = ()
    hoofdopgaven: tuple[Hoofdopgave, ...] = ()
    themas: tuple[Thema, ...] = ()
    doelgroepen: tuple[Keuze, ...] = ()
    dimensies: tuple[Keuze, ...] = ()
    rollen: tuple[Keuze, ...] = ()
    begrippen: tuple[Begrip, ...] = ()
    publicatie: Publicatie = field(default_factory=Publicatie)
    besluit: Besluit = field(default_factory=Besluit)
    geheimhouding: Geheimhouding = field(default_factory=Geheimhouding)
    kpis: tuple[Kpi, ...] = ()
    woorden: Woorden = field(default_factory=Woorden)
    lijsten: tuple[Lijst, ...] = ()
    velden: tuple[EigenVeld, ...] = ()
    teksten: tuple[EigenTekst, ...] = ()
    bladen: tuple[EigenBlad, ...] = ()

    def gebied(self, slug: str) -> Gebied:
        """The area with this slug. Raises KeyError when there is none."""
        return _met(self.gebieden, "slug", slug)

    def indicator(self, id_: str) -> Indicator:
        """The indicator with this id. Raises KeyError when there is none."""
        return _met(self.indicatoren, "id", id_)

    def delen(self, gebied: Gebied) -> tuple[Gebied, ...]:
        """The parts of ``gebied``, or itself when it has none: the areas whose figures make up its own."""
        delen = tuple(g for g in self.gebieden if g.deel_van == gebied.slug)
        return delen or (gebied,)

    def in_plan(self, gebied: Gebied) -> tuple[Gebied, ...]:
        """The areas whose speerpunten stand in the plan of ``gebied``: first its own, if it has any, then its parts."""
        eigen = (gebied,) if gebied.eigen_speerpunten else ()
        return tuple(dict.fromkeys((*eigen, *self.delen(gebied))))

    def gemeente(self, gebied: Gebied) -> Gebied:
        """The gemeente that ``gebied`` is or lies in."""
        return self.gemeente(self.gebied(gebied.deel_van)) if gebied.deel_van else gebied

    def bouwstenen(self) -> tuple[Bouwsteen | Hoofdopgave, ...]:
        """All that can be chosen as a bouwsteen: a hoofdopgave without any stands for itself."""
        return tuple(keuze for opgave in self.hoofdopgaven for keuze in (opgave.bouwstenen or (opgave,)))

    def opgave_van(self, bouwsteen: str, hoofdopgave: str = "") -> Hoofdopgave | None:
        """The hoofdopgave that a bouwsteen belongs to, else the one with this id; None when there is none."""
        for opgave in self.hoofdopgaven:
            if bouwsteen and bouwsteen in {keuze.id for keuze in (opgave.bouwstenen or (opgave,))}:
                return opgave
        return next((opgave for opgave in self.hoofdopgaven if opgave.id == hoofdopgave), None)

    def valt_op_vanaf(self, indicator: Indicator) -> float:
        """From which difference a figure stands out, in its unit; 0 when any difference does."""
        eigen = indicator.duidelijk_verschil
        return self.instellingen.duidelijk_verschil.get(indicator.eenheid, 0.0) if eigen is None else eigen

    def breuken(self, indicator: Indicator, regio: str) -> tuple[Trendbreuk, ...]:
        """Where figures of a region (a slug, the code of a wijk, or a name) stop being comparable, oldest first."""
        gebieden = [g for g in self.gebieden if regio == g.slug or regio in {w.code for w in g.wijken}]
        breuken = (*indicator.trendbreuken, *(b for gebied in gebieden for b in gebied.herindelingen))
        return tuple(sorted(breuken, key=lambda breuk: breuk.jaar))

    def bladeren(self) -> tuple[Gebied, ...]:
        """The gebieden without parts: the ones with figures of their own."""
        ouders = {g.deel_van for g in self.gebieden}
        return tuple(g for g in self.gebieden if g.slug not in ouders)

    def met_speerpunten(self) -> tuple[Gebied, ...]:
        """The gebieden with speerpunten of their own: those without parts, and a gemeente that has some itself."""
        bladeren = self.bladeren()
        return tuple(g for g in self.gebieden if g.eigen_speerpunten or g in bladeren)

    @property
    def woord_thema(self) -> str:
        """What a theme is called; "" when there are none to choose."""
        return self.woorden.thema.enkelvoud if self.themas else ""

    @property
    def met_gemiddelde(self) -> bool:
        """Whether all areas together are anything else than one of them: one area has nothing to be set beside."""
        return len(self.bladeren()) > 1


def _met(items: tuple[_T, ...], veld: str, waarde: str) -> _T:
    for item in items:
        if getattr(item, veld) == waarde:
            return item
    raise KeyError(waarde)
