"""A part of a document as pieces of text in reading order, each with all that is said of it.

Comments, bookmarks and tracked changes begin and end anywhere: in the middle of a word, in another cell or paragraph.
In one walk each piece of text gets what is open at that place; after that nothing need look at the XML again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import Final

from gebiedsplan.toets.stijlen import Stijlen
from gebiedsplan.wordbestand.xml import Element, gekozen, naam, onder, waarde

_BRON: Final = re.compile(r"_(cel[0-9a-f]{8}[A-Z]{1,3}[0-9]{1,7})(?:_[0-9]+)?")
_DATUM = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}:[0-9]{2})")
ONBEKEND = "onbekend"


class Soort(Enum):
    """What was done to a piece of text."""

    ERBIJ = "w:ins"
    WEG = "w:del"
    HIERHEEN = "w:moveTo"
    HIERVANDAAN = "w:moveFrom"
    OPMAAK = "opmaak"

    @property
    def nieuw(self) -> bool:
        """Whether the text was not there when the document was made."""
        return self in (Soort.ERBIJ, Soort.HIERHEEN)


@dataclass(frozen=True, slots=True)
class Wijziging:
    """A tracked change: what, by whom and when."""

    soort: Soort
    wie: str
    wanneer: str


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of text, which may be empty: then something is said of the place itself.

    ``alinea`` and ``rij`` count the paragraphs and table rows (0: in none); ``bronnen`` are the cells it comes from;
    ``opmerkingen`` the ids of the comments on it. ``verwijzing``: this is only where a comment is referred to.
    """

    tekst: str
    alinea: int
    rij: int
    bronnen: tuple[str, ...]
    opmerkingen: frozenset[str]
    wijziging: Wijziging | None
    verwijzing: bool = False


@dataclass(frozen=True, slots=True)
class Stukken:
    """All pieces, the heading above each paragraph, and what happened to whole paragraphs and rows."""

    alle: tuple[Stuk, ...]
    koppen: Mapping[int, str]
    alineas: tuple[tuple[int, Wijziging], ...]
    rijen: tuple[tuple[int, Wijziging], ...]


def datum(moment: str) -> str:
    """A moment of Word as a person reads it: "20-11-2026 14:03"; "" when there is none."""
    gevonden = _DATUM.match(moment)
    return f"{gevonden[3]}-{gevonden[2]}-{gevonden[1]} {gevonden[4]}" if gevonden else ""


def wijziging(knoop: Element, soort: Soort) -> Wijziging:
    """The change that an element with an author and a date stands for."""
    wie = waarde(knoop, "w:author").strip() or ONBEKEND
    return Wijziging(soort, wie, datum(waarde(knoop, "w:date")))


