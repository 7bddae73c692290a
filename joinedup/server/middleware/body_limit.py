"""Refuses bodies that are too long, or that do not come."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS_FOR_A_BODY = 60


class BodyLimit:
    """Counts the bytes of a body while it arrives, whatever its head says."""

    def __init__(self, app: ASGIApp, most: int) -> None:
        """Stand before an application.

        Args:
            app: The application.
            most: Bytes that a body may have.
        """
        self._app = app
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; whoever reads its body meets the limit."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = Headers(scope=scope).get("content-length", "")
        arrived, is_complete = 0, False
        until = asyncio.get_running_loop().time() + SECONDS_FOR_A_BODY

        async def receive_within_limits() -> Message:
            nonlocal arrived, is_complete
            if is_complete:
                return await receive()
            if length.isdecimal() and int(length) > self._most:
                raise self._too_long()
            try:
                async with asyncio.timeout_at(until):
                    message = await receive()
            except TimeoutError:
                raise HTTPException(
                    408, "The body of the request did not arrive in time."
                ) from None
            arrived += len(message.get("body", b""))
            is_complete = not message.get("more_body", False)
            if arrived > self._most:
                raise self._too_long()
            return message

        await self._app(scope, receive_within_limits, send)

    def _too_long(self) -> HTTPException:
        return HTTPException(
            413,
            f"The body of the request is longer than {self._most:,} bytes, which is all that this "
            "server takes (--max-body).",
        )
