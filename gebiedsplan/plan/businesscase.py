"""What prevention yields, in words: always a range, never one number, and a loss as plainly as a gain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from gebiedsplan import taal
from gebiedsplan.cijfers.businesscase import Bandbreedte, Doorrekening, doorgerekend, samen
from gebiedsplan.cijfers.model import VOORBEELD
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.model import Gebiedsdata, Hulpvraag, Reden
from gebiedsplan.plan import model, schrijfwijze, tabellen, zinnen
from gebiedsplan.plan.bronnen import Bronnen, anker
from gebiedsplan.plan.grafiek import Bandbreedterij, Bandbreedtes, Basis, Raster
from gebiedsplan.plan.model import Kolomkop, Tabel

_NOOIT = 100
_NIET = "niet"


@dataclass(frozen=True, slots=True)
class Rekening:
    """A question of one area, calculated. ``waar`` is the name of the area where a plan holds several, else ""."""

    rekening: Doorrekening
    data: Gebiedsdata
    waar: str

    @property
    def naam(self) -> str:
        """What the question is called, said so when it is made up."""
        naam = self.rekening.vraag.naam
        return schrijfwijze.als_voorbeeld(naam) if self.rekening.voorbeeld else naam


def rekeningen(b: Bronnen) -> tuple[Rekening, ...]:
    """Every question of the plan, area by area."""
    met_naam = len(b.delen) > 1
    return tuple(
        Rekening(rekening, data, b.naam(data.slug) if met_naam else "")
        for data in b.delen
        for rekening in doorgerekend(data.hulpvragen, b.kader)
    )


def preventie(gevraagd: Sequence[Rekening], gebied: str) -> model.Preventie | None:
    """The section about prevention in the plan of ``gebied``; None when nothing was calculated."""
    if not gevraagd:
        return None
    voorbeelden = sum(r.rekening.voorbeeld for r in gevraagd)
    return model.Preventie(
        hulpvragen=tuple(_hulpvraag(r) for r in gevraagd),
        samen=_samen(samen([r.rekening for r in gevraagd])),
        voorbeeld=_verzonnen(voorbeelden, len(gevraagd)),
        grafiek=_grafiek(gevraagd, gebied),
        tabel=_uitkomsten(gevraagd),
        aannames=_aannames(gevraagd),
    )


# -- sentences


def _verzonnen(voorbeelden: int, alle: int) -> str:
    if voorbeelden == alle:
        return "Alle bedragen en aantallen in dit onderdeel zijn verzonnen."
    woord = taal.meervoud(voorbeelden, "hulpvraag", "hulpvragen")
    return f"Bij {taal.telwoord(voorbeelden)} {woord} zijn bedragen en aantallen verzonnen." if voorbeelden else ""


def _hulpvraag(r: Rekening) -> model.Hulpvraag:
    vraag = r.rekening.vraag
    titels = {s.code: s.titel for s in r.data.speerpunten}
    speerpunt = (titels[vraag.speerpunt], anker(r.data.slug, vraag.speerpunt)) if vraag.speerpunt in titels else None
    naam = f"{r.naam}, {r.waar}" if r.waar else r.naam
    return model.Hulpvraag(naam, " ".join(_zinnen(r.rekening)), speerpunt)


def _zinnen(r: Doorrekening) -> Iterator[str]:
    if r.zonder is None or r.basis is None:
        yield _waarom_niet(r.vraag)
        return
    if r.uitkomst is None:
        yield "Hoeveel maatwerk dit voorkomt, is nog niet geschat."
    else:
        yield f"Dit scheelt {_in_woorden(r.uitkomst)} per jaar." if _is_nul(r.uitkomst) else _uitkomstzin(r.uitkomst)
    yield _omslagzin(r)


def _is_nul(b: Bandbreedte) -> bool:
    return not _rond(b.laag) and not _rond(b.hoog)


def _uitkomstzin(b: Bandbreedte) -> str:
    zin = f"De uitkomst is {_in_woorden(b)} per jaar."
    laag, hoog = _rond(b.laag), _rond(b.hoog)
    if laag < 0 < hoog:
        return f"{zin} Het kan dus geld kosten en geld schelen."
    schatting, kost = ("hoge", "meer") if laag < 0 else ("lage", "minder")
    evenveel = "" if laag * hoog else ", of evenveel"
    return f"{zin} Ook bij de {schatting} schatting kost het {kost} dan maatwerk{evenveel}."


def _in_woorden(b: Bandbreedte) -> str:
    """The range as people say it: "van € 3.200 meer kosten tot € 8.000 minder kosten"."""
    laag, hoog = _rond(b.laag), _rond(b.hoog)
    if laag == hoog:
        return f"{_euro(laag)} {_meer_of_minder(laag)} kosten"
    if laag < 0 < hoog:
        return f"van {_euro(laag)} meer kosten tot {_euro(hoog)} minder kosten"
    eerst, dan = sorted((laag, hoog), key=abs)
    return f"van {_euro(eerst)} tot {_euro(dan)} {_meer_of_minder(dan)} kosten"


def _omslagzin(r: Doorrekening) -> str:
    if r.omslag is None:
        return "Maatwerk kost hier niets. Er valt dus niets terug te verdienen."
    if r.omslag > _NOOIT:
        return "Het verdient zich niet terug: de hulp kost meer dan maatwerk voor al deze inwoners samen."
    inwoners = taal.getal(r.vraag.inwoners or 0)
    return f"Het verdient zich terug als ten minste {r.omslag}% van deze {inwoners} inwoners geen maatwerk nodig heeft."


def _waarom_niet(vraag: Hulpvraag) -> str:
    if vraag.reden is Reden.GEHEIM:
        return "Het gaat om te weinig inwoners. De uitkomst staat er niet, zodat niemand herkenbaar is."
    wat = "Het aantal inwoners is nog niet" if vraag.inwoners is None else "Nog niet alle kosten zijn"
    return f"Dit is nog niet door te rekenen. {wat} bekend."


def _samen(b: Bandbreedte | None) -> str:
    return f"Alles bij elkaar is de uitkomst {_in_woorden(b)} per jaar." if b else ""


# -- tables


def _bron(gevraagd: Sequence[Rekening]) -> str:
    """Where the outcomes come from, and of which years their numbers and prices are."""
    jaren = taal.jaren([r.rekening.vraag.jaar for r in gevraagd])
    return f"Bron: eigen berekening met de aannames in dit hoofdstuk ({jaren})."


def _uitkomsten(gevraagd: Sequence[Rekening]) -> Tabel:
    kop = (
        Kolomkop("Hulpvraag"),
        Kolomkop("Maatwerk voor iedereen (€)", rechts=True),
        Kolomkop("Sociale basis (€)", rechts=True),
        Kolomkop("Uitkomst per jaar (€)"),
        Kolomkop("Terugverdiend vanaf (%)", rechts=True),
    )
    rijen = [
        (
            r.naam,
            *(_bedrag(bedrag, r.rekening.vraag) for bedrag in (r.rekening.zonder, r.rekening.basis)),
            uitkomst(r.rekening),
            omslag(r.rekening),
        )
        for r in gevraagd
    ]
    return _tabel(
        "tabel-businesscase", "Wat preventie kost en scheelt, per hulpvraag", kop, rijen, gevraagd, _bron(gevraagd)
    )


def uitkomst(r: Doorrekening) -> str:
    """The range below a header that says it is in euros: "3.200 meer tot 8.000 minder"; or why there is none."""
    if r.uitkomst is None:
        return _bedrag(None, r.vraag)
    laag, hoog = _rond(r.uitkomst.laag), _rond(r.uitkomst.hoog)
    if laag < 0 < hoog:
        return f"{_getal(laag)} meer tot {_getal(hoog)} minder"
    eerst, dan = sorted((laag, hoog), key=abs)
    bedragen = _getal(dan) if eerst == dan else f"{_getal(eerst)} tot {_getal(dan)}"
    return f"{bedragen} {_meer_of_minder(dan)}"


def omslag(r: Doorrekening) -> str:
    """From which share the help pays for itself, below a header that says it is in percents."""
    if r.omslag is None:
        return _bedrag(None, r.vraag) if r.zonder is None or r.basis is None else "n.v.t."
    return str(r.omslag) if r.omslag <= _NOOIT else _NIET


def in_woorden(r: Doorrekening) -> str:
    """The outcome in a sentence: "van € 6.600 meer kosten tot € 29.400 minder kosten"; or why there is none."""
    return _in_woorden(r.uitkomst) if r.uitkomst else _bedrag(None, r.vraag)


def _aannames(gevraagd: Sequence[Rekening]) -> Tabel:
    kop = tuple(Kolomkop(tekst) for tekst in ("Hulpvraag", "Wat nemen we aan?", "Waarde", "Bron of uitleg"))
    per_vraag = [(r, (r.naam, *aanname)) for r in gevraagd for aanname in aannames(r.rekening.vraag)]
    return _tabel(
        "tabel-businesscase-aannames",
        "Waar de berekening op steunt",
        kop,
        [rij for _, rij in per_vraag],
        [r for r, _ in per_vraag],
    )


def aannames(vraag: Hulpvraag) -> Iterator[tuple[str, str, str]]:
    """All that is assumed about a question: what, its value, and its source."""
    bronnen = [bron or "geen bron" for bron in vraag.bronnen]
    aantal = reden(vraag) if vraag.inwoners is None else taal.getal(vraag.inwoners)
    yield f"Inwoners die hulp krijgen ({vraag.jaar})", aantal, bronnen[0]
    yield f"Maatwerk per inwoner per jaar (€, {vraag.jaar})", tabellen.bedrag(vraag.maatwerk), bronnen[1]
    yield f"Sociale basis per jaar (€, {vraag.jaar})", _kosten(vraag), bronnen[2]
    yield "Inwoners die geen maatwerk nodig hebben (%)", deel(vraag), bronnen[3]
    if vraag.opmerking or vraag.status != VOORBEELD:
        yield "Hoe zeker is dit?", vraag.status, vraag.opmerking or "–"


def _kosten(vraag: Hulpvraag) -> str:
    """What the sociale basis costs: "12.000 vast en 150 per inwoner"; of what costs nothing there is no word."""
    if vraag.vast is None and vraag.per_inwoner is None:
        return NOG_NIET_VASTGESTELD
    soorten = ((vraag.vast, "vast"), (vraag.per_inwoner, "per inwoner"))
    return " en ".join(f"{tabellen.bedrag(bedrag)} {soort}" for bedrag, soort in soorten if bedrag != 0) or "0"


def deel(vraag: Hulpvraag) -> str:
    """The share that needs no maatwerk, from low to high, below words that say it is in percents."""
    if vraag.laag is None or vraag.hoog is None:
        return NOG_NIET_VASTGESTELD
    return f"{_procent(vraag.laag)} tot {_procent(vraag.hoog)}"


def _procent(waarde: float) -> str:
    return taal.getal(waarde, 0 if waarde.is_integer() else 1)


def _tabel(
    id_: str,
    bijschrift: str,
    kop: tuple[Kolomkop, ...],
    rijen: Sequence[tuple[str, ...]],
    van: Sequence[Rekening],
    bron: str = "",
) -> Tabel:
    """A table; with the area as last column where the plan holds several."""
    if any(r.waar for r in van):
        kop = (*kop, Kolomkop("Gebied"))
        rijen = [(*rij, r.waar) for rij, r in zip(rijen, van, strict=True)]
    return Tabel(id_, bijschrift, kop, tuple(rijen), bron)


# -- the chart


def _grafiek(gevraagd: Sequence[Rekening], gebied: str) -> Bandbreedtes | None:
    bekend = [r.rekening.uitkomst for r in gevraagd if r.rekening.uitkomst]
    if not bekend:
        return None
    rijen = tuple(_rij(r) for r in gevraagd)
    return Bandbreedtes(
        Basis(
            id="businesscase",
            titel=_bevinding(bekend),
            alt=_alt(gevraagd, gebied),
            bron=_bron(gevraagd),
            raster=Raster(
                ("Hulpvraag", "Lage schatting (€)", "Hoge schatting (€)"),
                tuple((rij.label, rij.laag_tekst, rij.hoog_tekst) for rij in rijen),
            ),
        ),
        rijen,
    )


def _rij(r: Rekening) -> Bandbreedterij:
    u = r.rekening.uitkomst
    grenzen = (u.laag, u.hoog) if u else (None, None)
    laag, hoog = (None if grens is None else float(_rond(grens)) for grens in grenzen)
    laag_tekst, hoog_tekst = (_bedrag(grens, r.rekening.vraag) for grens in grenzen)
    return Bandbreedterij(
        label=f"{r.rekening.vraag.naam} ({r.waar})" if r.waar else r.rekening.vraag.naam,
        laag=laag,
        hoog=hoog,
        laag_tekst=laag_tekst,
        hoog_tekst=hoog_tekst,
        omslag=f"{tekst}%" if (tekst := omslag(r.rekening)).isdigit() else tekst,
        voorbeeld=r.rekening.voorbeeld,
    )


def _bevinding(bekend: Sequence[Bandbreedte]) -> str:
    """On how many questions prevention costs less, costs more, or may go either way."""
    minder = sum(_rond(b.laag) >= 0 for b in bekend)
    meer = sum(_rond(b.hoog) <= 0 and _rond(b.laag) < 0 for b in bekend)
    beide = len(bekend) - minder - meer
    soorten = [(minder, "minder dan maatwerk"), (meer, "meer dan maatwerk"), (beide, "minder of meer dan maatwerk")]
    if len(bekend) == 1:
        return f"Preventie kost bij deze hulpvraag {next(tekst for n, tekst in soorten if n)}"
    delen = [f"bij {taal.telwoord(n)} {tekst}" for n, tekst in soorten if n]
    return f"Wat preventie kost bij {taal.telwoord(len(bekend))} hulpvragen: {taal.opsomming(delen)}"


def _alt(gevraagd: Sequence[Rekening], gebied: str) -> str:
    """What the chart shows for those who do not see it: the range of each question, as far as there is room."""
    van_elk = [f"{r.rekening.vraag.naam} {_in_woorden(r.rekening.uitkomst)}" for r in gevraagd if r.rekening.uitkomst]
    return zinnen.inkorten(f"Balken om nul, {gebied}. {'; '.join(van_elk)}.")


# -- numbers


def _rond(bedrag: Decimal) -> Decimal:
    return taal.afgerond(float(bedrag))


def _getal(bedrag: Decimal) -> str:
    return taal.getal(float(abs(bedrag)))


def _euro(bedrag: Decimal) -> str:
    return taal.euro(float(abs(bedrag)))


def _meer_of_minder(bedrag: Decimal) -> str:
    return "meer" if bedrag < 0 else "minder"


def _bedrag(bedrag: Decimal | None, vraag: Hulpvraag) -> str:
    return reden(vraag) if bedrag is None else taal.getal(float(bedrag))


def reden(vraag: Hulpvraag) -> str:
    """Why there is no outcome: the reason that the number is missing, or that something is not known yet."""
    return vraag.reden.value if vraag.inwoners is None and vraag.reden else NOG_NIET_VASTGESTELD
