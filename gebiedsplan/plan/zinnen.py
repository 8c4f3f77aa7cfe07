"""Sentences about figures. Each is computed, so that it is true: nothing here is typed beside a chart."""

from __future__ import annotations

from collections.abc import Sequence

from gebiedsplan import taal
from gebiedsplan.cijfers.model import Meting, Verandering, Verschil
from gebiedsplan.cijfers.reeks import gemeten
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan import schrijfwijze, toetsing
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.grafiek import KernbeeldGroep, KernbeeldRij

MAX_ALT = 150
_TOEVAL = "Of het verschil toeval is, is niet getoetst."
_KLEIN = "Het verschil is klein. Het is niet getoetst."


def stand(indicator: Indicator, regio: Regio, meting: Meting) -> str:
    """Where a region stands: "In Egmond voelt 43% van de inwoners ... zich eenzaam" (no full stop)."""
    waarde = schrijfwijze.kort(meting, indicator)
    zin = f"In {regio.naam} " + indicator.zin.format(waarde=waarde, groep=indicator.groep)
    return schrijfwijze.als_voorbeeld(zin) if meting.voorbeeld else zin


def tegen_referentie(beeld: Beeld, indicator: Indicator, regio: Regio) -> tuple[str, ...]:
    """The newest figure of a region beside the samenwerking and the country, with what may be said of it."""
    meting = beeld.laatste(indicator, regio)
    if meting is None or meting.waarde is None:
        zin = f"Voor {regio.naam} is dit cijfer er niet: {schrijfwijze.kort(meting, indicator)}."
        return (uit(zin, meting.plek if meting else None),)
    samen = beeld.gemiddelde_naast(indicator, regio, meting.jaar)
    zinnen = [f"{stand(indicator, regio, meting)} ({meting.jaar})."]
    de_samenwerking = beeld.kader.instellingen.de_samenwerking
    if beeld.is_alles(regio):
        if eromheen := _in_land(beeld, indicator, meting).removeprefix(", "):
            zinnen.append(f"Ter vergelijking: {eromheen}.")
            zinnen += toetsing.ook_getoetst(beeld, indicator, regio) or (
                "Of het verschil toeval is, is niet getoetst.",
            )
    elif samen is None or samen.waarde is None:
        zinnen.append(f"Een gemiddelde van {de_samenwerking} is er niet, want niet elk gebied heeft dit cijfer.")
    else:
        zinnen.append(
            f"In {de_samenwerking} is dat {schrijfwijze.voluit(samen, indicator)}{_in_land(beeld, indicator, meting)}."
        )
        if anders := beeld.verschillen(regio).get(indicator.id):
            zinnen.append(_over_verschil(anders, indicator, meting, samen, de_samenwerking))
        zinnen += toetsing.ook_getoetst(beeld, indicator, regio)
    return tuple(uit(zin, meting.plek) for zin in (*zinnen, *_interval(meting, indicator)))


def door_de_jaren(beeld: Beeld, indicator: Indicator, regio: Regio) -> str:
    """The first and the last year of a region that can be compared, in one sentence, without calling it a trend."""
    if len(gemeten(beeld.cijfers.reeks(indicator.id, regio.sleutel))) < 2:
        return ""
    reeks = beeld.vergelijkbaar(indicator, regio)
    eerste, laatste = reeks[0], reeks[-1]
    if len(reeks) < 2:
        eerder = f"{stand(indicator, regio, laatste)} in {laatste.jaar}; eerdere jaren zijn niet te vergelijken"
        return uit(eerder, laatste.plek)
    return uit(
        f"{stand(indicator, regio, laatste)} in {laatste.jaar}; "
        f"in {eerste.jaar} was dat {schrijfwijze.voluit(eerste, indicator)}",
        laatste.plek,
    )


def verandering(beeld: Beeld, indicator: Indicator, regio: Regio) -> tuple[str, ...]:
    """What may be said of how a figure changed over the years that can be compared; () when nothing."""
    gevonden = beeld.veranderingen(regio).get(indicator.id)
    if gevonden is None:
        return ()
    if gevonden.getoetst:
        return (f"Sinds {gevonden.eerste.jaar} is dit cijfer {gevonden.woord}.",)
    return (_ongetoetste_verandering(gevonden, indicator),)


