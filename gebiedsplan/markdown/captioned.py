"""Read the blocks ``figuur``, ``tabel`` and ``miniatuur``: a caption, a pipe table, a source, or only a picture."""

from __future__ import annotations

from gebiedsplan.document import Column, Figure, Grid, Inlines, Ref, Table, Thumbnail
from gebiedsplan.markdown.attributes import is_id
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.outline import Fence, Line, PipeTable, Prose
from gebiedsplan.markdown.rows import alignments, cells
from gebiedsplan.markdown.words import Words

_NO_GRID = Grid((), ())


class Captioned:
    """Reads figures and tables; what one of them lacks is a finding, and stays empty."""

    def __init__(self, words: Words, findings: Findings) -> None:
        self._words = words
        self._findings = findings

    def table(self, fence: Fence) -> Table:
        """The table in ``fence``: its caption, its pipe table, and the option ``bron``."""
        caption, grid = self._content(fence)
        if grid is None:
            self._lacks(fence, "de tabel zelf", "Zet onder het bijschrift een tabel met | en een regel |---|---|.")
        return Table(fence.argument, caption, grid or _NO_GRID, source=self._option(fence, "bron"))

    def figure(self, fence: Fence) -> Figure:
        """The figure in ``fence``. Its data are the pipe table, or the table that option ``gegevens`` points at."""
        caption, grid = self._content(fence)
        alt = dict(fence.options).get("alt", "")
        source = self._option(fence, "bron")
        if not alt:
            self._lacks(fence, "de alt-tekst", 'Voeg een regel toe: alt: "Wat de figuur laat zien, in één zin"')
        if not source:
            self._lacks(fence, "de bron", 'Voeg een regel toe: bron: "Naam van de bron en het jaar"')
        return Figure(fence.argument, fence.argument, caption, alt, source, self._data(fence, grid))

    def thumbnail(self, fence: Fence) -> Thumbnail:
        """The small picture in ``fence``."""
        alt = dict(fence.options).get("alt", "")
        if not alt:
            self._lacks(fence, "de alt-tekst", 'Voeg een regel toe: alt: "Wat de tekening laat zien, in één zin"')
        if fence.parts:
            self._findings.add(
                f"Het blok “{fence.name}” blijft leeg.", "Zet de regel met /// er direct onder.", line=fence.line
            )
        return Thumbnail(fence.argument, alt)

    def _data(self, fence: Fence, grid: Grid | None) -> Grid | Ref:
        target = dict(fence.options).get("gegevens", "")
        if target and grid:
            self._findings.add(
                f"De figuur “{fence.argument}” heeft een tabel en ook “gegevens”.",
                "Houd één van de twee.",
                line=fence.line,
            )
        if target and not target.startswith("#"):
            self._findings.add(
                f"“gegevens: {target}” is geen verwijzing naar een tabel.",
                'Schrijf # en de id van de tabel, zoals gegevens: "#tabel-id"',
                line=fence.line,
            )
        elif target:
            self._words.references.append((target[1:], fence.line))
            return Ref(target[1:])
        elif grid is None:
            self._lacks(fence, "de tabel met gegevens", "Zet onder het bijschrift een tabel, of verwijs met gegevens:.")
        return grid or _NO_GRID

    def _content(self, fence: Fence) -> tuple[Inlines, Grid | None]:
        """The caption and the pipe table; anything else in the block is a finding."""
        if fence.argument and not is_id(fence.argument):
            self._findings.add(
                f"Het blok “{fence.name}” heeft geen goede id.",
                f"Schrijf achter de streep een naam zonder spaties: /// {fence.name} | mijn-{fence.name}",
                line=fence.line,
            )
        parts = list(fence.parts)
        first = parts.pop(0) if parts and isinstance(parts[0], Prose) else None
        second = parts.pop(0) if parts and isinstance(parts[0], PipeTable) else None
        caption = self._caption(first) if isinstance(first, Prose) else ()
        if not caption:
            self._lacks(fence, "het bijschrift", "Schrijf boven de tabel een alinea die zegt waar het over gaat.")
        if parts:
            self._findings.add(
                f"In het blok “{fence.name}” staat meer dan een bijschrift en een tabel.",
                "Zet andere tekst onder het blok.",
                line=fence.line,
            )
        return caption, self._grid(second) if isinstance(second, PipeTable) else None

    def _caption(self, part: Prose) -> Inlines:
        blank = next((line for line in part.lines if not line.text.strip()), None)
        if blank is not None:
            self._findings.add(
                "Het bijschrift heeft meer dan één alinea.",
                "Maak er één alinea van, of zet de rest onder het blok.",
                line=blank.number + 1,
            )
        return self._words.line("\n".join(line.text for line in part.lines), part.lines[0].number)

    def _grid(self, table: PipeTable) -> Grid:
        headers = self._cells(table.header)
        leanings = alignments(table.separator.text)
        for line, count in ((table.separator, len(leanings)), *((row, len(cells(row.text))) for row in table.rows)):
            if count != len(headers):
                self._findings.add(
                    f"Het aantal cellen in deze regel is {count}. In de kopregel staan er {len(headers)}.",
                    r"Geef elke regel evenveel cellen. Een | in de tekst van een cel schrijft u als \|.",
                    line=line.number,
                )
        columns = tuple(Column(header, align) for header, align in zip(headers, leanings, strict=False))
        return Grid(columns, tuple(self._cells(row) for row in table.rows))

    def _cells(self, row: Line) -> tuple[Inlines, ...]:
        return tuple(self._words.line(cell, row.number) for cell in cells(row.text))

    def _option(self, fence: Fence, name: str) -> Inlines:
        return self._words.line(dict(fence.options).get(name, ""), fence.line)

    def _lacks(self, fence: Fence, what: str, hulp: str) -> None:
        self._findings.add(f"Bij {fence.name} “{fence.argument}” ontbreekt {what}.", hulp, line=fence.line)
