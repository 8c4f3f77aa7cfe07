"""kader.toml: what is in it, and what someone who edits it is told."""

from __future__ import annotations

import re
import tomllib
from dataclasses import FrozenInstanceError
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, rapport
from gebiedsplan.kader import Kader, read
from gebiedsplan.toml.regels import regel_van, regelnummers

KADER = Path(__file__).parent.parent / "gebieden" / "kader.toml"
TEKST = KADER.read_text(encoding="utf-8")
# The end of the kader's KPI on loneliness, for which nothing is agreed.
EENZAAM = 'naam = "Eenzaamheid"\nindicator = "eenzaam"\n'


@pytest.fixture(scope="module")
def kader() -> Kader:
    return read(KADER)


def bevindingen(tmp_path: Path, tekst: str | bytes) -> tuple[Bevinding, ...]:
    """What is wrong with a kader.toml of this content; nothing when it reads."""
    pad = tmp_path / "kader.toml"
    pad.write_bytes(tekst if isinstance(tekst, bytes) else tekst.encode())
    try:
        read(pad)
    except GebiedsplanFout as fout:
        return fout.bevindingen
    return ()


def met(oud: str, nieuw: str) -> str:
    """The text of the real kader with its only ``oud`` replaced."""
    assert TEKST.count(oud) == 1, f"{TEKST.count(oud)} keer: {oud}"
    return TEKST.replace(oud, nieuw)


def binnen(kop: str, oud: str, nieuw: str) -> str:
    """The text of the real kader with the first ``oud`` after ``kop`` replaced."""
    voor, na = TEKST.split(kop, 1)
    assert oud in na
    return voor + kop + na.replace(oud, nieuw, 1)


def regel(tekst: str, stuk: str, na: str = "") -> int:
    """The line of the first ``stuk`` that comes after ``na``."""
    return tekst[: tekst.index(stuk, tekst.index(na))].count("\n") + 1


# -- the real kader


def test_het_kader_van_de_buch_is_compleet(kader: Kader) -> None:
    assert kader.instellingen.samenwerking == "BUCH"
    assert [g.slug for g in kader.bladeren()] == [
        "heiloo",
        "uitgeest",
        "castricum-kern",
        "limmen-akersloot-de-woude",
        "bergen-kern",
        "egmond",
        "schoorl",
    ]
    assert [g.slug for g in kader.delen(kader.gebied("bergen"))] == ["bergen-kern", "egmond", "schoorl"]
    assert kader.gemeente(kader.gebied("egmond")).vergelijkingsregio == "GGD Hollands Noorden"
    aantallen = [len(kader.pijlers), len(kader.themas), len(kader.doelgroepen), len(kader.dimensies), len(kader.rollen)]
    assert aantallen == [4, 9, 10, 6, 6]
    assert [steen.id for opgave in kader.hoofdopgaven for steen in opgave.bouwstenen] == [
        "verbondenheid",
        "samenredzaamheid",
        "zelfredzaamheid",
        "jeugd-en-onderwijs",
        "volwassenen",
    ]


def test_de_acht_prioriteiten_zijn_te_vinden(kader: Kader) -> None:
    lijst = {
        "Eenzaamheid",
        "Gezondheid",
        "Werk en Inkomen",
        "Kunst & Cultuur",
        "Sport & Bewegen",
        "Wonen & Zorg",
        "Opgroeien & ontwikkelen in een kansrijke omgeving",
        "Veiligheid",
    }
    namen = {naam for thema in kader.themas if thema.prioriteit for naam in (thema.naam, *thema.aliassen)}
    assert lijst <= namen
    assert [t.id for t in kader.themas if t.rode_draad] == ["positieve-gezondheid", "inclusie"]
    assert [t.id for t in kader.themas if not t.doelen] == ["veiligheid"]


def test_elke_wijk_hoort_bij_de_gemeente_van_haar_gebied(kader: Kader) -> None:
    for gebied in kader.bladeren():
        assert gebied.wijken
        for wijk in gebied.wijken:
            assert wijk.code[2:6] == kader.gemeente(gebied).code[2:]


def test_elke_indicator_maakt_een_zin(kader: Kader) -> None:
    zinnen = {
        i.id: "In Egmond " + i.zin.format(waarde="54 per 1.000" if i.eenheid == "per_1000" else "80%", groep=i.groep)
        for i in kader.indicatoren
    }
    goed = "In Egmond ervaart 80% van de inwoners van 18 jaar en ouder een goede of zeer goede gezondheid"
    assert zinnen["goede-gezondheid"] == goed
    assert zinnen["wmo-clienten"] == "In Egmond kregen 54 per 1.000 inwoners ondersteuning uit de Wmo"
    assert not [zin for zin in zinnen.values() if re.search(r"[{}]|  |\.$", zin)]


