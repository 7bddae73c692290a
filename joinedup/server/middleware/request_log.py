"""A line in the log for every request, and an answer to those that fail in a way nobody foresaw."""

from __future__ import annotations

import asyncio
import time
import traceback
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING

from joinedup.server.errors import error_response
from joinedup.terminal import print_message
from queries.visible_text import mark_all_controls

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LONGEST_ADDRESS = 300
"""Characters of an address that a line of the log shows."""


class RequestLog:
    """Numbers requests, and writes a line for each when it has been answered."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app
        self._numbers = count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and note how it was answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number, began, status = next(self._numbers), time.perf_counter(), 0

        async def note_status(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self._app(scope, receive, note_status)
        except asyncio.CancelledError:  # of the server, which is being stopped
            if not status:
                text = "The server is being stopped before it could answer."
                await error_response(scope["path"], 503, text, "stopped")(
                    scope, receive, note_status
                )
        except Exception:
            print_message(f"Request {number} failed:\n{traceback.format_exc()}")
            if not status:
                text = (
                    f"The server failed to answer. Its log says why, under request {number}: "
                    "please tell whoever runs it."
                )
                await error_response(scope["path"], 500, text)(scope, receive, note_status)
        finally:
            milliseconds = 1_000 * (time.perf_counter() - began)
            print_message(
                f"{datetime.now().astimezone():%H:%M:%S}  {status or 'cut'}  {milliseconds:6.0f} ms"
                f"  {scope['method']} {_address(scope)}  (request {number})"
            )


def _address(scope: Scope) -> str:
    query = scope["query_string"].decode("latin-1")
    address = f"{scope['path']}?{query}" if query else scope["path"]
    cut = "…" if len(address) > _LONGEST_ADDRESS else ""
    return mark_all_controls(address[:_LONGEST_ADDRESS]) + cut
