"""Find a column by the names its publisher gives it, which change from edition to edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gebiedsplan.gebied.namen import kaal

# The number at the end of a name in OData 3 shifts every year.
_VOLGNUMMER = re.compile(r"_\d+$")
# StatLine writes "Zorg/Wmo-cliënten (aantal)": the subject before, the unit behind. A / in a title also occurs.
_ONDERWERP = re.compile(r"/(?![^()]*\))")
_EENHEID = re.compile(r"\s*\([^()]*\)$")


def vind(aliassen: Iterable[str], kop: Sequence[str]) -> tuple[int, ...]:
    """Where in the header the first of ``aliassen`` that is there stands; more than one place when it is not unique."""
    namen = [frozenset(_namen(kolom)) for kolom in kop]
    for alias in aliassen:
        plaatsen = tuple(i for i, mogelijk in enumerate(namen) if kaal(alias) in mogelijk)
        if plaatsen:
            return plaatsen
    return ()


def _namen(kolom: str) -> Iterator[str]:
    """Every name that a header may go by in bronnen.toml."""
    yield kaal(_VOLGNUMMER.sub("_*", kolom.strip()))
    delen = _ONDERWERP.split(kolom)
    for eerste in range(len(delen)):
        titel = kaal("/".join(delen[eerste:]))
        yield titel
        yield _EENHEID.sub("", titel)
