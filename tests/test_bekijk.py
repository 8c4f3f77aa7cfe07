"""A preview as someone uses it: save a file, see the plan change; break a file, see where; end it with Ctrl-C."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import pytest
from conftest import WORTEL, zonder_meldingen
from keuring import axe, npm, vnu
from openpyxl import load_workbook
from playwright.sync_api import Browser, FrameLocator, Locator, Page, expect
from test_toegankelijk import DESKTOP, PHONE, steekt_uit

from gebiedsplan.bekijk import pagina
from gebiedsplan.bekijk.stand import Stand
from gebiedsplan.bekijk.voorvertoning import Voorvertoning
from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.build import Voorproef

# Room for a machine that has other work; on a quiet one everything is there within two seconds.
GEDULD = 60
GOED = "U ziet het plan zoals het is opgeslagen."


@dataclass(frozen=True, slots=True)
class Lopend:
    """A preview of Heiloo in a process of its own, over a copy of the real files."""

    proces: subprocess.Popen[str]
    adres: str
    map_: Path

    @property
    def poort(self) -> int:
        return int(self.adres.rstrip("/").rsplit(":", 1)[1])

    @property
    def werkmap(self) -> Path:
        return self.map_ / "gebieden" / "heiloo" / "2027.xlsx"

    def eindig(self, sein: int = signal.SIGINT) -> str:
        """End it as a person would; what it said after its address."""
        self.proces.send_signal(sein)
        return self.proces.communicate(timeout=GEDULD)[0]


def start(map_: Path, *opties: str) -> Lopend:
    opdracht = [sys.executable, "-W", "error", "-m", "gebiedsplan", "bekijk", "heiloo", *opties]
    proces = subprocess.Popen(
        opdracht,
        cwd=map_,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
    )
    assert proces.stdout is not None
    gezegd = proces.stdout.readline()
    adres = re.fullmatch(r"Open in uw browser: (http://127\.0\.0\.1:\d+/)\n", gezegd)
    assert adres, gezegd + proces.stdout.read()
    return Lopend(proces, adres[1], map_)


def kopie(naar: Path) -> Path:
    for naam in ("gebieden", "templates"):
        shutil.copytree(WORTEL / naam, naar / naam)
    zonder_meldingen(naar / "gebieden")
    return naar


@pytest.fixture(scope="module")
def lopend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lopend]:
    voorvertoning = start(kopie(tmp_path_factory.mktemp("bekijk")))
    yield voorvertoning
    uitvoer = voorvertoning.eindig()
    assert voorvertoning.proces.returncode == 0
    assert "Traceback" not in uitvoer
    assert sorted(p.name for p in voorvertoning.map_.iterdir()) == ["gebieden", "templates"]


@pytest.fixture(scope="module")
def venster(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page for every test in turn, and what the browser complained of: a new one costs it more than a preview."""
    geopend = browser.new_page(viewport={"width": DESKTOP, "height": 800})
    klachten: list[str] = []
    geopend.on("console", lambda bericht: klachten.append(bericht.text))
    geopend.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield geopend, klachten
    geopend.close()


@pytest.fixture
def scherm(venster: tuple[Page, list[str]], lopend: Lopend) -> Iterator[Page]:
    """The page in a browser, with the plan in it; whatever the browser complains of is a mistake."""
    geopend, klachten = venster
    geopend.goto(lopend.adres)
    expect(melding(geopend)).to_contain_text(GOED, timeout=GEDULD * 1000)
    expect(plan(geopend).locator("main")).to_be_visible()
    yield geopend
    geopend.goto("about:blank")
    gezegd = tuple(klachten)
    klachten.clear()
    assert gezegd == ()


def melding(scherm: Page) -> Locator:
    return scherm.get_by_role("status")


def plan(scherm: Page) -> FrameLocator:
    return scherm.frame_locator("iframe:not([inert])")


