"""The tables behind what a plan says of its figures: where they come from, and how they changed."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.cijfers.model import Meting
from gebiedsplan.herkomst import uit
from gebiedsplan.kader.model import Indicator
from gebiedsplan.plan import schrijfwijze
from gebiedsplan.plan.beeld import Beeld, Regio
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.plan.tabellen import lijst

VERANDERINGEN = "tabel-veranderingen"


def van_veranderingen(beeld: Beeld) -> Tabel | None:
    """How each figure of the area changed over years that can be compared; None when none was measured twice."""
    veranderd = beeld.veranderingen(beeld.eigen)
    metingen: list[Meting] = []
    rijen = []
    for indicator in (i for i in beeld.kader.indicatoren if i.id in veranderd):
        eerste, laatste = veranderd[indicator.id].eerste, veranderd[indicator.id].laatste
        metingen += (eerste, laatste)
        waarden = (cel for m in (eerste, laatste) for cel in (schrijfwijze.in_tabel(m, indicator), str(m.jaar)))
        naam = schrijfwijze.met_eenheid(indicator.naam, indicator.eenheid)
        rijen.append((naam, *waarden, veranderd[indicator.id].woord))
    if not rijen:
        return None
    koppen = (("Cijfer", False), ("Eerst", True), ("Jaar", True), ("Nu", True), ("Jaar", True), ("Toets", False))
    return Tabel(
        id=VERANDERINGEN,
        bijschrift=f"Wat er veranderde in {beeld.eigen.naam}",
        kop=tuple(Kolomkop(kop, rechts=rechts) for kop, rechts in koppen),
        rijen=tuple(rijen),
        bron=schrijfwijze.bronregel(metingen),
    )


def van_bronnen(beeld: Beeld, planjaar: int) -> Tabel | None:
    """Every figure of the area with its source, when it was measured, its status and how it was made.

    A source that does not measure every year says so; a figure that is older than that is called stale.
    """
    regios = (beeld.eigen, *beeld.delen)
    rijen = [rij for regio in regios for rij in _bron_van_inwoners(beeld, regio)]
    for indicator in beeld.kader.indicatoren:
        for regio in regios:
            meting = beeld.laatste(indicator, regio)
            if meting and (meting.bron or meting.opmerking):
                naam = _met_gebied(indicator.naam, beeld, regio)
                wanneer = schrijfwijze.wanneer(meting.jaar, meting.peildatum)
                wanneer += _hoe_vers(beeld, indicator, regio, planjaar)
                cellen = (naam, meting.bron or "geen", wanneer, meting.status, meting.opmerking or "–")
                rijen.append(tuple(uit(cel, meting.plek) for cel in cellen))
    return lijst(
        "tabel-bronnen",
        "Bron, jaar en status van elk cijfer",
        ("Cijfer", "Bron", "Jaar en peildatum", "Status", "Toelichting"),
        rijen,
        (),
    )


def _hoe_vers(beeld: Beeld, indicator: Indicator, regio: Regio, planjaar: int) -> str:
    """What must be said of the age of a figure. A newer row without a value says that somebody looked."""
    nieuwste = beeld.cijfers.reeks(indicator.id, regio.sleutel)[-1]
    if nieuwste.jaar < indicator.vers_vanaf(planjaar):
        return f" ({schrijfwijze.VEROUDERD})"
    return f"; de bron meet {schrijfwijze.elke(indicator.ververst)}" if indicator.ververst > 1 else ""


def _bron_van_inwoners(beeld: Beeld, regio: Regio) -> Iterator[tuple[str, ...]]:
    for telling in beeld.cijfers.bevolking.get(regio.sleutel, ()):
        groepen = telling.groepen
        if groepen:
            opmerkingen = " ".join(dict.fromkeys(g.opmerking for g in groepen if g.opmerking))
            wanneer = schrijfwijze.wanneer(telling.jaar, groepen[0].peildatum)
            naam = _met_gebied("Inwoners naar leeftijd", beeld, regio)
            cellen = (naam, groepen[0].bron or "geen", wanneer, groepen[0].status, opmerkingen or "–")
            yield tuple(uit(cel, groepen[0].plekken.get("Bron")) for cel in cellen)


def _met_gebied(naam: str, beeld: Beeld, regio: Regio) -> str:
    return f"{naam} ({regio.naam})" if beeld.delen else naam
