"""Is this file a workbook that can safely be opened? Looked at as bytes, before a library reads it.

A workbook is a zip of XML parts. What a zip says about its sizes need not be true, so each part is unpacked once, in
pieces and to the end, and nothing of it is kept.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from gebiedsplan.bevinding import Bevinding, Ernst, GebiedsplanFout, Plek

SOORTEN = (".xlsx", ".xlsm")

# A real workbook of an area is about 50 kB, with parts of less than 1 MB. What grows largest in practice is a sheet
# that is formatted cell by cell down to its last row; it is cut back to its filled rows before it is read.
GROOTSTE_BESTAND = 50_000_000
GROOTSTE_GEHEEL = 600_000_000
GROOTSTE_GEVULDE_BLAD = 20_000_000
GROOTSTE_DEEL = 10_000_000
MEESTE_DELEN = 5_000
# Each tag becomes a value in memory: a small part of nothing but tags takes the most time.
MEESTE_TAGS = 300_000
MEESTE_TAGS_IN_BLAD = 2_000_000

_STUK = 1 << 20
_INVOER = 1 << 16
_BLADEN = "xl/worksheets/"
# Sheets of less are read as they are.
_SLANK_VANAF = 1_000_000
# A row with its number and without any value: only formatting.
_LEGE_RIJ = re.compile(
    rb"""<(?P<p>(?:\w+:)?)row\b(?=[^>]*\sr=["'])(?:[^>]*/>|[^>]*>\s*+(?:<(?P=p)?c\b[^>]*/>\s*+)*+</(?P=p)?row>)"""
)
_DOCTYPE = b"<!DOCTYPE"
_ZIP = b"PK\x03\x04"
# The container of old Office files, and of workbooks with a password.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_OUD_EXCEL = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
# What a zip holds when it is another kind of document.
_ANDERS = {
    "word/document.xml": "een Word-document",
    "ppt/presentation.xml": "een PowerPoint-presentatie",
    "xl/workbook.bin": "een binaire werkmap (.xlsb)",
    "content.xml": "een OpenDocument-bestand (.ods)",
    "index/document.iwa": "een bestand van Numbers",
}
_PLAATSELIJKE_KOP = struct.Struct("<26x2H")

_OPSLAAN_ALS = "Open het in Excel of LibreOffice, kies Opslaan als, en kies het type Excel-werkmap (.xlsx)."


def read(pad: Path, bestand: str) -> bytes:
    """The bytes of the file at ``pad``; ``bestand`` is its name in messages.

    Raises GebiedsplanFout when the file is not there, may not be read or is too large to be a workbook.
    """
    try:
        if not pad.is_file():
            raise GebiedsplanFout([_ontbreekt(pad, bestand)])
        if pad.stat().st_size > GROOTSTE_BESTAND:
            raise GebiedsplanFout([te_groot(bestand, "Het bestand zelf is te groot.")])
        return pad.read_bytes()
    except OSError as fout:
        raise GebiedsplanFout([_op_slot(bestand, fout)]) from fout


def open_in_excel(pad: Path, bestand: str) -> tuple[Bevinding, ...]:
    """A notice when somebody has the workbook open: Excel and LibreOffice then leave a small file beside it."""
    sloten = (pad.with_name(f"~${pad.name}"), pad.with_name(f".~lock.{pad.name}#"))
    return (_staat_open(bestand),) if any(slot.exists() for slot in sloten) else ()


def keur(inhoud: bytes, bestand: str) -> None:
    """Raise GebiedsplanFout when this is no workbook that can safely be opened: it says what it is instead."""
    if inhoud.startswith(_OLE):
        raise GebiedsplanFout([_ole(inhoud, bestand)])
    if not inhoud:
        raise GebiedsplanFout([onleesbaar(bestand, "Dit bestand is leeg.")])
    if not inhoud.startswith(_ZIP):
        raise GebiedsplanFout([onleesbaar(bestand, "Dit bestand is geen werkmap, ook al heet het zo.")])
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            _keur_delen(inhoud, pakket.infolist(), bestand)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, struct.error, EOFError, ValueError) as fout:
        raise GebiedsplanFout([beschadigd(bestand)]) from fout


