"""Tell the user what was found, and end when it was too bad to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, rapport


def toon_bevindingen(bevindingen: tuple[Bevinding, ...]) -> None:
    """The report of what did not stop a command, beside its result."""
    if bevindingen:
        click.echo(rapport(bevindingen), err=True)
        click.echo(err=True)


@contextmanager
def fouten_als_rapport(
    toon: Callable[[Iterable[Bevinding]], str] = rapport, naar_stderr: bool = True
) -> Iterator[None]:
    """The one place where a GebiedsplanFout ends: as a report and an exit code."""
    try:
        yield
    except GebiedsplanFout as fout:
        click.echo(toon(fout.bevindingen), err=naar_stderr)
        raise SystemExit(fout.exit_code) from fout
