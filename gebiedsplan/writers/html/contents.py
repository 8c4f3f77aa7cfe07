"""The contents list."""

from __future__ import annotations

from gebiedsplan.document import Contents, Entry
from gebiedsplan.writers.html.inline import escape


def contents(node: Contents) -> str:
    """The contents list as navigation: folded on a small screen, opened by the style sheet on a wide one.

    It takes focus, because beside the text it may be longer than the screen and then scrolls.
    """
    if not node.entries:
        return ""
    title = escape(node.title)
    return (
        f'<nav class="contents" aria-label="{title}" tabindex="0">\n'
        f'<p class="contents-title" aria-hidden="true">{title}</p>\n'
        f"<details>\n<summary>{title}</summary>\n{_level(node.entries)}</details>\n</nav>\n"
    )


def _level(entries: tuple[Entry, ...]) -> str:
    """The entries as a list; deeper ones as a list within the item they follow."""
    starts = [i for i, entry in enumerate(entries) if entry.level <= entries[0].level]
    ends = [*starts[1:], len(entries)]
    items = "".join(_item(entries[start], entries[start + 1 : end]) for start, end in zip(starts, ends, strict=True))
    return f"<ul>\n{items}</ul>\n"


def _item(entry: Entry, below: tuple[Entry, ...]) -> str:
    number = f'<span class="number">{escape(entry.number)}</span> ' if entry.number else ""
    link = f'<a href="#{escape(entry.target)}">{number}{escape(entry.title)}</a>'
    return f"<li>{link}{_level(below) if below else ''}</li>\n"
