"""Figures of two workbooks beside each other: corrected, newer, new or gone. What is hidden was taken out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gebiedsplan.cijfers.bevolking import TOTAAL
from gebiedsplan.cijfers.model import Cijfers, Meting
from gebiedsplan.gebied.model import Bevolkingsgroep, Gebiedsdata, Reden
from gebiedsplan.geheim.model import maat_van
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.verschil.geheim import Reeksen, Samen
from gebiedsplan.verschil.model import Cijferverschil, Cijferverschillen, Maat, Paar


def maten(kader: Kader, groepen: Iterable[str]) -> tuple[Maat, ...]:
    """What is measured: first the inhabitants, then the indicators of the kader."""
    grenzen = kader.instellingen.duidelijk_verschil
    inwoners = (Maat(maat_van(g), _naam_van_groep(g), "aantal", 0, grenzen.get("aantal", 0.0)) for g in groepen)
    return (
        *inwoners,
        *(Maat(i.id, i.naam, i.eenheid, i.decimalen, grenzen.get(i.eenheid, 0.0)) for i in kader.indicatoren),
    )


def groepen_van(*werkmappen: Gebiedsdata) -> tuple[str, ...]:
    """The age groups that are counted, all inhabitants first."""
    gevonden = {groep.groep.casefold(): groep.groep for data in werkmappen for groep in data.bladen.bevolking}
    gevonden.pop(TOTAAL.casefold(), None)
    return (TOTAAL, *gevonden.values())


def reeksen(data: Gebiedsdata, tabel: Cijfers, gebied: Gebied) -> Reeksen:
    """Every figure of a workbook: those of the table, and the inhabitants."""
    regios = _regios(gebied)
    inwoners: dict[tuple[str, str], list[Meting]] = {}
    for groep in sorted(data.bladen.bevolking, key=lambda g: g.jaar):
        # Of a wijk only the total: its age groups are small.
        if groep.regio == gebied.slug or groep.groep.casefold() == TOTAAL.casefold():
            meting = _meting(groep)
            verborgen = (meting.indicator, meting.regio, meting.jaar) in tabel.verborgen
            inwoners.setdefault((meting.indicator, meting.regio), []).append(_dicht(meting) if verborgen else meting)
    eigen = {sleutel: reeks for sleutel, reeks in tabel.metingen.items() if sleutel[1] in regios}
    return {**_zonder_rest(inwoners), **eigen}


def vergelijk(samen: Samen, maten: Iterable[Maat], gebied: Gebied) -> Cijferverschillen:
    """What differs, in the order of the kader; first of the area itself, then of its wijken."""
    eigen: list[Cijferverschil] = []
    wijken: list[Cijferverschil] = []
    gelijk = 0
    for maat in maten:
        for regio in _regios(gebied):
            gevonden = _verschil(samen, maat, regio, is_wijk=regio != gebied.slug)
            if gevonden:
                (eigen if regio == gebied.slug else wijken).append(gevonden)
            else:
                gelijk += any(m.waarde is not None for m in samen.nieuw.get((maat.id, regio), ()))
    return Cijferverschillen(tuple(eigen), tuple(wijken), gelijk)


def _verschil(samen: Samen, maat: Maat, regio: str, is_wijk: bool) -> Cijferverschil | None:
    oud, nieuw = (_per_jaar(reeksen.get((maat.id, regio), ())) for reeksen in (samen.oud, samen.nieuw))
    bijgesteld = tuple(
        Paar(oud[jaar], nieuw[jaar])
        for jaar in sorted(oud.keys() & nieuw.keys())
        # With the sum and all other wijken corrected, the one that is hidden would be what remains.
        if _anders(oud[jaar], nieuw[jaar], maat) and not (is_wijk and (maat.id, jaar) in samen.gesloten)
    )
    uitkomst = Cijferverschil(
        maat=maat,
        regio=regio,
        nieuwste=_nieuwste(oud, nieuw),
        bijgesteld=bijgesteld,
        erbij=tuple(sorted(nieuw.keys() - oud.keys() - {max(nieuw, default=0)})),
        weg=tuple(sorted(oud.keys() - nieuw.keys() - {max(oud, default=0)})),
        verborgen=tuple(sorted(jaar for m, r, jaar in samen.eenzijdig if (m, r) == (maat.id, regio))),
    )
    leeg = Cijferverschil(maat, regio, None, (), (), (), ())
    return None if uitkomst == leeg else uitkomst


def _nieuwste(oud: Mapping[int, Meting], nieuw: Mapping[int, Meting]) -> Paar[Meting | None] | None:
    """The newest figure of each; None when they are of one year, or neither has any."""
    laatste = Paar(max(oud, default=None), max(nieuw, default=None))
    return None if laatste.oud == laatste.nieuw else Paar(_of_geen(oud, laatste.oud), _of_geen(nieuw, laatste.nieuw))


def _per_jaar(reeks: Iterable[Meting]) -> dict[int, Meting]:
    return {meting.jaar: meting for meting in reeks if meting.waarde is not None}


def _of_geen(per_jaar: Mapping[int, Meting], jaar: int | None) -> Meting | None:
    return None if jaar is None else per_jaar[jaar]


def _anders(oud: Meting, nieuw: Meting, maat: Maat) -> bool:
    """Whether a reader sees a difference: in the figure as it is written, or in how sure it is."""
    return oud.status != nieuw.status or geschreven(oud, maat) != geschreven(nieuw, maat)


def geschreven(meting: Meting, maat: Maat) -> str:
    """A figure as the plan writes it: "43%", "12% (voorbeeld)"."""
    tekst = schrijfwijze.waarde(meting.waarde or 0.0, maat.eenheid, maat.decimalen)
    return schrijfwijze.als_voorbeeld(tekst) if meting.voorbeeld else tekst


def _regios(gebied: Gebied) -> tuple[str, ...]:
    return (gebied.slug, *(wijk.code for wijk in gebied.wijken))


# -- inhabitants


def _naam_van_groep(groep: str) -> str:
    return "Inwoners" if groep == TOTAAL else f"Inwoners {schrijfwijze.leeftijd(groep)}"


def _meting(groep: Bevolkingsgroep) -> Meting:
    return Meting(
        indicator=maat_van(groep.groep),
        regio=groep.regio,
        jaar=groep.jaar,
        waarde=groep.aantal,
        reden=groep.reden,
        onder=None,
        boven=None,
        bron=groep.bron,
        peildatum=groep.peildatum,
        status=groep.status,
        opmerking=groep.opmerking,
    )


def _zonder_rest(inwoners: Mapping[tuple[str, str], list[Meting]]) -> dict[tuple[str, str], tuple[Meting, ...]]:
    """Where one age group is hidden all are, except the total: the hidden one is what remains of that."""
    raak = {(m.regio, m.jaar) for reeks in inwoners.values() for m in reeks if m.reden is Reden.GEHEIM}
    return {
        (maat, regio): tuple(_dicht(m) if maat != maat_van(TOTAAL) and (m.regio, m.jaar) in raak else m for m in reeks)
        for (maat, regio), reeks in inwoners.items()
    }


def _dicht(meting: Meting) -> Meting:
    return replace(meting, waarde=None, reden=Reden.GEHEIM)
