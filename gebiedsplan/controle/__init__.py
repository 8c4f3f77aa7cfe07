"""Does a workbook hang together? One generator of findings for each rule, all of them always run."""

from __future__ import annotations

from itertools import chain

from gebiedsplan.bevinding import Bevinding
from gebiedsplan.controle import (
    aanbod,
    besluit,
    businesscase,
    cijfers,
    doelen,
    eigen,
    geheim,
    geld,
    onderbouwing,
    opmerkingen,
    optelling,
    reeksen,
    speerpunten,
    voorbereiding,
)
from gebiedsplan.controle.onderzoek import Onderzoek, Regel

__all__ = ["REGELS_VAN_SAMENHANG", "Onderzoek", "check"]

REGELS_VAN_SAMENHANG: tuple[Regel, ...] = (
    speerpunten.planjaar_is_bestandsjaar,
    speerpunten.aantal_speerpunten,
    speerpunten.bladen_worden_gebruikt,
    speerpunten.codes_zijn_uniek,
    speerpunten.verwijzingen_kloppen,
    speerpunten.terugblik_klopt,
    speerpunten.bouwsteen_hoort_bij_hoofdopgave,
    speerpunten.speerpunt_heeft_doel,
    speerpunten.speerpunt_heeft_actie,
    cijfers.jaren_kloppen,
    cijfers.blok_heeft_cijfers,
    cijfers.cijfer_staat_een_keer,
    cijfers.waarde_kan,
    cijfers.cijfer_ligt_tussen_zijn_grenzen,
    doelen.meting_is_het_cijfer,
    doelen.meting_heeft_jaar,
    doelen.tussenmeting_is_later,
    doelen.streefwaarde_ligt_goed,
    cijfers.cijfer_heeft_bron,
    speerpunten.gesprek_heeft_antwoord,
    onderbouwing.speerpunt_heeft_cijfer,
    onderbouwing.speerpunt_heeft_indicator,
    onderbouwing.speerpunt_heeft_gesprek,
    onderbouwing.speerpunt_heeft_partner,
    reeksen.cijfers_zijn_vers,
    reeksen.geen_sprong,
    optelling.groepen_zijn_het_totaal,
    optelling.wijken_zijn_het_gebied,
    geheim.teksten_zwijgen,
    geheim.bedragen_zwijgen,
    geld.totaal_is_de_som,
    geld.post_voor_acties_is_de_som,
    geld.acties_zijn_betaald,
    eigen.eigen_totaal_is_de_som,
    eigen.eigen_verwijzingen_kloppen,
    businesscase.schatting_is_een_bandbreedte,
    businesscase.waarden_kunnen,
    businesscase.alles_is_bekend,
    businesscase.aannames_hebben_een_bron,
    besluit.bestuur_heeft_alles,
    besluit.gegeven_staat_een_keer,
    besluit.kolom_hoort_bij_onderdeel,
    besluit.beslispunt_bestaat,
    besluit.beslispunt_heeft_argument,
    besluit.voorstel_past,
    aanbod.aanbod_is_volledig,
    voorbereiding.rijen_zijn_ingevuld,
    opmerkingen.opmerkingen_zijn_verwerkt,
)


def check(onderzoek: Onderzoek) -> tuple[Bevinding, ...]:
    """Every finding of every rule."""
    return tuple(chain.from_iterable(regel(onderzoek) for regel in REGELS_VAN_SAMENHANG))
