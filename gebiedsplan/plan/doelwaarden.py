"""How a goal is written: where it starts, where it stands and what it aims at, each with the cell it comes from."""

from __future__ import annotations

from collections.abc import Mapping

from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Doel, Reden
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import schrijfwijze

_MEER_OF_MINDER: Mapping[str, str] = {"hoger": "meer", "lager": "minder"}


def decimalen(doel: Doel, kader: Kader) -> int:
    """With how many decimals the values of a goal are written: as the kader says; of its own, 1 where one has any."""
    if doel.indicator:
        return kader.indicator(doel.indicator).decimalen
    eigen = (doel.nulmeting, doel.streefwaarde, *(m.waarde for m in doel.tussenmetingen))
    return 0 if all(waarde is None or float(waarde).is_integer() for waarde in eigen) else 1


def stand(doel: Doel, decimalen: int) -> str:
    """Where a goal stands now: its last measurement between, or where it starts."""
    return tussenmeting(doel, decimalen) or nulmeting(doel, decimalen)


def tussenmeting(doel: Doel, decimalen: int) -> str:
    """The last measurement between; "" when there is none yet."""
    bekend = [meting for meting in doel.tussenmetingen if meting.waarde is not None]
    if not bekend:
        return ""
    return uit(_met_jaar(bekend[-1].waarde, bekend[-1].jaar, doel, decimalen), doel.plekken.get(bekend[-1].kolom))


def nulmeting(doel: Doel, decimalen: int) -> str:
    """Where a goal starts: "43% (2020)", or that it must be measured first."""
    return uit(_nulmeting(doel, decimalen), doel.plekken.get("Nulmeting"))


def _nulmeting(doel: Doel, decimalen: int) -> str:
    if doel.verborgen:
        return Reden.GEHEIM.value
    if doel.nulmeting is None:
        return "eerst nulmeting" if doel.eerst_nulmeting else "nog niet gemeten"
    return _met_jaar(doel.nulmeting, doel.nulmeting_jaar, doel, decimalen)


def streefwaarde(doel: Doel, decimalen: int) -> str:
    """What a goal aims at: "40% of lager in 2029"."""
    return uit(_streefwaarde(doel, decimalen), doel.plekken.get("Streefwaarde"))


def _streefwaarde(doel: Doel, decimalen: int) -> str:
    wanneer = f" in {doel.streefwaarde_jaar}" if doel.streefwaarde_jaar else ""
    if doel.streefwaarde is None:
        return f"eerst nulmeting{wanneer}" if doel.eerst_nulmeting else NOG_NIET_VASTGESTELD
    tekst = schrijfwijze.waarde(doel.streefwaarde, doel.eenheid, decimalen)
    return f"{tekst}{_richting(doel)}{wanneer}"


def _richting(doel: Doel) -> str:
    """Which way a goal goes: a share is higher or lower, a number of people is more or less."""
    if not doel.richting:
        return ""
    is_aantal = doel.eenheid not in ("procent", "per_1000", "cijfer")
    return f" of {_MEER_OF_MINDER[doel.richting] if is_aantal else doel.richting}"


def _met_jaar(waarde: float | None, jaar: int | None, doel: Doel, decimalen: int) -> str:
    if waarde is None:
        return ""
    tekst = schrijfwijze.waarde(waarde, doel.eenheid, decimalen)
    return f"{tekst} ({jaar})" if jaar else tekst
