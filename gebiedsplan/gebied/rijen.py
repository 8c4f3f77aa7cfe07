"""From one row of a sheet to one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from gebiedsplan.bevinding import Bevinding, Plek, bedoelde_u
from gebiedsplan.gebied.bladen import EERST_NULMETING, TUSSENMETINGEN
from gebiedsplan.gebied.cellen import Rij
from gebiedsplan.gebied.contact import maillink, telefoonlink, weblink
from gebiedsplan.gebied.getallen import MATEN, Maat
from gebiedsplan.gebied.leesopmerkingen import Opmerking
from gebiedsplan.gebied.model import (
    Aanbod,
    Actie,
    Besluitdeel,
    Bevolkingsgroep,
    Casus,
    Cijfer,
    Doel,
    Duiding,
    Geldpost,
    Gesprek,
    Hulpvraag,
    Partner,
    Reden,
    Risico,
    Speerpunt,
    Terugblik,
    Tussenmeting,
)
from gebiedsplan.gebied.onderdelen import VERGADERING
from gebiedsplan.herkomst import naar
from gebiedsplan.kader.model import Indicator
from gebiedsplan.werkmap import Cel, gelijk


def veld(rij: Rij) -> tuple[str, Cel | None]:
    """A field of the sheet Gebied: its name and the cell with its value."""
    return rij.tekst("Veld"), rij.cel("Waarde")


def bevolkingsgroep(rij: Rij) -> Bevolkingsgroep:
    """A row of Bevolking."""
    aantal = rij.cijfer("Aantal", Maat.AANTAL)
    return Bevolkingsgroep(
        groep=rij.tekst("Leeftijdsgroep").replace("–", "-"),
        regio=rij.keuze("Regio"),
        jaar=rij.jaar("Jaar"),
        aantal=aantal.waarde,
        reden=aantal.reden,
        bron=rij.tekst("Bron"),
        peildatum=rij.tekst("Peildatum"),
        status=rij.keuze("Status"),
        opmerking=rij.tekst("Opmerking"),
        plekken=rij.plekken,
    )


def cijfer(rij: Rij, eenheden: Mapping[str, str]) -> Cijfer:
    """A row of a figure sheet; ``eenheden`` are the units of the indicators of the kader."""
    indicator = rij.keuze("Indicator")
    maat = MATEN.get(eenheden.get(indicator, ""), Maat.ANDERS)
    waarde = rij.cijfer("Waarde", maat)
    teller, noemer = rij.getal("Teller", Maat.AANTAL), rij.getal("Noemer", Maat.AANTAL)
    # Without a Waarde but with its parts the figure is calculated later: then nothing is missing.
    berekend = waarde.reden is Reden.NIET_GEMETEN and teller is not None and noemer is not None
    return Cijfer(
        indicator=indicator,
        regio=rij.keuze("Regio"),
        jaar=rij.jaar("Jaar"),
        waarde=waarde.waarde,
        reden=None if berekend else waarde.reden,
        teller=teller,
        noemer=noemer,
        ondergrens=rij.getal("Ondergrens", maat),
        bovengrens=rij.getal("Bovengrens", maat),
        bron=rij.tekst("Bron"),
        peildatum=rij.tekst("Peildatum"),
        status=rij.keuze("Status"),
        opmerking=rij.tekst("Opmerking"),
        trendbreuk=rij.tekst("Trendbreuk"),
        plekken=rij.plekken,
    )


def gesprek(rij: Rij) -> Gesprek:
    """A row of Gesprekken."""
    return Gesprek(
        datum=rij.datum("Datum"),
        vorm=rij.tekst("Vorm"),
        met_wie=rij.tekst("Met wie"),
        aantal=rij.getal("Aantal", Maat.AANTAL),
        meegegeven=rij.tekst("Wat is meegegeven"),
        gedaan=rij.tekst("Wat is ermee gedaan"),
        speerpunten=rij.codes("Speerpunt"),
        plekken=rij.plekken,
    )


def terugblik(rij: Rij) -> Terugblik:
    """A row of Terugblik."""
    return Terugblik(
        code=rij.tekst("Speerpunt"),
        titel=rij.tekst("Titel"),
        status=rij.keuze("Status"),
        resultaat=rij.tekst("Resultaat"),
        geleerd=rij.tekst("Wat leerden we"),
        plekken=rij.plekken,
    )


def speerpunt(rij: Rij) -> Speerpunt:
    """A row of Speerpunten."""
    return Speerpunt(
        code=rij.tekst("Code"),
        titel=rij.tekst("Titel"),
        opgave=rij.tekst("Opgave"),
        doel=rij.tekst("Doel"),
        aanpak=rij.tekst("Aanpak"),
        doelgroepen=rij.keuzes("Doelgroep"),
        themas=rij.keuzes("Thema"),
        hoofdopgave=rij.keuze("Hoofdopgave"),
        bouwsteen=rij.keuze("Bouwsteen"),
        pijlers=rij.keuzes("Pijlers"),
        dimensies=rij.keuzes("Dimensie"),
        inzet=rij.tekst("Inzet sociaal team"),
        accent=rij.tekst("Accent in aanbod en subsidie"),
        plekken=rij.plekken,
    )


def doel(rij: Rij, indicatoren: Iterable[Indicator], bevindingen: list[Bevinding]) -> Doel:
    """A row of Doelen; an indicator that is not in the kader needs its own unit."""
    naam = rij.tekst("Indicator")
    uit_kader = _indicator(naam, indicatoren)
    eenheid = rij.tekst("Eenheid")
    if naam and uit_kader is None and not eenheid:
        bevindingen.append(_indicator_zonder_eenheid(rij.plek_van("Indicator"), naam, indicatoren))
    maat = MATEN.get(uit_kader.eenheid if uit_kader else eenheid.casefold(), Maat.ANDERS)
    eerst = rij.woorden("Nulmeting").casefold() == EERST_NULMETING
    return Doel(
        speerpunt=rij.tekst("Speerpunt"),
        indicator=uit_kader.id if uit_kader else "",
        naam=naar(uit_kader.naam, [naam]) if uit_kader else naam,
        eenheid=uit_kader.eenheid if uit_kader else eenheid,
        instrument=rij.tekst("Instrument"),
        eerst_nulmeting=eerst,
        nulmeting=None if eerst else rij.getal("Nulmeting", maat),
        nulmeting_jaar=rij.jaar("Nulmeting jaar") or None,
        tussenmetingen=_tussenmetingen(rij, maat),
        streefwaarde=rij.getal("Streefwaarde", maat),
        streefwaarde_jaar=rij.jaar("Streefwaarde jaar") or None,
        richting=rij.keuze("Richting"),
        plekken=rij.plekken,
    )


def _tussenmetingen(rij: Rij, maat: Maat) -> tuple[Tussenmeting, ...]:
    """What is filled in, oldest first; what has no year comes last."""
    gelezen = [Tussenmeting(rij.getal(naam, maat), rij.jaar(f"{naam} jaar") or None, naam) for naam in TUSSENMETINGEN]
    gevuld = [meting for meting in gelezen if meting.waarde is not None]
    return tuple(sorted(gevuld, key=lambda meting: (meting.jaar is None, meting.jaar or 0)))


def _indicator(naam: str, indicatoren: Iterable[Indicator]) -> Indicator | None:
    return next((i for i in indicatoren if any(gelijk(naam, woord) for woord in (i.id, i.naam, *i.aliassen))), None)


def actie(rij: Rij) -> Actie:
    """A row of Acties."""
    return Actie(
        speerpunt=rij.tekst("Speerpunt"),
        actie=rij.tekst("Actie"),
        partner=rij.tekst("Partner"),
        rol=rij.keuze("Rol gemeente"),
        planning=rij.tekst("Planning"),
        resultaat=rij.tekst("Resultaat"),
        middelen=rij.bedrag("Middelen"),
        plekken=rij.plekken,
    )


def partner(rij: Rij) -> Partner:
    """A row of Partners."""
    return Partner(rij.tekst("Naam"), rij.keuze("Soort"), rij.tekst("Wat zij doen"))


def aanbod(rij: Rij) -> Aanbod:
    """A row of Aanbod."""
    return Aanbod(
        activiteit=rij.tekst("Activiteit"),
        aanbieder=rij.tekst("Aanbieder"),
        plaats=rij.tekst("Plaats"),
        bouwsteen=rij.keuze("Bouwsteen"),
        doelgroepen=rij.keuzes("Doelgroep"),
        themas=rij.keuzes("Thema"),
        dorpen=rij.keuzes("Dorp"),
        beschrijving=rij.tekst("Beschrijving"),
        wanneer=rij.tekst("Wanneer"),
        toegang=rij.keuze("Toegang"),
        kosten=rij.tekst("Kosten"),
        telefoon=rij.contact("Telefoon", telefoonlink, "telefoonnummer", "072 123 45 67 of 14 072"),
        mail=rij.contact("E-mail", maillink, "e-mailadres", "info@organisatie.nl"),
        website=rij.contact("Website", weblink, "webadres", "www.organisatie.nl/eettafel"),
    )


def geldpost(rij: Rij) -> Geldpost:
    """A row of Middelen."""
    return Geldpost(rij.tekst("Post"), rij.jaar("Jaar"), rij.bedrag("Bedrag"), rij.tekst("Dekking"), rij.plekken)


def hulpvraag(rij: Rij) -> Hulpvraag:
    """A row of Businesscase. Of the two kinds of costs of the sociale basis one may be left out: it is not there."""
    inwoners = rij.cijfer("Inwoners", Maat.AANTAL)
    vast, per_inwoner = rij.bedrag("Sociale basis vast"), rij.bedrag("Sociale basis per inwoner")
    if rij.leeg("Sociale basis vast") and per_inwoner is not None:
        vast = 0.0
    elif rij.leeg("Sociale basis per inwoner") and vast is not None:
        per_inwoner = 0.0
    return Hulpvraag(
        naam=rij.tekst("Hulpvraag"),
        speerpunt=rij.tekst("Speerpunt"),
        jaar=rij.jaar("Jaar"),
        inwoners=inwoners.waarde,
        reden=inwoners.reden,
        maatwerk=rij.bedrag("Maatwerk per inwoner"),
        vast=vast,
        per_inwoner=per_inwoner,
        laag=rij.getal("Vermeden laag", Maat.PROCENT),
        hoog=rij.getal("Vermeden hoog", Maat.PROCENT),
        bronnen=(
            rij.tekst("Bron inwoners"),
            rij.tekst("Bron maatwerk"),
            rij.tekst("Bron sociale basis"),
            rij.tekst("Bron vermeden"),
        ),
        status=rij.keuze("Status"),
        opmerking=rij.tekst("Opmerking"),
        plekken=rij.plekken,
    )


def duiding(rij: Rij) -> Duiding:
    """A row of Duiding."""
    return Duiding(rij.keuze("Indicator"), rij.tekst("Tekst"))


def risico(rij: Rij) -> Risico:
    """A row of Risico's."""
    return Risico(
        risico=rij.tekst("Risico"),
        maatregel=rij.tekst("Maatregel"),
        kans=rij.keuze("Kans"),
        bedrag=rij.bedrag("Bedrag"),
        plekken=rij.plekken,
    )


