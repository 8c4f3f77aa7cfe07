"""Questions of what prevention yields that are about too few people: what of them may be shown, and how one writes it.

Every amount of a question is its number times something that is shown as well. So with the number goes all that was
made of it, and an amount anywhere else in the workbook that is the same gives the number away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gebiedsplan.gebied.businesscase import Hulpvraag
from gebiedsplan.gebied.model import Reden
from gebiedsplan.geheim.teksten import Geheim, een_van, stammen, van_aantal
from gebiedsplan.kader.model import Kader


def te_klein(vraag: Hulpvraag, kader: Kader) -> bool:
    """Whether a question is about too few people. Where their number comes from is not known: the strictest rule."""
    return vraag.inwoners is not None and vraag.inwoners < kader.geheimhouding.hoogste_drempel


def zichtbaar(vraag: Hulpvraag, kader: Kader) -> Hulpvraag:
    """The question as it may be shown: when it is about too few, without its number and the words that name it."""
    return verborgen(vraag) if te_klein(vraag, kader) else vraag


def verborgen(vraag: Hulpvraag) -> Hulpvraag:
    """The question without its number, and without the words about it that name the number."""
    getal = een_van(van_aantal(vraag.inwoners))

    def zonder(tekst: str) -> str:
        return "" if getal.search(tekst) else tekst

    inwoners, maatwerk, basis, vermeden = map(zonder, vraag.bronnen)
    return replace(
        vraag,
        inwoners=None,
        reden=Reden.GEHEIM,
        bronnen=(inwoners, maatwerk, basis, vermeden),
        opmerking=zonder(vraag.opmerking),
    )


def van_hulpvragen(vragen: Iterable[Hulpvraag], kader: Kader) -> Iterator[Geheim]:
    """What no text may name of these questions: the number of people of each that is about too few."""
    for vraag in vragen:
        if te_klein(vraag, kader):
            wat = f"Inwoners bij de hulpvraag ‘{vraag.naam}’ ({vraag.jaar})"
            yield Geheim(wat, "", een_van(van_aantal(vraag.inwoners)), stammen(vraag.naam), een_van(()))


def verraadt(bedrag: float, vraag: Hulpvraag) -> bool:
    """Whether an amount is what the maatwerk or the help of all these people costs: divided, that is their number."""
    aantal, per_inwoner = vraag.inwoners or 0.0, vraag.per_inwoner or 0.0
    kosten = (aantal * (vraag.maatwerk or 0.0), aantal * per_inwoner, (vraag.vast or 0.0) + aantal * per_inwoner)
    hangt_af = (vraag.maatwerk, vraag.per_inwoner, vraag.per_inwoner)
    return any(per and round(bedrag, 2) == round(som, 2) for per, som in zip(hangt_af, kosten, strict=True))
