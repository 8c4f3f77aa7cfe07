"""Make every area that someone looks at anew when something was saved, and tell who looks."""

from __future__ import annotations

import asyncio
import traceback
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

from gebiedsplan.bekijk.stand import Stand
from gebiedsplan.build import Voorproef

# What is found when a program is still busy writing a file, and may be gone a moment later.
_MISSCHIEN_HALF = frozenset(
    {
        "werkmap-ontbreekt",
        "werkmap-onleesbaar",
        "kader-ontbreekt",
        "kader-onleesbaar",
        "huisstijl-ontbreekt",
        "huisstijl-onleesbaar",
        "huisstijl-bestand-ontbreekt",
        "huisstijl-bestand-onleesbaar",
    }
)
_EVEN = 0.4


class Voorvertoning:
    """The state of every area, made by ``maak`` in a thread, one at a time.

    The first area is kept up to date always, another only while someone looks at it.
    """

    def __init__(self, eerste: str, maak: Callable[[str], Voorproef]) -> None:
        self.eerste = eerste
        self._maak = maak
        self._standen = {eerste: Stand(eerste)}
        self._kijkers = Counter({eerste: 1})
        self._bewaard = 0
        self._gemaakt: dict[str, int] = {}
        self._nieuws = asyncio.Condition()
        self._klaar = False

    def stand(self, slug: str) -> Stand:
        """What is seen of an area now. Raises KeyError for one that the kader does not know."""
        eerste = self._standen[self.eerste]
        if slug not in self._standen and slug not in eerste.namen:
            raise KeyError(slug)
        return self._standen.get(slug) or Stand(slug, namen=eerste.namen)

    async def volg(self, slug: str) -> AsyncGenerator[Stand, None]:
        """The state of an area, and again each time it changes, until the end."""
        gezien: Stand | None = None
        self._kijkers[slug] += 1
        await self._meld()
        try:
            while True:
                async with self._nieuws:
                    while not self._klaar and self.stand(slug) == gezien:
                        await self._nieuws.wait()
                if self._klaar:
                    return
                gezien = self.stand(slug)
                yield gezien
        finally:
            self._kijkers[slug] -= 1

    async def er_is_bewaard(self) -> None:
        """Something was saved: what is shown is behind."""
        self._bewaard += 1
        await self._meld()

    async def stop(self) -> None:
        """Nobody looks any more."""
        self._klaar = True
        await self._meld()

    async def werk(self) -> None:
        """Keep up, until cancelled."""
        while True:
            async with self._nieuws:
                while (slug := self._achter()) is None:
                    await self._nieuws.wait()
            await self._werk_bij(slug)

    def _achter(self) -> str | None:
        bekeken = (slug for slug, aantal in self._kijkers.items() if aantal > 0)
        return next((slug for slug in bekeken if self._gemaakt.get(slug) != self._bewaard), None)

    async def _werk_bij(self, slug: str) -> None:
        self._gemaakt[slug] = self._bewaard
        await self._zet(replace(self.stand(slug), bezig=True))
        nieuw = await self._gemaakte_stand(slug)
        if _misschien_half(nieuw):
            await asyncio.sleep(_EVEN)
            nieuw = await self._gemaakte_stand(slug)
        # What went wrong with a file that was saved again in the meantime is old news.
        if not (nieuw.houdt_tegen and self._gemaakt[slug] != self._bewaard):
            await self._zet(nieuw)

    async def _gemaakte_stand(self, slug: str) -> Stand:
        """The state after making the plan once more. Whatever breaks down, the preview does not."""
        try:
            return self.stand(slug).na(await asyncio.to_thread(self._maak, slug))
        except Exception:
            traceback.print_exc()
            return self.stand(slug).na_vastlopen()

    async def _zet(self, stand: Stand) -> None:
        self._standen[stand.slug] = stand
        await self._meld()

    async def _meld(self) -> None:
        """Let everyone who waits look again."""
        async with self._nieuws:
            self._nieuws.notify_all()


def _misschien_half(stand: Stand) -> bool:
    return any(bevinding.code in _MISSCHIEN_HALF for bevinding in stand.bevindingen)
