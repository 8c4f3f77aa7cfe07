"""Do the KPI's of kader.toml hang together: each on an indicator, and with all that a streefwaarde needs?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.toml import Misser, Rij

# The highest value of a unit; a count or a mark has none.
_HOOGSTE = {"procent": 100, "per_1000": 1000}
# A KPI with one of these is agreed, and needs them all.
_AFSPRAAK = ("richting", "nulmeting_jaar", "streefwaarde", "streefwaarde_jaar")


def check(alles: Rij) -> Iterator[Misser]:
    """Every mistake in the KPI's."""
    indicatoren = {rij.tekst("id"): rij for rij in alles.rijen("indicatoren")}
    for kpi in alles.rijen("kpis"):
        gekozen = kpi.tekst("indicator")
        if gekozen and gekozen not in indicatoren:
            tekst = f"“indicator” is “{gekozen}”. Er is geen indicator met die naam."
            hulp = f"{bedoelde_u(gekozen, list(indicatoren))} Kies de id van een indicator uit dit kader.".strip()
            yield Misser("kader-verwijzing", (*kpi.pad, "indicator"), tekst, hulp)
        eenheid = indicatoren[gekozen].tekst("eenheid") if gekozen in indicatoren else ""
        yield from _afspraak(kpi)
        yield from _jaren(kpi, alles.blok("instellingen"))
        yield from _waarde(kpi, eenheid)


def _afspraak(kpi: Rij) -> Iterator[Misser]:
    """A streefwaarde says when it must be there, from where, and which way."""
    if "streefwaarde" not in kpi.inhoud and "streefwaarde_jaar" not in kpi.inhoud:
        return
    for sleutel in _AFSPRAAK:
        if sleutel not in kpi.inhoud:
            tekst = f"“{sleutel}” ontbreekt bij de KPI “{kpi.tekst('naam')}”."
            hulp = "Bij een streefwaarde horen de richting, het jaar van de nulmeting en het jaar van de streefwaarde."
            yield Misser("kader-sleutel-ontbreekt", (*kpi.pad, sleutel), tekst, hulp)


def _jaren(kpi: Rij, instellingen: Rij) -> Iterator[Misser]:
    van, tot = kpi.getal("nulmeting_jaar"), kpi.getal("streefwaarde_jaar")
    oudste = instellingen.getal("oudste_jaar")
    if van and oudste is not None and van < oudste:
        hulp = f"Kies een jaar vanaf {oudste}. Oudere cijfers mogen niet in een werkmap."
        yield _verkeerd(kpi, "nulmeting_jaar", hulp)
    if van and tot and tot <= van:
        yield _verkeerd(kpi, "streefwaarde_jaar", f"Kies een jaar na dat van de nulmeting ({van}).")


def _waarde(kpi: Rij, eenheid: str) -> Iterator[Misser]:
    waarde, hoogste = kpi.getal("streefwaarde"), _HOOGSTE.get(eenheid)
    if waarde is not None and not 0 <= waarde <= (hoogste or float("inf")):
        yield _verkeerd(kpi, "streefwaarde", f"Vul 0{f' tot en met {hoogste}' if hoogste else ' of hoger'} in.")


def _verkeerd(kpi: Rij, sleutel: str, hulp: str) -> Misser:
    tekst = f"“{sleutel}” is {kpi.inhoud[sleutel]}. Dat kan niet."
    return Misser("kader-waarde-verkeerd", (*kpi.pad, sleutel), tekst, hulp)
