"""The parts of a comparison in words: for each what came, what went and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from gebiedsplan import taal
from gebiedsplan.gebied.model import Gebiedsdata, Geldpost, Speerpunt
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import tabellen
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.verschil import beschrijving, cijferwoorden, rijen, zinsverschil
from gebiedsplan.verschil.model import (
    VERVALLEN,
    Cijferverschil,
    Deel,
    Onderdeel,
    Paar,
    Reeks,
    Teksten,
    Vergelijking,
)

_TEKSTKOP = ("Staat er niet meer in", "Is nieuw")
_RECHTS = Kolomkop("Verschil", rechts=True)


@dataclass(frozen=True, slots=True)
class Woorden:
    """What every part needs to say something: the workbooks, the kader, and what the two plans are called."""

    oud: Gebiedsdata
    nieuw: Gebiedsdata
    kader: Kader
    versies: Paar[str]

    @property
    def slug(self) -> str:
        """The area that this is about."""
        return self.nieuw.slug

    def titels(self) -> Mapping[str, str]:
        """What every speerpunt is called, by its code now; a dropped one by the code it had."""
        vervallen = {VERVALLEN + s.code: s.titel for s in self.oud.speerpunten}
        return vervallen | {s.code: s.titel for s in self.nieuw.speerpunten}


def deel(v: Vergelijking, w: Woorden, met_delen: bool) -> Deel:
    """One area. What stands in the workbooks of its parts is not looked for in its own."""
    van_gebied = () if met_delen else (_speerpunten(v, w), _doelen(v, w), _acties(v, w), _cijfers(v, w))
    gesprekken = () if met_delen else (_gesprekken(v, w),)
    return Deel(
        w.slug,
        w.kader.gebied(w.slug).naam,
        (
            *van_gebied,
            _geld(v, w),
            *gesprekken,
            _netwerk(v, w),
            _teksten("teksten", "Teksten", v.teksten, w),
            _teksten("besluit", "Besluit", v.besluit, w),
        ),
    )


def _speerpunten(v: Vergelijking, w: Woorden) -> Onderdeel:
    reeks = v.speerpunten
    losse = (
        *(f"Nieuw: ‘{s.titel}’ ({s.code})." for s in reeks.erbij),
        *(f"Vervallen: ‘{s.titel}’ ({s.code})." for s in reeks.weg),
        *(zin for paar in reeks.anders if (zin := _andere_naam(paar))),
    )
    tabellen_ = chain.from_iterable(_van_speerpunt(paar, w, nummer) for nummer, paar in enumerate(reeks.anders, 1))
    return Onderdeel(
        f"speerpunten-{w.slug}",
        "Speerpunten",
        losse,
        tuple(tabellen_),
        rijen.gelijk(reeks.gelijk, "speerpunt", "speerpunten"),
    )


def _andere_naam(paar: Paar[Speerpunt]) -> str:
    """That a speerpunt runs on under another code or title; "" when it has the same."""
    oud, nieuw = paar.oud, paar.nieuw
    heette = f" Het heette ‘{oud.titel}’." if oud.titel != nieuw.titel else ""
    if oud.code != nieuw.code:
        return f"Loopt door onder een andere code: ‘{nieuw.titel}’ is nu {nieuw.code} en was {oud.code}.{heette}"
    return f"Loopt door onder een andere titel: ‘{nieuw.titel}’ ({nieuw.code}).{heette}" if heette else ""


def _van_speerpunt(paar: Paar[Speerpunt], w: Woorden, nummer: int) -> tuple[Tabel, ...]:
    oud, nieuw = (beschrijving.speerpunt(s, w.kader) for s in (paar.oud, paar.nieuw))
    anders = zinsverschil.vergelijk(oud, nieuw).anders
    return rijen.tabel(
        f"verschil-speerpunt-{w.slug}-{nummer}",
        f"Wat er anders is aan ‘{paar.nieuw.titel}’",
        ("Onderdeel", *_TEKSTKOP),
        map(rijen.van_tekst, anders),
    )


def _doelen(v: Vergelijking, w: Woorden) -> Onderdeel:
    titels = w.titels()
    gevonden = rijen.van_reeks(v.doelen, lambda d: d.naam, lambda d: beschrijving.doel(d, w.kader))
    return Onderdeel(
        f"doelen-{w.slug}",
        "Doelen",
        tabellen=rijen.tabel(
            f"verschil-doelen-{w.slug}",
            "Doelen die nieuw, anders of vervallen zijn",
            ("Doel", "Speerpunt", w.versies.oud, w.versies.nieuw),
            ((rij[0], titels.get(d.speerpunt, ""), *rij[1:]) for d, rij in gevonden),
        ),
        gelijk=rijen.gelijk(v.doelen.gelijk, "doel", "doelen"),
    )


def _acties(v: Vergelijking, w: Woorden) -> Onderdeel:
    titels = w.titels()
    gevonden = rijen.van_reeks(v.acties, lambda a: a.actie, lambda a: beschrijving.actie(a, w.kader))
    return Onderdeel(
        f"acties-{w.slug}",
        "Acties",
        tabellen=rijen.tabel(
            f"verschil-acties-{w.slug}",
            "Acties die nieuw, anders of vervallen zijn",
            ("Actie", "Speerpunt", w.versies.oud, w.versies.nieuw),
            ((rij[0], titels.get(a.speerpunt, ""), *rij[1:]) for a, rij in gevonden),
        ),
        gelijk=rijen.gelijk(v.acties.gelijk, "actie", "acties"),
    )


# -- figures


def _cijfers(v: Vergelijking, w: Woorden) -> Onderdeel:
    wijken = {wijk.code: wijk.naam for wijk in w.kader.gebied(w.slug).wijken}
    naam = w.kader.gebied(w.slug).naam
    return Onderdeel(
        f"cijfers-{w.slug}",
        "Cijfers",
        (
            *chain.from_iterable(map(cijferwoorden.zinnen, v.cijfers.eigen)),
            *chain.from_iterable(cijferwoorden.zinnen(c, f" in {wijken[c.regio]}") for c in v.cijfers.wijken),
        ),
        (
            *rijen.tabel(
                f"verschil-cijfers-{w.slug}",
                f"Nieuwste cijfers van {naam}",
                ("Cijfer", Kolomkop("Was", rechts=True), Kolomkop("Is nu", rechts=True), _RECHTS),
                _nieuwer(v.cijfers.eigen, {}),
            ),
            *rijen.tabel(
                f"verschil-wijken-{w.slug}",
                f"Nieuwste cijfers van de wijken in {naam}",
                ("Cijfer", "Wijk", Kolomkop("Was", rechts=True), Kolomkop("Is nu", rechts=True), _RECHTS),
                _nieuwer(v.cijfers.wijken, wijken),
            ),
        ),
        rijen.gelijk(v.cijfers.gelijk, "cijfer", "cijfers"),
    )


def _nieuwer(verschillen: Iterable[Cijferverschil], wijken: Mapping[str, str]) -> Iterator[rijen.Rij]:
    for v in verschillen:
        paar = cijferwoorden.nieuwer(v)
        if paar:
            waar = (wijken[v.regio],) if wijken else ()
            cellen = (cijferwoorden.met_jaar(meting, v.maat) for meting in (paar.oud, paar.nieuw))
            yield (v.maat.naam, *waar, *cellen, cijferwoorden.richting(paar, v.maat))


# -- money


def _geld(v: Vergelijking, w: Woorden) -> Onderdeel:
    return Onderdeel(
        f"geld-{w.slug}",
        "Geld",
        tuple(_andere_dekking(v.middelen.anders)),
        rijen.tabel(
            f"verschil-geld-{w.slug}",
            "Geldposten die nieuw, anders of vervallen zijn",
            (
                "Post",
                "Jaar",
                Kolomkop(f"{w.versies.oud} (€)", rechts=True),
                Kolomkop(f"{w.versies.nieuw} (€)", rechts=True),
            ),
            _geldrijen(v.middelen),
        ),
        rijen.gelijk(v.middelen.gelijk, "geldpost", "geldposten"),
    )


def _geldrijen(reeks: Reeks[Geldpost]) -> Iterator[rijen.Rij]:
    for post in reeks.erbij:
        yield post.post, str(post.jaar), rijen.NIETS_WEG, tabellen.bedrag(post.bedrag)
    for paar in reeks.anders:
        bedragen = tabellen.bedrag(paar.oud.bedrag), tabellen.bedrag(paar.nieuw.bedrag)
        if bedragen[0] != bedragen[1]:
            yield paar.nieuw.post, str(paar.nieuw.jaar), *bedragen
    for post in reeks.weg:
        yield post.post, str(post.jaar), tabellen.bedrag(post.bedrag), rijen.NIETS_WEG


def _andere_dekking(anders: Iterable[Paar[Geldpost]]) -> Iterator[str]:
    for oud, nieuw in ((paar.oud, paar.nieuw) for paar in anders):
        if oud.post != nieuw.post:
            yield f"De post ‘{oud.post}’ ({nieuw.jaar}) heet nu ‘{nieuw.post}’."
        if oud.dekking != nieuw.dekking:
            is_nu, was = (dekking.rstrip(".") or "niet ingevuld" for dekking in (nieuw.dekking, oud.dekking))
            yield f"De dekking van ‘{nieuw.post}’ ({nieuw.jaar}) is nu: {is_nu}. Het was: {was}."


# -- people and words


def _gesprekken(v: Vergelijking, w: Woorden) -> Onderdeel:
    reeks = v.gesprekken
    gevonden = rijen.van_reeks(reeks, beschrijving.naam_van_gesprek, beschrijving.gesprek)
    return Onderdeel(
        f"gesprekken-{w.slug}",
        "Gesprekken",
        tabellen=rijen.tabel(
            f"verschil-gesprekken-{w.slug}",
            "Gesprekken die nieuw of anders zijn, of die er niet meer in staan",
            ("Met wie", *_TEKSTKOP),
            (rij for _, rij in gevonden),
        ),
        gelijk=rijen.gelijk(reeks.gelijk, "gesprek", "gesprekken"),
    )


def _netwerk(v: Vergelijking, w: Woorden) -> Onderdeel:
    delen = (
        ("partners", "Partners", rijen.van_reeks(v.partners, lambda p: p.naam, beschrijving.partner)),
        (
            "aanbod",
            "Aanbod",
            rijen.van_reeks(v.aanbod, lambda a: a.activiteit, lambda a: beschrijving.aanbod(a, w.kader)),
        ),
        ("risicos", "Risico’s", rijen.van_reeks(v.risicos, lambda r: r.risico, beschrijving.risico)),
    )
    gelijk = (
        rijen.gelijk(v.partners.gelijk, "partner", "partners"),
        rijen.gelijk(v.aanbod.gelijk, "activiteit", "activiteiten"),
        rijen.gelijk(v.risicos.gelijk, "risico", "risico’s"),
    )
    return Onderdeel(
        f"netwerk-{w.slug}",
        "Partners, aanbod en risico’s",
        tabellen=tuple(
            chain.from_iterable(
                rijen.tabel(
                    f"verschil-{id_}-{w.slug}", naam, ("Naam", w.versies.oud, w.versies.nieuw), (rij for _, rij in van)
                )
                for id_, naam, van in delen
            )
        ),
        gelijk=" ".join(filter(None, gelijk)),
    )


def _teksten(id_: str, kop: str, teksten: Teksten, w: Woorden) -> Onderdeel:
    return Onderdeel(
        f"{id_}-{w.slug}",
        kop,
        tabellen=rijen.tabel(
            f"verschil-{id_}-{w.slug}",
            f"{taal.hoofdletter(kop)}: zinnen die er niet meer staan en zinnen die nieuw zijn",
            ("Tekst", *_TEKSTKOP),
            map(rijen.van_tekst, teksten.anders),
        ),
        gelijk=rijen.gelijk(teksten.gelijk, "tekst", "teksten"),
    )
