"""From what was read to the files of a product, all in memory. The heavy rooms are opened here and not before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gebiedsplan import figures, markdown, templates
from gebiedsplan.build.model import Mappen
from gebiedsplan.cijfers import tabel
from gebiedsplan.document import Picture
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan
from gebiedsplan.writers import docx, html


def van_plan(mappen: Mappen, gelezen: Ingelezen) -> dict[Path, bytes]:
    """The plan in every format, and its charts."""
    plan = _plan(gelezen)
    tekst = templates.render("gebiedsplan.md.j2", mappen.sjablonen, plan=plan)
    platen = {g.basis.id: figures.draw(g, mappen.sjablonen / "huisstijl") for g in plan.grafieken()}
    figuren = mappen.figuren / plan.slug / str(plan.jaar)
    return {
        **_in_elk_formaat(mappen, mappen.uit / plan.slug / f"gebiedsplan-{plan.slug}-{plan.jaar}", tekst, platen),
        **{figuren / f"{id_}.svg": plaat.svg for id_, plaat in platen.items()},
        **{figuren / f"{id_}.png": plaat.png for id_, plaat in platen.items()},
    }


def _plan(gelezen: Ingelezen) -> Plan:
    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    return maak_plan(Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers))


def _in_elk_formaat(mappen: Mappen, pad: Path, tekst: str, platen: Mapping[str, Picture]) -> dict[Path, bytes]:
    """One text as Word, HTML and Markdown; ``pad`` is where, without a suffix."""
    huisstijl = mappen.sjablonen / "huisstijl"
    document = markdown.parse(tekst, f"{pad.name}.md")
    return {
        pad.with_suffix(".docx"): docx.write(document, platen, (huisstijl / "gebiedsplan.docx").read_bytes()),
        pad.with_suffix(".html"): html.write(document, platen, (huisstijl / "gebiedsplan.css").read_text("utf-8")),
        pad.with_suffix(".md"): tekst.encode(),
    }
