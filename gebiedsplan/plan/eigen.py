"""What the sheets, fields and texts that a kader adds say on paper, for the templates it brings along."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gebiedsplan import taal
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.eigenmodel import EigenRij, EigenWaarde
from gebiedsplan.gebied.model import Gebiedsdata, Reden
from gebiedsplan.gebied.namen import is_totaal
from gebiedsplan.herkomst import naar, uit
from gebiedsplan.kader.eigen import EigenBlad as KaderBlad
from gebiedsplan.kader.eigen import EigenVeld, Optelling
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.bronnen import Bronnen, teksten
from gebiedsplan.plan.eigenmodel import EigenBlad, EigenOptelling, EigenRegel, Opgeteld
from gebiedsplan.plan.stukken import Kolomkop, Opmaak, Tabel

_GETALLEN = ("getal", "mensen", "bedrag")
_SCHEIDING = "; "


@dataclass(frozen=True, slots=True)
class _Rij:
    """A row with the name of the area whose workbook it stands in."""

    gebied: str
    rij: EigenRij


def bladen(b: Bronnen) -> Mapping[str, EigenBlad]:
    """Every sheet that the kader adds, by its id, with the rows of all workbooks of the plan."""
    return {blad.id: _blad(b, blad) for blad in b.kader.bladen}


def velden(b: Bronnen) -> Mapping[str, str]:
    """Every field that the kader adds to the sheet Gebied, by its id; "" where it is not filled in."""
    rij, schrijver = b.eigen.kop.velden, _Schrijver(b.kader)
    return {veld.id: str(schrijver.cel(rij, veld)) for veld in b.kader.velden}


def eigen_teksten(kader: Kader, data: Gebiedsdata) -> Mapping[str, tuple[Opmaak, ...]]:
    """Every text that the kader adds to the sheet Teksten, by its id, of one workbook."""
    return {tekst.id: teksten(data, tekst.naam) for tekst in kader.teksten}


def _blad(b: Bronnen, blad: KaderBlad) -> EigenBlad:
    schrijver = _Schrijver(b.kader)
    rijen = [_Rij(b.naam(data.slug), rij) for data in b.alle() for rij in data.eigen.get(blad.id, ())]
    return EigenBlad(
        naam=blad.naam,
        rijen=tuple(schrijver.regel(rij, blad.kolommen) for rij in rijen),
        tabel=_tabel(blad, rijen, schrijver),
        optellingen={o.id: _optelling(blad, o, rijen, schrijver) for o in blad.optellingen},
    )


def _tabel(blad: KaderBlad, rijen: Sequence[_Rij], schrijver: _Schrijver) -> Tabel | None:
    """All rows, with the area where there are several, and a total where columns add up and no row says it.

    That amounts are in euros is said once: in the header, or in the caption where there are more columns of them.
    """
    if not rijen:
        return None
    samen = len({rij.gebied for rij in rijen}) > 1
    bedragen = sum(kolom.soort == "bedrag" for kolom in blad.kolommen)
    kop = [_kop(kolom, in_euro=bedragen == 1) for kolom in blad.kolommen]
    cellen = [[schrijver.tabelcel(rij.rij, kolom) for kolom in blad.kolommen] for rij in rijen]
    if samen:
        kop.append(Kolomkop("Gebied"))
        cellen = [[*rij, van.gebied] for rij, van in zip(cellen, rijen, strict=True)]
    if totaal := _totaalrij(blad, rijen):
        cellen.append([*totaal, *(["alle"] if samen else [])])
    bijschrift = f"{blad.naam} (bedragen in euro’s)" if bedragen > 1 else blad.naam
    return Tabel(f"tabel-{_anker(blad.id)}", bijschrift, tuple(kop), tuple(map(tuple, cellen)))


def _kop(kolom: EigenVeld, *, in_euro: bool) -> Kolomkop:
    if kolom.soort == "bedrag" and in_euro:
        return Kolomkop(f"{kolom.naam} (€)", rechts=True)
    return Kolomkop(kolom.naam, rechts=kolom.soort in _GETALLEN)


def _totaalrij(blad: KaderBlad, rijen: Sequence[_Rij]) -> list[str]:
    optelbaar = [kolom for kolom in blad.kolommen if kolom.totaal]
    if not optelbaar or len(rijen) == 1 or any(is_totaal(_eerste(rij.rij, blad)) for rij in rijen):
        return []
    cellen = ["Totaal", *([""] * (len(blad.kolommen) - 1))]
    for plaats, kolom in enumerate(blad.kolommen):
        if kolom.totaal:
            getallen = [rij.rij.waarden[kolom.id] for rij in rijen]
            bekend = [getal for getal in getallen if isinstance(getal, int | float)]
            # As they are shown, so that who adds them up finds the same.
            som = sum(taal.afgerond(getal, kolom.decimalen) for getal in bekend)
            compleet = len(bekend) == len(getallen)
            cellen[plaats] = taal.getal(float(som), kolom.decimalen) if compleet else "niet bekend"
    return cellen


def _optelling(blad: KaderBlad, optelling: Optelling, rijen: Sequence[_Rij], schrijver: _Schrijver) -> EigenOptelling:
    """Equal sums share a place, in the order in which they were first named."""
    per, som = blad.kolom(optelling.per), blad.kolom(optelling.som)
    sommen: dict[str, float] = defaultdict(float)
    for rij in rijen:
        getal = rij.rij.waarden[som.id]
        naam = str(schrijver.cel(rij.rij, per))
        if naam and isinstance(getal, int | float):
            sommen[naam] += getal
    richting = 1 if optelling.eerst == "laagste" else -1
    op_volgorde = sorted(sommen.items(), key=lambda paar: richting * paar[1])
    regels = tuple(
        Opgeteld(
            str(1 + sum(richting * ander < richting * getal for _, ander in op_volgorde)),
            naam,
            schrijver.getal(getal, som),
        )
        for naam, getal in op_volgorde
    )
    # The first column names the row: what it is about, not its place.
    kop = (Kolomkop(per.naam), Kolomkop("Plaats", rechts=True), Kolomkop(som.naam, rechts=True))
    tabel = Tabel(
        f"tabel-{_anker(blad.id)}-{_anker(optelling.id)}",
        optelling.naam,
        kop,
        tuple((regel.naam, regel.plaats, regel.som) for regel in regels),
    )
    return EigenOptelling(optelling.naam, regels, tabel if regels else None)


class _Schrijver:
    """Writes values the way they stand on paper."""

    def __init__(self, kader: Kader) -> None:
        self._drempel = kader.geheimhouding.hoogste_drempel
        self._namen_per_lijst = _namen_per_lijst(kader)

    def regel(self, rij: _Rij, kolommen: Sequence[EigenVeld]) -> EigenRegel:
        """A row for a template."""
        return {**{kolom.id: self.cel(rij.rij, kolom) for kolom in kolommen}, "gebied": rij.gebied}

    def cel(self, rij: EigenRij, veld: EigenVeld) -> str | Opmaak:
        """What stands in a cell, from that cell."""
        waarde = rij.waarden.get(veld.id)
        if veld.soort == "opmaak":
            return Opmaak(str(waarde or ""))
        return uit(self._tekst(waarde, veld), rij.plekken.get(veld.id))

    def tabelcel(self, rij: EigenRij, veld: EigenVeld) -> str:
        """What stands in a cell of a table that says itself which columns are in euros."""
        waarde = rij.waarden.get(veld.id)
        if veld.soort == "bedrag" and isinstance(waarde, int | float):
            return uit(taal.getal(waarde), rij.plekken.get(veld.id))
        return uit(self._tekst(waarde, veld), rij.plekken.get(veld.id))

    def getal(self, waarde: float, veld: EigenVeld) -> str:
        """A number of this column."""
        return taal.euro(waarde) if veld.soort == "bedrag" else taal.getal(waarde, veld.decimalen)

    def _tekst(self, waarde: EigenWaarde, veld: EigenVeld) -> str:
        namen = self._namen_per_lijst.get(veld.lijst, {})
        match waarde:
            case None | "" | ():
                return NOG_NIET_VASTGESTELD if veld.soort == "bedrag" else ""
            case tuple():
                return naar(_SCHEIDING.join(namen.get(deel, deel) for deel in waarde), waarde)
            case dt.date():
                return taal.datum(waarde)
            case str():
                return namen.get(waarde, waarde)
            case _ if veld.soort == "jaar":
                return str(waarde)
            case _ if veld.soort == "mensen" and waarde < self._drempel:
                return Reden.GEHEIM.value
            case _:
                return self.getal(float(waarde), veld)


def _namen_per_lijst(kader: Kader) -> Mapping[str, Mapping[str, str]]:
    """The name of every choice of the kader; a choice of a list of one's own is its own name."""
    return {
        "themas": {keuze.id: keuze.naam for keuze in kader.themas},
        "doelgroepen": {keuze.id: keuze.naam for keuze in kader.doelgroepen},
        "hoofdopgaven": {keuze.id: keuze.naam for keuze in kader.hoofdopgaven},
        "bouwstenen": {keuze.id: keuze.naam for keuze in kader.bouwstenen()},
        "pijlers": {keuze.id: keuze.naam for keuze in kader.pijlers},
        "dimensies": {keuze.id: keuze.naam for keuze in kader.dimensies},
        "rollen": {keuze.id: keuze.naam for keuze in kader.rollen},
        "indicatoren": {keuze.id: keuze.naam for keuze in kader.indicatoren},
    }


def _eerste(rij: EigenRij, blad: KaderBlad) -> str:
    return str(rij.waarden[blad.kolommen[0].id] or "")


def _anker(id_: str) -> str:
    return id_.replace("_", "-")
