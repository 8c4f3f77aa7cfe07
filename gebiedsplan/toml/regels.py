"""On which line of a TOML text does a key stand?

``tomllib`` gives values without their place. This scans a text that ``tomllib`` has already accepted, so it
needs to know only where keys, strings and brackets begin and end.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gebiedsplan.toml.misser import Pad

_TEKEN = re.compile(
    r"""
      (?P<wit>[ \t\r]+ | \#[^\n]*)
    | (?P<regeleinde>\n)
    | (?P<tekst>\"{3}(?:\\[\s\S]|[^\\])*?\"{3,5} | '{3}[\s\S]*?'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
    | (?P<leesteken>[\[\]{}=,.])
    | (?P<woord>[^\s\[\]{}=,.\#"']+)
    """,
    re.VERBOSE,
)


def regelnummers(tekst: str) -> Mapping[Pad, int]:
    """The line (from 1) of every table, key and array item in a valid TOML text, by its path."""
    return _Zoeker(tuple(_tekens(tekst))).zoek()


def regel_van(pad: Pad, regels: Mapping[Pad, int]) -> int:
    """The line of ``pad``, or of the nearest table around it; 0 when that is the file itself."""
    for lengte in range(len(pad), 0, -1):
        if pad[:lengte] in regels:
            return regels[pad[:lengte]]
    return 0


@dataclass(frozen=True, slots=True)
class _Teken:
    soort: str
    tekst: str
    regel: int


_EINDE = _Teken("einde", "", 0)


def _tekens(tekst: str) -> Iterator[_Teken]:
    regel = 1
    for gevonden in _TEKEN.finditer(tekst):
        soort = gevonden.lastgroup or ""
        if soort != "wit":
            yield _Teken(soort, gevonden.group(), regel)
        regel += gevonden.group().count("\n")


class _Zoeker:
    """Walks through the tokens once, statement by statement."""

    def __init__(self, tekens: tuple[_Teken, ...]) -> None:
        self._tekens = tekens
        self._plaats = 0
        self._tabel: Pad = ()
        self._rijen: Counter[Pad] = Counter()
        self._regels: dict[Pad, int] = {}

    def zoek(self) -> Mapping[Pad, int]:
        while self._kijk() is not _EINDE:
            if self._kijk().soort == "regeleinde":
                self._pak()
            elif self._kijk().tekst == "[":
                self._kop()
            else:
                self._sleutel_en_waarde(self._tabel)
        return self._regels

    def _kijk(self) -> _Teken:
        return self._tekens[self._plaats] if self._plaats < len(self._tekens) else _EINDE

    def _pak(self) -> _Teken:
        teken = self._kijk()
        self._plaats += 1
        return teken

    def _kop(self) -> None:
        regel = self._pak().regel
        is_rij = self._kijk().tekst == "["
        if is_rij:
            self._pak()
        *ouders, laatste = self._sleutel("]")
        pad: Pad = ()
        for ouder in ouders:
            pad = self._laatste_rij((*pad, ouder))
            self._regels.setdefault(pad, regel)
        pad = (*pad, laatste)
        self._regels.setdefault(pad, regel)
        if is_rij:
            self._pak()
            self._rijen[pad] += 1
            pad = self._laatste_rij(pad)
            self._regels[pad] = regel
        self._tabel = pad

    def _laatste_rij(self, pad: Pad) -> Pad:
        return (*pad, self._rijen[pad] - 1) if pad in self._rijen else pad

    def _sleutel(self, tot: str) -> list[str]:
        """The parts of a dotted key, up to and including the sign that ends it."""
        delen: list[str] = []
        while (teken := self._pak()) is not _EINDE and teken.tekst != tot:
            if teken.soort == "tekst":
                delen.append(tomllib.loads(f"sleutel = {teken.tekst}")["sleutel"])
            elif teken.soort == "woord":
                delen.append(teken.tekst)
        return delen

    def _sleutel_en_waarde(self, tabel: Pad) -> None:
        regel = self._kijk().regel
        pad = tabel
        for deel in self._sleutel("="):
            pad = (*pad, deel)
            self._regels.setdefault(pad, regel)
        self._waarde(pad)

    def _waarde(self, pad: Pad) -> None:
        if self._kijk().tekst == "[":
            self._lijst(pad)
        elif self._kijk().tekst == "{":
            self._inline_tabel(pad)
        else:
            while self._kijk() is not _EINDE and self._kijk().tekst not in {",", "]", "}", "\n"}:
                self._pak()

    def _lijst(self, pad: Pad) -> None:
        self._pak()
        nummer = 0
        while (teken := self._kijk()) is not _EINDE and teken.tekst != "]":
            if teken.tekst in {",", "\n"}:
                self._pak()
                continue
            item: Pad = (*pad, nummer)
            self._regels[item] = teken.regel
            self._waarde(item)
            nummer += 1
        self._pak()

    def _inline_tabel(self, pad: Pad) -> None:
        self._pak()
        while (teken := self._kijk()) is not _EINDE and teken.tekst != "}":
            if teken.tekst in {",", "\n"}:
                self._pak()
            else:
                self._sleutel_en_waarde(pad)
        self._pak()
