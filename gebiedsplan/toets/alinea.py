"""One paragraph: its words, how they look, and the links, fields and pictures in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gebiedsplan.toets.platen import Plaat, getekend, in_vml, tekstvakken
from gebiedsplan.toets.stijlen import Stijl, Stijlen, taal, vet
from gebiedsplan.wordbestand.pakket import Relatie
from gebiedsplan.wordbestand.xml import Element, aan, eigenschappen, gekozen, kinderen, naam, waarde


@dataclass(slots=True)
class Veld:
    """A field that is open: its instruction, and whether its result has begun (at ``begin`` in the paragraph)."""

    opdracht: str = ""
    in_uitkomst: bool = False
    begin: int = 0

    def is_een(self, soort: str) -> bool:
        """Whether the instruction is of this kind, such as TOC."""
        return self.opdracht.split(maxsplit=1)[:1] == [soort]

    @property
    def doel(self) -> str:
        """Where a HYPERLINK field goes."""
        woorden = self.opdracht.replace('"', " ").split()
        return next((woord for woord in woorden[1:] if not woord.startswith("\\")), "")


class Velden:
    """The fields that are open in a run of text; one may go on over many paragraphs."""

    def __init__(self) -> None:
        self.open: list[Veld] = []

    @property
    def zichtbaar(self) -> bool:
        """Whether what comes now is seen: an instruction is not, nor what stands in one."""
        return all(veld.in_uitkomst for veld in self.open)

    @property
    def in_inhoudsopgave(self) -> bool:
        """Whether this is inside a contents list that Word made."""
        return any(veld.is_een("TOC") for veld in self.open)


@dataclass(slots=True)
class Inhoud:
    """What a paragraph holds. ``koppelingen``: where a link goes, and from where to where in the text.

    ``heeft_meer``: there is something besides words, so that the paragraph is not empty.
    """

    tekst: str = ""
    koppelingen: list[tuple[str, int, int]] = field(default_factory=list)
    platen: list[Plaat] = field(default_factory=list)
    tekstvakken: list[Element] = field(default_factory=list)
    talen: Counter[str] = field(default_factory=Counter)
    vet: bool = True
    heeft_meer: bool = False


def lees(knoop: Element, stijl: Stijl, stijlen: Stijlen, relaties: Mapping[str, Relatie], velden: Velden) -> Inhoud:
    """Read the paragraph ``knoop``, of the style ``stijl``. Fields it leaves open stay in ``velden``."""
    lezer = _Lezer(stijl, stijlen, relaties, velden)
    lezer.alles(knoop)
    return lezer.klaar()


class _Lezer:
    def __init__(self, stijl: Stijl, stijlen: Stijlen, relaties: Mapping[str, Relatie], velden: Velden) -> None:
        self._stijl = stijl
        self._stijlen = stijlen
        self._relaties = relaties
        self._velden = velden
        self._inhoud = Inhoud()
        self._woorden: list[str] = []
        self._lengte = 0
        for veld in velden.open:
            veld.begin = 0

    def klaar(self) -> Inhoud:
        """All that was gathered; a link field that goes on in the next paragraph ends here for this one."""
        for veld in self._velden.open:
            self._sluit_koppeling(veld)
        self._inhoud.tekst = "".join(self._woorden)
        return self._inhoud

    def alles(self, houder: Element) -> None:
        """Everything in ``houder`` in reading order."""
        for kind in kinderen(houder):
            doe = _INHOUD.get(kind.tag)
            if doe is not None:
                doe(self, kind)

    def stuk(self, run: Element) -> None:
        """A run: characters that look the same."""
        letters = eigenschappen(run.find(_RPR))
        if aan(letters.get("vanish")):
            return
        tekenstijl = self._stijlen.stijl(waarde(letters.get("rStyle")))
        is_vet = next((v for v in (vet(letters), tekenstijl.vet) if v is not None), bool(self._stijl.vet))
        taal_ = taal(letters) or tekenstijl.taal or self._stijl.taal
        for teken in _tekens(run):
            self._teken(teken, is_vet, taal_)

    def _teken(self, teken: Element, is_vet: bool, taal_: str) -> None:
        if teken.tag == _T:
            self._zeg(teken.text or "", is_vet, taal_)
        elif teken.tag in _WITRUIMTE:
            self._witruimte(teken)
        elif teken.tag == _VELDTEKEN:
            self._veldteken(waarde(teken, "w:fldCharType"))
        elif teken.tag == _OPDRACHT:
            self._opdracht(teken.text or "")
        elif teken.tag in _PLATEN:
            self._plaat(teken)
        elif teken.tag in _MEER:
            self._inhoud.heeft_meer = True

    def koppeling(self, knoop: Element) -> None:
        """A link, to a place in the document or outside."""
        relatie = self._relaties.get(waarde(knoop, "r:id"))
        anker = waarde(knoop, "w:anchor")
        begin = self._lengte
        self.alles(knoop)
        self._koppel((relatie.doel if relatie else "") + (f"#{anker}" if anker else ""), begin)

    def veld(self, knoop: Element) -> None:
        """A field written as one element."""
        veld = Veld(waarde(knoop, "w:instr"), in_uitkomst=True, begin=self._lengte)
        diepte = len(self._velden.open)
        self._velden.open.append(veld)
        self._inhoud.heeft_meer = True
        self.alles(knoop)
        # Whatever opened inside ends with it.
        del self._velden.open[diepte:]
        self._sluit_koppeling(veld)

    def meer(self, _: Element) -> None:
        """Something that is no text and that the rules do not look at, such as a formula."""
        self._inhoud.heeft_meer = True

    def _zeg(self, tekst: str, is_vet: bool, taal_: str) -> None:
        if not self._velden.zichtbaar:
            return
        self._woorden.append(tekst)
        self._lengte += len(tekst)
        if tekst.strip():
            self._inhoud.vet &= is_vet
            self._inhoud.talen[taal_] += len(tekst)

    def _witruimte(self, teken: Element) -> None:
        if waarde(teken, "w:type") in {"page", "column"}:
            self._inhoud.heeft_meer = True
        else:
            self._zeg(_WITRUIMTE[teken.tag], True, "")

    def _veldteken(self, soort: str) -> None:
        self._inhoud.heeft_meer = True
        stapel = self._velden.open
        if soort == "begin" and len(stapel) < _DIEPSTE_VELD:
            stapel.append(Veld())
        elif stapel and soort == "separate":
            stapel[-1].in_uitkomst = True
            stapel[-1].begin = self._lengte
        elif stapel and soort == "end":
            self._sluit_koppeling(stapel.pop())

    def _opdracht(self, tekst: str) -> None:
        veld = next(reversed(self._velden.open), None)
        if veld is not None and len(veld.opdracht) < _LANGSTE_OPDRACHT:
            veld.opdracht += tekst

    def _sluit_koppeling(self, veld: Veld) -> None:
        if veld.in_uitkomst and veld.is_een("HYPERLINK"):
            self._koppel(veld.doel, veld.begin)

    def _koppel(self, doel: str, begin: int) -> None:
        """Note a link; with the one before when that goes to the same place and nothing stands between."""
        vorige = self._inhoud.koppelingen[-1:]
        if vorige and vorige[0][0] == doel and vorige[0][2] == begin:
            begin = self._inhoud.koppelingen.pop()[1]
        self._inhoud.koppelingen.append((doel, begin, self._lengte))

    def _plaat(self, teken: Element) -> None:
        self._inhoud.heeft_meer = True
        self._inhoud.platen += getekend(teken) if teken.tag == _TEKENING else in_vml(teken)
        self._inhoud.tekstvakken += tekstvakken(teken)


def _tekens(run: Element) -> Iterator[Element]:
    """What stands in a run, with the newest of several forms of a drawing and the base of a ruby text."""
    for teken in run:
        if teken.tag == _KEUZE:
            yield from _tekens(gekozen(teken))
        elif teken.tag == _RUBY:
            for basis in teken.iterfind(f"{naam('w:rubyBase')}/{naam('w:r')}"):
                yield from _tekens(basis)
        else:
            yield teken


# Word itself goes no deeper than twenty.
_DIEPSTE_VELD: Final = 50
_LANGSTE_OPDRACHT: Final = 10_000
_RPR: Final = naam("w:rPr")
_T: Final = naam("w:t")
_VELDTEKEN: Final = naam("w:fldChar")
_OPDRACHT: Final = naam("w:instrText")
_TEKENING: Final = naam("w:drawing")
_KEUZE: Final = naam("mc:AlternateContent")
_RUBY: Final = naam("w:ruby")
_PLATEN: Final = frozenset(map(naam, ("w:drawing", "w:pict", "w:object")))
_WITRUIMTE: Final = {
    naam("w:tab"): "\t",
    naam("w:ptab"): "\t",
    naam("w:br"): "\n",
    naam("w:cr"): "\n",
    naam("w:noBreakHyphen"): "-",
}
_MEER: Final = frozenset(map(naam, ("w:sym", "w:footnoteReference", "w:endnoteReference", "w:pgNum")))
_INHOUD: Final[Mapping[str, Callable[[_Lezer, Element], None]]] = {
    naam("w:r"): _Lezer.stuk,
    naam("w:hyperlink"): _Lezer.koppeling,
    naam("w:fldSimple"): _Lezer.veld,
    naam("m:oMath"): _Lezer.meer,
    naam("m:oMathPara"): _Lezer.meer,
}
