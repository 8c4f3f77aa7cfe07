"""Can a goal be followed: are its measurements those of the figure sheets, and does it go the way it says?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.model import Doel

# A measurement may be written rounded to whole numbers: 43 for 42,5.
_ZICHTBAAR_ANDERS = 0.6
_ANDERS = {"nulmeting": "nulmeting-anders", "tussenmeting": "tussenmeting-anders"}


def meting_is_het_cijfer(o: Onderzoek) -> Iterator[Bevinding]:
    """What is measured on an indicator of the kader is the figure of that year on the figure sheets."""
    cijfers = {(c.indicator, c.jaar): c for c in o.data.bladen.cijfers if c.regio == o.data.slug}
    for doel in o.data.doelen:
        for wat, kolom, waarde, jaar in _metingen(doel):
            cijfer = cijfers.get((doel.indicator, jaar or 0))
            if not doel.indicator or cijfer is None or cijfer.waarde is None or waarde is None:
                continue
            if abs(cijfer.waarde - waarde) >= _ZICHTBAAR_ANDERS:
                yield Bevinding(
                    _ANDERS[wat],
                    doel.plekken[kolom],
                    f"De {wat} van {doel.speerpunt} is {als_getal(waarde)}. "
                    f"Het cijfer op {cijfer.plekken['Waarde'].in_bestand()} is {als_getal(cijfer.waarde)}.",
                    "Maak de twee gelijk, of kies het goede jaar. Een cijfer heeft maar één waarde.",
                )


def meting_heeft_jaar(o: Onderzoek) -> Iterator[Bevinding]:
    """Without a year nobody can say whether a goal is on course."""
    for doel in o.data.doelen:
        streef = ("streefwaarde", "Streefwaarde", doel.streefwaarde, doel.streefwaarde_jaar)
        for wat, kolom, waarde, jaar in (*_metingen(doel), streef):
            if waarde is not None and not jaar:
                yield Bevinding(
                    "doel-zonder-jaar",
                    doel.plekken[f"{kolom} jaar"],
                    f"Bij de {wat} van {doel.speerpunt} staat geen jaar. Of het doel op koers is, is niet te zeggen.",
                    "Vul het jaar in, in de kolom naast het getal.",
                    Ernst.LET_OP,
                )


def tussenmeting_is_later(o: Onderzoek) -> Iterator[Bevinding]:
    """What is measured between is measured after the nulmeting."""
    for doel in o.data.doelen:
        for meting in doel.tussenmetingen:
            # Of a year that cannot be, cijfers.jaren_kloppen says so.
            jaar = meting.jaar or 0
            if o.kader.instellingen.oudste_jaar <= jaar <= (doel.nulmeting_jaar or 0):
                yield Bevinding(
                    "tussenmeting-te-vroeg",
                    doel.plekken[f"{meting.kolom} jaar"],
                    f"De tussenmeting is van {jaar}. De nulmeting is van {doel.nulmeting_jaar}.",
                    "Kijk de twee jaren na. Een tussenmeting van voor de nulmeting staat niet in het plan.",
                    Ernst.LET_OP,
                )


def streefwaarde_ligt_goed(o: Onderzoek) -> Iterator[Bevinding]:
    """A streefwaarde lies the way that the goal says it goes."""
    for doel in o.data.doelen:
        if doel.nulmeting is None or doel.streefwaarde is None or not doel.richting:
            continue
        verder = doel.streefwaarde - doel.nulmeting
        if (verder if doel.richting == "hoger" else -verder) < 0:
            yield Bevinding(
                "doel-richting",
                doel.plekken["Richting"],
                f"Bij Richting staat {doel.richting}. De streefwaarde ({als_getal(doel.streefwaarde)}) is "
                f"{'lager' if verder < 0 else 'hoger'} dan de nulmeting ({als_getal(doel.nulmeting)}).",
                "Kies de andere richting, of kijk de twee getallen na.",
                Ernst.LET_OP,
            )


def _metingen(doel: Doel) -> Iterator[tuple[str, str, float | None, int | None]]:
    """The nulmeting and every tussenmeting: what it is, in which column it stands, its value and year."""
    yield "nulmeting", "Nulmeting", doel.nulmeting, doel.nulmeting_jaar
    for meting in doel.tussenmetingen:
        yield "tussenmeting", meting.kolom, meting.waarde, meting.jaar
