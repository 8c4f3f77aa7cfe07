"""An ODT as LibreOffice writes it, without what differs from one run to the next."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape

# ODF asks that this part comes first and is not compressed, so that any program sees what the file is.
_FIRST = "mimetype"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ALREADY_SMALL = (_FIRST, ".png", ".jpeg", ".jpg")
# What only the desktop of whoever made it uses: toolbars, and a drawing of the first page.
_LEFT_OUT = ("Configurations2/", "Thumbnails/")

_LIST_ID = re.compile(r'(xml:id|text:continue-list)="(list\d+)"')
_SESSION = re.compile(r'<config:config-item config:name="Rsid(?:Root)?"[^>]*>[^<]*</config:config-item>')
_GENERATOR = re.compile(r"<meta:generator>[^<]*</meta:generator>")
_KEYWORDS = re.compile(r"(?:<meta:keyword>[^<]*</meta:keyword>)+")
_ENTRY = re.compile(r'\s*<manifest:file-entry manifest:full-path="([^"]*)"[^>]*/>')
_FRAME = re.compile(r"<draw:frame\b.*?</draw:frame>", re.DOTALL)
_FRAME_END = "</draw:frame>"
_DESCRIBED = "<svg:desc>"
_KEYWORDS_IN_WORD = re.compile(r"<cp:keywords>([^<]*)</cp:keywords>")
_ALT_IN_WORD = re.compile(r'<wp:docPr\b[^>]*\bdescr="([^"]*)"')


def settled(odt: bytes, docx: bytes) -> bytes:
    """``odt``, made of ``docx``, such that the same document gives the same bytes, and nothing in it is lost."""
    changes = _changes(docx)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            if name.startswith(_LEFT_OUT):
                continue
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_ALREADY_SMALL) else zipfile.ZIP_DEFLATED
            part = source.read(name)
            target.writestr(entry, changes[name](part.decode()).encode() if name in changes else part)
    return packed.getvalue()


def _changes(docx: bytes) -> Mapping[str, Callable[[str], str]]:
    """What to do with which part."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        keywords = _KEYWORDS_IN_WORD.search(package.read("docProps/core.xml").decode())
        alts = _ALT_IN_WORD.findall(package.read("word/document.xml").decode())
    words = unescape(keywords[1]).split("; ") if keywords else []
    return {
        "content.xml": lambda xml: _described(_lists(xml), alts),
        "styles.xml": _lists,
        "settings.xml": lambda xml: _SESSION.sub("", xml),
        "META-INF/manifest.xml": _manifest,
        "meta.xml": lambda xml: _meta(xml, words),
    }


def _lists(xml: str) -> str:
    """Every list by its place; LibreOffice draws lots for their names."""
    names: dict[str, str] = {}

    def by_place(found: re.Match[str]) -> str:
        return f'{found[1]}="{names.setdefault(found[2], f"list{len(names) + 1}")}"'

    return _LIST_ID.sub(by_place, xml)


def _described(xml: str, alts: Sequence[str]) -> str:
    """Every drawing with its alt text: LibreOffice forgets that of a chart."""
    frames = iter(alts)

    def described(frame: re.Match[str]) -> str:
        alt = escape(unescape(next(frames)), quote=False)
        if _DESCRIBED in frame[0] or not alt:
            return frame[0]
        return f"{frame[0].removesuffix(_FRAME_END)}{_DESCRIBED}{alt}</svg:desc>{_FRAME_END}"

    # Another number of drawings: then it is not certain which is which, and no alt text is better than a wrong one.
    return _FRAME.sub(described, xml) if len(_FRAME.findall(xml)) == len(alts) else xml


def _manifest(xml: str) -> str:
    return _ENTRY.sub(lambda entry: "" if entry[1].startswith(_LEFT_OUT) else entry[0], xml)


def _meta(xml: str, keywords: Sequence[str]) -> str:
    """Without the edition of LibreOffice; it also cuts keywords of several words to pieces."""
    whole = "".join(f"<meta:keyword>{escape(word, quote=False)}</meta:keyword>" for word in keywords)
    return _KEYWORDS.sub(lambda _: whole, _GENERATOR.sub("", xml))
