"""Which cells of a sheet get a colour, as long as something is true of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gebiedsplan.gebied.kolommen import STATUS_CIJFER, BladSpec
from gebiedsplan.nieuw.overnemen import HERKOMST, VOORSTEL
from gebiedsplan.werkmap.boek import Kolomkop, Markering, Rol


def markeringen(spec: BladSpec, koppen: tuple[Kolomkop, ...]) -> tuple[Markering, ...]:
    """Yellow for what waits, then blue for a proposal, then purple for what is made up: the first that fits counts."""
    namen = {kop.naam for kop in koppen}
    voorstel = Markering(Rol.VOORSTEL, f'LEFT({{{HERKOMST}}},{len(VOORSTEL)})="{VOORSTEL}"')
    voorbeeld = Markering(Rol.VOORBEELD, '{Status}="voorbeeld"')
    met_status = any(kolom.lijst == STATUS_CIJFER for kolom in spec.kolommen)
    return (*_wachtend(spec), *([voorstel] if HERKOMST in namen else []), *([voorbeeld] if met_status else []))


def _wachtend(spec: BladSpec) -> Iterator[Markering]:
    """The empty cells of a row in use that a plan needs."""
    if spec.naam == "Gebied":
        yield Markering(Rol.INVULLEN, 'AND({cel}="",{Verplicht}="ja")', ("Waarde",))
        return
    if spec.naam == "Teksten":
        # Every text stands there to choose from; none has to be written.
        return
    in_gebruik = _aantal_gevuld(kolom.kop for kolom in spec.kolommen)
    yield Markering(
        Rol.INVULLEN,
        f'AND({{cel}}="",{in_gebruik}>0)',
        tuple(kolom.kop for kolom in spec.kolommen if kolom.verplicht),
    )
    if nodig := tuple(kolom.kop for kolom in spec.kolommen if kolom.nodig):
        # A figure may be left blank on purpose, with a status; what waits is a row with nothing but its key.
        met_sleutel = any(kolom.sleutel for kolom in spec.kolommen)
        rest = _aantal_gevuld(kolom.kop for kolom in spec.kolommen if not kolom.sleutel)
        leeg = f"{rest}=0" if met_sleutel else '{cel}=""'
        yield Markering(Rol.INVULLEN, f"AND({leeg},{in_gebruik}>0)", nodig)


def _aantal_gevuld(kolommen: Iterable[str]) -> str:
    return f"COUNTA({','.join(f'{{{naam}}}' for naam in kolommen)})"
