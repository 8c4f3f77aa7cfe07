"""What a comparison of two workbooks found: frozen values, and below them what a template may see.

Everything here may be shown: what is hidden in one of the two workbooks was taken out of both before (``geheim``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from gebiedsplan.cijfers.businesscase import Doorrekening
from gebiedsplan.cijfers.model import Meting
from gebiedsplan.gebied.model import Aanbod, Actie, Doel, Geldpost, Gesprek, Partner, Risico, Speerpunt
from gebiedsplan.kader.model import Eenheid
from gebiedsplan.plan.model import Tabel, Voorblad

_T = TypeVar("_T")

# Before the code of a speerpunt that is not in the new workbook, where that code may be of another.
VERVALLEN = "vervallen:"


@dataclass(frozen=True, slots=True)
class Paar(Generic[_T]):
    """The same thing in both workbooks."""

    oud: _T
    nieuw: _T


@dataclass(frozen=True, slots=True)
class Reeks(Generic[_T]):
    """What came, what went, what is not as it was, and how many are."""

    erbij: tuple[_T, ...]
    weg: tuple[_T, ...]
    anders: tuple[Paar[_T], ...]
    gelijk: int

    @property
    def onveranderd(self) -> bool:
        """Whether both workbooks say the same."""
        return not (self.erbij or self.weg or self.anders)


@dataclass(frozen=True, slots=True)
class Maat:
    """What a figure measures: an indicator of the kader, or a number of inhabitants.

    ``grens``: the difference from which it stands out, in its unit.
    """

    id: str
    naam: str
    eenheid: Eenheid
    decimalen: int
    grens: float


@dataclass(frozen=True, slots=True)
class Cijferverschil:
    """How one figure of one region differs.

    ``nieuwste``: the newest figure of each workbook, where they are of different years or one of them is not there
    (None). ``bijgesteld``: figures of the same year. ``erbij`` and ``weg``: earlier years that only one workbook has.
    ``verborgen``: years that only one of them may show, and so neither does here.
    """

    maat: Maat
    regio: str
    nieuwste: Paar[Meting | None] | None
    bijgesteld: tuple[Paar[Meting], ...]
    erbij: tuple[int, ...]
    weg: tuple[int, ...]
    verborgen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cijferverschillen:
    """The figures of the area itself and those of its wijken; ``gelijk`` counts those that are as they were."""

    eigen: tuple[Cijferverschil, ...]
    wijken: tuple[Cijferverschil, ...]
    gelijk: int


@dataclass(frozen=True, slots=True)
class Tekstverschil:
    """Which sentences of a text went and which came. ``oud`` and ``nieuw``: whether the text was and is there."""

    naam: str
    weg: tuple[str, ...]
    erbij: tuple[str, ...]
    oud: bool = True
    nieuw: bool = True


@dataclass(frozen=True, slots=True)
class Teksten:
    """The texts that differ, and how many do not."""

    anders: tuple[Tekstverschil, ...]
    gelijk: int


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two workbooks of one area, side by side. ``doelen`` and ``acties`` follow a speerpunt under another code."""

    speerpunten: Reeks[Speerpunt]
    doelen: Reeks[Doel]
    acties: Reeks[Actie]
    cijfers: Cijferverschillen
    middelen: Reeks[Geldpost]
    hulpvragen: Reeks[Doorrekening]
    gesprekken: Reeks[Gesprek]
    partners: Reeks[Partner]
    aanbod: Reeks[Aanbod]
    risicos: Reeks[Risico]
    teksten: Teksten
    besluit: Teksten


# -- what a template may see


@dataclass(frozen=True, slots=True)
class Groep:
    """Sentences of one kind below the words that say which: "Nieuw:"."""

    aanhef: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One part: what came and went in lists, what changed in tables, then how much stayed."""

    id: str
    kop: str
    groepen: tuple[Groep, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    gelijk: str = ""

    @property
    def onveranderd(self) -> bool:
        """Whether nothing changed here."""
        return not (self.groepen or self.tabellen)


@dataclass(frozen=True, slots=True)
class Deel:
    """What changed in one area."""

    slug: str
    naam: str
    onderdelen: tuple[Onderdeel, ...]


@dataclass(frozen=True, slots=True)
class Verschil:
    """The whole document. ``kort``: at most five sentences; ``uitleg``: what to know before reading a figure."""

    voorblad: Voorblad
    kort: tuple[str, ...]
    uitleg: tuple[str, ...]
    delen: tuple[Deel, ...]
    niets: bool
