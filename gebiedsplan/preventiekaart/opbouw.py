"""From the workbooks of all areas to the preventiekaart: what is shown, in which order, and found by what.

Nothing is hidden because somebody left a cell empty: without a doelgroep an activity is for everyone, without a dorp
it is in every dorp of its area, and what has no thema or toegang is found under "niet bekend".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.gebied.bladen import TOEGANG
from gebiedsplan.gebied.contact import maillink, telefoonlink, weblink
from gebiedsplan.gebied.model import Aanbod, Gebiedsdata
from gebiedsplan.gebied.namen import kaal
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.preventiekaart.model import (
    Activiteit,
    Contact,
    Gebiedsaanbod,
    Groep,
    Keuze,
    Ontbrekend,
    Preventiekaart,
)

_ONBEKEND = Keuze("onbekend", "Niet bekend")
# Names hold commas and an "en" of their own.
_SCHEIDING = "; "
_IEDEREEN = "iedereen"
_NIET_INGEVULD = "er is nog geen aanbod ingevuld"


@dataclass(frozen=True, slots=True)
class _Naam:
    """The name of something in the kader, and every other word it is looked for by."""

    naam: str
    aliassen: tuple[str, ...] = ()

    @property
    def alle(self) -> str:
        return " ".join((self.naam, *self.aliassen))


def preventiekaart(
    kader: Kader, data: Mapping[str, Gebiedsdata], ontbreekt: Mapping[str, str]
) -> Preventiekaart | None:
    """The map of these workbooks, by slug. ``ontbreekt`` says why others cannot be used. None: no activity at all."""
    namen = _Namen(kader)
    gebieden = tuple(
        _van_gebied(kader, gebied, data[gebied.slug], namen)
        for gebied in kader.gebieden
        if gebied.slug in data and data[gebied.slug].aanbod
    )
    if not gebieden:
        return None
    aanwezig = {gebied.slug for gebied in gebieden}
    # A gemeente with parts needs no aanbod of its own.
    afwezig = (g for g in kader.gebieden if g.slug in ontbreekt or (g in kader.bladeren() and g.slug not in aanwezig))
    dagen = sorted(gebied.datum for gebied in gebieden)
    van, tot = taal.datum(dagen[0]), taal.datum(dagen[-1])
    afspraken = kader.instellingen
    return Preventiekaart(
        titel=f"Preventiekaart {afspraken.samenwerking}",
        ondertitel=f"Wat er te doen is in {afspraken.lange_naam}",
        samenwerking=afspraken.samenwerking,
        datum=dagen[-1],
        bijgewerkt=tot if van == tot else f"van {van} tot en met {tot}",
        aantal=sum(len(gebied.activiteiten) for gebied in gebieden),
        groepen=tuple(_groepen(kader, [a for gebied in gebieden for a in gebied.activiteiten])),
        gebieden=gebieden,
        woorden=kader.woorden,
        ontbreekt=tuple(Ontbrekend(g.naam, ontbreekt.get(g.slug, _NIET_INGEVULD)) for g in afwezig),
    )


class _Namen:
    """What everything in the kader is called, by its id."""

    def __init__(self, kader: Kader) -> None:
        self.themas = {t.id: _Naam(t.naam, t.aliassen) for t in kader.themas}
        self.doelgroepen = {d.id: _Naam(d.naam, d.aliassen) for d in kader.doelgroepen}
        self.bouwstenen = {b.id: _Naam(b.naam, b.aliassen) for b in kader.bouwstenen()}
        self.regios = {w.code: _Naam(w.naam) for g in kader.gebieden for w in g.wijken}


def _van_gebied(kader: Kader, gebied: Gebied, data: Gebiedsdata, namen: _Namen) -> Gebiedsaanbod:
    volgorde = {wijk.code: nummer for nummer, wijk in enumerate(gebied.wijken)}

    def plaats(aanbod: Aanbod) -> tuple[int, str]:
        """Dorp by dorp, then what is in the whole area; there by name."""
        dorpen = (volgorde[d] for d in aanbod.dorpen if d in volgorde)
        return min(dorpen, default=len(volgorde)), kaal(aanbod.activiteit)

    return Gebiedsaanbod(
        slug=gebied.slug,
        naam=gebied.naam if gebied in kader.bladeren() else gebied.lange_naam or gebied.naam,
        datum=data.kop.datum,
        bijgewerkt=taal.datum(data.kop.datum),
        activiteiten=tuple(_activiteit(kader, gebied, aanbod, namen) for aanbod in sorted(data.aanbod, key=plaats)),
    )


def _activiteit(kader: Kader, gebied: Gebied, a: Aanbod, namen: _Namen) -> Activiteit:
    dorpen = () if gebied.slug in a.dorpen else a.dorpen
    dorp = taal.opsomming([namen.regios[d].naam for d in dorpen])
    doelgroepen = [namen.doelgroepen[d] for d in a.doelgroepen]
    themas = [namen.themas[t] for t in a.themas]
    bouwsteen = [namen.bouwstenen[a.bouwsteen]] if a.bouwsteen else []
    plaats = a.plaats if kaal(a.plaats) != kaal(dorp) else ""
    voor_wie = _SCHEIDING.join(taal.kleine_letter(d.naam) for d in doelgroepen) or _IEDEREEN
    op_naam = (*doelgroepen, *themas, *bouwsteen)
    woorden = (gebied.naam, dorp, a.plaats, a.activiteit, a.beschrijving, a.aanbieder, a.wanneer, a.toegang, a.kosten)
    return Activiteit(
        naam=a.activiteit,
        beschrijving=a.beschrijving,
        waar=", ".join(filter(None, (dorp, plaats))) or "in het hele gebied",
        dorp=dorp,
        plaats=a.plaats,
        wanneer=a.wanneer,
        voor_wie=voor_wie if kader.doelgroepen else "",
        toegang=a.toegang,
        kosten=a.kosten,
        aanbieder=a.aanbieder,
        contact=tuple(_contact(a)),
        themas=_SCHEIDING.join(thema.naam for thema in themas),
        bouwsteen=_SCHEIDING.join(steen.naam for steen in bouwsteen),
        onbekend=taal.opsomming(a.onbekend(kader.woord_thema)),
        merken={
            "dorp": tuple(_waar_gevonden(kader, gebied, dorpen)),
            "thema": a.themas or (_ONBEKEND.merk,),
            "doelgroep": a.doelgroepen or tuple(namen.doelgroepen),
            "toegang": (_merk(a.toegang) if a.toegang else _ONBEKEND.merk,),
            "bouwsteen": (a.bouwsteen,),
        },
        zoekwoorden=" ".join(filter(None, (*woorden, voor_wie, *(naam.alle for naam in op_naam)))),
    )


def _contact(a: Aanbod) -> Iterator[Contact]:
    wegen = (("Telefoon", a.telefoon, telefoonlink), ("E-mail", a.mail, maillink), ("Website", a.website, weblink))
    return (Contact(soort, tekst, link(tekst)) for soort, tekst, link in wegen if tekst)


def _waar_gevonden(kader: Kader, gebied: Gebied, dorpen: Sequence[str]) -> Iterator[str]:
    """The area and the dorp; what is in all of an area is in each of its parts and dorpen."""
    yield gebied.slug
    if dorpen:
        yield from dorpen
        return
    for deel in kader.delen(gebied):
        if deel != gebied:
            yield deel.slug
        yield from (wijk.code for wijk in deel.wijken)


def _merk(woorden: str) -> str:
    return woorden.replace(" ", "-")


# -- what can be chosen: only what finds something


def _groepen(kader: Kader, activiteiten: Sequence[Activiteit]) -> Iterator[Groep]:
    keuzes: tuple[tuple[str, str, Iterable[Keuze]], ...] = (
        ("dorp", "Dorp of gebied", _plaatsen(kader, activiteiten)),
        ("thema", kader.woorden.thema.kop, _of_onbekend(Keuze(t.id, t.naam) for t in kader.themas)),
        ("doelgroep", "Voor wie", [Keuze(d.id, d.naam) for d in kader.doelgroepen]),
        ("toegang", "Toegang", _of_onbekend(Keuze(_merk(t), taal.hoofdletter(t)) for t in TOEGANG)),
        ("bouwsteen", kader.woorden.bouwsteen.kop, [Keuze(b.id, b.naam) for b in kader.bouwstenen()]),
    )
    for id_, naam, mogelijk in keuzes:
        gevonden = {merk for activiteit in activiteiten for merk in activiteit.merken[id_]}
        if te_kiezen := tuple(keuze for keuze in mogelijk if keuze.merk in gevonden):
            yield Groep(id_, naam, te_kiezen)


def _of_onbekend(keuzes: Iterable[Keuze]) -> tuple[Keuze, ...]:
    """All there is to choose, and that nobody filled it in; nothing where there is nothing to choose."""
    mogelijk = tuple(keuzes)
    return (*mogelijk, _ONBEKEND) if mogelijk else ()


def _plaatsen(kader: Kader, activiteiten: Sequence[Activiteit]) -> Iterator[Keuze]:
    """Every area without parts, and below it the dorpen that an activity names."""
    genoemd = {merk for a in activiteiten if a.dorp for merk in a.merken["dorp"]}
    for gebied in kader.bladeren():
        yield Keuze(gebied.slug, gebied.naam)
        yield from (Keuze(wijk.code, wijk.naam, deel=True) for wijk in gebied.wijken if wijk.code in genoemd)
