"""Speak with the user: commands, options, messages and exit codes."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gebiedsplan.bevinding import als_json, fouten, rapport
from gebiedsplan.cli.agenda import agenda
from gebiedsplan.cli.alles import alles
from gebiedsplan.cli.importeer import importeer
from gebiedsplan.cli.keuzes import JAAR, documentkeuzes, opties
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen
from gebiedsplan.cli.opmerkingen import opmerkingen
from gebiedsplan.cli.start import start
from gebiedsplan.cli.taal import taal as taalopdracht
from gebiedsplan.cli.toon import toon
from gebiedsplan.cli.vergelijk import vergelijk
from gebiedsplan.cli.verschil import verschil

if TYPE_CHECKING:
    from gebiedsplan.build import Gemaakt, Mappen


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Maak van een werkmap een gebiedsplan in Word en HTML.",
    epilog="Voorbeeld: gebiedsplan maak heiloo",
)
@click.option(
    "--map",
    "map_",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="MAP",
    help="De map van de samenwerking, met daarin gebieden, build en soms templates. [standaard: deze map]",
)
@click.option(
    "--gebieden",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map met kader.toml en de werkmappen. [standaard: gebieden]",
)
@click.option(
    "--templates",
    "sjablonen",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map met sjablonen en huisstijl. [standaard: templates, over de meegeleverde]",
)
@click.option(
    "--uit",
    type=click.Path(path_type=Path),
    metavar="MAP",
    help="De map voor de plannen. [standaard: build]",
)
@click.version_option(package_name="gebiedsplan", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, map_: Path, gebieden: Path | None, sjablonen: Path | None, uit: Path | None) -> None:
    """Gather the folders for the command that follows."""
    ctx.obj = (map_, gebieden, sjablonen, uit)


@main.command(help="Maak het plan van één gebied.", short_help="Maak het plan van één gebied.")
@click.argument("gebied", metavar="GEBIED")
@JAAR
@documentkeuzes
@click.pass_context
def maak(ctx: click.Context, /, gebied: str, jaar: int | None, **keuzes: Any) -> None:
    """Build one plan and print where it is."""
    with fouten_als_rapport():
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        _toon(mappen, build.maak(mappen, gebied, jaar, opties(**keuzes)))


@main.command(
    help="Maak het voorstel aan het college of de raad, met de raadsinformatiebrief en de besluitenlijst.",
    short_help="Maak het voorstel aan het college of de raad.",
)
@click.argument("gebied", metavar="GEBIED")
@JAAR
@documentkeuzes
@click.pass_context
def voorstel(ctx: click.Context, /, gebied: str, jaar: int | None, **keuzes: Any) -> None:
    """Build the voorstel about one plan and print where it is."""
    with fouten_als_rapport():
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        _toon(mappen, build.voorstel(mappen, gebied, jaar, opties(**keuzes)))


@main.command(
    help="Maak de preventiekaart: het aanbod van alle gebieden als webpagina om in te zoeken, en als werkmap.",
    short_help="Maak de preventiekaart van alle gebieden.",
)
@click.pass_context
def preventiekaart(ctx: click.Context) -> None:
    """Build the map of all there is to do; an area with a fout is reported and the others are on it."""
    with fouten_als_rapport():
        from gebiedsplan.build import preventiekaart as kaart

        gemaakt = kaart.maak(mappen_van(ctx))
        toon_bevindingen(gemaakt.bevindingen)
        for pad in gemaakt.paden:
            click.echo(pad)
        ctx.exit(1 if fouten(gemaakt.bevindingen) else 0)


@main.command(
    help="Maak een nieuwe werkmap om in te vullen. Wat uit vorig jaar nog geldt, staat er al in.",
    short_help="Maak een nieuwe werkmap.",
)
@click.argument("gebied", metavar="GEBIED")
@click.option(
    "--jaar", type=click.IntRange(1900, 2199), metavar="JAAR", help="Het planjaar. [standaard: na de nieuwste werkmap]"
)
@click.pass_context
def nieuw(ctx: click.Context, gebied: str, jaar: int | None) -> None:
    """Make a workbook and say what to do with it."""
    with fouten_als_rapport():
        from gebiedsplan import build

        gemaakt = build.nieuw(mappen_van(ctx), gebied, jaar)
        toon_bevindingen(gemaakt.bevindingen)
        for pad in gemaakt.paden:
            click.echo(pad)
            click.echo("Open de werkmap in Excel of LibreOffice. Begin op het blad Lees mij.", err=True)
            map_ = "" if ctx.obj[0] == Path() else f" MAP={ctx.obj[0]}"
            click.echo(f"Wat moet er nog in? Typ: make controleer GEBIED={gebied} JAAR={pad.stem}{map_}", err=True)


@main.command(help="Kijk een werkmap na zonder een plan te maken.")
@click.argument("gebied", metavar="GEBIED")
@JAAR
@click.option(
    "--formaat",
    type=click.Choice(["tekst", "json"]),
    default="tekst",
    show_default=True,
    help="Hoe de bevindingen op het scherm komen; json is voor andere programma's.",
)
@click.option("--annoteer", is_flag=True, help="Maak ook een kopie van de werkmap waarin u de bevindingen ziet.")
@click.option("--taal", is_flag=True, help="Geef ook advies over de taal: lange zinnen, vakwoorden en meer.")
@click.pass_context
def controleer(ctx: click.Context, gebied: str, jaar: int | None, formaat: str, annoteer: bool, taal: bool) -> None:
    """Show every finding about one area."""
    toon = als_json if formaat == "json" else rapport
    with fouten_als_rapport(toon, naar_stderr=formaat == "tekst"):
        from gebiedsplan import build

        if annoteer:
            gemaakt = build.annoteer(mappen_van(ctx), gebied, jaar, taal=taal)
            bevindingen, paden = gemaakt.bevindingen, gemaakt.paden
        else:
            bevindingen, paden = build.controleer(mappen_van(ctx), gebied, jaar, taal=taal), ()
        if formaat == "tekst" and not bevindingen:
            click.echo(f"De werkmap van {gebied} is in orde.")
        else:
            click.echo(toon(bevindingen))
        for pad in paden:
            click.echo(f"Een kopie met de bevindingen staat in {pad}.", err=formaat == "json")
        ctx.exit(1 if fouten(bevindingen) else 0)


@main.command(help="Bekijk een plan terwijl u eraan werkt: de pagina ververst als u iets opslaat.")
@click.argument("gebied", metavar="GEBIED")
@JAAR
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

    with fouten_als_rapport():
        from gebiedsplan.bekijk import bekijk

        bekijk(mappen_van(ctx), gebied, jaar, poort, bereikbaar)
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


def _toon(mappen: Mappen, gemaakt: Gemaakt) -> None:
    toon_bevindingen(gemaakt.bevindingen)
    for pad in (*gemaakt.paden, mappen.index):
        click.echo(pad)


main.add_command(alles)
main.add_command(agenda)
main.add_command(importeer)
main.add_command(opmerkingen)
main.add_command(start)
main.add_command(taalopdracht)
main.add_command(toon)
main.add_command(vergelijk)
main.add_command(verschil)
