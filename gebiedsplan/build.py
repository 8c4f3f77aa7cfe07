"""The order in which a plan is made, and the only module that writes files.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gebiedsplan import controle, kader, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, bedoelde_u, fouten
from gebiedsplan.controle import cijfers as controle_cijfers
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.kader.model import Gebied, Kader

REFERENTIE = "referentie.xlsx"
KADER = "kader.toml"


@dataclass(frozen=True, slots=True)
class Mappen:
    """Where everything is: the workbooks, the templates with the house style, and where output goes."""

    gebieden: Path
    sjablonen: Path
    uit: Path
    figuren: Path

    def naam(self, pad: Path) -> str:
        """A path as it is called in messages."""
        return pad.as_posix()


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What a build made: the files, and the findings that did not stop it."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...]


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """Everything read for one plan, with all findings."""

    kader: Kader
    gebied: Gebied
    jaar: int
    eigen: Gebiedsdata
    delen: tuple[Gebiedsdata, ...]
    vorige: Mapping[str, Gebiedsdata]
    cijfers: Mapping[str, Cijferbladen]
    referentie: Cijferbladen
    bevindingen: tuple[Bevinding, ...]


class Lezer:
    """Reads the workbooks of one folder, each at most once."""

    def __init__(self, mappen: Mappen) -> None:
        self.mappen = mappen
        if not mappen.gebieden.is_dir():
            raise GebiedsplanFout([_map_ontbreekt(mappen.naam(mappen.gebieden))], exit_code=2)
        self.kader = kader.read(mappen.gebieden / KADER, mappen.naam(mappen.gebieden / KADER))
        self._gelezen: dict[Path, lezen.Gelezen] = {}

    def gebied(self, slug: str) -> Gebied:
        """The area with this slug. Raises GebiedsplanFout with the list and the nearest name."""
        try:
            return self.kader.gebied(slug)
        except KeyError:
            raise GebiedsplanFout([_onbekend_gebied(slug, self.kader)], exit_code=2) from None

    def jaren(self, gebied: Gebied) -> tuple[int, ...]:
        """The years an area has a workbook for, oldest first."""
        map_ = self.mappen.gebieden / gebied.slug
        return tuple(sorted(int(pad.stem) for pad in map_.glob("[12][0-9][0-9][0-9].xlsx")))

    def lees(self, slug: str, jaar: int | None) -> Ingelezen:
        """Read all that the plan of ``slug`` needs; ``jaar`` None takes the newest workbook."""
        gebied = self.gebied(slug)
        gekozen = jaar if jaar is not None else max(self.jaren(gebied), default=0)
        eigen = self._data(gebied, gekozen)
        delen = [self._data(deel, gekozen) for deel in self.kader.delen(gebied) if deel != gebied] or [eigen]
        referentie, over_referentie = self._referentie()
        cijfers, over_anderen = self._vergelijkbaar(gekozen)
        vorige = self._vorige(delen, gekozen)
        bekeken = {g.data.slug: g for g in (eigen, *delen)}.values()
        return Ingelezen(
            kader=self.kader,
            gebied=gebied,
            jaar=gekozen,
            eigen=eigen.data,
            delen=tuple(d.data for d in delen),
            vorige=vorige,
            cijfers=cijfers,
            referentie=referentie,
            bevindingen=(
                *(b for gelezen in bekeken for b in self._controleer(gelezen, gekozen, vorige)),
                *over_referentie,
                *over_anderen,
                *controle_cijfers.spreken_elkaar_tegen([referentie, *cijfers.values()]),
            ),
        )

    def _data(self, gebied: Gebied, jaar: int) -> lezen.Gelezen:
        pad = self.mappen.gebieden / gebied.slug / f"{jaar}.xlsx"
        if pad not in self._gelezen:
            boek = werkmap.read(pad, self.mappen.naam(pad), lezen.bladnamen(self.kader))
            self._gelezen[pad] = lezen.read(boek, self.kader, gebied)
        return self._gelezen[pad]

    def _controleer(self, gelezen: lezen.Gelezen, jaar: int, vorige: Mapping[str, Gebiedsdata]) -> Iterator[Bevinding]:
        data = gelezen.data
        met_speerpunten = self.kader.gebied(data.slug) in self.kader.bladeren()
        ontbrekend = frozenset(b.plek.blad for b in gelezen.bevindingen if b.code == "blad-ontbreekt")
        yield from gelezen.bevindingen
        yield from controle.check(
            controle.Onderzoek(data, self.kader, jaar, met_speerpunten, vorige.get(data.slug), ontbrekend)
        )

    def _vorige(self, delen: Iterable[lezen.Gelezen], jaar: int) -> dict[str, Gebiedsdata]:
        gebieden = [self.kader.gebied(d.data.slug) for d in delen]
        return {g.slug: self._data(g, jaar - 1).data for g in gebieden if jaar - 1 in self.jaren(g)}

    def _vergelijkbaar(self, jaar: int) -> tuple[dict[str, Cijferbladen], tuple[Bevinding, ...]]:
        """The figures of every area by slug. What is wrong in them is a warning here: another plan is made."""
        bladen: dict[str, Cijferbladen] = {}
        bevindingen: list[Bevinding] = []
        for gebied in self.kader.bladeren():
            try:
                bladen[gebied.slug], gevonden = self._cijfers(gebied, jaar)
            except GebiedsplanFout as fout:
                gevonden = fout.bevindingen
            bevindingen += gevonden
        return bladen, tuple(replace(b, ernst=Ernst.LET_OP) for b in bevindingen)

    def _cijfers(self, gebied: Gebied, jaar: int) -> tuple[Cijferbladen, tuple[Bevinding, ...]]:
        """The figures of an area: of the same year when it has them, else its newest."""
        jaren = self.jaren(gebied)
        if not jaren:
            return Cijferbladen((), ()), ()
        gekozen = jaar if jaar in jaren else jaren[-1]
        pad = self.mappen.gebieden / gebied.slug / f"{gekozen}.xlsx"
        if pad in self._gelezen:
            return self._gelezen[pad].data.bladen, ()
        boek = werkmap.read(pad, self.mappen.naam(pad), lezen.cijferbladnamen(self.kader))
        return lezen.read_cijfers(boek, self.kader, gebied)

    def _referentie(self) -> tuple[Cijferbladen, tuple[Bevinding, ...]]:
        pad = self.mappen.gebieden / REFERENTIE
        if not pad.exists():
            return Cijferbladen((), ()), ()
        boek = werkmap.read(pad, self.mappen.naam(pad), lezen.cijferbladnamen(self.kader))
        return lezen.read_referentie(boek, self.kader)


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen).lees(slug, jaar).bevindingen


def maak(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    return _maak(Lezer(mappen), slug, jaar)


def alles(mappen: Mappen, jaar: int | None) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    lezer = Lezer(mappen)
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _maak(lezer, gebied.slug, jaar)
        except GebiedsplanFout as fout:
            yield gebied, fout


def _maak(lezer: Lezer, slug: str, jaar: int | None) -> Gemaakt:
    gelezen = lezer.lees(slug, jaar)
    if fouten(gelezen.bevindingen):
        raise GebiedsplanFout(gelezen.bevindingen)
    bestanden = _bestanden(lezer.mappen, gelezen)
    _schrijf(bestanden)
    gebouwd = tuple(pad for pad in bestanden if pad.suffix in {".docx", ".html", ".md"})
    return Gemaakt(gebouwd, gelezen.bevindingen)


def _bestanden(mappen: Mappen, gelezen: Ingelezen) -> dict[Path, bytes]:
    """Every file of a plan, in memory. The heavy rooms are opened here, so that the rest starts at once."""
    from gebiedsplan import figures, markdown, templates
    from gebiedsplan.cijfers import tabel
    from gebiedsplan.plan.bronnen import Bronnen
    from gebiedsplan.plan.opbouw import plan as maak_plan
    from gebiedsplan.writers import docx, html

    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    plan = maak_plan(Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers))
    huisstijl = mappen.sjablonen / "huisstijl"
    tekst = templates.render(plan, mappen.sjablonen)
    naam = f"gebiedsplan-{plan.slug}-{plan.jaar}"
    document = markdown.parse(tekst, f"{naam}.md")
    platen = {g.basis.id: figures.draw(g, huisstijl) for g in plan.grafieken()}
    uit, figuren = mappen.uit / plan.slug, mappen.figuren / plan.slug / str(plan.jaar)
    return {
        uit / f"{naam}.docx": docx.write(document, platen, (huisstijl / "gebiedsplan.docx").read_bytes()),
        uit / f"{naam}.html": html.write(document, platen, (huisstijl / "gebiedsplan.css").read_text("utf-8")),
        uit / f"{naam}.md": tekst.encode(),
        **{figuren / f"{id_}.svg": plaat.svg for id_, plaat in platen.items()},
        **{figuren / f"{id_}.png": plaat.png for id_, plaat in platen.items()},
    }


def _schrijf(bestanden: Mapping[Path, bytes]) -> None:
    """Put all files in place: first each beside its target, then, when all are there, moved into it."""
    klaar: dict[Path, Path] = {}
    try:
        for doel, inhoud in bestanden.items():
            doel.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=doel.parent, prefix=".", suffix=".deel", delete=False) as deel:
                klaar[doel] = Path(deel.name)
                deel.write(inhoud)
        for doel, tijdelijk in klaar.items():
            tijdelijk.chmod(0o666 & ~_umask())
            tijdelijk.replace(doel)
    except OSError as fout:
        raise GebiedsplanFout([_schrijven_mislukt(fout)], exit_code=2) from fout
    finally:
        for tijdelijk in klaar.values():
            tijdelijk.unlink(missing_ok=True)


def _umask() -> int:
    masker = os.umask(0)
    os.umask(masker)
    return masker


def _map_ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "map-ontbreekt",
        Plek(naam),
        "Deze map is er niet.",
        "Ga naar de map van het project, of geef de map op met --gebieden.",
    )


def _onbekend_gebied(slug: str, kader_: Kader) -> Bevinding:
    slugs = [g.slug for g in kader_.gebieden]
    return Bevinding(
        "onbekend-gebied",
        Plek(KADER),
        f"“{slug}” is geen gebied.",
        f"{bedoelde_u(slug, slugs)} Kies uit: {', '.join(slugs)}.".strip(),
    )


def _schrijven_mislukt(fout: OSError) -> Bevinding:
    bestand = str(fout.filename2 or fout.filename or "de map voor de uitvoer")
    return Bevinding(
        "schrijven-mislukt",
        Plek(bestand),
        f"Dit bestand kon niet worden geschreven ({fout.strerror or 'onbekende oorzaak'}).",
        "Staat het open in Word? Sluit het dan. Kijk ook of u in de map mag schrijven en of de schijf niet vol is.",
    )
