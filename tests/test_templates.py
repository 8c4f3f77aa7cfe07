"""From a plan to Markdown: what a cell says stays what it is, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import pytest
from conftest import WORTEL
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from jinja2 import meta

from gebiedsplan import inlezen, markdown, templates
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.document import (
    Block,
    Document,
    Emph,
    Field,
    Fields,
    Figure,
    Heading,
    Inline,
    List,
    Note,
    Paragraph,
    Ref,
    Strong,
    Table,
    Text,
    plain_text,
    walk,
)
from gebiedsplan.kader.model import Begrip
from gebiedsplan.plan import opbouw
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Opmaak, Plan

SJABLOON = "gebiedsplan.md.j2"
SJABLONEN = WORTEL / "templates"
VOORAF = """---
titel: {{ plan.voorblad.titel | citaat }}
ondertitel: {{ plan.voorblad.ondertitel | citaat }}
opsteller: {{ plan.voorblad.opsteller | citaat }}
datum: "2026-11-03"
status: ""
versie: ""
onderwerp: ""
trefwoorden: []
voorblad: []
---

"""
IN_ALINEA = "{{ plan.naam }}\n"
IN_KOP = "# {{ plan.naam }} {: #kop }\n"
IN_LIJST = "- {{ plan.naam }}\n"
IN_VELD = "{{ plan.naam }}\n:   {{ plan.naam }}\n"
IN_TABEL = """/// tabel | tabel-een
    bron: {{ plan.naam | citaat_opmaak }}

{{ plan.naam }}

| {{ plan.naam }} | b |
|---|---|
| {{ plan.naam }} | c |
///
"""
IN_FIGUUR = """/// figuur | figuur-een
    alt: {{ plan.naam | citaat }}
    bron: "Bron"

Bijschrift

| a | b |
|---|---|
| c | d |
///
"""


@pytest.fixture(scope="module")
def plannen() -> Mapping[str, Plan]:
    lezer = inlezen.Lezer(WORTEL / "gebieden")

    def plan(slug: str) -> Plan:
        g = lezer.lees(slug, 2027)
        cijfers = bereken(g.kader, g.cijfers, g.referentie)
        return opbouw.plan(Bronnen(g.kader, g.gebied, g.eigen, g.delen, g.vorige, cijfers))

    return {slug: plan(slug) for slug in ("uitgeest", "bergen", "egmond")}


@pytest.fixture(scope="module")
def plan(plannen: Mapping[str, Plan]) -> Plan:
    return plannen["uitgeest"]


Lezer = Callable[..., Document]


@pytest.fixture(scope="module")
def lees(tmp_path_factory: pytest.TempPathFactory, plan: Plan) -> Lezer:
    """Renders a template of one's own, with some fields of the plan changed, and reads what it wrote."""
    map_ = tmp_path_factory.mktemp("sjablonen")

    def lees_(sjabloon: str, titel: str = "Titel", opsteller: str = "", **velden: Any) -> Document:
        (map_ / "gebiedsplan.md.j2").write_text(VOORAF + sjabloon, "utf-8", newline="")
        voorblad = replace(plan.voorblad, titel=titel, opsteller=opsteller)
        return markdown.parse(
            templates.render(SJABLOON, (map_,), plan=replace(plan, voorblad=voorblad, **velden)), "plan.md"
        )

    return lees_


def op_papier(tekst: str) -> str:
    """What of a text can stand on paper: white space as one space, but for hard spaces between words."""
    zichtbaar = "".join(teken for teken in tekst if teken.isspace() or (teken >= " " and not _leeg(teken)))
    return re.sub(r"[^\S\u00a0\u202f]+", " ", zichtbaar).strip()


def _leeg(teken: str) -> bool:
    return "\x7f" <= teken <= "\x9f" or "\ud800" <= teken <= "\udfff" or teken in "\ufffe\uffff"


# -- what a cell says comes back


