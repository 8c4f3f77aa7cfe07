"""The XML of one sheet with other values in some cells; every byte outside those cells stays."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from gebiedsplan.invullen.rijen import Rij, vind
from gebiedsplan.pakket.verwijzing import kolom_van, letters, nummer, rij_van

# What a cell can be given; None is an empty cell.
Inhoud: TypeAlias = str | float | int | None

_AFMETING = re.compile(rb"""(<(?:\w+:)?dimension\b[^>]*?\bref=["'])([A-Z]+\d+)(?::([A-Z]+\d+))?""")
_KOLOM = re.compile(rb"<(?:\w+:)?col\s[^>]*>")
_ATTRIBUUT = re.compile(rb"""(\w+)=["']([^"']*)["']""")
# How a new row looks is how the row above it looks; below the header, how its columns look.
_OPMAAK_VAN_RIJ = ("ht", "customHeight", "s", "customFormat", "spans")


class Bladxml:
    """One sheet; ``procent`` are the formats in which a share is kept as 0.12 instead of 12."""

    def __init__(self, xml: bytes, procent: Collection[str] = ()) -> None:
        self._xml = xml
        self._procent = procent
        gevonden = vind(xml)
        self._rijen, self._eind, self._voor = gevonden.rijen, gevonden.eind, gevonden.voorvoegsel
        self._hoogtes: Mapping[int, float] = {}
        # Above the first row stands how the columns look.
        self._begin = min((rij.begin for rij in self._rijen.values()), default=max(self._eind, 0))

    def formules(self) -> Iterator[str]:
        """The cells with a formula."""
        for rij in self._rijen.values():
            yield from (f"{kolom}{rij.nummer}" for kolom, cel in rij.cellen.items() if cel.formule)

    def met(
        self, cellen: Mapping[str, Inhoud], hoogtes: Mapping[int, float] | None = None
    ) -> tuple[bytes, tuple[int, int] | None]:
        """The XML with ``cellen`` in it, and the last row with something in it before and after when that moved."""
        self._hoogtes = hoogtes or {}
        per_rij: dict[int, dict[str, Inhoud]] = {}
        for cel, waarde in cellen.items():
            per_rij.setdefault(rij_van(cel), {})[kolom_van(cel)] = waarde
        xml = self._xml
        # From the end, so that the places before it stay true; of rows at the same place the last comes first.
        stukken = sorted(self._rij(nummer_, nieuw) for nummer_, nieuw in per_rij.items())
        for begin, _, eind, inhoud in reversed(stukken):
            xml = xml[:begin] + inhoud + xml[eind:]
        laatste = max((n for n, rij in self._rijen.items() if any(c.gevuld for c in rij.cellen.values())), default=0)
        verste = max(per_rij, default=0)
        return _met_afmeting(xml, cellen), ((laatste, verste) if verste > laatste else None)

    def _rij(self, nummer_: int, nieuw: Mapping[str, Inhoud]) -> tuple[int, int, int, bytes]:
        """Where in the XML a row begins, its number, where it ends (the same place when it is new), and its new XML."""
        bestaand = self._rijen.get(nummer_)
        erboven = self._rijen.get(max((n for n in self._rijen if 1 < n < nummer_), default=0))
        voorbeeld = {kolom: stijl for kolom in nieuw if (stijl := self._kolomstijl(kolom))}
        if erboven is not None:
            voorbeeld = {kolom: cel.stijl for kolom, cel in erboven.cellen.items()}
        if bestaand is None:
            begin = min((rij.begin for n, rij in self._rijen.items() if n > nummer_), default=self._eind)
            kolommen = set(nieuw) | set(voorbeeld)
            cellen = {k: self._cel(f"{k}{nummer_}", nieuw.get(k), voorbeeld.get(k, "")) for k in kolommen}
            return begin, nummer_, begin, self._gevulde_rij(nummer_, self._opmaak(nummer_, erboven), cellen)
        cellen = {kolom: self._xml[cel.begin : cel.eind] for kolom, cel in bestaand.cellen.items()}
        for kolom, waarde in nieuw.items():
            oud = bestaand.cellen.get(kolom)
            if oud is not None and oud.formule:
                raise ValueError(f"in cel {kolom}{nummer_} staat een formule")
            cellen[kolom] = self._cel(f"{kolom}{nummer_}", waarde, oud.stijl if oud else voorbeeld.get(kolom, ""))
        attributen = {naam: waarde for naam, waarde in bestaand.attributen.items() if naam != "r"}
        return bestaand.begin, nummer_, bestaand.eind, self._gevulde_rij(nummer_, attributen, cellen)

    def _opmaak(self, nummer_: int, erboven: Rij | None) -> dict[str, str]:
        van = erboven.attributen if erboven else {}
        opmaak = {naam: van[naam] for naam in _OPMAAK_VAN_RIJ if naam in van}
        if nummer_ in self._hoogtes:
            opmaak |= {"ht": f"{self._hoogtes[nummer_]:g}"}
            opmaak.pop("customHeight", None)
        return opmaak

    def _kolomstijl(self, kolom: str) -> str:
        """How the cells of a column look where nothing stands yet."""
        for gevonden in _KOLOM.finditer(self._xml, 0, self._begin):
            attributen = {naam.decode(): waarde.decode() for naam, waarde in _ATTRIBUUT.findall(gevonden[0])}
            if int(attributen.get("min", "0")) <= nummer(kolom) <= int(attributen.get("max", "0")):
                return str(attributen.get("style", ""))
        return ""

    def _gevulde_rij(self, nummer_: int, attributen: Mapping[str, str], cellen: Mapping[str, bytes]) -> bytes:
        op_volgorde = b"".join(cellen[kolom] for kolom in sorted(cellen, key=nummer))
        return self._element("row", {"r": str(nummer_), **attributen}, op_volgorde)

    def _cel(self, naam: str, waarde: Inhoud, stijl: str) -> bytes:
        attributen = {"r": naam, **({"s": stijl} if stijl else {})}
        if waarde is None:
            return self._element("c", attributen)
        if isinstance(waarde, str):
            tekst = self._element("t", {"xml:space": "preserve"}, escape(waarde).encode())
            return self._element("c", {**attributen, "t": "inlineStr"}, self._element("is", {}, tekst))
        getal = waarde / 100 if stijl in self._procent else waarde
        return self._element("c", attributen, self._element("v", {}, f"{getal:.15g}".encode()))

    def _element(self, naam: str, attributen: Mapping[str, str], inhoud: bytes = b"") -> bytes:
        tag = self._voor + naam.encode()
        woorden = "".join(f" {sleutel}={quoteattr(waarde)}" for sleutel, waarde in attributen.items()).encode()
        return b"<" + tag + woorden + (b">" + inhoud + b"</" + tag + b">" if inhoud else b"/>")


def _met_afmeting(xml: bytes, cellen: Collection[str]) -> bytes:
    """The XML with a dimension that holds all cells."""

    def met(gevonden: re.Match[bytes]) -> bytes:
        begin, einde = gevonden[2].decode(), (gevonden[3] or gevonden[2]).decode()
        rij = max(rij_van(einde), *map(rij_van, cellen))
        kolom = max(nummer(kolom_van(einde)), *(nummer(kolom_van(cel)) for cel in cellen))
        return gevonden[1] + f"{begin}:{letters(kolom)}{rij}".encode()

    return _AFMETING.sub(met, xml, count=1) if cellen else xml
