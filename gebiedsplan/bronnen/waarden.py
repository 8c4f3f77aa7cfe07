"""From the rows of a published table to figures: one value, or the reason there is none, per region and year."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, fouten
from gebiedsplan.bronnen import bevindingen as zeg
from gebiedsplan.bronnen import getallen
from gebiedsplan.bronnen.bestanden import Rij, Ruw
from gebiedsplan.bronnen.getallen import Getal
from gebiedsplan.bronnen.kolommen import vind
from gebiedsplan.bronnen.model import Bronwaarde, Cijferbron, Editie, Inwoners, Sleutel
from gebiedsplan.gebied.model import Reden

# "2020JJ00" is the whole year 2020.
_PERIODE = re.compile(r"([12][0-9]{3})(JJ00)?")
_NERGENS = -1
_WAARDE, _ONDER, _BOVEN = "waarde", "ondergrens", "bovengrens"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """The figures of one file, the number of inhabitants of each region in it, and what did not stop the reading."""

    editie: Editie
    waarden: tuple[Bronwaarde, ...]
    inwoners: Inwoners
    bevindingen: tuple[Bevinding, ...]


def lees(ruw: Ruw, editie: Editie, tekens: Mapping[str, str], regios: Collection[str]) -> Uitkomst:
    """Every figure in ``ruw`` about one of ``regios``. Raises GebiedsplanFout with all findings when one is a fout."""
    lezer = _Lezer(ruw, editie, tekens)
    for rij in ruw.rijen:
        lezer.rij(rij, regios)
    return lezer.uitkomst(regios)


class _Lezer:
    """Reads the rows of one file and gathers what is wrong."""

    def __init__(self, ruw: Ruw, editie: Editie, tekens: Mapping[str, str]) -> None:
        self._ruw = ruw
        self._editie = editie
        self._tekens = tekens
        self._missers: list[Bevinding] = []
        self._waarden: dict[Sleutel, Bronwaarde] = {}
        # The bounds of a figure stand on rows of their own.
        self._grenzen: dict[tuple[str, Sleutel], float | None] = {}
        self._inwoners: dict[str, dict[str, float]] = {}
        tabel = editie.tabel
        self._regio = self._plaats("regio", tabel.regio)
        self._periode = self._plaats("periode", tabel.periode) if not editie.jaar else _NERGENS
        self._plaatsen = {naam: self._plaats(naam, namen, nodig=False) for naam, namen in tabel.kolommen.items()}
        if _NERGENS in {self._regio, 0 if editie.jaar else self._periode}:
            raise GebiedsplanFout(self._missers)
        self._meld_ontbrekend()

    def _plaats(self, naam: str, aliassen: tuple[str, ...], nodig: bool = True) -> int:
        gevonden = vind(aliassen, self._ruw.kop)
        if len(gevonden) > 1:
            self._missers.append(zeg.kolom_dubbel(self._ruw, naam, [self._ruw.kop[i] for i in gevonden]))
        elif not gevonden and nodig:
            self._missers.append(zeg.kolom_ontbreekt(self._ruw, self._editie, naam, aliassen))
        return gevonden[0] if gevonden else _NERGENS

    def _meld_ontbrekend(self) -> None:
        """What cannot be filled is said once; a file with nothing that can is the wrong one."""
        weg = [naam for naam, plaats in self._plaatsen.items() if plaats == _NERGENS]
        zonder = [cijfer.indicator for cijfer in self._editie.tabel.cijfers if not self._kan(cijfer)]
        if len(zonder) == len(self._editie.tabel.cijfers) and not self._groepen():
            raise GebiedsplanFout([zeg.geen_kolommen(self._ruw, self._editie), *self._missers])
        if weg:
            self._missers.append(zeg.kolommen_ontbreken(self._ruw, self._editie, weg, zonder))

    def _kan(self, cijfer: Cijferbron) -> bool:
        """Whether the columns are there: with a published value its counts may be missing."""
        nodig = (*((cijfer.waarde,) if cijfer.waarde else cijfer.kolommen), *cijfer.kies)
        return all(self._plaatsen[naam] != _NERGENS for naam in nodig)

    def _groepen(self) -> dict[str, str]:
        bevolking = self._editie.tabel.bevolking
        return {groep: kolom for groep, kolom in bevolking.items() if self._plaatsen[kolom] != _NERGENS}

    def rij(self, rij: Rij, regios: Collection[str]) -> None:
        regio = self._tekst(rij, self._regio)
        if regio not in regios:
            return
        jaar = self._editie.jaar or self._jaar(rij)
        rol = self._rol(rij)
        if not jaar or rol is None:
            return
        for cijfer in self._editie.tabel.cijfers:
            if self._kan(cijfer) and self._gekozen(rij, cijfer):
                self._bewaar(rol, self._cijfer(rij, cijfer, regio, jaar))
        if rol == _WAARDE:
            for groep, kolom in self._groepen().items():
                self._bewaar(rol, self._bevolking(rij, groep, kolom, regio, jaar))

    def _jaar(self, rij: Rij) -> int:
        tekst = self._tekst(rij, self._periode)
        gevonden = _PERIODE.fullmatch(tekst)
        # A quarter or month is no figure of a year.
        return int(gevonden[1]) if gevonden else 0

    def _rol(self, rij: Rij) -> str | None:
        marges = self._editie.tabel.marges
        if marges is None or self._plaatsen[marges.kolom] == _NERGENS:
            return _WAARDE
        tekst = self._tekst(rij, self._plaatsen[marges.kolom])
        rollen = {_WAARDE: marges.waarde, _ONDER: marges.ondergrens, _BOVEN: marges.bovengrens}
        return next((rol for rol, woorden in rollen.items() if _een_van(tekst, woorden)), None)

    def _gekozen(self, rij: Rij, cijfer: Cijferbron) -> bool:
        return all(_een_van(self._tekst(rij, self._plaatsen[kolom]), mag) for kolom, mag in cijfer.kies.items())

    def _tekst(self, rij: Rij, plaats: int) -> str:
        cel = rij[plaats] if 0 <= plaats < len(rij) else None
        return "" if cel is None else str(cel).strip()

    def _getal(self, rij: Rij, kolom: str, regio: str) -> Getal:
        plaats = self._plaatsen[kolom]
        cel = rij[plaats] if 0 <= plaats < len(rij) else None
        getal = getallen.lees(cel, self._tekens, self._editie.tabel.leeg)
        if getal is None:
            self._missers.append(zeg.geen_waarde(self._ruw, regio, self._ruw.kop[plaats], cel, self._tekens))
            return Getal(None, Reden.ONBEKEND)
        return getal

    def _cijfer(self, rij: Rij, cijfer: Cijferbron, regio: str, jaar: int) -> Bronwaarde:
        getallen_ = {k: self._getal(rij, k, regio) for k in cijfer.kolommen if self._plaatsen[k] != _NERGENS}
        teller = getallen_.get(cijfer.teller, Getal(None, Reden.NIET_GEMETEN))
        if teller.reden is Reden.NIHIL:
            teller = Getal(0.0)
        noemers = [getallen_[naam] for naam in cijfer.noemer if naam in getallen_]
        noemer = (
            getallen.som(getal.waarde for getal in noemers)
            if cijfer.noemer and len(noemers) == len(cijfer.noemer)
            else None
        )
        if cijfer.waarde:
            uitkomst = getallen_[cijfer.waarde]
            waarde = None if uitkomst.waarde is None else round(uitkomst.waarde * cijfer.factor, 10)
            reden = uitkomst.reden
        else:
            waarde, reden = None, _reden_van_deel(teller, noemers)
        return Bronwaarde(
            indicator=cijfer.indicator,
            groep="",
            regio=regio,
            jaar=jaar,
            waarde=waarde,
            reden=reden,
            teller=teller.waarde if reden is None else None,
            noemer=noemer if reden is None else None,
            bron=self._editie.bron(jaar),
            peildatum=_ingevuld(cijfer.peildatum, jaar),
            status=self._status(getallen_.values()),
            opmerking=_ingevuld(cijfer.opmerking, jaar),
        )

    def _bevolking(self, rij: Rij, groep: str, kolom: str, regio: str, jaar: int) -> Bronwaarde:
        aantal = self._getal(rij, kolom, regio)
        if aantal.waarde is not None:
            self._inwoners.setdefault(regio, {})[groep] = aantal.waarde
        return Bronwaarde(
            indicator="",
            groep=groep,
            regio=regio,
            jaar=jaar,
            waarde=aantal.waarde,
            reden=aantal.reden,
            bron=self._editie.bron(jaar),
            peildatum=f"1 januari {jaar}",
            status=self._status([aantal]),
        )

    def _status(self, getallen_: Collection[Getal]) -> str:
        return "voorlopig" if any(getal.voorlopig for getal in getallen_) else self._editie.status

    def _bewaar(self, rol: str, gelezen: Bronwaarde) -> None:
        if rol != _WAARDE:
            self._grenzen[rol, gelezen.sleutel] = gelezen.waarde
        elif self._waarden.setdefault(gelezen.sleutel, gelezen) != gelezen:
            self._missers.append(zeg.cijfer_twee_keer(self._ruw, gelezen))

    def uitkomst(self, regios: Collection[str]) -> Uitkomst:
        waarden = tuple(
            replace(
                waarde,
                ondergrens=self._grenzen.get((_ONDER, sleutel)),
                bovengrens=self._grenzen.get((_BOVEN, sleutel)),
            )
            for sleutel, waarde in self._waarden.items()
        )
        if not waarden:
            self._missers.append(zeg.geen_regio(self._ruw, regios))
        # The same mistake in every row of a column is worth one line.
        missers = tuple(dict.fromkeys(self._missers))
        if fouten(missers):
            raise GebiedsplanFout(missers)
        return Uitkomst(self._editie, waarden, self._inwoners, missers)


def _ingevuld(tekst: str, jaar: int) -> str:
    return tekst.replace("{jaar}", str(jaar))


def _een_van(tekst: str, woorden: Collection[str]) -> bool:
    return tekst.casefold() in {woord.casefold() for woord in woorden}


def _reden_van_deel(teller: Getal, noemers: Collection[Getal]) -> Reden | None:
    """Why a share cannot be calculated; None when it can."""
    redenen = [getal.reden for getal in (teller, *noemers) if getal.reden is not None]
    if redenen:
        return redenen[0]
    return None if getallen.som(getal.waarde for getal in noemers) else Reden.NIET_VAN_TOEPASSING
