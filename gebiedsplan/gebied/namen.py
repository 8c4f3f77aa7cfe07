"""Names that people write by hand, to compare."""

from __future__ import annotations


def kaal(naam: str) -> str:
    """A name to compare: case and extra spaces do not count."""
    return " ".join(naam.split()).casefold()


def is_totaal(post: str) -> bool:
    """Whether a post about money is the sum of the others: "Totaal", "Totaal 2027", not "Totaalplan groen"."""
    return kaal(post).split(" ")[0] in {"totaal", "totaal:"}


def acties_van(post: str, gebied: str = "") -> bool:
    """Whether a post says to pay the acties of its own plan, or of the area with this name: "Acties in Egmond"."""
    return kaal(post).startswith(kaal(f"acties in {gebied}") if gebied else "acties uit dit gebiedsplan")
