"""Processes that each make one product at a time. What one of them does never touches another.

Workers start fresh (no fork of this process), so that it is the same on every system. While they load the libraries
that draw and write, this process can read workbooks.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from types import TracebackType
from typing import ParamSpec, TypeVar

from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import opdracht as werk
from gebiedsplan.build.opdracht import Opdracht, Uitkomst, onverwacht

_GEDULD = 5.0
_P = ParamSpec("_P")
_T = TypeVar("_T")


def beschikbaar() -> int:
    """How many processes this one may use at the same time."""
    if sys.platform != "linux":
        return os.cpu_count() or 1
    return len(os.sched_getaffinity(0))


class Ploeg:
    """So many workers, for as long as the ``with`` lasts; afterwards none of them is left, however it ended."""

    def __init__(self, aantal: int) -> None:
        self._aantal = aantal
        self._eerder = set(multiprocessing.active_children())
        self._bezig: dict[Future[Uitkomst], Opdracht] = {}

    def __enter__(self) -> Ploeg:
        """Start the workers; they load what they need while this process goes on."""
        self._werkers = self._nieuwe_werkers(self._aantal)
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        """End the workers; when something went wrong, also those that are in the middle of a product."""
        if soort is not None:
            self._breek_af()
        self._werkers.shutdown(wait=True, cancel_futures=True)

    @property
    def heeft_plaats(self) -> bool:
        """Whether a next product can begin: one waits while all work, so that nobody waits for this process."""
        return len(self._bezig) <= self._aantal

    @property
    def bezig(self) -> tuple[Opdracht, ...]:
        """What is being made now."""
        return tuple(self._bezig.values())[: self._aantal]

    def begin(self, opdracht: Opdracht) -> None:
        """Have it made."""
        self._bezig[self._geef(_doe, opdracht)] = opdracht

    def laat(self, functie: Callable[_P, _T], *waarden: _P.args, **namen: _P.kwargs) -> _T:
        """Let a worker do something else, and wait for it."""
        return self._geef(functie, *waarden, **namen).result()

    def _geef(self, functie: Callable[_P, _T], *waarden: _P.args, **namen: _P.kwargs) -> Future[_T]:
        try:
            return self._werkers.submit(functie, *waarden, **namen)
        except BrokenProcessPool:  # a worker fell away while it had nothing to do
            self._vervang(self._aantal)
            return self._werkers.submit(functie, *waarden, **namen)

    def klaar(self) -> Iterator[tuple[Opdracht, Uitkomst | GebiedsplanFout]]:
        """Wait until something is made, or could not be made."""
        gereed, _ = wait(self._bezig, return_when=FIRST_COMPLETED)
        for toekomst in [t for t in self._bezig if t in gereed]:
            if toekomst not in self._bezig:
                continue
            try:
                uitkomst = _uitkomst(toekomst, self._bezig[toekomst])
            except BrokenProcessPool:
                yield from self._een_voor_een()
            else:
                yield self._bezig.pop(toekomst), uitkomst

    def _een_voor_een(self) -> Iterator[tuple[Opdracht, Uitkomst | GebiedsplanFout]]:
        """A worker fell away, and with it all that was being made: make each alone, to see which one it was."""
        over, self._bezig = list(self._bezig.values()), {}
        for opdracht in over:
            self._vervang(1)
            try:
                yield opdracht, _uitkomst(self._werkers.submit(_doe, opdracht), opdracht)
            except BrokenProcessPool:
                yield (
                    opdracht,
                    GebiedsplanFout([onverwacht(opdracht.slug, opdracht.wat, "het proces dat het maakte, viel weg")]),
                )
        self._vervang(self._aantal)

    def _vervang(self, aantal: int) -> None:
        self._werkers.shutdown()
        self._werkers = self._nieuwe_werkers(aantal)

    def _nieuwe_werkers(self, aantal: int) -> ProcessPoolExecutor:
        kan_splitsen = "forkserver" in multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if kan_splitsen else "spawn")
        if kan_splitsen:
            from multiprocessing import forkserver

            # One process loads everything; the workers are copies of it.
            context.set_forkserver_preload(["gebiedsplan.build.documenten"])
            forkserver.ensure_running()
        werkers = ProcessPoolExecutor(aantal, context, _word_werker)
        for _ in range(aantal):
            werkers.submit(_laad)
        return werkers

    def _breek_af(self) -> None:
        werkers = set(multiprocessing.active_children()) - self._eerder
        for proces in werkers:
            if proces.pid and sys.platform != "win32":
                with suppress(ProcessLookupError):
                    os.kill(proces.pid, signal.SIGINT)  # so that LibreOffice goes with it
        for proces in werkers:
            proces.join(_GEDULD / 5)
        for proces in werkers:
            proces.kill()


def _uitkomst(toekomst: Future[Uitkomst], opdracht: Opdracht) -> Uitkomst | GebiedsplanFout:
    """What came of it. Raises BrokenProcessPool when nobody knows, because a worker fell away."""
    try:
        return toekomst.result()
    except GebiedsplanFout as fout:
        return fout
    except BrokenProcessPool:
        raise
    except Exception as fout:
        # A mistake in the program itself: one plan less, and the others are still made.
        return GebiedsplanFout([onverwacht(opdracht.slug, opdracht.wat, f"{type(fout).__name__}: {fout}")])


# -- in a worker


def _word_werker() -> None:
    """Ctrl-C is for the one who gives the work; who loses that one, ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_eindig_met_de_ouder, daemon=True).start()


def _eindig_met_de_ouder() -> None:
    ouder = multiprocessing.parent_process()
    if ouder is not None:
        ouder.join()
    signal.raise_signal(signal.SIGINT)
    threading.Event().wait(_GEDULD)
    os._exit(1)


def _laad() -> None:
    from gebiedsplan.build import documenten  # noqa: F401


def _doe(opdracht: Opdracht) -> Uitkomst:
    # While it works, a worker can be stopped; what it started, stops with it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return werk.voer_uit(opdracht)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
