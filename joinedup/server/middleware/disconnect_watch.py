"""Gives up a request whose client has gone: nobody is to work for an answer that nobody reads."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from starlette.requests import ClientDisconnect

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}


class DisconnectWatch:
    """Cancels a request when its connection is closed."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and watch its connection as soon as its body has been read."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body_read = asyncio.Event()

        async def receive_noted() -> Message:
            message = await receive()
            if message["type"] == "http.disconnect" or not message.get("more_body"):
                body_read.set()
            return message

        async def wait_for_disconnect() -> None:
            await body_read.wait()
            while (await receive())["type"] != "http.disconnect":
                continue

        if scope["method"] in _WITHOUT_BODY:
            body_read.set()
        answering = asyncio.ensure_future(self._app(scope, receive_noted, send))
        watching = asyncio.ensure_future(wait_for_disconnect())
        try:
            await asyncio.wait({answering, watching}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            watching.cancel()
            if not answering.done():
                answering.cancel()
        with suppress(asyncio.CancelledError, ClientDisconnect):
            await answering
