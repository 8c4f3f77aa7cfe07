"""Does a workbook hang together? One generator of findings for each rule, all of them always run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from gebiedsplan.bevinding import Bevinding, Ernst, Plek, bedoelde_u
from gebiedsplan.gebied.model import Cijfer, Cijferbladen, Gebiedsdata
from gebiedsplan.kader.model import Kader


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What is checked: the area, the kader, the year in its file name, and last year's workbook where there is one.

    ``met_speerpunten`` is False for an area whose parts have the speerpunten.
    """

    data: Gebiedsdata
    kader: Kader
    jaar: int
    met_speerpunten: bool
    vorige: Gebiedsdata | None


# A nulmeting may be written rounded to whole numbers: 43 for 42,5.
_ZICHTBAAR_ANDERS = 0.6

Regel: TypeAlias = Callable[[Onderzoek], Iterator[Bevinding]]
# Indicator or age group, region and year: an empty part is one that could not be read.
_Sleutel: TypeAlias = tuple[str, str, int]


def check(onderzoek: Onderzoek) -> tuple[Bevinding, ...]:
    """Every finding of every rule."""
    return tuple(chain.from_iterable(regel(onderzoek) for regel in REGELS_VAN_SAMENHANG))


def spreken_elkaar_tegen(alle_bladen: Iterable[Cijferbladen]) -> Iterator[Bevinding]:
    """One figure, one value over all workbooks: says so where two of them give another value."""
    eerste: dict[_Sleutel, Cijfer] = {}
    for cijfer in (c for bladen in alle_bladen for c in bladen.cijfers):
        sleutel = (cijfer.indicator, cijfer.regio, cijfer.jaar)
        ander = eerste.setdefault(sleutel, cijfer)
        if not all(sleutel):
            continue
        if ander.plek.bestand != cijfer.plek.bestand and ander.waarde != cijfer.waarde:
            yield Bevinding(
                "cijfer-dubbel",
                cijfer.plek,
                f"Dit cijfer over {cijfer.jaar} heeft een andere waarde dan in {ander.plek}.",
                "Laat het cijfer op één plek staan, of maak de waarden gelijk.",
            )


def planjaar_is_bestandsjaar(o: Onderzoek) -> Iterator[Bevinding]:
    """The year on the sheet Gebied is the year in the file name."""
    if o.data.kop.planjaar not in (0, o.jaar):
        yield Bevinding(
            "planjaar-anders",
            Plek(o.data.bestand, blad="Gebied"),
            f"Het planjaar is {o.data.kop.planjaar}, maar het bestand heet {o.jaar}.xlsx.",
            "Maak het planjaar gelijk aan het jaar in de bestandsnaam, of geef het bestand een andere naam.",
        )


def aantal_speerpunten(o: Onderzoek) -> Iterator[Bevinding]:
    """An area has as many speerpunten as the kader asks."""
    minimum, maximum = o.kader.instellingen.speerpunten_min, o.kader.instellingen.speerpunten_max
    aantal = len(o.data.speerpunten)
    if o.met_speerpunten and not minimum <= aantal <= maximum:
        yield Bevinding(
            "aantal-speerpunten",
            Plek(o.data.bestand, blad="Speerpunten"),
            f"Er {'staat' if aantal == 1 else 'staan'} {aantal} {'speerpunt' if aantal == 1 else 'speerpunten'} "
            f"op dit blad. Het kader vraagt er {minimum} tot {maximum}.",
            "Vul speerpunten aan, of kies welke het belangrijkst zijn.",
        )


def codes_zijn_uniek(o: Onderzoek) -> Iterator[Bevinding]:
    """No two speerpunten share a code."""
    aantallen = Counter(s.code.casefold() for s in o.data.speerpunten if s.code)
    gezien: set[str] = set()
    for speerpunt in o.data.speerpunten:
        code = speerpunt.code.casefold()
        if aantallen[code] > 1 and code in gezien:
            yield Bevinding(
                "dubbele-code",
                speerpunt.plek,
                f"De code {speerpunt.code} staat al eerder op dit blad.",
                "Geef elk speerpunt een eigen code, zoals S1, S2 en S3.",
            )
        gezien.add(code)


def verwijzingen_kloppen(o: Onderzoek) -> Iterator[Bevinding]:
    """A code on another sheet is the code of a speerpunt."""
    codes = [s.code for s in o.data.speerpunten]
    verwijzingen = chain(
        ((d.speerpunt, d.plek) for d in o.data.doelen),
        ((a.speerpunt, a.plek) for a in o.data.acties),
        ((code, g.plek) for g in o.data.gesprekken for code in g.speerpunten),
    )
    for code, plek in verwijzingen:
        if code and code not in codes:
            yield _onbekend_speerpunt(code, plek, codes)


