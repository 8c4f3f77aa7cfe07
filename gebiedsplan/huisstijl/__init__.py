"""The house style of a gemeente: one description for charts, Word and the web page."""

from __future__ import annotations

from gebiedsplan.huisstijl.lezen import Gelezen, read
from gebiedsplan.huisstijl.model import Huisstijl

__all__ = ["Gelezen", "Huisstijl", "read"]