def breuken(beeld: Beeld, indicator: Indicator, regios: Sequence[Regio]) -> tuple[str, ...]:
    """Why lines in a chart over the years stop and begin again, each reason once."""
    redenen: dict[tuple[int, str], list[str]] = {}
    for regio in regios:
        for breuk in beeld.breuken(indicator, regio):
            redenen.setdefault((breuk.jaar, breuk.uitleg), []).append(regio.naam)
    return tuple(
        f"{taal.opsomming(namen)}: vanaf {jaar} zijn de cijfers niet te vergelijken met die van eerder. "
        f"{taal.zin(uitleg)} Daarom loopt de lijn daar niet door."
        for (jaar, uitleg), namen in redenen.items()
    )


def rangorde(beeld: Beeld, indicator: Indicator, jaar: int) -> str:
    """The finding of a comparison: where the own area stands, or how far the own parts lie apart."""
    waarden = [
        (meting.waarde, regio, meting)
        for regio in beeld.alle_gebieden
        if (meting := beeld.van_jaar(indicator, regio, jaar)) and meting.waarde is not None
    ]
    eigen = [w for w in waarden if w[1].sleutel in beeld.eigen_sleutels]
    if not eigen:
        return f"{indicator.naam}: voor {beeld.eigen.naam} is er geen cijfer over {jaar}"
    if len(eigen) > 1:
        laagste, hoogste = min(eigen, key=lambda w: w[0]), max(eigen, key=lambda w: w[0])
        van, tot = (f"{schrijfwijze.voluit(w[2], indicator)} in {w[1].naam}" for w in (laagste, hoogste))
        return uit(f"{indicator.naam}: van {van} tot {tot} ({jaar})", laagste[2].plek)
    _, regio, meting = eigen[0]
    plaats = _plaats(meting, [w[2] for w in waarden], indicator, len(beeld.alle_gebieden))
    return uit(f"{stand(indicator, regio, meting)}{plaats}", meting.plek)


def vergelijking_alt(beeld: Beeld, indicator: Indicator, jaar: int) -> str:
    """What a comparison shows for those who do not see it: the own figure or figures and the reference."""
    regios = [r for r in beeld.alle_gebieden if r.sleutel in beeld.eigen_sleutels]
    cijfers = [
        f"{regio.naam} {schrijfwijze.voluit(meting, indicator)}"
        for regio in (*regios, beeld.samenwerking)
        if (meting := beeld.naast(indicator, regio, jaar))
    ]
    return inkorten(f"Staafgrafiek. {indicator.naam} ({jaar}): {'; '.join(cijfers)}.")


def kernbeeld_titel(beeld: Beeld, regio: Regio, rijen: Sequence[KernbeeldRij]) -> str:
    """The finding of a kernbeeld: on how many figures an area clearly differs, and which way."""
    getoond = [r for r in rijen if r.eigen is not None]
    minder = sum(r.oordeel == "minder gunstig" for r in getoond)
    meer = sum(r.oordeel == "gunstiger" for r in getoond)
    ref = beeld.kader.instellingen.de_samenwerking
    if not minder and not meer:
        # Not "looks like": a figure without a favourable direction may still differ.
        return f"{regio.naam}: geen van de {len(getoond)} cijfers duidelijk gunstiger of minder gunstig dan in {ref}"
    van = f"van de {len(getoond)} cijfers duidelijk"
    if not minder:
        return f"{regio.naam}: {meer} {van} gunstiger dan in {ref}"
    ook = f", {meer} gunstiger" if meer else ""
    return f"{regio.naam}: {minder} {van} minder gunstig dan in {ref}{ook}"


def kernbeeld_alt(regio: Regio, groepen: Sequence[KernbeeldGroep]) -> str:
    """What a kernbeeld shows for those who do not see it: the names of the figures that stand out."""
    rijen = [rij for groep in groepen for rij in groep.rijen if rij.eigen is not None]
    delen = [
        f"{oordeel}: {_eerste_twee([r for r in rijen if r.oordeel == oordeel])}"
        for oordeel in ("minder gunstig", "gunstiger")
        if any(r.oordeel == oordeel for r in rijen)
    ]
    delen = delen or ["geen cijfer duidelijk gunstiger of minder gunstig"]
    alle = [rij for groep in groepen for rij in groep.rijen]
    if zonder := sum(rij.eigen_tekst in schrijfwijze.UITLEG for rij in alle):
        delen.append(f"zonder cijfer: {zonder} van de {len(alle)}")
    bevinding = "; ".join(delen)
    return inkorten(f"Kernbeeld {regio.naam}. {taal.hoofdletter(bevinding)}.")


