"""Signals of difficult language: found where they are, not where they are not, and said with their place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import WORTEL
from openpyxl import load_workbook

from gebiedsplan import kader, leesbaar, werkmap
from gebiedsplan.bevinding import GebiedsplanFout, Plek
from gebiedsplan.cli import main
from gebiedsplan.gebied import lezen
from gebiedsplan.leesbaar import cellen, regels, score, woorden, woordenlijst
from gebiedsplan.leesbaar.beeld import MEESTE, eerst
from gebiedsplan.leesbaar.kennis import Kennis, kennis
from gebiedsplan.leesbaar.model import Advies, Tekst
from gebiedsplan.leesbaar.passief import lijdende_vorm
from gebiedsplan.leesbaar.tekst import alineas, zinnen

KADER = kader.read(WORTEL / "gebieden" / "kader.toml")
LIJST = woordenlijst.read(WORTEL / "gebieden" / "woordenlijst.toml")


def weten(*teksten: str, namen: tuple[str, ...] = ()) -> Kennis:
    return kennis(KADER, LIJST, namen, teksten)


def adviezen(*teksten: str, namen: tuple[str, ...] = ()) -> tuple[Advies, ...]:
    cellen_ = [Tekst(Plek("x.xlsx", blad="Teksten", cel=f"B{i}"), tekst) for i, tekst in enumerate(teksten, 2)]
    return regels.adviezen(cellen_, weten(*teksten, namen=namen))


def codes(*teksten: str, namen: tuple[str, ...] = ()) -> list[str]:
    return [advies.code for advies in adviezen(*teksten, namen=namen)]


@pytest.mark.parametrize(
    ("alinea", "verwacht"),
    [
        ("Dit is een zin. Dit ook! En deze?", 3),
        ("Wij helpen bijv. Heiloo en o.a. Castricum.", 1),
        ("Dhr. De Wit en mevr. J. Bakker komen op 3 mei 2027. Daarna is er koffie.", 2),
        ("Er wonen 1.290 mensen in dorpen e.d. Dat is veel.", 2),
        ("Het begon op 1 maart 2027. 40 mensen kwamen.", 2),
        ("‘Wat doe je?’ vroeg zij. ‘Niets.’ Het was stil.", 3),
        ("Eerste regel\nTweede regel", 2),
        ("Zie nr. 12 en art. 3 van de wet (2015). (Dat is lang geleden.) Toch geldt zij.", 3),
    ],
)
def test_sentences_end_where_a_reader_stops(alinea: str, verwacht: int) -> None:
    assert len(zinnen(alinea)) == verwacht, zinnen(alinea)


def test_paragraphs_lose_their_markup() -> None:
    tekst = "**Vet** en [een plek](#hier).\n\n- eerste\n- *tweede*\n1. derde"
    assert alineas(tekst) == ("Vet en een plek.", "eerste", "tweede", "derde")


@pytest.mark.parametrize(
    "woord",
    [
        *("dorpshuis", "wandelgroep", "buurtsportcoach", "slechtziendenbril", "aanvragers", "opvoedhulp", "meegaven"),
        *(
            "déze",
            "belastingaangifte",
            "vrijwilligerspunt",
            "uitvaartverzorgers",
            "naaimachine",
            "vaardigheidstraining",
        ),
    ],
)
def test_words_made_of_common_words_are_common(woord: str) -> None:
    assert not woorden.ongewoon(woord)


@pytest.mark.parametrize(
    "woord", ["extramuralisering", "vindbaarheid", "respijtzorg", "geratificeerd", "jeugdconsulent", "escalatie"]
)
def test_rare_words_are_found(woord: str) -> None:
    assert woorden.ongewoon(woord)


@pytest.mark.parametrize(
    ("zin", "werkwoord"),
    [
        ("Klussen worden kleiner gemaakt.", "worden … gemaakt"),
        ("Het plan wordt door de raad vastgesteld.", "wordt … vastgesteld"),
        ("De cursus werd gegeven in het dorpshuis.", "werd … gegeven"),
        ("Het geld kan worden aangevraagd.", "worden … aangevraagd"),
    ],
)
def test_passive_sentences_are_found(zin: str, werkwoord: str) -> None:
    assert lijdende_vorm(zin) == werkwoord


@pytest.mark.parametrize(
    "zin",
    [
        "Het beleid wordt beter bekend bij gezinnen.",
        "Wij worden overal weggestuurd.",
        "De groepen zijn gegroeid en de zaal is verbouwd.",
        "Inwoners die 75 worden, krijgen een brief met het gebruikte formulier.",
        "Het geld wordt minder, omdat het Rijk heeft besloten te stoppen.",
        "Het wordt gezond en gezellig in alle gemeenten en gebieden.",
        "Gemeenten worden groter.",
    ],
)
def test_active_sentences_are_left_alone(zin: str) -> None:
    assert lijdende_vorm(zin) == ""


def test_a_long_sentence_says_how_long_and_what_to_do() -> None:
    zin = "Heiloo kiest drie speerpunten: " + "buren die elkaar kennen, " * 5 + "en praten over wonen."
    (advies,) = adviezen(zin)
    assert (advies.code, advies.wat) == ("lange-zin", "Deze zin heeft 28 woorden.")
    assert "lijst" in advies.hulp
    assert codes(" ".join(["woord"] * 20) + ".") == []
    assert codes(" ".join(["woord"] * 21) + ".") == ["lange-zin"]


def test_jargon_names_the_plainer_word_and_terms_are_no_jargon() -> None:
    (advies,) = adviezen("We faciliteren een buurtfeest.")
    assert advies.wat == "Voor ‘faciliteren’ is een gewoner woord."
    assert advies.hulp == "Schrijf bijvoorbeeld: mogelijk maken of helpen."
    assert codes("In het kader van de wet.") == ["jargon"]
    # Explained in the list of terms.
    assert codes("Inclusie en zelfredzaamheid tellen.") == []


def test_a_group_of_words_goes_before_one_of_them() -> None:
    assert [a.wat for a in adviezen("De vroegsignalering loopt.")] == ["Voor ‘vroegsignalering’ is een gewoner woord."]


def test_names_need_no_explanation() -> None:
    zin = "In Akersloot helpt Zaffier, net als het Wmo-loket en Buurtlab Geratificeerd."
    assert codes(zin) == []
    assert codes("We bellen geratificeerd.") == ["moeilijk-woord"]
    assert codes("We bellen geratificeerd.", namen=("Stichting Geratificeerd",)) == []


def test_a_rare_word_and_an_abbreviation_are_named_once() -> None:
    assert codes("De escalatie komt.", "Weer escalatie, en escalatie.") == ["moeilijk-woord"]
    assert codes("Vraag het KCC.", "Het KCC helpt.") == ["afkorting"]
    assert codes("Bel het Klantcontactcentrum (KCC).", "Het KCC helpt.") == []
    assert codes("De GGD en het CBS tellen in hoofdstuk II.") == []
    assert codes("HIER STAAT ALLES GROOT") == []
    assert codes("Wij helpen o.a. ouders.") == ["afkorting"]


def test_a_long_paragraph_and_a_low_score_are_about_the_whole_text() -> None:
    moeilijk = "De coördinerende verantwoordelijkheidsverdeling tussen gemeentelijke organisatieonderdelen verandert. "
    gevonden = codes(moeilijk * 16)
    assert "lange-alinea" in gevonden
    assert "leesscore" in gevonden
    assert "leesscore" not in codes(moeilijk * 10)


def test_a_short_text_has_no_score() -> None:
    zin = "De gemeente helpt alle mensen in het dorp."
    assert score.flesch_douma([zin] * 12) is None
    uitkomst = score.flesch_douma([zin] * 13)
    assert uitkomst is not None
    assert score.in_woorden(uitkomst) == "gemakkelijk"


def test_the_score_is_that_of_textstat_and_counts_whole_sentences() -> None:
    """A dot inside a sentence is no end, and two words are not a sentence that only brings words."""
    gewoon = ["De gemeente helpt alle mensen in het dorp."] * 20
    assert score.flesch_douma(gewoon) == score.flesch_douma([*gewoon, "Geen uitsluiting."])
    met_punten = ["De gemeente helpt o.a. alle 1.290 mensen in het dorp."] * 20
    zonder = ["De gemeente helpt oa alle 1290 mensen in het dorp."] * 20
    assert score.flesch_douma(met_punten) == score.flesch_douma(zonder)


def test_hardest_sentences_come_first_and_no_more_than_ten() -> None:
    lang = "We " + "gaan naar de markt en " * 6 + "faciliteren."
    gevonden = eerst(adviezen(*(f"De {kort} helpt." for kort in ("KCC", "ABC", "XYZ") * 5), lang))
    assert gevonden[0].zin == lang
    assert len(gevonden[0].adviezen) == 2
    assert gevonden[0].waar == "Blad Teksten, cel B17"
    assert len(eerst(adviezen(*(f"{naam} faciliteert {i}." for i in range(12) for naam in ("Egmond",))))) == MEESTE


# -- the list of words


def test_a_samenwerking_adds_words_and_calls_words_plain(tmp_path: Path) -> None:
    eigen = tmp_path / "woordenlijst.toml"
    eigen.write_text(
        'gewoon = ["faciliteren", "escalatie"]\n'
        '[[jargon]]\nwoorden = ["keukentafelgesprek*"]\nbeter = "gesprek thuis"\n',
        "utf-8",
    )
    eigen_kennis = kennis(KADER, woordenlijst.read(eigen), (), ())
    teksten = [Tekst(Plek("x"), "We faciliteren keukentafelgesprekken bij escalatie en participeren.")]
    assert [a.wat for a in regels.adviezen(teksten, eigen_kennis)] == [
        "Voor ‘keukentafelgesprekken’ is een gewoner woord.",
        "Voor ‘participeren’ is een gewoner woord.",
    ]


def test_mistakes_in_the_list_are_all_said_with_their_line(tmp_path: Path) -> None:
    pad = tmp_path / "woordenlijst.toml"
    pad.write_text('gewon = []\n[[jargon]]\nwoorden = "faciliteren"\nbeter = "helpen"\n[[afkortingen]]\n', "utf-8")
    with pytest.raises(GebiedsplanFout) as fout:
        woordenlijst.read(pad)
    gevonden = {(b.code, b.plek.regel) for b in fout.value.bevindingen}
    assert ("woordenlijst-sleutel-onbekend", 1) in gevonden
    assert ("woordenlijst-waarde-verkeerd", 3) in gevonden
    assert ("woordenlijst-sleutel-ontbreekt", 5) in gevonden


def test_the_list_of_the_program_has_each_word_once() -> None:
    alle = [w.casefold() for v in (*LIJST.jargon, *LIJST.afkortingen) for w in v.woorden if w == w.lower()]
    assert sorted({w for w in alle if alle.count(w) > 1}) == []


# -- a workbook


@cache
def heiloo() -> werkmap.Werkmap:
    pad = WORTEL / "gebieden" / "heiloo" / "2027.xlsx"
    return werkmap.read(pad, pad.as_posix(), lezen.bladnamen(KADER))


def test_texts_are_those_of_people_with_their_cell() -> None:
    teksten = cellen.teksten(heiloo(), KADER)
    bladen = {tekst.plek.blad for tekst in teksten}
    assert {"Gebied", "Duiding", "Gesprekken", "Speerpunten", "Partners", "Casus", "Teksten", "Besluit"} <= bladen
    assert not bladen & set(lezen.cijferbladnamen(KADER))
    assert [t.plek.cel for t in teksten if t.plek.blad == "Gebied"] == ["B9", "B10", "B11"]
    assert "Welzijnsorganisatie" in cellen.namen(heiloo(), KADER)
    assert "H1" not in {tekst.tekst for tekst in teksten}


def typ(gebieden: Path, uit: Path, *woorden_: str) -> tuple[int, str]:
    opties = ["--gebieden", str(gebieden), "--templates", str(WORTEL / "templates"), "--uit", str(uit)]
    uitkomst = CliRunner().invoke(main, [*opties, *woorden_])
    return uitkomst.exit_code, uitkomst.output


def met_moeilijke_taal(gebieden: Path) -> str:
    """Heiloo with a hard text on the sheet Teksten; the cell it stands in."""
    pad = gebieden / "heiloo" / "2027.xlsx"
    boek = load_workbook(pad)
    blad = boek["Teksten"]
    blad["B2"] = "Middels een integrale aanpak wordt de problematiek van de doelgroep | door de KCC's gemonitord."
    boek.save(pad)
    return "B2"


def test_controleer_gives_advice_when_asked_and_marks_it_in_a_copy(gebieden: Path, tmp_path: Path) -> None:
    cel = met_moeilijke_taal(gebieden)
    _, zonder = typ(gebieden, tmp_path, "controleer", "heiloo")
    assert "[jargon]" not in zonder
    code, met = typ(gebieden, tmp_path, "controleer", "heiloo", "--taal", "--annoteer")
    assert code == 0
    assert f"TIP · cel {cel} [jargon]" in met
    assert "Voor ‘Middels’ is een gewoner woord. In: “Middels een integrale aanpak" in met
    kopie = load_workbook(tmp_path / "heiloo" / "2027-bevindingen.xlsx")
    assert "‘KCC’" in str(kopie["Teksten"][cel].comment.text)


def test_taal_prints_the_hardest_sentences_and_writes_a_page(gebieden: Path, tmp_path: Path) -> None:
    cel = met_moeilijke_taal(gebieden)
    code, uitvoer = typ(gebieden, tmp_path, "taal", "heiloo")
    assert code == 0
    assert f"1. Blad Teksten, cel {cel}" in uitvoer
    assert "- Voor ‘problematiek’ is een gewoner woord. Schrijf bijvoorbeeld: problemen." in uitvoer
    assert re.search(r"1 Inleiding en kader: \d\d \(", uitvoer)
    pagina = (tmp_path / "heiloo" / "gebiedsplan-heiloo-2027-taal.html").read_text("utf-8")
    assert "Begin met deze zinnen" in pagina
    assert "doelgroep | door de KCC" in pagina
    for tekst in (uitvoer, pagina):
        assert not re.search(r"\bis B1\b", tekst.replace("zegt dus ook niet dat een tekst B1 is", ""))
    eerste = (tmp_path / "heiloo" / "gebiedsplan-heiloo-2027-taal.html").read_bytes()
    typ(gebieden, tmp_path, "taal", "heiloo")
    assert (tmp_path / "heiloo" / "gebiedsplan-heiloo-2027-taal.html").read_bytes() == eerste


def test_a_workbook_with_faults_still_gets_advice(gebieden: Path, tmp_path: Path) -> None:
    pad = gebieden / "uitgeest" / "2027.xlsx"
    boek = load_workbook(pad)
    boek["Speerpunten"]["C2"] = None
    boek["Speerpunten"]["D2"] = "We participeren."
    boek.save(pad)
    code, uitvoer = typ(gebieden, tmp_path, "taal", "uitgeest")
    assert code == 0
    assert "‘participeren’" in uitvoer
    assert "Zolang die er zijn, komt er geen plan en zijn er geen scores." in uitvoer


def test_a_new_workbook_says_what_is_still_to_be_filled_in(gebieden: Path, tmp_path: Path) -> None:
    for pad in gebieden.glob("*/*.xlsx"):
        pad.unlink()
    typ(gebieden, tmp_path, "nieuw", "schoorl", "--jaar", "2028")
    code, uitvoer = typ(gebieden, tmp_path, "taal", "schoorl")
    assert code == 1
    assert "[in-voorbereiding]" in uitvoer
    assert "Op dit blad zijn nog 3 cellen leeg" in uitvoer
    assert not list(tmp_path.iterdir())
    # With something to judge it is judged, also when nobody filled in a date yet.
    boek = load_workbook(gebieden / "schoorl" / "2028.xlsx")
    boek["Teksten"]["A2"], boek["Teksten"]["B2"] = "Inleiding", "Middels een integrale aanpak komt er een visie."
    boek.save(gebieden / "schoorl" / "2028.xlsx")
    code, uitvoer = typ(gebieden, tmp_path, "taal", "schoorl")
    assert (code, "Voor ‘Middels’ is een gewoner woord" in uitvoer) == (0, True)
    assert "De werkmap is nog in voorbereiding." in uitvoer


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(leesbaar, "find_spec", lambda _: None)
    code, uitvoer = typ(WORTEL / "gebieden", tmp_path, "taal", "heiloo")
    assert code == 2
    assert "[taal-ontbreekt]" in uitvoer
    assert "pip install 'gebiedsplan[taal]'" in uitvoer
    assert not list(tmp_path.iterdir())
