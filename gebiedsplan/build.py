"""The order in which a plan is made, and the only module that writes files.

Everything is made in memory first; files are written when all of them are there, each beside its place
and then moved into it. A build that fails leaves what was there.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.inlezen import Ingelezen, Lezer
from gebiedsplan.kader.model import Gebied


@dataclass(frozen=True, slots=True)
class Mappen:
    """Where everything is: the workbooks, the templates with the house style, and where output goes."""

    gebieden: Path
    sjablonen: Path
    uit: Path
    figuren: Path


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What a build made: the files, and the findings that did not stop it."""

    paden: tuple[Path, ...]
    bevindingen: tuple[Bevinding, ...]


def controleer(mappen: Mappen, slug: str, jaar: int | None) -> tuple[Bevinding, ...]:
    """Every finding about the plan of ``slug``, without building it."""
    return Lezer(mappen.gebieden).lees(slug, jaar).bevindingen


def maak(mappen: Mappen, slug: str, jaar: int | None) -> Gemaakt:
    """Make the plan of ``slug``: Markdown, Word, HTML and its charts. Raises GebiedsplanFout when it can not."""
    return _maak(mappen, Lezer(mappen.gebieden), slug, jaar)


def alles(mappen: Mappen, jaar: int | None) -> Iterator[tuple[Gebied, Gemaakt | GebiedsplanFout]]:
    """Make the plans of all areas, one after the other; an area that fails does not stop the others."""
    lezer = Lezer(mappen.gebieden)
    for gebied in lezer.kader.gebieden:
        try:
            yield gebied, _maak(mappen, lezer, gebied.slug, jaar)
        except GebiedsplanFout as fout:
            yield gebied, fout


def _maak(mappen: Mappen, lezer: Lezer, slug: str, jaar: int | None) -> Gemaakt:
    gelezen = lezer.lees(slug, jaar)
    if fouten(gelezen.bevindingen):
        raise GebiedsplanFout(gelezen.bevindingen)
    bestanden = _bestanden(mappen, gelezen)
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


def _schrijven_mislukt(fout: OSError) -> Bevinding:
    bestand = str(fout.filename2 or fout.filename or "de map voor de uitvoer")
    return Bevinding(
        "schrijven-mislukt",
        Plek(bestand),
        f"Dit bestand kon niet worden geschreven ({fout.strerror or 'onbekende oorzaak'}).",
        "Staat het open in Word? Sluit het dan. Kijk ook of u in de map mag schrijven en of de schijf niet vol is.",
    )
