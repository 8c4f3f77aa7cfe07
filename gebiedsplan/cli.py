"""Speak with the user: commands, options, messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten, rapport

if TYPE_CHECKING:
    from gebiedsplan.build import Mappen, Opties

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

        gemaakt = build.maak(_mappen(ctx), gebied, jaar, _opties(paginanummers, grafieken))
        _toon_bevindingen(gemaakt.bevindingen)
        for pad in gemaakt.paden:
            click.echo(pad)


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


@main.command(
    help="Zet cijfers van het CBS of het RIVM in de werkmappen. Zonder GEBIED: in alle werkmappen. "
    "U ziet eerst wat er verandert.",
    short_help="Zet cijfers van het CBS of het RIVM in de werkmappen.",
)
@click.argument("gebieden", metavar="[GEBIED]...", nargs=-1)
@click.option(
    "--bestand",
    "bestanden",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="BESTAND",
    help="Een bestand zoals de uitgever het maakt (.xlsx, .csv of .json). Mag vaker.",
)
@click.option("--ophalen", default="", metavar="TABEL", help="Haal deze tabel zelf op bij het CBS, zoals 85984NED.")
@click.option("--tabel", default="", metavar="TABEL", help="Het nummer van de tabel, als het bestand dat niet zegt.")
@click.option(
    "--gewichten",
    type=click.Path(path_type=Path),
    metavar="BESTAND",
    help="Kerncijfers wijken en buurten, om wijken naar inwoners te wegen.",
)
@click.option("--wijken", is_flag=True, help="Voeg ook rijen toe voor elke wijk.")
@click.option("--vervang", is_flag=True, help="Vervang ook cijfers die iemand zelf heeft ingevuld.")
@click.option("--proef", is_flag=True, help="Laat alleen zien wat er verandert.")
@click.option("--ja", is_flag=True, help="Ga door zonder te vragen.")
@click.option(
    "--bewaar",
    type=click.Path(path_type=Path),
    default=Path("bronnen"),
    show_default=True,
    metavar="MAP",
    help="De map waar opgehaalde tabellen in komen.",
)
@click.option("--opnieuw", is_flag=True, help="Haal een tabel op die al in die map staat.")
@click.option("--basis", default="", hidden=True, envvar="GEBIEDSPLAN_ODATA")
@_JAAR
@click.pass_context
def importeer(
    ctx: click.Context,
    /,
    gebieden: tuple[str, ...],
    bestanden: tuple[Path, ...],
    wijken: bool,
    vervang: bool,
    proef: bool,
    ja: bool,
    **opties: Any,
) -> None:
    """Show what published figures change in the workbooks, and change it when the user agrees."""
    if not bestanden and not opties["ophalen"]:
        raise click.UsageError("Noem een bestand met --bestand, of een tabel met --ophalen.")
    with _fouten_als_rapport():
        from gebiedsplan.build import importeren

        keuzes = importeren.Keuzes(vervang=vervang, wijken=wijken)
        opdracht = importeren.Opdracht(gebieden=gebieden, bestanden=bestanden, keuzes=keuzes, **opties)
        voorstel = importeren.stel_voor(_mappen(ctx), opdracht)
        _toon_bevindingen(voorstel.bevindingen)
        if not voorstel.aantal:
            click.echo("Er verandert niets.")
            return
        for regel in voorstel.regels:
            click.echo(regel)
        click.echo(f"\n{voorstel.aantal} {'rij verandert' if voorstel.aantal == 1 else 'rijen veranderen'}.")
        if proef or not (ja or _akkoord()):
            click.echo("Er is niets veranderd.")
            return
        for pad in importeren.voer_uit(voorstel).paden:
            click.echo(pad)


def _akkoord() -> bool:
    """Whether the user agrees. Raises GebiedsplanFout when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise GebiedsplanFout([_bevestiging_nodig()], exit_code=2)
    antwoord: str = click.prompt("Doorgaan? [j/N]", default="n", show_default=False)
    return antwoord.strip().casefold() in {"j", "ja"}


def _bevestiging_nodig() -> Bevinding:
    return Bevinding(
        "bevestiging-nodig",
        Plek("importeer"),
        "Het programma kan hier niet vragen of u akkoord bent. Er is niets veranderd.",
        "Kijk met --proef wat er verandert. Geef daarna --ja op.",
    )


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
