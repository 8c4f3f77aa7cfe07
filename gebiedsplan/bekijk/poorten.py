"""A port of this computer, for this computer only."""

from __future__ import annotations

import errno
import socket

from gebiedsplan.bevinding import Bevinding, GebiedsplanFout, Plek

HIER = "127.0.0.1"
EERSTE = 8700
_VERDER_NIET = 100
_BEZET = {errno.EADDRINUSE, errno.EACCES}


def luister(poort: int | None) -> socket.socket:
    """Listen to ``poort``; without one, to the first that is free. Raises GebiedsplanFout poort-bezet."""
    for keuze in range(EERSTE, EERSTE + _VERDER_NIET) if poort is None else (poort,):
        try:
            return socket.create_server((HIER, keuze))
        except OSError as fout:
            if fout.errno not in _BEZET:
                raise
    raise GebiedsplanFout([_bezet(poort)], exit_code=2)


def _bezet(poort: int | None) -> Bevinding:
    welke = f"Poort {poort}" if poort else f"Elke poort van {EERSTE} tot en met {EERSTE + _VERDER_NIET - 1}"
    return Bevinding(
        "poort-bezet",
        Plek("gebiedsplan bekijk"),
        f"{welke} is in gebruik.",
        "Loopt er nog een voorvertoning? Stop die, of kies een ander getal met --poort."
        + (" Zonder --poort zoekt het programma zelf een vrije poort." if poort else ""),
    )
