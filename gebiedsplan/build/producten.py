"""A product from what was read to its files in place: what it is made of, and what to do with what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path

from gebiedsplan import huisstijl
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build import afdruk, overzicht, stand, vermeldingen
from gebiedsplan.build.bestanden import alleen, ruim_op, write_all
from gebiedsplan.build.model import Gemaakt, Mappen, Opties
from gebiedsplan.build.opdracht import Opdracht, Soort, Uitkomst
from gebiedsplan.build.stand import Stand
from gebiedsplan.inlezen import Ingelezen


def opdracht(soort: Soort, mappen: Mappen, opties: Opties, gelezen: Ingelezen) -> Opdracht:
    """What to make of what was read. Raises GebiedsplanFout when that, or the house style, is not right."""
    bevindingen = (*gelezen.nog_geen_plan(), *gelezen.bevindingen)
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
    kaal = Opdracht(soort, mappen, opties, gelezen, stijl, "")
    return replace(kaal, afdruk=_afdruk(kaal), vorige=stand.lees(mappen.uit, kaal.naam))


def is_er_al(opdracht: Opdracht) -> Gemaakt | None:
    """What was made before, if it would be made the same and nobody touched it."""
    vorige, uit = opdracht.vorige, opdracht.mappen.uit
    if vorige is None or vorige.afdruk != opdracht.afdruk or not vorige.is_er_nog(uit):
        return None
    return Gemaakt(vorige.documenten(uit), vorige.bevindingen)


def bewaar(opdracht: Opdracht, uitkomst: Uitkomst, *, met_index: bool) -> Gemaakt:
    """Write the files of a product, its record and its memory, and the page that shows all plans."""
    mappen, uit = opdracht.mappen, opdracht.mappen.uit
    with alleen(uit):
        let_op = sum(bevinding.ernst is Ernst.LET_OP for bevinding in uitkomst.bevindingen)
        vermelding = overzicht.bijgewerkt(replace(uitkomst.vermelding, let_op=let_op), uit, uitkomst.bestanden)
        record = vermeldingen.pad(uit, vermelding.slug, vermelding.jaar)
        bestanden = {**uitkomst.bestanden, record: vermeldingen.als_json(vermelding)}
        vreemd = _vreemd(opdracht, bestanden)
        _eis_gelezen(opdracht, vreemd)
        eigen = {
            pad: next(vrij for vrij in _namen(pad) if not vrij.exists()) for pad, bekend in vreemd.items() if bekend
        }
        index = overzicht.index(mappen, opdracht.gelezen.kader, None, bestanden, vermelding) if met_index else {}
        nu = Stand(
            opdracht.afdruk,
            {stand.plaats(uit, pad): afdruk.van(inhoud) for pad, inhoud in bestanden.items()},
            uitkomst.bevindingen,
            uitkomst.tekeningen,
        )
        # The memory comes last: it says that all the others are there.
        memory = {stand.bestand(uit, opdracht.naam): stand.als_json(nu)}
        ruim_op({pad.parent for pad in (*bestanden, *memory)})
        write_all({**{ernaast: pad.read_bytes() for pad, ernaast in eigen.items()}, **bestanden, **index, **memory})
    return Gemaakt(
        stand.documenten(uitkomst.bestanden), (*uitkomst.bevindingen, *map(_veranderd, eigen, eigen.values()))
    )


def _eis_gelezen(opdracht: Opdracht, vreemd: Iterable[Path]) -> None:
    """Raise GebiedsplanFout when a Word file that is about to be replaced holds remarks that stand in no workbook."""
    word_bestanden = [pad for pad in vreemd if pad.suffix == ".docx"]
    if not word_bestanden:
        return
    from gebiedsplan.build import word

    gelezen = opdracht.gelezen
    bekend = [opmerking for data in (gelezen.eigen, *gelezen.delen) for opmerking in data.opmerkingen]
    if ongelezen := tuple(word.ongelezen(word_bestanden, bekend)):
        raise GebiedsplanFout(ongelezen, exit_code=2)


def _afdruk(opdracht: Opdracht) -> str:
    stijl = opdracht.stijl
    letters = (stijl.huisstijl.grafieken.gewoon, stijl.huisstijl.grafieken.vet)
    return afdruk.van(
        afdruk.programma(),
        afdruk.van_opties(opdracht.opties),
        opdracht.soort,
        afdruk.van_sjablonen(opdracht.mappen.sjablonen),
        tuple(map(afdruk.van_bestand, letters)),
        stijl,
        opdracht.gelezen,
    )


def _vreemd(opdracht: Opdracht, nieuw: Mapping[Path, bytes]) -> dict[Path, bool]:
    """The documents that are about to be replaced and are not as they were made; and whether that is known for sure.

    A document may belong to two products: what either of them made is no change.
    """
    uit, gebied, jaar = opdracht.mappen.uit, opdracht.gelezen.gebied.slug, opdracht.gelezen.jaar
    bekend = [s for soort in ("gebiedsplan", "voorstel") if (s := stand.lees(uit, f"{soort}-{gebied}-{jaar}"))]
    vreemd: dict[Path, bool] = {}
    for pad in stand.documenten(nieuw):
        sommen = {s.bestanden.get(stand.plaats(uit, pad)) for s in bekend} - {None}
        staat_er = afdruk.van_bestand(pad)
        if staat_er and staat_er not in sommen | {afdruk.van(nieuw[pad])}:
            vreemd[pad] = bool(sommen)
    return vreemd


def _namen(pad: Path) -> Iterator[Path]:
    yield pad.with_stem(f"{pad.stem}-eigen-versie")
    yield from (pad.with_stem(f"{pad.stem}-eigen-versie-{nummer}") for nummer in count(2))


def _veranderd(pad: Path, ernaast: Path) -> Bevinding:
    return Bevinding(
        "uitvoer-veranderd",
        Plek(pad.as_posix()),
        f"Iemand heeft dit document veranderd. Het is opnieuw gemaakt; de veranderde versie heet nu {ernaast.name}.",
        "Zet in de werkmap wat u wilt houden en maak het opnieuw. Gooi de andere versie daarna weg.",
        Ernst.LET_OP,
    )
