"""From Word documents with remarks to the sheet Opmerkingen: first what would be added, then, when asked, the change.

A remark goes into the workbook whose cell it is about, when that is one of the plan: of an area with parts mostly
that of a part. What is about no cell, or about a figure of another area, goes into the workbook of the area itself.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from gebiedsplan import herkomst, invullen, pakket, werkmap, wordbestand
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek
from gebiedsplan.build.model import Mappen
from gebiedsplan.build.werkmappen.wijzigen import Voorstel, met_kopie, voer_uit
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.kolommen import BladSpec
from gebiedsplan.gebied.leesopmerkingen import OPMERKINGEN, OPMERKINGENBLAD, STATUS, STATUSSEN_OPMERKING
from gebiedsplan.gebied.leesopmerkingen import Opmerking as Bekend
from gebiedsplan.herkomst import Bladen
from gebiedsplan.inlezen import REFERENTIE, Lezer
from gebiedsplan.kader.model import Gebied
from gebiedsplan.nieuw.kolommen import breedte
from gebiedsplan.opmerkingen import blad
from gebiedsplan.opmerkingen import lezen as docx
from gebiedsplan.opmerkingen.blad import Rij
from gebiedsplan.opmerkingen.model import Gelezen
from gebiedsplan.opmerkingen.plaatsen import Volger
from gebiedsplan.pakket.verwijzing import letters, rij_van
from gebiedsplan.werkmap.maten import hoogte
from gebiedsplan.wordbestand.pakket import MEEST_DEEL, Onleesbaar

__all__ = ["Voorstel", "stel_voor", "voer_uit"]

_SPEC: BladSpec = OPMERKINGENBLAD
_BREEDTES: Mapping[str, float] = {kolom.naam: breedte(_SPEC, kolom) for kolom in _SPEC.kolommen}
# Without these a sheet of that name is something of the user.
_HERKENBAAR = ("Wie", "Opmerking", STATUS)
_GETOOND = 60
_TEKST = "word/document.xml"
_GEEN_ZIP = (zipfile.BadZipFile, zlib.error, LookupError, NotImplementedError, RuntimeError, EOFError, ValueError)
# A tracked change in the XML of Word: it says who made it.
_GEWIJZIGD = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo|\w+Change)\s[^>]*w:author")


@dataclass(frozen=True, slots=True)
class _Document:
    """A document that was read, and the plan it is of."""

    pad: Path
    gelezen: Gelezen
    gebied: Gebied
    jaar: int


@dataclass(frozen=True, slots=True)
class _Boek:
    """A workbook of a plan: as a file, as cells, and the remarks that stand in it."""

    pad: Path
    boek: werkmap.Werkmap
    bekend: tuple[Bekend, ...]

    @property
    def naam(self) -> str:
        return self.boek.bestand


def stel_voor(mappen: Mappen, paden: Sequence[Path]) -> Voorstel:
    """Everything the documents would add. Raises GebiedsplanFout with all findings when one of them cannot be read."""
    lezer = Lezer(mappen.gebieden)
    bladen = _bladen(lezer, mappen.gebieden)
    documenten = _documenten(lezer, bladen, paden)
    boeken: dict[str, _Boek] = {}
    rijen: dict[str, dict[str, Rij]] = {}
    for document in documenten:
        van_plan = _boeken(lezer, document.gebied, document.jaar, boeken)
        for bestand, rij in _rijen(document, bladen, van_plan):
            rijen.setdefault(bestand, {}).setdefault(rij.kenmerk, rij)
    voorstellen = [_erbij(boeken[bestand], tuple(van.values())) for bestand, van in rijen.items()]
    return Voorstel(
        regels=tuple(chain.from_iterable(v.regels for v in voorstellen)),
        aantal=sum(v.aantal for v in voorstellen),
        bestanden={pad: inhoud for v in voorstellen for pad, inhoud in v.bestanden.items()},
        gelezen={pad: inhoud for v in voorstellen for pad, inhoud in v.gelezen.items()},
        bevindingen=(),
    )


def ongelezen(pad: Path, bekend: Iterable[Bekend]) -> int:
    """How many remarks in a document stand in no workbook yet. A document that cannot be read has none."""
    inhoud = wordbestand.lees_bestand(pad)
    if isinstance(inhoud, Bevinding) or not _kan_hebben(inhoud):
        return 0
    try:
        gelezen = docx.lees(inhoud)
    except Onleesbaar:
        return 0
    return len(blad.nieuw(blad.met_kenmerk(gelezen.opmerkingen), bekend))


def _kan_hebben(inhoud: bytes) -> bool:
    """Whether a Word file may hold remarks: a quick look, for most hold none."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            if any(naam.lower().endswith("/comments.xml") for naam in zip_.namelist()):
                return True
            tekst = zip_.getinfo(_TEKST)
            return tekst.file_size <= MEEST_DEEL and _GEWIJZIGD.search(zip_.read(tekst)) is not None
    except _GEEN_ZIP:
        return False


