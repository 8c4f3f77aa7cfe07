"""Does the aanbod say enough for who refers somebody to it? The plan does not need it, the preventiekaart does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, starmap

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.bladen import IN_VOORBEREIDING
from gebiedsplan.gebied.model import Gebiedsdata
from gebiedsplan.kader.model import Kader


def aanbod_is_volledig(o: Onderzoek) -> Iterator[Bevinding]:
    """Every activity says when it is, who may come, what it costs and whom to ask. Says so once."""
    if o.data.kop.status != IN_VOORBEREIDING:
        yield from onvolledig(o.data, o.kader)


def onvolledig(data: Gebiedsdata, kader: Kader) -> Iterator[Bevinding]:
    """What the preventiekaart misses in the aanbod of one workbook."""
    onbekend = {a.activiteit: a.onbekend(kader.woord_thema) for a in data.aanbod}
    per_gegeven = {
        gegeven: [activiteit for activiteit, mist in onbekend.items() if gegeven in mist]
        for gegeven in dict.fromkeys(chain.from_iterable(onbekend.values()))
    }
    if per_gegeven:
        yield Bevinding(
            "aanbod-onvolledig",
            Plek(data.bestand, blad="Aanbod"),
            f"Voor de preventiekaart mist er nog iets: {'; '.join(starmap(_mist, per_gegeven.items()))}.",
            "Vul in wat mist. Bij contact is dat een van de kolommen Telefoon, E-mail of Website. "
            "Is een kolom er niet? Zet er dan in rij 1 een met die naam bij.",
            Ernst.TIP,
        )


def _mist(gegeven: str, activiteiten: list[str]) -> str:
    """What is missed where: by name when it is one."""
    waar = activiteiten[0] if len(activiteiten) == 1 else f"{len(activiteiten)} activiteiten"
    return f"{gegeven} (bij {waar})"
