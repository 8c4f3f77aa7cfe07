"""From published tables to the figure sheets of workbooks: first what would change, then, when asked, the change.

Nothing is written before everything is known. Each workbook that changes gets a copy of what it was beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from gebiedsplan import bronnen as bronnenkamer
from gebiedsplan import invullen, ophalen, pakket, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.bronnen import bestanden, gebieden, herkennen, overzicht, waarden
from gebiedsplan.bronnen.gebieden import Gewicht
from gebiedsplan.bronnen.model import Bronnen, Bronwaarde
from gebiedsplan.bronnen.waarden import Uitkomst
from gebiedsplan.bronnen.wijzigingen import Blijft, Keuzes, Vergelijker, Wijziging
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Mappen
from gebiedsplan.build.werkmappen.wijzigen import Voorstel, met_kopie, voer_uit
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.model import Cijferbladen
from gebiedsplan.inlezen import REFERENTIE, Lezer
from gebiedsplan.kader.model import Gebied, Kader

__all__ = ["Keuzes", "Opdracht", "Voorstel", "stel_voor", "voer_uit"]


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to import, for which areas, and how.

    ``gebieden``: slugs; none means all. ``tabel``: the number of the table in ``bestanden``, when they do not say so.
    ``ophalen``: the table to fetch, kept in the folder ``bewaar``; with ``opnieuw`` also when it is there already.
    ``gewichten``: a file with the inhabitants of wijken. ``basis``: another server to fetch from.
    """

    gebieden: tuple[str, ...] = ()
    jaar: int | None = None
    bestanden: tuple[Path, ...] = ()
    tabel: str = ""
    ophalen: str = ""
    gewichten: Path | None = None
    bewaar: Path = Path("bronnen")
    opnieuw: bool = False
    keuzes: Keuzes = field(default_factory=Keuzes)
    basis: str = ""


@dataclass(frozen=True, slots=True)
class _Doel:
    """A workbook and what has to be in it. ``hoofdregios`` get a row when they have none."""

    pad: Path
    gebied: Gebied | None
    jaar: int | None
    waarden: tuple[Bronwaarde, ...]
    hoofdregios: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Veranderd:
    """One workbook as it was and as it would be."""

    pad: Path
    oud: bytes
    nieuw: bytes
    wijzigingen: tuple[Wijziging, ...]
    bevindingen: tuple[Bevinding, ...]


def stel_voor(mappen: Mappen, opdracht: Opdracht) -> Voorstel:
    """Everything the tables would change. Raises GebiedsplanFout with all findings when one of them is a fout."""
    lezer = Lezer(mappen.gebieden)
    kader = lezer.kader
    pad = mappen.gebieden / bronnenkamer.BESTANDSNAAM
    bronnen = bronnenkamer.read(pad, kader, pad.as_posix())
    bladeren = _bladeren(lezer, opdracht.gebieden)
    regios = frozenset().union(*(gebieden.codes(gebied, kader) for gebied in bladeren))
    land = frozenset(code for tabel in bronnen.tabellen for code in tabel.land)
    uitkomsten = [
        _lees(p, opdracht.tabel, bronnen, regios | land) for p in _bestanden(opdracht, bronnen, regios | land)
    ]
    gewicht = _gewicht(opdracht, bronnen, regios, uitkomsten)
    alle = [waarde for uitkomst in uitkomsten for waarde in uitkomst.waarden]
    bevindingen = [b for uitkomst in uitkomsten for b in uitkomst.bevindingen]
    doelen = []
    for gebied in bladeren:
        eigen, ongewogen = gebieden.van_gebied(gebied, kader, alle, gewicht)
        jaar = _planjaar(lezer, gebied, opdracht.jaar)
        doelen.append(_Doel(lezer.pad(gebied, jaar), gebied, jaar, eigen, frozenset({gebied.slug})))
        bevindingen += ongewogen
    referentie = _referentie(mappen, kader, bladeren, land, alle)
    if referentie.pad.is_file():
        doelen.append(referentie)
    elif referentie.waarden:
        bevindingen.append(_geen_referentie(referentie.pad.as_posix()))
    veranderd = [_verander(doel, kader, opdracht.keuzes) for doel in doelen if doel.waarden]
    bevindingen += [b for v in veranderd for b in v.bevindingen]
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    return _voorstel([v for v in veranderd if v.wijzigingen], bevindingen)


