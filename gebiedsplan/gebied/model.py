"""What a workbook says about an area, as typed, frozen values.

Choices are ids of the kader. Every record that can be wrong keeps where its cells stand, so that a check can point
at the one it is about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from gebiedsplan.bevinding import Plek
from gebiedsplan.gebied.businesscase import Hulpvraag as Hulpvraag
from gebiedsplan.gebied.eigenmodel import GEEN_VELDEN, EigenRij
from gebiedsplan.gebied.eigenmodel import Plekken as Plekken
from gebiedsplan.gebied.leesopmerkingen import Opmerking
from gebiedsplan.gebied.onderdelen import BESLISPUNT


class Reden(Enum):
    """Why there is no figure. Different things, each with its sign in a workbook and its words on paper."""

    ONBEKEND = "onbekend"
    GEHEIM = "geheim"
    NIHIL = "nihil"
    NIET_VAN_TOEPASSING = "niet van toepassing"
    LATER = "verschijnt later"
    VERVALLEN = "niet meer gepubliceerd"
    NIET_GEMETEN = "niet gemeten"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """A figure of one region and year, as it stands in the workbook: not yet calculated, not yet suppressed.

    ``waarde`` is in the unit of its indicator; ``reden`` says why it is None. ``teller`` and ``noemer`` are counts.
    ``regio`` is a slug, a wijk code, or the name of a country. ``trendbreuk`` says why it cannot be compared with
    earlier years, and is "" where it can. ``afgerond_op`` is what we rounded its count to, before anything was
    calculated: 1 in a workbook.
    """

    indicator: str
    regio: str
    jaar: int
    waarde: float | None
    reden: Reden | None
    teller: float | None
    noemer: float | None
    ondergrens: float | None
    bovengrens: float | None
    bron: str
    peildatum: str
    status: str
    opmerking: str
    plekken: Plekken
    trendbreuk: str = ""
    afgerond_op: int = 1


@dataclass(frozen=True, slots=True)
class Bevolkingsgroep:
    """The number of inhabitants of an age group ("65+") or of all ("Totaal")."""

    groep: str
    regio: str
    jaar: int
    aantal: float | None
    reden: Reden | None
    bron: str
    peildatum: str
    status: str
    opmerking: str
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Duiding:
    """The story beside a figure."""

    indicator: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A conversation and what was done with it."""

    datum: dt.date
    vorm: str
    met_wie: str
    aantal: float | None
    meegegeven: str
    gedaan: str
    speerpunten: tuple[str, ...]
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Terugblik:
    """How a speerpunt of last year stands."""

    code: str
    titel: str
    status: str
    resultaat: str
    geleerd: str
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Speerpunt:
    """One of the two to three points an area works on."""

    code: str
    titel: str
    opgave: str
    doel: str
    aanpak: str
    doelgroepen: tuple[str, ...]
    themas: tuple[str, ...]
    hoofdopgave: str
    bouwsteen: str
    pijlers: tuple[str, ...]
    dimensies: tuple[str, ...]
    inzet: str
    accent: str
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Tussenmeting:
    """What was measured between the nulmeting and the streefwaarde of a goal, when, and in which column it stands.

    ``waarde`` None: the figure is there and may not be shown.
    """

    waarde: float | None
    jaar: int | None
    kolom: str


@dataclass(frozen=True, slots=True)
class Doel:
    """How a speerpunt is measured. ``indicator`` is a kader id, or "" with a name of its own.

    ``eerst_nulmeting``: there is no target before there is a first measurement. ``verborgen``: its nulmeting may
    not be shown, because the figure itself may not. ``tussenmetingen`` are those on the sheet Doelen, oldest first.
    """

    speerpunt: str
    indicator: str
    naam: str
    eenheid: str
    instrument: str
    eerst_nulmeting: bool
    nulmeting: float | None
    nulmeting_jaar: int | None
    tussenmetingen: tuple[Tussenmeting, ...]
    streefwaarde: float | None
    streefwaarde_jaar: int | None
    richting: str
    plekken: Plekken
    verborgen: bool = False