def bevindingen(scherm: Page) -> str:
    return scherm.locator("section").inner_text()


@contextmanager
def tijdelijk(pad: Path) -> Iterator[None]:
    """Afterwards the file is as it was."""
    was = pad.read_bytes()
    try:
        yield
    finally:
        pad.write_bytes(was)


def zet(werkmap: Path, blad: str, cel: str, waarde: float | str) -> None:
    boek = load_workbook(werkmap)
    boek[blad][cel] = waarde
    boek.save(werkmap)


def vervang(pad: Path, oud: str, nieuw: str) -> None:
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


# -- working on a plan


def laag_inkomen(scherm: Page) -> Locator:
    """The chart that draws cell D5 of the sheet Kwetsbaarheid, with what it says in words."""
    return plan(scherm).get_by_role("img", name="Staafgrafiek. Heeft een laag inkomen")


def staat_er(scherm: Page, cijfer: str) -> None:
    expect(laag_inkomen(scherm)).to_have_attribute("aria-label", re.compile(f"Heiloo {cijfer}"), timeout=GEDULD * 1000)


@pytest.mark.browser
def test_a_cell_that_is_saved_is_in_the_page_a_moment_later(
    lopend: Lopend, scherm: Page, record_testsuite_property: Callable[[str, object], None]
) -> None:
    staat_er(scherm, "37%")
    with tijdelijk(lopend.werkmap):
        zet(lopend.werkmap, "Kwetsbaarheid", "D5", 31)
        begin = time.perf_counter()
        while "Heiloo 31%" not in (laag_inkomen(scherm).get_attribute("aria-label") or ""):
            assert time.perf_counter() - begin < GEDULD
        record_testsuite_property("seconden tot het nieuwe cijfer", round(time.perf_counter() - begin, 2))
        expect(melding(scherm)).to_contain_text("Bijgewerkt om")
    staat_er(scherm, "37%")


@pytest.mark.browser
def test_a_broken_cell_is_named_while_the_last_good_plan_stays(lopend: Lopend, scherm: Page) -> None:
    with tijdelijk(lopend.werkmap):
        zet(lopend.werkmap, "Kwetsbaarheid", "D5", "veel")
        expect(scherm.locator("section")).to_contain_text("cel D5", timeout=GEDULD * 1000)
        gevonden = bevindingen(scherm)
        assert "gebieden/heiloo/2027.xlsx" in gevonden
        assert "FOUT blad Kwetsbaarheid, cel D5 geen-getal" in gevonden
        assert "Wat u kunt doen:" in gevonden
        expect(melding(scherm)).to_contain_text("1 fout")
        expect(melding(scherm)).to_contain_text("U ziet het laatste plan dat goed was.")
        staat_er(scherm, "37%")
    expect(scherm.locator("section")).to_be_empty(timeout=GEDULD * 1000)
    expect(melding(scherm)).to_contain_text(GOED)


KAPOT = [
    ("gebieden/kader.toml", "speerpunten_min = 2", "speerpunten_min = twee", "kader-onleesbaar", r"regel \d+"),
    ("templates/_hoofdstuk_1_inleiding.md.j2", "{{ plan.naam }}", "{{ plan.nam }}", "sjabloon-fout", "regel 8"),
    ("templates/huisstijl/neutraal.toml", '"#1f2933"', '"#eeeeee"', "huisstijl-contrast", r"regel \d+"),
    ("templates/huisstijl/neutraal.toml", "gebiedsplan.css", "weg.css", "huisstijl-bestand-ontbreekt", r"regel \d+"),
]


