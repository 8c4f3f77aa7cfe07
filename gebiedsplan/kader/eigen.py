"""What a samenwerking adds to the workbook and calls in its own way: words, lists, fields, texts and sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SoortKolom: TypeAlias = Literal[
    "tekst",
    "opmaak",
    "getal",
    "mensen",
    "jaar",
    "datum",
    "keuze",
    "keuzes",
    "bedrag",
    "speerpunt",
    "speerpunten",
]


@dataclass(frozen=True, slots=True)
class Woord:
    """What something is called. ``label`` is what stands before it in a list, where that is not the word itself."""

    enkelvoud: str
    meervoud: str
    lidwoord: Literal["de", "het"] = "de"
    label: str = ""

    @property
    def met_lidwoord(self) -> str:
        """The word in a sentence: "de bouwsteen"."""
        return f"{self.lidwoord} {self.enkelvoud}"

    def bij(self, aantal: int) -> str:
        """The word behind a number: "één bouwsteen", "twee bouwstenen"."""
        return self.enkelvoud if aantal == 1 else self.meervoud

    def deze(self, aantal: int) -> str:
        """The word for so many that are named: "dit thema", "deze thema’s"."""
        return f"{'dit' if self.lidwoord == 'het' and aantal == 1 else 'deze'} {self.bij(aantal)}"

    @property
    def welk(self) -> str:
        """The word in a question: "welke bouwsteen", "welk thema"."""
        return f"{'welk' if self.lidwoord == 'het' else 'welke'} {self.enkelvoud}"

    @property
    def kop(self) -> str:
        """The word at the head of a column: "Bouwsteen"."""
        return _hoofdletter(self.enkelvoud)

    @property
    def koppen(self) -> str:
        """The word at the head of a column for several: "Pijlers"."""
        return _hoofdletter(self.meervoud)

    @property
    def voor_lijst(self) -> str:
        """The word before what was chosen."""
        return self.label or self.kop


@dataclass(frozen=True, slots=True)
class Woorden:
    """How the samenwerking calls the parts of its framework."""

    hoofdopgave: Woord = Woord("hoofdopgave", "hoofdopgaven")
    bouwsteen: Woord = Woord("bouwsteen", "bouwstenen")
    pijler: Woord = Woord("pijler", "pijlers")
    dimensie: Woord = Woord("dimensie", "dimensies")
    thema: Woord = Woord("thema", "thema’s", "het")
    doelgroep: Woord = Woord("doelgroep", "doelgroepen")


@dataclass(frozen=True, slots=True)
class Lijst:
    """Choices for a column of a sheet of one's own."""

    id: str
    keuzes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EigenVeld:
    """A field on the sheet Gebied, or a column of a sheet of one's own.

    ``lijst`` names the list of a choice. ``totaal``: the column adds up. ``decimalen`` are of a ``getal``.
    """

    id: str
    naam: str
    soort: SoortKolom
    uitleg: str
    verplicht: bool = False
    lijst: str = ""
    totaal: bool = False
    decimalen: int = 0


@dataclass(frozen=True, slots=True)
class EigenTekst:
    """A text that may be chosen on the sheet Teksten, and where it goes."""

    id: str
    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Optelling:
    """A list made of the rows of a sheet: for every value of the column ``per`` the sum of ``som``.

    ``eerst``: which sum comes first. Where a row holds a place (1 is best), that is the lowest.
    """

    id: str
    naam: str
    per: str
    som: str
    eerst: Literal["hoogste", "laagste"] = "hoogste"


@dataclass(frozen=True, slots=True)
class EigenBlad:
    """A sheet of one's own. ``van_delen``: where an area has parts, it stands in the workbooks of those."""

    id: str
    naam: str
    rij_is: str
    kolommen: tuple[EigenVeld, ...]
    uitleg: str = ""
    verplicht: bool = False
    van_delen: bool = False
    optellingen: tuple[Optelling, ...] = ()

    def kolom(self, id_: str) -> EigenVeld:
        """The column with this id. Raises KeyError when there is none."""
        for kolom in self.kolommen:
            if kolom.id == id_:
                return kolom
        raise KeyError(id_)


def _hoofdletter(woord: str) -> str:
    return woord[:1].upper() + woord[1:]
