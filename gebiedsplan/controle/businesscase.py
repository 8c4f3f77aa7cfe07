"""Can what prevention yields be calculated, and does it say what that rests on?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.model import Hulpvraag, Reden

# What is assumed, by the column of its value and that of its source.
_BRONNEN = ("Bron inwoners", "Bron maatwerk", "Bron sociale basis", "Bron vermeden")
# Nobody needs to fill these in: they say themselves why there is no number.
_ZEGT_WAAROM = {Reden.GEHEIM, Reden.NIHIL, Reden.NIET_VAN_TOEPASSING, Reden.LATER, Reden.VERVALLEN}


def schatting_is_een_bandbreedte(o: Onderzoek) -> Iterator[Bevinding]:
    """The low estimate is not above the high one; and where they are equal, there is no range."""
    for vraag in o.data.hulpvragen:
        laag, hoog = vraag.laag, vraag.hoog
        if laag is None or hoog is None or laag < hoog:
            continue
        gelijk = laag == hoog
        yield Bevinding(
            "businesscase-bandbreedte",
            vraag.plekken["Vermeden laag"],
            f"De lage en de hoge schatting zijn allebei {als_getal(laag)}%."
            if gelijk
            else f"De lage schatting ({als_getal(laag)}%) is hoger dan de hoge ({als_getal(hoog)}%).",
            "Niemand weet dit precies. Vul in wat het ten minste en wat het ten hoogste kan zijn."
            if gelijk
            else "Wissel de twee om, of kijk ze na.",
            Ernst.LET_OP if gelijk else Ernst.FOUT,
        )


def waarden_kunnen(o: Onderzoek) -> Iterator[Bevinding]:
    """A share lies from 0 to 100, and there are no fewer people or euros than none."""
    for vraag in o.data.hulpvragen:
        for kolom, waarde in _waarden(vraag):
            deel = kolom.startswith("Vermeden")
            if waarde is not None and (waarde < 0 or (deel and waarde > 100)):
                yield Bevinding(
                    "waarde-buiten-bereik",
                    vraag.plekken[kolom],
                    f"Bij {kolom} staat {als_getal(waarde)}. Dat kan niet.",
                    "Een percentage ligt van 0 tot en met 100."
                    if deel
                    else "Vul een getal in dat niet onder nul ligt.",
                )


def alles_is_bekend(o: Onderzoek) -> Iterator[Bevinding]:
    """What is missing makes a question that cannot be calculated. Said once a row."""
    for vraag in o.data.hulpvragen:
        missend = [kolom for kolom, waarde in _waarden(vraag) if waarde is None]
        if vraag.reden in _ZEGT_WAAROM:
            missend.remove("Inwoners")
        if missend:
            yield Bevinding(
                "businesscase-onvolledig",
                vraag.plekken[missend[0]],
                f"Deze hulpvraag is niet door te rekenen. Nog niet bekend: {', '.join(missend)}.",
                "Vul in wat er mist. Heeft de sociale basis alleen vaste kosten, of alleen kosten per inwoner? Laat de "
                "andere cel dan leeg.",
                Ernst.LET_OP,
            )


def aannames_hebben_een_bron(o: Onderzoek) -> Iterator[Bevinding]:
    """Behind each number stands where it comes from. Said once a row."""
    for vraag in o.data.hulpvragen:
        gevuld = (
            vraag.inwoners is not None,
            vraag.maatwerk is not None,
            vraag.vast is not None or vraag.per_inwoner is not None,
            vraag.laag is not None or vraag.hoog is not None,
        )
        zonder = [kolom for kolom, bron, er in zip(_BRONNEN, vraag.bronnen, gevuld, strict=True) if er and not bron]
        if zonder:
            yield Bevinding(
                "businesscase-zonder-bron",
                vraag.plekken[zonder[0]],
                f"Niet ingevuld: {', '.join(zonder)}. In het plan staat dan ‘geen bron’.",
                "Vul in waar het getal vandaan komt. Is het een schatting? Schrijf dan wie schatte, en waarop.",
                Ernst.LET_OP,
            )


def _waarden(vraag: Hulpvraag) -> Iterator[tuple[str, float | None]]:
    yield "Inwoners", vraag.inwoners
    yield "Maatwerk per inwoner", vraag.maatwerk
    yield "Sociale basis vast", vraag.vast
    yield "Sociale basis per inwoner", vraag.per_inwoner
    yield "Vermeden laag", vraag.laag
    yield "Vermeden hoog", vraag.hoog
