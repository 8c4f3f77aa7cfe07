"""Running text: links that say where they go, lists that are lists, white space that is no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from gebiedsplan.bevinding import Bevinding, Ernst, Plek
from gebiedsplan.toets.model import Alinea, Rol, Worddocument
from gebiedsplan.toets.woorden import kort

# What says nothing of where a link goes, when it is all the link says.
_NIETSZEGGEND = frozenset(
    {
        "bekijk",
        "bekijk hier",
        "bestand",
        "click here",
        "deze link",
        "deze pagina",
        "deze site",
        "deze website",
        "document",
        "download",
        "download hier",
        "here",
        "hier",
        "klik",
        "klik hier",
        "learn more",
        "lees hier",
        "lees hier meer",
        "lees meer",
        "lees verder",
        "link",
        "meer",
        "meer info",
        "meer informatie",
        "meer lezen",
        "more",
        "more info",
        "more information",
        "pagina",
        "read more",
        "site",
        "this link",
        "this page",
        "verder",
        "via deze link",
        "website",
    }
)
_OMHEEN = " .,;:!?>»›→…()[]\"'“”‘’"
# An address that has to be spelled out; the name of a site ("www.heiloo.nl") can be said as it is.
_ADRES = re.compile(r"(?:https?|ftp)://|www\.[^/ ]+/.", re.IGNORECASE)
_TEKEN = re.compile(r"[-–—•·*▪►○●◦‣>+o][ \t\u00a0]+\S")
_NUMMER = re.compile(r"\(?(\d{1,2}|[a-z])[.)][ \t\u00a0]+\S")
_LEEGTE = re.compile(r"[ \t\u00a0\u2002\u2003]{3,}")
_LEGE_REGELS = 2


def koppeling_zegt_waarheen(d: Worddocument) -> Iterator[Bevinding]:
    """A list of the links of a document makes sense on its own."""
    for koppeling in d.koppelingen:
        woorden = " ".join(koppeling.tekst.split()).strip(_OMHEEN)
        if woorden.casefold() in _NIETSZEGGEND or len(woorden) <= 1:
            tekst = f"De koppeling “{kort(koppeling.tekst)}” zegt niet waar die naartoe gaat."
        elif " " not in woorden and _ADRES.match(woorden):
            tekst = f"De koppeling toont een webadres: “{kort(koppeling.tekst)}”."
        else:
            continue
        doel = f" Ze gaat naar {kort(koppeling.doel)}." if koppeling.doel and koppeling.doel not in tekst else ""
        yield Bevinding(
            "docx-e006",
            koppeling.plek,
            f"{tekst}{doel}",
            "Klik er met de rechtermuisknop op en kies Hyperlink bewerken. "
            "Zet bij Weer te geven tekst wat de lezer daar vindt.",
        )


def lijst_is_een_lijst(d: Worddocument) -> Iterator[Bevinding]:
    """Two or more lines that start with a typed mark or number are a list, and should be made as one."""
    for _, groep in groupby(d.alineas, key=lambda alinea: alinea.reeks):
        for lijst in _getypte_lijsten(tuple(groep)):
            plek, eerste = lijst[0]
            yield Bevinding(
                "docx-w003",
                plek,
                f"Hier staat een getypte lijst van {len(lijst)} regels. De eerste: “{kort(eerste)}”.",
                "Haal de getypte tekens weg, selecteer de regels, en kies Start > Opsommingstekens of Nummering.",
                Ernst.LET_OP,
            )


def witruimte_is_opmaak(d: Worddocument) -> Iterator[Bevinding]:
    """A row of spaces, tabs or empty paragraphs is read out as "blank, blank, blank"."""
    for alinea in d.alineas:
        if alinea.rol is not Rol.INHOUDSOPGAVE and _LEEGTE.search(alinea.tekst.strip()):
            yield Bevinding(
                "docx-t003",
                alinea.plek,
                f"In “{kort(alinea.tekst)}” staan drie of meer spaties of tabs achter elkaar.",
                "Gebruik één tab met een tabstop, een inspringing of een tabel.",
                Ernst.TIP,
            )
    for leeg, groep in groupby(d.alineas, key=lambda alinea: (alinea.leeg, alinea.reeks)):
        alineas = tuple(groep)
        if leeg[0] and len(alineas) >= _LEGE_REGELS:
            yield Bevinding(
                "docx-t003",
                alineas[0].plek,
                f"Hier staan {len(alineas)} lege regels achter elkaar.",
                "Haal ze weg. Maak witruimte met Indeling > Afstand, en een nieuwe pagina met Ctrl+Enter.",
                Ernst.TIP,
            )


def _getypte_lijsten(alineas: Sequence[Alinea]) -> Iterator[list[tuple[Plek, str]]]:
    """Runs of lines of the same kind of typed list, each line with its place."""
    lopend: list[tuple[Plek, str]] = []
    vorige = ""
    for alinea in alineas:
        gewoon = not alinea.lijst and not alinea.kop and alinea.rol is Rol.GEWOON
        for regel in alinea.tekst.strip().split("\n"):
            merk = _merk(regel.strip()) if gewoon else ""
            if lopend and not _volgt_op(merk, vorige):
                if len(lopend) > 1:
                    yield lopend
                lopend = []
            if merk:
                lopend.append((alinea.plek, regel))
            vorige = merk
    if len(lopend) > 1:
        yield lopend


def _merk(regel: str) -> str:
    """The mark or number a line starts with; "" for plain text."""
    if _TEKEN.match(regel):
        return regel[0]
    nummer = _NUMMER.match(regel)
    return nummer[1] if nummer else ""


def _volgt_op(merk: str, vorige: str) -> bool:
    """Whether a line with ``merk`` belongs to the list that a line with ``vorige`` is of."""
    if merk.isdecimal() and vorige.isdecimal():
        return int(merk) == int(vorige) + 1
    return bool(merk) and (merk == vorige or (merk.isalpha() and vorige.isalpha() and ord(merk) == ord(vorige) + 1))
