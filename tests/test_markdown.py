"""The room ``markdown``: what a template may write, what comes out, and what is a finding."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout
from gebiedsplan.document import (
    Block,
    Column,
    Columns,
    Contents,
    Document,
    Emph,
    Entry,
    Field,
    Fields,
    Figure,
    Grid,
    Heading,
    Link,
    List,
    Meta,
    Note,
    PageBreak,
    Paragraph,
    Ref,
    Strong,
    Table,
    Text,
    Thumbnail,
    plain_text,
    walk,
)
from gebiedsplan.markdown import parse

VOORAF = """---
titel: "Gebiedsplan Voorbeeld: 2027"
ondertitel: "Voorstel aan het college"
opsteller: Team Voorbeeld
datum: 2026-11-03
status: concept
versie: 0.10
onderwerp: ""
trefwoorden: [gebiedsplan, voorbeeld]
voorblad:
  - [Planjaar, 2027]
  - ["Zaak", "Z: 1"]
---
"""
REGELS_VOORAF = VOORAF.count("\n")


def lees(tekst: str) -> tuple[Block, ...]:
    return parse(VOORAF + tekst, "plan.md.j2").blocks


def eerste(tekst: str) -> Block:
    return lees(tekst)[0]


def bevindingen(tekst: str, vooraf: str = VOORAF) -> tuple[Bevinding, ...]:
    with pytest.raises(GebiedsplanFout) as fout:
        parse(vooraf + tekst, "plan.md.j2")
    return fout.value.bevindingen


def enige(tekst: str) -> Bevinding:
    (bevinding,) = bevindingen(tekst)
    return bevinding


def woorden(tekst: str) -> Paragraph:
    return Paragraph((Text(tekst),))


def koppen(tekst: str) -> list[tuple[str, str, bool]]:
    return [(b.number, plain_text(b.children), b.plain) for b in lees(tekst) if isinstance(b, Heading)]


# -- gegevens bovenaan


def test_front_matter_is_kept_as_it_is_written() -> None:
    document = parse(VOORAF, "plan.md.j2")

    assert document == Document(
        Meta(
            title="Gebiedsplan Voorbeeld: 2027",
            subtitle="Voorstel aan het college",
            author="Team Voorbeeld",
            date="2026-11-03",
            status="concept",
            version="0.10",
            subject="",
            keywords=("gebiedsplan", "voorbeeld"),
            front=(("Planjaar", "2027"), ("Zaak", "Z: 1")),
        ),
        (),
    )


def test_a_text_without_title_page_says_so() -> None:
    assert parse(VOORAF, "x").meta.title_page
    assert not parse(VOORAF.replace("\nversie:", "\ntitelpagina: nee\nversie:"), "x").meta.title_page
    (bevinding,) = bevindingen("", VOORAF.replace("\nversie:", "\ntitelpagina: misschien\nversie:"))
    assert (bevinding.plek.sleutel, bevinding.tekst) == ("titelpagina", "“titelpagina” is geen ja of nee.")


def test_front_matter_is_plain_text_and_not_markdown() -> None:
    vooraf = VOORAF.replace('ondertitel: "Voorstel aan het college"', r'ondertitel: "\u0026 *a* <b> \\_"')

    assert parse(vooraf, "x").meta.subtitle == r"& *a* <b> \_"


@pytest.mark.parametrize("sleutel", re.findall(r"^(\w+):", VOORAF, re.MULTILINE))
def test_every_front_matter_key_is_missed(sleutel: str) -> None:
    vooraf = VOORAF.replace(f"\n{sleutel}:", f"\nx-{sleutel}:")

    (bevinding,) = bevindingen("", vooraf)

    assert bevinding.code == "sjabloon-fout"
    assert bevinding.plek.sleutel == sleutel
    assert "ontbreekt" in bevinding.tekst


@pytest.mark.parametrize(
    ("goed", "fout", "sleutel"),
    [
        ("2026-11-03", "3 november", "datum"),
        ("2026-11-03", "2026-02-30", "datum"),
        ("[gebiedsplan, voorbeeld]", "gebiedsplan", "trefwoorden"),
        ("- [Planjaar, 2027]", "- [Planjaar]", "voorblad"),
        ("concept", "[concept]", "status"),
    ],
)
def test_front_matter_of_the_wrong_kind_is_a_finding(goed: str, fout: str, sleutel: str) -> None:
    (bevinding,) = bevindingen("", VOORAF.replace(goed, fout))

    assert bevinding.plek.sleutel == sleutel


def test_front_matter_that_is_not_there_or_not_yaml_is_a_finding_with_its_line() -> None:
    (geen,) = bevindingen("Tekst\n", "")
    (geen_yaml,) = bevindingen("", VOORAF.replace("opsteller: Team", "opsteller: [Team"))

    assert geen.plek.regel == 1
    assert "tojson" in geen_yaml.hulp
    assert geen_yaml.plek.regel > 1


# -- woorden en alinea's


def test_words_become_inlines() -> None:
    assert eerste(
        "Wel **heel** *mooi*, zie [de site](https://a.nl/?a=1&amp;b=x\\_y) en [mail](mailto:a@b.nl)."
    ) == Paragraph(
        (
            Text("Wel "),
            Strong((Text("heel"),)),
            Text(" "),
            Emph((Text("mooi"),)),
            Text(", zie "),
            Link((Text("de site"),), "https://a.nl/?a=1&b=x_y"),
            Text(" en "),
            Link((Text("mail"),), "mailto:a@b.nl"),
            Text("."),
        )
    )


@pytest.mark.parametrize(
    "adres", ["heiloo/gebiedsplan-heiloo-2027.html#speerpunt-heiloo-h1", "gebiedsplan-heiloo-2027-cijfers.xlsx"]
)
def test_a_link_to_a_file_of_a_product_is_a_link(adres: str) -> None:
    assert eerste(f"Lees [het plan]({adres}).") == Paragraph(
        (Text("Lees "), Link((Text("het plan"),), adres), Text("."))
    )


def test_a_thumbnail_is_a_picture_with_an_alt_text() -> None:
    blok = '/// miniatuur | klein-heiloo\n    alt: "Heiloo: één cijfer gunstiger."\n///\n'
    assert eerste(blok) == Thumbnail("klein-heiloo", "Heiloo: één cijfer gunstiger.")


def test_a_thumbnail_without_alt_text_or_with_words_is_a_finding() -> None:
    zonder, met = bevindingen("/// miniatuur | a\n///\n\n/// miniatuur | b\n    alt: x\n\nWoorden.\n///\n")
    assert "ontbreekt de alt-tekst" in zonder.tekst
    assert "blijft leeg" in met.tekst


@pytest.mark.parametrize(
    "adres",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "file:///etc",
        "a.exe",
        "../a/b.html",
        "/a/b.html",
        "a/b.exe",
        "//a/b.html",
    ],
)
def test_a_link_to_elsewhere_keeps_only_its_words(adres: str) -> None:
    assert eerste(f"Zie [dit]({adres}).") == woorden("Zie dit.")


@pytest.mark.parametrize(
    "tekst",
    [
        "Dijk & Waard / 't Zand <Noord>",
        "<script>alert(1)</script> <b onclick=x>b</b> <!-- c --> <br>",
        "<div>x</div>",
        "![alt](https://a.nl/x.png) ![alt][ref]",
        "<https://a.nl> <a@b.nl> https://a.nl",
        "[ref] [a][ref] [ref]: https://a.nl",
        "&copy; &nbsp; &eacute; &#0; &#x2; &#xD800; & &; AT&T",
        "`code` ~~door~~ ^^op^^ ==geel== H~2~O",
        "snake_case_naam 2 * 3 * 4 \"recht\" 'recht' -- ... (c)",
        "#hashtag {geen: attribuut} {% geen jinja %} a / b // c",
        "> geen citaat",
        "---",
        "[^1] en *[BUCH] en [[wiki]]",
        "\\a \\1 C:\\map",
    ],
)
def test_other_markup_comes_out_as_the_characters_it_is_written_with(tekst: str) -> None:
    assert eerste(tekst + "\n") == woorden(tekst)


def test_character_references_are_characters_and_never_markup() -> None:
    assert eerste("Dijk &amp; Waard &lt;b&gt; &quot;x&quot; &#42;y&#x2A; \\&amp;") == woorden(
        'Dijk & Waard <b> "x" *y* &amp;'
    )


def test_every_punctuation_character_can_be_escaped() -> None:
    leestekens = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

    assert eerste("x" + "".join("\\" + teken for teken in leestekens)) == woorden("x" + leestekens)


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    assert eerste("a\x00b\x02klzzwxh:0000\x03c\x1fd\ufffee\ud800f") == woorden("abklzzwxh:0000cdef")


def test_line_ends_become_spaces_and_a_no_break_space_stays() -> None:
    assert eerste("een\r\ntwee  \ndrie\u00a0%") == woorden("een twee drie\u00a0%")


def test_a_paragraph_can_be_the_lead() -> None:
    assert lees("Het *gaat* goed.\n{: .lead }\n\nNiet \\{: .lead }") == (
        Paragraph((Text("Het "), Emph((Text("gaat"),)), Text(" goed.")), role="lead"),
        woorden("Niet {: .lead }"),
    )
    assert lees("{: .lead }") == ()


def test_an_unknown_paragraph_class_is_a_finding() -> None:
    bevinding = enige("Een\n\nTekst\n{: .leadd }\n")

    assert bevinding.plek.regel == REGELS_VOORAF + 4
    assert bevinding.hulp == "Bedoelt u “lead”?"


# -- lijsten en velden


def test_lists_nest_and_may_follow_their_introduction() -> None:
    assert lees("Twee dingen:\n- een\n- twee\n    1. eerst\n    2. dan\n1. los\n") == (
        woorden("Twee dingen:"),
        List(
            (
                (woorden("een"),),
                (woorden("twee"), List(((woorden("eerst"),), (woorden("dan"),)), ordered=True)),
            )
        ),
        List(((woorden("los"),),), ordered=True),
    )


def test_a_sentence_that_breaks_before_a_year_is_no_list() -> None:
    assert eerste("Dit geldt tot en met\n2030. Daarna niet.") == woorden("Dit geldt tot en met 2030. Daarna niet.")


def test_a_list_item_may_hold_paragraphs() -> None:
    assert eerste("- een\n\n    meer\n\n- twee\n") == List(((woorden("een"), woorden("meer")), (woorden("twee"),)))


@pytest.mark.parametrize(("twee", "drie"), [("  ", "    "), ("   ", "      "), ("    ", "        ")])
def test_a_list_in_a_list_may_be_indented_by_two_spaces_or_more(twee: str, drie: str) -> None:
    assert lees(f"- een\n{twee}- twee\n{drie}- drie\n\n{drie}  bij drie\n{twee}- weer twee\n - weer een\n\nLos\n") == (
        List(
            (
                (
                    woorden("een"),
                    List(
                        (
                            (woorden("twee"), List(((woorden("drie"), woorden("bij drie")),))),
                            (woorden("weer twee"),),
                        )
                    ),
                ),
                (woorden("weer een"),),
            )
        ),
        woorden("Los"),
    )


def test_far_too_many_layers_is_a_finding_and_no_crash() -> None:
    assert "lagen" in enige("- " * 3000 + "x").tekst


def test_an_empty_item_and_an_empty_field_still_hold_a_paragraph() -> None:
    leeg = (Paragraph(()),)

    assert lees("- een\n- \n\nTerm\n:   \n") == (
        List(((woorden("een"),), leeg)),
        Fields((Field((Text("Term"),), leeg),)),
    )


@pytest.mark.parametrize("tussen", ["", "\n"])
def test_definition_lists_become_fields(tussen: str) -> None:
    assert eerste(
        f"**Doel**groep\n:   Ouderen\n\n    En *mantelzorgers*\n{tussen}Thema\n:   - een\n    - twee\n"
    ) == Fields(
        (
            Field(
                (Strong((Text("Doel"),)), Text("groep")),
                (woorden("Ouderen"), Paragraph((Text("En "), Emph((Text("mantelzorgers"),))))),
            ),
            Field((Text("Thema"),), (List(((woorden("een"),), (woorden("twee"),))),)),
        )
    )


# -- koppen


def test_headings_get_numbers_and_appendices_letters() -> None:
    assert koppen(
        "# Vooraf {.ongenummerd}\n## Leeswijzer\n# Een\n## Een een\n### Diep\n## Een twee\n## Los {.ongenummerd}\n"
        "# Twee\n## Twee een\n# Cijfers {#b .bijlage}\n## Tabellen\n# Bronnen {.bijlage}\n# Slot {.ongenummerd}\n"
    ) == [
        ("", "Vooraf", True),
        ("", "Leeswijzer", True),
        ("1", "Een", False),
        ("1.1", "Een een", False),
        ("", "Diep", False),
        ("1.2", "Een twee", False),
        ("", "Los", True),
        ("2", "Twee", False),
        ("2.1", "Twee een", False),
        ("Bijlage A", "Cijfers", False),
        ("A.1", "Tabellen", False),
        ("Bijlage B", "Bronnen", False),
        ("", "Slot", True),
    ]


def test_after_the_first_appendix_every_chapter_is_one_up_to_aa() -> None:
    nummers = [nummer for nummer, _, _ in koppen("# X {.bijlage}\n" + "# Y\n" * 26)]

    assert (nummers[0], nummers[25], nummers[26]) == ("Bijlage A", "Bijlage Z", "Bijlage AA")


def test_ids_are_written_or_made_of_the_words_and_always_unique() -> None:
    tekst = "# Één *plan* & meer\n# Een plan meer\n# Kort {#een-plan-meer-2}\n# {x} {#a.ongenummerd}\n# %\n"

    assert [b.id for b in lees(tekst) if isinstance(b, Heading)] == [
        "een-plan-meer",
        "een-plan-meer-3",
        "een-plan-meer-2",
        "a",
        "kop",
    ]


def test_braces_and_hashes_that_are_words_stay_in_the_heading() -> None:
    assert eerste("# Cursus C# {concept} \\{#x}") == Heading(
        1, (Text("Cursus C# {concept} {#x}"),), "cursus-c-concept-x", number="1"
    )


@pytest.mark.parametrize(
    ("tekst", "regel", "deel"),
    [
        ("# A\n## B\n#### C\n", 3, "niveau 3 over"),
        ("## A\n", 1, "niveau 1 over"),
        ("# A\n## B\n### C\n#### D\n##### E\n", 5, "te diep"),
        ("# A {#x}\n# B {#x}\n", 2, "komt twee keer voor"),
        ("# A {.ongenumerd}\n", 1, "kent geen"),
        ("# A\n## B {.bijlage}\n", 2, "bijlage"),
        ("# \n", 1, "geen woorden"),
    ],
)
def test_wrong_headings_are_findings(tekst: str, regel: int, deel: str) -> None:
    bevinding = enige(tekst)

    assert deel in bevinding.tekst
    assert bevinding.plek.regel == REGELS_VOORAF + regel


# -- blokken

TABEL = """/// tabel | {id}
    bron: "*CBS*, 2024"

