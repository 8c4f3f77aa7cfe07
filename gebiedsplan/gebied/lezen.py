"""From the sheets of a workbook to what an area is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from gebiedsplan.bevinding import Bevinding, Plek, bedoelde_u
from gebiedsplan.gebied import eigen, rijen
from gebiedsplan.gebied.bladen import BUSINESSCASE
from gebiedsplan.gebied.cellen import Rij
from gebiedsplan.gebied.keuzes import Keuzelijst, keuzelijsten, regios_van, regios_van_referentie
from gebiedsplan.gebied.kolommen import BladSpec, Kolom
from gebiedsplan.gebied.leesopmerkingen import OPMERKINGEN
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata, Kop
from gebiedsplan.gebied.vorm import bladen_van, vorm
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.werkmap import Blad, Cel, Werkmap, gelijk

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Gelezen:
    """An area as read, with everything that was wrong. With a fout among the findings, do not build from it."""

    data: Gebiedsdata
    bevindingen: tuple[Bevinding, ...]


def bladnamen(kader: Kader) -> tuple[str, ...]:
    """Every sheet the program reads from the workbook of an area."""
    return tuple(spec.naam for spec in vorm(kader).bladen)


def cijferbladnamen(kader: Kader) -> tuple[str, ...]:
    """The sheets with figures: all that a comparison reads from the workbook of another area."""
    return ("Bevolking", *(blok.blad for blok in kader.blokken))


def read(werkmap: Werkmap, kader: Kader, gebied: Gebied) -> Gelezen:
    """Read the workbook of ``gebied``. What stands in the workbooks of its parts, its own does not need."""
    lezer = _Lezer(werkmap, kader, regios_van(gebied))
    lezer.eis_bladen(_verplichte_bladen(kader, bladen_van(kader, gebied)))
    data = Gebiedsdata(
        slug=gebied.slug,
        bestand=werkmap.bestand,
        kop=lezer.kop(),
        bladen=lezer.cijferbladen(),
        duidingen=lezer.rijen("Duiding", rijen.duiding),
        gesprekken=lezer.rijen("Gesprekken", rijen.gesprek),
        terugblik=lezer.rijen("Terugblik", rijen.terugblik),
        speerpunten=lezer.rijen("Speerpunten", rijen.speerpunt),
        doelen=lezer.rijen("Doelen", lambda r: rijen.doel(r, kader.indicatoren, lezer.bevindingen)),
        acties=lezer.rijen("Acties", rijen.actie),
        partners=lezer.rijen("Partners", rijen.partner),
        aanbod=lezer.rijen("Aanbod", rijen.aanbod),
        middelen=lezer.rijen("Middelen", rijen.geldpost),
        hulpvragen=lezer.rijen(BUSINESSCASE, rijen.hulpvraag),
        risicos=lezer.rijen("Risico's", rijen.risico),
        casussen=lezer.rijen("Casus", rijen.casus),
        teksten=lezer.rijen("Teksten", rijen.tekst),
        besluit=lezer.rijen("Besluit", rijen.besluitdeel),
        opmerkingen=lezer.rijen(OPMERKINGEN, rijen.opmerking),
        eigen={blad.id: lezer.rijen(blad.naam, partial(eigen.rij, velden=blad.kolommen)) for blad in kader.bladen},
        open_rijen=lezer.open_rijen(),
    )
    return Gelezen(data, (*werkmap.bevindingen, *lezer.bevindingen))


def read_cijfers(werkmap: Werkmap, kader: Kader, gebied: Gebied) -> tuple[Cijferbladen, tuple[Bevinding, ...]]:
    """Read only the figures of ``gebied``, for a comparison."""
    lezer = _Lezer(werkmap, kader, regios_van(gebied))
    return lezer.cijferbladen(), tuple(lezer.bevindingen)


def read_referentie(werkmap: Werkmap, kader: Kader) -> tuple[Cijferbladen, tuple[Bevinding, ...]]:
    """Read the figures of gemeenten, comparison regions and the country."""
    lezer = _Lezer(werkmap, kader, regios_van_referentie(kader))
    return lezer.cijferbladen(), tuple(lezer.bevindingen)


def gaat_over(werkmap: Werkmap, kader: Kader, gebied: Gebied) -> bool:
    """Whether the figures of a workbook are of ``gebied``: it names the area, or one of its wijken."""
    cijfers, _ = read_cijfers(werkmap, kader, gebied)
    return any(rij.regio for rij in cijfers.bevolking) or any(rij.regio for rij in cijfers.cijfers)


class _Lezer:
    """Reads the sheets of one workbook and gathers what is wrong."""

    def __init__(self, werkmap: Werkmap, kader: Kader, regios: Keuzelijst) -> None:
        self._werkmap = werkmap
        self._kader = kader
        self.vorm = vorm(kader)
        self._keuzes = keuzelijsten(kader, regios)
        self.bevindingen: list[Bevinding] = []
        self._open_rijen: list[Plek] = []

    def eis_bladen(self, namen: Iterable[str]) -> None:
        for naam in namen:
            if self._werkmap.blad(naam) is None:
                self.bevindingen.append(_blad_ontbreekt(self._werkmap, naam))

    def rijen(self, naam: str, maak: Callable[[Rij], _T]) -> tuple[_T, ...]:
        """One value for every row of a sheet; () when the sheet is not there."""
        return self._rijen_met(naam, self.vorm.blad(naam).kolommen, maak)

    def cijferbladen(self) -> Cijferbladen:
        eenheden = {i.id: i.eenheid for i in self._kader.indicatoren}
        return Cijferbladen(
            bevolking=self.rijen("Bevolking", rijen.bevolkingsgroep),
            cijfers=tuple(
                cijfer
                for blok in self._kader.blokken
                for cijfer in self.rijen(blok.blad, lambda rij: rijen.cijfer(rij, eenheden))
            ),
        )

    def open_rijen(self) -> tuple[Plek, ...]:
        """The rows passed so far that are only a place to fill in."""
        return tuple(self._open_rijen)

    def kop(self) -> Kop:
        """The fields of the sheet Gebied: a row for each, found by the name in the column Veld."""
        cellen = self._velden()
        blad = self._werkmap.blad("Gebied")
        plek = blad.plek if blad else Plek(self._werkmap.bestand)
        kolommen = {kolom.naam: kolom for kolom in self.vorm.velden}
        for kolom in self.vorm.velden if blad else ():
            if kolom.verplicht and kolom.naam not in cellen:
                self.bevindingen.append(_veld_ontbreekt(plek, kolom))
        rij = Rij(cellen, kolommen, self._keuzes, self.bevindingen, plek, waar="het veld")
        return Kop(
            planjaar=rij.jaar("Planjaar"),
            status=rij.keuze("Status"),
            versie=rij.tekst("Versie"),
            datum=rij.datum("Datum"),
            opsteller=rij.tekst("Opsteller"),
            portefeuillehouder=rij.tekst("Portefeuillehouder"),
            zaaknummer=rij.tekst("Zaaknummer"),
            typering=rij.tekst("Typering"),
            contact=rij.tekst("Contact sociaal team"),
            let_op=rij.tekst("Let op"),
            plekken=rij.plekken,
            velden=eigen.rij(rij, self._kader.velden),
        )

    def _velden(self) -> dict[str, Cel]:
        gevonden: dict[str, Cel] = {}
        for veld, cel in self.rijen("Gebied", rijen.veld):
            for kolom in self.vorm.velden:
                if cel is not None and gelijk(kolom.naam, veld):
                    gevonden[kolom.naam] = cel
        return gevonden

    def _rijen_met(self, naam: str, kolommen: tuple[Kolom, ...], maak: Callable[[Rij], _T]) -> tuple[_T, ...]:
        blad = self._werkmap.blad(naam)
        if blad is None:
            return ()
        index = _kolomindex(blad, kolommen, self.bevindingen)
        per_naam = {kolom.naam: kolom for kolom in kolommen}
        records = []
        for cellen in blad.rijen:
            op_naam = {kolomnaam: cellen[i] for kolomnaam, i in index.items()}
            if all(cel.leeg for cel in op_naam.values()):
                continue
            if _is_open(op_naam, kolommen):
                self._open_rijen.append(cellen[0].plek)
                continue
            records.append(maak(Rij(op_naam, per_naam, self._keuzes, self.bevindingen, cellen[0].plek)))
        return tuple(records)


def _is_open(cellen: Mapping[str, Cel], kolommen: tuple[Kolom, ...]) -> bool:
    """Whether a row says what it is about and nothing more."""
    sleutels = {kolom.naam for kolom in kolommen if kolom.sleutel}
    return bool(sleutels) and all(cel.leeg for naam, cel in cellen.items() if naam not in sleutels)


def _kolomindex(blad: Blad, kolommen: tuple[Kolom, ...], bevindingen: list[Bevinding]) -> Mapping[str, int]:
    """Where each column of the sheet stands; a finding for what is not there or stands there twice."""
    index: dict[str, int] = {}
    for kolom in kolommen:
        plaatsen = blad.plaatsen(kolom.kop)
        if plaatsen:
            index[kolom.naam] = plaatsen[0]
        if len(plaatsen) > 1:
            bevindingen.append(_kolom_dubbel(blad.kop[plaatsen[1]], kolom))
        if not plaatsen and (kolom.verplicht or kolom.nodig):
            bevindingen.append(_kolom_ontbreekt(blad, kolom))
    return index


def _verplichte_bladen(kader: Kader, bladen: Iterable[BladSpec]) -> Iterator[str]:
    """A sheet with figures must be there, also where it may be empty."""
    met_cijfers = {blok.blad for blok in kader.blokken}
    return (spec.naam for spec in bladen if spec.verplicht or spec.naam in met_cijfers)


# -- what can be wrong with a sheet


def _blad_ontbreekt(werkmap: Werkmap, naam: str) -> Bevinding:
    hulp = bedoelde_u(naam, werkmap.bladnamen).replace("Bedoelt u", "Is het misschien")
    return Bevinding(
        "blad-ontbreekt",
        Plek(werkmap.bestand, blad=naam),
        f"Het blad {naam} is er niet.",
        f"{hulp} Geef het blad de naam {naam}, of neem het over uit een andere werkmap.".strip(),
    )


def _kolom_ontbreekt(blad: Blad, kolom: Kolom) -> Bevinding:
    gevonden = [str(cel.waarde) for cel in blad.kop if not cel.leeg]
    hulp = bedoelde_u(kolom.kop, gevonden).replace("Bedoelt u", "Is het misschien")
    return Bevinding(
        "kolom-ontbreekt",
        blad.plek,
        f"De kolom {kolom.kop} is er niet.",
        f"{hulp} Zet in rij 1 een kolom met de naam {kolom.kop}. {kolom.uitleg}".strip(),
    )


def _kolom_dubbel(cel: Cel, kolom: Kolom) -> Bevinding:
    return Bevinding(
        "kolom-dubbel",
        cel.plek,
        f"De kolom {kolom.kop} staat hier voor de tweede keer.",
        "Haal een van de twee weg, of geef die een andere naam.",
    )


def _veld_ontbreekt(plek: Plek, kolom: Kolom) -> Bevinding:
    return Bevinding(
        "verplicht-leeg",
        plek,
        f"Het veld {kolom.naam} staat niet op dit blad.",
        f"Zet in de kolom Veld: {kolom.naam}. {kolom.uitleg}",
    )
