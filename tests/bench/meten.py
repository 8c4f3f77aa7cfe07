"""How much time each stage of a plan takes, and how much memory is in use after it."""

from __future__ import annotations

import functools
import gc
import importlib
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# Stage -> what does it, as the module that calls it knows it. A stage within another is taken out of the outer one.
STAPPEN: dict[str, tuple[str, ...]] = {
    "lezen": (
        "inlezen.werkmap.read",
        "inlezen.lezen.read",
        "inlezen.lezen.read_cijfers",
        "inlezen.lezen.read_referentie",
    ),
    "controleren": ("inlezen.controle.check", "inlezen.te_raden"),
    "onderdrukken": ("inlezen.maak_patroon", "inlezen.van_regios", "cijfers.tabel.openbaar"),
    "rekenen": ("build.documenten.tabel.bereken",),
    "plan": ("build.documenten.maak_plan",),
    "tekenen": ("build.documenten.tekeningen.teken",),
    "verwoorden": ("build.documenten.templates.render", "build.documenten.markdown.parse"),
    "docx": ("build.documenten.word.write",),
    "html": ("build.documenten.html.write",),
    "xlsx": ("build.documenten.schrijven.write", "build.documenten.cijferwerkmap.werkboek"),
    "toetsen": ("build.documenten.word.toets",),
    "wegschrijven": ("build.producten.bewaar",),
}
# What no stage claims.
OVERIG = "overig"


class Klok:
    """Processor seconds by stage, of this process."""

    def __init__(self) -> None:
        self.seconden: defaultdict[str, float] = defaultdict(float)
        self._nu = OVERIG
        self._sinds = time.process_time()

    @contextmanager
    def stap(self, naam: str) -> Iterator[None]:
        """What happens meanwhile counts for this stage."""
        vorige = self._wissel(naam)
        try:
            yield
        finally:
            self._wissel(vorige)

    def totaal(self) -> float:
        """All seconds until now."""
        self._wissel(self._nu)
        return sum(self.seconden.values())

    def begin(self) -> None:
        """Count from here."""
        self.seconden.clear()
        self._sinds = time.process_time()

    def _wissel(self, naam: str) -> str:
        nu = time.process_time()
        self.seconden[self._nu] += nu - self._sinds
        vorige, self._nu, self._sinds = self._nu, naam, nu
        return vorige


@contextmanager
def geklokt() -> Iterator[Klok]:
    """A clock that runs while plans are made: every stage is measured where it is called, and nothing else changes."""
    klok = Klok()
    terug: list[tuple[Any, str, Any]] = []
    try:
        for stap, namen in STAPPEN.items():
            for naam in namen:
                waar, attribuut = _waar(naam)
                functie = getattr(waar, attribuut)
                terug.append((waar, attribuut, functie))
                setattr(waar, attribuut, _gemeten(klok, stap, functie))
        yield klok
    finally:
        for waar, attribuut, functie in reversed(terug):
            setattr(waar, attribuut, functie)


def _waar(naam: str) -> tuple[Any, str]:
    """The module that a name stands in, and that name; a part on the way may be a module that another knows."""
    delen = naam.split(".")
    module: Any = importlib.import_module("gebiedsplan")
    for deel in delen[:-1]:
        if not hasattr(module, deel):
            importlib.import_module(f"{module.__name__}.{deel}")
        module = getattr(module, deel)
    return module, delen[-1]


def _gemeten(klok: Klok, stap: str, functie: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(functie)
    def meet(*waarden: Any, **namen: Any) -> Any:
        with klok.stap(stap):
            uitkomst = functie(*waarden, **namen)
            # A generator works while it is asked, so all is asked for here.
            return iter(list(uitkomst)) if isinstance(uitkomst, Iterator) else uitkomst

    return meet


def geheugen() -> float:
    """Megabytes of memory that this process has in use, after what nobody needs has gone; 0 where Linux is not."""
    gc.collect()
    stand = Path("/proc/self/statm")
    if not stand.exists():
        return 0.0
    return int(stand.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def hoogste_geheugen() -> float:
    """Megabytes of memory that this process has had in use at most."""
    eenheid = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * eenheid / 1e6