def casus(rij: Rij) -> Casus:
    """A row of Casus."""
    return Casus(rij.tekst("Titel"), rij.markdown("Tekst"))


def tekst(rij: Rij) -> tuple[str, str]:
    """A row of Teksten: where it goes, and the Markdown."""
    return rij.keuze("Onderdeel"), rij.markdown("Tekst")


def besluitdeel(rij: Rij) -> Besluitdeel:
    """A row of Besluit; what stands in the column Tekst depends on the part it is."""
    onderdeel = rij.keuze("Onderdeel")
    dag = rij.datum("Tekst") if onderdeel == VERGADERING else dt.date.min
    return Besluitdeel(
        onderdeel=onderdeel,
        bij=rij.getal("Bij beslispunt"),
        werkwoord=rij.keuze("Werkwoord"),
        tekst="" if onderdeel == VERGADERING else rij.markdown("Tekst"),
        datum=None if dag == dt.date.min else dag,
        plekken=rij.plekken,
    )


def opmerking(rij: Rij) -> Opmerking:
    """A row of Opmerkingen. Any status may stand there: a plan does not wait for it."""
    return Opmerking(
        wie=rij.tekst("Wie"),
        wanneer=rij.tekst("Wanneer"),
        wat=rij.tekst("Opmerking"),
        kenmerk=rij.tekst("Kenmerk"),
        status=rij.tekst("Status"),
        plekken=rij.plekken,
    )


def _indicator_zonder_eenheid(plek: Plek, naam: str, indicatoren: Iterable[Indicator]) -> Bevinding:
    naaste = bedoelde_u(naam, [i.naam for i in indicatoren])
    return Bevinding(
        "onbekende-keuze",
        plek,
        f"“{naam}” is geen indicator uit het kader, en er is geen eenheid ingevuld.",
        f"{naaste} Of is het een eigen indicator? Vul dan de kolom Eenheid in.".strip(),
    )