def test_elk_blok_heeft_een_vergelijking_en_elk_onderdeel_een_cijfer(kader: Kader) -> None:
    for blok in kader.blokken:
        indicatoren = [i for i in kader.indicatoren if i.blok == blok.id]
        assert any(i.vergelijking for i in indicatoren)
        assert {i.onderdeel for i in indicatoren} == {deel.id for deel in blok.onderdelen}


def test_begrippen_staan_op_alfabet(kader: Kader) -> None:
    namen = [begrip.naam.casefold() for begrip in kader.begrippen]
    assert namen == sorted(namen)


def test_een_kader_is_onveranderlijk(kader: Kader) -> None:
    with pytest.raises(FrozenInstanceError):
        kader.instellingen.samenwerking = "anders"  # type: ignore[misc]  # that is the point
    assert isinstance(kader.indicatoren, tuple)
    assert isinstance(kader.themas[0].doelen, tuple)


# -- the file


def test_geen_bestand(tmp_path: Path) -> None:
    with pytest.raises(GebiedsplanFout) as gevangen:
        read(tmp_path / "kader.toml", naam="gebieden/kader.toml")
    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == "kader-ontbreekt"
    assert bevinding.plek.bestand == "gebieden/kader.toml"


def test_een_map_in_plaats_van_een_bestand(tmp_path: Path) -> None:
    with pytest.raises(GebiedsplanFout) as gevangen:
        read(tmp_path)
    assert gevangen.value.bevindingen[0].code == "kader-onleesbaar"


def test_zo_bewaart_kladblok_het_en_het_blijft_leesbaar(tmp_path: Path) -> None:
    assert bevindingen(tmp_path, b"\xef\xbb\xbf" + TEKST.replace("\n", "\r\n").encode()) == ()


def test_regelnummers_kloppen_ook_met_windows_regeleinden(tmp_path: Path) -> None:
    fout = met('land = "Nederland"', "land = 31")
    (bevinding,) = bevindingen(tmp_path, fout.replace("\n", "\r\n"))
    assert bevinding.plek.regel == regel(fout, "land = 31")


def test_andere_codering_dan_utf8(tmp_path: Path) -> None:
    (bevinding,) = bevindingen(tmp_path, "# financiële".encode("latin-1"))
    assert bevinding.code == "kader-onleesbaar"
    assert "UTF-8" in bevinding.hulp


@pytest.mark.parametrize(
    ("oud", "nieuw", "woord"),
    [
        ('land = "Nederland"', 'land = "Nederland', "aanhalingsteken"),
        ('land = "Nederland"', "land = Nederland", "aanhalingstekens"),
        ('land = "Nederland"', 'land "Nederland"', "=-teken"),
        ('land = "Nederland"', 'land = "Nederland"\nland = "België"', "staat er al"),
        ("[missie]", "[missie]\nx = 1\n[missie]", "kop"),
    ],
)
def test_geen_toml(tmp_path: Path, oud: str, nieuw: str, woord: str) -> None:
    (bevinding,) = bevindingen(tmp_path, met(oud, nieuw))
    assert bevinding.code == "kader-onleesbaar"
    laatste = regel(met(oud, nieuw), nieuw) + nieuw.count("\n")
    assert bevinding.plek.regel == laatste
    assert woord in bevinding.tekst


@pytest.mark.parametrize("tekst", ["x = " + "[" * 5000, "x = " + "9" * 5000, "x = '''"])
def test_toml_waar_de_lezer_zelf_op_stukloopt(tmp_path: Path, tekst: str) -> None:
    assert [b.code for b in bevindingen(tmp_path, tekst)] == ["kader-onleesbaar"]


# -- one mistake at a time: the text, and the finding it must give

BIJSTAND = 'id = "bijstand"'
EGMOND = 'slug = "egmond"'
HEILOO = regel(TEKST, 'naam = "Heiloo"')
DE_KOP = "[[…]]"  # the line of the header of the table itself

