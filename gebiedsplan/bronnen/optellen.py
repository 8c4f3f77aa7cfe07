"""From wijken to an area: add up what can be added, weigh what is a share, and say how it was done.

A part that is missing is never left out: the figure of the area is then missing too, for the same reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from gebiedsplan import taal
from gebiedsplan.bronnen.getallen import som
from gebiedsplan.bronnen.model import Bronwaarde, Inwoners
from gebiedsplan.gebied.model import Reden
from gebiedsplan.kader.model import Gebied, Indicator, Wijk

# Of a calculated figure; more would suggest that it is measured.
_DECIMALEN = 1
# What wijken may be missing for, the one that says most first.
_VOORRANG = (
    Reden.GEHEIM,
    Reden.ONBEKEND,
    Reden.LATER,
    Reden.VERVALLEN,
    Reden.NIET_VAN_TOEPASSING,
    Reden.NIET_GEMETEN,
)
_OMDAT: Mapping[Reden, str] = {
    Reden.GEHEIM: "geheim is",
    Reden.ONBEKEND: "niet bekend is",
    Reden.LATER: "later verschijnt",
    Reden.VERVALLEN: "niet meer wordt gepubliceerd",
    Reden.NIET_VAN_TOEPASSING: "niet van toepassing is",
    Reden.NIET_GEMETEN: "niet is gemeten",
}


class GeenGewichtError(Exception):
    """A share of wijken cannot be weighed: the number of inhabitants of these wijken is not known."""

    def __init__(self, wijken: Sequence[Wijk]) -> None:
        super().__init__(", ".join(wijk.code for wijk in wijken))
        self.wijken = tuple(wijken)


def van_wijken(
    gebied: Gebied, per_wijk: Mapping[str, Bronwaarde], indicator: Indicator | None, inwoners: Inwoners, gewicht: str
) -> Bronwaarde | None:
    """The figure of ``gebied`` out of those of its wijken (by code); None when none of them is in the table.

    ``indicator`` is None for the number of inhabitants. ``gewicht`` says where ``inwoners`` come from.
    Raises GeenGewichtError.
    """
    wijken = gebied.wijken
    per_wijk = {code: _geteld(waarde) for code, waarde in per_wijk.items()} if len(wijken) > 1 else per_wijk
    delen = [per_wijk[wijk.code] for wijk in wijken if wijk.code in per_wijk]
    if not delen:
        return None
    eerste = replace(delen[0], regio=gebied.slug)
    if len(wijken) == 1:
        return eerste
    leeg = {wijk.code for wijk in wijken if inwoners.get(wijk.code, {}).get("Totaal") == 0}
    mist = _gemist([wijk for wijk in wijken if wijk.code not in leeg], per_wijk)
    if mist is not None:
        reden, waarom = mist
        return _zonder(eerste, reden, waarom)
    gevuld = [wijk for wijk in wijken if per_wijk.get(wijk.code, eerste).reden is None and wijk.code in per_wijk]
    if not gevuld:
        return _zonder(eerste, Reden.NIET_VAN_TOEPASSING, "Niemand woont in dit gebied.")
    gevuld_delen = [per_wijk[wijk.code] for wijk in gevuld]
    if indicator is None:
        return replace(eerste, waarde=som(d.waarde for d in gevuld_delen), opmerking=f"Som van de {_wijken(gevuld)}.")
    return _opgeteld(eerste, gevuld, gevuld_delen, indicator, inwoners, gewicht)


def _opgeteld(
    eerste: Bronwaarde,
    wijken: Sequence[Wijk],
    delen: Sequence[Bronwaarde],
    indicator: Indicator,
    inwoners: Inwoners,
    gewicht: str,
) -> Bronwaarde:
    teller = som(deel.teller for deel in delen)
    noemer = som(deel.noemer for deel in delen)
    # Rounded parts give a sum that is near, and a weight by age is near too.
    status = "voorlopig" if any(deel.status == "voorlopig" for deel in delen) else "schatting"
    if eerste.waarde is None or indicator.eenheid == "aantal":
        waarde = som(deel.waarde for deel in delen)
        methode = f"Som van de {_wijken(wijken)}."
    else:
        gewichten = _gewichten(wijken, indicator, inwoners)
        gewogen = sum(deel.waarde * g for deel, g in zip(delen, gewichten, strict=True) if deel.waarde is not None)
        waarde = round(gewogen / sum(gewichten), _DECIMALEN)
        groepen = _groepen(indicator)
        methode = f"Gewogen gemiddelde van de {_wijken(wijken)}, gewicht: {groepen} ({gewicht})."
    return replace(
        eerste,
        waarde=waarde,
        teller=teller,
        noemer=noemer,
        ondergrens=None,
        bovengrens=None,
        status=status,
        opmerking=" ".join(filter(None, (methode, eerste.opmerking))),
    )


def _gemist(wijken: Sequence[Wijk], per_wijk: Mapping[str, Bronwaarde]) -> tuple[Reden, str] | None:
    """The reason the figure of an area is missing, and which wijken are to blame; None when all are there."""
    redenen = {wijk: _reden(per_wijk.get(wijk.code)) for wijk in wijken}
    gevonden = [reden for reden in _VOORRANG if reden in redenen.values()]
    if not gevonden:
        return None
    reden = gevonden[0]
    schuldig = [wijk for wijk, eigen in redenen.items() if eigen is reden]
    return reden, f"Ontbreekt, omdat het cijfer van de {_wijken(schuldig)} {_OMDAT[reden]}."


def _geteld(waarde: Bronwaarde) -> Bronwaarde:
    """Nihil is no missing figure: it counts as zero."""
    return replace(waarde, waarde=0.0, reden=None, teller=0.0) if waarde.reden is Reden.NIHIL else waarde


def _reden(waarde: Bronwaarde | None) -> Reden | None:
    return Reden.ONBEKEND if waarde is None else waarde.reden


def _zonder(eerste: Bronwaarde, reden: Reden, waarom: str) -> Bronwaarde:
    opmerking = " ".join(filter(None, (waarom, eerste.opmerking)))
    return replace(
        eerste,
        waarde=None,
        reden=reden,
        teller=None,
        noemer=None,
        ondergrens=None,
        bovengrens=None,
        opmerking=opmerking,
    )


def _gewichten(wijken: Sequence[Wijk], indicator: Indicator, inwoners: Inwoners) -> list[float]:
    """How many inhabitants of each wijk the indicator is about."""
    gewichten, zonder = [], []
    for wijk in wijken:
        aantallen = [inwoners.get(wijk.code, {}).get(groep) for groep in indicator.weging]
        bekend = [aantal for aantal in aantallen if aantal is not None]
        if not bekend or len(bekend) < len(aantallen):
            zonder.append(wijk)
        gewichten.append(sum(bekend))
    if zonder or not sum(gewichten):
        raise GeenGewichtError(zonder or wijken)
    return gewichten


def _groepen(indicator: Indicator) -> str:
    """Who a weight counts, in words: "inwoners van 15-25, 25-45, 45-65 en 65+ jaar"."""
    return f"inwoners van {taal.opsomming(indicator.weging)} jaar"


def _wijken(wijken: Sequence[Wijk]) -> str:
    """The names of wijken as they stand in a sentence: "wijken Akersloot, De Woude en Limmen"."""
    namen = [wijk.naam for wijk in wijken]
    return f"{taal.meervoud(len(namen), 'wijk', 'wijken')} {taal.opsomming(namen)}"
