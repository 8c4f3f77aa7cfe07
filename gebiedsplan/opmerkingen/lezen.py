"""From a Word document to what reviewers said in it: comments, answers and tracked changes, each with its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gebiedsplan.opmerkingen.model import ANTWOORD, OPMERKING, Gelezen, Opmerking
from gebiedsplan.opmerkingen.plek import Plekken, kort
from gebiedsplan.opmerkingen.stukken import ONBEKEND, Stuk, Wandeling, datum
from gebiedsplan.opmerkingen.wijzigingen import wijzigingen
from gebiedsplan.toets.stijlen import Stijlen
from gebiedsplan.wordbestand.pakket import Pakket, Relatie, van_soort
from gebiedsplan.wordbestand.xml import Element, naam, waarde

_PLAN = "Gebiedsplan"
_VERHALEN: Final = ("header", "footer", "footnotes", "endnotes")
_OPGELOST = "In Word staat deze op ‘opgelost’."
_ZONDER_PLAATS = "Deze opmerking staat nergens meer bij in het document."


def lees(inhoud: bytes) -> Gelezen:
    """All that reviewers left in a document. Raises Onleesbaar when it cannot be read."""
    pakket = Pakket(inhoud)
    wortel, relaties = pakket.tekst()
    wandeling = Wandeling(Stijlen(pakket.xml(van_soort(relaties, "styles"))))
    verhalen = (pakket.xml(r.doel) for soort in _VERHALEN for r in relaties.values() if r.soort == soort)
    for deel in (wortel, *verhalen):
        if deel is not None:
            wandeling.langs(deel)
    stukken = wandeling.stukken()
    plekken = Plekken(stukken)
    gezegd = _gezegd(pakket.xml(van_soort(relaties, "comments")), pakket.xml(_uitgebreid(relaties)))
    return Gelezen(
        plan=_plan(pakket.xml(van_soort(pakket.begin, "custom-properties"))),
        teksten=_teksten(stukken.alle),
        opmerkingen=(*_opmerkingen(gezegd, stukken.alle, plekken), *wijzigingen(stukken, plekken)),
    )


def _uitgebreid(relaties: Mapping[str, Relatie]) -> str:
    return van_soort(relaties, "commentsExtended")


def _plan(eigenschappen: Element | None) -> str:
    knopen = () if eigenschappen is None else eigenschappen.iter("{*}property")
    return next(("".join(map(str, k.itertext())).strip() for k in knopen if k.get("name") == _PLAN), "")


def _teksten(alle: Iterable[Stuk]) -> Mapping[str, tuple[str, ...]]:
    """The words of every cell as they were when the document was made, wherever they stand."""
    per_alinea: dict[tuple[str, int], list[str]] = defaultdict(list)
    for stuk in alle:
        if stuk.wijziging is None or not stuk.wijziging.soort.nieuw:
            for bron in stuk.bronnen:
                per_alinea[bron, stuk.alinea].append(stuk.tekst)
    teksten: dict[str, dict[str, None]] = defaultdict(dict)
    for (bron, _), delen in per_alinea.items():
        teksten[bron][" ".join("".join(delen).split())] = None
    return {bron: tuple(filter(None, van_bron)) for bron, van_bron in teksten.items()}


@dataclass(frozen=True, slots=True)
class _Gezegd:
    """A comment: its words, and whether it answers another or was marked as done."""

    id: str
    wie: str
    wanneer: str
    wat: str
    antwoord: bool
    opgelost: bool


def _gezegd(comments: Element | None, uitgebreid: Element | None) -> Sequence[_Gezegd]:
    """The comments in their order. What answers what stands in a part of its own, by the id of a last paragraph."""
    knopen = () if uitgebreid is None else uitgebreid.iter(naam("w15:commentEx"))
    meer = {waarde(knoop, "w15:paraId"): knoop for knoop in knopen}
    gezegd = []
    for knoop in () if comments is None else comments.iter(naam("w:comment")):
        alineas = list(knoop.iter(naam("w:p")))
        erbij = meer.get(waarde(alineas[-1], "w14:paraId")) if alineas else None
        gezegd.append(
            _Gezegd(
                id=waarde(knoop, "w:id"),
                wie=waarde(knoop, "w:author").strip() or ONBEKEND,
                wanneer=datum(waarde(knoop, "w:date")),
                wat="\n".join(filter(None, map(_woorden, alineas))),
                antwoord=bool(waarde(erbij, "w15:paraIdParent")),
                opgelost=erbij is not None and waarde(erbij, "w15:done") in {"1", "true"},
            )
        )
    return gezegd


def _woorden(alinea: Element) -> str:
    tekens = alinea.iter(naam("w:t"), naam("w:tab"), naam("w:br"))
    delen = (teken.text or "" if teken.tag == naam("w:t") else " " for teken in tekens)
    return " ".join("".join(delen).split())


def _opmerkingen(gezegd: Iterable[_Gezegd], alle: Sequence[Stuk], plekken: Plekken) -> Iterable[Opmerking]:
    bereik: dict[str, list[int]] = defaultdict(list)
    verwezen: dict[str, list[int]] = defaultdict(list)
    for nummer, stuk in enumerate(alle):
        for id_ in stuk.opmerkingen:
            (verwezen if stuk.verwijzing else bereik)[id_].append(nummer)
    for g in gezegd:
        hier = bereik.get(g.id) or verwezen.get(g.id, [])
        toelichting = [_OPGELOST] if g.opgelost else []
        yield Opmerking(
            wie=g.wie,
            wanneer=g.wanneer,
            soort=ANTWOORD if g.antwoord else OPMERKING,
            wat=g.wat or "(zonder woorden)",
            over=kort(plekken.tekst(hier)),
            bron=plekken.bron(hier),
            kop=plekken.kop(hier),
            toelichting=" ".join(toelichting if hier else [*toelichting, _ZONDER_PLAATS]),
        )
