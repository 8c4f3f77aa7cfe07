"""The web page in a browser: it fits, asks for nothing, and a keyboard can use it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import WORTEL
from playwright.sync_api import Browser, Page, sync_playwright
from test_html import HUISSTIJL, PICTURES, RICH

from gebiedsplan import build
from gebiedsplan.build import Mappen
from gebiedsplan.writers.html import write

CHROMIUM = shutil.which("chromium")
PHONE, TABLET, DESKTOP = 320, 768, 1280

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    file: Path = tmp_path_factory.mktemp("html") / "gebiedsplan.html"
    file.write_bytes(write(RICH, PICTURES, HUISSTIJL))
    return file.as_uri()


@pytest.fixture(params=[PHONE, TABLET, DESKTOP])
def page(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": request.param, "height": 800})
    opened.goto(address)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def real_plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Addresses of a plain plan and of two awkward ones: many parts, and a long name."""
    to = tmp_path_factory.mktemp("plannen")
    folders = Mappen(WORTEL / "gebieden", WORTEL / "templates", to / "build", to / "figures")
    slugs = ("heiloo", "bergen", "limmen-akersloot-de-woude")
    return tuple(build.maak(folders, slug, 2027).paden[1].as_uri() for slug in slugs)


def on_a_phone(browser: Browser, address: str) -> tuple[bool, list[str]]:
    """Whether a page fits with everything unfolded, and what it asked for."""
    requests: list[str] = []
    opened = browser.new_page(viewport={"width": PHONE, "height": 800})
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(address, wait_until="networkidle")
    for details in opened.locator("details").all():
        details.evaluate("element => element.open = true")
    fits = bool(opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
    opened.close()
    return fits, requests


def test_real_plans_fit_a_phone_and_ask_for_nothing(browser: Browser, real_plans: tuple[str, ...]) -> None:
    for plan in real_plans:
        assert on_a_phone(browser, plan) == (True, [plan])


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


def test_keyboard_reaches_every_table(page: Page) -> None:
    frame = page.locator("#tab-acties .scroller")
    frame.focus()
    assert frame.evaluate("element => element === document.activeElement")
    before = frame.evaluate("element => element.scrollLeft")
    hidden = frame.evaluate("element => element.scrollWidth - element.clientWidth")
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert hidden <= 1 or frame.evaluate("element => element.scrollLeft") > before


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


@pytest.mark.parametrize("page", [DESKTOP], indirect=True)
def test_drawing_is_an_image_with_its_finding_as_name(page: Page) -> None:
    assert page.get_by_role("img", name="in Egmond beweegt 55% genoeg").count() == 1