@pytest.mark.browser
@pytest.mark.parametrize(("bestand", "oud", "nieuw", "code", "plek"), KAPOT)
def test_every_kind_of_file_says_where_it_is_broken(
    lopend: Lopend, scherm: Page, bestand: str, oud: str, nieuw: str, code: str, plek: str
) -> None:
    pad = lopend.map_ / bestand
    with tijdelijk(pad):
        vervang(pad, oud, nieuw)
        expect(scherm.locator("section code").first).to_have_text(code, timeout=GEDULD * 1000)
        gevonden = bevindingen(scherm)
        assert bestand in gevonden
        assert re.search(plek, gevonden)
        staat_er(scherm, "37%")
    expect(scherm.locator("section")).to_be_empty(timeout=GEDULD * 1000)


BETER = [
    ("gebieden/kader.toml", 'periode = "2023 t/m 2027"', 'periode = "2023 t/m 2029"', "main", "2023 t/m 2029"),
    ("templates/_hoofdstuk_1_inleiding.md.j2", "Elk jaar maken we", "Ieder jaar maken we", "main", "Ieder jaar maken"),
    ("templates/huisstijl/neutraal.toml", 'contactregel = ""', 'contactregel = "Bel 14 072"', "body", "Bel 14 072"),
]


@pytest.mark.browser
@pytest.mark.parametrize(("bestand", "oud", "nieuw", "waar", "woorden"), BETER)
def test_every_kind_of_file_changes_the_plan(
    lopend: Lopend, scherm: Page, bestand: str, oud: str, nieuw: str, waar: str, woorden: str
) -> None:
    pad = lopend.map_ / bestand
    with tijdelijk(pad):
        vervang(pad, oud, nieuw)
        expect(plan(scherm).locator(waar)).to_contain_text(woorden, timeout=GEDULD * 1000)
    expect(plan(scherm).locator(waar)).not_to_contain_text(woorden, timeout=GEDULD * 1000)


@pytest.mark.browser
def test_a_change_in_the_style_sheet_is_seen(lopend: Lopend, scherm: Page) -> None:
    pad = lopend.map_ / "templates" / "huisstijl" / "gebiedsplan.css"
    tekst = plan(scherm).locator("main")
    with tijdelijk(pad):
        pad.write_text(pad.read_text("utf-8") + "\nmain { letter-spacing: 3px }\n", "utf-8")
        expect(tekst).to_have_css("letter-spacing", "3px", timeout=GEDULD * 1000)
    expect(tekst).not_to_have_css("letter-spacing", "3px", timeout=GEDULD * 1000)


