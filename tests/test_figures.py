"""The charts, seen as a reader of the bytes sees them: which marks there are, where, and how large."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import matplotlib
import matplotlib.image
import pytest

from gebiedsplan import huisstijl
from gebiedsplan.document import Picture
from gebiedsplan.figures import draw
from gebiedsplan.figures.bewerkbaar.trend import describe_trend
from gebiedsplan.figures.schaal import Schaal, number, round_step
from gebiedsplan.figures.spreiding import spread
from gebiedsplan.figures.stijl import stijl_van
from gebiedsplan.plan.grafiek import (
    Basis,
    Bogen,
    Grafiek,
    Kernbeeld,
    KernbeeldGroep,
    KernbeeldRij,
    Leeftijdsgroep,
    Leeftijdsopbouw,
    Lijn,
    Oordeel,
    Punt,
    Raster,
    Staaf,
    Trend,
    Vergelijking,
)

STIJLMAP = Path(__file__).parent.parent / "templates" / "huisstijl"
HUISSTIJL = huisstijl.read((STIJLMAP,), "heiloo").huisstijl
LANGE_NAAM = "Dijk & Waard / 't Zand <Noord> en de $x^2$ buurtschappen daar"
BASIS = Basis("egmond-grafiek", "Titel", "Alt", "Bron", Raster((), ()))

RIJ = KernbeeldRij(
    label="Voelt zich eenzaam",
    eigen_tekst="43%",
    referentie_tekst="42%",
    land_tekst="47%",
    eigen=-1.0,
    land=-3.0,
    anderen=(-4.0, 0.5, 2.0),
    oordeel="geen duidelijk verschil",
    voorbeeld=False,
)
STAAF = Staaf("Egmond", 43.0, "43%", "eigen", 39.0, 47.0, False)


def kernbeeld(*rijen: KernbeeldRij, referentie: str = "BUCH") -> Kernbeeld:
    return Kernbeeld(BASIS, "Egmond", referentie, "Nederland", (KernbeeldGroep("Gezondheid", rijen),), grens=1.5)


def vergelijking(*staven: Staaf, referentie: tuple[float, str] | None = (42.0, "BUCH")) -> Vergelijking:
    return Vergelijking(BASIS, "% van de inwoners van 18 jaar en ouder", staven, referentie)


def lijn(label: str, *waarden: float | None, rol: str = "eigen", eerste: int = 2020) -> Lijn:
    punten = [
        Punt(eerste + 2 * index, waarde, "niet gemeten" if waarde is None else f"{waarde:g}%")
        for index, waarde in enumerate(waarden)
    ]
    return Lijn(label, "eigen" if rol == "eigen" else "ander", tuple(punten))


def trend(*lijnen: Lijn) -> Trend:
    jaren = tuple(sorted({punt.jaar for een in lijnen for punt in een.punten}))
    return Trend(BASIS, "% van de inwoners", jaren, lijnen)


def opbouw(*aandelen: tuple[float | None, ...]) -> Leeftijdsopbouw:
    regios = ("Egmond", "BUCH", "Nederland")
    groepen = tuple(
        Leeftijdsgroep(f"groep {index}", een, tuple("onbekend" if deel is None else f"{deel:g}%" for deel in een))
        for index, een in enumerate(aandelen)
    )
    return Leeftijdsopbouw(BASIS, regios, groepen)


PUNTEN = replace(
    vergelijking(
        replace(STAAF, rol="ander", oordeel="geen duidelijk verschil"),
        replace(STAAF, label="Heiloo", waarde=41.0, onder=None, boven=None, rol="ander", oordeel="gunstiger"),
        replace(STAAF, label="Schoorl", waarde=40.0, onder=None, boven=None, rol="ander", voorbeeld=True),
    ),
    punten=True,
    minstens=6.0,
    legenda=(("gunstiger", "gunstiger dan BUCH"),),
)

ALLE_SOORTEN: tuple[Grafiek, ...] = (
    kernbeeld(RIJ, replace(RIJ, eigen=None, eigen_tekst="te weinig gegevens"), replace(RIJ, voorbeeld=True)),
    vergelijking(STAAF, replace(STAAF, label="Heiloo", rol="ander", voorbeeld=True)),
    PUNTEN,
    trend(lijn("Egmond", 40, None, 44), lijn("BUCH", 41, 42, 43, rol="ander")),
    opbouw((11, 14, 15), (32, None, 20)),
    Bogen(BASIS, ("Gezin", "Algemeen", "Collectieve en individuele voorzieningen")),
)


class Tekening:
    """The marks in a picture by name, with their outlines in points from the upper left corner."""

    def __init__(self, grafiek: Grafiek) -> None:
        self.picture: Picture = draw(grafiek, HUISSTIJL)
        self.root = ElementTree.fromstring(self.picture.svg)
        prefix = f"{grafiek.basis.id}-"
        self.groups = {
            element.get("id", "").removeprefix(prefix): element for element in self.root.iter() if element.get("id")
        }

    def names(self, start: str) -> set[str]:
        return {name for name in self.groups if name.startswith(start)}

    def outline(self, name: str) -> list[tuple[float, float]]:
        path = next(element for element in self.groups[name].iter() if element.tag.endswith("path"))
        numbers = [float(text) for text in re.findall(r"-?\d+(?:\.\d+)?", path.get("d", ""))]
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def left(self, name: str) -> float:
        return min(x for x, _ in self.outline(name))

    def right(self, name: str) -> float:
        return max(x for x, _ in self.outline(name))

    def middle(self, name: str) -> float:
        return (self.left(name) + self.right(name)) / 2

    def height(self, name: str) -> float:
        ys = [y for _, y in self.outline(name)]
        return (min(ys) + max(ys)) / 2

    def bounds(self, name: str) -> tuple[float, float, float, float]:
        xs, ys = zip(*self.outline(name), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def style(self, name: str) -> str:
        path = next(element for element in self.groups[name].iter() if element.tag.endswith("path"))
        return path.get("style", "")


# -- bogen


@pytest.mark.parametrize("aantal", [1, 2, 3, 6])
def test_arches_lie_around_each_other_from_the_first_on(aantal: int) -> None:
    namen = tuple(f"Een boog met een lange naam, nummer {nummer}" for nummer in range(aantal))
    tekening = Tekening(Bogen(BASIS, namen))
    assert tekening.names("boog-") == {f"boog-{plaats}" for plaats in range(aantal)}
    # What lies outside is drawn first: a smaller arch is on top of it.
    assert next(naam for naam in tekening.groups if naam.startswith("boog-")) == f"boog-{aantal - 1}"
    grond = tekening.height("grond")
    for binnen, buiten in pairwise(tekening.bounds(f"boog-{plaats}") for plaats in range(aantal)):
        assert buiten[0] < binnen[0]
        assert binnen[2] < buiten[2]
        assert buiten[1] < binnen[1] < grond
    assert draw(Bogen(BASIS, namen), HUISSTIJL).chart is None


# -- kernbeeld


def test_own_value_without_number_has_no_mark() -> None:
    tekening = Tekening(kernbeeld(RIJ, replace(RIJ, eigen=None, eigen_tekst="te weinig gegevens")))
    assert tekening.names("eigen-") == {"eigen-0"}
    assert tekening.names("anderen-") == {"anderen-0", "anderen-1"}


def test_unknown_country_has_no_mark() -> None:
    assert not Tekening(kernbeeld(replace(RIJ, land=None, land_tekst="niet bekend"))).names("land-")


def test_favourable_lies_right_of_reference_and_unfavourable_left() -> None:
    rijen = [replace(RIJ, eigen=eigen) for eigen in (-3.0, -1.0, 0.0, 2.0)]
    tekening = Tekening(kernbeeld(*rijen))
    places = [tekening.middle(f"eigen-{row}") for row in range(4)]
    assert places == sorted(places)
    assert places[2] == pytest.approx(tekening.middle("referentielijn"), abs=0.1)


def test_same_difference_is_same_distance_in_every_row() -> None:
    tekening = Tekening(kernbeeld(replace(RIJ, eigen=2.0, anderen=()), replace(RIJ, eigen=-2.0, anderen=(-9.0, 9.0))))
    line = tekening.middle("referentielijn")
    assert tekening.middle("eigen-0") - line == pytest.approx(line - tekening.middle("eigen-1"), abs=0.1)


def test_range_runs_from_lowest_to_highest_area_own_included() -> None:
    tekening = Tekening(kernbeeld(replace(RIJ, eigen=-6.0, anderen=(-2.0, 3.0))))
    assert tekening.left("bereik-0") == pytest.approx(tekening.middle("eigen-0"), abs=0.1)
    assert tekening.right("bereik-0") == pytest.approx(tekening.right("anderen-0"), abs=0.1)


def test_country_outside_scale_stands_at_edge_with_arrow() -> None:
    tekening = Tekening(kernbeeld(replace(RIJ, land=-40.0), replace(RIJ, land=-2.0)))
    assert tekening.names("land-") == {"land-0", "land-0-buiten", "land-1"}
    assert tekening.left("land-0-buiten") < tekening.left("land-0") < tekening.left("bereik-0")


@pytest.mark.parametrize(
    ("oordeel", "color", "corners"),
    [("gunstiger", "#1e7b4f", 3), ("minder gunstig", "#b3261e", 3), ("geen richting", "#1f2933", 4)],
)
def test_verdict_has_its_own_shape_and_colour(oordeel: Oordeel, color: str, corners: int) -> None:
    tekening = Tekening(kernbeeld(replace(RIJ, oordeel=oordeel)))
    assert color in tekening.style("eigen-0")
    assert len(set(tekening.outline("eigen-0"))) == corners


def test_triangle_points_up_for_better_and_down_for_worse() -> None:
    tekening = Tekening(kernbeeld(replace(RIJ, oordeel="gunstiger"), replace(RIJ, oordeel="minder gunstig")))
    up, down = (sorted(y for _, y in set(tekening.outline(f"eigen-{row}"))) for row in (0, 1))
    assert up[1] == up[2]
    assert down[0] == down[1]


def test_example_value_is_left_open() -> None:
    tekening = Tekening(kernbeeld(RIJ, replace(RIJ, voorbeeld=True)))
    assert "fill: #0b5fa5" in tekening.style("eigen-0")
    assert "fill: #ffffff" in tekening.style("eigen-1")


def test_rows_go_on_below_each_other_over_groups() -> None:
    groepen = (KernbeeldGroep("Gezondheid", (RIJ, RIJ)), KernbeeldGroep("Inkomen", (RIJ,)))
    tekening = Tekening(replace(kernbeeld(), groepen=groepen))
    heights = [tekening.height(f"eigen-{row}") for row in range(3)]
    assert heights == sorted(heights)
    assert heights[2] - heights[1] > heights[1] - heights[0]


# -- vergelijking


def test_missing_value_has_no_bar_and_zero_has_no_length() -> None:
    missing = replace(STAAF, label="Schoorl", waarde=None, tekst="te weinig gegevens", onder=None, boven=None)
    zero = replace(STAAF, label="Uitgeest", waarde=0.0, tekst="0%", onder=None, boven=None)
    tekening = Tekening(vergelijking(STAAF, missing, zero))
    assert tekening.names("eigen-") == {"eigen-0", "eigen-2"}
    assert tekening.right("eigen-2") == tekening.left("eigen-2")
    assert tekening.names("interval-") == {"interval-0"}


def test_bars_start_at_zero_and_are_in_proportion() -> None:
    tekening = Tekening(vergelijking(STAAF, replace(STAAF, waarde=21.5, rol="ander", onder=None, boven=None)))
    own = tekening.right("eigen-0") - tekening.left("eigen-0")
    other = tekening.right("ander-1") - tekening.left("ander-1")
    assert tekening.left("eigen-0") == tekening.left("ander-1")
    assert other == pytest.approx(own / 2, abs=0.1)


def test_reference_line_stands_at_its_value() -> None:
    tekening = Tekening(vergelijking(replace(STAAF, waarde=42.0)))
    assert tekening.middle("referentielijn") == pytest.approx(tekening.right("eigen-0"), abs=0.1)


def test_without_reference_there_is_no_line() -> None:
    assert not Tekening(vergelijking(STAAF, referentie=None)).names("referentielijn")


def test_example_bar_is_hatched() -> None:
    tekening = Tekening(vergelijking(STAAF, replace(STAAF, voorbeeld=True)))
    assert tekening.names("strepen-") == {"strepen-eigen-1"}
    assert "stroke: #0b5fa5" in tekening.style("strepen-eigen-1")
    assert tekening.bounds("strepen-eigen-1") == pytest.approx(tekening.bounds("eigen-1"), abs=0.02)


def test_only_missing_values_can_be_drawn() -> None:
    missing = replace(STAAF, waarde=None, tekst="niet bekend", onder=None, boven=None)
    assert not Tekening(vergelijking(missing, referentie=None)).names("eigen-")


# -- trend


def test_a_line_stops_where_figures_cannot_be_compared() -> None:
    heel = lijn("Egmond", 40, 41, 50, 51)
    gebroken = replace(heel, punten=tuple(replace(p, breuk=i == 2) for i, p in enumerate(heel.punten)))
    een, twee = Tekening(trend(heel)), Tekening(trend(gebroken))

    stippen = {f"eigen-0-{jaar}" for jaar in (2020, 2022, 2024, 2026)}
    assert een.names("eigen-0-") == stippen | {"eigen-0-0"}
    assert twee.names("eigen-0-") == stippen | {"eigen-0-0", "eigen-0-1"}
    assert twee.right("eigen-0-0") < twee.left("eigen-0-1")
    # In a chart that Word draws the stretches are lines of their own.
    reeksen = describe_trend(trend(gebroken), stijl_van(HUISSTIJL)).series
    assert [(r.name, r.values) for r in reeksen] == [
        ("Egmond (tot 2024)", (40, 41, None, None)),
        ("Egmond", (None, None, 50, 51)),
    ]


def test_gap_stays_open() -> None:
    tekening = Tekening(trend(lijn("Egmond", 40, 41, None, 44, 45)))
    assert tekening.names("eigen-0-") == {
        "eigen-0-0",
        "eigen-0-1",
        *(f"eigen-0-{jaar}" for jaar in (2020, 2022, 2026, 2028)),
    }
    assert tekening.right("eigen-0-0") < tekening.left("eigen-0-1")


def test_years_stand_at_their_distance_in_time() -> None:
    vroeg, laat = lijn("Egmond", 40, eerste=2012), lijn("Egmond", 41, 44, eerste=2020)
    tekening = Tekening(trend(replace(laat, punten=vroeg.punten + laat.punten)))
    first, second, third = (tekening.middle(f"eigen-0-{jaar}") for jaar in (2012, 2020, 2022))
    assert second - first == pytest.approx(4 * (third - second), abs=0.1)


def test_own_line_lies_on_top() -> None:
    tekening = Tekening(trend(lijn("Egmond", 40, 41), lijn("BUCH", 40, 41, rol="ander")))
    order = list(tekening.groups)
    assert order.index("ander-1-0") < order.index("eigen-0-0")


def test_higher_value_stands_higher() -> None:
    tekening = Tekening(trend(lijn("Egmond", 40, 45)))
    assert tekening.height("eigen-0-2022") < tekening.height("eigen-0-2020")


@pytest.mark.parametrize("waarden", [(5.0, 5.0), (0.0, 0.0), (54.0,), (None, None), (-2.0, 3.0), (0.1, 99.9)])
def test_every_range_of_values_can_be_drawn(waarden: tuple[float | None, ...]) -> None:
    tekening = Tekening(trend(lijn("Egmond", *waarden)))
    jaren = [2020 + 2 * index for index, waarde in enumerate(waarden) if waarde is not None]
    assert tekening.names("eigen-0-2") == {f"eigen-0-{jaar}" for jaar in jaren}
    height = tekening.picture.height_mm / 25.4 * 72
    assert all(0 < tekening.height(f"eigen-0-{jaar}") < height for jaar in jaren)


# -- leeftijdsopbouw


def test_missing_share_has_no_mark() -> None:
    tekening = Tekening(opbouw((None, 14, 15), (32, None, 20)))
    assert tekening.names("eigen-") == {"eigen-1"}
    assert tekening.names("referentie-") == {"referentie-0-0", "referentie-0-1", "referentie-1-1"}


def test_mark_of_equal_share_stands_at_end_of_own_bar_and_beside_the_other() -> None:
    tekening = Tekening(opbouw((20, 20, 20), (40, 10, 10)))
    assert tekening.middle("referentie-0-0") == pytest.approx(tekening.right("eigen-0"), abs=0.1)
    assert tekening.height("referentie-0-0") < tekening.height("referentie-0-1")


# -- every chart


@pytest.fixture(params=ALLE_SOORTEN, ids=lambda grafiek: type(grafiek).__name__)
def soort(request: pytest.FixtureRequest) -> Grafiek:
    grafiek: Grafiek = request.param
    return grafiek


def test_ids_are_unique_and_carry_the_name_of_the_chart(soort: Grafiek) -> None:
    svg = draw(soort, HUISSTIJL).svg.decode()
    ids = re.findall(r'\bid="([^"]*)"', svg)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("egmond-grafiek-") for name in ids)
    assert set(re.findall(r'(?:href="|url\()#([^")]*)', svg)) <= set(ids)


def test_svg_is_one_element_that_scales_and_styles_nothing_around_it(soort: Grafiek) -> None:
    svg = draw(soort, HUISSTIJL).svg.decode()
    assert svg.startswith("<svg")
    assert svg.endswith("</svg>")
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox")
    assert not {"width", "height"} & set(root.keys())
    assert not re.search("<!--|<metadata|<style|<title|matplotlib.org", svg)


def test_png_is_sharp_enough_for_paper_and_says_nothing_about_its_maker(soort: Grafiek) -> None:
    picture = draw(soort, HUISSTIJL)
    height, width, _ = matplotlib.image.imread(BytesIO(picture.png)).shape
    assert picture.width_mm == 160
    assert width / (picture.width_mm / 25.4) >= 200
    assert height / width == pytest.approx(picture.height_mm / picture.width_mm, abs=0.002)
    assert list(dict.fromkeys(png_chunks(picture.png))) == [b"IHDR", b"PLTE", b"pHYs", b"IDAT", b"IEND"]


def png_chunks(png: bytes) -> list[bytes]:
    kinds, place = [], 8
    while place < len(png):
        kinds.append(png[place + 4 : place + 8])
        place += 12 + int.from_bytes(png[place : place + 4], "big")
    return kinds


def test_png_shows_the_own_colour(soort: Grafiek) -> None:
    pixels = matplotlib.image.imread(BytesIO(draw(soort, HUISSTIJL).png))[:, :, :3]
    accent = [component / 255 for component in (0x0B, 0x5F, 0xA5)]
    assert (abs(pixels - accent) < 0.01).all(axis=2).any()


def test_svg_uses_nothing_that_word_may_not_know(soort: Grafiek) -> None:
    svg = draw(soort, HUISSTIJL).svg.decode()
    assert not re.search(r"<(?:style|pattern|clipPath|mask|filter|image|text)\b|\bclass=|var\(|url\(", svg)


def test_same_values_give_same_bytes(soort: Grafiek) -> None:
    assert draw(soort, HUISSTIJL) == draw(soort, HUISSTIJL)


def test_bytes_do_not_depend_on_folder_date_or_settings_of_a_user(tmp_path: Path) -> None:
    (tmp_path / "matplotlibrc").write_text("svg.fonttype: none\nfont.size: 30\ntext.antialiased: False\n")
    script = (
        "import hashlib, sys; sys.path.insert(0, sys.argv[1])\n"
        "from test_figures import ALLE_SOORTEN, HUISSTIJL, draw\n"
        "pictures = [draw(grafiek, HUISSTIJL) for grafiek in ALLE_SOORTEN]\n"
        "print(hashlib.sha256(b''.join(p.svg + p.png for p in pictures)).hexdigest())\n"
    )
    project = Path(__file__).parent.parent
    digests = {
        subprocess.run(
            [sys.executable, "-c", script, str(project / "tests")],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": date, "PYTHONHASHSEED": date},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for folder, date in ((project, "0"), (tmp_path, "86400"))
    }
    assert len(digests) == 1


def test_drawing_leaves_the_settings_of_matplotlib_alone(soort: Grafiek) -> None:
    before = dict(matplotlib.rcParams)
    draw(soort, HUISSTIJL)
    assert dict(matplotlib.rcParams) == before


# -- text


LANG: dict[str, Callable[[str], Grafiek]] = {
    "kernbeeld": lambda naam: kernbeeld(replace(RIJ, label=naam), referentie=naam),
    "vergelijking": lambda naam: vergelijking(replace(STAAF, label=naam), referentie=(42.0, naam)),
    "trend": lambda naam: trend(lijn(naam, 40, 44)),
    "leeftijdsopbouw": lambda naam: replace(opbouw((11, 14, 15)), regios=("Egmond", naam, "Nederland")),
}


@pytest.mark.parametrize("soort_naam", LANG)
def test_long_name_stays_on_the_sheet(soort_naam: str) -> None:
    pixels = matplotlib.image.imread(BytesIO(draw(LANG[soort_naam](LANGE_NAAM), HUISSTIJL).png))[:, :, :3]
    lightest_line = 0.7
    assert min(edge.min() for edge in (pixels[:, -1], pixels[0], pixels[-1])) > lightest_line


def test_dollar_signs_are_characters() -> None:
    plain, maths = (draw(LANG["trend"](naam), HUISSTIJL).svg.decode() for naam in ("x2", "$x^2$"))
    glyph = "LiberationSans-Bold-"
    assert maths.count(f'href="#egmond-grafiek-{glyph}') == plain.count(f'href="#egmond-grafiek-{glyph}') + 3


@pytest.mark.parametrize("naam", ["日本 🙂", "a\nb\tc", "niet\N{NON-BREAKING HYPHEN}breken", "", "-->", "]]>", "&amp;"])
def test_any_text_from_a_cell_can_be_drawn(naam: str) -> None:
    for maak in LANG.values():
        ElementTree.fromstring(draw(maak(naam), HUISSTIJL).svg)


def test_wrapped_lines_fit_and_lose_nothing() -> None:
    stijl = stijl_van(HUISSTIJL)
    for width in (5.0, 20.0, 60.0):
        lines = stijl.wrap(LANGE_NAAM, width, stijl.gewoon)
        assert all(stijl.width_mm(line, stijl.gewoon) <= width for line in lines)
        assert "".join(lines).replace(" ", "") == LANGE_NAAM.replace(" ", "")


def test_no_letter_is_smaller_than_can_be_read_on_paper() -> None:
    stijl = stijl_van(HUISSTIJL)
    assert min(stijl.klein, stijl.gewoon) >= 7.5


# -- places


def test_labels_that_fit_stay_and_labels_that_clash_move_as_little_as_possible() -> None:
    assert spread((1.0, 9.0), (2.0, 2.0), 0.0, 10.0) == (1.0, 9.0)
    assert spread((5.0, 5.0), (2.0, 2.0), 0.0, 10.0) == (4.0, 6.0)


@pytest.mark.parametrize("wanted", [(5.0, 5.0, 5.0), (0.0, 0.0, 9.0), (9.9, 9.8, 9.7), (3.0, 1.0, 2.0), ()])
def test_labels_never_overlap_nor_leave_their_room(wanted: tuple[float, ...]) -> None:
    placed = spread(wanted, [2.0] * len(wanted), 0.0, 10.0)
    ordered = sorted(placed)
    assert all(later - earlier >= 2.0 - 1e-9 for earlier, later in pairwise(ordered))
    assert all(1.0 <= place <= 9.0 for place in placed)
    assert sorted(range(len(wanted)), key=lambda index: (wanted[index], index)) == sorted(
        range(len(wanted)), key=lambda index: placed[index]
    )


@pytest.mark.parametrize(
    ("span", "parts", "step"), [(10, 4, 5), (8, 4, 2), (0.8, 4, 0.2), (99, 4, 50), (0, 4, 1), (100, 2, 50)]
)
def test_steps_are_round(span: float, parts: int, step: float) -> None:
    assert round_step(span, parts) == pytest.approx(step)


def test_numbers_at_an_axis_are_dutch() -> None:
    assert [number(value) for value in (2.5, 10.0, -1.0, 0.1 + 0.2)] == ["2,5", "10", "\N{MINUS SIGN}1", "0,3"]


def test_scale_may_run_upwards() -> None:
    schaal = Schaal(0, 10, begin=60, einde=10)
    assert [schaal.plek(waarde) for waarde in (0, 5, 10)] == [60, 35, 10]


def test_the_gemeente_of_a_part_has_a_stroke() -> None:
    zonder = Tekening(kernbeeld(RIJ))
    deel = replace(kernbeeld(replace(RIJ, gemeente=0.4), RIJ), gemeente_naam="Bergen")
    met = Tekening(deel)
    assert not zonder.names("gemeente-")
    assert met.names("gemeente-") == {"gemeente-0"}


# -- areas as marks on one scale


def test_marks_stand_where_their_values_are_and_look_as_their_verdict() -> None:
    beeld = Tekening(PUNTEN)
    plekken = [beeld.middle(f"punt-{nummer}") for nummer in range(3)]
    assert plekken[0] - plekken[1] == pytest.approx(2 * (plekken[1] - plekken[2]), abs=0.1)
    lijn_ = beeld.middle("referentielijn")
    assert plekken[0] - lijn_ == pytest.approx(plekken[1] - plekken[2], abs=0.1)
    assert beeld.names("interval-") == {"interval-0"}
    assert beeld.left("interval-0") < plekken[0] < beeld.right("interval-0")
    # A triangle has fewer corners than a circle; an example is left open.
    assert len(beeld.outline("punt-1")) < len(beeld.outline("punt-0"))
    assert beeld.style("punt-1") != beeld.style("punt-0")
    assert "fill: #ffffff" in beeld.style("punt-2")


def test_a_small_difference_does_not_look_large() -> None:
    """The scale is as wide as asked, whatever the values; without that it ends at the values."""

    def uiteen(minstens: float) -> float:
        dicht_bij = [replace(STAAF, waarde=waarde, onder=None, boven=None) for waarde in (42.2, 42.0)]
        beeld = Tekening(replace(vergelijking(*dicht_bij), punten=True, minstens=minstens))
        return beeld.middle("punt-0") - beeld.middle("punt-1")

    assert 0 < uiteen(6.0) < uiteen(0.0) / 3


def test_marks_never_need_a_scale_below_zero() -> None:
    bijna_nul = replace(STAAF, waarde=0.1, onder=0.0, boven=0.4)
    beeld = Tekening(replace(vergelijking(bijna_nul, referentie=(0.2, "BUCH")), punten=True, minstens=6.0))
    assert "\N{MINUS SIGN}" not in beeld.picture.svg.decode()
    assert beeld.left("interval-0") < beeld.middle("punt-0")