# -- which areas, which files


def _bladeren(lezer: Lezer, slugs: Collection[str]) -> tuple[Gebied, ...]:
    """The areas with figures of their own that were asked for; of a gemeente its parts."""
    gevraagd = [deel for slug in slugs for deel in lezer.kader.delen(lezer.gebied(slug))]
    return tuple(dict.fromkeys(gevraagd)) or lezer.kader.bladeren()


def _planjaar(lezer: Lezer, gebied: Gebied, jaar: int | None) -> int:
    jaren = lezer.jaren(gebied)
    if not jaren and jaar is None:
        raise GebiedsplanFout([_geen_werkmap(gebied)])
    return jaren[-1] if jaar is None else jaar


def _bestanden(opdracht: Opdracht, bronnen: Bronnen, regios: Collection[str]) -> tuple[Path, ...]:
    """The files to read; a table that is not there yet is fetched first, and kept for the next time."""
    if not opdracht.ophalen:
        return opdracht.bestanden
    editie = herkennen.editie_met(bronnen, opdracht.ophalen)
    pad = opdracht.bewaar / f"{editie.nummer}.json"
    if opdracht.opnieuw or not pad.is_file():
        # Of every region its gemeente: GM0399 and the wijken WK0399..; NL for the country.
        begin = sorted({soort + code[2:6] for code in regios for soort in ("GM", "WK") if not code.startswith("NL")})
        vraag = ophalen.Vraag(editie.nummer, editie.adressen, editie.tabel.selectie, (*begin, "NL"))
        write_all({pad: ophalen.haal(vraag, opdracht.basis)})
    return (*opdracht.bestanden, pad)


def _lees(pad: Path, tabel: str, bronnen: Bronnen, regios: Collection[str]) -> Uitkomst:
    ruw = bestanden.lees(pad, pad.as_posix(), regios)
    editie = herkennen.editie_met(bronnen, tabel) if tabel else herkennen.editie_van(bronnen, ruw)
    return waarden.lees(ruw, editie, bronnen.tekens, regios)


def _gewicht(opdracht: Opdracht, bronnen: Bronnen, regios: Collection[str], uitkomsten: Iterable[Uitkomst]) -> Gewicht:
    """The inhabitants to weigh with: of the file that was given for it, else of a table that is imported."""
    eigen = [_lees(opdracht.gewichten, "", bronnen, regios)] if opdracht.gewichten else []
    for uitkomst in (*eigen, *uitkomsten):
        if uitkomst.inwoners:
            return Gewicht(uitkomst.inwoners, uitkomst.editie.bron(uitkomst.editie.jaar))
    return Gewicht({}, "")


# -- one workbook


def _referentie(
    mappen: Mappen, kader: Kader, bladeren: Iterable[Gebied], land: Iterable[str], alle: Iterable[Bronwaarde]
) -> _Doel:
    """The figures of gemeenten with parts and of the country, in the workbook that all plans share."""
    gemeenten = tuple(dict.fromkeys(kader.gemeente(gebied) for gebied in bladeren if gebied.deel_van))
    eigen = gebieden.van_referentie(gemeenten, kader, land, alle)
    namen = frozenset({kader.instellingen.land, *(gemeente.slug for gemeente in gemeenten)})
    return _Doel(mappen.gebieden / REFERENTIE, None, None, eigen, namen)


