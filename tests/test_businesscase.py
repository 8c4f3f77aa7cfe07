"""What prevention yields: from the sheet Businesscase to the plan, always as a range and never by a small number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from gebiedsplan import kader, nieuw, werkmap
from gebiedsplan.bevinding import Ernst
from gebiedsplan.build import Mappen, documenten, vergelijken
from gebiedsplan.cijfers.businesscase import Bandbreedte, doorgerekend
from gebiedsplan.gebied.bladen import BLADEN, BUSINESSCASE
from gebiedsplan.gebied.lezen import bladnamen
from gebiedsplan.inlezen import Lezer
from gebiedsplan.plan import middelen
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.opbouw import plan as maak_plan

Rij: TypeAlias = Mapping[str, Any]
KOPPEN = [kolom.naam for spec in BLADEN if spec.naam == BUSINESSCASE for kolom in spec.kolommen]
VAST = "\N{NO-BREAK SPACE}"
GEWOON: Rij = {
    "Hulpvraag": "Hulp na een val",
    "Speerpunt": "H3",
    "Jaar": 2026,
    "Inwoners": 40,
    "Bron inwoners": "Telling",
    "Maatwerk per inwoner": 2000,
    "Bron maatwerk": "Administratie",
    "Sociale basis vast": 10000,
    "Sociale basis per inwoner": 50,
    "Bron sociale basis": "Subsidie",
    "Vermeden laag": 10,
    "Vermeden hoog": 30,
    "Bron vermeden": "Schatting van het team",
    "Status": "schatting",
}


def bewerk(gebieden: Path, doe: Callable[[Workbook], None], slug: str = "heiloo", jaar: int = 2027) -> None:
    pad = gebieden / slug / f"{jaar}.xlsx"
    boek = load_workbook(pad)
    doe(boek)
    boek.save(pad)


def met(gebieden: Path, *rijen: Rij, slug: str = "heiloo", jaar: int = 2027) -> None:
    """Give an area these questions, and no others."""

    def zet(boek: Workbook) -> None:
        if BUSINESSCASE in boek.sheetnames:
            del boek[BUSINESSCASE]
        blad = boek.create_sheet(BUSINESSCASE)
        blad.append(KOPPEN)
        for rij in rijen:
            blad.append([rij.get(kop) for kop in KOPPEN])

    bewerk(gebieden, zet, slug, jaar)


def bronnen(gebieden: Path, slug: str = "heiloo") -> Bronnen:
    return documenten.bronnen(Lezer(gebieden).lees_plan(slug, 2027))


def plan(gebieden: Path, slug: str = "heiloo") -> Plan:
    return maak_plan(bronnen(gebieden, slug))


def zinnen(gebieden: Path) -> list[str]:
    preventie = plan(gebieden).preventie
    assert preventie is not None
    return [vraag.zin.replace(VAST, " ") for vraag in preventie.hulpvragen]


def codes(gebieden: Path, slug: str = "heiloo") -> list[tuple[str, Ernst]]:
    gevonden = Lezer(gebieden).lees(slug, 2027).bevindingen
    return [(b.code, b.ernst) for b in gevonden if b.plek.blad == BUSINESSCASE]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        # 40 x 2.000 = 80.000; the help costs 12.000: from 15% on; 8.000 - 12.000 and 24.000 - 12.000.
        (
            {},
            "De uitkomst is van € 4.000 meer kosten tot € 12.000 minder kosten per jaar. "
            "Het kan dus geld kosten en geld schelen. "
            "Het verdient zich terug als ten minste 15% van deze 40 inwoners geen maatwerk nodig heeft.",
        ),
        (
            {"Vermeden laag": 20},
            "De uitkomst is van € 4.000 tot € 12.000 minder kosten per jaar. "
            "Ook bij de lage schatting kost het minder dan maatwerk. "
            "Het verdient zich terug als ten minste 15% van deze 40 inwoners geen maatwerk nodig heeft.",
        ),
        (
            {"Vermeden hoog": 15, "Vermeden laag": 5},
            "De uitkomst is van € 0 tot € 8.000 meer kosten per jaar. "
            "Ook bij de hoge schatting kost het meer dan maatwerk, of evenveel. "
            "Het verdient zich terug als ten minste 15% van deze 40 inwoners geen maatwerk nodig heeft.",
        ),
        # What it pays from is rounded up: at 15% it would still cost 20 euros.
        (
            {"Sociale basis vast": 10020},
            "De uitkomst is van € 4.020 meer kosten tot € 11.980 minder kosten per jaar. "
            "Het kan dus geld kosten en geld schelen. "
            "Het verdient zich terug als ten minste 16% van deze 40 inwoners geen maatwerk nodig heeft.",
        ),
        (
            {"Sociale basis vast": 90000, "Sociale basis per inwoner": None},
            "De uitkomst is van € 66.000 tot € 82.000 meer kosten per jaar. "
            "Ook bij de hoge schatting kost het meer dan maatwerk. "
            "Het verdient zich niet terug: de hulp kost meer dan maatwerk voor al deze inwoners samen.",
        ),
        (
            {"Vermeden laag": None},
            "Hoeveel maatwerk dit voorkomt, is nog niet geschat. "
            "Het verdient zich terug als ten minste 15% van deze 40 inwoners geen maatwerk nodig heeft.",
        ),
        (
            {"Maatwerk per inwoner": "nog niet vastgesteld"},
            "Dit is nog niet door te rekenen. Nog niet alle kosten zijn bekend.",
        ),
        ({"Inwoners": "."}, "Dit is nog niet door te rekenen. Het aantal inwoners is nog niet bekend."),
    ],
)
def test_the_outcome_is_a_range_with_its_break_even(gebieden: Path, anders: Rij, zin: str) -> None:
    met(gebieden, {**GEWOON, **anders})
    assert zinnen(gebieden) == [zin]


def test_costs_that_are_not_known_are_never_nothing(gebieden: Path) -> None:
    """An empty cell beside an amount says that those costs are not there; "nog niet vastgesteld" says nothing."""
    leeg, onbekend = {"Sociale basis per inwoner": None}, {"Sociale basis per inwoner": "nog niet vastgesteld"}
    met(gebieden, {**GEWOON, **leeg}, {**GEWOON, **onbekend, "Hulpvraag": "Andere vraag"})
    b = bronnen(gebieden)
    zonder, open_ = doorgerekend(b.eigen.hulpvragen, b.kader)
    assert zonder.basis == 10000
    assert (open_.basis, open_.uitkomst, open_.omslag) == (None, None, None)
    assert codes(gebieden) == [("businesscase-onvolledig", Ernst.LET_OP)]
    preventie = maak_plan(b).preventie
    assert preventie is not None
    assert preventie.samen == ""
    assert preventie.tabel.rijen[1][1:] == (
        "80.000",
        "nog niet vastgesteld",
        "nog niet vastgesteld",
        "nog niet vastgesteld",
    )


def test_a_small_number_is_hidden_with_all_that_follows_from_it(gebieden: Path) -> None:
    """7 x 2.137 = 14.959; whoever knows one of the sums knows the number."""
    klein = {
        **GEWOON,
        "Inwoners": 7,
        "Maatwerk per inwoner": 2137,
        "Bron inwoners": "Telling: 7 gezinnen",
        "Opmerking": "Van de 7 wonen er 3 alleen.",
    }
    met(gebieden, klein, {**GEWOON, "Hulpvraag": "Andere vraag"})
    gemaakt = plan(gebieden)
    assert gemaakt.preventie is not None
    assert gemaakt.preventie.samen == ""
    assert gemaakt.preventie.tabel.rijen[0] == ("Hulp na een val", "geheim", "geheim", "geheim", "geheim")
    tekst = repr(gemaakt.preventie)
    assert "14.959" not in tekst
    assert "gezinnen" not in tekst
    assert "wonen er" not in tekst
    assert "geheim" in dict(gemaakt.bijlagen.tekens)


def test_an_amount_elsewhere_that_gives_a_small_number_away_is_asked_about(gebieden: Path) -> None:
    """7 x 2.137 in the table of money, and the number itself in a text about the same help."""
    met(gebieden, {**GEWOON, "Inwoners": 7, "Maatwerk per inwoner": 2137})

    def verraad(boek: Workbook) -> None:
        boek["Middelen"]["C3"].value = 14959
        boek["Middelen"]["C4"].value = 14960
        boek["Teksten"]["B2"].value = "Zeven inwoners kregen hulp na een val."

    bewerk(gebieden, verraad)
    gevonden = [b for b in Lezer(gebieden).lees("heiloo", 2027).bevindingen if b.code == "geheim-in-tekst"]
    assert {(b.plek.blad, b.plek.cel, b.ernst) for b in gevonden if b.plek.cel in ("C3", "C4", "B2")} == {
        ("Middelen", "C3", Ernst.LET_OP),
        ("Teksten", "B2", Ernst.FOUT),
    }
    assert not any("7" in b.tekst or "zeven" in b.tekst for b in gevonden if "2027" not in b.tekst)


def test_a_plan_says_what_is_made_up_and_where_it_belongs(gebieden: Path) -> None:
    met(gebieden, GEWOON, {**GEWOON, "Hulpvraag": "Bedacht", "Status": "voorbeeld", "Speerpunt": None})
    gemaakt = plan(gebieden)
    assert gemaakt.preventie is not None
    echt, bedacht = gemaakt.preventie.hulpvragen
    assert echt.speerpunt == ("Op tijd praten over wonen en hulp", "speerpunt-heiloo-h3")
    assert (bedacht.naam, bedacht.speerpunt) == ("Bedacht (voorbeeld)", None)
    assert gemaakt.preventie.voorbeeld == "Bij één hulpvraag zijn bedragen en aantallen verzonnen."
    assert "‘Wat levert preventie op?’" in gemaakt.voorbeeld
    samen = gemaakt.preventie.samen.replace(VAST, " ")
    assert samen == "Alles bij elkaar is de uitkomst van € 8.000 meer kosten tot € 24.000 minder kosten per jaar."
    assert gemaakt.preventie.grafiek is not None
    assert gemaakt.preventie.grafiek in gemaakt.grafieken()


def test_without_the_sheet_a_workbook_is_as_good_and_the_plan_says_so(alle_plannen: Mapping[str, Path]) -> None:
    tekst = (alle_plannen["uitgeest"] / "gebiedsplan-uitgeest-2027.md").read_text("utf-8")
    assert "Voor Uitgeest is nog niet doorgerekend wat preventie kost en wat die scheelt." in tekst
    heiloo = (alle_plannen["heiloo"] / "gebiedsplan-heiloo-2027.md").read_text("utf-8")
    assert "/// let-op | Verzonnen voorbeeld" in heiloo
    bergen = (alle_plannen["bergen"] / "gebiedsplan-bergen-2027.md").read_text("utf-8")
    assert (
        "| Gezinnen met geldzorgen die begeleiding vragen (voorbeeld) | geheim | geheim | geheim | geheim | Egmond |"
        in bergen
    )


def test_a_gemeente_with_parts_has_it_in_the_workbooks_of_those(gebieden: Path) -> None:
    met(gebieden, GEWOON, slug="bergen")
    assert ("blad-ongebruikt", Ernst.LET_OP) in codes(gebieden, "bergen")


def test_between_two_plans_a_number_that_one_hides_stays_hidden(gebieden: Path, tmp_path: Path) -> None:
    oud, nieuw_ = tmp_path / "oud.xlsx", tmp_path / "nieuw.xlsx"
    met(gebieden, GEWOON, {**GEWOON, "Hulpvraag": "Blijft zo klein", "Inwoners": 12, "Maatwerk per inwoner": 3111})
    oud.write_bytes((gebieden / "heiloo" / "2027.xlsx").read_bytes())
    met(
        gebieden,
        {**GEWOON, "Vermeden hoog": 40},
        {**GEWOON, "Hulpvraag": "Blijft zo klein", "Inwoners": 8, "Maatwerk per inwoner": 3111},
    )
    nieuw_.write_bytes((gebieden / "heiloo" / "2027.xlsx").read_bytes())
    tekst = _verschil(gebieden, tmp_path, oud, nieuw_)
    deel = tekst.split("# Wat preventie oplevert")[1].split("\n# ")[0]
    assert "Uitkomst per jaar van € 4.000 meer kosten tot € 12.000 minder kosten." in deel
    assert "Uitkomst per jaar van € 4.000 meer kosten tot € 20.000 minder kosten." in deel
    # What both may say of the other is the same, so it did not change.
    assert "klein" not in deel
    assert "Eén hulpvraag is gelijk gebleven." in deel


def _verschil(gebieden: Path, tmp_path: Path, oud: Path, nieuw_: Path) -> str:
    mappen = Mappen(gebieden, (Path(__file__).parent.parent / "templates",), tmp_path / "uit", tmp_path / "fig")
    vergelijken.bestanden(mappen, oud, nieuw_)
    (pad,) = (tmp_path / "uit").rglob("*.md")
    return pad.read_text("utf-8").replace(VAST, " ")


def test_a_new_workbook_has_the_sheet_and_proposes_what_runs_on(gebieden: Path) -> None:
    met(gebieden, {**GEWOON, "Speerpunt": "H1"}, {**GEWOON, "Hulpvraag": "Los", "Speerpunt": None})
    lezer = Lezer(gebieden)
    k = kader.read(gebieden / "kader.toml")
    vorige = werkmap.read(gebieden / "heiloo" / "2027.xlsx", "heiloo/2027.xlsx", bladnamen(k))
    boek = nieuw.werkboek(k, lezer.gebied("heiloo"), 2028, vorige).boek
    blad = next(blad for blad in boek.bladen if blad.naam == BUSINESSCASE)
    koppen = [kop.naam for kop in blad.kolommen]  # type: ignore[union-attr]
    rijen = [dict(zip(koppen, rij, strict=True)) for rij in blad.rijen]  # type: ignore[union-attr]
    assert [(r["Hulpvraag"], r["Jaar"], r["Inwoners"]) for r in rijen][-1] == ("Los", None, 40)
    assert all(str(r["Herkomst"]).startswith("Voorstel uit 2027: kijk aantallen en prijzen na") for r in rijen)


# -- money


def geld(gebieden: Path, slug: str, *posten: tuple[str, int, object]) -> None:
    def zet(boek: Workbook) -> None:
        blad = boek["Middelen"]
        blad.delete_rows(2, 50)
        for post, jaar, bedrag in posten:
            blad.append([post, jaar, bedrag, ""])

    bewerk(gebieden, zet, slug)


def test_a_year_has_a_total_when_every_amount_is_known(gebieden: Path) -> None:
    geld(
        gebieden, "heiloo", ("Inloop", 2027, 1000.5), ("Bus", 2027, 2000.5), ("Inloop", 2028, 500),
        ("Bus", 2028, "nog niet vastgesteld"), ("Bus", 2029, 7),
    )  # fmt: skip
    tabel = middelen.tabel(bronnen(gebieden))
    assert tabel is not None
    # As they are shown: 1.001 and 2.001; one post needs no total.
    assert [rij[:3] for rij in tabel.rijen[5:]] == [("Totaal", "2027", "3.002")]
    assert middelen.zinnen(bronnen(gebieden)) == (
        "Voor 2028 is niet elk bedrag bekend. Daarom staat er geen totaal bij.",
    )


def test_areas_have_a_total_each_and_what_stands_twice_counts_once(gebieden: Path) -> None:
    geld(gebieden, "bergen", ("Acties in Egmond", 2027, 300), ("Subsidie", 2027, 1000), ("Totaal", 2027, 1300))
    geld(gebieden, "egmond", ("Acties uit dit gebiedsplan", 2027, 300), ("Bus", 2027, 50))
    geld(gebieden, "schoorl", ("Inloop", 2027, 25))
    b = bronnen(gebieden, "bergen")
    tabel = middelen.tabel(b)
    assert tabel is not None
    assert [(rij[0], rij[2], rij[4]) for rij in tabel.rijen if rij[0].startswith("Totaal")] == [
        ("Totaal", "1.300", "Bergen"),
        ("Totaal Egmond", "350", "Egmond"),
        ("Totaal van alle gebieden", "1.375", "alle"),
    ]
    assert "In het totaal tellen zij één keer mee." in " ".join(middelen.zinnen(b))


def test_a_range_is_exact_to_the_cent(gebieden: Path) -> None:
    met(gebieden, {**GEWOON, "Inwoners": 30, "Maatwerk per inwoner": 0.1, "Sociale basis vast": 0, "Vermeden laag": 10})
    b = bronnen(gebieden)
    (rekening,) = doorgerekend(b.eigen.hulpvragen, b.kader)
    assert isinstance(rekening.uitkomst, Bandbreedte)
    assert (str(rekening.uitkomst.laag), str(rekening.zonder)) in {("-1499.700", "3.00"), ("-1499.7000", "3.00")}
