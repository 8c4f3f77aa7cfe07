"""From what was read to the files of a product, all in memory. The heavy rooms are opened here and not before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gebiedsplan import figures, markdown, templates
from gebiedsplan.build.model import Mappen
from gebiedsplan.cijfers import tabel
from gebiedsplan.document import Picture
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan import voorstel
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan
from gebiedsplan.writers import docx, html

# The format in which papers go with a voorstel.
_BIJLAGE = ".docx"


def van_plan(mappen: Mappen, gelezen: Ingelezen) -> dict[Path, bytes]:
    """The plan in every format, and its charts."""
    return _plan(mappen, maak_plan(_bronnen(gelezen)))


def _plan(mappen: Mappen, plan: Plan) -> dict[Path, bytes]:
    tekst = templates.render("gebiedsplan.md.j2", mappen.sjablonen, plan=plan)
    platen = {g.basis.id: figures.draw(g, mappen.sjablonen / "huisstijl") for g in plan.grafieken()}
    figuren = mappen.figuren / plan.slug / str(plan.jaar)
    return {
        **_in_elk_formaat(mappen, _pad(mappen, "gebiedsplan", plan), tekst, platen),
        **{figuren / f"{id_}.svg": plaat.svg for id_, plaat in platen.items()},
        **{figuren / f"{id_}.png": plaat.png for id_, plaat in platen.items()},
    }


def van_voorstel(mappen: Mappen, gelezen: Ingelezen) -> dict[Path, bytes]:
    """All that the bestuur needs: the voorstel, the raadsinformatiebrief, the besluitenlijst, and the plan itself.

    The plan is made again with it, so that what the voorstel says of it and sends along is the same plan.
    """
    bronnen = _bronnen(gelezen)
    plan = maak_plan(bronnen)
    stuk = voorstel.voorstel(plan, bronnen, _BIJLAGE)
    tekst = templates.render("collegevoorstel.md.j2", mappen.sjablonen, voorstel=stuk)
    bestanden = _in_elk_formaat(mappen, _pad(mappen, stuk.soort, plan), tekst, {})
    if stuk.brief:
        tekst = templates.render("raadsinformatiebrief.md.j2", mappen.sjablonen, brief=stuk.brief)
        bestanden |= _in_elk_formaat(mappen, _pad(mappen, voorstel.RAADSBRIEF, plan), tekst, {})
    lijst = templates.render("besluitenlijst.txt.j2", mappen.sjablonen, lijst=stuk.besluitenlijst)
    return {
        **bestanden,
        _pad(mappen, "besluitenlijst", plan).with_suffix(".txt"): lijst.encode(),
        **_plan(mappen, plan),
    }


def _pad(mappen: Mappen, soort: str, plan: Plan) -> Path:
    """Where a product is, without its suffix."""
    return mappen.uit / plan.slug / voorstel.stam(soort, plan)


def _bronnen(gelezen: Ingelezen) -> Bronnen:
    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    return Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers)


def _in_elk_formaat(mappen: Mappen, pad: Path, tekst: str, platen: Mapping[str, Picture]) -> dict[Path, bytes]:
    """One text as Word, HTML and Markdown; ``pad`` is where, without a suffix."""
    huisstijl = mappen.sjablonen / "huisstijl"
    document = markdown.parse(tekst, f"{pad.name}.md")
    return {
        pad.with_suffix(".docx"): docx.write(document, platen, (huisstijl / "gebiedsplan.docx").read_bytes()),
        pad.with_suffix(".html"): html.write(document, platen, (huisstijl / "gebiedsplan.css").read_text("utf-8")),
        pad.with_suffix(".md"): tekst.encode(),
    }
