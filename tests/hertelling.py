"""The lists of the summary once more, from the cells of the workbooks: plain arithmetic and none of our own code.

Written apart from the program, so that a mistake in one is not a mistake in both. Only the rules are the same: they
are in the appendix of every plan.
"""

from __future__ import annotations

import tomllib
from decimal import ROUND_HALF_UP, Decimal
from math import erfc, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

TOETS_BIJ = 0.05


class Cijfer(NamedTuple):
    """A figure, its count, what it is a count of, how far rounding may have moved the count, its cells and status."""

    waarde: float
    teller: float | None
    noemer: float | None
    speling: float
    cellen: frozenset[str]
    status: str


class Regel(NamedTuple):
    """A line as it should be: the figure, its value and what it is set against, the word of a test, its cells."""

    indicator: str
    nu: str
    tegen: str
    woord: str
    cellen: frozenset[str]


class Hertelling:
    """All figures of a folder of workbooks for one plan year."""

    def __init__(self, gebieden: Path, jaar: int) -> None:
        self.kader: dict[str, Any] = tomllib.loads((gebieden / "kader.toml").read_text("utf-8"))
        self.indicatoren = {i["id"]: i for i in self.kader["indicatoren"]}
        ouders = {g.get("deel_van") for g in self.kader["gebieden"]}
        self.bladeren = [g["slug"] for g in self.kader["gebieden"] if g["slug"] not in ouders]
        self.cijfers: dict[tuple[str, str], dict[int, Cijfer]] = {}
        self.inwoners: dict[tuple[str, int], dict[str, float]] = {}
        for pad in [*sorted(gebieden.glob(f"*/{jaar}.xlsx")), gebieden / "referentie.xlsx"]:
            self._lees(pad)
        for id_ in self.indicatoren:
            self._middel(id_)

    def _lees(self, pad: Path) -> None:
        boek = load_workbook(pad, data_only=True)
        for blad in [b["blad"] for b in self.kader["blokken"] if b["blad"] in boek.sheetnames]:
            kop = [cel.value for cel in boek[blad][1]]
            for rij in boek[blad].iter_rows(min_row=2):
                self._cijfer(dict(zip(kop, rij, strict=True)), f"{pad.parent.name}/{pad.name}!{blad}")
        if "Bevolking" in boek.sheetnames:
            tellingen = list(boek["Bevolking"].iter_rows(values_only=True))
            for telling in tellingen[1:]:
                self._telling(dict(zip(tellingen[0], telling, strict=True)))

    def _cijfer(self, veld: dict[Any, Any], waar: str) -> None:
        ids = {n: i["id"] for i in self.kader["indicatoren"] for n in (i["naam"], *i.get("aliassen", ()))}
        id_, regio = ids.get(veld["Indicator"].value), self._regio(veld["Regio"].value)
        if id_ is None:
            return
        indicator = self.indicatoren[id_]
        waarde, teller, noemer = (veld[k].value for k in ("Waarde", "Teller", "Noemer"))
        cel = veld["Waarde" if waarde is not None else "Teller"].coordinate
        if waarde is None and teller is not None and noemer:
            waarde = teller / noemer * {"procent": 100, "per_1000": 1000}[indicator["eenheid"]]
        te_klein = teller is not None and teller < indicator.get("drempel", 0)
        if te_klein or not isinstance(waarde, int | float):
            return
        wijken = [len(g.get("wijken", ())) for g in self.kader["gebieden"] if g["slug"] == regio]
        delen = max(1, *wijken, 1) if veld["Status"].value == "schatting" else 1
        speling = indicator.get("afgerond_op", 0) / 2 * delen
        # The recount knows no intervals of a source: of the real figures none has one.
        assert veld["Ondergrens"].value is None
        cellen = frozenset({f"{waar}!{cel}"})
        cijfer = Cijfer(float(waarde), teller, noemer, speling, cellen, veld["Status"].value)
        self.cijfers.setdefault((id_, regio), {}).setdefault(veld["Jaar"].value, cijfer)

    def _telling(self, veld: dict[Any, Any]) -> None:
        if isinstance(veld["Aantal"], int | float):
            sleutel = (self._regio(veld["Regio"]), veld["Jaar"])
            self.inwoners.setdefault(sleutel, {}).setdefault(veld["Leeftijdsgroep"], veld["Aantal"])

    def _regio(self, naam: str) -> str:
        return next((g["slug"] for g in self.kader["gebieden"] if g["naam"] == naam), naam)

    def _middel(self, id_: str) -> None:
        """The average of all areas, for the years that none of them lacks."""
        reeksen = [self.cijfers.get((id_, slug), {}) for slug in self.bladeren]
        weging = self.indicatoren[id_].get("weging", [])
        for jaar in set.intersection(*map(set, reeksen)) if weging else set():
            delen = [reeks[jaar] for reeks in reeksen]
            gewichten = []
            for slug in self.bladeren:
                telling = min((j for s, j in self.inwoners if s == slug), key=lambda j: (abs(j - jaar), j))
                gewichten.append(sum(self.inwoners[slug, telling][groep] for groep in weging))
            waarde = sum(d.waarde * g for d, g in zip(delen, gewichten, strict=True)) / sum(gewichten)
            tellers, noemers = [d.teller for d in delen], [d.noemer for d in delen]
            self.cijfers.setdefault((id_, "BUCH"), {})[jaar] = Cijfer(
                waarde,
                sum(t for t in tellers if t) if all(tellers) else None,
                sum(n for n in noemers if n) if all(noemers) else None,
                sum(d.speling for d in delen),
                frozenset().union(*(d.cellen for d in delen)),
                "berekend",
            )

    # -- what a test says beside all that lies around

    def eromheen(self, slug: str) -> list[str]:
        """What an area is set beside: its gemeente, all areas, the region of the GGD, the country; where known."""
        gebied = next(g for g in self.kader["gebieden"] if g["slug"] == slug)
        gemeente = next(g for g in self.kader["gebieden"] if g["slug"] == gebied.get("deel_van", slug))
        rondom = [] if gemeente is gebied else [gemeente["slug"]]
        bekend = {regio for _, regio in self.cijfers}
        return [r for r in (*rondom, "BUCH", gemeente.get("vergelijkingsregio"), "Nederland") if r in bekend]

    def toetsen(self, slug: str) -> dict[tuple[str, str], tuple[str, str]]:
        """By indicator and region the word, or why there was no test. All together: Bonferroni, step by step."""
        kansen: dict[tuple[str, str], float | None] = {}
        omhoog: dict[tuple[str, str], bool] = {}
        waarom: dict[tuple[str, str], str] = {}
        for id_ in self.indicatoren:
            reeks = self.cijfers.get((id_, slug), {})
            for regio in self.eromheen(slug) if reeks else ():
                eigen, ander = reeks[max(reeks)], self.cijfers.get((id_, regio), {}).get(max(reeks))
                if ander:
                    kansen[id_, regio] = _kans(eigen, ander)
                    omhoog[id_, regio] = eigen.waarde > ander.waarde
                    waarom[id_, regio] = _waarom(eigen, ander, regio)
        gevonden: dict[tuple[str, str], tuple[str, str]] = {}
        rij = sorted((p, naam) for naam, p in kansen.items() if p is not None)
        nog_steeds = True
        for plaats, (p, naam) in enumerate(rij):
            nog_steeds = nog_steeds and p * (len(rij) - plaats) <= TOETS_BIJ
            gevonden[naam] = (("hoger" if omhoog[naam] else "lager") if nog_steeds else "niet aantoonbaar anders", "")
        return {naam: gevonden.get(naam, ("niet getoetst", waarom[naam])) for naam in kansen}

    # -- the lists

    def lijsten(self, slug: str) -> tuple[list[Regel], list[Regel], list[Regel]]:
        """What stands out, what got worse and what is strong, by the rules of the appendix."""
        verschillen: list[Any] = []
        veranderingen: list[Any] = []
        woorden = {id_: woord for (id_, regio), (woord, _) in self.toetsen(slug).items() if regio == "BUCH"}
        for volgorde, id_ in enumerate(self.indicatoren):
            reeks = self.cijfers.get((id_, slug), {})
            if not reeks:
                continue
            jaren = sorted(reeks)
            nieuw = reeks[jaren[-1]]
            samen = self.cijfers.get((id_, "BUCH"), {}).get(jaren[-1])
            if samen:
                woord = woorden[id_]
                verschillen.append((id_, volgorde, nieuw.waarde - samen.waarde, woord, nieuw, samen, 0))
            if len(jaren) > 1:
                eerst = reeks[jaren[0]]
                geen = "niet getoetst"
                veranderingen.append((id_, volgorde, nieuw.waarde - eerst.waarde, geen, nieuw, eerst, jaren[0]))
        opvallend: list[Regel] = []
        sterk: list[Regel] = []
        for rij in self._op_volgorde(verschillen):
            gunst = self._gunst(rij)
            (sterk if gunst > 0 else opvallend).append(self._regel(rij))
        minder = [self._regel(rij) for rij in self._op_volgorde(veranderingen) if self._gunst(rij) < 0]
        al = {regel.indicator for regel in sterk}
        beter = [rij for rij in self._op_volgorde(veranderingen) if self._gunst(rij) > 0 and rij[0] not in al]
        return opvallend[:5], minder[:5], [*sterk, *map(self._regel, beter)][:5]

    def _op_volgorde(self, rijen: list[Any]) -> list[Any]:
        clear = [r for r in rijen if self._maat(r) >= 1 and r[3] != "niet aantoonbaar anders"]
        return sorted(clear, key=lambda r: (r[3] == "niet getoetst", -self._maat(r), r[1]))

    def _maat(self, rij: Any) -> float:
        indicator = self.indicatoren[rij[0]]
        grens = indicator.get("duidelijk_verschil")
        if grens is None:
            grens = self.kader["instellingen"]["duidelijk_verschil"][indicator["eenheid"]]
        afstand: float = round(abs(rij[2]), 9)
        return afstand / float(grens) if grens else float(afstand != 0)

    def _gunst(self, rij: Any) -> float:
        kant = {"hoger": 1.0, "lager": -1.0, "geen": 0.0}[self.indicatoren[rij[0]]["gunstig"]]
        return kant * float(rij[2])

    def _regel(self, rij: Any) -> Regel:
        id_, _, _, woord, nieuw, ander, jaar = rij
        woord = "" if woord == "niet getoetst" else woord
        tegen = self._geschreven(id_, ander.waarde)
        tegen = f"{jaar}: {tegen}" if jaar else f"BUCH {tegen}"
        return Regel(id_, self._geschreven(id_, nieuw.waarde), tegen, woord, nieuw.cellen | ander.cellen)

    def _geschreven(self, id_: str, waarde: float) -> str:
        indicator = self.indicatoren[id_]
        stap = Decimal(1).scaleb(-indicator.get("decimalen", 0))
        getal = str(Decimal(str(waarde)).quantize(stap, ROUND_HALF_UP)).replace(".", ",")
        return f"{getal}%" if indicator["eenheid"] == "procent" else f"{getal} per 1.000"


