"""What changed between two workbooks of an area: read both, compare, and write the web page and its Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Mappen
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.geheim.model import Patroon
from gebiedsplan.inlezen import Eigen, Lezer
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.verschil.model import Paar, Verschil


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """What a comparison made: the files, and what it says in a few lines."""

    titel: str
    kort: tuple[str, ...]
    paden: tuple[Path, ...]


def jaren(mappen: Mappen, slug: str, van: int, naar: int) -> Vergeleken:
    """Compare the plans of two years, with those of the parts. Raises GebiedsplanFout when it can not."""
    lezer = Lezer(mappen.gebieden)
    gelezen = Paar(lezer.lees_eigen(slug, van), lezer.lees_eigen(slug, naar))
    return _maak(mappen, lezer, gelezen, f"verschil-{slug}-{van}-{naar}")


def bestanden(mappen: Mappen, oud: Path, nieuw: Path, slug: str = "") -> Vergeleken:
    """Compare two workbooks of one area, wherever they are. Raises GebiedsplanFout when it can not."""
    lezer = Lezer(mappen.gebieden)
    gebied = lezer.gebied(slug) if slug else _gebied(lezer, oud, nieuw)
    eerste = lezer.lees_bestand(oud, gebied)
    gelezen = Paar(eerste, lezer.lees_bestand(nieuw, gebied, eerste.werkmappen[0]))
    return _maak(mappen, lezer, gelezen, f"verschil-{gebied.slug}-{_kort(oud)}-{_kort(nieuw)}")


def _gebied(lezer: Lezer, oud: Path, nieuw: Path) -> Gebied:
    van_oud, van_nieuw = lezer.gebied_van(oud), lezer.gebied_van(nieuw)
    if van_oud is None or van_nieuw is None:
        raise GebiedsplanFout([_gebied_onbekend(oud if van_oud is None else nieuw)], exit_code=2)
    if van_oud != van_nieuw:
        raise GebiedsplanFout([_ander_gebied(nieuw, van_oud, van_nieuw)], exit_code=2)
    return van_nieuw


def _kort(pad: Path) -> str:
    """The name of a file as part of another: letters, numbers and hyphens."""
    return re.sub(r"[^\w]+", "-", pad.stem.casefold()).strip("-")


def _maak(mappen: Mappen, lezer: Lezer, gelezen: Paar[Eigen], naam: str) -> Vergeleken:
    # What only warns was said when the plans were made.
    _zonder_fouten((*gelezen.oud.bevindingen, *gelezen.nieuw.bevindingen))
    # What only checks a workbook need not wait for the libraries that calculate and write.
    from gebiedsplan import huisstijl, markdown, templates
    from gebiedsplan.writers import html

    gebied = gelezen.nieuw.gebied
    stijl = huisstijl.read(mappen.huisstijl, lezer.kader.gemeente(gebied).slug)
    _zonder_fouten(stijl.bevindingen)
    patroon = lezer.patroon([*gelezen.oud.werkmappen, *gelezen.nieuw.werkmappen])
    uitkomst = _vergelijk(lezer.kader, gelezen, patroon)
    tekst = templates.render("verschil.md.j2", mappen.sjablonen, verschil=uitkomst)
    pad = mappen.uit / gebied.slug / naam
    document = markdown.parse(tekst, f"{naam}.md")
    gemaakt = {
        pad.with_name(f"{naam}.html"): html.write(document, {}, stijl.huisstijl),
        pad.with_name(f"{naam}.md"): tekst.encode(),
    }
    write_all(gemaakt)
    return Vergeleken(uitkomst.voorblad.titel, uitkomst.kort, tuple(gemaakt))


def _vergelijk(kader: Kader, gelezen: Paar[Eigen], patroon: Patroon) -> Verschil:
    from gebiedsplan.cijfers import tabel
    from gebiedsplan.verschil.opbouw import verschil

    paren = tuple(map(Paar, gelezen.oud.werkmappen, gelezen.nieuw.werkmappen))

    def cijfers(data: Gebiedsdata) -> Cijfers:
        return tabel.bereken(kader, {data.slug: data.bladen}, Cijferbladen((), ()))

    tabellen = tuple(Paar(cijfers(paar.oud), cijfers(paar.nieuw)) for paar in paren)
    return verschil(kader, gelezen.nieuw.gebied, paren, tabellen, patroon)


def _zonder_fouten(bevindingen: tuple[Bevinding, ...]) -> None:
    if fouten(bevindingen):
        raise GebiedsplanFout(dict.fromkeys(fouten(bevindingen)))


def _gebied_onbekend(pad: Path) -> Bevinding:
    return Bevinding(
        "onbekend-gebied",
        Plek(pad.as_posix()),
        "In deze werkmap staat niet van welk gebied zij is.",
        "Zeg het erbij, met --gebied heiloo. Met make: GEBIED=heiloo.",
    )


def _ander_gebied(pad: Path, oud: Gebied, nieuw: Gebied) -> Bevinding:
    return Bevinding(
        "onbekend-gebied",
        Plek(pad.as_posix()),
        f"Deze werkmap is van {nieuw.naam}. De andere is van {oud.naam}.",
        "Kies twee werkmappen van hetzelfde gebied. Klopt dit niet? Zeg dan welk gebied het is, met --gebied.",
    )
