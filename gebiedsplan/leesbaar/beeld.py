"""What a page says about the language of a plan: where to begin, how each chapter reads, and what that is worth."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.bevinding import REGELS, Plek
from gebiedsplan.gebied.model import Kop
from gebiedsplan.kader.model import Gebied
from gebiedsplan.leesbaar import score
from gebiedsplan.leesbaar.model import Advies, Hoofdstuk, Stuk, ingekort
from gebiedsplan.leesbaar.regels import LANGSTE_ZIN
from gebiedsplan.leesbaar.tekst import aantal_woorden
from gebiedsplan.plan.model import Voorblad

MEESTE = 10
_TE_KORT = "te kort"


@dataclass(frozen=True, slots=True)
class Aandacht:
    """A sentence that is hard, where it stands, and all that can be done about it."""

    waar: str
    zin: str
    adviezen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leesbaarheid:
    """How a chapter or a document reads: everything already as it is written."""

    naam: str
    woorden: str
    woorden_per_zin: str
    lange_zinnen: str
    langste_alinea: str
    score: str


@dataclass(frozen=True, slots=True)
class Soort:
    """How often one kind of advice was given, with its rule."""

    aantal: str
    regel: str


@dataclass(frozen=True, slots=True)
class Taalbeeld:
    """All that the template may see. ``geen_hoofdstukken`` says why there are none, and is "" when there are."""

    voorblad: Voorblad
    kort: str
    eerst: tuple[Aandacht, ...]
    soorten: tuple[Soort, ...]
    geheel: tuple[Leesbaarheid, ...]
    hoofdstukken: tuple[Leesbaarheid, ...]
    geen_hoofdstukken: str
    slug: str

    def op_scherm(self) -> tuple[str, ...]:
        """The same in lines for a screen."""
        zinnen = (
            regel
            for nummer, zin in enumerate(self.eerst, start=1)
            for regel in (
                "",
                f"{nummer}. {zin.waar}",
                f"   “{zin.zin}”",
                *(f"   - {advies}" for advies in zin.adviezen),
            )
        )
        maten = (
            f"  {m.naam}: {m.score}, {m.woorden_per_zin} woorden per zin, {m.lange_zinnen} lange zinnen"
            for m in (*self.geheel, *self.hoofdstukken)
        )
        scores = ("Flesch-Douma, hoe hoger hoe makkelijker:", *maten) if self.geheel else (self.geen_hoofdstukken,)
        return (self.kort, *zinnen, "", *scores)


def taalbeeld(
    gebied: Gebied, kop: Kop, adviezen: Sequence[Advies], stukken: Sequence[Stuk], geen_hoofdstukken: str
) -> Taalbeeld:
    """The language of a plan: ``adviezen`` about its workbooks, and how the documents made of them read."""
    per_soort = Counter(advies.code for advies in adviezen)
    return Taalbeeld(
        voorblad=_voorblad(gebied, kop),
        kort=_kort(adviezen),
        eerst=eerst(adviezen),
        soorten=tuple(Soort(taal.getal(aantal), REGELS[code]) for code, aantal in per_soort.most_common()),
        geheel=tuple(_leesbaarheid(stuk.titel, stuk.zinnen, _langste(stuk)) for stuk in stukken),
        hoofdstukken=tuple(_van_hoofdstuk(hoofdstuk) for stuk in stukken[:1] for hoofdstuk in stuk.hoofdstukken),
        geen_hoofdstukken=geen_hoofdstukken,
        slug=gebied.slug,
    )


def eerst(adviezen: Iterable[Advies]) -> tuple[Aandacht, ...]:
    """The sentences with the heaviest advice, at most ten; among equals the order of the workbook."""
    per_zin: dict[tuple[Plek, str], list[Advies]] = {}
    for advies in adviezen:
        per_zin.setdefault((advies.plek, advies.zin), []).append(advies)
    zwaarste = sorted(per_zin.items(), key=lambda paar: -sum(advies.gewicht for advies in paar[1]))
    een_werkmap = len({plek.bestand for plek, _ in per_zin}) == 1
    return tuple(
        Aandacht(
            taal.hoofdletter(plek.in_bestand()) if een_werkmap else str(plek),
            ingekort(zin),
            tuple(f"{advies.wat} {advies.hulp}" for advies in van_zin),
        )
        for (plek, zin), van_zin in zwaarste[:MEESTE]
    )


def _voorblad(gebied: Gebied, kop: Kop) -> Voorblad:
    return Voorblad(
        titel=f"Hoe leest het plan van {gebied.naam}?",
        ondertitel=f"Signalen voor moeilijke taal in het gebiedsplan {kop.planjaar or ''}".strip(),
        opsteller=kop.opsteller,
        datum="" if kop.datum == dt.date.min else kop.datum.isoformat(),
        status=kop.status,
        versie=kop.versie,
        regels=tuple(filter(lambda regel: regel[1], (("Status", kop.status), ("Versie", kop.versie)))),
    )


def _kort(adviezen: Sequence[Advies]) -> str:
    if not adviezen:
        return "Er zijn geen signalen voor moeilijke taal gevonden in de werkmap."
    zinnen = len({(advies.plek, advies.zin) for advies in adviezen})
    tekens = taal.meervoud(len(adviezen), "signaal", "signalen")
    in_zinnen = f"{taal.telwoord(zinnen)} {taal.meervoud(zinnen, 'zin', 'zinnen')}"
    return f"In de werkmap staan {taal.telwoord(len(adviezen))} {tekens} voor moeilijke taal, in {in_zinnen}."


def _langste(stuk: Stuk) -> int:
    return max((hoofdstuk.langste_alinea for hoofdstuk in stuk.hoofdstukken), default=0)


def _van_hoofdstuk(hoofdstuk: Hoofdstuk) -> Leesbaarheid:
    return _leesbaarheid(hoofdstuk.kop, hoofdstuk.zinnen, hoofdstuk.langste_alinea)


def _leesbaarheid(naam: str, zinnen: Sequence[str], langste_alinea: int) -> Leesbaarheid:
    lengtes = [aantal_woorden(zin) for zin in zinnen]
    uitkomst = score.flesch_douma(zinnen)
    return Leesbaarheid(
        naam=naam,
        woorden=taal.getal(sum(lengtes)),
        woorden_per_zin=taal.getal(sum(lengtes) / max(len(lengtes), 1), 1),
        lange_zinnen=taal.getal(sum(lengte > LANGSTE_ZIN for lengte in lengtes)),
        langste_alinea=taal.getal(langste_alinea),
        score=_TE_KORT if uitkomst is None else f"{taal.getal(uitkomst)} ({score.in_woorden(uitkomst)})",
    )
