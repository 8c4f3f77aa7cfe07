"""The web page, read back from its bytes."""

from __future__ import annotations

import dataclasses
import io
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from lxml import etree, html
from matplotlib.figure import Figure as Canvas

from gebiedsplan import huisstijl
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
    Inline,
    Inlines,
    Link,
    List,
    Meta,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Property,
    Ref,
    Strong,
    Table,
    Text,
    Thumbnail,
)
from gebiedsplan.writers.html import write

HUISSTIJL = huisstijl.read((Path(__file__).parents[1] / "templates" / "huisstijl",), "bergen").huisstijl
BARE = dataclasses.replace(HUISSTIJL, stijlblad="")
AWKWARD = (
    """Dijk & Waard / 't Zand <Noord> "aan zee" Kindcentrumcoördinatiebijeenkomstvoorbereidingswerkgroepledenlijst"""
)


def words(text: str) -> Inlines:
    return (Text(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text))


def chart() -> Picture:
    """A real chart: what matplotlib draws, without its XML declaration and metadata."""
    canvas = Canvas(figsize=(6.3, 2.4))
    axes = canvas.add_subplot()
    axes.barh(["Heiloo", "Egmond", "Schoorl", "Uitgeest"], [60, 55, 58, 57], color=["#7b8794", "#0b5fa5"] * 2)
    axes.spines[["top", "right"]].set_visible(False)
    drawn = io.BytesIO()
    canvas.savefig(drawn, format="svg", metadata={"Date": None})
    svg = drawn.getvalue()
    svg = re.sub(rb"<metadata>.*?</metadata>", b"", svg[svg.index(b"<svg") :], flags=re.DOTALL)
    return Picture(svg=svg, png=b"", width_mm=160, height_mm=61)


PICTURES = {"beweegrichtlijn": chart(), "eenzaam": Picture(b'<svg viewBox="0 0 9 9"></svg>', b"", 80, 80)}

NUMBERS = Grid(
    (Column(words("Gebied")), Column(words("Aandeel"), "right"), Column(words("BUCH"), "right")),
    tuple(
        (words(name), (Strong(words(share)),), words("58%"))
        for name, share in (("Heiloo", "60%"), ("Egmond", "55%"), (AWKWARD, "te weinig inwoners om te tonen"))
    ),
)
ACTIONS = Grid(
    tuple(map(Column, map(words, ("Actie", "Partner", "Rol van de gemeente", "Planning", "Resultaat", "Middelen")))),
    tuple(
        tuple(map(words, row))
        for row in (
            (
                "Wandelgroep voor mantelzorgers",
                "Voorbeeldpartner Welzijn",
                "Stimuleren en faciliteren",
                "Voorjaar 2027",
                "Elke week een groep in elke kern, met vrijwilligers die de weg kennen",
                "€\u00a012.500",
            ),
            (
                "Inloop in het dorpshuis",
                "Voorbeeldpartner Dorpshuis",
                "Opdrachtgever",
                "Hele jaar",
                "Twee middagen per week open",
                "nog niet vastgesteld",
            ),
        )
    ),
)

META = Meta(
    title="Gebiedsplan Egmond 2027",
    subtitle="Waar we samen met inwoners aan werken. Met voorbeeldcijfers.",
    author="Gemeente Bergen",
    date="2026-11-22",
    status="concept",
    version="0.3",
    subject="Voorbeeld van een gebiedsplan",
    keywords=("gebiedsplan", "Egmond"),
    front=(
        ("Gemeente", "Bergen"),
        ("Datum", "22 november 2026"),
        ("Opsteller", "Team sociaal domein"),
        ("Zaaknummer", "VOORBEELD-2027-1"),
    ),
)