TEKSTEN = st.text(
    st.one_of(st.sampled_from("#*_-+|/\\`[](){}<>&;:!^~='\" \n\t\u00a01.a"), st.characters()), max_size=40
)
LASTIG = (
    "{{ 7*7 }}",
    "{% raw %}",
    "# kop",
    "\u00a0/// tabel | x",
    "/// let-op | x",
    "///",
    "a | b | c",
    "![beeld](http://voorbeeld.nl/a.png)",
    "[klik](http://voorbeeld.nl)",
    "[klik](#kop)",
    "<b>vet</b> &amp; <!-- niets -->",
    "*schuin* **vet** __vet__ `code`",
    "{: #anker .klasse }",
    "12. eerste",
    "- punt",
    ":   uitleg",
    "---",
    "> citaat",
    "einde\\",
    "\\# al ontsnapt",
    "regel een\nregel twee\u2028drie",
    "€\u00a012.500",
    "a\x07b\x7fc",
)


def met_voorbeelden(test: Callable[..., None]) -> Callable[..., None]:
    for tekst in LASTIG:
        test = example(tekst=tekst)(test)
    return settings(max_examples=80, deadline=None)(given(tekst=TEKSTEN)(test))


@met_voorbeelden
def test_a_paragraph_says_what_the_cell_says(lees: Lezer, tekst: str) -> None:
    verwacht = op_papier(tekst)

    blokken = lees(IN_ALINEA, naam=tekst).blocks

    assert blokken == ((alinea(verwacht),) if verwacht else ())


@met_voorbeelden
def test_a_heading_a_list_and_a_field_say_what_the_cell_says(lees: Lezer, tekst: str) -> None:
    assume(verwacht := op_papier(tekst))

    kop, lijst, velden = lees(f"{IN_KOP}\n{IN_LIJST}\n{IN_VELD}", naam=tekst).blocks

    woorden = alinea(verwacht)
    assert isinstance(kop, Heading)
    assert (kop.children, kop.id) == (woorden.children, "kop")
    assert lijst == List(((woorden,),))
    assert velden == Fields((Field(woorden.children, (woorden,)),))


@met_voorbeelden
def test_a_table_says_what_the_cell_says(lees: Lezer, tekst: str) -> None:
    assume(verwacht := op_papier(tekst))

    (tabel,) = lees(IN_TABEL, naam=tekst).blocks

    woorden = (Text(verwacht),)
    assert isinstance(tabel, Table)
    assert (tabel.caption, tabel.source) == (woorden, woorden)
    assert (tabel.grid.columns[0].header, len(tabel.grid.columns)) == (woorden, 2)
    assert tabel.grid.rows == ((woorden, (Text("c"),)),)


@met_voorbeelden
def test_alt_text_and_front_page_say_what_the_cell_says(lees: Lezer, tekst: str) -> None:
    assume(verwacht := op_papier(tekst))

    document = lees(IN_FIGUUR, titel=tekst, opsteller=tekst, naam=tekst)

    (figuur,) = document.blocks
    assert isinstance(figuur, Figure)
    assert figuur.alt == verwacht
    assert document.meta.title == verwacht
    assert document.meta.author == verwacht


def test_a_cell_is_never_a_template(lees: Lezer) -> None:
    tekst = "{{ 7*7 }} {% for x in y %} {# weg #}"

    document = lees("{{ plan.naam }}\n\n{{ plan.inleiding[0] }}\n", naam=tekst, inleiding=(Opmaak(tekst),))

    assert document.blocks == (alinea(tekst), alinea(tekst))


# -- what an adviser may write


def opgemaakt(lees: Lezer, tekst: str) -> tuple[Block, ...]:
    """The blocks of a text of an adviser, with blocks of the template around it."""
    sjabloon = "# Kop {: #kop }\n\n{{ plan.inleiding[0] }}\n\nErna\n"
    voor, *midden, na = lees(sjabloon, inleiding=(Opmaak(tekst),)).blocks
    assert isinstance(voor, Heading)
    assert na == Paragraph((Text("Erna"),))
    return tuple(midden)


def alinea(*woorden: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(w) if isinstance(w, str) else w for w in woorden))


def test_an_adviser_may_write_emphasis_lists_and_paragraphs(lees: Lezer) -> None:
    tekst = "Eén *schuin* en **vet**.\n\n- punt\n- nog een\n\n1. eerst\n2. dan\n\nZie [de kop](#kop)."

    assert opgemaakt(lees, tekst) == (
        alinea("Eén ", Emph((Text("schuin"),)), " en ", Strong((Text("vet"),)), "."),
        List(((alinea("punt"),), (alinea("nog een"),))),
        List(((alinea("eerst"),), (alinea("dan"),)), ordered=True),
        alinea("Zie ", Ref("kop", (Text("de kop"),)), "."),
    )