VERKEERD = [
    pytest.param(
        binnen(BIJSTAND, 'eenheid = "procent"', 'eenheid = "percentage"'),
        ("kader-waarde-verkeerd", "indicatoren › bijstand › eenheid", 'eenheid = "percentage"', BIJSTAND),
        (
            "“eenheid” is “percentage”. Dat kan niet.",
            "Kies uit: procent, per_1000, aantal, cijfer. Bedoelt u “procent”?",
        ),
        id="woord-niet-toegestaan",
    ),
    pytest.param(
        met('land = "Nederland"', "land = 31"),
        ("kader-waarde-verkeerd", "instellingen › land", "land = 31", ""),
        ("“land” is 31. Dat moet een tekst zijn", "aanhalingstekens"),
        id="getal-waar-tekst-hoort",
    ),
    pytest.param(
        met("speerpunten_min = 2", 'speerpunten_min = "2"'),
        ("kader-waarde-verkeerd", "instellingen › speerpunten_min", 'speerpunten_min = "2"', ""),
        ("“speerpunten_min” is “2”. Dat moet een heel getal zijn", "zonder aanhalingstekens"),
        id="tekst-waar-getal-hoort",
    ),
    pytest.param(
        met("speerpunten_min = 2", "speerpunten_min = true"),
        ("kader-waarde-verkeerd", "instellingen › speerpunten_min", "speerpunten_min = true", ""),
        ("is true", "heel getal"),
        id="ja-waar-getal-hoort",
    ),
    pytest.param(
        met("procent = 1.5", 'procent = "1,5"'),
        ("kader-waarde-verkeerd", "instellingen › duidelijk_verschil › procent", 'procent = "1,5"', ""),
        ("“procent” is “1,5”. Dat moet een getal zijn", "met een punt"),
        id="komma-in-getal",
    ),
    pytest.param(
        met("cijfer = 0.0", "graden = 0.0"),
        ("kader-sleutel-onbekend", "instellingen › duidelijk_verschil › graden", "graden = 0.0", ""),
        ("kent “graden” hier niet", "kies uit: procent"),
        id="onbekende-eenheid-bij-verschil",
    ),
    pytest.param(
        met('indicator = "wmo-clienten"', 'indicator = "wmo-client"'),
        ("kader-verwijzing", "kpis › beroep-op-wmo › indicator", 'indicator = "wmo-client"', ""),
        ("Er is geen indicator met die naam.", "Bedoelt u “wmo-clienten”?"),
        id="kpi-zonder-indicator",
    ),
    pytest.param(
        met(EENZAAM, EENZAAM + 'richting = "lager"\nnulmeting_jaar = 2020\nstreefwaarde = 40.0\n'),
        ("kader-sleutel-ontbreekt", "kpis › eenzaamheid › streefwaarde_jaar", "[[kpis]]", 'indicator = "jeugdzorg"'),
        ("“streefwaarde_jaar” ontbreekt bij de KPI “Eenzaamheid”.", "het jaar van de streefwaarde"),
        id="kpi-zonder-jaar",
    ),
    pytest.param(
        met(
            EENZAAM,
            EENZAAM + 'richting = "lager"\nnulmeting_jaar = 2020\nstreefwaarde = 140.0\nstreefwaarde_jaar = 2027\n',
        ),
        ("kader-waarde-verkeerd", "kpis › eenzaamheid › streefwaarde", "streefwaarde = 140.0", ""),
        ("“streefwaarde” is 140.0. Dat kan niet.", "Vul 0 tot en met 100 in."),
        id="kpi-boven-honderd",
    ),
    pytest.param(
        met("mag_leeg = true", 'mag_leeg = "ja"'),
        ("kader-waarde-verkeerd", "blokken › veerkracht › mag_leeg", 'mag_leeg = "ja"', ""),
        ("“mag_leeg” is “ja”", "true (ja)"),
        id="ja-als-tekst",
    ),
    pytest.param(
        met('doelen = ["Iedereen kan meedoen.", "Geen uitsluiting."]', 'doelen = "Iedereen kan meedoen."'),
        ("kader-waarde-verkeerd", "themas › inclusie › doelen", 'doelen = "Iedereen', ""),
        ("moet een lijst zijn", 'doelen = ["…", "…"]'),
        id="tekst-waar-lijst-hoort",
    ),
    pytest.param(
        met('    { id = "netwerken", naam = "Netwerken" },', '    { id = "netwerken", naam = 7 },'),
        ("kader-waarde-verkeerd", "blokken › veerkracht › onderdelen › netwerken › naam", "naam = 7", ""),
        ("“naam” is 7", "aanhalingstekens"),
        id="binnen-een-lijst-van-accolades",
    ),
    pytest.param(
        met('kern = "Iedereen in onze gemeente hoort erbij!"', 'kern = "  "'),
        ("kader-waarde-verkeerd", "missie › kern", 'kern = "  "', ""),
        ("“kern” is leeg. Dat kan niet.", "Vul hier een tekst in"),
        id="verplichte-tekst-leeg",
    ),
    pytest.param(
        binnen(BIJSTAND, 'gunstig = "lager"\n', ""),
        ("kader-sleutel-ontbreekt", "indicatoren › bijstand › gunstig", DE_KOP, ""),
        ("“gunstig” ontbreekt", 'gunstig = "hoger". Of een ander woord: lager, geen.'),
        id="sleutel-ontbreekt",
    ),
    pytest.param(
        met("per_1000 = 5.0\n", ""),
        ("kader-sleutel-ontbreekt", "instellingen › duidelijk_verschil › per_1000", "[instellingen.duidelijk", ""),
        ("“per_1000” ontbreekt", "per_1000 = 1.0"),
        id="verschil-voor-gebruikte-eenheid-ontbreekt",
    ),
    pytest.param(
        binnen('slug = "uitgeest"', 'bestuur = "college"\n', ""),
        ("kader-sleutel-ontbreekt", "gebieden › uitgeest › bestuur", DE_KOP, ""),
        ("“bestuur” ontbreekt", "college"),
        id="gemeente-zonder-bestuur",
    ),
    pytest.param(
        binnen('slug = "uitgeest"', 'bestuur = "college"', 'bestuur = "burgemeester"'),
        ("kader-waarde-verkeerd", "gebieden › uitgeest › bestuur", 'bestuur = "burgemeester"', ""),
        ("“bestuur” is “burgemeester”", "Kies uit: college, raad."),
        id="onbekend-bestuur",
    ),
    pytest.param(
        met('vorm = "te"', 'vorm = "vriendelijk"'),
        ("kader-waarde-verkeerd", "besluit › vorm", 'vorm = "vriendelijk"', ""),
        ("“vorm” is “vriendelijk”", "Kies uit: te, gebiedend."),
        id="onbekende-vorm",
    ),
    pytest.param(
        met("max_woorden = 425", "max_woorden = 0"),
        ("kader-waarde-verkeerd", "besluit › max_woorden", "max_woorden = 0", ""),
        ("“max_woorden” is 0. Dat is te laag.", "Vul 1 of hoger in."),
        id="geen-woorden",
    ),
    pytest.param(
        met('te = "{wat} vast te stellen"', 'te = "vast te stellen"'),
        ("kader-waarde-verkeerd", "besluit › werkwoorden › vaststellen › te", 'te = "vast te stellen"', ""),
        ("niet precies één keer {wat}", "op de plaats van het onderwerp"),
        id="werkwoord-zonder-plaats",
    ),
    pytest.param(
        met('gebiedend = "Stel {wat} vast"', 'gebiedend = "Stel {wat} {wie} vast"'),
        ("kader-waarde-verkeerd", "besluit › werkwoorden › vaststellen › gebiedend", '"Stel {wat} {wie} vast"', ""),
        ("niet precies één keer {wat}", "Andere accolades kunnen niet"),
        id="werkwoord-met-iets-anders",
    ),
    pytest.param(
        met('naam = "betalen"', 'naam = "gebruiken"'),
        ("kader-dubbel", "besluit › werkwoorden › betalen › naam", 'naam = "gebruiken"', 'id = "betalen"'),
        ("“gebruiken” staat er al", "Kies hier iets anders"),
        id="werkwoord-dubbel",
    ),
    pytest.param(
        met('gebiedend = "Betaal {wat}"\n', ""),
        (
            "kader-sleutel-ontbreekt",
            "besluit › werkwoorden › betalen › gebiedend",
            "[[besluit.werkwoorden]]",
            'te = "{wat} in te zetten"',
        ),
        ("“gebiedend” ontbreekt", "gebiedend = "),
        id="werkwoord-zonder-vorm",
    ),
    pytest.param(
        binnen(BIJSTAND, "decimalen = 1", "decimaln = 1"),
        ("kader-sleutel-onbekend", "indicatoren › bijstand › decimaln", "decimaln = 1", ""),
        ("kent “decimaln” hier niet", "Bedoelt u “decimalen”?"),
        id="sleutel-onbekend",
    ),
    pytest.param(
        binnen(BIJSTAND, 'blok = "kwetsbaarheid"', 'blok = "kwetsbaar"'),
        ("kader-verwijzing", "indicatoren › bijstand › blok", 'blok = "kwetsbaar"', ""),
        ("Er is geen blok met die naam", "Bedoelt u “kwetsbaarheid”?"),
        id="blok-bestaat-niet",
    ),
    pytest.param(
        binnen(BIJSTAND, 'onderdeel = "inkomen"', 'onderdeel = "netwerken"'),
        ("kader-verwijzing", "indicatoren › bijstand › onderdeel", 'onderdeel = "netwerken"', BIJSTAND),
        ("Er is geen onderdeel van het blok “kwetsbaarheid”", "Kies uit: werk, opleiding, inkomen, gezondheid"),
        id="onderdeel-van-ander-blok",
    ),
    pytest.param(
        binnen('id = "eenzaam-65"', 'deel_van = "eenzaam"', 'deel_van = "eenzam"'),
        ("kader-verwijzing", "indicatoren › eenzaam-65 › deel_van", 'deel_van = "eenzam"', ""),
        ("Er is geen indicator met die naam", "Bedoelt u “eenzaam”?"),
        id="deel-van-indicator-die-niet-bestaat",
    ),
    pytest.param(
        binnen('id = "eenzaam-65"', 'deel_van = "eenzaam"', 'deel_van = "eenzaam-65"'),
        ("kader-waarde-verkeerd", "indicatoren › eenzaam-65 › deel_van", 'deel_van = "eenzaam-65"', ""),
        ("“eenzaam-65” is een deel van zichzelf", "méér mensen"),
        id="indicator-deel-van-zichzelf",
    ),
    pytest.param(
        binnen('id = "eenzaam-65"', 'deel_van = "eenzaam"', 'verdeling = "leeftijd"'),
        ("kader-waarde-verkeerd", "indicatoren › eenzaam-65 › verdeling", 'verdeling = "leeftijd"', ""),
        ("staat maar bij één indicator", "hetzelfde woord"),
        id="verdeling-van-een",
    ),
    pytest.param(
        binnen(EGMOND, 'deel_van = "bergen"', 'deel_van = "berge"'),
        ("kader-verwijzing", "gebieden › egmond › deel_van", 'deel_van = "berge"', ""),
        ("Er is geen gebied met die naam", "Bedoelt u “bergen”?"),
        id="gemeente-bestaat-niet",
    ),
    pytest.param(
        binnen(EGMOND, 'deel_van = "bergen"', 'deel_van = "egmond"'),
        ("kader-verwijzing", "gebieden › egmond › deel_van", 'deel_van = "egmond"', ""),
        ("geen deel van zichzelf", "zonder “deel_van”"),
        id="deel-van-zichzelf",
    ),
    pytest.param(
        binnen(EGMOND, 'deel_van = "bergen"', 'deel_van = "schoorl"'),
        ("kader-verwijzing", "gebieden › egmond › deel_van", 'deel_van = "schoorl"', ""),
        ("zelf een deel van “bergen”", "zonder “deel_van”"),
        id="deel-van-een-deel",
    ),
    pytest.param(
        binnen(EGMOND, 'naam = "Egmond"', 'naam = "heiloo"'),
        ("kader-dubbel", "gebieden › egmond › naam", 'naam = "heiloo"', ""),
        (f"“heiloo” staat er al. Zie regel {HEILOO}.", "Kies hier iets anders"),
        id="naam-is-de-slug-van-een-ander",
    ),
    pytest.param(
        binnen('slug = "schoorl"', "WK037307", "WK037306"),
        ("kader-dubbel", "gebieden › schoorl › wijken › WK037306 › code", "WK037306", 'slug = "schoorl"'),
        ("“WK037306” staat er al", "Kies hier iets anders"),
        id="wijk-in-twee-gebieden",
    ),
    pytest.param(
        met('aliassen = ["Kunst & Cultuur"]', 'aliassen = ["GEZONDHEID"]'),
        ("kader-dubbel", "themas › kunst-en-cultuur › aliassen", '["GEZONDHEID"]', ""),
        ("“GEZONDHEID” staat er al", "Kies hier iets anders"),
        id="alias-van-een-ander",
    ),
    pytest.param(
        met('aliassen = ["Wonen & Zorg"]', 'aliassen = ["Wonen en zorg"]'),
        ("kader-dubbel", "themas › wonen-en-zorg › aliassen", '["Wonen en zorg"]', ""),
        ("“Wonen en zorg” staat er al", "Kies hier iets anders"),
        id="alias-gelijk-aan-eigen-naam",
    ),
    pytest.param(
        met('aliassen = ["Jeugd"]', 'aliassen = ["Jeugd", "jongeren"]'),
        ("kader-dubbel", "doelgroepen › jongeren › aliassen", '["Jeugd", "jongeren"]', ""),
        ("“jongeren” staat er al", "Kies hier iets anders"),
        id="alias-gelijk-aan-eigen-naam-en-id",
    ),
    pytest.param(
        met('blad = "Veerkracht"', 'blad = "kwetsbaarheid"'),
        ("kader-dubbel", "blokken › veerkracht › blad", 'blad = "kwetsbaarheid"', ""),
        ("“kwetsbaarheid” staat er al", "Kies hier iets anders"),
        id="blad-van-een-ander-blok",
    ),
    pytest.param(
        met('id = "wonen-en-zorg"', 'id = "Wonen en zorg"'),
        ("kader-waarde-verkeerd", "themas › Wonen en zorg › id", 'id = "Wonen en zorg"', ""),
        ("“id” is “Wonen en zorg”", "kleine letters"),
        id="id-met-spaties",
    ),
    pytest.param(
        met("speerpunten_max = 3", "speerpunten_max = 1"),
        ("kader-waarde-verkeerd", "instellingen › speerpunten_max", "speerpunten_max = 1", ""),
        ("lager dan “speerpunten_min” (2)", "gelijk of hoger"),
        id="maximum-onder-minimum",
    ),
    pytest.param(
        binnen(BIJSTAND, "decimalen = 1", "decimalen = -1"),
        ("kader-waarde-verkeerd", "indicatoren › bijstand › decimalen", "decimalen = -1", ""),
        ("te laag", "0 of hoger"),
        id="getal-te-laag",
    ),
    pytest.param(
        met("procent = 1.5", "procent = nan"),
        ("kader-waarde-verkeerd", "instellingen › duidelijk_verschil › procent", "procent = nan", ""),
        ("nan", "0 of hoger"),
        id="verschil-is-geen-getal",
    ),
    pytest.param(
        met("heeft {waarde} van de {groep} een bijstandsuitkering", "heeft {getal} van de {groep} bijstand"),
        ("kader-waarde-verkeerd", "indicatoren › bijstand › zin", "heeft {getal}", ""),
        ("iets anders dan {waarde} of {groep}", "{waarde} voor het cijfer"),
        id="zin-met-onbekend-woord",
    ),
    pytest.param(
        met("heeft {waarde} van de {groep} een bijstandsuitkering", "heeft bijstand"),
        ("kader-waarde-verkeerd", "indicatoren › bijstand › zin", '"heeft bijstand"', ""),
        ("geen {waarde}", "{waarde} voor het cijfer"),
        id="zin-zonder-waarde",
    ),
    pytest.param(
        binnen('id = "eenzaam-65"', 'weging = ["65+"]', 'weging = ["65 plus"]'),
        ("kader-waarde-verkeerd", "indicatoren › eenzaam-65 › weging", '"65 plus"', ""),
        ("“65 plus” in “weging” is geen leeftijdsgroep", "65+"),
        id="geen-leeftijdsgroep",
    ),
    pytest.param(
        binnen('id = "eenzaam"', '"15-25", "25-45"', '"15-26", "25-45"'),
        ("kader-waarde-verkeerd", "indicatoren › eenzaam › weging", '"15-26"', ""),
        ("overlappen “15-26” en “25-45”", "één keer"),
        id="leeftijden-overlappen",
    ),
    pytest.param(
        binnen('id = "wmo-clienten"', 'bron = "zorg"', 'bron = "zorgt"'),
        ("kader-verwijzing", "indicatoren › wmo-clienten › bron", 'bron = "zorgt"', ""),
        ("Er is geen bron onder [geheimhouding] met die naam", "Bedoelt u “zorg”?"),
        id="bron-bestaat-niet",
    ),
    pytest.param(
        binnen('id = "zorg"', "drempel = 10", "drempel = 4"),
        ("kader-waarde-verkeerd", "geheimhouding › bronnen › zorg › afronden_op", "afronden_op = 5", ""),
        ("hoger dan “drempel” (4)", "Maak “drempel” 5 of hoger"),
        id="afronden-boven-drempel",
    ),
    pytest.param(
        binnen("[geheimhouding]", "bandbreedte = 10", "bandbreedte = 0"),
        ("kader-waarde-verkeerd", "geheimhouding › bandbreedte", "bandbreedte = 0", ""),
        ("“bandbreedte” is 0. Dat is te laag.", "Vul 1 of hoger in."),
        id="bandbreedte-nul",
    ),
    pytest.param(
        binnen('id = "zorg"', "minimale_basis = 100", "minimale_basis = -1"),
        ("kader-waarde-verkeerd", "geheimhouding › bronnen › zorg › minimale_basis", "minimale_basis = -1", ""),
        ("“minimale_basis” is -1. Dat is te laag.", "Vul 0 of hoger in."),
        id="basis-negatief",
    ),
    pytest.param(
        binnen('id = "wmo-clienten"', "vergelijking = true", "kernbeeld = true"),
        ("kader-waarde-verkeerd", "indicatoren › wmo-clienten › kernbeeld", "kernbeeld = true", ""),
        ("de eenheid is “per_1000”", "alleen percentages"),
        id="kernbeeld-zonder-percentage",
    ),
    pytest.param(
        met('code = "GM0450"', 'code = "450"'),
        ("kader-waarde-verkeerd", "gebieden › uitgeest › code", 'code = "450"', ""),
        ("“450” is geen gemeentecode", "GM met vier cijfers"),
        id="gemeentecode",
    ),
    pytest.param(
        met("WK045000", "WK0450"),
        ("kader-waarde-verkeerd", "gebieden › uitgeest › wijken › WK0450 › code", "WK0450", ""),
        ("“WK0450” is geen wijkcode", "WK met zes cijfers"),
        id="wijkcode",
    ),
    pytest.param(
        met('blad = "Veerkracht"', 'blad = "Veerkracht/netwerken"'),
        ("kader-waarde-verkeerd", "blokken › veerkracht › blad", 'blad = "Veerkracht/netwerken"', ""),
        ("“Veerkracht/netwerken” kan geen naam van een blad", "hoogstens 31 tekens"),
        id="bladnaam-die-excel-weigert",
    ),
]