def terugblik_klopt(o: Onderzoek) -> Iterator[Bevinding]:
    """A code on Terugblik is one of last year; without a workbook of last year there is a title."""
    codes = [s.code for s in o.vorige.speerpunten] if o.vorige else []
    for rij in o.data.terugblik:
        if o.vorige and rij.code and rij.code not in codes:
            yield _onbekend_speerpunt(rij.code, rij.plek, codes)
        if not o.vorige and not rij.titel:
            yield Bevinding(
                "verplicht-leeg",
                rij.plek,
                "Er is geen werkmap van vorig jaar, en de kolom Titel is hier leeg.",
                "Vul de titel in die het speerpunt vorig jaar had.",
            )


def bouwsteen_hoort_bij_hoofdopgave(o: Onderzoek) -> Iterator[Bevinding]:
    """Where both are filled in, the hoofdopgave is the one the bouwsteen belongs to."""
    van_bouwsteen = {b.id: h for h in o.kader.hoofdopgaven for b in h.bouwstenen}
    for speerpunt in o.data.speerpunten:
        hoofdopgave = van_bouwsteen.get(speerpunt.bouwsteen)
        if hoofdopgave and speerpunt.hoofdopgave and hoofdopgave.id != speerpunt.hoofdopgave:
            yield Bevinding(
                "bouwsteen-anders",
                speerpunt.plek,
                f"De bouwsteen van {speerpunt.code} hoort bij de hoofdopgave “{hoofdopgave.naam}”.",
                "Kies een andere bouwsteen of een andere hoofdopgave. U mag de hoofdopgave ook leeg laten.",
            )


def speerpunt_heeft_doel(o: Onderzoek) -> Iterator[Bevinding]:
    """Every speerpunt has a row on Doelen."""
    met_doel = {d.speerpunt for d in o.data.doelen}
    for speerpunt in o.data.speerpunten:
        if speerpunt.code and speerpunt.code not in met_doel:
            yield Bevinding(
                "speerpunt-zonder-doel",
                speerpunt.plek,
                f"Bij {speerpunt.code} staat niets op het blad Doelen.",
                "Vul een doel in. Is er nog geen cijfer? Zet dan bij Nulmeting: eerst nulmeting.",
                Ernst.LET_OP,
            )


def speerpunt_heeft_actie(o: Onderzoek) -> Iterator[Bevinding]:
    """Every speerpunt has a row on Acties."""
    met_actie = {a.speerpunt for a in o.data.acties}
    for speerpunt in o.data.speerpunten:
        if speerpunt.code and speerpunt.code not in met_actie:
            yield Bevinding(
                "speerpunt-zonder-actie",
                speerpunt.plek,
                f"Bij {speerpunt.code} staat niets op het blad Acties.",
                "Vul in wat er gaat gebeuren en wie dat doet.",
                Ernst.LET_OP,
            )


def jaren_kloppen(o: Onderzoek) -> Iterator[Bevinding]:
    """A figure is not of after the plan year and not too old; a target lies ahead."""
    oudste = o.kader.instellingen.oudste_jaar
    metingen = chain(
        ((c.jaar, c.plek) for c in o.data.bladen.cijfers),
        ((b.jaar, b.plek) for b in o.data.bladen.bevolking),
        ((d.nulmeting_jaar, d.plek) for d in o.data.doelen),
        ((d.tussenmeting_jaar, d.plek) for d in o.data.doelen),
    )
    for jaar, plek in metingen:
        if jaar and not oudste <= jaar <= o.jaar:
            yield Bevinding(
                "jaar-buiten-bereik",
                plek,
                f"Bij dit cijfer staat het jaar {jaar}.",
                f"Vul het jaar in waarover het cijfer gaat: van {oudste} tot en met {o.jaar}.",
            )
    for doel in o.data.doelen:
        if doel.streefwaarde_jaar and not o.jaar <= doel.streefwaarde_jaar <= o.jaar + 20:
            yield Bevinding(
                "jaar-buiten-bereik",
                doel.plek,
                f"Het jaar van de streefwaarde is {doel.streefwaarde_jaar}.",
                f"Vul een jaar in vanaf {o.jaar}.",
            )


def cijfer_staat_een_keer(o: Onderzoek) -> Iterator[Bevinding]:
    """One figure, one value: no two rows for the same indicator or age group, region and year."""
    eerste: dict[_Sleutel, Plek] = {}
    metingen = chain(
        (((c.indicator, c.regio, c.jaar), c.plek) for c in o.data.bladen.cijfers),
        (((b.groep.casefold(), b.regio, b.jaar), b.plek) for b in o.data.bladen.bevolking),
    )
    for sleutel, plek in metingen:
        ander = eerste.setdefault(sleutel, plek)
        if all(sleutel) and ander != plek:
            yield Bevinding(
                "cijfer-dubbel",
                plek,
                f"Dit cijfer over {sleutel[2]} staat ook op {ander.in_bestand()}.",
                "Haal een van de twee rijen weg.",
            )


