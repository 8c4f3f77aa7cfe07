"""An ODT as LibreOffice writes it, without what differs from one run to the next."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from html import escape, unescape
from types import MappingProxyType

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
_KEYWORDS_IN_WORD = re.compile(r"<cp:keywords>([^<]*)</cp:keywords>")


def settled(odt: bytes, docx: bytes) -> bytes:
    """``odt``, made of ``docx``, such that the same document gives the same bytes, with its keywords as they were."""
    change: dict[str, Callable[[str], str]] = {**_CHANGES, "meta.xml": partial(_meta, keywords=_keywords(docx))}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(odt)) as source, zipfile.ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != _FIRST, name)):
            if name.startswith(_LEFT_OUT):
                continue
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(_ALREADY_SMALL) else zipfile.ZIP_DEFLATED
            part = source.read(name)
            target.writestr(entry, change[name](part.decode()).encode() if name in change else part)
    return packed.getvalue()


def _lists(xml: str) -> str:
    """Every list by its place; LibreOffice draws lots for their names."""
    names: dict[str, str] = {}

    def by_place(found: re.Match[str]) -> str:
        return f'{found[1]}="{names.setdefault(found[2], f"list{len(names) + 1}")}"'

    return _LIST_ID.sub(by_place, xml)


def _settings(xml: str) -> str:
    return _SESSION.sub("", xml)


def _manifest(xml: str) -> str:
    return _ENTRY.sub(lambda entry: "" if entry[1].startswith(_LEFT_OUT) else entry[0], xml)


def _meta(xml: str, keywords: tuple[str, ...]) -> str:
    """Without the edition of LibreOffice; it also cuts keywords of several words to pieces."""
    whole = "".join(f"<meta:keyword>{escape(word, quote=False)}</meta:keyword>" for word in keywords)
    return _KEYWORDS.sub(lambda _: whole, _GENERATOR.sub("", xml))


def _keywords(docx: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        found = _KEYWORDS_IN_WORD.search(package.read("docProps/core.xml").decode())
    return tuple(word for word in unescape(found[1]).split("; ") if word) if found else ()


_CHANGES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"content.xml": _lists, "styles.xml": _lists, "settings.xml": _settings, "META-INF/manifest.xml": _manifest}
)
