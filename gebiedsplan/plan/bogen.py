"""The hoofdopgaven of a kader as one drawing."""

from __future__ import annotations

from gebiedsplan.kader.model import Kader
from gebiedsplan.plan.grafiek import Basis, Bogen, Raster
from gebiedsplan.plan.zinnen import inkorten


def bogen(kader: Kader) -> Bogen | None:
    """The hoofdopgaven as arches, the first inside; None when the kader does not want that drawing."""
    if kader.instellingen.tekening != "bogen" or not kader.hoofdopgaven:
        return None
    woord = kader.woorden.hoofdopgave
    namen = tuple(opgave.naam for opgave in kader.hoofdopgaven)
    return Bogen(
        Basis(
            id="bogen",
            titel=f"De {woord.meervoud}, van binnen naar buiten",
            alt=inkorten(f"Bogen om elkaar heen, van binnen naar buiten: {'; '.join(namen)}."),
            bron=f"Bron: {kader.instellingen.kader_bron}.",
            raster=Raster(
                (woord.kop, "Plaats van binnen af"),
                tuple((naam, str(plaats)) for plaats, naam in enumerate(namen, start=1)),
            ),
        ),
        namen,
    )