Cijfers van [](#k)
op twee regels.

| Gebied | Waarde |
|--------|-------:|
| Heiloo \\| kern | **41** |

| Uitgeest |  |
///
"""
FIGUUR = """/// figuur | {id}
    alt: "Heiloo: 41%, dat is \\"hoog\\" \\\\_ *niet* laag"
    bron: Monitor [](#t)

Het *beeld*.

| Gebied | Waarde |
|---|---|
| Heiloo | 41 |
///
"""


def test_a_table_has_a_caption_a_grid_and_a_source() -> None:
    assert lees("# Kop {#k}\n" + TABEL.format(id="t"))[1] == Table(
        "t",
        (Text("Cijfers van "), Ref("k", (Text("hoofdstuk\N{NO-BREAK SPACE}1"),), "1"), Text(" op twee regels.")),
        Grid(
            (Column((Text("Gebied"),)), Column((Text("Waarde"),), "right")),
            (((Text("Heiloo | kern"),), (Strong((Text("41"),)),)), ((Text("Uitgeest"),), ())),
        ),
        source=(Emph((Text("CBS"),)), Text(", 2024")),
        label="Tabel 1",
    )


def test_a_figure_says_what_it_shows_and_carries_its_data() -> None:
    figuur = lees("# Kop {#k}\n" + FIGUUR.format(id="f") + TABEL.format(id="t"))[1]

    assert figuur == Figure(
        id="f",
        picture="f",
        caption=(Text("Het "), Emph((Text("beeld"),)), Text(".")),
        alt='Heiloo: 41%, dat is "hoog" \\_ *niet* laag',
        source=(Text("Monitor "), Ref("t", (Text("tabel\N{NO-BREAK SPACE}1"),), "1")),
        data=Grid((Column((Text("Gebied"),)), Column((Text("Waarde"),))), (((Text("Heiloo"),), (Text("41"),)),)),
        label="Figuur 1",
    )


def test_a_figure_can_refer_to_its_data() -> None:
    figuur = '/// figuur | f\n    alt: Iets\n    bron: CBS\n    gegevens: "#t"\n\nBeeld.\n///\n'

    gevonden = lees("# Kop {#k}\n" + figuur + TABEL.format(id="t"))[1]

    assert isinstance(gevonden, Figure)
    assert gevonden.data == Ref("t", (Text("tabel\N{NO-BREAK SPACE}1"),), "1")


def test_labels_count_in_reading_order_through_notes_and_columns() -> None:
    tekst = (
        "# Kop {#k}\n"
        + "//// kolommen\n/// kolom\n/// let-op | Kijk\n"
        + TABEL.format(id="t")
        + "///\n///\n/// kolom\n"
        + FIGUUR.format(id="f1")
        + "///\n////\n"
        + TABEL.format(id="t2")
        + FIGUUR.format(id="f2")
    )

    labels = [(b.id, b.label) for b in walk(lees(tekst)) if isinstance(b, Figure | Table)]

    assert labels == [("t", "Tabel 1"), ("f1", "Figuur 1"), ("t2", "Tabel 2"), ("f2", "Figuur 2")]


@pytest.mark.parametrize(("naam", "soort"), [("let-op", "warning"), ("toelichting", "notice"), ("verzoek", "request")])
def test_notes_hold_blocks(naam: str, soort: str) -> None:
    (note,) = lees(f"/// {naam} | Dit *moet* & zo\nEen\n\n- twee\n///\n")

    assert isinstance(note, Note)
    assert note.kind == soort
    assert note.title == (Text("Dit "), Emph((Text("moet"),)), Text(" & zo"))
    assert note.children == (woorden("Een"), List(((woorden("twee"),),)))


def test_columns_stand_beside_each_other() -> None:
    assert eerste("//// kolommen\n\n/// kolom\nLinks\n///\n\n/// kolom\nRechts\n\nMeer\n///\n////\n") == Columns(
        ((woorden("Links"),), (woorden("Rechts"), woorden("Meer")))
    )


def test_contents_lists_chapters_and_sections_and_a_page_break_breaks() -> None:
    blokken = lees(
        "/// inhoud | In dit plan\n///\n/// nieuwe-pagina\n///\n"
        "# Vooraf {.ongenummerd}\n# Een *plan*\n## Doel\n### Diep\n# Cijfers {.bijlage}\n"
    )

    assert blokken[:2] == (
        Contents(
            "In dit plan",
            (
                Entry(1, "1", "Een plan", "een-plan"),
                Entry(2, "1.1", "Doel", "doel"),
                Entry(1, "Bijlage A", "Cijfers", "cijfers"),
            ),
        ),
        PageBreak(),
    )


def test_a_contents_list_can_be_of_figures_or_of_tables() -> None:
    blokken = lees(
        "/// inhoud | Figuren\n    soort: figuren\n///\n/// inhoud | Tabellen\n    soort: tabellen\n///\n# K\n"
        + FIGUUR.format(id="f")
        + TABEL.format(id="t")
    )

    figuren, tabellen = blokken[:2]
    assert isinstance(figuren, Contents)
    assert isinstance(tabellen, Contents)
    assert (figuren.title, figuren.of, tabellen.title, tabellen.of) == ("Figuren", "figures", "Tabellen", "tables")
    assert [(e.level, e.number, e.target, e.page) for e in figuren.entries] == [(1, "Figuur 1", "f", 0)]
    assert [(e.level, e.number, e.target, e.page) for e in tabellen.entries] == [(1, "Tabel 1", "t", 0)]


def test_another_kind_of_contents_list_is_not_known() -> None:
    bevinding = enige("/// inhoud | Figuren\n    soort: figuur\n///\n")

    assert "geen soort “figuur”" in bevinding.tekst
    assert "figuren" in bevinding.hulp


def test_references_without_words_get_the_name_of_their_target() -> None:
    blokken = lees(
        "Zie [](#v), [](#k), [](#p), [](#d), [](#f), [](#t), [](#b), [](#c), [*dit*](#k).\n"
        "# Voor *af* {#v .ongenummerd}\n# K {#k}\n## P {#p}\n### D {#d}\n"
        + FIGUUR.format(id="f")
        + TABEL.format(id="t")
        + "# B {#b .bijlage}\n## C {#c}\n"
    )

    assert isinstance(blokken[0], Paragraph)
    genoemd = plain_text(blokken[0].children)
    assert genoemd.replace("\N{NO-BREAK SPACE}", " ") == (
        "Zie “Voor af”, hoofdstuk 1, paragraaf 1.1, “D”, figuur 1, tabel 1, Bijlage A, paragraaf A.1, dit."
    )
    assert "hoofdstuk\N{NO-BREAK SPACE}1" in genoemd


@pytest.mark.parametrize(
    "tekst",
    [
        "# [](#k) {#k}",
        "- [](#k)\n\n# K {#k}",
        "[](#k)\n:   x\n\n# K {#k}",
        "x\n:   [](#k)\n\n# K {#k}",
        "**vet [](#k)**\n\n# K {#k}",
        "/// let-op | [](#k)\nx\n///\n# K {#k}",
        "/// tabel | t\nB\n\n| [](#k) |\n|---|\n| x |\n///\n# K {#k}",
        "/// tabel | t\nB\n\n| x |\n|---|\n| [](#k) |\n///\n# K {#k}",
    ],
)
def test_references_are_filled_and_checked_wherever_words_stand(tekst: str) -> None:
    assert r"hoofdstuk\xa01" in repr(lees(tekst)) or "[](#k)" in tekst.splitlines()[0][:10]

    bevinding = enige(tekst.replace("(#k)", "(#anders)"))

    assert "#anders" in bevinding.tekst


# -- wat niet klopt


@pytest.mark.parametrize(
    ("tekst", "regel", "deel"),
    [
        ("# K {#kern}\n\nEen\ntwee [](#kerm)\n", 4, "#kerm"),
        ("/// let op | Titel\n///\n", 1, "bestaat niet"),
        ("/// let-op\nx\n///\n", 1, "titel"),
        ("/// kolommen | x\n///\n", 1, "hoort geen tekst"),
        ("/// let-op | Titel\n", 1, "niet gesloten"),
        ("//// kolommen\n/// kolom\nx\n////\n", 2, "niet gesloten"),
        ("x\n\n///\n", 3, "sluit geen blok"),
        ("//// kolommen\nlos\n////\n", 1, "alleen blokken “kolom”"),
        ("/// kolom\nx\n///\n", 1, "niet in een blok “kolommen”"),
        ("/// nieuwe-pagina\nx\n///\n", 1, "leeg"),
        ("Tekst\n\n| a | b |\n|---|---|\n| c | d |\n", 3, "geen bijschrift"),
        ("/// tabel | t\nB\n\n| a | b |\n|---|---|\n| c | d | e |\n///\n", 6, "is 3."),
        ("/// tabel | t\nB\n\n| a | b |\n|---|\n| c | d |\n///\n", 5, "is 1."),
        ("/// tabel | t\n| a |\n|---|\n| c |\n///\n", 1, "bijschrift"),
        ("/// tabel | t\nB\n///\n", 1, "tabel zelf"),
        ("/// tabel\nB\n\n| a |\n|---|\n| c |\n///\n", 1, "id"),
        ("/// tabel | t\n    bon: x\n\nB\n\n| a |\n|---|\n| c |\n///\n", 1, "kent geen “bon”"),
        ("/// tabel | t\nB\n\nC\n\n| a |\n|---|\n| c |\n///\n", 4, "meer dan één alinea"),
        ("/// tabel | t\nB\n\n| a |\n|---|\n| c |\n\nC\n///\n", 1, "meer dan een bijschrift"),
        ('/// tabel | t\n    bron: "x\\_y"\n\nB\n\n| a |\n|---|\n| c |\n///\n', 2, "aanhalingstekens"),
        ("/// figuur | f\n    bron: x\n\nB\n\n| a |\n|---|\n| c |\n///\n", 1, "alt-tekst"),
        ("/// figuur | f\n    alt: x\n\nB\n\n| a |\n|---|\n| c |\n///\n", 1, "de bron"),
        ("/// figuur | f\n    alt: x\n    bron: x\n\nB\n///\n", 1, "tabel met gegevens"),
        ('/// figuur | f\n    alt: x\n    bron: x\n    gegevens: "#weg"\n\nB\n///\n', 1, "#weg"),
        ("/// figuur | f\n    alt: x\n    bron: x\n    gegevens: t\n\nB\n///\n", 1, "geen verwijzing"),
        ("# K {#k}\n/// figuur | f\n    alt: x\n    bron: x\n    gegevens: #k\n\nB\n///\n", 2, "geen tabel"),
    ],
)
def test_what_is_wrong_is_a_finding_with_its_line(tekst: str, regel: int, deel: str) -> None:
    bevinding = enige(tekst)

    assert bevinding.code == "sjabloon-fout"
    assert bevinding.plek.bestand == "plan.md.j2"
    assert bevinding.plek.regel == REGELS_VOORAF + regel
    assert deel in bevinding.tekst
    assert bevinding.hulp


def test_the_help_names_what_was_probably_meant() -> None:
    assert enige("/// let op | Titel\n///\n").hulp == "Bedoelt u “let-op”?"
    assert enige("# K {#kern}\n\n[](#kerm)\n").hulp == "Bedoelt u “kern”?"


def test_all_findings_of_one_text_come_together_in_the_order_of_their_lines() -> None:
    vooraf = VOORAF.replace("status: concept\n", "")
    gevonden = bevindingen("# A {#a}\n### B {#a}\n[](#weg)\n/// onbekend\n| a | b |\n|--|--|\n///\n", vooraf)

    assert gevonden[0].plek.sleutel == "status"
    assert [b.plek.regel - REGELS_VOORAF + 1 for b in gevonden[1:]] == [2, 2, 3, 4, 5]


# -- waarden uit de werkmap


def ontsnapt(tekst: str) -> str:
    """The escaping of the room ``templates``: Markdown that reads as exactly these characters."""
    tekst = op_papier(tekst)
    tekst = re.sub(r"([\\`*_\[\]{}|~^=])", r"\\\1", tekst)
    tekst = tekst.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"^(\d*)([.)#+\->:!/])", r"\1\\\2", tekst)


def op_papier(tekst: str) -> str:
    """What may stand on paper: no control characters, blanks folded, no-break spaces kept."""
    return re.sub(
        r"[^\S\u00a0\u202f]+", " ", re.sub("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]", "", tekst)
    ).strip()


def _alinea(tekst: str) -> str:
    (blok,) = lees(tekst)
    assert isinstance(blok, Paragraph)
    return plain_text(blok.children)


def _punt(tekst: str) -> str:
    (lijst,) = lees(f"- eerst\n- {tekst}\n")
    assert isinstance(lijst, List)
    (blok,) = lijst.items[1]
    assert isinstance(blok, Paragraph)
    return plain_text(blok.children)


def _cel(tekst: str) -> str:
    (tabel,) = lees(f"/// tabel | t\nB\n\n| a | {tekst} |\n|---|--:|\n| {tekst} | x |\n///\n")
    assert isinstance(tabel, Table)
    assert tabel.grid.columns[1].header == tabel.grid.rows[0][0]
    return plain_text(tabel.grid.rows[0][0])


def _bijschrift_en_bron(tekst: str) -> str:
    (tabel,) = lees(f"/// tabel | t\n    bron: {json.dumps(tekst)}\n\n{tekst}\n\n| a |\n|---|\n| x |\n///\n")
    assert isinstance(tabel, Table)
    assert tabel.caption == tabel.source
    return plain_text(tabel.source)


def _kop(tekst: str) -> str:
    (kop,) = lees(f"# {tekst}\n")
    assert isinstance(kop, Heading)
    return plain_text(kop.children)


def _veld(tekst: str) -> str:
    (velden,) = lees(f"Eerst\n:   x\n\n{tekst}\n:   {tekst}\n")
    assert isinstance(velden, Fields)
    veld = velden.items[1]
    assert veld.value == (Paragraph(veld.label),)
    return plain_text(veld.label)


def _titel(tekst: str) -> str:
    (note,) = lees(f"/// verzoek | {tekst}\n{tekst}\n///\n")
    assert isinstance(note, Note)
    assert note.children == (Paragraph(note.title),)
    return plain_text(note.title)


def _vet(tekst: str) -> str:
    (blok,) = lees(f"x **{tekst}** en [{tekst}](https://a.nl)\n")
    assert isinstance(blok, Paragraph)
    vet, link = blok.children[1], blok.children[3]
    assert isinstance(vet, Strong)
    assert isinstance(link, Link)
    assert vet.children == link.children
    return plain_text(vet.children)


PLEKKEN: tuple[Callable[[str], str], ...] = (
    _alinea,
    _punt,
    _cel,
    _bijschrift_en_bron,
    _kop,
    _veld,
    _titel,
    _vet,
)
LASTIG = st.text(st.one_of(st.sampled_from("\\`*_[]{}()|~^=#+->:!/&<\"';.,0129٣ \n\t\u00a0#amp"), st.characters()))


@pytest.mark.parametrize("lees_op_plek", PLEKKEN, ids=lambda plek: plek.__name__.strip("_"))
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(tekst=LASTIG)
@example(tekst="Dijk & Waard / 't Zand <Noord>")
@example(tekst="/// let-op | x")
@example(tekst="\x01- Dan")
@example(tekst="2030. Dan")
@example(tekst="٣. Dan")
@example(tekst=": [ ] {#id .bijlage}")
@example(tekst='"een" en "twee"')
@example(tekst="--- | --- |")
@example(tekst="eind\\")
def test_an_escaped_value_comes_back_as_the_same_characters(lees_op_plek: Callable[[str], str], tekst: str) -> None:
    bedoeld = op_papier(tekst)
    if bedoeld:
        assert lees_op_plek(ontsnapt(tekst)) == bedoeld


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(tekst=LASTIG)
def test_an_escaped_value_inside_a_sentence_leaves_the_sentence_whole(tekst: str) -> None:
    bedoeld = op_papier(tekst)

    assert _alinea(f"begin x {ontsnapt(tekst)} y") == re.sub(" +", " ", f"begin x {bedoeld} y")


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(tekst=st.text(st.one_of(st.sampled_from("#*_[]()|/:-> \n\n.1{}"), st.characters())))
def test_any_text_is_read_or_gives_findings(tekst: str) -> None:
    with contextlib.suppress(GebiedsplanFout):
        assert isinstance(parse(VOORAF + tekst, "plan.md.j2"), Document)


def test_the_same_text_gives_the_same_document() -> None:
    tekst = "# Kop {#k}\n" + FIGUUR.format(id="f") + TABEL.format(id="t")

    assert lees(tekst) == lees(tekst)


# -- terms of the glossary

MET_BEGRIPPEN = """# Eén {: #een}

De mantelzorger helpt. Mantelzorg en **mantelzorg** en vrijwilligerswerk; de Wmo-taxi rijdt voor de WMO.

/// tabel | t
Mantelzorg

| a | b |
|---|---|
| Wmo | c |
///

# Twee: mantelzorg

- Een [mantelzorger](#een) en een mantelzorger.

# Begrippen {: .bijlage}

/// begrippen
Mantelzorg(er)
:   Zorg voor iemand die u na staat, met de Wmo.

Vrijwilliger
:   Iemand die helpt.

Wmo
:   Een wet.
///
"""


def test_a_chapter_explains_a_term_where_it_first_uses_it() -> None:
    alineas = [blok for blok in walk(lees(MET_BEGRIPPEN)) if isinstance(blok, Paragraph)]
    verwijzingen = [woord for a in alineas for woord in a.children if isinstance(woord, Ref) and woord.explanation]
    zorg = "Zorg voor iemand die u na staat, met de Wmo."
    assert [(plain_text(v.children), v.target, v.explanation) for v in verwijzingen] == [
        ("mantelzorger", "begrip-mantelzorg-er", zorg),
        ("WMO", "begrip-wmo", "Een wet."),
        ("mantelzorger", "begrip-mantelzorg-er", zorg),
    ]
    assert plain_text(alineas[0].children) == MET_BEGRIPPEN.splitlines()[2].replace("**", "")


def test_without_a_list_of_terms_nothing_is_explained() -> None:
    zonder = MET_BEGRIPPEN.replace("/// begrippen\n", "").removesuffix("///\n")
    refs = [w for b in walk(lees(zonder)) if isinstance(b, Paragraph) for w in b.children if isinstance(w, Ref)]
    assert [ref.explanation for ref in refs] == [""]


def test_only_terms_stand_in_a_list_of_terms() -> None:
    assert "alleen begrippen met hun uitleg" in enige("# Eén\n\n/// begrippen\nLos.\n///\n").tekst