def waarde_kan(o: Onderzoek) -> Iterator[Bevinding]:
    """A percentage lies between 0 and 100, a count is not negative, a teller not above its noemer."""
    eenheden = {i.id: i.eenheid for i in o.kader.indicatoren}
    hoogste = {"procent": 100.0, "per_1000": 1000.0}
    for cijfer in o.data.bladen.cijfers:
        eenheid = eenheden.get(cijfer.indicator, "")
        grens = hoogste.get(eenheid, float("inf"))
        if cijfer.waarde is not None and not 0 <= cijfer.waarde <= grens:
            tot = f" tot en met {grens:.0f}" if eenheid in hoogste else " of hoger"
            yield Bevinding(
                "waarde-buiten-bereik",
                cijfer.plek,
                f"De waarde is {_getal(cijfer.waarde)}.",
                f"Dit cijfer kan alleen 0{tot} zijn. Kijk het na.",
            )
        if cijfer.teller is not None and cijfer.noemer is not None and cijfer.teller > cijfer.noemer:
            yield Bevinding(
                "teller-groter",
                cijfer.plek,
                f"De teller ({_getal(cijfer.teller)}) is groter dan de noemer ({_getal(cijfer.noemer)}).",
                "Kijk de kolommen Teller en Noemer na. Misschien zijn ze omgedraaid.",
            )
    for groep in o.data.bladen.bevolking:
        if groep.aantal is not None and groep.aantal < 0:
            yield Bevinding(
                "waarde-buiten-bereik",
                groep.plek,
                f"Het aantal inwoners is {_getal(groep.aantal)}.",
                "Een aantal inwoners is 0 of hoger. Kijk het na.",
            )


def nulmeting_is_het_cijfer(o: Onderzoek) -> Iterator[Bevinding]:
    """A nulmeting on an indicator of the kader is the figure of that year on the figure sheets."""
    cijfers = {(c.indicator, c.jaar): c for c in o.data.bladen.cijfers if c.regio == o.data.slug}
    for doel in o.data.doelen:
        cijfer = cijfers.get((doel.indicator, doel.nulmeting_jaar or 0))
        if not doel.indicator or cijfer is None or cijfer.waarde is None or doel.nulmeting is None:
            continue
        if abs(cijfer.waarde - doel.nulmeting) >= _ZICHTBAAR_ANDERS:
            yield Bevinding(
                "nulmeting-anders",
                doel.plek,
                f"De nulmeting van {doel.speerpunt} is {_getal(doel.nulmeting)}. "
                f"Het cijfer op blad {cijfer.plek.blad}, cel {cijfer.plek.cel}, is {_getal(cijfer.waarde)}.",
                "Maak de twee gelijk, of kies het goede jaar. Een cijfer heeft maar één waarde.",
            )


def cijfer_heeft_bron(o: Onderzoek) -> Iterator[Bevinding]:
    """A figure with a value says where it is from."""
    metingen = chain(
        ((c.waarde is not None or c.teller is not None, c.bron, c.plek) for c in o.data.bladen.cijfers),
        ((b.aantal is not None, b.bron, b.plek) for b in o.data.bladen.bevolking),
    )
    for ingevuld, bron, plek in metingen:
        if ingevuld and not bron:
            yield Bevinding(
                "cijfer-zonder-bron",
                plek,
                "Bij dit cijfer staat geen bron.",
                "Vul de kolom Bron in: wie het cijfer maakte, met het tabelnummer.",
                Ernst.LET_OP,
            )


def gesprek_heeft_antwoord(o: Onderzoek) -> Iterator[Bevinding]:
    """What people gave along gets an answer."""
    for gesprek in o.data.gesprekken:
        if not gesprek.gedaan:
            yield Bevinding(
                "gesprek-zonder-antwoord",
                gesprek.plek,
                "Bij dit gesprek staat niet wat ermee is gedaan.",
                "Vul het antwoord in. Ook als er niets mee gebeurt: zeg dan waarom.",
                Ernst.LET_OP,
            )


def _getal(waarde: float) -> str:
    """A number as it is written in a workbook: 42,5."""
    return f"{waarde:.10g}".replace(".", ",")


def _onbekend_speerpunt(code: str, plek: Plek, codes: list[str]) -> Bevinding:
    bestaande = f"Kies uit: {', '.join(codes)}." if codes else "Er staan nog geen speerpunten."
    return Bevinding(
        "onbekend-speerpunt",
        plek,
        f"Het speerpunt {code} bestaat niet.",
        f"{bedoelde_u(code, codes)} {bestaande}".strip(),
    )


REGELS_VAN_SAMENHANG: tuple[Regel, ...] = (
    planjaar_is_bestandsjaar,
    aantal_speerpunten,
    codes_zijn_uniek,
    verwijzingen_kloppen,
    terugblik_klopt,
    bouwsteen_hoort_bij_hoofdopgave,
    speerpunt_heeft_doel,
    speerpunt_heeft_actie,
    jaren_kloppen,
    cijfer_staat_een_keer,
    waarde_kan,
    nulmeting_is_het_cijfer,
    cijfer_heeft_bron,
    gesprek_heeft_antwoord,
)
