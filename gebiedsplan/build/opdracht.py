"""One product to make and what came of it: values, so that another process can do the work.

Who does an Opdracht reads the templates and writes nothing. What is to be written comes back as bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek, fouten
from gebiedsplan.build.model import ODT, Mappen, Opties
from gebiedsplan.build.samen import Samen
from gebiedsplan.build.stand import Stand, Tekening

if TYPE_CHECKING:
    from gebiedsplan.huisstijl.lezen import Gelezen as GelezenStijl
    from gebiedsplan.inlezen import Ingelezen
    from gebiedsplan.plan.overzichtmodel import Vermelding

Soort: TypeAlias = Literal["gebiedsplan", "voorstel", "vergelijking"]

VERGELIJKING: Final = "vergelijking"
"""What stands where other products have the slug of their area."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """A product to make, with all that was read for it. ``afdruk`` is the fingerprint of all it is made of."""

    soort: Soort
    mappen: Mappen
    opties: Opties
    gelezen: Ingelezen | Samen
    stijl: GelezenStijl
    afdruk: str
    vorige: Stand | None = None

    @property
    def naam(self) -> str:
        """What the product is remembered by."""
        return "-".join(dict.fromkeys((self.soort, self.slug, str(self.gelezen.jaar))))

    @property
    def slug(self) -> str:
        """Of which area it is."""
        return VERGELIJKING if isinstance(self.gelezen, Samen) else self.gelezen.gebied.slug

    @property
    def kort(self) -> str:
        """What it is called while it is being made."""
        return "de vergelijking" if isinstance(self.gelezen, Samen) else self.gelezen.gebied.naam

    @property
    def wat(self) -> str:
        """What it is called in a sentence."""
        return self.kort if isinstance(self.gelezen, Samen) else f"het plan van {self.kort}"


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A product that was made: its files, what is remembered of it, and the findings that did not stop it.

    Without a ``vermelding`` it is not about one plan.
    """

    bestanden: Mapping[Path, bytes]
    vermelding: Vermelding | None
    tekeningen: Mapping[str, Tekening]
    bevindingen: tuple[Bevinding, ...]


def voer_uit(opdracht: Opdracht) -> Uitkomst:
    """Make all files of a product, and check what can be checked. Raises GebiedsplanFout when it can not."""
    from gebiedsplan.build import documenten, vergelijking
    from gebiedsplan.build.documenten import word
    from gebiedsplan.build.werkplaats import Werkplaats

    plaats = Werkplaats(opdracht.mappen, opdracht.stijl.huisstijl, opdracht.opties, opdracht.vorige)
    if isinstance(opdracht.gelezen, Samen):
        product = vergelijking.product(plaats, opdracht.gelezen)
    else:
        maker = documenten.van_voorstel if opdracht.soort == "voorstel" else documenten.van_plan
        product = maker(plaats, opdracht.gelezen)
    bestanden = dict(product.bestanden)
    bevindingen = (*opdracht.gelezen.bevindingen, *opdracht.stijl.bevindingen, *word.toets(bestanden))
    if fouten(bevindingen):
        raise GebiedsplanFout(bevindingen)
    if ODT in opdracht.opties.formaten:
        bestanden |= word.odt(bestanden)
    return Uitkomst(bestanden, product.vermelding, product.tekeningen, bevindingen)


def onverwacht(slug: str, product: str, wat: str) -> Bevinding:
    """A mistake in the program itself, that must not stop other products; ``product`` is what it is called."""
    return Bevinding(
        "onverwacht",
        Plek(slug),
        f"Door een fout in het programma is {product} niet gemaakt ({wat}).",
        "Maak dit nog eens apart. Gaat het weer mis? Stuur deze melding en de werkmap naar wie het programma "
        "onderhoudt.",
    )
