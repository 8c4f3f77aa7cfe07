"""The preventiekaart as a workbook: a sheet to read, and one table to filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gebiedsplan.kader.eigen import Woorden
from gebiedsplan.preventiekaart.model import Activiteit, Gebiedsaanbod, Preventiekaart
from gebiedsplan.werkmap.boek import (
    Celwaarde,
    Formaat,
    Kolomkop,
    Leesblad,
    Leesregel,
    Leessoort,
    Rol,
    Tabelblad,
    Werkboek,
)

_BLAD = "Aanbod"
_KOLOMMEN = (
    Kolomkop("Activiteit", Rol.VERPLICHT, 30, "Wat er te doen is."),
    Kolomkop("Gebied", Rol.VERPLICHT, 22, "Het gebied van de werkmap waar dit in staat."),
    Kolomkop("Dorp", Rol.VERPLICHT, 22, "Het dorp of de wijk. Leeg: in het hele gebied."),
    Kolomkop("Plaats", Rol.VERPLICHT, 24, "Waar het is."),
    Kolomkop("Beschrijving", Rol.VERPLICHT, 50, "Wat u er doet."),
    Kolomkop("Wanneer", Rol.VERPLICHT, 28, "Dag en tijd."),
    Kolomkop("Voor wie", Rol.VERPLICHT, 34, "De doelgroepen."),
    Kolomkop("Toegang", Rol.VERPLICHT, 18, "Of iemand zo binnen kan lopen."),
    Kolomkop("Kosten", Rol.VERPLICHT, 18, "Wat het kost."),
    Kolomkop("Aanbieder", Rol.VERPLICHT, 24, "Wie het organiseert."),
    Kolomkop("Telefoon", Rol.VERPLICHT, 18, "Het nummer van de organisatie."),
    Kolomkop("E-mail", Rol.VERPLICHT, 32, "Het adres van de organisatie."),
    Kolomkop("Website", Rol.VERPLICHT, 32, "De pagina over de activiteit, of die van de organisatie."),
    Kolomkop("Thema", Rol.VERPLICHT, 30, "Waar het bij helpt."),
    Kolomkop("Bouwsteen", Rol.VERPLICHT, 26, "De bouwsteen van het beleidskader."),
    Kolomkop("Bijgewerkt", Rol.VERPLICHT, 14, "De datum van de werkmap van het gebied.", Formaat.DATUM),
)
# A kader need not have these to choose from.
_VAN_KADER = ("Voor wie", "Thema", "Bouwsteen")
_ZO_ZOEKT_U = (
    ("Filteren", "Klik op het pijltje in een kop. In een cel staat soms meer dan één keuze: kies dan "
     "Tekstfilters, Bevat."),
    ("Een lege cel", "Dit is niet ingevuld: vraag het de aanbieder. Is Dorp leeg, dan is het in het hele gebied."),
    ("Verandert er iets?", "Pas het aan in de werkmap van het gebied en maak de kaart opnieuw. Wat u hier verandert, "
     "gaat dan verloren."),
)  # fmt: skip


def werkboek(kaart: Preventiekaart) -> Werkboek:
    """The whole workbook; every row of its table is an activity."""
    rijen = [_rij(gebied, activiteit) for gebied in kaart.gebieden for activiteit in gebied.activiteiten]
    gevuld = [k for k, kop in enumerate(_KOLOMMEN) if kop.naam not in _VAN_KADER or any(rij[k] for rij in rijen)]
    return Werkboek(
        titel=kaart.titel,
        onderwerp=kaart.ondertitel,
        maker=kaart.samenwerking,
        datum=kaart.datum,
        bladen=(
            Leesblad("Lees mij", tuple(_leesregels(kaart))),
            Tabelblad(
                _BLAD,
                tuple(_kop(_KOLOMMEN[k], kaart.woorden) for k in gevuld),
                tuple(tuple(rij[k] for k in gevuld) for rij in rijen),
                tabel="Preventiekaart",
            ),
        ),
        namen={},
    )


def _kop(kolom: Kolomkop, woorden: Woorden) -> Kolomkop:
    heet = {"Thema": woorden.thema.kop, "Bouwsteen": woorden.bouwsteen.kop}
    return replace(kolom, naam=heet.get(kolom.naam, kolom.naam))


def _rij(gebied: Gebiedsaanbod, a: Activiteit) -> tuple[Celwaarde, ...]:
    wat = (a.naam, gebied.naam, a.dorp, a.plaats, a.beschrijving, a.wanneer, a.voor_wie, a.toegang, a.kosten)
    contact = (a.contact_van("Telefoon"), a.contact_van("E-mail"), a.contact_van("Website"))
    return (*wat, a.aanbieder, *contact, a.themas, a.bouwsteen, gebied.datum)


def _leesregels(kaart: Preventiekaart) -> Iterator[Leesregel]:
    yield Leesregel(kaart.titel, soort=Leessoort.TITEL)
    yield Leesregel("Wat dit is", f"{kaart.ondertitel}: {kaart.aantal} activiteiten, van alle gebieden samen.")
    yield Leesregel("Bijgewerkt", f"De gegevens komen uit de werkmappen van de gebieden: {kaart.bijgewerkt}.")
    for ontbrekend in kaart.ontbreekt:
        yield Leesregel("Niet op de kaart", f"{ontbrekend.naam}: {ontbrekend.reden}.")
    yield Leesregel("Zo zoekt u", soort=Leessoort.KOP)
    yield Leesregel(_BLAD, "Eén rij is één activiteit.", naar=_BLAD)
    yield from (Leesregel(woord, tekst) for woord, tekst in _ZO_ZOEKT_U)
