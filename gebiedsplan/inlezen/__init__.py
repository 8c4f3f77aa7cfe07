"""Read all workbooks that a plan needs: its own, those of its parts and of last year, and the figures of all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from gebiedsplan import controle, kader, pakket, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, bedoelde_u, fouten
from gebiedsplan.controle import aanbod as controle_aanbod
from gebiedsplan.controle import cijfers as controle_cijfers
from gebiedsplan.controle import optelling
from gebiedsplan.controle.geheim import te_raden, verraden
from gebiedsplan.controle.voorbereiding import als_werk, nog_geen_plan
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.bladen import IN_VOORBEREIDING
from gebiedsplan.gebied.model import Cijferbladen, Gebiedsdata
from gebiedsplan.geheim.model import Editie, Patroon
from gebiedsplan.geheim.patroon import patroon as maak_patroon
from gebiedsplan.geheim.teksten import Geheim, van_regios
from gebiedsplan.geheim.verbanden import van_gemeente
from gebiedsplan.inlezen.model import Aanbodlezing, Cijferlezing, Eigen, Ingelezen
from gebiedsplan.kader.model import Gebied, Kader

__all__ = ["KADER", "REFERENTIE", "Aanbodlezing", "Eigen", "Ingelezen", "Lezer"]

# Makes figures, and what is wrong with them, of a workbook.
_Leeswijze: TypeAlias = Callable[[werkmap.Werkmap], tuple[Cijferbladen, tuple[Bevinding, ...]]]

REFERENTIE = "referentie.xlsx"
KADER = "kader.toml"


class Lezer:
    """Reads the workbooks of one folder, each at most once."""

    def __init__(self, map_: Path) -> None:
        if not map_.is_dir():
            raise GebiedsplanFout([_map_ontbreekt(map_.as_posix())], exit_code=2)
        self._map = map_
        self.kader = kader.read(map_ / KADER, (map_ / KADER).as_posix())
        self._gelezen: dict[Path, lezen.Gelezen] = {}
        self._cijferlezingen: dict[Path, Cijferlezing] = {}
        self._edities: tuple[Editie, ...] | None = None
        # What is wrong with workbooks that can not be read: what is hidden is decided without them.
        self._telt_niet_mee: list[Bevinding] = []
        self._patroon: Patroon | None = None
        self._geheimen_van: dict[frozenset[str], tuple[Geheim, ...]] = {}

    def gebied(self, slug: str) -> Gebied:
        """The area with this slug. Raises GebiedsplanFout with the list and the nearest name."""
        try:
            return self.kader.gebied(slug)
        except KeyError:
            raise GebiedsplanFout([_onbekend_gebied(slug, self.kader)], exit_code=2) from None

    def jaren(self, gebied: Gebied) -> tuple[int, ...]:
        """The years an area has a workbook for, oldest first."""
        return tuple(sorted({int(pad.stem) for pad in self._werkmappen(gebied)}))

    def nieuwste_plan(self, gebied: Gebied) -> int | None:
        """The newest year that a plan can be made of: not one in preparation, unless there is no other."""
        jaren = self.jaren(gebied)
        klaar = (j for j in reversed(jaren) if self._data(gebied, j).data.kop.status != IN_VOORBEREIDING)
        return next(klaar, max(jaren, default=None))

    def pad(self, gebied: Gebied, jaar: int) -> Path:
        """Where the workbook of an area for a year is, or would be. Raises GebiedsplanFout when there are two."""
        paden = [pad for pad in self._werkmappen(gebied) if pad.stem == str(jaar)]
        if len(paden) > 1:
            raise GebiedsplanFout([_dubbele_werkmap(paden)])
        return paden[0] if paden else self._map / gebied.slug / f"{jaar}.xlsx"

    def werkmap(self, gebied: Gebied, jaar: int) -> werkmap.Werkmap | None:
        """The cells of a workbook as they stand there; None when there is no workbook for that year."""
        pad = self.pad(gebied, jaar)
        return werkmap.read(pad, pad.as_posix(), lezen.bladnamen(self.kader)) if pad.exists() else None

    def lees_plan(self, slug: str, jaar: int | None) -> Ingelezen:
        """Read all that a product of ``slug`` needs; ``jaar`` None takes the newest plan that can be made."""
        return self.lees(slug, jaar if jaar is not None else self.nieuwste_plan(self.gebied(slug)))

    def lees(self, slug: str, jaar: int | None) -> Ingelezen:
        """Read all that the plan of ``slug`` needs; ``jaar`` None takes the newest workbook."""
        gebied = self.gebied(slug)
        gekozen = jaar if jaar is not None else max(self.jaren(gebied), default=None)
        if gekozen is None:
            raise GebiedsplanFout([_geen_werkmap(self._map / slug)])
        eigen = self._data(gebied, gekozen)
        delen = [self._data(deel, gekozen) for deel in self.kader.in_plan(gebied)]
        referentie = self._referentie()
        vorige = self._vorige(delen, gekozen)
        bekeken = {g.data.slug: g for g in (eigen, *delen)}
        cijfers, over_anderen = self._vergelijkbaar(gekozen, bekeken)
        patroon = self.patroon()
        geheimen = self._geheimen(gebied)
        return Ingelezen(
            kader=self.kader,
            gebied=gebied,
            jaar=gekozen,
            eigen=eigen.data,
            delen=tuple(d.data for d in delen),
            vorige=vorige,
            cijfers=cijfers,
            referentie=referentie.bladen,
            patroon=patroon,
            bevindingen=(
                *(b for g in bekeken.values() for b in self._controleer(g, gekozen, vorige, bekeken, geheimen)),
                *referentie.bevindingen,
                *dict.fromkeys((*over_anderen, *(replace(b, ernst=Ernst.LET_OP) for b in self._telt_niet_mee))),
                *controle_cijfers.spreken_elkaar_tegen([referentie.bladen, *cijfers.values()]),
                *optelling.delen_zijn_de_gemeente(self.kader, gebied, cijfers, referentie.bladen),
                *te_raden(self.kader, self.edities(), patroon, van_gemeente(self.kader, gebied)),
            ),
        )

    def edities(self) -> tuple[Editie, ...]:
        """The figures of every workbook in the folder that can be read: all that is or was published together."""
        if self._edities is None:
            edities = []
            for gebied, jaar in ((g, j) for g in self.kader.bladeren() for j in self.jaren(g)):
                try:
                    edities.append(Editie(jaar, self._cijfers_van(gebied, jaar).bladen))
                except GebiedsplanFout as fout:
                    self._telt_niet_mee += fout.bevindingen
            nieuwste = max((editie.planjaar for editie in edities), default=0)
            self._edities = (*edities, Editie(nieuwste, self._referentie().bladen))
        return self._edities

    def patroon(self, ook: Iterable[Gebiedsdata] = ()) -> Patroon:
        """What is hidden, in every product of the folder. ``ook``: workbooks that are shown beside those in it."""
        erbij = tuple(Editie(data.kop.planjaar, data.bladen) for data in ook)
        if erbij:
            return maak_patroon(self.kader, (*self.edities(), *erbij))
        if self._patroon is None:
            self._patroon = maak_patroon(self.kader, self.edities())
        return self._patroon

    def lees_eigen(self, slug: str, jaar: int) -> Eigen:
        """Read what an area and its parts say of themselves."""
        gebied = self.gebied(slug)
        gelezen = [self._data(g, jaar) for g in dict.fromkeys((gebied, *self.kader.delen(gebied)))]
        return self._eigen(gebied, gelezen, jaar, self._vorige(gelezen, jaar))

    def lees_bestand(self, pad: Path, gebied: Gebied, vorige: Gebiedsdata | None = None) -> Eigen:
        """Read one workbook, wherever it is. ``vorige``: that of the year before, where it is not in the folder."""
        gelezen = lezen.read(werkmap.read(pad, pad.as_posix(), lezen.bladnamen(self.kader)), self.kader, gebied)
        jaar = gelezen.data.kop.planjaar
        bekend = {gebied.slug: vorige} if vorige and vorige.kop.planjaar == jaar - 1 else self._vorige([gelezen], jaar)
        return self._eigen(gebied, [gelezen], jaar, bekend)

    def lees_aanbod(self, gebied: Gebied) -> Aanbodlezing:
        """Read what the newest plan of an area says there is to do; what is wrong on other sheets does not matter."""
        try:
            jaar = self.nieuwste_plan(gebied)
            gelezen = self._data(gebied, jaar) if jaar is not None else None
        except GebiedsplanFout as fout:
            return Aanbodlezing(None, fout.bevindingen)
        if gelezen is None or gelezen.data.kop.status == IN_VOORBEREIDING:
            return Aanbodlezing(None)
        gevonden = (*gelezen.bevindingen, *self.verraden(gebied, [gelezen.data]))
        bevindingen = tuple(b for b in gevonden if b.plek.blad in ("Gebied", "Aanbod"))
        if fouten(bevindingen):
            return Aanbodlezing(None, bevindingen)
        return Aanbodlezing(gelezen.data, (*bevindingen, *controle_aanbod.onvolledig(gelezen.data, self.kader)))

    def verraden(self, gebied: Gebied, werkmappen: Iterable[Gebiedsdata]) -> tuple[Bevinding, ...]:
        """Where words in these workbooks name a figure that is hidden in the folder."""
        geheimen = self._geheimen(gebied)
        return tuple(bevinding for data in werkmappen for bevinding in verraden(data, geheimen, self.kader))

    def gebied_van(self, pad: Path) -> Gebied | None:
        """The area that a workbook is of: by the folder it is in, else by the region of its first figure."""
        op_slug = {g.slug: g for g in self.kader.gebieden}
        if pad.resolve().parent.name in op_slug:
            return op_slug[pad.resolve().parent.name]
        boek = werkmap.read(pad, pad.as_posix(), lezen.cijferbladnamen(self.kader))
        return next((g for g in self.kader.bladeren() if lezen.gaat_over(boek, self.kader, g)), None)

    def _eigen(
        self, gebied: Gebied, gelezen: Collection[lezen.Gelezen], jaar: int, vorige: Mapping[str, Gebiedsdata]
    ) -> Eigen:
        bekeken = {g.data.slug: g for g in gelezen}
        bevindingen = (b for g in gelezen for b in self._controleer(g, jaar, vorige, bekeken))
        return Eigen(gebied, tuple(g.data for g in gelezen), (*_in_voorbereiding(bekeken.values()), *bevindingen))

    def _data(self, gebied: Gebied, jaar: int) -> lezen.Gelezen:
        pad = self.pad(gebied, jaar)
        if pad not in self._gelezen:
            boek = werkmap.read(pad, pad.as_posix(), lezen.bladnamen(self.kader))
            self._gelezen[pad] = lezen.read(boek, self.kader, gebied)
        return self._gelezen[pad]

    def _werkmappen(self, gebied: Gebied) -> list[Path]:
        """The workbooks of an area: a plan year as name, with or without macros."""
        paden = sorted((self._map / gebied.slug).glob("[12][0-9][0-9][0-9].*"))
        return [pad for pad in paden if pad.suffix.lower() in pakket.SOORTEN]

    def _controleer(
        self,
        gelezen: lezen.Gelezen,
        jaar: int,
        vorige: Mapping[str, Gebiedsdata],
        bekeken: Mapping[str, lezen.Gelezen],
        geheimen: tuple[Geheim, ...] = (),
    ) -> Iterator[Bevinding]:
        data = gelezen.data
        delen = tuple(g.data for g in bekeken.values() if self.kader.gebied(g.data.slug).deel_van == data.slug)
        met_speerpunten = self.kader.gebied(data.slug) in self.kader.met_speerpunten()
        ontbrekend = frozenset(b.plek.blad for b in gelezen.bevindingen if b.code == "blad-ontbreekt")
        onderzoek = controle.Onderzoek(
            data, self.kader, jaar, met_speerpunten, vorige.get(data.slug), ontbrekend, delen, geheimen
        )
        yield from als_werk((*gelezen.bevindingen, *controle.check(onderzoek)), onderzoek)

    def _geheimen(self, gebied: Gebied) -> tuple[Geheim, ...]:
        """What no text about this area may name: the same for all areas of a gemeente."""
        regios = van_gemeente(self.kader, gebied)
        if regios not in self._geheimen_van:
            self._geheimen_van[regios] = van_regios(self.kader, self.edities(), self.patroon(), regios)
        return self._geheimen_van[regios]

    def _vorige(self, delen: Iterable[lezen.Gelezen], jaar: int) -> dict[str, Gebiedsdata]:
        gebieden = [self.kader.gebied(d.data.slug) for d in delen]
        return {g.slug: self._data(g, jaar - 1).data for g in gebieden if jaar - 1 in self.jaren(g)}

    def _vergelijkbaar(
        self, jaar: int, eigen: Collection[str]
    ) -> tuple[dict[str, Cijferbladen], tuple[Bevinding, ...]]:
        """The figures of every area by slug, and what is wrong with those of others.

        That is a warning here: another plan is made, and the figure is missing from its comparison.
        """
        bladen: dict[str, Cijferbladen] = {}
        over_anderen: list[Bevinding] = []
        for gebied in self.kader.bladeren():
            try:
                lezing = self._cijfers(gebied, jaar)
            except GebiedsplanFout as fout:
                lezing = Cijferlezing(Cijferbladen((), ()), fout.bevindingen)
            bladen[gebied.slug] = lezing.bladen
            over_anderen += () if gebied.slug in eigen else lezing.bevindingen
        return bladen, tuple(replace(b, ernst=Ernst.LET_OP) for b in over_anderen)

    def _cijfers(self, gebied: Gebied, jaar: int) -> Cijferlezing:
        """The figures of an area: of the same year when it has them, else its newest."""
        jaren = self.jaren(gebied)
        if not jaren:
            return Cijferlezing(Cijferbladen((), ()))
        return self._cijfers_van(gebied, jaar if jaar in jaren else jaren[-1])

    def _cijfers_van(self, gebied: Gebied, jaar: int) -> Cijferlezing:
        pad = self.pad(gebied, jaar)
        if pad in self._gelezen:
            gelezen = self._gelezen[pad]
            namen = lezen.cijferbladnamen(self.kader)
            return Cijferlezing(gelezen.data.bladen, tuple(b for b in gelezen.bevindingen if b.plek.blad in namen))
        return self._lezing(pad, lambda boek: lezen.read_cijfers(boek, self.kader, gebied))

    def _referentie(self) -> Cijferlezing:
        pad = self._map / REFERENTIE
        if not pad.exists():
            return Cijferlezing(Cijferbladen((), ()))
        return self._lezing(pad, lambda boek: lezen.read_referentie(boek, self.kader))

    def _lezing(self, pad: Path, lees: _Leeswijze) -> Cijferlezing:
        if pad not in self._cijferlezingen:
            boek = werkmap.read(pad, pad.as_posix(), lezen.cijferbladnamen(self.kader))
            self._cijferlezingen[pad] = Cijferlezing(*lees(boek))
        return self._cijferlezingen[pad]


def _in_voorbereiding(gelezen: Iterable[lezen.Gelezen]) -> Iterator[Bevinding]:
    return (nog_geen_plan(g.data.bestand) for g in gelezen if g.data.kop.status == IN_VOORBEREIDING)


def _map_ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "map-ontbreekt",
        Plek(naam),
        "Deze map is er niet.",
        "Ga naar de map van het project, of geef de map op met --gebieden.",
    )


def _geen_werkmap(map_: Path) -> Bevinding:
    anders = sorted(pad.name for pad in map_.glob("[!.~]*") if pad.is_file())
    wel = f"Er staat wel: {', '.join(anders)}. " if anders else ""
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(map_.as_posix()),
        "In deze map staat geen werkmap.",
        f"{wel}Zet er een werkmap in met het planjaar als naam, zoals 2027.xlsx.",
    )


def _dubbele_werkmap(paden: list[Path]) -> Bevinding:
    return Bevinding(
        "werkmap-dubbel",
        Plek(paden[0].as_posix()),
        f"Van dit planjaar zijn er meer werkmappen: {', '.join(pad.name for pad in paden)}.",
        "Laat de goede staan. Geef de andere een andere naam, of zet die in een andere map.",
    )


def _onbekend_gebied(slug: str, kader_: Kader) -> Bevinding:
    slugs = [g.slug for g in kader_.gebieden]
    return Bevinding(
        "onbekend-gebied",
        Plek(KADER),
        f"“{slug}” is geen gebied.",
        f"{bedoelde_u(slug, slugs)} Kies uit: {', '.join(slugs)}.".strip(),
    )
