"""What a Word document has to be for everyone to read it. One generator of findings for each rule.

The numbers of the rules are those of Microsoft's accessibility checker as it is usually described. ``w007``, ``w008``
and ``t004`` are ours: what that checker passes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.toets.model import Worddocument
from gebiedsplan.toets.regels import afbeeldingen, geheel, koppen, tabellen, tekst

__all__ = ["REGELS_VOOR_WORD", "Regel"]

Regel: TypeAlias = Callable[[Worddocument], Iterator[Bevinding]]

REGELS_VOOR_WORD: tuple[Regel, ...] = (
    afbeeldingen.afbeelding_heeft_beschrijving,
    tabellen.tabel_heeft_koprij,
    koppen.koppen_slaan_niets_over,
    geheel.document_heeft_titel,
    tabellen.cellen_zijn_heel,
    tekst.koppeling_zegt_waarheen,
    koppen.er_zijn_koppen,
    tabellen.geen_tabel_in_tabel,
    afbeeldingen.beschrijving_is_kort,
    tekst.lijst_is_een_lijst,
    tabellen.geen_lege_rijen,
    koppen.kop_is_kort,
    afbeeldingen.geen_watermerk,
    koppen.kop_heeft_kopstijl,
    geheel.niets_te_vragen,
    geheel.taal_is_ingesteld,
    tabellen.opmaak_heeft_geen_koprij,
    tekst.witruimte_is_opmaak,
    geheel.taal_is_nederlands,
)