def _waarom(eigen: Cijfer, ander: Cijfer, regio: str) -> str:
    """Of a figure that was not counted; that of the area itself first."""
    for cijfer, wie in ((eigen, ""), (ander, f"{regio}: ")):
        if not (cijfer.teller and cijfer.noemer):
            return wie + ("schatting" if cijfer.status == "schatting" else "geen aantal")
    return ""


def _kans(eigen: Cijfer, samen: Cijfer) -> float | None:
    """A test of the area against the rest, both counts as near to each other as rounding allows."""
    if not (eigen.teller and eigen.noemer and samen.teller and samen.noemer):
        return None
    x, n = eigen.teller, eigen.noemer
    y, m = samen.teller - x, samen.noemer - n
    # Only of an area that is part of the sum the rounding is in it too; a gemeente has a count of its own.
    deel = eigen.cellen <= samen.cellen
    ruimte = samen.speling - eigen.speling if deel else samen.speling + eigen.speling
    hoger = x / n > y / m
    x, y = (x - eigen.speling, y + ruimte) if hoger else (x + eigen.speling, y - ruimte)
    if (x / n > y / m) != hoger:
        return 1.0
    p = (x + y) / (n + m)
    z = (x / n - y / m) / sqrt(p * (1 - p) * (1 / n + 1 / m))
    return erfc(abs(z) / sqrt(2))
