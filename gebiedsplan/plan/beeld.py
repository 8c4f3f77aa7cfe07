"""What a plan looks at: one area, the regions around it, and all figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gebiedsplan.cijfers import reeks
from gebiedsplan.cijfers.model import Cijfers, Meting, Verandering, Verschil
from gebiedsplan.cijfers.verschil import Paar, veranderingen, verschillen
from gebiedsplan.kader.model import Gebied, Indicator, Kader, Trendbreuk


@dataclass(frozen=True, slots=True)
class Regio:
    """A region in a table or chart: its key among the figures, and its name."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class Omgeving:
    """All areas with all figures, whichever of them is looked at."""

    kader: Kader
    cijfers: Cijfers

    @property
    def samenwerking(self) -> Regio:
        """All areas together: the reference."""
        naam = self.kader.instellingen.samenwerking
        return Regio(naam, naam)

    @property
    def land(self) -> Regio:
        """The country."""
        return Regio(self.kader.instellingen.land, self.kader.instellingen.land)

    @property
    def alle_gebieden(self) -> tuple[Regio, ...]:
        """Every area with figures of its own."""
        return tuple(Regio(g.slug, g.naam) for g in self.kader.bladeren())

    def laatste(self, indicator: Indicator, regio: Regio) -> Meting | None:
        """The newest figure of a region."""
        return self.cijfers.laatste(indicator.id, regio.sleutel)

    def van_jaar(self, indicator: Indicator, regio: Regio, jaar: int) -> Meting | None:
        """The figure of a region in the year of another, so that like is set beside like."""
        return self.cijfers.in_jaar(indicator.id, regio.sleutel, jaar)

    def naast(self, indicator: Indicator, regio: Regio, jaar: int) -> Meting | None:
        """The figure of a region in a year; where it has no figure at all, the newest row, which says why."""
        meting = self.van_jaar(indicator, regio, jaar)
        laatste = self.laatste(indicator, regio)
        return laatste if meting is None and laatste is not None and laatste.waarde is None else meting