# -- which document is of which plan


def _bladen(lezer: Lezer, map_: Path) -> Bladen:
    """Every sheet of every workbook there is."""
    paden = [lezer.pad(gebied, jaar) for gebied in lezer.kader.gebieden for jaar in lezer.jaren(gebied)]
    namen = lezen.bladnamen(lezer.kader)
    return herkomst.bladen({pad.as_posix(): namen for pad in (*paden, map_ / REFERENTIE)})


def _documenten(lezer: Lezer, bladen: Bladen, paden: Sequence[Path]) -> tuple[_Document, ...]:
    uitkomsten = [_document(lezer, bladen, pad) for pad in paden]
    if missers := [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Bevinding)]:
        raise GebiedsplanFout(missers, exit_code=2)
    return tuple(uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, _Document))


def _document(lezer: Lezer, bladen: Bladen, pad: Path) -> _Document | Bevinding:
    inhoud = wordbestand.lees_bestand(pad)
    if isinstance(inhoud, Bevinding):
        return inhoud
    try:
        gelezen = docx.lees(inhoud)
    except Onleesbaar as fout:
        return wordbestand.onleesbaar(fout, str(pad))
    gevonden = herkomst.plan_met_naam(gelezen.plan) or _plan_van_cellen(lezer, bladen, gelezen)
    gebied = next((g for g in lezer.kader.gebieden if gevonden and g.slug == gevonden[0]), None)
    if gevonden is None or gebied is None:
        return _onbekend(str(pad))
    if gevonden[1] not in lezer.jaren(gebied):
        return _zonder_werkmap(str(pad), gebied, gevonden[1])
    return _Document(pad, gelezen, gebied, gevonden[1])


def _plan_van_cellen(lezer: Lezer, bladen: Bladen, gelezen: Gelezen) -> tuple[str, int] | None:
    """The plan of a document that a program saved without its properties: that of the first cell in it."""
    slugs = {gebied.slug for gebied in lezer.kader.gebieden}
    for plek in filter(None, map(bladen.plek, gelezen.teksten)):
        pad = Path(plek.bestand)
        if pad.parent.name in slugs and pad.stem.isdecimal():
            return pad.parent.name, int(pad.stem)
    return None


# -- where a remark goes


def _boeken(lezer: Lezer, gebied: Gebied, jaar: int, al: dict[str, _Boek]) -> tuple[_Boek, ...]:
    """The workbooks of a plan, its own first."""
    gevonden = []
    for g in dict.fromkeys((gebied, *lezer.kader.delen(gebied))):
        pad = lezer.pad(g, jaar)
        boek = lezer.werkmap(g, jaar) if pad.as_posix() not in al else al[pad.as_posix()].boek
        if boek is not None:
            data = lezen.read(boek, lezer.kader, g).data
            gevonden.append(al.setdefault(boek.bestand, _Boek(pad, boek, data.opmerkingen)))
    return tuple(gevonden)


def _rijen(document: _Document, bladen: Bladen, van_plan: Sequence[_Boek]) -> Iterator[tuple[str, Rij]]:
    """The new rows of a document, each with the workbook it goes into."""
    volger = Volger(bladen, document.gelezen.teksten, [b.boek for b in van_plan])
    bekend = [rij for b in van_plan for rij in b.bekend]
    for opmerking, kenmerk in blad.nieuw(blad.met_kenmerk(document.gelezen.opmerkingen), bekend):
        plek, toelichting = volger.volg(opmerking.bron)
        alles = " ".join(filter(None, (opmerking.toelichting, toelichting)))
        eigen = next((b for b in van_plan if plek and plek.bestand == b.naam), van_plan[0])
        yield eigen.naam, Rij(opmerking, plek, alles, document.pad.name, kenmerk)


# -- one workbook


