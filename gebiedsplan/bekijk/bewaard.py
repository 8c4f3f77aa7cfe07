"""Notice that a file a plan is made of was saved."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path, PurePath

from watchfiles import Change, awatch

# A plan is made of these. Whatever else an office program puts beside them while saving has another name.
_SOORTEN = {".xlsx", ".toml", ".j2", ".css", ".docx", ".ttf", ".otf", ".png", ".jpg", ".jpeg", ".svg"}
_TIJDELIJK = ("~", ".")
# Saving is a burst of writing, renaming and deleting: wait until it is quiet, though not for ever.
_STIL_MS = 120
_HOOGSTENS_MS = 2000


async def bewaard(*mappen: Path) -> AsyncIterator[None]:
    """Once for every time that something in these folders was saved, as soon as it is quiet."""
    unieke = {map_.resolve() for map_ in mappen}
    async for _ in awatch(*unieke, watch_filter=_telt, step=_STIL_MS, debounce=_HOOGSTENS_MS):
        yield


def _telt(_verandering: Change, pad: str) -> bool:
    naam = PurePath(pad)
    return naam.suffix.lower() in _SOORTEN and not naam.name.startswith(_TIJDELIJK)