FIGURE = Figure(
    id="fig-bewegen",
    picture="beweegrichtlijn",
    caption=words("Egmond beweegt minder dan de rest van de BUCH"),
    alt='Staafdiagram: in Egmond beweegt 55% genoeg, in de BUCH 58%. Bron "GGD" & <RIVM>.',
    source=words("Bron: Gezondheidsmonitor 2020. Voorbeeldcijfers."),
    data=NUMBERS,
    label="Figuur 1",
)

BLOCKS: tuple[Block, ...] = (
    Contents(
        "Inhoud",
        (
            Entry(1, "1", "Egmond in cijfers", "cijfers"),
            Entry(2, "1.1", "Hoe gezond zijn inwoners?", "gezond"),
            Entry(2, "1.2", "Waar inwoners elkaar ontmoeten", "ontmoeten"),
            Entry(1, "2", "Speerpunten", "speerpunten"),
            Entry(2, "2.1", "Mantelzorgers op adem", "mantelzorg"),
            Entry(1, "Bijlage A", "Begrippen", "begrippen"),
        ),
    ),
    PageBreak(),
    Paragraph(words("Egmond is gezond en hecht, en vergrijst sneller dan de rest van Bergen."), "lead"),
    Note("warning", words("Voorbeeldcijfers"), (paragraph("De cijfers over Wmo en jeugdhulp zijn verzonnen."),)),
    Heading(1, words("Waar we in 2027 op inzetten"), "inzet", plain=True),
    Columns(
        (
            (Heading(2, words("Mantelzorgers op adem"), "kort-1"), paragraph("16% is mantelzorger.")),
            (Heading(2, words("Samen in beweging"), "kort-2"), paragraph("55% beweegt genoeg; in de BUCH is dat 58%.")),
            (Heading(2, words("Jong in de Egmonden"), "kort-3"), paragraph("Jongeren zeggen: er is weinig voor ons.")),
        )
    ),
    Note(
        "request",
        words("Wat we het college vragen"),
        (
            List(
                (
                    (paragraph("Het gebiedsplan Egmond 2027 vast te stellen."),),
                    (paragraph("De raad te informeren met bijgevoegde brief."),),
                ),
                ordered=True,
            ),
        ),
    ),
    Heading(1, words("Egmond in cijfers"), "cijfers", "1"),
    Paragraph(
        (
            Text("Dit hoofdstuk laat zien hoe het gaat. Zie "),
            Ref("fig-bewegen", words("figuur 1")),
            Text(" en "),
            Ref("tab-acties", words("tabel 1")),
            Text(". Meer staat bij "),
            Link((Emph(words("de cijfers van het RIVM")),), "https://www.rivm.nl/?a=1&b=2"),
            Text("."),
        )
    ),
    Heading(2, words("Hoe gezond zijn inwoners?"), "gezond", "1.1"),
    paragraph(
        "De meeste inwoners voelen zich gezond. Wel beweegt een kleiner deel genoeg dan in de andere gebieden. "
        "Dat horen we ook aan de gebiedstafel: wie zorgt voor een ander, komt aan zichzelf vaak niet toe."
    ),
    FIGURE,
    Heading(2, words("Waar inwoners elkaar ontmoeten"), "ontmoeten", "1.2"),
    Figure(
        "fig-eenzaam",
        "eenzaam",
        words("Inwoners van Egmond voelen zich ongeveer even vaak eenzaam"),
        "Vierkant zonder inhoud",
        words("Bron: voorbeeld"),
        Ref("tab-acties", words("tabel 1")),
        "Figuur 2",
    ),
    Note("notice", words("Hoe leest u dit?"), (paragraph("Een verschil noemen we pas als het is getoetst."),)),
    PageBreak(),
    Heading(1, words("Speerpunten"), "speerpunten", "2"),
    Heading(2, words("Mantelzorgers op adem"), "mantelzorg", "2.1"),
    Fields(
        (
            Field(words("Doelgroep"), (paragraph("Mantelzorgers"),)),
            Field(words("Doel"), (paragraph("In 2029 is 12% overbelast."), paragraph("In 2026 was dat 14%."))),
            Field(
                words("Pijlers"),
                (List(((paragraph("Leefwereld"),), (paragraph("Preventie"), List(((paragraph("vroeg erbij"),),))))),),
            ),
        )
    ),
    Table("tab-acties", words("Wat we gaan doen"), ACTIONS, words("Bron: voorbeeld."), "Tabel 1"),
    Heading(3, words(AWKWARD), "lang"),
    paragraph(AWKWARD),
    Heading(1, words("Begrippen"), "begrippen", "Bijlage A"),
    Fields((Field(words("Sociale basis"), (paragraph("Alles wat inwoners zelf en samen doen."),)),)),
)

