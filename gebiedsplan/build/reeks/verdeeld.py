"""Workers on other computers, through a scheduler of Dask. Same work, same outcome as a ``Ploeg`` of processes.

When a worker falls away, the scheduler gives its work to another. What comes back is written here, once. When nobody is
left, the build ends: what was ready has been written, and the next build goes on from there.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build.opdracht import Opdracht, Uitkomst, onverwacht
from gebiedsplan.build.reeks import reispakket

if TYPE_CHECKING:
    from distributed import Client

_P = ParamSpec("_P")
_T = TypeVar("_T")
_ADRES = re.compile(r"dask://(?P<plaats>(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5})/?")
# Seconds: to get an answer, and that everybody may be away before the build ends.
_ANTWOORD = 10
_GEDULD = 30


def plaats_van(uitvoerder: str) -> str:
    """Host and port of "dask://host:port". Raises GebiedsplanFout when it is no such address."""
    adres = _ADRES.fullmatch(uitvoerder)
    if adres is None:
        raise GebiedsplanFout([_geen_adres(uitvoerder)], exit_code=2)
    return adres["plaats"]


class Verdeelploeg:
    """The workers of a scheduler, for as long as the ``with`` lasts; afterwards none of our work is left there."""

    def __init__(self, uitvoerder: str) -> None:
        self._plaats = plaats_van(uitvoerder)
        self._editie = reispakket.editie()
        self._bezig: dict[Future[bytes], Opdracht] = {}
        self._weg = 0

    def __enter__(self) -> Verdeelploeg:
        """Find the scheduler and see that all its workers are of this edition. Raises GebiedsplanFout."""
        self._klant = _verbonden(self._plaats)
        try:
            self._eis_dezelfde_editie()
        except BaseException:
            self._klant.close()
            raise
        self._werkers: Any = self._klant.get_executor(pure=False)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """Take back what nobody waits for any more."""
        for toekomst in self._bezig:
            toekomst.cancel()
        self._werkers.shutdown(wait=False)
        self._klant.close(timeout=_ANTWOORD)

    @property
    def heeft_plaats(self) -> bool:
        """Whether a next product can begin: each worker has one to do and one waiting."""
        return len(self._bezig) < 2 * max(1, len(self._klant.scheduler_info(n_workers=-1)["workers"]))

    @property
    def bezig(self) -> tuple[Opdracht, ...]:
        """What is being made, or waits for a worker."""
        return tuple(self._bezig.values())

    def begin(self, opdracht: Opdracht) -> None:
        """Have it made."""
        self._bezig[self._werkers.submit(reispakket.doe, reispakket.pak_in(opdracht), self._editie)] = opdracht

    def laat(self, functie: Callable[_P, _T], *waarden: _P.args, **namen: _P.kwargs) -> _T:
        """Do something else, here: it reads what was written here."""
        return functie(*waarden, **namen)

    def klaar(self) -> Iterator[tuple[Opdracht, Uitkomst | GebiedsplanFout]]:
        """Wait until something is made, or could not be made. Raises GebiedsplanFout when nobody is left to do it."""
        gereed: set[Future[bytes]] = set()
        while not gereed:
            gereed, _ = wait(self._bezig, timeout=1, return_when=FIRST_COMPLETED)
            self._weg = 0 if gereed or self._is_er_iemand() else self._weg + 1
            if self._weg >= _GEDULD:
                raise GebiedsplanFout([_weggevallen(self._plaats)], exit_code=2)
        for toekomst in [t for t in self._bezig if t in gereed]:
            opdracht = self._bezig[toekomst]
            uitkomst = self._uitkomst(toekomst, opdracht)
            del self._bezig[toekomst]
            yield opdracht, uitkomst

    def _uitkomst(self, toekomst: Future[bytes], opdracht: Opdracht) -> Uitkomst | GebiedsplanFout:
        if toekomst.cancelled():  # not by us: the scheduler is gone, and with it all that was asked
            raise GebiedsplanFout([_weggevallen(self._plaats)], exit_code=2)
        try:
            return reispakket.pak_uit(toekomst.result())
        except GebiedsplanFout as fout:
            return fout
        except Exception as fout:
            # A mistake in the program, or the plan that ends every worker that tries it: one plan less.
            return GebiedsplanFout([onverwacht(opdracht.slug, opdracht.wat, f"{type(fout).__name__}: {fout}")])

    def _is_er_iemand(self) -> bool:
        return self._klant.status == "running" and bool(self._klant.scheduler_info(n_workers=-1)["workers"])

    def _eis_dezelfde_editie(self) -> None:
        try:
            self._klant.wait_for_workers(1, timeout=_ANTWOORD)
        except TimeoutError as fout:
            raise GebiedsplanFout([_geen_werkers(self._plaats)], exit_code=2) from fout
        antwoorden: dict[str, object] = self._klant.run(reispakket.editie, on_error="return")
        anders = sorted(waar for waar, antwoord in antwoorden.items() if antwoord != self._editie)
        if anders:
            raise GebiedsplanFout([reispakket.andere_editie(anders)], exit_code=2)


def _verbonden(plaats: str) -> Client:
    try:
        with warnings.catch_warnings():
            # What it warns of here (other editions of its own parts) we look at ourselves.
            warnings.simplefilter("ignore")
            from distributed import Client

            return Client(f"tcp://{plaats}", timeout=_ANTWOORD, set_as_default=False)
    except ImportError as fout:
        raise GebiedsplanFout([_zonder_dask()], exit_code=2) from fout
    except (OSError, ValueError) as fout:
        raise GebiedsplanFout([_onbereikbaar(plaats)], exit_code=2) from fout


def _zonder_dask() -> Bevinding:
    return Bevinding(
        "dask-ontbreekt",
        Plek("Dask"),
        "Het onderdeel dat werk verdeelt over computers, staat niet op deze computer.",
        "Installeer het met: pip install “gebiedsplan[dask]”. Zonder --uitvoerder werkt alleen deze computer.",
    )


def _geen_adres(uitvoerder: str) -> Bevinding:
    return Bevinding(
        "uitvoerder-verkeerd",
        Plek("--uitvoerder"),
        f"“{uitvoerder}” is geen adres van een uitvoerder.",
        "Schrijf het zo: dask://computer:8786. Achter de dubbele punt staat de poort van de scheduler.",
    )


def _onbereikbaar(plaats: str) -> Bevinding:
    return Bevinding(
        "uitvoerder-onbereikbaar",
        Plek(plaats),
        "Op dit adres geeft geen scheduler van Dask antwoord.",
        "Controleer de naam en de poort. Start de scheduler met: dask scheduler. Kijk ook of de firewall het toelaat.",
    )


def _geen_werkers(plaats: str) -> Bevinding:
    return Bevinding(
        "uitvoerder-onbereikbaar",
        Plek(plaats),
        "De scheduler geeft antwoord, maar er is geen enkele werker die iets kan doen.",
        f"Start op elke computer een werker met: dask worker tcp://{plaats} --nthreads 1.",
    )


def _weggevallen(plaats: str) -> Bevinding:
    return Bevinding(
        "uitvoerder-weggevallen",
        Plek(plaats),
        "De scheduler of de laatste werker is weggevallen. Elk plan dat klaar was, is geschreven. De andere niet.",
        "Start de scheduler en de werkers opnieuw. Met dezelfde opdracht gaat u verder waar u was.",
    )
