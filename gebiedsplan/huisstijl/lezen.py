"""The style of a gemeente, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gebiedsplan import toml
from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, fouten
from gebiedsplan.huisstijl import bron, contrast, waarden
from gebiedsplan.huisstijl.beschrijving import Beschrijving
from gebiedsplan.huisstijl.bestanden import lees_alle, vind
from gebiedsplan.huisstijl.logo import lees_logo
from gebiedsplan.huisstijl.model import Grafieken, Huisstijl, Kleuren, Lettertype, Logo, Stijldocument


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A style that can be used, and the findings that do not stop that."""

    huisstijl: Huisstijl
    bevindingen: tuple[Bevinding, ...]


def read(mappen: Sequence[Path], gemeente: str) -> Gelezen:
    """The style of the gemeente with this slug: its own file, completed with neutraal.toml.

    Of ``mappen`` the first that has a file gives it, so that a samenwerking can have styles of its own over ours.

    Everything is read anew each time, so that a preview shows what was just changed.
    Raises GebiedsplanFout with all findings when one of them is a fout.
    """
    hier = bron.lees(mappen, gemeente)
    alles = toml.Rij((), hier.data)
    beschrijving, missers = toml.structure(hier.data, Beschrijving, bron.CODES)
    inhoud, over_bestanden = lees_alle(mappen, alles)
    logo, over_logo = lees_logo(mappen, alles.blok("logo"))
    bevindingen = hier.bevindingen(
        (
            *missers,
            *waarden.check(alles),
            *contrast.te_laag(alles.blok("kleuren"), hier.zelf_gekozen("kleuren")),
            *over_bestanden,
            *over_logo,
        )
    )
    if beschrijving is None or fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    return Gelezen(_huisstijl(beschrijving, mappen, inhoud, logo), bevindingen)


def _huisstijl(
    beschrijving: Beschrijving, mappen: Sequence[Path], inhoud: Mapping[str, bytes], logo: Logo | None
) -> Huisstijl:
    letters, maten = beschrijving.lettertype, beschrijving.grafieken
    return Huisstijl(
        naam=beschrijving.naam,
        kleuren=Kleuren(**{naam: kleur.lower() for naam, kleur in asdict(beschrijving.kleuren).items()}),
        lettertype=Lettertype(letters.word, letters.web),
        grafieken=Grafieken(
            letters=maten.letters,
            kleine_letters=maten.kleine_letters,
            punten_per_inch=maten.punten_per_inch,
            gewoon=vind(mappen, letters.gewoon),
            vet=vind(mappen, letters.vet),
        ),
        stijldocument=Stijldocument(vind(mappen, beschrijving.stijldocument).as_posix(), inhoud["stijldocument"]),
        stijlblad=inhoud["stijlblad"].decode("utf-8"),
        contactregel=beschrijving.contactregel,
        logo=logo,
    )
