"""What prevention costs and may save: always from a low to a high estimate, and from which share on it pays.

For one kind of question, a year, with ``n`` inhabitants helped in the sociale basis: maatwerk for all of them would
cost ``n * maatwerk``; the help costs ``vast + n * per_inwoner``; a share of the first is saved. What is saved minus
what the help costs is the outcome; where those are equal, the help pays for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from gebiedsplan.cijfers.model import VOORBEELD
from gebiedsplan.gebied.model import Hulpvraag
from gebiedsplan.geheim import hulpvragen
from gebiedsplan.kader.model import Kader

_ALLES = Decimal(100)


@dataclass(frozen=True, slots=True)
class Bandbreedte:
    """From the low to the high estimate, in euros a year. Below zero the help costs more than it saves."""

    laag: Decimal
    hoog: Decimal


@dataclass(frozen=True, slots=True)
class Doorrekening:
    """A question with what follows from it. All of it may be shown; ``vraag`` is without what may not.

    ``zonder``: what maatwerk for everyone would cost; ``basis``: what the help in the sociale basis costs.
    ``omslag``: from which share in whole percents, rounded up, the help pays for itself; above 100 it never does.
    """

    vraag: Hulpvraag
    zonder: Decimal | None
    basis: Decimal | None
    uitkomst: Bandbreedte | None
    omslag: int | None

    @property
    def voorbeeld(self) -> bool:
        """Whether all of it is made up."""
        return self.vraag.status == VOORBEELD


def doorgerekend(vragen: Iterable[Hulpvraag], kader: Kader) -> tuple[Doorrekening, ...]:
    """Calculate every question. One about too few people is hidden first, with all that follows from their number."""
    return tuple(_doorgerekend(hulpvragen.zichtbaar(vraag, kader)) for vraag in vragen)


def verborgen(rekening: Doorrekening) -> Doorrekening:
    """The same without its number of people and all that follows from it."""
    return _doorgerekend(hulpvragen.verborgen(rekening.vraag))


def samen(rekeningen: Sequence[Doorrekening]) -> Bandbreedte | None:
    """The outcome of several questions together; None for one, and where any is missing: a sum would be of fewer."""
    uitkomsten = [r.uitkomst for r in rekeningen if r.uitkomst]
    if len(uitkomsten) < 2 or len(uitkomsten) < len(rekeningen):
        return None
    nul = Decimal(0)
    return Bandbreedte(sum((u.laag for u in uitkomsten), nul), sum((u.hoog for u in uitkomsten), nul))


def _doorgerekend(vraag: Hulpvraag) -> Doorrekening:
    inwoners, maatwerk, vast, per_inwoner = map(_exact, (vraag.inwoners, vraag.maatwerk, vraag.vast, vraag.per_inwoner))
    zonder = inwoners * maatwerk if inwoners is not None and maatwerk is not None else None
    basis = None
    if inwoners is not None and vast is not None and per_inwoner is not None:
        basis = vast + inwoners * per_inwoner
    if zonder is None or basis is None:
        return Doorrekening(vraag, zonder, basis, None, None)
    laag, hoog = _exact(vraag.laag), _exact(vraag.hoog)
    uitkomst = None
    if laag is not None and hoog is not None:
        uitkomst = Bandbreedte(zonder * laag / _ALLES - basis, zonder * hoog / _ALLES - basis)
    return Doorrekening(vraag, zonder, basis, uitkomst, _omslag(zonder, basis))


def _omslag(zonder: Decimal, basis: Decimal) -> int | None:
    """Rounded up: at the share that is written, the help has paid for itself. None where maatwerk costs nothing."""
    if not zonder:
        return None
    return int((_ALLES * basis / zonder).to_integral_value(ROUND_CEILING))


def _exact(waarde: float | None) -> Decimal | None:
    return None if waarde is None else Decimal(repr(waarde))
