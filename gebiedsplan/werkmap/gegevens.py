"""A sheet to publish, as those who cannot see it need it: a title in A1, what stands here, then one table with a name.

No merged or empty cells, no colours that mean something, no filters, fixed panes, headers, footers or protection.
After "Making spreadsheets accessible" of the Analysis Function of the British government.
"""

from __future__ import annotations

from copy import copy
from functools import lru_cache
from typing import Any

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from gebiedsplan.werkmap import maten, opmaak
from gebiedsplan.werkmap.boek import Gegeven, Gegevensblad, Gegevenstabel, Getal, Koppeling
from gebiedsplan.werkmap.verwijzing import begin, celnaam

_REGELBREEDTE = 100
_TITELHOOGTE, _KOPHOOGTE = 28, 22
_TITEL = Font(name=opmaak.LETTER, size=16, bold=True)
_KOP = Font(name=opmaak.LETTER, size=opmaak.GROOTTE, bold=True)
_ONDER_KOP = Border(bottom=Side(style="medium"))
# A little room, so that a number does not touch the words of the next column.
_RECHTS = Alignment(horizontal="right", vertical="top", indent=1)
_WOORD_RECHTS = Alignment(horizontal="right", vertical="top", wrap_text=True, indent=1)
_KOP_RECHTS = Alignment(horizontal="right", vertical="center", wrap_text=True, indent=1)
_ZONDER_OMLOOP = Alignment(vertical="top")

# openpyxl's sheet and cell; the published stubs allow for what is never made here.
_Vel = Any
_Cel = Any


def gegevensblad(vel: _Vel, blad: Gegevensblad) -> None:
    """Fill a sheet. Without a table its lines wrap; above one they run on, so that its columns keep their width."""
    _tekst(vel.cell(1, 1), blad.titel, _stijl(vel, _TITEL, _ZONDER_OMLOOP))
    maten.zet_regels(vel, 1, 1, minstens=_TITELHOOGTE)
    alleen_tekst = blad.tabel is None
    gewoon = _stijl(vel, opmaak.GEWOON, opmaak.BOVENAAN if alleen_tekst else _ZONDER_OMLOOP)
    for rij, regel in enumerate(blad.regels, start=2):
        _tekst(vel.cell(rij, 1), regel, gewoon)
        if alleen_tekst:
            maten.zet_hoogte(vel, rij, [(regel, _REGELBREEDTE)])
    if blad.tabel is None:
        vel.column_dimensions["A"].width = _REGELBREEDTE
    else:
        _tabel(vel, blad.tabel, len(blad.regels) + 2)
    vel.page_setup.orientation, vel.page_setup.paperSize = "landscape", "9"
    vel.page_setup.fitToWidth, vel.page_setup.fitToHeight = 1, 0
    vel.sheet_properties.pageSetUpPr.fitToPage = True


def _tabel(vel: _Vel, tabel: Gegevenstabel, kop: int) -> None:
    breedtes = [breedte for _, breedte in tabel.kolommen]
    stijlen = _Stijlen(vel)
    van_getallen = {i for waarden in tabel.rijen for i, waarde in enumerate(waarden, 1) if isinstance(waarde, Getal)}
    for nummer, (naam, breedte) in enumerate(tabel.kolommen, start=1):
        vel.column_dimensions[get_column_letter(nummer)].width = breedte
        _tekst(vel.cell(kop, nummer), naam, stijlen.kop_rechts if nummer in van_getallen else stijlen.kop)
    # Bold letters are wider than the estimate knows.
    maten.zet_hoogte(vel, kop, [(naam, breedte - 2) for naam, breedte in tabel.kolommen], minstens=_KOPHOOGTE)
    for rij, waarden in enumerate(tabel.rijen, start=kop + 1):
        for nummer, waarde in enumerate(waarden, start=1):
            _zet(vel.cell(rij, nummer), waarde, stijlen, rechts=nummer in van_getallen)
        regels = max(_regels(w, b) for w, b in zip(waarden, breedtes, strict=True) if isinstance(w, str | Koppeling))
        maten.zet_regels(vel, rij, regels)
    bereik = f"A{kop}:{celnaam(len(tabel.kolommen), kop + len(tabel.rijen))}"
    vel.add_table(_excel_tabel(tabel.naam, bereik, [naam for naam, _ in tabel.kolommen]))
    vel.print_title_rows = f"{kop}:{kop}"


