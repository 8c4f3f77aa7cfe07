"""Names that people write by hand, to compare."""

from __future__ import annotations

from gebiedsplan.kader.model import Kader


def kaal(naam: str) -> str:
    """A name to compare: case and extra spaces do not count."""
    return " ".join(naam.split()).casefold()


def is_totaal(post: str) -> bool:
    """Whether a post about money is the sum of the others: "Totaal", "Totaal 2027", not "Totaalplan groen"."""
    return kaal(post).split(" ")[0] in {"totaal", "totaal:"}


def namen_van_de_gemeente(kader: Kader, slug: str) -> frozenset[str]:
    """Everything the gemeente of an area may be called where it does something itself, to compare."""
    gebied = kader.gebied(slug)
    gemeente = kader.gemeente(gebied)
    namen = {naam for g in (gebied, gemeente) for naam in (g.naam, g.lange_naam, f"gemeente {g.naam}") if naam}
    return frozenset(map(kaal, {"gemeente", "de gemeente", *namen}))


def acties_van(post: str, gebied: str = "") -> bool:
    """Whether a post says to pay the acties of its own plan, or of the area with this name: "Acties in Egmond"."""
    return kaal(post).startswith(kaal(f"acties in {gebied}") if gebied else "acties uit dit gebiedsplan")
