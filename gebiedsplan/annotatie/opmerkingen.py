"""Comments at cells: what they say (a part of its own) and the little window they are shown in (old VML)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gebiedsplan.pakket import xmldeel
from gebiedsplan.pakket.verwijzing import kolom_van, nummer, rij_van
from gebiedsplan.pakket.xmldeel import element, tag

AUTEUR = "Gebiedsplan"
LEEG = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + element("comments", tag("authors") + tag("commentList"))
)  # fmt: skip
_PREFIXEN = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
LEGE_VML = (
    f"<xml {' '.join(f'xmlns:{prefix}={ruimte!r}' for prefix, ruimte in _PREFIXEN.items())}>"
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>'
).encode()
_VENSTERSOORT = (
    b'<v:shapetype%s id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_VENSTER = re.compile(rb"_x0000_s(\d+)")
# Columns are wide in these workbooks: two of them hold a sentence, and the height is what the text asks.
_TEKENS_PER_REGEL = 45
_KOLOMMEN_BREED = 2


def voeg_toe(comments: bytes, per_cel: Mapping[str, str]) -> bytes:
    """The comments with ours; where a cell has one already, ours comes under it."""
    comments, auteur = xmldeel.in_kind(comments, "authors", (), element("author", AUTEUR.encode()))
    nieuw = []
    for cel, woorden in per_cel.items():
        bestaand = re.search(rb"""<(?:\w+:)?comment\s[^>]*\bref=["']%s["'][^>]*>""" % cel.encode(), comments)
        if bestaand is None:
            nieuw.append(element("comment", tag("text", _stuk(woorden)), ref=cel, authorId=str(auteur)))
            continue
        slot = re.compile(rb"</(?:\w+:)?text>").search(comments, bestaand.end())
        if slot is not None:
            comments = comments[: slot.start()] + _stuk(f"\n\n{woorden}") + comments[slot.start() :]
    return _zonder_telling(xmldeel.in_kind(comments, "commentList", ("authors",), *nieuw)[0])


def voeg_vensters_toe(vml: bytes, per_cel: Mapping[str, str]) -> bytes:
    """The drawing with a hidden window for each cell."""
    eerste = max([1024, *(int(nummer) for nummer in _VENSTER.findall(vml))]) + 1
    # Office programs declare these in the root; a library may have chosen other prefixes.
    missend = [f" xmlns:{p}={ruimte!r}" for p, ruimte in _PREFIXEN.items() if f"xmlns:{p}=".encode() not in vml[:2000]]
    ruimtes = "".join(missend).encode()
    soort = b"" if b'"_x0000_t202"' in vml else _VENSTERSOORT % ruimtes
    vensters = [
        _venster(nummer, cel, woorden, ruimtes.decode())
        for nummer, (cel, woorden) in enumerate(per_cel.items(), start=eerste)
    ]
    return xmldeel.aan_het_eind(vml, soort + b"".join(vensters))


def cellen_met_opmerking(comments: bytes) -> set[str]:
    """The cells that have a comment."""
    return {cel.decode() for cel in re.findall(rb"""<(?:\w+:)?comment\s[^>]*\bref=["']([A-Z]+\d+)""", comments)}


def _stuk(woorden: str) -> bytes:
    """A run of text; its line breaks count."""
    return element("r", b'<t xml:space="preserve">' + xmldeel.tekst(woorden) + b"</t>")


def _zonder_telling(comments: bytes) -> bytes:
    """These two lists have no count, other than most."""
    return re.sub(rb"""(<(?:authors|commentList)\b[^>]*?) count=["']\d+["']""", rb"\1", comments)


def _venster(nummer: int, cel: str, woorden: str, ruimtes: str) -> bytes:
    kolom, rij = _plaats(cel)
    regels = sum(len(regel) // _TEKENS_PER_REGEL + 1 for regel in woorden.split("\n"))
    boven = max(rij - 1, 0)
    anker = f"{kolom + 1}, 15, {boven}, 4, {kolom + 1 + _KOLOMMEN_BREED}, 15, {boven + regels + 1}, 4"
    return (
        f'<v:shape{ruimtes} id="_x0000_s{nummer}" type="#_x0000_t202" '
        f'style="position:absolute;width:260pt;height:{15 * (regels + 1)}pt;z-index:{nummer};visibility:hidden" '
        'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anker}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{rij}</x:Row><x:Column>{kolom}</x:Column></x:ClientData></v:shape>"
    ).encode()


def _plaats(cel: str) -> tuple[int, int]:
    """Column and row of a cell, from 0."""
    return nummer(kolom_van(cel)) - 1, rij_van(cel) - 1
