"""What is hidden stays hidden: whoever lays everything side by side learns no number that a table leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from aanvaller import Aanvaller, Getal
from conftest import WORTEL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gebiedsplan import kader
from gebiedsplan.bevinding import Plek
from gebiedsplan.cijfers.model import Cijfers
from gebiedsplan.cijfers.tabel import bereken
from gebiedsplan.gebied.model import Bevolkingsgroep, Cijfer, Cijferbladen, Reden
from gebiedsplan.geheim import patroon as geheim_patroon
from gebiedsplan.geheim.aanvullen import Aanvulling
from gebiedsplan.geheim.model import Editie, Patroon, maat_van
from gebiedsplan.geheim.patroon import patroon
from gebiedsplan.geheim.verbanden import Puzzel
from gebiedsplan.kader.geheimhouding import Bronregel, Geheimhouding
from gebiedsplan.kader.model import Gebied, Kader, Wijk

JAAR = 2024
WMO = "wmo-clienten"
NOEMER = 10_000.0
LEEFTIJDEN = ("0-15", "15-65", "65+")
PLEK = {naam: Plek("verzonnen.xlsx") for naam in ("Waarde", "Aantal", "Opmerking")}
# A written number is known to within this.
PRECIES = 1e-6


class Wereld(NamedTuple):
    """A made-up samenwerking: how many people there really are, and what each workbook says of them."""

    kader: Kader
    echt: Mapping[tuple[str, str], int]
    bestaat_uit: Mapping[Getal, frozenset[Getal]]
    edities: Mapping[int, Mapping[str, Cijferbladen]]
    referentie: Cijferbladen

    def __repr__(self) -> str:
        regios = [(g.slug, len(g.wijken)) for g in self.kader.gebieden]
        return f"Wereld({self.kader.geheimhouding}, {regios}, {dict(self.echt)})"

    def alle(self) -> list[Editie]:
        van_gebieden = [Editie(jaar, b) for jaar, per_gebied in self.edities.items() for b in per_gebied.values()]
        return [*van_gebieden, Editie(max(self.edities), self.referentie)]

    def patroon(self) -> Patroon:
        return patroon(self.kader, self.alle())

    def plannen(self, geheim: Patroon) -> list[Cijfers]:
        """All figures of the plans of each year; who has no workbook of that year takes part with the newest."""
        nieuwste = self.edities[max(self.edities)]
        return [
            bereken(self.kader, {**nieuwste, **per_gebied}, self.referentie, geheim)
            for per_gebied in self.edities.values()
        ]


BASIS = kader.read(WORTEL / "gebieden" / "kader.toml", "kader.toml")


def samenwerking(drempel: int, stap: int, delen: list[list[int]]) -> Kader:
    """Gemeenten with parts, or with none (then a gemeente is an area itself); each area with so many wijken."""
    gebieden: list[Gebied] = []
    for g, wijken_per_deel in enumerate(delen):
        gemeente = Gebied(f"gemeente-{g}", f"Gemeente {g}", bestuur="college")
        alleen = len(wijken_per_deel) == 1
        if not alleen:
            gebieden.append(gemeente)
        for d, aantal in enumerate(wijken_per_deel):
            wijken = tuple(Wijk(f"WK{g:02}{d:02}{w:02}", f"Wijk {g}.{d}.{w}") for w in range(aantal))
            deel = Gebied(f"deel-{g}-{d}", f"Deel {g}.{d}", deel_van=gemeente.slug, wijken=wijken)
            gebieden.append(replace(gemeente, wijken=wijken) if alleen else deel)
    regel = Bronregel("proef", "Proef", drempel, stap, 0)
    indicatoren = tuple(replace(i, bron="proef", weging=LEEFTIJDEN) for i in BASIS.indicatoren if i.id == WMO)
    geheimhouding = Geheimhouding(drempel, 1, 0, drempel, (regel,))
    return replace(BASIS, gebieden=tuple(gebieden), indicatoren=indicatoren, geheimhouding=geheimhouding)


MATEN = (WMO, *(maat_van(groep) for groep in LEEFTIJDEN), maat_van("Totaal"))


@st.composite
def werelden(draw: st.DrawFn) -> Wereld:
    volgens = samenwerking(
        draw(st.sampled_from([5, 10, 12])),
        draw(st.sampled_from([1, 5])),
        draw(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3), min_size=1, max_size=2)),
    )
    aantallen = st.one_of(st.integers(0, 14), st.integers(15, 60))
    # What is there of a number: the number, a sign of the source, or no row at all.
    er_is = st.sampled_from(["getal"] * 8 + ["geheim", "onbekend", "niets"])
    ouder = st.sampled_from([True, True, False])
    bestaat_uit = smalste(volgens)
    groepen = {groep: draw(aantallen) for groep in sorted(frozenset().union(*bestaat_uit.values()))}
    echt = {getal: sum(groepen[groep] for groep in delen) for getal, delen in bestaat_uit.items()}
    gegeven = {getal: draw(er_is) for getal in sorted(echt)}
    in_ouder = {getal for getal in sorted(echt) if draw(ouder)}
    return wereld(volgens, echt, gegeven, in_ouder)


def wereld(
    volgens: Kader, echt: Mapping[Getal, int], gegeven: Mapping[Getal, str], in_ouder: Iterable[Getal] = ()
) -> Wereld:
    ouder = frozenset(in_ouder)
    bladen = volgens.bladeren()

    def van(regios: Iterable[str], getallen: Iterable[Getal]) -> Cijferbladen:
        rijen = [rij(getal, echt[getal], gegeven[getal]) for getal in sorted(getallen) if getal[1] in set(regios)]
        return Cijferbladen(
            tuple(r for r in rijen if isinstance(r, Bevolkingsgroep)), tuple(r for r in rijen if isinstance(r, Cijfer))
        )

    regios = {g.slug: [g.slug, *(w.code for w in g.wijken)] for g in bladen}
    return Wereld(
        volgens,
        echt,
        smalste(volgens),
        {
            2026: {bladen[0].slug: van(regios[bladen[0].slug], ouder)},
            2027: {slug: van(eigen, echt) for slug, eigen in regios.items()},
        },
        van([g.slug for g in volgens.gebieden if g not in bladen], echt),
    )


def smalste(volgens: Kader, leeftijden: Sequence[str] = LEEFTIJDEN) -> dict[Getal, frozenset[Getal]]:
    """Of every number the smallest groups it is the sum of."""
    uit: dict[str, tuple[str, ...]] = {}
    for gebied in volgens.bladeren():
        uit |= {w.code: (w.code,) for w in gebied.wijken}
        uit[gebied.slug] = tuple(w.code for w in gebied.wijken) or (gebied.slug,)
    for gebied in volgens.gebieden:
        uit.setdefault(gebied.slug, tuple(code for deel in volgens.delen(gebied) for code in uit[deel.slug]))
    uit[volgens.instellingen.samenwerking] = tuple(code for g in volgens.bladeren() for code in uit[g.slug])
    groepen_ = tuple(maat_van(leeftijd) for leeftijd in leeftijden)
    per_maat = {maat: (maat,) for maat in (WMO, *groepen_)} | {maat_van("Totaal"): groepen_}
    return {
        (maat, regio): frozenset((groep, plek) for groep in groepen for plek in plekken)
        for maat, groepen in per_maat.items()
        for regio, plekken in uit.items()
    }


def rij(getal: Getal, aantal: int, hoe: str) -> Cijfer | Bevolkingsgroep | None:
    maat, regio = getal
    reden = {"geheim": Reden.GEHEIM, "onbekend": Reden.ONBEKEND}.get(hoe)
    if hoe == "niets" or regio == BASIS.instellingen.samenwerking:
        return None
    if maat != WMO:
        naam = next(g for g in (*LEEFTIJDEN, "Totaal") if maat_van(g) == maat)
        return Bevolkingsgroep(
            naam, regio, JAAR, None if reden else aantal, reden, "Bron", "1 januari", "definitief", "", PLEK
        )
    teller = None if reden else float(aantal)
    return Cijfer(maat, regio, JAAR, None, reden, teller, NOEMER, None, None, "Bron", "", "definitief", "", PLEK)


def gepubliceerd(cijfers: Cijfers) -> Iterable[tuple[Getal, float]]:
    """Every number of people that can be read from the figures of a plan."""
    for (indicator, regio), metingen in cijfers.metingen.items():
        # The average of the samenwerking is a share of another number of people.
        if regio != BASIS.instellingen.samenwerking:
            yield from (((indicator, regio), m.waarde * NOEMER / 1000) for m in metingen if m.waarde is not None)
    for regio, tellingen in cijfers.bevolking.items():
        for telling in tellingen:
            groepen = {g.groep: g.aantal for g in telling.groepen} | {"Totaal": telling.totaal}
            yield from (((maat_van(naam), regio), aantal) for naam, aantal in groepen.items() if aantal is not None)


def aangevallen(w: Wereld, geheim: Patroon) -> dict[Getal, tuple[float, float]]:
    """Between what and what every hidden number lies, for who has all plans and the figures of the gemeenten."""
    stap = w.kader.geheimhouding.regel("proef").afronden_op
    verborgen = geheim.verborgen
    aanvaller = Aanvaller(w.bestaat_uit)
    for cijfers in w.plannen(geheim):
        for getal, waarde in gepubliceerd(cijfers):
            marge = stap / 2 if getal[0] == WMO and stap > 1 else PRECIES
            aanvaller.leert(getal, waarde - marge, waarde + marge)
    for gemeente in (g.slug for g in w.kader.gebieden if not g.deel_van):
        for maat in MATEN:
            if (maat, gemeente, JAAR) not in verborgen:
                aanvaller.leert((maat, gemeente), w.echt[maat, gemeente], w.echt[maat, gemeente])
    return {(maat, regio): aanvaller.tussen((maat, regio)) for maat, regio, _ in sorted(verborgen)}


def lek(w: Wereld) -> dict[Getal, tuple[float, float]]:
    """The hidden numbers that come out nearer than the kader allows."""
    ruimte = w.kader.geheimhouding.bandbreedte - 1e-3
    geheim = w.patroon()
    gezegd = {(maat, regio) for maat, regio, _ in geheim.onbeschermd}
    return {
        g: (laag, hoog)
        for g, (laag, hoog) in aangevallen(w, geheim).items()
        if hoog - laag < ruimte and g not in gezegd
    }


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(werelden())
def test_no_hidden_number_can_be_calculated_from_all_plans_together(w: Wereld) -> None:
    assert lek(w) == {}


VOORBEELD = samenwerking(10, 1, [[3, 0]])


def voorbeeld() -> Wereld:
    """One wijk of three with few clients, one age group in it with few people; all else is large and known."""
    uit = smalste(VOORBEELD)
    groepen = {groep: 100 + 7 * n for n, groep in enumerate(sorted(frozenset().union(*uit.values())))}
    groepen |= {(WMO, "WK000001"): 4, (maat_van("65+"), "WK000001"): 6}
    echt = {getal: sum(groepen[groep] for groep in delen) for getal, delen in uit.items()}
    return wereld(VOORBEELD, echt, dict.fromkeys(echt, "getal"), echt)


def test_what_nobody_filled_in_between_does_not_break_the_chain() -> None:
    """Parts without a row, known wijken, and a gemeente that others publish: the wijken still add up to it."""
    volgens = samenwerking(5, 1, [[1, 2]])
    uit = smalste(volgens)
    groepen = dict.fromkeys(frozenset().union(*uit.values()), 100) | {
        (WMO, "WK000000"): 0,
        (WMO, "WK000100"): 0,
        (WMO, "WK000101"): 5,
    }
    echt = {getal: sum(groepen[groep] for groep in delen) for getal, delen in uit.items()}
    gegeven = dict.fromkeys(echt, "getal") | {(WMO, regio): "niets" for regio in ("deel-0-0", "deel-0-1", "gemeente-0")}
    w = wereld(volgens, echt, gegeven)
    assert lek(w) == {}
    assert w.patroon().onbeschermd == frozenset()


def test_the_attacker_finds_what_only_the_small_numbers_hide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hiding more than what is small, it reads them to the person."""

    def niets_erbij(puzzel: Puzzel, bandbreedte: float) -> Aanvulling:
        assert bandbreedte
        return Aanvulling(frozenset(s for s, cel in puzzel.cellen.items() if cel.geheim), frozenset())

    assert lek(voorbeeld()) == {}
    monkeypatch.setattr(geheim_patroon, "aanvullen", niets_erbij)
    assert lek(voorbeeld()) == {
        (WMO, "WK000001"): pytest.approx((4, 4), abs=1e-3),
        (maat_van("65+"), "WK000001"): pytest.approx((6, 6), abs=1e-3),
    }