@pytest.mark.parametrize(
    "tekst",
    [
        "# Kop",
        "   ## Kop {: #x }",
        "Kop\n===",
        "Kop\n---",
        "| a | b |\n|---|---|\n| c | d |",
        "<script>alert(1)</script>",
        "a <b>vet</b> &amp; &#233;",
        "![beeld](http://voorbeeld.nl/a.png)",
        "[klik](http://voorbeeld.nl)",
        "[klik](javascript:alert(1))",
        "[klik [hier]](http://voorbeeld.nl)",
        "[klik\nhier](http://voorbeeld.nl)",
        "[klik](/elders)",
        "<http://voorbeeld.nl>",
        "/// let-op | x\ntekst\n///",
        "   ///",
        "\x01/// let-op | x",
        "\x01# Kop",
        "{: .lead }",
        "tekst {: #anker }",
        "{{ 7*7 }}",
        "`code` en ~~weg~~ en ^op^",
        "> citaat",
        "Naam\n:   uitleg",
        "***",
        "- - -",
        "[a]: http://voorbeeld.nl",
    ],
)
def test_the_rest_an_adviser_writes_is_words(lees: Lezer, tekst: str) -> None:
    blokken = opgemaakt(lees, tekst)

    zichtbaar = re.sub(r"\s+", " ", tekst.replace("\x01", "")).strip()
    if zichtbaar == "- - -":
        assert all(isinstance(blok, List | Paragraph) for blok in walk(blokken))
    else:
        assert [type(blok) for blok in blokken] == [Paragraph]
        assert [type(woord) for blok in blokken if isinstance(blok, Paragraph) for woord in blok.children] == [Text]
        assert "".join(plain_text(b.children) for b in blokken if isinstance(b, Paragraph)) == zichtbaar


@settings(max_examples=100, deadline=None)
@given(
    regels=st.lists(st.text(st.sampled_from("#*_-+|/\\`[](){}<>&:!^~=1. abx\x01\u00a0\u2028"), max_size=14), max_size=5)
)
def test_nothing_an_adviser_writes_leaves_its_place(lees: Lezer, regels: list[str]) -> None:
    tekst = "\n".join(regels)
    # A reference to a place in the plan is let through, and there it has to be.
    assume(not re.search(r"\]\(#[\w-]+\)", tekst))

    blokken = opgemaakt(lees, tekst)

    assert all(isinstance(blok, Paragraph | List) for blok in walk(blokken))
    assert "Link(" not in repr(blokken)


# -- templates that are wrong


def fout_in(map_: Path, plan: Plan, **bestanden: str) -> Bevinding:
    """The one finding about templates with this content."""
    for naam, inhoud in bestanden.items():
        (map_ / f"{naam}.md.j2").write_text(inhoud, "utf-8")
    with pytest.raises(GebiedsplanFout) as gevonden:
        templates.render(SJABLOON, (map_,), plan=plan)
    (bevinding,) = gevonden.value.bevindingen
    assert bevinding.code == "sjabloon-fout"
    return bevinding


@pytest.mark.parametrize(
    ("regel", "woord"),
    [
        ("{{ plan.bestaat_niet }}", "bestaat_niet"),
        ("{{ plann.naam }}", "plann"),
        ("{% if plan %}", "endif"),
        ("{{ plan.naam | onbekend }}", "onbekend"),
        ("{{ plan.naam ", ""),
        ("{% include 'weg.md.j2' %}", "weg.md.j2"),
        ("{{ plan.naam + 1 }}", "str"),
        ("{{ 1 // 0 }}", "zero"),
        ("{{ plan.jaar | opsomming }}", "int"),
        ("{{ plan.jaar | hoofdletter }}", "int"),
    ],
)
def test_a_fault_in_a_template_says_where(tmp_path: Path, plan: Plan, regel: str, woord: str) -> None:
    bevinding = fout_in(tmp_path, plan, gebiedsplan="een\n{% include '_deel.md.j2' %}", _deel=f"twee\n\n{regel}\n")

    assert woord in bevinding.tekst
    if "include" not in regel:
        assert Path(bevinding.plek.bestand).name == "_deel.md.j2"
        # A block that is not closed is noticed where the file ends.
        assert bevinding.plek.regel in ((3, 4) if "if" in regel else (3,))


