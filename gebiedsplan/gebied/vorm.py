"""The workbook of one kader: the sheets that every workbook can have, as this kader has them, and those it adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gebiedsplan.gebied.bladen import BLADEN, CIJFERKOLOMMEN, TEKSTEN, VELDEN_GEBIED
from gebiedsplan.gebied.kolommen import BladSpec, Kolom, Soort
from gebiedsplan.kader.eigen import EigenBlad, EigenVeld, SoortKolom
from gebiedsplan.kader.model import Blok, Gebied, Kader

# After these sheets come those with figures, and those that the kader adds.
_VOOR_CIJFERS = "Bevolking"
_VOOR_EIGEN = "Teksten"
# After this text come those of the blocks of figures.
_VOOR_BLOKKEN = "Inclusie"

_SOORTEN: Mapping[SoortKolom, Soort] = {
    "tekst": Soort.TEKST,
    "opmaak": Soort.MARKDOWN,
    "getal": Soort.GETAL,
    "mensen": Soort.GETAL,
    "jaar": Soort.JAAR,
    "datum": Soort.DATUM,
    "keuze": Soort.KEUZE,
    "keuzes": Soort.KEUZES,
    "bedrag": Soort.BEDRAG,
    "speerpunt": Soort.CODE,
    "speerpunten": Soort.CODES,
}


@dataclass(frozen=True, slots=True)
class Vorm:
    """Which sheets a workbook has, which fields its sheet Gebied has, and where each text of its sheet Teksten goes."""

    bladen: tuple[BladSpec, ...]
    velden: tuple[Kolom, ...]
    teksten: Mapping[str, str]

    def blad(self, naam: str) -> BladSpec:
        """The sheet with this name. Raises KeyError when there is none."""
        for spec in self.bladen:
            if spec.naam == naam:
                return spec
        raise KeyError(naam)


def vorm(kader: Kader) -> Vorm:
    """The workbook as this kader asks for it."""
    return Vorm(
        bladen=tuple(_bladen(kader)),
        velden=(*VELDEN_GEBIED, *(_kolom(veld) for veld in kader.velden)),
        teksten=dict(_teksten(kader)),
    )


def bladen_van(kader: Kader, gebied: Gebied) -> tuple[BladSpec, ...]:
    """The sheets of the workbook of an area in their order: without those that stand in the workbooks of its parts."""
    met_cijfers, met_speerpunten = gebied in kader.bladeren(), gebied in kader.met_speerpunten()
    return tuple(
        spec
        for spec in vorm(kader).bladen
        if not spec.van_delen or (met_cijfers if spec.van_cijfers else met_speerpunten)
    )


def _bladen(kader: Kader) -> Iterator[BladSpec]:
    for spec in BLADEN:
        yield replace(spec, kolommen=tuple(_kolommen(spec.kolommen, kader)))
        if spec.naam == _VOOR_CIJFERS:
            yield from (_cijferblad(blok) for blok in kader.blokken)
        if spec.naam == _VOOR_EIGEN:
            yield from (_eigen_blad(blad) for blad in kader.bladen)


def _kolommen(kolommen: tuple[Kolom, ...], kader: Kader) -> Iterator[Kolom]:
    """The columns as the kader calls them, without those for a choice that it does not give."""
    lijsten = _lijsten(kader)
    for kolom in kolommen:
        if kolom.lijst in lijsten:
            if lijsten[kolom.lijst]:
                yield replace(
                    kolom,
                    heet=_heet(kolom, kader),
                    uitleg=_uitleg(kolom, kader),
                    verplicht=kolom.verplicht or _enige(kolom, kader),
                )
        else:
            yield kolom


def _lijsten(kader: Kader) -> Mapping[str, bool]:
    """The lists that a kader need not have, and whether it has."""
    return {
        "doelgroepen": bool(kader.doelgroepen),
        "thema's": bool(kader.themas),
        "hoofdopgaven": bool(kader.hoofdopgaven),
        "bouwstenen": any(opgave.bouwstenen for opgave in kader.hoofdopgaven),
        "pijlers": bool(kader.pijlers),
        "dimensies": bool(kader.dimensies),
        "rollen": bool(kader.rollen),
    }


def _heet(kolom: Kolom, kader: Kader) -> str:
    woorden = kader.woorden
    namen = {
        "doelgroepen": woorden.doelgroep.kop,
        "thema's": woorden.thema.kop,
        "hoofdopgaven": woorden.hoofdopgave.kop,
        "bouwstenen": woorden.bouwsteen.kop,
        "pijlers": woorden.pijler.koppen,
        "dimensies": woorden.dimensie.kop,
    }
    return namen.get(kolom.lijst, kolom.naam)


def _uitleg(kolom: Kolom, kader: Kader) -> str:
    """What belongs in the column, in the words of the kader."""
    woorden = kader.woorden
    eigen = {
        "welke hoofdopgave": woorden.hoofdopgave.welk,
        "welke bouwsteen": woorden.bouwsteen.welk,
        "welk thema": woorden.thema.welk,
        "welke pijlers": f"welke {woorden.pijler.meervoud}",
    }
    uitleg = kolom.uitleg
    for standaard, woord in eigen.items():
        uitleg = uitleg.replace(standaard, woord)
    return uitleg


def _enige(kolom: Kolom, kader: Kader) -> bool:
    """Whether the hoofdopgave has to say what a row belongs to, because there are no bouwstenen that do."""
    return kolom.lijst == "hoofdopgaven" and not _lijsten(kader)["bouwstenen"]


def _cijferblad(blok: Blok) -> BladSpec:
    rij_is = "een cijfer van een gebied of wijk in een jaar"
    return BladSpec(blok.blad, rij_is, CIJFERKOLOMMEN, not blok.mag_leeg, van_delen=True, van_cijfers=True)


def _eigen_blad(blad: EigenBlad) -> BladSpec:
    kolommen = tuple(_kolom(kolom) for kolom in blad.kolommen)
    return BladSpec(blad.naam, blad.rij_is, kolommen, blad.verplicht, blad.van_delen, blad.uitleg)


def _kolom(veld: EigenVeld) -> Kolom:
    return Kolom(
        veld.naam, _SOORTEN[veld.soort], veld.uitleg, verplicht=veld.verplicht, lijst=naam_van_lijst(veld.lijst)
    )


def naam_van_lijst(lijst: str) -> str:
    """What a list that kader.toml names is called among all lists (see ``gebied.keuzes``)."""
    if lijst in {"doelgroepen", "hoofdopgaven", "bouwstenen", "pijlers", "dimensies", "rollen", "indicatoren", ""}:
        return lijst
    return "thema's" if lijst == "themas" else f"lijst {lijst}"


def _teksten(kader: Kader) -> Iterator[tuple[str, str]]:
    for naam, waar in TEKSTEN.items():
        yield naam, waar
        if naam == _VOOR_BLOKKEN:
            yield from (
                (blok.naam, f"Bij de cijfers over {blok.naam[:1].lower()}{blok.naam[1:]}.") for blok in kader.blokken
            )
    yield from ((tekst.naam, tekst.uitleg) for tekst in kader.teksten)
