"""From a publisher's file to figures: every format, every sign, every edition, and what cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import tabellen
from conftest import WORTEL
from tabellen import rij

from gebiedsplan import bronnen, kader
from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, fouten
from gebiedsplan.bronnen import bestanden, gebieden, getallen, herkennen, waarden
from gebiedsplan.bronnen.gebieden import Gewicht
from gebiedsplan.bronnen.kolommen import vind
from gebiedsplan.bronnen.model import Bronnen, Bronwaarde
from gebiedsplan.bronnen.waarden import Uitkomst
from gebiedsplan.gebied.model import Reden
from gebiedsplan.kader.model import Kader

REGIOS = frozenset({"NL00", "NL01", "GM0399", "GM0383", "WK039907", "WK038305", "WK038306", "WK038307"})


@pytest.fixture(scope="module")
def het_kader() -> Kader:
    return kader.read(WORTEL / "gebieden" / "kader.toml")


@pytest.fixture(scope="module")
def de_bronnen(het_kader: Kader) -> Bronnen:
    return bronnen.read(WORTEL / "gebieden" / "bronnen.toml", het_kader)


def lees(pad: Path, bronnen_: Bronnen, tabel: str = "") -> Uitkomst:
    ruw = bestanden.lees(pad, pad.name, REGIOS)
    editie = herkennen.editie_met(bronnen_, tabel) if tabel else herkennen.editie_van(bronnen_, ruw)
    return waarden.lees(ruw, editie, bronnen_.tekens, REGIOS)


def cijfer(uitkomst: Uitkomst, indicator: str, regio: str, jaar: int = 2020) -> Bronwaarde:
    (gevonden,) = [w for w in uitkomst.waarden if w.sleutel == (indicator, "", regio, jaar)]
    return gevonden


def groep(uitkomst: Uitkomst, naam: str, regio: str) -> Bronwaarde:
    (gevonden,) = [w for w in uitkomst.waarden if (w.indicator, w.groep, w.regio) == ("", naam, regio)]
    return gevonden


def fout_bij(pad: Path, bronnen_: Bronnen, tabel: str = "") -> tuple[Bevinding, ...]:
    with pytest.raises(GebiedsplanFout) as fout:
        lees(pad, bronnen_, tabel)
    return fout.value.bevindingen


# -- every format gives the same figures

RIJEN = [
    rij("NL00", a_inw=17_407_585, a_wmo_t=1_200_000, p_wmo_t=68),
    rij("GM0399", a_inw=23_968, a_65_oo=6333, a_soz_wb=250, a_wmo_t=1290, p_wmo_t=54, p_ink_li=36.8),
    rij("WK039907", a_inw=15, a_soz_wb=".", a_wmo_t=".", p_wmo_t="."),
    rij("BU03990701"),
    rij("GM0363", a_wmo_t=9999),
]

FORMATEN: dict[str, Callable[[Path], Path]] = {
    "kwb.xlsx": lambda p: tabellen.kwb_xlsx(p / "kwb-2020.xlsx", RIJEN),
    "kwb.csv met BOM": lambda p: tabellen.kwb_csv(p / "kwb-2020.csv", RIJEN),
    "kwb.csv van Windows": lambda p: tabellen.kwb_csv(p / "KWB_2020.csv", RIJEN, "cp1252"),
    "kwb.csv met tabs": lambda p: tabellen.kwb_csv(p / "84799NED.csv", RIJEN, scheiding="\t"),
    "StatLine csv": lambda p: tabellen.statline_csv(p / "84799NED_statline.csv", RIJEN),
    "OData 3 ongetypeerd": lambda p: tabellen.json_bestand(
        p / "antwoord.json",
        tabellen.odata3(RIJEN, getypeerd=False),
        **{
            "odata.metadata": "https://opendata.cbs.nl/ODataApi/OData/84799NED/$metadata#Cbs.OData.WebAPI.UntypedDataSet"
        },
    ),
    "OData 3 getypeerd": lambda p: tabellen.json_bestand(p / "84799NED.json", tabellen.odata3(RIJEN, getypeerd=True)),
    "OData 4": lambda p: tabellen.json_bestand(
        p / "antwoord.json",
        tabellen.odata4(RIJEN),
        **{"@odata.context": "https://datasets.cbs.nl/odata/v1/CBS/84799NED/$metadata#Observations"},
    ),
    "OData 4 csv": lambda p: tabellen.observations_csv(p / "84799NED_Observations.csv", tabellen.odata4(RIJEN)),
}


@pytest.mark.parametrize("formaat", FORMATEN)
def test_every_format_gives_the_same_figures(tmp_path: Path, de_bronnen: Bronnen, formaat: str) -> None:
    uitkomst = lees(FORMATEN[formaat](tmp_path), de_bronnen)
    assert (uitkomst.editie.nummer, uitkomst.editie.jaar) == ("84799NED", 2020)
    assert {w.regio for w in uitkomst.waarden} == {"NL00", "GM0399", "WK039907"}
    wmo = cijfer(uitkomst, "wmo-clienten", "GM0399")
    assert (wmo.waarde, wmo.teller, wmo.reden) == (54, 1290, None)
    assert wmo.bron == "CBS, Kerncijfers wijken en buurten 2020 (84799NED)"
    assert (wmo.peildatum, wmo.status) == ("2020", "definitief")
    assert cijfer(uitkomst, "laag-inkomen", "GM0399").waarde == 36.8
    bijstand = cijfer(uitkomst, "bijstand", "GM0399")
    assert (bijstand.waarde, bijstand.teller, bijstand.noemer) == (None, 250, 23_968)
    assert groep(uitkomst, "65+", "GM0399").waarde == 6333
    assert groep(uitkomst, "Totaal", "NL00").waarde == 17_407_585
    assert groep(uitkomst, "Totaal", "GM0399").peildatum == "1 januari 2020"


@pytest.mark.parametrize("formaat", [naam for naam in FORMATEN if "getypeerd" not in naam or "on" in naam])
def test_what_is_suppressed_has_its_reason(tmp_path: Path, de_bronnen: Bronnen, formaat: str) -> None:
    uitkomst = lees(FORMATEN[formaat](tmp_path), de_bronnen)
    for indicator in ("wmo-clienten", "bijstand"):
        deel = cijfer(uitkomst, indicator, "WK039907")
        assert (deel.waarde, deel.teller, deel.noemer, deel.reden) == (None, None, None, Reden.ONBEKEND)


def test_a_typed_table_has_no_sign_and_so_no_figure(tmp_path: Path, de_bronnen: Bronnen) -> None:
    """TypedDataSet leaves out why: then nothing is said, and nothing is written."""
    uitkomst = lees(FORMATEN["OData 3 getypeerd"](tmp_path), de_bronnen)
    assert not cijfer(uitkomst, "wmo-clienten", "WK039907").gegeven


# -- signs and numbers


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        (".", Reden.ONBEKEND),
        ("         .", Reden.ONBEKEND),
        ("x", Reden.GEHEIM),
        ("XX", Reden.GEHEIM),
        ("-", Reden.NIHIL),
        (-99997, Reden.GEHEIM),
        ("-99997", Reden.GEHEIM),
        (-99997.0, Reden.GEHEIM),
        ("-99997.0", Reden.GEHEIM),
        (-99995, Reden.LATER),
        ("  -99991", Reden.VERVALLEN),
        ("Impossible", Reden.NIET_VAN_TOEPASSING),
        (None, Reden.NIET_GEMETEN),
        ("   ", Reden.NIET_GEMETEN),
        (0, 0.0),
        ("0", 0.0),
        ("    78.4", 78.4),
        ("12,5", 12.5),
        ("1.290", 1290.0),
        ("1 290", 1290.0),
        ("17.407.585", 17407585.0),
        ("1.290,5", 1290.5),
        ("0.125", 0.125),
        ("12.34", 12.34),
        ("-3,5", -3.5),
        (54, 54.0),
        ("geen idee", None),
        ("12,5,5", None),
        ("1e5", None),
        (True, None),
        (float("nan"), None),
        (-99999, None),
        ("-99996", None),
    ],
)
def test_a_cell_is_a_number_or_a_reason(de_bronnen: Bronnen, cel: object, verwacht: float | Reden | None) -> None:
    gelezen = getallen.lees(cel, de_bronnen.tekens, "niet gemeten")
    if verwacht is None:
        assert gelezen is None
    elif isinstance(verwacht, Reden):
        assert gelezen == getallen.Getal(None, verwacht)
    else:
        assert gelezen == getallen.Getal(verwacht)


@pytest.mark.parametrize("cel", ["54*", "54 **", "54,0**"])
def test_an_asterisk_makes_a_figure_provisional(tmp_path: Path, de_bronnen: Bronnen, cel: str) -> None:
    pad = tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0399", p_wmo_t=cel)])
    gelezen = cijfer(lees(pad, de_bronnen), "wmo-clienten", "GM0399")
    assert (gelezen.waarde, gelezen.status) == (54, "voorlopig")


def test_zero_is_not_missing_and_a_share_of_nobody_is_not_applicable(tmp_path: Path, de_bronnen: Bronnen) -> None:
    leeg = rij("WK038306", a_inw=0, a_soz_wb=0, a_wmo_t=0, p_wmo_t=0)
    uitkomst = lees(tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [leeg]), de_bronnen)
    assert cijfer(uitkomst, "wmo-clienten", "WK038306").waarde == 0
    assert groep(uitkomst, "Totaal", "WK038306").waarde == 0
    assert cijfer(uitkomst, "bijstand", "WK038306").reden is Reden.NIET_VAN_TOEPASSING


def test_a_cell_that_is_neither_names_region_column_and_signs(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tabellen.kwb_xlsx(
        tmp_path / "kwb-2020.xlsx", [rij("GM0399", p_wmo_t="ca. 54", a_soz_wb="veel"), rij("GM0383")]
    )
    gevonden = fouten(fout_bij(pad, de_bronnen))
    assert [b.code for b in gevonden] == ["bron-waarde", "bron-waarde"]
    assert gevonden[0].plek.onderdeel == "regio GM0399, kolom p_wmo_t"
    assert "“ca. 54”" in gevonden[0].tekst
    assert "-99997" in gevonden[0].tekst


# -- editions and columns


@pytest.mark.parametrize(
    ("kolom", "kop"),
    [
        ("WmoClienten_*", "WmoClienten_93"),
        ("a_wmo_t", " A_WMO_T "),
        ("Wmo-cliënten relatief", "Zorg/Wmo-cliënten relatief (per 1 000 inwoners)"),
        ("Ernstig/zeer ernstig eenzaam", "Eenzaamheid/Ernstig/zeer ernstig eenzaam (%)"),
        ("Ervaren gezondheid (goed/zeer goed)", "Gezondheid/Ervaren gezondheid (goed/zeer goed) (%)"),
        ("M001342_2", "M001342_2"),
    ],
)
def test_a_column_is_found_under_every_name(kolom: str, kop: str) -> None:
    assert vind([kolom], ["iets anders", kop]) == (1,)


def test_names_that_only_look_alike_are_not_the_same() -> None:
    kop = ["WmoClientenRelatief_90", "HoogRisicoOpAngstOfDepressie_25", "ErnstigZeerErnstigEenzaam_29"]
    assert vind(["WmoClienten_*", "MatigHoogRisicoOpAngstOfDepressie_*", "Eenzaam_*", "M001342"], kop) == ()


@pytest.mark.parametrize(
    ("oud", "nieuw", "bestand", "nummer"),
    [
        (("a_opl_lg", "a_opl_md", "a_opl_hg"), (), "kwb-2022.xlsx", "85318NED"),
        ((), ("a_opl_bvm", "a_opl_hvm", "a_opl_hw"), "kwb-2024.xlsx", "85984NED"),
    ],
)
def test_renamed_columns_are_known(
    tmp_path: Path, de_bronnen: Bronnen, oud: tuple[str, ...], nieuw: tuple[str, ...], bestand: str, nummer: str
) -> None:
    namen = oud or nieuw
    gevuld = rij("GM0399", **dict(zip(namen, (10, 30, 20), strict=True)))
    uitkomst = lees(tabellen.kwb_xlsx(tmp_path / bestand, [gevuld], (*tabellen.KWB, *namen)), de_bronnen)
    jaar = int(bestand[4:8])
    hbo = cijfer(uitkomst, "hbo-of-wo", "GM0399", jaar)
    assert (hbo.teller, hbo.noemer, hbo.peildatum) == (20, 60, f"1 oktober {jaar}")
    assert nummer in hbo.bron


def test_columns_that_are_not_there_are_said_once(tmp_path: Path, de_bronnen: Bronnen) -> None:
    kolommen = tuple(k for k in tabellen.KWB if k not in {"p_ink_li", "a_jz_tn"})
    uitkomst = lees(tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0399")], kolommen), de_bronnen)
    (bevinding,) = uitkomst.bevindingen
    assert (bevinding.code, bevinding.ernst) == ("bron-kolom", Ernst.LET_OP)
    assert "laag-inkomen (zoals p_ink_li)" in bevinding.tekst
    # Jeugdzorg keeps its published percentage; its count is not needed for that.
    assert bevinding.tekst.endswith("Niet ingevuld worden daarom: hbo-of-wo, laag-inkomen.")
    assert cijfer(uitkomst, "jeugdzorg", "GM0399").teller is None


def test_two_columns_with_one_name_are_refused(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0399")], (*tabellen.KWB, "p_ink_li"))
    assert ("bron-kolom", Ernst.FOUT) in {(b.code, b.ernst) for b in fout_bij(pad, de_bronnen)}


def test_an_edition_nobody_knows_yet_says_where_to_add_it(tmp_path: Path, de_bronnen: Bronnen) -> None:
    (bevinding,) = fout_bij(tabellen.kwb_xlsx(tmp_path / "99999NED.xlsx", [rij("GM0399")]), de_bronnen)
    assert bevinding.code == "bron-editie"
    assert "Kerncijfers wijken en buurten" in bevinding.tekst
    assert "99999NED" in bevinding.tekst
    assert "84799NED (2020)" in bevinding.hulp


def test_the_user_can_say_which_edition_it_is(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tabellen.kwb_xlsx(tmp_path / "download.xlsx", [rij("GM0399")])
    assert [b.code for b in fout_bij(pad, de_bronnen)] == ["bron-editie"]
    assert cijfer(lees(pad, de_bronnen, "85318ned"), "wmo-clienten", "GM0399", 2022).waarde == 50


def test_a_table_nobody_knows_names_its_columns(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tmp_path / "fietsen.csv"
    pad.write_text("Merk;Kleur;Prijs\nGazelle;rood;12\n", "utf-8")
    (bevinding,) = fout_bij(pad, de_bronnen)
    assert bevinding.code == "bron-onbekend"
    assert "Merk, Kleur, Prijs" in bevinding.tekst
    with pytest.raises(GebiedsplanFout) as fout:
        lees(pad, de_bronnen, "12345NED")
    assert "84799NED" in fout.value.bevindingen[0].tekst


def test_the_wrong_table_under_a_known_number(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tmp_path / "84799NED.csv"
    pad.write_text("gwb_code;Kleur\nGM0399;rood\n", "utf-8")
    assert fout_bij(pad, de_bronnen)[0].code == "bron-kolom"
    pad.write_text("Merk;Kleur\nGM0399;rood\n", "utf-8")
    assert "gwb_code" in fout_bij(pad, de_bronnen)[0].tekst


def test_a_file_about_others_says_what_was_looked_for(tmp_path: Path, de_bronnen: Bronnen) -> None:
    (bevinding,) = [
        b
        for b in fout_bij(tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0344")]), de_bronnen)
        if b.ernst is Ernst.FOUT
    ]
    assert bevinding.code == "bron-regio"
    assert "GM0399" in bevinding.tekst


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("kwb-2020.json", b"<html>Inloggen</html>"),
        ("kwb-2020.json", b'{"error": "query returns more than 10000 records"}'),
        ("kwb-2020.json", b'{"value": [1, 2]}'),
        ("kwb-2020.csv", b""),
        ("kwb-2020.csv", b"een regel zonder tabel\n"),
        ("kwb-2020.csv", b"gwb_code;a_inw\n" + b"x" * 200_000 + b";1\n"),
        ("84799NED.csv", b"Id;Measure;Value;WijkenEnBuurten\n1\n2;;3;GM0399\n"),
        ("kwb-2020.xlsx", b"geen zip"),
        ("kwb-2020.zip", b"PK\x03\x04"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, de_bronnen: Bronnen, naam: str, inhoud: bytes) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    (bevinding,) = fout_bij(tmp_path / naam, de_bronnen)
    assert bevinding.code in {"bron-onleesbaar", "werkmap-onleesbaar", "bron-kolom"}
    assert bevinding.plek.bestand == naam


def test_a_file_that_is_not_there(tmp_path: Path, de_bronnen: Bronnen) -> None:
    assert fout_bij(tmp_path / "kwb-2020.csv", de_bronnen)[0].tekst == "Dit bestand is er niet."


# -- RIVM: ages, years and bounds on rows of their own


def test_ages_and_years_are_kept_apart(tmp_path: Path, de_bronnen: Bronnen) -> None:
    pad = tabellen.rivm_csv(
        tmp_path / "50090NED_UntypedDataSet.csv",
        [
            tabellen.rivm_rij("GM0399", 81.3, 42.5, 9.4),
            tabellen.rivm_rij("GM0399", 78.3, 39.5, None, jaar=2016),
            tabellen.rivm_rij("GM0399", 70.1, 46.7, 3.0, leeftijd="80200"),
            tabellen.rivm_rij("GM0399", 1.1, 1.1, 1.1, leeftijd="53115"),
        ],
    )
    uitkomst = lees(pad, de_bronnen)
    assert (cijfer(uitkomst, "eenzaam", "GM0399").waarde, cijfer(uitkomst, "eenzaam", "GM0399", 2016).waarde) == (
        42.5,
        39.5,
    )
    assert cijfer(uitkomst, "eenzaam-65", "GM0399").waarde == 46.7
    assert not cijfer(uitkomst, "moeite-met-rondkomen", "GM0399", 2016).gegeven
    assert cijfer(uitkomst, "eenzaam", "GM0399").status == "schatting"
    assert cijfer(uitkomst, "eenzaam", "GM0399").bron.endswith("GGD'en, CBS en RIVM (50090NED)")


def test_bounds_stand_on_rows_of_their_own(tmp_path: Path, de_bronnen: Bronnen) -> None:
    rijen = [
        tabellen.rivm_rij("GM0399", 78.0, 39.0, 8.0, marge="MOG0095"),
        tabellen.rivm_rij("GM0399", 81.3, 42.5, 9.4),
        tabellen.rivm_rij("GM0399", 84.0, 46.0, ".", marge="MBG0095"),
    ]
    uitkomst = lees(tabellen.rivm_csv(tmp_path / "50090NED.csv", rijen), de_bronnen)
    eenzaam = cijfer(uitkomst, "eenzaam", "GM0399")
    assert (eenzaam.ondergrens, eenzaam.waarde, eenzaam.bovengrens) == (39.0, 42.5, 46.0)
    assert cijfer(uitkomst, "moeite-met-rondkomen", "GM0399").bovengrens is None


def test_a_figure_that_stands_there_twice_is_refused(tmp_path: Path, de_bronnen: Bronnen) -> None:
    rijen = [tabellen.rivm_rij("GM0399", 81.3, 42.5, 9.4), tabellen.rivm_rij("GM0399", 81.3, 40.0, 9.4)]
    gevonden = [
        b for b in fout_bij(tabellen.rivm_csv(tmp_path / "50090NED.csv", rijen), de_bronnen) if b.ernst is Ernst.FOUT
    ]
    assert [b.code for b in gevonden] == ["bron-dubbel"]
    assert "eenzaam" in gevonden[0].tekst


def test_the_kind_of_support_is_chosen_by_code_or_words(tmp_path: Path, de_bronnen: Bronnen) -> None:
    """Rows of CBS 86188NED: the total is not the total without residence."""
    kop = ["TypeMaatwerkvoorziening", "Wijken", "Perioden", "WmoClienten_5", "WmoClientenPer1000Inwoners_6"]
    rijen = [
        ("T001024", 1290, 54),
        ("Totaal exclusief verblijf en opvang", 1290, 53),
        ("A019506", 300, 12),
        ("Hulp bij het huishouden", 165, 7),
    ]
    inhoud = [dict(zip(kop, (soort, "GM0399    ", "2021JJ00", n, p), strict=True)) for soort, n, p in rijen]
    uitkomst = lees(tabellen.json_bestand(tmp_path / "86188NED.json", inhoud), de_bronnen)
    gevonden = {w.indicator: (w.waarde, w.teller) for w in uitkomst.waarden}
    assert gevonden == {
        "wmo-clienten": (54, 1290),
        "wmo-ondersteuning-thuis": (12, 300),
        "wmo-hulp-bij-huishouden": (7, 165),
    }


def test_a_unit_is_converted(tmp_path: Path, de_bronnen: Bronnen) -> None:
    kwb = de_bronnen.tabellen[0]
    duizendtallen = tuple(replace(c, factor=1000) if c.indicator == "laag-inkomen" else c for c in kwb.cijfers)
    anders = replace(de_bronnen, tabellen=(replace(kwb, cijfers=duizendtallen),))
    uitkomst = lees(tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", [rij("GM0399", p_ink_li=36.8)]), anders)
    assert cijfer(uitkomst, "laag-inkomen", "GM0399").waarde == 36_800


# -- from wijken to an area

DELEN = ("WK038305", "WK038306", "WK038307")


def limmen(
    uitkomst: Uitkomst, kader_: Kader, gewicht: Gewicht | None = None
) -> tuple[dict[str, Bronwaarde], tuple[Bevinding, ...]]:
    gebied = kader_.gebied("limmen-akersloot-de-woude")
    eigen = gewicht or Gewicht(uitkomst.inwoners, "CBS 2020")
    cijfers, bevindingen = gebieden.van_gebied(gebied, kader_, uitkomst.waarden, eigen)
    return {w.indicator or w.groep: w for w in cijfers if w.regio == gebied.slug}, bevindingen


def van_drie(tmp_path: Path, bronnen_: Bronnen, *rijen: tabellen.Rij) -> Uitkomst:
    return lees(tabellen.kwb_xlsx(tmp_path / "kwb-2020.xlsx", rijen), bronnen_)


def test_counts_are_added_and_shares_weighed_by_who_they_are_about(
    tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader
) -> None:
    ouderen = {"a_15_24": 0, "a_25_44": 0, "a_45_64": 0}
    cijfers, bevindingen = limmen(
        van_drie(
            tmp_path,
            de_bronnen,
            rij(DELEN[0], a_inw=600, a_soz_wb=10, p_ink_li=40.0, a_65_oo=500, **ouderen),
            rij(DELEN[1], a_inw=100, a_soz_wb=0, p_ink_li=10.0, a_65_oo=100, **ouderen),
            rij(DELEN[2], a_inw=300, a_soz_wb=20, p_ink_li=20.0, a_65_oo=200, **ouderen),
        ),
        het_kader,
    )
    assert bevindingen == ()
    bijstand = cijfers["bijstand"]
    assert (bijstand.waarde, bijstand.teller, bijstand.noemer, bijstand.status) == (None, 30, 1000, "schatting")
    assert bijstand.opmerking.startswith("Som van de wijken Akersloot, De Woude en Limmen. Van alle inwoners.")
    inkomen = cijfers["laag-inkomen"]
    assert inkomen.waarde == round((40 * 500 + 10 * 100 + 20 * 200) / 800, 1) == 31.2
    assert inkomen.opmerking == (
        "Gewogen gemiddelde van de wijken Akersloot, De Woude en Limmen, "
        "gewicht: inwoners van 15-25, 25-45, 45-65 en 65+ jaar (CBS 2020)."
    )
    assert (cijfers["65+"].waarde, cijfers["65+"].status) == (800, "definitief")


@pytest.mark.parametrize(
    ("teken", "reden", "woorden"),
    [
        (".", Reden.ONBEKEND, "niet bekend is"),
        ("x", Reden.GEHEIM, "geheim is"),
        (-99997, Reden.GEHEIM, "geheim is"),
        (-99995, Reden.LATER, "later verschijnt"),
        ("-99991", Reden.VERVALLEN, "niet meer wordt gepubliceerd"),
    ],
)
def test_one_missing_wijk_makes_the_area_missing(
    tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader, teken: object, reden: Reden, woorden: str
) -> None:
    mist = {"p_ink_li": teken, "a_soz_wb": teken}
    cijfers, _ = limmen(van_drie(tmp_path, de_bronnen, rij(DELEN[0]), rij(DELEN[1], **mist), rij(DELEN[2])), het_kader)
    for indicator in ("laag-inkomen", "bijstand"):
        deel = cijfers[indicator]
        assert (deel.waarde, deel.teller, deel.noemer, deel.reden) == (None, None, None, reden)
        assert deel.opmerking.startswith(f"Ontbreekt, omdat het cijfer van de wijk De Woude {woorden}.")
    assert cijfers["arbeidsparticipatie"].waarde == 65


def test_secret_says_more_than_unknown(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    geheim = rij(DELEN[2], p_ink_li="x")
    cijfers, _ = limmen(
        van_drie(tmp_path, de_bronnen, rij(DELEN[0], p_ink_li="."), rij(DELEN[1], p_ink_li="x"), geheim), het_kader
    )
    assert cijfers["laag-inkomen"].reden is Reden.GEHEIM
    assert "wijken De Woude en Limmen geheim is" in cijfers["laag-inkomen"].opmerking


def test_a_wijk_that_is_not_in_the_file_is_missing(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    cijfers, _ = limmen(van_drie(tmp_path, de_bronnen, rij(DELEN[0]), rij(DELEN[2])), het_kader)
    assert cijfers["laag-inkomen"].reden is Reden.ONBEKEND
    assert cijfers["Totaal"].reden is Reden.ONBEKEND


def test_nihil_counts_as_zero(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    nihil = rij(DELEN[1], a_soz_wb="-", p_jz_tn="-", a_jz_tn="-")
    cijfers, _ = limmen(van_drie(tmp_path, de_bronnen, rij(DELEN[0]), nihil, rij(DELEN[2])), het_kader)
    assert (cijfers["bijstand"].teller, cijfers["bijstand"].noemer) == (40, 3000)
    assert (cijfers["jeugdzorg"].waarde, cijfers["jeugdzorg"].teller) == (6.1, 60)


def test_a_wijk_where_nobody_lives_is_no_missing_part(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    niemand = dict.fromkeys(("a_inw", "a_00_14", "a_15_24", "a_25_44", "a_45_64", "a_65_oo"), 0)
    leeg = rij(DELEN[1], **niemand, p_ink_li=".", a_soz_wb=".")
    cijfers, _ = limmen(van_drie(tmp_path, de_bronnen, rij(DELEN[0]), leeg, rij(DELEN[2])), het_kader)
    assert cijfers["laag-inkomen"].waarde == 36.8
    assert "wijken Akersloot en Limmen" in cijfers["laag-inkomen"].opmerking


def test_without_inhabitants_nothing_is_weighed_and_that_is_said(
    tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader
) -> None:
    rijen = [tabellen.rivm_rij(code, 80.0, 40.0, 9.0) for code in DELEN]
    cijfers, (bevinding,) = limmen(
        lees(tabellen.rivm_csv(tmp_path / "50090NED.csv", rijen), de_bronnen), het_kader, Gewicht({}, "")
    )
    assert cijfers == {}
    assert (bevinding.code, bevinding.ernst) == ("bron-gewicht", Ernst.LET_OP)
    assert "Akersloot, De Woude, Limmen" in bevinding.tekst
    assert "--gewichten" in bevinding.hulp


def test_bounds_do_not_survive_an_average(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    rijen = [
        tabellen.rivm_rij(code, *getallen_, marge=marge)
        for code in DELEN
        for marge, getallen_ in (("MW00000", (80.0, 40.0, 9.0)), ("MOG0095", (75.0, 35.0, 7.0)))
    ]
    bevolking = van_drie(tmp_path, de_bronnen, *map(rij, DELEN)).inwoners
    uitkomst = lees(tabellen.rivm_csv(tmp_path / "50090NED.csv", rijen), de_bronnen)
    cijfers, _ = limmen(uitkomst, het_kader, Gewicht(bevolking, "CBS 2020"))
    assert (cijfers["eenzaam"].waarde, cijfers["eenzaam"].ondergrens) == (40.0, None)


def test_an_area_of_one_wijk_has_the_figure_of_that_wijk(tmp_path: Path, de_bronnen: Bronnen, het_kader: Kader) -> None:
    pad = tabellen.rivm_csv(tmp_path / "50090NED.csv", [tabellen.rivm_rij("WK037307", 80.0, 40.0, 9.0)])
    ruw = bestanden.lees(pad, pad.name, {"WK037307"})
    uitkomst = waarden.lees(ruw, herkennen.editie_van(de_bronnen, ruw), de_bronnen.tekens, {"WK037307"})
    cijfers, bevindingen = gebieden.van_gebied(
        het_kader.gebied("schoorl"), het_kader, uitkomst.waarden, Gewicht({}, "")
    )
    assert bevindingen == ()
    assert {(w.regio, w.waarde) for w in cijfers if w.indicator == "eenzaam"} == {("schoorl", 40.0)}


def test_json_numbers_that_are_no_numbers(tmp_path: Path, de_bronnen: Bronnen) -> None:
    inhoud = tabellen.odata3([rij("GM0399", p_wmo_t=float("nan"))], getypeerd=True)
    pad = tmp_path / "84799NED.json"
    pad.write_text(json.dumps({"value": inhoud}), "utf-8")
    assert [b.code for b in fout_bij(pad, de_bronnen) if b.ernst is Ernst.FOUT] == ["bron-waarde"]
