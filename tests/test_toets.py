"""The checker of Word documents: for every rule what breaks it and what only comes near."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx as python_docx
import pytest
from woordxml import (
    BEGIN,
    DECORATIEF,
    KOP,
    STIJLEN,
    cel,
    docx,
    kop,
    koptekst,
    link,
    p,
    r,
    rij,
    tabel,
    tekening,
    veld,
    vet,
)

from gebiedsplan.bevinding import REGELS, Bevinding, Ernst
from gebiedsplan.toets import check


def codes(inhoud: bytes) -> list[str]:
    return [bevinding.code for bevinding in check(inhoud, "proef.docx")]


def een(inhoud: bytes) -> Bevinding:
    (bevinding,) = check(inhoud, "proef.docx")
    return bevinding


GOED = docx()
DATA = (rij("Naam", "Aantal", eigen=KOP), rij("Heiloo", "12"))
WPG = "wordprocessingGroup"
GROEP = "<wpg:wgp><wpg:cNvGrpSpPr/>{}</wpg:wgp>".format
DEEL = '<pic:pic><pic:nvPicPr><pic:cNvPr id="3" name="x" {}/></pic:nvPicPr></pic:pic>'.format
VML = '<w:r><w:pict><v:shape id="{}" {}>{}</v:shape></w:pict></w:r>'.format
TEKSTVAK = "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>".format
BEELD = "<v:imagedata/>"
CONCEPT = VML("PowerPlusWaterMarkObject1", "", '<v:textpath string="CONCEPT"/>')
LANG_ALT = "Een beschrijving die te lang is. " * 5
DUBBEL = (
    "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
).format
NAAMLOOS = tekening('name="x">')
BESCHREVEN = tekening('name="x" descr="A">')
EINDE = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
GALERIE = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent>{}</w:sdtContent></w:sdt>"
).format
STRIKT = rb"http://purl.oclc.org/ooxml/\1/"
TAAL = '<w:lang w:val="nl-NL"/>'


def na(*inhoud: str, **meer: Any) -> bytes:
    """A document with these paragraphs and tables after its first heading."""
    return docx(BEGIN + "".join(inhoud), **meer)


def in_voet(inhoud: str) -> dict[str, str]:
    return {"footer": f"<w:ftr NAAMRUIMTEN>{inhoud}</w:ftr>"}


def in_noot(inhoud: str) -> dict[str, str]:
    return {"footnotes": f"<w:footnotes NAAMRUIMTEN><w:footnote>{inhoud}</w:footnote></w:footnotes>"}


def vorm(binnen: str) -> str:
    """A shape with a text box in it."""
    vak = f"<wps:txbx><w:txbxContent>{binnen}</w:txbxContent></wps:txbx>"
    return tekening('name="x">', "wordprocessingShape", f'<wps:wsp><wps:cNvPr id="2" name="x"/>{vak}</wps:wsp>')


def alt(eigenschappen: str, **meer: str) -> bytes:
    return na(p(tekening(eigenschappen, **meer)))


# For each: a name, the document, and the code it must give; "" for a near miss.
GEVALLEN: list[tuple[str, bytes, str]] = [
    ("niets aan de hand", GOED, ""),
    # -- e001
    ("afbeelding zonder alt", alt('name="x">'), "docx-e001"),
    ("afbeelding met lege alt", alt('name="x" descr="  ">'), "docx-e001"),
    ("afbeelding met alleen een titel", alt('name="x" title="Heiloo">'), "docx-e001"),
    ("alt is een bestandsnaam", alt('name="x" descr="IMG_1234 (1).JPG">'), "docx-e001"),
    ("afbeelding met alt", alt('name="x" descr="De markt van Heiloo.">'), ""),
    ("alt noemt een bestand", alt('name="x" descr="Schermafdruk van plan.png in Word">'), ""),
    ("decoratief", alt(f'name="x" descr="">{DECORATIEF}'), ""),
    ("niet decoratief", alt(f'name="x">{DECORATIEF}'.replace('val="1"', 'val="0"')), "docx-e001"),
    ("verborgen", alt('name="x" hidden="1">'), ""),
    ("zwevende afbeelding", alt('name="x">', houder="anchor"), "docx-e001"),
    ("grafiek", alt('name="x">', inhoud="chart", binnen="<c:chart/>"), "docx-e001"),
    ("SmartArt", alt('name="x">', inhoud="diagram", binnen="<dgm:relIds/>"), "docx-e001"),
    ("vorm zonder tekst", na(p(vorm(p()))), "docx-e001"),
    ("vorm met tekst", na(p(vorm(p("Let op.")))), ""),
    ("groep", alt('name="x">', inhoud=WPG, binnen=GROEP(DEEL('descr="A"') + DEEL(""))), "docx-e001"),
    ("groep van beschreven delen", alt('name="x">', inhoud=WPG, binnen=GROEP(DEEL('descr="A"'))), ""),
    ("groep met alt", alt('name="x" descr="A">', inhoud=WPG, binnen=GROEP(DEEL(""))), ""),
    ("in een cel", na(tabel(*DATA, rij(cel(p(NAAMLOOS)), "3"))), "docx-e001"),
    ("in een koptekst", docx(delen=koptekst(p(NAAMLOOS))), "docx-e001"),
    ("in een voetnoot", docx(delen=in_noot(p(NAAMLOOS))), "docx-e001"),
    ("in een tekstvak", na(p(vorm(p("Tekst") + p(NAAMLOOS)))), "docx-e001"),
    ("VML zonder alt", na(p(VML("a", "", "<v:imagedata/>"))), "docx-e001"),
    ("VML met alt", na(p(VML("a", 'alt="Wapen van Bergen"', "<v:imagedata/>"))), ""),
    ("VML-tekstvak", na(p(VML("a", "", TEKSTVAK(p("Let op."))))), ""),
    ("VML-lijn", na(p('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')), ""),
    ("ingesloten object", na(p("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>")), "docx-e001"),
    ("twee vormen van een", na(p(f"<w:r>{DUBBEL(BESCHREVEN[5:-6], VML('a', '', '')[5:-6])}</w:r>")), ""),
    ("verwijderde afbeelding", na(p(f"<w:del>{NAAMLOOS}</w:del>{r('Tekst.')}")), ""),
    # -- e002
    ("tabel zonder koprij", na(tabel(rij("Naam", "Aantal"), rij("Heiloo", "12"))), "docx-e002"),
    ("koprij uitgezet", na(tabel(rij("Naam", "Aantal", eigen='<w:tblHeader w:val="0"/>'), rij("a", "1"))), "docx-e002"),
    ("koprij niet bovenaan", na(tabel(rij("a", "1"), rij("Naam", "Aantal", eigen=KOP))), "docx-e002"),
    ("koprij", na(tabel(*DATA)), ""),
    ("koprij van pandoc", na(tabel(rij("Naam", "Aantal", eigen='<w:tblHeader w:val="on"/>'), rij("a", "1"))), ""),
    ("kader van één cel", na(tabel(rij("Let op: dit is een kader."))), ""),
    ("tabel in een koptekst", docx(delen=koptekst(tabel(rij("a", "b"), rij("c", "d")))), "docx-e002"),
    # -- e003
    ("niveau overgeslagen", na(kop(3, "Te diep") + p("Tekst.")), "docx-e003"),
    ("eerste kop te diep", docx(kop(2, "Begin") + p("Tekst.")), "docx-e003"),
    ("terug omhoog", na(kop(2, "a") + kop(3, "b") + kop(1, "c") + p("Tekst.")), ""),
    ("lege kop telt niet", na(kop(3, "") + p("Tekst.")), ""),
    ("verwijderde kop telt niet", na(p(f"<w:del>{r('Weg')}</w:del>", "Kop3") + p("Tekst.")), ""),
    ("kop in een koptekst telt niet", docx(delen=koptekst(kop(3, "Boven"))), ""),
    ("niveau van de alinea zelf", na(p("Diep", eigen='<w:outlineLvl w:val="2"/>')), "docx-e003"),
    # -- e004
    ("geen titel", docx(titel=" "), "docx-e004"),
    ("geen eigenschappen", docx(vervang={"docProps/core.xml": b"<k/>"}), "docx-e004"),
    # -- e005
    ("samengevoegd over kolommen", na(tabel(*DATA, rij(cel("Totaal", '<w:gridSpan w:val="2"/>')))), "docx-e005"),
    ("samengevoegd over rijen", na(tabel(*DATA, rij(cel("a", "<w:vMerge/>"), "b"))), "docx-e005"),
    ("een cel te weinig", na(tabel(*DATA, rij("a"))), "docx-e005"),
    ("gridSpan van 1", na(tabel(*DATA, rij(cel("a", '<w:gridSpan w:val="1"/>'), "b"))), ""),
    ("verwijderde rij", na(tabel(*DATA, rij("weg", eigen="<w:del/>"))), ""),
    # -- e006
    ("klik hier", na(p(link("Klik hier."))), "docx-e006"),
    ("webadres", na(p(link("https://www.heiloo.nl/wonen?id=12"))), "docx-e006"),
    ("in twee stukken", na(p(link("klik ") + link("hier"))), "docx-e006"),
    ("veld", na(p(veld('HYPERLINK "https://heiloo.nl"', r("lees meer")))), "docx-e006"),
    ("veld als één element", na(p(f'<w:fldSimple w:instr=" HYPERLINK x ">{r("hier")}</w:fldSimple>')), "docx-e006"),
    ("koppeling in een voettekst", docx(delen=in_voet(p(link("meer")))), "docx-e006"),
    ("zegt waarheen", na(p(link("Lees meer over wonen in Heiloo"))), ""),
    ("naam van een site", na(p(link("www.heiloo.nl") + r(" of ") + link("wonen@heiloo.nl"))), ""),
    ("hier zonder koppeling", na(p("hier")), ""),
    ("twee doelen naast elkaar", na(p(link("klik") + link("hier", 'w:anchor="b"'))), "docx-e006 docx-e006"),
    ("lege koppeling", na(p(link("") + r("Tekst."))), ""),
    ("bladzijde in de inhoudsopgave", na(p(link("3"), "Inhopg1")), ""),
    # -- e007
    ("geen koppen", docx(p("Alleen tekst.")), "docx-e007"),
    ("kop zonder stijl in het bestand", docx(p("Kop", "Heading1") + p("Tekst.")), "docx-e007"),
    ("stijl op een kopstijl", docx(p("Huiskop", "Huiskop") + p("Tekst.")), ""),
    ("stijl op een kopstijl, maar plat", docx(p("Vlak", "Vlak") + p("Tekst."), stijlen=STIJLEN), "docx-e007 docx-w007"),
    ("stijlen in een kring", na(p("Tekst.", "Rond")), ""),
    ("kop in invoegingen", docx(f"<w:sdt><w:sdtContent>{kop(1, 'Kop')}</w:sdtContent></w:sdt>" + p("Tekst.")), ""),
    # -- w001
    ("tabel in een cel", na(tabel(*DATA, rij(cel(tabel(*DATA)), "b"))), "docx-w001"),
    ("twee tabellen", na(tabel(*DATA) + tabel(*DATA)), ""),
    # -- w002
    ("lange alt", alt(f'name="x" descr="{LANG_ALT}">'), "docx-w002"),
    ("alt van 150", alt(f'name="x" descr="{"a" * 150}">'), ""),
    # -- w003
    ("streepjes", na(p("- een") + p("- twee")), "docx-w003"),
    ("bolletjes", na(p("•\teen") + p("•\ttwee")), "docx-w003"),
    ("nummers", na(p("1. een") + p("2. twee") + p("3. drie")), "docx-w003"),
    ("letters", na(p("a) een") + p("b) twee")), "docx-w003"),
    ("regels in één alinea", na(p(r("- een") + "<w:r><w:br/></w:r>" + r("- twee"))), "docx-w003"),
    ("in een cel", na(tabel(*DATA, rij(cel(p("- een") + p("- twee")), "b"))), "docx-w003"),
    ("echte lijst", na(p("een", "Lijst") + p("twee", "Lijst")), ""),
    ("lijst uitgezet", na(p("- een", "Lijst", '<w:numPr><w:numId w:val="0"/></w:numPr>') * 2), "docx-w003"),
    ("één streepje", na(p("- een") + p("Gewone tekst.")), ""),
    ("jaartallen", na(p("2026. Een jaar.") + p("2027. Nog een.")), ""),
    ("nummers die niet volgen", na(p("1. een") + p("Tekst.") + p("2. twee")), ""),
    ("genummerde koppen", docx(kop(1, "1. een") + kop(1, "2. twee") + p("Tekst.")), ""),
    ("inhoudsopgave", na(p(veld("TOC \\o", "").removesuffix(EINDE) + r("1. een")) + p("2. twee") + p(EINDE)), ""),
    ("inhoudsopgave van Google", na(GALERIE(p("1. een") + p("2. twee"))), ""),
    ("streepjes in een woord", na(p("-tje is een achtervoegsel.") * 2), ""),
    # -- w004
    ("lege rij", na(tabel(*DATA, rij("", " "), rij("a", "b"))), "docx-w004"),
    ("lege kolom", na(tabel(rij("a", "", "b", eigen=KOP), rij("1", "", "2"))), "docx-w004"),
    ("rij met een afbeelding", na(tabel(*DATA, rij(cel(p(BESCHREVEN)), ""))), ""),
    ("lege cel", na(tabel(*DATA, rij("a", ""))), ""),
    # -- w005
    ("lange kop", na(kop(2, "woord " * 17) + p("Tekst.")), "docx-w005"),
    ("kop van 100", na(kop(2, "a" * 100) + p("Tekst.")), ""),
    # -- w006
    ("watermerk van tekst", docx(delen=koptekst(p(CONCEPT))), "docx-w006"),
    ("watermerk zonder naam", docx(delen=koptekst(p(CONCEPT.replace("PowerPlusWaterMarkObject1", "x")))), "docx-w006"),
    ("watermerk van een afbeelding", docx(delen=koptekst(p(VML("WordPictureWatermark1", "", BEELD)))), "docx-w006"),
    ("watermerk van Google", docx(delen=koptekst(p(tekening('name="WordPictureWatermark2">')))), "docx-w006"),
    ("logo", docx(delen=koptekst(p(VML("Logo", 'alt="Gemeente Heiloo"', BEELD)))), ""),
    # -- w007
    ("vette regel", na(vet("Wat we zien") + p("Gewone tekst.")), "docx-w007"),
    ("vet door een tekenstijl", na(p(r("Wat we zien", '<w:rStyle w:val="Zwaar"/>')) + p("Tekst.")), "docx-w007"),
    ("vette zin", na(vet("Dit vinden we belangrijk.") + p("Gewone tekst.")), ""),
    ("vet begin", na(p(r("Doel: ", "<w:b/>") + r("meer ontmoeten")) + p("Tekst.")), ""),
    ("vet uitgezet", na(p(r("Wat we zien", '<w:b w:val="0"/>')) + p("Tekst.")), ""),
    ("vet bijschrift", na(p("Figuur 1", "Bijschrift") + p("Tekst.")), ""),
    ("vette cel", na(tabel(rij(cel(vet("Naam")), cel(vet("Aantal")), eigen=KOP), rij("a", "1"))), ""),
    ("vette titel in een kader", na(vet("Let op", "<w:pBdr/>") + p("Tekst.")), ""),
    ("vet label", na(vet("Doelgroep", '<w:ind w:left="2000" w:hanging="2000"/>') + p("Tekst.")), ""),
    ("vette alinea", na(vet("Een lange vette alinea die niet ophoudt " * 3) + p("Tekst.")), ""),
    ("vet voor een kop", docx(vet("Gemeente Heiloo") + BEGIN), ""),
    # -- w008
    ("velden bijwerken", docx(instellingen="<w:updateFields/>"), "docx-w008"),
    ("velden niet bijwerken", docx(instellingen='<w:updateFields w:val="false"/>'), ""),
    # -- t001, t004
    ("geen taal", docx(stijlen=STIJLEN.replace(TAAL, "")), "docx-t001"),
    ("taal die geen taal is", docx(stijlen=STIJLEN.replace("nl-NL", "x-none")), "docx-t001"),
    ("één teken zonder taal", na(p(r("?", '<w:lang w:val="zxx"/>')), stijlen=STIJLEN), ""),
    ("taal per stuk tekst", docx(p(r("Kop", TAAL), "Kop1"), stijlen=STIJLEN.replace(TAAL, "")), ""),
    ("Engels", docx(stijlen=STIJLEN.replace("nl-NL", "en-US")), "docx-t004"),
    ("één woord Engels", na(p(r("wellbeing", '<w:lang w:val="en-GB"/>'))), ""),
    ("Vlaams", docx(stijlen=STIJLEN.replace("nl-NL", "nl-BE")), ""),
    # -- t002
    ("kader met koprij", na(tabel(rij("Let op.", eigen=KOP))), "docx-t002"),
    # -- t003
    ("spaties", na(p("Naam:   Heiloo")), "docx-t003"),
    ("tabs", na(p(r("Naam:") + "<w:r><w:tab/><w:tab/><w:tab/></w:r>" + r("Heiloo"))), "docx-t003"),
    ("lege regels", na(p() + p(" ") + p("Tekst.")), "docx-t003"),
    ("twee spaties", na(p("Een zin.  Nog een.")), ""),
    ("één lege regel", na(p() + p("Tekst.")), ""),
    ("lege regel met een pagina-einde", na(p() + p('<w:r><w:br w:type="page"/></w:r>') + p("Tekst.")), ""),
    ("lege alinea's in lege cellen", na(tabel(*DATA, rij("a", ""), rij("", "b"))), ""),
    ("verborgen tekst", na(p(r("a     b", "<w:vanish/>") + r("Tekst."))), ""),
    ("verwijderde alinea's", na(p("", eigen="<w:rPr><w:del/></w:rPr>") * 3 + p("Tekst.")), ""),
    ("formule", na(p("<m:oMath/>") * 2 + p("Tekst.")), ""),
]


@pytest.mark.parametrize(("inhoud", "verwacht"), [(i, v) for _, i, v in GEVALLEN], ids=[n for n, _, _ in GEVALLEN])
def test_what_breaks_a_rule_is_found_and_what_comes_near_is_not(inhoud: bytes, verwacht: str) -> None:
    assert codes(inhoud) == verwacht.split()


def test_every_rule_is_broken_by_some_document() -> None:
    gebroken = {code for _, _, verwacht in GEVALLEN for code in verwacht.split()}
    assert gebroken | {"docx-ontbreekt", "docx-onleesbaar"} == {code for code in REGELS if code.startswith("docx-")}


def test_the_letter_of_a_code_says_how_bad_it_is() -> None:
    ernst = {"e": Ernst.FOUT, "w": Ernst.LET_OP, "t": Ernst.TIP}
    for _, inhoud, _ in GEVALLEN:
        for bevinding in check(inhoud, "proef.docx"):
            assert bevinding.ernst is ernst[bevinding.code[5]], bevinding


# -- where and what


def test_a_place_is_a_table_and_the_heading_above_it() -> None:
    bevinding = een(na(tabel(*DATA) + kop(2, "Speerpunten") + tabel(rij("Actie", "Wie"), rij("a", "b"))))
    assert str(bevinding.plek) == "proef.docx, tabel 2, onder de kop ‘Speerpunten’"
    assert "De tabel begint met “Actie”." in bevinding.tekst
    assert "Tabeleigenschappen" in bevinding.hulp


@pytest.mark.parametrize(
    ("inhoud", "plek"),
    [
        (docx(p(NAAMLOOS) + BEGIN), "afbeelding 1, vóór de eerste kop"),
        (docx(delen=koptekst(p(tekening('name="x">', inhoud="chart")))), "grafiek 1, in een koptekst"),
        (na(tabel(*DATA, rij(cel(p(link("hier"))), "b"))), "in tabel 1, onder de kop ‘Een kop’"),
        (na(tabel(*DATA, rij(cel(tabel(*DATA)), "b"))), "tabel 2, in tabel 1, onder de kop ‘Een kop’"),
        (na(kop(3, "Te diep") + p("Tekst.")), "kop ‘Te diep’"),
        (docx(titel=""), ""),
    ],
)
def test_a_place_says_where_to_look(inhoud: bytes, plek: str) -> None:
    assert een(inhoud).plek.in_bestand() == plek


def test_a_link_says_where_it_goes() -> None:
    inhoud = na(p(link("Hier", 'r:id="doel"')), links={"doel": "https://example.org/wonen"})
    assert (
        een(inhoud).tekst
        == "De koppeling “Hier” zegt niet waar die naartoe gaat. Ze gaat naar https://example.org/wonen."
    )


def test_a_watermark_in_every_header_is_one_finding() -> None:
    merk = p(CONCEPT)
    bevinding = een(docx(delen=koptekst(merk) | in_voet(merk)))
    assert "“CONCEPT”" in bevinding.tekst


def test_what_a_document_says_cannot_steer_the_screen() -> None:
    bevinding = een(na(kop(3, "Rood\u009b31m \u202e" + "woord " * 14) + p("Tekst.")))
    assert "\u009b" not in str(bevinding)
    assert "\u202e" not in bevinding.plek.onderdeel
    assert bevinding.plek.onderdeel.endswith("woord …’")


def test_all_findings_come_at_once() -> None:
    inhoud = docx(kop(2, "Kop") + p(NAAMLOOS) + p(link("hier")) + tabel(rij("a", "b"), rij("c", "d")), titel="")
    assert sorted(codes(inhoud)) == ["docx-e001", "docx-e002", "docx-e003", "docx-e004", "docx-e006"]


def test_a_strict_document_is_read_like_any_other() -> None:
    gewoon = na(p(NAAMLOOS) + kop(3, "Te diep") + p("Tekst."))
    strikt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(gewoon)) as bron, zipfile.ZipFile(strikt, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            for soort in (b"wordprocessingml", b"drawingml", b"officeDocument"):
                inhoud = inhoud.replace(
                    b"http://schemas.openxmlformats.org/" + soort + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + soort + b"/",
                )
            doel.writestr(naam, inhoud)
    assert b"purl.oclc.org" in zipfile.ZipFile(strikt).read("word/document.xml")
    assert codes(strikt.getvalue()) == codes(gewoon) == ["docx-e001", "docx-e003"]


def test_a_document_of_python_docx_says_what_its_makers_forgot() -> None:
    document = python_docx.Document()
    document.add_heading("Kop", 1)
    document.add_paragraph("Een alinea.")
    document.add_table(2, 2)
    bestand = io.BytesIO()
    document.core_properties.title = ""
    document.save(bestand)
    assert codes(bestand.getvalue()) == ["docx-e002", "docx-e004", "docx-w004", "docx-t004"]
