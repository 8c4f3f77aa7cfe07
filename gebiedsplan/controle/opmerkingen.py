"""What readers said of the plan, and nobody did anything with yet."""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.controle.onderzoek import Onderzoek

# Of a plan in one of these states nobody expects open remarks.
_AF = ("voorstel", "vastgesteld")


def opmerkingen_zijn_verwerkt(o: Onderzoek) -> Iterator[Bevinding]:
    """Says once how many are open: a tip while the plan is a concept, a LET OP when it goes to the bestuur."""
    open_ = [opmerking for opmerking in o.data.opmerkingen if opmerking.open]
    if open_:
        yield Bevinding(
            "opmerking-open",
            open_[0].plekken["Status"],
            f"Op dit blad {'staat 1 opmerking' if len(open_) == 1 else f'staan {len(open_)} opmerkingen'} nog open. "
            "Dit is de eerste.",
            "Verander wat nodig is op het blad en in de cel die erbij staan. Zet de status daarna op verwerkt, of op "
            "niet overgenomen.",
            Ernst.LET_OP if o.data.kop.status in _AF else Ernst.TIP,
        )
