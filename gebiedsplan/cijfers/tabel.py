"""The table of all figures: first hidden and rounded, then what was left blank is calculated and averaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from gebiedsplan.bevinding import Plek
from gebiedsplan.cijfers import bevolking
from gebiedsplan.cijfers.model import BEREKEND, VOORBEELD, Cijfers, Meting, Opbouw
from gebiedsplan.cijfers.toetsen import met_intervallen
from gebiedsplan.gebied.model import Cijfer, Cijferbladen, Reden
from gebiedsplan.geheim.model import Editie, Patroon
from gebiedsplan.geheim.openbaar import openbaar
from gebiedsplan.geheim.patroon import patroon as maak_patroon
from gebiedsplan.geheim.regels import FACTOR
from gebiedsplan.kader.model import Kader

_KOLOMMEN = (
    "indicator", "regio", "jaar", "waarde", "reden", "teller", "noemer",
    "onder", "boven", "bron", "peildatum", "status", "opmerking", "breuk", "plekken", "afgerond_op",
)  # fmt: skip


def bereken(
    kader: Kader, gebieden: Mapping[str, Cijferbladen], referentie: Cijferbladen, patroon: Patroon | None = None
) -> Cijfers:
    """Calculate from the sheets of all areas (by slug) and the reference workbook.

    ``patroon`` says what is hidden, over everything that is published; without it only these sheets decide.
    """
    ruw = [*gebieden.values(), referentie]
    if patroon is None:
        patroon = maak_patroon(kader, [Editie(0, blad) for blad in ruw])
    bladen = [openbaar(blad, kader, patroon) for blad in ruw]
    tabel = _uit_delen(_tabel([cijfer for blad in bladen for cijfer in blad.cijfers]), kader)
    opbouw = bevolking.opbouw_per_regio(groep for blad in bladen for groep in blad.bevolking)
    if kader.met_gemiddelde:
        gemiddelde = _samenwerking(tabel, opbouw, kader)
        tabel = pd.concat([tabel, gemiddelde], ignore_index=True) if len(gemiddelde) else tabel
        opbouw |= bevolking.samenwerking(opbouw, kader)
    return Cijfers(met_intervallen(_metingen(tabel), kader), opbouw, patroon.verborgen)


def _tabel(cijfers: Iterable[Cijfer]) -> pd.DataFrame:
    rijen = [
        (
            c.indicator, c.regio, c.jaar, c.waarde, c.reden.value if c.reden else "", c.teller, c.noemer,
            c.ondergrens, c.bovengrens, c.bron, c.peildatum, c.status, c.opmerking, c.trendbreuk, _plekken(c),
            c.afgerond_op,
        )
        for c in cijfers
    ]  # fmt: skip
    getallen = dict.fromkeys(("waarde", "teller", "noemer", "onder", "boven"), "float64")
    tabel = pd.DataFrame(rijen, columns=list(_KOLOMMEN)).astype(getallen)
    return tabel.drop_duplicates(["indicator", "regio", "jaar"])


def _uit_delen(tabel: pd.DataFrame, kader: Kader) -> pd.DataFrame:
    """Fill a value that was left blank from its teller and noemer."""
    factor = tabel["indicator"].map({i.id: FACTOR.get(i.eenheid, 1.0) for i in kader.indicatoren})
    berekend = tabel["teller"] / tabel["noemer"].where(tabel["noemer"] > 0) * factor
    zonder_reden = tabel["reden"] == ""
    return tabel.assign(waarde=tabel["waarde"].where(tabel["waarde"].notna() | ~zonder_reden, berekend))


def _samenwerking(tabel: pd.DataFrame, opbouw: Mapping[str, tuple[Opbouw, ...]], kader: Kader) -> pd.DataFrame:
    """The average of all areas, weighed by the inhabitants an indicator is about; only where no area is missing."""
    slugs = [g.slug for g in kader.bladeren()]
    delen = tabel[tabel["regio"].isin(slugs) & tabel["waarde"].notna()]
    rijen = []
    for _, groep in delen.groupby(["indicator", "jaar"], sort=True):
        eerste = groep.iloc[0]
        indicator, jaar = kader.indicator(str(eerste["indicator"])), int(eerste["jaar"])
        gewichten = bevolking.gewichten(opbouw, slugs, indicator, jaar)
        if len(groep) < len(slugs) or gewichten is None or indicator.eenheid == "aantal":
            continue
        gewicht = groep["regio"].map(gewichten) / sum(gewichten.values())
        waarde = float((groep["waarde"] * gewicht).sum())
        # Of independent parts the variances add up, by the square of their weights.
        marge = float((((groep["boven"] - groep["onder"]) / 2 * gewicht) ** 2).sum(skipna=False) ** 0.5)
        rijen.append(
            {
                "indicator": indicator.id,
                "regio": kader.instellingen.samenwerking,
                "jaar": jaar,
                "waarde": waarde,
                "reden": "",
                "teller": groep["teller"].sum(skipna=False),
                "noemer": groep["noemer"].sum(skipna=False),
                "onder": waarde - marge,
                "boven": waarde + marge,
                "bron": _samen(groep["bron"]),
                "peildatum": _samen(groep["peildatum"]),
                "status": VOORBEELD if (groep["status"] == VOORBEELD).any() else BEREKEND,
                "opmerking": "Gemiddelde van de gebieden, gewogen naar inwoners.",
                "breuk": "",
                "plekken": tuple(plek for plekken in groep["plekken"] for plek in plekken),
                "afgerond_op": groep["afgerond_op"].max(),
            }
        )
    return pd.DataFrame(rijen, columns=list(_KOLOMMEN)).astype(tabel.dtypes.to_dict())


def _samen(teksten: Iterable[str]) -> str:
    """Each text once, in the order of the areas."""
    return "; ".join(dict.fromkeys(filter(None, teksten)))


def _metingen(tabel: pd.DataFrame) -> dict[tuple[str, str], tuple[Meting, ...]]:
    gesorteerd = tabel.sort_values(["indicator", "regio", "jaar"], kind="stable")
    per_sleutel: dict[tuple[str, str], list[Meting]] = {}
    for rij in gesorteerd.to_dict("records"):
        waarde = _of_geen(rij["waarde"])
        meting = Meting(
            indicator=str(rij["indicator"]),
            regio=str(rij["regio"]),
            jaar=int(rij["jaar"]),
            waarde=waarde,
            reden=None if waarde is not None else Reden(rij["reden"] or Reden.ONBEKEND.value),
            onder=_of_geen(rij["onder"]),
            boven=_of_geen(rij["boven"]),
            bron=str(rij["bron"]),
            peildatum=str(rij["peildatum"]),
            status=str(rij["status"]),
            opmerking=str(rij["opmerking"]),
            teller=_of_geen(rij["teller"]),
            noemer=_of_geen(rij["noemer"]),
            breuk=str(rij["breuk"]),
            plekken=rij["plekken"],
            afgerond_op=int(rij["afgerond_op"]),
        )
        per_sleutel.setdefault((meting.indicator, meting.regio), []).append(meting)
    return {sleutel: tuple(reeks) for sleutel, reeks in per_sleutel.items()}


def _plekken(cijfer: Cijfer) -> tuple[Plek, ...]:
    """Where the figure stands: in its own cell, or in those it is calculated from."""
    plek = cijfer.plekken.get("Teller" if cijfer.waarde is None and cijfer.teller is not None else "Waarde")
    return (plek,) if plek else ()


def _of_geen(waarde: float) -> float | None:
    return None if pd.isna(waarde) else float(waarde)
