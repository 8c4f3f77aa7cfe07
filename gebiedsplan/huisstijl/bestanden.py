"""Open the files that a style names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gebiedsplan.bevinding import Ernst
from gebiedsplan.toml import Misser, Rij

_LETTERS = (b"\x00\x01\x00\x00", b"OTTO", b"true")


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of file: what it is called in a finding, and whether these bytes are one."""

    naam: str
    herken: Callable[[bytes], bool]


def _is_tekst(inhoud: bytes) -> bool:
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_WORD = Soort("een Word-bestand (.docx)", lambda inhoud: inhoud.startswith(b"PK\x03\x04"))
_CSS = Soort("een stijlblad (.css) in UTF-8", _is_tekst)
_LETTER = Soort("een lettertype (.ttf of .otf)", lambda inhoud: inhoud.startswith(_LETTERS))

# Block ("" for the top of the file) and key of every file a style cannot do without.
_NODIG: Mapping[tuple[str, str], Soort] = {
    ("", "stijldocument"): _WORD,
    ("", "stijlblad"): _CSS,
    ("lettertype", "gewoon"): _LETTER,
    ("lettertype", "vet"): _LETTER,
}


def vind(mappen: Sequence[Path], naam: str) -> Path:
    """Where a file is: in the first of these folders that has it; else where it should be."""
    return next((map_ / naam for map_ in mappen if (map_ / naam).is_file()), mappen[-1] / naam)


def lees_alle(mappen: Sequence[Path], alles: Rij) -> tuple[dict[str, bytes], tuple[Misser, ...]]:
    """The content of the files a plan needs, by key, and a mistake for every one that is not there or not right."""
    inhoud: dict[str, bytes] = {}
    missers: list[Misser] = []
    for (blok, sleutel), soort in _NODIG.items():
        rij = alles.blok(blok) if blok else alles
        if not rij.tekst(sleutel).strip():
            continue
        gelezen = lees(mappen, rij, sleutel)
        if isinstance(gelezen, bytes) and not soort.herken(gelezen):
            gelezen = onleesbaar(rij, sleutel, soort.naam)
        if isinstance(gelezen, Misser):
            missers.append(gelezen)
        else:
            inhoud[sleutel] = gelezen
    return inhoud, tuple(missers)


def lees(mappen: Sequence[Path], rij: Rij, sleutel: str, ernst: Ernst = Ernst.FOUT) -> bytes | Misser:
    """The content of the file named under ``sleutel``, or what is wrong."""
    try:
        return vind(mappen, rij.tekst(sleutel)).read_bytes()
    except FileNotFoundError:
        return ontbreekt(rij, sleutel, rij.tekst(sleutel), ernst)
    except OSError:
        return onleesbaar(rij, sleutel, "een bestand dat u mag lezen", ernst)


def ontbreekt(rij: Rij, sleutel: str, bestand: str, ernst: Ernst = Ernst.FOUT) -> Misser:
    """The file ``bestand`` is not there."""
    hulp = "Zet het bestand in de map huisstijl, of pas de naam aan."
    tekst = f"Het bestand {bestand} is er niet."
    return Misser("huisstijl-bestand-ontbreekt", (*rij.pad, sleutel), tekst, hulp, ernst=ernst)


def onleesbaar(rij: Rij, sleutel: str, verwacht: str, ernst: Ernst = Ernst.FOUT) -> Misser:
    """The file under ``sleutel`` is not what it should be."""
    tekst = f"Het bestand {rij.tekst(sleutel)} is niet te lezen als {verwacht}."
    hulp = f"Kies {verwacht}."
    return Misser("huisstijl-bestand-onleesbaar", (*rij.pad, sleutel), tekst, hulp, ernst=ernst)
