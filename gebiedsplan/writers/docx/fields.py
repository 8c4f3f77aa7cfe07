"""Word fields with the result already written in, so that nothing asks to be updated on opening."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement as Element

from gebiedsplan.writers.docx.elements import run, spaced, styled_run, w


def field(instruction: str, result: str, style: str = "", *, bold: bool = False, italic: bool = False) -> list[Element]:
    """The runs of a field with ``result`` as its text."""
    words = run(result, bold=bold, italic=italic, style=style)
    return [*field_start(instruction, style), words, field_end(style)]


def field_start(instruction: str, style: str = "") -> list[Element]:
    """The runs before the result of a field."""
    code = spaced(w("instrText"), f" {instruction} ")
    return [
        styled_run(w("fldChar", fldCharType="begin"), style),
        styled_run(code, style),
        styled_run(w("fldChar", fldCharType="separate"), style),
    ]


def field_end(style: str = "") -> Element:
    """The run after the result of a field."""
    return styled_run(w("fldChar", fldCharType="end"), style)
