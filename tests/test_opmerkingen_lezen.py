"""What Word itself writes beside a text: answers, ticks, changes of every kind. Written by hand, part by part."""

from __future__ import annotations

import pytest
from woordxml import cel, docx, kop, p, r, tabel
from woordxml import rij as tabelrij

from gebiedsplan.opmerkingen.lezen import lees
from gebiedsplan.opmerkingen.model import ANTWOORD, OPMERKING, WIJZIGING, Opmerking
from gebiedsplan.wordbestand.pakket import Onleesbaar

EXTRA = (
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
WIE = 'w:id="7" w:author="Een lezer" w:date="2026-11-20T10:15:00Z"'
A1, B1, A2 = "celaaaaaaaaA1", "celaaaaaaaaB1", "celaaaaaaaaA2"


def van(bron: str, inhoud: str) -> str:
    """Words with the bookmark of the cell they come from."""
    nummer = abs(hash(bron)) % 10**6
    return f'<w:bookmarkStart w:id="{nummer}" w:name="_{bron}"/>{inhoud}<w:bookmarkEnd w:id="{nummer}"/>'


def begin(id_: int = 1) -> str:
    return f'<w:commentRangeStart w:id="{id_}"/>'


def eind(id_: int = 1) -> str:
    return f'<w:commentRangeEnd w:id="{id_}"/>{verwijzing(id_)}'


def verwijzing(id_: int = 1) -> str:
    return f'<w:r><w:commentReference w:id="{id_}"/></w:r>'


def gezegd(
    id_: int, tekst: str, eigen: str = 'w:author="Een lezer" w:date="2026-11-20T10:15:00Z"', para: str = ""
) -> str:
    alinea = f'<w:p w14:paraId="{para}">{r(tekst)}</w:p>' if tekst else ""
    return f'<w:comment w:id="{id_}" {eigen}>{alinea}</w:comment>'


def gelezen(body: str, *opmerkingen: str, uitgebreid: str = "", **delen: str) -> tuple[Opmerking, ...]:
    parts = dict(delen)
    if opmerkingen:
        parts["comments"] = f"<w:comments NAAMRUIMTEN {EXTRA}>{''.join(opmerkingen)}</w:comments>"
    if uitgebreid:
        parts["commentsExtended"] = f"<w15:commentsEx {EXTRA}>{uitgebreid}</w15:commentsEx>"
    return lees(docx(body, delen=parts)).opmerkingen


def enige(body: str, *opmerkingen: str, uitgebreid: str = "", **delen: str) -> Opmerking:
    [opmerking] = gelezen(body, *opmerkingen, uitgebreid=uitgebreid, **delen)
    return opmerking


def ins(inhoud: str, wie: str = WIE) -> str:
    return f"<w:ins {wie}>{inhoud}</w:ins>"


def weg(tekst: str, wie: str = WIE) -> str:
    return f'<w:del {wie}><w:r><w:delText xml:space="preserve">{tekst}</w:delText></w:r></w:del>'


# -- comments


def test_a_comment_on_some_words_is_about_the_cell_they_come_from() -> None:
    o = enige(kop(1, "Doelen") + p(r("Wie: ") + van(A1, r("de ") + begin() + r("buurt") + eind())), gezegd(1, "Welke?"))
    assert (o.wie, o.wanneer, o.soort, o.wat) == ("Een lezer", "20-11-2026 10:15", OPMERKING, "Welke?")
    assert (o.over, o.bron, o.kop) == ("buurt", A1, "Doelen")


def test_a_comment_across_cells_and_paragraphs_is_about_the_first_that_has_one() -> None:
    inhoud = tabel(
        tabelrij(cel(p(begin() + r("Naam"))), cel(p(van(B1, r("De brede school"))))),
        tabelrij(cel(p(van(A2, r("Het dorpshuis")) + eind())), cel("x")),
    )
    o = enige(inhoud, gezegd(1, "Dit alles"))
    assert (o.bron, o.over) == (B1, "Naam\nDe brede school\nHet dorpshuis")


def test_a_comment_on_words_of_the_template_is_about_the_cell_beside_them() -> None:
    in_alinea = p(begin() + r("Doel: ") + eind() + van(A1, r("minder")))
    in_rij = tabel(tabelrij(cel(p(van(A1, r("Eenzaam")))), cel(p(begin() + r("42") + eind()))))
    los = p(begin() + r("Elk jaar maken we een plan.") + eind())
    assert [enige(body, gezegd(1, "?")).bron for body in (in_alinea, in_rij, los)] == [A1, A1, ""]


def test_a_comment_without_a_range_is_about_the_paragraph_it_stands_in() -> None:
    o = enige(p(van(A1, r("De buurt"))) + p(van(B1, r("Het dorp")) + verwijzing()), gezegd(1, "Hier"))
    assert (o.bron, o.over) == (B1, "Het dorp")
    nergens = enige(p("Tekst"), gezegd(1, "Kwijt"))
    assert (nergens.bron, nergens.over) == ("", "")
    assert "nergens meer bij" in nergens.toelichting


def test_a_comment_on_an_empty_range_shows_its_paragraph() -> None:
    assert enige(p(van(A1, r("De buurt") + begin() + eind())), gezegd(1, "Hier")).over == "De buurt"


def test_an_answer_and_a_tick_are_known() -> None:
    body = p(van(A1, begin(1) + begin(2) + r("De buurt") + eind(1) + eind(2)))
    meer = '<w15:commentEx w15:paraId="0A" w15:done="1"/><w15:commentEx w15:paraId="0B" w15:paraIdParent="0A"/>'
    vraag, antwoord = gelezen(body, gezegd(1, "Waar?", para="0A"), gezegd(2, "Daar.", para="0B"), uitgebreid=meer)
    assert (vraag.soort, antwoord.soort) == (OPMERKING, ANTWOORD)
    assert (vraag.bron, antwoord.bron) == (A1, A1)
    assert ("opgelost" in vraag.toelichting, antwoord.toelichting) == (True, "")


def test_nobody_no_day_and_no_words_are_said_so() -> None:
    o = enige(p(begin() + r("x") + eind()), gezegd(1, "", eigen=""))
    assert (o.wie, o.wanneer, o.wat) == ("onbekend", "", "(zonder woorden)")


def test_a_comment_in_a_note_and_in_a_header_is_found() -> None:
    noot = f'<w:footnote w:id="2">{p(begin() + r("Een noot") + eind())}</w:footnote>'
    koptekst = p(begin() + r("Boven") + eind())
    in_noot = enige(p("Tekst"), gezegd(1, "?"), footnotes=f"<w:footnotes NAAMRUIMTEN>{noot}</w:footnotes>")
    in_kop = enige(p("Tekst"), gezegd(1, "?"), header=f"<w:hdr NAAMRUIMTEN>{koptekst}</w:hdr>")
    assert (in_noot.over, in_kop.over) == ("Een noot", "Boven")


def test_words_said_twice_are_read_once() -> None:
    """Word writes a text box twice: for itself and for older programs."""
    vak = f"<w:txbxContent>{p('in het vak')}</w:txbxContent>"
    keuze = f"<mc:Choice>{vak}</mc:Choice><mc:Fallback>{vak}</mc:Fallback>"
    inhoud = f"<w:r><mc:AlternateContent>{keuze}</mc:AlternateContent></w:r>"
    o = enige(p(begin() + r("Voor ") + inhoud + eind()), gezegd(1, "?"))
    assert o.over.count("in het vak") == 1


# -- tracked changes


@pytest.mark.parametrize(
    ("inhoud", "wat", "over"),
    [
        (r("Wij ") + weg("gaan") + ins(r("willen")), "Vervang “gaan” door “willen”.", "Wij gaan"),
        (ins(r("Ook ")) + r("wij"), "Voeg toe: “Ook”.", "wij"),
        (r("Wij") + weg(" niet"), "Schrap “niet”.", "Wij niet"),
        (r("a") + weg(" ") + r("b"), "Schrap “(spatie)”.", "a b"),
        (f"<w:moveFrom {WIE}>{r('Eerst')}</w:moveFrom>", "Verplaats van hier: “Eerst”.", "Eerst"),
        (f"<w:moveTo {WIE}>{r('Dan')}</w:moveTo>", "Verplaats naar hier: “Dan”.", ""),
        (r("vet", f"<w:b/><w:rPrChange {WIE}><w:rPr/></w:rPrChange>"), "Andere opmaak.", "vet"),
        (ins(weg("Toch niet", WIE.replace("Een lezer", "Ander"))), "Schrap “Toch niet”.", "Toch niet"),
    ],
)
def test_a_change_is_told_with_the_text_as_it_was(inhoud: str, wat: str, over: str) -> None:
    o = enige(p(van(A1, inhoud)))
    assert (o.soort, o.wat, o.over, o.bron, o.wanneer) == (WIJZIGING, wat, over, A1, "20-11-2026 10:15")


def test_changes_of_two_people_and_at_two_places_are_apart() -> None:
    ander = WIE.replace("Een lezer", "Een ander")
    body = p(van(A1, ins(r("een")) + ins(r("twee"), ander) + r(" midden ") + ins(r("drie"))))
    assert [(o.wie, o.wat) for o in gelezen(body)] == [
        ("Een lezer", "Voeg toe: “een”."),
        ("Een ander", "Voeg toe: “twee”."),
        ("Een lezer", "Voeg toe: “drie”."),
    ]


def test_a_change_right_behind_the_words_of_a_cell_is_about_that_cell() -> None:
    o = enige(p(van(A1, weg("oud")) + ins(r("nieuw"))))
    assert (o.wat, o.bron) == ("Vervang “oud” door “nieuw”.", A1)


def test_a_new_paragraph_stands_below_the_cell_above_it() -> None:
    merk = f"<w:rPr><w:ins {WIE}/></w:rPr>"
    o = enige(kop(1, "Doelen") + p(van(A1, r("De buurt"))) + p(ins(r("Nog iets.")), eigen=merk))
    assert (o.wat, o.bron) == ("Voeg toe: “Nog iets.”.", A1)
    assert "na de tekst van deze cel" in o.toelichting
    onder_andere_kop = enige(p(van(A1, r("De buurt"))) + kop(1, "Doelen") + p(ins(r("Nog iets.")), eigen=merk))
    assert onder_andere_kop.bron == ""


def test_paragraphs_that_are_split_or_joined() -> None:
    gesplitst = enige(p(van(A1, r("Eerste deel.")), eigen=f"<w:rPr><w:ins {WIE}/></w:rPr>") + p("Tweede deel."))
    assert (gesplitst.wat, gesplitst.bron) == ("Begin hierna een nieuwe alinea.", A1)
    samen = enige(p(van(A1, r("Eerste deel.")), eigen=f"<w:rPr><w:del {WIE}/></w:rPr>") + p("Tweede deel."))
    assert samen.wat == "Plak de volgende alinea hieraan vast."
    helemaal_weg = enige(p(van(A1, weg("Alles.")), eigen=f"<w:rPr><w:del {WIE}/></w:rPr>") + p("Rest."))
    assert helemaal_weg.wat == "Schrap “Alles.”."


def test_a_row_that_comes_or_goes_is_one_change() -> None:
    weg_rij = tabelrij(cel(p(van(A1, weg("Bieb")))), cel(p(van(B1, weg("Taal")))), eigen=f"<w:del {WIE}/>")
    erbij = tabelrij(cel(p(ins(r("Kerk")))), cel(p(ins(r("Koffie")))), eigen=f"<w:ins {WIE}/>")
    oud, nieuw = gelezen(tabel(weg_rij, erbij))
    assert (oud.wat, oud.bron, oud.over) == ("Schrap deze rij: “Bieb | Taal”.", A1, "Bieb\nTaal")
    assert nieuw.wat == "Voeg een rij toe: “Kerk | Koffie”."


def test_other_looks_are_told_once_a_paragraph() -> None:
    anders = f"<w:b/><w:rPrChange {WIE}><w:rPr/></w:rPrChange>"
    alinea = f'<w:jc w:val="center"/><w:pPrChange {WIE}><w:pPr/></w:pPrChange>'
    o = enige(p(van(A1, r("een ", anders) + r("twee", anders)), eigen=alinea))
    assert (o.wat, o.over, o.bron) == ("Andere opmaak.", "een twee", A1)


# -- what a cell said


def test_the_words_of_a_cell_are_those_before_they_were_changed() -> None:
    body = p(van(A1, r("Wij ") + weg("gaan") + ins(r("willen")))) + p(van(f"{A1}_2", r("Wij gaan.")))
    assert lees(docx(body)).teksten == {A1: ("Wij gaan", "Wij gaan.")}


def test_bookmarks_of_others_are_no_cells() -> None:
    assert lees(docx(p(van("Toc123", r("x")) + van("celZZ", r("y"))))).teksten == {}


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04niets", b"%PDF-1.7", docx("<w:p>" * 20)])
def test_what_is_no_document_is_refused(inhoud: bytes) -> None:
    with pytest.raises(Onleesbaar):
        lees(inhoud)
