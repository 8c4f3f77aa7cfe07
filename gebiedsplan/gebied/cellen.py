"""From the cell of a person to a value: Dutch numbers, signs, dates and choices.

A ``Rij`` reads one row by column name; its words know their cell. What cannot be read becomes a Bevinding and an empty
value, so that one mistake never hides another.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding, Ernst, Plek, bedoelde_u
from gebiedsplan.gebied.bladen import EERST_NULMETING, NOG_NIET_VASTGESTELD
from gebiedsplan.gebied.datums import lees_datum
from gebiedsplan.gebied.getallen import Maat, lees_getal, lees_teken
from gebiedsplan.gebied.keuzes import Keuzelijst
from gebiedsplan.gebied.kolommen import Kolom, Soort
from gebiedsplan.gebied.model import Plekken, Reden
from gebiedsplan.herkomst import uit
from gebiedsplan.werkmap import Cel, Formule, Foutwaarde

# A whole number of more digits is shown as it stands there.
_GROOTSTE_GEHEEL = 10**15
# Longer texts are shown by their beginning.
_GENOEG = 60

# What to write where a number is not known, in each kind of column that holds numbers.
_ZONDER_GETAL: Mapping[Soort, str] = {
    Soort.GETAL: "Is het er niet? Laat de cel dan leeg.",
    Soort.CIJFER: "Is het er niet? Gebruik dan een teken: . (onbekend), x (geheim), - (nihil), n.v.t., "
    "later of vervallen. Zet een toelichting in de kolom Opmerking.",
    Soort.BEDRAG: f"Is het er nog niet? Vul dan in: {NOG_NIET_VASTGESTELD}.",
    Soort.VRIJ: f"Is het er nog niet? Vul dan in: {EERST_NULMETING}.",
}


@dataclass(frozen=True, slots=True)
class Getal:
    """A figure or the reason there is none; exactly one of the two is set."""

    waarde: float | None
    reden: Reden | None = None


class Rij:
    """One row of a sheet, read by column name. Findings go into the list it was given."""

    def __init__(
        self,
        cellen: Mapping[str, Cel],
        kolommen: Mapping[str, Kolom],
        keuzes: Mapping[str, Keuzelijst],
        bevindingen: list[Bevinding],
        plek: Plek,
        waar: str = "de kolom",
    ) -> None:
        self._cellen = cellen
        self._kolommen = kolommen
        self._keuzes = keuzes
        self._bevindingen = bevindingen
        self.plek = plek
        self._waar = waar

    def tekst(self, naam: str) -> str:
        """The words in the cell, with single spaces; "" when it is empty."""
        return uit(" ".join(self.markdown(naam).split()), self.plek_van(naam))

    def markdown(self, naam: str) -> str:
        """The words in the cell with their lines as they are; "" when it is empty."""
        cel = self._gevuld(naam)
        if cel is None:
            return ""
        return uit(str(cel.waarde).strip() if isinstance(cel.waarde, str) else getoond(cel), cel.plek)

    def getal(self, naam: str, maat: Maat = Maat.ANDERS) -> float | None:
        """The number in the cell, in the unit of ``maat``; None when it is empty or is no number."""
        cel = self._gevuld(naam)
        return self._getal(cel, naam, maat) if cel is not None else None

    def cijfer(self, naam: str, maat: Maat = Maat.ANDERS) -> Getal:
        """The number in the cell, or the reason there is none."""
        cel = self._gevuld(naam)
        if cel is None:
            return Getal(None, Reden.NIET_GEMETEN)
        teken = lees_teken(cel)
        if teken is not None:
            return Getal(None, teken)
        waarde = self._getal(cel, naam, maat)
        return Getal(waarde) if waarde is not None else Getal(None, Reden.ONBEKEND)

    def bedrag(self, naam: str) -> float | None:
        """The amount in euros; None for an empty cell or "nog niet vastgesteld"."""
        if self.woorden(naam).casefold() == NOG_NIET_VASTGESTELD:
            return None
        return self.getal(naam, Maat.GELD)

    def jaar(self, naam: str) -> int:
        """The year in the cell; 0 when it is empty or is no year."""
        cel = self._gevuld(naam)
        if cel is None:
            return 0
        lezing = lees_getal(cel)
        if lezing is None or not lezing.waarde.is_integer() or not 1900 <= lezing.waarde <= 2199:
            opmaak = "Kies in Excel de opmaak Standaard. " if isinstance(cel.waarde, dt.date) else ""
            self._meld(
                "geen-jaar",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat “{getoond(cel)}”. Dat is geen jaar.",
                f"{opmaak}Vul een jaar in van vier cijfers, zoals 2026.",
            )
            return 0
        return int(lezing.waarde)

    def datum(self, naam: str) -> dt.date:
        """The date in the cell; ``date.min`` when it is empty or is no date."""
        cel = self._gevuld(naam)
        if cel is None:
            return dt.date.min
        dag = lees_datum(cel)
        if dag is None:
            opmaak = "Kies in Excel de opmaak Datum. " if isinstance(cel.waarde, int | float) else ""
            self._meld(
                "geen-datum",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat “{getoond(cel)}”. Dat is geen datum.",
                f"{opmaak}Vul een datum in, zoals 16-11-2026.",
            )
        return dag or dt.date.min

    def keuze(self, naam: str) -> str:
        """The id of the choice in the cell; "" when it is empty or not in its list."""
        gekozen = self.keuzes(naam, scheiding="")
        return gekozen[0] if gekozen else ""

    def keuzes(self, naam: str, scheiding: str = ";") -> tuple[str, ...]:
        """The ids of the choices in the cell, in the order they stand there."""
        cel = self._gevuld(naam)
        if cel is None:
            return ()
        lijst = self._keuzes[self._kolommen[naam].lijst]
        ids = []
        for woord in _delen(str(cel.waarde), scheiding):
            id_ = lijst.zoek(woord)
            if id_ is None:
                self._onbekende_keuze(cel, naam, woord, lijst)
            else:
                ids.append(uit(id_, cel.plek))
        return tuple(dict.fromkeys(ids))

    def contact(self, naam: str, link: Callable[[str], str], wat: str, voorbeeld: str) -> str:
        """The words in the cell; says so when they are not the one number or address that ``link`` knows."""
        tekst = self.tekst(naam)
        if tekst and not link(tekst):
            self._meld(
                "contact-onbekend",
                self.plek_van(naam),
                f"In {self._waar} {self._kop(naam)} staat “{_kort(tekst)}”. Dat is niet precies één {wat}.",
                f"Vul er één in, zoals {voorbeeld}. Begint het met een 0? Kies dan in Excel de opmaak Tekst. "
                "Zo is het een woord op de preventiekaart en geen koppeling.",
                Ernst.LET_OP,
            )
        return tekst

    def codes(self, naam: str) -> tuple[str, ...]:
        """The codes in the cell, with ; or , between them."""
        return tuple(uit(code, self.plek_van(naam)) for code in _delen(self.tekst(naam).replace(",", ";"), ";"))

    @property
    def plekken(self) -> Plekken:
        """Where the cells of this row stand, by column."""
        return {naam: self.plek_van(naam) for naam in self._kolommen}

    def plek_van(self, naam: str) -> Plek:
        """Where the cell of this column is; the row when the column is not there."""
        return self._cellen[naam].plek if naam in self._cellen else self.plek

    def cel(self, naam: str) -> Cel | None:
        """The cell itself, unread; None when its column is not there."""
        return self._cellen.get(naam)

    def leeg(self, naam: str) -> bool:
        """Whether nothing stands in the cell, or its column is not there."""
        cel = self.cel(naam)
        return cel is None or cel.leeg

    def woorden(self, naam: str) -> str:
        """The words in the cell with single spaces, without judging them."""
        cel = self.cel(naam)
        return " ".join(str(cel.waarde).split()) if cel is not None else ""

    def _kop(self, naam: str) -> str:
        """What the column is called in the workbook."""
        return self._kolommen[naam].kop

    def _gevuld(self, naam: str) -> Cel | None:
        """The cell when it holds something that can be read; says so when it should and does not."""
        cel = self.cel(naam)
        if cel is None:
            return None
        if isinstance(cel.waarde, Formule):
            self._meld(
                "formule-zonder-waarde",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat een formule zonder bewaarde uitkomst ({cel.waarde.tekst}).",
                "Open de werkmap in Excel of LibreOffice en sla haar op. Of vul de uitkomst zelf in.",
            )
            return None
        if isinstance(cel.waarde, Foutwaarde):
            self._meld(
                "foutwaarde",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat de Excel-fout {cel.waarde.tekst}.",
                "Herstel de formule, of vul de waarde zelf in.",
            )
            return None
        if cel.leeg and self._kolommen[naam].verplicht:
            self._meld(
                "verplicht-leeg",
                cel.plek,
                f"{self._waar.capitalize()} {self._kop(naam)} is hier leeg.",
                f"Vul deze cel in. {self._kolommen[naam].uitleg}",
            )
        return None if cel.leeg else cel

    def _getal(self, cel: Cel, naam: str, maat: Maat) -> float | None:
        lezing = lees_getal(cel, maat)
        if lezing is None:
            self._geen_getal(cel, naam)
            return None
        if lezing.twijfel:
            self._meld(
                "getal-dubbelzinnig",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat “{getoond(cel)}”. "
                f"Dat is gelezen als {als_getal(lezing.waarde)}.",
                "Klopt dat niet? Typ het dan als getal, zonder punt voor de duizendtallen en met een komma "
                "voor wat erachter staat.",
                Ernst.LET_OP,
            )
        if lezing.deel:
            self._meld(
                "procent-als-deel",
                cel.plek,
                f"In {self._waar} {self._kop(naam)} staat {als_getal(lezing.waarde)}. Dat is minder dan 1 procent.",
                f"Bedoelt u {als_getal(round(lezing.waarde * 100, 10))} procent? Vul dan dat getal in.",
                Ernst.LET_OP,
            )
        return lezing.waarde

    def _geen_getal(self, cel: Cel, naam: str) -> None:
        self._meld(
            "geen-getal",
            cel.plek,
            f"In {self._waar} {self._kop(naam)} staat “{getoond(cel)}”. Dat is geen getal.",
            f"Vul alleen het getal in, zoals 12,5 of 1.290. {_ZONDER_GETAL[self._kolommen[naam].soort]}",
        )

    def _onbekende_keuze(self, cel: Cel, naam: str, woord: str, lijst: Keuzelijst) -> None:
        naaste = bedoelde_u(woord, lijst.namen)
        hulp = naaste or "Kies uit: " + "; ".join(lijst.namen) + "."
        self._meld(
            "onbekende-keuze",
            cel.plek,
            f"In {self._waar} {self._kop(naam)} staat “{woord}”. "
            f"Dat staat niet in de lijst met {lijst.heet or self._kolommen[naam].lijst}.",
            hulp,
        )

    def _meld(self, code: str, plek: Plek, tekst: str, hulp: str, ernst: Ernst = Ernst.FOUT) -> None:
        self._bevindingen.append(Bevinding(code, plek, tekst, hulp, ernst))


def getoond(cel: Cel) -> str:
    """What a person sees in the cell."""
    waarde = cel.waarde
    if isinstance(waarde, bool):
        return "WAAR" if waarde else "ONWAAR"
    if isinstance(waarde, dt.date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    if isinstance(waarde, float) or (isinstance(waarde, int) and abs(waarde) < _GROOTSTE_GEHEEL):
        return f"{als_getal(waarde * 100)}%" if cel.als_procent else als_getal(waarde)
    return _kort(" ".join(str(waarde).split()))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _GENOEG else f"{tekst[:_GENOEG].rstrip()}…"


def als_getal(waarde: float) -> str:
    """A number as it is written in a workbook: 42,5."""
    return f"{waarde:.10g}".replace(".", ",")


def _delen(tekst: str, scheiding: str) -> list[str]:
    stukken = re.split(rf"[{scheiding}\n]", tekst) if scheiding else [tekst]
    return [stuk.strip() for stuk in stukken if stuk.strip()]
