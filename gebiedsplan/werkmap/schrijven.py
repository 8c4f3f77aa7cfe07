"""Write a workbook from plain values: sheets with a fixed header, notes, choices, colours and light protection."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeAlias

from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from gebiedsplan.werkmap import opmaak
from gebiedsplan.werkmap.boek import Celwaarde, Gegevensblad, Kolomkop, Leesblad, Leessoort, Rol, Tabelblad, Werkboek
from gebiedsplan.werkmap.gegevens import gegevensblad
from gebiedsplan.werkmap.inpakken import inpakken
from gebiedsplan.werkmap.maten import papierbreedte, zet_hoogte
from gebiedsplan.werkmap.regels import zet_invoer, zet_markeringen
from gebiedsplan.werkmap.verwijzing import LAATSTE_RIJ, begin, celnaam

# openpyxl's sheet and cell; the published stubs allow for what is never made here.
_Vel: TypeAlias = Any
_Cel: TypeAlias = Any

_LAATSTE_KOLOM = 16384
_A4 = 9
# A note is as wide as this in points, and a line of it holds about so many characters.
_NOTITIE_BREED, _NOTITIE_TEKENS, _NOTITIE_REGEL = 340, 52, 17
_LEESBREEDTES = (30, 100)


def write(boek: Werkboek) -> bytes:
    """The workbook as a file. Same values, same bytes."""
    werk = Workbook()
    werk.remove(werk.worksheets[0])
    _eigenschappen(werk, boek)
    for naam, formule in boek.namen.items():
        werk.defined_names[naam] = DefinedName(naam, attr_text=formule)
    for blad in boek.bladen:
        vel = werk.create_sheet(blad.naam)
        if isinstance(blad, Gegevensblad):
            gegevensblad(vel, blad)
        elif isinstance(blad, Leesblad):
            _leesblad(vel, blad)
            _op_papier(vel, boek.titel, 1)
        else:
            _tabelblad(vel, blad)
            _op_papier(vel, boek.titel, papierbreedte([kolom.breedte for kolom in blad.kolommen]))
    return inpakken(werk)


def _eigenschappen(werk: Workbook, boek: Werkboek) -> None:
    moment = dt.datetime.combine(boek.datum, dt.time())
    eigenschappen = werk.properties
    eigenschappen.title, eigenschappen.subject = boek.titel, boek.onderwerp
    eigenschappen.creator = eigenschappen.lastModifiedBy = boek.maker
    eigenschappen.created = eigenschappen.modified = moment
    eigenschappen.language = "nl-NL"


# -- a sheet with records


def _tabelblad(vel: Worksheet, blad: Tabelblad) -> None:
    breedtes = [kolom.breedte for kolom in blad.kolommen]
    for nummer, kolom in enumerate(blad.kolommen, start=1):
        _kolom(vel, nummer, kolom, blad.gesloten)
        _kop(vel.cell(1, nummer), kolom)
    # The arrow of the filter takes the room of some letters.
    zet_hoogte(vel, 1, [(kolom.naam, kolom.breedte - 4) for kolom in blad.kolommen], minstens=30)
    if not blad.gesloten:
        _rest_open(vel, len(blad.kolommen) + 1)
    for rij, waarden in enumerate(blad.rijen):
        for nummer, (kolom, waarde) in enumerate(zip(blad.kolommen, waarden, strict=True), start=1):
            cel = vel.cell(rij + 2, nummer)
            _waarde(cel, waarde, kolom, blad.gesloten)
            if formaat := (blad.formaten or {}).get((rij, kolom.naam)):
                # Below each other stand values of different kinds: then they all begin at the left.
                cel.number_format, cel.alignment = opmaak.FORMATEN[formaat], opmaak.LINKSBOVEN
        zet_hoogte(vel, rij + 2, zip(waarden, breedtes, strict=True))
    zet_invoer(vel, blad)
    zet_markeringen(vel, blad)
    # Of a wide table the first column stays in sight too.
    vel.freeze_panes = "B2" if papierbreedte(breedtes) > 1 else "A2"
    vel.print_title_rows = "1:1"
    vel.print_title_cols = "A:A"
    if blad.tabel:
        # A table says itself which row is its header, also to who has it read aloud, and brings its own filter.
        vel.add_table(Table(name=blad.tabel, displayName=blad.tabel, ref=_bereik(blad, len(blad.rijen) + 1)))
    else:
        vel.auto_filter.ref = _bereik(blad, max(LAATSTE_RIJ, len(blad.rijen) + 1))
        _bescherm(vel)


def _bereik(blad: Tabelblad, laatste_rij: int) -> str:
    return f"A1:{celnaam(len(blad.kolommen), laatste_rij)}"


def _kolom(vel: Worksheet, nummer: int, kolom: Kolomkop, gesloten: bool) -> None:
    """The column itself: cells that nobody has typed in yet take over its style."""
    maat = vel.column_dimensions[get_column_letter(nummer)]
    maat.width = kolom.breedte
    maat.font = opmaak.letter(Rol.TER_INFO) if kolom.rol is Rol.TER_INFO else opmaak.GEWOON
    maat.alignment = opmaak.BOVENAAN
    maat.number_format = opmaak.FORMATEN[kolom.formaat]
    maat.protection = opmaak.DICHT if gesloten else opmaak.OPEN


def _rest_open(vel: Worksheet, eerste: int) -> None:
    """Columns to the right are free to use. Excel also deletes a row only when every cell in it is open."""
    letter = get_column_letter(eerste)
    rest = ColumnDimension(vel, index=letter, min=eerste, max=_LAATSTE_KOLOM, width=13)
    rest.font, rest.protection = opmaak.GEWOON, opmaak.OPEN
    vel.column_dimensions[letter] = rest


def _kop(cel: _Cel, kolom: Kolomkop) -> None:
    opmaak.zet_woorden(cel, kolom.naam)
    cel.font, cel.fill = opmaak.letter(kolom.rol, vet=True), opmaak.vlak(kolom.rol)
    cel.alignment, cel.border, cel.protection = opmaak.KOP_UITLIJNING, opmaak.RAND, opmaak.DICHT
    if kolom.notitie:
        regels = sum(1 + len(regel) // _NOTITIE_TEKENS for regel in kolom.notitie.splitlines())
        cel.comment = Comment(kolom.notitie, "gebiedsplan", height=_NOTITIE_REGEL * (regels + 1), width=_NOTITIE_BREED)


def _waarde(cel: _Cel, waarde: Celwaarde, kolom: Kolomkop, gesloten: bool) -> None:
    ter_info = kolom.rol is Rol.TER_INFO
    cel.font = opmaak.letter(Rol.TER_INFO) if ter_info else opmaak.GEWOON
    if ter_info:
        cel.fill = opmaak.vlak(Rol.TER_INFO)
    cel.alignment, cel.border = opmaak.BOVENAAN, opmaak.RAND
    cel.protection = opmaak.DICHT if gesloten else opmaak.OPEN
    cel.number_format = opmaak.FORMATEN[kolom.formaat]
    if isinstance(waarde, str):
        opmaak.zet_woorden(cel, waarde)
    elif waarde is not None:
        cel.value = waarde


def _bescherm(vel: Worksheet) -> None:
    """Protect without a password: the header stays as it is; rows, filters, widths and colours stay free."""
    slot = vel.protection
    slot.sheet = True
    slot.formatCells = slot.formatColumns = slot.formatRows = False
    slot.insertRows = slot.deleteRows = slot.insertColumns = slot.insertHyperlinks = False
    slot.sort = slot.autoFilter = False


# -- a sheet to read


def _leesblad(vel: _Vel, blad: Leesblad) -> None:
    vel.column_dimensions["A"].width, vel.column_dimensions["B"].width = _LEESBREEDTES
    for nummer, regel in enumerate(blad.regels, start=1):
        woord, tekst = vel.cell(nummer, 1), vel.cell(nummer, 2)
        opmaak.zet_woorden(woord, regel.woord)
        opmaak.zet_woorden(tekst, regel.tekst)
        tekst.font, tekst.alignment = opmaak.GEWOON, opmaak.BOVENAAN
        woord.font = {Leessoort.TITEL: opmaak.TITEL, Leessoort.KOP: opmaak.KOP}.get(regel.soort, opmaak.SLEUTELWOORD)
        if regel.soort is Leessoort.TEKST:
            woord.alignment = opmaak.BOVENAAN
        if regel.rol is not None:
            woord.font, woord.fill = opmaak.letter(regel.rol, vet=True), opmaak.vlak(regel.rol)
        if regel.naar:
            woord.hyperlink = Hyperlink(ref=woord.coordinate, location=begin(regel.naar), display=regel.woord)
            woord.font = opmaak.KOPPELING
        ruimte = {Leessoort.TITEL: 34, Leessoort.KOP: 30}.get(regel.soort, 0)
        zet_hoogte(vel, nummer, [(regel.tekst, _LEESBREEDTES[1])], minstens=ruimte)
    vel.sheet_view.showGridLines = False
    _bescherm(vel)


def _op_papier(vel: _Vel, titel: str, vellen_breed: int) -> None:
    vel.page_setup.orientation = "landscape"
    vel.page_setup.paperSize = str(_A4)
    vel.page_setup.fitToWidth, vel.page_setup.fitToHeight = vellen_breed, 0
    vel.sheet_properties.pageSetUpPr.fitToPage = True
    # An & would start a code in the footer of Excel.
    vel.oddFooter.left.text = titel.replace("&", "&&")
    vel.oddFooter.right.text = "&A, bladzijde &P van &N"