def test_a_folder_without_templates_is_a_finding(tmp_path: Path, plan: Plan) -> None:
    bevinding = fout_in(tmp_path / "leeg", plan)

    assert bevinding.tekst == "Het sjabloon gebiedsplan.md.j2 is er niet."
    assert "--templates" in bevinding.hulp


# -- the real templates


def test_only_terms_that_are_used_are_explained(tmp_path: Path, plan: Plan) -> None:
    namen = ("Mantelzorg(er)", "CBS", "Wijkteam", "Bakfiets", "aanbod")
    kader = replace(plan.kader, begrippen=tuple(Begrip(naam, "Uitleg.") for naam in namen))
    sjabloon = (
        "{% set t %}Wie mantelzorger is, vraagt de cbs-cijfers. Het aanbod: geen stadsbakfiets.{% endset %}"
        "{% for b in t | begrippen_in(plan.kader.begrippen) %}{{ b.naam }};{% endfor %}"
    )
    (tmp_path / "gebiedsplan.md.j2").write_text(sjabloon, "utf-8")

    assert templates.render(SJABLOON, (tmp_path,), plan=replace(plan, kader=kader)) == "aanbod;CBS;Mantelzorg(er);\n"


def test_the_glossary_of_a_real_plan_is_of_that_plan(plan: Plan) -> None:
    namen = {begrip.naam for begrip in plan.kader.begrippen}
    verzonnen = Begrip("Zeppelinhaven", "Uitleg.")
    met = replace(plan, kader=replace(plan.kader, begrippen=(*plan.kader.begrippen, verzonnen)))

    tekst, begrippen = templates.render(SJABLOON, (SJABLONEN,), plan=met).split("# Begrippen {: #begrippen")

    uitgelegd = set(re.findall(r"^(.+)\n:   ", begrippen, re.MULTILINE))
    assert uitgelegd <= namen
    assert uitgelegd
    for naam in uitgelegd:
        assert naam.split("(")[0].strip().casefold() in tekst.casefold()


def test_every_area_has_the_same_chapters_and_every_table_and_chart(plannen: Mapping[str, Plan]) -> None:
    def gelezen(plan: Plan) -> Document:
        return markdown.parse(templates.render(SJABLOON, (SJABLONEN,), plan=plan), "plan.md")

    documenten = {slug: gelezen(plan) for slug, plan in plannen.items()}

    hoofdstukken = {
        tuple(b.id for b in document.blocks if isinstance(b, Heading) and b.level == 1)
        for document in documenten.values()
    }
    assert len(hoofdstukken) == 1
    for slug, document in documenten.items():
        figuren = [blok.id for blok in walk(document.blocks) if isinstance(blok, Figure)]
        assert sorted(figuren) == sorted(g.basis.id for g in plannen[slug].grafieken())
        assert sum(isinstance(blok, Note) and blok.kind == "request" for blok in document.blocks) == 1


def test_the_same_plan_gives_the_same_text(plannen: Mapping[str, Plan]) -> None:
    eerste, tweede = (templates.render(SJABLOON, (SJABLONEN,), plan=plannen["bergen"]) for _ in range(2))

    assert eerste == tweede
    assert eerste.endswith("\n")
    assert "\n\n\n" not in eerste


@pytest.mark.parametrize("eigen", [WORTEL, *sorted((WORTEL / "voorbeelden").iterdir())], ids=lambda map_: map_.name)
def test_every_piece_that_a_template_takes_in_is_there(eigen: Path) -> None:
    """Also a piece that only some plans need."""
    lagen = (eigen / "templates", SJABLONEN)
    omgeving = jinja2.Environment(loader=jinja2.FileSystemLoader(lagen), autoescape=True)
    delen = {
        (pad.name, deel)
        for pad in (eigen / "templates").glob("*.j2")
        for deel in meta.find_referenced_templates(omgeving.parse(pad.read_text("utf-8")))
    }
    assert len(delen) > 5
    assert {(pad, deel) for pad, deel in delen if deel not in omgeving.list_templates()} == set()
