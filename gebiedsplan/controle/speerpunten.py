"""Do speerpunten, goals, actions and conversations belong together?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from gebiedsplan.bevinding import Bevinding, Ernst, Plek, bedoelde_u
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.bladen import BUSINESSCASE


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
    afspraken = o.kader.instellingen
    aantal = len(o.data.speerpunten)
    gevraagd = o.met_speerpunten and "Speerpunten" not in o.ontbrekend
    if gevraagd and not afspraken.speerpunten_min <= aantal <= afspraken.speerpunten_max:
        yield Bevinding(
            "aantal-speerpunten",
            Plek(o.data.bestand, blad="Speerpunten"),
            f"Er {'staat' if aantal == 1 else 'staan'} {aantal} {'speerpunt' if aantal == 1 else 'speerpunten'} "
            f"op dit blad. Het kader vraagt er {afspraken.aantal_speerpunten}.",
            "Vul speerpunten aan, of kies welke het belangrijkst zijn.",
        )


def bladen_worden_gebruikt(o: Onderzoek) -> Iterator[Bevinding]:
    """What stands in the workbook of an area with parts comes into its plan; the rest belongs in those of its parts."""
    van_speerpunten = {
        "Speerpunten": o.data.speerpunten,
        "Doelen": o.data.doelen,
        "Acties": o.data.acties,
        "Gesprekken": o.data.gesprekken,
        "Terugblik": o.data.terugblik,
        "Duiding": o.data.duidingen,
        BUSINESSCASE: o.data.hulpvragen,
    }
    bladen = [] if o.met_speerpunten else [blad for blad, rijen in van_speerpunten.items() if rijen]
    if not o.met_cijfers:
        bladen += ["Bevolking"] if o.data.bladen.bevolking else []
        bladen += dict.fromkeys(c.plekken["Waarde"].blad for c in o.data.bladen.cijfers)
    for blad in bladen:
        yield Bevinding(
            "blad-ongebruikt",
            Plek(o.data.bestand, blad=blad),
            f"Wat op het blad {blad} staat, komt niet in het plan.",
            "Zet het in de werkmap van het deel waar het over gaat. Cijfers over de gemeente horen in referentie.xlsx.",
            Ernst.LET_OP,
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
                speerpunt.plekken["Code"],
                f"De code {speerpunt.code} staat al eerder op dit blad.",
                "Geef elk speerpunt een eigen code, zoals S1, S2 en S3.",
            )
        gezien.add(code)


def verwijzingen_kloppen(o: Onderzoek) -> Iterator[Bevinding]:
    """A code on another sheet is the code of a speerpunt."""
    if "Speerpunten" in o.ontbrekend:
        return
    codes = [s.code for s in o.data.speerpunten]
    verwijzingen = chain(
        ((d.speerpunt, d.plekken["Speerpunt"]) for d in o.data.doelen),
        ((a.speerpunt, a.plekken["Speerpunt"]) for a in o.data.acties),
        ((code, g.plekken["Speerpunt"]) for g in o.data.gesprekken for code in g.speerpunten),
        ((h.speerpunt, h.plekken["Speerpunt"]) for h in o.data.hulpvragen),
    )
    for code, plek in verwijzingen:
        if code and code not in codes:
            yield onbekend_speerpunt(code, plek, codes)


def terugblik_klopt(o: Onderzoek) -> Iterator[Bevinding]:
    """A code on Terugblik is one of last year; without a workbook of last year there is a title."""
    codes = [s.code for s in o.vorige.speerpunten] if o.vorige else []
    for rij in o.data.terugblik:
        if o.vorige and rij.code and rij.code not in codes:
            yield onbekend_speerpunt(rij.code, rij.plekken["Speerpunt"], codes)
        if not o.vorige and not rij.titel:
            yield Bevinding(
                "verplicht-leeg",
                rij.plekken["Titel"],
                "Er is geen werkmap van vorig jaar, en de kolom Titel is hier leeg.",
                "Vul de titel in die het speerpunt vorig jaar had.",
            )


def bouwsteen_hoort_bij_hoofdopgave(o: Onderzoek) -> Iterator[Bevinding]:
    """Where both are filled in, the hoofdopgave is the one the bouwsteen belongs to."""
    hoofd, steen = o.kader.woorden.hoofdopgave, o.kader.woorden.bouwsteen
    for speerpunt in o.data.speerpunten:
        hoofdopgave = o.kader.opgave_van(speerpunt.bouwsteen)
        if hoofdopgave and speerpunt.hoofdopgave and hoofdopgave.id != speerpunt.hoofdopgave:
            yield Bevinding(
                "bouwsteen-anders",
                speerpunt.plekken["Bouwsteen"],
                f"{steen.met_lidwoord.capitalize()} van {speerpunt.code} "
                f"hoort bij {hoofd.met_lidwoord} “{hoofdopgave.naam}”.",
                f"Kies iets anders in een van beide kolommen. U mag {hoofd.met_lidwoord} ook leeg laten.",
            )


def speerpunt_heeft_doel(o: Onderzoek) -> Iterator[Bevinding]:
    """Every speerpunt has a row on Doelen."""
    met_doel = {d.speerpunt for d in o.data.doelen}
    for speerpunt in o.data.speerpunten if "Doelen" not in o.ontbrekend else ():
        if speerpunt.code and speerpunt.code not in met_doel:
            yield Bevinding(
                "speerpunt-zonder-doel",
                speerpunt.plekken["Code"],
                f"Bij {speerpunt.code} staat niets op het blad Doelen.",
                "Vul een doel in. Is er nog geen cijfer? Zet dan bij Nulmeting: eerst nulmeting.",
                Ernst.LET_OP,
            )


def speerpunt_heeft_actie(o: Onderzoek) -> Iterator[Bevinding]:
    """Every speerpunt has a row on Acties."""
    met_actie = {a.speerpunt for a in o.data.acties}
    for speerpunt in o.data.speerpunten if "Acties" not in o.ontbrekend else ():
        if speerpunt.code and speerpunt.code not in met_actie:
            yield Bevinding(
                "speerpunt-zonder-actie",
                speerpunt.plekken["Code"],
                f"Bij {speerpunt.code} staat niets op het blad Acties.",
                "Vul in wat er gaat gebeuren en wie dat doet.",
                Ernst.LET_OP,
            )


def gesprek_heeft_antwoord(o: Onderzoek) -> Iterator[Bevinding]:
    """What people gave along gets an answer."""
    for gesprek in o.data.gesprekken:
        if not gesprek.gedaan:
            yield Bevinding(
                "gesprek-zonder-antwoord",
                gesprek.plekken["Wat is ermee gedaan"],
                "Bij dit gesprek staat niet wat ermee is gedaan.",
                "Vul het antwoord in. Ook als er niets mee gebeurt: zeg dan waarom.",
                Ernst.LET_OP,
            )


def onbekend_speerpunt(code: str, plek: Plek, codes: list[str]) -> Bevinding:
    """There is no speerpunt with this code."""
    bestaande = f"Kies uit: {', '.join(codes)}." if codes else "Er staan nog geen speerpunten."
    return Bevinding(
        "onbekend-speerpunt",
        plek,
        f"Het speerpunt {code} bestaat niet.",
        f"{bedoelde_u(code, codes)} {bestaande}".strip(),
    )