@dataclass(frozen=True, slots=True)
class Actie:
    """What happens for a speerpunt. ``middelen`` None: nog niet vastgesteld."""

    speerpunt: str
    actie: str
    partner: str
    rol: str
    planning: str
    resultaat: str
    middelen: float | None
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that works in the area."""

    naam: str
    soort: str
    wat: str


@dataclass(frozen=True, slots=True)
class Aanbod:
    """An activity of the sociale basis. From ``themas`` on it is for the preventiekaart, and may be empty.

    Without ``doelgroepen`` it is for everyone. ``dorpen`` are regions of the area; without any it is in all of it.
    """

    activiteit: str
    aanbieder: str
    plaats: str
    bouwsteen: str
    doelgroepen: tuple[str, ...]
    themas: tuple[str, ...] = ()
    dorpen: tuple[str, ...] = ()
    beschrijving: str = ""
    wanneer: str = ""
    toegang: str = ""
    kosten: str = ""
    telefoon: str = ""
    mail: str = ""
    website: str = ""

    def onbekend(self, thema: str) -> tuple[str, ...]:
        """What somebody who refers to it needs to know, and the workbook does not say.

        ``thema`` is what the kader calls a theme, "" when it has none.
        """
        nodig = {
            thema: self.themas,
            "wanneer": self.wanneer,
            "toegang": self.toegang,
            "kosten": self.kosten,
            "contact": self.telefoon or self.mail or self.website,
        }
        return tuple(naam for naam, waarde in nodig.items() if naam and not waarde)


@dataclass(frozen=True, slots=True)
class Geldpost:
    """An amount for something in a year. ``bedrag`` None: nog niet vastgesteld."""

    post: str
    jaar: int
    bedrag: float | None
    dekking: str
    plekken: Plekken


@dataclass(frozen=True, slots=True)
class Risico:
    """What can go wrong, what is done about it, how likely it is and what it costs (None: not said)."""

    risico: str
    maatregel: str
    kans: str = ""
    bedrag: float | None = None
    plekken: Plekken = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Casus:
    """A fictitious story; ``tekst`` is Markdown."""

    titel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Besluitdeel:
    """A piece of the voorstel; ``tekst`` is Markdown. ``bij`` is the number of the beslispunt it is about.

    The day of the meeting has a ``datum`` and no ``tekst``.
    """

    onderdeel: str
    bij: float | None
    werkwoord: str
    tekst: str
    datum: dt.date | None
    plekken: Plekken

    @property
    def leeg(self) -> bool:
        """Whether there is a row for it, and nothing in it yet."""
        return not self.tekst and self.datum is None


@dataclass(frozen=True, slots=True)
class Kop:
    """What the sheet Gebied says: the plan itself.

    For inhabitants: ``contact`` is how to reach the sociaal team, ``let_op`` what they must know; "" when not given.
    """

    planjaar: int
    status: str
    versie: str
    datum: dt.date
    opsteller: str
    portefeuillehouder: str
    zaaknummer: str
    typering: str
    plekken: Plekken
    velden: EigenRij = GEEN_VELDEN
    contact: str = ""
    let_op: str = ""


@dataclass(frozen=True, slots=True)
class Cijferbladen:
    """The figures of one workbook: all that a comparison with other areas needs."""

    bevolking: tuple[Bevolkingsgroep, ...]
    cijfers: tuple[Cijfer, ...]


@dataclass(frozen=True, slots=True)
class Gebiedsdata:
    """Everything one workbook says. Empty tuples where a sheet is not there or holds nothing.

    ``open_rijen`` are places to fill in: rows that say what they are about and nothing more. ``eigen``: the rows of
    each sheet that the kader adds, by its id.
    """

    slug: str
    bestand: str
    kop: Kop
    bladen: Cijferbladen
    duidingen: tuple[Duiding, ...]
    gesprekken: tuple[Gesprek, ...]
    terugblik: tuple[Terugblik, ...]
    speerpunten: tuple[Speerpunt, ...]
    doelen: tuple[Doel, ...]
    acties: tuple[Actie, ...]
    partners: tuple[Partner, ...]
    aanbod: tuple[Aanbod, ...]
    middelen: tuple[Geldpost, ...]
    hulpvragen: tuple[Hulpvraag, ...]
    risicos: tuple[Risico, ...]
    casussen: tuple[Casus, ...]
    teksten: tuple[tuple[str, str], ...]
    besluit: tuple[Besluitdeel, ...]
    opmerkingen: tuple[Opmerking, ...] = ()
    open_rijen: tuple[Plek, ...] = ()
    eigen: Mapping[str, tuple[EigenRij, ...]] = field(default_factory=dict)

    @property
    def eigen_voorstel(self) -> bool:
        """Whether its sheet Besluit is more than the beslispunten that the plan itself shows."""
        return any(deel.onderdeel not in ("", BESLISPUNT) and not deel.leeg for deel in self.besluit)

    def van_onderdeel(self, onderdeel: str) -> tuple[Besluitdeel, ...]:
        """The pieces of one part of the voorstel that say something, in the order of the sheet."""
        return tuple(deel for deel in self.besluit if deel.onderdeel == onderdeel and not deel.leeg)
