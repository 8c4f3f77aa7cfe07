"""Look at a plan while working on it: a page on this computer that follows every file that is saved."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek
from gebiedsplan.build import Mappen, vooraf

__all__ = ["bekijk"]

_ONDERDELEN = ("starlette", "uvicorn", "watchfiles")


def bekijk(mappen: Mappen, slug: str, jaar: int | None, poort: int | None, open_: Callable[[str], None]) -> None:
    """Show the plan of ``slug`` until someone ends it; ``open_`` is told the address as soon as it answers.

    ``poort`` None takes the first that is free. Raises GebiedsplanFout when it cannot begin.
    """
    ontbreekt = [naam for naam in _ONDERDELEN if find_spec(naam) is None]
    if ontbreekt:
        raise GebiedsplanFout([_ontbreekt(ontbreekt)], exit_code=2)
    vooraf(mappen, slug)
    from gebiedsplan.bekijk import poorten, server

    with poorten.luister(poort) as luisteraar:
        server.draai(mappen, slug, jaar, luisteraar, open_)


def _ontbreekt(onderdelen: list[str]) -> Bevinding:
    return Bevinding(
        "bekijk-ontbreekt",
        Plek("gebiedsplan bekijk"),
        f"Hiervoor is nog nodig: {', '.join(onderdelen)}.",
        "Typ make bekijk GEBIED=..., dan komt het vanzelf. Zonder make: pip install 'gebiedsplan[bekijk]'.",
    )