RICH = Document(META, BLOCKS)


def page_of(document: Document) -> html.HtmlElement:
    return html.document_fromstring(write(document, PICTURES, HUISSTIJL).decode("utf-8"))


def page_with(*blocks: Block) -> html.HtmlElement:
    return page_of(Document(META, blocks))


def page_saying(*inlines: Inline) -> html.HtmlElement:
    return page_with(Paragraph(inlines))


def one(page: html.HtmlElement, path: str) -> html.HtmlElement:
    (found,) = page.xpath(path)
    assert isinstance(found, html.HtmlElement)
    return found


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def rich() -> html.HtmlElement:
    return page_of(RICH)


# -- the page around the text


def test_page_says_what_it_is(rich: html.HtmlElement) -> None:
    metas = {meta.get("name"): meta.get("content") for meta in rich.xpath("//meta[@name]")}
    assert rich.get("lang") == "nl"
    assert text(one(rich, "//title")) == "Gebiedsplan Egmond 2027"
    assert metas["description"] == "Voorbeeld van een gebiedsplan"
    assert metas["author"] == "Gemeente Bergen"
    assert metas["keywords"] == "gebiedsplan, Egmond"


def test_what_a_catalogue_wants_to_know_stands_in_the_head() -> None:
    lines = (Property("DCTERMS.type", "plan", "DCTERMS.URI"), Property("DCTERMS.title", AWKWARD), Property("x", ""))
    page = page_of(Document(dataclasses.replace(META, properties=lines), ()))
    metas = {meta.get("name"): (meta.get("title"), meta.get("content")) for meta in page.xpath("//head/meta[@name]")}
    assert metas["DCTERMS.type"] == ("DCTERMS.URI", "plan")
    assert metas["DCTERMS.title"] == (None, AWKWARD)
    assert "x" not in metas


def test_front_page_has_the_only_h1_the_status_in_words_and_its_lines(rich: html.HtmlElement) -> None:
    front = one(rich, "//body/header")
    assert text(one(rich, "//h1")) == text(one(front, ".//h1")) == "Gebiedsplan Egmond 2027"
    assert text(one(front, ".//*[@data-status]")) == "Concept, versie 0.3"
    lines = {text(line[0]): text(line[1]) for line in front.xpath(".//dl/div")}
    assert lines == dict(META.front)


def test_front_page_leaves_out_what_is_not_filled() -> None:
    bare = page_of(Document(dataclasses.replace(META, subtitle="", status="", version="", front=()), ()))
    assert text(one(bare, "//body/header")) == "Gebiedsplan Egmond 2027"


