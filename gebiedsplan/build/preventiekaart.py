"""The preventiekaart of all areas: a web page and a workbook."""

from __future__ import annotations

from gebiedsplan import huisstijl, templates
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek, fouten
from gebiedsplan.build import overzicht
from gebiedsplan.build.bestanden import alleen, write_all
from gebiedsplan.build.model import Gemaakt, Mappen
from gebiedsplan.document import Meta
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.inlezen import Aanbodlezing, Lezer
from gebiedsplan.kader.model import Gebied
from gebiedsplan.preventiekaart.model import Preventiekaart
from gebiedsplan.preventiekaart.opbouw import preventiekaart
from gebiedsplan.preventiekaart.pagina import SCRIPT, STIJL
from gebiedsplan.preventiekaart.werkboek import werkboek
from gebiedsplan.werkmap.schrijven import write
from gebiedsplan.writers import html

_SJABLOON = "preventiekaart.html.j2"
_GEEN_PLAN = "er is nog geen werkmap waar een plan van komt"
_FOUT = "in de werkmap staat een fout"


def maak(mappen: Mappen) -> Gemaakt:
    """Make the page and the workbook of the newest workbook of every area, and let the front page link to them.

    An area with a fout does not stop the others; its findings are among those of the result. Raises GebiedsplanFout
    when there is no activity at all.
    """
    lezer = Lezer(mappen.gebieden)
    lezingen = {gebied: lezer.lees_aanbod(gebied) for gebied in lezer.kader.gebieden}
    bevindingen = tuple(b for gebied, lezing in lezingen.items() for b in _bevindingen(lezer, gebied, lezing))
    data = {gebied.slug: lezing.data for gebied, lezing in lezingen.items() if lezing.data}
    redenen = {g.slug: _reden(lezing) for g, lezing in lezingen.items() if not lezing.data}
    kaart = preventiekaart(lezer.kader, data, redenen)
    if kaart is None:
        raise GebiedsplanFout([*bevindingen, _leeg(mappen)])
    stijl = huisstijl.read(mappen.huisstijl, overzicht.STIJL)
    bestanden = {
        mappen.preventiekaart: _pagina(mappen, kaart, stijl.huisstijl),
        mappen.preventiekaart.with_suffix(".xlsx"): write(werkboek(kaart)),
    }
    with alleen(mappen.uit):
        write_all({**bestanden, **overzicht.index(mappen, lezer.kader, None, bestanden)})
    return Gemaakt(tuple(bestanden), (*bevindingen, *stijl.bevindingen))


def _pagina(mappen: Mappen, kaart: Preventiekaart, stijl: Huisstijl) -> bytes:
    meta = Meta(
        title=kaart.titel,
        subtitle=kaart.ondertitel,
        author=kaart.samenwerking,
        date=kaart.datum.isoformat(),
        status="",
        version="",
        subject=kaart.ondertitel,
        keywords=("preventiekaart", "sociale basis"),
        front=(("Bijgewerkt", kaart.bijgewerkt),),
        title_page=False,
    )
    tekst = templates.render(_SJABLOON, mappen.sjablonen, kaart=kaart)
    return html.write_interactive(meta, tekst, stijl, style=STIJL, script=SCRIPT)


def _reden(lezing: Aanbodlezing) -> str:
    return _FOUT if lezing.bevindingen else _GEEN_PLAN


def _bevindingen(lezer: Lezer, gebied: Gebied, lezing: Aanbodlezing) -> tuple[Bevinding, ...]:
    """What was found in reading; a gemeente with parts needs no aanbod of its own."""
    leeg = lezing.data is None or not lezing.data.aanbod
    if fouten(lezing.bevindingen) or not leeg or gebied not in lezer.kader.bladeren():
        return lezing.bevindingen
    return (*lezing.bevindingen, _zonder_aanbod(gebied, lezing))


def _zonder_aanbod(gebied: Gebied, lezing: Aanbodlezing) -> Bevinding:
    bestand = lezing.data.bestand if lezing.data else gebied.slug
    return Bevinding(
        "kaart-zonder-gebied",
        Plek(bestand, blad="Aanbod"),
        f"{gebied.naam} staat niet op de preventiekaart: {'er is geen aanbod' if lezing.data else _GEEN_PLAN}.",
        "Vul het blad Aanbod in. Is de werkmap nog in voorbereiding? Zet de status dan op concept als zij klaar is.",
        Ernst.LET_OP,
    )


def _leeg(mappen: Mappen) -> Bevinding:
    return Bevinding(
        "kaart-leeg",
        Plek(mappen.gebieden.as_posix()),
        "Er is geen preventiekaart gemaakt: in geen enkele werkmap staat aanbod dat te gebruiken is.",
        "Vul in een werkmap het blad Aanbod in.",
    )