def _keur_delen(inhoud: bytes, delen: list[zipfile.ZipInfo], bestand: str) -> None:
    namen = {deel.filename.lower() for deel in delen}
    for naam, soort in _ANDERS.items():
        if naam in namen:
            raise GebiedsplanFout([onleesbaar(bestand, f"Dit bestand is {soort}.")])
    if "[content_types].xml" not in namen:
        raise GebiedsplanFout([onleesbaar(bestand, "Dit is een ingepakte map (zip), geen werkmap.")])
    if len(delen) > MEESTE_DELEN or sum(deel.file_size for deel in delen) > GROOTSTE_GEHEEL:
        raise GebiedsplanFout([te_groot(bestand, "Uitgepakt is dit bestand te groot voor een werkmap.")])
    for deel in delen:
        is_xml = deel.filename.lower().endswith((".xml", ".rels"))
        stukken = _uitgepakt(inhoud, deel)
        # What is no text is not read, and the sheets are cut back first; see ``slank``.
        if is_xml and not deel.filename.startswith(_BLADEN):
            stukken = _begrensd(stukken, GROOTSTE_DEEL, MEESTE_TAGS, bestand)
        if is_xml:
            stukken = _zonder_doctype(stukken)
        for _ in stukken:
            pass


def slank(inhoud: bytes, bestand: str) -> bytes:
    """The same workbook without the rows that are only formatted, of which there can be a million.

    Raises GebiedsplanFout when more is left than a person can have filled in.
    """
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        delen = pakket.infolist()
        groot = {d.filename for d in delen if d.filename.startswith(_BLADEN) and d.file_size > _SLANK_VANAF}
        if not groot:
            return inhoud
        nieuw = io.BytesIO()
        with zipfile.ZipFile(nieuw, "w") as slanker:
            for deel in delen:
                stukken = _uitgepakt(inhoud, deel)
                if deel.filename in groot:
                    stukken = _zonder_lege_rijen(stukken)
                    stukken = _begrensd(stukken, GROOTSTE_GEVULDE_BLAD, MEESTE_TAGS_IN_BLAD, bestand)
                slanker.writestr(zipfile.ZipInfo(deel.filename), b"".join(stukken))
    return nieuw.getvalue()


def _begrensd(stukken: Iterator[bytes], grens: int, meeste_tags: int, bestand: str) -> Iterator[bytes]:
    grootte = tags = 0
    for stuk in stukken:
        grootte, tags = grootte + len(stuk), tags + stuk.count(b"<")
        if grootte > grens or tags > meeste_tags:
            raise GebiedsplanFout([te_groot(bestand, "In deze werkmap staat te veel.")])
        yield stuk