def test_page_has_its_landmarks_and_a_skip_link_first(rich: html.HtmlElement) -> None:
    assert [len(rich.xpath(f"//{name}")) for name in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    first_link = rich.xpath("//body//a")[0]
    assert first_link.get("href") == "#" + one(rich, "//main").get("id", "")


def test_contents_list_is_nested_and_stands_before_the_text(rich: html.HtmlElement) -> None:
    nav = one(rich, "//nav[@aria-label='Inhoud']")
    chapters = nav.xpath("./details/ul/li")
    assert [text(chapter.xpath("./a")[0]) for chapter in chapters] == [
        "1 Egmond in cijfers",
        "2 Speerpunten",
        "Bijlage A Begrippen",
    ]
    assert [link.get("href") for link in chapters[0].xpath("./ul/li/a")] == ["#gezond", "#ontmoeten"]
    assert nav.getnext() is one(rich, "//main")


def test_list_of_figures_stays_folded_in_the_text() -> None:
    lines = (Entry(1, "Figuur 1", "Egmond beweegt", "f"), Entry(1, "Figuur 2", "Egmond eet", "g"))
    page = page_with(Contents("Inhoud", (Entry(1, "1", "K", "k"),)), Contents("Figuren", lines, "figures"))
    nav = one(page, "//main/nav")
    assert nav.get("aria-label") == "Figuren"
    assert one(nav, "./details").get("open") is None
    assert one(nav, "./details/summary").text_content() == "Figuren"
    assert [link.get("href") for link in nav.xpath(".//a")] == ["#f", "#g"]
    assert [link.text_content() for link in nav.xpath(".//a")] == ["Figuur 1 Egmond beweegt", "Figuur 2 Egmond eet"]


def test_empty_contents_list_leaves_no_navigation() -> None:
    assert not page_with(Contents("Inhoud")).xpath("//nav")


def test_page_asks_for_nothing_and_runs_only_its_own_script(rich: html.HtmlElement) -> None:
    assert not rich.xpath("//link | //iframe | //img | //@src | //@*[starts-with(name(), 'on')]")
    assert not re.search(r"url\(|@import", HUISSTIJL.stijlblad)
    policy = one(rich, "//meta[@http-equiv]").get("content", "")
    script = one(rich, "//script").text or ""
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}';" in policy
    assert not re.search(r"fetch|XMLHttp|import\(|localStorage|cookie|innerHTML|eval", script)
    assert {link.get("rel") for link in rich.xpath("//a[starts-with(@href, 'http')]")} == {"noopener"}


def test_ids_are_unique_and_every_reference_arrives(rich: html.HtmlElement) -> None:
    ids = rich.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = [href[1:] for href in rich.xpath("//a/@href") if href.startswith("#")]
    targets += rich.xpath("//@aria-labelledby")
    assert len(targets) > 10
    assert set(targets) <= set(ids)


def test_same_document_gives_the_same_bytes() -> None:
    assert write(RICH, PICTURES, HUISSTIJL) == write(RICH, PICTURES, HUISSTIJL)


def test_printed_pages_name_the_document_and_its_status() -> None:
    meta = dataclasses.replace(META, title='Plan "A" </style> \\ B', status="voorstel")
    page = write(Document(meta, ()), {}, BARE).decode("utf-8")
    style = page[page.index("<style>") : page.index("</style>")]
    assert r'@top-left { content: "Plan \22 A\22  \3c /style> \5c  B" }' in style
    assert '@top-right { content: "Voorstel, versie 0.3" }' in style


def test_style_sheet_cannot_leave_its_element() -> None:
    hostile = dataclasses.replace(HUISSTIJL, stijlblad="a{content:'</style><b id=out>'}")
    page = html.document_fromstring(write(Document(META, ()), {}, hostile).decode("utf-8"))
    assert not page.xpath("//b")


# -- headings and text


def test_chapters_are_h2_in_a_section_named_by_their_heading(rich: html.HtmlElement) -> None:
    sections = rich.xpath("//main/section")
    assert [section.get("aria-labelledby") for section in sections] == ["inzet", "cijfers", "speerpunten", "begrippen"]
    assert [text(section.xpath("./h2")[0]) for section in sections] == [
        "Waar we in 2027 op inzetten",
        "1 Egmond in cijfers",
        "2 Speerpunten",
        "Bijlage A Begrippen",
    ]


def test_text_before_the_first_chapter_stands_in_no_section(rich: html.HtmlElement) -> None:
    assert text(one(rich, "//main/p[@class='lead']")).startswith("Egmond is gezond")


