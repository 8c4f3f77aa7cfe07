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
from gebiedsplan.build.samen import Samen
from gebiedsplan.build.stand import Stand
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.geheim.openbaar import openbaar, van_werkmap
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan.overzichtmodel import Vermelding

# A voorstel makes the plan again.
_MET_PLAN: tuple[Soort, ...] = ("gebiedsplan", "voorstel")
_ZELFDE_BESTANDEN: Mapping[Soort, tuple[Soort, ...]] = dict.fromkeys(_MET_PLAN, _MET_PLAN)


def opdracht(soort: Soort, mappen: Mappen, opties: Opties, gelezen: Ingelezen | Samen) -> Opdracht:
    """What to make of what was read. Raises GebiedsplanFout when that, or the house style, is not right."""
    nog_niet = () if isinstance(gelezen, Samen) else gelezen.nog_geen_plan()
    if fouten((*nog_niet, *gelezen.bevindingen)):
        raise GebiedsplanFout((*nog_niet, *gelezen.bevindingen))
    stijl = huisstijl.read(mappen.huisstijl, _van_wie(gelezen))
    kaal = Opdracht(soort, mappen, opties, gelezen, stijl, "")
    return replace(kaal, afdruk=_afdruk(kaal), vorige=stand.lees(mappen.uit, kaal.naam))


def _van_wie(gelezen: Ingelezen | Samen) -> str:
    """Whose style it has: of the gemeente it is about, or of none when it is about all."""
    return overzicht.STIJL if isinstance(gelezen, Samen) else gelezen.kader.gemeente(gelezen.gebied).slug


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
        vermelding = _vermelding(uitkomst, uit)
        record = {vermeldingen.pad(uit, v.slug, v.jaar): vermeldingen.als_json(v) for v in (vermelding,) if v}
        bestanden = {**uitkomst.bestanden, **record}
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


def _vermelding(uitkomst: Uitkomst, uit: Path) -> Vermelding | None:
    """What is remembered of the plan, with how often there was something to look at.

    Everybody may see that number, so it counts nothing that comes and goes with a figure that may be hidden.
    """
    if uitkomst.vermelding is None:
        return None
    voor_iedereen = (b for b in uitkomst.bevindingen if b.code not in stand.OVER_CIJFERS)
    let_op = sum(bevinding.ernst is Ernst.LET_OP for bevinding in voor_iedereen)
    return overzicht.bijgewerkt(replace(uitkomst.vermelding, let_op=let_op), uit, uitkomst.bestanden)


def _eis_gelezen(opdracht: Opdracht, vreemd: Iterable[Path]) -> None:
    """Raise GebiedsplanFout when a Word file that is about to be replaced holds remarks that stand in no workbook."""
    word_bestanden, gelezen = [pad for pad in vreemd if pad.suffix == ".docx"], opdracht.gelezen
    # A remark on all areas has no workbook to go to.
    if not word_bestanden or isinstance(gelezen, Samen):
        return
    from gebiedsplan.build.documenten import word

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
        te_tonen(opdracht.gelezen),
    )


def te_tonen(gelezen: Ingelezen | Samen) -> Ingelezen | Samen:
    """What was read without what is hidden: of a fingerprint of all else that is known, a small number is guessed."""

    def werkmappen(alle: Mapping[str, Gebiedsdata]) -> dict[str, Gebiedsdata]:
        return {slug: van_werkmap(data, gelezen.kader, gelezen.patroon) for slug, data in alle.items()}

    def bladen(ruw: Cijferbladen) -> Cijferbladen:
        return openbaar(ruw, gelezen.kader, gelezen.patroon)

    zonder = replace(
        gelezen,
        cijfers={slug: bladen(ruw) for slug, ruw in gelezen.cijfers.items()},
        referentie=bladen(gelezen.referentie),
        bevindingen=tuple(map(stand.te_onthouden, gelezen.bevindingen)),
    )
    if isinstance(zonder, Samen):
        return replace(zonder, data=werkmappen(zonder.data))
    return replace(
        zonder,
        eigen=van_werkmap(zonder.eigen, gelezen.kader, gelezen.patroon),
        delen=tuple(van_werkmap(deel, gelezen.kader, gelezen.patroon) for deel in zonder.delen),
        vorige=werkmappen(zonder.vorige),
    )


def _vreemd(opdracht: Opdracht, nieuw: Mapping[Path, bytes]) -> dict[Path, bool]:
    """The documents that are about to be replaced and are not as they were made; and whether that is known for sure.

    A document may belong to two products: what either of them made is no change.
    """
    uit, soorten = opdracht.mappen.uit, _ZELFDE_BESTANDEN.get(opdracht.soort, (opdracht.soort,))
    bekend = [s for soort in soorten if (s := stand.lees(uit, replace(opdracht, soort=soort).naam))]
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
