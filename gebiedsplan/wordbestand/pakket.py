"""Open a .docx: its parts and how they hang together, within bounds and without believing what it says of itself."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from gebiedsplan.wordbestand.xml import Element, XmlFout, aantal, lees, naam

_MB = 1024 * 1024
MEEST_BESTAND = 250 * _MB
MEEST_DEEL = 24 * _MB
MEEST_SAMEN = 48 * _MB
# More than a document of a thousand pages has.
MEEST_ELEMENTEN = 600_000
_MEEST_INGANGEN = 20_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_VLAG_WACHTWOORD = 1
# Word reads no other, and others can ask for any amount of memory.
_INPAKKEN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# All that zipfile lets through when a file is damaged.
_ZIPFOUTEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)

_OPSLAAN = "Open het in Word, kies Bestand > Opslaan als, en kies het type Word-document (.docx)."


class Onleesbaar(Exception):
    """This file cannot be read; says what was found and what to do."""

    def __init__(self, tekst: str, hulp: str) -> None:
        self.tekst = tekst
        self.hulp = hulp
        super().__init__(tekst)


@dataclass(frozen=True, slots=True)
class Relatie:
    """How one part points at another: the kind ("header"), and the name of a part or an address outside."""

    soort: str
    doel: str


class Pakket:
    """The parts of a document by their name. Raises Onleesbaar when there are none to be read."""

    def __init__(self, inhoud: bytes) -> None:
        self._zip = _open(inhoud)
        # The standard takes no notice of capitals in the names of parts.
        self._namen = {info.filename.lower(): info for info in self._zip.infolist()}
        self._gelezen = 0
        self._elementen = 0

    def xml(self, deel: str) -> Element | None:
        """The root of a part; None when it is not there."""
        info = self._namen.get(deel.lower())
        if info is None:
            return None
        try:
            wortel = lees(self._inhoud(info))
        except (XmlFout, *_ZIPFOUTEN) as fout:
            raise _beschadigd() from fout
        self._elementen += aantal(wortel)
        if self._elementen > MEEST_ELEMENTEN:
            raise te_groot()
        return wortel

    def relaties(self, deel: str) -> Mapping[str, Relatie]:
        """What ``deel`` points at, by id; "" is the package itself."""
        map_, bestand = posixpath.split(deel)
        wortel = self.xml(posixpath.join(map_, "_rels", f"{bestand}.rels"))
        knopen = () if wortel is None else wortel.iter(naam("rel:Relationship"))
        return {knoop.get("Id", ""): _relatie(knoop, map_) for knoop in knopen}

    @cached_property
    def begin(self) -> Mapping[str, Relatie]:
        """What the package itself points at: the text, and what is said of the whole."""
        return self.relaties("")

    def tekst(self) -> tuple[Element, Mapping[str, Relatie]]:
        """The root of the text, and what it points at. Raises Onleesbaar when this is a file of another kind."""
        deel = van_soort(self.begin, "officeDocument")
        wortel = self.xml(deel)
        if wortel is None or wortel.tag != naam("w:document"):
            raise geen_word()
        return wortel, self.relaties(deel)

    def _inhoud(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & _VLAG_WACHTWOORD:
            raise _beveiligd()
        if info.compress_type not in _INPAKKEN:
            raise _beschadigd()
        with self._zip.open(info) as bron:
            inhoud = bron.read(MEEST_DEEL + 1)
        self._gelezen += len(inhoud)
        if len(inhoud) > MEEST_DEEL or self._gelezen > MEEST_SAMEN:
            raise te_groot()
        return inhoud


def van_soort(relaties: Mapping[str, Relatie], soort: str) -> str:
    """The first part of a kind that is pointed at; "" when there is none."""
    return next((relatie.doel for relatie in relaties.values() if relatie.soort == soort), "")


def _open(inhoud: bytes) -> zipfile.ZipFile:
    if len(inhoud) > MEEST_BESTAND:
        raise te_groot()
    if inhoud.startswith(_OLE):
        raise _beveiligd() if _VERSLEUTELD in inhoud else _oud()
    if not inhoud.startswith(b"PK"):
        raise geen_word() if inhoud else Onleesbaar("Dit bestand is leeg.", "Vraag het opnieuw op.")
    try:
        geopend = zipfile.ZipFile(io.BytesIO(inhoud))
    except _ZIPFOUTEN as fout:
        raise _beschadigd() from fout
    if len(geopend.infolist()) > _MEEST_INGANGEN:
        raise te_groot()
    return geopend


def _relatie(knoop: Element, map_: str) -> Relatie:
    doel = knoop.get("Target", "")
    soort = knoop.get("Type", "").rpartition("/")[2]
    if knoop.get("TargetMode") != "External":
        doel = posixpath.normpath(posixpath.join("/", map_, doel)).lstrip("/")
    return Relatie(soort, doel)


def geen_word() -> Onleesbaar:
    """Some other kind of file."""
    return Onleesbaar("Dit is geen Word-document (.docx).", f"Is het een ander soort tekst, zoals .odt? {_OPSLAAN}")


def te_groot() -> Onleesbaar:
    """More than the memory should be filled with."""
    return Onleesbaar(
        "Dit document is te groot.",
        "Verklein de afbeeldingen (Afbeeldingen comprimeren), of verdeel het document over meer bestanden.",
    )


def _beschadigd() -> Onleesbaar:
    return Onleesbaar(
        "Dit bestand is beschadigd of niet helemaal opgehaald.",
        "Vraag het opnieuw op. Of open het in Word, laat Word het herstellen en sla het op.",
    )


def _beveiligd() -> Onleesbaar:
    return Onleesbaar(
        "Dit document is beveiligd met een wachtwoord.",
        "Haal het wachtwoord eraf: kies in Word Bestand > Info > Document beveiligen > Versleutelen met wachtwoord, "
        "maak het vak leeg en sla het document op.",
    )


def _oud() -> Onleesbaar:
    return Onleesbaar("Dit is een oud Word-bestand (.doc), of een ander oud Office-bestand.", _OPSLAAN)
