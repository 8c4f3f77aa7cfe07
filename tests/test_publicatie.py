"""What is said about a plan to those who look for it: the DiWoo record and the lines in the head of the web page."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from conftest import WORTEL
from lxml import etree, html
from openpyxl import load_workbook

from gebiedsplan import build, kader
from gebiedsplan.bevinding import GebiedsplanFout
from gebiedsplan.build import Mappen
from gebiedsplan.publicatie import diwoo, owms
from gebiedsplan.publicatie.model import Kaart, Waarde
from gebiedsplan.publicatie.waardelijsten import gemeente, uit_kern, uit_themas

RAAR = """Dijk & Waard / 't Zand <Noord> "aan zee" ]]> {{ 7*7 }}"""
HEILOO = "https://identifier.overheid.nl/tooi/id/gemeente/gm0399"

KAART = Kaart(
    titel="Gebiedsplan Heiloo 2027",
    omschrijving="Gebiedsplan sociaal domein",
    organisatie=gemeente("gemeente Heiloo", "GM0399"),
    datum="2026-11-16",
    vastgesteld="2026-11-16",
    kenmerk="Z-2026-001",
    informatiecategorie=uit_kern("inspanningsverplichting art 3.1 Woo", "c_816e508d"),
    documentsoort=uit_kern("plan", "c_5b1055aa"),
    themas=(uit_themas("zorg en gezondheid", "c_d0463fb7"), uit_themas("sociale zekerheid", "c_d4890526")),
    trefwoorden=("gebiedsplan", "Heiloo"),
)

# What the standard (DiWoo metadata 0.9.8) asks of the elements that occur here, written down from its schema:
# per element what may stand in it, with how often. The schema leaves the order free; we keep this one.
INHOUD: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Document": (("DiWoo", "1"),),
    "DiWoo": (
        ("identifiers", "?"),
        ("publisher", "1"),
        ("verantwoordelijke", "?"),
        ("titelcollectie", "1"),
        ("omschrijvingen", "?"),
        ("classificatiecollectie", "1"),
        ("creatiedatum", "?"),
        ("language", "?"),
        ("format", "?"),
        ("documenthandelingen", "1"),
    ),
    "identifiers": (("identifier", "+"),),
    "titelcollectie": (("officieleTitel", "1"),),
    "omschrijvingen": (("omschrijving", "+"),),
    "classificatiecollectie": (
        ("informatiecategorieen", "1"),
        ("documentsoorten", "?"),
        ("themas", "?"),
        ("trefwoorden", "?"),
    ),
    "informatiecategorieen": (("informatiecategorie", "+"),),
    "documentsoorten": (("documentsoort", "+"),),
    "themas": (("thema", "+"),),
    "trefwoorden": (("trefwoord", "+"),),
    "documenthandelingen": (("documenthandeling", "+"),),
    "documenthandeling": (("soortHandeling", "1"), ("atTime", "1"), ("wasAssociatedWith", "?")),
}
KERN = r"https://identifier\.overheid\.nl/tooi/def/thes/kern/c_[0-9a-f]{8}"
GEMEENTE = r"https://identifier\.overheid\.nl/tooi/id/gemeente/gm[0-9]{4}"
EUROPA = r"http://publications\.europa\.eu/resource/authority"
# Which list an address is from; only these elements may have one.
ADRES: Mapping[str, str] = {
    "publisher": GEMEENTE,
    "verantwoordelijke": GEMEENTE,
    "wasAssociatedWith": GEMEENTE,
    "informatiecategorie": KERN,
    "documentsoort": KERN,
    "soortHandeling": KERN,
    "thema": r"https://identifier\.overheid\.nl/tooi/def/thes/top/c_[0-9a-f]{8}",
    "language": rf"{EUROPA}/language/[A-Z]{{3}}",
    "format": rf"{EUROPA}/file-type/[A-Z]+",
}
TEKST: Mapping[str, str] = {
    "creatiedatum": r"\d{4}-\d\d-\d\d",
    "atTime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d",
}


def afwijkingen(xml: bytes) -> list[str]:
    """Everything in a record that breaks a rule above."""
    return list(_van(etree.fromstring(xml), "Document"))


