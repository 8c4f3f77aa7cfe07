"""What is hidden stays hidden: whoever lays everything side by side learns no number that a table leaves out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from aanvaller import Aanvaller, Getal
from conftest import WORTEL
from hypothesis import HealthCheck, Phase, given, settings
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
WMO, THUIS, REST, NIET = "wmo-clienten", "wmo-ondersteuning-thuis", "wmo-hulpmiddelen", "wmo-hulp-bij-huishouden"
IEDEREEN = "iedereen"
# Of so many people in each smallest region.
NOEMER = 10_000.0
LEEFTIJDEN = ("0-15", "15-65", "65+")
PLEK = {naam: Plek("verzonnen.xlsx") for naam in ("Waarde", "Aantal", "Opmerking")}
# A written number is known to within this.
PRECIES = 1e-6


class Wereld(NamedTuple):
    """A made-up samenwerking: how many people there really are, and what each workbook says of them."""

    kader: Kader
    echt: Mapping[Getal, int]
    oud: Mapping[Getal, int]
    bestaat_uit: Mapping[Getal, frozenset[Getal]]
    edities: Mapping[int, Mapping[str, Cijferbladen]]
    referentie: Cijferbladen

    def __repr__(self) -> str:
        regios = [(g.slug, len(g.wijken)) for g in self.kader.gebieden]
        delen = [(i.id, i.deel_van, i.verdeling) for i in self.kader.indicatoren]
        return f"Wereld({self.kader.geheimhouding}, {delen}, {regios}, {dict(self.echt)})"

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


# What else is counted: nothing, a part of the people with Wmo, two parts that are all of them, all without Wmo.
SAMENHANG: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "los": {WMO: ("", "")},
    "deel": {WMO: ("", ""), THUIS: (WMO, "")},
    "verdeling": {WMO: ("", ""), THUIS: (WMO, "soort hulp"), REST: (WMO, "soort hulp")},
    "iedereen": {WMO: ("", "hulp of niet"), NIET: ("", "hulp of niet")},
}


def samenwerking(drempel: int, stap: int, delen: list[list[int]], samenhang: str = "los", breed: int = 1) -> Kader:
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
    indicatoren = tuple(
        replace(BASIS.indicator(id_), bron="proef", weging=LEEFTIJDEN, deel_van=geheel, verdeling=verdeling)
        for id_, (geheel, verdeling) in SAMENHANG[samenhang].items()
    )
    geheimhouding = Geheimhouding(drempel, 1, 0, breed * drempel, (regel,))
    return replace(BASIS, gebieden=tuple(gebieden), indicatoren=indicatoren, geheimhouding=geheimhouding)


MATEN = (*(maat_van(groep) for groep in LEEFTIJDEN), maat_van("Totaal"))


@st.composite
def werelden(draw: st.DrawFn) -> Wereld:
    volgens = samenwerking(
        draw(st.sampled_from([5, 10, 12])),
        draw(st.sampled_from([1, 5])),
        draw(st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=3), min_size=1, max_size=2)),
        draw(st.sampled_from([*SAMENHANG])),
        draw(st.sampled_from([1, 1, 2])),
    )
    aantallen = st.one_of(st.integers(0, 14), st.integers(15, 60))
    # What is there of a number: the number, a sign of the source, or no row at all.
    er_is = st.sampled_from(["getal"] * 8 + ["geheim", "onbekend", "niets"])
    ouder = st.sampled_from([True, True, False])
    bestaat_uit = smalste(volgens)
    kleinste = sorted(frozenset().union(*bestaat_uit.values()))
    groepen = {groep: draw(aantallen) for groep in kleinste}
    # In the workbook of the year before the same numbers may stand, or some of them; or all, and others.
    bijgesteld = draw(st.booleans())
    was = groepen | ({groep: draw(aantallen) for groep in kleinste} if bijgesteld else {})
    echt, oud = tellingen(volgens, groepen), tellingen(volgens, was)
    gegeven = {getal: draw(er_is) for getal in sorted(echt)}
    in_ouder = {getal for getal in sorted(echt) if bijgesteld or draw(ouder)}
    return wereld(volgens, echt, gegeven, in_ouder, oud)


def tellingen(volgens: Kader, groepen: Mapping[Getal, int]) -> dict[Getal, int]:
    """Every number, of the smallest groups it is made of; who has no Wmo is everybody else."""
    wie = {groep: int(NOEMER) - groepen[WMO, groep[1]] if groep[0] == NIET else n for groep, n in groepen.items()}
    return {getal: sum(wie[groep] for groep in delen) for getal, delen in smalste(volgens).items()}


def wereld(
    volgens: Kader,
    echt: Mapping[Getal, int],
    gegeven: Mapping[Getal, str],
    in_ouder: Iterable[Getal] = (),
    oud: Mapping[Getal, int] | None = None,
) -> Wereld:
    ouder, oud = frozenset(in_ouder), oud or echt
    bladen = volgens.bladeren()

    bestaat_uit = smalste(volgens)

    def van(regios: Iterable[str], getallen: Iterable[Getal], aantallen: Mapping[Getal, int] = echt) -> Cijferbladen:
        rijen = [
            rij(getal, aantallen[getal], gegeven[getal], noemer(bestaat_uit, getal))
            for getal in sorted(getallen)
            if getal[1] in set(regios)
        ]
        return Cijferbladen(
            tuple(r for r in rijen if isinstance(r, Bevolkingsgroep)), tuple(r for r in rijen if isinstance(r, Cijfer))
        )

    regios = {g.slug: [g.slug, *(w.code for w in g.wijken)] for g in bladen}
    return Wereld(
        volgens,
        echt,
        oud,
        bestaat_uit,
        {
            2026: {bladen[0].slug: van(regios[bladen[0].slug], ouder, oud)},
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
    hulp = {i.id for i in volgens.indicatoren} & {WMO, THUIS, REST, NIET}
    per_maat = {maat: (maat,) for maat in (*sorted(hulp), *groepen_)} | {maat_van("Totaal"): groepen_}
    if {i.deel_van for i in volgens.indicatoren} >= {WMO}:
        per_maat |= {WMO: (THUIS, REST)}
    if NIET in hulp and any(i.verdeling for i in volgens.indicatoren):
        per_maat |= {IEDEREEN: (WMO, NIET)}
    return {
        (maat, regio): frozenset((groep, plek) for groep in groepen for plek in plekken)
        for maat, groepen in per_maat.items()
        for regio, plekken in uit.items()
    }


def noemer(bestaat_uit: Mapping[Getal, frozenset[Getal]], getal: Getal) -> float:
    """Of how many people a number of people with Wmo is a part."""
    return NOEMER * len({plek for _, plek in bestaat_uit[getal]})


def rij(getal: Getal, aantal: int, hoe: str, van: float) -> Cijfer | Bevolkingsgroep | None:
    maat, regio = getal
    reden = {"geheim": Reden.GEHEIM, "onbekend": Reden.ONBEKEND}.get(hoe)
    if hoe == "niets" or regio == BASIS.instellingen.samenwerking or maat == IEDEREEN:
        return None
    if maat.startswith("inwoners:"):
        naam = next(g for g in (*LEEFTIJDEN, "Totaal") if maat_van(g) == maat)
        return Bevolkingsgroep(
            naam, regio, JAAR, None if reden else aantal, reden, "Bron", "1 januari", "definitief", "", PLEK
        )
    teller = None if reden else float(aantal)
    return Cijfer(maat, regio, JAAR, None, reden, teller, van, None, None, "Bron", "", "definitief", "", PLEK)


def gepubliceerd(w: Wereld, cijfers: Cijfers) -> Iterable[tuple[Getal, float]]:
    """Every number of people that can be read from the figures of a plan."""
    for (indicator, regio), metingen in cijfers.metingen.items():
        # The average of the samenwerking is a share of another number of people.
        if regio != BASIS.instellingen.samenwerking:
            getal = (indicator, regio)
            yield from (
                (getal, m.waarde * noemer(w.bestaat_uit, getal) / 1000) for m in metingen if m.waarde is not None
            )
    for regio, tellingen_ in cijfers.bevolking.items():
        for telling in tellingen_:
            groepen = {g.groep: g.aantal for g in telling.groepen} | {"Totaal": telling.totaal}
            yield from (((maat_van(naam), regio), aantal) for naam, aantal in groepen.items() if aantal is not None)


def aanvallen(w: Wereld, geheim: Patroon, gemeenten: bool) -> Iterable[Aanvaller]:
    """Who has all plans and, if so, the figures of the ``gemeenten`` from elsewhere.

    Where a workbook of the year before says something else, its plan is laid beside itself: the sums are others.
    """
    ouder, nieuwer = w.plannen(geheim)
    if w.oud == w.echt:
        yield _aanvaller(w, geheim, [*gepubliceerd(w, ouder), *gepubliceerd(w, nieuwer)], gemeenten)
        return
    yield _aanvaller(w, geheim, gepubliceerd(w, nieuwer), gemeenten)
    [eigen] = [{slug, *(w_.code for w_ in w.kader.gebied(slug).wijken)} for slug in w.edities[2026]]
    van_hier = [(getal, n) for getal, n in gepubliceerd(w, ouder) if getal[1] in eigen]
    yield _aanvaller(w, geheim, van_hier, False)


def _aanvaller(w: Wereld, geheim: Patroon, gelezen: Iterable[tuple[Getal, float]], gemeenten: bool) -> Aanvaller:
    stap = w.kader.geheimhouding.regel("proef").afronden_op
    aanvaller = Aanvaller(w.bestaat_uit)
    for getal, waarde in gelezen:
        marge = stap / 2 if not getal[0].startswith("inwoners:") and stap > 1 else PRECIES
        aanvaller.leert(getal, waarde - marge, waarde + marge)
    hulp = [i.id for i in w.kader.indicatoren]
    for gemeente in (g.slug for g in w.kader.gebieden if not g.deel_van) if gemeenten else ():
        for maat in (*hulp, *MATEN):
            if (maat, gemeente, JAAR) not in geheim.verborgen:
                aanvaller.leert((maat, gemeente), w.echt[maat, gemeente], w.echt[maat, gemeente])
    for getal in (getal for getal in w.bestaat_uit if getal[0] == IEDEREEN):
        aanvaller.leert(getal, noemer(w.bestaat_uit, getal), noemer(w.bestaat_uit, getal))
    return aanvaller


def lek(w: Wereld) -> dict[Getal, tuple[float, float]]:
    """The hidden numbers that come out nearer than the kader allows.

    Of those that a finding is about, only what the plans tell: what the user must do something about is elsewhere.
    """
    ruimte = w.kader.geheimhouding.bandbreedte - 1e-3
    geheim = w.patroon()
    gezegd = {(maat, regio) for maat, regio, _ in geheim.onbeschermd}
    verborgen = {(maat, regio) for maat, regio, _ in geheim.verborgen}
    soorten = [(verborgen - gezegd, True), (gezegd, False)]
    gevonden = (
        (g, aanvaller.tussen(g))
        for doelen, gemeenten in soorten
        for aanvaller in (aanvallen(w, geheim, gemeenten) if doelen else ())
        for g in sorted(doelen)
    )
    return {g: (laag, hoog) for g, (laag, hoog) in gevonden if hoog - laag < ruimte}


# A world that leaks is large, and made smaller step by step it takes minutes: the first one says enough.
@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
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


def verklapt(
    volgens: Kader, aantallen: Mapping[Getal, int], niets: Iterable[Getal] = (), oud: Mapping[Getal, int] | None = None
) -> Wereld:
    """A hundred of everything in each smallest region, but for these; no row for what is in ``niets``."""
    groepen = dict.fromkeys(frozenset().union(*smalste(volgens).values()), 100) | dict(aantallen)
    echt, was = tellingen(volgens, groepen), tellingen(volgens, groepen | dict(oud or {}))
    return wereld(volgens, echt, {getal: "niets" if getal in set(niets) else "getal" for getal in echt}, echt, was)


def test_a_part_that_is_shown_keeps_its_whole_from_hiding_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """38 of the 40 have help at home: so 40 can not be 30, and 4 in the wijk beside it can not be 14."""
    volgens = samenwerking(10, 1, [[2, 0]], "deel")
    aantallen = {(REST, "WK000000"): 4, (THUIS, "WK000000"): 0, (REST, "WK000001"): 2, (THUIS, "WK000001"): 38}
    zonder = [(THUIS, regio) for maat, regio in smalste(volgens) if maat == THUIS and regio != "WK000001"]
    w = verklapt(volgens, aantallen, zonder)
    assert lek(w) == {}
    monkeypatch.setattr(geheim_patroon._Tellingen, "_hoogstens", lambda *_: math.inf)
    assert lek(w)[WMO, "WK000000"] == pytest.approx((0, 6), abs=1e-3)


def test_a_whole_that_only_follows_from_a_sum_holds_its_part_as_well() -> None:
    """Nobody gave the 15 of one wijk; the area and the others do, and the part in it can then be no more."""
    volgens = samenwerking(10, 1, [[3, 0]], "deel", breed=2)
    zonder = [(WMO, "WK000000"), *((THUIS, regio) for _, regio in smalste(volgens) if regio != "WK000000")]
    assert lek(verklapt(volgens, {(REST, "WK000000"): 8, (THUIS, "WK000000"): 7}, zonder)) == {}


def test_who_is_not_counted_here_is_counted_there() -> None:
    """Two figures that are together everybody hide in the same places, in each plan; one of them is the other."""
    volgens = samenwerking(10, 1, [[3, 0]], "iedereen")
    geheim = verklapt(volgens, {(WMO, "WK000001"): 4}).patroon().verborgen
    met, zonder = ({regio for maat, regio, _ in geheim if maat == hulp} for hulp in (WMO, NIET))
    assert met == zonder
    assert len(met) > 1


def test_a_number_is_as_safe_in_the_plan_of_the_year_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside 4 people a hundred hide enough, and the five that stood there last year do not."""
    volgens = samenwerking(5, 1, [[3, 0]], breed=3)
    w = verklapt(volgens, {(WMO, "WK000000"): 4, (WMO, "WK000001"): 30}, oud={(WMO, "WK000001"): 5})
    assert lek(w) == {}

    def nieuwste(aantallen: Sequence[float], plafonds: Sequence[float], vast: bool) -> object:
        return samen(aantallen[-1:], plafonds[-1:], vast)

    samen = geheim_patroon._samen
    monkeypatch.setattr(geheim_patroon, "_samen", nieuwste)
    assert lek(w)


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
