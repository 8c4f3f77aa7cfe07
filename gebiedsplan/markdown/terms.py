"""Let the first use of a term in each chapter refer to its explanation in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gebiedsplan.document import (
    Block,
    Document,
    Field,
    Fields,
    Heading,
    Inline,
    Inlines,
    Origin,
    Paragraph,
    Ref,
    Text,
    plain_text,
    walk,
)
from gebiedsplan.markdown.traverse import change_blocks

# A plural or a person is the same term; "vrijwilligerswerk" is not "vrijwilliger".
_ENDINGS = "(?:s|en|e|er|ers|nen|’s|'s)?"


@dataclass(frozen=True, slots=True)
class _Term:
    """A term of the glossary: what finds it in a text, its id and its explanation."""

    pattern: re.Pattern[str]
    id: str
    explanation: str


def link_terms(document: Document) -> Document:
    """Every term of the glossary, where a chapter first uses it in running text.

    Not in headings, tables and captions, not inside words that are a link or have weight already, and not in the
    chapter that holds the glossary itself. A document without a glossary stays as it is.
    """
    terms = sorted(map(_term, _glossary(document.blocks)), key=lambda term: -len(term.pattern.pattern))
    if not terms:
        return document
    chapters = (_linked(chapter, terms) for chapter in _chapters(document.blocks))
    return replace(document, blocks=tuple(block for chapter in chapters for block in chapter))


def _glossary(blocks: Iterable[Block]) -> Iterator[Field]:
    for block in walk(blocks):
        if isinstance(block, Fields):
            yield from (item for item in block.items if item.id)


def _term(item: Field) -> _Term:
    """ "Mantelzorg(er)" is found as "mantelzorg" and "mantelzorger"."""
    name = plain_text(item.label).split("(")[0].strip()
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}{_ENDINGS}(?![\w-])", re.IGNORECASE)
    words = (plain_text(block.children) for block in item.value if isinstance(block, Paragraph))
    return _Term(pattern, item.id, " ".join(words))


def _chapters(blocks: Iterable[Block]) -> list[list[Block]]:
    chapters: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            chapters.append([])
        chapters[-1].append(block)
    return chapters


def _linked(chapter: list[Block], terms: Iterable[_Term]) -> tuple[Block, ...]:
    if any(_glossary(chapter)):
        return tuple(chapter)
    left = list(terms)

    def link(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.role == "source":
            return block
        return replace(block, children=_words(block.children, left))

    return change_blocks(chapter, link)


def _words(words: Inlines, left: list[_Term]) -> Inlines:
    """``words`` with each term of ``left`` that is in them as a reference; those are taken out of ``left``."""
    for term in tuple(left):
        changed = _with(words, term)
        if changed is not None:
            words = changed
            left.remove(term)
    return words


def _with(words: Inlines, term: _Term) -> Inlines | None:
    """``words`` with the first use of ``term`` as a reference; None when it is not used."""
    for place, word in enumerate(words):
        found = _in_word(word, term)
        if found is not None:
            return (*words[:place], *found, *words[place + 1 :])
    return None


def _in_word(word: Inline, term: _Term) -> Inlines | None:
    match word:
        case Text(text=text):
            found = term.pattern.search(text)
            return None if found is None else tuple(_split(text, found, term))
        case Origin(children=children):
            inside = _with(children, term)
            return None if inside is None else (replace(word, children=inside),)
        case _:
            return None


def _split(text: str, found: re.Match[str], term: _Term) -> Iterator[Inline]:
    ref = Ref(term.id, (Text(found[0]),), explanation=term.explanation)
    parts: tuple[Inline, ...] = (Text(text[: found.start()]), ref, Text(text[found.end() :]))
    return (part for part in parts if part != Text(""))
