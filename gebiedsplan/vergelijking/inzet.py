"""What the areas work on: speerpunten by thema and doelgroep, how much is done, and how the goals are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.cijfers.koers import Koers
from gebiedsplan.cijfers.koers import Woord as Koerswoord
from gebiedsplan.gebied.model import Gebiedsdata, Speerpunt
from gebiedsplan.kader.eigen import Woord
from gebiedsplan.kader.model import Keuze, Thema
from gebiedsplan.plan import doelen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.doelen import Gevolgd
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.vergelijking.model import Bron, Speerpunten

_GEEN = "geen enkel gebied"
# The columns of goals: what a reader wants to tell apart, and the words that are said of a goal in each.
_KOLOMMEN: Mapping[str, tuple[Koerswoord, ...]] = {
    "Op koers of bereikt": ("bereikt", "op koers"),
    "Onzeker": ("onzeker",),
    "Niet op koers": ("niet op koers", "niet bereikt"),
    "Nog niet gemeten": ("nog niet opnieuw gemeten", "nog niet gemeten", "eerst nulmeting"),
    "Nog niet vastgesteld": ("nog niet vastgesteld",),
    "Niet te zeggen": ("niet te zeggen",),
    "Geheim": ("geheim",),
}
_ALTIJD = ("Op koers of bereikt", "Niet op koers", "Nog niet gemeten")


@dataclass(frozen=True, slots=True)
class Inzet:
    """A speerpunt of an area: how many actions there are for it, and its goals."""

    slug: str
    gebied: str
    speerpunt: Speerpunt
    acties: int
    doelen: tuple[Gevolgd, ...]

    @property
    def in_het_kort(self) -> str:
        """What is done: "3 acties"."""
        return f"{self.acties} {taal.meervoud(self.acties, 'actie', 'acties')}"


def inzet(b: Bron) -> tuple[Inzet, ...]:
    """Every speerpunt of every area, in the order of the kader and of the workbook."""
    return tuple(
        Inzet(
            slug=gebied.slug,
            gebied=gebied.naam,
            speerpunt=s,
            acties=sum(actie.speerpunt == s.code for actie in data.acties),
            doelen=doelen.gevolgd(_bronnen(b, data), data, s.code),
        )
        for gebied in b.kader.bladeren()
        if (data := b.data.get(gebied.slug))
        for s in data.speerpunten
    )


def koersen(alle: Iterable[Inzet]) -> tuple[Koers, ...]:
    """What is said of each goal."""
    return tuple(doel.koers for een in alle for doel in een.doelen)


def stand(b: Bron, alle: Sequence[Inzet]) -> Tabel:
    """How many speerpunten, actions and goals each area has, and how its goals are; areas that cannot be told too."""
    geteld = {kop: _aantal(koersen(alle), woorden) for kop, woorden in _KOLOMMEN.items()}
    kolommen = [kop for kop, aantal in geteld.items() if aantal or kop in _ALTIJD]
    koppen = ("Speerpunten", "Acties", "Doelen", *kolommen)
    rijen = []
    for gebied in b.kader.bladeren():
        eigen = [een for een in alle if een.slug == gebied.slug]
        onbekend = gebied.slug not in b.data
        rijen.append((gebied.naam, *(["–"] * len(koppen) if onbekend else _geteld(eigen, kolommen))))
    rijen.append(("Alle gebieden", *_geteld(alle, kolommen)))
    kop = (Kolomkop("Gebied"), *(Kolomkop(k, rechts=True) for k in koppen))
    return Tabel("tabel-stand", "Hoeveel elk gebied doet, en hoe de doelen ervoor staan", kop, tuple(rijen))


def per_thema(b: Bron, alle: Sequence[Inzet]) -> Tabel | None:
    """Which areas work on which thema; None when the kader has none."""
    rijen = [(thema, [een for een in alle if thema.id in een.speerpunt.themas]) for thema in b.kader.themas]
    return _verdeeld("tabel-themas", "Waar werkt welk gebied aan?", b.kader.woorden.thema, rijen)


def per_doelgroep(b: Bron, alle: Sequence[Inzet]) -> Tabel | None:
    """Which areas work for which doelgroep; None when the kader has none."""
    rijen = [(groep, [een for een in alle if groep.id in een.speerpunt.doelgroepen]) for groep in b.kader.doelgroepen]
    return _verdeeld("tabel-doelgroepen", "Voor wie werkt welk gebied?", b.kader.woorden.doelgroep, rijen)


def speerpunten(b: Bron, alle: Sequence[Inzet]) -> tuple[Speerpunten, ...]:
    """The speerpunten by thema, as far as a thema has any; one on two themas stands in both. Without themas by area."""
    per = [
        (thema.id, thema.naam, [een for een in alle if thema.id in een.speerpunt.themas]) for thema in b.kader.themas
    ]
    per = per or [(g.slug, g.naam, [een for een in alle if een.slug == g.slug]) for g in b.kader.bladeren()]
    return tuple(
        Speerpunten(id_, naam, tuple((een.gebied, een.speerpunt.titel, een.in_het_kort) for een in eigen))
        for id_, naam, eigen in per
        if eigen
    )


def _bronnen(b: Bron, data: Gebiedsdata) -> Bronnen:
    return Bronnen(b.kader, b.kader.gebied(data.slug), data, (data,), {}, b.cijfers)


def _geteld(alle: Sequence[Inzet], kolommen: Sequence[str]) -> Iterator[str]:
    gezegd = koersen(alle)
    yield str(len(alle))
    yield str(sum(een.acties for een in alle))
    yield str(len(gezegd))
    yield from (str(_aantal(gezegd, _KOLOMMEN[kop])) for kop in kolommen)


def _aantal(koersen_: Sequence[Koers], woorden: Sequence[Koerswoord]) -> int:
    return sum(een.woord in woorden for een in koersen_)


def _verdeeld(
    id_: str, bijschrift: str, wat: Woord, rijen: Sequence[tuple[Thema | Keuze, Sequence[Inzet]]]
) -> Tabel | None:
    if not rijen:
        return None
    return Tabel(
        id=id_,
        bijschrift=bijschrift,
        kop=(
            Kolomkop(wat.kop),
            Kolomkop("Gebieden"),
            Kolomkop("Speerpunten", rechts=True),
            Kolomkop("Acties", rechts=True),
        ),
        rijen=tuple(
            (
                keuze.naam,
                # Names hold commas and an "en" of their own.
                "; ".join(dict.fromkeys(een.gebied for een in eigen)) or _GEEN,
                str(len(eigen)),
                str(sum(een.acties for een in eigen)),
            )
            for keuze, eigen in rijen
        ),
    )
