"""The web page in a browser: it fits, asks for nothing, and its few comforts work."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_html import BLOCKS, FIGURE, HUISSTIJL, META, PICTURES, RICH

from gebiedsplan.document import Document
from gebiedsplan.writers.html import write

PHONE, TABLET, DESKTOP = 320, 768, 1280

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("html") / "gebiedsplan.html"
    file.write_bytes(write(RICH, PICTURES, HUISSTIJL))
    return file.as_uri()


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One for all tests: to the browser a new one costs more than going to a page."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture(params=[PHONE, TABLET, DESKTOP])
def page(tab: Page, address: str, request: pytest.FixtureRequest) -> Page:
    tab.goto("about:blank")
    tab.emulate_media(media="null")
    tab.set_viewport_size({"width": request.param, "height": 800})
    tab.goto(address)
    return tab


def test_page_never_scrolls_sideways(page: Page) -> None:
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_page_asks_for_nothing_but_itself_and_has_nothing_to_say_in_the_console(browser: Browser, address: str) -> None:
    opened = browser.new_page()
    requests: list[str] = []
    messages: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: messages.append(message.text))
    opened.goto(address, wait_until="networkidle")
    opened.close()
    assert requests == [address]
    assert messages == []


def test_keyboard_reaches_the_skip_link_first_and_it_brings_to_the_text(page: Page) -> None:
    page.keyboard.press("Tab")
    skip = page.locator("a:focus")
    assert skip.inner_text() == "Direct naar de tekst"
    assert skip.is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_table_is_a_stop_for_the_keyboard_only_when_it_scrolls(page: Page) -> None:
    frame = page.locator("#tab-acties .scroller")
    expect(frame).not_to_have_attribute("tabindex", "0")
    page.locator("main").evaluate("main => main.style.width = '18rem'")
    expect(frame).to_have_attribute("tabindex", "0")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert frame.evaluate("element => element.scrollLeft") > 0


@pytest.mark.parametrize("page", [PHONE, TABLET], indirect=True)
def test_contents_list_is_folded_on_a_small_screen(page: Page) -> None:
    link = page.get_by_role("link", name="Speerpunten")
    assert not link.is_visible()
    page.locator(".contents summary").click()
    assert link.is_visible()


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_contents_list_stays_beside_the_text_on_a_wide_screen(page: Page) -> None:
    link = page.get_by_role("link", name="Speerpunten")
    assert link.is_visible()
    page.locator("#speerpunten").scroll_into_view_if_needed()
    assert page.locator(".contents").bounding_box() is not None
    link.focus()
    assert link.evaluate("element => element === document.activeElement")
    beside, text = page.locator(".contents").bounding_box(), page.locator("main").bounding_box()
    assert beside is not None
    assert text is not None
    assert beside["x"] + beside["width"] <= text["x"]
    assert beside["y"] >= -1


@pytest.mark.parametrize("page", [TABLET], indirect=True)
def test_paper_shows_the_numbers_and_hides_the_controls(page: Page) -> None:
    numbers = page.locator("figure details table")
    assert not numbers.is_visible()
    page.emulate_media(media="print")
    assert numbers.is_visible()
    assert not page.locator("footer").is_visible()
    assert not page.locator(".skip").is_visible()


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_phone_shows_the_numbers_below_a_drawing_and_a_table_to_read_as_cards(page: Page) -> None:
    assert page.locator("figure details table").is_visible()
    assert page.locator("figure caption").is_visible()
    row = page.locator("#tab-acties tbody tr").first
    cells = row.locator("th, td").all()
    boxes = [cell.bounding_box() for cell in cells]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 6
    assert tops == sorted(set(tops))
    header = cells[1].evaluate("cell => getComputedStyle(cell, '::before').content")
    assert "Partner" in header


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_contents_list_shows_where_the_reader_is(page: Page) -> None:
    current = page.locator(".contents [aria-current]")
    assert current.count() == 0
    page.locator("#speerpunten").evaluate("heading => heading.scrollIntoView({behavior: 'instant'})")
    expect(current).to_have_attribute("href", "#speerpunten")


def test_one_button_opens_all_numbers_and_says_what_it_does(browser: Browser, tmp_path: Path) -> None:
    """Only where there is more than one drawing with numbers of its own."""
    second = dataclasses.replace(FIGURE, id="fig-nog-een")
    file = tmp_path / "twee.html"
    file.write_bytes(write(Document(META, (*BLOCKS, second)), PICTURES, HUISSTIJL))
    page = browser.new_page(viewport={"width": TABLET, "height": 800})
    page.goto(file.as_uri())
    page.get_by_role("button", name="Toon de cijfers bij alle figuren").click()
    assert page.locator("figure details[open]").count() == 2
    page.locator("figure summary").last.click()
    page.get_by_role("button", name="Toon de cijfers bij alle figuren").click()
    page.get_by_role("button", name="Verberg de cijfers bij alle figuren").click()
    assert page.locator("figure details[open]").count() == 0
    page.close()


def test_without_script_every_word_is_there(browser: Browser, address: str) -> None:
    words = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script, viewport={"width": DESKTOP, "height": 800})
        opened = context.new_page()
        opened.goto(address)
        for summary in opened.locator("figure summary").all():
            summary.click()
        assert opened.locator("figure details table").is_visible()
        words.append(opened.locator("body").inner_text())
        context.close()
    assert words[0] == words[1]


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_drawing_is_an_image_with_its_finding_as_name(page: Page) -> None:
    assert page.get_by_role("img", name="in Egmond beweegt 55% genoeg").count() == 1
