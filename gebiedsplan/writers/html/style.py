"""The house style in front of the style sheet: its colours and letters as custom properties, and its logo."""

from __future__ import annotations

import base64

from gebiedsplan.huisstijl.model import PAPIER, Huisstijl, Logo
from gebiedsplan.writers.html.inline import escape


def properties(huisstijl: Huisstijl) -> str:
    """The rule that gives the style sheet its colours and letters, and printed margins theirs."""
    kleuren = huisstijl.kleuren
    named = {
        "ink": kleuren.inkt,
        "muted": kleuren.gedempt,
        "accent": kleuren.accent,
        "rule": kleuren.lijn,
        "surface": kleuren.vlak,
        "quiet": kleuren.rustig_vlak,
        "warning": kleuren.waarschuwing,
        "warning-surface": kleuren.waarschuwing_vlak,
        "paper": PAPIER,
        "typeface": typeface(huisstijl),
    }
    lines = "".join(f"  --{name}: {value};\n" for name, value in named.items())
    return f":root {{\n{lines}}}\n"


def typeface(huisstijl: Huisstijl) -> str:
    """The names of the letters to try; one of several words is quoted, a generic name must not be."""
    return ", ".join(f'"{name}"' if " " in name else name for name in huisstijl.lettertype.web)


def logo(image: Logo | None) -> str:
    """The logo inside the page, or nothing."""
    if image is None:
        return ""
    data = base64.b64encode(image.web.inhoud).decode("ascii")
    source = f"data:{image.web.soort};base64,{data}"
    return f'<p class="logo"><img src="{source}" alt="{escape(image.alt)}" style="width: {image.breedte_mm:g}mm"></p>\n'