@pytest.mark.parametrize(("tekst", "verwacht", "woorden"), VERKEERD)
def test_een_fout_wordt_op_zijn_plaats_gevonden(
    tmp_path: Path, tekst: str, verwacht: tuple[str, str, str, str], woorden: tuple[str, str]
) -> None:
    code, sleutel, stuk, na = verwacht
    (bevinding,) = bevindingen(tmp_path, tekst)
    assert (bevinding.code, bevinding.plek.sleutel) == (code, sleutel)
    assert bevinding.plek.regel == _regel(tekst, sleutel, stuk, na)
    assert woorden[0] in bevinding.tekst
    assert woorden[1] in bevinding.hulp


def _regel(tekst: str, sleutel: str, stuk: str, na: str) -> int:
    if stuk == DE_KOP:  # right above the id in "indicatoren › bijstand › gunstig"
        return regel(tekst, f'"{sleutel.split(" › ")[1]}"') - 1
    return regel(tekst, stuk, na)


def test_een_blok_met_een_verkeerde_kop(tmp_path: Path) -> None:
    """A block that may be left out is not left out silently when its name is misspelled."""
    tekst = met("[missie]", "[missies]")
    (onbekend,) = bevindingen(tmp_path, tekst)
    assert (onbekend.code, onbekend.plek.regel) == ("kader-sleutel-onbekend", regel(tekst, "[missies]"))
    assert onbekend.hulp == "Bedoelt u “missie”?"