def _erbij(boek: _Boek, rijen: Sequence[Rij]) -> Voorstel:
    """The workbook with these rows below those that are there; what is there stays as it is."""
    if pakket.open_in_excel(boek.pad, boek.naam):
        raise GebiedsplanFout([_staat_open(boek.naam)], exit_code=2)
    oud = pakket.read(boek.pad, boek.naam)
    bestaand = boek.boek.blad(OPMERKINGEN)
    inhoud, naam, eerste = oud, OPMERKINGEN, 2
    kolommen: Mapping[str, str] = {kolom.naam: letters(i) for i, kolom in enumerate(_SPEC.kolommen, start=1)}
    if bestaand is None:
        keuzes = {STATUS: STATUSSEN_OPMERKING}
        nieuw = [invullen.Kolom(k, breedte_, keuzes.get(k, ())) for k, breedte_ in _BREEDTES.items()]
        inhoud = invullen.voeg_blad_toe(oud, OPMERKINGEN, nieuw, boek.naam)
    else:
        naam = bestaand.naam
        kolommen = _kolommen(bestaand)
        eerste = max((rij_van(rij[0].plek.cel) for rij in bestaand.rijen), default=1) + 1
    waarden = []
    hoogtes = {}
    for nummer, rij in enumerate(rijen, start=eerste):
        cellen = {k: tekst for k, tekst in rij.cellen(boek.naam).items() if k in kolommen}
        waarden += [invullen.Celwaarde(naam, f"{kolommen[k]}{nummer}", tekst) for k, tekst in cellen.items()]
        hoogtes[naam, nummer] = hoogte([(tekst, _BREEDTES[k]) for k, tekst in cellen.items()])
    ingevuld = invullen.vul_in(inhoud, waarden, boek.naam, hoogtes)
    return Voorstel(
        tuple(_regels(boek.naam, rijen)), len(rijen), met_kopie(boek.pad, oud, ingevuld), {boek.pad: oud}, ()
    )


def _kolommen(bestaand: werkmap.Blad) -> Mapping[str, str]:
    """In which column of the sheet each of ours stands. Raises GebiedsplanFout for a sheet that is something else."""
    plaatsen = {kolom.naam: bestaand.plaatsen(kolom.naam) for kolom in _SPEC.kolommen}
    gevonden = {naam: letters(waar[0] + 1) for naam, waar in plaatsen.items() if waar}
    ontbreekt = [naam for naam in _HERKENBAAR if naam not in gevonden]
    if ontbreekt:
        raise GebiedsplanFout([_ander_blad(bestaand.plek, ontbreekt)])
    return gevonden


def _regels(bestand: str, rijen: Iterable[Rij]) -> Iterator[str]:
    yield f"{bestand}, blad {OPMERKINGEN}"
    for rij in rijen:
        o = rij.opmerking
        waar = rij.plek.in_bestand() if rij.plek else f"geen cel, onder de kop “{o.kop}”" if o.kop else "geen cel"
        yield f"  {waar} · {o.soort} van {o.wie}{f', {o.wanneer}' if o.wanneer else ''}"
        yield f"    {_kort(o.wat)}"
        if rij.toelichting:
            yield f"    ({rij.toelichting})"


def _kort(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= _GETOOND else f"{plat[:_GETOOND].rstrip()}…"


# -- what can be wrong


def _onbekend(bestand: str) -> Bevinding:
    return Bevinding(
        "opmerkingen-onbekend",
        Plek(bestand),
        "Het programma kan niet zien van welk plan dit document is.",
        "Gebruik het Word-document dat het programma maakte, met de opmerkingen erin. Is de tekst in een ander "
        "document geplakt, of met een ander programma bewaard? Neem de opmerkingen dan zelf over.",
    )


def _zonder_werkmap(bestand: str, gebied: Gebied, jaar: int) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(bestand),
        f"Dit document is van het plan {gebied.naam} {jaar}. Daar is hier geen werkmap van.",
        "Zet die werkmap in de map met gebieden, of geef de goede map op met --gebieden.",
    )


def _staat_open(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-open",
        Plek(bestand),
        "Iemand heeft deze werkmap open. Er is niets geschreven.",
        "Sla de werkmap op en sluit haar. Begin dan opnieuw.",
        Ernst.FOUT,
    )


def _ander_blad(plek: Plek, ontbreekt: Sequence[str]) -> Bevinding:
    return Bevinding(
        "kolom-ontbreekt",
        replace(plek, cel="A1"),
        f"Op dit blad ontbreekt: {', '.join(ontbreekt)}. Het programma herkent het blad niet, en verandert het niet.",
        "Is dit blad iets van uzelf? Geef het dan een andere naam. Anders: zet deze koppen terug in rij 1.",
    )
