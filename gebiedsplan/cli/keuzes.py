"""The options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from gebiedsplan.build import Opties

JAAR = click.option(
    "--jaar", type=click.IntRange(1900, 2199), metavar="JAAR", help="Het planjaar. [standaard: nieuwste]"
)

_Opdracht = TypeVar("_Opdracht", bound=Callable[..., None])


def documentkeuzes(opdracht: _Opdracht) -> _Opdracht:
    """The options of every command that makes documents; ``opties`` takes them together."""
    for keuze in (
        click.option(
            "--formaat",
            "formaten",
            type=click.Choice(["pdf", "odt"]),
            multiple=True,
            help="Maak het ook in dit formaat, naast Word en HTML. Mag vaker.",
        ),
        click.option(
            "--grafieken",
            type=click.Choice(["plaatje", "bewerkbaar"]),
            default="plaatje",
            show_default=True,
            help="De grafieken in Word: een plaatje, of een grafiek die u in Word kunt veranderen.",
        ),
        click.option(
            "--paginanummers",
            is_flag=True,
            help="Zet paginanummers in de inhoudsopgave van Word. Hiervoor is LibreOffice nodig.",
        ),
    ):
        opdracht = keuze(opdracht)
    return opdracht


def opties(paginanummers: bool, grafieken: str, formaten: tuple[str, ...]) -> Opties:
    """What the user chose with ``documentkeuzes``."""
    from gebiedsplan.build import Opties

    return Opties(paginanummers, bewerkbare_grafieken=grafieken == "bewerkbaar", formaten=frozenset(formaten))
