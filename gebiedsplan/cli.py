"""Speak with the user: commands, options, messages and exit codes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, fouten, rapport

if TYPE_CHECKING:
    from gebiedsplan.build import Gemaakt, Mappen, Opties

MEEGELEVERD = Path(__file__).parent / "meegeleverd" / "templates"


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Maak van een werkmap een gebiedsplan in Word en HTML.",
    epilog="Voorbeeld: gebiedsplan maak heiloo",
)
@click.option(
    "--gebieden",
    type=click.Path(path_type=Path),
    default=Path("gebieden"),
    show_default=True,
    metavar="MAP",
    help="De map met kader.toml en de werkmappen.",
)
@click.option(
    "--templates",
    "sjablonen",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map met sjablonen en huisstijl. [standaard: templates, of de meegeleverde]",
)
@click.option(
    "--uit",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    metavar="MAP",
    help="De map voor de plannen.",
)
@click.version_option(package_name="gebiedsplan", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, gebieden: Path, sjablonen: Path | None, uit: Path) -> None:
    """Gather the folders for the command that follows."""
    ctx.obj = (gebieden, sjablonen, uit)


_JAAR = click.option(
    "--jaar", type=click.IntRange(1900, 2199), metavar="JAAR", help="Het planjaar. [standaard: nieuwste]"
)

_PAGINANUMMERS = click.option(
    "--paginanummers",
    is_flag=True,
    help="Zet paginanummers in de inhoudsopgave van Word. Hiervoor is LibreOffice nodig.",
)

_GRAFIEKEN = click.option(
    "--grafieken",
    type=click.Choice(["plaatje", "bewerkbaar"]),
    default="plaatje",
    show_default=True,
    help="De grafieken in Word: een plaatje, of een grafiek die u in Word kunt veranderen.",
)


@main.command(help="Maak het plan van één gebied.", short_help="Maak het plan van één gebied.")
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@_PAGINANUMMERS
@_GRAFIEKEN
@click.pass_context
def maak(ctx: click.Context, gebied: str, jaar: int | None, paginanummers: bool, grafieken: str) -> None:
    """Build one plan and print where it is."""
    with _fouten_als_rapport():
        from gebiedsplan import build

        _toon(build.maak(_mappen(ctx), gebied, jaar, _opties(paginanummers, grafieken)))


@main.command(
    help="Maak het voorstel aan het college of de raad, met de raadsinformatiebrief en de besluitenlijst.",
    short_help="Maak het voorstel aan het college of de raad.",
)
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@_PAGINANUMMERS
@_GRAFIEKEN
@click.pass_context
def voorstel(ctx: click.Context, gebied: str, jaar: int | None, paginanummers: bool, grafieken: str) -> None:
    """Build the voorstel about one plan and print where it is."""
    with _fouten_als_rapport():
        from gebiedsplan import build

        _toon(build.voorstel(_mappen(ctx), gebied, jaar, _opties(paginanummers, grafieken)))


@main.command(help="Maak de plannen van alle gebieden.")
@_JAAR
@_PAGINANUMMERS
@_GRAFIEKEN
@click.pass_context
def alles(ctx: click.Context, jaar: int | None, paginanummers: bool, grafieken: str) -> None:
    """Build every plan; a plan that fails is reported and the others go on."""
    with _fouten_als_rapport():
        from gebiedsplan import build

        mislukt: list[str] = []
        for gebied, uitkomst in build.alles(_mappen(ctx), jaar, _opties(paginanummers, grafieken)):
            _toon_bevindingen(uitkomst.bevindingen)
            if isinstance(uitkomst, GebiedsplanFout):
                mislukt.append(gebied.slug)
                continue
            for pad in uitkomst.paden:
                click.echo(pad)
        if mislukt:
            click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
            ctx.exit(1)


@main.command(help="Kijk een werkmap na zonder een plan te maken.")
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@click.pass_context
def controleer(ctx: click.Context, gebied: str, jaar: int | None) -> None:
    """Show every finding about one area."""
    with _fouten_als_rapport():
        from gebiedsplan import build

        bevindingen = build.controleer(_mappen(ctx), gebied, jaar)
        if not bevindingen:
            click.echo(f"De werkmap van {gebied} is in orde.")
        else:
            click.echo(rapport(bevindingen))
        ctx.exit(1 if fouten(bevindingen) else 0)


@main.command(help="Bekijk een plan terwijl u eraan werkt: de pagina ververst als u iets opslaat.")
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@click.option(
    "--poort",
    type=click.IntRange(1024, 65535),
    metavar="POORT",
    help="Het getal achter het adres van de pagina. [standaard: het eerste dat vrij is vanaf 8700]",
)
@click.option("--open", "met_browser", is_flag=True, help="Open de pagina in de browser.")
@click.pass_context
def bekijk(ctx: click.Context, gebied: str, jaar: int | None, poort: int | None, met_browser: bool) -> None:
    """Show one plan on this computer until Ctrl-C."""

    def bereikbaar(adres: str) -> None:
        click.echo(f"Open in uw browser: {adres}")
        click.echo("Sla een werkmap, het kader, een sjabloon of de huisstijl op, en de pagina ververst vanzelf.")
        click.echo("Stoppen? Druk op Ctrl-C.")
        if met_browser:
            click.launch(adres)

    with _fouten_als_rapport():
        from gebiedsplan.bekijk import bekijk

        bekijk(_mappen(ctx), gebied, jaar, poort, bereikbaar)
        click.echo("De voorvertoning is gestopt. Tot ziens!")


@main.command(help="Toets Word-documenten: kan iedereen ze lezen?")
@click.argument("documenten", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DOCUMENT...")
@click.pass_context
def toets(ctx: click.Context, documenten: tuple[Path, ...]) -> None:
    """Show every finding about these Word files, whoever made them."""
    from gebiedsplan.toets import NIET_GETOETST, REGELS_VOOR_WORD, check_bestand

    uitkomsten = {pad: check_bestand(pad) for pad in documenten}
    bevindingen = tuple(chain.from_iterable(uitkomsten.values()))
    click.echo(rapport(bevindingen))
    in_orde = [pad for pad, gevonden in uitkomsten.items() if not gevonden]
    for pad in in_orde:
        click.echo(f"{pad} voldoet aan de {len(REGELS_VOOR_WORD)} regels van deze toets.")
    if in_orde:
        click.echo("Dit is geen volledige toets op toegankelijkheid: kleuren, taal en volgorde moet een mens bekijken.")
    niet_getoetst = any(bevinding.code in NIET_GETOETST for bevinding in bevindingen)
    ctx.exit(2 if niet_getoetst else 1 if fouten(bevindingen) else 0)


def _mappen(ctx: click.Context) -> Mappen:
    from gebiedsplan.build import Mappen

    gebieden, sjablonen, uit = ctx.obj
    return Mappen(gebieden, sjablonen or _standaard_sjablonen(), uit, uit.parent / "figures")


def _opties(paginanummers: bool, grafieken: str) -> Opties:
    from gebiedsplan.build import Opties

    return Opties(paginanummers=paginanummers, bewerkbare_grafieken=grafieken == "bewerkbaar")


def _standaard_sjablonen() -> Path:
    """The templates of this folder when it has them; else those that came with the program."""
    hier = Path("templates")
    return hier if hier.is_dir() or not MEEGELEVERD.is_dir() else MEEGELEVERD


def _toon(gemaakt: Gemaakt) -> None:
    _toon_bevindingen(gemaakt.bevindingen)
    for pad in gemaakt.paden:
        click.echo(pad)


def _toon_bevindingen(bevindingen: tuple[Bevinding, ...]) -> None:
    if bevindingen:
        click.echo(rapport(bevindingen), err=True)
        click.echo(err=True)


@contextmanager
def _fouten_als_rapport() -> Iterator[None]:
    """The one place where a GebiedsplanFout ends: as a report and an exit code."""
    try:
        yield
    except GebiedsplanFout as fout:
        click.echo(rapport(fout.bevindingen), err=True)
        raise SystemExit(fout.exit_code) from fout
