"""Web pages judged by axe-core, in the browser of the system: on a phone, a tablet, a wide screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from playwright.sync_api import Browser, Page, sync_playwright

from keuring.model import Keurmeester, Oordelen
from keuring.npm import bestand, programma, versie

BREEDTES = (320, 768, 1280)
PAPIER = "papier"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Pages are judged beside each other, but not so many that the browser drowns in them. Each place is used again for the
# next page: a place of its own costs the browser more than a page does.
_TEGELIJK = 4

# Contrast is most of the work, and in a long table every cell is as its neighbour: of all text in the same letters and
# colours on the same ground, the first is judged.
_EEN_VAN_ELKE_SOORT = """() => {
    const grond = new Map([[null, '']]);
    const gezien = new Set();
    for (const e of document.querySelectorAll(':root, :root *:not(svg *)')) {
        const stijl = getComputedStyle(e);
        const hier = [stijl.backgroundColor, stijl.backgroundImage, stijl.opacity, stijl.position, stijl.clip];
        grond.set(e, [grond.get(e.parentElement), ...hier].join());
        const soort = [stijl.color, stijl.fontSize, stijl.fontWeight, stijl.textShadow, grond.get(e)].join();
        const tekst = [...e.childNodes].some((kind) => kind.nodeType === Node.TEXT_NODE && kind.data.trim());
        const nieuw = (tekst || e.matches('input, select, textarea')) && e.checkVisibility({visibilityProperty: true})
            && !gezien.has(soort);
        e.toggleAttribute('data-kleurproef', nieuw);
        if (nieuw) gezien.add(soort);
    }
    axe.configure({rules: [{id: 'color-contrast', selector: '[data-kleurproef]'}]});
}"""

# What axe found in each page under each circumstance.
PerOmstandigheid: TypeAlias = Mapping[tuple[Path, str], Sequence[str]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the system, for as long as it is needed."""
    pad = programma("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=pad, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


def open_in(pagina: Page, pad: Path, breedte: int) -> None:
    """Show a file with every fold open, and axe in it. Inside a drawing is no text, so it is left empty."""
    pagina.set_viewport_size({"width": breedte, "height": 800})
    pagina.emulate_media(media="screen")
    pagina.goto(pad.as_uri())
    pagina.evaluate(bestand("axe-core/axe.min.js").read_text("utf-8"))
    pagina.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    pagina.evaluate("document.querySelectorAll('svg').forEach(tekening => tekening.replaceChildren())")


def begin(pagina: Page, zonder: tuple[str, ...] = ()) -> None:
    """Let axe look at a page as it is now, without waiting."""
    keuzes = {
        "runOnly": {"type": "tag", "values": list(TAGS)},
        "rules": {regel: {"enabled": False} for regel in zonder},
        "resultTypes": ["violations"],
    }
    pagina.evaluate(_EEN_VAN_ELKE_SOORT)
    pagina.evaluate("keuzes => void (window.oordeel = axe.run(document, keuzes))", keuzes)


def oordeel(pagina: Page) -> list[str]:
    """What axe found wrong: rule, how often, and the first place."""
    uitkomst: dict[str, Any] = pagina.evaluate("window.oordeel")
    if not uitkomst["passes"]:
        raise AssertionError("axe looked at nothing")
    return [f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]}" for v in uitkomst["violations"]]


def per_omstandigheid(
    browser: Browser, paden: Sequence[Path], breedtes: Sequence[int] = BREEDTES, *, papier: bool = True
) -> PerOmstandigheid:
    """Every page at every width, and as it prints."""
    gevonden: dict[tuple[Path, str], list[str]] = {}
    plekken = [browser.new_page() for _ in paden[:_TEGELIJK]]
    for begint in range(0, len(paden), _TEGELIJK):
        geopend = dict(zip(paden[begint : begint + _TEGELIJK], plekken, strict=False))
        for pad, pagina in geopend.items():
            open_in(pagina, pad, breedtes[0])
        for breedte in breedtes:
            for pagina in geopend.values():
                pagina.set_viewport_size({"width": breedte, "height": 800})
                begin(pagina)
            gevonden |= {(pad, f"{breedte} px"): oordeel(pagina) for pad, pagina in geopend.items()}
        for pagina in geopend.values() if papier else ():
            pagina.emulate_media(media="print")
            # Nobody has to hit a link on paper.
            begin(pagina, zonder=("target-size",))
        if papier:
            gevonden |= {(pad, PAPIER): oordeel(pagina) for pad, pagina in geopend.items()}
    for pagina in plekken:
        pagina.close()
    return gevonden


def _keur(paden: Sequence[Path]) -> Oordelen:
    with chromium() as browser:
        alles = per_omstandigheid(browser, paden)
    return {
        pad: [f"{bij}: {regel}" for (van, bij), regels in alles.items() if van == pad for regel in regels]
        for pad in paden
    }


AXE = Keurmeester(
    "axe-core in Chromium",
    (".html",),
    f"de regels van WCAG 2.2 A en AA die een programma kan nagaan, bij {', '.join(map(str, BREEDTES))} px en op papier",
    lambda: versie("axe-core"),
    _keur,
)