@dataclass(frozen=True, slots=True)
class Beeld(Omgeving):
    """The area of the plan among the others. What tests say is found once: many sentences ask for it."""

    gebied: Gebied
    _getoetst: dict[Regio, Mapping[tuple[str, Regio], Verschil]] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )

    @property
    def eigen(self) -> Regio:
        """The area of the plan itself."""
        return Regio(self.gebied.slug, self.gebied.naam)

    @property
    def delen(self) -> tuple[Regio, ...]:
        """The parts of the area; () when it has none."""
        delen = self.kader.delen(self.gebied)
        return () if delen == (self.gebied,) else tuple(Regio(d.slug, d.naam) for d in delen)

    @property
    def gemeente(self) -> Regio | None:
        """The gemeente that the area is a part of; None when it is one itself."""
        return self.gemeente_van(self.eigen)

    def gemeente_van(self, regio: Regio) -> Regio | None:
        """The gemeente that an area is a part of; None when it is one itself."""
        gemeente = self.kader.gemeente(self.kader.gebied(regio.sleutel))
        return None if gemeente.slug == regio.sleutel else Regio(gemeente.slug, gemeente.naam)

    @property
    def vergelijkingsregio(self) -> Regio | None:
        """The larger region around the gemeente; None when the kader names none, or there are no figures of it."""
        naam = self.kader.gemeente(self.gebied).vergelijkingsregio
        regio = Regio(naam, naam)
        return regio if self._is_bekend(regio) else None

    @property
    def eigen_sleutels(self) -> tuple[str, ...]:
        """The areas among ``alle_gebieden`` that this plan is about."""
        return tuple(d.sleutel for d in self.delen) or (self.eigen.sleutel,)

    def naast_elkaar(self) -> tuple[Regio, ...]:
        """The columns of a table: the area, its parts or its gemeente, and what lies around it, from near to far."""
        return (self.eigen, *self.delen, *self.eromheen(self.eigen))

    def eromheen(self, regio: Regio) -> tuple[Regio, ...]:
        """What a region is compared with, from near to far: its gemeente, all areas, a larger region, the country."""
        samen = None if self.is_alles(regio) else self.samenwerking
        land = self.land if self._is_bekend(self.land) else None
        kandidaten = (self.gemeente_van(regio), samen, self.vergelijkingsregio, land)
        return tuple(kandidaat for kandidaat in kandidaten if kandidaat)

    def _is_bekend(self, regio: Regio) -> bool:
        """Whether there is any figure of a region."""
        return regio.sleutel in self.cijfers.bevolking or any(r == regio.sleutel for _, r in self.cijfers.metingen)

    def is_alles(self, regio: Regio) -> bool:
        """Whether a region is all areas together: their average is its own figure, and says nothing beside it."""
        return self.kader.delen(self.kader.gebied(regio.sleutel)) == self.kader.bladeren()

    def gemiddelde_naast(self, indicator: Indicator, regio: Regio, jaar: int) -> Meting | None:
        """The figure of the samenwerking to set beside that of a region; None where there is none, or nothing to it."""
        return None if self.is_alles(regio) else self.van_jaar(indicator, self.samenwerking, jaar)

    def vergelijkingen(self, regio: Regio) -> Mapping[tuple[str, Regio], Verschil]:
        """How the newest figures of a region differ from all that lies around, by indicator; tested as one family."""
        if regio not in self._getoetst:
            self._getoetst[regio] = self._vergeleken(regio)
        return self._getoetst[regio]

    def _vergeleken(self, regio: Regio) -> Mapping[tuple[str, Regio], Verschil]:
        nieuwste = [(i, m) for i in self.kader.indicatoren if (m := self.laatste(i, regio))]
        paren = {
            (i.id, ander): Paar(i, m, self.van_jaar(i, ander, m.jaar), self.ligt_in(ander))
            for i, m in nieuwste
            for ander in self.eromheen(regio)
        }
        return verschillen(paren, self.kader)

    def ligt_in(self, ander: Regio) -> bool:
        """Whether a region around holds the area of the plan; gemeenten that are like it do not."""
        return ander != self.vergelijkingsregio or self.kader.gemeente(self.gebied).in_vergelijkingsregio

    def verschillen(self, regio: Regio) -> dict[str, Verschil]:
        """Of ``vergelijkingen`` those with the samenwerking, by indicator: what the summary and the kernbeeld tell."""
        return {id_: v for (id_, ander), v in self.vergelijkingen(regio).items() if ander == self.samenwerking}

    def veranderingen(self, regio: Regio) -> dict[str, Verandering]:
        """How the figures of a region changed over years that can be compared; tested as one family."""
        return veranderingen(((i, self.vergelijkbaar(i, regio)) for i in self.kader.indicatoren), self.kader)

    def vergelijkbaar(self, indicator: Indicator, regio: Regio) -> tuple[Meting, ...]:
        """The measured years of a region that can be compared with its newest."""
        breuken = self.kader.breuken(indicator, regio.sleutel)
        return reeks.vergelijkbaar(self.cijfers.reeks(indicator.id, regio.sleutel), breuken)

    def breuken(self, indicator: Indicator, regio: Regio) -> tuple[Trendbreuk, ...]:
        """Where the line of a region breaks, each with the first measured year behind it."""
        metingen = self.cijfers.reeks(indicator.id, regio.sleutel)
        return reeks.van_reeks(metingen, self.kader.breuken(indicator, regio.sleutel))

    def jaar(self, indicator: Indicator) -> int | None:
        """The year this plan shows an indicator for: the newest with a value in the area, else in one of its parts."""
        for regio in (self.eigen, *self.delen):
            meting = self.laatste(indicator, regio)
            if meting and meting.waarde is not None:
                return meting.jaar
        rest = [m.jaar for r in (self.eigen, *self.delen) if (m := self.laatste(indicator, r))]
        return max(rest, default=None)
