"""From mistakes to findings: each gets the file, the line and the key where it stands."""

from __future__ import annotations

from collections.abc import Iterable

from gebiedsplan.bevinding import Bevinding, Plek
from gebiedsplan.toml.bestand import Bestand
from gebiedsplan.toml.misser import Misser, in_woorden
from gebiedsplan.toml.regels import regel_van, regelnummers


def bevindingen(missers: Iterable[Misser], bestand: Bestand) -> tuple[Bevinding, ...]:
    """A finding for each of ``missers`` in ``bestand``, in the order of their lines."""
    regels = regelnummers(bestand.tekst)

    def bevinding(misser: Misser) -> Bevinding:
        sleutel = in_woorden(misser.pad, bestand.data)
        plek = Plek(bestand.naam, regel=regel_van(misser.pad, regels), sleutel=sleutel)
        zie = f" Zie regel {regel_van(misser.zie, regels)}." if misser.zie else ""
        return Bevinding(misser.code, plek, misser.tekst + zie, misser.hulp, misser.ernst)

    return tuple(sorted(map(bevinding, missers), key=lambda b: (b.plek.regel, b.plek.sleutel, b.code)))
