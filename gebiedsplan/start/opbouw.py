"""What follows from the answers: the areas with their slugs and wijken, and lists to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gebiedsplan import taal
from gebiedsplan.kader.model import Wijk
from gebiedsplan.start.model import Antwoorden, Begin, Deel, Gebied, Gemeente, Keuze, Niveau
from gebiedsplan.start.namen import slug
from gebiedsplan.start.samenhang import wijk_van

# A kader runs for so many years, when nobody says how many.
_DUUR = 4
# Figures of so many years back make a trend.
_TERUG = 15
_VOORBEELDEN = 2


def begin(antwoorden: Antwoorden) -> Begin:
    """All that a new kader is made of."""
    hoogste, laagste = (*antwoorden.niveaus, None, None)[:2]
    return Begin(
        samenwerking=antwoorden.samenwerking,
        in_zin=antwoorden.in_zin or antwoorden.samenwerking,
        lange_naam=_lange_naam([gemeente.naam for gemeente in antwoorden.gemeenten]),
        periode=antwoorden.periode or f"{antwoorden.jaar} t/m {antwoorden.jaar + _DUUR - 1}",
        jaar=antwoorden.jaar,
        oudste_jaar=antwoorden.jaar - _TERUG,
        speerpunten_min=antwoorden.speerpunten_min,
        speerpunten_max=antwoorden.speerpunten_max,
        hoogste=hoogste,
        laagste=laagste,
        hoofdopgaven=tuple(_opgaven(hoogste, laagste)) if hoogste else (),
        themas=tuple(Keuze(slug(naam), naam) for naam in antwoorden.themas),
        gebieden=tuple(gebied for gemeente in antwoorden.gemeenten for gebied in _gebieden(gemeente)),
    )


def _lange_naam(gemeenten: Sequence[str]) -> str:
    return f"gemeente {gemeenten[0]}" if len(gemeenten) == 1 else taal.opsomming(gemeenten)


def _gebieden(gemeente: Gemeente) -> Iterator[Gebied]:
    kort = slug(gemeente.naam)
    yield Gebied(kort, gemeente.naam, gemeente.code, gemeente.bestuur, "", _wijken(gemeente))
    yield from (Gebied(slug(deel.naam), deel.naam, "", "", kort, _wijken(deel)) for deel in gemeente.gebieden)


def _wijken(gebied: Gemeente | Deel) -> tuple[Wijk, ...]:
    """A wijk whose name nobody gave is called by its code; the only one is called as the area."""
    enige = gebied.naam if len(gebied.wijken) == 1 else ""
    return tuple(Wijk(code, naam or enige or code) for code, naam in map(wijk_van, gebied.wijken))


def _opgaven(hoogste: Niveau, laagste: Niveau | None) -> Iterator[Keuze]:
    """The parts of the highest level. What stands below them, and above when nobody named any, is made up."""
    namen = hoogste.namen or tuple(f"{_kop(hoogste)} {nummer}" for nummer in range(1, _VOORBEELDEN + 1))
    for naam in namen:
        onder = tuple(_onder(laagste, naam)) if laagste else ()
        yield Keuze(slug(naam), naam, voorbeeld=not hoogste.namen, onder=onder)


def _onder(laagste: Niveau, boven: str) -> Iterator[Keuze]:
    for nummer in range(1, _VOORBEELDEN + 1):
        naam = f"{_kop(laagste)} {nummer} van {boven}"
        yield Keuze(slug(naam), naam, voorbeeld=True)


def _kop(niveau: Niveau) -> str:
    return niveau.enkelvoud[:1].upper() + niveau.enkelvoud[1:]
