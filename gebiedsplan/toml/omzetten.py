"""Tables and values from TOML -> a frozen dataclass, with everything that does not fit it.

Types are strict: a number where text belongs is a mistake, never turned into text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from cattrs import AttributeValidationNote, BaseValidationError, Converter, IterableValidationNote
from cattrs.cols import is_mapping, mapping_structure_factory
from cattrs.errors import ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, override

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.toml.misser import Codes, Misser, Pad

T = TypeVar("T")
_Hook: TypeAlias = Callable[[Any, Any], Any]

_LANGSTE = 40


def structure(data: Mapping[str, Any], soort: type[T], codes: Codes) -> tuple[T | None, tuple[Misser, ...]]:
    """The dataclass ``soort`` in ``data``; or None, with every missing or unknown key and every wrong value."""
    try:
        return _converter().structure(data, soort), ()
    except BaseValidationError as fout:
        return None, tuple(_missers(fout, (), soort, codes))


class _VerkeerdeWaardeError(Exception):
    """A value that cannot be: what it should be, if that is a kind, and what to write, if the type does not say."""

    def __init__(self, waarde: object, moet: str = "", hulp: str = "") -> None:
        super().__init__(moet)
        self.waarde = waarde
        self.moet = moet
        self.hulp = hulp


@cache
def _converter() -> Converter:
    omzetter = Converter(forbid_extra_keys=True, detailed_validation=True)
    omzetter.register_structure_hook(str, _tekst)
    omzetter.register_structure_hook(bool, _ja_of_nee)
    omzetter.register_structure_hook(int, _heel_getal)
    omzetter.register_structure_hook(float, _getal)
    omzetter.register_structure_hook_func(_is_keuze, _keuze)

    @omzetter.register_structure_hook_factory(is_mapping)
    def _(soort: Any) -> _Hook:
        return _alleen(dict, mapping_structure_factory(soort, omzetter))

    @omzetter.register_structure_hook_factory(_is_tuple)
    def _(soort: Any) -> _Hook:
        lijst: Any = GenericAlias(list, get_args(soort)[:1])
        return _alleen(list, lambda waarde, _: tuple(omzetter.structure(waarde, lijst)))

    @omzetter.register_structure_hook_factory(is_dataclass)
    def _(soort: Any) -> _Hook:
        soorten = get_type_hints(soort)
        verplicht = (veld.name for veld in fields(soort) if veld.default is MISSING and soorten[veld.name] is str)
        gevuld = {naam: override(struct_hook=_gevulde_tekst) for naam in verplicht}
        omzetten = make_dict_structure_fn(soort, omzetter, **gevuld)  # type: ignore[arg-type]  # only overrides
        return _alleen(dict, omzetten)

    return omzetter


def _is_keuze(soort: Any) -> bool:
    return get_origin(soort) is Literal


def _is_tuple(soort: Any) -> bool:
    return get_origin(soort) is tuple


def _alleen(kind: type, dan: _Hook) -> _Hook:
    def hook(waarde: Any, soort: Any) -> Any:
        if not isinstance(waarde, kind):
            raise _VerkeerdeWaardeError(waarde, "een lijst" if kind is list else "een blok")
        return dan(waarde, soort)

    return hook


def _tekst(waarde: Any, _: Any) -> str:
    if not isinstance(waarde, str):
        raise _VerkeerdeWaardeError(waarde, "een tekst", "Zet de waarde tussen aanhalingstekens.")
    return waarde


def _gevulde_tekst(waarde: Any, soort: Any) -> str:
    if not _tekst(waarde, soort).strip():
        raise _VerkeerdeWaardeError("", hulp="Vul hier een tekst in.")
    return str(waarde)


def _ja_of_nee(waarde: Any, _: Any) -> bool:
    if not isinstance(waarde, bool):
        raise _VerkeerdeWaardeError(
            waarde, "true of false", "Schrijf true (ja) of false (nee), zonder aanhalingstekens."
        )
    return waarde


def _heel_getal(waarde: Any, _: Any) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool):
        raise _VerkeerdeWaardeError(waarde, "een heel getal", "Schrijf een heel getal, zonder aanhalingstekens.")
    return waarde


def _getal(waarde: Any, _: Any) -> float:
    if not isinstance(waarde, int | float) or isinstance(waarde, bool):
        hulp = "Schrijf een getal met een punt en zonder aanhalingstekens, zoals 1.5."
        raise _VerkeerdeWaardeError(waarde, "een getal", hulp)
    return float(waarde)


def _keuze(waarde: Any, soort: Any) -> Any:
    woorden = get_args(soort)
    if waarde not in woorden:
        hulp = f"Kies uit: {', '.join(woorden)}. {bedoelde_u(str(waarde), woorden)}"
        raise _VerkeerdeWaardeError(waarde, hulp=hulp.strip())
    return waarde


def _missers(fout: BaseException, pad: Pad, soort: Any, codes: Codes) -> Iterator[Misser]:
    """Unfold the tree of errors; ``soort`` is the type that ``pad`` should hold."""
    soort = _als_het_er_is(soort)
    if isinstance(fout, BaseValidationError):
        for deel in fout.exceptions:
            noot = _noot(deel)
            if isinstance(noot, AttributeValidationNote):
                yield from _missers(deel, (*pad, noot.name), noot.type, codes)
            elif isinstance(noot, IterableValidationNote) and is_mapping(soort) and noot.type == get_args(soort)[0]:
                yield _onbekend(pad, str(noot.index), get_args(noot.type), codes)
            elif isinstance(noot, IterableValidationNote):
                yield from _missers(deel, (*pad, noot.index), noot.type, codes)
            else:
                yield from _missers(deel, pad, soort, codes)
    elif isinstance(fout, ForbiddenExtraKeysError):
        bekend = tuple(veld.name for veld in fields(soort))
        yield from (_onbekend(pad, sleutel, bekend, codes) for sleutel in sorted(fout.extra_fields))
    elif isinstance(fout, _VerkeerdeWaardeError):
        yield _verkeerd(pad, fout, soort, codes)
    elif isinstance(fout, KeyError):
        hulp = f"Voeg toe: {_hulp_bij(soort, str(pad[-1]))}"
        yield Misser(codes.sleutel_ontbreekt, pad, f"“{pad[-1]}” ontbreekt.", hulp)
    else:
        raise fout


def _als_het_er_is(soort: Any) -> Any:
    """The type of what may be left out: of ``Logo | None`` that is Logo."""
    if not isinstance(soort, UnionType):
        return soort
    return next(deel for deel in get_args(soort) if deel is not NoneType)


def _noot(fout: BaseException) -> object:
    noten = getattr(fout, "__notes__", ())
    return next((n for n in noten if isinstance(n, AttributeValidationNote | IterableValidationNote)), None)


def _onbekend(pad: Pad, sleutel: str, bekend: tuple[str, ...], codes: Codes) -> Misser:
    hulp = bedoelde_u(sleutel, bekend) or f"Haal de regel weg, of kies uit: {', '.join(bekend)}."
    return Misser(codes.sleutel_onbekend, (*pad, sleutel), f"Het programma kent “{sleutel}” hier niet.", hulp)


def _verkeerd(pad: Pad, fout: _VerkeerdeWaardeError, soort: Any, codes: Codes) -> Misser:
    sleutel = next(stap for stap in reversed(pad) if isinstance(stap, str))
    hulp = fout.hulp or f"Schrijf {_hulp_bij(soort, sleutel)}"
    oordeel = f"Dat moet {fout.moet} zijn." if fout.moet else "Dat kan niet."
    tekst = f"“{sleutel}” is {_in_woorden(fout.waarde)}. {oordeel}"
    return Misser(codes.waarde_verkeerd, pad, tekst, hulp)


def _in_woorden(waarde: object) -> str:
    if isinstance(waarde, list):
        return "een lijst"
    if isinstance(waarde, dict):
        return "een blok"
    if waarde == "":
        return "leeg"
    if isinstance(waarde, bool):
        return str(waarde).lower()
    woord = str(waarde)
    kort = woord if len(woord) <= _LANGSTE else f"{woord[:_LANGSTE]}…"
    return f"“{kort}”" if isinstance(waarde, str) else kort


def _hulp_bij(soort: Any, sleutel: str) -> str:
    """How a value of this type is written in TOML."""
    if is_dataclass(soort):
        return f"een blok dat begint met [{sleutel}]."
    if get_origin(soort) is tuple:
        if is_dataclass(get_args(soort)[0]):
            return f"een of meer blokken die beginnen met [[{sleutel}]]."
        return f'{sleutel} = ["…", "…"].'
    if get_origin(soort) is Literal:
        eerste, *andere = get_args(soort)
        return f'{sleutel} = "{eerste}". Of een ander woord: {", ".join(andere)}.'
    if soort is str:
        return f'{sleutel} = "…", met uw tekst tussen de aanhalingstekens.'
    return f"{sleutel}, met een getal erachter."
