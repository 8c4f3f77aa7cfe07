"""One run of the benchmark: make the load, make its plans, and keep what was measured."""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench import kaal
from bench.last import Samenwerking, landelijk
from bench.meten import geheugen, geklokt, hoogste_geheugen
from gebiedsplan import huisstijl
from gebiedsplan.bevinding import GebiedsplanFout, fouten
from gebiedsplan.build import Mappen, Opties, documenten, opdracht, producten
from gebiedsplan.inlezen import Lezer
from gebiedsplan.plan.opbouw import plan

SJABLONEN = Path(__file__).parent.parent.parent / "templates"
_AFGELEID = ("warm", "koud_keer_kaal", "koud_keer_tekenaar", "groei_vanaf", "groei")
_ELKE = 100
_KAAL_ELKE = 25
_TEKENAAR = "import matplotlib.figure, matplotlib.backends.backend_agg, matplotlib.backends.backend_svg"
# What any program that makes Word, HTML and charts of workbooks and templates has to load.
_BIBLIOTHEKEN = f"{_TEKENAAR}, babel.numbers, docx, jinja2, lxml.etree, markdown, openpyxl, yaml"


@dataclass
class Uitslag:
    """What was measured; times in processor seconds, memory in megabytes.

    ``eerste``: of the first plan by stage. ``per_stap``: the average of all later ones; ``warm`` is their sum.
    ``kaal``: to draw the charts of one plan with nothing but matplotlib. ``koud``: one plan in a process of its own,
    with all it loads; ``laden``: a process that loads the libraries of a plan; ``laden_tekenaar``: only matplotlib.
    """

    aantal: int
    zaad: int
    mislukt: int = 0
    fouten: dict[str, int] = field(default_factory=dict)
    grafieken: int = 0
    eerste: dict[str, float] = field(default_factory=dict)
    per_stap: dict[str, float] = field(default_factory=dict)
    kaal: float = 0.0
    kaal_gemeten: int = 0
    koud: float = 0.0
    laden: float = 0.0
    laden_tekenaar: float = 0.0
    geheugen: list[tuple[int, float]] = field(default_factory=list)
    hoogste: float = 0.0

    @property
    def warm(self) -> float:
        """Seconds for a plan when all is loaded."""
        return sum(self.per_stap.values())

    @property
    def koud_keer_kaal(self) -> float:
        """How many times loading the libraries and drawing the charts a plan costs from nothing."""
        return self.koud / (self.laden + self.kaal)

    @property
    def koud_keer_tekenaar(self) -> float:
        """The same, as if matplotlib were the only library."""
        return self.koud / (self.laden_tekenaar + self.kaal)

    @property
    def groei_vanaf(self) -> int:
        """After how many plans the memory is compared with the end: by then what is remembered is full."""
        return self.geheugen[0][0]

    @property
    def groei(self) -> float:
        """How much more memory is in use at the end, as a share."""
        return self.geheugen[-1][1] / self.geheugen[0][1] - 1

    def als_json(self) -> dict[str, object]:
        """Everything, also what is calculated."""
        afgeleid = {naam: getattr(self, naam) for naam in _AFGELEID}
        keer = {stap: seconden / self.kaal for stap, seconden in self.per_stap.items()}
        return {**asdict(self), **afgeleid, "plannen_per_seconde_per_kern": 1 / self.warm, "keer_kaal": keer}


def draai(aantal: int, zaad: int, koud: int, zeg: Callable[[str], None]) -> Uitslag:
    """Make ``aantal`` plans warm, and ``koud`` of the first folder also cold."""
    uitslag = Uitslag(aantal, zaad)
    warm: defaultdict[str, float] = defaultdict(float)
    kale: list[float] = []
    gemaakt = 0
    with tempfile.TemporaryDirectory(prefix="bench-") as map_, geklokt() as klok:
        for groep in landelijk(Path(map_), aantal, zaad):
            mappen = Mappen(groep.map, (SJABLONEN,), groep.map / "build", groep.map / "figures")
            if gemaakt == 0 and koud:
                _koud(uitslag, groep, koud)
            klok.begin()
            lezer = Lezer(mappen.gebieden)
            for gebied in groep.gebieden:
                _maak(uitslag, mappen, lezer, gebied.slug)
                klok.totaal()
                if gemaakt == 0:
                    uitslag.eerste = dict(klok.seconden)
                else:
                    for stap, seconden in klok.seconden.items():
                        warm[stap] += seconden
                if gemaakt % _KAAL_ELKE == 0:
                    kale.append(_kaal(mappen, lezer, gebied.slug))
                gemaakt += 1
                if gemaakt % _ELKE == 0 or gemaakt == aantal:
                    uitslag.geheugen.append((gemaakt, geheugen()))
                klok.begin()
            shutil.rmtree(groep.map)
            zeg(f"{gemaakt} van {aantal}, {geheugen():.0f} MB")
    uitslag.per_stap = {stap: seconden / max(aantal - 1, 1) for stap, seconden in warm.items()}
    uitslag.kaal, uitslag.kaal_gemeten = statistics.mean(kale), len(kale)
    uitslag.hoogste = hoogste_geheugen()
    return uitslag


def _maak(uitslag: Uitslag, mappen: Mappen, lezer: Lezer, slug: str) -> None:
    """One plan, the way a build of all plans makes it."""
    try:
        wat = producten.opdracht("gebiedsplan", mappen, Opties(), lezer.lees_plan(slug, None))
        uitkomst = opdracht.voer_uit(wat)
        producten.bewaar(wat, uitkomst, met_index=False)
    except GebiedsplanFout as fout:
        uitslag.mislukt += 1
        for bevinding in fouten(fout.bevindingen):
            uitslag.fouten[bevinding.code] = uitslag.fouten.get(bevinding.code, 0) + 1
    else:
        uitslag.grafieken += len(uitkomst.tekeningen)


def _kaal(mappen: Mappen, lezer: Lezer, slug: str) -> float:
    gelezen = lezer.lees_plan(slug, None)
    stijl = huisstijl.read(mappen.huisstijl, slug).huisstijl
    return kaal.seconden(plan(documenten.bronnen(gelezen)).grafieken(), stijl.grafieken.punten_per_inch)


def _koud(uitslag: Uitslag, groep: Samenwerking, aantal: int) -> None:
    """Whole processes: the program as a user starts it, and one that only loads the libraries."""
    keuzes = ["--gebieden", str(groep.map), "--templates", str(SJABLONEN), "--uit", str(groep.map / "koud" / "build")]
    plannen = [[*keuzes, "maak", gebied.slug] for gebied in groep.gebieden[:aantal]]
    uitslag.koud = statistics.median(_proces("-m", "gebiedsplan", *opdracht) for opdracht in plannen)
    uitslag.laden = statistics.median(_proces("-c", _BIBLIOTHEKEN) for _ in plannen)
    uitslag.laden_tekenaar = statistics.median(_proces("-c", _TEKENAAR) for _ in plannen)


def _proces(*opdracht: str) -> float:
    """Processor seconds of a Python process, from start to end."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *opdracht], check=True, capture_output=True)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime
