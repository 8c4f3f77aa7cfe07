"""From what was read to the files of a product, all in memory. The heavy rooms are opened here and not before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from gebiedsplan import cijferwerkmap, herkomst, markdown, templates
from gebiedsplan.build import afdruk
from gebiedsplan.build.documenten import pdf, tekeningen, word
from gebiedsplan.build.documenten.kaart import kaart
from gebiedsplan.build.model import PDF, Mappen
from gebiedsplan.build.stand import Tekening
from gebiedsplan.build.werkplaats import Werkplaats
from gebiedsplan.cijfers import tabel
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.document import Document, Picture
from gebiedsplan.huisstijl.model import Huisstijl
from gebiedsplan.inlezen import Ingelezen
from gebiedsplan.plan import voorstel
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.in_het_kort import in_het_kort
from gebiedsplan.plan.kortmodel import InHetKort
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan
from gebiedsplan.plan.overzichtmodel import Vermelding
from gebiedsplan.plan.vermelding import vermelding
from gebiedsplan.plan.voorstelmodel import Voorstel
from gebiedsplan.publicatie import diwoo, owms
from gebiedsplan.publicatie.model import Kaart
from gebiedsplan.werkmap import schrijven
from gebiedsplan.writers import html

# The format in which papers go with a voorstel.
_BIJLAGE = ".docx"
_KORT = "in_het_kort.md.j2"
_PUNTEN_DIE_NIEMAND_ZIET = 10

_laatste: tuple[str, Cijfers] | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """The files of a product, what is remembered of its drawings, and of the plan it is about if it is about one."""

    bestanden: Mapping[Path, bytes]
    vermelding: Vermelding | None
    tekeningen: Mapping[str, Tekening]


def van_plan(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
    """The plan in every format, and its charts. A plan that has been decided gets its Woo record."""
    van = bronnen(gelezen)
    return _plan(plaats, gelezen, maak_plan(van), van)


def webpagina(plaats: Werkplaats, gelezen: Ingelezen) -> bytes:
    """Only the web page of the plan, the same as ``van_plan`` makes."""
    from gebiedsplan import figures

    plan = maak_plan(bronnen(gelezen))
    _, document, _ = beschreven(plaats, gelezen, plan)
    grof = _grof(plaats.huisstijl)
    platen = {g.basis.id: figures.draw(g, grof) for g in plan.grafieken()}
    return html.write(document, platen, plaats.huisstijl)


def alleen_tekst(mappen: Mappen, gelezen: Ingelezen) -> tuple[Document, ...]:
    """What there is to read, without drawings: the plan, and of a gemeente also its voorstel and the letter."""
    van = bronnen(gelezen)
    plan = maak_plan(van)
    teksten = {
        voorstel.GEBIEDSPLAN: templates.render("gebiedsplan.md.j2", mappen.sjablonen, plan=plan),
        voorstel.IN_HET_KORT: templates.render(_KORT, mappen.sjablonen, kort=in_het_kort(plan, van)),
    }
    if gelezen.kader.gemeente(gelezen.gebied) == gelezen.gebied or gelezen.eigen.eigen_voorstel:
        stuk = voorstel.voorstel(plan, van, _BIJLAGE)
        teksten |= _teksten_van(stuk, mappen.sjablonen, met_herkomst=False)
    return tuple(markdown.parse(tekst, f"{voorstel.stam(s, plan.slug, plan.jaar)}.md") for s, tekst in teksten.items())


def van_voorstel(plaats: Werkplaats, gelezen: Ingelezen) -> Product:
    """All that the bestuur needs: the voorstel, the raadsinformatiebrief, the besluitenlijst, and the plan itself.

    The plan is made again with it, so that what the voorstel says of it and sends along is the same plan.
    """
    van = bronnen(gelezen)
    plan = maak_plan(van)
    stuk = voorstel.voorstel(plan, van, _BIJLAGE)
    sjablonen = plaats.mappen.sjablonen
    bestanden: dict[Path, bytes] = {}
    for soort, tekst in _teksten_van(stuk, sjablonen, met_herkomst=True).items():
        bestanden |= _brief(plaats, soort, plan, tekst)
    lijst = templates.render("besluitenlijst.txt.j2", sjablonen, lijst=stuk.besluitenlijst)
    bestanden[_pad(plaats, voorstel.BESLUITENLIJST, plan).with_suffix(".txt")] = lijst.encode()
    zelf = _plan(plaats, gelezen, plan, van)
    return replace(zelf, bestanden={**bestanden, **zelf.bestanden})


def _teksten_van(stuk: Voorstel, sjablonen: tuple[Path, ...], *, met_herkomst: bool) -> dict[str, str]:
    """The Markdown of a voorstel and of the letter with it, by kind."""

    def tekst(sjabloon: str, **namen: object) -> str:
        return templates.render(sjabloon, sjablonen, met_herkomst=met_herkomst, **namen)

    teksten = {stuk.soort: tekst("collegevoorstel.md.j2", voorstel=stuk)}
    if stuk.brief:
        teksten[voorstel.RAADSBRIEF] = tekst("raadsinformatiebrief.md.j2", brief=stuk.brief)
    return teksten


def _plan(plaats: Werkplaats, gelezen: Ingelezen, plan: Plan, van: Bronnen) -> Product:
    pad = _pad(plaats, voorstel.GEBIEDSPLAN, plan)
    tekst, document, gegevens = beschreven(plaats, gelezen, plan)
    cijfers = pad.with_name(plan.cijferbestand)
    figuren = plaats.mappen.figuren / plan.slug / str(plan.jaar)
    kort = in_het_kort(plan, van)
    platen, onthouden = tekeningen.teken(plaats, figuren, (*plan.grafieken(), *kort.grafieken))
    bestanden = {
        **in_elk_formaat(plaats, pad, tekst, document, platen),
        **_kort(plaats, plan, kort, platen),
        cijfers: schrijven.write(cijferwerkmap.werkboek(plan, van)),
        **({pad.with_suffix(".diwoo.xml"): diwoo.schrijf(gegevens)} if gegevens.vastgesteld else {}),
        **tekeningen.bestanden(figuren, platen),
    }
    return Product(bestanden, vermelding(plan, van, sha256(tekst.encode()).hexdigest()), onthouden)


def _kort(plaats: Werkplaats, plan: Plan, kort: InHetKort, platen: Mapping[str, Picture]) -> dict[Path, bytes]:
    """The plan on one page."""
    pad = _pad(plaats, voorstel.IN_HET_KORT, plan)
    tekst = templates.render(_KORT, plaats.mappen.sjablonen, met_herkomst=True, kort=kort)
    return in_elk_formaat(plaats, pad, templates.zonder_herkomst(tekst), _document(tekst, pad, plan), platen)


def beschreven(plaats: Werkplaats, gelezen: Ingelezen, plan: Plan) -> tuple[str, Document, Kaart]:
    """The plan as Markdown, as a document that a catalogue can find, and its card."""
    tekst = templates.render("gebiedsplan.md.j2", plaats.mappen.sjablonen, met_herkomst=True, plan=plan)
    document = _document(tekst, _pad(plaats, voorstel.GEBIEDSPLAN, plan), plan)
    gegevens = kaart(gelezen, document.meta)
    return templates.zonder_herkomst(tekst), _vindbaar(document, gegevens), gegevens


def _document(tekst: str, pad: Path, plan: Plan) -> Document:
    """A document that knows of which plan it is."""
    document = markdown.parse(tekst, f"{pad.name}.md")
    return replace(document, meta=replace(document.meta, made_from=herkomst.naam_van_plan(plan.slug, plan.jaar)))


def _grof(huisstijl: Huisstijl) -> Huisstijl:
    """The style with few dots: on the web a drawing has none, and making them is most of the drawing."""
    return replace(huisstijl, grafieken=replace(huisstijl.grafieken, punten_per_inch=_PUNTEN_DIE_NIEMAND_ZIET))


def _brief(plaats: Werkplaats, soort: str, plan: Plan, tekst: str) -> dict[Path, bytes]:
    """A paper of a few pages, without charts."""
    pad = _pad(plaats, soort, plan)
    return in_elk_formaat(plaats, pad, templates.zonder_herkomst(tekst), _document(tekst, pad, plan), {})


def _pad(plaats: Werkplaats, soort: str, plan: Plan) -> Path:
    """Where a product is, without its suffix."""
    return plaats.mappen.uit / plan.slug / voorstel.stam(soort, plan.slug, plan.jaar)


def bronnen(gelezen: Ingelezen) -> Bronnen:
    """What a plan is made from, its figures calculated."""
    return Bronnen(gelezen.kader, gelezen.gebied, gelezen.eigen, gelezen.delen, gelezen.vorige, _cijfers(gelezen))


def _cijfers(gelezen: Ingelezen) -> Cijfers:
    """The table of all figures. Plans of one year share it, so the last one is remembered with what it is made of."""
    global _laatste
    invoer = (gelezen.kader, gelezen.cijfers, gelezen.referentie, gelezen.patroon)
    # By fingerprint: the same words from another cell are equal, and not the same.
    som = afdruk.van(*invoer)
    if _laatste is None or _laatste[0] != som:
        _laatste = som, tabel.bereken(*invoer)
    return _laatste[1]


def _vindbaar(document: Document, gegevens: Kaart) -> Document:
    """The document with what a catalogue wants to know of it."""
    return replace(document, meta=replace(document.meta, properties=owms.eigenschappen(gegevens)))


def in_elk_formaat(
    plaats: Werkplaats, pad: Path, tekst: str, document: Document, platen: Mapping[str, Picture]
) -> dict[Path, bytes]:
    """One document in every format; ``pad`` is where, without a suffix, and ``tekst`` its Markdown."""
    ook: dict[Path, bytes] = {}
    if PDF in plaats.opties.formaten:
        ook[pad.with_suffix(".pdf")] = pdf.write(plaats, document, platen)
    return {
        pad.with_suffix(".docx"): word.write(plaats, document, platen, f"{pad.name}.docx"),
        pad.with_suffix(".html"): html.write(document, platen, plaats.huisstijl),
        **ook,
        pad.with_suffix(".md"): tekst.encode(),
    }
