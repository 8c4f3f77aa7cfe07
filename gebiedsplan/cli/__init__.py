"""Speak with the user: commands, options, messages and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, als_json, fouten, rapport
from gebiedsplan.cli.mappen import mappen_van
from gebiedsplan.cli.melden import fouten_als_rapport, toon_bevindingen
from gebiedsplan.cli.verschil import verschil

if TYPE_CHECKING:
    from gebiedsplan.build import Gemaakt, Mappen, Opties


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

_Opdracht = TypeVar("_Opdracht", bound=Callable[..., None])


def _documentkeuzes(opdracht: _Opdracht) -> _Opdracht:
    """The options of every command that makes documents; ``_opties`` takes them together."""
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


@main.command(help="Maak het plan van één gebied.", short_help="Maak het plan van één gebied.")
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@_documentkeuzes
@click.pass_context
def maak(ctx: click.Context, /, gebied: str, jaar: int | None, **keuzes: Any) -> None:
    """Build one plan and print where it is."""
    with fouten_als_rapport():
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        _toon(mappen, build.maak(mappen, gebied, jaar, _opties(**keuzes)))


@main.command(
    help="Maak het voorstel aan het college of de raad, met de raadsinformatiebrief en de besluitenlijst.",
    short_help="Maak het voorstel aan het college of de raad.",
)
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@_documentkeuzes
@click.pass_context
def voorstel(ctx: click.Context, /, gebied: str, jaar: int | None, **keuzes: Any) -> None:
    """Build the voorstel about one plan and print where it is."""
    with fouten_als_rapport():
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        _toon(mappen, build.voorstel(mappen, gebied, jaar, _opties(**keuzes)))


@main.command(help="Maak de plannen van alle gebieden.")
@_JAAR
@_documentkeuzes
@click.pass_context
def alles(ctx: click.Context, /, jaar: int | None, **keuzes: Any) -> None:
    """Build every plan; a plan that fails is reported and the others go on."""
    with fouten_als_rapport():
        from gebiedsplan import build

        mappen = mappen_van(ctx)
        mislukt: list[str] = []
        for gebied, uitkomst in build.alles(mappen, jaar, _opties(**keuzes)):
            toon_bevindingen(uitkomst.bevindingen)
            if isinstance(uitkomst, GebiedsplanFout):
                mislukt.append(gebied.slug)
                continue
            for pad in uitkomst.paden:
                click.echo(pad)
        if mappen.index.is_file():
            click.echo(mappen.index)
        if mislukt:
            click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
            ctx.exit(1)


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
            click.echo(f"Wat moet er nog in? Typ: make controleer GEBIED={gebied} JAAR={pad.stem}", err=True)


@main.command(help="Kijk een werkmap na zonder een plan te maken.")
@click.argument("gebied", metavar="GEBIED")
@_JAAR
@click.option(
    "--formaat",
    type=click.Choice(["tekst", "json"]),
    default="tekst",
    show_default=True,
    help="Hoe de bevindingen op het scherm komen; json is voor andere programma's.",
)
@click.option("--annoteer", is_flag=True, help="Maak ook een kopie van de werkmap waarin u de bevindingen ziet.")
@click.pass_context
def controleer(ctx: click.Context, gebied: str, jaar: int | None, formaat: str, annoteer: bool) -> None:
    """Show every finding about one area."""
    toon = als_json if formaat == "json" else rapport
    with fouten_als_rapport(toon, naar_stderr=formaat == "tekst"):
        from gebiedsplan import build

        if annoteer:
            gemaakt = build.annoteer(mappen_van(ctx), gebied, jaar)
            bevindingen, paden = gemaakt.bevindingen, gemaakt.paden
        else:
            bevindingen, paden = build.controleer(mappen_van(ctx), gebied, jaar), ()
        if formaat == "tekst" and not bevindingen:
            click.echo(f"De werkmap van {gebied} is in orde.")
        else:
            click.echo(toon(bevindingen))
        for pad in paden:
            click.echo(f"Een kopie met de bevindingen staat in {pad}.", err=formaat == "json")
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
    with fouten_als_rapport():
        from gebiedsplan.build import importeren

        keuzes = importeren.Keuzes(vervang=vervang, wijken=wijken)
        opdracht = importeren.Opdracht(gebieden=gebieden, bestanden=bestanden, keuzes=keuzes, **opties)
        voorstel = importeren.stel_voor(mappen_van(ctx), opdracht)
        toon_bevindingen(voorstel.bevindingen)
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


def _opties(paginanummers: bool, grafieken: str, formaten: tuple[str, ...]) -> Opties:
    from gebiedsplan.build import Opties

    return Opties(paginanummers, bewerkbare_grafieken=grafieken == "bewerkbaar", formaten=frozenset(formaten))


def _toon(mappen: Mappen, gemaakt: Gemaakt) -> None:
    toon_bevindingen(gemaakt.bevindingen)
    for pad in (*gemaakt.paden, mappen.index):
        click.echo(pad)


main.add_command(verschil)
