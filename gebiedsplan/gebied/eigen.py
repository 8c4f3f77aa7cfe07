"""Rows of a sheet that a kader adds, and fields it adds to the sheet Gebied: values by the id of their column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from gebiedsplan.gebied.cellen import Rij
from gebiedsplan.gebied.eigenmodel import EigenRij, EigenWaarde
from gebiedsplan.gebied.getallen import Maat
from gebiedsplan.kader.eigen import EigenVeld, SoortKolom


def _datum(rij: Rij, naam: str) -> dt.date | None:
    dag = rij.datum(naam)
    return None if dag == dt.date.min else dag


_LEZERS: Mapping[SoortKolom, Callable[[Rij, str], EigenWaarde]] = {
    "tekst": Rij.tekst,
    "opmaak": Rij.markdown,
    "getal": Rij.getal,
    "mensen": lambda rij, naam: rij.getal(naam, Maat.AANTAL),
    "jaar": lambda rij, naam: rij.jaar(naam) or None,
    "datum": _datum,
    "keuze": Rij.keuze,
    "keuzes": Rij.keuzes,
    "bedrag": Rij.bedrag,
    "speerpunt": Rij.tekst,
    "speerpunten": Rij.codes,
}


def rij(gelezen: Rij, velden: Iterable[EigenVeld]) -> EigenRij:
    """The values of the columns of a row; "" or None where a cell is empty, () where it could hold several."""
    alle = tuple(velden)
    return EigenRij(
        {veld.id: _LEZERS[veld.soort](gelezen, veld.naam) for veld in alle},
        {veld.id: gelezen.plek_van(veld.naam) for veld in alle},
    )
