"""Cut the body of a text into parts, line by line: headings, pipe tables, fenced blocks, and prose between them.

A fenced block opens with three or more slashes and closes with as many::

    /// figuur | id-van-de-figuur
        alt: "Wat de figuur laat zien"
        bron: "Gezondheidsmonitor 2024"

    Het bijschrift.

    | Gebied | Waarde |
    |--------|-------:|
    | Heiloo |     41 |
    ///

Option lines are indented. A value is all that follows the colon; between double quotes it is a JSON string, which is
what a template should write for a value that is not its own. ``alt`` is plain text, ``bron`` is inline Markdown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.rows import is_separator, looks_like_row

_FENCE = re.compile(r"\s*(?P<slashes>/{3,})\s*(?P<name>[^|]*?)\s*(?:\|(?P<argument>.*))?")
_OPTION = re.compile(r"\s+(?P<name>[\w-]+):(?:\s+(?P<value>.*))?")
_HEADING = re.compile(r" {0,3}(?P<hashes>#{1,6})(?: +(?P<text>.*))?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the rendered text and its number, counted from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that begins with ``#`` signs; ``text`` still holds its ``{#id .klasse}``."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class PipeTable:
    """The lines of a pipe table: the header, the line below it that says how columns lean, and the rows."""

    header: Line
    separator: Line
    rows: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """Lines with paragraphs and lists; the first and the last are not blank."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block: its name, what stands after the bar, its options and the parts inside it."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    line: int


Part: TypeAlias = HeadingLine | PipeTable | Prose | Fence


def outline(lines: Sequence[str], first_number: int, findings: Findings) -> tuple[Part, ...]:
    """The parts of ``lines``, of which the first has number ``first_number`` in the whole text."""
    return _Outliner([Line(first_number + index, text) for index, text in enumerate(lines)], findings).parts()


@dataclass(slots=True)
class _Open:
    """A fenced block that is not closed yet."""

    slashes: str
    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    line: int
    parts: list[Part]


class _Outliner:
    """Walks once through the lines, with a stack of open blocks."""

    def __init__(self, lines: list[Line], findings: Findings) -> None:
        self._lines = lines
        self._findings = findings
        self._at = 0
        self._prose: list[Line] = []
        self._open = [_Open("", "", "", (), 0, [])]

    def parts(self) -> tuple[Part, ...]:
        while self._at < len(self._lines):
            line = self._take()
            if fence := _FENCE.fullmatch(line.text):
                self._end_prose()
                self._fence(fence, line)
            elif heading := _HEADING.fullmatch(line.text):
                self._end_prose()
                self._parts.append(HeadingLine(len(heading["hashes"]), (heading["text"] or "").strip(" "), line.number))
            elif self._table_begins(line):
                self._end_prose()
                self._parts.append(PipeTable(line, self._take(), self._rows()))
            else:
                self._prose.append(line)
        self._end_prose()
        while len(self._open) > 1:
            self._not_closed(self._open[-1])
            self._close()
        return tuple(self._parts)

    @property
    def _parts(self) -> list[Part]:
        return self._open[-1].parts

    def _take(self) -> Line:
        self._at += 1
        return self._lines[self._at - 1]

    def _next_filled(self) -> int:
        """The index of the next line that is not blank."""
        at = self._at
        while at < len(self._lines) and not self._lines[at].text.strip():
            at += 1
        return at

    def _end_prose(self) -> None:
        lines, self._prose = self._prose, []
        while lines and not lines[0].text.strip():
            del lines[0]
        while lines and not lines[-1].text.strip():
            del lines[-1]
        if lines:
            self._parts.append(Prose(tuple(lines)))

    def _fence(self, match: re.Match[str], line: Line) -> None:
        slashes = match["slashes"]
        if match["name"] or match["argument"]:
            argument = (match["argument"] or "").strip(" ")
            self._open.append(_Open(slashes, match["name"].lower(), argument, self._options(), line.number, []))
        elif slashes in (block.slashes for block in self._open):
            while self._open[-1].slashes != slashes:
                self._not_closed(self._open[-1])
                self._close()
            self._close()
        else:
            self._findings.add(
                f"De regel {slashes} sluit geen blok.",
                "Haal de regel weg, of gebruik evenveel schuine strepen als bij het begin van het blok.",
                line=line.number,
            )

    def _close(self) -> None:
        block = self._open.pop()
        self._parts.append(Fence(block.name, block.argument, block.options, tuple(block.parts), block.line))

    def _not_closed(self, block: _Open) -> None:
        self._findings.add(
            f"Het blok “{block.name}” is niet gesloten.",
            f"Zet onder het blok een regel met alleen {block.slashes}",
            line=block.line,
        )

    def _options(self) -> tuple[tuple[str, str], ...]:
        options = []
        while self._at < len(self._lines) and (match := _OPTION.fullmatch(self._lines[self._at].text)):
            options.append((match["name"].lower(), self._value(match, self._take())))
        return tuple(options)

    def _value(self, match: re.Match[str], line: Line) -> str:
        value = (match["value"] or "").strip(" ")
        if not (len(value) > 1 and value[0] == value[-1] == '"'):
            return value
        try:
            return str(json.loads(value)).strip(" ")
        except json.JSONDecodeError:
            self._findings.add(
                f"De waarde van “{match['name']}” staat niet goed tussen aanhalingstekens.",
                'Schrijf in het sjabloon {{ waarde | citaat }}, of zet een \\ voor elke " en elke \\ in de waarde.',
                line=line.number,
            )
            return value

    def _table_begins(self, line: Line) -> bool:
        below = self._lines[self._at].text if self._at < len(self._lines) else ""
        return looks_like_row(line.text) and is_separator(below)

    def _rows(self) -> tuple[Line, ...]:
        """The rows that follow; a blank line between two rows, as a loop in a template leaves, is no end."""
        rows = []
        while (at := self._next_filled()) < len(self._lines):
            line = self._lines[at]
            if at > self._at and not line.text.lstrip().startswith("|"):
                break
            if not looks_like_row(line.text) or _FENCE.fullmatch(line.text) or self._begins_at(at):
                break
            rows.append(line)
            self._at = at + 1
        return tuple(rows)

    def _begins_at(self, at: int) -> bool:
        return at + 1 < len(self._lines) and is_separator(self._lines[at + 1].text)
