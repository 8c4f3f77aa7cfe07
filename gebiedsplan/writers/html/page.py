"""The page around the text: head, front page, contents beside the text, footer."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from gebiedsplan.document import Contents, Document, Meta, Property
from gebiedsplan.huisstijl.model import Huisstijl, Kleuren
from gebiedsplan.writers.html.blocks import Pictures, chapters
from gebiedsplan.writers.html.contents import contents
from gebiedsplan.writers.html.inline import escape
from gebiedsplan.writers.html.style import logo, properties, typeface

# Ids the page adds hold a colon, so that they never meet an id from the text.
_TOP = "pagina:boven"
_TEXT = "pagina:tekst"

# A little comfort; everything can be read without it.
_SCRIPT = Path(__file__).with_name("comfort.js").read_text("utf-8")


def page(document: Document, pictures: Pictures, huisstijl: Huisstijl) -> str:
    """The whole page. The first contents list moves beside the text, where it stays in sight."""
    beside = next((block for block in document.blocks if isinstance(block, Contents)), None)
    text = chapters((block for block in document.blocks if block is not beside), pictures)
    return frame(document.meta, huisstijl, text, beside=contents(beside) if beside else "")


def frame(
    meta: Meta, huisstijl: Huisstijl, text: str, *, beside: str = "", style: str = "", script: str = _SCRIPT
) -> str:
    """A page around HTML of our own making. ``style`` comes after the style sheet; only ``script`` may run."""
    return (
        f'<!DOCTYPE html>\n<html lang="{_language(meta)}">\n{_head(meta, huisstijl, style, script)}'
        f'<body id="{_TOP}"{_kind(meta)}>\n<a class="skip" href="#{_TEXT}">Direct naar de tekst</a>\n'
        f'{_front_page(meta, huisstijl)}<div class="page">\n{beside}'
        f'<main id="{_TEXT}" tabindex="-1">\n{text}</main>\n</div>\n'
        f"{_footer(meta)}<script>{script}</script>\n</body>\n</html>\n"
    )


def _policy(script: str) -> str:
    """The page asks nothing from anywhere and runs only our own script, whatever text or style sheet it was given."""
    return (
        f"default-src 'none'; script-src 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'; "
        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    )


def _kind(meta: Meta) -> str:
    """What the style sheet must know: the text of a letter starts below its title, also on paper."""
    if meta.large_print:
        return ' class="large"'
    return "" if meta.title_page else ' class="letter"'


def _language(meta: Meta) -> str:
    return escape(meta.language.split("-")[0])


def _head(meta: Meta, huisstijl: Huisstijl, style: str, script: str) -> str:
    described = (
        Property("description", meta.subject),
        Property("author", meta.author),
        Property("keywords", ", ".join(meta.keywords)),
        *meta.properties,
    )
    metas = "".join(_property(line) for line in described if line.value)
    style_sheet = f"{_inside_style(huisstijl.stijlblad)}{_margins(meta, huisstijl)}{style}"
    return (
        '<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(meta.title)}</title>\n{metas}"
        f"<style>\n{properties(huisstijl)}{style_sheet}</style>\n"
        "</head>\n"
    )


def _property(line: Property) -> str:
    scheme = f' title="{escape(line.scheme)}"' if line.scheme else ""
    return f'<meta name="{escape(line.name)}"{scheme} content="{escape(line.value)}">\n'


def _inside_style(css: str) -> str:
    return css.replace("</", r"<\/")


def _margins(meta: Meta, huisstijl: Huisstijl) -> str:
    """What stands above every printed page, and how; a page knows no custom properties, and no other its title."""
    letters = f"font-family: {typeface(huisstijl)}; color: {huisstijl.kleuren.gedempt};"
    left = right = ""
    if meta.draft:
        left = _band(huisstijl.kleuren)
        right = f"{left}; font-weight: 700; text-transform: uppercase"
    return (
        f"@page {{ {letters} @top-left {{ content: {_css_string(meta.title)}{left} }} "
        f"@top-right {{ content: {_css_string(_edition(meta))}{right} }} }}\n"
    )


def _band(kleuren: Kleuren) -> str:
    """A tinted band instead of bare words: nobody may take a draft for the real thing."""
    return (
        "; height: 8mm; margin-top: 9mm; margin-bottom: 8mm; padding-left: 3mm; padding-right: 3mm; "
        f"border-bottom: 0.5mm solid {kleuren.waarschuwing}; background: {kleuren.waarschuwing_vlak}; "
        f"color: {kleuren.inkt}"
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


def _front_page(meta: Meta, huisstijl: Huisstijl) -> str:
    subtitle = f'<p class="subtitle">{escape(meta.subtitle)}</p>\n' if meta.subtitle else ""
    lines = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>\n" for label, value in meta.front)
    front = f"<dl>\n{lines}</dl>\n" if lines else ""
    contact = f'<p class="contact">{escape(huisstijl.contactregel)}</p>\n' if huisstijl.contactregel else ""
    return (
        f'<header class="front">\n{logo(huisstijl.logo)}{_status(meta)}<h1>{escape(meta.title)}</h1>\n'
        f"{subtitle}{front}{contact}</header>\n"
    )


def _status(meta: Meta) -> str:
    """What the document is, on its front page; a letter says it among its lines."""
    if not ((meta.title_page or meta.large_print) and _edition(meta)):
        return ""
    status = f"<strong>{escape(_capital(meta.status))}</strong>" if meta.status else ""
    words = f"{status}{escape(_edition(meta)[len(meta.status) :])}"
    return f'<p class="status" data-status="{escape(meta.status)}"><span>{words}</span></p>\n'


def _footer(meta: Meta) -> str:
    about = escape(", ".join(part for part in (meta.title, _edition(meta)) if part))
    return f'<footer>\n<p>{about}</p>\n<p><a href="#{_TOP}">Terug naar boven</a></p>\n</footer>\n'