# -- all at once


def test_alle_fouten_tegelijk_op_volgorde_van_regel(tmp_path: Path) -> None:
    tekst = TEKST
    for oud, nieuw in (
        ('land = "Nederland"', "land = 31"),
        ("mag_leeg = true", "mag_leg = true"),
        ('aliassen = ["Kunst & Cultuur"]', 'aliassen = ["Gezondheid"]'),
        ('deel_van = "castricum"', 'deel_van = "castrikum"'),
        ('naam = "Toezichthouder"\n', ""),
    ):
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    gevonden = bevindingen(tmp_path, tekst)
    assert [b.code for b in gevonden] == [
        "kader-waarde-verkeerd",
        "kader-dubbel",
        "kader-sleutel-ontbreekt",
        "kader-sleutel-onbekend",
        "kader-verwijzing",
        "kader-verwijzing",
    ]
    assert [b.plek.regel for b in gevonden] == sorted(b.plek.regel for b in gevonden)
    assert rapport(gevonden).endswith("6 fouten, 0 keer ‘let op’.")


def test_een_leeg_bestand_noemt_alles_wat_ontbreekt(tmp_path: Path) -> None:
    gevonden = bevindingen(tmp_path, "")
    assert {b.plek.sleutel for b in gevonden} == {"instellingen", "blokken", "indicatoren", "gebieden"}
    assert {b.code for b in gevonden} == {"kader-sleutel-ontbreekt"}


