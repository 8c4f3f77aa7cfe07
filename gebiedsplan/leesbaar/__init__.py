"""Signals of difficult language, with what can be done about each.

They are advice: no formula knows whether a text is B1.

What measures words and scores (``woorden``, ``score``) is an extra that may not be there: call ``eis`` before them.
"""

from __future__ import annotations

from importlib.util import find_spec

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

_ONDERDELEN = ("textstat", "wordfreq")


def eis() -> None:
    """Say at once that language cannot be judged here. Raises GebiedsplanFout taal-ontbreekt."""
    ontbreekt = [naam for naam in _ONDERDELEN if find_spec(naam) is None]
    if ontbreekt:
        raise GebiedsplanFout([_ontbreekt(ontbreekt)], exit_code=2)


def _ontbreekt(onderdelen: list[str]) -> Bevinding:
    return Bevinding(
        "taal-ontbreekt",
        Plek("gebiedsplan taal"),
        f"Hiervoor is nog nodig: {', '.join(onderdelen)}.",
        "Typ make taal GEBIED=..., dan komt het vanzelf. Zonder make: pip install 'gebiedsplan[taal]'.",
    )