def trend_alt(beeld: Beeld, indicator: Indicator, regio: Regio) -> str:
    """What a line shows for those who do not see it: the first and the last measured year."""
    reeks = beeld.vergelijkbaar(indicator, regio)
    uiteinden = dict.fromkeys((reeks[0], reeks[-1]))
    cijfers = taal.opsomming([f"{schrijfwijze.voluit(m, indicator)} in {m.jaar}" for m in uiteinden])
    return inkorten(f"Lijngrafiek. {indicator.naam}, {regio.naam}: {cijfers}.")


def inkorten(tekst: str, lengte: int = MAX_ALT) -> str:
    """``tekst``, cut at a word when it is longer than ``lengte``; an ellipsis shows the cut."""
    if len(tekst) <= lengte:
        return tekst
    return tekst[: lengte - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def _eerste_twee(rijen: Sequence[KernbeeldRij]) -> str:
    """The two figures that stand out most, and how many more there are."""
    opvallend = sorted(rijen, key=lambda r: -abs(r.eigen or 0))
    namen = [f"{taal.kleine_letter(r.label.split(' (')[0])} {r.eigen_tekst}" for r in opvallend[:2]]
    meer = [f"nog {len(opvallend) - 2}"] if len(opvallend) > 2 else []
    return taal.opsomming([*namen, *meer])


def _in_land(beeld: Beeld, indicator: Indicator, meting: Meting) -> str:
    """The figures of the larger regions around, as far as they are known."""
    groter = [regio for regio in (beeld.vergelijkingsregio, beeld.land) if regio]
    metingen = [(regio, beeld.van_jaar(indicator, regio, meting.jaar)) for regio in groter]
    return "".join(
        f", in {regio.naam} {schrijfwijze.voluit(m, indicator)}" for regio, m in metingen if m and m.waarde is not None
    )


def _interval(meting: Meting, indicator: Indicator) -> tuple[str, ...]:
    """Between which figures the true one probably lies; () when no interval is known."""
    if meting.onder is None or meting.boven is None:
        return ()
    onder, boven = (
        schrijfwijze.waarde(grens, indicator.eenheid, indicator.decimalen) for grens in (meting.onder, meting.boven)
    )
    return (f"Het echte cijfer ligt waarschijnlijk tussen {onder} en {boven}.",)


def _ongetoetste_verandering(verandering: Verandering, indicator: Indicator) -> str:
    eerste, laatste = verandering.eerste, verandering.laatste
    getoond = schrijfwijze.verschil(eerste.waarde or 0, laatste.waarde or 0, indicator.eenheid, indicator.decimalen)
    if verandering.maat < 1 or not getoond:
        return f"Het verschil met {eerste.jaar} is klein. Het is niet getoetst."
    return f"Het verschil met {eerste.jaar} is {getoond}. Of dat toeval is, is niet getoetst."


def _over_verschil(anders: Verschil, indicator: Indicator, eigen: Meting, samen: Meting, ref: str) -> str:
    if anders.getoetst:
        return f"Dat is {anders.woord}{' dan in ' + ref if anders.woord != 'niet aantoonbaar anders' else ''}."
    if anders.oordeel == "geen duidelijk verschil":
        return _KLEIN
    getoond = schrijfwijze.verschil(eigen.waarde or 0, samen.waarde or 0, indicator.eenheid, indicator.decimalen)
    return f"Het verschil is {getoond}. Dat is niet getoetst." if getoond else _KLEIN


def _plaats(meting: Meting, alle: Sequence[Meting], indicator: Indicator, aantal_gebieden: int) -> str:
    """Whether a figure is the highest or lowest of all areas, as written: ties do not count as the highest."""
    if len(alle) < 3:
        return ""
    eigen = taal.afgerond(meting.waarde or 0, indicator.decimalen)
    anderen = [taal.afgerond(m.waarde or 0, indicator.decimalen) for m in alle if m is not meting]
    van_alle = len(alle) == aantal_gebieden
    aantal = f"cijfer van de {taal.telwoord(len(alle))} gebieden{'' if van_alle else ' met dit cijfer'}"
    if all(eigen > ander for ander in anderen):
        return f": het hoogste {aantal}"
    if all(eigen < ander for ander in anderen):
        return f": het laagste {aantal}"
    return f" ({meting.jaar})"
