"""The posts about money, with their totals."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.cijferwerkmap.blad import Tabelblad, getal_of, tekst_of_geen
from gebiedsplan.cijferwerkmap.noten import met_noot
from gebiedsplan.gebied.bladen import NOG_NIET_VASTGESTELD
from gebiedsplan.plan import middelen as van_plan
from gebiedsplan.plan.bronnen import Bronnen


def middelen(b: Bronnen) -> Iterator[Tabelblad]:
    """Every post and total of the plan."""
    regels = van_plan.regels(b)
    if regels:
        yield Tabelblad(
            "Middelen",
            "Middelen",
            van_plan.zinnen(b),
            (
                ("Post", 50),
                ("Gebied", 28),
                ("Jaar", 8),
                (met_noot("Bedrag (€)", "waarde"), 18),
                ("Soort bedrag", 14),
                ("Dekking", 60),
            ),
            tuple(
                (
                    tekst_of_geen(r.post),
                    r.gebied,
                    r.jaar,
                    getal_of(r.bedrag, NOG_NIET_VASTGESTELD),
                    "totaal" if r.totaal else "post",
                    tekst_of_geen(r.dekking),
                )
                for r in regels
            ),
        )
