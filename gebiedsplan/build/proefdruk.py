"""The web page of a plan for someone who is working on it: made in memory, with every finding and no file."""

from __future__ import annotations

from collections.abc import Mapping

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.model import Mappen, Opties, Voorproef
from gebiedsplan.inlezen import Lezer


def vooraf(mappen: Mappen, slug: str) -> None:
    """Raise GebiedsplanFout when there is nothing to look at: a folder is missing, or no area has this name.

    What is wrong inside a file is no reason: it can be mended while looking.
    """
    for map_ in mappen.sjablonen:
        if not map_.is_dir():
            raise GebiedsplanFout([_map_ontbreekt(map_.as_posix())], exit_code=2)
    try:
        Lezer(mappen.gebieden).gebied(slug)
    except GebiedsplanFout as fout:
        if fout.exit_code == 2:
            raise


def voorproef(mappen: Mappen, slug: str, jaar: int | None) -> Voorproef:
    """The web page of the plan of ``slug``, byte for byte what a build makes. Writes nothing.

    What is wrong never stops it from saying what else is: findings are gathered as far as the work can go.
    """
    gevonden: list[Bevinding] = []
    namen: Mapping[str, str] = {}
    pagina: bytes | None = None
    try:
        lezer = Lezer(mappen.gebieden)
        namen = {gebied.slug: gebied.naam for gebied in lezer.kader.gebieden}
        gelezen = lezer.lees_plan(slug, jaar)
        jaar = gelezen.jaar
        gevonden += (*gelezen.nog_geen_plan(), *gelezen.bevindingen)

        from gebiedsplan import huisstijl
        from gebiedsplan.build import documenten
        from gebiedsplan.build.werkplaats import Werkplaats

        stijl = huisstijl.read(mappen.huisstijl, gelezen.kader.gemeente(gelezen.gebied).slug)
        gevonden += stijl.bevindingen
        if not fouten(gevonden):
            pagina = documenten.webpagina(Werkplaats(mappen, stijl.huisstijl, Opties()), gelezen)
    except GebiedsplanFout as fout:
        gevonden += fout.bevindingen
    return Voorproef(pagina, tuple(gevonden), jaar, namen)


def _map_ontbreekt(naam: str) -> Bevinding:
    return Bevinding(
        "map-ontbreekt",
        Plek(naam),
        "Deze map is er niet.",
        "Ga naar de map van het project, of geef de map op met --templates.",
    )
