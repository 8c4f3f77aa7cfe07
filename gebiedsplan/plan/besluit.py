"""Who decides on a plan, and what they are asked to decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gebiedsplan import taal
from gebiedsplan.gebied.onderdelen import BESLISPUNT
from gebiedsplan.herkomst import naar
from gebiedsplan.kader.model import Besluitvorm, Werkwoord
from gebiedsplan.plan.bronnen import Bronnen

# Words that lose their capital when they move into the middle of a sentence.
_LIDWOORDEN = ("De", "Het", "Een")


@dataclass(frozen=True, slots=True)
class Bestuur:
    """A deciding body: its name in a sentence, its name in full, the title of its papers, and who sign for it."""

    naam: str
    voluit: str
    voorstel: str
    ondertekenaars: tuple[str, str]
    plaats: str = ""

    @property
    def met_plaats(self) -> str:
        """The body as the front page names it: "College van Heiloo"."""
        return f"{taal.hoofdletter(self.naam.split(' ')[-1])} van {self.plaats}"

    @property
    def geadresseerde(self) -> str:
        """To whom a paper is: "het college van burgemeester en wethouders van Heiloo"."""
        return f"{self.voluit} {self.plaats}"


RAAD = Bestuur("de raad", "de raad van de gemeente", "Raadsvoorstel", ("Griffier", "Voorzitter"))
_BESTUREN: Mapping[str, Bestuur] = {
    "college": Bestuur(
        "het college",
        "het college van burgemeester en wethouders van",
        "Collegevoorstel",
        ("Gemeentesecretaris", "Burgemeester"),
    ),
    "raad": RAAD,
}

VOORSTELLEN = tuple(wie.voorstel.casefold() for wie in _BESTUREN.values())
"""What the files of a voorstel are called: "collegevoorstel", "raadsvoorstel"."""


def bestuur(b: Bronnen) -> Bestuur:
    """Who decides on the plan."""
    gemeente = b.kader.gemeente(b.gebied)
    return replace(_BESTUREN[gemeente.bestuur], plaats=gemeente.naam)


def beslispunten(b: Bronnen, vorm: Besluitvorm) -> tuple[str, ...]:
    """What is asked, a sentence each: "Het gebiedsplan Heiloo 2027 vast te stellen."."""
    werkwoorden = {w.id: w for w in b.kader.besluit.werkwoorden}
    delen = b.eigen.van_onderdeel(BESLISPUNT)
    return tuple(
        naar(_zin(" ".join(deel.tekst.split()), werkwoorden.get(deel.werkwoord), vorm), [deel.tekst]) for deel in delen
    )


def _zin(tekst: str, werkwoord: Werkwoord | None, vorm: Besluitvorm) -> str:
    """A beslispunt with its verb; without one it is used as it stands."""
    if werkwoord is None:
        return tekst
    patroon = werkwoord.te if vorm == "te" else werkwoord.gebiedend
    wat = tekst.removesuffix(".")
    if not patroon.startswith("{wat}"):
        wat = _midden_in_zin(wat)
    return taal.zin(patroon.replace("{wat}", wat))


def _midden_in_zin(tekst: str) -> str:
    return taal.kleine_letter(tekst) if tekst.split(" ")[0] in _LIDWOORDEN else tekst