def test_deepest_heading_is_h6() -> None:
    page = page_with(*(Heading(level, words(str(level)), f"kop-{level}") for level in range(1, 8)))
    assert [text(e) for e in page.xpath("//h6")] == ["5", "6", "7"]


def test_paragraph_keeps_its_role() -> None:
    page = page_with(Paragraph(words("a"), "lead"), Paragraph(words("b"), "source"), paragraph("c"))
    assert [(p.get("class"), text(p)) for p in page.xpath("//main/p")] == [("lead", "a"), ("source", "b"), (None, "c")]


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text("a"), "a"),
        (Strong((Text("a"), Emph(words("b")))), "<strong>a<em>b</em></strong>"),
        (Link(words("a"), "https://x.nl/?a&b"), '<a href="https://x.nl/?a&amp;b" rel="noopener">a</a>'),
        (Link((), "mailto:a@voorbeeld.nl"), '<a href="mailto:a@voorbeeld.nl" rel="noopener">mailto:a@voorbeeld.nl</a>'),
        (Link(words("a"), "javascript:alert(1)"), "a"),
        (Link(words("a"), "../heiloo/plan.html"), "a"),
        (Link(words("a"), "heiloo/plan.html#b"), '<a href="heiloo/plan.html#b" rel="noopener">a</a>'),
        (Ref("kop", words("hoofdstuk 1")), '<a href="#kop">hoofdstuk 1</a>'),
        (Ref("kop"), '<a href="#kop">kop</a>'),
        (
            Ref("begrip-wmo", words("Wmo"), explanation='Een "wet" <2015>'),
            '<a href="#begrip-wmo" class="term" title="Een &quot;wet&quot; &lt;2015&gt;">Wmo</a>',
        ),
    ],
)
def test_inline(inline: Inline, expected: str) -> None:
    assert f"<p>{expected}</p>" in write(Document(META, (Paragraph((inline,)),)), {}, BARE).decode("utf-8")


def nodes_with_text(awkward: str) -> Iterator[tuple[str, Block]]:
    """Every place where text from a workbook can stand."""
    own = words(awkward)
    grid = Grid((Column(own), Column(own, "right")), ((own, own),))
    inside = (Paragraph(own),)
    yield "heading", Heading(1, own, "kop", awkward)
    yield "paragraph", Paragraph((Strong(own), Emph(own), Link(own, "https://voorbeeld.nl"), Ref("kop", own)))
    yield "list", List((inside,))
    yield "fields", Fields((Field(own, inside),))
    yield "table", Table("tabel", own, grid, own, awkward)
    yield "figure", Figure("figuur", "eenzaam", own, awkward, own, grid, awkward)
    yield "thumbnail", Note("notice", own, (Thumbnail("eenzaam", awkward),))
    yield "note", Note("notice", own, inside)
    yield "columns", Columns((inside,))
    yield "contents", Contents(awkward, (Entry(1, awkward, awkward, "kop"),))


@pytest.mark.parametrize(("name", "block"), tuple(nodes_with_text(AWKWARD)))
def test_text_is_data_everywhere_and_arrives_whole(name: str, block: Block) -> None:
    page = page_with(block)
    assert AWKWARD in text(one(page, "//body")), name
    assert not page.xpath("//noord"), name


def test_a_thumbnail_is_named_by_what_it_says_and_nothing_more() -> None:
    drawing = one(page_with(Thumbnail("eenzaam", AWKWARD)), "//main//*[@role='img']")
    assert drawing.get("aria-label") == AWKWARD
    assert not page_with(Thumbnail("eenzaam", AWKWARD)).xpath("//figure | //figcaption | //main//table")


def test_awkward_front_page_arrives_whole() -> None:
    meta = Meta(AWKWARD, AWKWARD, AWKWARD, AWKWARD, AWKWARD, AWKWARD, AWKWARD, (AWKWARD,), ((AWKWARD, AWKWARD),))
    page = page_of(Document(meta, ()))
    assert not page.xpath("//noord")
    assert one(page, "//title").text == text(one(page, "//h1")) == one(page, "//meta[@name='author']").get("content")


