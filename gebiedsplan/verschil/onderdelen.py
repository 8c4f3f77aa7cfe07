"""The parts of a comparison in words: for each what came, what went and what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from gebiedsplan.gebied.model import Actie, Doel, Gebiedsdata, Geldpost, Speerpunt
from gebiedsplan.gebied.namen import kaal
from gebiedsplan.kader.model import Kader
from gebiedsplan.plan import tabellen
from gebiedsplan.plan.gesprekken import wie
from gebiedsplan.plan.model import Kolomkop, Tabel
from gebiedsplan.verschil import beschrijving, cijferwoorden, hulpvragen, rijen, zinsverschil
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
# Words beside the numbers: on a phone such a table becomes a list of cards.
_WAS_EN_NU = (Kolomkop("Was", rechts=True), Kolomkop("Is nu", rechts=True), Kolomkop("Verschil"))


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
    preventie = () if met_delen else (hulpvragen.onderdeel(v.hulpvragen, w.slug, w.versies),)
    return Deel(
        w.slug,
        w.kader.gebied(w.slug).naam,
        (
            *van_gebied,
            _geld(v, w),
            *preventie,
            *gesprekken,
            _netwerk(v, w),
            _besluit(v, w),
            _teksten(v, w),
        ),
    )


def _speerpunten(v: Vergelijking, w: Woorden) -> Onderdeel:
    reeks = v.speerpunten
    namen = [(paar.nieuw, _andere_naam(paar)) for paar in reeks.anders]
    return Onderdeel(
        f"speerpunten-{w.slug}",
        "Speerpunten",
        (
            *rijen.groep("Nieuw:", (f"{s.titel} ({s.code})" for s in reeks.erbij)),
            *rijen.groep("Vervallen:", (f"{s.titel} ({s.code})" for s in reeks.weg)),
            *rijen.groep("Loopt door onder een andere titel of code:", (zin for _, zin in namen if zin)),
            *rijen.groep(
                "Loopt door met andere woorden (zie Teksten):", (f"{s.titel} ({s.code})" for s, zin in namen if not zin)
            ),
        ),
        gelijk=rijen.gelijk(reeks.gelijk, "speerpunt", "speerpunten"),
    )


def _andere_naam(paar: Paar[Speerpunt]) -> str:
    """What a speerpunt that runs on is called now and was called; "" when that is the same."""
    oud, nieuw = paar.oud, paar.nieuw
    heette = f" Het heette ‘{oud.titel}’." if oud.titel != nieuw.titel else ""
    code = f" De code was {oud.code}." if oud.code != nieuw.code else ""
    return f"‘{nieuw.titel}’ ({nieuw.code}).{heette}{code}" if heette or code else ""


def _doelen(v: Vergelijking, w: Woorden) -> Onderdeel:
    reeks, titels = v.doelen, w.titels()
    anders = rijen.van_paren(reeks.anders, lambda d: d.naam, lambda d: beschrijving.doel(d, w.kader))

    def bij(doel: Doel) -> str:
        return titels.get(doel.speerpunt, "")

    return Onderdeel(
        f"doelen-{w.slug}",
        "Doelen",
        (
            *rijen.per(bij, "Nieuw bij ‘{}’:", reeks.erbij, lambda d: f"{d.naam}. {beschrijving.streven(d, w.kader)}"),
            *rijen.per(bij, "Vervallen bij ‘{}’:", reeks.weg, lambda d: d.naam),
        ),
        rijen.tabel(
            f"verschil-doelen-{w.slug}",
            "Doelen die anders zijn",
            ("Doel", "Speerpunt", w.versies.oud, w.versies.nieuw),
            ((rij[0], bij(doel), *rij[1:]) for doel, rij in anders),
        ),
        rijen.gelijk(reeks.gelijk, "doel", "doelen"),
    )


def _acties(v: Vergelijking, w: Woorden) -> Onderdeel:
    reeks, titels = v.acties, w.titels()
    anders = rijen.van_paren(reeks.anders, lambda a: a.actie, lambda a: beschrijving.actie(a, w.kader))

    def bij(actie: Actie) -> str:
        return titels.get(actie.speerpunt, "")

    return Onderdeel(
        f"acties-{w.slug}",
        "Acties",
        (
            *rijen.per(bij, "Nieuw bij ‘{}’:", reeks.erbij, beschrijving.actie_kort),
            *rijen.per(bij, "Vervallen bij ‘{}’:", reeks.weg, lambda a: a.actie),
        ),
        rijen.tabel(
            f"verschil-acties-{w.slug}",
            "Acties die anders zijn",
            ("Actie", "Speerpunt", w.versies.oud, w.versies.nieuw),
            ((rij[0], bij(actie), *rij[1:]) for actie, rij in anders),
        ),
        rijen.gelijk(reeks.gelijk, "actie", "acties"),
    )


# -- figures


def _cijfers(v: Vergelijking, w: Woorden) -> Onderdeel:
    wijken = {wijk.code: wijk.naam for wijk in w.kader.gebied(w.slug).wijken}
    naam = w.kader.gebied(w.slug).naam
    return Onderdeel(
        f"cijfers-{w.slug}",
        "Cijfers",
        rijen.groep(
            "",
            (
                *chain.from_iterable(map(cijferwoorden.zinnen, v.cijfers.eigen)),
                *chain.from_iterable(cijferwoorden.zinnen(c, f" in {wijken[c.regio]}") for c in v.cijfers.wijken),
            ),
        ),
        (
            *rijen.tabel(
                f"verschil-cijfers-{w.slug}",
                f"Nieuwste cijfers van {naam}",
                ("Cijfer", *_WAS_EN_NU),
                _nieuwer(v.cijfers.eigen, {}),
            ),
            *rijen.tabel(
                f"verschil-wijken-{w.slug}",
                f"Nieuwste cijfers van de wijken in {naam}",
                ("Cijfer", "Wijk", *_WAS_EN_NU),
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
        rijen.groep("", _andere_dekking(v.middelen.anders)),
        rijen.tabel(
            f"verschil-geld-{w.slug}",
            "Bedragen die nieuw, anders of vervallen zijn",
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
    """Every amount that one plan has and the other has not, or another; the years of one post below each other."""
    gevonden = [(post, rijen.NIETS, tabellen.bedrag(post.bedrag)) for post in reeks.erbij]
    gevonden += [(p.nieuw, tabellen.bedrag(p.oud.bedrag), tabellen.bedrag(p.nieuw.bedrag)) for p in reeks.anders]
    gevonden += [(post, tabellen.bedrag(post.bedrag), rijen.NIETS) for post in reeks.weg]
    volgorde = list(dict.fromkeys(kaal(post.post) for post, *_ in gevonden))
    for post, was, is_nu in sorted(gevonden, key=lambda rij: (volgorde.index(kaal(rij[0].post)), rij[0].jaar)):
        if was != is_nu:
            yield post.post, str(post.jaar), was, is_nu


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
    anders = rijen.van_paren(reeks.anders, wie, beschrijving.gesprek)
    return Onderdeel(
        f"gesprekken-{w.slug}",
        "Gesprekken",
        (
            *rijen.groep("Nieuw:", (f"{wie(g)}: {' '.join(g.meegegeven.split())}" for g in reeks.erbij)),
            *rijen.groep("Staat er niet meer in:", map(wie, reeks.weg)),
        ),
        rijen.tabel(
            f"verschil-gesprekken-{w.slug}",
            "Gesprekken die anders zijn beschreven",
            ("Met wie", *_TEKSTKOP),
            (rij for _, rij in anders),
        ),
        rijen.gelijk(reeks.gelijk, "gesprek", "gesprekken"),
    )


def _netwerk(v: Vergelijking, w: Woorden) -> Onderdeel:
    gelijk = (
        rijen.gelijk(v.partners.gelijk, "partner", "partners"),
        rijen.gelijk(v.aanbod.gelijk, "activiteit", "activiteiten"),
        rijen.gelijk(v.risicos.gelijk, "risico", "risico’s"),
    )
    anders = {
        "Partners": rijen.van_paren(v.partners.anders, lambda p: p.naam, beschrijving.partner),
        "Aanbod": rijen.van_paren(v.aanbod.anders, lambda a: a.activiteit, lambda a: beschrijving.aanbod(a, w.kader)),
        "Risico’s": rijen.van_paren(v.risicos.anders, lambda r: r.risico, beschrijving.risico),
    }
    return Onderdeel(
        f"netwerk-{w.slug}",
        "Partners, aanbod en risico’s",
        (
            *rijen.groep("Nieuwe partners:", (f"{p.naam}. {p.wat}" for p in v.partners.erbij)),
            *rijen.groep("Partners die er niet meer in staan:", (p.naam for p in v.partners.weg)),
            *rijen.groep("Nieuw aanbod:", map(beschrijving.aanbod_kort, v.aanbod.erbij)),
            *rijen.groep("Aanbod dat er niet meer in staat:", map(beschrijving.aanbod_kort, v.aanbod.weg)),
            *rijen.groep(
                "Nieuwe risico’s, met wat we eraan doen:",
                map(beschrijving.risico_kort, v.risicos.erbij),
            ),
            *rijen.groep("Risico’s die er niet meer in staan:", (r.risico for r in v.risicos.weg)),
        ),
        tuple(
            chain.from_iterable(
                rijen.tabel(
                    f"verschil-netwerk-{nummer}-{w.slug}",
                    f"{naam}: wat er anders is",
                    ("Naam", w.versies.oud, w.versies.nieuw),
                    (rij for _, rij in van),
                )
                for nummer, (naam, van) in enumerate(anders.items(), 1)
            )
        ),
        " ".join(filter(None, gelijk)),
    )


def _teksten(v: Vergelijking, w: Woorden) -> Onderdeel:
    """Words last: those of each speerpunt that runs on, then those of the whole plan."""
    van_speerpunten = (_van_speerpunt(paar, w, nummer) for nummer, paar in enumerate(v.speerpunten.anders, 1))
    return Onderdeel(
        f"teksten-{w.slug}",
        "Teksten",
        tabellen=(*chain.from_iterable(van_speerpunten), *_teksttabel("teksten", "Andere teksten", v.teksten, w)),
        gelijk=rijen.gelijk(v.teksten.gelijk, "tekst", "teksten"),
    )


def _van_speerpunt(paar: Paar[Speerpunt], w: Woorden, nummer: int) -> tuple[Tabel, ...]:
    oud, nieuw = (beschrijving.speerpunt(s, w.kader) for s in (paar.oud, paar.nieuw))
    anders = zinsverschil.vergelijk(oud, nieuw).anders
    return rijen.tabel(
        f"verschil-speerpunt-{w.slug}-{nummer}",
        f"Wat er anders is aan ‘{paar.nieuw.titel}’",
        ("Onderdeel", *_TEKSTKOP),
        map(rijen.van_tekst, anders),
    )


def _besluit(v: Vergelijking, w: Woorden) -> Onderdeel:
    return Onderdeel(
        f"besluit-{w.slug}",
        "Besluit",
        tabellen=_teksttabel("besluit", "Wat het bestuur besluit", v.besluit, w),
        gelijk=rijen.gelijk(v.besluit.gelijk, "tekst", "teksten"),
    )


def _teksttabel(id_: str, bijschrift: str, teksten: Teksten, w: Woorden) -> tuple[Tabel, ...]:
    return rijen.tabel(
        f"verschil-{id_}-{w.slug}", bijschrift, ("Tekst", *_TEKSTKOP), map(rijen.van_tekst, teksten.anders)
    )
