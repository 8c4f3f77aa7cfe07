"""Every web page there is: judged by axe and the validator of the W3C, by keyboard, zoomed."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL, Producten
from keuring import axe, vnu
from playwright.sync_api import Browser, Page, Request
from pypdf import PdfReader
from test_build import mappen

from gebiedsplan.build import preventiekaart

VOORPAGINA, KAART, VERGELIJKING = "index", "preventiekaart", "vergelijking"
PHONE, DESKTOP = 320, 1280
# Made with the same templates as the plans of heiloo, bergen and limmen-akersloot-de-woude.
_NET_ZO = {"bergen-kern", "castricum", "castricum-kern", "egmond", "schoorl", "uitgeest"}
# What a reader may set (WCAG 1.4.12).
RUIME_TEKST = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
"""


@pytest.fixture(scope="module")
def paginas(
    alle_plannen: Mapping[str, Path], andere_producten: Producten, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    plannen = {slug: map_ / f"gebiedsplan-{slug}-2027.html" for slug, map_ in alle_plannen.items()}
    kaart, _ = preventiekaart.maak(mappen(WORTEL / "gebieden", tmp_path_factory.mktemp("kaart"))).paden
    andere = {wat: pad for wat, paden in andere_producten.items() for pad in paden if pad.suffix == ".html"}
    plannen["in het kort"] = plannen["heiloo"].with_stem("gebiedsplan-heiloo-2027-in-het-kort")
    return {**plannen, **andere, VOORPAGINA: plannen["heiloo"].parent.parent / "index.html", KAART: kaart}


@pytest.fixture(scope="module")
def te_keuren(
    paginas: Mapping[str, Path], producten: Producten, meppel: Producten, borger_odoorn: Producten
) -> list[Path]:
    """Every page there is: of plans, of all areas, what goes to a meeting, and a plan of each other framework."""
    stukken = (pad for paden in producten.values() for pad in paden if pad.suffix == ".html")
    ander = next(pad for pad in meppel["nijeveen"] if pad.suffix == ".html")
    nog_een = next(pad for pad in borger_odoorn["voorstel"] if pad.match("gebiedsplan-*.html"))
    return sorted({*paginas.values(), *stukken, ander, nog_een})


@pytest.fixture(scope="module")
def scherm(browser: Browser) -> Iterator[Page]:
    """One for all pages: to the browser a new one costs more than going to another page."""
    geopend = browser.new_page()
    yield geopend
    geopend.close()


@pytest.fixture
def pagina(scherm: Page) -> Page:
    """It shows nothing, and nobody has set anything."""
    scherm.goto("about:blank")
    scherm.emulate_media(media="null", contrast="null", reduced_motion="null", forced_colors="null")
    return scherm


def toon(pagina: Page, bestand: Path, breedte: int) -> None:
    pagina.set_viewport_size({"width": breedte, "height": 800})
    pagina.goto(bestand.as_uri())


def vouw_open(pagina: Page) -> None:
    pagina.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")


@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_at_any_width_and_on_paper(browser: Browser, te_keuren: list[Path]) -> None:
    """Every page on a phone; what has the same template as a page that is judged at every width, is not again."""
    assert len(te_keuren) == 9 * 2 + 5 + 2 * 4 + 2
    net_zo = [pad for pad in te_keuren if pad.parent.name in _NET_ZO and pad.name.startswith("gebiedsplan-")]
    overal = [pad for pad in te_keuren if pad not in net_zo]
    gevonden = {
        **axe.per_omstandigheid(browser, overal),
        **axe.per_omstandigheid(browser, net_zo, (PHONE,), papier=False),
    }
    assert len(gevonden) == 4 * len(overal) + len(net_zo)
    assert {plek: fouten for plek, fouten in gevonden.items() if fouten} == {}


@pytest.mark.browser
@pytest.mark.node
def test_axe_would_find_a_mistake(pagina: Page, paginas: Mapping[str, Path]) -> None:
    axe.open_in(pagina, paginas["heiloo"], DESKTOP)
    pagina.evaluate("document.querySelector('svg').removeAttribute('aria-label')")
    pagina.evaluate("document.querySelector('.lead').style.color = '#aaa'")
    axe.begin(pagina)
    fouten = axe.oordeel(pagina)
    assert {fout.split()[0] for fout in fouten} == {"svg-img-alt", "color-contrast"}


@pytest.mark.java
@pytest.mark.node
def test_every_page_is_valid_html(paginas: Mapping[str, Path], te_keuren: list[Path], tmp_path: Path) -> None:
    fout = tmp_path / "fout.html"
    fout.write_text(paginas["heiloo"].read_text("utf-8").replace("<dd>", "<dd><tr>", 1), "utf-8")
    oordelen = vnu.keur([*te_keuren, fout])
    assert oordelen[fout]
    assert {pad: regels for pad, regels in oordelen.items() if regels and pad != fout} == {}


# -- reading


@pytest.mark.browser
def test_every_page_fits_a_phone_and_asks_for_nothing(pagina: Page, paginas: Mapping[str, Path]) -> None:
    """320 px is also a wide screen at 400% zoom."""
    gevraagd: list[str] = []

    def noteer(verzoek: Request) -> None:
        gevraagd.append(verzoek.url)

    pagina.set_viewport_size({"width": PHONE, "height": 800})
    pagina.on("request", noteer)
    for slug, bestand in paginas.items():
        gevraagd.clear()
        pagina.goto(bestand.as_uri(), wait_until="networkidle")
        vouw_open(pagina)
        assert steekt_uit(pagina) == [], slug
        assert gevraagd == [bestand.as_uri()], slug
    pagina.remove_listener("request", noteer)


@pytest.mark.browser
@pytest.mark.parametrize("breedte", [PHONE, DESKTOP // 2, DESKTOP])
def test_text_may_be_set_wider(pagina: Page, paginas: Mapping[str, Path], breedte: int) -> None:
    """640 px is a wide screen at 200% zoom."""
    for slug in ("bergen", "limmen-akersloot-de-woude", VERGELIJKING, VOORPAGINA, KAART):
        toon(pagina, paginas[slug], breedte)
        vouw_open(pagina)
        pagina.add_style_tag(content=RUIME_TEKST)
        assert steekt_uit(pagina) == [], slug
        assert afgesneden(pagina) == [], slug


def steekt_uit(pagina: Page) -> list[str]:
    """What makes the page scroll sideways, or stands beyond its edge outside the frame of a table."""
    gevonden: list[str] = pagina.evaluate(
        """() => {
            const breedte = document.documentElement.clientWidth;
            const gevonden = [...document.body.querySelectorAll('*:not(.skip, .scroller *, svg *)')]
                .filter((e) => e.getBoundingClientRect().right > breedte)
                .map((e) => e.outerHTML.slice(0, 80));
            if (document.documentElement.scrollWidth > breedte) gevonden.push('de pagina schuift');
            return gevonden;
        }"""
    )
    return gevonden


def afgesneden(pagina: Page) -> list[str]:
    """Elements that hide part of their own words."""
    gevonden: list[str] = pagina.evaluate(
        """() => [...document.body.querySelectorAll('*:not(svg *, .visually-hidden, .stacks thead, .stacks thead *)')]
            .filter((e) => ['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
            .filter((e) => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)
            .map((e) => e.outerHTML.slice(0, 80))"""
    )
    return gevonden


# -- the keyboard


def stappen(pagina: Page, hoogstens: int = 400) -> Iterator[dict[str, Any]]:
    """Press Tab until it leaves the page; of every stop what it is and whether its reader sees it."""
    for _ in range(hoogstens):
        pagina.keyboard.press("Tab")
        stap: dict[str, Any] | None = pagina.evaluate(
            """() => {
                const e = document.activeElement;
                if (!e || e === document.body) return null;
                const r = [...e.getClientRects()].find((r) => r.width && r.height) ?? e.getBoundingClientRect();
                // Of what is higher than the window, the reader sees a part.
                const top = Math.max(r.top, 0);
                const midden = [r.left + Math.min(r.width, innerWidth) / 2, top + Math.min(r.bottom - top, 20) / 2];
                const boven = document.elementFromPoint(...midden);
                const stijl = getComputedStyle(e);
                return {
                    naam: e.outerHTML.slice(0, 100),
                    omlijnd: stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) >= 2,
                    zichtbaar: boven !== null && (e.contains(boven) || boven.contains(e)),
                };
            }"""
        )
        if stap is None:
            return
        yield stap


@pytest.mark.browser
@pytest.mark.parametrize("slug", ["heiloo", VOORPAGINA, KAART])
@pytest.mark.parametrize("breedte", [PHONE, DESKTOP])
def test_keyboard_reaches_everything_and_shows_where_it_is(
    pagina: Page, paginas: Mapping[str, Path], breedte: int, slug: str
) -> None:
    toon(pagina, paginas[slug], breedte)
    pagina.emulate_media(reduced_motion="reduce")
    pagina.wait_for_timeout(200)  # the frames that do not scroll give up their stop
    verwacht = pagina.evaluate(
        """[...document.querySelectorAll('a[href], summary, button, input, [tabindex="0"]')]
            .filter((e) => e.checkVisibility())
            .map((e) => e.outerHTML.slice(0, 100))"""
    )
    bezocht = list(stappen(pagina))
    assert len(verwacht) > 25
    assert sorted(stap["naam"] for stap in bezocht) == sorted(verwacht)
    assert [stap["naam"] for stap in bezocht if not stap["omlijnd"]] == []
    assert [stap["naam"] for stap in bezocht if not stap["zichtbaar"]] == []


@pytest.mark.browser
def test_what_is_pressed_is_large_enough(pagina: Page, paginas: Mapping[str, Path]) -> None:
    """24 px (WCAG 2.5.8). A link within a sentence may be smaller."""
    for breedte in (PHONE, DESKTOP):
        toon(pagina, paginas["bergen"], breedte)
        klein = pagina.evaluate(
            """[...document.querySelectorAll('nav a, summary, button, footer a')]
                .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24)
                .map((e) => e.outerHTML.slice(0, 80))"""
        )
        assert klein == []


# -- settings of the reader


@pytest.mark.browser
def test_page_follows_the_settings_of_its_reader(pagina: Page, paginas: Mapping[str, Path]) -> None:
    toon(pagina, paginas["heiloo"], DESKTOP)
    gedempt = "getComputedStyle(document.querySelector('.source')).color"
    gewoon = pagina.evaluate(gedempt)
    pagina.emulate_media(contrast="more", reduced_motion="reduce")
    assert pagina.evaluate(gedempt) != gewoon
    assert pagina.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    pagina.emulate_media(contrast="no-preference", forced_colors="active")
    # A chart means its colours, so it keeps them; the status keeps an edge where its colour is gone.
    assert pagina.evaluate("getComputedStyle(document.querySelector('figure svg')).forcedColorAdjust") == "none"
    assert pagina.evaluate("getComputedStyle(document.querySelector('.status span')).borderTopStyle") == "solid"


# -- paper


@pytest.mark.browser
@pytest.mark.libreoffice  # for pdftotext
def test_printed_page_has_numbers_and_a_summary_of_one_page(
    pagina: Page, paginas: Mapping[str, Path], tmp_path: Path
) -> None:
    for slug in ("heiloo", "egmond", "limmen-akersloot-de-woude"):
        toon(pagina, paginas[slug], DESKTOP)
        pdf = tmp_path / f"{slug}.pdf"
        pdf.write_bytes(pagina.pdf(prefer_css_page_size=True, tagged=True))
        tekst = subprocess.run(
            ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
        ).stdout
        bladen = [" ".join(blad.split()) for blad in tekst.split("\f")[:-1]]
        assert "in één pagina" in bladen[1], slug
        assert "Wat we het college vragen" in bladen[1], slug
        for nummer, blad in enumerate(bladen[1:], start=2):
            assert f"pagina {nummer} van {len(bladen)}" in blad, slug
            assert len(blad.split()) > 25, (slug, nummer)
        assert not re.search("Direct naar de tekst|Toon de cijfers", tekst), slug
    toon(pagina, paginas["in het kort"], DESKTOP)
    pdf.write_bytes(pagina.pdf(prefer_css_page_size=True))
    assert len(PdfReader(pdf).pages) == 1
