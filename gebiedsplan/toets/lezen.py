"""From the XML of a document to what the rules look at, in one walk along all its parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from gebiedsplan.bevinding import Plek
from gebiedsplan.toets.alinea import Inhoud, Velden
from gebiedsplan.toets.alinea import lees as lees_alinea
from gebiedsplan.toets.model import (
    Afbeelding,
    Alinea,
    Cel,
    Koppeling,
    Rij,
    Rol,
    Tabel,
    Verhaal,
    Watermerk,
    Worddocument,
)
from gebiedsplan.toets.platen import Plaat
from gebiedsplan.toets.stijlen import Stijlen, kopniveau, nummering, staat_apart
from gebiedsplan.toets.woorden import kort
from gebiedsplan.wordbestand.pakket import Pakket, Relatie, van_soort
from gebiedsplan.wordbestand.xml import Element, aan, eigenschappen, gekozen, kinderen, naam, onder, waarde

# What is read after the text, in this order: the parts of these kinds that the text points at.
_VERHALEN: Final = {
    "header": Verhaal.KOPTEKST,
    "footer": Verhaal.VOETTEKST,
    "footnotes": Verhaal.NOOT,
    "endnotes": Verhaal.NOOT,
}


def lees(inhoud: bytes, bestand: str) -> Worddocument:
    """Read a document. Raises Onleesbaar when it is none, or too large or too damaged to be read."""
    pakket = Pakket(inhoud)
    wortel, relaties = pakket.tekst()
    wandeling = _Wandeling(bestand, Stijlen(pakket.xml(van_soort(relaties, "styles"))))
    wandeling.langs(wortel, Verhaal.TEKST, relaties)
    for soort, verhaal in _VERHALEN.items():
        for deel in [relatie.doel for relatie in relaties.values() if relatie.soort == soort]:
            onderdeel = pakket.xml(deel)
            if onderdeel is not None:
                wandeling.langs(onderdeel, verhaal, pakket.relaties(deel))
    kern = pakket.xml(van_soort(pakket.begin, "core-properties"))
    instellingen = pakket.xml(van_soort(relaties, "settings"))
    return wandeling.document(
        "" if kern is None else (kern.findtext(naam("dc:title")) or "").strip(),
        aan(onder(instellingen, "w:updateFields")),
    )


@dataclass(frozen=True, slots=True)
class _Waar:
    """Where the walk is: in which run of text, in which table (0: in none), and whether in a contents list."""

    verhaal: Verhaal
    tabel: int = 0
    in_inhoudsopgave: bool = False


class _Wandeling:
    """Goes along the parts of a document and gathers what is there."""

    def __init__(self, bestand: str, stijlen: Stijlen) -> None:
        self._bestand = bestand
        self._stijlen = stijlen
        self._relaties: Mapping[str, Relatie] = {}
        self._velden = Velden()
        self._alineas: list[Alinea] = []
        self._tabellen: list[Tabel] = []
        self._afbeeldingen: list[Afbeelding] = []
        self._koppelingen: list[Koppeling] = []
        self._watermerken: list[Watermerk] = []
        self._talen: Counter[str] = Counter()
        self._aantallen: Counter[str] = Counter()
        self._reeks = 0
        self._kop = ""
        self._plekken: dict[tuple[_Waar, str], Plek] = {}

    def langs(self, wortel: Element, verhaal: Verhaal, relaties: Mapping[str, Relatie]) -> None:
        """Read one part."""
        self._relaties = relaties
        self._velden = Velden()
        for houder in _houders(wortel):
            self._blokken(houder, _Waar(verhaal))

    def document(self, titel: str, velden_bijwerken: bool) -> Worddocument:
        """All that was gathered."""
        return Worddocument(
            Plek(self._bestand),
            titel,
            velden_bijwerken,
            tuple(self._talen.most_common()),
            tuple(self._alineas),
            tuple(self._tabellen),
            tuple(self._afbeeldingen),
            tuple(self._koppelingen),
            tuple(self._watermerken),
        )

    def _blokken(self, houder: Element, waar: _Waar) -> None:
        """The paragraphs and tables in ``houder``, which no neighbour of it belongs to."""
        self._reeks += 1
        self._rij_blokken(houder, waar)
        self._reeks += 1

    def _rij_blokken(self, houder: Element, waar: _Waar) -> None:
        for kind in houder:
            if kind.tag == _P:
                self._alinea(kind, waar)
            elif kind.tag == _TBL:
                self._reeks += 1
                self._tabel(kind, waar)
            elif kind.tag == _SDT:
                self._rij_blokken(kind, replace(waar, in_inhoudsopgave=waar.in_inhoudsopgave or _maakt_inhoud(kind)))
            elif kind.tag == _KEUZE:
                self._rij_blokken(gekozen(kind), waar)
            elif kind.tag in _BLOKOMHULSELS:
                self._rij_blokken(kind, waar)

    def _alinea(self, knoop: Element, waar: _Waar) -> None:
        eigen = eigenschappen(knoop.find(_PPR))
        stijl = self._stijlen.alinea(waarde(eigen.get("pStyle")))
        in_inhoudsopgave = waar.in_inhoudsopgave or self._velden.in_inhoudsopgave
        inhoud = lees_alinea(knoop, stijl, self._stijlen, self._relaties, self._velden)
        in_inhoudsopgave = in_inhoudsopgave or self._velden.in_inhoudsopgave
        self._talen.update(inhoud.talen)
        leeg = not inhoud.tekst.strip() and not inhoud.heeft_meer and "sectPr" not in eigen
        if leeg and onder(eigen.get("rPr"), "w:del") is not None:
            return
        niveau, lijst = kopniveau(eigen), nummering(eigen)
        alinea = Alinea(
            tekst=inhoud.tekst,
            plek=self._plek(waar),
            verhaal=waar.verhaal,
            reeks=self._reeks,
            in_tabel=bool(waar.tabel),
            kop=stijl.kop if niveau is None else niveau,
            rol=Rol.INHOUDSOPGAVE if in_inhoudsopgave else stijl.rol,
            lijst=stijl.lijst if lijst is None else lijst,
            vet=inhoud.vet,
            apart=stijl.apart or staat_apart(eigen),
            leeg=leeg,
        )
        if alinea.is_kop:
            self._kop = f"kop ‘{kort(alinea.tekst)}’"
            self._plekken.clear()
            alinea = replace(alinea, plek=Plek(self._bestand, onderdeel=self._kop))
        self._alineas.append(alinea)
        self._ernaast(inhoud, waar, alinea.rol)

    def _ernaast(self, inhoud: Inhoud, waar: _Waar, rol: Rol) -> None:
        """The links, pictures and text boxes of a paragraph."""
        for doel, begin, einde in inhoud.koppelingen if rol is not Rol.INHOUDSOPGAVE else ():
            if inhoud.tekst[begin:einde].strip():
                self._koppelingen.append(Koppeling(inhoud.tekst[begin:einde], doel, self._plek(waar)))
        for plaat in inhoud.platen:
            self._plaat(plaat, waar)
        for vak in inhoud.tekstvakken:
            in_vak = waar if waar.verhaal is not Verhaal.TEKST else replace(waar, verhaal=Verhaal.TEKSTVAK)
            velden, self._velden = self._velden, Velden()
            self._blokken(vak, in_vak)
            self._velden = velden

    def _plaat(self, plaat: Plaat, waar: _Waar) -> None:
        if plaat.watermerk or (plaat.woordkunst and waar.verhaal is Verhaal.KOPTEKST):
            self._watermerken.append(Watermerk(plaat.woordkunst, self._plek(waar, "watermerk")))
        elif not plaat.leesbaar:
            plek = self._plek(waar, f"{plaat.soort} {self._volgende(plaat.soort)}")
            self._afbeeldingen.append(Afbeelding(plaat.soort, plaat.beschrijving, plaat.titel, plaat.decoratief, plek))

    def _tabel(self, knoop: Element, waar: _Waar) -> None:
        nummer = self._volgende("tabel")
        plek = self._plek(waar, f"tabel {nummer}")
        plaats = len(self._tabellen)
        rijen = [kind for kind in kinderen(knoop) if kind.tag == _TR and onder(kind, "w:trPr", "w:del") is None]
        gelezen = tuple(self._rij(rij, replace(waar, tabel=nummer)) for rij in rijen)
        self._tabellen.insert(plaats, Tabel(plek, gelezen, in_cel=bool(waar.tabel)))

    def _rij(self, knoop: Element, waar: _Waar) -> Rij:
        cellen = tuple(self._cel(kind, waar) for kind in kinderen(knoop) if kind.tag == _TC)
        return Rij(aan(onder(knoop, "w:trPr", "w:tblHeader")), cellen)

    def _cel(self, knoop: Element, waar: _Waar) -> Cel:
        eerste, tabellen = len(self._alineas), len(self._tabellen)
        self._blokken(knoop, waar)
        alineas = self._alineas[eerste:]
        eigen = eigenschappen(knoop.find(_TCPR))
        breedte = waarde(eigen.get("gridSpan"))
        return Cel(
            next((alinea.tekst for alinea in alineas if alinea.tekst.strip()), ""),
            leeg=len(self._tabellen) == tabellen and all(alinea.leeg for alinea in alineas),
            samengevoegd=breedte not in {"", "0", "1"} or "vMerge" in eigen or "hMerge" in eigen,
        )

    def _volgende(self, soort: str) -> int:
        self._aantallen[soort] += 1
        return self._aantallen[soort]

    def _plek(self, waar: _Waar, wat: str = "") -> Plek:
        """The place in words: "tabel 3, onder de kop ‘Speerpunten’"."""
        # Most paragraphs stand where the one before stood.
        if (waar, wat) not in self._plekken:
            tabel = f"in tabel {waar.tabel}" if waar.tabel else ""
            kop = ""
            if waar.verhaal in {Verhaal.TEKST, Verhaal.TEKSTVAK}:
                kop = f"onder de {self._kop}" if self._kop else "vóór de eerste kop"
            delen = filter(None, (wat, tabel, waar.verhaal.value, kop))
            self._plekken[waar, wat] = Plek(self._bestand, onderdeel=", ".join(delen))
        return self._plekken[waar, wat]


def _houders(wortel: Element) -> Iterator[Element]:
    """What holds the text of a part: the body, a header as a whole, or each note that a person wrote."""
    if wortel.tag == naam("w:document"):
        yield from wortel.iterchildren(naam("w:body"))
    elif wortel.tag in {naam("w:footnotes"), naam("w:endnotes")}:
        yield from (noot for noot in wortel if waarde(noot, "w:type") in {"", "normal"})
    else:
        yield wortel


def _maakt_inhoud(sdt: Element) -> bool:
    return waarde(onder(sdt, "w:sdtPr", "w:docPartObj", "w:docPartGallery")) == "Table of Contents"


_P: Final = naam("w:p")
_PPR: Final = naam("w:pPr")
_TBL: Final = naam("w:tbl")
_TR: Final = naam("w:tr")
_TC: Final = naam("w:tc")
_TCPR: Final = naam("w:tcPr")
_SDT: Final = naam("w:sdt")
_KEUZE: Final = naam("mc:AlternateContent")
_BLOKOMHULSELS: Final = frozenset(map(naam, ("w:sdtContent", "w:ins", "w:moveTo", "w:customXml")))