class Wandeling:
    """Goes along the parts of a document."""

    def __init__(self, stijlen: Stijlen) -> None:
        self._stijlen = stijlen
        self._stukken: list[Stuk] = []
        self._koppen: dict[int, str] = {}
        self._alineas: list[tuple[int, Wijziging]] = []
        self._rijen: list[tuple[int, Wijziging]] = []
        self._kop = ""
        self._alinea = self._rij = 0
        self._aantal_alineas = self._aantal_rijen = 0
        self._bronnen: dict[str, str] = {}
        self._opmerkingen: dict[str, None] = {}
        self._wijzigingen: list[Wijziging] = []

    def langs(self, wortel: Element) -> None:
        """Walk along one part; what is open at its end is closed."""
        self._kinderen(wortel)
        self._bronnen.clear()
        self._opmerkingen.clear()

    def stukken(self) -> Stukken:
        """All that was met."""
        return Stukken(tuple(self._stukken), self._koppen, tuple(self._alineas), tuple(self._rijen))

    def _kinderen(self, knoop: Element) -> None:
        for kind in knoop:
            self._knoop(kind)

    def _knoop(self, knoop: Element) -> None:
        if knoop.tag in _TEKENS:
            self._stuk(_TEKENS[knoop.tag] or knoop.text or "")
        elif knoop.tag in _STAPPEN:
            _STAPPEN[knoop.tag](self, knoop)
        elif knoop.tag.endswith("Pr"):
            self._andere_opmaak(knoop)
        elif knoop.tag != _OPDRACHT:
            self._kinderen(knoop)

    def _alinea_(self, knoop: Element) -> None:
        buiten = self._alinea
        self._aantal_alineas += 1
        hier = self._alinea = self._aantal_alineas
        self._koppen[hier] = self._kop
        eerste = len(self._stukken)
        merk = onder(knoop, "w:pPr", "w:rPr")
        for soort in Soort:
            if soort is not Soort.OPMAAK and (teken := onder(merk, soort.value)) is not None:
                self._alineas.append((hier, wijziging(teken, soort)))
        self._kinderen(knoop)
        if self._stijlen.alinea(waarde(onder(knoop, "w:pPr", "w:pStyle"))).kop:
            zichtbaar = (s.tekst for s in self._stukken[eerste:] if s.alinea == hier)
            self._kop = self._koppen[hier] = " ".join("".join(zichtbaar).split()) or self._kop
        self._alinea = buiten

    def _rij_(self, knoop: Element) -> None:
        buiten = self._rij
        self._aantal_rijen += 1
        self._rij = self._aantal_rijen
        for soort in (Soort.ERBIJ, Soort.WEG):
            if (teken := onder(knoop, "w:trPr", soort.value)) is not None:
                self._rijen.append((self._rij, wijziging(teken, soort)))
        self._kinderen(knoop)
        self._rij = buiten

    def _run(self, knoop: Element) -> None:
        anders = onder(knoop, "w:rPr", "w:rPrChange")
        if anders is None or self._wijzigingen:
            self._kinderen(knoop)
            return
        with self._binnen(wijziging(anders, Soort.OPMAAK)):
            self._kinderen(knoop)

    def _veranderd(self, knoop: Element) -> None:
        with self._binnen(wijziging(knoop, Soort("w:" + knoop.tag.rpartition("}")[2]))):
            self._kinderen(knoop)

    @contextmanager
    def _binnen(self, wijziging_: Wijziging) -> Iterator[None]:
        self._wijzigingen.append(wijziging_)
        yield
        self._wijzigingen.pop()

    def _andere_opmaak(self, eigenschappen: Element) -> None:
        """A paragraph, row, cell or table that looks otherwise than it did; of a run its words say so."""
        if eigenschappen.tag == _RUN_EIGENSCHAPPEN:
            return
        for knoop in eigenschappen.iter():
            if isinstance(knoop.tag, str) and knoop.tag.endswith("Change"):
                with self._binnen(wijziging(knoop, Soort.OPMAAK)):
                    self._stuk("")
                return

    def _bladwijzer(self, knoop: Element) -> None:
        gevonden = _BRON.fullmatch(waarde(knoop, "w:name"))
        if gevonden:
            self._bronnen[waarde(knoop, "w:id")] = gevonden[1]
            self._stuk("")

    def _einde_bladwijzer(self, knoop: Element) -> None:
        self._bronnen.pop(waarde(knoop, "w:id"), None)

    def _begin_opmerking(self, knoop: Element) -> None:
        self._opmerkingen[waarde(knoop, "w:id")] = None
        self._stuk("")

    def _einde_opmerking(self, knoop: Element) -> None:
        self._opmerkingen.pop(waarde(knoop, "w:id"), None)

    def _verwijzing(self, knoop: Element) -> None:
        id_ = frozenset({waarde(knoop, "w:id")})
        bronnen = tuple(self._bronnen.values())
        self._stukken.append(Stuk("", self._alinea, self._rij, bronnen, id_, None, verwijzing=True))

    def _keuze(self, knoop: Element) -> None:
        self._kinderen(gekozen(knoop))

    def _stuk(self, tekst: str) -> None:
        wijziging_ = self._wijzigingen[-1] if self._wijzigingen else None
        bronnen, opmerkingen = tuple(self._bronnen.values()), frozenset(self._opmerkingen)
        self._stukken.append(Stuk(tekst, self._alinea, self._rij, bronnen, opmerkingen, wijziging_))


# What stands for words: itself, or always the same.
_TEKENS: Final = {
    naam("w:t"): "",
    naam("w:delText"): "",
    naam("w:tab"): " ",
    naam("w:br"): " ",
    naam("w:cr"): " ",
    naam("w:noBreakHyphen"): "-",
}
_OPDRACHT: Final = naam("w:instrText")
_RUN_EIGENSCHAPPEN: Final = naam("w:rPr")
_STAPPEN: Final = {
    naam("w:p"): Wandeling._alinea_,
    naam("w:tr"): Wandeling._rij_,
    naam("w:r"): Wandeling._run,
    **{naam(soort.value): Wandeling._veranderd for soort in Soort if soort is not Soort.OPMAAK},
    naam("w:bookmarkStart"): Wandeling._bladwijzer,
    naam("w:bookmarkEnd"): Wandeling._einde_bladwijzer,
    naam("w:commentRangeStart"): Wandeling._begin_opmerking,
    naam("w:commentRangeEnd"): Wandeling._einde_opmerking,
    naam("w:commentReference"): Wandeling._verwijzing,
    naam("mc:AlternateContent"): Wandeling._keuze,
}
