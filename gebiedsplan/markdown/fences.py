"""Which fenced blocks there are, and what each may hold in its first lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.outline import Fence


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a block may hold behind its bar, and in its options."""

    argument: Literal["no", "may", "must"] = "no"
    options: tuple[str, ...] = ()


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "figuur": _Kind("must", ("alt", "bron", "gegevens")),
        "tabel": _Kind("must", ("bron",)),
        "miniatuur": _Kind("must", ("alt",)),
        "let-op": _Kind("must"),
        "toelichting": _Kind("must"),
        "verzoek": _Kind("must"),
        "kolommen": _Kind(),
        "kolom": _Kind(),
        "dicht": _Kind(),
        "nieuwe-pagina": _Kind(),
        "inhoud": _Kind("may", ("soort",)),
        "begrippen": _Kind(),
    }
)


def check_fence(fence: Fence, findings: Findings) -> bool:
    """Whether ``fence`` is a block we know; what is wrong with its first lines goes to ``findings``."""
    kind = _KINDS.get(fence.name)
    if kind is None:
        findings.add(
            f"Het blok “{fence.name}” bestaat niet.",
            bedoelde_u(fence.name, _KINDS) or f"Kies uit: {', '.join(_KINDS)}.",
            line=fence.line,
        )
        return False
    if kind.argument == "must" and not fence.argument:
        findings.add(
            f"Achter “{fence.name}” ontbreekt een {'titel' if not kind.options else 'id'}.",
            f"Schrijf: /// {fence.name} | {'De titel' if not kind.options else 'mijn-id'}",
            line=fence.line,
        )
    if kind.argument == "no" and fence.argument:
        findings.add(
            f"Achter “{fence.name}” hoort geen tekst.",
            f"Haal “| {fence.argument}” weg.",
            line=fence.line,
        )
    for name, _ in fence.options:
        if name not in kind.options:
            findings.add(
                f"Het blok “{fence.name}” kent geen “{name}”.",
                bedoelde_u(name, kind.options) or _allowed(kind),
                line=fence.line,
            )
    return True


def _allowed(kind: _Kind) -> str:
    if kind.options:
        return f"Kies uit: {', '.join(kind.options)}."
    return "Laat de regel weg. Hoort hij bij de tekst? Zet er dan een lege regel boven en laat hem niet inspringen."
