"""Can the bestuur decide on what the sheet Besluit says?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.model import Besluitdeel
from gebiedsplan.gebied.onderdelen import BESLISPUNT, ONDERDELEN, Onderdeel

_GENUMMERD = ("Argument", "Kanttekening")
_GROOTSTE = 3
# The room that the speerpunten of one more area take, in words.
_WOORDEN_PER_GEBIED = 50


def bestuur_heeft_alles(o: Onderzoek) -> Iterator[Bevinding]:
    """Nothing is left open that a bestuur must know; while the plan is a concept it may be, for now."""
    if not _met_voorstel(o):
        return
    nodig = [x for x in ONDERDELEN if x.nodig and (_met_brief(o) or not x.brief)]
    open_ = [x for x in nodig if not o.data.van_onderdeel(x.naam)]
    if len(open_) == len(nodig):
        yield _alles_leeg(o, nodig)
        return
    for onderdeel in open_:
        yield _leeg(o, "Besluit", onderdeel.naam, onderdeel.uitleg)
    if not o.data.kop.portefeuillehouder:
        yield _leeg(o, "Gebied", "Portefeuillehouder", "De rol van de portefeuillehouder; geen naam.")
    if not o.data.kop.zaaknummer:
        yield _leeg(o, "Gebied", "Zaaknummer", "Het nummer van de zaak.")
    for deel in o.data.van_onderdeel("Geheimhouding"):
        if deel.tekst.strip(" .").casefold() == "ja":
            yield Bevinding(
                "besluit-leeg",
                deel.plekken["Tekst"],
                "Bij Geheimhouding staat ja, zonder wettelijke grond.",
                "Zet erachter op welk wetsartikel de geheimhouding berust.",
                _ernst(o),
            )


def gegeven_staat_een_keer(o: Onderzoek) -> Iterator[Bevinding]:
    """Of what fits on one line only the first is used."""
    for onderdeel in ONDERDELEN:
        for deel in o.data.van_onderdeel(onderdeel.naam)[1:] if onderdeel.regel else ():
            yield Bevinding(
                "besluit-dubbel",
                deel.plekken["Onderdeel"],
                f"{onderdeel.naam} staat al eerder op dit blad. Deze tekst komt niet in het voorstel.",
                "Haal een van de twee rijen weg.",
                Ernst.LET_OP,
            )


def kolom_hoort_bij_onderdeel(o: Onderzoek) -> Iterator[Bevinding]:
    """Only a beslispunt has a verb, and only an argument or kanttekening is about one."""
    for deel in o.data.besluit:
        if deel.werkwoord and deel.onderdeel != BESLISPUNT:
            yield _verkeerde_kolom(deel, "Werkwoord", "een beslispunt")
        if deel.bij is not None and deel.onderdeel not in _GENUMMERD:
            yield _verkeerde_kolom(deel, "Bij beslispunt", "een argument of een kanttekening")


def beslispunt_bestaat(o: Onderzoek) -> Iterator[Bevinding]:
    """What an argument is about is there."""
    nummers = range(1, len(o.data.van_onderdeel(BESLISPUNT)) + 1)
    for deel in o.data.besluit:
        if deel.onderdeel in _GENUMMERD and deel.bij is not None and deel.bij not in nummers:
            er_zijn = f"Kies een nummer van 1 tot en met {len(nummers)}" if nummers else "Er is nog geen beslispunt"
            yield Bevinding(
                "onbekend-beslispunt",
                deel.plekken["Bij beslispunt"],
                f"Er is geen beslispunt {deel.bij:g}.",
                f"{er_zijn}. Gaat het over het hele voorstel? Laat de cel dan leeg.",
            )


def beslispunt_heeft_argument(o: Onderzoek) -> Iterator[Bevinding]:
    """Why this should be decided is said for every beslispunt, once there are arguments at all."""
    argumenten = o.data.van_onderdeel("Argument")
    for nummer, deel in enumerate(o.data.van_onderdeel(BESLISPUNT), start=1):
        if argumenten and nummer not in {a.bij for a in argumenten}:
            yield Bevinding(
                "beslispunt-zonder-argument",
                deel.plekken["Tekst"],
                f"Bij beslispunt {nummer} staat geen argument.",
                f"Zet op dit blad een argument met {nummer} in de kolom Bij beslispunt.",
                Ernst.LET_OP,
            )


def voorstel_past(o: Onderzoek) -> Iterator[Bevinding]:
    """Who decides reads two pages. The longest parts are named: that is where words can go."""
    delen = [onderdeel for onderdeel in ONDERDELEN if not onderdeel.brief]
    woorden = {onderdeel.naam: _woorden(o, onderdeel) for onderdeel in delen}
    totaal, meest = sum(woorden.values()), _meeste_woorden(o)
    if totaal > meest:
        langste = sorted(woorden, key=lambda naam: -woorden[naam])[:_GROOTSTE]
        yield Bevinding(
            "besluit-te-lang",
            Plek(o.data.bestand, blad="Besluit"),
            f"Op dit blad staan {totaal} woorden voor het voorstel. Op twee pagina’s passen er ongeveer {meest}.",
            f"Maak teksten korter. De langste zijn: {'; '.join(f'{n} ({woorden[n]} woorden)' for n in langste)}.",
            Ernst.LET_OP,
        )


def _meeste_woorden(o: Onderzoek) -> int:
    """How many words fit beside the speerpunten, which a plan with more areas has more of."""
    gebieden = o.kader.in_plan(o.kader.gebied(o.data.slug))
    return o.kader.besluit.max_woorden - _WOORDEN_PER_GEBIED * (len(gebieden) - 1)


def _met_voorstel(o: Onderzoek) -> bool:
    return not o.kader.gebied(o.data.slug).deel_van or o.data.eigen_voorstel


def _met_brief(o: Onderzoek) -> bool:
    return o.kader.gemeente(o.kader.gebied(o.data.slug)).bestuur != "raad"


def _ernst(o: Onderzoek) -> Ernst:
    return Ernst.LET_OP if o.data.kop.status == "concept" else Ernst.FOUT


def _woorden(o: Onderzoek, onderdeel: Onderdeel) -> int:
    return sum(len(deel.tekst.split()) for deel in o.data.van_onderdeel(onderdeel.naam))


def _alles_leeg(o: Onderzoek, nodig: Sequence[Onderdeel]) -> Bevinding:
    """One finding for a sheet that nobody began with: a list, not a pile."""
    return Bevinding(
        "besluit-leeg",
        Plek(o.data.bestand, blad="Besluit"),
        "Dit blad is nog niet ingevuld. Zonder dat kan het bestuur niet besluiten.",
        f"Vul voor elk van deze onderdelen een rij in: {'; '.join(x.naam for x in nodig)}.",
        _ernst(o),
    )


def _leeg(o: Onderzoek, blad: str, naam: str, uitleg: str) -> Bevinding:
    waar = "de kolom Onderdeel" if blad == "Besluit" else "de kolom Veld"
    return Bevinding(
        "besluit-leeg",
        Plek(o.data.bestand, blad=blad),
        f"{naam} is niet ingevuld. Zonder dat kan het bestuur niet besluiten.",
        f"Vul een rij in met {naam} in {waar}. {uitleg}",
        _ernst(o),
    )


def _verkeerde_kolom(deel: Besluitdeel, kolom: str, hoort_bij: str) -> Bevinding:
    return Bevinding(
        "besluit-kolom",
        deel.plekken[kolom],
        f"De kolom {kolom} hoort bij {hoort_bij}, niet bij {deel.onderdeel or 'een leeg onderdeel'}.",
        "Maak deze cel leeg, of kies een ander onderdeel.",
        Ernst.LET_OP,
    )