@pytest.mark.browser
def test_a_file_that_is_half_saved_raises_no_alarm(lopend: Lopend, scherm: Page) -> None:
    """An office program writes beside the workbook and into it, in more than one go."""
    scherm.evaluate(
        """() => {
            window.gezien = [];
            new MutationObserver(() => window.gezien.push(document.body.dataset.stand))
                .observe(document.body, {attributes: true, attributeFilter: ['data-stand']});
        }"""
    )
    with tijdelijk(lopend.werkmap):
        heel = lopend.werkmap.read_bytes()
        zet(lopend.werkmap, "Kwetsbaarheid", "D5", 33)
        anders = lopend.werkmap.read_bytes()
        lopend.werkmap.write_bytes(heel[: len(heel) // 2])
        time.sleep(0.3)
        lopend.werkmap.write_bytes(anders)
        staat_er(scherm, "33%")
    staat_er(scherm, "37%")
    assert "fout" not in scherm.evaluate("window.gezien")


@pytest.mark.browser
def test_the_same_plan_is_not_shown_again_and_lock_files_are_no_news(lopend: Lopend, scherm: Page) -> None:
    plan(scherm).locator("body").evaluate("body => { body.ownerDocument.defaultView.hetzelfde = true }")
    gezegd = melding(scherm).inner_text()
    slot = lopend.werkmap.with_name("~$2027.xlsx")
    slot.write_bytes(b"slot")
    (lopend.map_ / "gebieden" / "heiloo" / "A1B2C3D4").write_bytes(b"half")
    time.sleep(1)
    assert melding(scherm).inner_text() == gezegd
    os.utime(lopend.werkmap)
    lopend.werkmap.write_bytes(lopend.werkmap.read_bytes())
    expect(melding(scherm)).not_to_have_text(gezegd, timeout=GEDULD * 1000)
    assert plan(scherm).locator("body").evaluate("body => body.ownerDocument.defaultView.hetzelfde") is True


@pytest.mark.browser
def test_the_reader_stays_at_the_same_words(lopend: Lopend, scherm: Page) -> None:
    """Also when something above becomes longer, and with the numbers of a figure unfolded."""
    tekst = plan(scherm)
    tekst.locator("figure summary").first.click()
    tekst.locator("#speerpunten").evaluate("kop => kop.scrollIntoView({behavior: 'instant'})")
    boven = "kop => Math.round(kop.getBoundingClientRect().top)"
    was = tekst.locator("#speerpunten").evaluate(boven)
    pad = lopend.map_ / "templates" / "_hoofdstuk_1_inleiding.md.j2"
    with tijdelijk(pad):
        vervang(pad, "Elk jaar maken we", "Dit is langer.\n\nEn langer.\n\nElk jaar maken we")
        expect(tekst.locator("main")).to_contain_text("En langer.", timeout=GEDULD * 1000)
        assert abs(tekst.locator("#speerpunten").evaluate(boven) - was) <= 1
        assert tekst.locator("figure details[open]").count() == 1
    expect(tekst.locator("main")).not_to_contain_text("En langer.", timeout=GEDULD * 1000)


@pytest.mark.browser
def test_another_area_is_a_choice_away(scherm: Page) -> None:
    scherm.get_by_label("Gebied").select_option("uitgeest")
    scherm.get_by_role("button", name="Toon").click()
    expect(scherm.get_by_role("heading", level=1)).to_have_text("Uitgeest 2027", timeout=GEDULD * 1000)
    expect(plan(scherm).locator("h1").first).to_contain_text("Uitgeest", timeout=GEDULD * 1000)
    assert "gebied=uitgeest" in scherm.url


# -- who may look


@pytest.mark.parametrize(
    "host", ["kwaad.example", "kwaad.example:{poort}", "127.0.0.1", "127.0.0.1:1", "localhost.kwaad:{poort}", ""]
)
@pytest.mark.parametrize("pad", ["/", "/plan", "/nieuws", "/weg"])
def test_who_asks_by_another_name_is_refused(lopend: Lopend, host: str, pad: str) -> None:
    with vraag(lopend, pad, host.format(poort=lopend.poort)) as antwoord:
        assert antwoord.status == 421
        assert b"Heiloo" not in antwoord.read()


@pytest.mark.parametrize("pad", ["/weg", "/plan/..%2f..%2fgebieden", "/gebieden/kader.toml", "/?gebied=../gebieden"])
def test_nothing_but_plans_is_given(lopend: Lopend, pad: str) -> None:
    with vraag(lopend, pad, f"localhost:{lopend.poort}") as antwoord:
        assert antwoord.status == 404


def test_a_page_may_run_only_our_script_and_stand_in_no_other_page(lopend: Lopend) -> None:
    with vraag(lopend, "/", f"127.0.0.1:{lopend.poort}") as antwoord:
        beleid = antwoord.headers["content-security-policy"]
        assert antwoord.headers["cache-control"] == "no-store"
    assert "unsafe" not in beleid
    assert "default-src 'none'; script-src 'sha256-" in beleid
    assert "frame-ancestors 'none'" in beleid


@contextmanager
def vraag(lopend: Lopend, pad: str, host: str) -> Iterator[http.client.HTTPResponse]:
    with closing(http.client.HTTPConnection("127.0.0.1", lopend.poort, timeout=GEDULD)) as lijn:
        lijn.putrequest("GET", pad, skip_host=True)
        lijn.putheader("Host", host)
        lijn.endheaders()
        with lijn.getresponse() as antwoord:
            yield antwoord


# -- begin and end


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_asked_and_leaves_nobody(tmp_path: Path, sein: signal.Signals) -> None:
    """In the middle of making a plan, with a page that listens."""
    voorvertoning = start(kopie(tmp_path))
    with vraag(voorvertoning, "/nieuws", f"127.0.0.1:{voorvertoning.poort}") as luisteraar:
        assert luisteraar.readline() == b"retry: 1000\n"
        uitvoer = voorvertoning.eindig(sein)
    assert voorvertoning.proces.returncode == 0
    assert uitvoer.splitlines()[-1] == "De voorvertoning is gestopt. Tot ziens!"
    assert "Traceback" not in uitvoer
    with pytest.raises(ProcessLookupError):
        os.killpg(voorvertoning.proces.pid, 0)


def test_two_previews_have_a_port_each_and_a_taken_port_is_said(lopend: Lopend) -> None:
    tweede = start(lopend.map_)
    assert tweede.poort != lopend.poort
    bezet = subprocess.run(
        [sys.executable, "-m", "gebiedsplan", "bekijk", "heiloo", "--poort", str(tweede.poort)],
        cwd=lopend.map_,
        env={**os.environ, "PYTHONPATH": str(WORTEL)},
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=False,
    )
    tweede.eindig()
    assert bezet.returncode == 2
    assert f"Poort {tweede.poort} is in gebruik." in bezet.stderr
    assert "[poort-bezet]" in bezet.stderr


@pytest.mark.browser
def test_an_open_page_says_that_it_stopped_and_goes_on_by_itself(browser: Browser, tmp_path: Path) -> None:
    eerste = start(kopie(tmp_path))
    scherm = browser.new_page()
    scherm.goto(eerste.adres)
    staat_er(scherm, "37%")
    eerste.eindig()
    expect(melding(scherm)).to_contain_text("De voorvertoning is gestopt.", timeout=GEDULD * 1000)
    staat_er(scherm, "37%")
    zet(eerste.werkmap, "Kwetsbaarheid", "D5", 33)
    tweede = start(tmp_path, "--poort", str(eerste.poort))
    staat_er(scherm, "33%")
    expect(melding(scherm)).to_contain_text(GOED)
    scherm.close()
    tweede.eindig()


@pytest.mark.parametrize(
    ("opties", "code"),
    [
        (("bekijk", "heilo"), "onbekend-gebied"),
        (("--gebieden", "weg", "bekijk", "heiloo"), "map-ontbreekt"),
        (("--templates", "weg", "bekijk", "heiloo"), "map-ontbreekt"),
    ],
)
def test_it_does_not_begin_without_something_to_look_at(opties: tuple[str, ...], code: str) -> None:
    uitkomst = subprocess.run(
        [sys.executable, "-m", "gebiedsplan", *opties],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=False,
    )
    assert uitkomst.returncode == 2
    assert f"[{code}]" in uitkomst.stderr


def test_without_its_parts_it_says_how_to_get_them() -> None:
    zonder = "import sys; sys.modules['uvicorn'] = None; from gebiedsplan.cli import main; main(['bekijk', 'heiloo'])"
    uitkomst = subprocess.run(
        [sys.executable, "-c", zonder], cwd=WORTEL, capture_output=True, text=True, timeout=GEDULD, check=False
    )
    assert uitkomst.returncode == 2
    assert "[bekijk-ontbreekt]" in uitkomst.stderr
    assert "nog nodig: uvicorn." in uitkomst.stderr


# -- when the program itself is wrong


def test_a_breakdown_is_said_in_the_page_and_shown_in_the_terminal_only(capsys: pytest.CaptureFixture[str]) -> None:
    uitkomsten: list[Callable[[], Voorproef]] = [lambda: GOEDE_PROEF, loop_vast, lambda: GOEDE_PROEF]

    async def werk() -> list[Stand]:
        voorvertoning = Voorvertoning("heiloo", lambda _: uitkomsten.pop(0)())
        taak = asyncio.create_task(voorvertoning.werk())
        gezien: list[Stand] = []
        async for stand in voorvertoning.volg("heiloo"):
            if stand.ronde > len(gezien):
                gezien.append(stand)
                if not uitkomsten:
                    break
                await voorvertoning.er_is_bewaard()
        taak.cancel()
        return gezien

    # The browser of the other tests has a loop of its own in this thread.
    with ThreadPoolExecutor() as elders:
        goed, vast, weer_goed = elders.submit(lambda: asyncio.run(werk())).result()
    assert "Traceback" in capsys.readouterr().err
    assert vast.html == goed.html == b"plan"
    assert "Dit is een fout in het programma zelf." in pagina.pagina(vast)
    assert "geheime tekst" not in pagina.pagina(vast)
    assert not weer_goed.houdt_tegen
    assert "Dit is een fout in het programma zelf." not in pagina.pagina(weer_goed)


GOEDE_PROEF = Voorproef(b"plan", (), 2027, {"heiloo": "Heiloo", "uitgeest": "Uitgeest"})


def loop_vast() -> Voorproef:
    raise RuntimeError("geheime tekst")


# -- can everyone use the page


VOORBEELD = Stand("heiloo").na(GOEDE_PROEF)
VEEL = (
    Bevinding("geen-getal", Plek("a/<b>.xlsx", blad="Zorg & <i>", cel="B3"), "<script>alert(1)</script>", "Doe <b>."),
    *(Bevinding("sjabloon-fout", Plek(f"s{n}.j2", regel=n), "x" * 300, "Kijk & vergelijk.") for n in range(20)),
    Bevinding("blok-leeg", Plek("a/<b>.xlsx"), "Leeg.", "Vul in.", Ernst.LET_OP),
)
STANDEN = {
    "goed": VOORBEELD,
    "fout": VOORBEELD.na(replace(GOEDE_PROEF, html=None, bevindingen=VEEL)),
    "let op": VOORBEELD.na(replace(GOEDE_PROEF, bevindingen=VEEL[-1:])),
    "vastgelopen": VOORBEELD.na_vastlopen(),
    "begin": Stand("heiloo"),
}


def test_text_from_a_file_is_text_in_the_page() -> None:
    tekst = pagina.pagina(STANDEN["fout"]).split("<section")[1].split("<script>")[0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in tekst
    assert "<b>" not in tekst
    assert "<i>" not in tekst


@pytest.mark.java
@pytest.mark.node
def test_the_page_is_valid_html(tmp_path: Path) -> None:
    for naam, stand in STANDEN.items():
        (tmp_path / f"{naam}.html").write_text(pagina.pagina(stand), "utf-8")
    (tmp_path / "onbekend.html").write_text(pagina.onbekend("<x>"), "utf-8")
    paginas = list(tmp_path.glob("*.html"))
    assert vnu.keur(paginas) == {pad: [] for pad in paginas}


@pytest.mark.browser
@pytest.mark.node
def test_axe_finds_nothing_in_the_page(browser: Browser) -> None:
    scherm = browser.new_page()
    for naam, breedte in product(STANDEN, (PHONE, DESKTOP)):
        scherm.set_viewport_size({"width": breedte, "height": 800})
        # Without its script the page stays as it is; an empty frame stands for the plan.
        inhoud = re.sub(r"<script>.*</script>", "", pagina.pagina(STANDEN[naam]), flags=re.DOTALL)
        scherm.set_content(re.sub(r'src="/plan[^"]*"', 'srcdoc="<html lang=nl><title>x</title><h1>x"', inhoud))
        scherm.evaluate(npm.bestand("axe-core/axe.min.js").read_text("utf-8"))
        axe.begin(scherm)
        assert axe.oordeel(scherm) == [], (naam, breedte)
        assert steekt_uit(scherm) == [], (naam, breedte)
    scherm.close()
