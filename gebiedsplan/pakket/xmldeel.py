"""Add something to an XML part and leave every other byte as it is.

A library that reads a workbook and writes it again keeps only what it knows. Here a part is never read as a tree: the
places of the children of its root are found, and what is new is put between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeAlias
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from gebiedsplan.pakket import tags

# Makes a part out of a part.
Verandering: TypeAlias = Callable[[bytes], bytes]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_COUNT = re.compile(rb"""(\scount=["'])(\d+)""")


@dataclass(frozen=True, slots=True)
class Kind:
    """A child of the root: its name without prefix, where it begins and ends, and how many children it has itself."""

    naam: str
    begin: int
    eind: int
    aantal: int


def element(naam: str, inhoud: bytes = b"", **attributen: str) -> bytes:
    """An element of a spreadsheet that says itself what namespace it is in, whatever prefix the part uses."""
    return tag(naam, inhoud, xmlns=MAIN, **attributen)


def tag(naam: str, inhoud: bytes = b"", **attributen: str) -> bytes:
    """An element with these attributes; ``r_id`` stands for ``r:id``."""
    tekst = "".join(f" {naam.replace('_', ':')}={quoteattr(waarde)}" for naam, waarde in attributen.items())
    return f"<{naam}{tekst}>".encode() + inhoud + f"</{naam}>".encode()


def tekst(woorden: str) -> bytes:
    """Words as they may stand in XML."""
    return escape(woorden).encode()


def kinderen(deel: bytes) -> tuple[Kind, ...]:
    """The children of the root, in their order. Raises ExpatError when the part is no XML."""
    gevonden: list[Kind] = []
    open_: list[int] = []
    aantal = 0
    lezer = expat.ParserCreate()

    def begin(_naam: str, _attributen: dict[str, str]) -> None:
        nonlocal aantal
        open_.append(lezer.CurrentByteIndex)
        aantal = 0 if len(open_) == 2 else aantal + (len(open_) == 3)

    def eind(naam: str) -> None:
        start = open_.pop()
        if len(open_) == 1:
            gevonden.append(
                Kind(naam.split(":")[-1], start, tags.eind_van(deel, start, lezer.CurrentByteIndex), aantal)
            )

    lezer.StartElementHandler, lezer.EndElementHandler = begin, eind
    lezer.Parse(deel, True)
    return tuple(gevonden)


def kind(deel: bytes, naam: str) -> Kind | None:
    """The first child of the root with this name."""
    return next((k for k in kinderen(deel) if k.naam == naam), None)


def aan_het_eind(deel: bytes, nieuw: bytes) -> bytes:
    """``nieuw`` as the last child of the root."""
    begin = deel.rstrip().rfind(b"</")
    if begin >= 0:
        return deel[:begin] + nieuw + deel[begin:]
    wortel = next(gevonden for gevonden in tags.TAG.finditer(deel) if gevonden[0][1:2] not in b"?!")
    return deel[: wortel.start()] + _geopend(wortel[0], nieuw) + deel[wortel.end() :]


def na(deel: bytes, eerdere: Collection[str], nieuw: bytes) -> bytes:
    """``nieuw`` as a child of the root behind the last of ``eerdere``, or as the first where none of them is there."""
    wortel = next(gevonden for gevonden in tags.TAG.finditer(deel) if gevonden[0][1:2] not in b"?!")
    plaats = max((k.eind for k in kinderen(deel) if k.naam in eerdere), default=wortel.end())
    return deel[:plaats] + nieuw + deel[plaats:]


def in_kind(deel: bytes, naam: str, eerdere: Collection[str], *nieuw: bytes) -> tuple[bytes, int]:
    """``nieuw`` at the end of this child of the root, made behind ``eerdere`` where it is not there.

    With how many were in it before: the number of the first new one.
    """
    gevonden = kind(deel, naam)
    if gevonden is None:
        return na(deel, eerdere, element(naam, b"".join(nieuw), count=str(len(nieuw)))), 0
    bak = deel[gevonden.begin : gevonden.eind]
    begintag = tags.TAG.match(bak)
    if begintag is None:
        raise ValueError(f"no tag at the start of {naam}")
    geteld = _COUNT.sub(lambda c: c[1] + str(gevonden.aantal + len(nieuw)).encode(), begintag[0], count=1)
    if geteld.endswith(b"/>"):
        bak = _geopend(geteld, b"".join(nieuw))
    else:
        slot = bak.rfind(b"</")
        bak = geteld + bak[begintag.end() : slot] + b"".join(nieuw) + bak[slot:]
    return deel[: gevonden.begin] + bak + deel[gevonden.eind :], gevonden.aantal


def _geopend(leeg: bytes, inhoud: bytes) -> bytes:
    """``<a/>`` as ``<a>inhoud</a>``."""
    naam = re.split(rb"[\s/>]", leeg[1:], maxsplit=1)[0]
    return leeg.rstrip(b"/>").rstrip() + b">" + inhoud + b"</" + naam + b">"
