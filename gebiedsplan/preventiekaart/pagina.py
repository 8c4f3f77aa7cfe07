"""What the web page of the preventiekaart has of its own, beside its words: how it looks and how it searches."""

from __future__ import annotations

from pathlib import Path

_HIER = Path(__file__).parent
STIJL = (_HIER / "kaart.css").read_text("utf-8")
SCRIPT = (_HIER / "kaart.js").read_text("utf-8")