def _van(element: etree._Element, moet: str) -> Iterator[str]:
    naam = etree.QName(element)
    if (naam.namespace, naam.localname) != (diwoo.NAMESPACE, moet):
        yield f"{naam.text} in plaats van {moet}"
    if set(element.attrib) - ({"resource"} if moet in ADRES else set()):
        yield f"{moet}: attribuut dat niet mag"
    if "resource" in element.attrib and not re.fullmatch(ADRES.get(moet, ""), str(element.get("resource"))):
        yield f"{moet}: adres {element.get('resource')}"
    if moet not in INHOUD:
        if len(element) or not re.fullmatch(TEKST.get(moet, r"(?s).+"), element.text or ""):
            yield f"{moet}: inhoud {element.text!r}"
        return
    namen = [etree.QName(kind).localname for kind in element]
    patroon = "".join(f"(?:{kind} ){'' if aantal == '1' else aantal}" for kind, aantal in INHOUD[moet])
    if not re.fullmatch(patroon, "".join(f"{naam} " for naam in namen)):
        yield f"{moet}: bevat {namen}"
    for kind, kindnaam in zip(element, namen, strict=True):
        yield from _van(kind, kindnaam)


def gelezen(xml: bytes, pad: str) -> list[str]:
    """The texts at a path of element names without prefix."""
    stappen = "/".join(f"d:{stap}" for stap in pad.split("/"))
    return [
        str(e.text) for e in etree.fromstring(xml).iterfind(f"d:DiWoo/{stappen}", namespaces={"d": diwoo.NAMESPACE})
    ]


# -- the record


def test_record_follows_the_standard_and_says_what_the_card_says() -> None:
    xml = diwoo.schrijf(KAART)
    assert afwijkingen(xml) == []
    assert gelezen(xml, "titelcollectie/officieleTitel") == [KAART.titel]
    assert gelezen(xml, "classificatiecollectie/themas/thema") == ["zorg en gezondheid", "sociale zekerheid"]
    assert gelezen(xml, "documenthandelingen/documenthandeling/soortHandeling") == ["vaststelling"]
    assert gelezen(xml, "documenthandelingen/documenthandeling/atTime") == ["2026-11-16T00:00:00"]
    assert f'<diwoo:publisher resource="{HEILOO}">gemeente Heiloo</diwoo:publisher>' in xml.decode()


def test_record_leaves_out_what_is_not_known() -> None:
    kaal = dataclasses.replace(
        KAART, organisatie=Waarde("Heiloo"), omschrijving="", kenmerk="", themas=(), trefwoorden=()
    )
    xml = diwoo.schrijf(kaal)
    assert afwijkingen(xml) == []
    assert "<diwoo:publisher>Heiloo</diwoo:publisher>" in xml.decode()
    assert not re.search(r"identifiers|themas|trefwoorden|omschrijving", xml.decode())


def test_awkward_text_arrives_whole_and_what_xml_cannot_hold_is_dropped() -> None:
    raar = dataclasses.replace(KAART, titel=RAAR + "\x00\x0b\ud800", kenmerk=RAAR, trefwoorden=(RAAR,))
    xml = diwoo.schrijf(raar)
    assert afwijkingen(xml) == []
    assert gelezen(xml, "titelcollectie/officieleTitel") == [RAAR]
    assert gelezen(xml, "identifiers/identifier") == [RAAR]


def test_same_card_gives_the_same_bytes() -> None:
    assert diwoo.schrijf(KAART) == diwoo.schrijf(KAART)


def test_a_draft_has_no_record() -> None:
    with pytest.raises(ValueError, match="decided"):
        diwoo.schrijf(dataclasses.replace(KAART, vastgesteld=""))


@pytest.mark.parametrize(
    ("zoek", "vervang"),
    [
        ("diwoo/metadata/", "diwoo/metadata"),
        ("gm0399", "GM0399"),
        ("thes/top/c_", "thes/kern/c_"),
        ("T00:00:00", ""),
        ("<diwoo:creatiedatum>2026-11-16</diwoo:creatiedatum>", "<diwoo:creatiedatum/>"),
        ("soortHandeling", "handeling"),
        ("titelcollectie", "titels"),
        ("<diwoo:officieleTitel>", '<diwoo:officieleTitel resource="x">'),
    ],
)
def test_the_rules_find_a_mistake(zoek: str, vervang: str) -> None:
    xml = diwoo.schrijf(KAART).decode()
    assert zoek in xml
    assert afwijkingen(xml.replace(zoek, vervang).encode()) != []


def test_the_rules_agree_with_a_record_that_the_schema_accepted() -> None:
    """A sample that was validated against the schema itself; it is not part of the repository."""
    gedeeld = Path(os.environ.get("GEBIEDSPLAN_GEDEELD") or WORTEL.parent / "shared")
    voorbeeld = gedeeld / "data" / "diwoo-voorbeeld.xml"
    if not voorbeeld.is_file():
        pytest.skip(f"niet op deze machine: {voorbeeld.name} (zet GEBIEDSPLAN_GEDEELD)")
    assert afwijkingen(voorbeeld.read_bytes()) == []


# -- the head of the page