def test_characters_html_cannot_hold_are_dropped() -> None:
    page = page_saying(Text("a\x00b\x0bc\x1f\x7f\x85d\ud800e\ufffef\U0001ffffg\u00e9\U0001f600"))
    assert text(one(page, "//main")) == "abcdefgé😀"


# -- lists, fields, notes, columns


def test_list_item_of_one_paragraph_is_compact_and_of_two_is_not() -> None:
    one_each = (paragraph("a"), List(((paragraph("b"),),), ordered=True))
    page = page_with(List((one_each, (paragraph("c"), paragraph("d")))))
    first, second = page.xpath("//main/ul/li")
    assert first.text == "a"
    assert [text(item) for item in first.xpath("./ol/li")] == ["b"]
    assert [text(p) for p in second.xpath("./p")] == ["c", "d"]


def test_fields_are_names_with_values(rich: html.HtmlElement) -> None:
    fields = rich.xpath("//section[@aria-labelledby='speerpunten']/dl/div")
    assert [text(field.xpath("./dt")[0]) for field in fields] == ["Doelgroep", "Doel", "Pijlers"]
    assert text(fields[0].xpath("./dd")[0]) == "Mantelzorgers"


def test_a_field_without_words_is_a_line_to_sign_on() -> None:
    page = page_with(Fields((Field(words("Griffier"), ()), Field(words("Naam"), (paragraph("A"),)))))
    assert [(dd.get("class"), text(dd)) for dd in page.iter("dd") if dd.getparent().getparent().get("class")] == [
        ("open", ""),
        (None, "A"),
    ]


def test_a_letter_begins_below_its_title() -> None:
    page = page_of(Document(dataclasses.replace(META, title_page=False), (paragraph("Tekst."),)))
    assert one(page, "//body").get("class") == "letter"
    assert text(one(page, "//h1")) == META.title
    assert not page.find_class("status")


@pytest.mark.parametrize("kind", ["notice", "warning", "request"])
def test_note_starts_with_its_title(rich: html.HtmlElement, kind: str) -> None:
    note = one(rich, f"//*[@role='note'][contains(@class, '{kind}')]")
    assert note[0].xpath("./strong")


def test_note_without_a_title_has_no_empty_line() -> None:
    note = one(page_with(Note("notice", (), (paragraph("a"),))), "//*[@role='note']")
    assert [child.tag for child in note] == ["p"]
    assert not note.xpath(".//strong")


def test_columns_read_in_order(rich: html.HtmlElement) -> None:
    columns = one(rich, "//main//div[@class='columns']")
    assert [text(column[0]) for column in columns] == [
        "Mantelzorgers op adem",
        "Samen in beweging",
        "Jong in de Egmonden",
    ]


# -- tables and figures


def test_table_has_caption_headers_and_source(rich: html.HtmlElement) -> None:
    table = one(rich, "//*[@id='tab-acties']")
    assert text(one(table, ".//caption")) == "Tabel 1. Wat we gaan doen"
    assert [text(head) for head in table.xpath(".//thead//th[@scope='col']")] == [
        "Actie",
        "Partner",
        "Rol van de gemeente",
        "Planning",
        "Resultaat",
        "Middelen",
    ]
    assert [text(head) for head in table.xpath(".//tbody//th[@scope='row']")] == [
        "Wandelgroep voor mantelzorgers",
        "Inloop in het dorpshuis",
    ]
    assert {len(row) for row in table.xpath(".//tr")} == {6}
    assert text(one(table, "./p[@class='source']")) == "Bron: voorbeeld."


def test_table_scrolls_in_a_frame_a_keyboard_can_reach(rich: html.HtmlElement) -> None:
    frames = rich.xpath("//table/..")
    assert len(frames) == 2
    for frame in frames:
        assert (frame.get("role"), frame.get("tabindex")) == ("group", "0")
        assert frame.get("aria-labelledby") == one(frame, "./table/caption").get("id")


