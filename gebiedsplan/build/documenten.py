"""From what was read to the files of a product, all in memory. The heavy rooms are opened here and not before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from gebiedsplan import figures, markdown, templates
from gebiedsplan.build import pdf, word
from gebiedsplan.build.kaart import kaart
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.cijfers import tabel
from gebiedsplan.document import Document, Picture
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan import voorstel
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan
from gebiedsplan.plan.overzichtmodel import Vermelding
from gebiedsplan.plan.vermelding import vermelding
from gebiedsplan.publicatie import diwoo, owms
from gebiedsplan.publicatie.model import Kaart
from gebiedsplan.writers import html

# The format in which papers go with a voorstel.
_BIJLAGE = ".docx"
_PUNTEN_DIE_NIEMAND_ZIET = 10


@dataclass(frozen=True, slots=True)
class Product:
    """The files of a product, and what is remembered of the plan it is about."""

    bestanden: Mapping[Path, bytes]
    vermelding: Vermelding


def van_plan(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
    """The plan in every format, and its charts. A plan that has been decided gets its Woo record."""
    van = bronnen(gelezen)
    return _plan(plaats, gelezen, maak_plan(van), van)


def webpagina(plaats: Werkplaats, gelezen: Ingelezen) -> bytes:
    """Only the web page of the plan, the same as ``van_plan`` makes."""
    plan = maak_plan(bronnen(gelezen))
    _, document, _ = beschreven(plaats, gelezen, plan)
    return html.write(document, _platen(plan, _grof(plaats.huisstijl)), plaats.huisstijl)


def van_voorstel(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
    """All that the bestuur needs: the voorstel, the raadsinformatiebrief, the besluitenlijst, and the plan itself.

    The plan is made again with it, so that what the voorstel says of it and sends along is the same plan.
    """
    van = bronnen(gelezen)
    plan = maak_plan(van)
    stuk = voorstel.voorstel(plan, van, _BIJLAGE)
    sjablonen = plaats.mappen.sjablonen
    bestanden = _brief(plaats, stuk.soort, plan, templates.render("collegevoorstel.md.j2", sjablonen, voorstel=stuk))
    if stuk.brief:
        tekst = templates.render("raadsinformatiebrief.md.j2", sjablonen, brief=stuk.brief)
        bestanden |= _brief(plaats, voorstel.RAADSBRIEF, plan, tekst)
    lijst = templates.render("besluitenlijst.txt.j2", sjablonen, lijst=stuk.besluitenlijst)
    bestanden[_pad(plaats, voorstel.BESLUITENLIJST, plan).with_suffix(".txt")] = lijst.encode()
    zelf = _plan(plaats, gelezen, plan, van)
    return replace(zelf, bestanden={**bestanden, **zelf.bestanden})


def _plan(plaats: Werkplaats, gelezen: Ingelezen, plan: Plan, van: Bronnen) -> Product:
    pad = _pad(plaats, voorstel.GEBIEDSPLAN, plan)
    tekst, document, gegevens = beschreven(plaats, gelezen, plan)
    platen = _platen(plan, plaats.huisstijl)
    figuren = plaats.mappen.figuren / plan.slug / str(plan.jaar)
    bestanden = {
        **_in_elk_formaat(plaats, pad, tekst, document, platen),
        **({pad.with_suffix(".diwoo.xml"): diwoo.schrijf(gegevens)} if gegevens.vastgesteld else {}),
        **{figuren / f"{id_}.svg": plaat.svg for id_, plaat in platen.items()},
        **{figuren / f"{id_}.png": plaat.png for id_, plaat in platen.items()},
    }
    return Product(bestanden, vermelding(plan, van, sha256(tekst.encode()).hexdigest()))


def beschreven(plaats: Werkplaats, gelezen: Ingelezen, plan: Plan) -> tuple[str, Document, Kaart]:
    """The plan as Markdown, as a document that a catalogue can find, and its card."""
    tekst = templates.render("gebiedsplan.md.j2", plaats.mappen.sjablonen, plan=plan)
    document = markdown.parse(tekst, f"{_pad(plaats, voorstel.GEBIEDSPLAN, plan).name}.md")
    gegevens = kaart(gelezen, document.meta)
    return tekst, _vindbaar(document, gegevens), gegevens


def _platen(plan: Plan, huisstijl: Huisstijl) -> dict[str, Picture]:
    return {g.basis.id: figures.draw(g, huisstijl) for g in plan.grafieken()}


def _grof(huisstijl: Huisstijl) -> Huisstijl:
    """The style with few dots: on the web a drawing has none, and making them is most of the drawing."""
    return replace(huisstijl, grafieken=replace(huisstijl.grafieken, punten_per_inch=_PUNTEN_DIE_NIEMAND_ZIET))


def _brief(plaats: Werkplaats, soort: str, plan: Plan, tekst: str) -> dict[Path, bytes]:
    """A paper of a few pages, without charts."""
    pad = _pad(plaats, soort, plan)
    return _in_elk_formaat(plaats, pad, tekst, markdown.parse(tekst, f"{pad.name}.md"), {})


def _pad(plaats: Werkplaats, soort: str, plan: Plan) -> Path:
    """Where a product is, without its suffix."""
    return plaats.mappen.uit / plan.slug / voorstel.stam(soort, plan.slug, plan.jaar)


def bronnen(gelezen: Ingelezen) -> Bronnen:
    """What a plan is made from, its figures calculated."""
    cijfers = tabel.bereken(gelezen.kader, gelezen.cijfers, gelezen.referentie)
    return Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, cijfers)


def _vindbaar(document: Document, gegevens: Kaart) -> Document:
    """The document with what a catalogue wants to know of it."""
    return replace(document, meta=replace(document.meta, properties=owms.eigenschappen(gegevens)))


def _in_elk_formaat(
    plaats: Werkplaats, pad: Path, tekst: str, document: Document, platen: Mapping[str, Picture]
) -> dict[Path, bytes]:
    """One document in every format; ``pad`` is where, without a suffix, and ``tekst`` its Markdown."""
    ook: dict[Path, bytes] = {}
    if "pdf" in plaats.opties.formaten:
        ook[pad.with_suffix(".pdf")] = pdf.write(plaats, document, platen)
    return {
        pad.with_suffix(".docx"): word.write(plaats, document, platen, f"{pad.name}.docx"),
        pad.with_suffix(".html"): html.write(document, platen, plaats.huisstijl),
        **ook,
        pad.with_suffix(".md"): tekst.encode(),
    }
