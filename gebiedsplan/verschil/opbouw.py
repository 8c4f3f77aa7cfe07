"""Put a comparison together: the few lines at the top, then one area after the other."""

from __future__ import annotations

from collections.abc import Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.gebied.model import Gebiedsdata, Kop
from gebiedsplan.geheim.model import NIETS_GEHEIM, Patroon
from gebiedsplan.kader.model import Gebied, Kader
from gebiedsplan.plan.model import Voorblad
from gebiedsplan.verschil import cijferwoorden, onderdelen
from gebiedsplan.verschil.kort import Bekeken, kort
from gebiedsplan.verschil.model import Deel, Paar, Verschil
from gebiedsplan.verschil.onderdelen import Woorden
from gebiedsplan.verschil.vergelijking import vergelijking

NIETS = "Er is niets veranderd."
_HOOFDZAKEN_GELIJK = "De speerpunten, de doelen, de cijfers en het geld zijn in hoofdlijn gelijk gebleven."


def verschil(
    kader: Kader,
    gebied: Gebied,
    werkmappen: Sequence[Paar[Gebiedsdata]],
    tabellen: Sequence[Paar[Cijfers]],
    patroon: Patroon = NIETS_GEHEIM,
) -> Verschil:
    """What changed in an area: its own workbooks first, then those of its parts, each with its figures.

    ``patroon``: what the plans of all areas hide, besides what the tables hide themselves.
    """
    versies = _versies(werkmappen[0])
    bekeken = [
        Bekeken(vergelijking(w, t, kader, patroon), Woorden(w.oud, w.nieuw, kader, versies))
        for w, t in zip(werkmappen, tabellen, strict=True)
    ]
    met_speerpunten = {gebied.slug for gebied in kader.met_speerpunten()}
    delen = tuple(
        onderdelen.deel(b.vergelijking, b.woorden, met_delen=b.woorden.slug not in met_speerpunten) for b in bekeken
    )
    niets = all(onderdeel.onveranderd for deel in delen for onderdeel in deel.onderdelen)
    return Verschil(
        voorblad=_voorblad(gebied, werkmappen[0], versies),
        kort=kort(bekeken) or (NIETS if niets else _HOOFDZAKEN_GELIJK,),
        uitleg=_uitleg(delen),
        delen=delen,
        niets=niets,
    )


def _versies(paar: Paar[Gebiedsdata]) -> Paar[str]:
    """What the two plans are called: by year, of one year by version, else old and new."""
    oud, nieuw = paar.oud.kop, paar.nieuw.kop
    if oud.planjaar != nieuw.planjaar:
        return Paar(f"Plan {oud.planjaar}", f"Plan {nieuw.planjaar}")
    if oud.versie != nieuw.versie:
        return Paar(f"Versie {oud.versie}", f"Versie {nieuw.versie}")
    return Paar("Oude werkmap", "Nieuwe werkmap")


def _voorblad(gebied: Gebied, paar: Paar[Gebiedsdata], versies: Paar[str]) -> Voorblad:
    kop = paar.nieuw.kop
    return Voorblad(
        titel=f"Wat is er veranderd in {gebied.naam}?",
        ondertitel=f"{versies.nieuw} vergeleken met {taal.kleine_letter(versies.oud)}",
        opsteller=kop.opsteller,
        datum=kop.datum.isoformat(),
        status=kop.status,
        versie=kop.versie,
        regels=((versies.oud, _over(paar.oud.kop)), (versies.nieuw, _over(kop))),
    )


def _over(kop: Kop) -> str:
    """Which edition of a plan it is: "concept, versie 0.3, 16 november 2026"."""
    return ", ".join(filter(None, (kop.status, f"versie {kop.versie}" if kop.versie else "", taal.datum(kop.datum))))


def _uitleg(delen: Sequence[Deel]) -> tuple[str, ...]:
    """What to know before reading a figure, said once and only where there is one."""
    cijfers = [o for deel in delen for o in deel.onderdelen if o.id == f"cijfers-{deel.slug}" and not o.onveranderd]
    if not cijfers:
        return ()
    woorden = [zin for o in cijfers for groep in o.groepen for zin in groep.zinnen]
    woorden += [cel for o in cijfers for tabel in o.tabellen for rij in tabel.rijen for cel in rij]
    voorbeeld = (cijferwoorden.VOORBEELD,) if any("voorbeeld)" in woord for woord in woorden) else ()
    return (cijferwoorden.NIET_GETOETST, *voorbeeld)
