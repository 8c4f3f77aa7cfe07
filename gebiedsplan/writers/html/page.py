"""The page around the text: head, front page, contents beside the text, footer."""

from __future__ import annotations

from gebiedsplan.document import Contents, Document, Meta
from gebiedsplan.writers.html.blocks import Pictures, chapters
from gebiedsplan.writers.html.contents import contents
from gebiedsplan.writers.html.inline import escape

# Ids the page adds hold a colon, so that they never meet an id from the text.
_TOP = "pagina:boven"
_TEXT = "pagina:tekst"

# The page asks nothing from anywhere and runs nothing, whatever text or style sheet it was given.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(document: Document, pictures: Pictures, css: str) -> str:
    """The whole page. The first contents list moves beside the text, where it stays in sight."""
    meta = document.meta
    beside = next((block for block in document.blocks if isinstance(block, Contents)), None)
    text = chapters((block for block in document.blocks if block is not beside), pictures)
    return (
        f'<!DOCTYPE html>\n<html lang="{_language(meta)}">\n{_head(meta, css)}'
        f'<body id="{_TOP}"{_kind(meta)}>\n<a class="skip" href="#{_TEXT}">Direct naar de tekst</a>\n'
        f'{_front_page(meta)}<div class="page">\n{contents(beside) if beside else ""}'
        f'<main id="{_TEXT}" tabindex="-1">\n{text}</main>\n</div>\n{_footer(meta)}</body>\n</html>\n'
    )


def _kind(meta: Meta) -> str:
    """What the style sheet must know: the text of a letter starts below its title, also on paper."""
    return "" if meta.title_page else ' class="letter"'


def _language(meta: Meta) -> str:
    return escape(meta.language.split("-")[0])


def _head(meta: Meta, css: str) -> str:
    described = {
        "description": meta.subject,
        "author": meta.author,
        "keywords": ", ".join(meta.keywords),
        "DCTERMS.title": meta.title,
        "DCTERMS.creator": meta.author,
        "DCTERMS.date": meta.date,
        "DCTERMS.language": meta.language,
    }
    metas = "".join(f'<meta name="{name}" content="{escape(what)}">\n' for name, what in described.items() if what)
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(meta.title)}</title>\n{metas}"
        f"<style>\n{_inside_style(css)}{_running_head(meta)}</style>\n</head>\n"
    )


def _inside_style(css: str) -> str:
    return css.replace("</", r"<\/")


def _running_head(meta: Meta) -> str:
    """What stands above every printed page; only the style sheet of this one document can name it."""
    return (
        f"@page {{ @top-left {{ content: {_css_string(meta.title)} }} "
        f"@top-right {{ content: {_css_string(_edition(meta))} }} }}\n"
    )


def _css_string(text: str) -> str:
    unsafe = '\\"<\n\r\f'
    return '"' + "".join(f"\\{ord(c):x} " if c in unsafe else c for c in text if c.isprintable() or c in unsafe) + '"'


def _edition(meta: Meta) -> str:
    """Status and version in words: "Concept, versie 0.3"."""
    version = f"versie {meta.version}" if meta.version else ""
    return ", ".join(part for part in (_capital(meta.status), version) if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _front_page(meta: Meta) -> str:
    edition = escape(_edition(meta)) if meta.title_page else ""
    status = f'<p class="status" data-status="{escape(meta.status)}"><span>{edition}</span></p>\n' if edition else ""
    subtitle = f'<p class="subtitle">{escape(meta.subtitle)}</p>\n' if meta.subtitle else ""
    lines = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>\n" for label, value in meta.front)
    front = f"<dl>\n{lines}</dl>\n" if lines else ""
    return f'<header class="front">\n{status}<h1>{escape(meta.title)}</h1>\n{subtitle}{front}</header>\n'


def _footer(meta: Meta) -> str:
    about = escape(", ".join(part for part in (meta.title, _edition(meta)) if part))
    return f'<footer>\n<p>{about}</p>\n<p><a href="#{_TOP}">Terug naar boven</a></p>\n</footer>\n'