def _excel_tabel(naam: str, bereik: str, koppen: list[str]) -> Table:
    excel = Table(displayName=naam, name=naam, ref=bereik)
    excel.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    excel.tableColumns = [TableColumn(id=nummer, name=kop) for nummer, kop in enumerate(koppen, start=1)]
    return excel


class _Stijlen:
    """One style for each kind of cell: making one for every cell takes longer than all the rest."""

    def __init__(self, vel: _Vel) -> None:
        self._vel = vel
        self.kop = _stijl(vel, _KOP, opmaak.KOP_UITLIJNING, rand=_ONDER_KOP)
        self.kop_rechts = _stijl(vel, _KOP, _KOP_RECHTS, rand=_ONDER_KOP)
        self.tekst = _stijl(vel, opmaak.GEWOON, opmaak.BOVENAAN)
        self.tekst_rechts = _stijl(vel, opmaak.GEWOON, _WOORD_RECHTS)
        self.koppeling = _stijl(vel, opmaak.KOPPELING, opmaak.BOVENAAN)
        self.jaar = _stijl(vel, opmaak.GEWOON, opmaak.LINKSBOVEN, "0")
        self._getallen: dict[str, Any] = {}

    def met_decimalen(self, decimalen: int) -> Any:
        """The style of a number with so many decimals."""
        formaat = "#,##0" + ("." + "0" * decimalen if decimalen else "")
        if formaat not in self._getallen:
            self._getallen[formaat] = _stijl(self._vel, opmaak.GEWOON, _RECHTS, formaat)
        return self._getallen[formaat]


def _zet(cel: _Cel, waarde: Gegeven, stijlen: _Stijlen, rechts: bool) -> None:
    """Fill a cell; ``rechts``: words that stand where other rows have a number end where that ends."""
    match waarde:
        case str():
            _tekst(cel, waarde, stijlen.tekst_rechts if rechts else stijlen.tekst)
        case Koppeling(tekst, naar):
            _tekst(cel, tekst, stijlen.koppeling)
            cel.hyperlink = Hyperlink(ref=cel.coordinate, location=begin(naar), display=tekst)
            cel._style = stijlen.koppeling
        case Getal(getal, decimalen):
            cel.value, cel._style = getal, stijlen.met_decimalen(decimalen)
        case int():
            cel.value, cel._style = waarde, stijlen.jaar


def _tekst(cel: _Cel, tekst: str, stijl: Any) -> None:
    """Words in a style that is shared, unless the words need a mark of their own in it."""
    cel._style = copy(stijl) if opmaak.lijkt_formule(tekst) else stijl
    opmaak.zet_woorden(cel, tekst)


def _stijl(vel: _Vel, letter: Font, uitlijning: Alignment, formaat: str = "General", rand: Border | None = None) -> Any:
    """The numbers of a style in its workbook, to share among cells; made on a cell that is filled later."""
    cel = vel.cell(1, 1)
    oud, cel._style = cel._style, copy(cel._style)
    cel.font, cel.alignment, cel.number_format = letter, uitlijning, formaat
    if rand is not None:
        cel.border = rand
    nieuw, cel._style = cel._style, oud
    return nieuw


def _regels(waarde: Gegeven, breedte: float) -> int:
    return _regels_van(waarde.tekst if isinstance(waarde, Koppeling) else str(waarde), breedte)


# The same sources and remarks stand in hundreds of rows.
@lru_cache(maxsize=4096)
def _regels_van(tekst: str, breedte: float) -> int:
    return maten.aantal_regels(tekst, breedte)
