"""Does the money add up?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.model import Gebiedsdata, Geldpost
from gebiedsplan.gebied.namen import acties_van, is_totaal

# Amounts are whole euros on paper.
_EEN_EURO = 1.0


def totaal_is_de_som(o: Onderzoek) -> Iterator[Bevinding]:
    """A post named Totaal is the sum of the posts of its year; what is not known yet can only make it more."""
    for post in o.data.middelen:
        if not is_totaal(post.post) or post.bedrag is None:
            continue
        andere = [p for p in o.data.middelen if p.jaar == post.jaar and not is_totaal(p.post)]
        som = sum(p.bedrag or 0.0 for p in andere)
        compleet = all(p.bedrag is not None for p in andere)
        if som - post.bedrag >= _EEN_EURO or (compleet and post.bedrag - som >= _EEN_EURO):
            yield Bevinding(
                "middelen-totaal",
                post.plekken["Bedrag"],
                f"Het totaal is {als_getal(post.bedrag)}, maar de posten van {post.jaar} zijn samen {als_getal(som)}.",
                "Kijk de bedragen na. Of haal de rij Totaal weg: het hoeft er niet te staan.",
            )


def post_voor_acties_is_de_som(o: Onderzoek) -> Iterator[Bevinding]:
    """A post that says to be for the acties of an area is what those cost together.

    Other posts say nothing about acties, and only together whether there is enough: see ``acties_zijn_betaald``.
    """
    for post in o.data.middelen:
        gebied = _acties_van(o, post)
        if gebied is None or post.bedrag is None or post.jaar != o.jaar:
            continue
        som, compleet = _kosten([gebied])
        if som - post.bedrag >= _EEN_EURO or (compleet and post.bedrag - som >= _EEN_EURO):
            yield Bevinding(
                "middelen-anders",
                post.plekken["Bedrag"],
                f"Deze post is {als_getal(post.bedrag)}, maar de acties kosten samen {als_getal(som)}.",
                "Maak de post gelijk aan de som van de kolom Middelen op het blad Acties, of pas de acties aan.",
                Ernst.LET_OP,
            )


def acties_zijn_betaald(o: Onderzoek) -> Iterator[Bevinding]:
    """Where every post of the plan year has an amount, they are together not less than the acties cost."""
    posten = [p for p in o.data.middelen if p.jaar == o.jaar and not is_totaal(p.post)]
    som, _ = _kosten([o.data, *o.delen])
    beschikbaar = sum(p.bedrag or 0.0 for p in posten)
    alles_bekend = posten and all(p.bedrag is not None for p in posten)
    # A post for acties that differs was said already.
    if alles_bekend and som - beschikbaar >= _EEN_EURO and not any(_acties_van(o, p) for p in posten):
        yield Bevinding(
            "middelen-anders",
            posten[0].plekken["Bedrag"],
            f"De acties kosten samen {als_getal(som)}. Op dit blad staat voor {o.jaar} samen {als_getal(beschikbaar)}.",
            "Zet erbij waar de rest vandaan komt, of pas de acties aan.",
            Ernst.LET_OP,
        )


def _kosten(gebieden: Sequence[Gebiedsdata]) -> tuple[float, bool]:
    """What the acties cost together as far as known, and whether all of it is."""
    bedragen = [actie.middelen for gebied in gebieden for actie in gebied.acties]
    return sum(bedrag or 0.0 for bedrag in bedragen), bool(bedragen) and None not in bedragen


def _acties_van(o: Onderzoek, post: Geldpost) -> Gebiedsdata | None:
    """The area whose acties a post says to pay: "Acties uit dit gebiedsplan", "Acties in Egmond"."""
    if o.met_speerpunten and acties_van(post.post):
        return o.data
    return next((deel for deel in o.delen if acties_van(post.post, o.kader.gebied(deel.slug).naam)), None)