def _zonder_doctype(stukken: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces as they are. No part of a workbook has a DOCTYPE, but to let a small text grow large."""
    vorige = b""
    for stuk in stukken:
        # Also over the edge of a piece, and in UTF-16.
        tekst = vorige + stuk
        _eis(_DOCTYPE not in (tekst if b"\0" not in tekst else tekst.replace(b"\0", b"")))
        vorige = tekst[-2 * len(_DOCTYPE) :]
        yield stuk


def _zonder_lege_rijen(stukken: Iterator[bytes]) -> Iterator[bytes]:
    rest = b""
    for stuk in stukken:
        rest += stuk
        # The last row may go on in the next piece.
        tot = rest.rfind(b"<", 0, rest.rfind(b"row ") + 1)
        tot = tot if tot > 0 else len(rest)
        yield _LEGE_RIJ.sub(b"", rest[:tot])
        rest = rest[tot:]
    yield _LEGE_RIJ.sub(b"", rest)


def _uitgepakt(inhoud: bytes, deel: zipfile.ZipInfo) -> Iterator[bytes]:
    """What a part unpacks to, in pieces. Raises BadZipFile when it is not what the zip says of it."""
    _eis(not deel.flag_bits & 0x1 and deel.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
    naamlengte, extralengte = _PLAATSELIJKE_KOP.unpack_from(inhoud, deel.header_offset)
    begin = deel.header_offset + _PLAATSELIJKE_KOP.size + naamlengte + extralengte
    ingepakt = memoryview(inhoud)[begin : begin + deel.compress_size]
    gepakt = deel.compress_type == zipfile.ZIP_DEFLATED
    grootte, controlegetal = 0, 0
    for stuk in _ontrold(ingepakt) if gepakt else iter([bytes(ingepakt)]):
        grootte, controlegetal = grootte + len(stuk), zlib.crc32(stuk, controlegetal)
        _eis(grootte <= deel.file_size)
        yield stuk
    _eis(grootte == deel.file_size and controlegetal == deel.CRC)


def _ontrold(ingepakt: memoryview) -> Iterator[bytes]:
    """The pieces of a deflated part, each of at most _STUK bytes, whatever it unpacks to."""
    uitpakker = zlib.decompressobj(-zlib.MAX_WBITS)
    for begin in range(0, len(ingepakt), _INVOER):
        rest: bytes | memoryview = ingepakt[begin : begin + _INVOER]
        while len(rest) and not uitpakker.eof:
            yield uitpakker.decompress(rest, _STUK)
            rest = uitpakker.unconsumed_tail
    while not uitpakker.eof:
        stuk = uitpakker.decompress(b"", _STUK)
        _eis(bool(stuk) or uitpakker.eof)
        yield stuk


def _eis(waar: bool) -> None:
    if not waar:
        raise zipfile.BadZipFile("a part is not what the zip says of it")


# -- what can be wrong with a file


def _ontbreekt(pad: Path, bestand: str) -> Bevinding:
    """What is there under the same name but as another kind of file is worth saying."""
    anders = sorted(p.name for p in pad.parent.glob(f"{pad.stem}.*") if p.is_file()) if pad.parent.is_dir() else []
    wel = f" Er staat wel: {', '.join(anders)}. Sla dat op als {pad.name}." if anders else ""
    return Bevinding(
        "werkmap-ontbreekt",
        Plek(bestand),
        "Dit bestand is er niet.",
        f"Zet de werkmap op deze plek, of kies met JAAR= een jaar waarvan er wel een werkmap is.{wel}",
    )


def _op_slot(bestand: str, fout: OSError) -> Bevinding:
    return Bevinding(
        "werkmap-onleesbaar",
        Plek(bestand),
        f"Dit bestand laat zich niet lezen ({fout.strerror or 'onbekende oorzaak'}).",
        "Staat het open in Excel? Sluit het dan. Kijk ook of u het bestand mag lezen.",
    )


def _staat_open(bestand: str) -> Bevinding:
    return Bevinding(
        "werkmap-open",
        Plek(bestand),
        "Iemand heeft deze werkmap open. Wat nog niet is opgeslagen, leest het programma niet.",
        "Sla de werkmap op en sluit haar. Staat zij nergens meer open? Dan kunt u dit negeren.",
        Ernst.LET_OP,
    )


def _ole(inhoud: bytes, bestand: str) -> Bevinding:
    if _VERSLEUTELD in inhoud:
        return Bevinding(
            "werkmap-wachtwoord",
            Plek(bestand),
            "Deze werkmap is beveiligd met een wachtwoord. Het programma kan haar niet openen.",
            "Open de werkmap in Excel. Kies Bestand, Info, Werkmap beveiligen, Versleutelen met wachtwoord. "
            "Maak het vak leeg en sla de werkmap op.",
        )
    if any(naam in inhoud for naam in _OUD_EXCEL):
        return onleesbaar(bestand, "Dit is een werkmap van een oude Excel (.xls), ook al heet zij anders.")
    return onleesbaar(bestand, "Dit is een oud Office-bestand, geen werkmap.")


def onleesbaar(bestand: str, tekst: str) -> Bevinding:
    """The file is something else than a workbook."""
    return Bevinding("werkmap-onleesbaar", Plek(bestand), tekst, _OPSLAAN_ALS)


def beschadigd(bestand: str) -> Bevinding:
    """The file is a workbook, but not a whole one."""
    return Bevinding(
        "werkmap-onleesbaar",
        Plek(bestand),
        "Deze werkmap is beschadigd: een deel ervan ontbreekt of klopt niet.",
        f"Haal een kopie terug die nog goed is. Of probeer haar te herstellen. {_OPSLAAN_ALS}",
    )


def te_groot(bestand: str, tekst: str) -> Bevinding:
    """The workbook holds more than one person can have filled in."""
    return Bevinding(
        "werkmap-te-groot",
        Plek(bestand),
        tekst,
        "Haal weg wat niet bij het gebiedsplan hoort: grote tabellen, plaatjes, opmaak van lege rijen. "
        "Of neem de gegevens over in een nieuwe werkmap.",
    )
