"""What is read, and what is said of it: frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from gebiedsplan.bevinding import Bevinding, Ernst, Plek

# A sentence is shown whole as far as it fits in a report.
_GENOEG = 240


@dataclass(frozen=True, slots=True)
class Tekst:
    """What somebody wrote in one cell; may hold emphasis and lists."""

    plek: Plek
    tekst: str


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """The sentences of one chapter, and its longest paragraph in words."""

    kop: str
    zinnen: tuple[str, ...]
    langste_alinea: int


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document that is made of a workbook: its title and its chapters in order."""

    titel: str
    hoofdstukken: tuple[Hoofdstuk, ...]

    @property
    def zinnen(self) -> tuple[str, ...]:
        """Every sentence of it."""
        return tuple(zin for hoofdstuk in self.hoofdstukken for zin in hoofdstuk.zinnen)


@dataclass(frozen=True, slots=True)
class Advies:
    """One signal: a code of ``bevinding.REGELS``, the place, the sentence, what stands out and what can be done.

    ``gewicht`` says how much harder the sentence becomes by it: what weighs most is shown first.
    """

    code: str
    plek: Plek
    zin: str
    wat: str
    hulp: str
    gewicht: float = 1

    def bevinding(self) -> Bevinding:
        """The same as a finding, in a list without the sentence beside it."""
        return Bevinding(self.code, self.plek, f"{self.wat} In: “{ingekort(self.zin)}”", self.hulp, Ernst.TIP)


def ingekort(zin: str) -> str:
    """The sentence, or its beginning when it is too long to show."""
    return zin if len(zin) <= _GENOEG else f"{zin[:_GENOEG].rsplit(' ', 1)[0]} …"
