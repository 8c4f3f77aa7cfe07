"""Answer a browser on this computer, and nobody else."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing
from functools import partial
from types import FrameType

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gebiedsplan.bekijk import pagina
from gebiedsplan.bekijk.bewaard import bewaard
from gebiedsplan.bekijk.poorten import HIER
from gebiedsplan.bekijk.voorvertoning import Voorvertoning
from gebiedsplan.build import Mappen, voorproef

_VEILIG = (
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_HERSTEL_MS = 1000


def draai(mappen: Mappen, slug: str, jaar: int | None, luisteraar: socket.socket, open_: Callable[[str], None]) -> None:
    """Answer on ``luisteraar`` until Ctrl-C or another request to end; then everything is gone."""
    asyncio.run(_draai(mappen, slug, jaar, luisteraar, open_))


async def _draai(
    mappen: Mappen, slug: str, jaar: int | None, luisteraar: socket.socket, open_: Callable[[str], None]
) -> None:
    voorvertoning = Voorvertoning(slug, lambda gebied: voorproef(mappen, gebied, jaar))
    poort = luisteraar.getsockname()[1]
    server = _Server(_deur(voorvertoning, poort), partial(open_, f"http://{HIER}:{poort}/"), voorvertoning)
    async with asyncio.TaskGroup() as taken:
        achter = (taken.create_task(voorvertoning.werk()), taken.create_task(_kijk_mee(voorvertoning, mappen)))
        await server.serve(sockets=[luisteraar])
        for taak in achter:
            taak.cancel()


async def _kijk_mee(voorvertoning: Voorvertoning, mappen: Mappen) -> None:
    async for _ in bewaard(mappen.gebieden, *mappen.sjablonen):
        await voorvertoning.er_is_bewaard()


class _Server(uvicorn.Server):
    """Says when it answers; a request to end is what it waits for, and so no mistake."""

    def __init__(self, app: ASGIApp, open_: Callable[[], None], voorvertoning: Voorvertoning) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http="h11",
                ws="none",
                lifespan="off",
                log_config=None,
                log_level="error",
                access_log=False,
                server_header=False,
                date_header=False,
            )
        )
        self._open = open_
        self._voorvertoning = voorvertoning

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._open()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Pages that listen would be waited for.
        await self._voorvertoning.stop()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.should_exit = True


def _deur(voorvertoning: Voorvertoning, poort: int) -> ASGIApp:
    """The pages, for who asks by the name of this computer.

    A page elsewhere can give its own name this address and then read what is here; its browser still sends that name.
    """
    toegelaten = {f"{naam}:{poort}".encode() for naam in (HIER, "localhost")}
    app = _app(voorvertoning)
    geweigerd = PlainTextResponse("Dit adres hoort niet bij de voorvertoning.\n", 421)

    async def deur(scope: Scope, receive: Receive, send: Send) -> None:
        async def veilig(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], *_VEILIG]}
            await send(message)

        namen = [waarde for kop, waarde in scope["headers"] if kop == b"host"]
        goed = len(namen) == 1 and namen[0].lower() in toegelaten
        await (app if goed else geweigerd)(scope, receive, veilig)

    return deur


def _app(voorvertoning: Voorvertoning) -> Starlette:
    def gevraagd(request: Request) -> str:
        return request.query_params.get("gebied") or voorvertoning.eerste

    async def rond_het_plan(request: Request) -> Response:
        slug = gevraagd(request)
        try:
            inhoud = pagina.pagina(voorvertoning.stand(slug))
        except KeyError:
            return HTMLResponse(pagina.onbekend(slug), 404, {"content-security-policy": "default-src 'none'"})
        return HTMLResponse(inhoud, headers={"content-security-policy": pagina.BELEID})

    async def plan(request: Request) -> Response:
        try:
            html = voorvertoning.stand(gevraagd(request)).html
        except KeyError:
            html = None
        if html is None:
            return PlainTextResponse("Er is nog geen plan.\n", 404)
        # The plan has a policy of its own inside.
        return HTMLResponse(html, headers={"content-security-policy": "frame-ancestors 'self'"})

    async def nieuws(request: Request) -> Response:
        slug = gevraagd(request)
        try:
            voorvertoning.stand(slug)
        except KeyError:
            return PlainTextResponse("Dit gebied is er niet.\n", 404)
        return StreamingResponse(_berichten(voorvertoning, slug), media_type="text/event-stream")

    return Starlette(routes=[Route("/", rond_het_plan), Route("/plan", plan), Route("/nieuws", nieuws)])


async def _berichten(voorvertoning: Voorvertoning, slug: str) -> AsyncIterator[str]:
    yield f"retry: {_HERSTEL_MS}\n\n"
    async with aclosing(voorvertoning.volg(slug)) as standen:
        async for stand in standen:
            yield f"data: {pagina.bericht(stand)}\n\n"
