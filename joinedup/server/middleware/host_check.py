"""Refuses requests that name a host which this server is not.

A page of somebody else's can have a name of its own lead to this machine and would then read the
answers as if they were its own (DNS rebinding). The browser tells the name in the header `Host`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from joinedup.server.errors import error_response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_AUTHORITY = re.compile(r"(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class HostCheck:
    """Lets requests pass that name this machine, or the host of the public address."""

    def __init__(self, app: ASGIApp, public_url: str) -> None:
        """Stand before an application.

        Args:
            app: The application.
            public_url: Where others reach the server; empty if nobody but this machine does.
        """
        self._app = app
        self._hosts = _LOOPBACK | {host_of(urlsplit(public_url).netloc)} - {""}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        host = host_of(Headers(scope=scope).get("host", "")) if scope["type"] == "http" else ""
        if scope["type"] == "http" and host not in self._hosts:
            text = (
                "This server does not go by the name that the request gives as its host. Whoever "
                "runs it says where it is reached: joinedup serve --public-url ADDRESS."
            )
            await error_response(scope["path"], 400, text, "host")(scope, receive, send)
            return
        await self._app(scope, receive, send)


def host_of(authority: str) -> str:
    """The host in `HOST:PORT`, in small letters; empty if there is none that can be read."""
    match = _AUTHORITY.fullmatch(authority)
    return match["host"].strip("[]").lower() if match else ""