def test_een_kader_zonder_gebieden(tmp_path: Path) -> None:
    zonder = "gebieden = []\n" + TEKST[: TEKST.index("[[gebieden]]")]
    (bevinding,) = bevindingen(tmp_path, zonder)
    assert (bevinding.code, bevinding.plek.regel) == ("kader-waarde-verkeerd", 1)


# -- line numbers


def test_elke_sleutel_van_het_echte_kader_staat_op_de_gevonden_regel() -> None:
    regels = regelnummers(TEKST)
    bron = TEKST.split("\n")

    def loop(hier: Any, pad: tuple[str | int, ...]) -> int:
        aantal = 0
        for stap, inhoud in hier.items() if isinstance(hier, dict) else enumerate(hier):
            gezocht = inhoud if isinstance(stap, int) and isinstance(inhoud, str) else stap
            if isinstance(gezocht, str):
                assert gezocht in bron[regels[(*pad, stap)] - 1]
            aantal += 1 + (loop(inhoud, (*pad, stap)) if isinstance(inhoud, dict | list) else 0)
        return aantal

    assert loop(tomllib.loads(TEKST), ()) == len(regels)


def test_regels_van_lastige_toml() -> None:
    tekst = '''\
a.b = """
[geen.kop]
x = 1 # "
"""
"sleutel met = en [" = [ # opmerking ] met haak
  "een ] in tekst",
  [1, 2],
  { c = 1.5, d = '}' },
]
[[t]]
n = 1
[[t.u]]
n = 2
[[t]]
[[t.u]]
[[t.u]]
[t.u.v]
n = 1979-05-27 07:32:00
[los."met.punt"]
n = \'\'\'
'\'\'\'\'
m = 3
'''
    assert tomllib.loads(tekst)["los"]["met.punt"]["n"] == "''"
    regels = regelnummers(tekst)
    verwacht = {
        ("a", "b"): 1,
        ("sleutel met = en [",): 5,
        ("sleutel met = en [", 0): 6,
        ("sleutel met = en [", 1, 1): 7,
        ("sleutel met = en [", 2, "d"): 8,
        ("t", 0): 10,
        ("t", 0, "u", 0, "n"): 13,
        ("t", 1): 14,
        ("t", 1, "u", 0): 15,
        ("t", 1, "u", 1): 16,
        ("t", 1, "u", 1, "v", "n"): 18,
        ("los", "met.punt"): 19,
        ("los", "met.punt", "m"): 22,
    }
    assert {pad: regels[pad] for pad in verwacht} == verwacht
    assert not [pad for pad in regels if pad[0] in {"geen", "x"}]


