"""Read a whole text as a Document, without numbers yet: see ``transforms``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from gebiedsplan.bevinding import Bevinding, bedoelde_u
from gebiedsplan.document import (
    Block,
    Close,
    Columns,
    Contents,
    Document,
    Fields,
    Figure,
    Heading,
    Note,
    PageBreak,
    Ref,
    Table,
    plain_text,
    walk,
)
from gebiedsplan.markdown.attributes import Attributes, cut_attributes
from gebiedsplan.markdown.captioned import Captioned
from gebiedsplan.markdown.engine import on_paper
from gebiedsplan.markdown.fences import check_fence
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.frontmatter import read_meta, split
from gebiedsplan.markdown.identifiers import Identifiers
from gebiedsplan.markdown.outline import Fence, HeadingLine, Part, PipeTable, Prose, outline
from gebiedsplan.markdown.transforms import APPENDIX
from gebiedsplan.markdown.words import Words

_DEEPEST = 4
_PLAIN, _APPENDIX = "ongenummerd", "bijlage"
_TAB = 4

_NOTES: Mapping[str, Literal["notice", "warning", "request"]] = MappingProxyType(
    {"let-op": "warning", "toelichting": "notice", "verzoek": "request"}
)
_CONTENTS: Mapping[str, Literal["headings", "figures", "tables"]] = MappingProxyType(
    {"koppen": "headings", "figuren": "figures", "tabellen": "tables"}
)


def read(text: str, bestand: str) -> tuple[Document, tuple[Bevinding, ...]]:
    """The Document in ``text`` and every finding; with findings the Document is not to be used."""
    findings = Findings(bestand)
    lines = on_paper(text.replace("\r\n", "\n")).expandtabs(_TAB).split("\n")
    front = split(lines)
    start = front.body_start if front else 0
    meta = read_meta(front, findings)
    blocks = _Reader(outline(lines[start:], start + 1, findings), findings).document_blocks()
    return Document(meta, blocks), findings.in_order()


class _Reader:
    """Turns the parts of one text into blocks."""

    def __init__(self, parts: tuple[Part, ...], findings: Findings) -> None:
        self._parts = parts
        self._findings = findings
        self._ids = Identifiers(parts, findings)
        self._words = Words(findings)
        self._captioned = Captioned(self._words, findings)
        self._level = 0

    def document_blocks(self) -> tuple[Block, ...]:
        blocks = self._blocks(self._parts)
        self._check_references(blocks)
        return blocks

    def _blocks(self, parts: Iterable[Part]) -> tuple[Block, ...]:
        return tuple(block for part in parts for block in self._part(part))

    def _part(self, part: Part) -> tuple[Block, ...]:
        match part:
            case Prose():
                return self._words.blocks(part)
            case HeadingLine():
                return (self._heading(part),)
            case PipeTable():
                self._findings.add(
                    "Deze tabel heeft geen bijschrift.",
                    "Zet de tabel in een blok: /// tabel | een-id, dan een alinea als bijschrift, de tabel, en ///.",
                    line=part.header.number,
                )
                return ()
            case Fence():
                return self._fence(part) if check_fence(part, self._findings) else self._blocks(part.parts)

    def _heading(self, part: HeadingLine) -> Heading:
        text, attributes = cut_attributes(part.text)
        words = self._words.line(text, part.line)
        if not words:
            self._findings.add("Deze kop heeft geen woorden.", "Schrijf achter # een titel.", line=part.line)
        self._check_level(part)
        self._check_heading_classes(part, attributes)
        return Heading(
            part.level,
            words,
            attributes.id or self._ids.from_words(plain_text(words), part.line),
            number=APPENDIX if _APPENDIX in attributes.classes else "",
            plain=_PLAIN in attributes.classes,
        )

    def _check_level(self, part: HeadingLine) -> None:
        if part.level > _DEEPEST:
            self._findings.add(
                f"Een kop met {part.level} hekjes is te diep.",
                f"Gebruik ten hoogste {_DEEPEST} hekjes.",
                line=part.line,
            )
        elif part.level > self._level + 1:
            self._findings.add(
                f"Deze kop heeft niveau {part.level} en slaat niveau {self._level + 1} over.",
                f"Begin de kop met {'#' * (self._level + 1)}",
                line=part.line,
            )
        self._level = part.level

    def _check_heading_classes(self, part: HeadingLine, attributes: Attributes) -> None:
        known = (_PLAIN, _APPENDIX)
        for name in attributes.classes:
            if name not in known:
                self._findings.add(
                    f"Een kop kent geen “.{name}”.",
                    bedoelde_u(name, known) or "Kies uit: .ongenummerd en .bijlage.",
                    line=part.line,
                )
        if _APPENDIX in attributes.classes and (part.level > 1 or _PLAIN in attributes.classes):
            self._findings.add(
                "Alleen een genummerde kop met één hekje kan een bijlage zijn.",
                "Haal .bijlage of .ongenummerd weg, of begin de kop met één #.",
                line=part.line,
            )

    def _fence(self, fence: Fence) -> tuple[Block, ...]:
        match fence.name:
            case "figuur":
                return (self._captioned.figure(fence),)
            case "tabel":
                return (self._captioned.table(fence),)
            case "miniatuur":
                return (self._captioned.thumbnail(fence),)
            case "kolommen":
                return (self._columns(fence),)
            case "kolom":
                self._findings.add(
                    "Dit blok “kolom” staat niet in een blok “kolommen”.",
                    "Zet //// kolommen erboven en //// eronder.",
                    line=fence.line,
                )
                return self._blocks(fence.parts)
            case "begrippen":
                return tuple(self._terms(block, fence.line) for block in self._blocks(fence.parts))
            case "dicht":
                return (Close(self._blocks(fence.parts)),)
            case "nieuwe-pagina" | "inhoud":
                return (self._empty(fence),)
            case _:
                title = self._words.line(fence.argument, fence.line)
                return (Note(_NOTES[fence.name], title, self._blocks(fence.parts)),)

    def _terms(self, block: Block, line: int) -> Block:
        """A list of terms, each with an id that the text can refer to."""
        if not isinstance(block, Fields):
            self._findings.add(
                "In een blok “begrippen” mogen alleen begrippen met hun uitleg staan.",
                "Schrijf het begrip op een regel, en daaronder : met de uitleg.",
                line=line,
            )
            return block
        return Fields(
            tuple(
                replace(item, id=self._ids.from_words(f"begrip {plain_text(item.label)}", line)) for item in block.items
            )
        )

    def _columns(self, fence: Fence) -> Columns:
        columns = []
        for part in fence.parts:
            if isinstance(part, Fence) and part.name == "kolom":
                check_fence(part, self._findings)
                columns.append(self._blocks(part.parts))
            else:
                self._findings.add(
                    "In een blok “kolommen” mogen alleen blokken “kolom” staan.",
                    "Zet de tekst in een blok: /// kolom, de tekst, en ///.",
                    line=fence.line,
                )
        return Columns(tuple(columns))

    def _empty(self, fence: Fence) -> PageBreak | Contents:
        if fence.parts:
            self._findings.add(
                f"Het blok “{fence.name}” blijft leeg.",
                "Zet de regel met /// er direct onder.",
                line=fence.line,
            )
        if fence.name == "nieuwe-pagina":
            return PageBreak()
        return self._contents(fence)

    def _contents(self, fence: Fence) -> Contents:
        kind = dict(fence.options).get("soort", "koppen")
        if kind not in _CONTENTS:
            self._findings.add(
                f"Een inhoudslijst kent geen soort “{kind}”.",
                bedoelde_u(kind, _CONTENTS) or f"Kies uit: {', '.join(_CONTENTS)}.",
                line=fence.line,
            )
        title = plain_text(self._words.line(fence.argument, fence.line))
        return Contents(title or "Inhoud", of=_CONTENTS.get(kind, "headings"))

    def _check_references(self, blocks: tuple[Block, ...]) -> None:
        for target, line in self._words.references:
            if target not in self._ids:
                self._findings.add(
                    f"De verwijzing “#{target}” wijst naar niets.",
                    bedoelde_u(target, self._ids) or "Geef de kop, tabel of figuur deze id.",
                    line=line,
                )
        tables = {block.id for block in walk(blocks) if isinstance(block, Table)}
        for block in walk(blocks):
            if isinstance(block, Figure) and isinstance(block.data, Ref) and block.data.target not in tables:
                self._not_a_table(block, block.data.target)

    def _not_a_table(self, figure: Figure, target: str) -> None:
        if target in self._ids:
            self._findings.add(
                f"De gegevens van figuur “{figure.id}” wijzen naar “#{target}”. Dat is geen tabel.",
                "Verwijs naar de id van een blok “tabel”.",
                line=self._ids.line(figure.id),
            )
