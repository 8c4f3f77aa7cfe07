"""Are the sheets that a kader adds filled in as they should be?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.controle.onderzoek import Onderzoek
from gebiedsplan.controle.speerpunten import onbekend_speerpunt
from gebiedsplan.gebied.cellen import als_getal
from gebiedsplan.gebied.eigenmodel import EigenRij
from gebiedsplan.gebied.namen import is_totaal
from gebiedsplan.kader.eigen import EigenBlad

_SPEERPUNTEN = ("speerpunt", "speerpunten")


def eigen_totaal_is_de_som(o: Onderzoek) -> Iterator[Bevinding]:
    """In a column that adds up, a row named Totaal is the sum of the others; what is not known makes it more."""
    for blad in o.kader.bladen:
        rijen = o.data.eigen.get(blad.id, ())
        for kolom in (kolom for kolom in blad.kolommen if kolom.totaal):
            andere = [_getal(rij, kolom.id) for rij in rijen if not _is_totaal(rij, blad)]
            som = sum(getal or 0.0 for getal in andere)
            # Half of the last digit that is shown, on both sides.
            marge = 10.0**-kolom.decimalen
            for rij in (rij for rij in rijen if _is_totaal(rij, blad)):
                totaal = _getal(rij, kolom.id)
                if totaal is None:
                    continue
                if som - totaal >= marge or (None not in andere and totaal - som >= marge):
                    yield Bevinding(
                        "eigen-totaal",
                        rij.plekken[kolom.id],
                        f"Het totaal is {als_getal(totaal)}, maar de rijen zijn in de kolom {kolom.naam} samen "
                        f"{als_getal(som)}.",
                        "Kijk de getallen na. Of haal de rij Totaal weg: dan telt het programma zelf op.",
                    )


def eigen_verwijzingen_kloppen(o: Onderzoek) -> Iterator[Bevinding]:
    """A code on a sheet of one's own is the code of a speerpunt, of this area or of one of its parts."""
    if "Speerpunten" in o.ontbrekend:
        return
    codes = [s.code for data in (o.data, *o.delen) for s in data.speerpunten]
    for blad in o.kader.bladen:
        for kolom in (kolom for kolom in blad.kolommen if kolom.soort in _SPEERPUNTEN):
            for rij in o.data.eigen.get(blad.id, ()):
                waarde = rij.waarden[kolom.id]
                for code in waarde if isinstance(waarde, tuple) else (str(waarde or ""),):
                    if code and code not in codes:
                        yield onbekend_speerpunt(code, rij.plekken[kolom.id], codes)


def _is_totaal(rij: EigenRij, blad: EigenBlad) -> bool:
    return is_totaal(str(rij.waarden[blad.kolommen[0].id] or "-"))


def _getal(rij: EigenRij, kolom: str) -> float | None:
    waarde = rij.waarden[kolom]
    return float(waarde) if isinstance(waarde, int | float) else None
