"""What stands above and below tables and figures: "Tabel 3" with a number Word can count again, and the source."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.document import Figure, Inlines, Table, plain_text
from gebiedsplan.writers.docx.bookmarks import counted
from gebiedsplan.writers.docx.elements import indented, paragraph, run
from gebiedsplan.writers.docx.fields import field
from gebiedsplan.writers.docx.inline import runs
from gebiedsplan.writers.docx.paper import Paper


def caption(block: Table | Figure, paper: Paper, left: int) -> Element:
    """The caption paragraph, with the bookmark of the table or figure around its label (or all of it)."""
    number_style = paper.styles.id("Nummer")
    words = runs(block.caption, paper)
    if block.label:
        label = paper.bookmarks.around(block.id, _label(block, paper, number_style))
        words = [*label, run(". ", style=number_style), *words]
    else:
        words = paper.bookmarks.around(block.id, words)
    return paragraph(paper.styles.id("caption"), words, *indented(left))


def caption_text(label: str, words: Inlines) -> str:
    """The caption as plain text: "Tabel 3. Wie werkt er?"."""
    return f"{label}. {plain_text(words)}" if label else plain_text(words)


def source_line(source: Inlines, paper: Paper, left: int) -> list[Element]:
    """The small line below a table or figure, where there is one."""
    return [paragraph(paper.styles.id("Bron"), runs(source, paper), *indented(left))] if source else []


def _label(block: Table | Figure, paper: Paper, style: str) -> list[Element]:
    kind, number = counted(block.label)
    if not kind:
        return [run(block.label, style=style)]
    counting = field(rf"SEQ {kind} \* ARABIC", number, style)
    return [run(f"{kind} ", style=style), *paper.bookmarks.around_number(block.id, counting)]