def _verander(doel: _Doel, kader: Kader, keuzes: Keuzes) -> _Veranderd:
    naam = doel.pad.as_posix()
    oud = pakket.read(doel.pad, naam)
    boek = werkmap.read_bytes(oud, naam, lezen.cijferbladnamen(kader))
    staat, missers = _staat(boek, kader, doel.gebied)
    if fouten(missers):
        raise GebiedsplanFout(missers)
    formules = invullen.formulecellen(oud, naam, [blad.naam for blad in boek.bladen])
    passend, te_oud = _in_bereik(doel, kader)
    vergelijker = Vergelijker(boek, staat, kader, formules, keuzes)
    uitkomst = tuple(vergelijker.vergelijk(passend, doel.hoofdregios))
    wijzigingen = tuple(w for w in uitkomst if isinstance(w, Wijziging))
    cellen = [invullen.Celwaarde(w.plek.blad, cel, inhoud) for w in wijzigingen for cel, inhoud in w.cellen.items()]
    nieuw = invullen.vul_in(oud, cellen, naam) if cellen else oud
    bevindingen = [*te_oud, *(overzicht.blijft(b) for b in uitkomst if isinstance(b, Blijft))]
    if cellen and invullen.heeft_formules(nieuw):
        bevindingen.append(_reken_opnieuw(naam))
    return _Veranderd(doel.pad, oud, nieuw, wijzigingen, tuple(bevindingen))


def _staat(boek: werkmap.Werkmap, kader: Kader, gebied: Gebied | None) -> tuple[Cijferbladen, tuple[Bevinding, ...]]:
    return lezen.read_referentie(boek, kader) if gebied is None else lezen.read_cijfers(boek, kader, gebied)


def _in_bereik(doel: _Doel, kader: Kader) -> tuple[tuple[Bronwaarde, ...], tuple[Bevinding, ...]]:
    """The figures of years that a workbook may hold, and a notice of the others."""
    laatste = doel.jaar if doel.jaar is not None else max((w.jaar for w in doel.waarden), default=0)
    mag = range(kader.instellingen.oudste_jaar, laatste + 1)
    buiten = sorted({waarde.jaar for waarde in doel.waarden if waarde.jaar not in mag})
    bevindingen = (_jaar_buiten_bereik(doel.pad.as_posix(), buiten, mag),) if buiten else ()
    return tuple(waarde for waarde in doel.waarden if waarde.jaar in mag), bevindingen


def _voorstel(veranderd: Iterable[_Veranderd], bevindingen: Iterable[Bevinding]) -> Voorstel:
    regels: list[str] = []
    nieuw: dict[Path, bytes] = {}
    gelezen: dict[Path, bytes] = {}
    aantal = 0
    for v in veranderd:
        regels += overzicht.regels(v.pad.as_posix(), v.wijzigingen)
        nieuw |= met_kopie(v.pad, v.oud, v.nieuw)
        gelezen[v.pad] = v.oud
        aantal += len(v.wijzigingen)
    return Voorstel(tuple(regels), aantal, nieuw, gelezen, tuple(bevindingen))


# -- what can be wrong


def _geen_werkmap(gebied: Gebied) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(gebied.slug),
        f"{gebied.naam} heeft nog geen werkmap.",
        "Maak eerst een werkmap met het planjaar als naam, zoals 2027.xlsx.",
    )


def _geen_referentie(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(bestand),
        "Dit bestand is er niet. De cijfers van gemeenten met delen en van Nederland zijn daarom overgeslagen.",
        "Wilt u daarmee vergelijken? Zet het bestand dan in de map met gebieden.",
        Ernst.LET_OP,
    )


def _jaar_buiten_bereik(bestand: str, jaren: Iterable[int], mag: range) -> Bevinding:
    return Bevinding(
        "jaar-buiten-bereik",
        Plek(bestand),
        f"Cijfers van deze jaren komen er niet in: {', '.join(map(str, jaren))}. "
        f"Een cijfer in deze werkmap is van {mag.start} tot en met {mag.stop - 1}.",
        "U hoeft niets te doen. Wilt u oudere cijfers? Verander dan oudste_jaar in kader.toml.",
        Ernst.LET_OP,
    )


def _reken_opnieuw(bestand: str) -> Bevinding:
    return Bevinding(
        "formules-opnieuw",
        Plek(bestand),
        "In deze werkmap staan formules. Hun bewaarde uitkomst kan na het importeren oud zijn.",
        "Open de werkmap daarna in Excel of LibreOffice en sla haar op. Dan rekent Excel de formules opnieuw uit.",
        Ernst.LET_OP,
    )
