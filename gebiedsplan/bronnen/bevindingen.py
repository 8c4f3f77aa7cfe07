"""What can be wrong with the rows of a publisher's file: each names what was found and what was expected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from gebiedsplan.bevinding import Bevinding, Ernst, Plek, bedoelde_u
from gebiedsplan.bronnen.bestanden import Ruw
from gebiedsplan.bronnen.model import Bronwaarde, Editie

_ZOVEEL = 8


def kolom_ontbreekt(ruw: Ruw, editie: Editie, wat: str, aliassen: Iterable[str]) -> Bevinding:
    """Without this column nothing in the file can be read."""
    return Bevinding(
        "bron-kolom",
        Plek(ruw.bestand),
        f"De kolom met de {wat} is er niet. Gezocht is: {', '.join(aliassen) or 'niets'}. "
        f"De kolommen zijn: {_eerste(ruw.kop)}.",
        f"Is dit wel {editie.tabel.naam} ({editie.nummer})? Heet de kolom nu anders? Zet die naam dan in bronnen.toml.",
    )


def kolom_dubbel(ruw: Ruw, naam: str, gevonden: Iterable[str]) -> Bevinding:
    """Two columns answer to the same name."""
    return Bevinding(
        "bron-kolom",
        Plek(ruw.bestand),
        f"Twee kolommen kunnen “{naam}” zijn: {'; '.join(gevonden)}.",
        "Haal een van de twee uit het bestand, of maak de namen in bronnen.toml preciezer.",
    )


def kolommen_ontbreken(ruw: Ruw, editie: Editie, weg: Collection[str], zonder: Collection[str]) -> Bevinding:
    """Some columns are not there; what they fill is left alone."""
    kolommen = editie.tabel.kolommen
    lijkt = " ".join(filter(None, (bedoelde_u(kolommen[naam][0], ruw.kop) for naam in weg)))
    gevolg = f" Niet ingevuld worden daarom: {', '.join(zonder)}." if zonder else ""
    gezocht = ", ".join(f"{naam} (zoals {kolommen[naam][0]})" for naam in weg)
    return Bevinding(
        "bron-kolom",
        Plek(ruw.bestand),
        f"Deze kolommen staan niet in het bestand: {gezocht}.{gevolg}",
        f"Heet een kolom nu anders? Zet die naam dan in bronnen.toml. {lijkt}".strip(),
        Ernst.LET_OP,
    )


def geen_kolommen(ruw: Ruw, editie: Editie) -> Bevinding:
    """Nothing that this table should have."""
    return Bevinding(
        "bron-kolom",
        Plek(ruw.bestand),
        f"Geen enkele kolom van {editie.tabel.naam} ({editie.nummer}) staat in dit bestand. "
        f"De kolommen zijn: {_eerste(ruw.kop)}.",
        "Is dit het goede bestand? Noem de tabel met --tabel, of zet de namen van de kolommen in bronnen.toml.",
    )


def geen_waarde(ruw: Ruw, regio: str, kolom: str, cel: object, tekens: Mapping[str, str]) -> Bevinding:
    """A cell that is neither a number nor a sign."""
    return Bevinding(
        "bron-waarde",
        Plek(ruw.bestand, onderdeel=f"regio {regio}, kolom {kolom}"),
        f"Hier staat “{cel}”. Dat is geen getal en geen teken uit bronnen.toml ({', '.join(tekens)}).",
        "Zet het teken met zijn betekenis onder [tekens] in bronnen.toml, of download het bestand opnieuw.",
    )


def cijfer_twee_keer(ruw: Ruw, waarde: Bronwaarde) -> Bevinding:
    """The rows of a table are split further than bronnen.toml knows."""
    wat = waarde.indicator or f"leeftijdsgroep {waarde.groep}"
    return Bevinding(
        "bron-dubbel",
        Plek(ruw.bestand, onderdeel=f"regio {waarde.regio}, {waarde.jaar}"),
        f"Voor {wat} staan hier twee verschillende cijfers.",
        "Is de tabel nog gesplitst, bijvoorbeeld naar soort? Kies dan in bronnen.toml de goede rijen met kies.",
    )


def geen_regio(ruw: Ruw, regios: Collection[str]) -> Bevinding:
    """Nothing about us."""
    return Bevinding(
        "bron-regio",
        Plek(ruw.bestand),
        f"In dit bestand staat geen cijfer van onze regio’s. Gezocht is: {_eerste(sorted(regios))}.",
        "Download het bestand met de wijken van onze gemeenten erin. Kloppen de codes in kader.toml nog?",
    )


def _eerste(woorden: Iterable[str]) -> str:
    gevuld = [woord for woord in woorden if woord]
    return ", ".join(gevuld[:_ZOVEEL]) + (", …" if len(gevuld) > _ZOVEEL else "")
