"""Pictures, charts and shapes, drawn in either of the two languages that Word has for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from gebiedsplan.wordbestand.xml import Element, gekozen, naam

_SOORTEN: Final = {
    "picture": "afbeelding",
    "chart": "grafiek",
    "chartex": "grafiek",
    "diagram": "SmartArt",
    "wordprocessingShape": "vorm",
    "wordprocessingGroup": "groep",
    "wordprocessingCanvas": "tekening",
}
# Of a drawing with more parts the first say enough.
_MEESTE_DELEN: Final = 200
_WATERMERKEN: Final = ("PowerPlusWaterMarkObject", "WordPictureWatermark")
_VML: Final = naam("v:")
_GEEN_VORM: Final = frozenset(map(naam, ("v:shapetype", "v:background")))
_TEKSTVAK: Final = naam("w:txbxContent")
_KEUZE: Final = naam("mc:AlternateContent")


@dataclass(frozen=True, slots=True)
class Plaat:
    """Something drawn. ``leesbaar``: words in it are read in its place. ``woordkunst``: words as a drawing."""

    soort: str
    beschrijving: str = ""
    titel: str = ""
    decoratief: bool = False
    leesbaar: bool = False
    watermerk: bool = False
    woordkunst: str = ""


def getekend(tekening: Element) -> Iterator[Plaat]:
    """What a ``w:drawing`` shows; a hidden drawing shows nothing."""
    for houder in tekening:
        eigenschappen = houder.find(naam("wp:docPr"))
        gegevens = next(houder.iter(naam("a:graphicData")), None)
        if eigenschappen is None or gegevens is None or eigenschappen.get("hidden") in {"1", "true"}:
            continue
        soort = _SOORTEN.get(gegevens.get("uri", "").rpartition("/")[2], "object")
        delen = [_benoemd(deel, soort) for deel in islice(_delen(gegevens), _MEESTE_DELEN)]
        plaat = _benoemd(eigenschappen, soort)
        # A group without a description is described when each of its parts is.
        if not plaat.beschrijving and soort in {"groep", "tekening"} and delen and all(map(_te_begrijpen, delen)):
            plaat = _uit_delen(delen, soort)
        woorden = soort == "vorm" and heeft_woorden(gegevens)
        yield Plaat(
            soort,
            plaat.beschrijving,
            plaat.titel,
            plaat.decoratief,
            plaat.leesbaar or woorden,
            eigenschappen.get("name", "").startswith(_WATERMERKEN),
        )


def in_vml(houder: Element) -> Iterator[Plaat]:
    """What a ``w:pict`` or ``w:object`` shows; a ruler line is no picture."""
    for vorm in houder:
        if not str(vorm.tag).startswith(_VML) or vorm.tag in _GEEN_VORM or vorm.get(naam("o:hr")) in {"t", "true"}:
            continue
        letters = next(vorm.iter(naam("v:textpath")), None)
        ids = (vorm.get("id", ""), vorm.get(naam("o:spid"), ""))
        afgebeeld = next(vorm.iter(naam("v:imagedata")), None) is not None
        yield Plaat(
            "object" if houder.tag == naam("w:object") else "afbeelding" if afgebeeld else "vorm",
            vorm.get("alt", "").strip(),
            vorm.get("title", "").strip(),
            leesbaar=heeft_woorden(vorm),
            watermerk=any(id_.startswith(_WATERMERKEN) for id_ in ids),
            woordkunst="" if letters is None else letters.get("string", ""),
        )


def tekstvakken(knoop: Element) -> Iterator[Element]:
    """The text boxes in ``knoop``; what stands inside a text box is found when that is read."""
    for kind in knoop:
        if kind.tag == _TEKSTVAK:
            yield kind
        else:
            yield from tekstvakken(gekozen(kind) if kind.tag == _KEUZE else kind)


def heeft_woorden(knoop: Element) -> bool:
    """Whether there is text to be read in ``knoop``."""
    return any((tekst.text or "").strip() for tekst in knoop.iter(naam("w:t")))


def _delen(gegevens: Element) -> Iterator[Element]:
    """What names the parts of a group; groups in it have parts of their own."""
    for knoop in gegevens.iter():
        ouder = knoop.getparent()
        if knoop.tag.endswith("}cNvPr") and ouder is not None and not ouder.tag.endswith(("}wgp", "}grpSp")):
            yield knoop


def _benoemd(eigenschappen: Element, soort: str) -> Plaat:
    """What a ``docPr`` or ``cNvPr`` says about the thing it belongs to."""
    decoratief = next(eigenschappen.iter(naam("adec:decorative")), None)
    ouder = eigenschappen.getparent()
    return Plaat(
        soort,
        eigenschappen.get("descr", "").strip(),
        eigenschappen.get("title", "").strip(),
        decoratief is not None and decoratief.get("val") in {"1", "true"},
        leesbaar=eigenschappen.tag.endswith("}cNvPr") and ouder is not None and heeft_woorden(ouder),
    )


def _te_begrijpen(plaat: Plaat) -> bool:
    return bool(plaat.beschrijving) or plaat.decoratief or plaat.leesbaar


def _uit_delen(delen: list[Plaat], soort: str) -> Plaat:
    beschrijving = " ".join(deel.beschrijving for deel in delen if deel.beschrijving)
    return Plaat(soort, beschrijving, decoratief=not beschrijving, leesbaar=any(deel.leesbaar for deel in delen))