def test_page_names_its_publisher_place_kind_and_subject_by_name_and_address() -> None:
    regels = {(regel.name, regel.scheme): regel.value for regel in owms.eigenschappen(KAART)}
    for naam in ("DCTERMS.creator", "DCTERMS.publisher", "OVERHEID.authority", "DCTERMS.spatial"):
        assert (regels[naam, ""], regels[naam, "DCTERMS.URI"]) == ("gemeente Heiloo", HEILOO)
    assert regels["DCTERMS.type", ""] == "plan"
    assert regels["DCTERMS.issued", "XSD.date"] == "2026-11-16"
    assert regels["DCTERMS.language", "XSD.language"] == "nl-NL"


def test_page_leaves_out_what_is_not_known() -> None:
    kaal = dataclasses.replace(KAART, organisatie=Waarde("Heiloo"), vastgesteld="", kenmerk="", themas=())
    regels = owms.eigenschappen(kaal)
    assert all(regel.value for regel in regels)
    assert {"DCTERMS.issued", "DCTERMS.identifier", "DCTERMS.subject"}.isdisjoint(regel.name for regel in regels)


# -- from workbook to file


def maak(gebieden: Path, naar: Path, slug: str, status: str) -> dict[str, bytes]:
    pad = gebieden / slug / "2027.xlsx"
    boek = load_workbook(pad)
    for rij in boek["Gebied"].iter_rows(min_row=2):
        if rij[0].value == "Status":
            rij[1].value = status
        if rij[0].value == "Zaaknummer":
            rij[1].value = RAAR
    boek.save(pad)
    gemaakt = build.maak(Mappen(gebieden, (WORTEL / "templates",), naar / "build", naar / "figures"), slug, 2027)
    return {pad.name: pad.read_bytes() for pad in gemaakt.paden}


def test_a_decided_plan_gets_a_record_beside_its_page(gebieden: Path, tmp_path: Path) -> None:
    bestanden = maak(gebieden, tmp_path, "egmond", "vastgesteld")
    xml = bestanden["gebiedsplan-egmond-2027.diwoo.xml"]
    assert afwijkingen(xml) == []
    assert gelezen(xml, "titelcollectie/officieleTitel") == ["Gebiedsplan Egmond 2027"]
    assert gelezen(xml, "identifiers/identifier") == [RAAR]
    # Egmond is part of a gemeente; that gemeente publishes.
    assert "tooi/id/gemeente/gm0373" in xml.decode()
    pagina = html.fromstring(bestanden["gebiedsplan-egmond-2027.html"])
    assert pagina.xpath("//meta[@name='DCTERMS.issued']/@content") == gelezen(xml, "creatiedatum")
    assert pagina.xpath("//meta[@name='DCTERMS.identifier']/@content") == [RAAR]


@pytest.mark.parametrize("status", ["concept", "voorstel"])
def test_a_plan_that_is_not_decided_gets_none(gebieden: Path, tmp_path: Path, status: str) -> None:
    bestanden = maak(gebieden, tmp_path, "uitgeest", status)
    assert {Path(naam).suffix for naam in bestanden} == {".docx", ".html", ".md", ".xlsx"}
    assert b"DCTERMS.issued" not in bestanden["gebiedsplan-uitgeest-2027.html"]


def met_publicatie(gebieden: Path, regels: str) -> Path:
    """The kader with other lines in its block [publicatie]."""
    pad = gebieden / "kader.toml"
    tekst = pad.read_text("utf-8")
    blok = re.search(r"^\[publicatie\]\n.*?(?=^# ----)", tekst, re.MULTILINE | re.DOTALL)
    assert blok is not None
    pad.write_text(tekst.replace(blok[0], regels), "utf-8")
    return pad


def test_without_choices_the_careful_ones_hold(gebieden: Path) -> None:
    assert kader.read(met_publicatie(gebieden, "")).publicatie == kader.Publicatie()


def test_one_choice_leaves_the_others(gebieden: Path) -> None:
    regels = '[publicatie]\ndocumentsoort = { code = "c_a6f44748", naam = "jaarplan" }\n'
    publicatie = kader.read(met_publicatie(gebieden, regels)).publicatie
    assert publicatie.documentsoort == kader.Lijstwaarde("c_a6f44748", "jaarplan")
    assert publicatie.informatiecategorie.code == "c_816e508d"


def test_a_code_that_cannot_be_is_said_with_its_line(gebieden: Path) -> None:
    pad = met_publicatie(gebieden, '[publicatie]\nthemas = [{ code = "zorg", naam = "zorg" }]\n')
    with pytest.raises(GebiedsplanFout) as fout:
        kader.read(pad)
    (bevinding,) = fout.value.bevindingen
    assert bevinding.code == "kader-waarde-verkeerd"
    assert pad.read_text("utf-8").splitlines()[bevinding.plek.regel - 1].startswith("themas")
    assert "waardelijst" in bevinding.hulp
