"""Read the YAML between ``---`` lines as Meta.

Values are plain text, not Markdown. A template writes them with Jinja's ``tojson``, which is valid YAML for any text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import yaml

from gebiedsplan.document import Meta
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.origins import cut_origin

_EDGE = "---"
_KEYS = ("titel", "ondertitel", "opsteller", "datum", "status", "versie", "onderwerp", "trefwoorden", "voorblad")
_YES, _NO = "ja", "nee"
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NO_META = Meta("", "", "", "", "", "", "", (), ())


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The YAML text, the number of its first line, and the index of the first line of the body."""

    yaml_text: str
    line: int
    body_start: int


def split(lines: Sequence[str]) -> FrontMatter | None:
    """Where the front matter of ``lines`` stands, or None when there is none that begins and ends."""
    filled = (index for index, line in enumerate(lines) if line.strip())
    first = next(filled, None)
    if first is None or lines[first].rstrip() != _EDGE:
        return None
    last = next((index for index in filled if lines[index].rstrip() == _EDGE), None)
    if last is None:
        return None
    return FrontMatter("\n".join(lines[first + 1 : last]), first + 2, last + 1)


def read_meta(front: FrontMatter | None, findings: Findings) -> Meta:
    """The Meta in ``front``. What is wrong goes to ``findings`` and stays empty."""
    if front is None:
        findings.add(
            "De gegevens bovenaan ontbreken, of ze eindigen niet.",
            "Begin met een regel ---, dan regels zoals “titel: …”, en sluit af met weer een regel ---.",
            line=1,
        )
        return _NO_META
    try:
        # BaseLoader keeps each value as it is written: version 0.10 stays 0.10, a date stays its own text.
        values = yaml.load(front.yaml_text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        findings.add(
            "De gegevens bovenaan zijn geen geldige YAML.",
            "Zet elke waarde tussen aanhalingstekens, of schrijf in het sjabloon {{ waarde | tojson }}.",
            line=front.line + (error.problem_mark.line if error.problem_mark else 0),
        )
        return _NO_META
    return _Reader(values if isinstance(values, dict) else {}, findings).meta()


class _Reader:
    """Reads one mapping of front matter values; every value is a string, a list or a mapping."""

    def __init__(self, values: Mapping[str, object], findings: Findings) -> None:
        self._values = values
        self._findings = findings

    def meta(self) -> Meta:
        for key in _KEYS:
            if key not in self._values or (key == "titel" and not self._values[key]):
                self._wrong(f"“{key}” ontbreekt bij de gegevens bovenaan.", f"Voeg een regel “{key}: …” toe.", key)
        front = [(label, cut_origin(value)) for label, value in self._pairs("voorblad")]
        return Meta(
            title=self._text("titel"),
            subtitle=self._text("ondertitel"),
            author=self._text("opsteller"),
            date=self._date("datum"),
            status=self._text("status"),
            version=self._text("versie"),
            subject=self._text("onderwerp"),
            keywords=self._texts("trefwoorden"),
            front=tuple((label, value) for label, (value, _) in front),
            front_origins=tuple(source for _, (_, source) in front) if any(source for _, (_, source) in front) else (),
            title_page=self._yes("titelpagina", _YES),
            large_print=self._yes("grote_letters", _NO),
        )

    def _wrong(self, tekst: str, hulp: str, key: str) -> None:
        self._findings.add(tekst, hulp, key=key)

    def _text(self, key: str) -> str:
        value = self._values.get(key, "")
        if isinstance(value, str):
            return cut_origin(value.strip())[0]
        self._wrong(f"“{key}” is geen tekst.", f"Schrijf achter “{key}:” één tekst tussen aanhalingstekens.", key)
        return ""

    def _yes(self, key: str, otherwise: str) -> bool:
        """Whether ``key`` says yes; a report need not say anything."""
        value = self._values.get(key, otherwise)
        if value not in (_YES, _NO):
            self._wrong(f"“{key}” is geen ja of nee.", f"Schrijf “{key}: nee”, of haal de regel weg.", key)
        return value != _NO

    def _date(self, key: str) -> str:
        """A day, or "" for what has none yet."""
        value = self._text(key)
        if value and not _is_iso_date(value):
            self._wrong(f"“{value}” is geen datum.", f"Schrijf “{key}” als jaar-maand-dag, zoals 2026-11-03.", key)
        return value

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._values.get(key) or []
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(cut_origin(item.strip())[0] for item in value)
        self._wrong(f"“{key}” is geen lijst met woorden.", f"Schrijf “{key}: [een, twee]”.", key)
        return ()

    def _pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self._values.get(key) or []
        if isinstance(value, list) and all(_is_pair(item) for item in value):
            return tuple((label.strip(), text.strip()) for label, text in value)
        self._wrong(
            f"“{key}” is geen lijst met paren.", f"Schrijf “{key}: [[Opsteller, Team Welzijn], [Versie, 1.0]]”.", key
        )
        return ()


def _is_pair(item: object) -> bool:
    return isinstance(item, list) and len(item) == 2 and all(isinstance(part, str) for part in item)


def _is_iso_date(value: str) -> bool:
    if not _ISO_DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