def test_de_regel_van_wat_ontbreekt_is_die_van_het_blok_eromheen() -> None:
    regels = regelnummers("[[rollen]]\nid = 'x'\n")
    assert regel_van(("rollen", 0, "naam"), regels) == 1
    assert regel_van(("missie",), regels) == 0


# -- whatever someone does to the text: a Kader or findings, never a traceback

WAARDEN = ("5", "-1", "1.5", "nan", '""', '"x"', '"{"', "[]", "[[1]]", "[{}]", "{}", "{ id = 1 }", "true", "2026-01-01")
REGELS = tuple(TEKST.split("\n"))
MET_WAARDE = tuple(n for n, tekst_van_regel in enumerate(REGELS) if re.match(r"\w+ = ", tekst_van_regel))


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.dictionaries(st.sampled_from(MET_WAARDE), st.sampled_from(WAARDEN), min_size=1, max_size=8))
def test_willekeurige_waarden(tmp_path_factory: pytest.TempPathFactory, nieuw: dict[int, str]) -> None:
    regels = [
        f"{oud.split(' = ')[0]} = {nieuw[n]}" if n in nieuw and not oud.endswith(("[", '"""')) else oud
        for n, oud in enumerate(REGELS)
    ]
    gevonden = bevindingen(tmp_path_factory.getbasetemp(), "\n".join(regels))
    assert all(0 <= b.plek.regel <= len(regels) and b.tekst and b.hulp for b in gevonden)


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.integers(0, len(TEKST)), st.integers(0, 400), st.text(max_size=5))
def test_willekeurige_knip_en_plak(
    tmp_path_factory: pytest.TempPathFactory, begin: int, lengte: int, ertussen: str
) -> None:
    tekst = TEKST[:begin] + ertussen + TEKST[begin + lengte :]
    gevonden = bevindingen(tmp_path_factory.getbasetemp(), tekst.encode("utf-8", "replace"))
    assert all(0 <= b.plek.regel <= tekst.count("\n") + 2 and b.tekst and b.hulp for b in gevonden)
