"""Read lines and prose as words and blocks, and remember every reference to an id on the way."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from gebiedsplan.bevinding import bedoelde_u
from gebiedsplan.document import Block, Inlines
from gebiedsplan.markdown import prose
from gebiedsplan.markdown.attributes import cut_attributes
from gebiedsplan.markdown.engine import Engine
from gebiedsplan.markdown.findings import Findings
from gebiedsplan.markdown.outline import Prose
from gebiedsplan.markdown.spacing import spaced

_PARAGRAPH_CLASSES = ("lead",)


class Words:
    """Reads the words of one text; ``references`` are the ids referred to, with their lines."""

    def __init__(self, findings: Findings) -> None:
        self.references: list[tuple[str, int]] = []
        self._findings = findings
        self._engine = Engine()

    def line(self, text: str, number: int) -> Inlines:
        """The words of ``text``, that stands on line ``number``."""
        element = self._engine.line(text)
        self.references.extend((target, number) for target in _targets(element))
        return prose.inlines(element)

    def blocks(self, part: Prose) -> tuple[Block, ...]:
        """The paragraphs and lists of ``part``."""
        try:
            root = self._engine.blocks(spaced(line.text for line in part.lines))
            self._paragraph_classes(root, part)
            self._engine.words(root)
        except RecursionError:
            self._findings.add(
                "Deze tekst heeft te veel lagen.",
                "Gebruik minder lijsten in lijsten.",
                line=part.lines[0].number,
            )
            return ()
        self.references.extend((target, _line_with(f"(#{target}", part)) for target in _targets(root))
        return prose.blocks(root)

    def _paragraph_classes(self, root: Element, part: Prose) -> None:
        for paragraph in root.iter("p"):
            text, attributes = cut_attributes(paragraph.text or "")
            paragraph.text = text
            for name in attributes.classes:
                if name in _PARAGRAPH_CLASSES:
                    paragraph.set("class", name)
                else:
                    self._findings.add(
                        f"Een alinea kent geen “.{name}”.",
                        bedoelde_u(name, _PARAGRAPH_CLASSES) or "Gebruik {: .lead } voor een inleidende zin.",
                        line=_line_with(f".{name}", part),
                    )


def _targets(element: Element) -> list[str]:
    hrefs = [link.get("href") or "" for link in element.iter("a")]
    return [href[1:] for href in hrefs if href.startswith("#")]


def _line_with(mark: str, part: Prose) -> int:
    return next((line.number for line in part.lines if mark in line.text), part.lines[0].number)
