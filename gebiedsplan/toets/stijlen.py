"""The styles of a document, each with what it gets from the style it is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan.toets.model import Rol
from gebiedsplan.wordbestand.xml import Element, aan, eigenschappen, naam, onder, waarde

Eigenschappen: TypeAlias = Mapping[str, Element]

_KOPNAAM = re.compile(r"(?:heading|kop) ?([1-9])", re.IGNORECASE)
_INHOUD = re.compile(r"(?:toc|contents|index) \d|table of figures|toc heading", re.IGNORECASE)
_ROLLEN = {"title": Rol.TITEL, "subtitle": Rol.TITEL, "caption": Rol.BIJSCHRIFT}
_GEEN_KOP = 9
_LANGSTE_KETEN = 20
# What Word writes for text that is in no language.
_GEEN_TAAL = frozenset({"x-none", "zxx"})


@dataclass(frozen=True, slots=True)
class Stijl:
    """What a style does to the text in it; for ``vet`` and ``taal`` None and "" say nothing."""

    kop: int = 0
    rol: Rol = Rol.GEWOON
    lijst: bool = False
    apart: bool = False
    vet: bool | None = None
    taal: str = ""


class Stijlen:
    """The styles by their id. A style that is not there does nothing, as in Word."""

    def __init__(self, wortel: Element | None) -> None:
        knopen = () if wortel is None else wortel.iterchildren(naam("w:style"))
        self._knopen = {waarde(knoop, "w:styleId"): knoop for knoop in knopen}
        self._stijlen: dict[str, Stijl] = {}
        self._alineas: dict[str, Stijl] = {}
        standaard = eigenschappen(onder(wortel, "w:docDefaults", "w:rPrDefault", "w:rPr"))
        gewoon = next((id_ for id_, knoop in self._knopen.items() if _is_standaard(knoop)), "")
        self._standaard = self.stijl(gewoon)
        self._taal = self._standaard.taal or taal(standaard)
        self._vet = bool(vet(standaard))

    def alinea(self, id_: str) -> Stijl:
        """The paragraph style with this id, with all that the document says for every text filled in."""
        if id_ not in self._alineas:
            self._alineas[id_] = self._aangevuld(self.stijl(id_) if id_ in self._knopen else self._standaard)
        return self._alineas[id_]

    def _aangevuld(self, stijl: Stijl) -> Stijl:
        return Stijl(
            stijl.kop,
            stijl.rol,
            stijl.lijst,
            stijl.apart,
            self._vet if stijl.vet is None else stijl.vet,
            stijl.taal or self._taal,
        )

    def stijl(self, id_: str) -> Stijl:
        """The style with this id, and only what it says itself or through those it is based on."""
        if id_ not in self._stijlen:
            self._stijlen[id_] = _stijl(tuple(self._keten(id_)))
        return self._stijlen[id_]

    def _keten(self, id_: str) -> Iterator[Element]:
        """The style and those it is based on, nearest first; a circle is left where it closes."""
        gezien: set[str] = set()
        while id_ in self._knopen and id_ not in gezien and len(gezien) < _LANGSTE_KETEN:
            gezien.add(id_)
            yield self._knopen[id_]
            id_ = waarde(onder(self._knopen[id_], "w:basedOn"))


def _stijl(keten: tuple[Element, ...]) -> Stijl:
    namen = [waarde(onder(knoop, "w:name")) for knoop in keten]
    alineas = [eigenschappen(onder(knoop, "w:pPr")) for knoop in keten]
    letters = [eigenschappen(onder(knoop, "w:rPr")) for knoop in keten]
    koppen = (_kop(alinea, naam_) for alinea, naam_ in zip(alineas, namen, strict=True))
    return Stijl(
        kop=next((kop for kop in koppen if kop is not None), 0),
        rol=next((rol for rol in map(_rol, namen) if rol is not Rol.GEWOON), Rol.GEWOON),
        lijst=next((lijst for lijst in map(nummering, alineas) if lijst is not None), False),
        apart=any(map(staat_apart, alineas)),
        vet=next((v for v in map(vet, letters) if v is not None), None),
        taal=next(filter(None, map(taal, letters)), ""),
    )


def _is_standaard(knoop: Element) -> bool:
    return waarde(knoop, "w:type") == "paragraph" and waarde(knoop, "w:default") in {"1", "true", "on"}


def _kop(alinea: Eigenschappen, naam_: str) -> int | None:
    niveau = kopniveau(alinea)
    als_naam = _KOPNAAM.fullmatch(naam_)
    return int(als_naam[1]) if niveau is None and als_naam else niveau


def _rol(naam_: str) -> Rol:
    return Rol.INHOUDSOPGAVE if _INHOUD.fullmatch(naam_) else _ROLLEN.get(naam_.casefold(), Rol.GEWOON)


def kopniveau(alinea: Eigenschappen) -> int | None:
    """The outline level that paragraph properties give, 0 for plain text; None when they do not say."""
    niveau = waarde(alinea.get("outlineLvl"))
    if not niveau.isdecimal():
        return None
    return int(niveau) + 1 if int(niveau) < _GEEN_KOP else 0


def nummering(alinea: Eigenschappen) -> bool | None:
    """Whether paragraph properties make a list of it; None when they do not say."""
    nummers = alinea.get("numPr")
    return None if nummers is None else waarde(onder(nummers, "w:numId")) not in {"", "0"}


def staat_apart(alinea: Eigenschappen) -> bool:
    """Whether paragraph properties set it in from the margin, or in a frame."""
    inspringing = alinea.get("ind")
    marges = () if inspringing is None else (waarde(inspringing, f"w:{kant}") for kant in ("left", "start", "hanging"))
    vulling = waarde(alinea.get("shd"), "w:fill")
    return "pBdr" in alinea or vulling not in {"", "auto"} or any(marge not in {"", "0"} for marge in marges)


def vet(letters: Eigenschappen) -> bool | None:
    """Whether character properties make it bold; None when they do not say."""
    return aan(letters["b"]) if "b" in letters else None


def taal(letters: Eigenschappen) -> str:
    """The language that character properties give; "" when they do not say."""
    code = waarde(letters.get("lang"))
    return "" if code in _GEEN_TAAL else code
