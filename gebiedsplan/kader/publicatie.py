"""How a decided plan is filed when it is published."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lijstwaarde:
    """A value from a list of the government: its code there ("c_5b1055aa") and what it is called."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Publicatie:
    """How a decided plan is filed when it is published: the choices of whoever publishes it."""

    informatiecategorie: Lijstwaarde = Lijstwaarde("c_816e508d", "inspanningsverplichting art 3.1 Woo")
    documentsoort: Lijstwaarde = Lijstwaarde("c_5b1055aa", "plan")
    themas: tuple[Lijstwaarde, ...] = (Lijstwaarde("c_d0463fb7", "zorg en gezondheid"),)