def test_cells_of_a_table_to_read_carry_their_header_for_a_phone(rich: html.HtmlElement) -> None:
    table = one(rich, "//*[@id='tab-acties']//table")
    assert table.get("class") == "stacks"
    assert [cell.get("data-header") for cell in table.xpath("./tbody/tr[1]/td")] == [
        "Partner",
        "Rol van de gemeente",
        "Planning",
        "Resultaat",
        "Middelen",
    ]


def test_table_with_figures_stays_a_table_everywhere(rich: html.HtmlElement) -> None:
    table = one(rich, "//figure//table")
    assert not table.xpath("./@class | .//@data-header")


def test_numbers_lean_right(rich: html.HtmlElement) -> None:
    table = one(rich, "//figure//table")
    leaning = [[cell.get("class") for cell in row] for row in table.xpath(".//tr")]
    assert leaning == [[None, "number", "number"]] * 4


def test_row_with_another_number_of_cells_is_refused() -> None:
    grid = Grid((Column(words("a")), Column(words("b"))), ((words("1"),),))
    with pytest.raises(ValueError, match="shorter"):
        page_with(Table("t", words("t"), grid))


def test_figure_says_its_finding_shows_it_and_gives_the_numbers(rich: html.HtmlElement) -> None:
    figure = one(rich, "//figure[@id='fig-bewegen']")
    assert [child.tag for child in figure] == ["figcaption", "svg", "p", "details"]
    assert text(figure[0]) == "Figuur 1. Egmond beweegt minder dan de rest van de BUCH"
    assert text(figure[2]) == "Bron: Gezondheidsmonitor 2020. Voorbeeldcijfers."
    assert text(one(figure, "./details/summary")) == text(one(figure, ".//caption")) == "Cijfers bij figuur 1"
    assert text(figure.xpath(".//tbody/tr")[1]) == "Egmond55%58%"


def test_drawing_is_one_named_image_that_knows_its_width_on_paper(rich: html.HtmlElement) -> None:
    drawing = one(rich, "//figure[@id='fig-bewegen']/svg")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == FIGURE.alt
    assert drawing.get("style") == "--width-mm: 160"
    assert drawing.xpath(".//*[local-name()='path']")


def test_drawing_loses_the_name_it_came_with() -> None:
    svg = b"""<svg role='none' aria-hidden="true" aria-label="a > b" style="width:9px" viewBox="0 0 9 9"><g/></svg>"""
    page = write(Document(META, (FIGURE,)), {"beweegrichtlijn": Picture(svg, b"", 90.5, 9)}, BARE).decode("utf-8")
    drawn = etree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
    assert {str(name): str(value) for name, value in drawn.attrib.items()} == {
        "role": "img",
        "aria-label": FIGURE.alt,
        "style": "--width-mm: 90.5",
        "viewBox": "0 0 9 9",
    }


def test_figure_refers_to_numbers_that_stand_elsewhere(rich: html.HtmlElement) -> None:
    figure = one(rich, "//figure[@id='fig-eenzaam']")
    assert not figure.xpath(".//details")
    assert text(figure[-1]) == "Bron: voorbeeld De gegevens staan in tabel 1."
    assert one(figure, ".//a").get("href") == "#tab-acties"


def test_figure_without_its_picture_is_refused() -> None:
    with pytest.raises(KeyError, match="beweegrichtlijn"):
        write(Document(META, (FIGURE,)), {}, HUISSTIJL)


def test_picture_that_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match="<svg>"):
        write(Document(META, (FIGURE,)), {"beweegrichtlijn": Picture(b"\n", b"", 1, 1)}, HUISSTIJL)


# -- paper


def test_page_break_stands_where_it_was(rich: html.HtmlElement) -> None:
    assert one(rich, "//section[@aria-labelledby='cijfers']")[-1].get("class") == "page-break"
