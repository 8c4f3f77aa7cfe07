"""Tables: can they be read cell by cell, with the names of their columns?"""

from __future__ import annotations

from collections.abc import Iterator

from gebiedsplan.bevinding import Bevinding, Ernst
from gebiedsplan.toets.model import Tabel, Worddocument
from gebiedsplan.toets.woorden import kort


def tabel_heeft_koprij(d: Worddocument) -> Iterator[Bevinding]:
    """The top row of a table is flagged as its header; a frame of one row or column has nothing to name."""
    for tabel in d.tabellen:
        if not tabel.heeft_koprij and not tabel.is_opmaak:
            yield Bevinding(
                "docx-e002",
                tabel.plek,
                f"De bovenste rij is niet als koprij gemarkeerd.{_begin(tabel)}",
                "Klik in de bovenste rij, kies Tabeleigenschappen > Rij, "
                "en vink aan dat de rij als koptekst bovenaan elke pagina komt.",
            )


def cellen_zijn_heel(d: Worddocument) -> Iterator[Bevinding]:
    """Every row has the same cells: none is merged with another."""
    for tabel in d.tabellen:
        samen = [(nr, cel) for nr, rij in enumerate(tabel.rijen, 1) for cel in rij.cellen if cel.samengevoegd]
        if samen:
            rij, cel = samen[0]
            woorden = f" (“{kort(cel.tekst)}”)" if cel.tekst.strip() else ""
            tekst = f"In rij {rij} is een cel samengevoegd of gesplitst{woorden}."
        elif len({len(rij.cellen) for rij in tabel.rijen}) > 1:
            tekst = f"Niet elke rij heeft evenveel cellen.{_begin(tabel)}"
        else:
            continue
        yield Bevinding(
            "docx-e005",
            tabel.plek,
            tekst,
            "Geef elke rij evenveel cellen: kies Indeling > Cellen splitsen, of maak er twee tabellen van.",
        )


def geen_tabel_in_tabel(d: Worddocument) -> Iterator[Bevinding]:
    """A table within a cell cannot be followed by ear."""
    for tabel in d.tabellen:
        if tabel.in_cel:
            yield Bevinding(
                "docx-w001",
                tabel.plek,
                f"Deze tabel staat in een cel van een andere tabel.{_begin(tabel)}",
                "Zet deze tabel onder de andere, of maak er tekst van.",
                Ernst.LET_OP,
            )


def geen_lege_rijen(d: Worddocument) -> Iterator[Bevinding]:
    """Blank rows and columns are read out as cells with nothing in them."""
    for tabel in d.tabellen:
        rijen = [nr for nr, rij in enumerate(tabel.rijen, 1) if rij.cellen and all(cel.leeg for cel in rij.cellen)]
        kolommen = _lege_kolommen(tabel) if len(rijen) < len(tabel.rijen) else []
        for soort, nummers in (("rij", rijen), ("kolom", kolommen)):
            if nummers:
                waar = ", ".join(map(str, nummers))
                yield Bevinding(
                    "docx-w004",
                    tabel.plek,
                    f"{soort.capitalize()} {waar} is helemaal leeg."
                    if len(nummers) == 1
                    else f"Deze {'rijen' if soort == 'rij' else 'kolommen'} zijn helemaal leeg: {waar}.",
                    f"Haal een lege {soort} weg. Maak witruimte met de celmarges of de rijhoogte.",
                    Ernst.LET_OP,
                )


def opmaak_heeft_geen_koprij(d: Worddocument) -> Iterator[Bevinding]:
    """A table that only frames text does not pretend to have columns."""
    for tabel in d.tabellen:
        if tabel.heeft_koprij and tabel.is_opmaak:
            yield Bevinding(
                "docx-t002",
                tabel.plek,
                f"Deze tabel heeft één rij of één kolom, maar wel een koprij.{_begin(tabel)}",
                "Haal de markering weg bij Tabeleigenschappen > Rij. Of maak er gewone tekst van, met een rand.",
                Ernst.TIP,
            )


def _begin(tabel: Tabel) -> str:
    """How the table starts, to know it by."""
    woorden = next((cel.tekst for rij in tabel.rijen for cel in rij.cellen if cel.tekst.strip()), "")
    return f" De tabel begint met “{kort(woorden)}”." if woorden else ""


def _lege_kolommen(tabel: Tabel) -> list[int]:
    breedtes = {len(rij.cellen) for rij in tabel.rijen}
    if len(breedtes) != 1 or any(cel.samengevoegd for rij in tabel.rijen for cel in rij.cellen):
        return []
    kolommen = zip(*(rij.cellen for rij in tabel.rijen), strict=True)
    return [nr for nr, kolom in enumerate(kolommen, 1) if all(cel.leeg for cel in kolom)]
