"""The voorstel to the bestuur, on the real workbooks: what it says, in which form, and what it leaves open."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from conftest import WORTEL, Producten, eigen_bevindingen, soffice
from docx import Document
from lxml import html
from openpyxl import load_workbook

from gebiedsplan import build, kader, markdown, templates, werkmap
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout
from gebiedsplan.build import Mappen
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.controle import Onderzoek, check
from gebiedsplan.document import Heading
from gebiedsplan.gebied import lezen
from gebiedsplan.gebied.lezen import Gelezen
from gebiedsplan.gebied.onderdelen import BESLISPUNT, ONDERDELEN, VERGADERING
from gebiedsplan.inlezen import Lezer
from gebiedsplan.plan import opbouw
from gebiedsplan.plan.bronnen import Bronnen
from gebiedsplan.plan.model import Plan
from gebiedsplan.plan.voorstel import voorstel
from gebiedsplan.plan.voorstelmodel import Voorstel

SJABLONEN = WORTEL / "templates"
GEMEENTEN = ("heiloo", "uitgeest", "castricum", "bergen")
KOPPEN = [
    "Beslispunten",
    "Samenvatting",
    "Aanleiding",
    "Kader en eerdere besluiten",
    "Beoogd effect",
    "Argumenten",
    "Kanttekeningen",
    "Alternatieven",
    "Financiën",
    "Gevolgen en uitvoering",
    "Bijlagen",
    "Ondertekening",
]


def mappen(gebieden: Path, naar: Path) -> Mappen:
    return Mappen(gebieden, (SJABLONEN,), naar / "build", naar / "figures")


def besluit(gebieden: Path, slug: str, *rijen: tuple[Any, ...], jaar: int = 2027, leeg: bool = False) -> None:
    """Add rows to a sheet Besluit (Onderdeel, Bij beslispunt, Werkwoord, Tekst); with ``leeg`` to an empty one."""
    pad = gebieden / slug / f"{jaar}.xlsx"
    boek = load_workbook(pad)
    if leeg:
        boek["Besluit"].delete_rows(2, boek["Besluit"].max_row)
    for rij in rijen:
        boek["Besluit"].append(rij)
    boek.save(pad)


def zet(gebieden: Path, blad: str, eerste: str, kolom: str, waarde: object, slug: str = "heiloo") -> None:
    """Change the cells of ``kolom`` in the rows of which the first cell is ``eerste``."""
    pad = gebieden / slug / "2027.xlsx"
    boek = load_workbook(pad)
    kop = [cel.value for cel in boek[blad][1]]
    rijen = [rij for rij in boek[blad].iter_rows(min_row=2) if rij[0].value == eerste]
    assert rijen
    for rij in rijen:
        rij[kop.index(kolom)].value = waarde  # type: ignore[assignment]  # no merged cells on these sheets
    boek.save(pad)


def in_kader(gebieden: Path, oud: str, nieuw: str) -> None:
    pad = gebieden / "kader.toml"
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw), "utf-8")


def raad_besluit(gebieden: Path, slug: str = "heiloo") -> None:
    kop, rest = (gebieden / "kader.toml").read_text("utf-8").split(f'slug = "{slug}"')
    (gebieden / "kader.toml").write_text(f'{kop}slug = "{slug}"{rest.replace("college", "raad", 1)}', encoding="utf-8")


@cache
def cijfers_van(gebieden: Path) -> Cijfers:
    g = Lezer(gebieden).lees("heiloo", 2027)
    return bereken(g.kader, g.cijfers, g.referentie)


def lees(gebieden: Path, slug: str, jaar: int) -> Gelezen:
    het_kader = kader.read(gebieden / "kader.toml")
    boek = werkmap.read(gebieden / slug / f"{jaar}.xlsx", f"{slug}/{jaar}.xlsx", lezen.bladnamen(het_kader))
    return lezen.read(boek, het_kader, het_kader.gebied(slug))


def stuk(
    gebieden: Path, slug: str = "heiloo", jaar: int = 2027, met_cijfers: Path | None = None
) -> tuple[Voorstel, Plan]:
    """The voorstel and its plan; the figures, which few tests change, are those of the real workbooks."""
    het_kader = kader.read(gebieden / "kader.toml")
    gebied = het_kader.gebied(slug)
    eigen, *delen = (lees(gebieden, g.slug, jaar).data for g in dict.fromkeys((gebied, *het_kader.delen(gebied))))
    cijfers = cijfers_van(met_cijfers or WORTEL / "gebieden")
    bronnen = Bronnen(het_kader, gebied, eigen, tuple(delen) or (eigen,), {}, cijfers)
    plan = opbouw.plan(bronnen)
    return voorstel(plan, bronnen, ".docx"), plan


def tekst_van(gebieden: Path, slug: str = "heiloo", jaar: int = 2027) -> str:
    return templates.render("collegevoorstel.md.j2", (SJABLONEN,), voorstel=stuk(gebieden, slug, jaar)[0])


def bevindingen(gebieden: Path, slug: str = "heiloo", jaar: int = 2027) -> tuple[Bevinding, ...]:
    """What is wrong with one workbook."""
    het_kader = kader.read(gebieden / "kader.toml")
    gelezen = lees(gebieden, slug, jaar)
    onderzoek = Onderzoek(gelezen.data, het_kader, jaar, met_speerpunten=True, vorige=None)
    return tuple(b for b in (*gelezen.bevindingen, *check(onderzoek)) if b.plek.blad in ("Besluit", "Gebied"))


def deel(tekst: str, kop: str) -> str:
    """What stands below a heading of the Markdown."""
    return tekst.split(f"# {kop} {{")[1].split("}", 1)[1].split("\n# ")[0]


@pytest.fixture(scope="module")
def gebouwd(producten: Producten) -> Mapping[str, Path]:
    """The folder with everything of each gemeente."""
    return {slug: producten[slug][0].parent for slug in GEMEENTEN}


# -- what is made


@pytest.mark.parametrize("slug", GEMEENTEN)
def test_everything_for_the_meeting_is_made_at_once(gebouwd: Mapping[str, Path], slug: str) -> None:
    assert {pad.name for pad in gebouwd[slug].iterdir()} == {
        *(f"{s}-{slug}-2027.{f}" for s in ("collegevoorstel", "raadsinformatiebrief") for f in ("docx", "html", "md")),
        *(f"gebiedsplan-{slug}-2027{s}.{f}" for s in ("", "-in-het-kort") for f in ("docx", "html", "md")),
        f"besluitenlijst-{slug}-2027.txt",
        f"gebiedsplan-{slug}-2027.json",
        f"gebiedsplan-{slug}-2027-cijfers.xlsx",
    }


@pytest.mark.parametrize("slug", GEMEENTEN)
@pytest.mark.parametrize("soort", ["collegevoorstel", "raadsinformatiebrief"])
def test_what_goes_with_a_paper_is_there_under_that_name(gebouwd: Mapping[str, Path], slug: str, soort: str) -> None:
    genoemd = re.findall(r"\(([\w-]+\.docx)\)", (gebouwd[slug] / f"{soort}-{slug}-2027.md").read_text("utf-8"))
    assert genoemd[0] == f"gebiedsplan-{slug}-2027.docx"
    assert len(genoemd) == (2 if soort == "collegevoorstel" else 1)
    assert all((gebouwd[slug] / naam).exists() for naam in genoemd)


@pytest.mark.parametrize("slug", GEMEENTEN)
def test_word_has_the_title_as_first_heading_and_the_same_sections_in_order(
    gebouwd: Mapping[str, Path], slug: str
) -> None:
    alineas = Document(str(gebouwd[slug] / f"collegevoorstel-{slug}-2027.docx")).paragraphs
    koppen = [(a.style.name, a.text) for a in alineas if a.style and str(a.style.name).startswith("Heading")]
    naam = slug.capitalize()
    assert koppen[0] == ("Heading 1", f"Collegevoorstel gebiedsplan {naam} 2027")
    assert koppen[1:] == [("Heading 2", kop) for kop in KOPPEN]
    assert alineas[0].text == koppen[0][1]


@pytest.mark.parametrize("slug", GEMEENTEN)
@pytest.mark.parametrize("soort", ["collegevoorstel", "raadsinformatiebrief"])
def test_word_and_html_say_the_same(gebouwd: Mapping[str, Path], slug: str, soort: str) -> None:
    stam = gebouwd[slug] / f"{soort}-{slug}-2027"
    word = Document(str(stam.with_suffix(".docx")))
    in_word = ["".join(str(t.text or "") for t in p.iter("{*}t")) for p in word.element.body.iter("{*}p")]
    pagina = html.fromstring(stam.with_suffix(".html").read_bytes())
    in_html = [str(stukje) for tag in ("header", "main") for stukje in next(pagina.iter(tag)).itertext()]
    assert re.sub(r"\W", "", "".join(in_word)) == re.sub(r"\W", "", "".join(in_html))
    assert word.core_properties.title == pagina.findtext(".//title")


def test_the_same_input_gives_the_same_bytes(
    gebouwd: Mapping[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    build.voorstel(mappen(WORTEL / "gebieden", tmp_path), "heiloo", None)
    nieuw = {pad.name: pad.read_bytes() for pad in (tmp_path / "build" / "heiloo").iterdir()}
    assert nieuw == {pad.name: pad.read_bytes() for pad in gebouwd["heiloo"].iterdir()}


def test_nobody_signs_but_people(gebouwd: Mapping[str, Path]) -> None:
    alineas = Document(str(gebouwd["heiloo"] / "collegevoorstel-heiloo-2027.docx")).paragraphs
    assert [a.text for a in alineas[-2:]] == ["Gemeentesecretaris\t\t", "Burgemeester\t\t"]
    pagina = html.fromstring((gebouwd["heiloo"] / "collegevoorstel-heiloo-2027.html").read_bytes())
    assert [list(dd.itertext()) for dd in pagina.iter("dd") if dd.get("class") == "open"] == [[], []]


# -- what it says


@pytest.mark.parametrize("slug", GEMEENTEN)
def test_a_speerpunt_has_the_words_and_figures_of_the_plan(slug: str) -> None:
    het_stuk, plan = stuk(WORTEL / "gebieden", slug)
    in_plan = [s for gebied in plan.samenvatting.gebieden for s in gebied.speerpunten]
    assert [(i.nu, i.doel) for i in het_stuk.speerpunten] == [(s.nu, s.doel) for s in in_plan]
    assert all(s.titel in i.titel for i, s in zip(het_stuk.speerpunten, in_plan, strict=True))


def test_nine_speerpunten_each_name_their_area(gebieden: Path) -> None:
    boek = load_workbook(gebieden / "schoorl" / "2027.xlsx")
    nieuw = [cel.value for cel in boek["Speerpunten"][2]]
    boek["Speerpunten"].append(["S3", "Een derde speerpunt", *nieuw[2:]])
    boek.save(gebieden / "schoorl" / "2027.xlsx")
    regels = re.findall(r"^- \*\*(.+?): .+\*\*", deel(tekst_van(gebieden, "bergen"), "Beoogd effect"), re.MULTILINE)
    assert regels == ["Bergen (kern)"] * 3 + ["Egmond"] * 3 + ["Schoorl"] * 3


def test_a_hidden_figure_is_hidden_here_too(gebieden: Path) -> None:
    """Seven clients: the goal of a speerpunt that rests on them shows neither the rate nor its nulmeting."""
    indicator = "Inwoners met hulp bij het huishouden"
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    for rij in boek["Zorgconsumptie"].iter_rows(min_row=2):
        if (rij[0].value, rij[1].value, rij[2].value) == (indicator, "Heiloo", 2021):
            rij[3].value, rij[4].value, rij[5].value = 0.8618, 7, 8123
    doel = boek["Doelen"][2]
    doel[1].value, doel[4].value, doel[5].value = indicator, 0.8618, 2021
    boek.save(pad)
    het_stuk, _ = stuk(gebieden, met_cijfers=gebieden)
    assert het_stuk.speerpunten[0].nu == f"{indicator}: geheim."
    assert het_stuk.brief is not None
    brief = templates.render("raadsinformatiebrief.md.j2", (SJABLONEN,), brief=het_stuk.brief)
    tekst = templates.render("collegevoorstel.md.j2", (SJABLONEN,), voorstel=het_stuk)
    assert not re.search(r"(?<!\d)(?:0[.,]86|8\.?123|0[.,]9 per|1 per 1\.000)", tekst + brief)


def test_arguments_get_the_number_of_their_beslispunt(gebieden: Path) -> None:
    besluit(
        gebieden,
        "heiloo",
        ("Argument", 2, None, "Later bij twee."),
        ("Argument", 1, None, "Later bij een."),
        ("Kanttekening", None, None, "Over alles."),
    )
    het_stuk, _ = stuk(gebieden)
    assert [p.nummer for p in het_stuk.argumenten] == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1", "4.1"]
    assert het_stuk.argumenten[2].tekst.markdown == "Later bij een."
    assert [p.nummer for p in het_stuk.kanttekeningen] == ["", "1.1", "1.2", "3.1"]
    assert "\nOver alles.\n" in tekst_van(gebieden)


def test_markdown_in_a_text_stays_and_is_harmless(gebieden: Path) -> None:
    besluit(
        gebieden,
        "heiloo",
        ("Uitvoering", None, None, "Eerst *dit*:\n\n- een\n- twee\n\n# Geen kop {{ jaar }} <b>"),
        (BESLISPUNT, None, None, "1. Geen *nadruk* | hier"),
    )
    document = markdown.parse(tekst_van(gebieden), "voorstel.md")
    tekst = str(document)
    assert "Emph(children=(Text(text='dit'),))" in tekst
    assert "# Geen kop {{ jaar }} <b>" in tekst
    assert "1. Geen *nadruk* | hier" in tekst
    assert len([b for b in document.blocks if isinstance(b, Heading)]) == len(KOPPEN)


def test_money_has_a_total_that_adds_up_as_it_is_shown(gebieden: Path) -> None:
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Middelen"].append(["Zaalhuur", 2027, 1000.5, "Begroting"])
    boek["Middelen"].append(["Vervoer", 2028, 2000, "Begroting"])
    boek.save(pad)
    geld = stuk(gebieden)[0].geld
    assert geld.tabel is not None
    assert geld.tabel.rijen[-3][:3] == ("Vervoer", "2028", "2.000")
    assert geld.tabel.rijen[-2:] == (
        ("Totaal, voor zover bekend", "2027", "31.001", ""),
        ("Totaal, voor zover bekend", "2028", "2.000", ""),
    )


def test_a_total_of_all_amounts_is_just_a_total(gebieden: Path) -> None:
    zet(gebieden, "Middelen", "Subsidie voor de sociale basis", "Bedrag", 5000)
    zet(gebieden, "Middelen", "Inzet van het sociaal team", "Bedrag", 7000)
    geld = stuk(gebieden)[0].geld
    assert geld.tabel is not None
    assert geld.tabel.rijen[-1] == ("Totaal", "2027", "42.000", "")


def test_without_amounts_there_is_no_table_and_the_workbook_says_why(gebieden: Path) -> None:
    zet(gebieden, "Middelen", "Acties uit dit gebiedsplan (voorbeeld)", "Bedrag", "nog niet vastgesteld")
    financien = deel(tekst_van(gebieden), "Financiën")
    assert "/// tabel" not in financien
    assert "De middelen voor dit plan zijn nog niet vastgesteld." in financien
    regel = "- Subsidie voor de sociale basis (2027): nog niet vastgesteld. Wordt bepaald bij de subsidieafspraken."
    assert regel in financien


def test_conversations_are_counted_and_of_many_groups_the_largest_named() -> None:
    heiloo, bergen = (" ".join(stuk(WORTEL / "gebieden", slug)[0].gesprekken) for slug in ("heiloo", "bergen"))
    assert heiloo.startswith(
        "In Heiloo waren er zeven gesprekken met samen 87 deelnemers. We spraken bijvoorbeeld met: "
    )
    assert bergen.startswith("In Bergen waren er 18 gesprekken met samen 239 deelnemers. We spraken bijvoorbeeld met: ")
    assert "Inwoners van de drie dorpen" in bergen
    assert "Middelbare school" not in bergen


@pytest.mark.parametrize("onderdeel", [o for o in ONDERDELEN if o.naam != VERGADERING], ids=lambda o: str(o.naam))
def test_every_part_of_the_sheet_has_a_place(gebieden: Path, onderdeel: Any) -> None:
    """A fact that is given once takes the place of what stands there."""
    if onderdeel.regel:
        zet(gebieden, "Besluit", onderdeel.naam, "Tekst", "Hier staat het merk")
    else:
        besluit(gebieden, "heiloo", (onderdeel.naam, None, None, "Hier staat het merk"))
    het_stuk, plan = stuk(gebieden)
    brief = templates.render("raadsinformatiebrief.md.j2", (SJABLONEN,), brief=het_stuk.brief)
    assert "Hier staat het merk" in (brief if onderdeel.brief else tekst_van(gebieden))
    assert (onderdeel.naam == BESLISPUNT) == ("Hier staat het merk" in plan.samenvatting.gevraagd)


# -- forms


def test_the_kader_chooses_the_form_of_a_beslispunt(gebieden: Path) -> None:
    besluit(
        gebieden,
        "heiloo",
        (BESLISPUNT, None, "vaststellen", "Het gebiedsplan Heiloo 2027."),
        (BESLISPUNT, None, None, "Dit staat er zoals het is; zonder punt"),
        leeg=True,
    )
    het_stuk, plan = stuk(gebieden)
    zoals_het_is = "Dit staat er zoals het is; zonder punt"
    assert het_stuk.beslispunten == ("Het gebiedsplan Heiloo 2027 vast te stellen.", zoals_het_is)
    assert het_stuk.aanhef == "Wij stellen het college van burgemeester en wethouders van Heiloo voor:"
    assert plan.samenvatting.gevraagd == het_stuk.beslispunten
    in_kader(gebieden, 'vorm = "te"', 'vorm = "gebiedend"')
    het_stuk, plan = stuk(gebieden)
    assert het_stuk.beslispunten == ("Stel het gebiedsplan Heiloo 2027 vast.", zoals_het_is)
    assert het_stuk.aanhef == "Het advies aan het college van burgemeester en wethouders van Heiloo:"
    assert plan.samenvatting.gevraagd == het_stuk.beslispunten


def test_a_name_keeps_its_capital_inside_a_sentence(gebieden: Path) -> None:
    in_kader(gebieden, 'vorm = "te"', 'vorm = "gebiedend"')
    besluit(gebieden, "heiloo", (BESLISPUNT, None, "instemmen met", "Zaffier als partner"), leeg=True)
    assert stuk(gebieden)[0].beslispunten == ("Stem in met Zaffier als partner.",)


def test_where_the_raad_decides_it_is_asked_and_gets_no_letter(gebieden: Path, tmp_path: Path) -> None:
    raad_besluit(gebieden)
    gemaakt = build.voorstel(mappen(gebieden, tmp_path), "heiloo", 2027)
    assert [(b.code, b.ernst, b.plek.sleutel) for b in eigen_bevindingen(gemaakt.bevindingen)] == [
        ("geen-raadsbrief", Ernst.TIP, "gebieden › heiloo › bestuur")
    ]
    namen = {pad.stem.removesuffix("-heiloo-2027") for pad in gemaakt.paden}
    assert namen == {
        "raadsvoorstel",
        "besluitenlijst",
        "gebiedsplan",
        "gebiedsplan-heiloo-2027-cijfers",
        "gebiedsplan-heiloo-2027-in-het-kort",
    }
    het_stuk, plan = stuk(gebieden)
    assert het_stuk.voorblad.titel == "Raadsvoorstel gebiedsplan Heiloo 2027"
    assert het_stuk.aanhef == "Wij stellen de raad van de gemeente Heiloo voor:"
    assert het_stuk.ondertekenaars == ("Griffier", "Voorzitter")
    assert [b.bestand for b in het_stuk.bijlagen] == ["gebiedsplan-heiloo-2027.docx"]
    assert ("Besluit door", "Raad van Heiloo") in plan.voorblad.regels
    assert "Wat we de raad vragen" in (tmp_path / "build/heiloo/gebiedsplan-heiloo-2027.md").read_text("utf-8")


def test_the_list_of_decisions_asks_until_there_is_a_decision(gebieden: Path) -> None:
    def lijst(jaar: int) -> str:
        het_stuk, _ = stuk(gebieden, jaar=jaar)
        return templates.render("besluitenlijst.txt.j2", (SJABLONEN,), lijst=het_stuk.besluitenlijst)

    in_kader(gebieden, 'vorm = "te"', 'vorm = "gebiedend"')
    assert lijst(2027).splitlines() == [
        "Het college van burgemeester en wethouders van Heiloo",
        "Datum vergadering: 8 december 2026",
        "Zaaknummer: VOORBEELD-2026-001",
        "Onderwerp: Het gebiedsplan Heiloo 2027 vaststellen (voorbeeld)",
        "",
        "Gevraagd besluit:",
        "1. Stel het gebiedsplan Heiloo 2027 vast.",
        "2. Gebruik de drie speerpunten bij de subsidies voor 2027.",
        "3. Betaal de acties binnen het budget van het programma sociaal domein.",
        "4. Informeer de raad met de bijgevoegde raadsinformatiebrief.",
        "",
        "Besluit: ... (invullen na de vergadering)",
    ]
    # What was decided is told in one form, whatever form it was asked in.
    assert lijst(2026).splitlines()[5:] == [
        "Besloten is:",
        "1. Het gebiedsplan Heiloo 2026 vast te stellen.",
        "2. De acties binnen het budget van het programma sociaal domein te betalen.",
    ]


def test_plain_text_is_not_escaped(gebieden: Path) -> None:
    zet(gebieden, "Besluit", "Onderwerp", "Tekst", "Plan *A* & <B> | 1_2")
    het_stuk, _ = stuk(gebieden)
    lijst = templates.render("besluitenlijst.txt.j2", (SJABLONEN,), lijst=het_stuk.besluitenlijst)
    assert "Onderwerp: Plan *A* & <B> | 1_2\n" in lijst


# -- what is left open


def test_an_empty_sheet_gives_a_paper_that_says_so(gebieden: Path, tmp_path: Path) -> None:
    besluit(gebieden, "heiloo", leeg=True)
    gemaakt = build.voorstel(mappen(gebieden, tmp_path), "heiloo", 2027)
    (leeg,) = eigen_bevindingen(gemaakt.bevindingen)
    assert (leeg.code, leeg.ernst, leeg.plek.blad) == ("besluit-leeg", Ernst.LET_OP, "Besluit")
    assert "Samenvatting; Aanleiding; Argument" in leeg.hulp
    tekst = tekst_van(gebieden)
    for kop in ("Beslispunten", "Samenvatting", "Aanleiding", "Argumenten", "Kanttekeningen", "Alternatieven"):
        assert deel(tekst, kop).strip() == "Nog niet ingevuld.", kop
    assert '["Datum vergadering", "Nog niet ingevuld."]' in tekst
    assert tekst.count("Juridische gevolgen") == 0
    word = Document(BytesIO((tmp_path / "build/heiloo/collegevoorstel-heiloo-2027.docx").read_bytes()))
    assert sum("Nog niet ingevuld." in alinea.text for alinea in word.paragraphs) == 12


def test_a_plan_that_is_offered_must_be_complete(gebieden: Path, tmp_path: Path) -> None:
    zet(gebieden, "Besluit", "Communicatie", "Tekst", None)
    zet(gebieden, "Besluit", VERGADERING, "Tekst", None)
    zet(gebieden, "Gebied", "Zaaknummer", "Waarde", None)
    zet(gebieden, "Besluit", "Geheimhouding", "Tekst", "Ja.")

    def gevonden() -> list[tuple[str, Ernst, str, str]]:
        return [(b.code, b.ernst, b.plek.blad, b.tekst.split(" ")[0]) for b in bevindingen(gebieden)]

    for status, ernst in (("concept", Ernst.LET_OP), ("voorstel", Ernst.FOUT), ("vastgesteld", Ernst.FOUT)):
        zet(gebieden, "Gebied", "Status", "Waarde", status)
        assert gevonden() == [
            ("besluit-leeg", ernst, "Besluit", "Datum"),
            ("besluit-leeg", ernst, "Besluit", "Communicatie"),
            ("besluit-leeg", ernst, "Gebied", "Zaaknummer"),
            ("besluit-leeg", ernst, "Besluit", "Bij"),
        ]
    with pytest.raises(GebiedsplanFout):
        build.voorstel(mappen(gebieden, tmp_path), "heiloo", 2027)
    assert not (tmp_path / "build").exists()


def test_the_raad_needs_no_letter_about_its_own_decision(gebieden: Path) -> None:
    for onderdeel in (o.naam for o in ONDERDELEN if o.brief):
        zet(gebieden, "Besluit", onderdeel, "Tekst", None)
    assert [b.code for b in bevindingen(gebieden)] == ["besluit-leeg", "besluit-leeg"]
    raad_besluit(gebieden)
    assert bevindingen(gebieden) == ()


@pytest.mark.parametrize(
    ("rij", "code", "ernst", "woorden"),
    [
        (("Argument", 5, None, "x"), "onbekend-beslispunt", Ernst.FOUT, "Er is geen beslispunt 5."),
        (("Kanttekening", 1.5, None, "x"), "onbekend-beslispunt", Ernst.FOUT, "van 1 tot en met 4"),
        (("Argument", 0, None, "x"), "onbekend-beslispunt", Ernst.FOUT, "Er is geen beslispunt 0."),
        ((BESLISPUNT, None, None, "x"), "beslispunt-zonder-argument", Ernst.LET_OP, "Bij beslispunt 5"),
        ((BESLISPUNT, None, "vastellen", "x"), "onbekende-keuze", Ernst.FOUT, "Bedoelt u “vaststellen”?"),
        (("Argumnt", None, None, "x"), "onbekende-keuze", Ernst.FOUT, "Bedoelt u “Argument”?"),
        (("Onderwerp", None, None, "x"), "besluit-dubbel", Ernst.LET_OP, "Onderwerp staat al eerder"),
        (("Aanleiding", 1, None, "x"), "besluit-kolom", Ernst.LET_OP, "De kolom Bij beslispunt hoort bij"),
        (("Aanleiding", None, "vaststellen", "x"), "besluit-kolom", Ernst.LET_OP, "De kolom Werkwoord hoort bij"),
        ((VERGADERING, None, None, "binnenkort"), "geen-datum", Ernst.FOUT, "“binnenkort”. Dat is geen datum"),
        ((None, None, None, "x"), "verplicht-leeg", Ernst.FOUT, "De kolom Onderdeel is hier leeg."),
        (("Aanleiding", None, None, "woord " * 60), "besluit-te-lang", Ernst.LET_OP, "Aanleiding ("),
    ],
)
def test_a_row_that_cannot_be(gebieden: Path, rij: tuple[Any, ...], code: str, ernst: Ernst, woorden: str) -> None:
    besluit(gebieden, "heiloo", rij)
    gevonden = [b for b in bevindingen(gebieden) if b.code != "beslispunt-zonder-argument"] or bevindingen(gebieden)
    (bevinding,) = gevonden
    assert (bevinding.code, bevinding.ernst, bevinding.plek.blad) == (code, ernst, "Besluit")
    assert woorden in f"{bevinding.tekst} {bevinding.hulp}"
    assert bevinding.plek.cel.endswith("33") or code == "besluit-te-lang"


def test_a_deel_belongs_to_the_voorstel_of_its_gemeente(gebieden: Path, tmp_path: Path) -> None:
    with pytest.raises(GebiedsplanFout) as fout:
        build.voorstel(mappen(gebieden, tmp_path), "egmond", 2027)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, fout.value.exit_code) == ("geen-voorstel", 2)
    assert "gebiedsplan voorstel bergen" in bevinding.hulp
    assert bevindingen(gebieden, "egmond") == ()


def test_a_deel_that_fills_in_its_sheet_gets_a_voorstel_of_its_own(gebieden: Path, tmp_path: Path) -> None:
    boek = load_workbook(gebieden / "heiloo" / "2027.xlsx")
    rijen = [rij for rij in boek["Besluit"].iter_rows(min_row=2, values_only=True) if rij[0] != BESLISPUNT]
    besluit(gebieden, "egmond", *((r[0], None, None, r[3]) for r in rijen))
    gemaakt = build.voorstel(mappen(gebieden, tmp_path), "egmond", 2027)
    assert {b.code for b in eigen_bevindingen(gemaakt.bevindingen)} == {"beslispunt-zonder-argument"}
    tekst = (tmp_path / "build/egmond/collegevoorstel-egmond-2027.md").read_text("utf-8")
    assert "Wij stellen het college van burgemeester en wethouders van Bergen voor:" in tekst
    besluit(gebieden, "egmond", ("Samenvatting", None, None, "Alleen dit."), leeg=True)
    assert {(b.code, b.ernst) for b in bevindingen(gebieden, "egmond")} == {("besluit-leeg", Ernst.FOUT)}


# -- on paper


@pytest.mark.libreoffice
def test_two_pages_for_the_voorstel_and_one_for_the_letter(gebouwd: Mapping[str, Path], tmp_path: Path) -> None:
    stukken = {"collegevoorstel": 2, "raadsinformatiebrief": 1}
    word = [gebouwd[slug] / f"{soort}-{slug}-2027.docx" for slug in GEMEENTEN for soort in stukken]
    soffice(tmp_path, "pdf", *word)
    for pad in sorted(tmp_path.glob("*.pdf")):
        uitvoer = subprocess.run(["pdftotext", "-layout", str(pad), "-"], check=True, capture_output=True, text=True)
        paginas = uitvoer.stdout.split("\f")[:-1]
        assert len(paginas) == stukken[pad.stem.split("-")[0]], pad.stem
        for nummer, pagina in enumerate(paginas, start=1):
            assert f"Pagina {nummer} van {len(paginas)}" in " ".join(pagina.split()), pad.stem
    assert len(list(tmp_path.glob("*.pdf"))) == len(word)
