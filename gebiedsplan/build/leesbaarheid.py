"""How a plan reads: advice about the sentences in its workbooks, and scores of what is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gebiedsplan import leesbaar
from gebiedsplan.bevinding import GebiedsplanFout, fouten
from gebiedsplan.build.bestanden import write_all
from gebiedsplan.build.model import Mappen
from gebiedsplan.inlezen import Ingelezen, Lezer
from gebiedsplan.leesbaar.model import Advies, Stuk
from gebiedsplan.werkmap import Werkmap

_EERST_HERSTELLEN = (
    "Er staan fouten in de werkmap. Zolang die er zijn, komt er geen plan en zijn er geen scores. "
    "Typ make controleer om ze te zien."
)
_NOG_INVULLEN = "De werkmap is nog in voorbereiding. Scores zijn er zodra er een plan van te maken is."


@dataclass(frozen=True, slots=True)
class Taalverslag:
    """What was found: in a few lines for the screen, and the files that say it all."""

    titel: str
    regels: tuple[str, ...]
    paden: tuple[Path, ...]


def adviezen(mappen: Mappen, lezer: Lezer, gelezen: Ingelezen) -> tuple[Advies, ...]:
    """All advice about the workbook of a plan and those of its parts. Raises GebiedsplanFout when it can not."""
    leesbaar.eis()
    from gebiedsplan.leesbaar import cellen, kennis, regels, woordenlijst

    lijst_pad = mappen.gebieden / woordenlijst.BESTANDSNAAM
    lijst = woordenlijst.read(lijst_pad, lijst_pad.as_posix())
    gevonden: list[Advies] = []
    for boek in _werkmappen(lezer, gelezen):
        teksten = cellen.teksten(boek, gelezen.kader)
        weten = kennis.kennis(
            gelezen.kader, lijst, cellen.namen(boek, gelezen.kader), (tekst.tekst for tekst in teksten)
        )
        gevonden += regels.adviezen(teksten, weten)
    return tuple(gevonden)


def maak(mappen: Mappen, slug: str, jaar: int | None) -> Taalverslag:
    """Judge the language of a plan and write the page about it.

    Raises GebiedsplanFout when it can not, or with all that is still to be filled in when there is no text yet.
    """
    leesbaar.eis()
    lezer = Lezer(mappen.gebieden)
    gelezen = lezer.lees(slug, jaar)
    if gelezen.nog_geen_plan() and not _is_iets_geschreven(lezer, gelezen):
        raise GebiedsplanFout((*gelezen.nog_geen_plan(), *gelezen.bevindingen))
    gevonden = adviezen(mappen, lezer, gelezen)
    from gebiedsplan import huisstijl, markdown, templates
    from gebiedsplan.leesbaar.beeld import taalbeeld
    from gebiedsplan.writers import html

    geen = _geen_stukken(gelezen)
    beeld = taalbeeld(gelezen.gebied, gelezen.eigen.kop, gevonden, () if geen else _stukken(mappen, gelezen), geen)
    tekst = templates.render("taal.md.j2", mappen.sjablonen, beeld=beeld)
    naam = f"gebiedsplan-{slug}-{gelezen.jaar}-taal"
    stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
    pad = mappen.uit / slug / f"{naam}.html"
    write_all({pad: html.write(markdown.parse(tekst, f"{naam}.md"), {}, stijl.huisstijl)})
    return Taalverslag(beeld.voorblad.titel, beeld.op_scherm(), (pad,))


def _werkmappen(lezer: Lezer, gelezen: Ingelezen) -> Iterator[Werkmap]:
    """The workbook of a plan and those of its parts, each once."""
    for slug in dict.fromkeys(data.slug for data in (gelezen.eigen, *gelezen.delen)):
        boek = lezer.werkmap(lezer.gebied(slug), gelezen.jaar)
        if boek is not None:
            yield boek


def _is_iets_geschreven(lezer: Lezer, gelezen: Ingelezen) -> bool:
    """Whether there is any text to judge."""
    from gebiedsplan.leesbaar import cellen

    return any(cellen.teksten(boek, gelezen.kader) for boek in _werkmappen(lezer, gelezen))


def _geen_stukken(gelezen: Ingelezen) -> str:
    """Why there are no documents to judge; "" when there are."""
    if gelezen.nog_geen_plan():
        return _NOG_INVULLEN
    return _EERST_HERSTELLEN if fouten(gelezen.bevindingen) else ""


def _stukken(mappen: Mappen, gelezen: Ingelezen) -> tuple[Stuk, ...]:
    from gebiedsplan.build import documenten
    from gebiedsplan.leesbaar import hoofdstukken

    return tuple(map(hoofdstukken.stuk, documenten.alleen_tekst(mappen, gelezen)))
