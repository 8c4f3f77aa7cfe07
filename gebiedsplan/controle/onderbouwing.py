"""Does each speerpunt rest on something: a figure, a conversation, somebody who does it?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.model import Doel, Speerpunt
from gebiedsplan.gebied.namen import kaal, namen_van_de_gemeente


def speerpunt_heeft_cijfer(o: Onderzoek) -> Iterator[Bevinding]:
    """A goal of the speerpunt has a figure to start from: an indicator of the kader, or one that was measured."""
    for speerpunt, doelen in _doelen_per_speerpunt(o):
        if doelen and not any(d.indicator or d.nulmeting is not None or d.tussenmetingen for d in doelen):
            yield Bevinding(
                "speerpunt-zonder-cijfer",
                speerpunt.plekken["Code"],
                f"Bij {speerpunt.code} staat nog geen enkel cijfer. Alles begint er met een nulmeting.",
                "Kies op het blad Doelen ook een indicator uit het kader die erbij past. Is die er niet? "
                "Leg dan bij Opgave uit waar de keuze op steunt.",
                Ernst.LET_OP,
            )


def speerpunt_heeft_indicator(o: Onderzoek) -> Iterator[Bevinding]:
    """A goal of the speerpunt is measured with an indicator of the kader, so that it can be compared."""
    for speerpunt, doelen in _doelen_per_speerpunt(o):
        met_cijfer = any(d.nulmeting is not None or d.tussenmetingen for d in doelen)
        if met_cijfer and not any(d.indicator for d in doelen):
            yield Bevinding(
                "speerpunt-zonder-indicator",
                speerpunt.plekken["Code"],
                f"{speerpunt.code} heeft alleen eigen indicatoren. Het is niet te vergelijken met andere gebieden.",
                "Kies op het blad Doelen ook een indicator uit het kader, als er een past.",
                Ernst.TIP,
            )


def speerpunt_heeft_gesprek(o: Onderzoek) -> Iterator[Bevinding]:
    """A conversation points at the speerpunt: what people said is why it is there."""
    genoemd = {code for gesprek in o.data.gesprekken for code in gesprek.speerpunten}
    for speerpunt in o.data.speerpunten if o.data.gesprekken else ():
        if speerpunt.code and speerpunt.code not in genoemd:
            yield Bevinding(
                "speerpunt-zonder-gesprek",
                speerpunt.plekken["Code"],
                f"Geen enkel gesprek op het blad Gesprekken hoort bij {speerpunt.code}.",
                f"Zet {speerpunt.code} in de kolom Speerpunt bij het gesprek waar het over ging. "
                "Is er niet over gesproken? Plan dan een gesprek.",
                Ernst.LET_OP,
            )


def speerpunt_heeft_partner(o: Onderzoek) -> Iterator[Bevinding]:
    """Somebody else than the gemeente does something for the speerpunt."""
    zelf = namen_van_de_gemeente(o.kader, o.data.slug)
    for speerpunt in o.data.speerpunten:
        partners = [a.partner for a in o.data.acties if a.speerpunt == speerpunt.code and a.partner]
        if speerpunt.code and partners and all(kaal(partner) in zelf for partner in partners):
            yield Bevinding(
                "speerpunt-zonder-partner",
                speerpunt.plekken["Code"],
                f"Bij {speerpunt.code} doet alleen de gemeente iets.",
                "Zet op het blad Acties wie er meedoet: een organisatie, een vereniging of een groep bewoners.",
                Ernst.LET_OP,
            )


def _doelen_per_speerpunt(o: Onderzoek) -> Iterator[tuple[Speerpunt, list[Doel]]]:
    for speerpunt in o.data.speerpunten:
        if speerpunt.code:
            yield speerpunt, [d for d in o.data.doelen if d.speerpunt == speerpunt.code]
